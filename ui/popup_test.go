package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

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

func TestCredits(t *testing.T) {
	s := start(t)
	s.Press(fyne.KeyF10)
	s.Click("Credits and sources")
	for _, source := range s.library.Set.Sources {
		if !slices.Contains(s.Popup(), source.Credit) {
			t.Errorf("%s is not credited", source.ID)
		}
	}
	if flaws := s.Flaws(s.Canvas().Overlays().Top(), never); len(flaws) > 0 {
		t.Error(strings.Join(flaws, "\n"))
	}
}
