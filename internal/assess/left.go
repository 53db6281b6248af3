package assess

import (
	"fmt"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// Left is something that an assessment still wants, or that one would ask its
// author about.
type Left struct {
	Text  string
	Stops bool         // there is no score until it is done
	At    *aijri.Input // the rating that it is about; nil where it is about several, or none
}

// What returns all that an assessment with inputs still wants: what keeps it from a
// score first, then in the order of the formula.
func What(a nextrole.Assessment) []Left {
	var list []Left
	in := *a.Inputs
	if _, err := aijri.Score(in); err != nil {
		list = append(list, Left{Text: nextrole.Capital(err.Error()) + ".", Stops: true})
	}
	list = append(list, unrated(in)...)
	for i, t := range in.Tasks {
		list = append(list, odd(i, t)...)
	}
	list = append(list, unreasoned(in)...)
	if a.Date == "" && a.Status != nextrole.Derived { // a rule is of no day
		list = append(list, Left{Text: "It has no date, so nobody knows as of when it holds."})
	}
	if a.Stage == nextrole.Reviewed && len(list) > 0 {
		list = append(list, Left{Text: "It is marked as reviewed, with this still open."})
	}
	return list
}

// unrated tells of tasks that stand as they began, and of those without time.
func unrated(in nextrole.Inputs) []Left {
	var list []Left
	begun, first := 0, 0
	idle := 0
	for i, t := range in.Tasks {
		if !Rated(t) {
			if begun == 0 {
				first = i
			}
			begun++
		}
		if t.Share == 0 {
			idle++
		}
	}
	if begun > 0 {
		text := fmt.Sprintf("%d of %d tasks are not rated yet.", begun, len(in.Tasks))
		if begun == 1 {
			text = fmt.Sprintf("“%s” is not rated yet.", in.Tasks[first].Brief())
		}
		list = append(list, Left{Text: text, At: &aijri.Input{Group: aijri.Tasks, Index: first}})
	}
	if idle > 0 {
		list = append(list, Left{Text: fmt.Sprintf("%s no time, so that nothing depends on how it is rated.", counted(idle, "task has", "tasks have"))})
	}
	return list
}

// odd asks about a task whose label and score say different things, and about facts
// that speak for what was given anyway. Both may well be meant.
func odd(i int, t nextrole.AssessedTask) []Left {
	var list []Left
	ask := func(format string, args ...any) {
		list = append(list, Left{Text: fmt.Sprintf(format, args...), At: &aijri.Input{Group: aijri.Tasks, Index: i}})
	}
	switch {
	case t.Label == nextrole.Displaced && t.Score <= 2:
		ask("“%s” is labeled DISP and scores %d, which says that a person does most of it. Are both meant?", t.Brief(), t.Score)
	case t.Label == nextrole.NotInvolved && t.Score >= 4:
		ask("“%s” is labeled NOT and scores %d, which says that AI does most of it. Are both meant?", t.Brief(), t.Score)
	}
	if t.Rationale == "" {
		ask("“%s” has no reason for its rating.", t.Brief())
	}
	return list
}

// unreasoned tells of ratings away from 0 that give no reason.
func unreasoned(in nextrole.Inputs) []Left {
	var names []string
	var first *aijri.Input
	for i := range aijri.All(in) {
		if i.Group == aijri.Tasks || i.Value(in) == 0 || reason(in, i) != "" {
			continue
		}
		if first == nil {
			first = &i
		}
		names = append(names, i.Name(in))
	}
	if len(names) == 0 {
		return nil
	}
	return []Left{{Text: "Without a reason: " + strings.Join(names, "; ") + ".", At: first}}
}

func reason(in nextrole.Inputs, i aijri.Input) string {
	switch i.Group {
	case aijri.Evidence:
		return in.Evidence[i.Index].Reason
	case aijri.Barriers:
		return in.Barriers[i.Index].Reason
	case aijri.Tasks:
		return in.Tasks[i.Index].Rationale
	}
	return in.Growth.Reason
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
