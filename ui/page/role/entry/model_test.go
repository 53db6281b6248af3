package entry_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/page/role/entry"
	"nextrole/ui/uitest"
)

func open(t *testing.T, c nextrole.Code) entry.Model {
	t.Helper()
	l := uitest.NewLibrary(t)
	return entry.NewModel(l.Open(t), *l.Edit(t, c))
}

func TestNeeds(t *testing.T) {
	want := [][3]string{
		{"Typical entry education", "Bachelor’s degree", "BLS, 2024"},
		{"Work experience in a related role", "Less than 5 years", "BLS, 2024"},
		{"Training on the job", "None asked for", "BLS, 2024"},
		{"Job zone", "4 of 5", "O*NET 30.3"},
	}
	if diff := cmp.Diff(want, open(t, uitest.Manager).Needs()); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	want = [][3]string{
		{"Typical entry education", "Bachelor’s degree", "NextRole editors, 2026"},
		{"Work experience in a related role", "5 years or more", "NextRole editors, 2026"},
		{"Training on the job", "no data", "no SOC code of its own"},
		{"Job zone", "4 of 5", "NextRole editors, 2026"},
	}
	if diff := cmp.Diff(want, open(t, uitest.Officer).Needs()); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	if got := open(t, uitest.Informatics).Needs()[0][2]; got != "group 15-1211 · BLS, 2024" {
		t.Errorf("a wider group’s fact is from %q", got)
	}
}

func TestAttained(t *testing.T) {
	c, ok := open(t, uitest.Manager).Attained()
	if !ok || len(c.Items) < 5 {
		t.Fatalf("%v, %+v", ok, c)
	}
	if title := c.Title(); !strings.Contains(title, "most often bachelor’s degree, 46%") {
		t.Errorf("title %q", title)
	}
	m := open(t, uitest.Registrar)
	if _, ok := m.Attained(); ok {
		t.Error("an occupation that was not surveyed has a chart")
	}
	if head, _ := m.Unasked(); head != "Not rated by O*NET" {
		t.Errorf("%q", head)
	}
	if _, why := open(t, uitest.Officer).Unasked(); !strings.Contains(why, "no SOC code of its own") {
		t.Errorf("%q", why)
	}
}

// A credential's rules have their source and how old they are; what nobody
// tells is absent, and old names are there.
func TestCredentials(t *testing.T) {
	all := open(t, uitest.Registrar).Credentials()
	i := slices.IndexFunc(all, func(c []string) bool { return c[0] == "ODS" })
	if i < 0 {
		t.Fatalf("no ODS in %q", all)
	}
	ods := all[i]
	if ods[1] != "formerly CTR, Certified Tumor Registrar" {
		t.Errorf("was %q", ods[1])
	}
	fee := slices.IndexFunc(ods, func(l string) bool { return strings.HasPrefix(l, "Fee: ") })
	if fee < 0 || !strings.Contains(ods[fee], "$335") || !strings.Contains(ods[fee], "as of 2024]") {
		t.Errorf("fee in %q", ods)
	}
	for n, c := range all[1:] {
		if len(c) > len(all[n]) {
			t.Errorf("more is known of %s, after %s", c[0], all[n][0])
		}
	}
	rhia := all[slices.IndexFunc(all, func(c []string) bool { return c[0] == "RHIA" })]
	if slices.ContainsFunc(rhia, func(l string) bool { return strings.HasPrefix(l, "Fee: ") }) {
		t.Errorf("a fee that sources disagree on is told: %q", rhia)
	}
}

func TestTold(t *testing.T) {
	l := uitest.NewLibrary(t)
	r := l.Edit(t, uitest.Registrar)
	of := func(text string) nextrole.Clause { return nextrole.Clause{Text: text, Source: nextrole.Editors} }
	setting, on := of("An office"), of("Up")
	r.Setting, r.Advancement = &setting, &on
	r.Paths, r.Qualities = []nextrole.Clause{of("A degree"), of("A course")}, []nextrole.Clause{of("Care")}
	want := []string{
		"Ways to learn it: A degree [NextRole editors]", "Ways to learn it: A course [NextRole editors]",
		"What helps: Care [NextRole editors]", "Advancement: Up [NextRole editors]",
	}
	if diff := cmp.Diff(want, entry.NewModel(l.Open(t), *r).Told()); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
}

// A framework is shown with all its domains where at least one task is linked
// to it, and not at all where none is.
func TestCurriculum(t *testing.T) {
	l := uitest.NewLibrary(t)
	r := l.Edit(t, uitest.Registrar)
	r.Tasks = []nextrole.TaskStatement{{Text: "A", Domains: []nextrole.DomainID{"rhit-1", "rhit-5"}}, {Text: "B", Domains: []nextrole.DomainID{"rhit-1"}}}
	want := []string{
		"RHIT exam, AHIMA, 2023: Data content, structure and information governance, 22% of the exam: 2 of 2 tasks",
		"RHIT exam, AHIMA, 2023: Information protection, 18% of the exam: 0 of 2 tasks",
		"RHIT exam, AHIMA, 2023: Informatics, analytics and data use, 18% of the exam: 0 of 2 tasks",
		"RHIT exam, AHIMA, 2023: Revenue cycle, 24% of the exam: 0 of 2 tasks",
		"RHIT exam, AHIMA, 2023: Compliance, 18% of the exam: 1 of 2 tasks",
	}
	if diff := cmp.Diff(want, entry.NewModel(l.Open(t), *r).Curriculum()); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	r.Tasks = []nextrole.TaskStatement{{Text: "A"}}
	if got := entry.NewModel(l.Open(t), *r).Curriculum(); got != nil {
		t.Errorf("%q", got)
	}
}
