package pay

import (
	"nextrole"
	"nextrole/internal/chart"
)

// Model is what the tab shows of a role, to be tested without pixels.
type Model struct{ model }

// NewModel returns the model of a role.
func NewModel(l library, r nextrole.Role) Model { return Model{model{library: l, role: r}} }

func (m Model) Percentiles() chart.Percentiles         { return m.percentiles() }
func (m Model) Industries() (chart.IndustryBars, bool) { return m.industries() }
func (m Model) Projections() chart.Projections         { return m.projections() }
func (m Model) CSV() string                            { return m.csv() }
func (m Model) Empty() bool                            { return m.empty() }
func (m Model) Missing() (head, why string)            { return m.missing() }

// Vintages returns the lines of the table of sources: source, covers,
// provenance, the cells, and the use. What is shown elsewhere has a star.
func (m Model) Vintages() [][]string {
	var lines [][]string
	for _, v := range m.vintages() {
		line := []string{v.source, v.covers, v.provenance}
		for _, c := range v.cells {
			if c.shown {
				c.text += "*"
			}
			line = append(line, c.text)
		}
		lines = append(lines, append(line, v.use))
	}
	return lines
}

// Remarks returns the remarks as "head: body".
func (m Model) Remarks() []string {
	var lines []string
	for _, r := range m.remarks() {
		lines = append(lines, r.head+": "+r.body)
	}
	return lines
}
