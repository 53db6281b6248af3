package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nextrole/ui/theme"
)

// Fill is a rectangle in the color of a token: a ground, a hairline, a bar.
type Fill struct {
	widget.BaseWidget

	Ground
	Radius float32
	min    fyne.Size
}

// NewFill returns a ground in the color of a token.
func NewFill(color fyne.ThemeColorName) *Fill {
	f := &Fill{Ground: Ground{Fill: color}}
	f.ExtendBaseWidget(f)
	return f
}

// NewRule returns a horizontal hairline.
func NewRule() *Fill {
	f := NewFill(theme.Hairline)
	f.min = fyne.NewSize(0, 1)
	return f
}

// NewUpright returns a vertical hairline.
func NewUpright() *Fill {
	f := NewFill(theme.Hairline)
	f.min = fyne.NewSize(1, 0)
	return f
}

// NewBox returns a rounded ground with a border.
func NewBox(fill, border fyne.ThemeColorName, radius float32) *Fill {
	f := NewFill(fill)
	f.Border, f.Radius = border, radius
	return f
}

// Paint changes the ground.
func (f *Fill) Paint(g Ground) {
	if f.Ground != g {
		f.Ground = g
		f.Refresh()
	}
}

// MinSize implements fyne.CanvasObject.
func (f *Fill) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	return f.min
}

// CreateRenderer implements fyne.Widget.
func (f *Fill) CreateRenderer() fyne.WidgetRenderer {
	return laidOut(&fillRenderer{f, &canvas.Rectangle{}}, f.Size())
}

type fillRenderer struct {
	f    *Fill
	rect *canvas.Rectangle
}

func (r *fillRenderer) Layout(size fyne.Size) { r.rect.Resize(size) }
func (r *fillRenderer) MinSize() fyne.Size    { return r.f.min }
func (r *fillRenderer) Refresh() {
	paint(r.rect, r.f.Ground, r.f.Radius)
	r.rect.Refresh()
}
func (r *fillRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *fillRenderer) Destroy()                     {}
