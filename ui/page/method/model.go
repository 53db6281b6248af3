// Package method is the page that says how scores are made: in words, with one
// score worked through, and each rule with where it comes from.
package method

import (
	"fmt"
	"slices"

	"nextrole"
	"nextrole/internal/method"
	"nextrole/ui/route"
)

// library is what the page needs of the session.
type library interface {
	Roles() []nextrole.Role
	Sources() map[nextrole.SourceID]nextrole.Source
}

// model is the document and how it is divided.
type model struct{ doc method.Document }

func newModel(l library) model { return model{method.Of(l.Roles(), l.Sources())} }

// names are the headings of the parts, numbered: a digit leads to each.
func (m model) names() []string {
	names := make([]string, len(m.doc.Sections))
	for i, s := range m.doc.Sections {
		names[i] = fmt.Sprintf("%d  %s", i+1, s.Title)
	}
	return names
}

// part returns the index of the part that a place begins with, 0 where it
// names none.
func (m model) part(t route.Tab) int {
	i := slices.IndexFunc(m.doc.Sections, func(s method.Section) bool { return s.ID == string(t) })
	return max(i, 0)
}

// text is the whole page, to be copied.
func (m model) text() string { return m.doc.Text() }
