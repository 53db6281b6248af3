package role_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/page/role"
	"nextrole/ui/uitest"
)

// open returns what the page shows of a role, after a change of the library.
func open(t *testing.T, c nextrole.Code, change func(*nextrole.Role)) role.Model {
	t.Helper()
	l := uitest.NewLibrary(t)
	if change != nil {
		change(l.Edit(t, c))
	}
	m, ok := role.NewModel(l.Open(t), c)
	if !ok {
		t.Fatalf("%s is not there", c)
	}
	return m
}

func of(v float64) *float64 { return &v }

func TestFactors(t *testing.T) {
	type chip struct{ Before, Name, Value, Sum string }
	var got []chip
	factors := open(t, uitest.Registrar, nil).Factors()
	for _, f := range factors {
		got = append(got, chip{f.Before, f.Name, f.Value, f.Sum})
	}
	want := []chip{
		{"", "Task resistance", "2.65", "6 − 3.35, from 7 tasks"},
		{"×", "Evidence −4", "0.84", "1 + (−4 × 0.04)"},
		{"×", "Barriers 2 of 10", "1.04", "1 + (2 × 0.02)"},
		{"×", "AI growth link −1", "0.95", "1 + (−1 × 0.05)"},
		{"=", "Raw", "2.1993", "the product"},
		{"→", "AIJRI", "20.9", "(2.1993 − 0.54) ÷ 7.93 × 100"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("−want +got:\n%s", diff)
	}
	for i, inputs := range []string{
		"20% × 3  EHR design\n20% × 4  Registry abstraction\n",
		"−1  Job posting trends\n−1  Company actions\n0  Wage trends\n−1  AI tool maturity\n−1  Expert consensus",
		"1  Regulatory, licensing\n0  Physical presence\n0  Union, bargaining\n1  Liability, accountability\n0  Cultural, ethical",
		"More AI means fewer people",
		"2.65 × 0.84 × 1.04 × 0.95 = 2.1993",
		"Unrounded 20.9242. Red is under 25, Yellow 25 to 47.9, Green 48 and over.",
	} {
		if !strings.HasPrefix(factors[i].Inputs, inputs) || factors[i].Rule == "" {
			t.Errorf("%s is made of %q by %q, want %q", factors[i].Name, factors[i].Inputs, factors[i].Rule, inputs)
		}
	}
}

// What is multiplied on screen gives what is said to be the product, also
// where a factor has more than two decimals.
func TestFactorsCanBeFollowed(t *testing.T) {
	factors := open(t, uitest.Informatics, nil).Factors()
	if got, want := factors[0].Sum, "6 − 2.725, from 8 tasks"; got != want {
		t.Errorf("sum %q, want %q", got, want)
	}
	if got, want := factors[4].Inputs, "3.275 × 1.08 × 1.06 × 1.05 = 3.9367"; got != want {
		t.Errorf("product %q, want %q", got, want)
	}
}

func TestMissing(t *testing.T) {
	short := func(r *nextrole.Role) {
		in := *r.Assessments[0].Inputs
		in.Tasks = in.Tasks[1:]
		r.Assessments[0].Inputs = &in
	}
	for _, test := range []struct {
		name       string
		code       nextrole.Code
		change     func(*nextrole.Role)
		head, body string
	}{
		{"unscored", uitest.Unscored, nil, "Not scored", "no AIJRI assessment of this role"},
		{"published without inputs", uitest.Manager, nil, "The score comes without its ratings", "prints the score only"},
		{"incomplete draft", uitest.Informatics, short, "The assessment is incomplete", "75%"},
		{"printed, incomplete inputs", uitest.Registrar, short, "The assessment is incomplete", "80%"},
	} {
		head, body := open(t, test.code, test.change).Missing()
		if head != test.head || !strings.Contains(body, test.body) {
			t.Errorf("%s: %q, %q; want %q, … %q …", test.name, head, body, test.head, test.body)
		}
	}
	if _, ok := role.NewModel(uitest.NewLibrary(t).Open(t), "99-9999.99"); ok {
		t.Error("an unknown role is shown")
	}
}

func TestFacts(t *testing.T) {
	facts, indices := open(t, uitest.Informatics, nil).Facts()
	want := [][3]string{
		{"Job zone", "5 of 5", "O*NET 30.3"},
		{"Jobs", "544,400", "group 15-1211 · BLS, 2025"},
		{"Typical entry", "Bachelor’s degree", "group 15-1211 · BLS, 2024"},
		{"Experience", "None asked for", "group 15-1211 · BLS, 2024"},
		{"On-the-job training", "None asked for", "group 15-1211 · BLS, 2024"},
		{"Interests", "Investigative, Conventional, Social", "O*NET 30.1"},
		{"Credentials", "CAHIMS, CPDHTS, CPHIMS", "their rules are under Getting in"},
		{"Family", "Informatics and systems", ""},
	}
	if diff := cmp.Diff(want, facts); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	if want := [3]string{"Microsoft, AI applicability", "0.315", "group 15-1211 · Microsoft, 2025"}; !slices.Contains(indices, want) {
		t.Errorf("%q is not among the indices %q", want, indices)
	}
	facts, indices = open(t, uitest.Officer, nil).Facts()
	want = [][3]string{
		{"Job zone", "4 of 5", "NextRole editors, 2026"},
		{"Jobs", "no data", "no SOC code of its own"},
		{"Typical entry", "Bachelor’s degree", "NextRole editors, 2026"},
		{"Experience", "5 years or more", "NextRole editors, 2026"},
		{"Interests", "Enterprising, Conventional, Investigative", "NextRole editors"},
		{"Credentials", "CHPC, CHPS", "their rules are under Getting in"},
		{"Family", "Privacy, security and compliance", ""},
		{"Closest official occupation", "Compliance Officers", "median pay $80,730, BLS, May 2025"},
	}
	if diff := cmp.Diff(want, facts); diff != "" || indices != nil {
		t.Errorf("indices %q; facts −want +got:\n%s", indices, diff)
	}
}

func TestNextLeavesOutUnknownRoles(t *testing.T) {
	got := open(t, uitest.Registrar, func(r *nextrole.Role) {
		r.Assessments[0].Account.Next = []nextrole.Pointer{
			{Code: "99-9999.99", Reason: "gone"},
			{Code: uitest.Informatics, Reason: "near"},
			{Code: uitest.Unscored, Reason: "known"},
		}
	}).Next()
	want := []role.Pointer{
		{uitest.Informatics, "Health Informatics Specialists", "near", nextrole.Yellow, "42.8", nextrole.Draft, "Yellow 42.8, editors’ draft"},
		{uitest.Unscored, "File Clerks", "known", nextrole.ZoneNone, "not scored", "", "not scored"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
}

func TestOthers(t *testing.T) {
	unfinished := nextrole.Assessment{Code: uitest.Manager, Author: "Somebody", Status: nextrole.Draft, Date: "2026-01-02", Source: "unfinished", Inputs: &nextrole.Inputs{}}
	mine := nextrole.Assessment{Code: uitest.Manager, Author: "Me", Status: nextrole.Own, Source: "mine", Printed: of(0)}
	got := open(t, uitest.Manager, func(r *nextrole.Role) { r.Assessments = append(r.Assessments, mine, unfinished) }).Others()
	want := []role.Other{
		{"nextrole-editors", "58.3", "NextRole editors, November 26, 2026, editors’ draft", false},
		{"unfinished", "not scored", "Somebody, January 2, 2026, editors’ draft", true},
		{"mine", "0.0", "Me, undated, mine", false},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	if list := open(t, uitest.Registrar, nil).Others(); list != nil {
		t.Errorf("one assessment has others: %v", list)
	}
}

// What speaks of a draft's score names the draft.
func TestADraftIsNamedOne(t *testing.T) {
	number := regexp.MustCompile(`\b42\.8`)
	m := open(t, uitest.Informatics, nil)
	said := []string{m.Credit()}
	for _, c := range m.Charts() {
		said = append(said, c.Title(), c.Sentence())
		if !strings.Contains(c.Caption(), "draft") {
			t.Errorf("the caption %q does not say that it is a draft’s", c.Caption())
		}
	}
	for _, f := range m.Factors() {
		said = append(said, f.Name+" "+f.Value+" "+f.Inputs)
	}
	n := 0
	for _, s := range said {
		if number.MatchString(s) || strings.HasPrefix(s, "Assessment by") {
			n++
			if !strings.Contains(strings.ToLower(s), "draft") {
				t.Errorf("%q does not say that it is a draft’s", s)
			}
		}
	}
	if n < 5 {
		t.Errorf("only %d of %q speak of the score: nothing was checked", n, said)
	}
	for _, f := range open(t, uitest.Registrar, nil).Factors() {
		if strings.Contains(f.Name, "published") || strings.Contains(f.Name, "draft") {
			t.Errorf("a published score’s chip is named %q", f.Name)
		}
	}
}

func TestJudgments(t *testing.T) {
	list := open(t, uitest.Registrar, nil).Judgments()
	if len(list) != 14 {
		t.Fatalf("%d ratings, want 5 of evidence, 5 barriers, growth, 3 principles", len(list))
	}
	if got, want := list[5], "Regulatory, licensing 1: "; !strings.HasPrefix(got, want) || !strings.Contains(got, " This speaks for 2, and the score would be 21.5. (NCRA, quoting ") {
		t.Errorf("%q: want %q, and what speaks for 2 on a scale without signs", got, want)
	}
	if got, want := list[10], "AI growth link −1: "; !strings.HasPrefix(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestSubtitle(t *testing.T) {
	for code, want := range map[nextrole.Code]string{
		uitest.Registrar: "29-9021.00 · also called Cancer registrar, Tumor registrar, Trauma registrar, Medical registrar",
		uitest.Officer:   "No SOC code of its own · NR-0001 · also called DPO, Data protection lead, Data protection manager, Data privacy officer",
	} {
		if got := open(t, code, nil).Subtitle(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Sources that disagree by 5 % or more are told, and pay that is still quoted
// from years ago; nothing else is.
func TestDiffering(t *testing.T) {
	other := func(v float64) func(*nextrole.Role) {
		return func(r *nextrole.Role) {
			f, _ := nextrole.Shown(r.Figures, nextrole.PayMedian)
			f.Value, f.Source = &v, "bls-oews-2024"
			r.Figures = append(r.Figures, f)
		}
	}
	for _, test := range []struct {
		name   string
		code   nextrole.Code
		change func(*nextrole.Role)
		want   string
		sharp  bool
	}{
		{"old pay", uitest.Registrar, nil, "Older pages give another median pay: $55,560 (BLS, May 2021). Shown is the newest, $68,020 (BLS, May 2025).", false},
		{"newer vintages", uitest.Manager, nil, "", false},
		{"a wider group", uitest.Informatics, nil, "", false},
		{"no figures", uitest.Officer, nil, "", false},
		{"4% apart", uitest.Manager, other(119_100), "", false},
		{
			"6% apart", uitest.Manager, other(131_300),
			"Two sources disagree on median pay for May 2025: $123,860 (BLS, May 2025) and $131,300 (BLS, May 2024).", true,
		},
	} {
		if text, sharp := open(t, test.code, test.change).Differing(); text != test.want || sharp != test.sharp {
			t.Errorf("%s: %q, %v; want %q", test.name, text, sharp, test.want)
		}
	}
}

func TestMixes(t *testing.T) {
	want := []string{
		"Registry-heavy, 45%: Registry abstraction, Analysis and reports, Databases: Red 14.1 derived",
		"Systems-heavy, 55%: EHR design, Compliance and privacy, Staff training, Regulation, accreditation: Yellow 26.5 derived",
	}
	if diff := cmp.Diff(want, open(t, uitest.Registrar, nil).Mixes()); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	for _, line := range open(t, uitest.Informatics, nil).Mixes() {
		if !strings.HasSuffix(line, " editors’ draft") {
			t.Errorf("%q does not say whose it is", line)
		}
	}
	broken := open(t, uitest.Registrar, func(r *nextrole.Role) { r.Assessments[0].Account.Mixes = []nextrole.Mix{{Name: "N", Tasks: []int{99}}} })
	if got := broken.Mixes(); got != nil {
		t.Errorf("a mix of no task: %q", got)
	}
}

func TestEmployers(t *testing.T) {
	list, asOf := open(t, uitest.Registrar, nil).Employers()
	if len(list) != 5 || list[0] != [2]string{"Hospitals; state, local, and private", "46%"} || asOf != "BLS, 2021" {
		t.Errorf("%q, %q", list, asOf)
	}
	if list, asOf := open(t, uitest.Informatics, nil).Employers(); list != nil || asOf != "" {
		t.Errorf("%q, %q where nobody tells", list, asOf)
	}
}

// The draft below a published score says that it is one, by its own score.
func TestBelow(t *testing.T) {
	m := open(t, uitest.Manager, func(r *nextrole.Role) {
		informatics := uitest.NewLibrary(t).Edit(t, uitest.Informatics).Assessments[0]
		informatics.Code = r.Code
		r.Assessments = append(r.Assessments[:1], informatics)
	})
	if got := m.Below(); !strings.HasPrefix(got, "53.1 is published without the ratings behind it.") || !strings.Contains(got, "editors’ draft") {
		t.Errorf("%q", got)
	}
	for _, f := range m.Factors() {
		if f.Name == "AIJRI" {
			t.Error("the draft’s sum is named like the published score")
		}
	}
	if m.Credit() == "" || strings.Contains(m.Credit(), "draft") {
		t.Errorf("the published score is credited %q", m.Credit())
	}
	for _, c := range []nextrole.Code{uitest.Registrar, uitest.Informatics, uitest.Unscored} {
		if got := open(t, c, nil).Below(); got != "" {
			t.Errorf("%s: %q", c, got)
		}
	}
}

func TestMistaken(t *testing.T) {
	m := open(t, uitest.Registrar, func(r *nextrole.Role) {
		r.Mistaken = []nextrole.Pointer{{Code: "99-9999.99", Reason: "gone"}, {Code: uitest.Manager, Reason: "leads"}}
		r.Setting = &nextrole.Clause{Text: "An office", Period: "2021", Source: "bls-ooh-2021"}
	})
	if diff := cmp.Diff([][2]string{{"Medical and Health Services Managers", "leads"}}, m.Mistaken()); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	if text, source := m.Setting(); text != "An office" || source != "BLS handbook, 2021 figures" {
		t.Errorf("%q, %q", text, source)
	}
}
