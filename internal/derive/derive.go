// Package derive drafts an AIJRI assessment of any occupation by one published
// rule: from the labels that a study gives its tasks, and from how important and
// how frequent O*NET says they are. It also measures the rule against scores that
// people gave.
//
// A derived draft knows nothing of the market, of laws or of trust. It is there to
// start an assessment of one's own from, and for a first look where nobody has
// assessed a role.
package derive

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nextrole"
)

// Source is the source of every derived draft. What a draft is made of is told
// by [Rule] and by the rationale of each task.
const Source nextrole.SourceID = "derived"

// Author is who a derived draft says it is by.
const Author = "NextRole, by rule"

// Missing says what a profile lacks for a draft. There has to be a task, and a
// label for half of them at least: a draft of less would speak of the lesser part
// of the work.
type Missing struct {
	Tasks   int // that O*NET lists
	Labeled int // of these, by the study
}

// Error says what is missing and which file brings it.
func (m Missing) Error() string {
	const labels = "the labels of tasks by Eloundou et al. (full_labelset.tsv)"
	switch {
	case m.Tasks == 0:
		return "a draft by rule needs O*NET’s task statements, and the library has none of this occupation: import a release of the O*NET database"
	case m.Labeled == 0:
		return fmt.Sprintf("a draft by rule needs labels, and none of the %s of this occupation has one: import %s", tasks(m.Tasks), labels)
	}
	return fmt.Sprintf("a draft by rule needs labels for half of the tasks at least, and only %d of the %s of this occupation %s one",
		m.Labeled, tasks(m.Tasks), has(m.Labeled))
}

// labeled is a task with its labels.
type labeled struct {
	nextrole.RatedTask
	labels labels
}

// Draft computes the assessment that the rule gives for a profile. It is undated,
// since it is of no other time than its sources are. Tasks without a label are
// left out, and the account names them. The error is a [Missing].
//
// The same tasks give the same draft, in whatever order they come.
func Draft(p nextrole.Profile) (nextrole.Assessment, error) {
	known, unlabeled := join(p)
	if len(known) == 0 || 2*len(known) < len(p.Tasks) {
		return nextrole.Assessment{}, Missing{Tasks: len(p.Tasks), Labeled: len(known)}
	}
	rated := make([]nextrole.RatedTask, len(known))
	for i, t := range known {
		rated[i] = t.RatedTask
	}
	w := weigh(rated)
	shares := w.shares()
	in := nextrole.Inputs{Growth: neutral(noGrowth)}
	for i, t := range known {
		in.Tasks = append(in.Tasks, nextrole.AssessedTask{
			Name: name(t), Share: shares[i], Score: t.labels.score(), Label: t.labels.label(),
			Rationale: t.labels.words() + "\n" + w.words(i, shares[i]),
		})
	}
	slices.SortStableFunc(in.Tasks, func(a, b nextrole.AssessedTask) int { return cmp.Compare(b.Share, a.Share) })
	for i := range 5 {
		in.Evidence[i], in.Barriers[i] = neutral(noEvidence), neutral(noBarriers)
	}
	return nextrole.Assessment{
		Code: p.Code, Author: Author, Status: nextrole.Derived, Source: Source, Inputs: &in,
		Account: &nextrole.Account{NotCaptured: notCaptured(len(p.Tasks), unlabeled, w)},
	}, nil
}

// join finds the labels of each task by its id, and returns the tasks that have
// one and the others, each by id. The study has the words of the tasks too, but
// O*NET rewords tasks now and then, so that words would miss some.
func join(p nextrole.Profile) (known, unlabeled []labeled) {
	of := map[string]labels{}
	words := map[string]string{}
	for _, e := range p.Exposed {
		if _, twice := of[e.ID]; !twice {
			of[e.ID], words[e.ID] = labelsOf(e), e.Text
		}
	}
	for _, t := range p.Tasks {
		if strings.TrimSpace(t.Text) == "" {
			t.Text = words[t.ID]
		}
		one := labeled{t, of[t.ID]}
		if one.labels.any() {
			known = append(known, one)
		} else {
			unlabeled = append(unlabeled, one)
		}
	}
	slices.SortStableFunc(known, byID)
	slices.SortStableFunc(unlabeled, byID)
	return known, unlabeled
}

// byID orders tasks by the numbers that their ids are, and the same id by words.
func byID(a, b labeled) int {
	return cmp.Or(cmp.Compare(len(a.ID), len(b.ID)), strings.Compare(a.ID, b.ID), strings.Compare(a.Text, b.Text))
}

// name returns the words of a task; a release without its statements has none.
func name(t labeled) string {
	if strings.TrimSpace(t.Text) == "" {
		return "Task " + t.ID
	}
	return t.Text
}

// Why the rule leaves a rating alone.
const (
	noEvidence = "Neutral: labels of tasks are no evidence of the market. Set it from what you find."
	noBarriers = "Neutral: labels of tasks say nothing of laws, presence, unions, liability or trust. Set it from what you know."
	noGrowth   = "Neutral: that an occupation is projected to grow is no evidence that it resists AI. Set it from what you find."
)

// neutral is the rating of what the rule knows nothing of.
func neutral(why string) nextrole.Rating { return nextrole.Rating{Value: 0, Reason: why} }

// notCaptured says what a draft leaves out.
func notCaptured(all int, unlabeled []labeled, w weights) []string {
	list := []string{
		"Evidence, barriers and AI growth: all are neutral until a person sets them.",
		"Anything but language models of 2023 and software around them: the labels know no robots and no later model.",
		"How well AI does a task in practice: a label says whether the task could take half the time.",
	}
	if w.equal() {
		list = append(list, "How time is really spent: the library has no rating of these tasks by O*NET, so that all count the same.")
	}
	if len(unlabeled) > 0 {
		var names []string
		for _, t := range unlabeled {
			names = append(names, "“"+strings.TrimSuffix(name(t), ".")+"”")
		}
		list = append(list, fmt.Sprintf("%d of the %s, which %s no label and %s left out: %s.",
			len(unlabeled), tasks(all), has(len(unlabeled)), are(len(unlabeled)), strings.Join(names, "; ")))
	}
	return list
}

func tasks(n int) string {
	if n == 1 {
		return "1 task"
	}
	return fmt.Sprintf("%d tasks", n)
}

func has(n int) string {
	if n == 1 {
		return "has"
	}
	return "have"
}

func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}
