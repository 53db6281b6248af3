// Package lens sets AIJRI beside the indices of exposure to AI that studies give.
// Each measures something of its own, in its own unit and direction, so that none of
// them is rescaled or averaged: they are compared by rank alone, among the roles that
// all of them know.
package lens

import (
	"cmp"
	"math"
	"slices"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/rank"
)

// Keys of lenses that are no figures; the others have that of their kind.
const (
	AIJRI = "aijri"
	BLS   = "bls" // the category of exposure that BLS gives
)

// View is what one lens says of a role.
type View struct {
	Key      string // [AIJRI], [BLS], or the kind of the figure
	Name     string // for people
	Measures string // what, in a sentence
	Resists  bool   // high resists AI; else high is exposed to it
	Value    float64
	Category string // in place of a value, where the lens has categories only
	Unit     string // of the value; empty for AIJRI
	AsOf     string // "2025", "November 22, 2026", "undated"
	Source   nextrole.SourceID
	Group    nextrole.SOC    // of which wider group it is; empty where it is the role's own
	Status   nextrole.Status // whose score it is, of AIJRI

	// Rank is the place among the roles that all lenses know, 1 for the most
	// resistant or the least exposed; roles of one value share the middle of their
	// places. 0 is not ranked.
	Rank float64

	period nextrole.Period // of the figure
}

// Views is a role by every lens that knows it.
type Views struct {
	Code  nextrole.Code
	Views []View // AIJRI first, then by period, the newest first
	Among int    // roles that are ranked, with this one; 0 where nothing is
	Pairs []Pair // of those that are ranked, by how far they are apart
}

// Pair is two lenses that are ranked.
type Pair struct {
	A, B        int      // in Views; A ranks the role as the more resistant one
	Apart       float64  // by which part of all places, 0 to 1
	Correlation *float64 // of the two over the roles that are ranked; nil without an order
}

// fewest is the least number of roles that a lens is ranked among. An order of a few
// says little.
const fewest = 10

// Of sets the lenses beside one another for a role of the library. Shown is the
// assessment that a role is shown with.
//
// The order is one among the roles that are known by all the lenses that know this
// one, so that each lens orders the same roles. Only values of a role's own count for
// the others: those of a wider group would count several times. A lens that knows
// fewer than ten roles is told, and not ranked.
func Of(c nextrole.Code, roles []nextrole.Role, shown func(nextrole.Code) (aijri.Reading, bool)) Views {
	v := Views{Code: c}
	i := slices.IndexFunc(roles, func(r nextrole.Role) bool { return r.Code == c })
	if i < 0 {
		return v
	}
	v.Views = views(roles[i], shown)
	v.rank(roles, shown)
	return v
}

// views are the lenses that know a role.
func views(r nextrole.Role, shown func(nextrole.Code) (aijri.Reading, bool)) []View {
	var list []View
	for _, f := range r.Figures {
		if !isIndex(f.Kind) || slices.ContainsFunc(list, func(v View) bool { return v.Key == string(f.Kind) }) {
			continue
		}
		if f, ok := nextrole.Shown(r.Figures, f.Kind); ok {
			list = append(list, viewOf(f))
		}
	}
	slices.SortStableFunc(list, func(a, b View) int {
		return cmp.Or(cmp.Compare(b.period.Year(), a.period.Year()), cmp.Compare(a.Key, b.Key))
	})
	if f := r.Exposure; f != nil {
		list = append(list, View{
			Key: BLS, Name: "BLS, AI exposure", Measures: measures[BLS], Category: f.Value,
			AsOf: f.Period.String(), Source: f.Source, Group: f.Parent,
		})
	}
	reading, ok := shown(r.Code)
	if !ok || reading.Score == nil {
		return list
	}
	return append([]View{{
		Key: AIJRI, Name: "AIJRI", Measures: measures[AIJRI], Resists: true, Value: aijri.Shown(*reading.Score),
		AsOf: dated(reading.Assessment.Date), Source: reading.Assessment.Source, Status: reading.Status,
	}}, list...)
}

func dated(iso string) string {
	if iso == "" {
		return "undated"
	}
	return nextrole.Date(iso)
}

