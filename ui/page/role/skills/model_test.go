package skills_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/page/role/skills"
	"nextrole/ui/uitest"
)

func open(t *testing.T, c nextrole.Code) skills.Model {
	t.Helper()
	l := uitest.NewLibrary(t)
	return skills.NewModel(l.Open(t), *l.Edit(t, c))
}

func TestRatings(t *testing.T) {
	m := open(t, uitest.Informatics)
	first := m.Skills(false)
	if len(first.Items) != 10 || len(m.Skills(true).Items) != 35 || len(m.Knowledge(true).Items) != 33 {
		t.Fatalf("%d, %d and %d items", len(first.Items), len(m.Skills(true).Items), len(m.Knowledge(true).Items))
	}
	if top := first.Items[0]; top.Name != "Reading Comprehension" || *top.Value != 4.38 || top.Detail != "level 4.9 of 7" {
		t.Errorf("first %+v", top)
	}
	for _, r := range m.Skills(true).Items {
		if r.Name == "Equipment Maintenance" && (r.Value == nil || *r.Value != 1 || r.Detail != "level not given") {
			t.Errorf("what is not relevant: %+v", r)
		}
	}
	if first.AsOf != "O*NET 30.1" || !strings.Contains(first.Caption(), "1 to 5") {
		t.Errorf("caption %q", first.Caption())
	}
}

func TestInterestsKeepTheirOrder(t *testing.T) {
	var names []string
	for _, i := range open(t, uitest.Registrar).Interests().Items {
		names = append(names, i.Name)
		if i.Detail == "" {
			t.Errorf("%s is not explained", i.Name)
		}
	}
	if diff := cmp.Diff([]string{"Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional"}, names); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
}

// The kinds that postings ask for come first, and in each the tools that they
// ask for.
func TestKinds(t *testing.T) {
	got := skills.Kinds([]nextrole.Tool{
		{Name: "Zeta", Kind: "Office"},
		{Name: "Alpha", Kind: "Mail"},
		{Name: "Epic Systems", Kind: "Medical", Demand: true},
		{Name: "Ancient", Kind: "Medical"},
		{Name: "Excel", Kind: "Office", Hot: true},
	})
	want := []string{"Medical: Epic Systems (in demand), Ancient", "Office: Excel (hot), Zeta", "Mail: Alpha"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
}

// What is not rated, and what is not known, is told apart.
func TestMissing(t *testing.T) {
	if head, why := open(t, uitest.Registrar).Unrated(); head != "Not rated by O*NET" || !strings.Contains(why, "O*NET 30.1") {
		t.Errorf("%q, %q", head, why)
	}
	if _, why := open(t, uitest.Officer).Missing(); !strings.Contains(why, "no SOC code of its own") {
		t.Errorf("%q", why)
	}
}

// What the editors list stands where O*NET says nothing, and says whose it is.
func TestListed(t *testing.T) {
	listing := func(names ...string) *nextrole.Listing {
		return &nextrole.Listing{Names: names, Source: nextrole.Editors}
	}
	for _, test := range []struct {
		code nextrole.Code
		want []string
	}{
		{uitest.Officer, []string{
			"Skills [NextRole editors, not rated]: Law",
			"Interests [NextRole editors, the strongest first]: Social: helping and teaching people",
			"Software and equipment [NextRole editors, not rated]: A register",
		}},
		{uitest.Registrar, []string{"Skills [NextRole editors, not rated]: Law"}},
	} {
		l := uitest.NewLibrary(t)
		r := l.Edit(t, test.code)
		r.Skills, r.Interests, r.Tools = listing("Law"), listing("Social"), listing("A register")
		if diff := cmp.Diff(test.want, skills.NewModel(l.Open(t), *r).Listed()); diff != "" {
			t.Errorf("%s −want +got:\n%s", test.code, diff)
		}
	}
}
