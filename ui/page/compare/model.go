// Package compare is the page that lays the pinned roles side by side: one
// column a role, with differences from a baseline, and below the table what
// the marks in it mean and where each figure is from.
package compare

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"nextrole"
	table "nextrole/internal/compare"
)

// library is what the page needs of the session.
type library interface {
	Role(nextrole.Code) (nextrole.Role, bool)
	Whole(nextrole.Code) (nextrole.Role, bool)
	Pins() []nextrole.Code
	Settings() nextrole.Settings
	Sources() map[nextrole.SourceID]nextrole.Source
	Comparisons() []nextrole.Comparison
}

// model is what the page shows.
type model struct {
	library library
	only    bool // rows that are the same for all roles are left out

	pins   []nextrole.Code
	roles  []nextrole.Role
	table  table.Table // all rows; without columns where there is too little to compare
	listed map[string]bool
	hidden int // rows left out
}

func newModel(l library) *model { return &model{library: l} }

// renew brings the table up to date with the pins and the settings.
func (m *model) renew() {
	m.pins = m.library.Pins()
	m.roles = nil
	for _, c := range m.pins {
		twice := slices.ContainsFunc(m.roles, func(r nextrole.Role) bool { return r.Code == c })
		if r, ok := m.library.Whole(c); ok && !twice && len(m.roles) < table.Most {
			r.Figures = national(r.Figures)
			m.roles = append(m.roles, r)
		}
	}
	m.table = table.Table{}
	if len(m.roles) >= table.Least {
		settings := m.library.Settings()
		// The roles are known, different and few enough, and the baseline is one of them.
		m.table, _ = table.Of(m.roles, table.Options{
			Baseline: m.baseline(settings.Baseline), Choices: settings.Shown, Sources: m.library.Sources(),
		})
	}
	m.list()
}

// national leaves out the figures of the person's place: roles are compared by
// what there is of all of them.
func national(figures []nextrole.Figure) []nextrole.Figure {
	return slices.DeleteFunc(slices.Clone(figures), func(f nextrole.Figure) bool { return f.Place != nextrole.Nation })
}

// list decides which rows are shown.
func (m *model) list() {
	shown := m.table
	m.hidden = 0
	if m.only {
		shown, m.hidden = m.table.OnlyDifferences()
	}
	m.listed = map[string]bool{}
	for _, s := range shown.Sections {
		m.listed[s.Name] = true
		for _, r := range s.Rows {
			m.listed[r.Key] = true
		}
	}
}

// baseline is the column of the role chosen as baseline, else the first.
func (m *model) baseline(chosen nextrole.Code) int {
	return max(slices.IndexFunc(m.roles, func(r nextrole.Role) bool { return r.Code == chosen }), 0)
}

// empty reports whether there is too little to compare.
func (m *model) empty() bool { return len(m.table.Columns) == 0 }

// toggle leaves equal rows out, or no longer.
func (m *model) toggle() {
	m.only = !m.only
	m.list()
}

// count says how many roles are compared, and what is left out.
func (m *model) count() string {
	s := fmt.Sprintf("%d of %d roles", len(m.roles), nextrole.MaxPins)
	switch {
	case !m.only:
		return s
	case m.hidden == 0:
		return s + " · no equal rows to hide"
	case m.hidden == 1:
		return s + " · 1 equal row hidden"
	}
	return fmt.Sprintf("%s · %d equal rows hidden", s, m.hidden)
}

// base is the column that differences are taken from.
func (m *model) base() table.Column { return m.table.Columns[m.table.Baseline] }

// corner explains the marks of the table.
func (m *model) corner() string {
	return "Right-hand figures: difference from " + m.base().Letter + ". Tinted: large difference."
}

// next is the role after the present baseline, around the end.
func (m *model) next() nextrole.Code {
	return m.table.Columns[(m.table.Baseline+1)%len(m.table.Columns)].Code
}

// moved returns the pins with column i moved by d columns. It reports false
// where there is no such place.
func (m *model) moved(i, d int) ([]nextrole.Code, bool) {
	to := i + d
	if i < 0 || i >= len(m.roles) || to < 0 || to >= len(m.roles) {
		return nil, false
	}
	var pins []nextrole.Code
	for _, r := range m.roles {
		pins = append(pins, r.Code)
	}
	code := pins[i]
	return slices.Insert(slices.Delete(pins, i, i+1), to, code), true
}

// caption says under a section's name what to keep in mind.
func caption(section string) string {
	switch section {
	case "AI resistance":
		return "About the typical job under a code: no forecast of job loss, and not about you."
	case "Pay and outlook":
		return "One period to a row. A wider group’s figure is marked and not compared."
	}
	return ""
}

