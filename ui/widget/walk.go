package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"nextrole/ui/layout"
)

// Parent is a widget of ours that tells what it holds, so that the page can be
// walked without Fyne's private renderer cache.
type Parent interface {
	Children() []fyne.CanvasObject
}

// Children returns the objects that o directly holds, as far as it tells.
func Children(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case *layout.Scroll:
		return []fyne.CanvasObject{o.Content()}
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	case *widget.PopUp:
		return []fyne.CanvasObject{o.Content}
	case Parent:
		return o.Children()
	}
	return nil
}
