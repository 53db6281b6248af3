package ui_test

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui"
	"nextrole/ui/problem"
	"nextrole/ui/route"
	"nextrole/ui/task"
	"nextrole/ui/uitest"
)

var (
	errInUse   = errors.New("library is open in another window: mine.db")
	errDamaged = errors.New("library is damaged (page 7 is used twice): mine.db")
	errDisk    = errors.New("disk is full: mine.db")
)

// shelf is a shelf in memory: a library that others may have, or that is damaged.
type shelf struct {
	t       *testing.T
	library *uitest.Library
	fails   error // of opening it to be written to
	reading error // of opening it to be read
	rescue  error
	stale   bool
	salvage problem.Salvage
	crash   string
	did     []string
}

func newShelf(t *testing.T) *shelf {
	l := uitest.NewLibrary(t)
	l.Choices.Welcomed = true
	return &shelf{t: t, library: l}
}

// book is an open library of a shelf.
type book struct {
	*uitest.Library

	shelf *shelf
}

func (b book) Stale() (bool, error) { return b.shelf.stale, nil }

func (b book) Close() error {
	b.shelf.did = append(b.shelf.did, "close")
	return nil
}

func (s *shelf) Open(readOnly bool) (ui.Library, error) {
	copied := *s.library
	copied.Reading = readOnly
	if readOnly {
		s.did = append(s.did, "read")
		s.stale = false
		return book{&copied, s}, s.reading
	}
	if s.fails != nil {
		s.did = append(s.did, "fail")
		return nil, s.fails
	}
	s.did = append(s.did, "open")
	return book{s.library, s}, nil
}

func (s *shelf) Explain(err error) *problem.Trouble {
	t := &problem.Trouble{What: err.Error(), Safe: "Nothing was changed.", Do: "Make room on the disk and try again.", InUse: errors.Is(err, errInUse)}
	if errors.Is(err, errDamaged) {
		t.Salvage = &s.salvage
	}
	return t
}

func (s *shelf) Rescue() (string, error) {
	s.did = append(s.did, "rescue")
	if s.rescue == nil {
		s.fails = nil
	}
	return filepath.Join("folder", "mine.damaged-2026-11-25.db"), s.rescue
}

func (s *shelf) Untold() string { return s.crash }

func (s *shelf) Told() error {
	s.did = append(s.did, "told")
	s.crash = ""
	return nil
}

// opening is a window on a shelf.
type opening struct {
	*uitest.Stage
	*ui.Opening

	shelf *shelf
}

func openShelf(t *testing.T, s *shelf) *opening {
	t.Helper()
	t.Setenv("FYNE_SCALE", "1")
	o := &opening{Stage: uitest.NewStage(t), shelf: s}
	var err error
	if o.Opening, err = ui.Open(s, task.Inline{}, func() fyne.Window { return o.Stage.Window }); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if w := o.Opening.Window(); w != nil {
			w.Stop()
		}
	})
	return o
}

// did checks what was done with the library, and forgets it.
func (o *opening) did(t *testing.T, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, o.shelf.did); diff != "" {
		t.Errorf("done (-want +got):\n%s", diff)
	}
	o.shelf.did = nil
}

// says checks that words stand on the page, and that they have room.
func (o *opening) says(t *testing.T, words ...string) {
	t.Helper()
	for _, w := range words {
		if !o.Says(w) {
			t.Errorf("does not say %q: %q", w, o.Page())
		}
	}
	flaws := o.Flaws(o.Canvas().Content(), func(string) bool { return o.Opening.Window() != nil }) // a list cuts long titles
	if o.Opening.Window() != nil {
		flaws = slices.DeleteFunc(flaws, func(flaw string) bool { return strings.Contains(flaw, " stands over ") }) // as notices do
	}
	if len(flaws) > 0 {
		t.Error(strings.Join(flaws, "\n"))
	}
}

const readOnlyWords = "Read-only: this library is open in another window. Nothing you change here is kept."

func TestOpensAtOnce(t *testing.T) {
	o := openShelf(t, newShelf(t))
	o.did(t, "open")
	if o.Says("Read-only") || o.Opening.Window() == nil {
		t.Errorf("shows %q", o.Page())
	}
	if err := o.Opening.Close(); err != nil {
		t.Error(err)
	}
	o.did(t, "close")
}

// Enter opens a library that another window has; nothing is saved then.
func TestSecondWindow(t *testing.T) {
	s := newShelf(t)
	s.fails = errInUse
	o := openShelf(t, s)
	o.did(t, "fail")
	o.says(t, "Your library is open in another window", "Library is open in another window: mine.db", "Nothing was changed.")
	if err := o.Opening.Close(); err == nil || !strings.Contains(err.Error(), "open in another window") {
		t.Errorf("the terminal is told %v", err)
	}
	if o.Said() != "Open read-only" {
		t.Errorf("the keyboard is at %q", o.Said())
	}
	o.Press(fyne.KeyReturn)
	o.did(t, "read")
	o.says(t, readOnlyWords)
	// The library fails the test if anything is saved.
	o.Opening.Window().Go(summary)
	o.Write("p")
	o.Opening.Window().Go(compare)
	o.says(t, readOnlyWords, "1 of 6 roles")
	o.Opening.Window().Go(summary)
	o.says(t, readOnlyWords)
	if len(s.library.Pinned) > 0 || s.library.Choices.Place != "" {
		t.Errorf("kept: %v, %+v", s.library.Pinned, s.library.Choices)
	}
	if err := o.Opening.Close(); err != nil {
		t.Error(err)
	}
}

