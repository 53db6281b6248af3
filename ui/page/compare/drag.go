package compare

import (
	"fyne.io/fyne/v2"

	"nextrole/ui/widget"
)

// drag is a column on its way to another place, held by its head.
type drag struct {
	from, to int
	off      bool // given up: the pointer still holds it
}

const (
	edgeReach = 28 // DIP from where the columns end: the columns move on there
	edgeStep  = 14
)

// Dragged implements fyne.Draggable: a column goes where its head is let go.
func (p *headPress) Dragged(e *fyne.DragEvent) { p.head.page.dragTo(p.head.at, e.AbsolutePosition.X) }

// DragEnd implements fyne.Draggable.
func (p *headPress) DragEnd() { p.head.page.dropColumn() }

// dragTo moves column i's place of arrival to where the pointer is.
func (p *Page) dragTo(i int, x float32) {
	if p.dragged == nil {
		p.dragged = &drag{from: i, to: i}
		p.desk.Tips.Clear()
		p.heads[i].press.SetChosen(true)
	}
	d := p.dragged
	if d.off {
		return
	}
	v := p.view
	x -= fyne.CurrentApp().Driver().AbsolutePositionForObject(p.table).X + v.label()
	switch seen := v.width - v.label(); {
	case x < edgeReach:
		p.shiftTo(v.offset - edgeStep)
	case x > seen-edgeReach:
		p.shiftTo(v.offset + edgeStep)
	}
	d.to = max(0, min(int((x+v.offset)/v.column()), v.columns-1))
	p.showDrop()
}

// dropColumn puts the column that is dragged in its new place.
func (p *Page) dropColumn() {
	d := p.dragged
	if d == nil {
		return
	}
	arrived := !d.off && d.to != d.from
	p.giveUp()
	p.dragged = nil
	if arrived {
		p.move(d.from, d.to-d.from)
	}
}

// giveUp leaves the column where it was, and reports whether one was dragged.
func (p *Page) giveUp() bool {
	if p.dragged == nil || p.dragged.off {
		return false
	}
	p.dragged.off = true
	p.heads[p.dragged.from].press.SetChosen(false)
	p.showDrop()
	return true
}

// showDrop draws a line where the column would come to stand: before the one
// that the pointer is on or, on the way to the right, after it.
func (p *Page) showDrop() {
	d := p.dragged
	p.drop.Hidden = d == nil || d.off || d.to == d.from
	if !p.drop.Hidden {
		v, at := p.view, d.to
		if d.to > d.from {
			at++
		}
		x := v.label() + float32(at)*v.column() - v.offset
		p.drop.Move(fyne.NewPos(max(v.label(), min(x, v.width)-dropWidth), 0))
		p.drop.Resize(fyne.NewSize(dropWidth, p.table.Size().Height))
	}
	p.drop.Refresh()
}

const dropWidth = 4

var (
	_ fyne.Draggable   = (*headPress)(nil)
	_ widget.Focusable = (*headPress)(nil)
)
