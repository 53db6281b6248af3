package widget_test

import (
	"fmt"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nextrole/ui/theme"
)

func TestMain(m *testing.M) {
	light, err := theme.New(theme.Light)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	test.NewApp().Settings().SetTheme(light)
	os.Exit(m.Run())
}

// stage is a window with a keyboard.
type stage struct {
	window fyne.Window
	canvas fyne.Canvas
}

// wear puts on the theme in a mode for a test.
func wear(t *testing.T, mode theme.Mode) {
	t.Helper()
	made, err := theme.New(mode)
	if err != nil {
		t.Fatal(err)
	}
	settings := fyne.CurrentApp().Settings()
	before := settings.Theme()
	settings.SetTheme(made)
	t.Cleanup(func() { settings.SetTheme(before) })
}

// show puts o into a window of a size.
func show(t *testing.T, o fyne.CanvasObject, width, height float32) stage {
	t.Helper()
	w := test.NewWindow(nil)
	w.SetPadded(false)
	w.SetContent(o)
	w.Resize(fyne.NewSize(width, height))
	t.Cleanup(w.Close)
	return stage{w, w.Canvas()}
}

// press types keys as a keyboard does: Tab moves on, "Shift+Tab" back, other
// keys go to what has the keyboard, or else to the window.
func (s stage) press(keys ...fyne.KeyName) {
	for _, key := range keys {
		switch {
		case key == fyne.KeyTab:
			s.canvas.FocusNext()
		case key == "Shift+Tab":
			s.canvas.FocusPrevious()
		case s.canvas.Focused() != nil:
			s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: key})
		case s.canvas.OnTypedKey() != nil:
			s.canvas.OnTypedKey()(&fyne.KeyEvent{Name: key})
		}
	}
}

// shortcut types a key with modifiers on what has the keyboard.
func (s stage) shortcut(mod fyne.KeyModifier, key fyne.KeyName) {
	s.canvas.Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: mod})
}

// listener is a canvas that notes the shortcuts it gets. The test driver's own
// hides that it takes any, as the window's does.
type listener struct {
	fyne.Canvas
	got []string
}

func (l *listener) TypedShortcut(s fyne.Shortcut) { l.got = append(l.got, s.ShortcutName()) }

// listen puts a listener in the place of a canvas.
func listen(t *testing.T, c fyne.Canvas) *listener {
	t.Helper()
	l := &listener{Canvas: c}
	app := fyne.CurrentApp()
	fyne.SetCurrentApp(appOn{app, driverOn{app.Driver(), l}})
	t.Cleanup(func() { fyne.SetCurrentApp(app) })
	return l
}

type appOn struct {
	fyne.App
	driver fyne.Driver
}

func (a appOn) Driver() fyne.Driver { return a.driver }

type driverOn struct {
	fyne.Driver
	canvas fyne.Canvas
}

func (d driverOn) CanvasForObject(fyne.CanvasObject) fyne.Canvas { return d.canvas }

// click clicks in the middle of o.
func (s stage) click(o fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	test.TapCanvas(s.canvas, at.AddXY(o.Size().Width/2, o.Size().Height/2))
}

// hover moves the pointer to the middle of o.
func (s stage) hover(o fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	test.MoveMouse(s.canvas, at.AddXY(o.Size().Width/2, o.Size().Height/2))
}

// said returns the accessible name of what has the keyboard, or "".
func (s stage) said() string {
	if a, ok := s.canvas.Focused().(fyne.Accessible); ok {
		return a.AccessibilityLabel()
	}
	return ""
}
