package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// Tips is the layer above a page in which an explanation of what the pointer
// or the keyboard is on appears. It takes no clicks.
type Tips struct {
	widget.BaseWidget

	head, body *Text
	box        *fyne.Container
	at         fyne.Position // of the thing explained, in the layer
	size       fyne.Size
	laid       fyne.Size // of the layer when it was last laid out
}

const tipWidth = 320

// NewTips returns an empty layer.
func NewTips() *Tips {
	t := &Tips{
		head: NewParagraph("", theme.BodyStrong, theme.Text),
		body: NewParagraph("", theme.Small, theme.Text2),
	}
	t.box = layout.NewLayers(NewBox(theme.Raised, theme.Divider, 6),
		layout.NewInset(8, 12, 9, 12, layout.NewStack(3, t.head, t.body)))
	t.box.Hide()
	t.ExtendBaseWidget(t)
	return t
}

// Point explains the area of a size at a position on the canvas.
func (t *Tips) Point(at fyne.Position, size fyne.Size, head, body string) {
	t.at = at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(t))
	t.size = size
	t.head.Set(head)
	t.body.Set(body)
	t.box.Show()
	t.Refresh()
}

// PointAt explains an object.
func (t *Tips) PointAt(o fyne.CanvasObject, head, body string) {
	if fyne.CurrentApp().Driver().CanvasForObject(o) == nil {
		return // not painted yet, so nobody knows where it is
	}
	t.Point(fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size(), head, body)
}

// Clear takes the explanation away and reports whether there was one.
func (t *Tips) Clear() bool {
	shown := t.box.Visible()
	t.box.Hide()
	return shown
}

// Explain makes a control show an explanation while it is pointed at or focused.
func (t *Tips) Explain(p *Press, head, body string) {
	p.OnHint = func(show bool) {
		if show {
			t.PointAt(p.Object(), head, body)
		} else {
			t.Clear()
		}
	}
}

// MinSize implements fyne.CanvasObject.
func (t *Tips) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer implements fyne.Widget.
func (t *Tips) CreateRenderer() fyne.WidgetRenderer { return &tipsRenderer{t} }

type tipsRenderer struct{ t *Tips }

// Layout puts the box below what it explains, or above where there is no room.
func (r *tipsRenderer) Layout(size fyne.Size) {
	t := r.t
	if t.laid != size { // what is explained is no longer where it was
		t.laid = size
		t.box.Hide()
	}
	natural := max(t.head.natural(), t.body.natural()) + 25
	width := min(natural, tipWidth, size.Width-16)
	height := layout.HeightFor(t.box, width)
	x := max(min(t.at.X, size.Width-width-8), 8)
	y := t.at.Y + t.size.Height + 6
	if y+height > size.Height-4 {
		y = max(t.at.Y-height-6, 4)
	}
	t.box.Move(fyne.NewPos(x, y))
	t.box.Resize(fyne.NewSize(width, height))
}
func (r *tipsRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *tipsRenderer) Refresh() {
	r.Layout(r.t.Size())
	r.t.box.Refresh()
}
func (r *tipsRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.t.box} }
func (r *tipsRenderer) Destroy()                     {}

// natural returns the width of the text on as few lines as it has paragraphs.
func (t *Text) natural() float32 {
	var width float32
	for _, l := range t.wrap(1e6) {
		width = max(width, l.width)
	}
	return width
}
