package ui

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// banner says across the top of the page, for as long as it is so, that nothing
// is saved.
type banner struct {
	bar      *fyne.Container
	tryAgain func() // whether the other window is closed by now
}

func newBanner() *banner {
	b := &banner{tryAgain: func() {}}
	words := widget.NewParagraph("Read-only: this library is open in another window. Nothing you change here is kept.", theme.Body, theme.Text)
	row := layout.NewBar(10, 1, widget.NewIcon("lock", 15, theme.StatusWarn), words,
		widget.NewLink("Try again", func() { b.tryAgain() }))
	box := widget.NewBox(theme.ZoneTint(nextrole.Yellow), theme.StatusWarn, 6)
	b.bar = layout.NewInset(8, 14, 8, 14, layout.NewLayers(box, layout.NewInset(5, 14, 5, 14, row)))
	return b
}
