package widget

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nextrole/ui/theme"
)

// Slider sets a value between 0 and Most by pointer or by keys: the arrows left
// and right by Step, with Shift or by Page Up and Page Down by Big, Home and End
// to the ends. A tick shows where it stood once.
type Slider struct {
	widget.BaseWidget

	Label    string
	Words    func(v float64) string // the value for screen readers
	OnChange func(v float64)
	OnRest   func() // the pointer let go, or the keyboard left

	Most, Step, Big float64

	value   float64
	tick    float64 // below 0 there is none
	locked  bool
	focused bool
	hovered bool
	shifted bool
	dragged bool
}

// NewSlider returns a slider at 0.
func NewSlider(label string) *Slider {
	s := &Slider{Label: label, Most: 1, Step: 0.1, Big: 0.5, tick: -1}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows a value and the tick, without telling OnChange. A slider that is
// locked shows its value and cannot be moved.
func (s *Slider) Set(value, most, tick float64, locked bool) {
	if s.value == value && s.Most == most && s.tick == tick && s.locked == locked {
		return
	}
	s.value, s.Most, s.tick, s.locked = value, most, tick, locked
	s.Refresh()
}

// Value is where the slider stands.
func (s *Slider) Value() float64 { return s.value }

// Moving reports whether the pointer has hold of the slider.
func (s *Slider) Moving() bool { return s.dragged }

func (s *Slider) ask(v float64) {
	v = min(max(v, 0), s.Most)
	if !s.locked && v != s.value && s.OnChange != nil {
		s.OnChange(v)
	}
}

func (s *Slider) rest() {
	if s.OnRest != nil {
		s.OnRest()
	}
}

const (
	knob      = 16
	thickness = 4
)

// at is the value at a place, by the nearest step.
func (s *Slider) at(x float32) float64 {
	width := s.Size().Width - knob
	if width <= 0 {
		return s.value
	}
	v := float64((x-knob/2)/width) * s.Most
	return math.Round(v/s.Step) * s.Step
}

// Tapped implements fyne.Tappable.
func (s *Slider) Tapped(e *fyne.PointEvent) {
	FocusOn(s)
	s.ask(s.at(e.Position.X))
	s.rest()
}

// Dragged implements fyne.Draggable.
func (s *Slider) Dragged(e *fyne.DragEvent) {
	if !s.dragged {
		s.dragged = true
		FocusOn(s)
	}
	s.ask(s.at(e.Position.X))
}

// DragEnd implements fyne.Draggable.
func (s *Slider) DragEnd() {
	s.dragged = false
	s.rest()
}

// Cursor implements desktop.Cursorable.
func (s *Slider) Cursor() desktop.Cursor {
	if s.locked {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn implements desktop.Hoverable.
func (s *Slider) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (s *Slider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *Slider) MouseOut() { s.hovered = false; s.Refresh() }

// FocusGained implements fyne.Focusable.
func (s *Slider) FocusGained() {
	s.focused = true
	s.Refresh()
	RevealFocus(s)
}

// FocusLost implements fyne.Focusable.
func (s *Slider) FocusLost() {
	s.focused, s.shifted = false, false
	s.Refresh()
	s.rest()
}

// KeyDown implements desktop.Keyable, to know of Shift.
func (s *Slider) KeyDown(e *fyne.KeyEvent) { s.shift(e, true) }

// KeyUp implements desktop.Keyable.
func (s *Slider) KeyUp(e *fyne.KeyEvent) { s.shift(e, false) }

func (s *Slider) shift(e *fyne.KeyEvent, down bool) {
	if e.Name == desktop.KeyShiftLeft || e.Name == desktop.KeyShiftRight {
		s.shifted = down
	}
}

// TypedKey implements fyne.Focusable.
func (s *Slider) TypedKey(e *fyne.KeyEvent) {
	step := s.Step
	if s.shifted {
		step = s.Big
	}
	switch e.Name {
	case fyne.KeyLeft:
		s.ask(s.onGrid(s.value-step, -1))
	case fyne.KeyRight:
		s.ask(s.onGrid(s.value+step, +1))
	case fyne.KeyPageDown:
		s.ask(s.onGrid(s.value-s.Big, -1))
	case fyne.KeyPageUp:
		s.ask(s.onGrid(s.value+s.Big, +1))
	case fyne.KeyHome:
		s.ask(0)
	case fyne.KeyEnd:
		s.ask(s.Most)
	default:
		PassKey(s, e)
	}
}

// onGrid brings a value that stood between two steps to the nearer one in the
// direction it came from, so that keys lead to round values.
func (s *Slider) onGrid(v, direction float64) float64 {
	grid := math.Round(v/s.Step) * s.Step
	if direction*(grid-s.value) <= 0 {
		grid += direction * s.Step
	}
	return grid
}

// TypedRune implements fyne.Focusable.
func (s *Slider) TypedRune(r rune) { PassRune(s, r) }

// AccessibilityLabel implements fyne.Accessible.
func (s *Slider) AccessibilityLabel() string {
	if s.Words == nil {
		return s.Label
	}
	return s.Label + ", " + s.Words(s.value)
}

// AccessibilityRole implements fyne.Accessible: there is none for sliders.
func (s *Slider) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// MinSize implements fyne.CanvasObject.
func (s *Slider) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return fyne.NewSize(90, 28)
}

// CreateRenderer implements fyne.Widget.
func (s *Slider) CreateRenderer() fyne.WidgetRenderer {
	r := &sliderRenderer{
		s: s, rest: &canvas.Rectangle{CornerRadius: 2}, part: &canvas.Rectangle{CornerRadius: 2}, knob: &canvas.Circle{},
		tick: &canvas.Rectangle{}, cap: &canvas.Rectangle{}, ring: newRing(),
	}
	return laidOut(r, s.Size())
}

type sliderRenderer struct {
	s          *Slider
	rest, part *canvas.Rectangle
	tick, cap  *canvas.Rectangle
	knob       *canvas.Circle
	ring       *canvas.Rectangle
}

func (r *sliderRenderer) Layout(size fyne.Size) {
	s := r.s
	x := func(v float64) float32 {
		if s.Most <= 0 {
			return knob / 2
		}
		return knob/2 + (size.Width-knob)*float32(min(max(v/s.Most, 0), 1))
	}
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	middle := size.Height / 2
	put(r.rest, knob/2, middle-thickness/2, size.Width-knob, thickness)
	put(r.part, knob/2, middle-thickness/2, x(s.value)-knob/2, thickness)
	put(r.knob, x(s.value)-knob/2, middle-knob/2, knob, knob)
	put(r.tick, x(s.tick)-1, middle-10, 2, 20)
	put(r.cap, x(s.tick)-3, middle-11, 6, 2)
	placeRing(r.ring, size, 6, 0)
}

func (r *sliderRenderer) MinSize() fyne.Size { return r.s.MinSize() }

func (r *sliderRenderer) Refresh() {
	s := r.s
	strong := theme.Accent
	switch {
	case s.locked:
		strong = theme.Text3
	case s.hovered || s.dragged:
		strong = theme.AccentHover
	}
	r.rest.FillColor = theme.Color(theme.Track)
	r.part.FillColor = theme.Color(strong)
	r.knob.FillColor, r.knob.StrokeColor, r.knob.StrokeWidth = theme.Color(theme.Bg), theme.Color(strong), 2
	r.tick.FillColor, r.cap.FillColor = theme.Color(theme.Text2), theme.Color(theme.Text2)
	r.tick.Hidden, r.cap.Hidden = s.tick < 0, s.tick < 0
	r.ring.StrokeColor, r.ring.Hidden = theme.Color(theme.Focus), !s.focused
	r.Layout(s.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *sliderRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.rest, r.tick, r.cap, r.part, r.knob, r.ring}
}
func (r *sliderRenderer) Destroy() {}
