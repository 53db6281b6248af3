package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// Area is a field for text of several lines, of which Lines are seen at a time.
// Tab leaves it; shortcuts that a text has no use for are the window's.
type Area struct {
	widget.BaseWidget

	OnChange func(string)
	OnFull   func() // not all that was typed or pasted was taken; see AreaMost
	OnEscape func() // where the keyboard goes from here; nil: the window decides
	Lines    int
	Label    string // for screen readers

	entry *areaEntry
	box   *Fill
	held  *fyne.Container
	quiet bool
	full  bool // OnFull was called since the last change
}

// NewArea returns an empty field with words shown while it is empty.
func NewArea(label, placeholder string, lines int) *Area {
	a := &Area{Lines: lines, Label: label, entry: &areaEntry{}, box: NewBox(theme.Field, theme.Control, 6)}
	a.entry.owner = a
	a.entry.PlaceHolder = placeholder
	a.entry.MultiLine = true
	a.entry.Wrapping = fyne.TextWrapWord
	a.entry.Scroll = fyne.ScrollVerticalOnly
	a.entry.ExtendBaseWidget(a.entry)
	a.entry.OnChanged = func(text string) {
		a.full = false
		if a.OnChange != nil && !a.quiet {
			a.OnChange(text)
		}
	}
	a.held = layout.NewInset(2, 4, 2, 4, container.NewThemeOverride(a.entry, theme.Bare{}))
	a.ExtendBaseWidget(a)
	return a
}

// Text returns what is written.
func (a *Area) Text() string { return a.entry.Text }

// SetText replaces what is written, without calling OnChange.
func (a *Area) SetText(text string) {
	if a.entry.Text == text {
		return
	}
	a.quiet = true
	a.entry.SetText(text)
	a.quiet = false
}

// SetEnabled lets the text be changed or only be read.
func (a *Area) SetEnabled(on bool) {
	if on {
		a.entry.Enable()
	} else {
		a.entry.Disable()
	}
}

// onFull says once that not all was taken, until the next change: a key may be
// held down.
func (a *Area) onFull() {
	if !a.full && a.OnFull != nil {
		a.full = true
		a.OnFull()
	}
}

// Focus moves the keyboard to the field.
func (a *Area) Focus() { FocusOn(a.entry) }

// Children implements Parent.
func (a *Area) Children() []fyne.CanvasObject { return []fyne.CanvasObject{a.held} }

// MinSize implements fyne.CanvasObject.
func (a *Area) MinSize() fyne.Size {
	a.ExtendBaseWidget(a)
	const around = 22 // of Fyne's own space above and below
	return fyne.NewSize(120, float32(a.Lines)*theme.Body.Line+around)
}

// CreateRenderer implements fyne.Widget.
func (a *Area) CreateRenderer() fyne.WidgetRenderer {
	return laidOut(&areaRenderer{a: a, ring: newRing()}, a.Size())
}

type areaRenderer struct {
	a    *Area
	ring *canvas.Rectangle
}

func (r *areaRenderer) Layout(size fyne.Size) {
	r.a.box.Resize(size)
	r.a.held.Resize(size)
	placeRing(r.ring, size, 6, 0)
}
func (r *areaRenderer) MinSize() fyne.Size { return r.a.MinSize() }
func (r *areaRenderer) Refresh() {
	r.ring.StrokeColor = theme.Color(theme.Focus)
	r.ring.Hidden = !r.a.entry.focused
	r.ring.Refresh()
	r.a.box.Refresh()
}

func (r *areaRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.a.box, r.a.held, r.ring}
}
func (r *areaRenderer) Destroy() {}

// areaEntry is Fyne's entry without its own box, passing on what it has no use
// for.
type areaEntry struct {
	widget.Entry

	owner   *Area
	focused bool
}

// AcceptsTab lets Tab lead on, as from any other control.
func (e *areaEntry) AcceptsTab() bool { return false }

// AccessibilityLabel implements fyne.Accessible.
func (e *areaEntry) AccessibilityLabel() string { return e.owner.Label }

// AccessibilityRole implements fyne.Accessible.
func (e *areaEntry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (e *areaEntry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	RevealFocus(e)
	e.owner.Refresh()
}

func (e *areaEntry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	e.owner.Refresh()
}

func (e *areaEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyEscape:
		if e.owner.OnEscape != nil {
			e.owner.OnEscape()
			return
		}
		PassKey(e, k)
	case fyne.KeyF1, fyne.KeyF10:
		PassKey(e, k)
	case fyne.KeyReturn, fyne.KeyEnter:
		if e.takes() {
			e.Entry.TypedKey(k)
		}
	default:
		e.Entry.TypedKey(k)
	}
}

func (e *areaEntry) room() room { return room{&e.Entry, AreaMost} }

// takes reports whether one more character fits, and says if none does.
func (e *areaEntry) takes() bool {
	if e.Disabled() || e.room().left() > 0 {
		return true
	}
	e.owner.onFull()
	return false
}

func (e *areaEntry) TypedRune(r rune) {
	if e.takes() {
		e.Entry.TypedRune(r)
	}
}

func (e *areaEntry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *desktop.CustomShortcut:
		if !edits(s) {
			PassShortcut(e, s)
			return
		}
	case *fyne.ShortcutPaste:
		if !e.Disabled() && !e.room().paste(s) {
			e.owner.onFull()
		}
		return
	}
	e.Entry.TypedShortcut(s)
}
