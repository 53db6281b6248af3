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
	words    *widget.Text
	action   *widget.Button
	tryAgain func() // whether the other window is closed by now
}

func newBanner() *banner {
	b := &banner{tryAgain: func() {}}
	b.words = widget.NewParagraph("Read-only: this library is open in another window. Nothing you change here is kept.", theme.Body, theme.Text)
	b.action = widget.NewLink("Try again", func() { b.tryAgain() })
	row := layout.NewBar(10, 1, widget.NewIcon("lock", 15, theme.StatusWarn), b.words, b.action)
	box := widget.NewBox(theme.ZoneTint(nextrole.Yellow), theme.StatusWarn, 6)
	b.bar = layout.NewInset(8, 14, 8, 14, layout.NewLayers(box, layout.NewInset(5, 14, 5, 14, row)))
	return b
}

// stale says that what is shown is no longer the newest there is.
func (b *banner) stale() {
	b.words.Set("Read-only: this library is open in another window, where something was saved since. Nothing you change here is kept.")
	b.action.SetLabel("Show the newest")
	b.bar.Refresh()
}
