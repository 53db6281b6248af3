package transition

import (
	"strings"

	"nextrole"
)

// Tables are the tables of an O*NET release that roles are compared by, and those that
// tell what a move takes and what closeness is held against.
func Tables() []string {
	return []string{"Task Statements", "Tasks to DWAs", "Knowledge", "Alternate Titles", "Related Occupations", "Technology Skills", "Skills", "Essential Skills"}
}

// Component is one of the ways in which two roles can be alike.
type Component int

// The components, each used only where both roles have it.
const (
	Tasks      Component = iota // what people do: the words of the task statements
	Activities                  // detailed, intermediate and generalized work activities
	Knowledge                   // importance of the areas of knowledge
	Titles                      // what the roles are called
	components                  // how many there are
)

// Components lists them in order.
func Components() []Component { return []Component{Tasks, Activities, Knowledge, Titles} }

// Name returns the component's name for people.
func (c Component) Name() string {
	return [...]string{"Tasks", "Work activities", "Knowledge", "Titles"}[c]
}

// taskTerms are the words of a role's tasks: O*NET's alone where it has them.
func taskTerms(r nextrole.Role) map[string]int {
	terms := map[string]int{}
	add := func(text string) {
		words(text, func(w string) {
			if !stopWords[w] {
				terms[w]++
			}
		})
	}
	if r.Profile != nil {
		for _, t := range r.Profile.Tasks {
			add(t.Text)
		}
	}
	if len(terms) == 0 {
		for _, t := range r.Tasks {
			add(t.Text)
		}
	}
	return terms
}

// activityTerms are the ids of the activities that a role's tasks are linked to, at
// three levels, each once: "4.A.2.a.4.I09.D03", "4.A.2.a.4.I09" and "4.A.2.a.4".
func activityTerms(r nextrole.Role) map[string]int {
	terms := map[string]int{}
	if r.Profile == nil {
		return terms
	}
	for _, t := range r.Profile.Tasks {
		for _, detailed := range t.Activities {
			terms[detailed] = 1
			for range 2 {
				if i := strings.LastIndexByte(detailed, '.'); i > 0 {
					detailed = detailed[:i]
					terms[detailed] = 1
				}
			}
		}
	}
	return terms
}

// titleTerms are the words and the pairs of words of a role's titles.
func titleTerms(r nextrole.Role) map[string]int {
	terms := map[string]int{}
	add := func(title string) {
		before := ""
		words(title, func(w string) {
			terms[w]++
			if before != "" {
				terms[before+" "+w]++
			}
			before = w
		})
	}
	add(r.Title)
	for _, t := range r.AltTitles {
		add(t.Title)
	}
	return terms
}

// knowledge are the ratings of importance by the ids of the areas.
func knowledge(r nextrole.Role) map[string]float64 {
	if r.Profile == nil {
		return nil
	}
	return importance(r.Profile.Knowledge)
}

// importance are ratings by the ids of what is rated; those that are missing are left
// out.
func importance(list []nextrole.Element) map[string]float64 {
	ratings := map[string]float64{}
	for _, e := range list {
		if e.Importance != nil {
			ratings[e.ID] = *e.Importance
		}
	}
	return ratings
}
