// Package session is what a person has open: the library's roles and sources,
// read once, and the person's pins and settings, saved at each change. Pages
// share it. It knows neither the store behind it nor Fyne.
package session

import (
	"context"
	"errors"
	"maps"
	"slices"
	"time"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/lens"
	"nextrole/internal/search"
	"nextrole/internal/source"
)

// Library is what a session needs of the store.
type Library interface {
	// ReadOnly reports whether nothing can be saved, and nothing should be.
	ReadOnly() bool
	Roles() ([]nextrole.Role, error)
	Sources() (map[nextrole.SourceID]nextrole.Source, error)
	Pins() ([]nextrole.Code, error)
	SetPins([]nextrole.Code) error
	Settings() (nextrole.Settings, error)
	SetSettings(nextrole.Settings) error
	Credentials() ([]nextrole.Credential, error)
	Curriculum() ([]nextrole.Framework, error)
	Notes() ([]nextrole.Note, error)
	SetNote(nextrole.Note) error
	Comparisons() ([]nextrole.Comparison, error)
	SetComparison(nextrole.Comparison) error
	DeleteComparison(name string) error
	Weeks() ([]nextrole.Week, error)
	SetWeek(nextrole.Week) error
	DeleteWeek(c nextrole.Code, name string) error
	Works() ([]nextrole.Work, error)
	SetWork(nextrole.Work) error
	DeleteWork(nextrole.SourceID) error

	// Role returns a role with all that is known of it; Roles returns roles as
	// lists need them.
	Role(nextrole.Code) (nextrole.Role, error)
	Imports() ([]nextrole.Import, error)
	Import(ctx context.Context, list []source.Addition, day time.Time, tell func(done, total int)) error
	RemoveImport(nextrole.SourceID) error
	Tasks() (map[nextrole.Code][]nextrole.TaskStatement, error)
	Imported(source nextrole.SourceID, part string) ([]nextrole.Role, error)
	Described(parts ...string) ([]nextrole.Role, error)
	Terms(source nextrole.SourceID, part string) ([]nextrole.Term, error)
	Usage() (nextrole.Usage, error)
	Check() error
}

// Runner runs work off the UI goroutine: in order, or, where it takes long, aside
// from that; see package task.
type Runner interface {
	Run(work func() error, done func(error))
	Aside(work func() error, done func(error))
}

// ErrFull is returned when as many roles are pinned as can be compared.
var ErrFull = errors.New("session: all pins are in use")

// Session is the state that pages share. It is used from the UI goroutine only.
type Session struct {
	// OnError is told when a change could not be saved.
	OnError func(error)
	// OnContents is told when the library holds something else, before those who
	// listen are.
	OnContents func()
	// Now tells the time that notes and comparisons are dated with.
	Now func() time.Time

	library   Library
	runner    Runner
	contents  contents
	whole     map[nextrole.Code]nextrole.Role // read since the library changed
	pins      []nextrole.Code
	settings  nextrole.Settings
	listeners []func()

	notes       map[nextrole.Code]*noted
	comparisons []nextrole.Comparison
	weeks       map[nextrole.Code][]nextrole.Week
	working     map[started]*working
	works       map[nextrole.SourceID]*made
	fitness     string // of drafts by rule, once it is measured
	measuring   bool
	moves       *Moves // once they are asked for
	awaiting    []func(*Moves, error)
	generation  int // of the contents
}

