package skills

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// showMeasures shows the lists of an imported release two by two, each with its
// first rows and the way to all.
func (t *Tab) showMeasures(m model) {
	var pair []fyne.CanvasObject
	for _, l := range m.measures() {
		pair = append(pair, t.measureList(l))
		if len(pair) == 2 {
			t.addPair(pair...)
			pair = nil
		}
	}
	if len(pair) > 0 {
		t.addPair(append(pair, layout.NewStack(0))...)
	}
}

func (t *Tab) addPair(lists ...fyne.CanvasObject) {
	t.tools.Add(widget.NewRule())
	t.tools.Add(layout.NewColumns(32, 860, lists...))
}

func (t *Tab) measureList(l measures) fyne.CanvasObject {
	rows := layout.NewStack(5)
	list := layout.NewStack(6, widget.NewText(l.name, theme.Title, theme.Text), widget.NewParagraph(l.remark, theme.Caption, theme.Text3), rows)
	all := false
	fill := func() {
		rows.RemoveAll()
		for i, r := range l.rows {
			if i == few && !all {
				break
			}
			rows.Add(widget.NewRule())
			rows.Add(&fyne.Container{Layout: layout.Columns{Weights: []float32{2.6, 1}, Gap: 12}, Objects: []fyne.CanvasObject{
				widget.NewParagraph(r.name, theme.Small, theme.Text), number(r.value),
			}})
		}
	}
	fill()
	if len(l.rows) <= few {
		return list
	}
	var more *widget.Button
	more = widget.NewLink(fmt.Sprintf("Show all %d", len(l.rows)), func() {
		all = !all
		fill()
		more.SetLabel(map[bool]string{false: fmt.Sprintf("Show all %d", len(l.rows)), true: fmt.Sprintf("Show the first %d", few)}[all])
		t.scroll.Reflow()
		widget.RevealFocus(more)
	})
	list.Add(layout.NewRow(0, more))
	return list
}

// number is text at the right of its column.
func number(text string) *widget.Text {
	w := widget.NewParagraph(text, theme.Small, theme.Text2)
	w.Align = fyne.TextAlignTrailing
	return w
}