func viewOf(f nextrole.Figure) View {
	v := View{Key: string(f.Kind), Value: *f.Value, Unit: f.Unit, AsOf: f.Period.String(), Source: f.Source, Group: f.Parent, period: f.Period}
	v.Name, v.Measures = described(f.Kind)
	return v
}

// value is what a lens says of a role of its own, turned so that more is more
// resistant; false where it does not know it. Figures are those of the same period,
// so that like is compared with like.
func (v View) value(r nextrole.Role, shown func(nextrole.Code) (aijri.Reading, bool)) (float64, bool) {
	if v.Key == AIJRI {
		reading, ok := shown(r.Code)
		if !ok || reading.Score == nil {
			return 0, false
		}
		return aijri.Shown(*reading.Score), true
	}
	f, ok := nextrole.ShownAt(r.Figures, nextrole.Kind(v.Key), v.period)
	if !ok || f.Parent != "" {
		return 0, false
	}
	return -*f.Value, true
}

// turned is the value of the role itself, likewise.
func (v View) turned() float64 {
	if v.Resists {
		return v.Value
	}
	return -v.Value
}

// rank ranks the role by each lens among those that all of them know.
func (v *Views) rank(roles []nextrole.Role, shown func(nextrole.Code) (aijri.Reading, bool)) {
	ranked := v.known(roles, shown)
	if len(ranked) < 2 {
		return
	}
	orders := make([][]float64, len(ranked)) // the role's own value first
	for i, at := range ranked {
		orders[i] = []float64{v.Views[at].turned()}
	}
	for _, r := range roles {
		values, whole := v.of(r, ranked, shown)
		if r.Code == v.Code || !whole {
			continue
		}
		for i, value := range values {
			orders[i] = append(orders[i], value)
		}
	}
	if len(orders[0]) < fewest {
		return
	}
	v.Among = len(orders[0])
	for i, at := range ranked {
		v.Views[at].Rank = float64(v.Among) + 1 - rank.Of(orders[i])[0]
	}
	v.pair(ranked, orders)
}

// known are the lenses that can be ranked: that know enough of the roles.
func (v *Views) known(roles []nextrole.Role, shown func(nextrole.Code) (aijri.Reading, bool)) []int {
	var list []int
	for at, one := range v.Views {
		n := 0
		for _, r := range roles {
			if _, ok := one.value(r, shown); ok {
				n++
			}
		}
		if n >= fewest {
			list = append(list, at)
		}
	}
	return list
}

// of are the values of a role by some lenses; false unless each knows it.
func (v *Views) of(r nextrole.Role, lenses []int, shown func(nextrole.Code) (aijri.Reading, bool)) ([]float64, bool) {
	values := make([]float64, len(lenses))
	for i, at := range lenses {
		var ok bool
		if values[i], ok = v.Views[at].value(r, shown); !ok {
			return nil, false
		}
	}
	return values, true
}

// pair tells how far each two of the lenses are apart.
func (v *Views) pair(ranked []int, orders [][]float64) {
	for i, a := range ranked {
		for j := i + 1; j < len(ranked); j++ {
			b := ranked[j]
			p := Pair{A: a, B: b, Correlation: rank.Correlation(orders[i], orders[j])}
			if v.Views[a].Rank > v.Views[b].Rank {
				p.A, p.B = b, a
			}
			p.Apart = math.Abs(v.Views[a].Rank-v.Views[b].Rank) / float64(v.Among-1)
			v.Pairs = append(v.Pairs, p)
		}
	}
	slices.SortStableFunc(v.Pairs, func(p, q Pair) int { return cmp.Compare(q.Apart, p.Apart) })
}

// Third is in which third of the places a rank lies: −1 among the most exposed, +1
// among the most resistant, 0 between.
func (v Views) Third(rank float64) int {
	switch at := (rank - 0.5) / float64(v.Among); { // the middle of its place
	case at < 1.0/3:
		return +1
	case at > 2.0/3:
		return -1
	}
	return 0
}

// Disagreement is the pair of lenses that are farthest apart, if they disagree: one
// ranks the role in the most resistant third, and the other in the most exposed one.
func (v Views) Disagreement() (Pair, bool) {
	for _, p := range v.Pairs {
		if v.Third(v.Views[p.A].Rank) > 0 && v.Third(v.Views[p.B].Rank) < 0 {
			return p, true
		}
	}
	return Pair{}, false
}
