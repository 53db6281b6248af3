package ui_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui"
	"nextrole/ui/route"
	"nextrole/ui/session"
	"nextrole/ui/theme"
	"nextrole/ui/uitest"
)

var (
	welcome = route.Route{Page: route.Welcome}
	explore = route.Route{Page: route.Explore}
	compare = route.Route{Page: route.Compare}

	settings = route.Route{Page: route.Settings}
	method   = route.Route{Page: route.Method}
	credits  = route.Route{Page: route.Settings, Tab: route.Credits}
	summary  = route.ToRole(uitest.Registrar)
	tasks    = route.Route{Page: route.Role, Code: uitest.Registrar, Tab: route.Tasks}
)

// shell is the program's window as a person has it.
type shell struct {
	*uitest.Stage

	t       testing.TB
	window  *ui.Window
	library *uitest.Library
	session *session.Session
}

// open opens the window on a library.
func open(t testing.TB, l *uitest.Library) *shell {
	t.Helper()
	t.Setenv("FYNE_SCALE", "1") // the window sets it, and the next test should not have that
	s := &shell{t: t, library: l, Stage: uitest.NewStage(t)}
	s.session = l.Open(t)
	s.window = ui.New(s.Window, s.session)
	t.Cleanup(s.window.Stop)
	s.Window.Resize(fyne.NewSize(1366, 840))
	return s
}

// start opens the window of a person who has been welcomed, with pins.
func start(t *testing.T, pins ...nextrole.Code) *shell {
	t.Helper()
	l := uitest.NewLibrary(t)
	l.Choices.Welcomed = true
	l.Pinned = pins
	return open(t, l)
}

// at checks where the person is.
func (s *shell) at(want route.Route) {
	s.t.Helper()
	if got := s.window.Place(); got != want {
		s.t.Errorf("at %v, want %v", got, want)
	}
}

func TestWhereItStarts(t *testing.T) {
	for _, test := range []struct {
		name    string
		choices nextrole.Settings
		want    route.Route
	}{
		{"first run", nextrole.Settings{}, welcome},
		{"first run not finished", nextrole.Settings{Place: "compare"}, welcome},
		{"welcomed", nextrole.Settings{Welcomed: true}, explore},
		{"left off at a role", nextrole.Settings{Welcomed: true, Place: tasks.String()}, tasks},
		{"left off at the credits", nextrole.Settings{Welcomed: true, Place: "settings/credits"}, credits},
		{"left off at Compare", nextrole.Settings{Welcomed: true, Place: "compare"}, compare},
		{"a role that is gone", nextrole.Settings{Welcomed: true, Place: "role/99-9999.99/summary"}, explore},
		{"a page of a later version", nextrole.Settings{Welcomed: true, Place: "classroom"}, explore},
		{"left off at a plan", nextrole.Settings{Welcomed: true, Place: "plan/29-9021.00"}, route.ToPlan(uitest.Registrar)},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := uitest.NewLibrary(t)
			l.Choices = test.choices
			s := open(t, l)
			s.at(test.want)
			if bare := !slices.Contains(s.Page(), "Compare"); bare != (test.want == welcome) {
				t.Errorf("without the rail: %v", bare)
			}
		})
	}
}

func TestBackAndForward(t *testing.T) {
	s := start(t)
	s.window.Go(summary)
	s.window.Go(tasks)
	s.window.Go(tasks) // no place of its own
	s.window.Go(compare)
	const alt = fyne.KeyModifierAlt
	for i, step := range []struct {
		key  fyne.KeyName
		want route.Route
	}{
		{fyne.KeyRight, compare},
		{fyne.KeyLeft, tasks},
		{fyne.KeyLeft, summary},
		{fyne.KeyRight, tasks},
		{fyne.KeyLeft, summary},
		{fyne.KeyLeft, explore},
		{fyne.KeyLeft, explore},
		{fyne.KeyRight, summary},
	} {
		s.Shortcut(alt, step.key)
		if got := s.window.Place(); got != step.want {
			t.Errorf("step %d, %s: at %v, want %v", i, step.key, got, step.want)
		}
		if s.library.Choices.Place != s.window.Place().String() {
			t.Errorf("%q is kept at %v", s.library.Choices.Place, s.window.Place())
		}
	}
	s.Tap("Forward")
	s.at(tasks)
	s.Tap("Back")
	s.at(summary)
	s.window.Go(compare) // what followed is forgotten
	s.Tap("Forward")
	s.at(compare)
	s.Shortcut(alt, fyne.KeyLeft)
	s.Press(fyne.KeyEscape) // of a role, back to the list
	s.at(explore)
}

