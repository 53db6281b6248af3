// Package plan is the page on which moves from a role are weighed: how close other
// roles are, and what a move to each would change and take.
package plan

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/chart"
	"nextrole/internal/transition"
	"nextrole/ui/page/brief"
	"nextrole/ui/session"
)

// library is what the page needs of the session.
type library interface {
	Role(nextrole.Code) (nextrole.Role, bool)
	Reading(nextrole.Code) (aijri.Reading, bool)
	Worked(nextrole.Code) aijri.Reading
	Credentials(nextrole.Code) []nextrole.Credential
	Sources() map[nextrole.SourceID]nextrole.Source
}

// order is what the list is ordered by.
type order int

// The orders. What is not known comes last in each.
const (
	byCloseness order = iota
	byScore
	byPay
	byJobs
	byZone
)

// orders are the names of the orders, as the menu has them.
var orders = []struct{ name, says string }{
	{"Closest first", "the closest first"},
	{"Score gained", "the highest gain in score first"},
	{"Pay gained", "the highest gain in pay first"},
	{"Number of jobs", "the most jobs first"},
	{"Fewest job zones up", "the fewest job zones up first"},
}

// most is how many roles the list has: those that are closest, whatever it is ordered
// by.
const most = 40

// model is the moves from one role.
type model struct {
	library library
	from    nextrole.Role
	moves   *session.Moves // nil until it is ready
	weights transition.Weights
	order   order
	of      int // roles that can be compared
	rows    []row
}

// row is a move as the list shows it.
type row struct {
	place int // 1 is the first of the list
	match transition.Match
	move  transition.Move
	// scored is whether the role that the move leads to is.
	scored bool
	jobs   *nextrole.Figure
}

func newModel(l library, c nextrole.Code) (*model, bool) {
	r, ok := l.Role(c)
	return &model{library: l, from: r, weights: transition.Equal}, ok
}

// find lists the closest roles in the order that is asked for.
func (m *model) find() {
	m.rows, m.of = nil, 0
	if m.moves == nil {
		return
	}
	list, _ := m.moves.Near(m.from.Code, m.weights)
	list = slices.DeleteFunc(list, transition.Match.TitlesOnly) // nobody has described what they do
	for i := range list {
		list[i].Rank = i + 1 // among those that are left
	}
	m.of = len(list)
	for _, match := range list[:min(len(list), most)] {
		to, ok := m.library.Role(match.Code)
		if !ok {
			continue
		}
		r := row{match: match, move: transition.MoveOf(m.from, to, match.Closeness, m.library.Reading)}
		_, r.scored = m.library.Reading(match.Code)
		if f, ok := nextrole.Shown(to.Figures, nextrole.Employment); ok {
			r.jobs = &f
		}
		m.rows = append(m.rows, r)
	}
	slices.SortStableFunc(m.rows, func(a, b row) int { return cmp.Compare(m.key(b), m.key(a)) })
	for i := range m.rows {
		m.rows[i].place = i + 1
	}
}

// key is what a row is ordered by: more comes first, and what is not known last.
func (m *model) key(r row) float64 {
	switch {
	case m.order == byCloseness:
		return r.match.Fit
	case m.order == byScore && r.move.Score != nil:
		return r.move.Score.By()
	case m.order == byPay && r.move.Pay != nil:
		return r.move.Pay.To - r.move.Pay.From
	case m.order == byJobs && r.jobs != nil && r.jobs.Parent == "":
		return *r.jobs.Value
	case m.order == byZone && r.move.ZoneStep != nil:
		return -float64(*r.move.ZoneStep)
	}
	return math.Inf(-1)
}

// reshapes reports whether the present job has ratings, so that a week of it can be
// worked out: staying is a plan too.
func (m *model) reshapes() bool { return m.library.Worked(m.from.Code).Result != nil }

// header says what the list has and how it is ordered.
func (m *model) header() string {
	if m.of == 0 {
		return ""
	}
	return fmt.Sprintf("The %d closest of %s roles, %s", len(m.rows), nextrole.Count(float64(m.of)), orders[m.order].says)
}

// closeness is the word for a row, with whether it is a stretch for another reason.
func (r row) closeness() string {
	if r.move.Stretch {
		return "Stretch"
	}
	return nextrole.Capital(string(r.match.Closeness))
}

// percentile says how close it is among all pairs.
func (r row) percentile() string {
	if math.IsNaN(r.match.Percentile) {
		return ""
	}
	return "closer than " + nextrole.Decimal(math.Floor(r.match.Percentile*10)/10, 1) + "%"
}

// score is the change in score, with what to know of it.
func (r row) score() (change, note string) {
	s := r.move.Score
	switch {
	case s == nil && r.scored:
		return "–", "no score now"
	case s == nil:
		return "–", "not scored"
	}
	if s.Unpublished() {
		note = "not published"
	}
	return nextrole.Signed(s.By(), 1), note
}

// pay is the change in pay, with what to know of it.
func (r row) pay() (change, note string) {
	p := r.move.Pay
	if p == nil {
		f, ok := nextrole.Shown(r.move.To.Figures, nextrole.PayMedian)
		switch {
		case ok && f.Parent != "":
			return "–", "group pay"
		case !ok:
			return "–", "no data"
		}
		return "–", "not known"
	}
	note = p.Period.String()
	if p.Steep() {
		note = "under ¾ of today’s"
	}
	return nextrole.SignedMoney(p.To - p.From), note
}

// zone is the step in job zones.
func (r row) zone() string {
	if r.move.ZoneStep == nil {
		return "–"
	}
	if *r.move.ZoneStep == 0 {
		return "same"
	}
	return nextrole.Signed(float64(*r.move.ZoneStep), 0)
}

