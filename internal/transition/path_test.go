package transition_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nextrole"
	"nextrole/internal/transition"
)

// some gives a role pay and a job zone, or neither.
func some(rt *rapid.T, r nextrole.Role) nextrole.Role {
	if rapid.Bool().Draw(rt, "paid") {
		r.Figures = []nextrole.Figure{pay(float64(rapid.IntRange(40, 90).Draw(rt, "pay"))*1000, "May 2025", "")}
	}
	if rapid.Bool().Draw(rt, "zoned") {
		r.JobZone = &nextrole.Fact{Value: fmt.Sprint(rapid.IntRange(1, 5).Draw(rt, "zone"))}
	}
	return r
}

// viable reports whether a move is one of the graph, by the words of the definition.
func viable(m *transition.Model, a, b nextrole.Role) (float64, bool) {
	list, _ := m.Near(a.Code, transition.Equal)
	for _, match := range list {
		if match.Code != b.Code {
			continue
		}
		beyond := false
		for c, p := range match.Parts {
			beyond = beyond || !p.Missing && transition.Component(c) != transition.Titles
		}
		v := transition.MoveOf(a, b, match.Closeness, unscored)
		return match.Fit, match.Closeness != transition.Far && !v.Stretch && beyond
	}
	return 0, false
}

// Every route is a chain of viable moves within the limits, none beats another, and a
// way is found wherever a search of all finds one.
func TestRoutes(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		roles := anyRoles(rt)
		for i := range roles {
			roles[i] = some(rt, roles[i])
		}
		m := transition.New(roles)
		from, to := roles[0], roles[len(roles)-1]
		limits := transition.Limits{Moves: rapid.IntRange(1, 3).Draw(rt, "moves"), JobZone: rapid.SampledFrom([]int{0, 0, 4}).Draw(rt, "zone"), Pay: rapid.SampledFrom([]float64{0, 0, 60000}).Draw(rt, "least")}
		routes, ok := m.Routes(from.Code, to.Code, transition.Equal, limits)
		if !ok {
			rt.Fatal("the roles are not there")
		}
		for i, r := range routes {
			if r.Roles[0] != from.Code || r.Roles[len(r.Roles)-1] != to.Code || len(r.Fits) != len(r.Roles)-1 || len(r.Fits) > limits.Moves {
				rt.Errorf("%+v", r)
			}
			for n := range r.Fits {
				a, _ := m.Role(r.Roles[n])
				b, _ := m.Role(r.Roles[n+1])
				fit, ok := viable(m, a, b)
				if !ok || fit-r.Fits[n] > 1e-4 || r.Fits[n]-fit > 1e-4 || slices.Contains(r.Roles[:n+1], b.Code) {
					rt.Errorf("%s to %s is no viable move: %v, %v", a.Code, b.Code, fit, r.Fits[n])
				}
				if f, known := nextrole.Shown(b.Figures, nextrole.PayMedian); known && *f.Value < limits.Pay {
					rt.Errorf("%s pays %v", b.Code, *f.Value)
				}
				if b.JobZone != nil && limits.JobZone > 0 && b.JobZone.Value > fmt.Sprint(limits.JobZone) {
					rt.Errorf("%s is of zone %s", b.Code, b.JobZone.Value)
				}
			}
			for j, o := range routes {
				better := len(o.Fits) <= len(r.Fits) && o.Weakest >= r.Weakest && (o.Dip == nil || r.Dip == nil || *o.Dip >= *r.Dip)
				worse := len(o.Fits) < len(r.Fits) || o.Weakest > r.Weakest || o.Dip != nil && r.Dip != nil && *o.Dip > *r.Dip
				if i != j && better && worse {
					rt.Errorf("%v beats %v", o, r)
				}
			}
		}
		if found := reachable(m, roles, from, to, limits, limits.Moves, []nextrole.Code{from.Code}); found != (len(routes) > 0) {
			rt.Errorf("a way is there: %v, and %d routes are told", found, len(routes))
		}
	})
}

// reachable searches all ways.
func reachable(m *transition.Model, roles []nextrole.Role, at, to nextrole.Role, l transition.Limits, moves int, seen []nextrole.Code) bool {
	if moves == 0 {
		return false
	}
	for _, next := range roles {
		if slices.Contains(seen, next.Code) {
			continue
		}
		if _, ok := viable(m, at, next); !ok {
			continue
		}
		if f, known := nextrole.Shown(next.Figures, nextrole.PayMedian); known && *f.Value < l.Pay {
			continue
		}
		if next.JobZone != nil && l.JobZone > 0 && next.JobZone.Value > fmt.Sprint(l.JobZone) {
			continue
		}
		if next.Code == to.Code || reachable(m, roles, next, to, l, moves-1, append(slices.Clone(seen), next.Code)) {
			return true
		}
	}
	return false
}

func TestRoutesOfTheRelease(t *testing.T) {
	m := transition.New(onet(t))
	routes, ok := m.Routes("29-9021.00", "15-1211.01", transition.Equal, transition.Limits{})
	if !ok || len(routes) == 0 || len(routes[0].Fits) < 2 {
		t.Errorf("%+v: the direct move is a stretch, of two job zones", routes)
	}
	if same, ok := m.Routes("29-9021.00", "29-9021.00", transition.Equal, transition.Limits{}); !ok || same != nil {
		t.Errorf("to itself: %+v", same)
	}
	if _, ok := m.Routes("29-9021.00", "99-9999.00", transition.Equal, transition.Limits{}); ok {
		t.Error("there is a way to nowhere")
	}
}

// BenchmarkRoutes finds ways of three moves, once the moves are known.
func BenchmarkRoutes(b *testing.B) {
	m := transition.New(onet(b))
	m.Routes("29-9021.00", "11-9111.00", transition.Equal, transition.Limits{})
	for b.Loop() {
		m.Routes("29-9021.00", "11-9111.00", transition.Equal, transition.Limits{})
	}
}
