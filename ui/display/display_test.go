package display_test

import (
	"bytes"
	"errors"
	"log"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/test"

	"nextrole/ui/display"
)

// A native window is one of a system, or would be.
type native struct {
	fyne.Window

	context any
	show    func()
}

func (n native) Show() { n.show() }

func (n native) RunNative(f func(any)) { f(n.context) }

func TestShow(t *testing.T) {
	noGL := func() {
		fyne.LogError("Preferences load error", errors.New("disk"))
		fyne.LogError("window creation error", errors.New("APIUnavailable: GLX: GLX extension not found"))
	}
	chatter := func() { log.Print("something else") }
	for _, c := range []struct {
		name    string
		context any
		show    func()
		err     string // in the error; empty for none
		logged  string
	}{
		{"on X11", driver.X11WindowContext{WindowHandle: 7}, chatter, "", "something else"},
		{"on Wayland", driver.WaylandWindowContext{WaylandSurface: 7}, chatter, "", "something else"},
		{"on Windows", driver.WindowsWindowContext{HWND: 7}, chatter, "", "something else"},
		{"on macOS", driver.MacWindowContext{NSWindow: 7}, chatter, "", "something else"},
		{"elsewhere", driver.UnknownContext{}, chatter, "", "something else"},
		{"none on X11", driver.X11WindowContext{}, noGL, "does not work here (APIUnavailable: GLX: GLX extension not found).\n", ""},
		{"none on Wayland", driver.WaylandWindowContext{}, noGL, "GLX extension not found", ""},
		{"none on Windows", driver.WindowsWindowContext{}, noGL, "GLX extension not found", ""},
		{"none on macOS", driver.MacWindowContext{}, noGL, "GLX extension not found", ""},
		{"none, for a reason unknown", driver.X11WindowContext{}, chatter, "does not work here.\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			logged := record(t)
			err := display.Show(native{context: c.context, show: c.show})
			switch {
			case (err != nil) != (c.err != ""):
				t.Errorf("error %v, want one with %q", err, c.err)
			case err != nil && !(strings.Contains(err.Error(), c.err) && strings.Contains(err.Error(), "nextrolectl")):
				t.Errorf("error %v, want one with %q and with nextrolectl", err, c.err)
			}
			if got := logged.String(); !strings.Contains(got, c.logged) || c.logged == "" && got != "" {
				t.Errorf("logged %q, want %q", got, c.logged)
			}
		})
	}
}

// Where nobody takes the log, as on Windows, the window is there all the same.
func TestShowWithoutALog(t *testing.T) {
	record(t)
	log.SetOutput(nowhere{})
	w := native{context: driver.WindowsWindowContext{HWND: 7}, show: func() { log.Print("to nobody") }}
	if err := display.Show(w); err != nil {
		t.Error(err)
	}
}

type nowhere struct{}

func (nowhere) Write([]byte) (int, error) { return 0, errors.New("the handle is invalid") }

// What was logged before a panic is in the log, for who looks into it.
func TestShowPanics(t *testing.T) {
	logged := record(t)
	defer func() {
		if r := recover(); r != "at the worst time" || !strings.Contains(logged.String(), "before that") {
			t.Errorf("panics with %v, logged %q", r, logged)
		}
		log.Print("after that")
		if !strings.Contains(logged.String(), "after that") {
			t.Error("the log goes elsewhere from then on")
		}
	}()
	_ = display.Show(native{show: func() { log.Print("before that"); panic("at the worst time") }})
}

func TestShowInMemory(t *testing.T) {
	test.NewTempApp(t)
	if err := display.Show(test.NewTempWindow(t, nil)); err != nil {
		t.Error(err)
	}
}

// record keeps what is logged until the test ends.
func record(t *testing.T) *bytes.Buffer {
	t.Helper()
	var logged bytes.Buffer
	before := log.Writer()
	log.SetOutput(&logged)
	t.Cleanup(func() { log.SetOutput(before) })
	return &logged
}
