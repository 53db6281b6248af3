package library

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"nextrole"
	"nextrole/internal/preview"
	"nextrole/internal/source/intake"
)

// stage is where an import stands.
type stage int

const (
	idle      stage = iota
	looking         // the files are read
	previewed       // what would be done is shown
	importing       // it is done
	done
	failed
)

// run is one import from the choice of files to its end.
type run struct {
	stage   stage
	paths   []string
	preview preview.Preview
	trouble string
	cancel  context.CancelFunc

	begin    time.Time
	progress atomic.Pointer[progress]
}

// progress is how far a stage has come.
type progress struct {
	what        string
	done, total int64
}

// part is how much is done, 0 to 1.
func (p *progress) part() float64 {
	if p == nil || p.total == 0 {
		return 0
	}
	return min(float64(p.done)/float64(p.total), 1)
}

func (r *run) onRead(p intake.Progress) { r.progress.Store(&progress{p.File, p.Done, p.Total}) }

func (r *run) onWritten(done, total int) {
	r.progress.Store(&progress{"", int64(done), int64(total)})
}

// left says how long the stage will take yet, once that can be told.
func (r *run) left(now time.Time) string {
	p := r.progress.Load()
	part := p.part()
	const soon, enough = 500 * time.Millisecond, 0.05
	spent := now.Sub(r.begin)
	if spent < soon || part < enough {
		return ""
	}
	rest := time.Duration(float64(spent) * (1 - part) / part)
	switch {
	case rest < 2*time.Second:
		return "a moment left"
	case rest < 90*time.Second:
		return fmt.Sprintf("about %d s left", int(rest.Seconds()+0.5))
	}
	return fmt.Sprintf("about %d min left", int(rest.Minutes()+0.5))
}

// title says what the card is about.
func (r *run) title() string {
	switch r.stage {
	case looking:
		return "Reading " + names(r.paths)
	case previewed:
		switch {
		case r.asked() != nil:
			return "One question first"
		case !r.preview.Changes():
			return "All of this is here already"
		}
		return "What importing would do"
	case importing:
		return "Importing " + names(r.paths)
	case done:
		return "Imported"
	case failed:
		return "Not imported"
	}
	return "Import"
}

// asked is the first source that a question is open about, or nil.
func (r *run) asked() *preview.Source {
	for i, s := range r.preview.Sources {
		if s.State == preview.Question {
			return &r.preview.Sources[i]
		}
	}
	return nil
}

// fact is a line of the preview: an icon, what it says, and a number at the right.
type fact struct {
	icon string
	text string
	end  string
}

// facts lists what importing would do to each table of a source: first those that
// speak of occupations, the largest first.
func (r *run) facts(s preview.Source) []fact {
	parts := slices.Clone(s.Parts)
	slices.SortStableFunc(parts, func(a, b preview.Part) int {
		return cmp.Or(cmp.Compare(b.Roles, a.Roles), cmp.Compare(b.Rows, a.Rows))
	})
	var list []fact
	for _, p := range parts {
		icon, end := "check", counted(p.Rows, "row")
		switch p.State {
		case preview.Same:
			end += ", here already"
		case preview.Replaced:
			end += ", replaces " + nextrole.Count(float64(p.Was))
		}
		list = append(list, fact{icon, p.Name, end})
	}
	return list
}

// summary says in a sentence what a source brings.
func summary(s preview.Source) string {
	if s.State == preview.Same {
		return "The same files were imported before. Nothing changes."
	}
	var words []string
	if s.NewRoles > 0 {
		words = append(words, counted(s.NewRoles, "new role"))
	}
	if s.KnownRoles > 0 {
		words = append(words, "more about "+counted(s.KnownRoles, "role")+" of this library")
	}
	text := strings.Join(words, ", ")
	if text == "" {
		text = "No role gets anything from it"
	}
	text = strings.ToUpper(text[:1]) + text[1:] + "."
	if s.Newer != "" {
		text += " " + s.Newer + " is here and newer: it stays the one that is shown."
	}
	if s.Taken != nil {
		text += " Taken to be about " + string(*s.Taken) + ", by its title or as you said."
	}
	if n := len(s.Conflicts); n > 0 {
		text += fmt.Sprintf(" %s otherwise here, for the same period: both are kept.", was(n))
	}
	return text
}

func was(n int) string {
	if n == 1 {
		return "1 figure is given"
	}
	return nextrole.Count(float64(n)) + " figures are given"
}

// ignored lists the files that are not read, and why.
func ignored(p preview.Preview) []nextrole.Remark {
	var list []nextrole.Remark
	for _, f := range p.Files {
		if f.Source == "" {
			list = append(list, nextrole.Remark{File: f.Name, Text: f.Why + "."})
		}
	}
	return list
}

// where says where a remark is about.
func where(m nextrole.Remark) string {
	switch {
	case m.File == "":
		return ""
	case m.Line > 0:
		return fmt.Sprintf("%s, line %d: ", m.File, m.Line)
	}
	return m.File + ": "
}

// outcome says what an import brought.
func outcome(p preview.Preview) string {
	var words []string
	roles := 0
	for _, s := range p.Sources {
		if s.State != preview.Question {
			words = append(words, s.Source.Short)
			roles += s.NewRoles
		}
	}
	text := strings.Join(words, ", ") + ". "
	if roles > 0 {
		text += counted(roles, "new role") + "; search finds them. "
	}
	return text + "Your pins, notes and choices are as they were."
}

// explained says why an import ended, and that nothing is lost.
func explained(err error) string {
	if errors.Is(err, context.Canceled) {
		return "You canceled it. The library is as it was."
	}
	text := strings.TrimSuffix(cmp.Or(err.Error(), "It failed"), ".")
	return text + ". The library is as it was."
}
