package library

import (
	"fmt"
	"strings"

	"nextrole/internal/changes"
)

// changeLine is a line about what changed.
type changeLine struct {
	text string
	head bool
}

// mostLines is how many changes of a kind are listed; the command line lists all.
const mostLines = 200

// changeLines says what changed, by kind.
func changeLines(c changes.Changes) []changeLine {
	var list []changeLine
	add := func(head string, lines []string) {
		list = append(list, changeLine{fmt.Sprintf("%s: %d", head, len(lines)), true})
		for i, l := range lines {
			if i == mostLines {
				list = append(list, changeLine{text: fmt.Sprintf("and %d more; nextrolectl changes lists all", len(lines)-mostLines)})
				break
			}
			list = append(list, changeLine{text: l})
		}
	}
	if len(c.Compared) == 0 {
		return []changeLine{{text: "They have no table in common, so that nothing can be compared."}}
	}
	var added, retired, renamed, zones, tasks, figures []string
	for _, n := range c.Added {
		added = append(added, string(n.Code)+" "+n.Title)
	}
	for _, n := range c.Retired {
		retired = append(retired, string(n.Code)+" "+n.Title)
	}
	for _, r := range c.Renamed {
		renamed = append(renamed, fmt.Sprintf("%s %s, was %s", r.Code, r.Is, r.Was))
	}
	for _, z := range c.Zones {
		zones = append(zones, fmt.Sprintf("%s %s: %s, was %s", z.Code, z.Title, z.Is, z.Was))
	}
	for _, t := range c.Tasks {
		tasks = append(tasks, fmt.Sprintf("%s %s: %d added, %d removed, %d in other words", t.Code, t.Title, len(t.Added), len(t.Removed), len(t.Reworded)))
	}
	for _, f := range c.Figures {
		figures = append(figures, fmt.Sprintf("%s %s, %s %s: %s, was %s", f.Code, f.Title, kindName(f.Is.Kind), f.Is.Period, valueWords(f.Is), valueWords(f.Was)))
	}
	add("Occupations added", added)
	add("Occupations retired", retired)
	add("Occupations renamed", renamed)
	add("Job zones changed", zones)
	add("Occupations with other tasks", tasks)
	add("Figures that differ", figures)
	list = append(list, changeLine{text: "Compared: " + strings.Join(c.Compared, ", ") + "."})
	if len(c.Only) > 0 {
		list = append(list, changeLine{text: "Only one of them has: " + strings.Join(c.Only, ", ") + ". Nothing is known of changes there."})
	}
	return list
}
