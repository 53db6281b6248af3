// Package aijri computes the AI Job Resistance Index: task resistance, the
// score and its zone, the exact spread of the score if raters differ, and which
// of a role's assessments is shown. Higher is harder to automate. The index is
// no forecast of job loss.
//
// The ratings are whole numbers and shares are hundredths of a percent, so the
// running product of the formula is a whole number of ten-billionths: sums,
// zone limits and percentiles are decided on those, without rounding.
package aijri

import (
	"fmt"

	"nextrole"
)

// DefaultP is the chance, each way, that a rater differs by one step.
const DefaultP = 0.20

// The scale runs from the least product the formula can give to a nominal
// greatest one; the true greatest is 9.24, which is why scores are clamped.
const (
	rawLeast = 0.54
	rawSpan  = 7.93
)

// shareTolerance is how far the shares may be off 100 % in total.
const shareTolerance = nextrole.Share(50)

// Result is a score with everything it is made of. Shares and chances are
// fractions of 1, scores are on 0…100, and nothing is rounded.
type Result struct {
	TaskResistance float64           `json:"taskResistance"` // 1…5
	Evidence       int               `json:"evidence"`       // sum, −10…10
	Barriers       int               `json:"barriers"`       // sum, 0…10
	Growth         int               `json:"growth"`         // −2…2
	Raw            float64           `json:"raw"`
	Score          float64           `json:"score"`
	Zone           nextrole.Zone     `json:"zone"`
	Label          nextrole.SubLabel `json:"label"`
	Clamped        bool              `json:"clamped"` // Raw lies above the scale, and Score is 100
	Split          Split             `json:"split"`
	Share3Plus     float64           `json:"share3plus"` // time in tasks that score 3 or more

	// If raters differ: see [ScoreAt].
	Mean   float64    `json:"mean"`
	SD     float64    `json:"sd"`
	Likely [2]float64 `json:"likely"` // 10th and 90th percentile
	Chance Chance     `json:"chance"`

	// The least task resistance that reaches the zone with all else as it is;
	// nil where not even 5 does.
	ToYellow *float64 `json:"toYellow"`
	ToGreen  *float64 `json:"toGreen"`
}

// Split is working time by what AI does in it.
type Split struct {
	Disp float64 `json:"disp"`
	Aug  float64 `json:"aug"`
	Not  float64 `json:"not"`
}

// Chance is how probable each zone is if raters differ.
type Chance struct {
	Red    float64 `json:"red"`
	Yellow float64 `json:"yellow"`
	Green  float64 `json:"green"`
}

// Score computes the score of the inputs and its spread at [DefaultP]. The
// error lists [nextrole.Problem]s: ratings off their scales, or shares that
// total more than 0.5 % off 100 %.
func Score(in nextrole.Inputs) (Result, error) { return ScoreAt(in, DefaultP) }

// ScoreAt is [Score] with the spread at p: every task score, evidence item,
// barrier and the growth rating independently moves one step down with chance
// p and one step up with chance p, and stays where its scale ends. The
// distribution is exact. Besides Score's errors it reports p outside 0…0.5.
func ScoreAt(in nextrole.Inputs, p float64) (Result, error) {
	if !(p >= 0 && p <= 0.5) {
		return Result{}, nextrole.Problem{Field: "p", What: fmt.Sprintf("%v is outside 0…0.5", p)}
	}
	if err := in.Validate(); err != nil {
		return Result{}, err
	}
	if total := total(in.Tasks); total < nextrole.Whole-shareTolerance || total > nextrole.Whole+shareTolerance {
		return Result{}, nextrole.Problem{Field: "tasks", What: fmt.Sprintf("shares total %v, not 100%%", total)}
	}
	r, base := formula(in)
	r.spread(in, base, p)
	return r, nil
}

