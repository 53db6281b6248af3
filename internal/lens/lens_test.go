package lens_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/aijri"
	"nextrole/internal/lens"
	"nextrole/internal/source/starter"
)

const microsoft, eloundou, felten = nextrole.Kind("exposure.microsoft-applicability"), nextrole.Kind("exposure.eloundou-gpt4-beta"), nextrole.Kind("exposure.felten-aioe")

// made are roles with a score and two indices each.
type made struct{ score, first, second []float64 }

func (m made) code(i int) nextrole.Code { return nextrole.Code(fmt.Sprintf("10-%04d.00", i)) }

func (m made) roles() []nextrole.Role {
	var list []nextrole.Role
	for i := range m.first {
		list = append(list, nextrole.Role{
			Occupation: nextrole.Occupation{Code: m.code(i)},
			Figures:    []nextrole.Figure{index(microsoft, m.first[i], "2025"), index(eloundou, m.second[i], "2023")},
		})
	}
	return list
}

func index(k nextrole.Kind, v float64, p nextrole.Period) nextrole.Figure {
	return nextrole.Figure{Kind: k, Value: &v, Unit: "index", Period: p, Place: nextrole.Nation, Source: "s"}
}

func (m made) shown(c nextrole.Code) (aijri.Reading, bool) {
	for i, score := range m.score {
		if m.code(i) == c {
			return aijri.Reading{Score: &score, Status: nextrole.Published}, true
		}
	}
	return aijri.Reading{}, false
}

// rising are n values from 1 on.
func rising(n int) []float64 {
	list := make([]float64, n)
	for i := range list {
		list[i] = float64(i + 1)
	}
	return list
}

func falling(n int) []float64 {
	list := rising(n)
	slices.Reverse(list)
	return list
}

func ranks(v lens.Views) map[string]float64 {
	m := map[string]float64{}
	for _, one := range v.Views {
		m[one.Key] = one.Rank
	}
	return m
}

// By hand: twelve roles whose scores rise, while one index falls with them and the
// other rises against them.
func TestByHand(t *testing.T) {
	m := made{score: rising(12), first: falling(12), second: rising(12)}
	v := lens.Of(m.code(11), m.roles(), m.shown)
	if diff := cmp.Diff(map[string]float64{"aijri": 1, string(microsoft): 1, string(eloundou): 12}, ranks(v)); diff != "" || v.Among != 12 {
		t.Errorf("among %d: %s", v.Among, diff)
	}
	p, apart := v.Disagreement()
	if !apart || v.Views[p.A].Key != lens.AIJRI || v.Views[p.B].Key != string(eloundou) || p.Apart != 1 || *p.Correlation != -1 {
		t.Errorf("%+v, %v", p, apart)
	}
	if v.Title() != "AIJRI and Eloundou et al., rated by GPT-4 disagree on this role" || v.Place(v.Views[0]) != "place 1 of 12" {
		t.Errorf("%q, %q", v.Title(), v.Place(v.Views[0]))
	}
	middle := lens.Of(m.code(5), m.roles(), m.shown)
	if _, apart := middle.Disagreement(); apart || middle.Title() != "No two of these disagree clearly on this role" {
		t.Errorf("in the middle: %q", middle.Title())
	}
}

// A third of the places is a third, or the next whole number.
func TestThirds(t *testing.T) {
	for among, want := range map[int]string{
		10: "+++....---", 11: "++++...----", 12: "++++....----", 13: "++++.....----",
	} {
		v, got := lens.Views{Among: among}, ""
		for rank := range among {
			got += map[int]string{1: "+", 0: ".", -1: "-"}[v.Third(float64(rank+1))]
		}
		if got != want {
			t.Errorf("of %d: %s, want %s", among, got, want)
		}
	}
	if third := (lens.Views{Among: 12}).Third(4.5); third != 0 {
		t.Errorf("half in the first third counts as in it: %d", third)
	}
}

// An index that is known here by its name alone is shown, whatever that ends in.
func TestUnknownIndex(t *testing.T) {
	m := made{score: rising(12), first: falling(12), second: rising(12)}
	roles := m.roles()
	roles[0].Figures = append(roles[0].Figures, index("exposure.new-alpha", 0.5, "2026"))
	v := lens.Of(m.code(0), roles, m.shown)
	if !slices.ContainsFunc(v.Views, func(one lens.View) bool { return one.Key == "exposure.new-alpha" && one.Name == "new-alpha" }) {
		t.Errorf("%+v", v.Views)
	}
}

