package aijri

import (
	"math"
	"sort"

	"nextrole"
)

// reached forgives what adding up many small chances loses.
const reached = 1e-12

// spread fills in what depends on how raters differ. base is the product of
// the ratings as they are.
func (r *Result) spread(in nextrole.Inputs, base int, p float64) {
	as := raters{p: p}
	d := distribution{as.resistances(in.Tasks), as.modifiers(in)}
	mean, variance := d.moments(min(base, mostProduct))
	r.Mean = min(max(r.Score+productPoints*mean, 0), 100)
	r.SD = productPoints * math.Sqrt(variance)
	r.Likely = [2]float64{scoreOf(d.percentile(0.10)), scoreOf(d.percentile(0.90))}

	belowYellow, belowGreen := d.atMost(leastYellow-1), d.atMost(leastGreen-1)
	r.Chance = Chance{Red: belowYellow, Yellow: belowGreen - belowYellow, Green: 1 - belowGreen}
}

// productPoints is what a ten-billionth of the product is on the scale of scores.
const productPoints = 100 / rawSpan / billionths

// raters differ by one step with chance p each way, but for a rating that is sure.
type raters struct {
	p    float64
	sure *Input
}

// step returns the chances that a rating moves one step down, stays, or moves
// one up. A step off its scale stays.
func (as raters) step(i Input, value int) (down, stay, up float64) {
	if as.sure != nil && *as.sure == i {
		return 0, 1, 0
	}
	least, most := i.Scale()
	if value > least {
		down = as.p
	}
	if value < most {
		up = as.p
	}
	return down, 1 - down - up, up
}

// distribution is that of the product of two independent parts. It answers
// from running totals, so the product is never written out.
type distribution struct {
	resistance grid
	modifiers  []outcome
}

// outcome is a value with its chance.
type outcome struct {
	value  int
	chance float64
}

// atMost returns the chance that the product is limit or less.
func (d distribution) atMost(limit int) float64 {
	chance := 0.0
	for _, m := range d.modifiers {
		chance += m.chance * d.resistance.chance[d.resistance.upTo(limit/m.value)]
	}
	return min(chance, 1)
}

// percentile returns the smallest product whose cumulative chance reaches q.
func (d distribution) percentile(q float64) int {
	greatest := mostResistance * d.modifiers[len(d.modifiers)-1].value
	return sort.Search(greatest, func(product int) bool { return d.atMost(product) >= q-reached })
}

// moments returns the mean of the clamped product less base, and its variance.
// Measuring from base keeps large squares from canceling.
func (d distribution) moments(base int) (mean, variance float64) {
	square := 0.0
	g := d.resistance
	for _, m := range d.modifiers {
		i := g.upTo(mostProduct / m.value)
		factor, shift := float64(m.value), float64(m.value*g.center-base)
		beyond, clamp := 1-g.chance[i], float64(mostProduct-base)
		if i == len(g.chance)-1 {
			beyond = 0
		}
		mean += m.chance * (g.chance[i]*shift + factor*g.first[i] + beyond*clamp)
		square += m.chance * (g.chance[i]*shift*shift + 2*shift*factor*g.first[i] + factor*factor*g.second[i] + beyond*clamp*clamp)
	}
	return mean, max(square-mean*mean, 0)
}

// grid is the distribution of task resistance: equally spaced values from
// least on, with running totals. Element i totals the first i values.
type grid struct {
	least, spacing int
	center         int       // what first and second are measured from
	chance         []float64 // Σ chance
	first, second  []float64 // Σ chance·distance, Σ chance·distance²
}

// upTo returns how many values of the grid are limit or less. Values beyond
// 1…5 stand for 1 and for 5.
func (g grid) upTo(limit int) int {
	n := len(g.chance) - 1
	switch {
	case limit >= mostResistance:
		return n
	case limit < leastResistance || limit < g.least:
		return 0
	}
	return min((limit-g.least)/g.spacing+1, n)
}

// resistances returns the distribution of task resistance: the task scores
// convolved on the grid of share × score.
func (as raters) resistances(tasks []nextrole.AssessedTask) grid {
	spacing := 0
	for _, t := range tasks {
		spacing = gcd(spacing, int(t.Share))
	}
	chances, most := append(make([]float64, 0, 1+2*int(total(tasks))/spacing), 1), 6*one
	for i, t := range tasks {
		if t.Share == 0 {
			continue
		}
		// A higher score is less resistance, so steps turn around.
		down, stay, up := as.step(Input{Tasks, i}, t.Score)
		chances = convolve(chances, int(t.Share)/spacing, up, stay, down)
		most -= int(t.Share) * (t.Score - 1)
	}
	g := grid{least: most - spacing*(len(chances)-1), spacing: spacing, center: resistance(tasks)}
	g.total(chances)
	return g
}

func (g *grid) total(chances []float64) {
	n := len(chances)
	totals := make([]float64, 3*(n+1))
	g.chance, g.first, g.second = totals[:n+1:n+1], totals[n+1:2*n+2:2*n+2], totals[2*n+2:]
	for i, c := range chances {
		distance := float64(capped(g.least+i*g.spacing) - g.center)
		g.chance[i+1] = g.chance[i] + c
		g.first[i+1] = g.first[i] + c*distance
		g.second[i+1] = g.second[i] + c*distance*distance
	}
}

// modifiers returns the distribution of the product of the three modifiers,
// by value; each is in percent, so their product is in millionths.
func (as raters) modifiers(in nextrole.Inputs) []outcome {
	chances := map[int]float64{}
	evidence, barriers := as.sums(Evidence, in.Evidence[:]), as.sums(Barriers, in.Barriers[:])
	growth := as.sums(Growth, []nextrole.Rating{in.Growth})
	for _, e := range evidence {
		for _, b := range barriers {
			for _, g := range growth {
				value := evidencePercent(e.value) * barrierPercent(b.value) * growthPercent(g.value)
				chances[value] += e.chance * b.chance * g.chance
			}
		}
	}
	sorted := make([]outcome, 0, len(chances))
	for value, chance := range chances {
		sorted = append(sorted, outcome{value, chance})
	}
	sort.Slice(sorted, func(i, j int) bool { return sorted[i].value < sorted[j].value })
	return sorted
}

// sums returns the distribution of the sum of the ratings of a group.
func (as raters) sums(of Group, ratings []nextrole.Rating) []outcome {
	chances, sum := []float64{1}, 0
	for i, r := range ratings {
		down, stay, up := as.step(Input{of, i}, r.Value)
		chances = convolve(chances, 1, down, stay, up)
		sum += r.Value
	}
	return outcomes(sum-len(ratings), chances)
}

// outcomes leaves out what cannot happen, such as steps off a scale.
func outcomes(least int, chances []float64) []outcome {
	var possible []outcome
	for i, c := range chances {
		if c > 0 {
			possible = append(possible, outcome{least + i, c})
		}
	}
	return possible
}

// convolve adds to a variable an independent one that is −width, 0 or +width.
// The result starts width below the variable, and lies in its memory where that
// has room: from the end on, each chance is made of those that are not yet changed.
func convolve(chances []float64, width int, down, stay, up float64) []float64 {
	chances = append(chances, make([]float64, 2*width)...)
	i := len(chances) - 1
	for ; i >= 2*width; i-- {
		chances[i] = chances[i-2*width]*up + chances[i-width]*stay + chances[i]*down
	}
	for ; i >= width; i-- {
		chances[i] = chances[i-width]*stay + chances[i]*down
	}
	for ; i >= 0; i-- {
		chances[i] *= down
	}
	return chances
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
