// Package skills is the tab of a role about what it takes and what people work
// with: skills and knowledge as O*NET rates them, interests, software and
// equipment. What O*NET has not rated is said to be so, and shown as no number.
package skills

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nextrole"
	"nextrole/internal/chart"
)

// library is what the tab needs of the session.
type library interface {
	Sources() map[nextrole.SourceID]nextrole.Source
}

type model struct {
	library library
	role    nextrole.Role
}

// few is how many ratings are shown before somebody asks for all.
const few = 10

// missing says why there is nothing to show.
func (m model) missing() (head, why string) {
	if m.role.Skills != nil {
		return "Not described by O*NET", "This role has no SOC code of its own, so O*NET rates nothing of it. What stands below is our view."
	}
	if !m.role.Code.Official() {
		return "No data about skills and tools", "This role has no SOC code of its own, so O*NET does not describe it."
	}
	return "No data about skills and tools", "This library has no O*NET profile of this role."
}

// unrated says why there are no ratings.
func (m model) unrated() (head, why string) {
	if m.role.Profile.Unread {
		return "No ratings imported", "The files of " + m.from("skills") + " that were imported have no table of skills. Import the rest of the release to see them."
	}
	return "Not rated by O*NET", fmt.Sprintf(
		"%s lists what people in this role use and what is related to it, but nobody has rated yet how important each skill is here. Not rated is not the same as not important.",
		m.from("skills"))
}

// from names the release that one of the profile's lists is of, by its name in
// JSON.
func (m model) from(list string) string {
	return m.library.Sources()[m.role.Profile.SourceOf(list)].Short
}

// credit is the line that has to accompany one of the profile's lists.
func (m model) credit(list string) string {
	return m.library.Sources()[m.role.Profile.SourceOf(list)].Credit
}

// skills is the chart of the skills, of the few most important ones or of all.
func (m model) skills(all bool) chart.Ratings {
	return m.ratings("Skills", "skills", m.role.Profile.Skills, all)
}

// knowledge is the chart of the areas of knowledge.
func (m model) knowledge(all bool) chart.Ratings {
	return m.ratings("Knowledge", "knowledge", m.role.Profile.Knowledge, all)
}

func (m model) ratings(name, list string, elements []nextrole.Element, all bool) chart.Ratings {
	c := chart.Ratings{Name: name, Measure: "Importance, 1 to 5", Least: 1, Most: 5, AsOf: m.from(list)}
	for _, e := range elements {
		detail := "level not given"
		if e.Level != nil {
			detail = "level " + nextrole.Decimal(*e.Level, 1) + " of 7"
		}
		c.Items = append(c.Items, chart.Rated{Name: e.Name, Value: e.Importance, Detail: detail})
	}
	slices.SortStableFunc(c.Items, func(a, b chart.Rated) int { return cmp.Compare(b.Weight(), a.Weight()) })
	if !all && len(c.Items) > few {
		c.Items = c.Items[:few]
	}
	return c
}

// interests is the chart of the six kinds of interest.
func (m model) interests() chart.Ratings {
	c := chart.Ratings{Name: "Interests", Measure: "How well the work fits an interest, 1 to 7", Least: 1, Most: 7, AsOf: m.from("interests")}
	for _, i := range m.role.Profile.Interests {
		c.Items = append(c.Items, chart.Rated{Name: i.Name, Value: &i.Value, Detail: meaning(i.Name)})
	}
	return c
}

// meaning says in plain words what an interest of Holland's is about.
func meaning(interest string) string {
	switch interest {
	case "Realistic":
		return "hands, tools, machines"
	case "Investigative":
		return "ideas, facts, research"
	case "Artistic":
		return "forms, designs, expression"
	case "Social":
		return "helping and teaching people"
	case "Enterprising":
		return "leading, selling, deciding"
	case "Conventional":
		return "data, details, clear rules"
	}
	return ""
}

// listed is a list of the editors', for what O*NET does not rate or know.
type listed struct {
	name, remark string
	names        []string
}

func (m model) listed() []listed {
	var list []listed
	add := func(name, how string, l *nextrole.Listing, explain func(string) string) {
		if l == nil {
			return
		}
		s := m.library.Sources()[l.Source]
		of := listed{name: name, remark: s.Short + ", " + how}
		for _, n := range l.Names {
			if explain != nil {
				n += ": " + explain(n)
			}
			of.names = append(of.names, n)
		}
		list = append(list, of)
	}
	add("Skills", "not rated", m.role.Skills, nil)
	if m.role.Profile == nil || len(m.role.Profile.Interests) == 0 {
		add("Interests", "the strongest first", m.role.Interests, meaning)
	}
	if m.role.Profile == nil || len(m.role.Profile.Software)+len(m.role.Profile.Equipment) == 0 {
		add("Software and equipment", "not rated", m.role.Tools, nil)
	}
	return list
}

// kind is tools of one kind.
type kind struct {
	name  string
	tools []nextrole.Tool
}

// kinds groups tools: first the kinds with something that postings ask for,
// then by name.
func kinds(tools []nextrole.Tool) []kind {
	var list []kind
	at := map[string]int{}
	for _, t := range tools {
		i, known := at[t.Kind]
		if !known {
			i = len(list)
			at[t.Kind] = i
			list = append(list, kind{name: t.Kind})
		}
		list[i].tools = append(list[i].tools, t)
	}
	for _, k := range list {
		slices.SortStableFunc(k.tools, func(a, b nextrole.Tool) int { return cmp.Compare(asked(b), asked(a)) })
	}
	slices.SortStableFunc(list, func(a, b kind) int {
		return cmp.Or(cmp.Compare(b.asked(), a.asked()), strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name)))
	})
	return list
}

// asked is 2 for a tool that postings of this occupation ask for, and 1 for one
// that those of others do.
func asked(t nextrole.Tool) int {
	switch {
	case t.Demand:
		return 2
	case t.Hot:
		return 1
	}
	return 0
}

// asked is that of the tool most asked for.
func (k kind) asked() int {
	most := 0
	for _, t := range k.tools {
		most = max(most, asked(t))
	}
	return most
}

// words tells a tool with how much it is asked for.
func words(t nextrole.Tool) string {
	switch {
	case t.Demand:
		return t.Name + " (in demand)"
	case t.Hot:
		return t.Name + " (hot)"
	}
	return t.Name
}

// counted says how many there are of something and where that is from.
func (m model) counted(list string, n int, one, many string) string {
	if n == 1 {
		return "1 " + one + ", " + m.from(list)
	}
	return fmt.Sprintf("%d %s, %s", n, many, m.from(list))
}