// Only what all lenses know of a role of its own is ranked, at one vintage, and a
// lens of few roles is not.
func TestWhatIsRanked(t *testing.T) {
	m := made{score: rising(14), first: falling(14), second: rising(14)}
	roles := m.roles()
	roles[1].Figures[0].Parent = "10-0000"                                     // of a group
	roles[2].Figures = roles[2].Figures[:1]                                    // unknown to one
	roles[3].Figures[0].Period = "2024"                                        // of another vintage
	roles[4].Figures[0].Value = nil                                            // listed, and left out
	roles[13].Figures = append(roles[13].Figures, index(felten, 1.25, "2021")) // known of it alone
	roles[13].Figures = append(roles[13].Figures, index("exposure.eloundou-gpt4-alpha", 0.1, "2023"))
	roles[13].Exposure = &nextrole.Fact{Value: "Very high", Period: "August 2026", Source: "bls"}
	v := lens.Of(m.code(13), roles, m.shown)
	want := map[string]float64{"aijri": 1, string(microsoft): 1, string(eloundou): 10, string(felten): 0, "bls": 0}
	if diff := cmp.Diff(want, ranks(v)); diff != "" || v.Among != 10 {
		t.Errorf("among %d: %s", v.Among, diff)
	}
	if last := v.Views[len(v.Views)-1]; last.Written() != "Very high" || v.Place(last) != "not placed: a category" {
		t.Errorf("%+v", last)
	}
	few := lens.Of(m.code(13), roles[5:], m.shown)
	if few.Among != 0 || len(few.Pairs) != 0 || !strings.HasPrefix(few.Title(), "Too few") {
		t.Errorf("%+v", few)
	}
	group := lens.Of(m.code(1), roles, m.shown) // ranked among the others, by its group
	if group.Among != 11 || group.Views[1].Group != "10-0000" || group.Views[1].Rank == 0 {
		t.Errorf("%+v", group)
	}
	if v := lens.Of("99-9999.00", roles, m.shown); len(v.Views) != 0 || v.Title() != "No lens knows this role" {
		t.Errorf("%+v", v)
	}
}

// Places do not depend on the order of the roles, nor on how values are spaced.
func TestPlacesAreOfRanksAlone(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(10, 25).Draw(rt, "n")
		draw := func(name string, most int) []float64 {
			list := make([]float64, n)
			for i := range list {
				list[i] = float64(rapid.IntRange(0, most).Draw(rt, name))
			}
			return list
		}
		m := made{score: draw("score", 100), first: draw("first", 20), second: draw("second", 20)}
		at := m.code(rapid.IntRange(0, n-1).Draw(rt, "role"))
		v := lens.Of(at, m.roles(), m.shown)
		stretched := m
		stretched.first = slices.Clone(m.first)
		for i := range stretched.first {
			stretched.first[i] = math.Exp(stretched.first[i]/7) - 40
		}
		shuffled := rapid.Permutation(stretched.roles()).Draw(rt, "order")
		w := lens.Of(at, shuffled, m.shown)
		if diff := cmp.Diff(ranks(v), ranks(w)); diff != "" {
			rt.Error(diff)
		}
		for i, p := range v.Pairs {
			if p.Apart < 0 || p.Apart > 1 || math.Abs(p.Apart-w.Pairs[i].Apart) > 1e-12 || v.Views[p.A].Rank > v.Views[p.B].Rank {
				rt.Errorf("%+v", p)
			}
		}
	})
}

func library(t testing.TB) ([]nextrole.Role, func(nextrole.Code) (aijri.Reading, bool)) {
	t.Helper()
	set, err := starter.Read(assets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	readings := map[nextrole.Code]aijri.Reading{}
	for _, r := range set.Roles {
		if reading, ok := aijri.Headline(r.Assessments, ""); ok {
			readings[r.Code] = reading
		}
	}
	return set.Roles, func(c nextrole.Code) (aijri.Reading, bool) { r, ok := readings[c]; return r, ok }
}

// Every lens of the starter library says what it measures, from where and as of when.
func TestStarterLibrary(t *testing.T) {
	roles, shown := library(t)
	for _, r := range roles {
		for _, v := range lens.Of(r.Code, roles, shown).Views {
			if v.AsOf == "" || v.Source == "" || v.Written() == "" || strings.Contains(v.Measures, "its source has to say") || strings.HasPrefix(v.Name, "exposure") {
				t.Errorf("%s: %+v", r.Code, v)
			}
		}
	}
	v := lens.Of("29-9021.00", roles, shown)
	if v.Views[0].Written() != "20.9" || v.Place(v.Views[0]) != "place 10 of 13" || v.Views[0].AsOf != "undated" || len(v.Views) != 6 {
		t.Errorf("%+v", v)
	}
}

func BenchmarkOf(b *testing.B) {
	m := made{score: rising(1016), first: falling(1016), second: rising(1016)}
	roles := m.roles()
	readings := map[nextrole.Code]aijri.Reading{}
	for i := range m.score {
		readings[m.code(i)] = aijri.Reading{Score: &m.score[i]}
	}
	shown := func(c nextrole.Code) (aijri.Reading, bool) { r, ok := readings[c]; return r, ok }
	for b.Loop() {
		lens.Of(m.code(500), roles, shown)
	}
}
