package aijri

import (
	"iter"

	"nextrole"
)

// Group is one of the four groups of ratings behind a score.
type Group string

// The groups, in the order of the formula.
const (
	Tasks    Group = "task"
	Evidence Group = "evidence"
	Barriers Group = "barrier"
	Growth   Group = "growth"
)

// Input is one rating behind a score: the score of a task, an item of the
// evidence, a barrier, or the growth rating.
type Input struct {
	Group Group
	Index int // within its group
}

// All returns the ratings of an assessment, in the order of the formula.
func All(in nextrole.Inputs) iter.Seq[Input] {
	return func(yield func(Input) bool) {
		for _, g := range []struct {
			group Group
			n     int
		}{{Tasks, len(in.Tasks)}, {Evidence, len(in.Evidence)}, {Barriers, len(in.Barriers)}, {Growth, 1}} {
			for i := range g.n {
				if !yield(Input{g.group, i}) {
					return
				}
			}
		}
	}
}

// Scale returns the ends of the scale the input is rated on.
func (i Input) Scale() (least, most int) {
	switch i.Group {
	case Tasks:
		return 1, 5
	case Barriers:
		return 0, 2
	}
	return -2, 2
}

// Better returns +1 where a higher rating raises the score, and −1 for tasks,
// whose high scores are what AI can do.
func (i Input) Better() int {
	if i.Group == Tasks {
		return -1
	}
	return +1
}

// Value returns the rating in an assessment that has it.
func (i Input) Value(in nextrole.Inputs) int {
	switch i.Group {
	case Tasks:
		return in.Tasks[i.Index].Score
	case Evidence:
		return in.Evidence[i.Index].Value
	case Barriers:
		return in.Barriers[i.Index].Value
	}
	return in.Growth.Value
}

// With returns the assessment with another rating. The one given is not changed.
func (i Input) With(in nextrole.Inputs, value int) nextrole.Inputs {
	switch i.Group {
	case Tasks:
		in.Tasks = append([]nextrole.AssessedTask(nil), in.Tasks...)
		in.Tasks[i.Index].Score = value
	case Evidence:
		in.Evidence[i.Index].Value = value
	case Barriers:
		in.Barriers[i.Index].Value = value
	case Growth:
		in.Growth.Value = value
	}
	return in
}

// Name returns what is rated: a task by its name.
func (i Input) Name(in nextrole.Inputs) string {
	switch i.Group {
	case Tasks:
		return in.Tasks[i.Index].Name
	case Evidence:
		return nextrole.EvidenceName(i.Index)
	case Barriers:
		return nextrole.BarrierName(i.Index)
	}
	return "AI growth link"
}

// steps returns how many steps from value to an end of the scale there are, in
// the direction of the score: up for +1, down for −1.
func (i Input) steps(value, direction int) int {
	least, most := i.Scale()
	if direction*i.Better() > 0 {
		return most - value
	}
	return value - least
}
