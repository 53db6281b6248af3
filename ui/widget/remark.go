package widget

import (
	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// NewMarked returns text with a small icon before its first line.
func NewMarked(icon string, ink fyne.ThemeColorName, text fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: layout.Row{Gap: 5, Grow: 2, Align: layout.Top}, Objects: []fyne.CanvasObject{
		layout.NewInset(2, 0, 0, 0, NewIcon(icon, 12, ink)), text,
	}}
}

// NewRemark returns a box that says what to know before reading on, with a way
// to more at the right, if any.
func NewRemark(icon string, ink fyne.ThemeColorName, text string, more ...fyne.CanvasObject) fyne.CanvasObject {
	row := []fyne.CanvasObject{layout.NewInset(2, 0, 0, 0, NewIcon(icon, 15, ink)), NewParagraph(text, theme.Body, theme.Text)}
	box := layout.NewInset(9, 12, 9, 12, &fyne.Container{Layout: layout.Row{Gap: 9, Grow: 2, Align: layout.Top}, Objects: append(row, more...)})
	return layout.NewLayers(NewBox(theme.Pane, theme.Divider, 6), box)
}
