// Package problem is what the window says where a library cannot be opened, and
// what can be done about it.
package problem

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"nextrole/ui/theme"
)

// Trouble is why a library cannot be opened. Safe and Do are sentences or empty.
type Trouble struct {
	What string // what happened, and to which file, in lower case
	Safe string // what is safe
	Do   string // what to do, where the window itself can do nothing

	InUse   bool     // another window has it: it can be read
	Salvage *Salvage // of a damaged one, which can make room for a new one
}

// Error returns the trouble for a terminal.
func (t *Trouble) Error() string { return t.What + "\n" + t.Safe + "\n" + t.Do }

// Sentence returns what happened as the beginning of a sentence.
func (t *Trouble) Sentence() string {
	if t.What == "" {
		return ""
	}
	return strings.ToUpper(t.What[:1]) + t.What[1:]
}

// Salvage is how much of a person's can be saved from a damaged library.
type Salvage struct {
	Notes, Pins, Comparisons, Weeks, Works int

	Settings bool
	Older    bool // some of it may have been changed or deleted since
	Partial  bool // there was more, or may have been
}

// Words says what can be saved.
func (s Salvage) Words() string {
	var parts []string
	for _, p := range []struct {
		n         int
		one, many string
	}{{s.Notes, "note", "notes"}, {s.Pins, "pin", "pins"}, {s.Comparisons, "comparison", "comparisons"}, {s.Weeks, "week", "weeks"}, {s.Works, "assessment", "assessments"}} {
		switch {
		case p.n == 1:
			parts = append(parts, "1 "+p.one)
		case p.n > 1:
			parts = append(parts, strconv.Itoa(p.n)+" "+p.many)
		}
	}
	if s.Settings {
		parts = append(parts, "your settings")
	}
	if len(parts) == 0 {
		return "No notes, pins or settings can be read in it. A copy of the file is kept, in case that somebody can."
	}
	list := parts[len(parts)-1]
	if before := parts[:len(parts)-1]; len(before) > 0 {
		list = strings.Join(before, ", ") + " and " + list
	}
	words := strings.ToUpper(list[:1]) + list[1:] + " can be saved."
	if s.Older {
		words += " Some of it may be older than what you saved last."
	}
	if s.Partial {
		words += " There may have been more that cannot be read."
	}
	return words
}

func (s Salvage) empty() bool {
	return s.Notes == 0 && s.Pins == 0 && s.Comparisons == 0 && s.Weeks == 0 && s.Works == 0 && !s.Settings
}

// Action is what a person can choose.
type Action string

// The actions, by what stands on their buttons.
const (
	OpenReadOnly Action = "Open read-only"
	TryAgain     Action = "Try again"
	StartWith    Action = "Start a new library with these"
	StartNew     Action = "Start a new library"
	Close        Action = "Close"
)

// advice is what a window says of a trouble.
type advice struct {
	title   string
	icon    string
	ink     fyne.ThemeColorName
	text    []string // paragraphs after what happened
	actions []Action // the first stands out
	focus   Action   // what Enter does: never what changes a file
}

func advise(t *Trouble) advice {
	switch {
	case t.InUse:
		return advice{
			title: "Your library is open in another window", icon: "lock", ink: theme.StatusWarn,
			text: []string{
				t.Safe, "You can open it read-only and look at everything. What you change then is not kept.",
				"To change things here, close the other window and try again.",
			},
			actions: []Action{OpenReadOnly, TryAgain, Close},
			focus:   OpenReadOnly,
		}
	case t.Salvage != nil:
		start := StartWith
		if t.Salvage.empty() {
			start = StartNew
		}
		return advice{
			title: "The library is damaged", icon: "warn", ink: theme.StatusError,
			text: []string{
				t.Safe + " " + t.Salvage.Words(),
				"A new library has all roles again. The damaged file is kept beside it, under a name that says so.",
				"If the file is still being copied or synchronized, wait until that is done and try again. " +
					"If you have a backup, close this and put it where the library was.",
			},
			actions: []Action{start, TryAgain, Close},
			focus:   Close,
		}
	}
	return advice{
		title: "The library cannot be opened", icon: "warn", ink: theme.StatusError,
		text:    []string{t.Safe, t.Do},
		actions: []Action{TryAgain, Close},
		focus:   Close,
	}
}
