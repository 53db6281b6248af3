package layout

import "fyne.io/fyne/v2"

// Beside places a list and, at its right, what it says of the chosen one, which is
// no wider than reads well. Where there is no room for both, or Pane is hidden, the
// list takes all.
type Beside struct {
	Pane fyne.CanvasObject // in the second object
}

// besideFrom is the width in DIP from which there is room for both.
const besideFrom = 940

// MinSize implements fyne.Layout.
func (Beside) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 200) }

// Layout implements fyne.Layout.
func (l Beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	list, side := objects[0], objects[1]
	width := size.Width
	if size.Width >= besideFrom && l.Pane.Visible() {
		beside := min(max(size.Width*0.33, 340), 436)
		width -= beside
		side.Show()
		place(side, width, 0, beside, size.Height)
	} else {
		side.Hide() // from the keyboard too
	}
	place(list, 0, 0, width, size.Height)
}
