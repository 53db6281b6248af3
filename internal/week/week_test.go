package week_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/week"
)

func assessment(shares ...nextrole.Share) nextrole.Assessment {
	in := &nextrole.Inputs{}
	for i, s := range shares {
		in.Tasks = append(in.Tasks, nextrole.AssessedTask{Name: string(rune('A' + i)), Share: s, Score: 1 + i%5, Label: nextrole.Augmented})
	}
	return nextrole.Assessment{Code: "29-9021.00", Source: "s", Inputs: in}
}

func shares(w nextrole.Week) (list []nextrole.Share) {
	for _, t := range w.Tasks {
		list = append(list, t.Share)
	}
	return list
}

func same(t *testing.T, what string, w nextrole.Week, want ...nextrole.Share) {
	t.Helper()
	if diff := cmp.Diff(want, shares(w)); diff != "" {
		t.Errorf("%s (−want +got):\n%s", what, diff)
	}
}

func TestOthersGiveInProportion(t *testing.T) {
	w := week.Of(assessment(5000, 3000, 2000))
	same(t, "more of A", week.Set(w, 0, 7500), 7500, 1500, 1000)
	same(t, "less of A", week.Set(w, 0, 0), 0, 6000, 4000)
	same(t, "all of A, then less: equally", week.Set(week.Set(w, 0, 10000), 0, 9000), 9000, 500, 500)
	same(t, "B is locked", week.Set(week.Lock(w, 1, true), 0, 9999), 7000, 3000, 0)
	same(t, "all others are locked", week.Set(week.Lock(week.Lock(w, 1, true), 2, true), 0, 9999), 5000, 3000, 2000)
	same(t, "rounding goes to who lost most", week.Set(week.Of(assessment(1, 3333, 6666)), 0, 0), 0, 3333, 6667)
}

func TestTasksCanBeSplitAddedAndRemoved(t *testing.T) {
	w, err := week.Split(week.Of(assessment(5001, 4999)), 0)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "split", w, 2501, 2500, 4999)
	if w.Tasks[1].Name != "A, part 2" || w.Tasks[1].Of != 0 {
		t.Errorf("the second part is %+v", w.Tasks[1])
	}
	w, err = week.Add(w, nextrole.AssessedTask{Name: "New", Share: 500, Score: 2, Label: nextrole.NotInvolved})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "added", w, 2501, 2500, 4999, 0)
	w, err = week.Remove(w, 2)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "removed", w, 5001, 4999, 0)
	if _, err := week.Remove(week.Of(assessment(10000)), 0); err == nil {
		t.Error("the last task can be removed")
	}
	locked := week.Lock(week.Of(assessment(5000, 5000)), 1, true)
	if _, err := week.Remove(locked, 0); err == nil {
		t.Error("nobody takes the time of a removed task")
	}
	for err == nil {
		w, err = week.Split(w, 0)
	}
	if len(w.Tasks) != nextrole.MostTasks {
		t.Errorf("%d tasks", len(w.Tasks))
	}
}

func TestBlend(t *testing.T) {
	a := assessment(2000, 2000, 1000, 5000)
	mixes := []nextrole.Mix{{Name: "x", Tasks: []int{0, 1}}, {Name: "y", Tasks: []int{2, 3}}}
	for _, test := range []struct {
		weights []int
		want    []nextrole.Share
	}{
		{[]int{1, 0}, []nextrole.Share{5000, 5000, 0, 0}},
		{[]int{0, 1}, []nextrole.Share{0, 0, 1667, 8333}},
		{[]int{1, 1}, []nextrole.Share{2500, 2500, 833, 4167}},
	} {
		w, ok := week.Blend(a, mixes, test.weights)
		if !ok {
			t.Fatal("no blend")
		}
		same(t, "blend", w, test.want...)
	}
	some, ok := week.Blend(a, mixes[:1], []int{3})
	if !ok {
		t.Fatal("no blend")
	}
	same(t, "tasks of no kind keep their time", some, 2000, 2000, 1000, 5000)
	for _, weights := range [][]int{{0, 0}, {1}, {-1, 2}} {
		if _, ok := week.Blend(a, mixes, weights); ok {
			t.Errorf("weights %v pass", weights)
		}
	}
	if _, ok := week.Blend(a, []nextrole.Mix{{Tasks: []int{9}}}, []int{1}); ok {
		t.Error("a task that is not there passes")
	}
}

