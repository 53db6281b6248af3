package onet

import (
	"cmp"
	"slices"
	"strings"

	"nextrole"
	"nextrole/internal/source/table"
)

// domain is a part of O*NET's content model, as the ids of its elements begin.
type domain struct {
	prefix string
	name   string // of the table
	take   func(*part, rating)
}

var domains = []domain{
	{"1.A.", "Abilities", func(p *part, r rating) { p.element(r, &p.profile().Abilities) }},
	{"1.B.1.", "Interests", (*part).interest},
	{"1.B.2.", "Work Values", (*part).value},
	{"1.B.3.", "Basic Interests", nil},
	{"1.C.", "Work Styles", (*part).style},
	{"1.D.", "Work Styles", (*part).style},
	{"2.A.", "Essential Skills", func(p *part, r rating) { p.element(r, &p.profile().Skills) }},
	{"2.B.", "Transferable Skills", func(p *part, r rating) { p.element(r, &p.profile().Skills) }},
	{"2.C.", "Knowledge", func(p *part, r rating) { p.element(r, &p.profile().Knowledge) }},
	{"2.D.", "Education", (*part).preparation},
	{"3.A.", "Training and Experience", (*part).preparation},
	{"4.A.", "Work Activities", func(p *part, r rating) { p.element(r, &p.profile().Activities) }},
	{"4.C.", "Work Context", (*part).condition},
}

// joined names the tables that hold two domains, up to 30.2.
var joined = map[string]string{
	"Essential Skills, Transferable Skills": "Skills",
	"Education, Training and Experience":    "Education, Training, and Experience",
}

// rating is a row of a table of ratings.
type rating struct {
	row             table.Row
	id, name, scale string
	category        string
	value           string
	columns         *ratingColumns
}

type ratingColumns struct {
	id, name, scale, category, value                int
	n, failure, suppress, notRelevant, date, domain int
}

// readRatings reads a table of ratings. The element tells what a row is about,
// so that it does not matter how a release cuts its tables.
func readRatings(p *part, c table.Columns) func(table.Row) {
	at := &ratingColumns{
		id: c.At("Element ID"), name: c.At("Element Name"), scale: c.At("Scale ID"),
		category: c.At("Category"), value: c.At("Data Value"),
		n: c.At("N"), failure: c.At("Standard Error"), suppress: c.At("Recommend Suppress"),
		notRelevant: c.At("Not Relevant"), date: c.At("Date"), domain: c.At("Domain Source"),
	}
	met := map[string]bool{}
	p.ends = append(p.ends, sortElements)
	return func(row table.Row) {
		r := rating{row: row, columns: at, id: row.Cell(at.id), scale: row.Cell(at.scale), category: row.Cell(at.category), value: row.Cell(at.value)}
		for _, d := range domains {
			if !strings.HasPrefix(r.id, d.prefix) {
				continue
			}
			if !met[d.name] {
				met[d.name] = true
				p.Name = tableName(met)
			}
			if d.take != nil {
				r.id, r.name = p.name(r.id), p.name(row.Cell(at.name))
				d.take(p, r)
			}
			return
		}
		p.Remark(row.Line, "%q is no element of O*NET's content model; the row is left out", r.id)
	}
}

// tableName names a table by the domains met in it.
func tableName(met map[string]bool) string {
	var names []string
	for _, d := range domains {
		if met[d.name] && !slices.Contains(names, d.name) {
			names = append(names, d.name)
		}
	}
	name := strings.Join(names, ", ")
	return cmp.Or(joined[name], name)
}

// element takes a row of importance (IM) or level (LV).
func (p *part) element(r rating, list *[]nextrole.Element) {
	i := len(*list) - 1
	for i >= 0 && (*list)[i].ID != r.id {
		i--
	}
	if i < 0 {
		*list = append(*list, nextrole.Element{ID: r.id, Name: r.name})
		i = len(*list) - 1
	}
	e := &(*list)[i]
	into, least, most := &e.Importance, 1.0, 5.0
	if r.scale == "LV" {
		into, least, most = &e.Level, 0, 7
	} else if r.scale != "IM" {
		p.Remark(r.row.Line, "there is no scale %q of %s; the row is left out", r.scale, r.name)
		return
	}
	if *into != nil {
		p.twice(r.row.Line, r.scale+" of "+r.id)
		return
	}
	if r.row.Cell(r.columns.notRelevant) == "Y" {
		return // the printed level is no number then
	}
	if *into = p.number(r.row.Line, r.value, least, most); *into != nil {
		p.survey(r, e)
	}
}

