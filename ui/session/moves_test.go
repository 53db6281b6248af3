package session_test

import (
	"errors"
	"testing"

	"nextrole"
	"nextrole/internal/transition"
	"nextrole/ui/session"
)

// What moves are computed with is made once, off the UI goroutine, for all who ask, and
// anew when the library holds something else.
func TestMoves(t *testing.T) {
	l := newLibrary(t)
	s, runner := open(t, l)
	runner.work()
	var got []*session.Moves
	take := func(m *session.Moves, err error) {
		if err != nil {
			t.Error(err)
		}
		got = append(got, m)
	}
	s.Moves(take)
	s.Moves(take)
	if len(got) != 0 {
		t.Error("it is there before it can be")
	}
	runner.work()
	s.Moves(take) // at once
	if len(got) != 3 || got[0] == nil || got[0] != got[1] || got[1] != got[2] {
		t.Fatalf("%d answers: %v", len(got), got)
	}
	if list, ok := got[0].Near("29-9021.00", transition.Equal); !ok || len(list) == 0 {
		t.Error("nothing is near")
	}
	s.Moves(take)
	s.RemoveImport("onet", func(error) {})
	runner.work()
	s.Moves(take)
	runner.work()
	if last := got[len(got)-1]; last == got[0] {
		t.Error("it is that of the library as it was")
	}
}

// A model that was under way when the library changed is not taken for the new one.
func TestMovesOfALibraryThatChanges(t *testing.T) {
	l := newLibrary(t)
	s, runner := open(t, l)
	runner.work()
	s.RemoveImport("onet", func(error) {})
	asked := 0
	s.Moves(func(m *session.Moves, err error) {
		if asked++; m == nil || err != nil {
			t.Errorf("%v, %v", m, err)
		}
	})
	for range 4 {
		runner.work()
	}
	if asked != 1 {
		t.Errorf("answered %d times", asked)
	}
}

func TestMovesThatFail(t *testing.T) {
	l := newLibrary(t)
	s, runner := open(t, l)
	runner.work()
	l.broken = "Described"
	var failed error
	s.Moves(func(m *session.Moves, err error) { failed = err })
	runner.work()
	if !errors.Is(failed, errDisk) {
		t.Errorf("%v", failed)
	}
	l.broken = ""
	s.Moves(func(m *session.Moves, err error) { failed = err })
	runner.work()
	if failed != nil {
		t.Errorf("afterwards: %v", failed)
	}
}

func TestHome(t *testing.T) {
	l := newLibrary(t)
	s, _ := open(t, l)
	if c, ok := s.Home(); ok {
		t.Errorf("home is %s", c)
	}
	if err := s.Pin("15-1211.01"); err != nil {
		t.Fatal(err)
	}
	if c, ok := s.Home(); !ok || c != "15-1211.01" {
		t.Errorf("with a pin, home is %s", c)
	}
	s.Remember(func(settings *nextrole.Settings) { settings.Home = "29-9021.00" })
	if c, _ := s.Home(); c != "29-9021.00" {
		t.Errorf("named, home is %s", c)
	}
}
