package pay

import (
	"cmp"
	"slices"
	"strings"

	"nextrole"
)

// vintage is a line of the table of sources.
type vintage struct {
	source     string
	asOf       string
	covers     string // whose figures they are
	provenance string
	trust      trust
	cells      []cell // in the order of columns
	use        string
	shown      bool
	older      bool   // a newer vintage is shown
	disagrees  string // with whom, for the same period; "" with nobody

	of     nextrole.SourceID
	kinds  []nextrole.Kind // that it has values of
	chosen bool            // by the person
}

// cell is what a source says of one measure.
type cell struct {
	text  string
	shown bool // elsewhere too, as the role's figure
}

// trust is how a source came by its figures.
type trust int

const (
	official trust = iota
	remarked       // official, with a remark that one should read
	secondHand
)

// column is a measure of the table of sources.
type column struct {
	name   string
	kind   nextrole.Kind
	format func(float64) string
}

func columns() []column {
	return []column{
		{"Median pay", nextrole.PayMedian, nextrole.Money},
		{"Growth", nextrole.Growth, growth},
		{"Jobs", nextrole.Employment, nextrole.Count},
		{"Openings a year", nextrole.Openings, nextrole.Count},
	}
}

// growth writes a change in percent as its source has it, to one decimal.
func growth(v float64) string {
	return strings.TrimSuffix(nextrole.Signed(v, 1), ".0") + "%"
}

const notGiven = "not given"

func (m model) vintages() []vintage {
	var kinds []nextrole.Kind
	for _, c := range columns() {
		kinds = append(kinds, c.kind)
	}
	var list []vintage
	for _, i := range m.issues(kinds...) {
		list = append(list, m.vintage(i))
	}
	return list
}

func (m model) vintage(i issue) vintage {
	s := m.library.Sources()[i.source]
	v := vintage{source: s.Short, asOf: s.Title, covers: m.covers(i.parent), provenance: "official table", of: i.source}
	if i.place != nextrole.Nation {
		v.covers = i.place + " · " + v.covers
	}
	if q, ok := m.given(i, nextrole.LocationQuotient); ok && q.Value != nil {
		v.covers += " · location quotient " + nextrole.Decimal(*q.Value, 2)
	}
	switch {
	case s.Quoting != "":
		v.provenance, v.trust = "second-hand, quoting "+s.Quoting, secondHand
	case s.Remark != "":
		v.provenance, v.trust = "official figures, with a remark under Sources", remarked
	}
	var used []string
	for _, c := range columns() {
		f, ok := m.given(i, c.kind)
		if !ok || f.Value == nil {
			v.cells = append(v.cells, cell{text: notGiven})
			continue
		}
		shown, any := m.shown(c.kind)
		v.kinds = append(v.kinds, c.kind)
		v.cells = append(v.cells, cell{c.format(*f.Value), any && shown == f})
		if any && shown == f {
			used = append(used, strings.ToLower(c.name))
			v.chosen = v.chosen || f.Preferred && i.place == nextrole.Nation
		}
		v.disagrees = cmp.Or(v.disagrees, m.disagrees(f))
	}
	switch {
	case len(used) > 0 && v.chosen:
		v.use, v.shown = "Your choice: "+strings.Join(used, ", "), true
	case len(used) > 0:
		v.use, v.shown = "Shown: "+strings.Join(used, ", "), true
	case i.place == nextrole.Nation && m.placed():
		v.use = "The nation, for context"
	case i.parent != "" && !m.onlyGroups():
		v.use = "A wider group, for context"
	default:
		v.use, v.older = "Older; a newer one is shown", true
	}
	return v
}

// placed reports whether the role is shown with figures of a place.
func (m model) placed() bool {
	f, ok := m.shown(nextrole.PayMedian)
	return ok && f.Place != nextrole.Nation
}

// disagrees names a source that gives a figure otherwise; "" where none does.
func (m model) disagrees(f nextrole.Figure) string {
	for _, c := range nextrole.Conflicts(m.role.Figures) {
		switch f {
		case c.A:
			return m.library.Sources()[c.B.Source].Short
		case c.B:
			return m.library.Sources()[c.A.Source].Short
		}
	}
	return ""
}

// onlyGroups reports whether all the role has is a wider group's.
func (m model) onlyGroups() bool {
	return !slices.ContainsFunc(m.role.Figures, func(f nextrole.Figure) bool { return f.Parent == "" && !f.Kind.Exposure() })
}

func (m model) covers(parent nextrole.SOC) string {
	if parent == "" {
		return string(m.role.Code.SOC())
	}
	return "group " + string(parent)
}
