package transition

import (
	"math"
	"slices"
	"sort"

	"nextrole"
)

// Scale is what Fit comes to among the reference roles with some weights: what is
// much, and what is little.
type Scale struct {
	// Viable and Strong are the least Fit that is called so. The recipe is that of
	// Nesta's Mapping Career Causeways: the mean of the average Fit inside each group
	// of occupations, less its standard deviation, by groups of four digits of the SOC
	// code ("29-90") and of five ("29-902"). In a library of the starter roles alone
	// the groups are their families, and Strong is the same as Viable.
	Viable, Strong float64
	Pairs          int // of reference roles

	fits  []float32 // of all pairs, from the least
	graph graph     // once it is asked for
}

// Scale returns the scale for some weights. It is computed once, and nobody who asks
// for another one waits for it.
func (m *Model) Scale(w Weights) *Scale {
	m.mu.Lock()
	s := m.scales[w]
	m.mu.Unlock()
	if s != nil {
		return s
	}
	s = m.scale(w)
	m.mu.Lock()
	defer m.mu.Unlock()
	if first := m.scales[w]; first != nil {
		return first
	}
	m.scales[w] = s
	return s
}

// Weighed reports whether the scale for some weights is there already: to compute it
// takes some hundredths of a second in a library with a release.
func (m *Model) Weighed(w Weights) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.scales[w] != nil
}

func (m *Model) scale(w Weights) *Scale {
	n := len(m.reference)
	square := m.square(w)
	s := &Scale{fits: make([]float32, 0, n*max(n-1, 0)/2)}
	for i := range n {
		for _, fit := range square[i*n+i+1 : i*n+n] { // both directions of a pair are alike
			if !math.IsNaN(float64(fit)) {
				s.fits = append(s.fits, fit)
			}
		}
	}
	s.Pairs = len(s.fits)
	slices.Sort(s.fits)
	if m.starterAlone() {
		s.Viable = m.threshold(square, func(r nextrole.Role) string { return string(r.Family) })
		s.Strong = s.Viable
		return s
	}
	digits := func(n int) func(nextrole.Role) string {
		return func(r nextrole.Role) string { return string(r.Code[:n]) }
	}
	s.Viable, s.Strong = m.threshold(square, digits(len("29-90"))), m.threshold(square, digits(len("29-902")))
	return s
}

// starterAlone reports whether no occupation beyond the starter library is there, so
// that most groups of codes have one member or none.
func (m *Model) starterAlone() bool {
	return !slices.ContainsFunc(m.reference, func(at int) bool { return m.roles[at].Family == nextrole.Beyond })
}

// square is the Fit of each pair of reference roles, row by row; not a number where
// nothing can be compared.
func (m *Model) square(w Weights) []float32 {
	n := len(m.reference)
	square := make([]float32, n*n)
	each(n, func(i int, _ []float32) {
		for j := range n {
			var similar [components]float32
			for c := range similar {
				similar[c] = m.similar[c][i*n+j]
			}
			fit, ok := m.fit(w, similar)
			if !ok {
				fit = math.NaN()
			}
			square[i*n+j] = float32(fit)
		}
	}, 0)
	return square
}

// threshold is the mean of the average Fit inside each group of two or more, less the
// standard deviation of these averages.
func (m *Model) threshold(square []float32, group func(nextrole.Role) string) float64 {
	n := len(m.reference)
	members := map[string][]int{}
	for i, at := range m.reference {
		g := group(m.roles[at])
		members[g] = append(members[g], i)
	}
	var averages []float64
	for _, list := range members {
		sum, count := 0.0, 0
		for _, i := range list {
			for _, j := range list {
				if fit := float64(square[i*n+j]); i != j && !math.IsNaN(fit) {
					sum, count = sum+fit, count+1
				}
			}
		}
		if count > 0 {
			averages = append(averages, sum/float64(count))
		}
	}
	slices.Sort(averages) // so that the sum does not depend on the order of the groups
	mean, squares := 0.0, 0.0
	for _, a := range averages {
		mean += a
	}
	mean /= float64(max(len(averages), 1))
	for _, a := range averages {
		squares += (a - mean) * (a - mean)
	}
	return mean - math.Sqrt(squares/float64(max(len(averages), 1)))
}

// Percentile returns which part of the pairs of reference roles is less close, in
// percent.
func (s *Scale) Percentile(fit float64) float64 {
	if len(s.fits) == 0 {
		return math.NaN()
	}
	below := sort.Search(len(s.fits), func(i int) bool { return s.fits[i] >= float32(fit) })
	return float64(below) / float64(len(s.fits)) * 100
}

func (s *Scale) closeness(fit float64) Closeness {
	switch {
	case fit >= s.Strong && s.Strong > s.Viable:
		return Strong
	case fit >= s.Viable:
		return Viable
	}
	return Far
}
