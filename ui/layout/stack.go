package layout

import "fyne.io/fyne/v2"

// Stack places objects below one another over the full width, Gap apart.
// Object Grow-1 (counted from 1) takes the height that is left; 0 is none.
type Stack struct {
	Gap  float32
	Grow int
}

// NewStack returns a container with a Stack layout.
func NewStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Stack{Gap: gap}, Objects: objects}
}

// NewFill returns a Stack without gaps whose i-th object takes the rest.
func NewFill(i int, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Stack{Grow: i + 1}, Objects: objects}
}

// HeightFor implements TallLayout.
func (s Stack) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	shown := visible(objects)
	height := sumGap(len(shown), s.Gap)
	for _, o := range shown {
		height += HeightFor(o, width)
	}
	return height
}

// MinSize implements fyne.Layout.
func (s Stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	shown := visible(objects)
	size := fyne.NewSize(0, sumGap(len(shown), s.Gap))
	for _, o := range shown {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		size.Height += m.Height
	}
	return size
}

// Layout implements fyne.Layout.
func (s Stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	spare := size.Height - s.HeightFor(objects, size.Width)
	var y float32
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		h := HeightFor(o, size.Width)
		if i == s.Grow-1 {
			h += spare
		}
		place(o, 0, y, size.Width, h)
		y += max(h, 0) + s.Gap
	}
}
