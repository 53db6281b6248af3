package ui_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"nextrole/ui"
	"nextrole/ui/route"
	"nextrole/ui/uitest"
)

func never(string) bool { return false }

func TestGoTo(t *testing.T) {
	s := start(t, uitest.Informatics)
	s.Ctrl(fyne.KeyK)
	if got := s.Popup(); !slices.Contains(got, "Explore") || !slices.Contains(got, "Health Informatics Specialists") {
		t.Errorf("screens and pins are offered at once: %q", got)
	}
	if flaws := s.Flaws(s.Canvas().Overlays().Top(), never); len(flaws) > 0 {
		t.Error(strings.Join(flaws, "\n"))
	}
	s.Write("regist")
	s.Press(fyne.KeyReturn)
	s.at(summary)
	if s.Popup() != nil {
		t.Errorf("still open: %q", s.Popup())
	}
	s.Ctrl(fyne.KeyK)
	s.Write("comp")
	s.Press(fyne.KeyReturn) // a screen before the roles
	s.at(compare)
	s.Ctrl(fyne.KeyK)
	s.Write("health")
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	s.at(route.ToRole(s.library.Open(t).Search("health")[1].Code))
	s.Ctrl(fyne.KeyK)
	s.Write("xyzzy")
	if !slices.Contains(s.Popup(), "Nothing here has that name") {
		t.Errorf("nothing: %q", s.Popup())
	}
	before := s.window.Place()
	s.Press(fyne.KeyReturn)
	s.at(before)
	s.Press(fyne.KeyEscape)
	if s.Popup() != nil {
		t.Errorf("Escape leaves open %q", s.Popup())
	}
	s.at(before)
}

func TestGoToByMouse(t *testing.T) {
	s := start(t)
	s.Click("Go to a role or screen")
	s.Write("health")
	s.Click("Health Informatics Specialists")
	s.at(route.ToRole(uitest.Informatics))
	if s.Popup() != nil {
		t.Errorf("still open: %q", s.Popup())
	}
}

// Going somewhere closes what is open, and nothing opens twice.
func TestPopupsClose(t *testing.T) {
	for name, opens := range map[string]func(s *shell){
		"go to": func(s *shell) { s.Ctrl(fyne.KeyK) },
		"menu":  func(s *shell) { s.Press(fyne.KeyF10) },
		"keys":  func(s *shell) { s.Press(fyne.KeyF1) },
		"chip":  func(s *shell) { s.Click("Zone") },
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t)
			opens(s)
			if n := len(s.Canvas().Overlays().List()); n != 1 {
				t.Fatalf("%d popups", n)
			}
			s.Ctrl(fyne.Key2)
			s.at(compare)
			if n := len(s.Canvas().Overlays().List()); n != 0 {
				t.Errorf("%d popups are left", n)
			}
			s.Ctrl(fyne.Key1)
			opens(s)
			s.Ctrl(fyne.KeyK)
			s.Ctrl(fyne.KeyK)
			if n := len(s.Canvas().Overlays().List()); n != 1 {
				t.Errorf("Ctrl+K twice leads to %d popups", n)
			}
			s.Ctrl(fyne.KeyF)
			s.Write("x")
			if n := len(s.Canvas().Overlays().List()); n != 0 || s.library.Choices.Query != "x" {
				t.Errorf("Ctrl+F leaves %d popups and searches %q", n, s.library.Choices.Query)
			}
		})
	}
}

// Below what is open, the page takes no keys.
func TestKeysDoNotReachBelow(t *testing.T) {
	for name, opens := range map[string]func(s *shell){
		"menu": func(s *shell) { s.Press(fyne.KeyF10) },
		"keys": func(s *shell) { s.Press(fyne.KeyF1) },
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t)
			s.window.Go(summary)
			opens(s)
			s.Write("p/")
			s.Press(fyne.KeyF1, fyne.KeyF10)
			if len(s.library.Pinned) > 0 || len(s.Canvas().Overlays().List()) != 1 {
				t.Errorf("pinned %v below %d popups", s.library.Pinned, len(s.Canvas().Overlays().List()))
			}
			s.at(summary)
			s.Canvas().Unfocus() // as by a click beside what takes keys
			s.Press(fyne.KeyEscape)
			if s.Popup() != nil {
				t.Errorf("Escape leaves open %q", s.Popup())
			}
			s.at(summary)
		})
	}
}

