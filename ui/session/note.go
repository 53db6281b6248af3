package session

import (
	"nextrole"
)

// noted is a note with how far it is saved.
type noted struct {
	nextrole.Note

	saving  bool // a save of it is on its way
	pending bool // it changed since that was sent
	saved   func(nextrole.Note, error)
}

func (s *Session) readNotes() error {
	notes, err := s.library.Notes()
	if err != nil {
		return err
	}
	s.notes = map[nextrole.Code]*noted{}
	for _, n := range notes {
		s.notes[n.Code] = &noted{Note: n}
	}
	return nil
}

// Note returns the person's note about a role; an empty one where there is
// none.
func (s *Session) Note(c nextrole.Code) nextrole.Note {
	if n := s.notes[c]; n != nil {
		return n.Note
	}
	return nextrole.Note{Code: c}
}

// WriteNote keeps a note. It is saved at once, or as soon as an earlier save of
// it is done: however fast somebody types, one save is on its way at a time,
// and the last one has the last text. Saved is told of each. A session that is
// read-only leaves its notes as they are: words that will be gone should not be
// typed.
func (s *Session) WriteNote(c nextrole.Code, text string, saved func(nextrole.Note, error)) {
	if s.ReadOnly() {
		return
	}
	n := s.notes[c]
	if n == nil {
		n = &noted{}
		s.notes[c] = n
	}
	n.Note, n.saved = nextrole.Note{Code: c, Text: text, Saved: s.Now()}, saved
	if n.saving {
		n.pending = true
		return
	}
	s.send(n)
}

func (s *Session) send(n *noted) {
	n.saving, n.pending = true, false
	note := n.Note
	s.runner.Run(func() error { return s.library.SetNote(note) }, func(err error) {
		n.saving = false
		if err != nil {
			s.OnError(err) // whatever page is shown by now
		}
		n.saved(note, err)
		if n.pending {
			s.send(n)
		}
	})
}

// Flush sends off what waits for an earlier save, before the window goes away.
func (s *Session) Flush() {
	for _, n := range s.notes {
		if n.pending {
			s.send(n)
		}
	}
	for _, w := range s.working {
		if w.pending {
			s.sendWeek(w)
		}
	}
}
