package compare

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"nextrole/ui/chartview"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// foot is what stands below the table: the roles in charts, notes, and where the
// figures are from.
type foot struct {
	fynewidget.BaseWidget

	scores, evidence, barriers, skills *chartview.View

	notes, credits *fyne.Container
	column         *fyne.Container
}

const (
	footWidth = 1080 // DIP, for lines that can be read
	footBelow = 720  // narrower, notes and sources stand below one another
)

func newFoot(desk page.Desk) *foot {
	f := &foot{
		scores: chartview.New(desk, false), skills: chartview.New(desk, false),
		evidence: chartview.New(desk, false), barriers: chartview.New(desk, false),
		notes: layout.NewStack(10), credits: layout.NewStack(10),
	}
	f.column = layout.NewInset(20, 20, 28, 20, layout.NewStack(24,
		layout.NewColumns(36, footBelow, f.scores, f.skills),
		layout.NewColumns(36, footBelow, f.evidence, f.barriers),
		widget.NewRule(),
		layout.NewColumns(36, footBelow, f.notes, f.credits)))
	f.ExtendBaseWidget(f)
	return f
}

func (f *foot) set(m *model) {
	name := func(what string) string { return "Comparison, " + what }
	f.scores.About(name("scores"), m.credit(false))
	f.scores.Set(m.scores())
	evidence, barriers := m.ratings()
	f.evidence.About(name("evidence"), m.credit(false))
	f.evidence.Set(evidence)
	f.barriers.About(name("barriers"), m.credit(false))
	f.barriers.Set(barriers)
	skills, ok := m.skills()
	f.skills.Hidden = !ok
	if ok {
		f.skills.About(name("skills"), m.credit(true))
		f.skills.Set(skills)
	}
	fill(f.notes, "Notes", m.notes())
	fill(f.credits, "Sources", m.credits())
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
