package sources

import (
	"strings"

	"nextrole"
)

// Model is what the tab shows of a role, to be tested without pixels.
type Model struct{ model }

// NewModel returns the model of a role.
func NewModel(l library, r nextrole.Role) Model { return Model{model{library: l, role: r}} }

// Origins returns what each source gives and how it is described, by title.
func (m Model) Origins() map[string][]string {
	all := map[string][]string{}
	for _, o := range m.origins() {
		lines := []string{strings.Join(o.gives, "; ")}
		for _, d := range o.details {
			lines = append(lines, d.name+": "+d.value)
		}
		all[o.title] = append(lines, o.credit)
	}
	return all
}

// Used lists the sources that the role names.
func (m Model) Used() []nextrole.SourceID { return m.gathered().order }
