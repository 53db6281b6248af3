//go:build journey

package main_test

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/source/starter"
	"nextrole/store"
)

// program is NextRole running in a window.
type program struct {
	*screen

	library string
	window  string // its number
	process *os.Process
	stderr  bytes.Buffer
	ended   chan struct{}
	outcome error // of the process, once ended is closed
}

// built is the program to test, as make builds it.
func built(t testing.TB) string {
	t.Helper()
	path := os.Getenv("NEXTROLE_BIN")
	if path == "" {
		t.Fatal("NEXTROLE_BIN does not name the program to test; make journey does")
	}
	return path
}

// open starts the program on a library, or on the default one where that is
// empty, and waits for its window. Environment
// is like "LC_ALL=C", in place of what the screen's programs have.
func open(s *screen, library string, environment ...string) *program {
	s.t.Helper()
	p := launch(s, library, environment...)
	await(s.t, "a window whose title starts with NextRole", func() bool {
		p.alive()
		found, err := s.command("xdotool", "search", "--all", "--onlyvisible", "--pid", strconv.Itoa(p.process.Pid), "--name", "^NextRole").Output()
		p.window, _, _ = strings.Cut(string(found), "\n")
		return err == nil && p.window != ""
	})
	await(s.t, "the keyboard in the window", func() bool {
		active, err := s.command("xdotool", "getactivewindow").Output()
		return err == nil && strings.TrimSpace(string(active)) == p.window
	})
	s.moveTo(image.Point{})
	s.steady()
	return p
}

// launch starts the program and waits for nothing.
func launch(s *screen, library string, environment ...string) *program {
	s.t.Helper()
	p := &program{screen: s, library: library, ended: make(chan struct{})}
	c := s.command(built(s.t))
	if library != "" {
		c.Args = append(c.Args, "--library", library)
	}
	c.Env = append(c.Env, environment...)
	c.Stderr = &p.stderr
	if err := c.Start(); err != nil {
		s.t.Fatal(err)
	}
	p.process = c.Process
	go func() {
		p.outcome = c.Wait()
		close(p.ended)
	}()
	s.t.Cleanup(func() {
		_ = c.Process.Kill()
		<-p.ended
	})
	return p
}

// over reports whether the program has ended.
func (p *program) over() bool {
	select {
	case <-p.ended:
		return true
	default:
		return false
	}
}

// alive fails the test if the program has ended.
func (p *program) alive() {
	p.t.Helper()
	if p.over() {
		p.t.Fatalf("the program ended: %v\n%s", p.outcome, p.stderr.String())
	}
}

// status waits until the program ends and returns its exit status.
func (p *program) status() int {
	p.t.Helper()
	await(p.t, "the end of the program", p.over)
	var exit *exec.ExitError
	switch {
	case p.outcome == nil:
		return 0
	case errors.As(p.outcome, &exit):
		return exit.ExitCode()
	}
	p.t.Fatal(p.outcome)
	return 0
}

// quit ends the program by its key and expects that all is well.
func (p *program) quit() state {
	p.t.Helper()
	p.keys("ctrl+q")
	return p.closed()
}

// ofTheMachine is what Fyne logs on a machine without a desktop's services, and
// where a file of its own is new.
var ofTheMachine = regexp.MustCompile(`failed to watch theme settings|dbus|Preferences load error|Cause: EOF|  At: `)

// closed waits for the end of the program and expects that all is well.
func (p *program) closed() state {
	p.t.Helper()
	if status := p.status(); status != 0 {
		p.t.Errorf("the program ended with status %d", status)
	}
	for line := range strings.Lines(p.stderr.String()) {
		if !ofTheMachine.MatchString(line) {
			p.t.Errorf("the program said: %s", line)
		}
	}
	p.noCrash()
	s, err := p.saved()
	if err != nil {
		p.t.Fatal(err)
	}
	return s
}

// noCrash expects that the program wrote no account of a crash, and nothing
// else beside the library.
func (p *program) noCrash() {
	p.t.Helper()
	beside, err := filepath.Glob(p.library + "?*")
	if err != nil || len(beside) == 0 {
		return
	}
	text, _ := os.ReadFile(beside[0])
	p.t.Errorf("%v beside the library:\n%s", beside, text)
}

// state is what the program keeps of a person.
type state struct {
	Pins     []nextrole.Code
	Settings nextrole.Settings
	Kept     []nextrole.Comparison
	Notes    []nextrole.Note
	Weeks    []nextrole.Week
	Works    []nextrole.Work
}

// saved reads the library as it is on the disk, without touching the one that
// the program has open.
func (p *program) saved() (state, error) {
	p.t.Helper()
	var s state
	copied := filepath.Join(p.home, "copy.db")
	text, err := os.ReadFile(p.library)
	if err != nil {
		return s, err
	}
	if err := os.WriteFile(copied, text, 0o600); err != nil {
		return s, err
	}
	digest, err := starter.Digest(assets.Starter())
	if err != nil {
		return s, err
	}
	l, err := store.Open(copied, digest, nil, store.Options{ReadOnly: true})
	if err != nil {
		return s, err
	}
	defer l.Close()
	var pinsErr, keptErr, notesErr, weeksErr, worksErr error
	s.Pins, pinsErr = l.Pins()
	s.Kept, keptErr = l.Comparisons()
	s.Notes, notesErr = l.Notes()
	s.Weeks, weeksErr = l.Weeks()
	s.Works, worksErr = l.Works()
	s.Settings, err = l.Settings()
	return s, errors.Join(pinsErr, keptErr, notesErr, weeksErr, worksErr, err)
}

// until waits for what the program is to keep. A copy made during a write does
// not open, and is made again.
func (p *program) until(what string, ok func(state) bool) {
	p.t.Helper()
	var last state
	found := false
	defer func() {
		if !found {
			p.t.Logf("kept until then: %+v", last)
		}
	}()
	await(p.t, what, func() bool {
		p.alive()
		s, err := p.saved()
		if err == nil {
			last = s
		}
		found = err == nil && ok(s)
		return found
	})
}

// at waits until the program shows a place.
func (p *program) at(place string) {
	p.t.Helper()
	p.until("the place "+place, func(s state) bool { return s.Settings.Place == place })
	p.steady()
}

// pinned waits until so many roles are pinned.
func (p *program) pinned(n int) {
	p.t.Helper()
	p.until(fmt.Sprint(n, " pins"), func(s state) bool { return len(s.Pins) == n })
	p.steady()
}

// frame is where the window's content is on the screen.
func (p *program) frame() image.Rectangle {
	p.t.Helper()
	told, err := p.command("xwininfo", "-id", p.window).Output()
	if err != nil {
		p.t.Fatal(err)
	}
	number := func(name string) int {
		_, rest, _ := strings.Cut(string(told), name+": ")
		var n int
		if _, err := fmt.Sscan(rest, &n); err != nil {
			p.t.Fatalf("%s in\n%s: %v", name, told, err)
		}
		return n
	}
	corner := image.Pt(number("Absolute upper-left X"), number("Absolute upper-left Y"))
	return image.Rectangle{corner, corner.Add(image.Pt(number("Width"), number("Height")))}
}

// picture is what the window shows once it is at rest.
func (p *program) picture() *image.RGBA {
	p.t.Helper()
	shot := p.steady()
	frame := p.frame()
	picture := image.NewRGBA(image.Rectangle{Max: frame.Size()})
	draw.Draw(picture, picture.Rect, shot, frame.Min, draw.Src)
	return picture
}

// fresh is the path of a library that does not exist yet.
func fresh(t testing.TB) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "library.db")
}
