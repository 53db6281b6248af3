package aijri_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"nextrole"
	"nextrole/internal/aijri"
)

func tip(t *testing.T, in nextrole.Inputs, zone nextrole.Zone) aijri.Target {
	t.Helper()
	targets, err := aijri.Tip(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, target := range targets {
		if target.Zone == zone {
			return target
		}
	}
	t.Fatalf("nothing about %s in %+v", zone, targets)
	return aijri.Target{}
}

func TestTippingOfPublishedAssessment(t *testing.T) {
	in := registrar()
	yellow := tip(t, in, nextrole.Yellow)
	if yellow.SingleStep() {
		t.Errorf("a single step does it: %+v", yellow.One)
	}
	near(t, "the best single step", yellow.Step, 23.02, 0.005)
	near(t, "the best pair", yellow.Pair.Score, 25.1, 0.05)
	if c := yellow.One.Changes[0]; c.Input != (aijri.Input{Group: aijri.Tasks, Index: 1}) || c.From != 4 || c.To != 2 {
		t.Errorf("the one input is %+v, want abstraction rated 2 instead of 4", c)
	}
	near(t, "task resistance", yellow.Needed, 3.0347, 0.00005)
	// From abstraction (4) to training (2): 0.3847 ÷ 2 of the time.
	near(t, "time that moves", yellow.Time.Changes[0].From-yellow.Time.Changes[0].To, 19.24, 1e-9)

	green := tip(t, in, nextrole.Green)
	if green.One != nil || green.Pair != nil || green.Time != nil || !green.NoMix() {
		t.Errorf("something single reaches Green: %+v", green)
	}
	near(t, "task resistance for Green", green.Needed, 5.23, 0.005)
	if green.Least == nil || green.Least.Score < 47.95 {
		t.Errorf("the least effort is %+v", green.Least)
	}
}

func TestNothingReachesTheOtherEnd(t *testing.T) {
	// With every barrier and all evidence against it, even work of 1 stays below.
	hopeless := tip(t, inputs("100×1", least, zero, -2), nextrole.Green)
	if hopeless.One != nil || hopeless.Time != nil || !hopeless.NoMix() || hopeless.Least == nil {
		t.Errorf("%+v", hopeless)
	}
}

// TestTippingByBruteForce tries every change there is.
func TestTippingByBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 6))
	all := hard()
	for range 300 {
		all = append(all, drawn(r))
	}
	for _, in := range all {
		targets, err := aijri.Tip(in)
		if err != nil || len(targets) != 2 {
			t.Fatal(targets, err)
		}
		for _, target := range targets {
			bruteForce(t, in, target)
		}
	}
}

// reaches says whether a score is in a zone or beyond it, from where in is.
func reaches(in nextrole.Inputs, zone nextrole.Zone) (up float64, reached func(score float64) bool) {
	lower := map[nextrole.Zone]float64{nextrole.Red: math.Inf(-1), nextrole.Yellow: 24.95, nextrole.Green: 47.95}
	upper := map[nextrole.Zone]float64{nextrole.Red: 24.95, nextrole.Yellow: 47.95, nextrole.Green: math.Inf(1)}
	if second(in) < lower[zone]-1e-9 {
		return +1, func(score float64) bool { return score >= lower[zone]-1e-9 }
	}
	return -1, func(score float64) bool { return score < upper[zone]-1e-9 }
}

func bruteForce(t *testing.T, in nextrole.Inputs, target aijri.Target) {
	t.Helper()
	up, reached := reaches(in, target.Zone)
	now := second(in)
	fewest, step, two := 99, now, now
	farther := func(a, b float64) float64 { return up * math.Max(up*a, up*b) }
	for i := range aijri.All(in) {
		least, most := i.Scale()
		for v := least; v <= most; v++ {
			score := second(i.With(in, v))
			steps := max(v-i.Value(in), i.Value(in)-v)
			if reached(score) {
				fewest = min(fewest, steps)
			}
			if steps != 1 {
				continue
			}
			step = farther(step, score)
			one := i.With(in, v)
			for j := range aijri.All(in) {
				lo, hi := j.Scale()
				for _, w := range []int{j.Value(in) - 1, j.Value(in) + 1} {
					if i != j && w >= lo && w <= hi {
						two = farther(two, second(j.With(one, w)))
					}
				}
			}
		}
	}
	near(t, "the farthest step", target.Step, step, 1e-9)
	if (target.One != nil) != (fewest < 99) || target.One != nil && math.Abs(target.One.Changes[0].To-target.One.Changes[0].From) != float64(fewest) {
		t.Fatalf("%+v: %s by one input %+v, want %d steps", in, target.Zone, target.One, fewest)
	}
	if !reached(step) && (target.Pair != nil) != reached(two) {
		t.Fatalf("%+v: %s by a pair %+v, want %v", in, target.Zone, target.Pair, two)
	}
	if target.Pair != nil {
		near(t, "the best pair", target.Pair.Score, two, 1e-9)
	}
	for _, way := range []*aijri.Tipping{target.One, target.Pair, target.Time} {
		if way != nil {
			carryOut(t, in, *way, reached)
		}
	}
	near(t, "time", timeOf(target), leastTime(in, reached), 1e-9)
	near(t, "steps in all", effortOf(target), fewestSteps(in, up, reached), 1e-9)
}

