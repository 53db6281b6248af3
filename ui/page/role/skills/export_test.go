package skills

import (
	"strings"

	"nextrole"
	"nextrole/internal/chart"
)

// Model is what the tab shows of a role, to be tested without pixels.
type Model struct{ model }

// NewModel returns the model of a role.
func NewModel(l library, r nextrole.Role) Model { return Model{model{library: l, role: r}} }

func (m Model) Skills(all bool) chart.Ratings    { return m.skills(all) }
func (m Model) Knowledge(all bool) chart.Ratings { return m.knowledge(all) }
func (m Model) Interests() chart.Ratings         { return m.interests() }
func (m Model) Unrated() (head, why string)      { return m.unrated() }
func (m Model) Missing() (head, why string)      { return m.missing() }

// Listed returns the editors' lists, "Skills [NextRole editors, not rated]: Coding, …".
func (m Model) Listed() []string {
	var lines []string
	for _, l := range m.listed() {
		lines = append(lines, l.name+" ["+l.remark+"]: "+strings.Join(l.names, ", "))
	}
	return lines
}

// Kinds returns tools by kind, "Medical: Epic Systems (in demand), …".
func Kinds(tools []nextrole.Tool) []string {
	var lines []string
	for _, k := range kinds(tools) {
		var names []string
		for _, t := range k.tools {
			names = append(names, words(t))
		}
		lines = append(lines, k.name+": "+strings.Join(names, ", "))
	}
	return lines
}
