// Package settings is the page of the window's own choices: how it looks, where
// its data is, what was said in this session, and whom it owes what it shows.
package settings

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"nextrole"
	"nextrole/assets"
	"nextrole/ui/page"
	"nextrole/ui/route"
	"nextrole/ui/session"
	"nextrole/ui/theme"
)

// library is what the page needs of the session.
type library interface {
	Settings() nextrole.Settings
	Sources() map[nextrole.SourceID]nextrole.Source
}

// Interface sizes in percent.
const (
	sizeLeast  = 80
	sizeMost   = 200
	sizeStep   = 10
	sizeNormal = 100
)

// model is the choices as the page shows them.
type model struct{ library library }

// themes are the looks to choose from, in order.
func themes() []theme.Mode { return []theme.Mode{theme.System, theme.Light, theme.Dark} }

// theme returns the index of the look in force.
func (m model) theme() int {
	return max(slices.Index(themes(), theme.Mode(m.library.Settings().Theme)), 0)
}

// size is the interface size in percent.
func (m model) size() int {
	if size := m.library.Settings().Size; size != 0 {
		return size
	}
	return sizeNormal
}

// motion is 1 where it is reduced.
func (m model) motion() int {
	if m.library.Settings().Calm {
		return 1
	}
	return 0
}

// line is a name and its value.
type line struct{ name, value string }

// file says where the library is, once that is known.
func file(w session.Where, err error) []line {
	if w.Path == "" {
		return []line{{"File", "in memory only: nothing is kept when the window closes"}}
	}
	size := nextrole.Bytes(w.Bytes)
	if err != nil {
		size = err.Error()
	}
	state := "open for reading and writing"
	if w.ReadOnly {
		state = "open for reading only: changes are not kept"
	}
	return []line{{"File", w.Path}, {"Size", size}, {"State", state}}
}

// folder is the one that the library's file is in.
func folder(w session.Where) string { return filepath.Dir(w.Path) }

// The facts about the library file that do not depend on where it is.
var fileFacts = []line{
	{"What is in it", "The roles, figures and sources, and what is yours: your pins, notes, weeks, assessments and kept comparisons, your choices, and the place where you left off. Nothing of it leaves this computer; the program uses no network."},
	{"Keep it elsewhere", "Close NextRole, move the file, and start it with nextrole --library FILE. A file that is not there yet is made."},
	{"Make a backup", "Close NextRole and copy the file. To go back, put the copy in its place. A copy made while the window is open may be damaged."},
}

// saying is a notice with its time.
type saying struct {
	time, text string
	problem    bool
}

// history is what was said in this session, newest first.
func history(said []page.Said) []saying {
	list := make([]saying, len(said))
	for i, s := range said {
		list[i] = saying{s.At.Format("3:04 PM"), s.Text, s.Problem}
	}
	return list
}

// source is a source as the credits show it.
type source struct {
	title string
	lines []line
}

// credits are all sources of the library, by publisher. What a source leaves
// out is left out.
func (m model) credits() []source {
	sources := slices.SortedFunc(func(yield func(nextrole.Source) bool) {
		for _, s := range m.library.Sources() {
			if !yield(s) {
				return
			}
		}
	}, func(a, b nextrole.Source) int {
		return cmp.Or(cmp.Compare(a.Publisher, b.Publisher), cmp.Compare(a.ID, b.ID))
	})
	list := make([]source, len(sources))
	for i, s := range sources {
		list[i] = source{title: s.Publisher + ": " + s.Title}
		for _, l := range []line{
			{"Release", s.Release},
			{"Retrieved", nextrole.Date(s.Retrieved)},
			{"License", s.License},
			{"Credit", s.Credit},
			{"Quoting", s.Quoting},
			{"Remark", s.Remark},
		} {
			if l.value != "" {
				list[i].lines = append(list[i].lines, l)
			}
		}
		if s.Release == "" {
			list[i].lines = slices.Insert(list[i].lines, 0, line{"Release", "undated"})
		}
	}
	return list
}

// license is the text of a license of the program or of a part of it.
type license struct{ of, name, text string }

func licenses() []license {
	return []license{
		{"NextRole", "MIT License", unwrapped(nextrole.License)},
		{"Inter, the typeface", "SIL Open Font License 1.1", unwrapped(assets.FontLicense)},
	}
}

// unwrapped joins the lines of a paragraph, so that it can be set in any width,
// and leaves out lines of dashes.
func unwrapped(text string) string {
	var paragraphs []string
	var lines []string
	end := func() {
		if len(lines) > 0 {
			paragraphs = append(paragraphs, strings.Join(lines, " "))
		}
		lines = nil
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.Trim(line, "-") == "" {
			end()
			continue
		}
		lines = append(lines, line)
	}
	end()
	return strings.Join(paragraphs, "\n\n")
}

// The parts of the page, in order.
const (
	appearance = iota
	data
	said
	sources
	about
)

func names() []string {
	return []string{"Appearance", "Your data", "History", "Credits and sources", "Version and licenses"}
}

// part returns the part that a place begins with, and whether it names one.
func part(t route.Tab) (int, bool) {
	switch t {
	case route.History:
		return said, true
	case route.Credits:
		return sources, true
	}
	return 0, false
}