// carryOut makes the changes and scores what comes of it.
func carryOut(t *testing.T, in nextrole.Inputs, way aijri.Tipping, reached func(float64) bool) {
	t.Helper()
	changed := in
	for _, c := range way.Changes {
		if way.Way == aijri.MoveTime {
			changed.Tasks = append([]nextrole.AssessedTask(nil), changed.Tasks...)
			changed.Tasks[c.Input.Index].Share = nextrole.ShareOf(c.To)
			continue
		}
		changed = c.Input.With(changed, int(c.To))
	}
	score := second(changed)
	near(t, "score after the change", way.Score, score, 1e-9)
	if !reached(score) || way.Zone != aijri.ZoneOf(score) {
		t.Errorf("%+v: %+v gives %v", in, way, score)
	}
}

func timeOf(target aijri.Target) float64 {
	if target.Time == nil {
		return -1
	}
	return target.Time.Changes[0].From - target.Time.Changes[0].To
}

// leastTime moves time between every two tasks, halving the span that does it.
func leastTime(in nextrole.Inputs, reached func(float64) bool) float64 {
	least := -1.0
	for i := range in.Tasks {
		for j := range in.Tasks {
			moved := func(share nextrole.Share) bool {
				with := in
				with.Tasks = append([]nextrole.AssessedTask(nil), in.Tasks...)
				with.Tasks[i].Share -= share
				with.Tasks[j].Share += share
				return reached(second(with))
			}
			most := min(in.Tasks[i].Share, nextrole.Whole-in.Tasks[j].Share)
			if i == j || !moved(most) {
				continue
			}
			lo, hi := nextrole.Share(0), most
			for lo < hi {
				if mid := (lo + hi) / 2; moved(mid) {
					hi = mid
				} else {
					lo = mid + 1
				}
			}
			if least < 0 || hi.Percent() < least {
				least = hi.Percent()
			}
		}
	}
	return least
}

func effortOf(target aijri.Target) float64 {
	if target.Least == nil {
		return -1
	}
	return float64(target.Least.Steps())
}

// fewestSteps tries every number of steps in each group. Of n steps in tasks it
// takes the farthest, task after task.
func fewestSteps(in nextrole.Inputs, up float64, reached func(float64) bool) float64 {
	by := int(up)
	rooms := map[aijri.Group]int{}
	farthest := []int{0}
	for i := range aijri.All(in) {
		least, most := i.Scale()
		room := most - i.Value(in)
		if by*i.Better() < 0 {
			room = i.Value(in) - least
		}
		rooms[i.Group] += room
		if i.Group != aijri.Tasks {
			continue
		}
		share := int(in.Tasks[i.Index].Share)
		next := make([]int, len(farthest)+room)
		for n, sum := range farthest {
			for k := range room + 1 {
				next[n+k] = max(next[n+k], sum+k*share)
			}
		}
		farthest = next
	}
	fewest := -1.0
	e0, b0 := 0, 0
	weighted := 0.0
	for i := range 5 {
		e0 += in.Evidence[i].Value
		b0 += in.Barriers[i].Value
	}
	for _, task := range in.Tasks {
		weighted += task.Share.Percent() / 100 * float64(task.Score)
	}
	for n, sum := range farthest {
		resistance := math.Max(1, math.Min(5, 6-weighted+up*float64(sum)/10000))
		for e := range rooms[aijri.Evidence] + 1 {
			for b := range rooms[aijri.Barriers] + 1 {
				for g := range rooms[aijri.Growth] + 1 {
					raw := resistance * (1 + 0.04*float64(e0+by*e)) * (1 + 0.02*float64(b0+by*b)) * (1 + 0.05*float64(in.Growth.Value+by*g))
					if steps := float64(n + e + b + g); reached(math.Min(math.Max((raw-0.54)/7.93*100, 0), 100)) && (fewest < 0 || steps < fewest) {
						fewest = steps
					}
				}
			}
		}
	}
	return fewest
}
