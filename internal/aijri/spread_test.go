package aijri_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nextrole"
	"nextrole/internal/aijri"
)

// outcome is a set of ratings that raters could give, with its chance.
type outcome struct{ score, chance float64 }

// enumerate is the model written out: every rating at every step, in plain
// floating point, with nothing of the package's arithmetic.
func enumerate(in nextrole.Inputs, p float64) []outcome {
	type weight struct{ value, chance float64 }
	steps := func(value, lo, hi int) (values []weight) {
		for _, move := range []struct {
			by     int
			chance float64
		}{{-1, p}, {0, 1 - 2*p}, {1, p}} {
			values = append(values, weight{float64(min(max(value+move.by, lo), hi)), move.chance})
		}
		return values
	}
	totals := func(start float64, factor []float64, choices ...[]weight) []weight {
		all := []weight{{start, 1}}
		for i, choice := range choices {
			var next []weight
			for _, a := range all {
				for _, c := range choice {
					next = append(next, weight{a.value + factor[i]*c.value, a.chance * c.chance})
				}
			}
			all = next
		}
		return all
	}
	rated := func(ratings [5]nextrole.Rating, lo, hi int) []weight {
		var choices [][]weight
		for _, r := range ratings {
			choices = append(choices, steps(r.Value, lo, hi))
		}
		sums := map[float64]float64{}
		for _, w := range totals(0, []float64{1, 1, 1, 1, 1}, choices...) {
			sums[w.value] += w.chance
		}
		var distinct []weight
		for value, chance := range sums {
			distinct = append(distinct, weight{value, chance})
		}
		return distinct
	}
	var tasks [][]weight
	var shares []float64
	for _, t := range in.Tasks {
		tasks = append(tasks, steps(t.Score, 1, 5))
		shares = append(shares, -t.Share.Percent()/100)
	}
	var all []outcome
	evidence, barriers, growth := rated(in.Evidence, -2, 2), rated(in.Barriers, 0, 2), steps(in.Growth.Value, -2, 2)
	for _, t := range totals(6, shares, tasks...) {
		resistance := min(max(t.value, 1), 5)
		for _, e := range evidence {
			for _, b := range barriers {
				for _, g := range growth {
					raw := resistance * (1 + 0.04*e.value) * (1 + 0.02*b.value) * (1 + 0.05*g.value)
					score := min(max((raw-0.54)/7.93*100, 0), 100)
					all = append(all, outcome{score, t.chance * e.chance * b.chance * g.chance})
				}
			}
		}
	}
	slices.SortFunc(all, func(a, b outcome) int {
		switch {
		case a.score < b.score:
			return -1
		case a.score > b.score:
			return 1
		}
		return 0
	})
	return all
}

// percentile sums up equal scores before it looks, since the same score comes
// about in several ways that differ in their last bits.
func percentile(all []outcome, q float64) float64 {
	chance := 0.0
	for i, o := range all {
		chance += o.chance
		last := i == len(all)-1 || all[i+1].score > o.score+1e-10
		if last && chance >= q-1e-12 {
			return o.score
		}
	}
	return all[len(all)-1].score
}

func agree(t *testing.T, got aijri.Result, all []outcome) {
	t.Helper()
	var mean, variance float64
	chance := map[nextrole.Zone]float64{}
	for _, o := range all {
		mean += o.chance * o.score
		shown := math.Floor(o.score*10+0.5+1e-8) / 10
		switch {
		case shown >= 48:
			chance[nextrole.Green] += o.chance
		case shown >= 25:
			chance[nextrole.Yellow] += o.chance
		default:
			chance[nextrole.Red] += o.chance
		}
	}
	for _, o := range all {
		variance += o.chance * (o.score - mean) * (o.score - mean)
	}
	near(t, "mean", got.Mean, mean, 1e-9)
	near(t, "SD", got.SD, math.Sqrt(variance), 1e-6)
	near(t, "chance of Red", got.Chance.Red, chance[nextrole.Red], 1e-10)
	near(t, "chance of Yellow", got.Chance.Yellow, chance[nextrole.Yellow], 1e-10)
	near(t, "chance of Green", got.Chance.Green, chance[nextrole.Green], 1e-10)
	near(t, "10th percentile", got.Likely[0], percentile(all, 0.10), 1e-9)
	near(t, "90th percentile", got.Likely[1], percentile(all, 0.90), 1e-9)
}

