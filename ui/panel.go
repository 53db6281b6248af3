package ui

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// link leads from a panel to somewhere else.
type link struct {
	label string
	to    func()
}

// showPanel shows content over the page until it is closed, and returns how to
// close it. The arrow keys scroll it; Esc closes it, and so does Enter on what
// has the keyboard first.
func (w *Window) showPanel(title, closing string, content fyne.CanvasObject, width, height float32, links ...link) (hide func()) {
	c := w.window.Canvas()
	before := c.Focused()
	scroll := layout.NewScroll(layout.NewInset(4, 14, 8, 20, content))
	var popup *fynewidget.PopUp
	hide = func() {
		widget.Dismiss(popup)
		if before != nil {
			c.Focus(before)
		}
	}
	onKey := func(key fyne.KeyName) bool {
		if key == fyne.KeyEscape {
			hide()
			return true
		}
		return scroll.Key(key)
	}
	done := widget.NewPrimary(closing, "", hide)
	done.OnKey = onKey
	foot := layout.NewRow(8)
	for _, l := range links {
		b := widget.NewButton(l.label, "", func() {
			hide()
			l.to()
		})
		b.OnKey = onKey
		foot.Add(b)
	}
	body := layout.NewFill(1,
		layout.NewInset(16, 20, 10, 20, widget.NewText(title, theme.Title, theme.Text)),
		scroll, widget.NewRule(),
		layout.NewInset(10, 20, 12, 20, layout.NewBar(0, 0, foot, done)))
	size := c.Size()
	panel := layout.NewFixed(min(width, size.Width-40), min(height, size.Height-40),
		layout.NewLayers(widget.NewBox(theme.Raised, theme.Control, 8), body))
	popup = fynewidget.NewModalPopUp(panel, c)
	popup.Show()
	c.Focus(done)
	return hide
}
