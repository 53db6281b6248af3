package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nextrole/ui/theme"
)

// List shows many rows of one height and reuses the few that are seen. Arrow
// keys move the choice; other keys go to OnKey.
type List struct {
	widget.BaseWidget

	OnChoose func(i int)
	OnKey    func(fyne.KeyName) bool
	OnRune   func(rune) bool
	Label    string // for screen readers

	list   *keyList
	framed fyne.CanvasObject
	at     int
	rows   *rows
}

// NewList returns a list of rows that are made once and updated in place.
func NewList(length func() int, create func() fyne.CanvasObject, update func(i int, row fyne.CanvasObject)) *List {
	l := &List{at: -1, rows: &rows{create: create, update: update}}
	l.list = &keyList{owner: l}
	l.list.Length, l.list.CreateItem = length, l.rows.newSlot
	l.list.UpdateItem = l.rows.show
	l.list.HideSeparators = true
	l.list.OnSelected = l.onSelected
	l.list.ExtendBaseWidget(l.list)
	l.framed = container.NewThemeOverride(l.list, theme.Bare{})
	l.ExtendBaseWidget(l)
	return l
}

// onSelected takes a click over from Fyne's list, whose own choice would be
// another one beside ours.
func (l *List) onSelected(i int) {
	l.list.UnselectAll()
	l.Choose(i)
}

// At returns the chosen row, or −1.
func (l *List) At() int { return l.at }

// Choose chooses row i and brings it into view; −1 chooses none.
func (l *List) Choose(i int) {
	if i < 0 || i >= l.list.Length() {
		i = -1
	}
	if i != l.at {
		l.turnTo(i)
	}
}

// turnTo shows all rows once, with row i chosen and in view.
func (l *List) turnTo(i int) {
	l.at = i
	l.rows.renew(l.list.Length() == 0, func() {
		if i < 0 {
			l.list.Refresh()
		} else {
			l.list.ScrollTo(i)
		}
	})
	if i >= 0 && l.OnChoose != nil {
		l.OnChoose(i)
	}
}

// Renew shows changed rows and chooses row i of them.
func (l *List) Renew(i int) {
	if i >= l.list.Length() {
		i = -1
	}
	l.turnTo(i)
	if i <= 0 && l.list.GetScrollOffset() > 0 {
		l.list.ScrollToTop()
	}
}

// Step moves the choice by d rows, staying in the list.
func (l *List) Step(d int) {
	if n := l.list.Length(); n > 0 {
		l.Choose(max(0, min(n-1, l.at+d)))
	}
}

// Key handles a key that moves the choice and reports whether it did.
func (l *List) Key(key fyne.KeyName) bool {
	const page = 8
	switch key {
	case fyne.KeyDown:
		l.Step(1)
	case fyne.KeyUp:
		l.Step(-1)
	case fyne.KeyPageDown:
		l.Step(page)
	case fyne.KeyPageUp:
		l.Step(-page)
	case fyne.KeyHome:
		l.Choose(0)
	case fyne.KeyEnd:
		l.Choose(l.list.Length() - 1)
	default:
		return false
	}
	return true
}

// Focus moves the keyboard to the list.
func (l *List) Focus() {
	FocusOn(l.list)
}

// Children implements Parent.
func (l *List) Children() []fyne.CanvasObject { return []fyne.CanvasObject{l.list} }

// MinSize implements fyne.CanvasObject.
func (l *List) MinSize() fyne.Size {
	l.ExtendBaseWidget(l)
	return fyne.NewSize(120, 60)
}

// CreateRenderer implements fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer {
	return laidOut(&listRenderer{l: l, ring: newRing()}, l.Size())
}

type listRenderer struct {
	l    *List
	ring *canvas.Rectangle
}

func (r *listRenderer) Layout(size fyne.Size) {
	r.l.framed.Resize(size)
	r.ring.Move(fyne.NewPos(1, 1))
	r.ring.Resize(size.SubtractWidthHeight(2, 2))
}
func (r *listRenderer) MinSize() fyne.Size { return r.l.MinSize() }
func (r *listRenderer) Refresh() {
	r.ring.StrokeColor = theme.Color(theme.Focus)
	r.ring.Hidden = !r.l.list.focused
	r.ring.Refresh()
	r.l.list.Refresh()
}

func (r *listRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.l.framed, r.ring}
}
func (r *listRenderer) Destroy() {}

// keyList is Fyne's list with one choice moved by the keys, where Fyne's has a
// highlight beside the choice.
type keyList struct {
	widget.List

	owner   *List
	focused bool
}

// AccessibilityLabel implements fyne.Accessible.
func (k *keyList) AccessibilityLabel() string { return k.owner.Label }

// AccessibilityRole implements fyne.Accessible.
func (k *keyList) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

func (k *keyList) FocusGained() {
	k.focused = true
	k.owner.Refresh()
}

func (k *keyList) FocusLost() {
	k.focused = false
	k.owner.Refresh()
}

func (k *keyList) TypedKey(e *fyne.KeyEvent) {
	if k.owner.Key(e.Name) {
		return
	}
	if k.owner.OnKey == nil || !k.owner.OnKey(e.Name) {
		PassKey(k, e)
	}
}

func (k *keyList) TypedRune(r rune) {
	if k.owner.OnRune == nil || !k.owner.OnRune(r) {
		PassRune(k, r)
	}
}
