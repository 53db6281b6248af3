package session

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"nextrole"
	"nextrole/internal/changes"
	"nextrole/internal/preview"
	"nextrole/internal/source"
	"nextrole/internal/source/document"
	"nextrole/internal/source/intake"
)

// Imports returns what was imported, by the ids of the sources.
func (s *Session) Imports() []nextrole.Import { return slices.Clone(s.contents.imports) }

// Look reads what lies at paths, aside from all else, and says what importing it
// would do. About is the occupation of a document that names none. Tell is called
// from any goroutine. Done gets what became of the files also beside an error.
func (s *Session) Look(ctx context.Context, paths []string, about nextrole.Code, tell func(intake.Progress), done func(preview.Preview, error)) {
	var p preview.Preview
	day := s.Now()
	s.runner.Aside(func() error {
		for _, path := range paths {
			in, err := intake.Read(ctx, path, day, tell)
			if err != nil {
				if in != nil {
					p.Files = append(p.Files, in.Files...)
				}
				return fmt.Errorf("%s: %w", filepath.Base(path), err)
			}
			one, err := preview.Of(in, s.library, about)
			if err != nil {
				return err
			}
			p.Sources = append(p.Sources, one.Sources...)
			p.Files = append(p.Files, one.Files...)
		}
		return nil
	}, func(err error) { done(p, err) })
}

// mostDocument is how large a document of an assessment may be, in bytes.
const mostDocument = 16 << 20

// ReadAssessment reads a document of an assessment, without importing it.
func (s *Session) ReadAssessment(path string, done func(source.Reading, error)) {
	var got source.Reading
	day := s.Now()
	s.runner.Aside(func() error {
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		text, err := io.ReadAll(io.LimitReader(f, mostDocument+1))
		switch {
		case err != nil:
			return err
		case len(text) > mostDocument:
			return fmt.Errorf("it has more than %s, which no assessment has", nextrole.Bytes(mostDocument))
		case !document.Recognize(text):
			return errors.New("it is no assessment that NextRole can read: neither one that it exported nor an AIJRI document")
		}
		got, err = document.Read(filepath.Base(path), text, day)
		return err
	}, func(err error) { done(got, err) })
}

// Changes says what changed between two releases that were imported.
func (s *Session) Changes(from, to nextrole.Import, done func(changes.Changes, error)) {
	var c changes.Changes
	s.runner.Aside(func() (err error) {
		c, err = changes.Between(s.library, from, to)
		return err
	}, func(err error) { done(c, err) })
}

// Usage finds out what takes how much room in the library.
func (s *Session) Usage(done func(nextrole.Usage, error)) {
	var u nextrole.Usage
	s.runner.Aside(func() (err error) {
		u, err = s.library.Usage()
		return err
	}, func(err error) { done(u, err) })
}

// Check reads all of the library and says whether it is whole.
func (s *Session) Check(done func(error)) { s.runner.Aside(s.library.Check, done) }

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
			err = found.prepare()
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
