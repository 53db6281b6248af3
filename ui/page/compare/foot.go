package compare

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// foot is what stands below the table: notes, and where the figures are from.
type foot struct {
	fynewidget.BaseWidget

	notes, credits *fyne.Container
	column         *fyne.Container
}

const (
	footWidth = 1080 // DIP, for lines that can be read
	footBelow = 720  // narrower, notes and sources stand below one another
)

func newFoot() *foot {
	f := &foot{notes: layout.NewStack(10), credits: layout.NewStack(10)}
	f.column = layout.NewInset(20, 20, 28, 20, layout.NewColumns(36, footBelow, f.notes, f.credits))
	f.ExtendBaseWidget(f)
	return f
}

func (f *foot) set(notes, credits []remark) {
	fill(f.notes, "Notes", notes)
	fill(f.credits, "Sources", credits)
	f.Refresh()
}

func fill(list *fyne.Container, name string, remarks []remark) {
	list.RemoveAll()
	list.Add(widget.NewParagraph(name, theme.Title, theme.Text))
	for _, r := range remarks {
		text := widget.NewParagraph("", theme.Small, theme.Text2)
		text.SetSpans(widget.Span{Text: r.head + ". ", Strong: true, Color: theme.Text}, widget.Span{Text: r.body})
		list.Add(text)
	}
}

// HeightFor implements layout.Tall.
func (f *foot) HeightFor(width float32) float32 {
	return layout.HeightFor(f.column, min(width, footWidth))
}

// MinSize implements fyne.CanvasObject.
func (f *foot) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	return fyne.NewSize(200, 40)
}

// Children implements widget.Parent.
func (f *foot) Children() []fyne.CanvasObject { return []fyne.CanvasObject{f.column} }

// CreateRenderer implements fyne.Widget.
func (f *foot) CreateRenderer() fyne.WidgetRenderer { return &footRenderer{f} }

type footRenderer struct{ f *foot }

func (r *footRenderer) Layout(size fyne.Size) {
	r.f.column.Resize(fyne.NewSize(min(size.Width, footWidth), size.Height))
}
func (r *footRenderer) MinSize() fyne.Size           { return r.f.MinSize() }
func (r *footRenderer) Refresh()                     { r.Layout(r.f.Size()); r.f.column.Refresh() }
func (r *footRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.f.column} }
func (r *footRenderer) Destroy()                     {}
