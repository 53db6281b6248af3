package derive_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/derive"
)

// roles have derived scores of 5.8, 18.4, 31.0, 43.6 and 56.2 in turn, with
// others' of one status beside them.
func roles(s nextrole.Status, others ...float64) []nextrole.Role {
	var list []nextrole.Role
	for i, other := range others {
		p := profile([]string{"E1 E1", "E1 E2", "E2 E2", "E2 E0", "E0 E0"}[i%5])
		p.Code = nextrole.Code("NR-" + strconv.Itoa(i))
		list = append(list, nextrole.Role{
			Occupation:  nextrole.Occupation{Code: p.Code, Title: "Role"},
			Profile:     &p,
			Assessments: []nextrole.Assessment{{Code: p.Code, Status: s, Source: "x", Printed: &other}},
		})
	}
	return list
}

func TestMeasure(t *testing.T) {
	list := roles(nextrole.Draft, 10, 20, 20, 50)
	list[1].Assessments = append(list[1].Assessments, nextrole.Assessment{Status: nextrole.Derived, Source: "derived", Printed: of(99.0)})
	list[3].Assessments = append(list[3].Assessments, nextrole.Assessment{Status: nextrole.Draft, Source: "y", Date: "2026-01-01", Printed: of(40.0)})
	list = append(list, nextrole.Role{Assessments: list[0].Assessments}) // no profile
	bare := roles(nextrole.Draft, 10)[0]
	bare.Profile.Exposed = nil
	got := derive.Measure(append(list, bare))
	want := derive.Fitness{
		Published: derive.Agreement{Status: nextrole.Published, Pairs: []derive.Pair{}},
		Drafts: derive.Agreement{
			Status: nextrole.Draft,
			Pairs: []derive.Pair{
				{"NR-0", "Role", 5.8, 10, -4.2}, {"NR-1", "Role", 18.4, 20, -1.6}, {"NR-2", "Role", 31, 20, 11}, {"NR-3", "Role", 43.6, 40, 3.6},
			},
			Rank: of(math.Sqrt(0.9)), // of 1 2 3 4 and 1 2½ 2½ 4
			Mean: of(2.2), MeanAbsolute: of(5.1),
		},
	}
	about := cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-9 })
	if diff := cmp.Diff(want, got, about); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNoRankCorrelation(t *testing.T) {
	for name, others := range map[string][]float64{"none": nil, "two": {1, 2}, "no variance": {7, 7, 7, 7}} {
		if got := derive.Measure(roles(nextrole.Published, others...)).Published; got.Rank != nil || (got.Mean == nil) != (len(others) == 0) {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestFitnessInWords(t *testing.T) {
	up := []float64{5, 18, 31, 43, 56, 5, 18, 31, 43, 56}
	same := make([]float64, 10)
	for _, test := range []struct {
		name   string
		status nextrole.Status
		others []float64
		want   string
	}{
		{"none", nextrole.Published, nil, "There is no published score to hold the rule against, so nothing can be said of how it compares."},
		{"few", nextrole.Published, up[:5], "Against 5 published scores: scores 0.4 points apart on average. So few, fewer than 10, that nothing can be said of whether the rule puts roles in the right order."},
		{"one", nextrole.Draft, up[:1], "Against 1 editors’ draft: scores 0.8 points apart on average. So few, fewer than 10, that nothing can be said"},
		{"no order", nextrole.Draft, same, "Against 10 editors’ drafts: scores 31.0 points apart on average. One side has the same score throughout, so nothing can be said of the order."},
		{"strong", nextrole.Draft, up, "Against 10 editors’ drafts: rank correlation 1.00 (strong), scores 0.4 points apart on average."},
		{"moderate", nextrole.Draft, []float64{31, 18, 5, 43, 56, 31, 18, 5, 43, 56}, "rank correlation 0.60 (moderate), "},
		{"just strong", nextrole.Draft, []float64{31, 18, 5, 43, 56, 5, 18, 31, 43, 56}, "rank correlation 0.80 (strong), "},
		{"weak", nextrole.Draft, []float64{5, 18, 31, 43, 56, 56, 18, 31, 43, 5}, "rank correlation 0.20 (weak), "},
		{"reverse", nextrole.Draft, []float64{56, 43, 31, 18, 5, 56, 43, 31, 18, 5}, "rank correlation −1.00 (weak), "},
	} {
		fitness := derive.Measure(roles(test.status, test.others...))
		got := fitness.Drafts.Words()
		if test.status == nextrole.Published {
			got = fitness.Published.Words()
		}
		if !strings.Contains(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
		if warns := strings.Contains(got, "Do not rank roles"); warns != strings.Contains(got, "(weak)") {
			t.Errorf("%s: %q warns: %v", test.name, got, warns)
		}
		if all := fitness.Words(); !strings.HasPrefix(all, fitness.Published.Words()+" "+fitness.Drafts.Words()) {
			t.Errorf("%s: %q", test.name, all)
		}
	}
}