// job is how many jobs there are, with the group that it counts.
func (r row) job() (jobs, note string) {
	if r.jobs == nil {
		return "–", "no data"
	}
	if r.jobs.Parent != "" {
		return "–", "group only"
	}
	return nextrole.Count(*r.jobs.Value), r.jobs.Period.String()
}

// scatter places the roles by closeness and score.
func (m *model) scatter(selected nextrole.Code) chart.Scatter {
	c := chart.Scatter{X: chart.Axis{Name: "Closeness", Unit: "standard deviations", Format: func(v float64) string { return nextrole.Decimal(v, 1) }}}
	for _, r := range m.rows {
		reading, ok := m.library.Reading(r.match.Code)
		if !ok {
			continue
		}
		p := chart.Point{
			Key: string(r.match.Code), Name: r.move.To.Title, X: r.match.Fit, Y: *reading.Score, Status: reading.Status,
			Selected: r.match.Code == selected, Tip: []string{r.closeness() + ", " + r.percentile() + " of all pairs"},
		}
		if f, ok := nextrole.Shown(r.move.To.Figures, nextrole.PayMedian); ok && f.Parent == "" {
			p.Size = f.Value
		}
		c.Points = append(c.Points, p)
	}
	if reading, ok := m.library.Reading(m.from.Code); ok && len(c.Points) > 0 {
		last := 0.0
		for _, p := range c.Points {
			last = max(last, p.X)
		}
		c.Points = append(c.Points, chart.Point{Key: "now", Name: "You now", X: last + 0.5, Y: *reading.Score, Status: reading.Status, Home: true, Tip: []string{"The role that moves start from"}})
	}
	return c
}

// credit says where the scores and the closeness are from.
func (m *model) credit() string {
	text := "Closeness computed by NextRole from tasks, work activities, knowledge and titles. Scores: AIJRI, published, editors’ drafts or mine, as marked."
	seen := map[string]bool{"": true}
	add := func(id nextrole.SourceID) {
		if c := m.library.Sources()[id].Credit; !seen[c] {
			seen[c] = true
			text += " " + c
		}
	}
	for _, r := range m.rows {
		if p := r.move.To.Profile; p != nil {
			add(p.Source)
		}
		if f, ok := nextrole.Shown(r.move.To.Figures, nextrole.PayMedian); ok {
			add(f.Source)
		}
	}
	return text
}

// part is a component of closeness, as a line.
type part struct{ name, value string }

// parts are what the closeness of a row is made of.
func (r row) parts() []part {
	var list []part
	for _, c := range transition.Components() {
		p := r.match.Parts[c]
		value := "missing in one of the two"
		if !p.Missing {
			value = nextrole.Signed(p.Z, 1)
		}
		list = append(list, part{c.Name(), value})
	}
	return list
}

// lines say what the move changes.
func (m *model) lines(r row) []string { return r.move.Told(m.short) }

// short is a source's as-of label.
func (m *model) short(id nextrole.SourceID) string {
	return cmp.Or(m.library.Sources()[id].Short, string(id))
}

// need is what the other role asks for, of one kind.
type need struct {
	title   string
	missing []string
	more    int // that are not listed
}

// listedNeeds is how many of each kind are listed.
const listedNeeds = 5

// needs are what is missing for a move, counted.
func (m *model) needs(r row) []need {
	g, ok := m.moves.Gap(m.from.Code, r.match.Code)
	if !ok {
		return nil
	}
	var list []need
	add := func(what string, c *transition.Counted, name func(string) string) {
		if c == nil {
			list = append(list, need{title: what + ": not known for both"})
			return
		}
		n := need{title: fmt.Sprintf("%s: %d of %d you have", what, c.Shared, c.Of)}
		for i, one := range c.Missing {
			if i == listedNeeds {
				n.more = len(c.Missing) - listedNeeds
				break
			}
			n.missing = append(n.missing, name(one.ID))
		}
		list = append(list, n)
	}
	same := func(id string) string { return id }
	add("Work activities", g.Activities, m.activity)
	add("Software", g.Software, same)
	add("Knowledge that matters there", g.Knowledge, m.area)
	if s := g.Education; s != nil && s.From.Value != s.To.Value {
		list = append(list, need{title: "Typical entry: " + plain(s.To.Value) + ", now " + plain(s.From.Value) + " (" + s.Origin(m.short) + ")"})
	}
	var names []string
	for _, c := range m.library.Credentials(r.match.Code) {
		names = append(names, c.Name)
	}
	if len(names) > 0 {
		list = append(list, need{title: "Credentials that serve it: " + strings.Join(names, ", ")})
	}
	return list
}

func plain(text string) string { return strings.ReplaceAll(text, "'", "’") }

func (m *model) activity(id string) string {
	return cmp.Or(strings.TrimSuffix(m.moves.Names[id], "."), id)
}

// area names an area of knowledge, which both roles are rated in.
func (m *model) area(id string) string {
	r, ok := m.moves.Role(m.from.Code)
	if !ok || r.Profile == nil {
		return id
	}
	if i := slices.IndexFunc(r.Profile.Knowledge, func(e nextrole.Element) bool { return e.ID == id }); i >= 0 {
		return r.Profile.Knowledge[i].Name
	}
	return id
}

// stands is what the score of the role is, in words.
func (m *model) stands() string {
	reading, ok := m.library.Reading(m.from.Code)
	v := brief.Judge(reading, ok)
	if !ok {
		return v.Score
	}
	return reading.Zone.Name() + " " + v.Score + ", " + reading.Status.Name()
}
