package transition_test

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"nextrole"
	"nextrole/internal/transition"
)

var lexicon = strings.Fields("code charts audit records train staff design systems report data registry patient privacy rules build tables train")

// anyRole draws a role that may lack any of the components.
func anyRole(rt *rapid.T, i int) nextrole.Role {
	word := rapid.SampledFrom(lexicon)
	sentence := func() string { return strings.Join(rapid.SliceOfN(word, 1, 6).Draw(rt, "words"), " ") }
	r := nextrole.Role{Occupation: nextrole.Occupation{
		Code: nextrole.Code(fmt.Sprintf("%02d-%04d.00", 10+i%3, 1000+i)), Title: sentence(), Family: nextrole.Beyond,
	}}
	for range rapid.IntRange(0, 3).Draw(rt, "titles") {
		r.AltTitles = append(r.AltTitles, nextrole.AltTitle{Title: sentence()})
	}
	p := &nextrole.Profile{Code: r.Code, Related: []nextrole.Relation{{Code: "10-1000.00", Rank: 1}, {Code: "11-1001.00", Rank: 2}}}
	for n := range rapid.IntRange(0, 3).Draw(rt, "tasks") {
		task := nextrole.RatedTask{ID: fmt.Sprint(n), Text: sentence()}
		if rapid.Bool().Draw(rt, "linked") {
			task.Activities = []string{fmt.Sprintf("4.A.%d.a.%d.I0%d.D0%d", rapid.IntRange(1, 2).Draw(rt, "g"), 1, rapid.IntRange(1, 2).Draw(rt, "i"), rapid.IntRange(1, 4).Draw(rt, "d"))}
		}
		p.Tasks = append(p.Tasks, task)
	}
	if rapid.Bool().Draw(rt, "rated") {
		for k := range 4 {
			v := rapid.Float64Range(1, 5).Draw(rt, "importance")
			p.Knowledge = append(p.Knowledge, nextrole.Element{ID: fmt.Sprintf("2.C.%d", k), Importance: &v})
		}
	}
	r.Profile = p
	return r
}

func anyRoles(rt *rapid.T) []nextrole.Role {
	n := rapid.IntRange(4, 12).Draw(rt, "n")
	roles := make([]nextrole.Role, n)
	for i := range roles {
		roles[i] = anyRole(rt, i)
	}
	return roles
}

var near = cmpopts.EquateApprox(0, 1e-4)

// byCode are matches by their codes, without their places.
func byCode(list []transition.Match) map[nextrole.Code]transition.Match {
	m := map[nextrole.Code]transition.Match{}
	for _, match := range list {
		match.Rank = 0
		m[match.Code] = match
	}
	return m
}

// second computes the similarity of two roles by dense maps, as the definition has it.
func second(roles []nextrole.Role, a, b nextrole.Role, terms func(nextrole.Role) map[string]int) float64 {
	df, n := map[string]int{}, 0
	for _, r := range roles {
		d := terms(r)
		if len(d) > 0 {
			n++
		}
		for t := range d {
			df[t]++
		}
	}
	weigh := func(r nextrole.Role) map[string]float64 {
		v, length := map[string]float64{}, 0.0
		for t, count := range terms(r) {
			w := (1 + math.Log(float64(count))) * (math.Log(float64(1+n)/float64(1+df[t])) + 1)
			v[t] = w
			length += w * w
		}
		for t := range v {
			v[t] /= math.Sqrt(length)
		}
		return v
	}
	x, y, sum := weigh(a), weigh(b), 0.0
	if len(x) == 0 || len(y) == 0 {
		return math.NaN()
	}
	for t, v := range x {
		sum += v * y[t]
	}
	return sum
}

func titleWords(r nextrole.Role) map[string]int {
	m := map[string]int{}
	for _, title := range append(r.Titles(), r.Title) {
		list := strings.Fields(title)
		for i, w := range list {
			m[w]++
			if i > 0 {
				m[list[i-1]+" "+w]++
			}
		}
	}
	return m
}

func linkedTo(r nextrole.Role) map[string]int {
	m := map[string]int{}
	for _, t := range r.Profile.Tasks {
		for _, a := range t.Activities {
			parts := strings.Split(a, ".")
			for n := len(parts) - 2; n <= len(parts); n++ {
				m[strings.Join(parts[:n], ".")] = 1
			}
		}
	}
	return m
}

