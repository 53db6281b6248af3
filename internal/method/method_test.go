package method_test

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/aijri"
	"nextrole/internal/method"
	"nextrole/internal/source/starter"
)

func library(t *testing.T) ([]nextrole.Role, map[nextrole.SourceID]nextrole.Source) {
	t.Helper()
	set, err := starter.Read(assets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	sources := map[nextrole.SourceID]nextrole.Source{}
	for _, s := range set.Sources {
		sources[s.ID] = s
	}
	return set.Roles, sources
}

// plain is the text without its line breaks.
func plain(d method.Document) string { return strings.Join(strings.Fields(d.Text()), " ") }

func has(t *testing.T, d method.Document, words ...string) {
	t.Helper()
	for _, want := range words {
		if !strings.Contains(plain(d), want) {
			t.Errorf("it does not say %q:\n%s", want, d.Text())
		}
	}
}

func TestExampleOfTheStarterLibrary(t *testing.T) {
	d := method.Of(library(t))
	has(
		t, d,
		"20% × 4, Registry abstraction 0.80",
		"Task resistance 6 − 3.35 2.65",
		"−1, −1, 0, −1, −1; 1 + 0.04 × (−4) × 0.84",
		"1, 0, 0, 1, 0; 1 + 0.02 × 2 × 1.04",
		"1 + 0.05 × (−1) × 0.95",
		"2.65 × 0.84 × 1.04 × 0.95 2.1993",
		"20.9, Red",
		"45% is in displaced tasks, 45% in augmented ones and 10% in tasks without AI; 90% is in tasks that score 3 or more",
		"2 instead of 1, which would give 21.5: Commission on Cancer Standard 5.1",
		"task resistance is 2.65; Yellow needs 3.04; Green would need more than 5",
		"range 16.9–25.7, mean 21.24, standard deviation 3.44; chance of Red 85%, Yellow 15%, Green 0%",
		"Yellow: No single step of one rating reaches Yellow; the farthest comes to 23.0.",
		"Yellow: Task “Registry abstraction” rated 2 instead of 4. Score: 25.1.", "Green: No change of tasks reaches Green",
		"n = 1. From these the formula gives the printed score, to the decimal shown, in 1 of 1",
		"n = 5. On average a draft differs by +5.1; its size without the sign is 8.4 on average. 2 of 5 lie in the same zone by both",
		"Our drafts of 5 roles with a published score lie 0.5 to 28.1 points from it, 8.4 on average.",
	)
}

// Another library leads to other numbers: none is written into the words.
func TestExampleIsComputed(t *testing.T) {
	roles, sources := library(t)
	i := slices.IndexFunc(roles, func(r nextrole.Role) bool { return r.Code == method.ExampleRole })
	in := *roles[i].Assessments[0].Inputs
	in.Tasks = slices.Clone(in.Tasks)
	for t := range in.Tasks {
		in.Tasks[t].Score, in.Tasks[t].Label = 1, nextrole.NotInvolved
	}
	roles[i].Assessments = []nextrole.Assessment{{Author: "A", Status: nextrole.Published, Source: "aijri-29-9021", Inputs: &in}}
	d := method.Of(roles, sources)
	has(t, d, "6 − 1.00 5.00", "45.5, Yellow", "100% in tasks without AI", "Green would need more than 5", "Green: AI growth link rated 0 instead of −1.", "in 1 of 1")
	for _, old := range []string{"20.9", "16.9", "2.1993", "3.04"} {
		if strings.Contains(plain(d), old) {
			t.Errorf("it still says %s", old)
		}
	}
}

func TestWithoutAnExample(t *testing.T) {
	d := method.Of(nil, nil)
	has(t, d, "no role whose ratings are all known", "0 published scores. None of them comes with its ratings", "0 roles with a draft", "n = 0")
	if d.Example != nil {
		t.Errorf("an example: %+v", d.Example)
	}
}

// An assessor's score is told apart from the formula's, which is worked through.
func TestAnAssessorsScore(t *testing.T) {
	roles, sources := library(t)
	i := slices.IndexFunc(roles, func(r nextrole.Role) bool { return r.Code == method.ExampleRole })
	a := roles[i].Assessments[0]
	a.Override = &nextrole.Override{Score: 33, Reason: "why"}
	roles[i].Assessments = []nextrole.Assessment{a}
	has(t, method.Of(roles, sources), "20.9, Red", "The score shown for this role is 33.0, which is its assessor’s")
}

func TestDeviationsAreListed(t *testing.T) {
	roles, sources := library(t)
	i := slices.IndexFunc(roles, func(r nextrole.Role) bool { return r.Code == method.ExampleRole })
	for j := range roles {
		roles[j].Assessments = slices.DeleteFunc(slices.Clone(roles[j].Assessments), func(a nextrole.Assessment) bool { return a.Status == nextrole.Draft })
	}
	draft := 24.0
	roles[i].Assessments = append(roles[i].Assessments, nextrole.Assessment{Author: "A", Status: nextrole.Draft, Source: "nextrole-editors", Printed: &draft})
	has(t, method.Of(roles, sources), "Published: 20.9. Draft: 24.0. Difference: +3.1.", "n = 1. On average a draft differs by +3.1; its size without the sign is 3.1 on average. 1 of 1 lie in the same zone by both. That is too few", "rated blind")
}

// The README prints what the starter library says.
func TestReadmeListsDeviations(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	roles, _ := library(t)
	c := aijri.Calibrate(roles)
	want := []string{
		fmt.Sprintf("(n = %d)", len(c.Deviations)), fmt.Sprintf("and %d editors’ drafts", c.Drafts),
		fmt.Sprintf("mean difference is %s, and %s without the sign", nextrole.Signed(*c.Mean, 1), nextrole.Score(*c.MeanAbsolute)),
	}
	for _, d := range c.Deviations {
		want = append(want, fmt.Sprintf("| %s | %s | %s | %s |", d.Title, nextrole.Score(d.Published), nextrole.Score(d.Draft), nextrole.Signed(d.By, 1)))
	}
	for _, w := range want {
		if !strings.Contains(string(text), w) {
			t.Errorf("the README does not say %q", w)
		}
	}
}

func TestSections(t *testing.T) {
	d := method.Of(library(t))
	var ids []string
	for _, s := range d.Sections {
		ids = append(ids, s.ID)
		if s.Title == "" || len(s.Blocks) == 0 {
			t.Errorf("section %q is empty", s.ID)
		}
		for i, b := range s.Blocks {
			kinds := 0
			for _, is := range []bool{b.Text != "", b.Points != nil, b.Table != nil, b.Rules != nil} {
				if is {
					kinds++
				}
			}
			if kinds != 1 {
				t.Errorf("section %q: block %d is %d things", s.ID, i, kinds)
			}
			if b.Table != nil {
				for _, row := range b.Table.Rows {
					if len(row) != len(b.Table.Head) {
						t.Errorf("section %q: %q has %d cells, not %d", s.ID, row, len(row), len(b.Table.Head))
					}
				}
			}
		}
	}
	want := []string{"meaning", method.Formula, "zones", "whose", method.Range, method.Calibration, "figures", "rules", "credits"}
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
}

func TestText(t *testing.T) {
	d := method.Of(library(t))
	for line := range strings.Lines(d.Text()) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > 80 {
			t.Errorf("%d characters: %s", n, line)
		}
	}
	for _, r := range aijri.Rules() {
		has(t, d, fmt.Sprintf("%d %s [%s]: ", r.Number, r.Name, method.Origins(r)))
	}
	has(t, d, "[stated by the publisher, our choice]", "[unverified]")
}

func TestCredits(t *testing.T) {
	roles, sources := library(t)
	has(t, method.Of(roles, sources), "jobzonerisk.com", strings.Join(strings.Fields(sources["onet-30.3"].Credit), " "), sources["bls-oews-2025"].Credit)
}

func TestJSON(t *testing.T) {
	d := method.Of(library(t))
	text, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	var back method.Document
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(d, back, cmpopts.IgnoreUnexported(method.Example{})); diff != "" {
		t.Errorf("−written +read:\n%s", diff)
	}
}
