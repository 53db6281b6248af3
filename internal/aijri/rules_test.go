package aijri_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/aijri"
)

// The numbers in the words are those of the code.
func TestRulesSayWhatTheCodeDoes(t *testing.T) {
	rules := aijri.Rules()
	if len(rules) != 19 {
		t.Fatalf("%d rules, the method has 19", len(rules))
	}
	most := ends(5, 2, 2, 2)
	least := ends(1, -2, 0, -2)
	for _, tt := range []struct {
		rule int
		says string
	}{
		{8, fmt.Sprintf("(1 + %.2f × E)", aijri.EvidenceFactor(1)-1)},
		{8, fmt.Sprintf("(1 + %.2f × B)", aijri.BarrierFactor(1)-1)},
		{8, fmt.Sprintf("(1 + %.2f × G)", aijri.GrowthFactor(1)-1)},
		{9, fmt.Sprintf("(raw − %.2f)", least.Raw)},
		{9, fmt.Sprintf("÷ %.2f × 100", 100/(aijri.Scale(1)-aijri.Scale(0)))},
		{14, fmt.Sprintf("%.2f is the least", least.Raw)},
		{14, fmt.Sprintf("The most is %.2f, which would be %.1f", most.Raw, aijri.Scale(most.Raw))},
	} {
		if text := rules[tt.rule-1].Text; !strings.Contains(text, tt.says) {
			t.Errorf("rule %d does not say %q: %s", tt.rule, tt.says, text)
		}
	}
	if want := "Job posting trends; company actions; wage trends; AI tool maturity; expert consensus, each"; !strings.HasPrefix(rules[3].Text, want) {
		t.Errorf("rule 4 does not begin with %q: %s", want, rules[3].Text)
	}
}

// ends scores one task with all ratings alike.
func ends(resistance, evidence, barrier, growth int) aijri.Result {
	in := inputs(fmt.Sprintf("100×%d AUG", 6-resistance),
		[5]int{evidence, evidence, evidence, evidence, evidence}, [5]int{barrier, barrier, barrier, barrier, barrier}, growth)
	r, err := aijri.Score(in)
	if err != nil {
		panic(err)
	}
	return r
}

func TestRulesAreWhole(t *testing.T) {
	known := []aijri.Origin{aijri.Stated, aijri.Computed, aijri.Choice, aijri.Unverified}
	for i, r := range aijri.Rules() {
		if r.Number != i+1 || r.Name == "" || r.Text == "" || len(r.From) == 0 {
			t.Errorf("rule %d lacks something: %+v", i+1, r)
		}
		for _, o := range r.From {
			if !slices.Contains(known, o) || o.Name() == string(o) && o != aijri.Unverified {
				t.Errorf("rule %d has the origin %q", r.Number, o)
			}
		}
	}
	if got := aijri.Origin("else").Name(); got != "else" {
		t.Errorf("an origin of a later version is called %q", got)
	}
}

func role(c nextrole.Code, as ...nextrole.Assessment) nextrole.Role {
	r := nextrole.Role{Assessments: as}
	r.Code, r.Title = c, "Role "+string(c)
	return r
}

func TestCalibrate(t *testing.T) {
	printed := func(s nextrole.Status, date string, score float64) nextrole.Assessment {
		return nextrole.Assessment{Author: "A", Status: s, Source: "s", Date: date, Printed: &score}
	}
	rated := registrar()
	full := printed(nextrole.Published, "", 20.9)
	full.Inputs = &rated
	off := printed(nextrole.Published, "", 21.5)
	off.Inputs = &rated
	two := func(v float64) *float64 { return &v }
	for _, tt := range []struct {
		name  string
		roles []nextrole.Role
		want  aijri.Calibration
	}{
		{"nothing", nil, aijri.Calibration{}},
		{
			"published alone, and a draft alone",
			[]nextrole.Role{role("a", full), role("b", printed(nextrole.Draft, "", 40)), role("c")},
			aijri.Calibration{Published: 1, WithInputs: 1, Reproduced: 1, Drafts: 1},
		},
		{
			"a printed score that the ratings do not give",
			[]nextrole.Role{role("a", off)},
			aijri.Calibration{Published: 1, WithInputs: 1},
		},
		{
			"both, the newest of each",
			[]nextrole.Role{
				role(
					"a", printed(nextrole.Draft, "2026-01-01", 10), printed(nextrole.Draft, "2026-02-01", 24.04),
					printed(nextrole.Published, "", 20.94), printed(nextrole.Own, "", 90),
				),
				role("b", printed(nextrole.Published, "", 50), printed(nextrole.Draft, "", 45)),
			},
			aijri.Calibration{
				Published: 2, Drafts: 2, SameZone: 1, Mean: two(-0.95), MeanAbsolute: two(4.05),
				Deviations: []aijri.Deviation{{"a", "Role a", 20.9, 24, 3.1}, {"b", "Role b", 50, 45, -5}},
			},
		},
		{
			"a draft that is incomplete",
			[]nextrole.Role{role("a", full, nextrole.Assessment{Status: nextrole.Draft, Inputs: &nextrole.Inputs{}})},
			aijri.Calibration{Published: 1, WithInputs: 1, Reproduced: 1},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.want.Deviations == nil {
				tt.want.Deviations = []aijri.Deviation{}
			}
			near := cmp.Comparer(func(a, b float64) bool { return a-b < 1e-9 && b-a < 1e-9 })
			if diff := cmp.Diff(tt.want, aijri.Calibrate(tt.roles), near); diff != "" {
				t.Errorf("−want +got:\n%s", diff)
			}
		})
	}
}
