package aijri

import "math"

// Step is one factor of the score, in the order of the formula.
type Step struct {
	Name   string
	Factor float64 // task resistance itself, then the modifiers
	Raw    float64 // the product so far
	Score  float64 // the product so far on the scale of scores, unclamped

	// Delta is what the step adds to the score as shown: the difference of two
	// shown scores, so that the steps on screen add up to the score on screen.
	Delta float64
}

// Steps returns task resistance, evidence, barriers and AI growth, from the
// first product to Raw. Their deltas total the shown score, but where it is
// clamped: there they total the score before clamping.
func (r Result) Steps() []Step {
	steps := []Step{
		{Name: "Task resistance", Factor: r.TaskResistance},
		{Name: "Evidence", Factor: EvidenceFactor(r.Evidence)},
		{Name: "Barriers", Factor: BarrierFactor(r.Barriers)},
		{Name: "AI growth", Factor: GrowthFactor(r.Growth)},
	}
	raw, shown := 1.0, 0.0
	for i := range steps {
		raw *= steps[i].Factor
		score := Scale(raw)
		steps[i].Raw, steps[i].Score = raw, score
		steps[i].Delta = math.Round((Shown(score)-shown)*10) / 10
		shown = Shown(score)
	}
	return steps
}
