package widget

import (
	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// Part is a named part of a long page.
type Part struct {
	Name    string
	Content fyne.CanvasObject
}

// Outline is a long page in named parts: a list of their names at the left that
// leads to each, and the parts below one another, no wider than is good to read.
// Where there is no room for the list, a menu takes its place.
type Outline struct {
	*fyne.Container

	parts  []Part
	blocks []fyne.CanvasObject
	stack  *fyne.Container
	scroll *layout.Scroll

	head  *fyne.Container
	pane  *fyne.Container
	links []*Press
	texts []*Text
	marks []*Fill
	menu  *Button

	at int
}

// The sizes of an outline, in DIP: from which width on it has its list, how
// wide that is, and how wide text is set at most.
const (
	outlineFrom = 860
	outlineList = 232
	outlineText = 760
)

// NewOutline returns a page with a title, and actions at the right of it.
func NewOutline(title string, actions []fyne.CanvasObject, parts ...Part) *Outline {
	o := &Outline{parts: parts, stack: layout.NewStack(28)}
	for _, p := range parts {
		block := layout.NewStack(8, NewParagraph(p.Name, theme.Title, theme.Text), p.Content)
		o.blocks = append(o.blocks, block)
		o.stack.Add(block)
	}
	o.scroll = layout.NewScroll(&fyne.Container{Layout: readable{}, Objects: []fyne.CanvasObject{layout.NewInset(16, 20, 40, 24, o.stack)}})
	o.scroll.OnScroll = o.onScroll
	o.pane = layout.NewLayers(NewFill(theme.Pane), layout.NewFill(0, o.list(), layout.NewStack(0)))
	menu := &Menu{Make: o.items}
	o.menu = NewButton("Contents", "chevron-down", nil)
	o.menu.OnTap = func() { menu.Show(o.menu) }
	bar := layout.NewBar(8, 0, append([]fyne.CanvasObject{NewParagraph(title, theme.Heading, theme.Text), o.menu}, actions...)...)
	o.head = layout.NewStack(0, layout.NewInset(9, 20, 8, 20, bar), NewRule())
	o.Container = &fyne.Container{Layout: outlineLayout{o}, Objects: []fyne.CanvasObject{o.head, layout.NewSplit(2, o.pane, NewUpright(), o.scroll)}}
	o.mark(0)
	return o
}

// list is the names of the parts, which lead to them.
func (o *Outline) list() fyne.CanvasObject {
	column := layout.NewStack(2)
	for i, p := range o.parts {
		text, mark := NewParagraph(p.Name, theme.Body, theme.Text2), NewFill(theme.Transparent)
		link := NewPress(p.Name, layout.NewInset(5, 8, 6, 8, text), func() { o.Jump(i) })
		link.Hover = Ground{Fill: theme.Hover}
		link.tight = true
		o.links, o.texts, o.marks = append(o.links, link), append(o.texts, text), append(o.marks, mark)
		column.Add(layout.NewBar(5, 1, layout.NewFixed(3, 18, mark), link))
	}
	return layout.NewFixed(outlineList, 0, layout.NewInset(14, 12, 14, 12, column))
}

func (o *Outline) items() []Item {
	items := make([]Item, len(o.parts))
	for i, p := range o.parts {
		items[i] = Item{Label: p.Name, Checked: i == o.at, OnTap: func() { o.Jump(i) }}
	}
	return items
}

// Jump shows the beginning of part i, as far as there is enough below it.
func (o *Outline) Jump(i int) {
	if i < 0 || i >= len(o.parts) {
		return
	}
	o.scroll.By(o.top(i) - o.scroll.Offset())
	o.mark(i)
}

// At returns the part that is read.
func (o *Outline) At() int { return o.at }

// Offset returns how far the page is scrolled, in DIP.
func (o *Outline) Offset() float32 { return o.scroll.Offset() }

// Key scrolls by a key and reports whether it did.
func (o *Outline) Key(key fyne.KeyName) bool {
	scrolled := o.scroll.Key(key)
	if scrolled {
		o.onScroll() // Fyne tells of the pointer's scrolling only
	}
	return scrolled
}

// Focus moves the keyboard to the list of parts, or to the menu in its place.
func (o *Outline) Focus() {
	if o.pane.Visible() {
		FocusOn(o.links[o.at])
		return
	}
	FocusOn(o.menu)
}

// Reflow lays the parts out again after one changed.
func (o *Outline) Reflow() { o.scroll.Reflow() }

// top is where part i begins, in the scrolled content.
func (o *Outline) top(i int) float32 {
	const above = 12
	if i == 0 {
		return 0
	}
	return o.stack.Position().Y + o.blocks[i].Position().Y - above
}

// onScroll marks the part that is read: the last that begins above a line near
// the top, or the last of all at the end of the page.
func (o *Outline) onScroll() {
	const line = 48
	at := 0
	for i := range o.parts {
		if o.top(i) <= o.scroll.Offset()+line {
			at = i
		}
	}
	if o.scroll.Offset() > 0 && o.scroll.Offset()+o.scroll.Size().Height >= o.scroll.Content().Size().Height-1 {
		at = len(o.parts) - 1
	}
	o.mark(at)
}

func (o *Outline) mark(at int) {
	o.at = at
	for i, text := range o.texts {
		style, color, mark := theme.Body, theme.Text2, theme.Transparent
		if i == at {
			style, color, mark = theme.BodyStrong, theme.Accent, theme.Accent
		}
		if text.Style != style || text.Color != color {
			text.Style, text.Color = style, color
			text.Refresh()
		}
		o.marks[i].Paint(Ground{Fill: mark})
	}
}

// outlineLayout shows the list where there is room for it.
type outlineLayout struct{ o *Outline }

// MinSize implements fyne.Layout.
func (outlineLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 200) }

// Layout implements fyne.Layout.
func (l outlineLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	head, body := objects[0], objects[1].(*fyne.Container)
	wide := size.Width >= outlineFrom
	changed := wide == l.o.pane.Hidden || wide != l.o.menu.Hidden
	l.o.pane.Hidden, body.Objects[1].(*Fill).Hidden, l.o.menu.Hidden = !wide, !wide, wide
	if changed {
		l.o.head.Refresh()
	}
	height := layout.HeightFor(head, size.Width)
	head.Move(fyne.NewPos(0, 0))
	head.Resize(fyne.NewSize(size.Width, height))
	body.Move(fyne.NewPos(0, height))
	body.Resize(fyne.NewSize(size.Width, max(size.Height-height, 0)))
	if changed {
		body.Refresh()
	}
}

// readable keeps its object at the left, no wider than is good to read.
type readable struct{}

// HeightFor implements layout.TallLayout.
func (readable) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return layout.HeightFor(objects[0], min(width, outlineText))
}

// MinSize implements fyne.Layout.
func (readable) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout implements fyne.Layout.
func (readable) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(min(size.Width, outlineText), size.Height))
}