// Open reads the library. Pins of roles that it no longer has are left out.
func Open(library Library, runner Runner) (*Session, error) {
	s := &Session{
		OnError:    func(error) {},
		OnContents: func() {},
		Now:        time.Now,
		library:    library,
		runner:     runner,
	}
	var err error
	if s.settings, err = library.Settings(); err != nil {
		return nil, err
	}
	if s.comparisons, err = library.Comparisons(); err != nil {
		return nil, err
	}
	if err := s.readWeeks(); err != nil {
		return nil, err
	}
	if err := s.readWorks(); err != nil {
		return nil, err
	}
	if err := s.readNotes(); err != nil {
		return nil, err
	}
	found, err := load(library, s.settings.Shown)
	if err != nil {
		return nil, err
	}
	pins, err := library.Pins()
	if err != nil {
		return nil, err
	}
	s.use(found)
	for _, c := range pins {
		if _, ok := s.Role(c); ok {
			s.pins = append(s.pins, c)
		}
	}
	// The window shows before anybody can search or open a draft.
	runner.Run(found.prepare, func(err error) {
		if err != nil {
			s.OnError(err)
		}
	})
	return s, nil
}

// ReadOnly reports whether changes are kept until the window is closed and no
// longer, as where another window has the library.
func (s *Session) ReadOnly() bool { return s.library.ReadOnly() }

// Roles returns all roles as lists need them, by family and title. They must not
// be changed.
func (s *Session) Roles() []nextrole.Role { return s.contents.roles }

// Role returns the role with a code, as lists need it.
func (s *Session) Role(c nextrole.Code) (nextrole.Role, bool) {
	i, ok := s.contents.byCode[c]
	if !ok {
		return nextrole.Role{}, false
	}
	return s.contents.roles[i], true
}

// Whole returns the role with a code, with all that is known of it.
func (s *Session) Whole(c nextrole.Code) (nextrole.Role, bool) {
	brief, ok := s.Role(c)
	if !ok || len(s.contents.imports) == 0 { // then lists have all there is
		return brief, ok
	}
	if r, read := s.whole[c]; read {
		return r, true
	}
	r, err := s.library.Role(c)
	if err != nil {
		s.OnError(err)
		return brief, true
	}
	const most = 64 // a role has up to half a megabyte
	if len(s.whole) >= most {
		clear(s.whole)
	}
	r.Figures, r.Assessments = s.preferred(c, r.Figures), brief.Assessments
	s.whole[c] = r
	return r, true
}

// Reading returns the assessment a role is shown with. It reports false for a
// role that is not scored; where that is because the assessment is incomplete,
// the reading says why.
func (s *Session) Reading(c nextrole.Code) (aijri.Reading, bool) {
	r := s.contents.readings[c]
	return r, r.Score != nil
}

// Worked returns the assessment that is worked through for a role, which may be
// a draft below a published score that comes without its ratings.
func (s *Session) Worked(c nextrole.Code) aijri.Reading {
	r, _ := s.Role(c)
	return aijri.Worked(r.Assessments, s.settings.Shown[c])
}

// Others returns the assessments of a role that are not the one shown.
func (s *Session) Others(c nextrole.Code) []aijri.Reading {
	r, _ := s.Role(c)
	return aijri.Others(r.Assessments, s.settings.Shown[c])
}

// Lenses sets the score that a role is shown with beside the indices of exposure.
func (s *Session) Lenses(c nextrole.Code) lens.Views { return lens.Of(c, s.contents.roles, s.Reading) }

// Calibration says how far the scores of this library have been checked.
func (s *Session) Calibration() aijri.Calibration { return s.contents.calibration() }

// Choose shows a role with the assessment of a source from now on.
func (s *Session) Choose(c nextrole.Code, source nextrole.SourceID) {
	s.Remember(func(settings *nextrole.Settings) {
		shown := maps.Clone(settings.Shown) // the one before may still be on its way to the library
		if shown == nil {
			shown = map[nextrole.Code]nextrole.SourceID{}
		}
		shown[c] = source
		settings.Shown = shown
	})
	if r, ok := s.Role(c); ok {
		s.contents.readings[c], _ = aijri.Headline(r.Assessments, s.settings.Shown[c])
	}
	s.tell()
}

// Source returns a source by its id.
func (s *Session) Source(id nextrole.SourceID) (nextrole.Source, bool) {
	source, ok := s.contents.sources[id]
	return source, ok
}

