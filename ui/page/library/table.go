package library

import (
	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// showTable lists the sources.
func (p *Page) showTable() {
	p.table.RemoveAll()
	head := func(text string) *widget.Text { return widget.NewText(text, theme.Caption, theme.Text2) }
	p.table.Add(cells(head("Source"), head("Version"), head("As of"), head("License"), widget.NewRight("Records", theme.Caption, theme.Text2), head("State"), layout.NewStack(0)))
	for _, r := range rows(p.desk.Session) {
		p.table.Add(widget.NewRule())
		p.table.Add(p.tableRow(r))
	}
	p.table.Add(widget.NewRule())
}

func (p *Page) tableRow(r row) fyne.CanvasObject {
	text := func(s string) *widget.Text { return widget.NewText(s, theme.Small, theme.Text) }
	icon, word := r.state.words()
	ink := map[state]fyne.ThemeColorName{ready: theme.StatusOK, superseded: theme.StatusWarn, asks: theme.StatusInfo, own: theme.Text2}[r.state]
	stands := layout.NewBar(6, 1, widget.NewIcon(icon, 14, ink), widget.NewText(word, theme.Small, theme.Text))
	var more fyne.CanvasObject = layout.NewStack(0)
	if r.id != "" {
		menu := &widget.Menu{Make: func() []widget.Item { return p.rowMenu(r) }}
		b := widget.NewIconButton("More about "+r.of.Source.Short, "menu", nil)
		b.OnTap = func() { menu.Show(b) }
		p.desk.Tips.Explain(b.Press, "More", "Details, what changed, remove")
		more = b
	}
	return cells(widget.NewParagraph(r.name, theme.BodyStrong, theme.Text), text(r.version), text(r.asOf), text(r.license),
		widget.NewRight(r.records, theme.Small, theme.Text), stands, more)
}

func (p *Page) rowMenu(r row) []widget.Item {
	items := []widget.Item{{Label: "Details", OnTap: func() { p.showDetails(r) }}}
	for _, before := range older(r.of, p.desk.Session.Imports()) {
		items = append(items, widget.Item{Label: "What changed since " + before.Source.Short, OnTap: func() { p.showChanges(before, r.of) }})
	}
	if !p.desk.Session.ReadOnly() {
		items = append(items, widget.Item{Label: "Remove…", Group: true, OnTap: func() { p.remove(r) }})
	}
	return items
}

// cells places the cells of a row under one another's column. Where there is
// little room the dates and licenses are left out; the details have them.
func cells(objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: sheet{}, Objects: objects}
}

type sheet struct{}

const (
	rowHeight = 34
	cellGap   = 12
)

// widths are those of the cells after the first, and from which width of the
// row on they are shown.
var widths = []struct{ width, from float32 }{{112, 0}, {110, 720}, {130, 760}, {96, 0}, {116, 0}, {30, 0}}

func (sheet) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, rowHeight) }

// first is the width of the first cell in a row.
func (sheet) first(width float32) float32 {
	rest := width
	for _, w := range widths {
		if width >= w.from {
			rest -= w.width + cellGap
		}
	}
	return rest
}

// HeightFor implements layout.TallLayout: a long name takes more lines.
func (s sheet) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	const margin = 14
	return max(rowHeight, layout.HeightFor(objects[0], s.first(width))+margin)
}

func (s sheet) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := s.first(size.Width)
	at(objects[0], 0, x, size.Height)
	for i, w := range widths {
		o := objects[i+1]
		if size.Width < w.from {
			o.Hide()
			continue
		}
		o.Show()
		at(o, x+cellGap, w.width, size.Height)
		x += cellGap + w.width
	}
}

// at places a cell in the middle of the row's height.
func at(o fyne.CanvasObject, x, width, height float32) {
	need := min(layout.HeightFor(o, width), height)
	o.Move(fyne.NewPos(x, (height-need)/2))
	o.Resize(fyne.NewSize(max(width, 0), need))
}
