package session_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nextrole"
)

// Somebody who types faster than the disk writes has one save on its way at a
// time, and the last has the last text.
func TestNotesAreSavedOneAfterTheOther(t *testing.T) {
	l := newLibrary(t)
	s, runner := open(t, l)
	at := time.Date(2026, 11, 25, 9, 0, 0, 0, time.UTC)
	s.Now = func() time.Time { at = at.Add(time.Second); return at }
	var told []string
	write := func(text string) {
		s.WriteNote(registrar, text, func(n nextrole.Note, err error) { told = append(told, n.Text) })
	}
	write("a")
	write("ab")
	write("abc")
	if len(runner.jobs) != 1 || s.Note(registrar).Text != "abc" {
		t.Fatalf("%d saves on their way, note %q", len(runner.jobs), s.Note(registrar).Text)
	}
	runner.work()
	if len(runner.jobs) != 1 {
		t.Fatalf("%d saves on their way after the first", len(runner.jobs))
	}
	write("abcd")
	s.Flush() // as when the window goes away, and nothing comes back from a save
	if len(runner.jobs) != 2 {
		t.Fatalf("%d saves on their way at the end, want both", len(runner.jobs))
	}
	runner.work()
	if len(runner.jobs) > 0 {
		t.Fatalf("%d saves too many", len(runner.jobs))
	}
	var saved []string
	for _, n := range l.notes {
		saved = append(saved, n.Text)
	}
	if diff := cmp.Diff([]string{"a", "abc", "abcd"}, saved); diff != "" {
		t.Errorf("saved (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(saved, told); diff != "" {
		t.Errorf("told (-saved +told):\n%s", diff)
	}
	if last := l.notes[len(l.notes)-1]; !last.Saved.Equal(at) {
		t.Errorf("dated %v, want %v", last.Saved, at)
	}
}

func TestNoteThatCannotBeSavedStays(t *testing.T) {
	l := newLibrary(t)
	l.notes = []nextrole.Note{{Code: registrar, Text: "before"}}
	s, runner := open(t, l)
	if got := s.Note(registrar).Text; got != "before" {
		t.Fatalf("note %q", got)
	}
	l.full = true
	var told, said error
	s.OnError = func(err error) { said = err }
	s.WriteNote(registrar, "after", func(_ nextrole.Note, err error) { told = err })
	runner.work()
	if !errors.Is(told, errDisk) || !errors.Is(said, errDisk) || s.Note(registrar).Text != "after" {
		t.Errorf("told %v, note %q", told, s.Note(registrar).Text)
	}
	if got := s.Note(unscored); got.Text != "" || got.Code != unscored {
		t.Errorf("a note where there is none: %+v", got)
	}
}

func TestComparisons(t *testing.T) {
	l := newLibrary(t)
	l.kept = []nextrole.Comparison{{Name: "B", Roles: l.codes(2)}}
	s, runner := open(t, l)
	changes := 0
	s.Listen(func() { changes++ })
	names := func() (all []string) {
		for _, c := range s.Comparisons() {
			all = append(all, c.Name)
		}
		return all
	}
	s.KeepComparison(nextrole.Comparison{Name: "A", Roles: l.codes(3)})
	s.KeepComparison(nextrole.Comparison{Name: "B", Roles: l.codes(4)})
	if diff := cmp.Diff([]string{"A", "B"}, names()); diff != "" || len(s.Comparisons()[1].Roles) != 4 {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
	if s.Comparisons()[0].Saved.IsZero() {
		t.Error("undated")
	}
	s.DropComparison("none")
	s.DropComparison("A")
	runner.work()
	if diff := cmp.Diff([]string{"keep A", "keep B", "drop A"}, l.saves); diff != "" || changes != 3 {
		t.Errorf("%d changes; saves (-want +got):\n%s", changes, diff)
	}
	if diff := cmp.Diff([]string{"B"}, names()); diff != "" {
		t.Errorf("left (-want +got):\n%s", diff)
	}
}
