package derive_test

import (
	"math"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nextrole"
	"nextrole/internal/derive"
)

func TestShares(t *testing.T) {
	important := func(v float64) nextrole.RatedTask { return nextrole.RatedTask{Importance: &v} }
	frequent := func(answers ...float64) nextrole.RatedTask { return nextrole.RatedTask{Frequency: answers} }
	unrated := nextrole.RatedTask{}
	for _, test := range []struct {
		name  string
		tasks []nextrole.RatedTask
		want  []nextrole.Share
	}{
		{"none", nil, nil},
		{"one", []nextrole.RatedTask{unrated}, []nextrole.Share{100_00}},
		{"equal, the first have what is left", []nextrole.RatedTask{unrated, unrated, unrated}, []nextrole.Share{33_34, 33_33, 33_33}},
		{"seven", make([]nextrole.RatedTask, 7), []nextrole.Share{14_29, 14_29, 14_29, 14_29, 14_28, 14_28, 14_28}},
		{"importance", []nextrole.RatedTask{important(5), important(3), important(2)}, []nextrole.Share{50_00, 30_00, 20_00}},
		{"largest remainder", []nextrole.RatedTask{important(2), important(2), important(3)}, []nextrole.Share{28_57, 28_57, 42_86}},
		{"one unrated, which is average", []nextrole.RatedTask{important(4), unrated, important(2)}, []nextrole.Share{44_45, 33_33, 22_22}},
		{"frequency", []nextrole.RatedTask{frequent(100), frequent(0, 0, 100)}, []nextrole.Share{25_00, 75_00}},
		{"frequency, whose percents total less", []nextrole.RatedTask{frequent(10, 0, 10), frequent(0, 50)}, []nextrole.Share{50_00, 50_00}},
		{"both", []nextrole.RatedTask{
			{Importance: of(4.0), Frequency: []float64{0, 0, 100}},
			{Importance: of(2.0), Frequency: []float64{0, 0, 0, 100}},
		}, []nextrole.Share{60_00, 40_00}},
		{"no ratings", []nextrole.RatedTask{important(0), important(math.NaN()), frequent(0, 0), frequent(-1, 3), frequent(0, 0, 0, 0, 0, 0, 0, 9)}, []nextrole.Share{20_00, 20_00, 20_00, 20_00, 20_00}},
	} {
		if diff := cmp.Diff(test.want, derive.Shares(test.tasks)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// anyTasks are tasks of which some are rated by some scales, also by numbers
// that are no ratings.
func anyTasks(rt *rapid.T) []nextrole.RatedTask {
	var tasks []nextrole.RatedTask
	odd := rapid.SampledFrom([]float64{0, 9, -1, math.NaN(), math.Inf(1)})
	for i := range rapid.IntRange(1, 40).Draw(rt, "tasks") {
		task := nextrole.RatedTask{ID: strconv.Itoa(95 + i), Text: "Do."}
		switch rapid.IntRange(0, 5).Draw(rt, "importance") {
		case 0:
		case 1:
			task.Importance = of(odd.Draw(rt, "odd"))
		default:
			task.Importance = of(rapid.Float64Range(1, 5).Draw(rt, "value"))
		}
		switch rapid.IntRange(0, 5).Draw(rt, "frequency") {
		case 0:
		case 1:
			task.Frequency = []float64{odd.Draw(rt, "odd")}
		default:
			task.Frequency = rapid.SliceOfN(rapid.Float64Range(0, 100), 7, 7).Draw(rt, "answers")
		}
		tasks = append(tasks, task)
	}
	return tasks
}

func TestSharesProperties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		tasks := anyTasks(rt)
		shares := derive.Shares(tasks)
		total := nextrole.Share(0)
		for i, s := range shares {
			total += s
			if s <= 0 {
				rt.Errorf("task %d has no time", i)
			}
		}
		if total != nextrole.Whole || len(shares) != len(tasks) {
			rt.Errorf("%d shares of %d tasks total %v", len(shares), len(tasks), total)
		}
		if again := derive.Shares(tasks); !cmp.Equal(shares, again) {
			rt.Error("a second run gives other shares")
		}
	})
}

// A task that is more important never gets less time.
func TestMoreImportantIsNoLessTime(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		tasks := anyTasks(rt)
		for i := range tasks {
			tasks[i].Importance = of(rapid.Float64Range(1, 4).Draw(rt, "importance"))
		}
		before := derive.Shares(tasks)
		i := rapid.IntRange(0, len(tasks)-1).Draw(rt, "task")
		*tasks[i].Importance++
		if after := derive.Shares(tasks); after[i] < before[i] {
			rt.Errorf("from %v to %v", before[i], after[i])
		}
	})
}
