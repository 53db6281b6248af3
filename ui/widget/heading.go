package widget

import (
	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// NewHeading returns the title of a part of a page, with a remark at the right.
func NewHeading(text, remark string) fyne.CanvasObject {
	return layout.NewBar(12, 0, NewText(text, theme.Title, theme.Text), NewRight(remark, theme.Caption, theme.Text3))
}

// NewBullet returns a paragraph with a dot before it.
func NewBullet(text string) fyne.CanvasObject {
	dot := layout.NewInset(8, 0, 0, 0, layout.NewFixed(4, 4, NewBox(theme.Text3, "", 2)))
	return &fyne.Container{Layout: layout.Row{Gap: 8, Grow: 2, Align: layout.Top}, Objects: []fyne.CanvasObject{
		dot, NewParagraph(text, theme.Body, theme.Text),
	}}
}

// NewMissing says in place of a part that there is nothing to show, and why.
func NewMissing(head, why string) fyne.CanvasObject {
	return layout.NewStack(4, layout.NewBar(8, 1, NewIcon("info", 16, theme.Text3), NewParagraph(head, theme.BodyStrong, theme.Text)),
		NewParagraph(why, theme.Body, theme.Text2))
}
