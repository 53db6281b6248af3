package session_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/source"
	"nextrole/internal/source/starter"
	"nextrole/ui/session"
)

const (
	registrar = nextrole.Code("29-9021.00") // published, with its inputs
	unscored  = nextrole.Code("43-4071.00")
	unknown   = nextrole.Code("99-9999.00")
)

var errDisk = errors.New("the disk is full")

// library is a library in memory. Reading fails at the method that it names.
type library struct {
	set      starter.Set
	pins     []nextrole.Code
	settings nextrole.Settings
	notes    []nextrole.Note // as they were saved, one after the other
	kept     []nextrole.Comparison
	works    []nextrole.Work
	weeks    []nextrole.Week // as they were saved, one after the other
	imports  []nextrole.Import
	broken   string
	saves    []string
	full     bool
	readOnly bool
}

func (l *library) ReadOnly() bool { return l.readOnly }

func newLibrary(t *testing.T) *library {
	t.Helper()
	set, err := starter.Read(assets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	return &library{set: set}
}

func (l *library) fails(method string) error {
	if l.broken == method {
		return errDisk
	}
	return nil
}

func (l *library) Role(c nextrole.Code) (nextrole.Role, error) {
	for _, r := range l.set.Roles {
		if r.Code == c {
			return r, l.fails("Role")
		}
	}
	return nextrole.Role{}, errDisk
}

func (l *library) Imports() ([]nextrole.Import, error) { return l.imports, l.fails("Imports") }

func (l *library) Import(context.Context, []source.Addition, time.Time, func(done, total int)) error {
	return l.fails("Import")
}

func (l *library) Imported(nextrole.SourceID, string) ([]nextrole.Role, error) { return nil, nil }
func (l *library) Tasks() (map[nextrole.Code][]nextrole.TaskStatement, error) {
	return map[nextrole.Code][]nextrole.TaskStatement{unscored: {{Text: "x"}}}, l.fails("Tasks")
}

func (l *library) Described(...string) ([]nextrole.Role, error) {
	return l.set.Roles, l.fails("Described")
}

func (l *library) Terms(nextrole.SourceID, string) ([]nextrole.Term, error) {
	return nil, l.fails("Terms")
}

func (l *library) Usage() (nextrole.Usage, error) { return nextrole.Usage{}, nil }
func (l *library) Check() error                   { return nil }

func (l *library) RemoveImport(nextrole.SourceID) error {
	l.imports = nil
	return l.fails("RemoveImport")
}

func (l *library) Roles() ([]nextrole.Role, error) { return l.set.Roles, l.fails("Roles") }
func (l *library) Sources() (map[nextrole.SourceID]nextrole.Source, error) {
	sources := map[nextrole.SourceID]nextrole.Source{}
	for _, s := range l.set.Sources {
		sources[s.ID] = s
	}
	return sources, l.fails("Sources")
}
func (l *library) Pins() ([]nextrole.Code, error)       { return l.pins, l.fails("Pins") }
func (l *library) Settings() (nextrole.Settings, error) { return l.settings, l.fails("Settings") }

func (l *library) SetPins(pins []nextrole.Code) error {
	if l.full {
		return errDisk
	}
	l.pins = pins
	l.saves = append(l.saves, "pins")
	return nil
}

func (l *library) SetSettings(s nextrole.Settings) error {
	if l.full {
		return errDisk
	}
	l.settings = s
	l.saves = append(l.saves, "settings")
	return nil
}

func (l *library) Notes() ([]nextrole.Note, error) { return l.notes, l.fails("Notes") }

func (l *library) SetNote(n nextrole.Note) error {
	if l.full {
		return errDisk
	}
	l.notes = append(l.notes, n)
	return nil
}

func (l *library) Credentials() ([]nextrole.Credential, error) {
	return l.set.Credentials, l.fails("Credentials")
}

func (l *library) Curriculum() ([]nextrole.Framework, error) {
	return l.set.Curriculum, l.fails("Curriculum")
}

func (l *library) Comparisons() ([]nextrole.Comparison, error) {
	return slices.Clone(l.kept), l.fails("Comparisons")
}

func (l *library) SetComparison(c nextrole.Comparison) error {
	if l.full {
		return errDisk
	}
	l.kept = append(l.kept, c)
	l.saves = append(l.saves, "keep "+c.Name)
	return nil
}

func (l *library) DeleteComparison(name string) error {
	l.saves = append(l.saves, "drop "+name)
	return nil
}

// later is a runner that keeps its work until it is told, as one does that
// runs it elsewhere.
type later struct{ jobs []func() }

func (r *later) Aside(work func() error, done func(error)) { r.Run(work, done) }

func (r *later) Run(work func() error, done func(error)) {
	r.jobs = append(r.jobs, func() { done(work()) })
}

func (r *later) work() {
	jobs := r.jobs
	r.jobs = nil
	for _, job := range jobs {
		job()
	}
}

func open(t *testing.T, l *library) (*session.Session, *later) {
	t.Helper()
	runner := &later{}
	s, err := session.Open(l, runner)
	if err != nil {
		t.Fatal(err)
	}
	runner.work() // what it does aside after opening
	return s, runner
}

func (l *library) codes(n int) []nextrole.Code {
	codes := make([]nextrole.Code, n)
	for i := range codes {
		codes[i] = l.set.Roles[i].Code
	}
	return codes
}

func TestOpen(t *testing.T) {
	l := newLibrary(t)
	l.pins = []nextrole.Code{registrar, unknown, unscored}
	l.settings = nextrole.Settings{Welcomed: true, Place: "explore"}
	s, _ := open(t, l)
	if diff := cmp.Diff([]nextrole.Code{registrar, unscored}, s.Pins()); diff != "" {
		t.Errorf("pins (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(l.settings, s.Settings()); diff != "" {
		t.Errorf("settings (-want +got):\n%s", diff)
	}
	if len(s.Roles()) != len(l.set.Roles) || len(s.Sources()) != len(l.set.Sources) {
		t.Errorf("%d roles and %d sources", len(s.Roles()), len(s.Sources()))
	}
	for _, want := range l.set.Roles {
		if got, ok := s.Role(want.Code); !ok || got.Title != want.Title {
			t.Errorf("%s is %q, want %q", want.Code, got.Title, want.Title)
		}
	}
	if r, ok := s.Role(unknown); ok {
		t.Errorf("%s is %q", unknown, r.Title)
	}
	for _, want := range l.set.Sources {
		if got, ok := s.Source(want.ID); !ok || got.Title != want.Title {
			t.Errorf("source %s is %q", want.ID, got.Title)
		}
	}
	if r, ok := s.Reading(registrar); !ok || r.Score == nil || r.Status != nextrole.Published {
		t.Errorf("the registrar's reading is %+v", r)
	}
	for _, c := range []nextrole.Code{unscored, unknown} {
		if r, ok := s.Reading(c); ok {
			t.Errorf("%s has a reading: %+v", c, r)
		}
	}
	if len(s.Search("registrar")) == 0 || len(s.Search("xyzzyq")) > 0 {
		t.Errorf("search finds %v and %v", s.Search("registrar"), s.Search("xyzzyq"))
	}
	if got := s.Suggest("registar xyzzyq"); got == "registar xyzzyq" {
		t.Error("the query that finds nothing is suggested again")
	}
	if len(l.saves) > 0 {
		t.Errorf("opening saves %q", l.saves)
	}
}

func TestOpenFails(t *testing.T) {
	for _, method := range []string{"Roles", "Sources", "Pins", "Settings", "Notes", "Credentials", "Curriculum", "Comparisons"} {
		l := newLibrary(t)
		l.broken = method
		if s, err := session.Open(l, &later{}); !errors.Is(err, errDisk) || s != nil {
			t.Errorf("%s: %v, want %v", method, err, errDisk)
		}
	}
}

func TestPins(t *testing.T) {
	l := newLibrary(t)
	s, runner := open(t, l)
	all := l.codes(nextrole.MaxPins + 1)
	for _, c := range all[:nextrole.MaxPins] {
		if err := s.Pin(c); err != nil {
			t.Fatalf("%s: %v", c, err)
		}
	}
	if err := s.Pin(all[nextrole.MaxPins]); !errors.Is(err, session.ErrFull) {
		t.Errorf("one more is answered by %v", err)
	}
	if err := s.Pin(all[2]); err != nil {
		t.Errorf("one that is pinned already is answered by %v", err)
	}
	s.Unpin(all[1])
	s.Unpin(unknown)
	want := []nextrole.Code{all[0], all[2], all[3], all[4], all[5]}
	if diff := cmp.Diff(want, s.Pins()); diff != "" {
		t.Errorf("pins (-want +got):\n%s", diff)
	}
	if !s.Pinned(all[0]) || s.Pinned(all[1]) {
		t.Error("Pinned says otherwise")
	}
	s.Pins()[0] = unknown
	want[0], want[1] = want[1], want[0]
	given := slices.Clone(want)
	s.SetPins(given)
	given[0] = unknown // the session has lists of its own
	runner.work()
	if diff := cmp.Diff([][]nextrole.Code{want, want}, [][]nextrole.Code{s.Pins(), l.pins}); diff != "" {
		t.Errorf("pins shown and saved (-want +got):\n%s", diff)
	}
}

// Any sequence of pinning and unpinning keeps what a list with a limit would,
// and the library ends with the same.
func TestPinsModel(t *testing.T) {
	l := newLibrary(t)
	codes := l.codes(10)
	rapid.Check(t, func(rt *rapid.T) {
		l.pins, l.saves = nil, nil
		s, runner := open(t, l)
		model := []nextrole.Code{}
		for range rapid.IntRange(0, 30).Draw(rt, "steps") {
			c := rapid.SampledFrom(codes).Draw(rt, "code")
			at := slices.Index(model, c)
			if rapid.Bool().Draw(rt, "pin") {
				err := s.Pin(c)
				switch {
				case at >= 0 && err != nil, at < 0 && (err != nil) != (len(model) == nextrole.MaxPins):
					rt.Fatalf("pinning %s beside %v: %v", c, model, err)
				case at < 0 && err == nil:
					model = append(model, c)
				}
			} else {
				s.Unpin(c)
				if at >= 0 {
					model = append(model[:at:at], model[at+1:]...)
				}
			}
			if diff := cmp.Diff(model, s.Pins(), cmpopts.EquateEmpty()); diff != "" {
				rt.Fatalf("pins (-want +got):\n%s", diff)
			}
		}
		runner.work()
		if diff := cmp.Diff(model, l.pins, cmpopts.EquateEmpty()); diff != "" {
			rt.Fatalf("saved (-want +got):\n%s", diff)
		}
	})
}

func TestSettingsAreKept(t *testing.T) {
	l := newLibrary(t)
	s, runner := open(t, l)
	told := 0
	s.Listen(func() { told++ })
	s.Remember(func(settings *nextrole.Settings) { settings.Place = "compare" })
	if told != 0 {
		t.Error("the place is told to those who listen")
	}
	s.Change(func(settings *nextrole.Settings) { settings.Theme = "dark" })
	if told != 1 {
		t.Errorf("a change is told %d times", told)
	}
	runner.work()
	want := nextrole.Settings{Place: "compare", Theme: "dark"}
	if diff := cmp.Diff([]nextrole.Settings{want, want}, []nextrole.Settings{s.Settings(), l.settings}); diff != "" {
		t.Errorf("settings shown and saved (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"settings", "settings"}, l.saves); diff != "" {
		t.Errorf("saves (-want +got):\n%s", diff)
	}
}

// Each change is saved as it was made, in order, however late the saving is.
func TestSavesKeepTheirOrder(t *testing.T) {
	l := newLibrary(t)
	s, runner := open(t, l)
	runner.work() // the index
	var saved []string
	codes := l.codes(2)
	s.Remember(func(settings *nextrole.Settings) { settings.Query = "coding" })
	s.Choose(registrar, "first")
	if err := s.Pin(codes[0]); err != nil {
		t.Fatal(err)
	}
	s.Choose(registrar, "second")
	if err := s.Pin(codes[1]); err != nil {
		t.Fatal(err)
	}
	for _, job := range runner.jobs {
		job()
		saved = append(saved, fmt.Sprint(l.settings.Query, l.settings.Shown[registrar], len(l.pins)))
	}
	want := []string{"coding0", "codingfirst0", "codingfirst1", "codingsecond1", "codingsecond2"}
	if diff := cmp.Diff(want, saved); diff != "" {
		t.Errorf("saved after each (-want +got):\n%s", diff)
	}
}

// A search does not wait for the index to be made elsewhere.
func TestSearchAtOnce(t *testing.T) {
	s, runner := open(t, newLibrary(t))
	if len(s.Search("registrar")) == 0 {
		t.Error("a search before the work is done finds nothing")
	}
	runner.work()
	if len(s.Search("registrar")) == 0 {
		t.Error("a search after the work finds nothing")
	}
}

// What could not be saved is told, and is shown all the same.
func TestSaveErrors(t *testing.T) {
	l := newLibrary(t)
	l.full = true
	s, runner := open(t, l)
	s.Change(func(settings *nextrole.Settings) { settings.Theme = "dark" })
	runner.work() // with nobody to tell
	var told []error
	s.OnError = func(err error) { told = append(told, err) }
	if err := s.Pin(registrar); err != nil {
		t.Fatal(err)
	}
	s.Change(func(settings *nextrole.Settings) { settings.Theme = "light" })
	if len(told) > 0 {
		t.Errorf("told before it was tried: %v", told)
	}
	runner.work()
	if len(told) != 2 || !errors.Is(told[0], errDisk) || !errors.Is(told[1], errDisk) {
		t.Errorf("told %v", told)
	}
	if !s.Pinned(registrar) || s.Settings().Theme != "light" {
		t.Error("what could not be saved is not shown")
	}
	l.full = false
	s.Unpin(registrar)
	runner.work()
	if len(told) != 2 {
		t.Errorf("a save that works is told as %v", told[2:])
	}
}

// A session that is read-only shows each change, and saves none.
func TestReadOnly(t *testing.T) {
	l := newLibrary(t)
	l.readOnly = true
	s, runner := open(t, l)
	if !s.ReadOnly() {
		t.Error("it does not say so")
	}
	if err := s.Pin(registrar); err != nil {
		t.Fatal(err)
	}
	s.Choose(registrar, "mine")
	s.Change(func(settings *nextrole.Settings) { settings.Theme = "light" })
	s.Remember(func(settings *nextrole.Settings) { settings.Place = "compare" })
	s.WriteNote(registrar, "a note", func(nextrole.Note, error) { t.Error("told of a note that cannot be saved") })
	s.KeepComparison(nextrole.Comparison{Name: "mine", Roles: []nextrole.Code{registrar, unscored}})
	want := nextrole.Settings{Theme: "light", Place: "compare", Shown: map[nextrole.Code]nextrole.SourceID{registrar: "mine"}}
	if diff := cmp.Diff(want, s.Settings()); diff != "" || !s.Pinned(registrar) {
		t.Errorf("shown, pinned %v (-want +got):\n%s", s.Pinned(registrar), diff)
	}
	if n := len(s.Comparisons()); n != 1 || s.Note(registrar).Text != "" {
		t.Errorf("%d comparisons, and the note %q", n, s.Note(registrar).Text)
	}
	if len(runner.jobs) > 0 || len(l.saves) > 0 {
		t.Errorf("%d jobs, and saved %q", len(runner.jobs), l.saves)
	}
}

func TestListen(t *testing.T) {
	l := newLibrary(t)
	s, _ := open(t, l)
	var told []string
	s.Listen(func() { told = append(told, fmt.Sprint("first ", len(s.Pins()))) })
	s.Listen(func() { told = append(told, fmt.Sprint("second ", len(s.Pins()))) })
	codes := l.codes(1)
	for _, change := range []func(){
		func() { _ = s.Pin(codes[0]) },
		func() { _ = s.Pin(codes[0]) }, // changes nothing
		func() { s.Unpin(unknown) },    // neither
		func() { s.Unpin(codes[0]) },
	} {
		change()
	}
	if diff := cmp.Diff([]string{"first 1", "second 1", "first 0", "second 0"}, told); diff != "" {
		t.Errorf("told (-want +got):\n%s", diff)
	}
}

// A person can have a role shown by another of its assessments.
func TestChoose(t *testing.T) {
	l := newLibrary(t)
	i := 0
	for l.set.Roles[i].Code != registrar {
		i++
	}
	mine := l.set.Roles[i].Assessments[0]
	mine.Source, mine.Status = "mine", nextrole.Own
	l.set.Roles[i].Assessments = append(l.set.Roles[i].Assessments, mine)
	s, runner := open(t, l)
	told := 0
	s.Listen(func() { told++ })
	before, _ := s.Reading(registrar)
	s.Choose(registrar, "mine")
	after, ok := s.Reading(registrar)
	if !ok || before.Status != nextrole.Published || after.Status != nextrole.Own || told != 1 {
		t.Errorf("shown as %q, then as %q; told %d times", before.Status, after.Status, told)
	}
	if others := s.Others(registrar); len(others) != 1 || others[0].Status != nextrole.Published {
		t.Errorf("the others are %+v", others)
	}
	runner.work()
	again, _ := open(t, l)
	if r, _ := again.Reading(registrar); r.Status != nextrole.Own {
		t.Errorf("opened again, it is shown as %q", r.Status)
	}
}
