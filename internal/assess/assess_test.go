package assess_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/assess"
)

func never(nextrole.SourceID) bool { return false }

func of(v float64) *float64 { return &v }

func role() nextrole.Role {
	return nextrole.Role{Occupation: nextrole.Occupation{Code: "29-9021.00", Tasks: []nextrole.TaskStatement{{Text: "Ours"}, {Text: "Ours too"}, {Text: "Third"}}}}
}

func TestFromTasks(t *testing.T) {
	r := role()
	a, err := assess.FromTasks(r)
	if err != nil || len(a.Inputs.Tasks) != 3 || a.Inputs.Tasks[0].Share != 3334 || a.Inputs.Tasks[2].Share != 3333 {
		t.Fatalf("%+v, %v", a.Inputs, err)
	}
	r.Profile = &nextrole.Profile{Tasks: []nextrole.RatedTask{
		{ID: "1", Text: "Theirs", Importance: of(4), Frequency: []float64{0, 0, 0, 0, 100}},
		{ID: "2", Text: "Rare", Importance: of(2), Frequency: []float64{0, 0, 0, 0, 100}},
		{ID: "3"},
	}}
	a, err = assess.FromTasks(r)
	if err != nil || len(a.Inputs.Tasks) != 2 || a.Inputs.Tasks[0].Share != 6667 || a.Inputs.Tasks[1].Share != 3333 {
		t.Fatalf("weighted: %+v, %v", a.Inputs, err)
	}
	if _, err := assess.FromTasks(nextrole.Role{}); !errors.Is(err, assess.ErrNoTasks) {
		t.Error(err)
	}
}

func TestBegin(t *testing.T) {
	now := time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC)
	fromTasks, _ := assess.FromTasks(role())
	copied, err := assess.FromCopy(nextrole.Assessment{Code: "29-9021.00", Author: "Publisher", Status: nextrole.Published, Printed: of(20.9), Inputs: fromTasks.Inputs, Account: &nextrole.Account{Outlook: "theirs"}})
	if err != nil || copied.Printed != nil || copied.Account != nil {
		t.Fatalf("%+v, %v", copied, err)
	}
	copied.Inputs.Tasks[0].Score = 1
	if fromTasks.Inputs.Tasks[0].Score != 3 {
		t.Error("the original was changed")
	}
	for _, a := range []nextrole.Assessment{fromTasks, copied, assess.FromNothing("29-9021.00")} {
		w := assess.Begin(a, "Ana", now, never)
		if err := w.Validate(); err != nil {
			t.Error(err)
		}
		if w.ID != "own-29-9021.00-1" || w.Now().Author != "Ana" || w.Now().Status != nextrole.Own || w.Now().Stage != nextrole.InWork || w.Now().Date != "2026-11-27" {
			t.Errorf("%+v", w)
		}
		if err := w.Source().Validate(); err != nil {
			t.Error(err)
		}
		if r := aijri.Read(w.Now()); r.Score == nil {
			t.Error(r.Problem)
		}
	}
	if _, err := assess.FromCopy(nextrole.Assessment{Printed: of(1)}); err == nil {
		t.Error("a score without ratings is copied")
	}
}

func TestDiff(t *testing.T) {
	a := assess.FromNothing("29-9021.00")
	a.Author, a.Status = "Ana", nextrole.Own
	if d := assess.Diff(a, a); len(d) != 0 {
		t.Errorf("an assessment differs from itself: %v", d)
	}
	b, _ := assess.FromCopy(a)
	b.Author, b.Status = "Ben", nextrole.Own
	b.Inputs.Tasks = []nextrole.AssessedTask{{Name: "All of the work", Share: 8000, Score: 2, Label: nextrole.NotInvolved, Rationale: "Hands"}, {Name: "Reports", Share: 2000, Score: 4, Label: nextrole.Displaced}}
	b.Inputs.Evidence[1] = nextrole.Rating{Value: -1, Reason: "Layoffs", Counter: []nextrole.Counter{{Fact: "One hires", Value: 1, Source: "s"}}}
	b.Principles = &[3]nextrole.Rating{{Value: 2}}
	b.Override = &nextrole.Override{Score: 50, Reason: "Known better"}
	want := []assess.Difference{
		{"Score", "31.0, Yellow", "50.0, Green"},
		{"Author", "Ana", "Ben"},
		{"Task “All of the work”: share", "100%", "80%"},
		{"Task “All of the work”: score", "3", "2"},
		{"Task “All of the work”: label", "AUG", "NOT"},
		{"Task “All of the work”: rationale", "Not rated yet: 3 and AUG are where every task starts.", "Hands"},
		{"Task “Reports”", "", "20% of the time, score 4, DISP"},
		{"Company actions", "0", "−1"},
		{"Company actions: reason", "", "Layoffs"},
		{"Company actions: counter-evidence", "", "One hires (speaks for +1)"},
		{"Embodied physicality", "not rated", "2"},
		{"Deep interpersonal connection", "not rated", "0"},
		{"Goal-setting and moral judgment", "not rated", "0"},
		{"Assessor’s score", "", "50.0: Known better"},
	}
	if diff := cmp.Diff(want, assess.Diff(a, b)); diff != "" {
		t.Error(diff)
	}
	back := assess.Diff(b, a)
	if len(back) != len(want) || back[0].From != want[0].To {
		t.Errorf("back: %v", back)
	}
}
