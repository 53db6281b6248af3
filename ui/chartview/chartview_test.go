package chartview_test

import (
	"image"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/chart"
	"nextrole/ui/chartview"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

func TestMain(m *testing.M) {
	light, err := theme.New(theme.Light)
	if err != nil {
		panic(err)
	}
	test.NewApp().Settings().SetTheme(light)
	os.Exit(m.Run())
}

// tasks is a chart with a mark for each task.
func tasks(names ...string) chart.Chart {
	c := chart.TaskResistance{Origin: chart.Origin{Status: nextrole.Published}}
	for i, name := range names {
		c.Tasks = append(c.Tasks, nextrole.AssessedTask{
			Name: name, Short: name, Share: nextrole.Share(100_00 / len(names)), Score: 1 + i%5, Label: nextrole.Augmented,
		})
	}
	return c
}

// stage is a view in a window, with a button after it.
type stage struct {
	t      *testing.T
	view   *chartview.View
	tips   *widget.Tips
	canvas fyne.Canvas
	marks  []string // told of, in order
	notice string
	saved  []page.File
}

func show(t *testing.T, bare bool) *stage {
	t.Helper()
	s := &stage{t: t, tips: widget.NewTips()}
	s.view = chartview.New(page.Desk{
		Tips:   s.tips,
		Notice: func(text, _ string, _ func()) { s.notice = text },
		Save:   func(f page.File) { s.saved = append(s.saved, f) },
	}, bare)
	s.view.OnMark = func(key string) { s.marks = append(s.marks, key) }
	page := layout.NewStack(10, s.view, layout.NewRow(0, widget.NewButton("After", "", nil)))
	w := test.NewWindow(layout.NewLayers(page, s.tips))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(640, 600))
	t.Cleanup(w.Close)
	s.canvas = w.Canvas()
	return s
}

// set shows a chart as a page does.
func (s *stage) set(c chart.Chart) {
	s.view.Set(c)
	s.canvas.Content().Refresh()
}

// reach presses Tab until the drawing has the keyboard.
func (s *stage) reach() {
	s.t.Helper()
	for range 4 {
		s.canvas.FocusNext()
		ofHead := strings.HasPrefix(s.said(), "Show as") || s.said() == "Copy or save the chart"
		if _, button := s.canvas.Focused().(fyne.Tappable); s.said() != "" && !ofHead && button {
			return
		}
	}
	s.t.Fatalf("Tab does not reach the chart, but %q", s.said())
}

func (s *stage) press(keys ...fyne.KeyName) {
	for _, key := range keys {
		s.canvas.Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func (s *stage) altT() {
	s.canvas.Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyT, Modifier: fyne.KeyModifierAlt})
}

func (s *stage) copied() string {
	fyne.CurrentApp().Clipboard().SetContent("")
	s.canvas.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{})
	return fyne.CurrentApp().Clipboard().Content()
}

// said returns the accessible name of what has the keyboard.
func (s *stage) said() string {
	if a, ok := s.canvas.Focused().(fyne.Accessible); ok {
		return a.AccessibilityLabel()
	}
	return ""
}

// words returns the texts drawn below o, one to a line.
func words(o fyne.CanvasObject) []string {
	var all []string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *canvas.Text:
			all = append(all, o.Text)
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(o)
	return all
}

// explained returns what the tips show.
func (s *stage) explained() string { return strings.Join(words(s.tips), " ") }

