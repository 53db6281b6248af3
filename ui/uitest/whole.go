package uitest

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"nextrole/ui/widget"
)

// Placed is a visible object with where it stands on the canvas.
type Placed struct {
	Object fyne.CanvasObject
	At     fyne.Position

	room area // what all objects around it have in common
	seen area // the part of the window in which it would be seen
}

// area is a rectangle on the canvas.
type area struct{ left, top, right, bottom float32 }

func areaOf(at fyne.Position, size fyne.Size) area {
	return area{at.X, at.Y, at.X + size.Width, at.Y + size.Height}
}

func (a area) and(b area) area {
	return area{max(a.left, b.left), max(a.top, b.top), min(a.right, b.right), min(a.bottom, b.bottom)}
}

func (a area) within(b area, slack float32) bool {
	return a.left >= b.left-slack && a.right <= b.right+slack && a.top >= b.top-slack && a.bottom <= b.bottom+slack
}

// shrunk leaves out an edge.
func (a area) shrunk(by float32) area {
	return area{a.left + by, a.top + by, a.right - by, a.bottom - by}
}

func (a area) empty() bool { return a.right <= a.left || a.bottom <= a.top }

func (a area) String() string {
	return fmt.Sprintf("%.0f…%.0f × %.0f…%.0f", a.left, a.right, a.top, a.bottom)
}

// Placed returns all visible objects below and with root, from back to front.
func (s *Stage) Placed(root fyne.CanvasObject) []Placed {
	window := areaOf(fyne.Position{}, s.Canvas().Size())
	var all []Placed
	var walk func(o fyne.CanvasObject, at fyne.Position, room, seen area)
	walk = func(o fyne.CanvasObject, at fyne.Position, room, seen area) {
		if !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		all = append(all, Placed{o, at, room, seen})
		own := areaOf(at, o.Size())
		room = room.and(own)
		if scrolls(o) {
			seen = seen.and(own)
			room.top, room.bottom = -1e6, 1e6 // what is not seen can be scrolled to
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child, at, room, seen)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child, at, room, seen)
			}
		}
	}
	walk(root, fyne.Position{}, window, window)
	return all
}

// Flaws returns what is wrong with how the visible words below root stand:
// outside of what holds them or of the window, over other words, too low, or
// ended by an ellipsis. May says which of the last kind are meant.
func (s *Stage) Flaws(root fyne.CanvasObject, may func(words string) bool) []string {
	var flaws []string
	flaw := func(format string, args ...any) { flaws = append(flaws, fmt.Sprintf(format, args...)) }
	type drawn struct {
		text *widget.Text
		area area
	}
	var words []drawn
	for _, p := range s.Placed(root) {
		text, ok := p.Object.(*widget.Text)
		if !ok || text.String() == "" {
			continue
		}
		size := text.Size()
		if own := areaOf(p.At, size); !own.within(p.room, 0.6) {
			flaw("%q is at %v, outside of %v", text.String(), own, p.room)
			continue
		}
		if !text.Wrap && text.MinSize().Width > size.Width+0.6 && !may(text.String()) {
			flaw("%q is cut: it has %.1f and needs %.1f", text.String(), size.Width, text.MinSize().Width)
		}
		if need := text.HeightFor(size.Width); need > size.Height+0.6 {
			flaw("%q is %.1f high and needs %.1f", text.String(), size.Height, need)
		}
		for _, o := range test.WidgetRenderer(text).Objects() {
			run, ok := o.(*canvas.Text)
			if !ok || !run.Visible() || run.Text == "" {
				continue
			}
			at := areaOf(p.At.Add(run.Position()), run.Size())
			if at.left < p.At.X-1 || at.right > p.At.X+size.Width+1 {
				flaw("%q of %q is drawn at %v, over the edge", run.Text, text.String(), at)
			}
			if at = at.shrunk(2).and(p.seen); !at.empty() {
				words = append(words, drawn{text, at})
			}
		}
	}
	for i, a := range words {
		for _, b := range words[:i] {
			if a.text != b.text && !a.area.and(b.area).empty() {
				flaw("%q stands over %q", a.text.String(), b.text.String())
			}
		}
	}
	return flaws
}

// Lost returns the controls that Tab leads to outside of the window.
func (s *Stage) Lost() []string {
	var lost []string
	window := areaOf(fyne.Position{}, s.Canvas().Size())
	seen := map[fyne.Focusable]bool{}
	for {
		s.Canvas().FocusNext()
		focused := s.Canvas().Focused()
		if focused == nil || seen[focused] {
			return lost
		}
		seen[focused] = true
		o := focused.(fyne.CanvasObject)
		at := areaOf(fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size())
		if whole := at.and(window); at.empty() || whole.empty() || at.right-at.left > whole.right-whole.left+0.6 {
			lost = append(lost, fmt.Sprintf("%q at %v", s.Said(), at))
		}
	}
}

// scrolls reports whether an object moves what it holds, as Fyne's scroll does.
func scrolls(o fyne.CanvasObject) bool {
	_, ok := o.(interface{ ScrollToOffset(fyne.Position) })
	return ok
}
