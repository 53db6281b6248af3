package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nextrole/ui/layout"
)

// CanvasOf returns the canvas that o is on, or nil. The driver knows that only
// of what it has painted already, so what is new is taken to be on the window.
func CanvasOf(o fyne.CanvasObject) fyne.Canvas {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		return c
	}
	if windows := fyne.CurrentApp().Driver().AllWindows(); len(windows) > 0 {
		return windows[0].Canvas()
	}
	return nil
}

// FocusOn moves the keyboard to a control, without its explanation.
func FocusOn(f Focusable) {
	if h, ok := f.(interface{ mute(bool) }); ok {
		h.mute(true)
		defer h.mute(false)
	}
	if c := CanvasOf(f); c != nil {
		c.Focus(f)
	}
}

// laidOut lays a renderer out for the size its widget has. Fyne drops the
// renderers of widgets that were not seen for a minute and makes them anew, but
// lays them out only when the size changes.
func laidOut(r fyne.WidgetRenderer, size fyne.Size) fyne.WidgetRenderer {
	r.Refresh()
	r.Layout(size)
	return r
}

// PassKey hands a key that a focused control has no use for to the window.
func PassKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := CanvasOf(o); c != nil {
		if typed := c.OnTypedKey(); typed != nil {
			typed(e)
		}
	}
}

// PassRune hands a letter typed on a focused control to the window, whose
// single-letter shortcuts work only outside of entries.
func PassRune(o fyne.CanvasObject, r rune) {
	if c := CanvasOf(o); c != nil {
		if typed := c.OnTypedRune(); typed != nil {
			typed(r)
		}
	}
}

// PassShortcut hands a shortcut that an entry does not know to the window;
// Fyne drops it otherwise.
func PassShortcut(o fyne.CanvasObject, s fyne.Shortcut) {
	c := CanvasOf(o)
	if handler, ok := c.(fyne.Shortcutable); ok {
		handler.TypedShortcut(s)
	}
}

// RevealFocus scrolls the page that holds o so far that o is seen.
func RevealFocus(o fyne.CanvasObject) {
	if s := scrollOf(o); s != nil {
		driver := fyne.CurrentApp().Driver()
		y := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.Content()).Y
		s.Reveal(y, o.Size().Height)
	}
}

// scrollOf finds the Scroll that o is in, on the page or in what lies over it.
func scrollOf(o fyne.CanvasObject) *layout.Scroll {
	c := CanvasOf(o)
	if c == nil {
		return nil
	}
	if overlay := c.Overlays().Top(); overlay != nil {
		if s := enclosingScroll(overlay, o); s != nil {
			return s
		}
	}
	return enclosingScroll(c.Content(), o)
}

// wheelPass lies over a field of one line and hands the wheel to the page, which
// Fyne's entry would keep although it has nothing to scroll.
type wheelPass struct {
	widget.BaseWidget
	of fyne.CanvasObject
}

func newWheelPass(of fyne.CanvasObject) *wheelPass {
	w := &wheelPass{of: of}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled implements fyne.Scrollable.
func (w *wheelPass) Scrolled(e *fyne.ScrollEvent) {
	if s := scrollOf(w.of); s != nil {
		s.Scrolled(e)
	}
}

// CreateRenderer implements fyne.Widget: there is nothing to see.
func (w *wheelPass) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// enclosingScroll finds the innermost Scroll below root that holds o.
func enclosingScroll(root, o fyne.CanvasObject) *layout.Scroll {
	var found *layout.Scroll
	var walk func(at fyne.CanvasObject, inside *layout.Scroll) bool
	walk = func(at fyne.CanvasObject, inside *layout.Scroll) bool {
		if at == o {
			found = inside
			return true
		}
		for _, child := range Children(at) {
			next := inside
			if s, ok := at.(*layout.Scroll); ok {
				next = s
			}
			if child.Visible() && walk(child, next) {
				return true
			}
		}
		return false
	}
	walk(root, nil)
	return found
}
