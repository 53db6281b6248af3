package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// Panel is a box over the page, as high as what it holds, that has the keyboard
// until it is closed: a question, or a form of a few lines. Where the canvas leaves
// less room, it scrolls.
type Panel struct {
	popup  *widget.PopUp
	scroll *layout.Scroll
	before fyne.Focusable // what had the keyboard
}

// ShowPanel shows content in a panel of a width, or of what the canvas leaves.
func ShowPanel(c fyne.Canvas, width float32, content fyne.CanvasObject) *Panel {
	const margin = 20
	within := layout.NewInset(16, 20, 14, 20, content)
	scroll := layout.NewScroll(within)
	box := layout.NewLayers(NewBox(theme.Raised, theme.Control, 8), scroll)
	room := c.Size().SubtractWidthHeight(2*margin, 2*margin)
	upright := &fyne.Container{Layout: upright{min(width, room.Width), room.Height, within}, Objects: []fyne.CanvasObject{box}}
	p := &Panel{popup: widget.NewModalPopUp(upright, c), scroll: scroll, before: c.Focused()}
	p.popup.Show()
	return p
}

// Open reports whether the panel was not closed yet.
func (p *Panel) Open() bool { return p.popup.Visible() }

// Hide closes the panel and gives the keyboard back, without the explanation
// of what has it then.
func (p *Panel) Hide() {
	Dismiss(p.popup)
	if p.before == nil {
		return
	}
	if f, ok := p.before.(Focusable); ok {
		FocusOn(f)
	} else {
		p.popup.Canvas.Focus(p.before)
	}
	if h, ok := p.before.(interface{ hush() }); ok {
		h.hush() // the overlay gave the keyboard back already, as if by Tab
	}
}

// Dismiss takes a popup away. What has the keyboard in it is told that it loses
// it: Fyne does not, and the cursor of a field would blink on where nobody sees
// it, which costs a third of a processor.
func Dismiss(popup *widget.PopUp) {
	if popup.Visible() {
		popup.Canvas.Unfocus()
	}
	popup.Hide()
}

// Resize makes the panel as high as what it holds now.
func (p *Panel) Resize() {
	p.popup.Content.Refresh()
	p.popup.Resize(p.popup.MinSize())
	p.scroll.Again()
	p.popup.Refresh()
}

// upright gives its object a width, and the height that its content needs there, if
// there is room for it.
type upright struct {
	width, most float32
	content     fyne.CanvasObject
}

func (u upright) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(u.width, min(layout.HeightFor(u.content, u.width), u.most))
}

func (u upright) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
