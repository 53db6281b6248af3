package uitest

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// The sizes of a page in DIP: in the window as designed, in the least window,
// and in the least at an interface size of 150 %. The rail and the top bar take the rest.
var (
	Wide   = fyne.NewSize(1294, 796)
	Least  = fyne.NewSize(952, 656)
	Narrow = fyne.NewSize(661, 423)
)

// Stage is a window with a keyboard and a pointer.
type Stage struct {
	App    fyne.App
	Window fyne.Window

	t      testing.TB
	canvas fyne.Canvas
}

// window is Fyne's window for tests, with shortcuts that can be pressed.
type window struct {
	fyne.Window

	canvas *windowCanvas
}

func (w *window) Canvas() fyne.Canvas { return w.canvas }

type windowCanvas struct {
	fyne.Canvas

	shortcuts fyne.ShortcutHandler
}

func (c *windowCanvas) AddShortcut(s fyne.Shortcut, f func(fyne.Shortcut)) {
	c.shortcuts.AddShortcut(s, f)
}
func (c *windowCanvas) RemoveShortcut(s fyne.Shortcut) { c.shortcuts.RemoveShortcut(s) }
func (c *windowCanvas) TypedShortcut(s fyne.Shortcut)  { c.shortcuts.TypedShortcut(s) }

// NewStage opens an empty window in the light theme.
func NewStage(t testing.TB) *Stage {
	t.Helper()
	look, err := theme.New(theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look)
	w := test.NewTempWindow(t, nil)
	s := &Stage{App: app, Window: &window{w, &windowCanvas{Canvas: w.Canvas()}}, t: t, canvas: w.Canvas()}
	s.Window.SetPadded(false)
	return s
}

// Canvas is what the window shows.
func (s *Stage) Canvas() fyne.Canvas { return s.canvas }

// ShiftTab moves the keyboard back.
const ShiftTab fyne.KeyName = "Shift+Tab"

// Press presses keys as the desktop does: Tab moves the keyboard, others go to
// what has it, or else to the window.
func (s *Stage) Press(keys ...fyne.KeyName) {
	s.t.Helper()
	for _, key := range keys {
		switch {
		case key == fyne.KeyTab:
			s.Canvas().FocusNext()
		case key == ShiftTab:
			s.Canvas().FocusPrevious()
		case s.Canvas().Focused() != nil:
			s.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
		case s.Canvas().OnTypedKey() != nil:
			s.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key})
		default:
			s.t.Fatalf("nothing takes %s", key)
		}
	}
}

// Write types letters; each goes to what has the keyboard then.
func (s *Stage) Write(text string) {
	s.t.Helper()
	for _, r := range text {
		switch {
		case s.Canvas().Focused() != nil:
			s.Canvas().Focused().TypedRune(r)
		case s.Canvas().OnTypedRune() != nil:
			s.Canvas().OnTypedRune()(r)
		default:
			s.t.Fatalf("nothing takes %q", r)
		}
	}
}

// Shortcut presses a key together with others, for the window: what has the
// keyboard is taken to pass it on, since Fyne's test driver cannot.
func (s *Stage) Shortcut(mod fyne.KeyModifier, key fyne.KeyName) {
	s.Window.Canvas().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: mod})
}

// Ctrl presses a key together with Ctrl, or with Cmd on a Mac.
func (s *Stage) Ctrl(key fyne.KeyName) { s.Shortcut(fyne.KeyModifierShortcutDefault, key) }

// Said returns the name of what has the keyboard, or "".
func (s *Stage) Said() string {
	if named, ok := s.Canvas().Focused().(fyne.Accessible); ok {
		return named.AccessibilityLabel()
	}
	return ""
}

// TabTo moves the keyboard on until what has it is named so.
func (s *Stage) TabTo(label string) {
	s.t.Helper()
	const most = 200
	for range most {
		if s.Said() == label {
			return
		}
		s.Canvas().FocusNext()
	}
	s.t.Fatalf("Tab does not lead to %q", label)
}

// Click clicks in the middle of the words, in a popup where there is one.
func (s *Stage) Click(words string) {
	s.t.Helper()
	for _, p := range s.Placed(s.top()) {
		if text, ok := p.Object.(*widget.Text); ok && text.String() == words {
			test.TapCanvas(s.Canvas(), p.At.AddXY(text.Size().Width/2, text.Size().Height/2))
			return
		}
	}
	s.t.Fatalf("%q is not there: %q", words, s.Texts(s.top()))
}

// Tap presses a control by its name, which need not be written on it.
func (s *Stage) Tap(label string) {
	s.t.Helper()
	for _, p := range s.Placed(s.top()) {
		named, ok := p.Object.(fyne.Accessible)
		control, taps := p.Object.(fyne.Tappable)
		if ok && taps && named.AccessibilityLabel() == label {
			test.Tap(control)
			return
		}
	}
	s.t.Fatalf("no control is named %q", label)
}

// top is the popup, or the page where there is none.
func (s *Stage) top() fyne.CanvasObject {
	if o := s.Canvas().Overlays().Top(); o != nil {
		return o
	}
	return s.Canvas().Content()
}

// Popup returns the words of the popup, nil where there is none.
func (s *Stage) Popup() []string {
	if o := s.Canvas().Overlays().Top(); o != nil {
		return s.Texts(o)
	}
	return nil
}

// Page returns the words of the page, popups aside.
func (s *Stage) Page() []string { return s.Texts(s.Canvas().Content()) }

// Says reports whether the words stand in a text of the page.
func (s *Stage) Says(words string) bool {
	return slices.ContainsFunc(s.Page(), func(text string) bool { return strings.Contains(text, words) })
}

// Texts returns all visible words below an object.
func (s *Stage) Texts(root fyne.CanvasObject) []string {
	var texts []string
	for _, p := range s.Placed(root) {
		if text, ok := p.Object.(*widget.Text); ok && text.String() != "" {
			texts = append(texts, text.String())
		}
	}
	return texts
}
