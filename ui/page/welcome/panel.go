package welcome

import (
	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// newPanel is what is to be read before anything is chosen: the name, what the
// program is for, what a score means, and that nothing leaves the computer.
func newPanel() *panel {
	logo := layout.NewLayers(widget.NewIcon("logo", 30, theme.Text), widget.NewIcon("logo-dot", 30, theme.Accent))
	name := layout.NewRow(12, logo, widget.NewText("NextRole", theme.Heading, theme.Text))
	var statements []fyne.CanvasObject
	for _, s := range meaning() {
		statements = append(statements, layout.NewStack(2,
			widget.NewParagraph(s.title, theme.BodyStrong, theme.Text),
			widget.NewParagraph(s.text, theme.Body, theme.Text2)))
	}
	note := widget.NewParagraph("", theme.Small, theme.Text2)
	note.SetSpans(widget.Span{Text: offline, Strong: true, Color: theme.Text}, widget.Span{Text: offlineHow})
	privacy := layout.NewStack(14, widget.NewRule(), layout.NewBar(12, 1, widget.NewIcon("lock", 17, theme.Text2), note))
	p := &panel{headline: widget.NewParagraph(headline, theme.Large, theme.Text)}
	p.content = layout.NewFill(1,
		layout.NewStack(20, name, p.headline, layout.NewColumns(20, 520, statements...)),
		layout.NewInset(20, 0, 0, 0, layout.NewStack(0)), privacy)
	return p
}

// panel is the left part, or the top of a narrow window.
type panel struct {
	content *fyne.Container

	headline *widget.Text
}

// suit sets the headline for the place the panel has in a width.
func (p *panel) suit(width float32) {
	style := theme.Large
	if width < splitFrom {
		style = theme.Heading
	}
	if p.headline.Style != style {
		p.headline.Style = style
		p.headline.Refresh()
	}
}

// The sizes of the split, in DIP.
const (
	panelWidth = 392
	splitFrom  = 1000 // narrower, the panel stands on top
	widest     = 900  // of the questions: longer lines are hard to follow
)

// split shows the panel at the left of the questions, or in a narrow window
// above them.
type split struct {
	fynewidget.BaseWidget

	ground, edge *widget.Fill
	panel        *panel
	content      fyne.CanvasObject
}

func newSplit(panel *panel, content fyne.CanvasObject) *split {
	s := &split{ground: widget.NewFill(theme.Rail), edge: widget.NewFill(theme.Hairline), panel: panel, content: content}
	s.ExtendBaseWidget(s)
	return s
}

// insets are the margins around the panel and around the questions.
func insets(width float32) (panel, content layout.Inset) {
	switch {
	case width < splitFrom:
		return layout.Inset{Top: 24, Right: 32, Bottom: 20, Left: 32}, layout.Inset{Top: 24, Right: 32, Bottom: 24, Left: 32}
	case width < 1240:
		return layout.Inset{Top: 44, Right: 36, Bottom: 36, Left: 36}, layout.Inset{Top: 40, Right: 40, Bottom: 32, Left: 40}
	}
	return layout.Inset{Top: 56, Right: 44, Bottom: 40, Left: 44}, layout.Inset{Top: 48, Right: 72, Bottom: 40, Left: 72}
}

func heightWith(i layout.Inset, o fyne.CanvasObject, width float32) float32 {
	return i.Top + layout.HeightFor(o, width-i.Left-i.Right) + i.Bottom
}

// HeightFor implements layout.Tall.
func (s *split) HeightFor(width float32) float32 {
	s.panel.suit(width)
	panel, content := insets(width)
	if width < splitFrom {
		return heightWith(panel, s.panel.content, width) + heightWith(content, s.content, width)
	}
	return max(heightWith(panel, s.panel.content, panelWidth), heightWith(content, s.content, s.questions(width)))
}

// questions is the width of the right part with its margins.
func (s *split) questions(width float32) float32 {
	_, content := insets(width)
	return min(width-panelWidth, widest+content.Left+content.Right)
}

// Children implements widget.Parent.
func (s *split) Children() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.panel.content, s.content}
}

// MinSize implements fyne.CanvasObject: the split takes what it gets.
func (s *split) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer implements fyne.Widget.
func (s *split) CreateRenderer() fyne.WidgetRenderer { return &splitRenderer{s} }

type splitRenderer struct{ s *split }

func (r *splitRenderer) Layout(size fyne.Size) {
	s := r.s
	s.panel.suit(size.Width)
	panel, content := insets(size.Width)
	if size.Width < splitFrom {
		height := heightWith(panel, s.panel.content, size.Width)
		put(s.ground, layout.Inset{}, 0, 0, size.Width, height)
		put(s.edge, layout.Inset{}, 0, height-1, size.Width, 1)
		put(s.panel.content, panel, 0, 0, size.Width, height)
		put(s.content, content, 0, height, size.Width, size.Height-height)
		return
	}
	put(s.ground, layout.Inset{}, 0, 0, panelWidth, size.Height)
	put(s.edge, layout.Inset{}, panelWidth-1, 0, 1, size.Height)
	put(s.panel.content, panel, 0, 0, panelWidth, size.Height)
	put(s.content, content, panelWidth, 0, s.questions(size.Width), size.Height)
}

// put places an object in an area, with its margins.
func put(o fyne.CanvasObject, i layout.Inset, x, y, width, height float32) {
	o.Move(fyne.NewPos(x+i.Left, y+i.Top))
	o.Resize(fyne.NewSize(width-i.Left-i.Right, height-i.Top-i.Bottom))
}

func (r *splitRenderer) MinSize() fyne.Size { return r.s.MinSize() }
func (r *splitRenderer) Refresh() {
	r.Layout(r.s.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *splitRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.ground, r.s.edge, r.s.panel.content, r.s.content}
}
func (r *splitRenderer) Destroy() {}