// Sources returns all sources. They must not be changed.
func (s *Session) Sources() map[nextrole.SourceID]nextrole.Source { return s.contents.sources }

// Newest returns the newest period that any role has a figure of a kind for.
func (s *Session) Newest(k nextrole.Kind) nextrole.Period { return s.contents.newest[k] }

// Credentials returns the credentials that serve a role, as the library lists
// them.
func (s *Session) Credentials(c nextrole.Code) []nextrole.Credential {
	var list []nextrole.Credential
	for _, k := range s.contents.credentials {
		if slices.ContainsFunc(k.Roles, func(r nextrole.Pointer) bool { return r.Code == c }) {
			list = append(list, k)
		}
	}
	return list
}

// Curriculum returns the frameworks that classes work by. They must not be
// changed.
func (s *Session) Curriculum() []nextrole.Framework { return s.contents.curriculum }

// Search returns the roles that match, best first.
func (s *Session) Search(query string) []search.Hit { return s.contents.index().Search(query) }

// Find is Search for a list that may be long.
func (s *Session) Find(query string) search.Results { return s.contents.index().Find(query) }

// Suggest returns the nearest query that has results, or "".
func (s *Session) Suggest(query string) string { return s.contents.index().Suggest(query) }

// Listen calls f after each change of pins or settings.
func (s *Session) Listen(f func()) { s.listeners = append(s.listeners, f) }

// Pins returns the pinned roles in the person's order.
func (s *Session) Pins() []nextrole.Code { return slices.Clone(s.pins) }

// Pinned reports whether a role is pinned.
func (s *Session) Pinned(c nextrole.Code) bool { return slices.Contains(s.pins, c) }

// Pin pins a role; ErrFull if there is no room.
func (s *Session) Pin(c nextrole.Code) error { return s.PinAt(c, len(s.pins)) }

// PinAt pins a role at a place among the others; ErrFull if there is no room.
func (s *Session) PinAt(c nextrole.Code, at int) error {
	if s.Pinned(c) {
		return nil
	}
	if len(s.pins) >= nextrole.MaxPins {
		return ErrFull
	}
	s.SetPins(slices.Insert(s.Pins(), min(max(at, 0), len(s.pins)), c))
	return nil
}

// Unpin takes a role from the pinned ones.
func (s *Session) Unpin(c nextrole.Code) {
	if i := slices.Index(s.pins, c); i >= 0 {
		s.SetPins(slices.Delete(s.Pins(), i, i+1))
	}
}

// SetPins replaces the pinned roles and their order.
func (s *Session) SetPins(pins []nextrole.Code) {
	s.pins = slices.Clone(pins)
	saved := slices.Clone(pins)
	s.save(func() error { return s.library.SetPins(saved) })
	s.tell()
}

// Settings returns the person's choices.
func (s *Session) Settings() nextrole.Settings { return s.settings }

// Change changes the person's choices and tells those who listen.
func (s *Session) Change(change func(*nextrole.Settings)) {
	s.Remember(change)
	s.tell()
}

// Remember changes the person's choices without telling: the place, the last search.
func (s *Session) Remember(change func(*nextrole.Settings)) {
	change(&s.settings)
	saved := s.settings
	s.save(func() error { return s.library.SetSettings(saved) })
}

// Run runs work that is not about the library, such as writing a file, off the
// UI goroutine, and then done on it.
func (s *Session) Run(work func() error, done func(error)) { s.runner.Run(work, done) }

// save saves a change. A session that is read-only has it all the same, for as
// long as it lasts.
func (s *Session) save(work func() error) {
	if s.ReadOnly() {
		return
	}
	s.runner.Run(work, func(err error) {
		if err != nil {
			s.OnError(err)
		}
	})
}

func (s *Session) tell() {
	for _, f := range s.listeners {
		f()
	}
}
