package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/uitest"
)

// A comparison is kept by Ctrl+S and found again when the window opens anew.
func TestKeptComparison(t *testing.T) {
	pins := []nextrole.Code{uitest.Registrar, uitest.Informatics}
	s := start(t, pins...)
	s.Ctrl(fyne.KeyS) // Explore has nothing to keep
	if s.Popup() != nil {
		t.Errorf("Ctrl+S in Explore: %q", s.Popup())
	}
	s.Ctrl(fyne.Key2)
	s.Ctrl(fyne.KeyS)
	if s.Said() != "Name" {
		t.Fatalf("Ctrl+S in Compare: the keyboard is on %q", s.Said())
	}
	s.Write("Pivots") // over the name that is suggested
	s.Press(fyne.KeyReturn)
	if !s.Says("Compare  /  Pivots") || !s.Says("Kept as “Pivots”") {
		t.Errorf("not said: %q", s.Page())
	}
	s.session.SetPins([]nextrole.Code{uitest.Manager})
	if s.Says("Compare  /  Pivots") {
		t.Error("another comparison has its name")
	}

	s = open(t, s.library)
	s.Tap("Kept comparisons")
	s.Tap("Open Pivots")
	if diff := cmp.Diff(pins, s.library.Pinned); diff != "" {
		t.Errorf("opened (−want +got):\n%s", diff)
	}
	if !s.Says("Compare  /  Pivots") {
		t.Errorf("not said: %q", s.Page())
	}
	s.Click("Undo")
	if diff := cmp.Diff([]nextrole.Code{uitest.Manager}, s.library.Pinned); diff != "" {
		t.Errorf("undone (−want +got):\n%s", diff)
	}
}

// Ctrl+E leads to the forms of the page, and from there to a file.
func TestExportByKeyboard(t *testing.T) {
	atHome(t)
	s := start(t, uitest.Registrar, uitest.Informatics)
	s.Ctrl(fyne.KeyE) // Explore has nothing to export
	if s.Popup() != nil {
		t.Errorf("Ctrl+E in Explore: %q", s.Popup())
	}
	s.Ctrl(fyne.Key2)
	s.Ctrl(fyne.KeyE)
	s.Press(fyne.KeyReturn)
	if !slices.Contains(s.Popup(), "Save as") || s.Said() != "Save as" {
		t.Fatalf("asked %q", s.Popup())
	}
	s.Press(fyne.KeyEscape)
	if s.Popup() != nil || s.Said() != "Export" {
		t.Errorf("after Esc the keyboard is on %q, below %q", s.Said(), s.Popup())
	}
	if s.Says("Ctrl+E opens it") {
		t.Error("after Esc the button explains itself to nobody who asked")
	}
}
