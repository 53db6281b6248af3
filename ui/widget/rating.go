package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nextrole/ui/theme"
)

// Rating chooses one value of a short scale, shown as cells beside one another. It is
// one stop of the keyboard, however many values there are: the arrows left and right
// go by one, Home and End to the ends, and a digit chooses the cell that it names.
type Rating struct {
	widget.BaseWidget

	Label    string // what is rated, for screen readers
	OnChange func(i int)
	OnHint   func(show bool)         // pointer or focus came or went
	OnKey    func(fyne.KeyName) bool // keys beyond those of the scale; true if used

	names   []string
	at      int
	cell    float32
	over    int // the cell that the pointer is on, or −1
	focused bool
	muted   bool
}

const (
	ratingHeight = 28
	ratingGap    = 2
	ratingLeast  = 26 // width of a cell
)

// NewRating returns a scale with a value chosen, or none with −1.
func NewRating(label string, names []string, chosen int, onChange func(i int)) *Rating {
	r := &Rating{Label: label, names: names, at: chosen, OnChange: onChange, cell: ratingLeast, over: -1}
	for _, name := range names {
		r.cell = max(r.cell, NewText(name, ratingStyle, theme.Text).MinSize().Width+12)
	}
	r.ExtendBaseWidget(r)
	return r
}

var ratingStyle = theme.Style{Size: 12, Line: 17, Strong: true}

// Set shows another value, without telling OnChange.
func (r *Rating) Set(i int) {
	if r.at != i {
		r.at = i
		r.Refresh()
	}
}

// At is the value chosen, counted from 0; −1 is none.
func (r *Rating) At() int { return r.at }

func (r *Rating) choose(i int) {
	i = min(max(i, 0), len(r.names)-1)
	if i == r.at {
		return
	}
	r.Set(i)
	if r.OnChange != nil {
		r.OnChange(i)
	}
}

// cellAt is the cell at a place.
func (r *Rating) cellAt(x float32) int {
	return min(max(int(x/(r.cell+ratingGap)), 0), len(r.names)-1)
}

// Tapped implements fyne.Tappable.
func (r *Rating) Tapped(e *fyne.PointEvent) {
	FocusOn(r)
	r.choose(r.cellAt(e.Position.X))
}

// Cursor implements desktop.Cursorable.
func (r *Rating) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn implements desktop.Hoverable.
func (r *Rating) MouseIn(e *desktop.MouseEvent) { r.point(r.cellAt(e.Position.X)) }

// MouseMoved implements desktop.Hoverable.
func (r *Rating) MouseMoved(e *desktop.MouseEvent) { r.point(r.cellAt(e.Position.X)) }

// MouseOut implements desktop.Hoverable.
func (r *Rating) MouseOut() { r.point(-1) }

func (r *Rating) point(i int) {
	if r.over == i {
		return
	}
	if (r.over < 0) != (i < 0) {
		r.hint(i >= 0)
	}
	r.over = i
	r.Refresh()
}

func (r *Rating) hint(show bool) {
	if r.OnHint != nil {
		r.OnHint(show)
	}
}

func (r *Rating) mute(on bool) { r.muted = on }

// hush takes the hint away although the pointer or focus is still there.
func (r *Rating) hush() { r.hint(false) }

// FocusGained implements fyne.Focusable.
func (r *Rating) FocusGained() {
	r.focused = true
	r.hint(!r.muted)
	r.Refresh()
	RevealFocus(r)
}

// FocusLost implements fyne.Focusable.
func (r *Rating) FocusLost() {
	r.focused = false
	r.hint(false)
	r.Refresh()
}

// TypedKey implements fyne.Focusable.
func (r *Rating) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		r.choose(r.at - 1)
	case fyne.KeyRight:
		r.choose(r.at + 1)
	case fyne.KeyHome:
		r.choose(0)
	case fyne.KeyEnd:
		r.choose(len(r.names) - 1)
	default:
		if r.OnKey == nil || !r.OnKey(e.Name) {
			PassKey(r, e)
		}
	}
}

// TypedRune implements fyne.Focusable: a digit that names a cell chooses it, and
// other letters are the window's.
func (r *Rating) TypedRune(typed rune) {
	for i, name := range r.names {
		if name == string(typed) {
			r.choose(i)
			return
		}
	}
	PassRune(r, typed)
}

// AccessibilityLabel implements fyne.Accessible.
func (r *Rating) AccessibilityLabel() string {
	if r.at < 0 || r.at >= len(r.names) {
		return r.Label + ", not rated"
	}
	return r.Label + ", " + r.names[r.at]
}

// AccessibilityRole implements fyne.Accessible: there is none for scales.
func (r *Rating) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// MinSize implements fyne.CanvasObject.
func (r *Rating) MinSize() fyne.Size {
	r.ExtendBaseWidget(r)
	n := float32(len(r.names))
	return fyne.NewSize(n*r.cell+(n-1)*ratingGap, ratingHeight)
}

// CreateRenderer implements fyne.Widget.
func (r *Rating) CreateRenderer() fyne.WidgetRenderer {
	v := &ratingRenderer{r: r, ring: newRing()}
	for _, name := range r.names {
		text := NewText(name, ratingStyle, theme.Text2)
		text.Align = fyne.TextAlignCenter
		v.boxes, v.texts = append(v.boxes, &canvas.Rectangle{CornerRadius: 4}), append(v.texts, text)
	}
	return laidOut(v, r.Size())
}

type ratingRenderer struct {
	r     *Rating
	boxes []*canvas.Rectangle
	texts []*Text
	ring  *canvas.Rectangle
}

func (v *ratingRenderer) Layout(size fyne.Size) {
	x := float32(0)
	for i, box := range v.boxes {
		box.Move(fyne.NewPos(x, 1))
		box.Resize(fyne.NewSize(v.r.cell, ratingHeight-2))
		h := v.texts[i].MinSize().Height
		v.texts[i].Move(fyne.NewPos(x, (ratingHeight-h)/2))
		v.texts[i].Resize(fyne.NewSize(v.r.cell, h))
		x += v.r.cell + ratingGap
	}
	placeRing(v.ring, fyne.NewSize(v.r.MinSize().Width, ratingHeight), 6, 2)
}

func (v *ratingRenderer) MinSize() fyne.Size { return v.r.MinSize() }

func (v *ratingRenderer) Refresh() {
	for i, box := range v.boxes {
		fill, edge, ink := theme.Bg, theme.Divider, theme.Text2
		switch {
		case i == v.r.at:
			fill, edge, ink = theme.Accent, theme.Accent, theme.OnAccent
		case i == v.r.over:
			fill = theme.Hover
		}
		box.FillColor, box.StrokeColor, box.StrokeWidth = theme.Color(fill), theme.Color(edge), 1
		v.texts[i].SetColor(ink)
	}
	v.ring.StrokeColor, v.ring.Hidden = theme.Color(theme.Focus), !v.r.focused
	v.Layout(v.r.Size())
	for _, o := range v.Objects() {
		o.Refresh()
	}
}

func (v *ratingRenderer) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i, box := range v.boxes {
		all = append(all, box, v.texts[i])
	}
	return append(all, v.ring)
}
func (v *ratingRenderer) Destroy() {}
