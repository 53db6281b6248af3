package aijri_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"nextrole"
	"nextrole/internal/aijri"
)

// The two kinds of work that 29-9021.00 joins, by its published ratings: the
// systems tasks alone are Yellow, the registry tasks alone deep in Red. The
// numbers are computed by hand: 155/55 and 4 as weighted scores.
func TestAloneOfTheRegistrar(t *testing.T) {
	in := nextrole.Inputs{Growth: nextrole.Rating{Value: -1}}
	for _, v := range [][2]int{{20, 3}, {20, 4}, {15, 4}, {15, 3}, {10, 4}, {10, 2}, {10, 3}} {
		in.Tasks = append(in.Tasks, nextrole.AssessedTask{Name: "T", Share: nextrole.ShareOf(float64(v[0])), Score: v[1], Label: nextrole.Augmented})
	}
	for i, v := range []int{-1, -1, 0, -1, -1} {
		in.Evidence[i].Value = v
	}
	in.Barriers[0].Value, in.Barriers[3].Value = 1, 1
	for _, test := range []struct {
		tasks []int
		tr    float64
		zone  nextrole.Zone
	}{
		{[]int{0, 3, 5, 6}, 6 - 155.0/55, nextrole.Yellow},
		{[]int{1, 2, 4}, 2, nextrole.Red},
	} {
		alone, ok := aijri.Alone(in, test.tasks)
		if !ok {
			t.Fatalf("%v is refused", test.tasks)
		}
		r, err := aijri.Score(alone)
		if err != nil {
			t.Fatal(err)
		}
		want := (test.tr*0.84*1.04*0.95 - 0.54) / 7.93 * 100
		if math.Abs(r.Score-want) > 0.01 || r.Zone != test.zone {
			t.Errorf("%v: %v %s, want %v %s", test.tasks, r.Score, r.Zone, want, test.zone)
		}
	}
	for _, tasks := range [][]int{nil, {7}, {-1}} {
		if _, ok := aijri.Alone(in, tasks); ok {
			t.Errorf("%v is a week", tasks)
		}
	}
}

// Shares total exactly the whole, keep their proportion, and the tasks given are
// not touched.
func TestAloneIsAWholeWeek(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var in nextrole.Inputs
		shares := rapid.SliceOfN(rapid.IntRange(0, int(nextrole.Whole)), 1, 9).Draw(t, "shares")
		sum := 0
		var all []int
		for i, s := range shares {
			in.Tasks = append(in.Tasks, nextrole.AssessedTask{Share: nextrole.Share(s)})
			all = append(all, i)
			sum += s
		}
		alone, ok := aijri.Alone(in, all)
		if ok != (sum > 0) {
			t.Fatalf("ok %v of %d", ok, sum)
		}
		if !ok {
			return
		}
		total := nextrole.Share(0)
		for i, task := range alone.Tasks {
			total += task.Share
			if exact := float64(shares[i]) * float64(nextrole.Whole) / float64(sum); math.Abs(float64(task.Share)-exact) > 1 {
				t.Errorf("share %d of %d is %d, not near %v", shares[i], sum, task.Share, exact)
			}
			if in.Tasks[i].Share != nextrole.Share(shares[i]) {
				t.Error("the tasks given are changed")
			}
		}
		if total != nextrole.Whole {
			t.Errorf("total %v", total)
		}
	})
}
