// Package layout places things by the width they get. Fyne asks an object for
// one smallest size; text that wraps has a height for each width instead. Here
// objects may implement [Tall], and the layouts pass the question on, so that a
// page is laid out right in one pass at any window width.
package layout

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Tall is an object whose height depends on its width.
type Tall interface {
	// HeightFor returns the height in DIP that the object needs at a width.
	HeightFor(width float32) float32
}

// TallLayout is a layout that can answer for the objects of its container.
type TallLayout interface {
	fyne.Layout
	HeightFor(objects []fyne.CanvasObject, width float32) float32
}

// HeightFor returns the height in DIP that o needs at a width.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	switch o := o.(type) {
	case Tall:
		return o.HeightFor(width)
	case *fyne.Container:
		if l, ok := o.Layout.(TallLayout); ok {
			return l.HeightFor(o.Objects, width)
		}
		if o.Layout == nil && len(o.Objects) == 0 {
			return 0
		}
	}
	return o.MinSize().Height
}

// Again lays out what is in a container at its present size, and what is in the
// containers there, after something in them changed its height or was hidden.
// It does not draw widgets anew, as to refresh the container would.
func Again(c *fyne.Container) {
	if c.Layout != nil {
		c.Layout.Layout(c.Objects, c.Size())
	}
	for _, o := range c.Objects {
		if inner, ok := o.(*fyne.Container); ok && inner.Visible() {
			Again(inner)
		}
	}
	canvas.Refresh(c)
}

// visible returns the objects that are shown.
func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	shown := make([]fyne.CanvasObject, 0, len(objects))
	for _, o := range objects {
		if o.Visible() {
			shown = append(shown, o)
		}
	}
	return shown
}

// place moves and resizes o.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
}

func sumGap(n int, gap float32) float32 { return gap * float32(max(n-1, 0)) }
