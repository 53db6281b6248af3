// Package week changes how a person's working week is spent, so that its total
// is always held: time that one task takes comes from the others, and goes back
// to them. It is pure: each change returns a new week.
package week

import (
	"fmt"
	"reflect"
	"slices"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/undo"
)

// TypicalHours is the week that an assessment's shares are told in.
const TypicalHours = 40

// Of returns the week that an assessment describes, which has inputs.
func Of(a nextrole.Assessment) nextrole.Week {
	w := nextrole.Week{Code: a.Code, Base: a.Source, Hours: TypicalHours}
	for i, t := range a.Inputs.Tasks {
		w.Tasks = append(w.Tasks, nextrole.WeekTask{AssessedTask: t, Of: i})
	}
	return w
}

// Inputs returns what the week is scored from: its tasks, and all else as the
// assessment rates it.
func Inputs(w nextrole.Week, base nextrole.Inputs) nextrole.Inputs {
	base.Tasks = make([]nextrole.AssessedTask, len(w.Tasks))
	for i, t := range w.Tasks {
		base.Tasks[i] = t.AssessedTask
	}
	return base
}

// Score scores the week on the assessment it starts from, with the spread if
// raters differ at [aijri.DefaultP].
func Score(w nextrole.Week, base nextrole.Inputs) (aijri.Result, error) {
	return aijri.Score(Inputs(w, base))
}

// Most is the most time that a task can have while the locked ones keep theirs.
func Most(w nextrole.Week, i int) nextrole.Share {
	most := w.Tasks[i].Share
	for j, t := range w.Tasks {
		if j != i && !t.Locked {
			most += t.Share
		}
	}
	return min(most, nextrole.Whole)
}

// Least is the least time that a task can have: what it has, where no other task
// could take any.
func Least(w nextrole.Week, i int) nextrole.Share {
	for j, t := range w.Tasks {
		if j != i && !t.Locked {
			return 0
		}
	}
	return w.Tasks[i].Share
}

// Set gives a task its time, as near to share as the locked ones allow. The
// other tasks that are not locked give or take the difference in proportion to
// their time, or equally where they have none.
func Set(w nextrole.Week, i int, share nextrole.Share) nextrole.Week {
	share = min(max(share, Least(w, i)), Most(w, i))
	var others []int
	var left nextrole.Share
	for j, t := range w.Tasks {
		if j != i && !t.Locked {
			others = append(others, j)
			left += t.Share
		}
	}
	left += w.Tasks[i].Share - share
	w = w.Clone()
	w.Tasks[i].Share = share
	for k, part := range nextrole.Divide(left, weights(w, others)) {
		w.Tasks[others[k]].Share = part
	}
	return w
}

func weights(w nextrole.Week, tasks []int) []int {
	list := make([]int, len(tasks))
	for k, j := range tasks {
		list[k] = int(w.Tasks[j].Share)
	}
	return list
}

// Lock keeps the time of a task while others change, or no longer.
func Lock(w nextrole.Week, i int, locked bool) nextrole.Week {
	w = w.Clone()
	w.Tasks[i].Locked = locked
	return w
}

// Add adds a task without time.
func Add(w nextrole.Week, t nextrole.AssessedTask) (nextrole.Week, error) {
	if len(w.Tasks) >= nextrole.MostTasks {
		return w, fmt.Errorf("a week has room for %d tasks", nextrole.MostTasks)
	}
	w = w.Clone()
	t.Share = 0
	w.Tasks = append(w.Tasks, nextrole.WeekTask{AssessedTask: t, Of: -1})
	return w, nil
}

// Rewrite changes what a task is called, how it is scored and labeled. Its time
// stays.
func Rewrite(w nextrole.Week, i int, t nextrole.AssessedTask) nextrole.Week {
	w = w.Clone()
	t.Share = w.Tasks[i].Share
	w.Tasks[i].AssessedTask = t
	return w
}

// Split makes two tasks of one, with half of its time each.
func Split(w nextrole.Week, i int) (nextrole.Week, error) {
	if len(w.Tasks) >= nextrole.MostTasks {
		return w, fmt.Errorf("a week has room for %d tasks", nextrole.MostTasks)
	}
	w = w.Clone()
	second := w.Tasks[i]
	second.Share /= 2
	w.Tasks[i].Share -= second.Share
	second.Name += ", part 2"
	if second.Short != "" {
		second.Short += " 2"
	}
	w.Tasks = slices.Insert(w.Tasks, i+1, second)
	return w, nil
}