// note is what has to stand beside a value. Beside the score stands whose it is
// in full, beside what it is made of a short tag.
func note(r table.Row, i int) string {
	if r.Key == "score" {
		return r.Cells[i].Note
	}
	return strings.Replace(r.Cells[i].Note, nextrole.Draft.Name(), "draft", 1)
}

// axis is the common scale on which a row of ranges is drawn; it reports false
// for a row without ranges.
func axis(r table.Row) (least, most float64, ok bool) {
	for _, c := range r.Cells {
		for _, v := range []*float64{c.Low, c.Mid, c.High} {
			if v != nil {
				most, ok = max(most, *v), true
			}
		}
	}
	if r.Key == "likely" {
		return 0, 100, ok
	}
	const round = 50_000
	return 0, math.Ceil(most/round) * round, ok
}

// scale says in words what a row of ranges is drawn on.
func scale(r table.Row) string {
	least, most, ok := axis(r)
	switch {
	case !ok:
		return ""
	case r.Key == "likely":
		return "0 to 100, with a tick at the score"
	}
	return fmt.Sprintf("%s to %s, with a tick at the median", nextrole.Money(least), nextrole.Money(most))
}

// tip tells all about a cell: what it is of, why something is missing, and
// where it is from.
func (m *model) tip(r table.Row, i int) (head, body string) {
	c, column := r.Cells[i], m.table.Columns[i]
	lines := []string{column.Letter + " · " + column.Title}
	value := c.Text
	if c.Note != "" {
		value += " · " + c.Note
	}
	lines = append(lines, value)
	if c.Why != "" {
		lines = append(lines, sentence(c.Why))
	}
	if c.Group != "" {
		lines = append(lines, "Of the wider group "+m.group(i, c.Group)+", so not compared")
	}
	if c.Diff != "" {
		lines = append(lines, "Compared with "+m.base().Letter+": "+c.Diff)
	}
	if from := m.from(c); from != "" {
		lines = append(lines, from)
	}
	head = r.Name
	if r.Unit != "" {
		head += ", " + r.Unit
	}
	return head, strings.Join(lines, "\n")
}

// from names the source and period of a cell.
func (m *model) from(c table.Cell) string {
	s, ok := m.library.Sources()[c.Source]
	switch {
	case !ok:
		return ""
	case c.Period == "" || strings.Contains(s.Short, c.Period.String()):
		return s.Short
	}
	return s.Short + ", for " + c.Period.String()
}

// group names a wider group by code and, where the library knows it, by title.
func (m *model) group(i int, soc nextrole.SOC) string {
	for _, f := range m.roles[i].Figures {
		if f.Parent == soc && f.Note != "" {
			return string(soc) + ", " + f.Note
		}
	}
	return string(soc)
}

// starter offers roles to begin with: those pinned, the role the person knows,
// and then a few that have much to show.
func (m *model) starter() []nextrole.Role {
	const few = 4
	codes := append(slices.Clone(m.pins), m.library.Settings().Home, "29-9021.00", "15-1211.01", "13-1041.00", "11-9111.00")
	var roles []nextrole.Role
	for _, c := range codes {
		listed := slices.ContainsFunc(roles, func(r nextrole.Role) bool { return r.Code == c })
		if r, ok := m.library.Role(c); ok && !listed && len(roles) < few {
			roles = append(roles, r)
		}
	}
	if len(roles) < table.Least {
		return nil
	}
	return roles
}

// why says why there is nothing to compare.
func (m *model) why() string {
	if len(m.roles) == 1 {
		return fmt.Sprintf("%s is the only pinned role. Pin one to five more, and they stand side by side here.", m.roles[0].Title)
	}
	return "No role is pinned. Pin two to six, and they stand side by side here."
}

// offer says what the roles offered to begin with are.
func (m *model) offer() string {
	const whose = "Or look at an example; it is no advice. "
	home, ok := m.library.Role(m.library.Settings().Home)
	switch {
	case len(m.roles) == 1:
		return whose + "It keeps the role you pinned and adds some that have much to show:"
	case ok:
		return whose + "It has the role you said you know, " + home.Title + ", and some that have much to show:"
	}
	return whose + "These roles have much to show:"
}

// sentence starts words with a capital and ends them with a period.
func sentence(words string) string {
	for i, r := range words {
		if i == 0 {
			words = strings.ToUpper(string(r)) + words[len(string(r)):]
		}
	}
	return strings.TrimSuffix(words, ".") + "."
}
