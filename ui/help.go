package ui

import (
	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// showKeys lists the keys, and leads on to how scores are made.
func (w *Window) showKeys() {
	rows := layout.NewStack(6, widget.NewParagraph("On a Mac, Cmd takes the place of Ctrl, but not before Tab. Single letters work while no text is being typed.", theme.Small, theme.Text2))
	for _, g := range keyTable {
		rows.Add(layout.NewInset(8, 0, 0, 0, widget.NewText(g.name, theme.BodyStrong, theme.Text)))
		rows.Add(widget.NewRule())
		for _, k := range g.keys {
			rows.Add(keyRow(k))
		}
	}
	var more []link
	if w.welcomed() {
		rows.Add(layout.NewInset(8, 0, 0, 0, widget.NewText("The scores", theme.BodyStrong, theme.Text)))
		rows.Add(widget.NewRule())
		rows.Add(widget.NewParagraph("What a score means and does not mean, the formula worked through, each rule and where it comes from: the page “How scores are made”.", theme.Body, theme.Text2))
		more = append(more, link{"How scores are made", func() { w.Go(route.Route{Page: route.Method}) }})
	}
	w.showPanel("Keys", "Close", rows, 600, 640, more...)
}

func keyRow(k keyHelp) fyne.CanvasObject {
	return &fyne.Container{Layout: layout.Row{Gap: 12, Grow: 2, Align: layout.Top}, Objects: []fyne.CanvasObject{
		layout.NewFixed(200, 0, widget.NewParagraph(k.keys, theme.BodyStrong, theme.Text)),
		widget.NewParagraph(k.does, theme.Body, theme.Text2),
	}}
}