// survey keeps how sure a rating is.
func (p *part) survey(r rating, e *nextrole.Element) {
	if e.Survey == nil {
		e.Survey = &nextrole.Survey{Date: p.name(r.row.Cell(r.columns.date)), By: p.name(r.row.Cell(r.columns.domain))}
		if n := p.number(r.row.Line, r.row.Cell(r.columns.n), 0, 1e6); n != nil {
			whole := int(*n)
			e.Survey.N = &whole
		}
	}
	failure := p.number(r.row.Line, r.row.Cell(r.columns.failure), 0, 100)
	if r.scale == "LV" {
		e.Survey.LevelError = failure
	} else {
		e.Survey.ImportanceError = failure
	}
	e.Survey.Suppress = e.Survey.Suppress || r.row.Cell(r.columns.suppress) == "Y"
}

// interest takes a row of interests (OI, 1 to 7). The high points (IH) only
// say which are the highest.
func (p *part) interest(r rating) {
	if r.scale != "OI" {
		return
	}
	if v := p.number(r.row.Line, r.value, 1, 7); v != nil && p.first(r.row.Line, r.id) {
		f := p.profile()
		f.Interests = append(f.Interests, nextrole.Interest{Name: r.name, Value: *v})
	}
}

// value takes a row of work values (EX, 1 to 7), without their high points.
func (p *part) value(r rating) {
	if r.scale == "EX" {
		p.trait(r, &p.profile().Values, 1, 7)
	}
}

// style takes a row of work styles: impact (WI, −3 to +3) and distinctness (DR,
// 0 to 10) since 30.1, importance (IM, 1 to 5) before.
func (p *part) style(r rating) {
	f := p.profile()
	switch r.scale {
	case "WI":
		p.trait(r, &f.Styles, -3, 3)
	case "IM":
		p.trait(r, &f.Styles, 1, 5)
	case "DR":
		i := slices.IndexFunc(f.Styles, func(t nextrole.Trait) bool { return t.ID == r.id })
		if i < 0 {
			f.Styles = append(f.Styles, nextrole.Trait{ID: r.id, Name: r.name, Scale: "WI"})
			i = len(f.Styles) - 1
		}
		f.Styles[i].Distinctness = p.number(r.row.Line, r.value, 0, 10)
	default:
		p.Remark(r.row.Line, "there is no scale %q of work styles; the row is left out", r.scale)
	}
}

func (p *part) trait(r rating, list *[]nextrole.Trait, least, most float64) {
	i := slices.IndexFunc(*list, func(t nextrole.Trait) bool { return t.ID == r.id })
	if i >= 0 && (*list)[i].Value != nil {
		p.twice(r.row.Line, r.id)
		return
	}
	if i < 0 {
		*list = append(*list, nextrole.Trait{ID: r.id, Name: r.name})
		i = len(*list) - 1
	}
	(*list)[i].Scale = p.name(r.scale)
	(*list)[i].Value = p.number(r.row.Line, r.value, least, most)
}

// condition takes a row of work context: the mean (CX, 1 to 5; CT, 1 to 3) or
// the percentage of one answer (CXP, CTP).
func (p *part) condition(r rating) {
	f := p.profile()
	i := len(f.Context) - 1
	for i >= 0 && f.Context[i].ID != r.id {
		i--
	}
	most := 5
	if strings.HasPrefix(r.scale, "CT") {
		most = 3
	}
	if i < 0 {
		f.Context = append(f.Context, nextrole.Condition{ID: r.id, Name: r.name, Most: most})
		i = len(f.Context) - 1
	}
	c := &f.Context[i]
	switch r.scale {
	case "CX", "CT":
		if c.Value != nil {
			p.twice(r.row.Line, r.id)
			return
		}
		c.Value = p.number(r.row.Line, r.value, 1, float64(most))
	case "CXP", "CTP":
		n, v := p.number(r.row.Line, r.category, 1, float64(most)), p.number(r.row.Line, r.value, 0, 100)
		if n == nil || v == nil {
			return
		}
		if c.Shares == nil {
			c.Shares = make([]float64, most)
		}
		if int(*n) <= len(c.Shares) {
			c.Shares[int(*n)-1] = *v
		}
	default:
		p.Remark(r.row.Line, "there is no scale %q of work context; the row is left out", r.scale)
	}
}

// sortElements brings ratings into the order of their importance.
func sortElements(role *nextrole.Role) {
	f := role.Profile
	if f == nil {
		return
	}
	for _, list := range [][]nextrole.Element{f.Skills, f.Knowledge, f.Abilities, f.Activities} {
		slices.SortStableFunc(list, func(a, b nextrole.Element) int {
			return cmp.Or(cmp.Compare(importance(b), importance(a)), cmp.Compare(a.ID, b.ID))
		})
	}
	for _, list := range []*[]nextrole.Attainment{&f.Education, &f.Experience, &f.Training, &f.OnTheJob} {
		slices.SortStableFunc(*list, func(a, b nextrole.Attainment) int { return cmp.Compare(a.Rank, b.Rank) })
	}
}

// importance is that of an element for sorting: one that is absent comes last.
func importance(e nextrole.Element) float64 {
	if e.Importance == nil {
		return -1
	}
	return *e.Importance
}
