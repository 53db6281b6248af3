package derive

import (
	"fmt"

	"nextrole"
)

// A rating of exposure in halves: what Eloundou et al. count a label with in
// their main index, β. Images (E3) are one more thing around a model, and the
// study counts them so.
var exposure = map[string]int{"E0": 0, "E1": 2, "E2": 1, "E3": 1}

var meaning = map[string]string{
	"E0": "a language model does not halve the time it takes",
	"E1": "a language model by itself could halve the time it takes",
	"E2": "software around a language model could halve the time it takes",
	"E3": "a model that reads images, too, could halve the time it takes",
}

var halves = [3]string{"0", "½", "1"}

// labels are what GPT-4 and people say of a task; empty where one says nothing.
type labels struct{ gpt4, human string }

// labelsOf takes what is a label of the study. Anything else says nothing.
func labelsOf(e nextrole.TaskExposure) labels {
	var l labels
	if _, ok := exposure[e.GPT4]; ok {
		l.gpt4 = e.GPT4
	}
	if _, ok := exposure[e.Human]; ok {
		l.human = e.Human
	}
	return l
}

// given lists the labels there are.
func (l labels) given() []string {
	var list []string
	for _, s := range []string{l.gpt4, l.human} {
		if s != "" {
			list = append(list, s)
		}
	}
	return list
}

func (l labels) any() bool { return l.gpt4 != "" || l.human != "" }

// quarters is the mean exposure by the labels there are, in quarters: 0…4. Two
// labels with three values each give just the five steps that a score has.
func (l labels) quarters() int {
	sum, n := 0, 0
	for _, s := range l.given() {
		sum += exposure[s]
		n++
	}
	if n == 0 {
		return 0
	}
	return sum * 2 / n
}

// score is 1 where no label says that the task is exposed, and 5 where all say
// that a model by itself halves its time.
func (l labels) score() int { return 1 + l.quarters() }

// label reads from the labels what AI does. It is cautious: only labels that
// agree put a task at either end.
func (l labels) label() nextrole.Label {
	switch l.quarters() {
	case 0:
		return nextrole.NotInvolved
	case 4:
		return nextrole.Displaced
	}
	return nextrole.Augmented
}

// words says how the score and the label come about, a line for each step.
func (l labels) words() string {
	quarters := [5]string{"0", "¼", "½", "¾", "1"}[l.quarters()]
	mean := "that alone"
	if l.gpt4 != "" && l.human != "" {
		mean = "the mean of the two"
	}
	return says("GPT-4 says", l.gpt4) + "\n" + says("People say", l.human) + "\n" +
		fmt.Sprintf("Score: %s is %s, and 1 + 4 × %s = %d on the scale from 1 to 5.", mean, quarters, quarters, l.score()) + "\n" +
		fmt.Sprintf("AI’s part: %s, because %s.", l.label().Word(), l.why())
}

func says(who, label string) string {
	if label == "" {
		return who + " nothing about this task."
	}
	return fmt.Sprintf("%s %s: %s. This counts %s.", who, label, meaning[label], halves[exposure[label]])
}

func (l labels) why() string {
	all := "both say"
	if len(l.given()) == 1 {
		all = "the one label says"
	}
	switch l.label() {
	case nextrole.NotInvolved:
		return all + " that a model does not halve the time"
	case nextrole.Displaced:
		return all + " that a model by itself could halve the time"
	}
	if l.gpt4 != "" && l.human != "" && l.gpt4 != l.human {
		return "the two differ"
	}
	return all + " that it takes more than a model by itself"
}