func same(a, b image.Image) bool {
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

func TestKeysMoveBetweenMarks(t *testing.T) {
	for _, bare := range []bool{false, true} {
		s := show(t, bare)
		s.set(tasks("Coding", "Teaching", "Reporting"))
		s.reach()
		marks := tasks("Coding", "Teaching", "Reporting").Layout(600, 300, chart.Look{}).Marks
		if len(marks) < 3 {
			t.Fatalf("the chart has %d marks", len(marks))
		}
		last := len(marks) - 1
		plain := s.canvas.Capture()
		for _, step := range []struct {
			key fyne.KeyName
			at  int
		}{
			{fyne.KeyDown, 0},
			{fyne.KeyRight, 1},
			{fyne.KeyUp, 0},
			{fyne.KeyLeft, 0},
			{fyne.KeyEnd, last},
			{fyne.KeyDown, last},
			{fyne.KeyHome, 0},
		} {
			s.press(step.key)
			if got, want := s.marks[len(s.marks)-1], marks[step.at].Key; got != want {
				t.Errorf("bare %v: after %s at %q, want %q", bare, step.key, got, want)
			}
			if tip := s.explained(); !strings.HasPrefix(tip, marks[step.at].Tip[0]) {
				t.Errorf("bare %v: after %s explains %q, want %q", bare, step.key, tip, marks[step.at].Tip)
			}
			if same(plain, s.canvas.Capture()) {
				t.Errorf("bare %v: after %s the mark is not shown", bare, step.key)
			}
		}
	}
}

// Esc leaves the mark, and then is the window's, as other keys are.
func TestEscape(t *testing.T) {
	s := show(t, false)
	var window []string
	s.canvas.SetOnTypedKey(func(e *fyne.KeyEvent) { window = append(window, string(e.Name)) })
	s.canvas.SetOnTypedRune(func(r rune) { window = append(window, string(r)) })
	s.set(tasks("Coding", "Teaching"))
	s.reach()
	plain := s.canvas.Capture()
	s.press(fyne.KeyDown, fyne.KeyEscape)
	if s.explained() != "" || s.marks[len(s.marks)-1] != "" || !same(plain, s.canvas.Capture()) {
		t.Errorf("after Esc at %q, explaining %q", s.marks, s.explained())
	}
	s.press(fyne.KeyEscape, fyne.KeyF1)
	s.canvas.Focused().TypedRune('p')
	if diff := cmp.Diff([]string{"Escape", "F1", "p"}, window); diff != "" {
		t.Errorf("the window got (-want +got):\n%s", diff)
	}
	s.press(fyne.KeyDown)
	s.canvas.FocusNext()
	if s.explained() != "" || s.said() != "After" {
		t.Errorf("at %q it still explains %q", s.said(), s.explained())
	}
}

func TestTable(t *testing.T) {
	c := tasks("Coding", "Teaching", "Reporting")
	for _, bare := range []bool{false, true} {
		s := show(t, bare)
		s.set(c)
		s.reach()
		drawing, height := s.canvas.Capture(), s.view.HeightFor(600)
		want := strings.Join(c.Table().Header, " ")
		for _, row := range c.Table().Rows {
			want += " " + strings.Join(row, " ")
		}
		s.altT()
		if diff := cmp.Diff(strings.Fields(want), cells(s.view, c, bare)); diff != "" {
			t.Errorf("bare %v: the table (-want +got):\n%s", bare, diff)
		}
		if !strings.HasPrefix(s.copied(), c.Table().CSV()) {
			t.Errorf("bare %v: with the table shown, copied %q", bare, s.copied())
		}
		if s.view.HeightFor(600) == height {
			t.Errorf("bare %v: the table asks for the height of the drawing", bare)
		}
		s.press(fyne.KeyDown) // the marks are not seen now
		if n := len(s.marks); n > 0 && s.marks[n-1] != "" {
			t.Errorf("bare %v: under the table the keys move to %q", bare, s.marks[n-1])
		}
		s.altT()
		if got := cells(s.view, c, bare); len(got) != 0 || s.view.HeightFor(600) != height {
			t.Errorf("bare %v: after Alt+T again %q are left", bare, got)
		}
		if bare && !same(drawing, s.canvas.Capture()) {
			t.Error("after Alt+T again the drawing looks other than before")
		}
	}
}

// cells are the words of the view after its title and caption.
func cells(v *chartview.View, c chart.Chart, bare bool) []string {
	all := strings.Fields(strings.Join(words(v), " "))
	if bare {
		return all
	}
	return all[len(strings.Fields(c.Title()+" "+c.Caption())):]
}

// The button beside the title does the same, and says what it will do.
func TestTableButton(t *testing.T) {
	s := show(t, false)
	s.set(tasks("Coding", "Teaching"))
	s.canvas.FocusNext()
	for _, want := range []string{"Show as table", "Show as chart", "Show as table"} {
		s.canvas.FocusPrevious()
		s.canvas.FocusNext()
		if s.said() != want || !strings.HasPrefix(s.explained(), want) {
			t.Errorf("says %q and explains %q, want %q", s.said(), s.explained(), want)
		}
		s.press(fyne.KeyReturn)
	}
	s.view.Set(tasks("Billing")) // while the table shows
	if got := strings.Join(words(s.view), " "); !strings.Contains(got, "Billing") || strings.Contains(got, "Coding") {
		t.Errorf("the table of the chart before is left: %q", got)
	}
}

func TestPointer(t *testing.T) {
	s := show(t, true)
	s.set(tasks("Coding", "Teaching", "Reporting"))
	s.canvas.Capture()
	found := map[string]bool{}
	for y := range int(s.view.Size().Height) {
		test.MoveMouse(s.canvas, fyne.NewPos(300, float32(y)))
		if n := len(s.marks); n > 0 && s.marks[n-1] != "" && s.explained() != "" {
			found[s.marks[n-1]] = true
		}
	}
	if len(found) < 3 {
		t.Errorf("the pointer finds %v", found)
	}
	test.MoveMouse(s.canvas, fyne.NewPos(300, s.view.Size().Height+20))
	if s.explained() != "" || s.marks[len(s.marks)-1] != "" {
		t.Errorf("beside the chart it explains %q", s.explained())
	}
	test.TapCanvas(s.canvas, fyne.NewPos(300, s.view.Size().Height/2))
	if s.said() != tasks("Coding", "Teaching", "Reporting").Sentence() {
		t.Errorf("after a click the keyboard is at %q", s.said())
	}
}

// Before it is given a chart, and with one that has nothing to draw, a view
// takes whatever is pressed.
func TestNothingToShow(t *testing.T) {
	for name, c := range map[string]chart.Chart{"none": nil, "no tasks": tasks(), "no steps": chart.Waterfall{}} {
		for _, bare := range []bool{false, true} {
			s := show(t, bare)
			if c != nil {
				s.set(c)
			} else if got := s.view.HeightFor(600); bare && got != 0 {
				t.Errorf("without a chart it asks for a height of %v", got)
			}
			s.canvas.Capture()
			for range 3 {
				s.canvas.FocusNext()
				s.press(fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyEnd, fyne.KeyEscape)
				if _, ok := s.canvas.Focused().(fyne.Shortcutable); ok {
					s.copied()
					s.altT()
					s.altT()
				}
			}
			test.MoveMouse(s.canvas, fyne.NewPos(100, 5))
			s.view.ToggleTable()
			s.canvas.Capture()
			for _, key := range s.marks {
				if key != "" {
					t.Errorf("%s: at mark %q", name, key)
				}
			}
		}
	}
}

// What the view asks for at a width is what its parts then need.
func TestHeightFor(t *testing.T) {
	s := show(t, false)
	names := []string{"Abstracting, coding and classifying cases", "Teaching", "Reporting to the registry", "Compliance"}
	s.set(tasks(names...))
	for _, table := range []bool{false, true} {
		if table {
			s.view.ToggleTable()
		}
		for _, width := range []float32{160, 240, 400, 640, 1000} {
			height := s.view.HeightFor(width)
			s.view.Resize(fyne.NewSize(width, height))
			column := s.view.Children()[0].(*fyne.Container)
			for _, o := range column.Objects {
				if !o.Visible() {
					continue
				}
				if bottom := o.Position().Y + o.Size().Height; bottom > height+0.1 || o.Size().Width > width {
					t.Errorf("table %v, %v wide and %v high: a part ends at %v and is %v wide", table, width, height, bottom, o.Size().Width)
				}
				if need := layout.HeightFor(o, width); o.Size().Height < need-0.1 {
					t.Errorf("table %v, %v wide: a part is %v high and needs %v", table, width, o.Size().Height, need)
				}
			}
			if got := s.view.MinSize(); got.Height != height || got.Width > 160 {
				t.Errorf("table %v: the least size is %v at a height of %v", table, got, height)
			}
		}
	}
}

// In another theme the drawing has other colors.
func TestTheme(t *testing.T) {
	s := show(t, true)
	s.set(tasks("Coding", "Teaching"))
	light := s.canvas.Capture()
	dark, err := theme.New(theme.Dark)
	if err != nil {
		t.Fatal(err)
	}
	settings := fyne.CurrentApp().Settings()
	before := settings.Theme()
	settings.SetTheme(dark)
	defer settings.SetTheme(before)
	after := s.canvas.Capture()
	area := image.Rect(0, 0, 640, int(s.view.Size().Height))
	changed := 0
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if light.At(x, y) != after.At(x, y) {
				changed++
			}
		}
	}
	if all := area.Dx() * area.Dy(); changed < all*9/10 {
		t.Errorf("%d of %d pixels changed", changed, all)
	}
}
