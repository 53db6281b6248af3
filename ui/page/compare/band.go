package compare

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// viewport says how the table stands in its width: a column of labels that
// stays, and the columns of roles, which share the rest and move sideways
// where that is too little.
type viewport struct {
	columns int
	width   float32 // of the whole table, DIP
	offset  float32 // how far the roles are moved to the left
}

const (
	labelWidth  = 186
	labelNarrow = 132
	narrow      = 800 // DIP of width below which space is spared
	columnLeast = 180
)

func (v *viewport) label() float32 {
	if v.width < narrow {
		return labelNarrow
	}
	return labelWidth
}

func (v *viewport) column() float32 {
	if v.columns == 0 {
		return columnLeast
	}
	return max((v.width-v.label())/float32(v.columns), columnLeast)
}

// beyond is how much wider the columns are than what is seen of them.
func (v *viewport) beyond() float32 {
	return max(v.column()*float32(v.columns)-(v.width-v.label()), 0)
}

// band is one line across the table: a label, and a cell for each role or one
// thing across all of them. It is as high as its highest part.
type band struct {
	fynewidget.BaseWidget

	view   *viewport
	ground *widget.Fill
	under  *widget.Fill // the label, over cells that are moved to the left
	label  fyne.CanvasObject
	cells  []fyne.CanvasObject
	across fyne.CanvasObject // in place of cells
	least  float32
	moving *fyne.Container
	middle fyne.CanvasObject // moving, in a clip where nothing around the band is one
	edge   *widget.Fill
	rule   *widget.Fill
}

// newBand returns a band at least so high. Its label is set off by the caller.
func newBand(v *viewport, least float32, label fyne.CanvasObject, cells ...fyne.CanvasObject) *band {
	b := &band{
		view: v, label: label, cells: cells, least: least,
		ground: widget.NewFill(theme.Bg), under: widget.NewFill(theme.Bg), edge: widget.NewUpright(), rule: widget.NewRule(),
	}
	b.moving = &fyne.Container{Layout: sideways{v}, Objects: cells}
	b.middle = b.moving
	b.ExtendBaseWidget(b)
	return b
}

// clipped returns the band with its cells cut at its edges. One that is scrolled
// up and down must not be, nor take the wheel, which to Fyne is a clip too: what
// is scrolled away would take clicks, since of two clips the inner one counts.
func (b *band) clipped() *band {
	clip := container.NewClip(b.moving)
	clip.ExtendBaseWidget(clip) // else Fyne finds nothing in it before it is painted
	b.middle = clip
	return b
}

// sideways places cells side by side, moved by the viewport's offset.
type sideways struct{ view *viewport }

func (sideways) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (l sideways) Layout(cells []fyne.CanvasObject, size fyne.Size) {
	w := l.view.column()
	for i, c := range cells {
		c.Move(fyne.NewPos(float32(i)*w-l.view.offset, 0))
		c.Resize(fyne.NewSize(w, size.Height))
	}
}

// shift follows the viewport's offset.
func (b *band) shift() { b.moving.Layout.Layout(b.moving.Objects, b.moving.Size()) }

// HeightFor implements layout.Tall.
func (b *band) HeightFor(float32) float32 {
	height := max(b.least, layout.HeightFor(b.label, b.view.label()))
	if b.across != nil {
		return max(height, layout.HeightFor(b.across, b.view.width-b.view.label()))
	}
	for _, c := range b.cells {
		if c.Visible() {
			height = max(height, layout.HeightFor(c, b.view.column()))
		}
	}
	return height
}

// MinSize implements fyne.CanvasObject.
func (b *band) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return fyne.NewSize(labelNarrow+columnLeast, b.HeightFor(0))
}

// Children implements widget.Parent.
func (b *band) Children() []fyne.CanvasObject {
	if b.across != nil {
		return []fyne.CanvasObject{b.label, b.across}
	}
	return append([]fyne.CanvasObject{b.label}, b.cells...)
}

// CreateRenderer implements fyne.Widget.
func (b *band) CreateRenderer() fyne.WidgetRenderer { return &bandRenderer{b} }

type bandRenderer struct{ b *band }

func (r *bandRenderer) Layout(size fyne.Size) {
	b := r.b
	left := b.view.label()
	b.ground.Resize(size)
	b.under.Resize(fyne.NewSize(left, size.Height))
	b.label.Resize(fyne.NewSize(left, size.Height))
	b.edge.Move(fyne.NewPos(left, 0))
	b.edge.Resize(fyne.NewSize(1, size.Height))
	b.rule.Move(fyne.NewPos(0, size.Height-1))
	b.rule.Resize(fyne.NewSize(size.Width, 1))
	rest := fyne.NewSize(max(size.Width-left, 0), size.Height)
	if b.across != nil {
		b.across.Move(fyne.NewPos(left, 0))
		b.across.Resize(rest)
		return
	}
	b.middle.Move(fyne.NewPos(left, 0))
	b.middle.Resize(rest)
	b.moving.Resize(rest)
	b.shift()
}

func (r *bandRenderer) MinSize() fyne.Size { return r.b.MinSize() }
func (r *bandRenderer) Refresh() {
	r.Layout(r.b.Size())
	r.b.ground.Refresh()
	r.b.under.Refresh()
	r.b.edge.Refresh()
	r.b.rule.Refresh()
	r.b.label.Refresh()
}

func (r *bandRenderer) Objects() []fyne.CanvasObject {
	b := r.b
	middle := b.middle
	if b.across != nil {
		middle = b.across
	}
	return []fyne.CanvasObject{b.ground, middle, b.under, b.label, b.edge, b.rule}
}
func (r *bandRenderer) Destroy() {}
