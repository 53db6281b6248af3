package widget_test

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/google/go-cmp/cmp"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

func TestPress(t *testing.T) {
	var pressed []string
	note := func(name string) func() { return func() { pressed = append(pressed, name) } }
	primary := widget.NewPrimary("Compare", "compare", note("primary"))
	off := widget.NewButton("Off", "", note("off"))
	off.SetEnabled(false)
	button := widget.NewButton("Pin", "pin", note("button"))
	quiet := widget.NewPress("Quiet", widget.NewText("Quiet", theme.Body, theme.Text), note("quiet"))
	quiet.Quiet = true
	link := widget.NewLink("More", note("link"))
	icon := widget.NewIconButton("Menu", "menu", note("icon"))
	s := show(t, layout.NewStack(8, primary, off, button, quiet, link, icon), 300, 400)

	var passed []string
	s.canvas.SetOnTypedKey(func(e *fyne.KeyEvent) { passed = append(passed, string(e.Name)) })
	s.canvas.SetOnTypedRune(func(r rune) { passed = append(passed, string(r)) })
	for _, step := range []struct {
		do   func()
		said string // by what has the keyboard after it
		want []string
	}{
		{func() { s.press(fyne.KeyTab) }, "Compare", nil},
		{func() { s.press(fyne.KeyReturn) }, "Compare", []string{"primary"}},
		{func() { s.press(fyne.KeyTab) }, "Pin", nil},
		{func() { s.press(fyne.KeySpace, fyne.KeyEnter) }, "Pin", []string{"button", "button"}},
		{func() { s.press(fyne.KeyTab) }, "More", nil},
		{func() { s.press(fyne.KeyTab, fyne.KeySpace) }, "Menu", []string{"icon"}},
		{func() { s.press("Shift+Tab", "Shift+Tab", "Shift+Tab") }, "Compare", nil},
		{func() { s.click(link) }, "More", []string{"link"}},
		{func() { s.click(off) }, "", nil}, // a click on what does nothing takes the keyboard away, as one beside it does
		{func() { s.press(fyne.KeyTab); s.click(quiet) }, "", []string{"quiet"}},
		{func() { off.SetEnabled(true); s.click(off) }, "Off", []string{"off"}},
		{func() { off.Disable(); s.press(fyne.KeyReturn) }, "Off", nil},
		{func() { off.Enable(); s.press(fyne.KeyReturn) }, "Off", []string{"off"}},
	} {
		pressed = nil
		step.do()
		if got := s.said(); got != step.said {
			t.Errorf("%q has the keyboard, want %q", got, step.said)
		}
		if diff := cmp.Diff(step.want, pressed); diff != "" {
			t.Errorf("at %q pressed (-want +got):\n%s", step.said, diff)
		}
	}
	if passed != nil {
		t.Errorf("the window got %q", passed)
	}
	s.press(fyne.KeyF1)
	for _, r := range "p/ " {
		s.canvas.Focused().TypedRune(r)
	}
	if diff := cmp.Diff([]string{"F1", "p", "/"}, passed); diff != "" {
		t.Errorf("the window got (-want +got):\n%s", diff)
	}
}

func TestPressKeysAndHints(t *testing.T) {
	var keys []fyne.KeyName
	var hints []bool
	p := widget.NewPress("Tab", widget.NewText("Tab", theme.Body, theme.Text), func() {})
	p.OnKey = func(key fyne.KeyName) bool {
		keys = append(keys, key)
		return key == fyne.KeyLeft
	}
	p.OnHint = func(on bool) { hints = append(hints, on) }
	other := widget.NewButton("Other", "", func() {})
	s := show(t, layout.NewStack(20, p, other), 200, 200)
	passed := 0
	s.canvas.SetOnTypedKey(func(*fyne.KeyEvent) { passed++ })
	s.press(fyne.KeyTab, fyne.KeyLeft, fyne.KeyUp, fyne.KeyReturn)
	if diff := cmp.Diff([]fyne.KeyName{fyne.KeyLeft, fyne.KeyUp}, keys); diff != "" || passed != 1 {
		t.Errorf("passed %d, want 1; keys (-want +got):\n%s", passed, diff)
	}
	s.hover(p)
	s.press(fyne.KeyTab)
	s.hover(other)
	if diff := cmp.Diff([]bool{true, true, false, false}, hints); diff != "" {
		t.Errorf("hints (-want +got):\n%s", diff)
	}
	if p.Cursor() != desktop.PointerCursor {
		t.Error("the pointer does not show that it can be pressed")
	}
	p.SetEnabled(false)
	if p.Cursor() != desktop.DefaultCursor {
		t.Error("the pointer shows that it can be pressed")
	}
}

