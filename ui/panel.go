package ui

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// showPanel shows content over the page until it is closed, and returns how to
// close it. The arrow keys scroll it; Esc and Enter close it.
func (w *Window) showPanel(title, closing string, content fyne.CanvasObject, width, height float32) (hide func()) {
	c := w.window.Canvas()
	before := c.Focused()
	scroll := layout.NewScroll(layout.NewInset(4, 14, 8, 20, content))
	var popup *fynewidget.PopUp
	hide = func() {
		popup.Hide()
		if before != nil {
			c.Focus(before)
		}
	}
	done := widget.NewPrimary(closing, "", hide)
	done.OnKey = func(key fyne.KeyName) bool {
		switch key {
		case fyne.KeyEscape:
			hide()
		case fyne.KeyTab: // there is nothing else to go to
		default:
			return scroll.Key(key)
		}
		return true
	}
	body := layout.NewFill(1,
		layout.NewInset(16, 20, 10, 20, widget.NewText(title, theme.Title, theme.Text)),
		scroll, widget.NewRule(),
		layout.NewInset(10, 20, 12, 20, layout.NewBar(0, 0, layout.NewStack(0), done)))
	size := c.Size()
	panel := layout.NewFixed(min(width, size.Width-40), min(height, size.Height-40),
		layout.NewLayers(widget.NewBox(theme.Raised, theme.Control, 8), body))
	popup = fynewidget.NewModalPopUp(panel, c)
	popup.Show()
	c.Focus(done)
	return hide
}
