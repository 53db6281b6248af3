package layout

import "fyne.io/fyne/v2"

// Inset keeps one object away from the edges, in DIP.
type Inset struct {
	Top, Right, Bottom, Left float32
}

// NewInset returns a container that keeps o away from its edges.
func NewInset(top, right, bottom, left float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Inset{top, right, bottom, left}, Objects: []fyne.CanvasObject{o}}
}

// HeightFor implements TallLayout.
func (i Inset) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	if !objects[0].Visible() {
		return 0
	}
	return i.Top + i.Bottom + HeightFor(objects[0], max(width-i.Left-i.Right, 0))
}

// MinSize implements fyne.Layout.
func (i Inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if !objects[0].Visible() {
		return fyne.Size{}
	}
	return objects[0].MinSize().AddWidthHeight(i.Left+i.Right, i.Top+i.Bottom)
}

// Layout implements fyne.Layout.
func (i Inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], i.Left, i.Top, size.Width-i.Left-i.Right, size.Height-i.Top-i.Bottom)
}

// Layers places objects over one another, each over the whole area, and is as
// high as the highest: a ground and what stands on it.
type Layers struct{}

// NewLayers returns a container with a Layers layout.
func NewLayers(objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Layers{}, Objects: objects}
}

// HeightFor implements TallLayout.
func (Layers) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var height float32
	for _, o := range visible(objects) {
		height = max(height, HeightFor(o, width))
	}
	return height
}

// MinSize implements fyne.Layout.
func (Layers) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range visible(objects) {
		size = size.Max(o.MinSize())
	}
	return size
}

// Layout implements fyne.Layout.
func (Layers) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range visible(objects) {
		place(o, 0, 0, size.Width, size.Height)
	}
}

// Fixed gives one object a smallest size and, where set, no more than that.
type Fixed struct {
	Width, Height float32 // 0 leaves the object's own
}

// NewFixed returns a container that holds o at a width and height.
func NewFixed(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Fixed{width, height}, Objects: []fyne.CanvasObject{o}}
}

// HeightFor implements TallLayout.
func (f Fixed) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	if f.Height > 0 {
		return f.Height
	}
	return HeightFor(objects[0], width)
}

// MinSize implements fyne.Layout.
func (f Fixed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := objects[0].MinSize()
	if f.Width > 0 {
		size.Width = f.Width
	}
	if f.Height > 0 {
		size.Height = f.Height
	} else if f.Width > 0 {
		size.Height = HeightFor(objects[0], f.Width)
	}
	return size
}

// Layout implements fyne.Layout.
func (f Fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, size.Width, size.Height)
}
