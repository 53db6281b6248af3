package skills

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nextrole"
)

// measures is one of the lists that come with an imported release: what it
// measures, and each thing with its value in words.
type measures struct {
	name   string
	remark string // what the values mean, and the release
	rows   []measure
}

type measure struct{ name, value string }

// measures lists what O*NET says beside skills and tools. What is absent is left
// out.
func (m model) measures() []measures {
	f := m.role.Profile
	var all []measures
	add := func(name, list, scale string, rows []measure) {
		if len(rows) > 0 {
			all = append(all, measures{name, strings.TrimPrefix(scale+" · ", " · ") + m.from(list), rows})
		}
	}
	add("Tasks, as O*NET words them", "ratedTasks", "importance 1 to 5, where rated", tasks(f.Tasks))
	add("Work activities", "activities", "importance, 1 to 5", elements(f.Activities))
	add("Abilities", "abilities", "importance, 1 to 5", elements(f.Abilities))
	add("Work context", "context", "how often or how much, of the most there is", conditions(f.Context))
	add("Work styles", "styles", styleScale(f.Styles), traits(f.Styles))
	add("Work values", "values", "extent, 1 to 7", traits(f.Values))
	add("Related work experience", "experience", "percent of those asked", attainments(f.Experience))
	add("Training on the job", "onTheJob", "percent of those asked", attainments(f.OnTheJob))
	add("Emerging tasks", "emerging", "", emerging(f.Emerging))
	add("Titles that people in the job give", "reported", "", reported(f.Reported))
	return all
}

// cautioned marks a rating that O*NET advises against using.
const cautioned = ", with caution"

func elements(list []nextrole.Element) []measure {
	var rows []measure
	for _, e := range list {
		if e.Importance == nil {
			continue
		}
		value := nextrole.Decimal(*e.Importance, 1)
		if e.Level != nil {
			value += " · level " + nextrole.Decimal(*e.Level, 1)
		}
		if e.Survey != nil && e.Survey.Suppress {
			value += cautioned
		}
		rows = append(rows, measure{e.Name, value})
	}
	return rows
}

// tasks lists the tasks with their importance, the most important first.
func tasks(list []nextrole.RatedTask) []measure {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b nextrole.RatedTask) int { return cmp.Compare(weight(b.Importance), weight(a.Importance)) })
	var rows []measure
	for _, t := range sorted {
		if t.Text == "" {
			continue
		}
		value := strings.ToLower(t.Kind)
		if t.Importance != nil {
			value = strings.TrimPrefix(value+" · "+nextrole.Decimal(*t.Importance, 1), " · ")
		}
		rows = append(rows, measure{t.Text, cmp.Or(value, "not rated")})
	}
	return rows
}

func weight(v *float64) float64 {
	if v == nil {
		return -1
	}
	return *v
}

func conditions(list []nextrole.Condition) []measure {
	var rows []measure
	for _, c := range list {
		if c.Value != nil {
			rows = append(rows, measure{c.Name, fmt.Sprintf("%s of %d", nextrole.Decimal(*c.Value, 1), c.Most)})
		}
	}
	return rows
}

// styleScale says what the values of work styles mean, which O*NET changed with
// 30.1.
func styleScale(list []nextrole.Trait) string {
	if len(list) > 0 && list[0].Scale == "IM" {
		return "importance, 1 to 5"
	}
	return "impact, −3 to +3"
}

func traits(list []nextrole.Trait) []measure {
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(a, b nextrole.Trait) int { return cmp.Compare(weight(b.Value), weight(a.Value)) })
	var rows []measure
	for _, t := range sorted {
		if t.Value == nil {
			continue
		}
		value := nextrole.Decimal(*t.Value, 1)
		if t.Scale == "WI" {
			value = nextrole.Signed(*t.Value, 1)
		}
		rows = append(rows, measure{t.Name, value})
	}
	return rows
}

func attainments(list []nextrole.Attainment) []measure {
	var rows []measure
	for _, a := range list {
		rows = append(rows, measure{a.Level, nextrole.Decimal(a.Percent, 0) + "%"})
	}
	return rows
}

func emerging(list []nextrole.EmergingTask) []measure {
	var rows []measure
	for _, t := range list {
		rows = append(rows, measure{t.Text, strings.ToLower(t.Kind)})
	}
	return rows
}

func reported(list []string) []measure {
	var rows []measure
	for _, t := range list {
		rows = append(rows, measure{t, ""})
	}
	return rows
}
