package layout

import "fyne.io/fyne/v2"

// Cell is a column of a list.
type Cell struct {
	Width float32 // in DIP, with the gap after it; 0 takes what the others leave
	From  float32 // the width of the row from which it is shown
}

// Cells places the cells of a row, or of the header above its rows, in columns. Each
// stands in the middle of the height.
type Cells struct {
	Of     []Cell
	Height float32
	End    float32 // room kept after the last
}

const cellGap = 8

// MinSize implements fyne.Layout: a row shrinks to what the list leaves it.
func (c Cells) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, c.Height) }

// Layout implements fyne.Layout.
func (c Cells) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest := size.Width - c.End
	for _, cell := range c.Of {
		if size.Width >= cell.From {
			rest -= cell.Width
		}
	}
	x := float32(0)
	for i, o := range objects {
		cell := c.Of[i]
		if size.Width < cell.From {
			o.Hide()
			continue
		}
		o.Show()
		w := cell.Width
		if w == 0 {
			w = rest
		}
		h := min(HeightFor(o, w-cellGap), size.Height)
		place(o, x, (size.Height-h)/2, w-cellGap, h)
		x += w
	}
}
