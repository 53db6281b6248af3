package widget

import (
	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// NewRatingCells shows a rating on its scale: one cell per value, the chosen
// one filled.
func NewRatingCells(labels []string, chosen int) fyne.CanvasObject {
	row := layout.NewRow(2)
	for i, label := range labels {
		box := NewBox(theme.Bg, theme.Divider, 4)
		text := NewText(label, theme.Caption, theme.Text2)
		if i == chosen {
			box = NewBox(theme.Text2, theme.Text2, 4)
			text = NewText(label, theme.Style{Size: 11, Line: 15, Strong: true}, theme.Bg)
		}
		text.Align = fyne.TextAlignCenter
		row.Add(layout.NewLayers(box, layout.NewFixed(21, 17, layout.NewInset(1, 0, 1, 0, text))))
	}
	return row
}
