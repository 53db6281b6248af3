package widget_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/google/go-cmp/cmp"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// sorting is a menu of orders, of which one is chosen.
type sorting struct {
	menu   widget.Menu
	button *widget.Button
	chosen []string
}

func newSorting(stay bool, names ...string) *sorting {
	s := &sorting{}
	s.menu = widget.Menu{Stay: stay, Make: func() []widget.Item {
		var items []widget.Item
		for i, name := range names {
			items = append(items, widget.Item{
				Label: name, Detail: fmt.Sprint(i), Group: i == 2,
				OnTap: func() { s.chosen = append(s.chosen, name) },
			})
		}
		return items
	}}
	s.button = widget.NewButton("Sort", "", func() { s.menu.Show(s.button) })
	return s
}

func TestMenuKeys(t *testing.T) {
	sort := newSorting(false, "Match", "Score", "Pay", "Growth")
	s := show(t, layout.NewStack(0, layout.NewRow(0, sort.button), widget.NewButton("Other", "", nil)), 400, 400)
	s.press(fyne.KeyTab)
	for _, tt := range []struct {
		keys   []fyne.KeyName
		said   string
		chosen []string
	}{
		{[]fyne.KeyName{fyne.KeyReturn}, "Match", nil},
		{[]fyne.KeyName{fyne.KeyDown}, "Score", nil},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyUp}, "Growth", nil},
		{[]fyne.KeyName{fyne.KeyDown}, "Match", nil},
		{[]fyne.KeyName{fyne.KeyEnd}, "Growth", nil},
		{[]fyne.KeyName{fyne.KeyHome}, "Match", nil},
		{[]fyne.KeyName{fyne.KeyTab}, "Score", nil}, // stays within the menu
		{[]fyne.KeyName{fyne.KeyEscape}, "Sort", nil},
		{[]fyne.KeyName{fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn}, "Sort", []string{"Pay"}},
		{[]fyne.KeyName{fyne.KeySpace, fyne.KeySpace}, "Sort", []string{"Pay", "Match"}},
	} {
		s.press(tt.keys...)
		if got := s.said(); got != tt.said {
			t.Errorf("after %v %q has the keyboard, want %q", tt.keys, got, tt.said)
		}
		if diff := cmp.Diff(tt.chosen, sort.chosen); diff != "" {
			t.Errorf("after %v chosen (-want +got):\n%s", tt.keys, diff)
		}
		if open := s.canvas.Overlays().Top() != nil; open != (tt.said != "Sort") {
			t.Errorf("after %v the menu is open: %v", tt.keys, open)
		}
	}
}

func TestMenuByPointer(t *testing.T) {
	sort := newSorting(false, "Match", "Score")
	s := show(t, layout.NewStack(0, layout.NewRow(0, sort.button)), 400, 400)
	s.click(sort.button)
	row, ok := s.canvas.Focused().(fyne.CanvasObject)
	if !ok || s.said() != "Match" {
		t.Fatalf("the keyboard is at %q", s.said())
	}
	s.click(row)
	if diff := cmp.Diff([]string{"Match"}, sort.chosen); diff != "" || s.said() != "Sort" {
		t.Errorf("%q has the keyboard; chosen (-want +got):\n%s", s.said(), diff)
	}
	s.click(sort.button)
	s.click(container.NewWithoutLayout()) // at 0, 0, which is beside the menu
	if s.canvas.Overlays().Top() != nil {
		t.Error("a click beside the menu leaves it open")
	}
	sort.menu.Hide()
	if s.said() != "Sort" {
		t.Errorf("the keyboard is at %q", s.said())
	}
	s.press(fyne.KeyReturn, fyne.KeyDown)
	if s.said() != "Score" {
		t.Errorf("opened again, the keyboard is at %q", s.said())
	}
}

