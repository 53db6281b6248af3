package compare_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/page/compare"
)

func TestEmpty(t *testing.T) {
	for _, test := range []struct {
		name    string
		pins    []nextrole.Code
		home    nextrole.Code
		why     string
		offer   string
		starter []nextrole.Code
	}{
		{
			name: "no pins", why: "No role is pinned", offer: "These roles have much to show",
			starter: []nextrole.Code{registrar, informatics, manager},
		},
		{
			name: "no pins, and a role the person knows", home: officer, why: "No role is pinned", offer: "the role you said you know, Data Protection Officer",
			starter: []nextrole.Code{officer, registrar, informatics, manager},
		},
		{
			name: "one pin", pins: []nextrole.Code{manager}, home: registrar, why: "Medical and Health Services Managers is the only pinned role", offer: "keeps the role you pinned",
			starter: []nextrole.Code{manager, registrar, informatics},
		},
		{
			name: "one role pinned twice", pins: []nextrole.Code{manager, manager}, why: "only pinned role", offer: "keeps the role you pinned",
			starter: []nextrole.Code{manager, registrar, informatics},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := newLibrary(test.pins...)
			l.settings.Home = test.home
			m := compare.NewModel(open{l}, false)
			if !m.Empty() {
				t.Fatal("not empty")
			}
			if !strings.Contains(m.Why(), test.why) || !strings.Contains(m.Offer(), test.offer) || !strings.Contains(m.Offer(), "no advice") {
				t.Errorf("why %q, offer %q", m.Why(), m.Offer())
			}
			var codes []nextrole.Code
			for _, r := range m.Starter() {
				codes = append(codes, r.Code)
			}
			if diff := cmp.Diff(test.starter, codes); diff != "" {
				t.Errorf("starter (−want +got):\n%s", diff)
			}
		})
	}
}

func TestNoStarterWithoutRoles(t *testing.T) {
	l := newLibrary()
	l.roles = l.roles[3:]
	if got := compare.NewModel(open{l}, false).Starter(); got != nil {
		t.Errorf("starter of one role: %v", got)
	}
}

func TestColumnsAndBaseline(t *testing.T) {
	l := newLibrary(manager, registrar, informatics)
	for _, test := range []struct {
		baseline nextrole.Code
		letter   string
		next     nextrole.Code
	}{
		{"", "A", registrar},
		{informatics, "C", manager},
		{registrar, "B", informatics},
		{officer, "A", registrar}, // no longer pinned
	} {
		l.settings.Baseline = test.baseline
		m := compare.NewModel(open{l}, false)
		letter, codes := m.Letters()
		if letter != test.letter || m.Next() != test.next {
			t.Errorf("baseline %q: letter %s, next %s", test.baseline, letter, m.Next())
		}
		if diff := cmp.Diff([]nextrole.Code{manager, registrar, informatics}, codes); diff != "" {
			t.Errorf("columns (−want +got):\n%s", diff)
		}
	}
}

func TestMoved(t *testing.T) {
	m := compare.NewModel(open{newLibrary(manager, registrar, informatics)}, false)
	for _, test := range []struct {
		at, d int
		want  []nextrole.Code
	}{
		{0, 1, []nextrole.Code{registrar, manager, informatics}},
		{2, -1, []nextrole.Code{manager, informatics, registrar}},
		{0, -1, nil},
		{2, 1, nil},
		{3, -1, nil},
	} {
		got, ok := m.Moved(test.at, test.d)
		if diff := cmp.Diff(test.want, got); diff != "" || ok != (test.want != nil) {
			t.Errorf("column %d by %d (−want +got):\n%s", test.at, test.d, diff)
		}
	}
}

func TestOnlyDifferencesSaysWhatItHides(t *testing.T) {
	pins := []nextrole.Code{registrar, informatics, manager}
	all := compare.NewModel(open{newLibrary(pins...)}, false)
	if !all.Listed("openings") || all.Count() != "3 of 6 roles" {
		t.Errorf("all rows: %q, openings listed %v", all.Count(), all.Listed("openings"))
	}
	some := compare.NewModel(open{newLibrary(pins...)}, true)
	if some.Listed("openings") || !some.Listed("pay") || !some.Listed("Pay and outlook") {
		t.Error("openings are the same for all and pay is not: only pay is to be listed")
	}
	if some.Listed("Getting in") {
		t.Error("a section without rows is listed")
	}
	// Openings, growth, jobs, and the four rows of getting in.
	if want := "3 of 6 roles · 7 equal rows hidden"; some.Count() != want {
		t.Errorf("count %q, want %q", some.Count(), want)
	}
}

