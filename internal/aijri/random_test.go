package aijri_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"nextrole"
	"nextrole/internal/aijri"
)

// second computes a score a second time, in plain floating point and straight
// from the formula, with nothing of the package.
func second(in nextrole.Inputs) float64 {
	weighted, e, b := 0.0, 0.0, 0.0
	for _, t := range in.Tasks {
		weighted += float64(t.Share) / 10000 * float64(t.Score)
	}
	for i := range 5 {
		e += float64(in.Evidence[i].Value)
		b += float64(in.Barriers[i].Value)
	}
	resistance := math.Max(1, math.Min(5, 6-weighted))
	raw := resistance * (1 + 0.04*e) * (1 + 0.02*b) * (1 + 0.05*float64(in.Growth.Value))
	return math.Max(0, math.Min(100, (raw-0.54)/7.93*100))
}

// drawn draws an assessment: up to 12 tasks, most by half an hour of 40, some by
// a hundredth of a percent and with shares that total 99.5 to 100.5 %.
func drawn(r *rand.Rand) nextrole.Inputs {
	var in nextrole.Inputs
	unit, left := nextrole.Share(125), nextrole.Whole
	if r.IntN(50) == 0 {
		unit, left = 1, left+nextrole.Share(r.IntN(101)-50)
	}
	for n := 1 + r.IntN(12); n > 0; n-- {
		share := min(left, nextrole.Whole)
		if n > 1 {
			share = unit * nextrole.Share(r.IntN(int(share/unit)+1))
		}
		left -= share
		in.Tasks = append(in.Tasks, nextrole.AssessedTask{Name: "Task", Share: share, Score: 1 + r.IntN(5), Label: nextrole.Augmented})
	}
	if left > 0 { // one task cannot take more than the whole
		in.Tasks[0].Share = min(in.Tasks[0].Share+left, nextrole.Whole)
	}
	for i := range 5 {
		in.Evidence[i].Value, in.Barriers[i].Value = r.IntN(5)-2, r.IntN(3)
	}
	in.Growth.Value = r.IntN(5) - 2
	return in
}

func TestRandomAssessments(t *testing.T) {
	const parts, each = 4, assessments / 4
	for part := range uint64(parts) {
		t.Run(strconv.FormatUint(part, 10), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(1, part))
			for range each {
				checkRandom(t, drawn(r))
			}
		})
	}
}

// checkRandom checks that the score is the formula's, on its scale, and that no
// better rating lowers it.
func checkRandom(t *testing.T, in nextrole.Inputs) {
	t.Helper()
	result, err := aijri.Score(in)
	if err != nil {
		t.Fatalf("%+v: %v", in, err)
	}
	if want := second(in); !(math.Abs(result.Score-want) <= 1e-9) || !(result.Score >= 0 && result.Score <= 100) {
		t.Fatalf("%+v: score %v, want %v", in, result.Score, want)
	}
	swings, err := aijri.Sensitivity(in, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range swings {
		for by, end := range map[int]*float64{-1: s.Down, +1: s.Up} {
			if end != nil && float64(by*s.Input.Better())*(*end-result.Score) < 0 {
				t.Fatalf("%+v: %s one step better takes %v to %v", in, s.Input.Name(in), result.Score, *end)
			}
		}
	}
}

// TestSpreadAgreesWithAMillionSamples allows four standard errors, so that it
// fails by chance once in some thousand seeds, and the seed is fixed.
func TestSpreadAgreesWithAMillionSamples(t *testing.T) {
	const draws, p = 1_000_000, 0.20
	in := registrar()
	r := rand.New(rand.NewPCG(29, 9021))
	scores := make([]float64, draws)
	inputs := slices.Collect(aijri.All(in))
	for d := range scores {
		drawn := in
		drawn.Tasks = slices.Clone(in.Tasks)
		for _, i := range inputs {
			least, most := i.Scale()
			value := i.Value(in)
			switch u := r.Float64(); {
			case u < p:
				value = max(value-1, least)
			case u < 2*p:
				value = min(value+1, most)
			}
			switch i.Group {
			case aijri.Tasks:
				drawn.Tasks[i.Index].Score = value
			case aijri.Evidence:
				drawn.Evidence[i.Index].Value = value
			case aijri.Barriers:
				drawn.Barriers[i.Index].Value = value
			case aijri.Growth:
				drawn.Growth.Value = value
			}
		}
		scores[d] = second(drawn)
	}
	var mean, square float64
	for _, s := range scores {
		mean += s / draws
		square += s * s / draws
	}
	slices.Sort(scores)
	got := score(t, in)
	sd := math.Sqrt(square - mean*mean)
	near(t, "mean", got.Mean, mean, 4*sd/math.Sqrt(draws))
	near(t, "SD", got.SD, sd, 4*sd/math.Sqrt(2*draws))
	for q, want := range map[float64]float64{0.10: got.Likely[0], 0.90: got.Likely[1]} {
		off := int(4 * math.Sqrt(q*(1-q)*draws))
		at := int(q * draws)
		if want < scores[at-off]-1e-9 || want > scores[at+off]+1e-9 {
			t.Errorf("percentile %v = %v, sampled %v to %v", q, want, scores[at-off], scores[at+off])
		}
	}
	below, _ := slices.BinarySearch(scores, 24.95-1e-9)
	near(t, "chance of Red", got.Chance.Red, float64(below)/draws, 4*math.Sqrt(got.Chance.Red*(1-got.Chance.Red)/draws))
}