// A menu that stays shows after each choice what is chosen now, with the
// keyboard where it was.
func TestMenuStays(t *testing.T) {
	picked := map[string]bool{}
	names := []string{"Red", "Yellow", "Green"}
	menu := &widget.Menu{Stay: true, Make: func() []widget.Item {
		var items []widget.Item
		for _, name := range names {
			items = append(items, widget.Item{Label: name, Checked: picked[name], OnTap: func() { picked[name] = !picked[name] }})
		}
		if len(picked) > 0 {
			items = append(items, widget.Item{Label: "Any", Group: true, OnTap: func() { clear(picked) }})
		}
		return items
	}}
	chip := widget.NewChip("Zone", menu)
	s := show(t, layout.NewLayers(widget.NewFill(theme.Accent), layout.NewStack(0, layout.NewRow(0, chip))), 400, 400)
	s.press(fyne.KeyTab, fyne.KeyReturn)
	before := s.canvas.Capture()
	s.press(fyne.KeyReturn)
	if same(before, s.canvas.Capture()) {
		t.Error("the menu does not show what is chosen")
	}
	if s.said() != "Red" {
		t.Errorf("after a choice the keyboard is at %q", s.said())
	}
	s.press(fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeyDown)
	if diff := cmp.Diff(map[string]bool{"Red": true, "Yellow": true}, picked); diff != "" || s.said() != "Any" {
		t.Errorf("the keyboard is at %q; picked (-want +got):\n%s", s.said(), diff)
	}
	last := s.canvas.Focused().(fyne.CanvasObject)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(last)
	ground := s.canvas.Capture().At(int(at.X+last.Size().Width-8), int(at.Y+last.Size().Height-4))
	if contrast(ground, theme.Color(theme.Raised)) > 1.01 {
		t.Errorf("the line that was added stands on %v, outside of the menu", ground)
	}
	s.press(fyne.KeyReturn) // takes its own line away
	if s.said() != "Green" {
		t.Errorf("after the last line is gone, the keyboard is at %q", s.said())
	}
	s.press(fyne.KeyEscape)
	if s.said() != chip.AccessibilityLabel() || s.canvas.Overlays().Top() != nil {
		t.Errorf("after Esc the keyboard is at %q, and %v is open", s.said(), s.canvas.Overlays().Top())
	}
}

func TestMenuOfNothing(t *testing.T) {
	sort := newSorting(true)
	s := show(t, layout.NewStack(0, layout.NewRow(0, sort.button)), 400, 400)
	s.press(fyne.KeyTab, fyne.KeyReturn)
	sort.menu.Hide()
	sort.menu.Hide() // again, as a page may
	if s.canvas.Overlays().Top() != nil || s.said() != "Sort" {
		t.Errorf("the keyboard is at %q", s.said())
	}
}

// A menu opens where it is whole: below its control, or above it, and not over
// the right edge.
func TestMenuStaysInTheWindow(t *testing.T) {
	names := []string{"Records, coding and registry", "Patient access", "Revenue", "Informatics", "Data", "Privacy", "Management", "Clinical", "Any family"}
	for _, tt := range []struct {
		name      string
		left, top float32
	}{
		{"at the top left", 0, 0},
		{"at the top right", 640, 0},
		{"at the bottom", 100, 430},
		{"in the middle", 300, 210},
	} {
		sort := newSorting(false, names...)
		s := show(t, layout.NewInset(tt.top, 0, 0, tt.left, layout.NewRow(0, sort.button)), 733, 467)
		sort.button.OnTap()
		for range names {
			row := s.canvas.Focused().(fyne.CanvasObject)
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(row)
			if at.X < 0 || at.Y < 0 || at.X+row.Size().Width > 733 || at.Y+row.Size().Height > 467 {
				t.Errorf("%s: %q is at %v, out of the window", tt.name, s.said(), at)
			}
			s.press(fyne.KeyDown)
		}
	}
}

func TestChip(t *testing.T) {
	chip := widget.NewChip("Zone", &widget.Menu{Make: func() []widget.Item { return nil }})
	show(t, layout.NewRow(0, chip), 300, 60)
	plain := chip.MinSize().Width
	chip.Set("Red, Yellow")
	if !chip.IsChosen() || chip.AccessibilityLabel() != "Zone Red, Yellow" || chip.MinSize().Width <= plain {
		t.Errorf("set: chosen %v, says %q", chip.IsChosen(), chip.AccessibilityLabel())
	}
	chip.Set("")
	if chip.IsChosen() || chip.AccessibilityLabel() != "Zone" || chip.MinSize().Width != plain {
		t.Errorf("not set: chosen %v, says %q, is %v wide", chip.IsChosen(), chip.AccessibilityLabel(), chip.MinSize().Width)
	}
}

