package compare

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/ui/layout"
)

// frame places the heads above the body, which scrolls, and at the bottom the
// bar that moves the roles sideways, where that is needed.
type frame struct{ page *Page }

const stripHeight = 12

func (frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 160) }

func (f frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, body, strip := objects[0], objects[1], objects[2]
	v := f.page.view
	v.width = size.Width
	f.page.best.Hidden = v.width >= narrow
	v.offset = min(v.offset, v.beyond())
	height := layout.HeightFor(top, size.Width)
	bottom := size.Height
	strip.Hide()
	if v.beyond() > 0 {
		strip.Show()
		bottom -= stripHeight
		strip.Move(fyne.NewPos(v.label(), bottom))
		strip.Resize(fyne.NewSize(size.Width-v.label(), stripHeight))
	}
	top.Resize(fyne.NewSize(size.Width, height))
	top.Refresh()
	body.Move(fyne.NewPos(0, height))
	body.Resize(fyne.NewSize(size.Width, max(bottom-height, 0)))
}

// allColumns is as wide as all roles together: what the strip scrolls over.
type allColumns struct{ view *viewport }

func (a allColumns) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(a.view.column()*float32(a.view.columns), stripHeight-2)
}
func (allColumns) Layout([]fyne.CanvasObject, fyne.Size) {}

// shiftTo moves the roles sideways, all bands alike.
func (p *Page) shiftTo(offset float32) {
	offset = max(0, min(offset, p.view.beyond()))
	if offset == p.view.offset {
		return
	}
	p.view.offset = offset
	p.desk.Tips.Clear()
	p.top.shift()
	for _, l := range p.bands {
		l.shift()
	}
	p.strip.ScrollToOffset(fyne.NewPos(offset, 0))
}

func (p *Page) onStrip(at fyne.Position) { p.shiftTo(at.X) }

// onScroll is the wheel over the table.
func (p *Page) onScroll(dx, dy float32) {
	if dx != 0 {
		p.shiftTo(p.view.offset + dx)
	}
	if dy != 0 {
		p.scroll.By(dy)
	}
}

// reveal moves the roles so far that column i is seen.
func (p *Page) reveal(i int) {
	w, seen := p.view.column(), p.view.width-p.view.label()
	left := float32(i) * w
	switch {
	case left < p.view.offset:
		p.shiftTo(left)
	case left+w > p.view.offset+seen:
		p.shiftTo(left + w - seen)
	}
}

// bar places the page's name and what stands beside it at the left, and the
// controls at the right. Where there is little room the legend goes first, as
// the table's corner has it too.
type bar struct{}

const barHeight = 46

func (bar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, barHeight) }

func (bar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const pad, gap = 20, 12
	place := func(o fyne.CanvasObject, x, w float32) {
		h := layout.HeightFor(o, w)
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		o.Resize(fyne.NewSize(w, h))
	}
	name, count, legend := objects[0], objects[1], objects[2]
	place(name, pad, name.MinSize().Width)
	left := pad + name.MinSize().Width + gap
	right := size.Width - pad
	for _, o := range []fyne.CanvasObject{objects[4], objects[3]} {
		if o.Visible() {
			right -= o.MinSize().Width
			place(o, right, o.MinSize().Width)
			right -= gap
		}
	}
	place(count, left, min(count.MinSize().Width, right-left))
	if !legend.Visible() {
		return
	}
	x := right - legend.MinSize().Width - gap
	if size.Width < narrow {
		x = size.Width + pad // out of sight
	}
	place(legend, x, legend.MinSize().Width)
}

// mixKeys are the three patterns of a task mix by themselves.
func mixKeys() []struct {
	label nextrole.Label
	split aijri.Split
} {
	return []struct {
		label nextrole.Label
		split aijri.Split
	}{
		{nextrole.Displaced, aijri.Split{Disp: 1}},
		{nextrole.Augmented, aijri.Split{Aug: 1}},
		{nextrole.NotInvolved, aijri.Split{Not: 1}},
	}
}