func TestNotesSpellOutMarks(t *testing.T) {
	notes := compare.NewModel(open{newLibrary(registrar, informatics, manager, officer)}, false).Notes()
	for _, want := range []string{
		"B · Health Informatics Specialists: The score and its inputs are marked “editors’ draft”: an opinion, and no published score. " +
			"Median pay and pay range: of the wider group 15-1211, Computer Systems Analysts, so no star and no difference.",
		"C · Medical and Health Services Managers: Task resistance, evidence, barriers, AI growth link, task mix and range: the score is given without its inputs.",
		"Range: Drawn on a line from 0 to 100, with a tick at the score.",
		"Pay range: Drawn on a line from $0 to $200,000, with a tick at the median.",
	} {
		if !slices.ContainsFunc(notes, func(n string) bool { return strings.HasPrefix(n, want) }) {
			t.Errorf("no note %q in\n%s", want, strings.Join(notes, "\n"))
		}
	}
	if i := slices.IndexFunc(notes, func(n string) bool { return strings.HasPrefix(n, "D · Data Protection Officer") }); i < 0 ||
		!strings.Contains(notes[i], "no AIJRI assessment in the library") || !strings.Contains(notes[i], "no SOC code of its own") {
		t.Errorf("a role without anything is not explained:\n%s", strings.Join(notes, "\n"))
	}
}

// With a wider group's pay as baseline no difference can be taken, and it is said.
func TestNotesTellWhyThereAreNoDifferences(t *testing.T) {
	starts := func(notes []string) string {
		for _, n := range notes {
			if strings.HasPrefix(n, "Baseline") {
				return n
			}
		}
		return ""
	}
	l := newLibrary(registrar, informatics)
	if n := starts(compare.NewModel(open{l}, false).Notes()); n != "" {
		t.Errorf("an own baseline is excused: %q", n)
	}
	l.settings.Baseline = informatics
	if n, want := starts(compare.NewModel(open{l}, false).Notes()), "Baseline B: Median pay: no differences"; !strings.HasPrefix(n, want) {
		t.Errorf("got %q, want %q …", n, want)
	}
}

func TestCredits(t *testing.T) {
	got := compare.NewModel(open{newLibrary(registrar, informatics, manager)}, false).Credits()
	want := []string{
		"AIJRI, undated: AIJRI score (A, C); task resistance, evidence, barriers, AI growth link, task mix and range (A). Scores: AIJRI.",
		"NextRole editors: AIJRI score, task resistance, evidence, barriers, AI growth link, task mix and range (B). NextRole editors.",
		"BLS, May 2025: Median pay and pay range May 2025. Source: BLS, May 2025.",
		"BLS, 2024–34: Openings a year 2024–34. Source: BLS, 2024–34. Quoting a reprint.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sources (−want +got):\n%s", diff)
	}
}

func TestTips(t *testing.T) {
	m := compare.NewModel(open{newLibrary(registrar, informatics, manager)}, false)
	for _, test := range []struct {
		key        string
		at         int
		head, body string
	}{
		{"pay", 0, "Median pay, May 2025", "A · Health Information Technologists and Medical Registrars\n$68,020\nBLS, May 2025"},
		{"pay", 1, "Median pay, May 2025", "B · Health Informatics Specialists\n$105,850 · group 15-1211\nOf the wider group 15-1211, Computer Systems Analysts, so not compared\nBLS, May 2025"},
		{"pay", 2, "Median pay, May 2025", "C · Medical and Health Services Managers\n$123,860\nCompared with A: +$55,840\nBLS, May 2025"},
		{"payRange", 2, "Pay range, 10th–90th, May 2025", "C · Medical and Health Services Managers\nno data\nNo such figure in the library."},
	} {
		head, body := m.Tip(test.key, test.at)
		if diff := cmp.Diff([]string{test.head, test.body}, []string{head, body}); diff != "" {
			t.Errorf("%s of column %d (−want +got):\n%s", test.key, test.at, diff)
		}
	}
}

func TestNoScaleWithoutRanges(t *testing.T) {
	m := compare.NewModel(open{newLibrary(manager, officer)}, false)
	for _, key := range []string{"likely", "payRange", "pay"} {
		if s := m.Scale(key); s != "" {
			t.Errorf("%s: scale %q without a range", key, s)
		}
	}
}
