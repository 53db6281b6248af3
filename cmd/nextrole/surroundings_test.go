//go:build journey

package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nextrole"
)

// TestNoOpenGL expects of a screen on which no window can be drawn a sentence
// about it, and an end.
func TestNoOpenGL(t *testing.T) {
	p := launch(newScreen(t, 1400, 900, "-extension", "GLX"), fresh(t))
	if status := p.status(); status != 1 {
		t.Errorf("exit status %d, want 1", status)
	}
	said := p.stderr.String()
	if !strings.Contains(said, "OpenGL, which draws it, does not work here") || !strings.Contains(said, "nextrolectl") {
		t.Errorf("said:\n%s", said)
	}
	p.noCrash()
}

// TestSurroundings uses the program where others would stumble.
func TestSurroundings(t *testing.T) {
	s := newScreen(t, 1400, 900)
	for name, environment := range map[string][]string{
		"the C language":         {"LANG=C", "LC_ALL=C"},
		"no language":            {"LANG=", "LC_ALL="},
		"no home":                {"HOME=", "XDG_CONFIG_HOME=", "XDG_DATA_HOME="},
		"a home without a place": {"HOME=" + os.DevNull, "XDG_CONFIG_HOME=", "XDG_DATA_HOME="}, // not even for the administrator
	} {
		t.Run(name, func(t *testing.T) {
			s.t = t
			t.Chdir(t.TempDir()) // where Fyne keeps its own files for want of a home
			folder := filepath.Join(t.TempDir(), "Data folder é 数据")
			if err := os.Mkdir(folder, 0o700); err != nil {
				t.Fatal(err)
			}
			library := filepath.Join(folder, "library.db")
			before := nextrole.Settings{Welcomed: true, Place: "explore", Query: "Ärztin, é"}
			if err := newLibrary(t, library, before).Close(); err != nil {
				t.Fatal(err)
			}
			p := open(s, library, environment...)
			p.keys("ctrl+k")
			p.write("registrar")
			p.keys("Return")
			p.at("role/29-9021.00/summary")
			p.keys("ctrl+q")
			if status := p.status(); status != 0 { // Fyne may have logged that it has no place for files of its own
				t.Errorf("the program ended with status %d\n%s", status, p.stderr.String())
			}
			p.noCrash()
			if kept, err := p.saved(); err != nil || kept.Settings.Query != before.Query {
				t.Errorf("kept the search for %q (%v), want %q", kept.Settings.Query, err, before.Query)
			}
		})
	}
}

// TestNowhereToKeep expects a window and a sentence where the library can be
// put nowhere.
func TestNowhereToKeep(t *testing.T) {
	s := newScreen(t, 1400, 900)
	for _, c := range []struct {
		name, library string
		environment   []string
		says          []string
	}{
		{
			"a file in place of the folder", filepath.Join(os.DevNull, "library.db"), nil,
			[]string{"library cannot be read", "with --library"},
		},
		{
			"a home without a place", "",
			[]string{"HOME=" + os.DevNull, "XDG_DATA_HOME="},
			[]string{"library cannot be read", "with --library"},
		},
		{
			"no home", "",
			[]string{"HOME=", "XDG_DATA_HOME="},
			[]string{"there is no folder for the library", "with --library"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			s.t = t
			p := open(s, c.library, c.environment...)
			p.keys("Return")
			if status := p.status(); status != 1 {
				t.Errorf("exit status %d, want 1", status)
			}
			for _, words := range c.says {
				if !strings.Contains(p.stderr.String(), words) {
					t.Errorf("stderr does not say %q:\n%s", words, p.stderr.String())
				}
			}
		})
	}
}