// The first run has a banner too.
func TestSecondWindowOfTheFirstRun(t *testing.T) {
	s := newShelf(t)
	s.library.Choices.Welcomed = false
	s.fails = errInUse
	o := openShelf(t, s)
	o.Press(fyne.KeyReturn)
	o.says(t, readOnlyWords)
}

func TestTryAgainInAReadOnlyWindow(t *testing.T) {
	s := newShelf(t)
	s.fails = errInUse
	o := openShelf(t, s)
	o.Press(fyne.KeyReturn)
	o.Opening.Window().Go(tasks)
	o.did(t, "fail", "read")

	o.Tap("Try again")
	o.did(t, "fail")
	o.says(t, readOnlyWords, "still open in the other window, which has saved nothing new")

	o.Opening.Look()
	o.says(t, readOnlyWords)
	s.stale, s.library.Pinned = true, []nextrole.Code{uitest.Officer}
	o.Opening.Look()
	o.says(t, "another window, where something was saved since. Nothing you change here is kept.")
	o.Tap("Show the newest")
	o.did(t, "fail", "read", "close")
	o.says(t, readOnlyWords, "You now see what was saved there last.")
	if at := o.Opening.Window().Place(); at != tasks {
		t.Errorf("at %v", at)
	}

	s.fails = errDisk
	o.Tap("Try again")
	o.did(t, "fail")
	o.says(t, readOnlyWords, "Disk is full: mine.db")
	o.Tap("Close")

	s.fails = nil
	o.Tap("Try again")
	o.did(t, "open", "close")
	o.says(t, "What you change is saved again.")
	if at := o.Opening.Window().Place(); o.Says("Read-only") || at != tasks {
		t.Errorf("at %v: %q", at, o.Page())
	}
	o.Write("p")
	o.Opening.Window().Go(route.Route{Page: route.Settings, Tab: route.History})
	o.says(t, "It is still open in the other window, which has saved nothing new.", "What you change is saved again.")
	if want := []nextrole.Code{uitest.Officer, uitest.Registrar}; !slices.Equal(s.library.Pinned, want) {
		t.Errorf("pinned %v, want %v", s.library.Pinned, want)
	}
}

func TestTryAgainInsteadOfReading(t *testing.T) {
	s := newShelf(t)
	s.fails = errInUse
	o := openShelf(t, s)
	o.TabTo("Try again")
	o.Press(fyne.KeyReturn)
	o.says(t, "It is still open in the other window.")
	o.did(t, "fail", "fail")
	s.fails = nil
	o.Tap("Try again")
	o.did(t, "open")
	if o.Says("Read-only") || o.Opening.Window() == nil {
		t.Errorf("shows %q", o.Page())
	}
}

// Enter changes nothing on a damaged library: the file may still be on its way.
func TestDamaged(t *testing.T) {
	s := newShelf(t)
	s.fails = errDamaged
	s.salvage = problem.Salvage{Notes: 3, Pins: 4, Settings: true}
	o := openShelf(t, s)
	o.says(t, "The library is damaged", "3 notes, 4 pins and your settings can be saved.")
	if o.Said() != "Close" {
		t.Errorf("the keyboard is at %q", o.Said())
	}
	s.rescue = errDisk
	o.TabTo("Start a new library with these")
	o.Press(fyne.KeyReturn)
	o.did(t, "fail", "rescue")
	o.says(t, "3 notes", "That did not work. Disk is full: mine.db. Nothing was changed. Make room")
	o.Tap("Try again")
	o.did(t, "fail")
	o.says(t, "Tried again. It is as you see here.")
	s.rescue = nil
	o.Tap("Start a new library with these")
	o.did(t, "rescue", "open")
	o.says(t, "This is your new library. The damaged file is kept as mine.damaged-2026-11-25.db.")
}

func TestNothingToSave(t *testing.T) {
	s := newShelf(t)
	s.fails = errDamaged
	s.salvage = problem.Salvage{Partial: true}
	o := openShelf(t, s)
	o.says(t, "No notes, pins or settings can be read in it.")
	o.Tap("Start a new library")
	o.did(t, "fail", "rescue", "open")
}

func TestOtherTrouble(t *testing.T) {
	s := newShelf(t)
	s.fails = errDisk
	o := openShelf(t, s)
	o.says(t, "The library cannot be opened", "Disk is full: mine.db", "Make room on the disk and try again.")
	s.fails = nil
	o.Tap("Try again")
	o.did(t, "fail", "open")
}

// A library that opens and cannot be read is trouble as well.
func TestTroubleWithReading(t *testing.T) {
	s := newShelf(t)
	s.fails, s.reading = errInUse, errDisk
	o := openShelf(t, s)
	o.Press(fyne.KeyReturn)
	o.says(t, "Disk is full: mine.db")
}

func TestToldOfACrashOnce(t *testing.T) {
	s := newShelf(t)
	s.crash = "mine.db.crash.txt"
	o := openShelf(t, s)
	o.did(t, "open", "told")
	o.says(t, "NextRole ended unexpectedly the last time. What you had saved is safe.", "mine.db.crash.txt")
	again := openShelf(t, s)
	if again.Says("unexpectedly") {
		t.Error("said again")
	}
}

// A window that only reads leaves the telling to the one that saves.
func TestReadingTellsOfNoCrash(t *testing.T) {
	s := newShelf(t)
	s.fails, s.crash = errInUse, "mine.db.crash.txt"
	o := openShelf(t, s)
	o.Press(fyne.KeyReturn)
	o.did(t, "fail", "read")
	if o.Says("unexpectedly") {
		t.Error("told")
	}
}