// A button looks as it works: in gray while it does not, then again as before.
func TestButtonLooksDisabled(t *testing.T) {
	for name, b := range map[string]*widget.Button{
		"words":          widget.NewButton("Pin", "", nil),
		"icon":           widget.NewIconButton("Pin", "pin", nil),
		"words and icon": widget.NewPrimary("Pin", "pin", nil),
	} {
		picture := func() image.Image {
			s := show(t, layout.NewFixed(80, 40, b), 80, 40)
			return s.canvas.Capture()
		}
		on := picture()
		b.SetEnabled(false)
		off := picture()
		b.SetIcon("pin", theme.Accent) // waits
		b.SetInk(theme.Accent)
		if !same(off, picture()) {
			t.Errorf("%s: another color shows while disabled", name)
		}
		b.SetEnabled(true)
		accent := picture()
		if same(on, off) || same(off, accent) {
			t.Errorf("%s: looks the same enabled and disabled", name)
		}
		if name != "words and icon" && same(on, accent) {
			t.Errorf("%s: the color set while disabled is lost", name)
		}
	}
}

func TestSetLabel(t *testing.T) {
	b := widget.NewButton("Pin", "", func() {})
	show(t, layout.NewRow(0, b), 200, 50)
	before := b.MinSize()
	b.SetLabel("Unpin the role")
	if b.AccessibilityLabel() != "Unpin the role" || b.MinSize().Width <= before.Width {
		t.Errorf("says %q and is %v wide, before %v", b.AccessibilityLabel(), b.MinSize().Width, before.Width)
	}
}

func same(a, b image.Image) bool { return furthest(a, b, a.Bounds()) == 1 }

// furthest returns the greatest contrast between the same pixels of two
// pictures within an area.
func furthest(a, b image.Image, area image.Rectangle) float64 {
	most := 1.0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			most = max(most, contrast(a.At(x, y), b.At(x, y)))
		}
	}
	return most
}

