package compare

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// frame places the heads above the body, which scrolls, and at the bottom the
// bar that moves the roles sideways, where that is needed.
type frame struct{ page *Page }

const stripHeight = 12

func (frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, 160) }

func (f frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, body, held, strip := objects[0], objects[1], objects[2], objects[3]
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
	held.Move(body.Position())
	held.Resize(body.Size())
	f.page.section.follow()
}

const sectionHeight = 26

// sectionHead repeats the name of the section that is scrolled to, below the
// heads, until the next section's own name takes its place.
type sectionHead struct {
	*band

	page *Page
	name *widget.Text
	note *widget.Text
}

func newSectionHead(p *Page) *sectionHead {
	s := &sectionHead{
		page: p,
		name: widget.NewParagraph("", theme.BodyStrong, theme.Text),
		note: widget.NewParagraph("", theme.Caption, theme.Text2),
	}
	s.band = newBand(p.view, sectionHeight, newLabel(s.name))
	s.band.across = layout.NewInset(8, cellPad, 8, cellPad, s.note)
	s.band.Hide()
	return s
}

// follow shows the section of the topmost row.
func (s *sectionHead) follow() {
	offset := s.page.scroll.Offset()
	var now, next *line
	for _, l := range s.page.bands {
		switch {
		case l.label != nil || l.Hidden:
		case l.Position().Y < offset:
			now = l
		case next == nil:
			next = l
		}
	}
	s.Hidden = now == nil
	if now == nil {
		s.Refresh()
		return
	}
	s.name.Set(now.key)
	s.note.Set(caption(now.key))
	height := s.HeightFor(s.page.view.width)
	end := s.page.foot.Position().Y
	if next != nil {
		end = next.Position().Y
	}
	s.Move(fyne.NewPos(0, min(0, end-offset-height)))
	s.Resize(fyne.NewSize(s.page.view.width, height))
	s.Refresh()
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

// onSideways is the wheel over the table, as far as it goes sideways.
func (p *Page) onSideways(dx float32) { p.shiftTo(p.view.offset + dx) }

// headBand is the band of the heads, which is not scrolled with the rows, but
// hands the wheel on to them.
type headBand struct {
	*band

	page *Page
}

func newHeadBand(p *Page, b *band) *headBand {
	h := &headBand{band: b.clipped(), page: p}
	h.ExtendBaseWidget(h)
	return h
}

// Scrolled implements fyne.Scrollable.
func (h *headBand) Scrolled(e *fyne.ScrollEvent) {
	h.page.onSideways(-e.Scrolled.DX)
	h.page.scroll.By(-e.Scrolled.DY)
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
// controls at the right, or below in a line of their own where there is not
// enough room. The legend goes first, as the table's corner has it too.
type bar struct{}

const (
	barHeight = 46
	barPad    = 20
	barGap    = 12
	barLine   = 38 // a second line
)

func (bar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(300, barHeight) }

// HeightFor implements layout.TallLayout.
func (b bar) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	if b.folds(objects, width) {
		return barHeight + barLine
	}
	return barHeight
}

// parts are the name with what it counts, the legend, and the controls that
// are shown.
func (bar) parts(objects []fyne.CanvasObject) (name, count, legend fyne.CanvasObject, controls []fyne.CanvasObject, width float32) {
	for _, o := range objects[3:] {
		if o.Visible() {
			controls = append(controls, o)
			width += o.MinSize().Width + barGap
		}
	}
	return objects[0], objects[1], objects[2], controls, max(width-barGap, 0)
}

func (b bar) folds(objects []fyne.CanvasObject, width float32) bool {
	name, count, _, _, controls := b.parts(objects)
	return 2*barPad+name.MinSize().Width+count.MinSize().Width+controls+2*barGap > width
}

func (b bar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place := func(o fyne.CanvasObject, x, y, w float32) {
		h := layout.HeightFor(o, w)
		o.Move(fyne.NewPos(x, y+(barHeight-h)/2))
		o.Resize(fyne.NewSize(w, h))
	}
	name, count, legend, controls, wide := b.parts(objects)
	place(name, barPad, 0, name.MinSize().Width)
	left, right := barPad+name.MinSize().Width+barGap, size.Width-barPad
	x, y := right-wide, float32(0)
	if b.folds(objects, size.Width) {
		x, y = barPad, barLine-4
	} else {
		right = x - barGap
	}
	for _, o := range controls {
		place(o, x, y, o.MinSize().Width)
		x += o.MinSize().Width + barGap
	}
	place(count, left, 0, min(count.MinSize().Width, right-left))
	if !legend.Visible() {
		return
	}
	x = right - legend.MinSize().Width
	if size.Width < narrow || x < left+count.MinSize().Width+barGap {
		x = size.Width + barPad // out of sight
	}
	place(legend, x, 0, legend.MinSize().Width)
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
