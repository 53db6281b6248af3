package aijri_test

import (
	"math"
	"testing"

	"nextrole"
	"nextrole/internal/aijri"
)

func TestSensitivityOfPublishedAssessment(t *testing.T) {
	in := registrar()
	swings, err := aijri.Sensitivity(in, aijri.DefaultP)
	if err != nil || len(swings) != 18 {
		t.Fatal(len(swings), err)
	}
	// Abstraction, 20 % of the time, rated 4.
	abstraction := swings[1]
	near(t, "abstraction rated 3", *abstraction.Down, 23.02, 0.005)
	near(t, "abstraction rated 5", *abstraction.Up, 18.83, 0.005)
	near(t, "its span", abstraction.Span(score(t, in).Score), 4.19, 0.005)
	// Physical presence is at the lower end of its scale.
	if physical := swings[13]; physical.Down != nil || physical.Up == nil || physical.Input.Name(in) != "Physical presence" {
		t.Errorf("physical presence: %+v", physical)
	}
	if growth := swings[17]; growth.Input.Group != aijri.Growth || growth.Value != -1 {
		t.Errorf("the last swing is %+v", growth)
	}
}

func TestSwingsAgreeWithTheFormula(t *testing.T) {
	for _, in := range hard() {
		swings, err := aijri.Sensitivity(in, 0.2)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range swings {
			least, most := s.Input.Scale()
			for by, end := range map[int]*float64{-1: s.Down, +1: s.Up} {
				value := s.Value + by
				if value < least || value > most {
					if end != nil {
						t.Errorf("%s at %d has a score beyond its scale", s.Input.Name(in), value)
					}
					continue
				}
				near(t, s.Input.Name(in), *end, second(s.Input.With(in, value)), 1e-9)
			}
		}
	}
}

// hard are assessments at the ends of scales, clamped, capped, and small enough
// to be enumerated.
func hard() []nextrole.Inputs {
	return []nextrole.Inputs{
		registrar(),
		inputs("100×5", least, zero, -2),
		inputs("70×1, 30×2", most, [5]int{1, 1, 1, 1, 1}, 2),
		inputs("59.5×1, 40×1", zero, zero, 0),
		inputs("60.5×5, 40×5", zero, zero, 0),
		inputs("33.33×2, 33.34×3, 33.33×4", [5]int{2, -2, 1}, [5]int{0, 2, 1}, 1),
		inputs("100×3, 0×5", zero, zero, 0),
		inputs("50×1, 50×2", [5]int{1, 0, 1}, [5]int{1}, -1),
	}
}

// TestVarianceSharesAgreeWithEnumeration takes the variance of the conditional
// means apart by brute force.
func TestVarianceSharesAgreeWithEnumeration(t *testing.T) {
	for _, p := range []float64{0.05, 0.20, 0.50} {
		for _, in := range hard()[1:] {
			swings, err := aijri.Sensitivity(in, p)
			if err != nil {
				t.Fatal(err)
			}
			mean, variance := moments(enumerate(in, p))
			total := 0.0
			for _, s := range swings {
				if variance < 1e-12 {
					if s.Share != nil {
						t.Errorf("a share of %v where nothing varies", *s.Share)
					}
					continue
				}
				total += *s.Share
				near(t, s.Input.Name(in), *s.Share, explained(in, s, p, mean)/variance, 1e-6)
			}
			if total > 1+1e-9 {
				t.Errorf("shares total %v", total)
			}
		}
	}
}

func moments(all []outcome) (mean, variance float64) {
	for _, o := range all {
		mean += o.chance * o.score
	}
	for _, o := range all {
		variance += o.chance * (o.score - mean) * (o.score - mean)
	}
	return mean, variance
}

// explained averages over the three ratings a swing may come to.
func explained(in nextrole.Inputs, s aijri.Swing, p, mean float64) float64 {
	least, most := s.Input.Scale()
	given := map[int]float64{}
	for by, chance := range map[int]float64{-1: p, 0: 1 - 2*p, +1: p} {
		given[min(max(s.Value+by, least), most)] += chance
	}
	explained := 0.0
	for value, chance := range given {
		m := meanGiven(in, s.Input, value, p)
		explained += chance * (m - mean) * (m - mean)
	}
	return explained
}

// meanGiven is the mean score with one rating certain and every other rating as
// uncertain as it is. Ratings of a group of which only the sum counts are drawn
// together.
func meanGiven(in nextrole.Inputs, sure aijri.Input, value int, p float64) float64 {
	sums := func(group aijri.Group) map[int]float64 {
		all := map[int]float64{0: 1}
		for i := range aijri.All(in) {
			if i.Group != group {
				continue
			}
			least, most := i.Scale()
			next := map[int]float64{}
			for sum, chance := range all {
				if i == sure {
					next[sum+value] += chance
					continue
				}
				for by, c := range map[int]float64{-1: p, 0: 1 - 2*p, +1: p} {
					next[sum+min(max(i.Value(in)+by, least), most)] += chance * c
				}
			}
			all = next
		}
		return all
	}
	weighted := map[float64]float64{0: 1}
	for i, task := range in.Tasks {
		next := map[float64]float64{}
		for w, chance := range weighted {
			if (aijri.Input{Group: aijri.Tasks, Index: i}) == sure {
				next[w+task.Share.Percent()/100*float64(value)] += chance
				continue
			}
			for by, c := range map[int]float64{-1: p, 0: 1 - 2*p, +1: p} {
				next[w+task.Share.Percent()/100*float64(min(max(task.Score+by, 1), 5))] += chance * c
			}
		}
		weighted = next
	}
	evidence, barriers, growth := sums(aijri.Evidence), sums(aijri.Barriers), sums(aijri.Growth)
	mean := 0.0
	for w, cw := range weighted {
		for e, ce := range evidence {
			for b, cb := range barriers {
				for g, cg := range growth {
					raw := math.Max(1, math.Min(5, 6-w)) * (1 + 0.04*float64(e)) * (1 + 0.02*float64(b)) * (1 + 0.05*float64(g))
					mean += cw * ce * cb * cg * math.Max(0, math.Min(100, (raw-0.54)/7.93*100))
				}
			}
		}
	}
	return mean
}

func TestSensitivityOfUnfinishedAssessment(t *testing.T) {
	if _, err := aijri.Sensitivity(inputs("50×3", zero, zero, 0), 0.2); err == nil {
		t.Error("shares of 50 % pass")
	}
	if _, err := aijri.Sensitivity(registrar(), 0.7); err == nil {
		t.Error("a chance of 0.7 each way passes")
	}
}
