package credential_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/credential"
	"nextrole/internal/source/starter"
)

func library(t *testing.T) []nextrole.Credential {
	t.Helper()
	set, err := starter.Read(assets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	return set.Credentials
}

// staged are the names of credentials by stage.
func staged(options []credential.Option) map[credential.Stage][]string {
	by := map[credential.Stage][]string{}
	for _, o := range options {
		by[o.Stage] = append(by[o.Stage], o.Credential.Name)
	}
	return by
}

func TestPlanOfARegistrar(t *testing.T) {
	all := library(t)
	unknown := []string{"CAHIMS", "CCDS", "CCS", "CCS-P", "CDIP", "CHC", "CHDA", "CHPC", "CPDHTS", "CPHIMS"}
	work := "managing privacy or security"
	for name, test := range map[string]struct {
		person credential.Person
		want   map[credential.Stage][]string
	}{
		"who holds ODS and RHIT": {
			credential.Person{Education: "Associate's degree", Held: []string{"ods", "rhit"}},
			map[credential.Stage][]string{
				credential.Held: {"ODS", "RHIT"}, credential.Now: {"CCA", "CPC"}, credential.NowIf: {"CHPS"}, credential.Later: {"RHIA"}, credential.Unknown: unknown,
			},
		},
		"of whom nothing is known": {
			credential.Person{},
			map[credential.Stage][]string{
				credential.Now: {"CPC"}, credential.NowIf: {"CCA", "CHPS", "ODS", "RHIA", "RHIT"}, credential.Unknown: unknown,
			},
		},
		"with a high school diploma and no such work": {
			credential.Person{Education: "High school diploma or equivalent", Experience: map[string]float64{work: 0, "cancer registry work": 0}},
			map[credential.Stage][]string{
				credential.Now: {"CCA", "CPC"}, credential.Next: {"CHPS"}, credential.Later: {"ODS", "RHIA", "RHIT"}, credential.Unknown: unknown,
			},
		},
		"with a bachelor's degree that CAHIIM accredited": {
			credential.Person{Education: "Bachelor's degree", Programs: []string{"CAHIIM"}, Experience: map[string]float64{work: 2}},
			map[credential.Stage][]string{
				credential.Now: {"CCA", "CHPS", "CPC", "RHIA", "RHIT"}, credential.NowIf: {"ODS"}, credential.Unknown: unknown,
			},
		},
	} {
		if diff := cmp.Diff(test.want, staged(credential.Plan(test.person, all))); diff != "" {
			t.Errorf("somebody %s: %s", name, diff)
		}
	}
}

// The route that is shown is the shortest way.
func TestTheShortestRoute(t *testing.T) {
	find := func(p credential.Person) credential.Option {
		for _, o := range credential.Plan(p, library(t)) {
			if o.Credential.ID == "chps" {
				return o
			}
		}
		t.Fatal("no CHPS")
		return credential.Option{}
	}
	work := "managing privacy or security"
	for _, test := range []struct {
		person credential.Person
		want   string
	}{
		{credential.Person{Education: "Associate's degree", Held: []string{"rhit"}}, "4 years of managing privacy or security"},
		{credential.Person{Education: "Master's degree", Experience: map[string]float64{work: 0.5}}, "1 year of managing privacy or security; still missing: 0.5 years"},
		{credential.Person{Education: "High school diploma or equivalent", Experience: map[string]float64{work: 5}}, "4 years of managing privacy or security"}, // after a CCA, which is open
		{credential.Person{Education: "High school diploma or equivalent", Held: []string{"cca"}, Experience: map[string]float64{work: 3}}, "4 years of managing privacy or security; still missing: 1 year"},
	} {
		o := find(test.person)
		if got := o.Needs[len(o.Needs)-1].What; got != test.want || o.Others != 5 {
			t.Errorf("%+v: %q, want %q", test.person, got, test.want)
		}
	}
}

// Whoever has more is never admitted later.
func TestMoreIsNeverLater(t *testing.T) {
	all := library(t)
	at := func(s credential.Stage) int {
		for i, stage := range credential.Stages() {
			if s == stage {
				return i
			}
		}
		return -1
	}
	work := "managing privacy or security"
	rapid.Check(t, func(rt *rapid.T) {
		level := rapid.IntRange(0, len(credential.Levels)-2).Draw(rt, "level")
		years := rapid.Float64Range(0, 10).Draw(rt, "years")
		less := credential.Person{Education: credential.Levels[level], Experience: map[string]float64{work: years}}
		more := credential.Person{
			Education: credential.Levels[rapid.IntRange(level, len(credential.Levels)-1).Draw(rt, "more")], Programs: []string{"CAHIIM"},
			Experience: map[string]float64{work: years + rapid.Float64Range(0, 10).Draw(rt, "more years")},
		}
		stages := map[string]credential.Stage{}
		for _, o := range credential.Plan(less, all) {
			stages[o.Credential.ID] = o.Stage
		}
		for _, o := range credential.Plan(more, all) {
			if at(o.Stage) > at(stages[o.Credential.ID]) {
				rt.Errorf("%s is %s with more, and %s with less", o.Credential.Name, o.Stage, stages[o.Credential.ID])
			}
		}
	})
}

// AHIMA asks for the largest and ten more for each other one, and never for more
// than fifty.
func TestLoads(t *testing.T) {
	all := library(t)
	held := func(ids ...string) (list []nextrole.Credential) {
		for _, id := range ids {
			for _, c := range all {
				if c.ID == id {
					list = append(list, c)
				}
			}
		}
		return list
	}
	for _, test := range []struct {
		ids             []string
		units           float64
		years           float64 // 0: not known
		stacked, capped bool
	}{
		{[]string{"rhit"}, 20, 2, false, false},
		{[]string{"chps", "rhit"}, 40, 0, true, false},
		{[]string{"rhia", "ccs", "ccs-p"}, 50, 0, true, false},
		{[]string{"rhia", "rhit", "cca", "ccs"}, 50, 0, true, true},
		{[]string{"rhia", "rhit"}, 40, 2, true, false},
		{[]string{"cahims", "cphims"}, 90, 3, false, false}, // no rule for several is known
	} {
		loads := credential.Loads(held(test.ids...))
		if len(loads) != 1 {
			t.Fatalf("%v: %+v", test.ids, loads)
		}
		l, years := loads[0], 0.0
		if l.Years != nil {
			years = *l.Years
		}
		if l.Units != test.units || years != test.years || l.Stacked != test.stacked || l.Capped != test.capped || len(l.Names) != len(test.ids) {
			t.Errorf("%v: %+v", test.ids, l)
		}
	}
	mixed := credential.Loads(held("ods", "chda", "rhit"))
	if len(mixed) != 2 || mixed[0].Body != "NCRA" || mixed[1].Units != 20 || len(mixed[1].Unknown) != 1 || mixed[1].Unknown[0] != "CHDA" {
		t.Errorf("%+v", mixed)
	}
	if credential.Loads(nil) != nil {
		t.Error("nothing is to be kept")
	}
}

func TestLevel(t *testing.T) {
	for words, want := range map[string]string{
		"associate": "Associate's degree", "Bachelor’s degree": "Bachelor's degree", "  HIGH school": "High school diploma or equivalent", "none": "", "": "", "PhD": "",
	} {
		if got, ok := credential.Level(words); got != want || ok != (want != "") {
			t.Errorf("%q is %q, %v", words, got, ok)
		}
	}
}