func TestKeysAreListed(t *testing.T) {
	s := start(t)
	s.Press(fyne.KeyF1)
	keys, does := ui.Keys()
	if len(keys) < 10 {
		t.Fatalf("%d keys", len(keys))
	}
	for i := range keys {
		if !slices.Contains(s.Popup(), keys[i]) || !slices.Contains(s.Popup(), does[i]) {
			t.Errorf("%s, %s is not listed", keys[i], does[i])
		}
	}
	if flaws := s.Flaws(s.Canvas().Overlays().Top(), never); len(flaws) > 0 {
		t.Error(strings.Join(flaws, "\n"))
	}
	s.Press(fyne.KeyEscape)
	if s.Popup() != nil {
		t.Errorf("Escape leaves open %q", s.Popup())
	}
	s.Write("x")
	if s.library.Choices.Query != "x" {
		t.Errorf("the keyboard does not come back to the search: %q", s.library.Choices.Query)
	}
}

// Every key that the window listens to is in the list.
func TestAllKeysAreListed(t *testing.T) {
	s := start(t)
	var listed []string
	keys, _ := ui.Keys()
	for _, k := range keys {
		listed = append(listed, strings.Split(k, ", ")...)
	}
	shortcuts := s.window.Shortcuts()
	if len(shortcuts) < 10 {
		t.Fatalf("%d shortcuts", len(shortcuts))
	}
	for _, key := range append(shortcuts, "F1", "F10", "/", "P", "Esc", "Alt+T", "Ctrl+C") {
		if !slices.Contains(listed, key) {
			t.Errorf("%s is not listed: %q", key, listed)
		}
	}
}

// F1 helps wherever one is, also while typing and over what is open.
func TestHelpEverywhere(t *testing.T) {
	for name, place := range map[string]func(s *shell){
		"search":   func(s *shell) { s.Ctrl(fyne.KeyF) },
		"go to":    func(s *shell) { s.Ctrl(fyne.KeyK) },
		"menu":     func(s *shell) { s.Press(fyne.KeyF10) },
		"role":     func(s *shell) { s.window.Go(summary) },
		"compare":  func(s *shell) { s.window.Go(compare) },
		"settings": func(s *shell) { s.window.Go(settings) },
		"method":   func(s *shell) { s.window.Go(method) },
		"welcome":  func(s *shell) { s.window.Go(welcome) },
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t, uitest.Registrar, uitest.Informatics)
			place(s)
			s.Press(fyne.KeyF1)
			if !slices.Contains(s.Popup(), "Go somewhere") || len(s.Canvas().Overlays().List()) != 1 {
				t.Fatalf("F1 opens %q", s.Popup())
			}
			if leads := slices.Contains(s.Popup(), "How scores are made"); leads != (name != "welcome") {
				t.Errorf("it leads to the method: %v", leads)
			}
			s.Press(fyne.KeyEscape)
			if s.Popup() != nil {
				t.Errorf("Escape leaves open %q", s.Popup())
			}
		})
	}
}

func TestHelpLeadsToTheMethod(t *testing.T) {
	s := start(t)
	s.Press(fyne.KeyF1)
	s.TabTo("How scores are made")
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	s.at(method)
	if s.Popup() != nil || !s.Says("What a score is, and is not") {
		t.Errorf("it shows %q", s.Page())
	}
	s.Press(fyne.KeyEscape)
	s.at(explore)
}

func TestMenuLeadsToTheNewPages(t *testing.T) {
	for label, want := range map[string]route.Route{
		"Settings": settings, "Method: how scores are made": method, "Credits and sources": credits,
	} {
		s := start(t)
		s.Press(fyne.KeyF10)
		s.Click(label)
		s.at(want)
		if s.library.Choices.Place != want.String() {
			t.Errorf("%q is kept", s.library.Choices.Place)
		}
	}
}

