package layout

import "fyne.io/fyne/v2"

// Sticky keeps its object in view while the page beside it is scrolled: at the top of
// the view, or, where it is higher than that, with its end in view. It never leaves
// the room that its container has.
type Sticky struct {
	offset, view float32
}

// NewSticky returns a container with a Sticky layout, which [Sticky.Follow] moves.
func NewSticky(o fyne.CanvasObject) (*fyne.Container, *Sticky) {
	s := &Sticky{}
	return &fyne.Container{Layout: s, Objects: []fyne.CanvasObject{o}}, s
}

// Follow moves the object of a container to where a page of a height in view is
// scrolled to.
func (s *Sticky) Follow(c *fyne.Container, offset, view float32) {
	if s.offset == offset && s.view == view {
		return
	}
	s.offset, s.view = offset, view
	s.Layout(c.Objects, c.Size())
}

// HeightFor implements TallLayout.
func (s *Sticky) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return HeightFor(objects[0], width)
}

// MinSize implements fyne.Layout.
func (s *Sticky) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout implements fyne.Layout.
func (s *Sticky) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := HeightFor(objects[0], size.Width)
	y := s.offset
	if height > s.view {
		y += s.view - height
	}
	place(objects[0], 0, min(max(y, 0), max(size.Height-height, 0)), size.Width, height)
}