func TestSpreadAgreesWithEnumeration(t *testing.T) {
	for _, test := range []struct {
		name string
		in   nextrole.Inputs
		p    float64
	}{
		{"published", registrar(), 0.20},
		{"always a step", registrar(), 0.50},
		{"never a step", registrar(), 0},
		{"one task at its end", inputs("100×5", least, zero, -2), 0.20},
		{"clamped above", inputs("100×1", most, most, 2), 0.20},
		{"partly clamped", inputs("70×1, 30×2", most, [5]int{1, 1, 1, 1, 1}, 2), 0.20},
		{"shares of 99.5 %, resistance capped", inputs("59.5×1, 40×1", zero, zero, 0), 0.20},
		{"shares of 100.5 %, resistance capped", inputs("60.5×5, 40×5", zero, zero, 0), 0.30},
		{"odd shares", inputs("33.33×2, 33.34×3, 33.33×4", [5]int{2, -2, 1}, [5]int{0, 2, 1}, 1), 0.07},
		{"task without time", inputs("100×3, 0×5", zero, zero, 0), 0.20},
		{"around Green", inputs("50×1, 50×2", [5]int{1, 0, 1}, [5]int{1}, -1), 0.20},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, err := aijri.ScoreAt(test.in, test.p)
			if err != nil {
				t.Fatal(err)
			}
			agree(t, r, enumerate(test.in, test.p))
		})
	}
}

func TestSpreadWithoutDifferenceIsTheScore(t *testing.T) {
	for _, in := range []nextrole.Inputs{registrar(), inputs("100×1", most, most, 2), inputs("33.33×2, 66.67×4", most, zero, 1)} {
		r, err := aijri.ScoreAt(in, 0)
		if err != nil {
			t.Fatal(err)
		}
		if r.SD != 0 || r.Mean != r.Score || r.Likely != [2]float64{r.Score, r.Score} {
			t.Errorf("at p = 0: mean %v SD %v likely %v, want %v alone", r.Mean, r.SD, r.Likely, r.Score)
		}
	}
}

// Too many tasks to enumerate: raters are drawn instead.
func TestSpreadAgreesWithSampling(t *testing.T) {
	in := inputs("12.5×3, 12.5×4, 11.25×4, 13.75×3, 10×4, 10×2, 10×3, 8.75×1, 6.25×5, 5×2", [5]int{1, -1, 2, -2, 0}, [5]int{1, 2, 0, 1, 0}, 1)
	const draws, p = 400_000, 0.20
	random := rand.New(rand.NewPCG(29, 9021))
	step := func(value, lo, hi int) int {
		switch u := random.Float64(); {
		case u < p:
			return max(value-1, lo)
		case u < 2*p:
			return min(value+1, hi)
		}
		return value
	}
	scores := make([]float64, draws)
	var mean float64
	for i := range scores {
		resistance, evidence, barriers := 6.0, 0, 0
		for _, task := range in.Tasks {
			resistance -= task.Share.Percent() / 100 * float64(step(task.Score, 1, 5))
		}
		for j := range 5 {
			evidence += step(in.Evidence[j].Value, -2, 2)
			barriers += step(in.Barriers[j].Value, 0, 2)
		}
		raw := resistance * (1 + 0.04*float64(evidence)) * (1 + 0.02*float64(barriers)) * (1 + 0.05*float64(step(in.Growth.Value, -2, 2)))
		scores[i] = (raw - 0.54) / 7.93 * 100
		mean += scores[i] / draws
	}
	slices.Sort(scores)
	r := score(t, in)
	near(t, "mean", r.Mean, mean, 0.05)
	near(t, "10th percentile", r.Likely[0], scores[draws/10], 0.1)
	near(t, "90th percentile", r.Likely[1], scores[draws/10*9], 0.1)
	below, _ := slices.BinarySearch(scores, 47.95)
	near(t, "chance of Green", r.Chance.Green, 1-float64(below)/draws, 0.005)
}

