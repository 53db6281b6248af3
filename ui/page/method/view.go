package method

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nextrole/internal/aijri"
	"nextrole/internal/method"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Page is the method page.
type Page struct {
	desk    page.Desk
	model   model
	outline *widget.Outline
	place   route.Route
}

var (
	_ page.Page   = (*Page)(nil)
	_ page.Keyed  = (*Page)(nil)
	_ page.Copier = (*Page)(nil)
)

// New builds the page. What it says depends on the library only, so it is
// built once.
func New(desk page.Desk) *Page {
	p := &Page{desk: desk, model: newModel(desk.Session)}
	names := p.model.names()
	parts := make([]widget.Part, len(names))
	for i, s := range p.model.doc.Sections {
		content := layout.NewStack(8)
		for _, b := range s.Blocks {
			content.Add(block(b))
		}
		parts[i] = widget.Part{Name: names[i], Content: content}
	}
	actions := []fyne.CanvasObject{widget.NewButton("Copy as text", "", p.Copy)}
	p.outline = widget.NewOutline(p.model.doc.Title, actions, parts...)
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.outline.Container }

// Crumbs implements page.Page.
func (p *Page) Crumbs() []string { return []string{"Method"} }

// Show implements page.Page.
func (p *Page) Show(r route.Route) { p.place = r }

// Focus implements page.Page: at the part that the place begins with.
func (p *Page) Focus() {
	if p.place.Tab != "" {
		p.outline.Jump(p.model.part(p.place.Tab))
	}
	p.outline.Focus()
}

// Key implements page.Keyed.
func (p *Page) Key(key fyne.KeyName) bool { return p.outline.Key(key) }

// Rune implements page.Keyed: a digit leads to the part with that number.
func (p *Page) Rune(r rune) bool {
	if r < '1' || r > '9' {
		return false
	}
	p.outline.Jump(int(r - '1'))
	p.outline.Focus()
	return true
}

// Copy implements page.Copier.
func (p *Page) Copy() {
	fyne.CurrentApp().Clipboard().SetContent(p.model.text())
	p.desk.Notice("Copied the whole page as text", "", nil)
}

// block shows one block of the document.
func block(b method.Block) fyne.CanvasObject {
	switch {
	case b.Points != nil:
		list := layout.NewStack(5)
		for _, text := range b.Points {
			list.Add(point(text))
		}
		return list
	case b.Table != nil:
		return table(*b.Table)
	case b.Rules != nil:
		list := layout.NewStack(6)
		for _, r := range b.Rules {
			list.Add(widget.NewRule())
			list.Add(rule(r))
		}
		return list
	}
	return widget.NewParagraph(b.Text, theme.Body, theme.Text)
}

// point is a paragraph with a dot before it.
func point(text string) fyne.CanvasObject {
	dot := layout.NewInset(8, 0, 0, 4, layout.NewFixed(4, 4, widget.NewBox(theme.Text3, "", 2)))
	return top(8, 2, dot, widget.NewParagraph(text, theme.Body, theme.Text))
}

// rule is a rule with its number, and in words where it comes from.
func rule(r aijri.Rule) fyne.CanvasObject {
	return top(12, 2,
		layout.NewFixed(22, 0, widget.NewRight(fmt.Sprint(r.Number), theme.BodyStrong, theme.Text2)),
		layout.NewStack(1, widget.NewParagraph(r.Name, theme.BodyStrong, theme.Text), widget.NewParagraph(r.Text, theme.Body, theme.Text)),
		layout.NewFixed(136, 0, widget.NewParagraph(method.Origins(r), theme.Small, theme.Text2)))
}

// top is a row whose objects stand at its top, the grow-th taking what is left.
func top(gap float32, grow int, objects ...fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: layout.Row{Gap: gap, Grow: grow, Align: layout.Top}, Objects: objects}
}

// table is rows below a head. The columns are as wide as their words ask for.
func table(t method.Table) fyne.CanvasObject {
	weights := widths(t)
	row := func(cells []string, style theme.Style, color fyne.ThemeColorName) fyne.CanvasObject {
		c := &fyne.Container{Layout: layout.Columns{Weights: weights, Gap: 16}}
		for _, cell := range cells {
			c.Add(widget.NewParagraph(cell, style, color))
		}
		return c
	}
	list := layout.NewStack(4, row(t.Head, theme.Small, theme.Text2))
	for _, cells := range t.Rows {
		list.Add(widget.NewRule())
		list.Add(row(cells, theme.Body, theme.Text))
	}
	return layout.NewInset(2, 0, 4, 0, list)
}

// widths shares the width by the longest cell of each column, within limits
// that keep a short column from breaking its words.
func widths(t method.Table) []float32 {
	weights := make([]float32, len(t.Head))
	for _, row := range append([][]string{t.Head}, t.Rows...) {
		for i, cell := range row {
			weights[i] = max(weights[i], min(max(float32(len([]rune(cell))), 14), 42))
		}
	}
	return weights
}
