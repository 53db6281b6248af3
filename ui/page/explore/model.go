// Package explore is the page on which a person finds roles: a search, filters
// with counts, a preview, and the tray of pinned roles.
package explore

import (
	"cmp"
	"slices"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/search"
)

// library is what the page needs of the session.
type library interface {
	Roles() []nextrole.Role
	Role(nextrole.Code) (nextrole.Role, bool)
	Reading(nextrole.Code) (aijri.Reading, bool)
	Find(query string) search.Results
	Suggest(query string) string
	Pinned(nextrole.Code) bool
}

// row is a role as the list shows it.
type row struct {
	code       nextrole.Code
	title      string
	titleSpans []search.Span
	why        string // after the code: why it matched, or the family
	whyText    string // the part of why that whySpans speak of
	whySpans   []search.Span

	zone   nextrole.Zone
	status nextrole.Status
	score  *float64 // nil is not scored
	pay    string
	payOf  string // period, or the group the figure belongs to
	growth string
	of     string
	pinned bool
}

// model is what the page shows.
type model struct {
	library library

	query   string
	filters [filterCount]choice
	found   search.Results // by the query; nothing without one
	listed  []candidate
	total   int // roles in the library
	matches int // roles that match the query, before the filters
	suggest string

	// The periods that most figures of the columns are of; the header says them,
	// so that a row has room to name a wider group.
	payPeriod, growthPeriod nextrole.Period
}

func newModel(l library) *model {
	m := &model{library: l, total: len(l.Roles())}
	for i := range m.filters {
		m.filters[i] = choice{}
	}
	m.payPeriod = commonPeriod(l.Roles(), nextrole.PayMedian)
	m.growthPeriod = commonPeriod(l.Roles(), nextrole.Growth)
	return m
}

// commonPeriod is the period that most of the figures shown are of; the newer
// one of equals.
func commonPeriod(roles []nextrole.Role, k nextrole.Kind) nextrole.Period {
	counts := map[nextrole.Period]int{}
	var common nextrole.Period
	for _, r := range roles {
		f, ok := nextrole.Shown(r.Figures, k)
		if !ok {
			continue
		}
		counts[f.Period]++
		n, most := counts[f.Period], counts[common]
		if n > most || n == most && f.Period.Newer(common) {
			common = f.Period
		}
	}
	return common
}

// find brings the rows up to date with the query and the filters.
func (m *model) find() {
	candidates := m.candidates()
	m.matches = len(candidates)
	m.suggest = ""
	if m.matches == 0 {
		m.suggest = m.library.Suggest(m.query)
	}
	m.listed = m.listed[:0]
	for _, c := range candidates {
		if m.passes(c.role, noFilter) {
			m.listed = append(m.listed, c)
		}
	}
}

// candidate is a role that the query finds; without one, all roles are.
type candidate struct {
	role nextrole.Role
	at   int // in what was found; −1 without a query
}

func (m *model) candidates() []candidate {
	if strings.TrimSpace(m.query) == "" {
		all := make([]candidate, 0, m.total)
		for _, r := range m.library.Roles() {
			all = append(all, candidate{r, -1})
		}
		// Scored roles first: they have the most to show.
		slices.SortStableFunc(all, func(a, b candidate) int {
			return cmp.Compare(m.unscored(a.role.Code), m.unscored(b.role.Code))
		})
		return all
	}
	m.found = m.library.Find(m.query)
	found := make([]candidate, 0, m.found.Len())
	for i := range m.found.Len() {
		if r, ok := m.library.Role(m.found.Code(i)); ok {
			found = append(found, candidate{r, i})
		}
	}
	return found
}

func (m *model) unscored(c nextrole.Code) int {
	if _, ok := m.library.Reading(c); ok {
		return 0
	}
	return 1
}

// row returns row i of the list. It is made when it is asked for: few of many
// are seen.
func (m *model) row(i int) row {
	c := m.listed[i]
	r := row{
		code:   c.role.Code,
		title:  c.role.Title,
		why:    c.role.Family.Name(),
		zone:   nextrole.ZoneNone,
		pinned: m.library.Pinned(c.role.Code),
	}
	if c.at >= 0 {
		hit := m.found.Hit(c.at)
		r.titleSpans = hit.TitleSpans
		if hit.Field != search.Title {
			r.whyText, r.whySpans = hit.Text, hit.Spans
		}
		if hit.Field != search.Title && hit.Field != search.Code { // the code stands there anyway
			r.why = hit.Why
		}
	}
	if reading, ok := m.library.Reading(c.role.Code); ok {
		r.zone, r.status, r.score = reading.Zone, reading.Status, reading.Score
	}
	r.pay, r.payOf = payCell(c.role, m.payPeriod)
	r.growth, r.of = growthCell(c.role, m.growthPeriod)
	return r
}

// noData stands where the library has no figure.
const noData = "no data"

func payCell(r nextrole.Role, common nextrole.Period) (value, note string) {
	f, ok := nextrole.Shown(r.Figures, nextrole.PayMedian)
	if !ok {
		return noData, ""
	}
	return nextrole.Money(*f.Value), figureNote(f, common)
}

func growthCell(r nextrole.Role, common nextrole.Period) (value, note string) {
	f, ok := nextrole.Shown(r.Figures, nextrole.Growth)
	if !ok {
		return noData, ""
	}
	return nextrole.SignedPercent(*f.Value), figureNote(f, common)
}

// figureNote says of what the figure is: its period, or the wider group it is
// of, and then its period only where that is not the one in the header.
func figureNote(f nextrole.Figure, common nextrole.Period) string {
	switch {
	case f.Parent == "":
		return f.Period.String()
	case f.Period == common:
		return "group " + string(f.Parent)
	}
	return string(f.Parent) + ", " + f.Period.String()
}

// header says how many roles are listed and in which order.
func (m *model) header() (count, order string) {
	count = plural(len(m.listed), "role", "roles")
	switch {
	case strings.TrimSpace(m.query) != "":
		return count, " of " + nextrole.Count(float64(m.total)) + " · best match first"
	case len(m.listed) < m.total:
		return count, " of " + nextrole.Count(float64(m.total)) + " · scored roles first"
	}
	return count, " · scored roles first"
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return nextrole.Count(float64(n)) + " " + many
}

// index returns where a role is in the list, or −1.
func (m *model) index(c nextrole.Code) int {
	return slices.IndexFunc(m.listed, func(l candidate) bool { return l.role.Code == c })
}
