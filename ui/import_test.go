package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nextrole/ui/route"
	"nextrole/ui/uitest"
)

// release writes a made-up release of O*NET and returns its folder.
func release(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "onet 30.4")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	text := "O*NET-SOC Code\tTitle\tDescription\n53-9999.00\tLighthouse Keepers\tKeep lights.\n"
	if err := os.WriteFile(filepath.Join(dir, "o.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// TestDrop drops a release on the window, from whatever page, and finds its role
// everywhere afterwards.
func TestDrop(t *testing.T) {
	for name, begin := range map[string]func(*shell){
		"the first run": func(s *shell) { s.library.Choices.Welcomed = false },
		"a role":        func(s *shell) { s.window.Go(summary) },
		"an open menu":  func(s *shell) { s.Press(fyne.KeyF10) },
	} {
		l := uitest.NewLibrary(t)
		l.Choices.Welcomed = name != "the first run"
		s := open(t, l)
		begin(s)
		s.window.Drop(release(t))
		s.at(route.Route{Page: route.Library})
		if !s.Says("What importing would do") {
			t.Errorf("%s: the page says %q", name, s.Page())
		}
		s.Tap("Import")
		s.window.Go(explore)
		if !s.Says("67 roles") {
			t.Errorf("%s: Explore does not have it", name)
		}
		s.Ctrl(fyne.KeyK)
		s.Write("lighthouse")
		s.Press(fyne.KeyReturn)
		s.at(route.ToRole("53-9999.00"))
		if !s.Says("Keep lights.") {
			t.Errorf("%s: the role says %q", name, s.Page())
		}
		for _, tab := range route.Tabs() {
			s.window.Go(route.Route{Page: route.Role, Code: "53-9999.00", Tab: tab})
		}
		if !l.Choices.Welcomed {
			t.Errorf("%s: the person is asked again who they are", name)
		}
	}
}

func TestAskForAFile(t *testing.T) {
	s := start(t)
	s.Ctrl(fyne.Key6)
	s.at(route.Route{Page: route.Library})
	s.Press(fyne.KeyReturn)
	s.Write("nothing-here.zip")
	s.Press(fyne.KeyReturn)
	if words := strings.Join(s.Popup(), " "); !strings.Contains(words, "There is nothing at") {
		t.Errorf("the panel says %q", words)
	}
	s.Press(fyne.KeyEscape)
	if s.Canvas().Overlays().Top() != nil {
		t.Error("the panel is still open")
	}
}
