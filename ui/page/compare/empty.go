package compare

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// emptyBlock stands in place of the table where there is nothing to compare,
// with the next thing to do.
type emptyBlock struct {
	page    *Page
	why     *widget.Text
	offer   *widget.Text
	roles   *fyne.Container
	explore *widget.Button
	pin     *widget.Button
	example *fyne.Container
	scroll  *layout.Scroll
}

func newEmptyBlock(p *Page) *emptyBlock {
	e := &emptyBlock{
		page:  p,
		why:   widget.NewParagraph("", theme.Body, theme.Text2),
		offer: widget.NewParagraph("", theme.Body, theme.Text2),
		roles: layout.NewStack(4),
	}
	e.explore = widget.NewPrimary("Explore roles", "search", func() { p.desk.Go(route.Route{Page: route.Explore}) })
	e.pin = widget.NewButton("", "pin", e.onPin)
	e.example = layout.NewStack(12, widget.NewRule(), e.offer, e.roles, layout.NewRow(0, e.pin))
	block := layout.NewStack(12,
		layout.NewRow(0, widget.NewIcon("compare", 24, theme.Text3)),
		widget.NewParagraph("Nothing to compare yet", theme.Title, theme.Text),
		e.why, layout.NewRow(0, e.explore), layout.NewInset(12, 0, 0, 0, e.example))
	e.scroll = layout.NewScroll(&fyne.Container{Layout: column{most: 460}, Objects: []fyne.CanvasObject{
		layout.NewInset(32, 24, 24, 24, block),
	}})
	return e
}

func (e *emptyBlock) show() {
	m := e.page.model
	e.why.Set(m.why())
	roles := m.starter()
	e.example.Hidden = roles == nil
	e.offer.Set(m.offer())
	e.roles.RemoveAll()
	for _, r := range roles {
		e.roles.Add(layout.NewBar(8, 1, widget.NewText("·", theme.Body, theme.Text3), widget.NewParagraph(r.Title, theme.Body, theme.Text)))
	}
	e.pin.SetLabel(fmt.Sprintf("Pin these %s", [...]string{2: "two", 3: "three", 4: "four"}[max(len(roles), 2)]))
	e.scroll.Again()
}

func (e *emptyBlock) onPin() {
	before := e.page.desk.Session.Pins()
	var codes []nextrole.Code
	for _, r := range e.page.model.starter() {
		codes = append(codes, r.Code)
	}
	e.page.desk.Session.SetPins(codes)
	e.page.desk.Notice(fmt.Sprintf("Pinned %d roles", len(codes)), "Undo", func() { e.page.desk.Session.SetPins(before) })
	e.page.Focus()
}

// column places its object in the middle, at most so wide.
type column struct{ most float32 }

func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, layout.HeightFor(objects[0], c.most))
}

func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, c.most)
	objects[0].Move(fyne.NewPos((size.Width-width)/2, 0))
	objects[0].Resize(fyne.NewSize(width, layout.HeightFor(objects[0], width)))
}