// A second computation agrees with the components, and a missing one is told.
func TestAgainstASecondComputation(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		roles := anyRoles(rt)
		m := transition.New(roles)
		for _, a := range roles {
			list, _ := m.Near(a.Code, transition.Equal)
			for _, match := range list {
				b, _ := m.Role(match.Code)
				for c, terms := range map[transition.Component]func(nextrole.Role) map[string]int{transition.Titles: titleWords, transition.Activities: linkedTo} {
					want, got := second(roles, a, b, terms), match.Parts[c]
					if math.IsNaN(want) != got.Missing && !got.Missing || !got.Missing && math.Abs(want-got.Similarity) > 1e-5 {
						rt.Errorf("%s and %s by %s: %v, want %v", a.Code, b.Code, c.Name(), got, want)
					}
				}
			}
		}
	})
}

// How close two roles are does not depend on the direction, nor on the order in which
// roles come.
func TestFitIsOfThePairAlone(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		roles := anyRoles(rt)
		w := transition.Weights{Work: rapid.Float64Range(0.1, 2).Draw(rt, "work"), Knowledge: rapid.Float64Range(0, 2).Draw(rt, "knowledge"), Titles: rapid.Float64Range(0, 2).Draw(rt, "titles")}
		m := transition.New(roles)
		shuffled := transition.New(rapid.Permutation(roles).Draw(rt, "order"))
		for _, r := range roles {
			there, _ := m.Near(r.Code, w)
			again, _ := shuffled.Near(r.Code, w)
			if diff := cmp.Diff(byCode(there), byCode(again), near, cmpopts.IgnoreFields(transition.Match{}, "Percentile", "Closeness")); diff != "" {
				rt.Errorf("%s: %s", r.Code, diff)
			}
			for _, match := range there {
				back, _ := m.Near(match.Code, w)
				if diff := cmp.Diff(match.Fit, byCode(back)[r.Code].Fit, near); diff != "" {
					rt.Errorf("%s and %s: %s", r.Code, match.Code, diff)
				}
			}
			if !slices.IsSortedFunc(there, func(a, b transition.Match) int { return a.Rank - b.Rank }) {
				rt.Error("not in the order of the ranks")
			}
		}
	})
}

// A role that is added is compared as if it had been there, and moves no other.
func TestAdd(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		roles := anyRoles(rt)
		mine := anyRole(rt, 90)
		mine.Code = "NR-0001"
		m, whole := transition.New(roles), transition.New(append(slices.Clone(roles), mine))
		before, _ := m.Near(roles[0].Code, transition.Equal)
		m.Add(mine)
		for _, r := range append(slices.Clone(roles), mine) {
			got, _ := m.Near(r.Code, transition.Equal)
			want, _ := whole.Near(r.Code, transition.Equal)
			if diff := cmp.Diff(byCode(want), byCode(got), near); diff != "" {
				rt.Errorf("%s: %s", r.Code, diff)
			}
		}
		other := mine
		other.Title = "Something else"
		m.Add(other)
		m.Add(mine)
		after, _ := m.Near(roles[0].Code, transition.Equal)
		left := byCode(after)
		maps.DeleteFunc(left, func(c nextrole.Code, _ transition.Match) bool { return c == mine.Code })
		if diff := cmp.Diff(byCode(before), left, near); diff != "" {
			rt.Errorf("others moved: %s", diff)
		}
	})
}

func TestWeights(t *testing.T) {
	for _, w := range []transition.Weights{{}, {Work: -1, Titles: 2}, {Work: math.NaN()}, {Knowledge: math.Inf(1)}} {
		if w.Validate() == nil {
			t.Errorf("%+v can be used", w)
		}
	}
	if err := transition.Equal.Validate(); err != nil {
		t.Error(err)
	}
}

func TestOfNothing(t *testing.T) {
	m := transition.New(nil)
	if list, ok := m.Near("29-9021.00", transition.Equal); ok || list != nil {
		t.Errorf("%v, %v", list, ok)
	}
	m.Add(nextrole.Role{Occupation: nextrole.Occupation{Code: "NR-0001", Title: "Mine"}})
	if list, ok := m.Near("NR-0001", transition.Equal); !ok || len(list) != 0 {
		t.Errorf("%v, %v", list, ok)
	}
	if s := m.Scale(transition.Equal); s.Pairs != 0 || !math.IsNaN(s.Percentile(1)) {
		t.Errorf("%+v", s)
	}
	if q := m.Evaluate(transition.Equal, nil)[0]; q.Origins != 0 || q.P10.Value != 0 {
		t.Errorf("%+v", q)
	}
}