// Remove takes a task out; the others that are not locked take its time. It
// fails where there is no such task.
func Remove(w nextrole.Week, i int) (nextrole.Week, error) {
	if w.Tasks[i].Share > 0 && Least(w, i) > 0 {
		return w, fmt.Errorf("every other task is locked, so that none can take the time of “%s”", w.Tasks[i].Brief())
	}
	if len(w.Tasks) == 1 {
		return w, fmt.Errorf("a week needs at least one task")
	}
	if w.Tasks[i].Share > 0 {
		w = Set(w, i, 0)
	} else {
		w = w.Clone()
	}
	w.Tasks = slices.Delete(w.Tasks, i, i+1)
	return w, nil
}

// Blend returns the week with so much of each kind of work as its weight says.
// Within a kind the tasks keep their proportions, and tasks of no kind their time.
// It reports false where a kind has no tasks with time, or nothing has a weight.
func Blend(a nextrole.Assessment, mixes []nextrole.Mix, weights []int) (nextrole.Week, bool) {
	w := Of(a)
	if len(mixes) != len(weights) || slices.ContainsFunc(weights, func(n int) bool { return n < 0 }) || !slices.ContainsFunc(weights, func(n int) bool { return n > 0 }) {
		return w, false
	}
	free := nextrole.Share(0)
	for i := range w.Tasks {
		if slices.ContainsFunc(mixes, func(m nextrole.Mix) bool { return slices.Contains(m.Tasks, i) }) {
			free += w.Tasks[i].Share
			w.Tasks[i].Share = 0
		}
	}
	shares := nextrole.Divide(free, weights)
	for k, mix := range mixes {
		of, all := make([]int, len(mix.Tasks)), 0
		for n, i := range mix.Tasks {
			if i < 0 || i >= len(a.Inputs.Tasks) {
				return w, false
			}
			of[n] = int(a.Inputs.Tasks[i].Share)
			all += of[n]
		}
		if all == 0 && shares[k] > 0 {
			return w, false
		}
		for n, part := range nextrole.Divide(shares[k], of) {
			w.Tasks[mix.Tasks[n]].Share += part
		}
	}
	return w, true
}

// Moved returns the week after a change that reaches a zone, of those that
// [aijri.Tip] finds. Its locks are not asked.
func Moved(w nextrole.Week, way aijri.Tipping) nextrole.Week {
	w = w.Clone()
	for _, c := range way.Changes {
		switch {
		case way.Way == aijri.MoveTime:
			w.Tasks[c.Input.Index].Share = nextrole.ShareOf(c.To)
		case c.Input.Group == aijri.Tasks:
			w.Tasks[c.Input.Index].Score = int(c.To)
		}
	}
	return w
}

// Same reports whether two weeks are spent the same way, whatever they are
// called and when they were saved.
func Same(a, b nextrole.Week) bool {
	return same(unlocked(a), unlocked(b))
}

func unlocked(w nextrole.Week) nextrole.Week {
	w = w.Clone()
	for i := range w.Tasks {
		w.Tasks[i].Locked = false
	}
	return w
}

// Relink returns a week whose tasks say of which task of the assessment they are, as
// the assessment is now, which may have been revised since: a task that stands
// elsewhere is found by its name, and one that is gone is of none.
func Relink(w, start nextrole.Week) nextrole.Week {
	w = w.Clone()
	at := map[string]int{}
	for i, t := range start.Tasks {
		if _, twice := at[t.Name]; !twice {
			at[t.Name] = i
		}
	}
	for i := range w.Tasks {
		t := &w.Tasks[i]
		if t.Of < 0 || t.Of < len(start.Tasks) && start.Tasks[t.Of].Name == t.Name {
			continue
		}
		if j, found := at[t.Name]; found {
			t.Of = j
		} else if t.Of >= len(start.Tasks) {
			t.Of = -1
		}
	}
	return w
}

// NewHistory returns the history of a week that nothing was done to.
func NewHistory(w nextrole.Week) *undo.History[nextrole.Week] { return undo.New(w, same) }

// same is [Same], with what is locked.
func same(a, b nextrole.Week) bool {
	return a.Code == b.Code && a.Base == b.Base && a.Hours == b.Hours && slices.EqualFunc(a.Tasks, b.Tasks, func(t, u nextrole.WeekTask) bool { return reflect.DeepEqual(t, u) })
}
