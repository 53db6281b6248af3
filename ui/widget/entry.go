package widget

import (
	"cmp"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// Search is a field to type a search in, with a magnifier before it and a
// remark after it. Keys that a line of text has no use for go to OnKey.
type Search struct {
	widget.BaseWidget

	OnChange func(string)
	OnSubmit func()
	OnKey    func(fyne.KeyName) bool // Up, Down, Escape …; true if used
	OnFocus  func(focused bool)

	Label string // for screen readers
	Most  int    // how many characters can be typed or pasted

	entry  *searchEntry
	icon   *Icon
	box    *Fill
	remark *Text
	row    *fyne.Container
	least  fyne.Size
	number bool // undoing is the window's: what was typed is a step there
	quiet  bool
	full   bool // the remark says that not all was taken
}

// NewSearch returns a search field with words shown while it is empty.
func NewSearch(placeholder string) *Search {
	s := &Search{
		Most:   LineMost,
		least:  fyne.NewSize(120, 36),
		entry:  &searchEntry{},
		box:    NewBox(theme.Field, theme.Control, 6),
		remark: NewText("", theme.Small, theme.Text3),
	}
	s.entry.owner = s
	s.entry.PlaceHolder = placeholder
	s.entry.Scroll = fyne.ScrollHorizontalOnly // also cuts what does not fit
	s.entry.Wrapping = fyne.TextWrapOff
	s.entry.ExtendBaseWidget(s.entry)
	s.entry.OnChanged = s.onChanged
	s.entry.OnSubmitted = func(string) {
		if s.OnSubmit != nil {
			s.OnSubmit()
		}
	}
	s.icon = NewIcon("search", 15, theme.Accent)
	s.row = layout.NewInset(0, 12, 0, 12, layout.NewBar(2, 1, s.icon, container.NewThemeOverride(s.entry, theme.Bare{}), s.remark))
	s.ExtendBaseWidget(s)
	return s
}

// NewField returns a field for a line of text that is no search: it has no
// magnifier.
func NewField(label string) *Search {
	s := NewSearch("")
	s.Label = label
	s.icon.Hide()
	return s
}

// NewLine returns a field for a line of text that Enter submits, and so does leaving
// it.
func NewLine(label string) *Search {
	s := NewField(label)
	s.OnFocus = func(focused bool) {
		if !focused && s.OnSubmit != nil {
			s.OnSubmit()
		}
	}
	return s
}

// NewNumber returns a line for a number of a few digits.
func NewNumber(label string) *Search {
	s := NewLine(label)
	s.Most, s.least, s.number = 8, fyne.NewSize(78, 30), true
	s.row.Layout = layout.Inset{Left: 4, Right: 4}
	leave := s.OnFocus
	s.OnFocus = func(focused bool) {
		if focused {
			s.SelectAll()
		}
		leave(focused)
	}
	return s
}

func (s *Search) onChanged(text string) {
	if s.full {
		s.full = false
		s.SetRemark("")
	}
	if s.OnChange != nil && !s.quiet {
		s.OnChange(text)
	}
}

// Text returns what is typed.
func (s *Search) Text() string { return s.entry.Text }

// SetText replaces what is typed without calling OnChange, the cursor at the end.
func (s *Search) SetText(text string) {
	s.quiet = true
	s.entry.SetText(text)
	// Fyne keeps a selection over a change of text, and then letters typed
	// replace one another. The End key ends it.
	s.entry.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	s.entry.Refresh()
	s.quiet = false
}

// SetRemark changes the words at the right end.
func (s *Search) SetRemark(text string) {
	if s.remark.String() != text {
		s.remark.Set(text)
		s.row.Objects[0].Refresh()
	}
}

// onFull says that not all was taken, until the next change.
func (s *Search) onFull() {
	s.full = true
	s.SetRemark(fmt.Sprintf("Full: %s characters at most", nextrole.Count(float64(s.Most))))
}

// Focus moves the keyboard to the field.
func (s *Search) Focus() {
	FocusOn(s.entry)
}

// Focused reports whether typing goes to the field.
func (s *Search) Focused() bool { return s.entry.focused }

// SelectAll marks what is typed, so that the next letter replaces it.
func (s *Search) SelectAll() { s.entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// Children implements Parent.
func (s *Search) Children() []fyne.CanvasObject { return []fyne.CanvasObject{s.row} }

// MinSize implements fyne.CanvasObject.
func (s *Search) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return s.least
}

// CreateRenderer implements fyne.Widget.
func (s *Search) CreateRenderer() fyne.WidgetRenderer {
	return laidOut(&searchRenderer{s: s, ring: newRing(), wheel: newWheelPass(s)}, s.Size())
}

type searchRenderer struct {
	s     *Search
	ring  *canvas.Rectangle
	wheel *wheelPass
}

func (r *searchRenderer) Layout(size fyne.Size) {
	r.s.box.Resize(size)
	r.s.row.Resize(size)
	r.ring.CornerRadius = 6
	r.ring.Resize(size)
	r.wheel.Resize(size)
}
func (r *searchRenderer) MinSize() fyne.Size { return r.s.MinSize() }
func (r *searchRenderer) Refresh() {
	r.ring.StrokeColor = theme.Color(theme.Focus)
	r.ring.Hidden = !r.s.entry.focused
	r.ring.Refresh()
	r.s.box.Refresh()
}

func (r *searchRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.box, r.s.row, r.ring, r.wheel}
}
func (r *searchRenderer) Destroy() {}

// searchEntry is Fyne's entry without its own box, passing on what it has no
// use for.
type searchEntry struct {
	widget.Entry

	owner   *Search
	focused bool
}

// AccessibilityLabel implements fyne.Accessible: the label, or what stands in
// the empty field.
func (e *searchEntry) AccessibilityLabel() string { return cmp.Or(e.owner.Label, e.PlaceHolder) }

// AccessibilityRole implements fyne.Accessible.
func (e *searchEntry) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (e *searchEntry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	e.owner.Refresh()
	RevealFocus(e.owner)
	if e.owner.OnFocus != nil {
		e.owner.OnFocus(true)
	}
}

func (e *searchEntry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	e.owner.Refresh()
	if e.owner.OnFocus != nil {
		e.owner.OnFocus(false)
	}
}

func (e *searchEntry) TypedKey(k *fyne.KeyEvent) {
	switch k.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyEscape, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyF1, fyne.KeyF10:
		if e.owner.OnKey == nil || !e.owner.OnKey(k.Name) {
			PassKey(e, k)
		}
		return
	}
	e.Entry.TypedKey(k)
}

func (e *searchEntry) room() room { return room{&e.Entry, e.owner.Most} }

func (e *searchEntry) TypedRune(r rune) {
	if e.room().left() < 1 {
		e.owner.onFull()
		return
	}
	e.Entry.TypedRune(r)
}

func (e *searchEntry) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *desktop.CustomShortcut:
		if !edits(s) {
			PassShortcut(e, s)
			return
		}
	case *fyne.ShortcutUndo, *fyne.ShortcutRedo:
		if e.owner.number {
			PassShortcut(e, s)
			return
		}
	case *fyne.ShortcutPaste:
		if !e.room().paste(s) {
			e.owner.onFull()
		}
		return
	}
	e.Entry.TypedShortcut(s)
}

// edits reports whether Fyne's entry moves by a word or deletes one for s.
func edits(s *desktop.CustomShortcut) bool {
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return s.Modifier&^fyne.KeyModifierShift == fyne.KeyModifierShortcutDefault
	}
	return false
}
