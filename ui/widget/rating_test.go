package widget_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nextrole/ui/layout"
	"nextrole/ui/widget"
)

func TestRating(t *testing.T) {
	var chosen []int
	r := widget.NewRating("Skill", []string{"1", "2", "3"}, -1, func(i int) { chosen = append(chosen, i) })
	show(t, r, 90, 28)
	if r.AccessibilityLabel() != "Skill, not rated" {
		t.Error(r.AccessibilityLabel())
	}
	press := func(k fyne.KeyName) func() { return func() { r.TypedKey(&fyne.KeyEvent{Name: k}) } }
	for _, step := range []struct {
		what string
		do   func()
		want int
	}{
		{"right, from none", press(fyne.KeyRight), 0},
		{"right", press(fyne.KeyRight), 1},
		{"end", press(fyne.KeyEnd), 2},
		{"beyond the end", press(fyne.KeyRight), 2},
		{"left", press(fyne.KeyLeft), 1},
		{"home", press(fyne.KeyHome), 0},
		{"beyond the beginning", press(fyne.KeyLeft), 0},
		{"a digit", func() { r.TypedRune('3') }, 2},
		{"a digit that names none", func() { r.TypedRune('7') }, 2},
		{"a tap on the second", func() { test.TapAt(r, fyne.NewPos(40, 10)) }, 1},
		{"a tap on it again", func() { test.TapAt(r, fyne.NewPos(40, 10)) }, 1},
	} {
		step.do()
		if r.At() != step.want {
			t.Errorf("%s: %d, want %d", step.what, r.At(), step.want)
		}
	}
	if want := []int{0, 1, 2, 1, 0, 2, 1}; !slices.Equal(chosen, want) {
		t.Errorf("told of %v, want %v", chosen, want)
	}
	if r.AccessibilityLabel() != "Skill, 2" {
		t.Error(r.AccessibilityLabel())
	}
}

// The wheel over a field of one line scrolls the page that the field is on.
func TestWheelOverAField(t *testing.T) {
	field := widget.NewField("Name")
	s := layout.NewScroll(layout.NewStack(0, field, layout.NewFixed(10, 900, widget.NewRule())))
	c := show(t, s, 200, 200)
	test.Scroll(c.canvas, fyne.NewPos(40, 10), 0, -50)
	if s.Offset() == 0 {
		t.Error("it keeps the wheel to itself")
	}
}
