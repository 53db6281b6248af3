package layout

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Scroll shows content that is as wide as the view and as high as it needs to
// be, with a vertical scroll bar where that is more than the view.
type Scroll struct {
	widget.BaseWidget

	OnScroll   func()           // told after the content moved
	OnSideways func(dx float32) // told what of the wheel goes sideways, in DIP; positive is to the right

	fit    *fit
	scroll *wheel
}

// wheel is Fyne's scroll, which itself has no use for what goes sideways.
type wheel struct {
	container.Scroll

	owner *Scroll
}

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) {
	if w.owner.OnSideways != nil && e.Scrolled.DX != 0 {
		w.owner.OnSideways(-e.Scrolled.DX)
	}
	w.Scroll.Scrolled(e)
}

// fit makes its container as high as the content needs at the view's width.
type fit struct {
	width float32
}

func (f *fit) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, HeightFor(objects[0], f.width))
}

func (f *fit) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, f.width, max(size.Height, HeightFor(objects[0], f.width)))
}

// NewScroll returns a Scroll around content.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{fit: &fit{}}
	s.scroll = &wheel{owner: s}
	s.scroll.Direction = container.ScrollVerticalOnly
	s.scroll.Scroll.Content = &fyne.Container{Layout: s.fit, Objects: []fyne.CanvasObject{content}}
	s.scroll.ExtendBaseWidget(s.scroll)
	s.scroll.OnScrolled = func(fyne.Position) {
		if s.OnScroll != nil {
			s.OnScroll()
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// ToTop shows the beginning.
func (s *Scroll) ToTop() { s.scroll.ScrollToTop() }

// Offset returns how far the content is scrolled, in DIP.
func (s *Scroll) Offset() float32 { return s.scroll.Offset.Y }

// By scrolls by dy DIP; positive is towards the end.
func (s *Scroll) By(dy float32) {
	s.scroll.ScrollToOffset(fyne.NewPos(0, s.scroll.Offset.Y+dy))
}

// Scrolled scrolls by the wheel, for what lies over the content.
func (s *Scroll) Scrolled(e *fyne.ScrollEvent) { s.scroll.Scrolled(e) }

// Key scrolls by a key and reports whether it did.
func (s *Scroll) Key(key fyne.KeyName) bool {
	const line = 48
	page := s.scroll.Size().Height * 0.85
	switch key {
	case fyne.KeyDown:
		s.By(line)
	case fyne.KeyUp:
		s.By(-line)
	case fyne.KeyPageDown:
		s.By(page)
	case fyne.KeyPageUp:
		s.By(-page)
	case fyne.KeyHome:
		s.ToTop()
	case fyne.KeyEnd:
		s.By(s.scroll.Content.Size().Height)
	default:
		return false
	}
	return true
}

// Reveal scrolls as little as needed to show the object at y with the height,
// in the content's coordinates.
func (s *Scroll) Reveal(y, height float32) {
	const margin = 12
	top, view := s.scroll.Offset.Y, s.scroll.Size().Height
	switch {
	case y-margin < top:
		s.scroll.ScrollToOffset(fyne.NewPos(0, max(y-margin, 0)))
	case y+height+margin > top+view:
		s.scroll.ScrollToOffset(fyne.NewPos(0, y+height+margin-view))
	}
}

// Content returns what is scrolled.
func (s *Scroll) Content() fyne.CanvasObject {
	return s.scroll.Content.(*fyne.Container).Objects[0]
}

// MinSize is small: a view shrinks to what the window leaves it.
func (s *Scroll) MinSize() fyne.Size { return fyne.NewSize(40, 40) }

// Again lays the content out again after its height changed, and draws none of
// it anew.
func (s *Scroll) Again() {
	s.fit.width = s.Size().Width
	Again(s.scroll.Content.(*fyne.Container))
	// Fyne's scroll measures its content when it is refreshed, and all of the
	// content with it, or when it gets another size.
	size := s.scroll.Size()
	s.scroll.Resize(size.AddWidthHeight(0, 1))
	s.scroll.Resize(size)
}

// Reflow lays the content out again after its height changed, and draws it anew.
func (s *Scroll) Reflow() {
	s.fit.width = s.Size().Width
	s.scroll.Content.Refresh()
	s.scroll.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer { return &scrollRenderer{s} }

type scrollRenderer struct{ s *Scroll }

func (r *scrollRenderer) Layout(size fyne.Size) {
	if r.s.fit.width != size.Width {
		r.s.fit.width = size.Width
		r.s.scroll.Content.Refresh()
	}
	r.s.scroll.Resize(size)
}
func (r *scrollRenderer) MinSize() fyne.Size           { return r.s.MinSize() }
func (r *scrollRenderer) Refresh()                     { r.s.Reflow() }
func (r *scrollRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.scroll} }
func (r *scrollRenderer) Destroy()                     {}
