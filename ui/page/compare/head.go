package compare

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	table "nextrole/internal/compare"
	"nextrole/ui/layout"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// head is the top of a column: the role, and the button that takes it out.
// Pressing the role opens what can be done with its column.
type head struct {
	fynewidget.BaseWidget

	page   *Page
	at     int
	column table.Column

	press  *headPress
	close  *headPress
	letter *widget.Text
	square *widget.Fill
	title  *widget.Text
	code   *widget.Text
	edge   *widget.Fill
	menu   *widget.Menu
}

// headPress is a control of a column: it takes Alt+arrows before the window
// does, and brings the column into view.
type headPress struct {
	*widget.Press

	head *head
}

const titleLines = 3

func newHead(p *Page, at int) *head {
	h := &head{
		page: p, at: at,
		letter: widget.NewText("", theme.BodyStrong, theme.Text),
		square: widget.NewBox(theme.Bg, "", 4),
		title:  widget.NewParagraph("", theme.BodyStrong, theme.Text),
		code:   widget.NewParagraph("", theme.Small, theme.Text2),
		edge:   widget.NewUpright(),
	}
	h.letter.Align = fyne.TextAlignCenter
	h.title.Lines = titleLines
	h.menu = &widget.Menu{Make: h.items}
	mark := layout.NewStack(5,
		layout.NewFixed(20, 20, layout.NewLayers(h.square, layout.NewInset(0, 0, 1, 0, h.letter))),
		layout.NewFixed(20, 12, widget.NewIcon("chevron-down", 11, theme.Text2)))
	row := &fyne.Container{Layout: layout.Row{Gap: 8, Grow: 2, Align: layout.Top}, Objects: []fyne.CanvasObject{
		mark, layout.NewStack(3, h.title, layout.NewInset(0, 24, 0, 0, h.code)),
	}}
	h.press = h.newPress(layout.NewInset(5, 4, 5, 7, row), h.onTap)
	h.press.OnHint = h.onHint
	h.close = h.newPress(layout.NewFixed(28, 28, widget.NewIcon("close", 16, theme.Text2)), h.onClose)
	p.desk.Tips.Explain(h.close.Press, "Unpin", "Takes the role out of the comparison.")
	h.ExtendBaseWidget(h)
	return h
}

func (h *head) newPress(content fyne.CanvasObject, onTap func()) *headPress {
	p := &headPress{head: h, Press: widget.NewPart("", content, onTap)}
	p.Become(p)
	p.Hover = widget.Ground{Fill: theme.Hover}
	p.Chosen = widget.Ground{Fill: theme.Selected, Border: theme.Accent}
	p.OnKey = h.onKey
	return p
}

// set shows a role.
func (h *head) set(c table.Column, baseline bool) {
	h.column = c
	fill, on := theme.Series(h.at)
	h.square.Paint(widget.Ground{Fill: fill})
	h.letter.Color = on
	h.letter.Set(c.Letter)
	h.title.Set(c.Title)
	h.code.SetSpans(widget.Span{Text: string(c.Code)})
	h.press.Label = c.Letter + ", " + c.Title
	if baseline {
		h.code.SetSpans(widget.Span{Text: string(c.Code)}, widget.Span{Text: " "}, widget.Span{Text: "baseline", Strong: true})
		h.press.Label += ", baseline"
	}
	h.close.Label = "Unpin " + c.Title
	h.Refresh()
}

func (h *head) onTap() {
	h.page.desk.Tips.Clear()
	h.menu.Show(h.press)
}

// items is what can be done with a column.
func (h *head) items() []widget.Item {
	p, last := h.page, len(h.page.model.table.Columns)-1
	items := []widget.Item{{Label: "Open " + h.column.Title, OnTap: func() { p.desk.Go(route.ToRole(h.column.Code)) }}}
	if p.model.table.Baseline != h.at {
		items = append(items, widget.Item{Label: "Make baseline", OnTap: func() { p.setBaseline(h.column.Code) }})
	}
	if h.at > 0 {
		items = append(items, widget.Item{Label: "Move left", Detail: "Alt+Left", OnTap: func() { p.move(h.at, -1) }})
	}
	if h.at < last {
		items = append(items, widget.Item{Label: "Move right", Detail: "Alt+Right", OnTap: func() { p.move(h.at, 1) }})
	}
	return append(items, widget.Item{Label: "Unpin", Group: true, OnTap: h.onClose})
}

func (h *head) onClose() {
	h.page.desk.Tips.Clear()
	h.page.unpin(h.at)
}

// onKey moves between the columns.
func (h *head) onKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyLeft:
		h.page.focusHead(h.at - 1)
	case fyne.KeyRight:
		h.page.focusHead(h.at + 1)
	case fyne.KeyDelete, fyne.KeyBackspace:
		h.onClose()
	default:
		return false
	}
	return true
}

// onHint shows a title that is cut in full.
func (h *head) onHint(show bool) {
	if show && h.cut() {
		h.page.desk.Tips.PointAt(h.press, h.column.Title, string(h.column.Code))
	} else {
		h.page.desk.Tips.Clear()
	}
}

// cut reports whether the title has more lines than are shown.
func (h *head) cut() bool {
	whole := widget.NewParagraph(h.column.Title, theme.BodyStrong, theme.Text)
	return whole.HeightFor(h.title.Size().Width) > titleLines*theme.BodyStrong.Line
}

// TypedShortcut implements fyne.Shortcutable.
func (p *headPress) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok && custom.Modifier == fyne.KeyModifierAlt {
		switch custom.KeyName {
		case fyne.KeyLeft:
			p.head.page.move(p.head.at, -1)
			return
		case fyne.KeyRight:
			p.head.page.move(p.head.at, 1)
			return
		}
	}
	widget.PassShortcut(p, s)
}

// FocusGained implements fyne.Focusable.
func (p *headPress) FocusGained() {
	p.Press.FocusGained()
	p.head.page.reveal(p.head.at)
}

const headPad = 6 // leaves room for the ring of the focus

// HeightFor implements layout.Tall.
func (h *head) HeightFor(width float32) float32 {
	return max(layout.HeightFor(h.press, width-2*headPad)+2*headPad, 68)
}

// MinSize implements fyne.CanvasObject.
func (h *head) MinSize() fyne.Size {
	h.ExtendBaseWidget(h)
	return fyne.NewSize(columnLeast, 68)
}

// Children implements widget.Parent.
func (h *head) Children() []fyne.CanvasObject {
	return []fyne.CanvasObject{h.edge, h.press, h.close}
}

// CreateRenderer implements fyne.Widget.
func (h *head) CreateRenderer() fyne.WidgetRenderer { return &headRenderer{h} }

type headRenderer struct{ h *head }

func (r *headRenderer) Layout(size fyne.Size) {
	h := r.h
	h.edge.Resize(fyne.NewSize(1, size.Height))
	h.press.Move(fyne.NewPos(headPad+1, headPad))
	h.press.Resize(fyne.NewSize(size.Width-2*headPad-1, size.Height-2*headPad))
	side := h.close.MinSize()
	h.close.Move(fyne.NewPos(size.Width-side.Width-headPad, size.Height-side.Height-headPad))
	h.close.Resize(side)
}
func (r *headRenderer) MinSize() fyne.Size { return r.h.MinSize() }
func (r *headRenderer) Refresh() {
	r.Layout(r.h.Size())
	for _, o := range r.h.Children() {
		o.Refresh()
	}
}
func (r *headRenderer) Objects() []fyne.CanvasObject { return r.h.Children() }
func (r *headRenderer) Destroy()                     {}
