package session

import (
	"context"
	"slices"

	"nextrole"
	"nextrole/internal/preview"
	"nextrole/internal/source/intake"
)

// Imports returns what was imported, by the ids of the sources.
func (s *Session) Imports() []nextrole.Import { return slices.Clone(s.contents.imports) }

// Look reads what lies at a path, aside from all else, and says what importing it
// would do. About is the occupation of a document that names none. Tell is called
// from any goroutine. Done gets what could be read, also beside an error.
func (s *Session) Look(ctx context.Context, path string, about nextrole.Code, tell func(intake.Progress), done func(preview.Preview, error)) {
	var p preview.Preview
	day := s.Now()
	s.runner.Aside(func() error {
		in, err := intake.Read(ctx, path, day, tell)
		if err != nil {
			if in != nil {
				p.Files = in.Files
			}
			return err
		}
		p, err = preview.Of(in, s.library, about)
		return err
	}, func(err error) { done(p, err) })
}

// Import imports what was looked at, and then shows the library with it. Tell is
// called from another goroutine. If ctx is canceled before all is written, the
// library stays as it was.
func (s *Session) Import(ctx context.Context, p preview.Preview, tell func(done, total int), done func(error)) {
	day := s.Now()
	s.change(func() error { return s.library.Import(ctx, p.Additions(), day, tell) }, done)
}

// RemoveImport removes an imported source, and then shows the library without it.
func (s *Session) RemoveImport(id nextrole.SourceID, done func(error)) {
	s.change(func() error { return s.library.RemoveImport(id) }, done)
}

// change changes the contents of the library aside from all else, reads them
// again and tells those who listen.
func (s *Session) change(work func() error, done func(error)) {
	var found contents
	shown := s.settings.Shown
	s.runner.Aside(func() error {
		err := work()
		if err != nil {
			return err
		}
		found, err = load(s.library, shown)
		if err == nil {
			found.index()
			found.calibration()
		}
		return err
	}, func(err error) {
		if err == nil {
			s.use(found)
			s.OnContents()
			s.tell()
		}
		done(err)
	})
}