// TestTotalIsHeld does anything in any order, and undoes it all.
func TestTotalIsHeld(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(rt, "n")
		left, list := nextrole.Whole, make([]nextrole.Share, n)
		for i := range list[1:] {
			list[i] = nextrole.Share(rapid.IntRange(0, int(left)).Draw(rt, "share"))
			left -= list[i]
		}
		list[n-1] = left
		start := week.Of(assessment(list...))
		h := week.NewHistory(start)
		for range rapid.IntRange(1, 30).Draw(rt, "steps") {
			w := h.Now()
			i := rapid.IntRange(0, len(w.Tasks)-1).Draw(rt, "task")
			before := w.Clone()
			var next nextrole.Week
			err := error(nil)
			switch rapid.IntRange(0, 4).Draw(rt, "what") {
			case 0:
				share := nextrole.Share(rapid.IntRange(-100, 10100).Draw(rt, "to"))
				next = week.Set(w, i, share)
				if got := next.Tasks[i].Share; share >= week.Least(w, i) && share <= week.Most(w, i) && got != share {
					rt.Fatalf("%v instead of %v", got, share)
				}
				for j, task := range w.Tasks {
					if j != i && task.Locked && next.Tasks[j].Share != task.Share {
						rt.Fatal("a locked task changed")
					}
				}
			case 1:
				next = week.Lock(w, i, !w.Tasks[i].Locked)
			case 2:
				next, err = week.Split(w, i)
			case 3:
				next, err = week.Remove(w, i)
			case 4:
				next, err = week.Add(w, nextrole.AssessedTask{Name: "New", Score: 3, Label: nextrole.Augmented})
			}
			if diff := cmp.Diff(before, w); diff != "" {
				rt.Fatalf("the week before was changed: %s", diff)
			}
			if err != nil {
				continue
			}
			if next.Total() != nextrole.Whole {
				rt.Fatalf("total %v after %+v", next.Total(), next)
			}
			if err := next.Validate(); err != nil {
				rt.Fatal(err)
			}
			h.Do("", next)
		}
		end := h.Now()
		steps := 0
		for ; h.CanUndo(); steps++ {
			h.Undo()
		}
		if diff := cmp.Diff(start, h.Now()); diff != "" {
			rt.Fatalf("undone: %s", diff)
		}
		for range steps {
			h.Redo()
		}
		if diff := cmp.Diff(end, h.Now()); diff != "" || h.CanRedo() {
			rt.Fatalf("redone: %s", diff)
		}
	})
}

func TestHistoryJoinsTheMovesOfASlider(t *testing.T) {
	w := week.Of(assessment(5000, 5000))
	h := week.NewHistory(w)
	for _, share := range []nextrole.Share{5100, 5200, 5300} {
		h.Do("share 0", week.Set(h.Now(), 0, share))
	}
	if before := h.Before("share 0"); before.Tasks[0].Share != 5000 || h.Before("share 1").Tasks[0].Share != 5300 {
		t.Errorf("a step that goes on starts from %v", shares(before))
	}
	h.Rest()
	h.Do("share 0", week.Set(h.Now(), 0, 6000))
	h.Undo()
	same(t, "the second drag is undone", h.Now(), 5300, 4700)
	h.Undo()
	same(t, "the first too", h.Now(), 5000, 5000)
	h.Redo()
	h.Do("", week.Set(h.Now(), 0, 100))
	if h.CanRedo() {
		t.Error("what was undone is still there after another step")
	}
}

func TestRelink(t *testing.T) {
	named := func(of int, name string) nextrole.WeekTask {
		return nextrole.WeekTask{AssessedTask: nextrole.AssessedTask{Name: name}, Of: of}
	}
	start := nextrole.Week{Tasks: []nextrole.WeekTask{named(0, "New"), named(1, "Coding"), named(2, "Audits")}}
	w := nextrole.Week{Tasks: []nextrole.WeekTask{
		named(0, "Coding"), named(1, "Audits"), named(2, "Renamed by me"), named(3, "Gone"), named(-1, "New"), named(1, "Coding"),
	}}
	var got []int
	for _, task := range week.Relink(w, start).Tasks {
		got = append(got, task.Of)
	}
	if diff := cmp.Diff([]int{1, 2, 2, -1, -1, 1}, got); diff != "" {
		t.Error(diff)
	}
	if w.Tasks[0].Of != 0 {
		t.Error("the week given was changed")
	}
}

func TestAStepThatChangesNothingIsNone(t *testing.T) {
	h := week.NewHistory(week.Of(assessment(10000)))
	h.Do("", week.Set(h.Now(), 0, 5000)) // nobody takes the time
	if h.CanUndo() {
		t.Error("it can be undone")
	}
	h.Do("", week.Lock(h.Now(), 0, true))
	if !h.CanUndo() {
		t.Error("a lock is no step")
	}
}

func TestMovedReachesWhatWasSolved(t *testing.T) {
	a := assessment(1000, 1000, 3000, 2500, 2500)
	targets, err := aijri.Tip(*a.Inputs)
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, target := range targets {
		if target.Time == nil {
			continue
		}
		tried++
		r, err := week.Score(week.Moved(week.Of(a), *target.Time), *a.Inputs)
		if err != nil || r.Score != target.Time.Score {
			t.Errorf("%v, %v instead of %v", r.Score, err, target.Time.Score)
		}
	}
	if tried == 0 {
		t.Error("nothing was tried")
	}
}
