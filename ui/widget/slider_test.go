package widget_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"nextrole/ui/widget"
)

// slider is one of 0 to 20 in a window, which takes the values it asks for.
func slider(t *testing.T) (s *widget.Slider, asked *[]float64, rests *int) {
	t.Helper()
	s = widget.NewSlider("Training")
	s.Step, s.Big = 0.5, 2
	s.Words = func(v float64) string { return "some hours" }
	asked, rests = new([]float64), new(int)
	s.OnChange = func(v float64) {
		*asked = append(*asked, v)
		s.Set(v, 20, 4, false)
	}
	s.OnRest = func() { *rests++ }
	show(t, s, 216, 28) // ten DIP to an hour, and half of the knob at each end
	s.Set(4, 20, 4, false)
	return s, asked, rests
}

func TestSliderByKeys(t *testing.T) {
	s, _, _ := slider(t)
	s.FocusGained()
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			s.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	for _, test := range []struct {
		what string
		do   func()
		want float64
	}{
		{"right", func() { press(fyne.KeyRight) }, 4.5},
		{"left twice", func() { press(fyne.KeyLeft, fyne.KeyLeft) }, 3.5},
		{"page up", func() { press(fyne.KeyPageUp) }, 5.5},
		{"page down", func() { press(fyne.KeyPageDown) }, 3.5},
		{"end", func() { press(fyne.KeyEnd) }, 20},
		{"beyond the end", func() { press(fyne.KeyRight) }, 20},
		{"home", func() { press(fyne.KeyHome) }, 0},
		{"beyond the beginning", func() { press(fyne.KeyLeft) }, 0},
		{"with Shift", func() { s.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft}); press(fyne.KeyRight) }, 2},
		{"Shift let go", func() { s.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft}); press(fyne.KeyRight) }, 2.5},
		{"from between two steps", func() { s.Set(3.7, 20, 4, false); press(fyne.KeyRight) }, 4},
		{"down from between", func() { s.Set(3.8, 20, 4, false); press(fyne.KeyLeft) }, 3.5},
		{"locked", func() { s.Set(3, 20, 4, true); press(fyne.KeyRight, fyne.KeyEnd) }, 3},
	} {
		test.do()
		if s.Value() != test.want {
			t.Errorf("%s: %v, want %v", test.what, s.Value(), test.want)
		}
	}
}

func TestSliderByPointer(t *testing.T) {
	s, asked, rests := slider(t)
	test.TapAt(s, fyne.NewPos(108, 14))
	if s.Value() != 10 || *rests != 1 {
		t.Errorf("tapped in the middle: %v, %d rests", s.Value(), *rests)
	}
	drag := func(x float32) {
		s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 14)}})
	}
	drag(118)
	if !s.Moving() {
		t.Error("a slider that is dragged says that nobody has hold of it")
	}
	drag(119) // the same step
	drag(900)
	s.DragEnd()
	if s.Moving() || s.Value() != 20 || *rests != 2 || len(*asked) != 3 {
		t.Errorf("dragged to %v, asked %v, %d rests", s.Value(), *asked, *rests)
	}
	s.FocusLost()
	if *rests != 3 {
		t.Error("the keyboard left, and nobody was told")
	}
	if s.AccessibilityLabel() != "Training, some hours" {
		t.Error(s.AccessibilityLabel())
	}
}
