package compare

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	table "nextrole/internal/compare"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

const (
	cellPad   = 14
	cellPadY  = 6
	cellGap   = 8
	lineGap   = 2
	wholeLine = 1e5 // a width that always takes a line of its own
)

// cell shows what a row says of one role: the value with its marks and notes,
// and at the right its difference from the baseline.
type cell struct {
	fynewidget.BaseWidget

	tips       *widget.Tips
	head, body string
	marked     bool // there is more to say than what is shown
	ground     *widget.Fill
	edge       *widget.Fill
	diff       *widget.Text
	items      []fyne.CanvasObject
}

func newCell(tips *widget.Tips) *cell {
	c := &cell{
		tips: tips, ground: widget.NewFill(theme.Transparent), edge: widget.NewUpright(),
		diff: widget.NewRight("", theme.Small, theme.Text3),
	}
	c.ExtendBaseWidget(c)
	return c
}

// set shows cell i of a row.
func (c *cell) set(m *model, r table.Row, i int) {
	v := r.Cells[i]
	c.head, c.body = m.tip(r, i)
	c.marked = v.Why != "" || v.Note != ""
	ground, ink := theme.Transparent, theme.Text3
	if v.Large {
		ground, ink = theme.Selected, theme.Text
	}
	c.ground.Paint(widget.Ground{Fill: ground})
	c.diff.Style = theme.Small
	c.diff.Style.Strong = v.Large
	c.diff.Color = ink
	c.diff.Set(v.Diff)
	c.items = valueItems(m, r, i)
	c.Refresh()
}

// valueItems are the parts of a cell in reading order.
func valueItems(m *model, r table.Row, i int) []fyne.CanvasObject {
	v := r.Cells[i]
	text := widget.NewParagraph(strings.ReplaceAll(v.Text, "'", "’"), theme.Body, theme.Text)
	var items []fyne.CanvasObject
	switch {
	case v.Absent:
		text.Color = theme.Text3
	case r.Key == "score":
		text.Style = theme.Title
		reading := m.table.Columns[i].Reading
		items = append(items, text, widget.NewBadge(reading.Zone, reading.Status, false))
	case v.Split != nil:
		items = append(items, newMixBar(*v.Split, mixWidth))
	case v.Low != nil || v.High != nil:
		least, most, _ := axis(r)
		items = append(items, newRangeMark(least, most, v.Low, v.Mid, v.High))
	}
	text.Style.Strong = text.Style.Strong || v.Best
	if r.Key != "score" || v.Absent {
		items = append(items, text)
	}
	if v.Best {
		items = append(items, widget.NewIcon("star", 14, theme.Accent))
	}
	if words := note(r, i); words != "" {
		items = append(items, widget.NewParagraph(words, theme.Small, theme.Text2))
	}
	return items
}

// natural is the width of an object on one line.
func natural(o fyne.CanvasObject) float32 {
	if t, ok := o.(*widget.Text); ok {
		return widget.Measure(t.String(), t.Style, false) + 0.5
	}
	return o.MinSize().Width
}

// arrange places items in reading order within a width, starting a new line
// where one ends, and returns the height. The first line is narrower by what
// stands at its right.
func arrange(items []fyne.CanvasObject, width, right float32, place func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	type box struct {
		o       fyne.CanvasObject
		x, w, h float32
	}
	var line []box
	var x, y, height float32
	flush := func() {
		for _, b := range line {
			place(b.o, b.x, y+(height-b.h)/2, b.w, b.h)
		}
		y += height
		line, x, height = nil, 0, 0
	}
	for _, o := range items {
		if !o.Visible() {
			continue
		}
		room := width
		if y == 0 {
			room -= right
		}
		w := min(natural(o), room)
		if len(line) > 0 && x+cellGap+w > room {
			flush()
			y += lineGap
			w = min(natural(o), width)
		}
		if len(line) > 0 {
			x += cellGap
		}
		h := layout.HeightFor(o, w)
		line = append(line, box{o, x, w, h})
		x, height = x+w, max(height, h)
	}
	flush()
	return y
}

func (c *cell) right() float32 {
	if c.diff.String() == "" {
		return 0
	}
	return natural(c.diff) + cellGap
}

// HeightFor implements layout.Tall.
func (c *cell) HeightFor(width float32) float32 {
	nowhere := func(fyne.CanvasObject, float32, float32, float32, float32) {}
	return arrange(c.items, width-2*cellPad, c.right(), nowhere) + 2*cellPadY
}

