package layout

import "fyne.io/fyne/v2"

// Row places objects beside one another, Gap apart, each centered in height.
// An object takes its smallest width, but object Grow-1 (counted from 1) takes
// what is left.
type Row struct {
	Gap   float32
	Grow  int
	Align Align
}

// Align is where in the height of a row its objects stand.
type Align int

// The alignments of a row.
const (
	Middle Align = iota
	Top
	Stretch // over the whole height
)

// NewRow returns a container with a Row layout.
func NewRow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Row{Gap: gap}, Objects: objects}
}

// NewSplit returns a Row over the whole height, without gaps, whose i-th object
// takes the width that is left.
func NewSplit(i int, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Row{Grow: i + 1, Align: Stretch}, Objects: objects}
}

// NewBar returns a Row whose i-th object takes the width that is left.
func NewBar(gap float32, i int, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Row{Gap: gap, Grow: i + 1}, Objects: objects}
}

func (r Row) widths(objects []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(objects))
	rest, n := width, 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		n++
		if i != r.Grow-1 {
			widths[i] = o.MinSize().Width
			rest -= widths[i]
		}
	}
	if r.Grow > 0 && r.Grow <= len(objects) {
		widths[r.Grow-1] = max(rest-sumGap(n, r.Gap), 0)
	}
	return widths
}

// HeightFor implements TallLayout.
func (r Row) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var height float32
	for i, w := range r.widths(objects, width) {
		if objects[i].Visible() {
			height = max(height, HeightFor(objects[i], w))
		}
	}
	return height
}

// MinSize implements fyne.Layout.
func (r Row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	shown := visible(objects)
	size := fyne.NewSize(sumGap(len(shown), r.Gap), 0)
	for _, o := range shown {
		m := o.MinSize()
		size.Width += m.Width
		size.Height = max(size.Height, m.Height)
	}
	return size
}

// Layout implements fyne.Layout.
func (r Row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for i, w := range r.widths(objects, size.Width) {
		o := objects[i]
		if !o.Visible() {
			continue
		}
		h, y := HeightFor(o, w), float32(0)
		switch r.Align {
		case Middle:
			y = (size.Height - h) / 2
		case Stretch:
			h = size.Height
		}
		place(o, x, y, w, h)
		x += w + r.Gap
	}
}