// Once welcomed, one does not come back to the first run by going back.
func TestTheWelcomeIsNoPlaceToGoBackTo(t *testing.T) {
	s := open(t, uitest.NewLibrary(t))
	for range 5 {
		if s.window.Place() == welcome {
			s.Press(fyne.KeyReturn)
		}
	}
	s.at(explore)
	s.Shortcut(fyne.KeyModifierAlt, fyne.KeyLeft)
	s.at(explore)
	if !s.library.Choices.Welcomed || s.library.Choices.Place != "explore" {
		t.Errorf("kept: %+v", s.library.Choices)
	}
}

func TestKeysLeadToPages(t *testing.T) {
	s := start(t, uitest.Registrar, uitest.Informatics)
	for _, step := range []struct {
		name string
		do   func()
		want route.Route
	}{
		{"Ctrl+2", func() { s.Ctrl(fyne.Key2) }, compare},
		{"Ctrl+7", func() { s.Ctrl(fyne.Key7) }, settings},
		{"click", func() { s.Tap("Settings") }, settings},
		{"Ctrl+1", func() { s.Ctrl(fyne.Key1) }, explore},
		{"Ctrl+Enter", func() { s.Ctrl(fyne.KeyReturn) }, compare},
		{"/", func() { s.Write("/") }, explore},
		{"Ctrl+F elsewhere", func() { s.Ctrl(fyne.Key2); s.Ctrl(fyne.KeyF) }, explore},
		{"Enter", func() { s.Write("registrar"); s.Press(fyne.KeyReturn) }, summary},
		{"Ctrl+Tab", func() { s.Shortcut(fyne.KeyModifierControl, fyne.KeyTab) }, tasks},
		{"Ctrl+Shift+Tab", func() { s.Shortcut(fyne.KeyModifierControl|fyne.KeyModifierShift, fyne.KeyTab) }, summary},
		{"Esc", func() { s.Press(fyne.KeyEscape) }, tasks}, // the place before
		{"click", func() { s.Tap("Compare") }, compare},
	} {
		step.do()
		if got := s.window.Place(); got != step.want {
			t.Errorf("%s leads to %v, want %v", step.name, got, step.want)
		}
	}
}

// Before the first run is done, only size, help and the menu are there.
func TestKeysOfTheFirstRun(t *testing.T) {
	s := open(t, uitest.NewLibrary(t))
	for _, key := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key7, fyne.KeyK, fyne.KeyF, fyne.KeyReturn} {
		s.Ctrl(key)
	}
	s.at(welcome)
	if s.Popup() != nil {
		t.Errorf("open: %q", s.Popup())
	}
	s.Ctrl(fyne.KeyPlus)
	if s.library.Choices.Size != 110 {
		t.Errorf("Ctrl+Plus leads to size %d", s.library.Choices.Size)
	}
	s.Press(fyne.KeyF10)
	if !slices.Contains(s.Popup(), "Dark theme") || slices.Contains(s.Popup(), "Settings") {
		t.Errorf("F10 opens %q", s.Popup())
	}
	if flaws := s.Flaws(s.Canvas().Overlays().Top(), never); len(flaws) > 0 {
		t.Errorf("the menu: %s", strings.Join(flaws, "\n"))
	}
}

func TestThemeIsKept(t *testing.T) {
	s := start(t)
	for _, step := range []struct {
		item string
		want theme.Mode
	}{{"Dark theme", theme.Dark}, {"Light theme", theme.Light}, {"Theme of the system", theme.System}} {
		s.Press(fyne.KeyF10)
		s.Click(step.item)
		worn, ok := s.App.Settings().Theme().(*theme.Theme)
		if !ok || worn.Mode() != step.want || s.library.Choices.Theme != string(step.want) {
			t.Errorf("%s: in force %v, kept %q", step.item, worn.Mode(), s.library.Choices.Theme)
		}
	}
}

