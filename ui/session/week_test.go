package session_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"nextrole"
	"nextrole/ui/session"
)

func spent(name string, share nextrole.Share) nextrole.Week {
	return nextrole.Week{Code: "29-9021.00", Name: name, Base: "s", Hours: 40, Tasks: []nextrole.WeekTask{
		{AssessedTask: nextrole.AssessedTask{Name: "A", Share: share, Score: 3, Label: nextrole.Augmented}},
		{AssessedTask: nextrole.AssessedTask{Name: "B", Share: nextrole.Whole - share, Score: 2, Label: nextrole.NotInvolved}, Of: 1},
	}}
}

var anyTime = cmpopts.IgnoreFields(nextrole.Week{}, "Saved")

// However fast a slider moves, one save is on its way at a time, and the last one
// has the last week.
func TestTheWorkingWeekIsSaved(t *testing.T) {
	l := newLibrary(t)
	s, runner := open(t, l)
	if _, there := s.WorkingWeek(registrar, "s"); there {
		t.Fatal("there is a week before anything was done")
	}
	for _, share := range []nextrole.Share{1000, 2000, 3000} {
		s.WorkOn(spent("a name is no matter", share))
	}
	if len(runner.jobs) != 1 {
		t.Fatalf("%d saves on their way", len(runner.jobs))
	}
	runner.work()
	s.WorkOn(spent("", 4000))
	s.Flush()
	runner.work()
	want := []nextrole.Week{spent("", 1000), spent("", 3000), spent("", 4000)}
	if diff := cmp.Diff(want, l.weeks, anyTime); diff != "" {
		t.Errorf("saved (-want +got):\n%s", diff)
	}
	again, _ := open(t, l)
	if w, _ := again.WorkingWeek(registrar, "s"); w.Tasks[0].Share != 4000 {
		t.Errorf("the next start has %+v", w)
	}
}

func TestWeeksAreKeptByName(t *testing.T) {
	l := newLibrary(t)
	s, runner := open(t, l)
	for _, name := range []string{"b", "a", "b"} {
		s.KeepWeek(spent(name, 5000))
	}
	runner.work()
	if diff := cmp.Diff([]nextrole.Week{spent("a", 5000), spent("b", 5000)}, s.Weeks(registrar), anyTime); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	s.DropWeek(registrar, "a")
	s.DropWeek(registrar, "none")
	runner.work()
	if list := s.Weeks(registrar); len(list) != 1 || list[0].Name != "b" || list[0].Saved.IsZero() {
		t.Errorf("left are %+v", list)
	}
	l.broken = "Weeks"
	if _, err := session.Open(l, runner); !errors.Is(err, errDisk) {
		t.Errorf("weeks that cannot be read: %v", err)
	}
}

func TestWeekThatCannotBeSavedStays(t *testing.T) {
	l := newLibrary(t)
	s, runner := open(t, l)
	var told error
	s.OnError = func(err error) { told = err }
	l.full = true
	s.WorkOn(spent("", 1000))
	runner.work()
	if w, there := s.WorkingWeek(registrar, "s"); !errors.Is(told, errDisk) || !there || w.Tasks[0].Share != 1000 {
		t.Errorf("told %v, week %+v", told, w)
	}
}

func (l *library) Weeks() ([]nextrole.Week, error) { return l.weeks, l.fails("Weeks") }

func (l *library) SetWeek(w nextrole.Week) error {
	if l.full {
		return errDisk
	}
	l.weeks = append(l.weeks, w)
	return nil
}

func (l *library) DeleteWeek(c nextrole.Code, name string) error {
	l.weeks = slices.DeleteFunc(l.weeks, func(w nextrole.Week) bool { return w.Code == c && w.Name == name })
	return nil
}

// Each assessment of a role has a week of its own, so that showing another one
// loses nothing.
func TestWeeksOfTwoAssessmentsAreApart(t *testing.T) {
	l := newLibrary(t)
	s, runner := open(t, l)
	other := spent("", 7000)
	other.Base = "other"
	s.WorkOn(spent("", 1000))
	s.WorkOn(other)
	runner.work()
	if w, there := s.WorkingWeek(registrar, "s"); !there || w.Tasks[0].Share != 1000 || len(l.weeks) != 2 {
		t.Errorf("%+v, kept %d", w, len(l.weeks))
	}
}
