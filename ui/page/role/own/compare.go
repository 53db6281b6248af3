package own

import (
	"fyne.io/fyne/v2"

	"nextrole/internal/assess"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// compare shows how two versions, or two authors, differ.
type compare struct {
	part     *Part
	from, to string // keys of the sides
	chips    [2]*widget.Chip
	title    *widget.Text
	rows     *fyne.Container
	restore  *widget.Button
	content  *fyne.Container
}

func newCompare(p *Part) *compare {
	c := &compare{part: p, title: widget.NewParagraph("", theme.BodyStrong, theme.Text), rows: layout.NewStack(0)}
	c.chips[0] = widget.NewChip("From", &widget.Menu{Make: func() []widget.Item { return c.items(&c.from, 0) }})
	c.chips[1] = widget.NewChip("To", &widget.Menu{Make: func() []widget.Item { return c.items(&c.to, 1) }})
	c.restore = widget.NewButton("Go back to it", "undo", c.onRestore)
	p.desk.Tips.Explain(c.restore.Press, "Go back to it", "All is again as in the version under “From”. It is a step that can be undone.")
	c.content = layout.NewStack(8, group("Versions and differences", "any two versions, or yours and another author’s"),
		widget.NewRule(), layout.NewFlow(8, 6, c.chips[0], c.chips[1], c.restore), c.title, c.rows)
	return c
}

func (c *compare) items(key *string, which int) []widget.Item {
	a, b := c.part.model.pair(c.from, c.to)
	at := []side{a, b}[which].key
	var items []widget.Item
	versions := true
	for _, s := range c.part.model.sides() {
		items = append(items, widget.Item{
			Label: clipped(s.name), Checked: s.key == at, Group: versions && s.version == 0,
			OnTap: func() {
				*key = s.key
				c.show(c.part.model)
				c.part.scroll.Again()
			},
		})
		versions = s.version > 0
	}
	return items
}

// clipped keeps a name, which may hold a note of the person's, to what a menu has
// room for.
func clipped(name string) string {
	const most = 70
	if r := []rune(name); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return name
}

// show brings the differences up to date.
func (c *compare) show(m *model) {
	a, b := m.pair(c.from, c.to)
	c.chips[0].Set(clipped(a.name))
	c.chips[1].Set(clipped(b.name))
	c.restore.Hidden = a.version == 0 || a.version == len(m.work.Revisions)
	title, list := m.differences(a, b)
	c.title.Set(title)
	c.rows.RemoveAll()
	for _, d := range list {
		c.rows.Add(widget.NewRule())
		c.rows.Add(differenceRow(d))
	}
}

func differenceRow(d assess.Difference) fyne.CanvasObject {
	value := func(text string) fyne.CanvasObject {
		if text == "" {
			return widget.NewParagraph("nothing", theme.Small, theme.Text3)
		}
		return widget.NewParagraph(text, theme.Small, theme.Text)
	}
	return layout.NewInset(4, 0, 5, 0, &fyne.Container{Layout: layout.Columns{Weights: []float32{1.1, 1, 1}, Gap: 14, Below: 420}, Objects: []fyne.CanvasObject{
		widget.NewParagraph(d.What, theme.Small, theme.Text2), value(d.From), value(d.To),
	}})
}

func (c *compare) onRestore() {
	a, _ := c.part.model.pair(c.from, c.to)
	if err := c.part.model.restore(a); err != nil {
		c.part.desk.Problem("The version was not brought back: " + err.Error() + ".")
		return
	}
	c.from, c.to = "", ""
	c.part.refresh()
}
