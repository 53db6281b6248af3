package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// showKeys lists the keys.
func (w *Window) showKeys() {
	rows := layout.NewStack(6)
	for _, k := range keyTable {
		rows.Add(layout.NewBar(12, 1,
			layout.NewFixed(150, 0, widget.NewText(k.keys, theme.BodyStrong, theme.Text)),
			widget.NewParagraph(k.does, theme.Body, theme.Text2)))
	}
	w.showPanel("Keys", "Close", rows, 560, 600)
}

// showCredits lists the sources with their licenses and credit lines.
func (w *Window) showCredits() {
	rows := layout.NewStack(14)
	var ids []string
	byID := map[string]fyne.CanvasObject{}
	for id, s := range w.session.Sources() {
		ids = append(ids, string(id))
		byID[string(id)] = layout.NewStack(2,
			widget.NewParagraph(s.Publisher+": "+s.Title, theme.BodyStrong, theme.Text),
			widget.NewParagraph(s.Credit, theme.Small, theme.Text2),
			widget.NewParagraph(s.Remark, theme.Small, theme.Text2),
			widget.NewParagraph("License: "+s.License+". Retrieved "+s.Retrieved+".", theme.Caption, theme.Text3))
	}
	slices.Sort(ids)
	for _, id := range ids {
		rows.Add(byID[id])
	}
	w.showPanel("Credits and sources", "Close", rows, 680, 640)
}