// A part that one has scrolled away from is gone to again.
func TestCreditsAgain(t *testing.T) {
	s := start(t)
	for range 2 {
		s.Press(fyne.KeyF10)
		s.Click("Credits and sources")
		if s.Said() != "Credits and sources" {
			t.Fatalf("the keyboard is on %q", s.Said())
		}
		s.Press(fyne.KeyHome)
		s.TabTo("Dark")
	}
}

func TestGoToTheNewPages(t *testing.T) {
	s := start(t)
	for typed, want := range map[string]route.Route{"sett": settings, "meth": method, "credits": credits} {
		s.Ctrl(fyne.KeyK)
		s.Write(typed)
		s.Press(fyne.KeyReturn)
		s.at(want)
	}
}

// What is said goes into the history, also while that is shown and also what
// a problem keeps from being shown.
func TestHistoryOfNotices(t *testing.T) {
	s := start(t)
	s.window.Go(settings)
	s.Ctrl(fyne.KeyPlus)
	s.library.SaveFail = errors.New("the disk is full")
	s.Ctrl(fyne.KeyPlus)
	s.library.SaveFail = nil
	s.Ctrl(fyne.Key0)
	var said []string
	for _, text := range s.Page() {
		if strings.HasPrefix(text, "Interface size ") || strings.HasPrefix(text, "Problem: ") {
			said = append(said, text)
		}
	}
	want := []string{"Interface size 100%", "Interface size 120%", "Problem: Not saved: the disk is full", "Interface size 110%"}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
}

func TestCtrlCCopiesTheMethod(t *testing.T) {
	s := start(t)
	copies := func() string {
		s.App.Clipboard().SetContent("")
		s.Window.Canvas().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{})
		return s.App.Clipboard().Content()
	}
	if got := copies(); got != "" {
		t.Errorf("Explore copies %q", got)
	}
	s.window.Go(method)
	if got := copies(); !strings.HasPrefix(got, "How scores are made\n") {
		t.Errorf("the method copies %q", got)
	}
	s.Press(fyne.KeyF1)
	if got := copies(); got != "" {
		t.Errorf("below the keys it copies %q", got)
	}
}

// On the page of a role, the way to the method begins where the doubt is.
func TestHowIsThisComputed(t *testing.T) {
	s := start(t)
	s.window.Go(tasks)
	s.TabTo("How is this computed?")
	s.Press(fyne.KeyReturn)
	s.at(route.Route{Page: route.Method, Tab: route.Range})
	if s.Said() != "5  If raters differ, and what would change a score" {
		t.Errorf("the keyboard is on %q", s.Said())
	}
	s.Shortcut(fyne.KeyModifierAlt, fyne.KeyLeft)
	s.at(tasks)
}

// What lies over the page takes the keyboard along when it goes: left alone,
// Fyne's cursor would blink on in a field that nobody sees.
func TestNoCursorIsLeftBehind(t *testing.T) {
	shapes := func(o fyne.Focusable) int {
		return strings.Count(test.RenderObjectToMarkup(o.(fyne.CanvasObject)), "<rectangle")
	}
	for name, leave := range map[string]func(s *shell){
		"Esc":         func(s *shell) { s.Press(fyne.KeyEscape) },
		"Enter":       func(s *shell) { s.Press(fyne.KeyReturn) },
		"to Compare":  func(s *shell) { s.Ctrl(fyne.Key2) },
		"to the keys": func(s *shell) { s.Press(fyne.KeyF1) },
	} {
		t.Run(name, func(t *testing.T) {
			s := start(t)
			s.Ctrl(fyne.KeyK)
			field := s.Canvas().Focused()
			with := shapes(field)
			leave(s)
			if without := shapes(field); without != with-1 {
				t.Errorf("%d shapes in the field with its cursor, and %d later", with, without)
			}
		})
	}
}