// contrast is the contrast ratio of WCAG 2.
func contrast(a, b color.Color) float64 {
	luminance := func(c color.Color) float64 {
		r, g, b, _ := c.RGBA()
		var sum float64
		for i, v := range []uint32{r, g, b} {
			part := float64(v) / 0xFFFF
			if part <= 0.04045 {
				part /= 12.92
			} else {
				part = math.Pow((part+0.055)/1.055, 2.4)
			}
			sum += part * []float64{0.2126, 0.7152, 0.0722}[i]
		}
		return sum
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// control is something with the keyboard's ring.
type control struct {
	name  string
	make  func() fyne.CanvasObject
	steps int // of Tab to reach it
}

func controls() []control {
	text := func() fyne.CanvasObject { return widget.NewText("Row", theme.Body, theme.Text) }
	return []control{
		{"primary", func() fyne.CanvasObject { return widget.NewPrimary("Compare", "", nil) }, 1},
		{"button", func() fyne.CanvasObject { return widget.NewButton("Pin", "pin", nil) }, 1},
		{"link", func() fyne.CanvasObject { return widget.NewLink("More", nil) }, 1},
		{"icon button", func() fyne.CanvasObject { return widget.NewIconButton("Menu", "menu", nil) }, 1},
		{"press", func() fyne.CanvasObject { return widget.NewPress("Row", text(), nil) }, 1},
		{"chip", func() fyne.CanvasObject { return widget.NewChip("Zone", &widget.Menu{}) }, 1},
		{"tab", func() fyne.CanvasObject { return widget.NewTabs("Summary", "Tasks").Container }, 2},
		{"first segment", func() fyne.CanvasObject { return widget.NewSegments(1, nil, "Order", "Score") }, 1},
		{"last segment", func() fyne.CanvasObject { return widget.NewSegments(0, nil, "Order", "Score") }, 2},
		{"search", func() fyne.CanvasObject { return widget.NewSearch("Role") }, 1},
		{"list", func() fyne.CanvasObject {
			return widget.NewList(func() int { return 1 }, text, func(int, fyne.CanvasObject) {})
		}, 1},
	}
}

// Whatever has the keyboard shows it by a ring with a contrast of 3:1 to what
// is around it, on each side and each surface that it may stand on.
func TestFocusRing(t *testing.T) {
	surfaces := []fyne.ThemeColorName{theme.Bg, theme.Pane, theme.Rail, theme.Hover, theme.Selected, theme.Field, theme.Raised}
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		wear(t, mode)
		for _, surface := range surfaces {
			for _, c := range controls() {
				checkRing(t, string(mode)+", "+string(surface), surface, c)
			}
		}
	}
}

func checkRing(t *testing.T, where string, surface fyne.ThemeColorName, c control) {
	t.Helper()
	o := c.make()
	s := show(t, layout.NewLayers(widget.NewFill(surface), layout.NewInset(10, 10, 10, 10, layout.NewRow(0, o))), 220, 100)
	before := s.canvas.Capture()
	for range c.steps {
		s.press(fyne.KeyTab)
	}
	focused, ok := s.canvas.Focused().(fyne.CanvasObject)
	if !ok {
		t.Errorf("%s: %s is not reached by Tab", where, c.name)
		return
	}
	after := s.canvas.Capture()
	at, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(focused), focused.Size()
	if c.name == "search" { // whose ring goes around the whole field, not only what is typed
		at, size = fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	}
	const reach = 5 // DIP around the edge where the ring may be
	scale := float32(after.Bounds().Dx()) / s.canvas.Size().Width
	part := func(x, y, w, h float32) image.Rectangle {
		return image.Rect(int(x*scale), int(y*scale), int((x+w)*scale), int((y+h)*scale))
	}
	middle, center := at.Y+size.Height/2-1, at.X+size.Width/2-1
	for side, area := range map[string]image.Rectangle{
		"left":   part(at.X-reach, middle, 2*reach, 2),
		"right":  part(at.X+size.Width-reach, middle, 2*reach, 2),
		"top":    part(center, at.Y-reach, 2, 2*reach),
		"bottom": part(center, at.Y+size.Height-reach, 2, 2*reach),
	} {
		if got := furthest(before, after, area); got < 3 {
			t.Errorf("%s: the ring of %s has %s at its %s, less than 3:1", where, c.name, fmt.Sprintf("%.2f:1", got), side)
		}
	}
	s.canvas.Unfocus()
	if !same(before, s.canvas.Capture()) {
		t.Errorf("%s: %s still shows a ring", where, c.name)
	}
}

// What a person moves to by keys is scrolled into view.
func TestFocusIsRevealed(t *testing.T) {
	column := layout.NewStack(10)
	var buttons []*widget.Button
	for i := range 20 {
		b := widget.NewButton(fmt.Sprint("Button ", i), "", nil)
		buttons = append(buttons, b)
		column.Add(layout.NewRow(0, b))
	}
	s := show(t, layout.NewScroll(column), 200, 200)
	for i, b := range buttons {
		s.press(fyne.KeyTab)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
		if at.Y < 0 || at.Y+b.Size().Height > 200 {
			t.Errorf("button %d has the keyboard at %v, out of view", i, at.Y)
		}
	}
	s.press(fyne.KeyTab)
	if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(buttons[0]); at.Y < 0 {
		t.Errorf("the first button has the keyboard at %v, out of view", at.Y)
	}
}