func TestSizeIsKept(t *testing.T) {
	s := start(t)
	for _, step := range []struct {
		key   fyne.KeyName
		times int
		want  int
	}{
		{fyne.KeyPlus, 1, 110},
		{fyne.KeyEqual, 1, 120},
		{fyne.KeyMinus, 1, 110},
		{fyne.Key0, 1, 100},
		{fyne.KeyMinus, 5, 80},
		{fyne.KeyPlus, 13, 200},
	} {
		for range step.times {
			s.Ctrl(step.key)
		}
		if s.library.Choices.Size != step.want {
			t.Errorf("%s %d times leads to %d, want %d", step.key, step.times, s.library.Choices.Size, step.want)
		}
	}
	if got := os.Getenv("FYNE_SCALE"); got != "2.00" {
		t.Errorf("the scale is %s", got)
	}
	if !s.Says("Interface size 200%, the largest") {
		t.Errorf("not said: %q", s.Page())
	}
	// A window opened at that size is as large on the desktop, so half of it in DIP.
	if got := s.Canvas().Content().MinSize(); got != fyne.NewSize(550, 350) {
		t.Errorf("the least size is %v", got)
	}
}

var six = []nextrole.Code{"11-3012.00", "11-3021.00", "11-3031.00", "11-3131.00", "11-9111.00", "11-9121.01"}

func TestSwap(t *testing.T) {
	s := start(t, six...)
	s.window.Go(summary)
	s.Write("p")
	asked := func() string { return strings.Join(s.Popup(), "\n") }
	if s.Said() != "Keep these" || !strings.Contains(asked(), s.library.Edit(t, six[2]).Title) || !strings.Contains(asked(), "Which one makes room for Health Information Technologists") {
		t.Fatalf("asked: %q", s.Popup())
	}
	s.Press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyReturn)
	want := slices.Clone(six)
	want[2] = uitest.Registrar
	if diff := cmp.Diff(want, s.library.Pinned); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	if s.Popup() != nil || !s.Says("in place of "+s.library.Edit(t, six[2]).Title) {
		t.Errorf("not said: %q", s.Page())
	}
	s.window.Go(route.ToRole(six[2]))
	s.Write("p")
	s.Press(fyne.KeyEscape)
	if diff := cmp.Diff(want, s.library.Pinned); diff != "" {
		t.Errorf("Escape swaps (−want +got):\n%s", diff)
	}
}

func TestUndo(t *testing.T) {
	s := start(t, six[:3]...)
	s.window.Go(route.ToRole(six[1]))
	s.Write("p")
	if diff := cmp.Diff([]nextrole.Code{six[0], six[2]}, s.library.Pinned); diff != "" {
		t.Fatalf("unpinned (−want +got):\n%s", diff)
	}
	if !s.Says("Unpinned " + s.library.Edit(t, six[1]).Title) {
		t.Errorf("not said: %q", s.Page())
	}
	s.Click("Undo")
	if diff := cmp.Diff(six[:3], s.library.Pinned); diff != "" {
		t.Errorf("undone (−want +got):\n%s", diff)
	}
	if s.Says("Unpinned") {
		t.Error("the notice stays")
	}
}

// What could not be saved is said until it is closed, whatever is done then.
func TestSaveError(t *testing.T) {
	s := start(t, uitest.Registrar)
	s.window.Go(summary)
	s.library.SaveFail = errors.New("the disk is full")
	const said = "Not saved: the disk is full"
	s.Write("p")
	if !s.Says(said) || s.Says("Unpinned") {
		t.Errorf("unpinning: %q", s.Page())
	}
	s.Ctrl(fyne.KeyPlus)
	s.window.Go(explore)
	if !s.Says(said) || s.Says("Interface size") {
		t.Errorf("changing the size: %q", s.Page())
	}
	s.library.SaveFail = nil
	s.Click("Close")
	if s.Says(said) {
		t.Error("it cannot be closed")
	}
	s.Ctrl(fyne.Key0)
	if !s.Says("Interface size 100%") {
		t.Error("after a problem is closed, nothing is said any more")
	}
}
