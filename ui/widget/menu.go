package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// Item is a line of a menu.
type Item struct {
	Label   string
	Detail  string // at the right: a count, or the keys
	Checked bool
	Group   bool // starts a new group, with a hairline above
	OnTap   func()
}

// Menu is a list of choices that opens below a control. It is the one pop-up
// of the program: filters, the baseline, the window's menu.
type Menu struct {
	Stay bool          // choosing leaves the menu open, as where several can be chosen
	Make func() []Item // asked again after each choice

	popup  *widget.PopUp
	box    *fyne.Container
	scroll *layout.Scroll // where there are more items than room; else nil
	room   float32        // height that a menu may have
	anchor fyne.CanvasObject
	rows   []*Press
}

// Show opens the menu below anchor, or above it where there is no room below,
// and moves the keyboard into it.
func (m *Menu) Show(anchor fyne.CanvasObject) {
	c := CanvasOf(anchor)
	if c == nil {
		return
	}
	m.anchor = anchor
	m.hushAnchor()
	const margin = 8
	m.room = c.Size().Height - 2*margin
	m.box = layout.NewLayers(m.build())
	m.popup = widget.NewPopUp(m.box, c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(anchor)
	size := m.popup.MinSize()
	pos := fyne.NewPos(at.X, at.Y+anchor.Size().Height+4)
	if pos.Y+size.Height > c.Size().Height {
		pos.Y = max(at.Y-size.Height-4, 0)
	}
	pos.X = max(min(pos.X, c.Size().Width-size.Width-4), 0)
	m.popup.ShowAtPosition(pos)
	if len(m.rows) > 0 {
		c.Focus(m.rows[0])
	}
}

// Hide closes the menu and gives the keyboard back to its control.
func (m *Menu) Hide() {
	if m.popup == nil {
		return
	}
	m.popup.Hide()
	m.popup = nil
	if f, ok := m.anchor.(Focusable); ok {
		FocusOn(f)
		m.hushAnchor() // the overlay gave the focus back already, as if by Tab
	}
}

// hushAnchor takes the explanation of the control away, which would be seen
// beside the menu.
func (m *Menu) hushAnchor() {
	if a, ok := m.anchor.(interface{ hush() }); ok {
		a.hush()
	}
}

func (m *Menu) build() fyne.CanvasObject {
	m.rows = nil
	var width float32
	items := m.Make()
	objects := make([]fyne.CanvasObject, 0, len(items))
	for i, item := range items {
		if item.Group && i > 0 {
			objects = append(objects, layout.NewInset(3, 0, 3, 0, NewRule()))
		}
		row := m.row(i, item)
		m.rows = append(m.rows, row)
		objects = append(objects, row)
		width = max(width, row.MinSize().Width)
	}
	list := layout.NewInset(4, 4, 4, 4, layout.NewStack(0, objects...))
	width = max(width, 160) + 8
	ground := NewBox(theme.Raised, theme.Divider, 6)
	m.scroll = nil
	if list.MinSize().Height <= m.room {
		return layout.NewFixed(width, 0, layout.NewLayers(ground, list))
	}
	m.scroll = layout.NewScroll(list)
	return layout.NewFixed(width+12, m.room, layout.NewLayers(ground, m.scroll))
}

func (m *Menu) row(i int, item Item) *Press {
	mark := NewIcon("check", 14, theme.Accent)
	if !item.Checked {
		mark.Set("", theme.Accent)
	}
	text := NewText(item.Label, theme.Body, theme.Text)
	detail := NewRight(item.Detail, theme.Small, theme.Text3)
	content := layout.NewInset(5, 12, 5, 8, layout.NewBar(8, 1, mark, text, layout.NewInset(0, 0, 0, 16, detail)))
	p := NewPress(item.Label, content, func() { m.choose(i, item) })
	p.Hover, p.Radius, p.tight = Ground{Fill: theme.Hover}, 4, true
	p.OnKey = m.onKey
	return p
}

func (m *Menu) choose(i int, item Item) {
	if !m.Stay {
		m.Hide()
		item.OnTap()
		return
	}
	item.OnTap()
	if m.popup == nil {
		return
	}
	// The popup's renderer keeps the content that it was made with.
	m.box.Objects = []fyne.CanvasObject{m.build()}
	m.box.Refresh()
	m.popup.Resize(m.popup.MinSize())
	if len(m.rows) > 0 {
		m.popup.Canvas.Focus(m.rows[min(i, len(m.rows)-1)])
	}
}

func (m *Menu) onKey(key fyne.KeyName) bool {
	at := 0
	for i, row := range m.rows {
		if row.focused {
			at = i
		}
	}
	switch key {
	case fyne.KeyEscape, fyne.KeyTab:
		m.Hide()
		return true
	case fyne.KeyDown:
		at = (at + 1) % len(m.rows)
	case fyne.KeyUp:
		at = (at + len(m.rows) - 1) % len(m.rows)
	case fyne.KeyHome:
		at = 0
	case fyne.KeyEnd:
		at = len(m.rows) - 1
	default:
		return false
	}
	m.popup.Canvas.Focus(m.rows[at])
	if m.scroll != nil {
		m.scroll.Reveal(m.rows[at].Position().Y, m.rows[at].Size().Height)
	}
	return true
}
