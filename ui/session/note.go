package session

import (
	"nextrole"
)

// noted is a note with how far it is saved.
type noted struct {
	nextrole.Note
	latest
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

// WriteNote keeps a note; see [latest]. Saved is told of each save. A session that is
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
	note := nextrole.Note{Code: c, Text: text, Saved: s.Now()}
	n.Note = note
	s.saveLatest(&n.latest, saving{func() error { return s.library.SetNote(note) }, func(err error) { saved(note, err) }})
}

// Flush sends off what waits for an earlier save, before the window goes away.
func (s *Session) Flush() {
	for _, n := range s.notes {
		s.flush(&n.latest)
	}
	for _, w := range s.working {
		s.flush(&w.latest)
	}
	for _, w := range s.works {
		s.flush(&w.latest)
	}
}