// formula computes all of the result that does not depend on how raters
// differ, and the product in ten-billionths.
func formula(in nextrole.Inputs) (Result, int) {
	resistance := resistance(in.Tasks)
	r := Result{
		TaskResistance: float64(resistance) / one,
		Evidence:       sum(in.Evidence),
		Barriers:       sum(in.Barriers),
		Growth:         in.Growth.Value,
		Split: Split{
			Disp: timeIn(in.Tasks, func(t nextrole.AssessedTask) bool { return t.Label == nextrole.Displaced }),
			Aug:  timeIn(in.Tasks, func(t nextrole.AssessedTask) bool { return t.Label == nextrole.Augmented }),
			Not:  timeIn(in.Tasks, func(t nextrole.AssessedTask) bool { return t.Label == nextrole.NotInvolved }),
		},
		Share3Plus: timeIn(in.Tasks, func(t nextrole.AssessedTask) bool { return t.Score >= 3 }),
	}
	modifier := stateOf(in).modifier()
	base := resistance * modifier
	r.Raw = float64(base) / billionths
	r.Score = scoreOf(base)
	r.Clamped = base > mostProduct
	r.Zone = ZoneOf(r.Score)
	r.Label = labelOf(r.Zone, r)
	r.ToYellow = resistanceFor(leastYellow, modifier)
	r.ToGreen = resistanceFor(leastGreen, modifier)
	return r, base
}

// productOf returns the product of the ratings in ten-billionths.
func productOf(in nextrole.Inputs) int { return stateOf(in).product() }

// EvidenceFactor is what the sum of the evidence multiplies the product by.
func EvidenceFactor(e int) float64 { return float64(evidencePercent(e)) / 100 }

// BarrierFactor is what the sum of the barriers multiplies the product by.
func BarrierFactor(b int) float64 { return float64(barrierPercent(b)) / 100 }

// GrowthFactor is what the AI growth rating multiplies the product by.
func GrowthFactor(g int) float64 { return float64(growthPercent(g)) / 100 }

func evidencePercent(e int) int { return 100 + 4*e }
func barrierPercent(b int) int  { return 100 + 2*b }
func growthPercent(g int) int   { return 100 + 5*g }

// Scale converts a product to the scale of scores. It does not clamp, so that
// running products above the scale keep their place.
func Scale(raw float64) float64 { return (raw - rawLeast) / rawSpan * 100 }

// Whole numbers that stand for the formula's: task resistance in
// ten-thousandths, the three modifiers in percent, and so their product in
// ten-billionths.
const (
	one             = 1_00_00
	billionths      = 1e10
	leastResistance = 1 * one
	mostResistance  = 5 * one

	mostProduct = 8_470_000_000 * 10 // score 100: raw 8.47
	leastYellow = 2_518_535_000 * 10 // score 24.95, shown as 25.0
	leastGreen  = 4_342_435_000 * 10 // score 47.95, shown as 48.0
)

// scoreOf returns the clamped score of a product in ten-billionths.
func scoreOf(product int) float64 {
	return min(max(Scale(float64(product)/billionths), 0), 100)
}

// resistanceFor returns the task resistance that brings the product to least.
func resistanceFor(least, modifier int) *float64 {
	if least > mostResistance*modifier {
		return nil
	}
	needed := float64(least) / float64(modifier) / one
	return &needed
}

// resistance is 6 less the mean score by time, within 1…5: shares that total
// less or more than 100 % could lead out of that.
func resistance(tasks []nextrole.AssessedTask) int { return capped(uncapped(tasks)) }

func uncapped(tasks []nextrole.AssessedTask) int {
	weighted := 0
	for _, t := range tasks {
		weighted += int(t.Share) * t.Score
	}
	return 6*one - weighted
}

func capped(resistance int) int { return min(max(resistance, leastResistance), mostResistance) }

func total(tasks []nextrole.AssessedTask) nextrole.Share {
	var total nextrole.Share
	for _, t := range tasks {
		total += t.Share
	}
	return total
}

func timeIn(tasks []nextrole.AssessedTask, counts func(nextrole.AssessedTask) bool) float64 {
	var time nextrole.Share
	for _, t := range tasks {
		if counts(t) {
			time += t.Share
		}
	}
	return float64(time) / one
}

func sum(ratings [5]nextrole.Rating) int {
	sum := 0
	for _, r := range ratings {
		sum += r.Value
	}
	return sum
}
