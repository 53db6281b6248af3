package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// Chip is a filter: its name, what it is set to, and a menu of choices.
type Chip struct {
	*Press

	name  string
	text  *Text
	arrow *Icon
}

// NewChip returns a chip that opens a menu.
func NewChip(name string, menu *Menu) *Chip {
	c := &Chip{
		name:  name,
		text:  NewText(name, theme.Small, theme.Text2),
		arrow: NewIcon("chevron-down", 11, theme.Text2),
	}
	row := layout.NewInset(4, 11, 4, 12, layout.NewRow(6, c.text, c.arrow))
	c.Press = NewPart(name, row, func() { menu.Show(c) })
	c.Become(c)
	c.Rest = Ground{theme.Bg, theme.Divider}
	c.Hover = Ground{theme.Hover, theme.Divider}
	c.Chosen = Ground{theme.Selected, theme.Accent}
	c.Radius = 13
	return c
}

// Set shows what the filter is set to; "" is not set.
func (c *Chip) Set(value string) {
	if value == "" {
		c.text.SetSpans(Span{Text: c.name})
		c.arrow.Set("chevron-down", theme.Text2)
	} else {
		c.text.SetSpans(Span{Text: c.name + " ", Color: theme.Accent}, Span{Text: value, Strong: true, Color: theme.Accent})
		c.arrow.Set("chevron-down", theme.Accent)
	}
	c.Label = strings.TrimSpace(c.name + " " + value)
	c.SetChosen(value != "")
	c.Refresh()
}

// Tabs is a row of tabs that the keyboard reaches, as Fyne's are not.
type Tabs struct {
	*fyne.Container

	OnChange func(i int)

	tabs  []*Press
	texts []*Text
	lines []*Fill
	at    int
}

// NewTabs returns tabs with the given names, the first one chosen.
func NewTabs(names ...string) *Tabs {
	t := &Tabs{}
	row := layout.NewRow(6)
	for i, name := range names {
		text := NewText(name, theme.Body, theme.Text2)
		line := NewFill(theme.Transparent)
		under := layout.NewFixed(0, 2, line)
		p := NewPress(name, layout.NewStack(0, layout.NewInset(6, 8, 7, 8, text), under), func() { t.choose(i) })
		p.Radius, p.tight = 4, true
		p.OnKey = func(key fyne.KeyName) bool { return t.onKey(i, key) }
		t.tabs, t.texts, t.lines = append(t.tabs, p), append(t.texts, text), append(t.lines, line)
		row.Add(p)
	}
	t.Container = row
	t.Set(0)
	return t
}

// Set marks tab i as chosen.
func (t *Tabs) Set(i int) {
	if i != t.at && t.tabs[t.at].focused {
		defer FocusOn(t.tabs[i]) // the keyboard goes along
	}
	t.at = i
	for j := range t.tabs {
		style, color, line := theme.Body, theme.Text2, theme.Transparent
		if j == i {
			style, color, line = theme.BodyStrong, theme.Text, theme.Accent
		}
		t.texts[j].Style, t.texts[j].Color = style, color
		t.texts[j].Refresh()
		t.lines[j].Paint(Ground{Fill: line})
	}
	t.Refresh()
}

// Focus moves the keyboard to the chosen tab.
func (t *Tabs) Focus() {
	FocusOn(t.tabs[t.at])
}

// At returns the index of the chosen tab.
func (t *Tabs) At() int { return t.at }

// Step chooses the tab d after the present one, around the end.
func (t *Tabs) Step(d int) { t.choose((t.at + d + len(t.tabs)) % len(t.tabs)) }

func (t *Tabs) choose(i int) {
	t.Set(i)
	if t.OnChange != nil {
		t.OnChange(i)
	}
}

func (t *Tabs) onKey(i int, key fyne.KeyName) bool {
	switch key {
	case fyne.KeyRight:
		i++
	case fyne.KeyLeft:
		i--
	default:
		return false
	}
	i = (i + len(t.tabs)) % len(t.tabs)
	t.choose(i)
	FocusOn(t.tabs[i])
	return true
}

// Segments is two or more words of which one is chosen, joined in a frame.
type Segments struct {
	widget.BaseWidget

	OnChange func(i int)

	parts []*Press
	texts []*Text
	box   *fyne.Container
}

// NewSegments returns segments with one chosen; choose is called with the
// index of another.
func NewSegments(chosen int, choose func(i int), names ...string) *Segments {
	s := &Segments{OnChange: choose}
	row := layout.NewRow(0)
	for i, name := range names {
		text := NewText(name, theme.Small, theme.Text2)
		p := NewPress(name, layout.NewInset(5, 11, 6, 11, text), func() {
			s.Set(i)
			s.OnChange(i)
		})
		p.Chosen, p.Hover = Ground{Fill: theme.Selected}, Ground{Fill: theme.Hover}
		p.tight = true
		s.parts, s.texts = append(s.parts, p), append(s.texts, text)
		row.Add(p)
	}
	s.box = layout.NewLayers(NewBox(theme.Bg, theme.Divider, 6), layout.NewInset(1, 1, 1, 1, row))
	s.ExtendBaseWidget(s)
	s.Set(chosen)
	return s
}

// Set marks segment i as chosen, without calling OnChange.
func (s *Segments) Set(i int) {
	for j, p := range s.parts {
		p.SetChosen(j == i)
		s.texts[j].Style, s.texts[j].Color = theme.Small, theme.Text2
		if j == i {
			s.texts[j].Style.Strong, s.texts[j].Color = true, theme.Accent
		}
		s.texts[j].Refresh()
	}
	s.box.Refresh()
}

// Children implements Parent.
func (s *Segments) Children() []fyne.CanvasObject { return []fyne.CanvasObject{s.box} }

// CreateRenderer implements fyne.Widget.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.box) }
