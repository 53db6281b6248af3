package entry

import (
	"nextrole"
	"nextrole/internal/chart"
)

// Model is what the tab shows of a role, to be tested without pixels.
type Model struct{ model }

// NewModel returns the model of a role.
func NewModel(l library, r nextrole.Role) Model { return Model{model{library: l, role: r}} }

func (m Model) Attained() (chart.Ratings, bool) { return m.attained() }
func (m Model) Unasked() (head, why string)     { return m.unasked() }

// Needs returns what is asked for as name, value, source.
func (m Model) Needs() [][3]string {
	var lines [][3]string
	for _, n := range m.needs() {
		lines = append(lines, [3]string{n.name, n.value, n.source})
	}
	return lines
}

// Credentials returns the lines of each credential.
func (m Model) Credentials() [][]string {
	var all [][]string
	for _, c := range m.credentials() {
		lines := []string{c.name, c.was}
		for _, r := range c.rules {
			lines = append(lines, r.name+": "+r.text+" ["+r.source+"]")
		}
		all = append(all, lines)
	}
	return all
}
