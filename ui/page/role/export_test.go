package role

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/chart"
	"nextrole/ui/layout"
	"nextrole/ui/page/brief"
)

// Model is what the page shows of a role, to be tested without pixels.
type Model struct{ model }

// NewModel returns the model of a role.
func NewModel(l library, c nextrole.Code) (Model, bool) {
	m, ok := newModel(l, c)
	return Model{m}, ok
}

// Factor is a chip of the formula.
type Factor struct{ Before, Name, Value, Sum, Rule, Inputs string }

// Factors returns the chips of the formula.
func (m Model) Factors() []Factor {
	var list []Factor
	for _, f := range m.factors() {
		list = append(list, Factor{f.before, f.name, f.value, f.sum, f.rule, f.inputs})
	}
	return list
}

// Facts returns the lines of the facts pane, and the exposure indices.
func (m Model) Facts() (facts, indices [][3]string) {
	for _, f := range m.facts() {
		facts = append(facts, [3]string{f.name, f.value, f.source})
	}
	for _, f := range m.indices() {
		indices = append(indices, [3]string{f.name, f.value, f.source})
	}
	return facts, indices
}

// Pointer leads to another role.
type Pointer struct {
	Code          nextrole.Code
	Title, Reason string
	Zone          nextrole.Zone
	Score         string
	Status        nextrole.Status
	Stands        string
}

// Next returns the roles that the assessment leads to.
func (m Model) Next() []Pointer {
	var list []Pointer
	for _, p := range m.next() {
		list = append(list, Pointer{p.code, p.title, p.reason, p.zone, p.score, p.status, p.stands()})
	}
	return list
}

// Other is an assessment that is not shown.
type Other struct {
	Source       nextrole.SourceID
	Score, Whose string
	Incomplete   bool
}

// Others returns the assessments that are not shown.
func (m Model) Others() []Other {
	var list []Other
	for _, o := range m.others() {
		list = append(list, Other{o.source, o.score, o.whose, o.problem != ""})
	}
	return list
}

// Judgments returns all ratings as "name value: reason [sources] counter …".
func (m Model) Judgments() []string {
	var list []string
	for _, group := range [][]judgment{m.evidence(), m.barriers(), {m.growth()}, m.principles()} {
		for _, j := range group {
			line := j.name + " " + j.label(j.value) + ": " + j.reason + " [" + j.sources + "]"
			for _, c := range j.counter {
				line += " " + c
			}
			list = append(list, line)
		}
	}
	return list
}

// Charts returns the charts that show the score or its parts.
func (m Model) Charts() []chart.Chart {
	r := m.result()
	charts := []chart.Chart{m.scale()}
	if r != nil {
		charts = append(charts, m.tasks(), chart.Waterfall{Steps: r.Steps(), Score: r.Score, Origin: brief.Origin(m.worked)})
	}
	return charts
}

// Mistaken returns the roles that this one gets taken for, and what tells them apart.
func (m Model) Mistaken() [][2]string {
	var list [][2]string
	for _, to := range m.mistaken() {
		list = append(list, [2]string{to.title, to.reason})
	}
	return list
}

// Employers returns the industries as name and share, and as of when.
func (m Model) Employers() (list [][2]string, asOf string) {
	shares, asOf := m.employers()
	for _, f := range shares {
		list = append(list, [2]string{f.name, f.value})
	}
	return list, asOf
}

// Mixes returns the kinds of work as "name, share: tasks: zone score status".
func (m Model) Mixes() []string {
	var list []string
	for _, k := range m.mixes() {
		list = append(list, k.name+", "+k.share+": "+k.tasks+": "+k.zone.Name()+" "+k.score+" "+k.status.Name())
	}
	return list
}

func (m Model) Below() string                        { return m.below() }
func (m Model) Differing() (text string, sharp bool) { return m.differing() }
func (m Model) Setting() (text, source string)       { return m.setting() }
func (m Model) Missing() (head, body string)         { return m.missing() }
func (m Model) Subtitle() string                     { return m.subtitle() }
func (m Model) Credit() string                       { return m.credit() }

// Scroll returns the scrolled part of the tab that is shown.
func (p *Page) Scroll() *layout.Scroll {
	switch at := p.parts[p.place.Tab].(type) {
	case *summary:
		return at.scroll
	case *tasks:
		return at.scroll
	case interface{ Content() fyne.CanvasObject }:
		return at.Content().(*layout.Scroll)
	}
	return nil
}
