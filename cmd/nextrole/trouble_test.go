//go:build journey

package main_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/source/starter"
	"nextrole/store"
	"nextrole/ui/problem"
	"nextrole/ui/theme"
)

// atRegistrar is a person who left off at a role that has nothing yellow.
var atRegistrar = nextrole.Settings{Welcomed: true, Theme: "light", Place: "role/29-9021.00/summary"}

// readOnly waits until the banner of a window that saves nothing is there, or
// not.
func (p *program) readOnly(want bool) {
	p.t.Helper()
	await(p.t, "the banner", func() bool {
		p.alive()
		return count(p.t, p.picture(), theme.Light, theme.ZoneTint(nextrole.Yellow)) > 10_000 == want
	})
}

// focus gives a window the keyboard again.
func (p *program) focus() {
	p.t.Helper()
	p.xdotool("windowactivate", "--sync", p.window)
}

// TestSecondWindow opens a library that a window has, reads in it without a
// trace, and takes it over once the first window is closed.
func TestSecondWindow(t *testing.T) {
	s := newScreen(t, 1400, 900)
	library := fresh(t)
	if err := newLibrary(t, library, atRegistrar).Close(); err != nil {
		t.Fatal(err)
	}
	first := open(s, library)
	first.keys("p")
	first.pinned(1)
	before, err := os.ReadFile(library)
	if err != nil {
		t.Fatal(err)
	}
	message := captured(inMemory(t, &problem.Trouble{What: "library is open in another window: " + library, Safe: "Nothing was changed.", InUse: true}))

	started := time.Now()
	second := open(s, library)
	second.looks("with the message", message)
	t.Logf("the message is there, and at rest, after %v", time.Since(started))
	second.keys("Return")
	second.readOnly(true)
	second.keys("p", "ctrl+2", "alt+Left", "p")
	second.readOnly(true)
	second.quit()
	if after, err := os.ReadFile(library); err != nil || !bytes.Equal(after, before) {
		t.Errorf("the second window changed the library (%v)", err)
	}
	first.focus()
	first.keys("p")
	first.pinned(0)

	second = open(s, library)
	second.keys("Return")
	second.readOnly(true)
	shown := second.picture()
	first.focus()
	first.keys("p")
	first.pinned(1)
	second.focus()
	await(t, "word that something was saved", func() bool { return apart(shown, second.picture()) > 0 })
	first.focus()
	first.quit()
	second.focus()
	second.keys("shift+Tab", "shift+Tab", "shift+Tab", "Return") // from the tabs past the two buttons to the banner
	second.readOnly(false)
	second.keys("p")
	second.pinned(0)
	second.quit()
}

// TestNewLibraryForADamagedOne starts a new library with a note from a damaged
// one, which is kept.
func TestNewLibraryForADamagedOne(t *testing.T) {
	s := newScreen(t, 1400, 900)
	library := fresh(t)
	l := newLibrary(t, library, atRegistrar)
	note := nextrole.Note{Code: "29-9021.00", Text: "Ask Ana.", Saved: time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)}
	if err := l.SetNote(note); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	damaged, err := os.ReadFile(library)
	if err != nil {
		t.Fatal(err)
	}
	damaged[bytes.Index(damaged, []byte("Registrar"))] ^= 4
	if err := os.WriteFile(library, damaged, 0o600); err != nil {
		t.Fatal(err)
	}
	p := open(s, library)
	p.keys("shift+Tab", "shift+Tab", "Return") // from Close to what stands out
	p.until("a library", func(s state) bool { return s.Settings.Place == atRegistrar.Place })
	p.steady()
	p.quit()
	digest, err := starter.Digest(assets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	if l, err = store.Open(library, digest, nil, store.Options{ReadOnly: true}); err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	notes, err := l.Notes()
	if diff := cmp.Diff([]nextrole.Note{note}, notes); diff != "" || err != nil {
		t.Errorf("notes, %v (-want +got):\n%s", err, diff)
	}
	kept, err := filepath.Glob(filepath.Join(filepath.Dir(library), "library.damaged-*.db"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("kept: %v, %v", kept, err)
	}
	if text, err := os.ReadFile(kept[0]); err != nil || !bytes.Equal(text, damaged) {
		t.Errorf("what is kept is not what was damaged (%v)", err)
	}
}

// TestUnexpectedEnd ends the program as a fault would, and expects an account of
// that without what was typed, which the next window tells of, once.
func TestUnexpectedEnd(t *testing.T) {
	s := newScreen(t, 1400, 900)
	library := fresh(t)
	if err := newLibrary(t, library, nextrole.Settings{Welcomed: true, Theme: "light", Place: "explore"}).Close(); err != nil {
		t.Fatal(err)
	}
	p := open(s, library)
	p.keys("ctrl+f")
	p.write("anasecret")
	p.until("the search", func(s state) bool { return s.Settings.Query == "anasecret" })
	if err := p.process.Signal(syscall.SIGABRT); err != nil {
		t.Fatal(err)
	}
	if status := p.status(); status == 0 {
		t.Error("it ended well")
	}
	log := library + ".crash.txt"
	account := func() string {
		text, _ := os.ReadFile(log)
		return string(text)
	}
	await(t, "the account", func() bool { return strings.HasSuffix(account(), "(not told yet)\n") })
	if text := account(); strings.Contains(text, "anasecret") || strings.Contains(text, s.home) || !strings.Contains(text, "nextrole/ui.Run\n\trun.go:") {
		t.Errorf("the account is:\n%s", text)
	}
	p = open(s, library)
	await(t, "the telling", func() bool { return !strings.HasSuffix(account(), "(not told yet)\n") })
	told := p.picture()
	p.keys("ctrl+q")
	if status := p.status(); status != 0 {
		t.Errorf("exit status %d", status)
	}
	p = open(s, library)
	if same := apart(told, p.picture()); same < 0.005 {
		t.Error("a window without anything to tell looks the same")
	}
	p.keys("ctrl+q")
	if status := p.status(); status != 0 {
		t.Errorf("exit status %d", status)
	}
}