// MinSize implements fyne.CanvasObject.
func (c *cell) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return fyne.NewSize(60, 20)
}

// Children implements widget.Parent.
func (c *cell) Children() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{c.ground, c.edge, c.diff}, c.items...)
}

// MouseIn implements desktop.Hoverable: what is only marked is explained. It is
// also told below the table.
func (c *cell) MouseIn(*desktop.MouseEvent) {
	if c.marked {
		c.explain()
	}
}

// Tapped implements fyne.Tappable: a click tells all about any cell.
func (c *cell) Tapped(*fyne.PointEvent) { c.explain() }

func (c *cell) explain() { c.tips.PointAt(c, c.head, c.body) }

// MouseMoved implements desktop.Hoverable.
func (c *cell) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *cell) MouseOut() { c.tips.Clear() }

// AccessibilityLabel implements fyne.Accessible.
func (c *cell) AccessibilityLabel() string {
	return c.head + ". " + strings.ReplaceAll(c.body, "\n", ". ")
}

// AccessibilityRole implements fyne.Accessible.
func (c *cell) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (c *cell) CreateRenderer() fyne.WidgetRenderer { return &cellRenderer{c} }

type cellRenderer struct{ c *cell }

func (r *cellRenderer) Layout(size fyne.Size) {
	c := r.c
	c.ground.Resize(size)
	c.edge.Resize(fyne.NewSize(1, size.Height))
	width := size.Width - 2*cellPad
	top := (size.Height - c.HeightFor(size.Width) + 2*cellPadY) / 2
	first := float32(0) // height of the first line's highest item
	arrange(c.items, width, c.right(), func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(cellPad+x, top+y))
		o.Resize(fyne.NewSize(w, h))
		if x == 0 && first == 0 {
			first = 2*y + h // items are centered in their line
		}
	})
	c.diff.Move(fyne.NewPos(cellPad, top+(first-c.diff.Style.Line)/2))
	c.diff.Resize(fyne.NewSize(width, c.diff.Style.Line))
}
func (r *cellRenderer) MinSize() fyne.Size { return r.c.MinSize() }
func (r *cellRenderer) Refresh() {
	r.Layout(r.c.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
func (r *cellRenderer) Objects() []fyne.CanvasObject { return r.c.Children() }
func (r *cellRenderer) Destroy()                     {}

// label names a row: its name, and in small its unit and what its marks mean.
type label struct {
	fynewidget.BaseWidget

	items []fyne.CanvasObject
}

func newLabel(items ...fyne.CanvasObject) *label {
	l := &label{items: items}
	l.ExtendBaseWidget(l)
	return l
}

const (
	labelPad       = 20
	labelPadNarrow = 12
)

func labelPadding(width float32) float32 {
	if width < labelWidth {
		return labelPadNarrow
	}
	return labelPad
}

// HeightFor implements layout.Tall.
func (l *label) HeightFor(width float32) float32 {
	nowhere := func(fyne.CanvasObject, float32, float32, float32, float32) {}
	return arrange(l.items, width-labelPadding(width)-8, 0, nowhere) + 2*cellPadY
}

// MinSize implements fyne.CanvasObject.
func (l *label) MinSize() fyne.Size {
	l.ExtendBaseWidget(l)
	return fyne.NewSize(60, 20)
}

// Children implements widget.Parent.
func (l *label) Children() []fyne.CanvasObject { return l.items }

// CreateRenderer implements fyne.Widget.
func (l *label) CreateRenderer() fyne.WidgetRenderer { return &labelRenderer{l} }

type labelRenderer struct{ l *label }

func (r *labelRenderer) Layout(size fyne.Size) {
	pad := labelPadding(size.Width)
	top := (size.Height - r.l.HeightFor(size.Width) + 2*cellPadY) / 2
	arrange(r.l.items, size.Width-pad-8, 0, func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(pad+x, top+y))
		o.Resize(fyne.NewSize(w, h))
	})
}
func (r *labelRenderer) MinSize() fyne.Size { return r.l.MinSize() }
func (r *labelRenderer) Refresh() {
	r.Layout(r.l.Size())
	for _, o := range r.l.items {
		o.Refresh()
	}
}
func (r *labelRenderer) Objects() []fyne.CanvasObject { return r.l.items }
func (r *labelRenderer) Destroy()                     {}
