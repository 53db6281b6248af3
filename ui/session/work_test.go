package session_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"nextrole"
	"nextrole/internal/assess"
	"nextrole/internal/derive"
)

// labeled gives the role without a score tasks and labels, as an import does.
func labeled(t *testing.T, l *library) {
	t.Helper()
	for i := range l.set.Roles {
		if l.set.Roles[i].Code == unscored {
			l.set.Roles[i].Profile = &nextrole.Profile{
				Code: unscored, Tasks: []nextrole.RatedTask{{ID: "1", Text: "File."}, {ID: "2", Text: "Call."}},
				Exposed: []nextrole.TaskExposure{{ID: "1", GPT4: "E1", Human: "E1"}, {ID: "2", GPT4: "E0", Human: "E0"}},
			}
			return
		}
	}
	t.Fatal("there is no such role")
}

func TestDraftByRule(t *testing.T) {
	l := newLibrary(t)
	s, _ := open(t, l)
	if _, err := s.DraftByRule(unscored); !errors.As(err, new(derive.Missing)) {
		t.Fatalf("without labels: %v", err)
	}
	labeled(t, l)
	s, runner := open(t, l)
	told := 0
	s.Listen(func() { told++ })
	w, err := s.DraftByRule(unscored)
	if err != nil {
		t.Fatal(err)
	}
	runner.work()
	r, scored := s.Reading(unscored)
	if !scored || r.Status != nextrole.Derived || r.Assessment.Source != w.ID || told == 0 {
		t.Errorf("shown with %+v, told %d times", r.Assessment.Source, told)
	}
	if len(l.works) != 1 || l.works[0].ID != w.ID || s.Sources()[w.ID].Validate() != nil {
		t.Errorf("kept %+v, source %+v", l.works, s.Sources()[w.ID])
	}
	second, err := s.DraftByRule(unscored)
	if err != nil || second.ID == w.ID {
		t.Errorf("a second draft is %s, %v", second.ID, err)
	}
	s.DropWork(unscored, second.ID)
	s.DropWork(unscored, w.ID)
	runner.work()
	if _, scored := s.Reading(unscored); scored || len(l.works) != 0 {
		t.Errorf("after both were dropped the role is scored, or kept: %+v", l.works)
	}
}

// A work is saved by its last state: while one save is on its way, those between are
// left out.
func TestWorkIsSavedByItsLastState(t *testing.T) {
	l := newLibrary(t)
	s, runner := open(t, l)
	runner.work()
	w := s.BeginWork(assess.FromNothing(unscored), "")
	for n := range 20 {
		a := w.Now().Clone()
		a.Inputs.Growth.Value = n%5 - 2
		w = w.Amend(a, s.Now())
		s.KeepWork(w)
	}
	runner.work()
	runner.work() // what waited
	if len(l.saves) != 2 || len(l.works) != 1 || l.works[0].Now().Inputs.Growth.Value != 2 || len(l.works[0].Revisions) != 2 {
		t.Errorf("%d saves: %+v", len(l.saves), l.works)
	}
	if got := s.Works(unscored); len(got) != 1 || got[0].Now().Inputs.Growth.Value != 2 || s.Author() != "Me" {
		t.Errorf("it has %+v", got)
	}
	s.KeepWork(w.Close("Kept"))
	s.KeepWork(w.Close("Kept again"))
	s.DropWork(unscored, w.ID)
	runner.work()
	runner.work()
	if len(l.works) != 0 || len(s.Works(unscored)) != 0 {
		t.Error("what was dropped is there again")
	}
}

func TestFitnessIsMeasuredAside(t *testing.T) {
	l := newLibrary(t)
	s, runner := open(t, l)
	runner.work()
	told := 0
	s.Listen(func() { told++ })
	for range 2 { // the second does not measure again
		if s.Fitness() != "" {
			t.Error("it is there before it can be")
		}
	}
	runner.work()
	if told != 1 || !strings.Contains(s.Fitness(), "no published score") {
		t.Errorf("told %d times: %q", told, s.Fitness())
	}
}

func (l *library) Works() ([]nextrole.Work, error) { return l.works, l.fails("Works") }

func (l *library) SetWork(w nextrole.Work) error {
	l.works = append(slices.DeleteFunc(l.works, func(v nextrole.Work) bool { return v.ID == w.ID }), w)
	l.saves = append(l.saves, "work")
	return w.Validate()
}

func (l *library) DeleteWork(id nextrole.SourceID) error {
	l.works = slices.DeleteFunc(l.works, func(w nextrole.Work) bool { return w.ID == id })
	return nil
}