func TestTabs(t *testing.T) {
	tabs := widget.NewTabs("Summary", "Tasks", "Pathways")
	var changes []int
	tabs.OnChange = func(i int) { changes = append(changes, i) }
	s := show(t, layout.NewStack(0, tabs.Container), 400, 100)
	s.press(fyne.KeyTab)
	for _, tt := range []struct {
		do   func()
		at   int
		said string
	}{
		{func() { s.press(fyne.KeyRight) }, 1, "Tasks"},
		{func() { s.press(fyne.KeyRight, fyne.KeyRight) }, 0, "Summary"},
		{func() { s.press(fyne.KeyLeft) }, 2, "Pathways"},
		{func() { s.press("Shift+Tab", fyne.KeyReturn) }, 1, "Tasks"},
		{func() { tabs.Step(1) }, 2, "Pathways"}, // the keyboard goes along
		{func() { s.canvas.Unfocus(); tabs.Step(1) }, 0, ""},
		{func() { tabs.Step(-1) }, 2, ""},
		{func() { tabs.Focus() }, 2, "Pathways"},
	} {
		tt.do()
		if tabs.At() != tt.at || s.said() != tt.said {
			t.Errorf("at tab %d with the keyboard at %q, want %d and %q", tabs.At(), s.said(), tt.at, tt.said)
		}
	}
	if diff := cmp.Diff([]int{1, 2, 0, 2, 1, 2, 0, 2}, changes); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	tabs.Set(1)
	if len(changes) != 8 || tabs.At() != 1 {
		t.Error("Set tells of a change, or does not make it")
	}
}

func TestSegments(t *testing.T) {
	var chosen []int
	segments := widget.NewSegments(1, func(i int) { chosen = append(chosen, i) }, "In order", "By score")
	s := show(t, layout.NewRow(0, segments), 300, 60)
	first := s.canvas.Capture()
	s.press(fyne.KeyTab, fyne.KeyReturn, fyne.KeyTab, fyne.KeySpace)
	s.canvas.Unfocus()
	if diff := cmp.Diff([]int{0, 1}, chosen); diff != "" {
		t.Errorf("chosen (-want +got):\n%s", diff)
	}
	if !same(first, s.canvas.Capture()) {
		t.Error("the same choice looks other than at first")
	}
	segments.Set(0)
	if same(first, s.canvas.Capture()) || len(chosen) != 2 {
		t.Error("Set changes nothing, or tells of it")
	}
}

func TestTips(t *testing.T) {
	tips := widget.NewTips()
	b := widget.NewIconButton("Menu", "menu", nil)
	tips.Explain(b.Press, "Menu", "Theme, size and keys. F10 opens it.")
	far := widget.NewIconButton("Far", "close", nil)
	tips.Explain(far.Press, "Far", "At the end of the window, with so much to say that it takes more than one line of the box.")
	page := layout.NewFill(0, layout.NewStack(0, layout.NewRow(0, b)), layout.NewBar(0, 0, widget.NewFill(theme.Bg), far))
	s := show(t, layout.NewLayers(page, tips), 300, 200)
	plain := s.canvas.Capture()
	if tips.Clear() {
		t.Error("something is explained at first")
	}
	for _, o := range []fyne.CanvasObject{b, far} {
		s.press(fyne.KeyTab)
		box := tips.MinSize() // asks nothing of the page
		if box != (fyne.Size{}) || same(plain, s.canvas.Capture()) {
			t.Errorf("%T is not explained, or takes %v", o, box)
		}
	}
	if !tips.Clear() || tips.Clear() {
		t.Error("Clear does not say whether something was explained")
	}
	s.canvas.Unfocus()
	if !same(plain, s.canvas.Capture()) {
		t.Error("something is left")
	}
}
