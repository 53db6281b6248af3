package explore

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// emptyBlock stands in place of the list where nothing matches, with the next
// thing to do.
type emptyBlock struct {
	page  *Page
	head  *widget.Text
	body  *widget.Text
	again *widget.Button
	clear *widget.Button
	block *fyne.Container
}

func newEmptyBlock(p *Page) *emptyBlock {
	e := &emptyBlock{
		page: p,
		head: widget.NewParagraph("", theme.Title, theme.Text),
		body: widget.NewParagraph("", theme.Body, theme.Text2),
	}
	e.head.Align, e.body.Align = fyne.TextAlignCenter, fyne.TextAlignCenter
	e.again = widget.NewPrimary("", "", e.onAgain)
	e.clear = widget.NewButton("Clear filters", "", p.onClear)
	buttons := &fyne.Container{Layout: centered{}, Objects: []fyne.CanvasObject{layout.NewRow(8, e.again, e.clear)}}
	e.block = layout.NewInset(56, 40, 0, 40, layout.NewStack(8,
		widget.NewIcon("search", 22, theme.Text3), e.head, e.body, layout.NewInset(8, 0, 0, 0, buttons)))
	e.block.Hide()
	return e
}

func (e *emptyBlock) show() {
	m := e.page.model
	query := strings.TrimSpace(m.query)
	e.again.Hide()
	e.clear.Hidden = !m.filtered()
	switch {
	case m.matches > 0:
		e.head.Set("No role passes these filters")
		e.body.Set(fmt.Sprintf("%s before the filters.", plural(m.matches, "role matches", "roles match")))
	case m.suggest != "":
		e.head.Set(fmt.Sprintf("No roles match “%s”", query))
		e.body.Set(fmt.Sprintf("Did you mean “%s”?", m.suggest))
		e.again.SetLabel(fmt.Sprintf("Search “%s”", m.suggest))
		e.again.Show()
	default:
		e.head.Set(fmt.Sprintf("No roles match “%s”", query))
		e.body.Set("Try a job title, a part of it, or what the work is about, such as coding or privacy.")
	}
	e.block.Refresh()
}

func (e *emptyBlock) onAgain() {
	p := e.page
	suggestion := p.model.suggest
	p.search.SetText(suggestion)
	p.onQuery(suggestion)
	p.search.Focus()
}

// centered gives its object its smallest size, in the middle.
type centered struct{}

func (centered) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (centered) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	m := objects[0].MinSize()
	objects[0].Move(fyne.NewPos((size.Width-m.Width)/2, 0))
	objects[0].Resize(m)
}
