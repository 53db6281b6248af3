package aijri

import "nextrole"

// Swing is what one rating does to the score.
type Swing struct {
	Input Input
	Value int

	// The score with the rating one step down, and one step up; nil where its
	// scale ends.
	Down, Up *float64

	// Share is the first-order share of the variance if raters differ: how much of
	// it is gone on average once this rating is certain, 0…1 (Sobol, 1993). The
	// shares total at most 1; what is missing comes of ratings that differ together.
	// It is nil where nothing varies.
	Share *float64
}

// Span is how far apart the two scores of the swing lie; a scale's end counts
// as the score itself.
func (s Swing) Span(score float64) float64 {
	least, most := score, score
	for _, end := range []*float64{s.Down, s.Up} {
		if end != nil {
			least, most = min(least, *end), max(most, *end)
		}
	}
	return most - least
}

// Sensitivity returns the swing of every rating, in the order of the formula,
// with shares of variance if raters differ at p. Its errors are those of
// [ScoreAt].
func Sensitivity(in nextrole.Inputs, p float64) ([]Swing, error) {
	r, err := ScoreAt(in, p)
	if err != nil {
		return nil, err
	}
	base := productOf(in)
	as := raters{p: p}
	var known distribution
	var variance float64
	if r.SD > 0 {
		known = distribution{as.resistances(in.Tasks), as.modifiers(in)}
		_, variance = known.moments(min(base, mostProduct))
	}
	var swings []Swing
	for i := range All(in) {
		s := Swing{Input: i, Value: i.Value(in)}
		least, most := i.Scale()
		if s.Value > least {
			s.Down = scoreWith(in, i, s.Value-1)
		}
		if s.Value < most {
			s.Up = scoreWith(in, i, s.Value+1)
		}
		if r.SD > 0 {
			share := min(as.explained(known, in, i, base)/variance, 1)
			s.Share = &share
		}
		swings = append(swings, s)
	}
	return swings, nil
}

// explained returns the variance of the mean product, given the rating i.
func (as raters) explained(known distribution, in nextrole.Inputs, i Input, base int) float64 {
	value := i.Value(in)
	down, stay, up := as.step(i, value)
	certain := raters{p: as.p, sure: &i}
	var mean, square float64
	for _, o := range outcomes(value-1, []float64{down, stay, up}) {
		given, d := i.With(in, o.value), known
		if i.Group == Tasks {
			d.resistance = certain.resistances(given.Tasks)
		} else {
			d.modifiers = certain.modifiers(given)
		}
		m, _ := d.moments(min(base, mostProduct))
		mean += o.chance * m
		square += o.chance * m * m
	}
	return max(square-mean*mean, 0)
}

func scoreWith(in nextrole.Inputs, i Input, value int) *float64 {
	score := scoreOf(productOf(i.With(in, value)))
	return &score
}
