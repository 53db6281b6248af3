//go:build journey

// The journeys take the program through its main job in a real window on a
// display in memory, by real keys and clicks.
package main_test

import (
	"bytes"
	"errors"
	"flag"
	"image"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/store"
	"nextrole/ui/problem"
	"nextrole/ui/theme"
)

// TestByKeyboard goes from the first start to a comparison of four roles
// without the mouse, and finds it again at the next start.
func TestByKeyboard(t *testing.T) {
	s := newScreen(t, 1400, 900)
	library := fresh(t)
	p := open(s, library)
	for _, z := range []nextrole.Zone{nextrole.Red, nextrole.Yellow, nextrole.Green} {
		if n := count(t, p.picture(), theme.Light, theme.ZoneSolid(z)); n > 0 {
			t.Errorf("the first page shows %d pixels in the color of the %s zone", n, z)
		}
	}
	p.keys("Tab", "Tab") // past the link that skips the question
	p.write("registrar")
	p.keys("Return", "Return")
	p.at("role/29-9021.00/summary")
	p.shows(theme.Light, theme.ZoneSolid(nextrole.Red))
	p.keys("ctrl+Tab")
	p.at("role/29-9021.00/tasks")
	p.keys("p")
	p.pinned(1)

	p.keys("ctrl+k")
	p.write("health informatics")
	p.keys("Return")
	p.at("role/15-1211.01/summary")
	p.keys("p")
	p.pinned(2)

	p.keys("ctrl+1")
	p.at("explore")
	for i, role := range []struct{ words, code string }{
		{"compliance officers", "13-1041.00"},
		{"health services manager", "11-9111.00"},
	} {
		p.keys("ctrl+f")
		p.write(role.words)
		p.until("the search for "+role.words, func(s state) bool { return s.Settings.Query == role.words })
		p.keys("Return")
		p.at("role/" + role.code + "/summary")
		p.keys("p")
		p.pinned(3 + i)
		p.keys("alt+Left")
		p.at("explore")
	}

	p.keys("F10", "Down", "Return")
	p.until("the light theme", func(s state) bool { return s.Settings.Theme == "light" })
	p.keys("ctrl+2")
	p.at("compare")
	for column := range 4 {
		fill, _ := theme.Series(column)
		p.shows(theme.Light, fill)
	}
	before := p.picture()
	size := p.frame().Size()
	kept := p.quit()
	want := state{
		Pins: []nextrole.Code{"29-9021.00", "15-1211.01", "13-1041.00", "11-9111.00"},
		Settings: nextrole.Settings{
			Welcomed: true, Audience: nextrole.Worker, Home: "29-9021.00", Theme: "light",
			Width: float32(size.X), Height: float32(size.Y),
			Place: "compare", Query: "health services manager",
		},
	}
	if diff := cmp.Diff(want, kept); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}

	p = open(s, library)
	p.looks("after a restart", before)
	if diff := cmp.Diff(want, p.quit()); diff != "" {
		t.Errorf("kept after a restart (-want +got):\n%s", diff)
	}
}

// TestByMouse does the main job by clicks alone but for one word, and compares
// what is seen at each step with the same window drawn in memory.
func TestByMouse(t *testing.T) {
	w := openTwins(newScreen(t, 1400, 900), nextrole.Settings{Theme: "light"})
	w.alike("the start")
	w.choose("I advise others")
	w.press("the search", aSearch)
	w.both("coder")
	w.press("the first match", named("Medical Records Specialists"))
	w.choose("Open this role")
	w.at("role/29-2072.00/summary")
	w.choose("Tasks & AI")
	w.at("role/29-2072.00/tasks")
	w.choose("Summary")
	w.choose("Pin")
	w.pinned(1)

	w.choose("Explore")
	w.at("explore")
	w.choose("Zone")
	w.choose("Green, resistant")
	w.choose("Zone Green") // the click beside the menu closes it
	w.press("a row", named("Medical and Health Services Managers"))
	w.beside("Data Protection Officer", "Pin")
	w.pinned(2)
	w.choose("Compare 2")
	w.at("compare")
	w.choose("Menu")
	w.choose("Dark theme")
	w.until("the dark theme", func(s state) bool { return s.Settings.Theme == "dark" })
	w.choose("Only differences")
	w.choose("Menu")
	w.pressOnScreen("Quit", named("Quit"))
	w.same(w.closed())
}

// TestDamagedLibrary expects of a file that is no good library that the window
// and the terminal say so, and that the file stays as it is.
func TestDamagedLibrary(t *testing.T) {
	s := newScreen(t, 1400, 900)
	whole := fresh(t)
	if err := newLibrary(t, whole, nextrole.Settings{}).Close(); err != nil {
		t.Fatal(err)
	}
	good, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(good)
	flipped[bytes.Index(flipped, []byte("Registrar"))] ^= 4
	for name, content := range map[string][]byte{
		"cut short": good[:len(good)/2],
		"a letter":  []byte("Dear library,\n"),
		"one bit":   flipped,
	} {
		t.Run(name, func(t *testing.T) {
			library := fresh(t)
			if err := os.WriteFile(library, content, 0o600); err != nil {
				t.Fatal(err)
			}
			var e *store.Error
			if _, err := store.Open(library, "", nil, store.Options{ReadOnly: true}); !errors.As(err, &e) {
				t.Fatalf("opens with %v", err)
			}
			trouble := &problem.Trouble{What: e.Error(), Safe: e.Safe, Do: e.Do}
			if e.Code != store.Foreign {
				saved, err := store.Salvage(library)
				if err != nil {
					t.Fatal(err)
				}
				trouble.Salvage = &problem.Salvage{Settings: saved.Settings != nil, Older: saved.Older, Partial: saved.Partial}
			}
			s.t = t
			p := open(s, library)
			p.looks("with that problem", captured(inMemory(t, trouble)))
			p.keys("Return")
			if status := p.status(); status != 1 {
				t.Errorf("exit status %d, want 1", status)
			}
			for _, words := range []string{e.Error(), e.Safe, e.Do} {
				if !strings.Contains(p.stderr.String(), words) {
					t.Errorf("stderr does not say %q:\n%s", words, p.stderr.String())
				}
			}
			p.noCrash()
			if after, err := os.ReadFile(library); err != nil || !bytes.Equal(after, content) {
				t.Errorf("the file was changed (%v)", err)
			}
		})
	}
}

