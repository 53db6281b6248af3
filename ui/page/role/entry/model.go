// Package entry is the tab of a role about getting in: the education, experience
// and training that employers ask for, and the credentials that serve it.
package entry

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nextrole"
	"nextrole/internal/chart"
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

// need is something asked for at entry.
type need struct {
	name, value, meaning, source string
	absent                       bool
}

func (m model) needs() []need {
	return []need{
		m.need("Typical entry education", m.role.Education, nil),
		m.need("Work experience in a related role", m.role.Experience, experience),
		m.need("Training on the job", m.role.Training, training),
		m.need("Job zone", m.role.JobZone, zone),
	}
}

func (m model) need(name string, f *nextrole.Fact, explain func(string) (value, meaning string)) need {
	if f == nil {
		why := "not in this library"
		if !m.role.Code.Official() {
			why = "no SOC code of its own"
		}
		return need{name: name, value: "no data", source: why, absent: true}
	}
	n := need{
		name: name, value: strings.ReplaceAll(f.Value, "'", "’"),
		source: brief.AsOf(m.library.Sources(), f.Source, f.Period, f.Parent),
	}
	if explain != nil {
		n.value, n.meaning = explain(n.value)
	}
	return n
}

func experience(v string) (value, meaning string) {
	if v == "None" {
		return "None asked for", "Employers typically hire people who are new to this kind of work."
	}
	return v, "In a related occupation, before this one."
}

func training(v string) (value, meaning string) {
	if v == "None" {
		return "None asked for", "People are typically expected to be ready for the work when they start."
	}
	return v, ""
}

// zone says in plain words what a job zone of O*NET asks for.
func zone(v string) (value, meaning string) {
	meanings := map[string]string{
		"1": "Little or no preparation.",
		"2": "Some preparation, often a high school diploma and some months of training.",
		"3": "Medium preparation: vocational school, training on the job, or an associate’s degree.",
		"4": "Considerable preparation, mostly a bachelor’s degree and some years of experience.",
		"5": "Extensive preparation, often a graduate degree and years of experience.",
	}
	return v + " of 5", meanings[v]
}

// attained is the chart of what workers say their job requires; ok is false
// where O*NET has not asked them.
func (m model) attained() (c chart.Ratings, ok bool) {
	f := m.role.Profile
	if f == nil || len(f.Education) == 0 {
		return c, false
	}
	c = chart.Ratings{
		Name: "Education that workers say the job requires", Measure: "Percent of those asked", Unit: "%", Most: 100,
		AsOf: m.library.Sources()[f.Source].Short,
	}
	for _, e := range f.Education {
		c.Items = append(c.Items, chart.Rated{Name: strings.ReplaceAll(e.Level, "'", "’"), Value: &e.Percent})
	}
	return c, true
}

// unasked says why there is no such chart.
func (m model) unasked() (head, why string) {
	switch {
	case !m.role.Code.Official():
		return "No survey of education", "This role has no SOC code of its own, so O*NET does not describe it."
	case m.role.Profile != nil && !m.role.Profile.Rated:
		return "Not rated by O*NET", "O*NET has not asked workers in this role yet what education their job requires."
	}
	return "No survey of education", "This library has no O*NET profile of this role."
}

// credential is a credential as the tab shows it.
type credential struct {
	name, title, body string
	was               string // names it had before
	reason            string // how it serves this role
	rules             []rule
}

// rule is one of its rules, with where that is from.
type rule struct{ name, text, source string }

// credentials lists those that most is known about first.
func (m model) credentials() []credential {
	var list []credential
	for _, k := range m.library.Credentials(m.role.Code) {
		c := credential{name: k.Name, title: k.Title, body: k.Body}
		var was []string
		for _, w := range k.Was {
			was = append(was, w.Title)
		}
		if len(was) > 0 {
			c.was = "formerly " + strings.Join(was, ", ")
		}
		for _, r := range k.Roles {
			if r.Code == m.role.Code {
				c.reason = r.Reason
			}
		}
		for _, n := range k.Clauses() {
			if n.Clause == nil {
				continue
			}
			c.rules = append(c.rules, rule{n.Name, n.Clause.Text, brief.Told(*n.Clause, m.library.Sources())})
		}
		list = append(list, c)
	}
	slices.SortStableFunc(list, func(a, b credential) int { return cmp.Compare(len(b.rules), len(a.rules)) })
	return list
}

// told is something about getting in or on, in sentences with their sources.
type told struct {
	name  string
	lines []rule
}

func (m model) told() []told {
	var list []told
	for _, n := range m.role.Clauses() {
		if n.Field == "setting" { // which is on the summary
			continue
		}
		if len(list) == 0 || list[len(list)-1].name != n.Name {
			list = append(list, told{name: n.Name})
		}
		last := &list[len(list)-1]
		last.lines = append(last.lines, rule{text: n.Clause.Text, source: brief.Told(*n.Clause, m.library.Sources())})
	}
	return list
}

// framework is a curriculum as the tab shows it: which of its domains the tasks
// of the role exercise.
type framework struct {
	name, source, note string
	domains            []domain
}

type domain struct {
	name  string
	tasks []string // none: the role exercises it in no task listed
}

// curriculum lists the frameworks that at least one task of the role is linked to.
func (m model) curriculum() []framework {
	var list []framework
	for _, f := range m.library.Curriculum() {
		shown := framework{name: f.Name, source: brief.AsOf(m.library.Sources(), f.Source, f.Period, "")}
		if f.Note != nil {
			shown.note = f.Note.Text
		}
		linked := false
		for _, d := range f.Domains {
			of := domain{name: d.Name}
			if d.Percent != nil {
				of.name += ", " + nextrole.Percent(*d.Percent/100) + " of the exam"
			}
			for _, t := range m.role.Tasks {
				if slices.Contains(t.Domains, d.ID) {
					of.tasks = append(of.tasks, t.Text)
				}
			}
			linked = linked || len(of.tasks) > 0
			shown.domains = append(shown.domains, of)
		}
		if linked {
			list = append(list, shown)
		}
	}
	return list
}

// exercised says how many of the role's tasks a domain is exercised in.
func (m model) exercised(d domain) string {
	return fmt.Sprintf("%d of %d tasks", len(d.tasks), len(m.role.Tasks))
}
