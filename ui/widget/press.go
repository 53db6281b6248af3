package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// Ground is the fill, border and corners behind a control in one state.
type Ground struct {
	Fill, Border fyne.ThemeColorName // empty is none
}

// Press is the one mechanism of everything that can be pressed: buttons,
// chips, tabs, rows of a menu. It is reached by Tab, pressed by click, Enter
// or Space, and shows focus by a ring outside of it.
type Press struct {
	widget.BaseWidget

	OnTap  func()
	OnKey  func(fyne.KeyName) bool // keys beyond Enter and Space; true if used
	OnHint func(show bool)         // pointer or focus came or went
	Label  string                  // for screen readers

	Rest, Hover, Chosen Ground
	Radius              float32
	Quiet               bool // not reached by Tab, as where a list gives the keys

	tight    bool // the ring lies on the edge, where neighbors leave no room outside
	content  fyne.CanvasObject
	self     Focusable // the control itself, or the one it is a part of
	disabled bool
	chosen   bool
	hovered  bool
	focused  bool
	muted    bool
}

// Focusable is a widget that can have the keyboard.
type Focusable interface {
	fyne.Widget
	fyne.Focusable
}

// NewPress returns a Press around content.
func NewPress(label string, content fyne.CanvasObject, onTap func()) *Press {
	p := NewPart(label, content, onTap)
	p.Become(p)
	return p
}

// NewPart returns a Press that is a part of another control, which it has to
// become before use.
func NewPart(label string, content fyne.CanvasObject, onTap func()) *Press {
	return &Press{Label: label, OnTap: onTap, content: content, Radius: 6}
}

// Become makes self the widget that Fyne sees, since it knows widgets by identity.
func (p *Press) Become(self Focusable) {
	p.self = self
	p.ExtendBaseWidget(self)
}

// Object returns the control as it stands on the page.
func (p *Press) Object() fyne.CanvasObject { return p.self }

// SetChosen marks the control as the selected one of its group.
func (p *Press) SetChosen(chosen bool) {
	if p.chosen != chosen {
		p.chosen = chosen
		p.Refresh()
	}
}

// IsChosen reports whether the control is the selected one of its group.
func (p *Press) IsChosen() bool { return p.chosen }

// SetEnabled makes the control work or not.
func (p *Press) SetEnabled(on bool) {
	if p.disabled == on {
		p.disabled = !on
		p.Refresh()
	}
}

// Disabled implements fyne.Disableable, as Enable and Disable do: the focus
// passes over a control that does nothing.
func (p *Press) Disabled() bool { return p.disabled || p.Quiet }

// Enable implements fyne.Disableable.
func (p *Press) Enable() { p.SetEnabled(true) }

// Disable implements fyne.Disableable.
func (p *Press) Disable() { p.SetEnabled(false) }

// Tapped implements fyne.Tappable.
func (p *Press) Tapped(*fyne.PointEvent) {
	if p.disabled {
		return
	}
	if !p.Quiet {
		FocusOn(p.self)
	}
	p.press()
}

func (p *Press) press() {
	if !p.disabled && p.OnTap != nil {
		p.OnTap()
	}
}

// Cursor implements desktop.Cursorable.
func (p *Press) Cursor() desktop.Cursor {
	if p.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn implements desktop.Hoverable.
func (p *Press) MouseIn(*desktop.MouseEvent) { p.setHovered(true) }

// MouseMoved implements desktop.Hoverable.
func (p *Press) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (p *Press) MouseOut() { p.setHovered(false) }

func (p *Press) setHovered(on bool) {
	p.hovered = on
	p.hint(on)
	p.Refresh()
}

// FocusGained implements fyne.Focusable.
func (p *Press) FocusGained() { p.setFocused(true) }

// FocusLost implements fyne.Focusable.
func (p *Press) FocusLost() { p.setFocused(false) }

func (p *Press) setFocused(on bool) {
	p.focused = on
	p.hint(on && !p.muted)
	p.Refresh()
	if on {
		RevealFocus(p.self)
	}
}

// hush takes the hint away although the pointer or focus is still there.
func (p *Press) hush() {
	if p.OnHint != nil {
		p.OnHint(false)
	}
}

func (p *Press) hint(show bool) {
	if p.OnHint != nil {
		p.OnHint(show)
	}
}

// mute keeps the explanation away while the program moves the keyboard here:
// only a person who comes by Tab or by pointer asks for it.
func (p *Press) mute(on bool) { p.muted = on }

// TypedKey implements fyne.Focusable.
func (p *Press) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.press()
		return
	}
	if p.OnKey == nil || !p.OnKey(e.Name) {
		PassKey(p.self, e)
	}
}

// TypedRune implements fyne.Focusable: single letters are the window's.
func (p *Press) TypedRune(r rune) {
	if r != ' ' {
		PassRune(p.self, r)
	}
}

// HeightFor implements layout.Tall.
func (p *Press) HeightFor(width float32) float32 { return layout.HeightFor(p.content, width) }

// AccessibilityLabel implements fyne.Accessible.
func (p *Press) AccessibilityLabel() string { return p.Label }

// AccessibilityRole implements fyne.Accessible.
func (p *Press) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (p *Press) CreateRenderer() fyne.WidgetRenderer {
	return laidOut(&pressRenderer{press: p, ground: &canvas.Rectangle{}, ring: newRing()}, p.Size())
}

type pressRenderer struct {
	press  *Press
	ground *canvas.Rectangle
	ring   *canvas.Rectangle
}

func (r *pressRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.press.content.Move(fyne.NewPos(0, 0))
	r.press.content.Resize(size)
	out := float32(3)
	if r.press.tight {
		out = 0
	}
	placeRing(r.ring, size, r.press.Radius, out)
}

func (r *pressRenderer) MinSize() fyne.Size { return r.press.content.MinSize() }

func (r *pressRenderer) Refresh() {
	p := r.press
	g := p.Rest
	switch {
	case p.chosen:
		g = p.Chosen
	case p.hovered && !p.disabled:
		g = p.Hover
	}
	paint(r.ground, g, p.Radius)
	r.ring.StrokeColor = theme.Color(theme.Focus)
	r.ring.Hidden = !p.focused
	r.ground.Refresh()
	r.ring.Refresh()
	r.Layout(p.Size())
	p.content.Refresh() // its words may have changed, and its size not
}

func (r *pressRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.press.content, r.ring}
}
func (r *pressRenderer) Destroy() {}

// paint gives a rectangle a ground. The fill is transparent rather than nil,
// which the software painter does not survive.
func paint(rect *canvas.Rectangle, g Ground, radius float32) {
	rect.CornerRadius = radius
	rect.FillColor = theme.Color(theme.Transparent)
	rect.StrokeColor, rect.StrokeWidth = theme.Color(theme.Transparent), 0
	if g.Fill != "" {
		rect.FillColor = theme.Color(g.Fill)
	}
	if g.Border != "" {
		rect.StrokeColor, rect.StrokeWidth = theme.Color(g.Border), 1
	}
}

// newRing returns the focus ring, hidden.
func newRing() *canvas.Rectangle {
	ring := canvas.NewRectangle(theme.Color(theme.Transparent))
	ring.StrokeWidth = 2
	ring.Hidden = true
	return ring
}

// placeRing puts the ring, 2 DIP wide, around a control of a size, with its
// edge so far outside.
func placeRing(ring *canvas.Rectangle, size fyne.Size, radius, out float32) {
	ring.CornerRadius = radius + out
	ring.Move(fyne.NewPos(-out, -out))
	ring.Resize(size.AddWidthHeight(2*out, 2*out))
}