func TestSpreadProperties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		in, p := anyInputs(rt), rapid.Float64Range(0, 0.5).Draw(rt, "p")
		r, err := aijri.ScoreAt(in, p)
		if err != nil {
			rt.Fatal(err)
		}
		for what, v := range map[string]float64{"score": r.Score, "mean": r.Mean, "10th": r.Likely[0], "90th": r.Likely[1]} {
			if !(v >= 0 && v <= 100) {
				rt.Errorf("%s = %v", what, v)
			}
		}
		if r.Likely[0] > r.Likely[1] || math.IsNaN(r.SD) || r.SD < 0 {
			rt.Errorf("likely %v, SD %v", r.Likely, r.SD)
		}
		if sum := r.Chance.Red + r.Chance.Yellow + r.Chance.Green; math.Abs(sum-1) > 1e-9 {
			rt.Errorf("chances total %v", sum)
		}
		for _, c := range []float64{r.Chance.Red, r.Chance.Yellow, r.Chance.Green} {
			if !(c >= 0 && c <= 1) {
				rt.Errorf("chances %+v", r.Chance)
			}
		}
		if again, _ := aijri.ScoreAt(in, p); again.Mean != r.Mean || again.SD != r.SD || again.Chance != r.Chance || again.Likely != r.Likely {
			rt.Error("a second run gives other bytes")
		}
	})
}

// More of what resists never lowers a score.
func TestScoreIsMonotone(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		in := anyInputs(rt)
		before, _ := aijri.Score(in)
		switch i := rapid.IntRange(0, 4).Draw(rt, "item"); rapid.SampledFrom([]string{"task", "evidence", "barrier", "growth"}).Draw(rt, "input") {
		case "task":
			task := &in.Tasks[i%len(in.Tasks)]
			task.Score = max(task.Score-1, 1)
		case "evidence":
			in.Evidence[i].Value = min(in.Evidence[i].Value+1, 2)
		case "barrier":
			in.Barriers[i].Value = min(in.Barriers[i].Value+1, 2)
		case "growth":
			in.Growth.Value = min(in.Growth.Value+1, 2)
		}
		after, err := aijri.Score(in)
		if err != nil {
			rt.Fatal(err)
		}
		if after.Score < before.Score || after.Likely[0] < before.Likely[0]-1e-9 || after.Mean < before.Mean-1e-9 {
			rt.Errorf("a better rating took %v to %v, likely %v to %v", before.Score, after.Score, before.Likely, after.Likely)
		}
	})
}

func anyInputs(rt *rapid.T) nextrole.Inputs {
	var in nextrole.Inputs
	left := nextrole.Whole + nextrole.Share(rapid.IntRange(-50, 50).Draw(rt, "off"))
	for n := rapid.IntRange(1, 6).Draw(rt, "tasks"); n > 0; n-- {
		share := min(left, nextrole.Whole)
		if n > 1 {
			share = nextrole.Share(rapid.IntRange(0, int(min(left, nextrole.Whole))).Draw(rt, "share"))
		}
		left -= share
		in.Tasks = append(in.Tasks, nextrole.AssessedTask{
			Name: "Task", Share: share, Score: rapid.IntRange(1, 5).Draw(rt, "score"), Label: nextrole.Augmented,
		})
	}
	for i := range 5 {
		in.Evidence[i].Value = rapid.IntRange(-2, 2).Draw(rt, "evidence")
		in.Barriers[i].Value = rapid.IntRange(0, 2).Draw(rt, "barrier")
	}
	in.Growth.Value = rapid.IntRange(-2, 2).Draw(rt, "growth")
	return in
}
