package session

import (
	"nextrole"
	"nextrole/internal/transition"
)

// Moves is what closeness and moves between roles are computed with.
type Moves struct {
	*transition.Model
	Names map[string]string // of work activities, by their ids
}

// Moves makes ready what moves are computed with, off the UI goroutine, and calls done
// with it; at once where it is there already. It is made once for what the library
// holds.
func (s *Session) Moves(done func(*Moves, error)) {
	if s.moves != nil {
		done(s.moves, nil)
		return
	}
	s.awaiting = append(s.awaiting, done)
	if len(s.awaiting) > 1 {
		return // it is being made
	}
	var made *Moves
	imports, of := s.contents.imports, s.generation
	s.runner.Aside(func() error {
		roles, err := s.library.Described(transition.Tables()...)
		if err != nil {
			return err
		}
		made = &Moves{Model: transition.New(roles), Names: map[string]string{}}
		for _, i := range imports {
			terms, err := s.library.Terms(i.Source.ID, "DWA Reference")
			if err != nil {
				return err
			}
			for _, t := range terms {
				made.Names[t.ID] = t.Name
			}
		}
		made.Scale(transition.Equal)
		return nil
	}, func(err error) {
		waiting := s.awaiting
		s.awaiting = nil
		if of != s.generation { // the library holds something else by now
			for _, done := range waiting {
				s.Moves(done)
			}
			return
		}
		if err == nil {
			s.moves = made
		}
		for _, done := range waiting {
			done(s.moves, err)
		}
	})
}

// Weigh makes ready the scale for some weights, off the UI goroutine, and then calls
// done.
func (s *Session) Weigh(m *Moves, w transition.Weights, done func()) {
	s.runner.Aside(func() error {
		m.Scale(w)
		return nil
	}, func(error) { done() })
}

// Home is the role that the person knows: the one they named, else the first that is
// pinned.
func (s *Session) Home() (nextrole.Code, bool) {
	if _, ok := s.Role(s.settings.Home); ok {
		return s.settings.Home, true
	}
	if len(s.pins) > 0 {
		return s.pins[0], true
	}
	return "", false
}
