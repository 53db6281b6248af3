// Package sources is the tab of a role about where its facts are from: each
// source with its file, release, date, license and credit, and what of the role
// it gives.
package sources

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nextrole"
	"nextrole/ui/page/brief"
)

// library is what the tab needs of the session.
type library interface {
	Credentials(nextrole.Code) []nextrole.Credential
	Curriculum() []nextrole.Framework
	Sources() map[nextrole.SourceID]nextrole.Source
}

type model struct {
	library library
	role    nextrole.Role
}

// origin is a source as the tab shows it.
type origin struct {
	name    string
	title   string
	gives   []string
	details []detail
	credit  string
	remark  string
}

// detail is a property of a source; absent ones say so.
type detail struct{ name, value string }

// origins lists the sources of the role, those that give most first.
func (m model) origins() []origin {
	g := m.gathered()
	ids := slices.SortedStableFunc(slices.Values(g.order), func(a, b nextrole.SourceID) int {
		return cmp.Compare(len(g.gives[b]), len(g.gives[a]))
	})
	var list []origin
	for _, id := range ids {
		s, ok := m.library.Sources()[id]
		if !ok {
			continue
		}
		o := origin{name: s.Publisher, title: s.Title, gives: g.gives[id], credit: s.Credit, remark: s.Remark}
		o.details = []detail{
			{"File", orElse(s.File, "not a file, or its name is not kept")},
			{"Release", orElse(s.Release, "undated")},
			{"Retrieved", nextrole.Date(s.Retrieved)},
			{"License", s.License},
		}
		if s.Quoting != "" {
			o.details = append(o.details, detail{"Second-hand", "quoting " + s.Quoting})
		}
		list = append(list, o)
	}
	return list
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// gathering is what each source gives, in the order in which they were met.
type gathering struct {
	order []nextrole.SourceID
	gives map[nextrole.SourceID][]string
}

func (g *gathering) add(id nextrole.SourceID, what string) {
	if id == "" {
		return
	}
	if g.gives[id] == nil {
		g.order = append(g.order, id)
	}
	if !slices.Contains(g.gives[id], what) {
		g.gives[id] = append(g.gives[id], what)
	}
}

func (m model) gathered() *gathering {
	g := &gathering{gives: map[nextrole.SourceID][]string{}}
	m.figures(g)
	for _, f := range []struct {
		name string
		fact *nextrole.Fact
	}{
		{"typical entry education", m.role.Education},
		{"work experience", m.role.Experience},
		{"training on the job", m.role.Training},
		{"job zone", m.role.JobZone},
		{"AI exposure category", m.role.Exposure},
	} {
		if f.fact != nil {
			g.add(f.fact.Source, brief.Of(f.fact.Parent, f.name))
		}
	}
	if p := m.role.Profile; p != nil {
		for _, part := range []struct {
			name string
			n    int
		}{
			{"skills", len(p.Skills)},
			{"areas of knowledge", len(p.Knowledge)},
			{"interests", len(p.Interests)},
			{"levels of education", len(p.Education)},
			{"software products", len(p.Software)},
			{"pieces of equipment", len(p.Equipment)},
			{"related roles", len(p.Related)},
		} {
			if part.n > 0 {
				g.add(p.Source, fmt.Sprintf("%d %s", part.n, part.name))
			}
		}
	}
	for _, t := range m.role.Tasks {
		g.add(t.Source, "tasks")
	}
	for _, n := range m.role.Clauses() {
		g.add(n.Clause.Source, strings.ToLower(n.Name))
	}
	for _, l := range m.role.Listings() {
		if l.Listing != nil {
			g.add(l.Listing.Source, fmt.Sprintf("%d %s", len(l.Listing.Names), l.Field))
		}
	}
	for _, f := range m.library.Curriculum() {
		if m.linked(f) {
			g.add(f.Source, "domains of "+f.Name)
		}
	}
	for _, a := range m.role.Assessments {
		assessments(g, a)
	}
	for _, k := range m.library.Credentials(m.role.Code) {
		for _, n := range k.Clauses() {
			if n.Clause != nil {
				g.add(n.Clause.Source, "rules of "+k.Name)
			}
		}
	}
	return g
}

// figures gathers the figures by kind, with the periods there are.
func (m model) figures(g *gathering) {
	type given struct {
		source nextrole.SourceID
		name   string
	}
	var order []given
	periods := map[given][]string{}
	for _, f := range m.role.Figures {
		key := given{f.Source, brief.Of(f.Parent, figureName(f))}
		if periods[key] == nil {
			order = append(order, key)
		}
		if p := f.Period.String(); !slices.Contains(periods[key], p) {
			periods[key] = append(periods[key], p)
		}
	}
	for _, key := range order {
		g.add(key.source, key.name+" ("+strings.Join(periods[key], ", ")+")")
	}
}

func figureName(f nextrole.Figure) string {
	name := ""
	switch f.Kind {
	case nextrole.PayP10, nextrole.PayP25, nextrole.PayMedian, nextrole.PayP75, nextrole.PayP90:
		name = "pay"
	case nextrole.Employment:
		name = "jobs"
	case nextrole.IndustryShare:
		return "jobs by industry"
	case nextrole.Growth:
		name = "job growth"
	case nextrole.Openings:
		name = "openings"
	default:
		name = "an exposure index"
	}
	if f.Industry != "" {
		name += " by industry"
	}
	return name
}

// assessments gathers an assessment, and what its ratings rest on.
func assessments(g *gathering, a nextrole.Assessment) {
	g.add(a.Source, "an AIJRI assessment, "+a.Status.Name())
	if a.Inputs == nil {
		return
	}
	ratings := slices.Concat(a.Inputs.Evidence[:], a.Inputs.Barriers[:], []nextrole.Rating{a.Inputs.Growth})
	for _, r := range ratings {
		for _, id := range r.Sources {
			g.add(id, "evidence for a rating")
		}
		for _, c := range r.Counter {
			g.add(c.Source, "evidence against a rating")
		}
	}
}

// linked reports whether a task of the role belongs to a domain of a framework.
func (m model) linked(f nextrole.Framework) bool {
	return slices.ContainsFunc(m.role.Tasks, func(t nextrole.TaskStatement) bool {
		return slices.ContainsFunc(f.Domains, func(d nextrole.Domain) bool { return slices.Contains(t.Domains, d.ID) })
	})
}
