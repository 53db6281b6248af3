//go:build journey

package main_test

import (
	"image"
	"image/color"
	"image/draw"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/source/starter"
	"nextrole/store"
	"nextrole/ui"
	"nextrole/ui/problem"
	"nextrole/ui/session"
	"nextrole/ui/task"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// twins are the program in its window and the same window in memory. What is
// done to the one is done to the other, so that the second tells where on the
// screen things are, and how the screen should look.
type twins struct {
	*program

	canvas  fyne.Canvas
	session *session.Session
}

// openTwins starts both on libraries of their own with the same settings.
func openTwins(s *screen, settings nextrole.Settings) *twins {
	s.t.Helper()
	path := fresh(s.t)
	lib := newLibrary(s.t, path, settings)
	if err := lib.Close(); err != nil {
		s.t.Fatal(err)
	}
	w := &twins{program: open(s, path)}
	lib = newLibrary(s.t, fresh(s.t), settings)
	s.t.Cleanup(func() { _ = lib.Close() })
	var err error
	if w.session, err = session.Open(lib, task.Inline{}); err != nil {
		s.t.Fatal(err)
	}
	look, err := theme.New(theme.Mode(settings.Theme))
	if err != nil {
		s.t.Fatal(err)
	}
	test.NewTempApp(s.t).Settings().SetTheme(look)
	window := test.NewTempWindow(s.t, nil)
	window.SetPadded(false)
	ui.New(window, w.session)
	size := w.frame().Size()
	window.Resize(fyne.NewSize(float32(size.X), float32(size.Y)))
	w.canvas = window.Canvas()
	return w
}

// inMemory is the window that tells of a trouble, in memory.
func inMemory(t *testing.T, trouble *problem.Trouble) fyne.Canvas {
	t.Helper()
	look, err := theme.New(theme.Light) // as where the desktop cannot say
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(look)
	w := test.NewTempWindow(t, nil)
	w.SetPadded(false)
	page := problem.New(trouble, func(problem.Action) {})
	w.SetContent(page.Content)
	w.Resize(page.Size())
	w.Canvas().Focus(page.Focus)
	return w.Canvas()
}

// newLibrary creates a library with settings.
func newLibrary(t testing.TB, path string, settings nextrole.Settings) *store.Library {
	t.Helper()
	digest, err := starter.Digest(assets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	lib, err := store.Open(path, digest, func() (starter.Set, error) { return starter.Read(assets.Starter()) }, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := lib.SetSettings(settings); err != nil {
		t.Fatal(err)
	}
	return lib
}

// named matches what is called or says exactly that.
func named(name string) func(fyne.CanvasObject) bool {
	return func(o fyne.CanvasObject) bool {
		a, ok := o.(fyne.Accessible)
		return ok && a.AccessibilityLabel() == name
	}
}

// aSearch matches a search field.
func aSearch(o fyne.CanvasObject) bool {
	_, ok := o.(*widget.Search)
	return ok
}

// aNote matches the field of a note.
func aNote(o fyne.CanvasObject) bool {
	_, ok := o.(*widget.Area)
	return ok
}

// press clicks in the middle of the first thing that matches, in both.
func (w *twins) press(what string, matches func(fyne.CanvasObject) bool) {
	w.t.Helper()
	o, at := w.pressOnScreen(what, matches)
	frame := w.frame()
	w.moveTo(image.Pt(frame.Min.X+30, frame.Max.Y-100)) // where nothing is to point at
	w.tap(at)
	if field, ok := o.(interface{ Focus() }); ok {
		field.Focus() // Fyne leaves that to a mouse
	}
	w.alike(what)
}

// pressOnScreen clicks in the window alone.
func (w *twins) pressOnScreen(what string, matches func(fyne.CanvasObject) bool) (fyne.CanvasObject, fyne.Position) {
	w.t.Helper()
	o := w.find(matches)
	if o == nil {
		w.t.Fatalf("there is no %s to click on", what)
	}
	corner, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
	at := corner.AddXY(size.Width/2, size.Height/2)
	w.click(w.frame().Min.Add(image.Pt(int(at.X), int(at.Y))))
	return o, at
}

// tap clicks in memory, and makes up for where Fyne's driver for tests differs
// from that for windows.
func (w *twins) tap(at fyne.Position) {
	focused := w.canvas.Focused()
	test.TapCanvas(w.canvas, at)
	now := w.canvas.Focused()
	// What has the keyboard keeps it where a part of it is clicked on that does
	// not want it.
	if o, ok := focused.(fyne.CanvasObject); ok && now == nil {
		from := at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(o))
		if size := o.Size(); from.X >= 0 && from.Y >= 0 && from.X < size.Width && from.Y < size.Height {
			w.canvas.Focus(focused)
		}
	}
}

// choose clicks on what has a name.
func (w *twins) choose(name string) {
	w.t.Helper()
	w.press(name, named(name))
}

// beside clicks on what has a name in the row that says something.
func (w *twins) beside(row, name string) {
	w.t.Helper()
	words := w.find(named(row))
	if words == nil {
		w.t.Fatalf("no row says %q", row)
	}
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(words).Y
	w.press(name+" beside "+row, func(o fyne.CanvasObject) bool {
		top := driver.AbsolutePositionForObject(o).Y
		return named(name)(o) && top-20 < y && y < top+o.Size().Height
	})
}

// both types into what has the keyboard.
func (w *twins) both(text string) {
	w.t.Helper()
	w.write(text)
	for _, r := range text {
		w.canvas.Focused().TypedRune(r)
	}
	w.alike("the typed " + text)
}

// find looks in what is on top, then in the page.
func (w *twins) find(matches func(fyne.CanvasObject) bool) fyne.CanvasObject {
	roots := []fyne.CanvasObject{w.canvas.Content()}
	if top := w.canvas.Overlays().Top(); top != nil {
		roots = slices.Insert(roots, 0, fyne.CanvasObject(top))
	}
	for _, root := range roots {
		if o := search(root, matches); o != nil {
			return o
		}
	}
	return nil
}

func search(o fyne.CanvasObject, matches func(fyne.CanvasObject) bool) fyne.CanvasObject {
	if !o.Visible() {
		return nil
	}
	if matches(o) {
		return o
	}
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(o).Objects()
	}
	for _, part := range parts {
		if found := search(part, matches); found != nil {
			return found
		}
	}
	return nil
}

// alike waits until the window looks as it does in memory.
func (w *twins) alike(after string) {
	w.t.Helper()
	w.looks("after "+after, captured(w.canvas))
}

func captured(c fyne.Canvas) *image.RGBA {
	drawn := c.Capture()
	picture := image.NewRGBA(drawn.Bounds())
	draw.Draw(picture, picture.Rect, drawn, picture.Rect.Min, draw.Src)
	return picture
}

// looks waits until the window looks like a picture.
func (p *program) looks(when string, want *image.RGBA) {
	p.t.Helper()
	var shown *image.RGBA
	found := false
	defer func() {
		if !found && shown != nil {
			p.keep("wanted.png", want)
			p.keep("shown.png", shown)
		}
	}()
	await(p.t, "the window to look as it should "+when, func() bool {
		p.alive()
		shown = p.picture()
		found = apart(shown, want) <= alikeWithin
		return found
	})
}

// same expects that both have kept the same.
func (w *twins) same(kept state) {
	w.t.Helper()
	want := state{Pins: w.session.Pins(), Settings: w.session.Settings(), Kept: w.session.Comparisons()}
	want.Settings.Width, want.Settings.Height = kept.Settings.Width, kept.Settings.Height
	if diff := cmp.Diff(want, kept); diff != "" {
		w.t.Errorf("kept (-in memory +by the program):\n%s", diff)
	}
}

const (
	tile        = 12    // pixels: more than a letter, as letters differ by their smoothing
	tileWithin  = 24    // of 255
	alikeWithin = 0.001 // of the tiles: there may be a pointer, a cursor
)

// apart returns which share of the tiles of two pictures differ, 1 for pictures
// of different sizes. A pixel to and fro is a matter of rounding.
func apart(a, b *image.RGBA) float64 {
	if a.Rect != b.Rect {
		return 1
	}
	tiles, differ := 0, 0
	for y := 1; y+tile < a.Rect.Dy(); y += tile {
		for x := 1; x+tile < a.Rect.Dx(); x += tile {
			tiles++
			if !near(a, b, x, y) {
				differ++
			}
		}
	}
	return float64(differ) / float64(tiles)
}

func near(a, b *image.RGBA, x, y int) bool {
	want := mean(a, x, y)
	for _, by := range []image.Point{{}, {-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}} {
		if distance(want, mean(b, x+by.X, y+by.Y)) <= tileWithin {
			return true
		}
	}
	return false
}

// mean is the color of a tile, seen from afar.
func mean(m *image.RGBA, x, y int) [3]int {
	var sum [3]int
	for dy := range tile {
		row := m.Pix[m.PixOffset(x, y+dy):]
		for i := range 4 * tile {
			if i%4 < 3 {
				sum[i%4] += int(row[i])
			}
		}
	}
	for i := range sum {
		sum[i] /= tile * tile
	}
	return sum
}

func distance(a, b [3]int) int {
	d := 0
	for i := range a {
		d = max(d, a[i]-b[i], b[i]-a[i])
	}
	return d
}

// shows waits until the window shows a color of a theme.
func (p *program) shows(mode theme.Mode, name fyne.ThemeColorName) {
	p.t.Helper()
	await(p.t, "the color "+string(name), func() bool { return count(p.t, p.picture(), mode, name) > 20 })
}

// count returns how many pixels of a picture have a color of a theme.
func count(t testing.TB, picture *image.RGBA, mode theme.Mode, name fyne.ThemeColorName) int {
	t.Helper()
	look, err := theme.New(mode)
	if err != nil {
		t.Fatal(err)
	}
	want := color.RGBAModel.Convert(look.Color(name, 0)).(color.RGBA)
	n := 0
	for y := range picture.Rect.Dy() {
		for x := range picture.Rect.Dx() {
			if picture.RGBAAt(x, y) == want {
				n++
			}
		}
	}
	return n
}

// tabsTo returns how often Tab has to be pressed until the keyboard is where it
// matches, by the window in memory.
func (w *twins) tabsTo(matches func(fyne.Focusable) bool) int {
	w.t.Helper()
	for n := 1; n < 200; n++ {
		w.canvas.FocusNext()
		if matches(w.canvas.Focused()) {
			return n
		}
	}
	w.t.Fatal("Tab does not lead there")
	return 0
}

// reach moves the keyboard by Tab to what has a name, in both.
func (w *twins) reach(name string) {
	w.t.Helper()
	for range w.tabsTo(func(f fyne.Focusable) bool { o, ok := f.(fyne.CanvasObject); return ok && named(name)(o) }) {
		w.program.keys("Tab")
	}
}

// enter presses Return on what has the keyboard, in both.
func (w *twins) enter() {
	w.t.Helper()
	w.program.keys("Return")
	w.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}
