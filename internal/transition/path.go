package transition

import (
	"cmp"
	"math"
	"slices"

	"nextrole"
)

// MostMoves is how many moves a route has at most.
const MostMoves = 3

// Limits are what a person sets for the routes that they are offered.
type Limits struct {
	Moves   int     // at most; 0 is MostMoves
	Pay     float64 // the lowest median pay of a year that any role on the way may have; 0 is any
	JobZone int     // the highest of the roles on the way; 0 is any
	Routes  int     // how many; 0 is five
}

// Route is a way from one role to another by viable moves.
type Route struct {
	Roles   []nextrole.Code // from the first to the last
	Fits    []float64       // of each move
	Weakest float64         // of these

	// Dip is the lowest pay on the way as a part of the pay at its start, of one
	// vintage and of each role's own; nil where no pay on the way can be compared.
	Dip     *float64
	Unknown int // roles on the way whose pay cannot be compared
}

// edge is a viable move.
type edge struct {
	to  int32
	fit float32
}

// graph is the viable moves from each role.
type graph [][]edge

// moves returns the graph of viable moves with some weights. It is made once.
//
// A move is viable if the two roles are close enough by more than their titles, and it
// leads less than two job zones up.
func (m *Model) moves(w Weights) graph {
	s := m.Scale(w)
	m.mu.Lock()
	g := s.graph
	m.mu.Unlock()
	if g != nil {
		return g
	}
	g = make(graph, len(m.roles))
	each(len(m.roles), func(i int, _ []float32) {
		var rows [components][]float32
		for c := range rows {
			rows[c] = make([]float32, len(m.roles))
			m.row(Component(c), i, rows[c])
		}
		for j := range m.roles {
			similar := at(rows, j)
			fit, ok := m.fit(w, similar)
			if j == i || !ok || fit < s.Viable || !m.beyondTitles(similar) {
				continue
			}
			if step, known := zoneStep(m.roles[i], m.roles[j]); known && step >= 2 {
				continue
			}
			g[i] = append(g[i], edge{int32(j), float32(fit)})
		}
	}, 0)
	m.mu.Lock()
	s.graph = g
	m.mu.Unlock()
	return g
}

// beyondTitles reports whether a pair is compared by more than what it is called.
func (m *Model) beyondTitles(similar [components]float32) bool {
	for c, s := range similar {
		if _, ok := m.z(Component(c), s); ok && Component(c) != Titles {
			return true
		}
	}
	return false
}

// Routes returns the best different ways from one role to another, by one to three
// viable moves and within the limits: those that no other one beats in the number of
// moves, the weakest of them and the pay on the way, all at once; and of these such as
// share the fewest roles. None is an answer too. It reports false where the model lacks
// one of the two roles.
func (m *Model) Routes(from, to nextrole.Code, w Weights, l Limits) ([]Route, bool) {
	a, okA := m.at[from]
	b, okB := m.at[to]
	if !okA || !okB || a == b {
		return nil, okA && okB
	}
	if l.Moves <= 0 || l.Moves > MostMoves {
		l.Moves = MostMoves
	}
	if l.Routes <= 0 {
		l.Routes = 5
	}
	var list []Route
	m.walk(m.moves(w), []int{a}, nil, b, l, func(at []int, fits []float64) {
		list = append(list, m.route(at, fits))
	})
	return different(undominated(list), l.Routes), true
}

// walk visits each route from the last of at to the role b, without coming back to a
// role.
func (m *Model) walk(g graph, at []int, fits []float64, b int, l Limits, visit func(at []int, fits []float64)) {
	last := len(fits)+1 == l.Moves
	for _, e := range g[at[len(at)-1]] {
		to := int(e.to)
		if last && to != b || slices.Contains(at, to) || !m.within(to, l) {
			continue
		}
		at, fits := append(at, to), append(fits, float64(e.fit))
		if to == b {
			visit(at, fits)
			continue
		}
		m.walk(g, at, fits, b, l, visit)
	}
}

// within reports whether a role keeps to the limits, as far as is known of it.
func (m *Model) within(i int, l Limits) bool {
	r := m.roles[i]
	if f, ok := nextrole.Shown(r.Figures, nextrole.PayMedian); l.Pay > 0 && ok && f.Parent == "" && *f.Value < l.Pay {
		return false
	}
	zone, ok := jobZone(r.JobZone)
	return l.JobZone == 0 || !ok || zone <= l.JobZone
}

func (m *Model) route(at []int, fits []float64) Route {
	r := Route{Fits: slices.Clone(fits), Weakest: slices.Min(fits)}
	for n, i := range at {
		r.Roles = append(r.Roles, m.roles[i].Code)
		if n == 0 {
			continue
		}
		p, _ := payChange(m.roles[at[0]], m.roles[i])
		if p == nil {
			r.Unknown++
			continue
		}
		if ratio := p.Ratio(); r.Dip == nil || ratio < *r.Dip {
			r.Dip = &ratio
		}
	}
	return r
}

// beats reports whether a route is at least as good as another in all that counts, and
// better in one. Pay that is not known of one of them does not count.
func (r Route) beats(o Route) bool {
	moves, weakest := cmp.Compare(len(o.Fits), len(r.Fits)), cmp.Compare(r.Weakest, o.Weakest)
	pay := 0
	if r.Dip != nil && o.Dip != nil {
		pay = cmp.Compare(*r.Dip, *o.Dip)
	}
	return moves >= 0 && weakest >= 0 && pay >= 0 && moves+weakest+pay > 0
}

// undominated leaves out routes that another one beats, and puts the others in order:
// by the number of moves, and then the strongest first.
func undominated(list []Route) []Route {
	slices.SortStableFunc(list, func(a, b Route) int {
		return cmp.Or(cmp.Compare(len(a.Fits), len(b.Fits)), cmp.Compare(b.Weakest, a.Weakest), slices.Compare(a.Roles, b.Roles))
	})
	var best []Route
	for _, r := range list { // one that is beaten by a later one is beaten in pay alone
		if !slices.ContainsFunc(best, func(o Route) bool { return o.beats(r) }) {
			best = slices.DeleteFunc(best, func(o Route) bool { return r.beats(o) })
			best = append(best, r)
		}
	}
	return best
}

// different takes n of the routes: the first, and then each time the one that shares
// the smallest part of the roles on its way with those taken.
func different(list []Route, n int) []Route {
	var taken []Route
	used := map[nextrole.Code]bool{}
	for len(taken) < n && len(list) > 0 {
		best, least := 0, math.Inf(1)
		for i, r := range list {
			on := r.Roles[1 : len(r.Roles)-1]
			shared := 0
			for _, c := range on {
				if used[c] {
					shared++
				}
			}
			if part := float64(shared) / float64(max(len(on), 1)); part < least {
				best, least = i, part
			}
		}
		for _, c := range list[best].Roles {
			used[c] = true
		}
		taken = append(taken, list[best])
		list = slices.Delete(slices.Clone(list), best, best+1)
	}
	return taken
}
