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

// Told returns what is told in sentences, "Ways to learn it: A degree [BLS]".
func (m Model) Told() []string {
	var lines []string
	for _, part := range m.told() {
		for _, l := range part.lines {
			lines = append(lines, part.name+": "+l.text+" ["+l.source+"]")
		}
	}
	return lines
}

// Curriculum returns the domains, "RHIT exam, AHIMA, 2023: Compliance, 18% of the exam: 1 of 9 tasks".
func (m Model) Curriculum() []string {
	var lines []string
	for _, f := range m.curriculum() {
		for _, d := range f.domains {
			lines = append(lines, f.name+", "+f.source+": "+d.name+": "+m.exercised(d))
		}
	}
	return lines
}