// TestNoDisplay expects a sentence where there is no screen to open a window on.
func TestNoDisplay(t *testing.T) {
	library := fresh(t)
	c := exec.Command(built(t), "--library", library)
	c.Env = []string{"HOME=" + t.TempDir(), "FYNE_PLATFORM=x11"}
	said, err := c.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("ended with %v, want exit status 1", err)
	}
	if !bytes.Contains(said, []byte("no display")) || bytes.Contains(said, []byte("goroutine")) {
		t.Errorf("said:\n%s", said)
	}
	if beside, err := os.ReadDir(filepath.Dir(library)); err != nil || len(beside) > 0 {
		t.Errorf("wrote %v (%v)", beside, err)
	}
}

// TestSize makes the interface half as large again and expects the window to
// stay as it is around it, at the next start too.
func TestSize(t *testing.T) {
	s := newScreen(t, 1400, 900)
	library := fresh(t)
	if err := newLibrary(t, library, nextrole.Settings{Welcomed: true, Place: "role/29-9021.00/tasks"}).Close(); err != nil {
		t.Fatal(err)
	}
	p := open(s, library)
	before := p.frame()
	const rounding = 2 // pixels
	whole := func() {
		t.Helper()
		now := p.frame()
		grown := now.Size().Sub(before.Size())
		if max(grown.X, grown.Y) > rounding || min(grown.X, grown.Y) < -rounding || !now.In(s.shot().Rect) {
			t.Errorf("the window is at %v of %v, and was at %v", now, s.shot().Rect, before)
		}
	}
	whole()
	for range 5 {
		p.keys("ctrl+plus")
	}
	p.until("the size of 150%", func(s state) bool { return s.Settings.Size == 150 })
	p.steady()
	whole()
	p.quit()
	p = open(s, library)
	whole()
	larger := p.picture()
	p.xdotool("windowsize", p.window, "300", "200")
	await(t, "the least size of the window", func() bool {
		size := p.frame().Size()
		return size.X < before.Dx() && size.X >= 1100 && size.Y < before.Dy() && size.Y >= 700
	})
	p.xdotool("windowsize", "--sync", p.window, strconv.Itoa(before.Dx()), strconv.Itoa(before.Dy()))
	p.keys("ctrl+0")
	p.until("the size of 100%", func(s state) bool { return s.Settings.Size == 100 })
	await(t, "another look than at 150%", func() bool { return apart(larger, p.picture()) > 0.05 })
	whole()
	p.quit()
}

var seed = flag.Uint64("seed", 1, "what the haste of TestHaste follows from")

// TestHaste presses keys and clicks faster than anybody could mean it, and
// expects the program to bear it.
func TestHaste(t *testing.T) {
	t.Logf("go test -seed=%d", *seed)
	random := rand.New(rand.NewPCG(*seed, 0))
	s := newScreen(t, 1400, 900)
	library := fresh(t)
	if err := newLibrary(t, library, nextrole.Settings{Welcomed: true}).Close(); err != nil {
		t.Fatal(err)
	}
	p := open(s, library)
	for range 10 {
		s.xdotool(haste(random, p.frame(), 60)...)
		if p.over() {
			p.closed() // it may have chosen Quit in the menu
			p = open(s, library)
		}
		p.noCrash()
	}
	// Whatever is open, it still listens.
	p.keys("Escape", "Escape", "Escape", "ctrl+1", "ctrl+f")
	p.write("still here")
	p.until("an answer", func(s state) bool { return s.Settings.Query == "still here" })
	p.quit()
}

// haste returns what xdotool shall do: half of it typing, the rest keys that
// move, choose and open, and clicks in the window.
func haste(random *rand.Rand, window image.Rectangle, n int) []string {
	often := strings.Fields("Down Up Return Escape Tab BackSpace slash Left Right Home End Page_Down")
	seldom := strings.Fields("ctrl+1 ctrl+2 ctrl+f ctrl+k ctrl+Tab ctrl+Return alt+Left alt+Right alt+t shift+Tab ctrl+plus ctrl+0 F1 F10 space Delete")
	var all []string
	for range n {
		key := string(rune('a' + random.IntN(26)))
		switch chance := random.IntN(100); {
		case chance < 10:
			x, y := window.Min.X+random.IntN(window.Dx()), window.Min.Y+random.IntN(window.Dy())
			all = append(all, "mousemove", strconv.Itoa(x), strconv.Itoa(y), "click", "1")
			continue
		case chance < 40:
			key = often[random.IntN(len(often))]
		case chance < 50:
			key = seldom[random.IntN(len(seldom))]
		}
		all = append(all, "key", "--delay", "4", key)
	}
	return all
}
