package session

import (
	"fmt"
	"os"
)

// Where is where a library is kept.
type Where struct {
	Path     string // of its file; empty for one that is in memory only
	ReadOnly bool
	Bytes    int64 // of the file
}

// kept is a library that is a file.
type kept interface {
	Path() string
	ReadOnly() bool
}

// Where finds out where the library is kept, off the UI goroutine, and tells
// it. With an error the path is known and the size is not.
func (s *Session) Where(told func(Where, error)) {
	var w Where
	file, ok := s.library.(kept)
	if !ok {
		told(w, nil)
		return
	}
	w.Path, w.ReadOnly = file.Path(), file.ReadOnly()
	s.runner.Run(func() error {
		info, err := os.Stat(w.Path)
		if err != nil {
			return fmt.Errorf("the size of the library file is not known: %w", err)
		}
		w.Bytes = info.Size()
		return nil
	}, func(err error) { told(w, err) })
}

// Off runs work off the UI goroutine, after the changes that are being saved.
func (s *Session) Off(work func() error, done func(error)) { s.runner.Run(work, done) }
