package transition

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"

	"nextrole"
)

// Weights are how much each part of Fit counts. They need not total anything.
type Weights struct {
	Work      float64 `json:"work"` // tasks and activities together
	Knowledge float64 `json:"knowledge"`
	Titles    float64 `json:"titles"`
}

// Equal are the default weights: neutral.
var Equal = Weights{1, 1, 1}

// Validate reports weights that cannot be used.
func (w Weights) Validate() error {
	for _, v := range []float64{w.Work, w.Knowledge, w.Titles} {
		if !(v >= 0 && v <= 1000) {
			return fmt.Errorf("a weight is %v, and not a number from 0 to 1000", v)
		}
	}
	if w.Work+w.Knowledge+w.Titles == 0 {
		return errors.New("all weights are 0, so nothing would count")
	}
	return nil
}

// Part is what one component says of a pair of roles.
type Part struct {
	Similarity float64 // a cosine, 0 to 1, or for knowledge a correlation, −1 to 1
	Z          float64 // how many standard deviations above the average pair
	Missing    bool    // one of the two lacks the component
}

// Match is how close a role is to the one that a search started from.
type Match struct {
	Code       nextrole.Code
	Fit        float64 // a mean of standard deviations above the average pair
	Parts      [components]Part
	Rank       int     // 1 is the closest of all roles
	Percentile float64 // 0 to 100: of the pairs of reference roles, as many are less close
	Closeness  Closeness
}

// TitlesOnly reports whether nothing but what the two roles are called was compared, as
// where O*NET lists an occupation and does not describe it.
func (m Match) TitlesOnly() bool {
	for c, p := range m.Parts {
		if Component(c) != Titles && !p.Missing {
			return false
		}
	}
	return true
}

// Closeness says in a word how near a role is.
type Closeness string

// The words, from the closest. Far is a stretch by its Fit alone.
const (
	Strong Closeness = "strong"
	Viable Closeness = "viable"
	Far    Closeness = "stretch"
)

// z is a similarity in standard deviations above the average pair.
func (m *Model) z(c Component, similarity float32) (float64, bool) {
	if s := float64(similarity); !math.IsNaN(s) && m.deviation[c] > 0 {
		return (s - m.mean[c]) / m.deviation[c], true
	}
	return 0, false
}

// fit is the weighted mean of what is there of work, knowledge and titles, where work
// is the mean of tasks and activities. It reports false where nothing is.
func (m *Model) fit(w Weights, similar [components]float32) (float64, bool) {
	work, n := 0.0, 0.0
	for _, c := range []Component{Tasks, Activities} {
		if z, ok := m.z(c, similar[c]); ok {
			work, n = work+z, n+1
		}
	}
	sum, total := 0.0, 0.0
	if n > 0 {
		sum, total = w.Work*work/n, w.Work
	}
	for _, part := range []struct {
		c      Component
		weight float64
	}{{Knowledge, w.Knowledge}, {Titles, w.Titles}} {
		if z, ok := m.z(part.c, similar[part.c]); ok {
			sum, total = sum+part.weight*z, total+part.weight
		}
	}
	if total == 0 {
		return 0, false
	}
	return sum / total, true
}

// Near returns how close every other role is to one, the closest first. It reports
// false for a role that the model does not have. Roles of which nothing can be
// compared are left out.
func (m *Model) Near(origin nextrole.Code, w Weights) ([]Match, bool) {
	i, ok := m.at[origin]
	if !ok {
		return nil, false
	}
	scale := m.Scale(w)
	var rows [components][]float32
	for _, c := range Components() {
		rows[c] = make([]float32, len(m.roles))
		m.row(c, i, rows[c])
	}
	list := make([]Match, 0, len(m.roles))
	for j, r := range m.roles {
		if j == i {
			continue
		}
		if match, ok := m.match(r.Code, w, at(rows, j), scale); ok {
			list = append(list, match)
		}
	}
	slices.SortFunc(list, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Fit, a.Fit), cmp.Compare(a.Code, b.Code))
	})
	for i := range list {
		list[i].Rank = i + 1
	}
	return list, true
}

// Pairs are how close each role is to each other one, by the role that it starts from,
// in the order of the model; official limits both to the reference roles. Roles of
// which nothing can be compared are left out.
func (m *Model) Pairs(w Weights, official bool) iter.Seq2[nextrole.Code, []Match] {
	return func(yield func(nextrole.Code, []Match) bool) {
		wanted := make([]bool, len(m.roles))
		for i := range wanted {
			wanted[i] = !official || slices.Contains(m.reference, i)
		}
		var rows [components][]float32
		for c := range rows {
			rows[c] = make([]float32, len(m.roles))
		}
		var list []Match
		for i, r := range m.roles {
			if !wanted[i] {
				continue
			}
			for _, c := range Components() {
				m.row(c, i, rows[c])
			}
			list = list[:0]
			for j, to := range m.roles {
				fit, ok := m.fit(w, at(rows, j))
				if j != i && wanted[j] && ok {
					list = append(list, Match{Code: to.Code, Fit: fit})
				}
			}
			if !yield(r.Code, list) {
				return
			}
		}
	}
}

// at is a column of rows: what the components say of one pair.
func at(rows [components][]float32, j int) (similar [components]float32) {
	for c := range similar {
		similar[c] = rows[c][j]
	}
	return similar
}

func (m *Model) match(c nextrole.Code, w Weights, similar [components]float32, s *Scale) (Match, bool) {
	fit, ok := m.fit(w, similar)
	if !ok {
		return Match{}, false
	}
	match := Match{Code: c, Fit: fit, Percentile: s.Percentile(fit), Closeness: s.closeness(fit)}
	for c := range match.Parts {
		z, ok := m.z(Component(c), similar[c])
		match.Parts[c] = Part{Missing: !ok}
		if ok {
			match.Parts[c].Similarity, match.Parts[c].Z = float64(similar[c]), z
		}
	}
	return match, true
}
