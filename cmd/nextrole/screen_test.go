//go:build journey

package main_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience is how long anything may take before a journey gives up. It is no
// measure of speed: it keeps a journey that is stuck from staying so.
const patience = 60 * time.Second

// await asks again and again until the answer is yes, and fails the test where
// it never is.
func await(t testing.TB, what string, ok func() bool) {
	t.Helper()
	stuck, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	again := time.NewTicker(40 * time.Millisecond)
	defer again.Stop()
	for !ok() {
		select {
		case <-again.C:
		case <-stuck.Done():
			t.Fatalf("waited in vain: %s", what)
		}
	}
}

// screen is a display in memory with a window manager on it. What is shown is
// read from a file that the display keeps for that purpose.
type screen struct {
	t       testing.TB
	display string // ":7"
	pixels  string // the file
	home    string // of those who use the screen; no file of the person's is read
}

// The screen can be made otherwise: "-extension", "GLX" takes its OpenGL away.
func newScreen(t testing.TB, width, height int, otherwise ...string) *screen {
	t.Helper()
	s := &screen{t: t, home: t.TempDir()}
	folder := t.TempDir()
	s.pixels = filepath.Join(folder, "Xvfb_screen0")
	out, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	x := exec.Command("Xvfb", append(otherwise, "-displayfd", "3", "-nolisten", "tcp", "-noreset", "-dpi", "96",
		"-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-fbdir", folder)...)
	x.ExtraFiles = []*os.File{in}
	s.background(x)
	in.Close()
	number, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb does not start: %v", err)
	}
	s.display = ":" + strings.TrimSpace(number)
	s.background(s.command("openbox"))
	await(t, "the window manager", func() bool {
		said, _ := s.command("xprop", "-root", "_NET_SUPPORTING_WM_CHECK").Output()
		return strings.Contains(string(said), "#")
	})
	t.Cleanup(s.keepIfFailed)
	return s
}

// background starts a helper that lives as long as the test.
func (s *screen) background(helper *exec.Cmd) {
	s.t.Helper()
	helper.Stderr = s.t.Output()
	if err := helper.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() {
		_ = helper.Process.Signal(os.Interrupt) // so that it can clean up
		_ = helper.Wait()
	})
}

// command is a program that would show itself on the screen.
func (s *screen) command(name string, args ...string) *exec.Cmd {
	c := exec.Command(name, args...)
	for _, v := range os.Environ() {
		switch key, _, _ := strings.Cut(v, "="); key {
		case "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "FYNE_SCALE", "FYNE_THEME":
		default:
			c.Env = append(c.Env, v)
		}
	}
	c.Env = append(c.Env, "DISPLAY="+s.display, "FYNE_PLATFORM=x11", "LC_ALL=C.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1",
		"HOME="+s.home, "XDG_CONFIG_HOME="+s.home, "XDG_DATA_HOME="+s.home)
	return c
}

// xdotool presses keys, moves the pointer, clicks and asks.
func (s *screen) xdotool(args ...string) string {
	s.t.Helper()
	said, err := s.command("xdotool", args...).CombinedOutput()
	if err != nil {
		s.t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, said)
	}
	return strings.TrimSpace(string(said))
}

// keys presses keys one after the other: "ctrl+k", "Return", "p".
func (s *screen) keys(keys ...string) {
	s.t.Helper()
	s.xdotool(append([]string{"key", "--clearmodifiers", "--delay", "20"}, keys...)...)
}

func (s *screen) write(text string) {
	s.t.Helper()
	s.xdotool("type", "--delay", "15", text)
}

func (s *screen) click(at image.Point) {
	s.t.Helper()
	s.moveTo(at)
	s.xdotool("click", "1")
}

func (s *screen) moveTo(at image.Point) {
	s.t.Helper()
	s.xdotool("mousemove", fmt.Sprint(at.X), fmt.Sprint(at.Y))
}

// shot is what the screen shows.
func (s *screen) shot() *image.RGBA {
	s.t.Helper()
	dump, err := os.ReadFile(s.pixels)
	if err != nil {
		s.t.Fatal(err)
	}
	// The file is an X window dump: a header of big-endian numbers, a table of
	// colors of 12 bytes each, and the rows.
	field := func(i int) int { return int(binary.BigEndian.Uint32(dump[4*i:])) }
	const width, height, order, depth, stride, colors = 4, 5, 7, 11, 12, 19
	if field(depth) != 32 || field(order) != 0 {
		s.t.Fatalf("%d bits in the order %d: pixels are read as 32 bits, the lowest first", field(depth), field(order))
	}
	rows := dump[field(0)+12*field(colors):]
	picture := image.NewRGBA(image.Rect(0, 0, field(width), field(height)))
	for y := range field(height) {
		row := rows[y*field(stride):]
		for x := range field(width) {
			picture.SetRGBA(x, y, color.RGBA{row[4*x+2], row[4*x+1], row[4*x], 255})
		}
	}
	return picture
}

// steady waits until nothing on the screen changes any more but a cursor, now
// and then, and returns what it shows.
func (s *screen) steady() *image.RGBA {
	s.t.Helper()
	var last []byte
	same := 0
	await(s.t, "a screen at rest", func() bool {
		dump, err := os.ReadFile(s.pixels)
		if err != nil {
			s.t.Fatal(err)
		}
		if bytes.Equal(dump, last) {
			same++
		} else {
			same = 0
		}
		last = dump
		return same == 3
	})
	return s.shot()
}

// keepIfFailed keeps a picture of where a journey ended, for who looks into it.
func (s *screen) keepIfFailed() {
	if s.t.Failed() {
		s.keep("end.png", s.shot())
	}
}

// keep writes a picture where it outlasts the test, and says where.
func (s *screen) keep(name string, picture image.Image) {
	s.t.Helper()
	folder := s.t.ArtifactDir()
	if kept := flag.Lookup("test.artifacts"); kept == nil || kept.Value.String() != "true" {
		// That folder is removed with the test.
		var err error
		if folder, err = os.MkdirTemp("", "nextrole-journey-"); err != nil {
			s.t.Error(err)
			return
		}
	}
	path := filepath.Join(folder, name)
	f, err := os.Create(path)
	if err != nil {
		s.t.Error(err)
		return
	}
	defer f.Close()
	if err := png.Encode(f, picture); err != nil {
		s.t.Error(err)
		return
	}
	s.t.Log("see", path)
}
