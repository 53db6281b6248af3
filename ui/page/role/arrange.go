package role

import (
	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
)

// paneFrom is the width of the page, in DIP, from which the facts stand at the
// side.
const (
	paneFrom  = 1100
	paneWidth = 320
)

// statWidth is what the longest figure, "Some college", needs with its line.
const statWidth = 140

// paned places the page and the pane of facts. Where the pane has no room, its
// block moves to the end of the page.
type paned struct {
	summary *summary
	block   fyne.CanvasObject
	atSide  bool
	placed  bool
}

func (l *paned) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 100) }

func (l *paned) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	atSide := size.Width >= paneFrom
	if !l.placed || atSide != l.atSide {
		l.placed, l.atSide = true, atSide
		below := l.summary.scroll.Content().(*fyne.Container).Objects[1].(*fyne.Container)
		side := l.summary.side.Content().(*fyne.Container)
		below.Objects, side.Objects = nil, nil
		if atSide {
			side.Objects = []fyne.CanvasObject{l.block}
		} else {
			below.Objects = []fyne.CanvasObject{l.block}
		}
		l.summary.scroll.Again()
		l.summary.side.Again()
	}
	width := size.Width
	objects[1].Hide()
	if atSide {
		width -= paneWidth
		objects[1].Show()
		objects[1].Move(fyne.NewPos(width, 0))
		objects[1].Resize(fyne.NewSize(paneWidth, size.Height))
	}
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(width, size.Height))
}

// evenly gives all objects the same width, in as many rows as are needed for
// each to have at least so much.
type evenly struct{ least float32 }

func (e evenly) perRow(n int, width float32) int {
	if n == 0 {
		return 1
	}
	return max(1, min(n, int(width/e.least)))
}

// HeightFor implements layout.TallLayout.
func (e evenly) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return e.arrange(objects, width, nil)
}

func (e evenly) arrange(objects []fyne.CanvasObject, width float32, place func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	const gap = 12
	per := e.perRow(len(objects), width)
	each := width / float32(per)
	var y float32
	for start := 0; start < len(objects); start += per {
		row := objects[start:min(start+per, len(objects))]
		var height float32
		for _, o := range row {
			height = max(height, layout.HeightFor(o, each))
		}
		if start > 0 {
			y += gap
		}
		for i, o := range row {
			if place != nil {
				place(o, float32(i)*each, y, each, height)
			}
		}
		y += height
	}
	return y
}

func (e evenly) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(e.least, e.HeightFor(objects, e.least*4))
}

func (e evenly) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	e.arrange(objects, size.Width, func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	})
}

// judgedRow places a rating's name, its cells and its reason side by side, or
// the reason below the two where there is little room.
type judgedRow struct{}

const (
	judgedName  = 136
	judgedCells = 122
	judgedFrom  = 460
	judgedGap   = 10
)

// HeightFor implements layout.TallLayout.
func (l judgedRow) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	if width < judgedFrom {
		return max(layout.HeightFor(o[0], width-judgedCells-judgedGap), 19) + 4 + layout.HeightFor(o[2], width)
	}
	return max(layout.HeightFor(o[0], judgedName), layout.HeightFor(o[2], width-judgedName-judgedCells-2*judgedGap), 19)
}

// MinSize implements fyne.Layout.
func (l judgedRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(240, l.HeightFor(o, judgedFrom))
}

// Layout implements fyne.Layout.
func (l judgedRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	put := func(o fyne.CanvasObject, x, y, w float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, layout.HeightFor(o, w)))
	}
	if size.Width < judgedFrom {
		name := size.Width - judgedCells - judgedGap
		put(o[0], 0, 0, name)
		put(o[1], size.Width-o[1].MinSize().Width, 0, o[1].MinSize().Width)
		put(o[2], 0, max(layout.HeightFor(o[0], name), 19)+4, size.Width)
		return
	}
	put(o[0], 0, 0, judgedName)
	put(o[1], judgedName+judgedGap, 0, o[1].MinSize().Width)
	put(o[2], judgedName+judgedCells+2*judgedGap, 0, size.Width-judgedName-judgedCells-2*judgedGap)
}

// formulaRow spreads the chips of the formula over the width, or breaks them
// into lines where they do not fit.
type formulaRow struct{}

// HeightFor implements layout.TallLayout.
func (formulaRow) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return layout.Flow{GapX: 6, GapY: 8}.HeightFor(o, width)
}

// MinSize implements fyne.Layout.
func (formulaRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return layout.Flow{GapX: 6, GapY: 8}.MinSize(o)
}

// Layout implements fyne.Layout.
func (formulaRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	var total float32
	for _, chip := range o {
		total += chip.MinSize().Width
	}
	gap := float32(6)
	if n := float32(len(o) - 1); n > 0 && total+6*n <= size.Width {
		gap = min((size.Width-total)/n, 40)
	}
	layout.Flow{GapX: gap, GapY: 8}.Layout(o, size)
}
