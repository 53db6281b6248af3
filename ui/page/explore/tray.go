package explore

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/ui/layout"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// tray is the row of pinned roles at the bottom, with the way to Compare.
type tray struct {
	page    *Page
	count   *widget.Text
	cards   *fyne.Container
	hint    *widget.Text
	compare *widget.Button
	bar     *fyne.Container
}

const trayHeight = 54

func newTray(p *Page) *tray {
	t := &tray{
		page:  p,
		count: widget.NewText("", theme.Small, theme.Text2),
		cards: &fyne.Container{Layout: share{gap: 8, most: 250}},
		hint:  widget.NewText("", theme.Small, theme.Text3),
	}
	t.compare = widget.NewPrimary("Compare", "compare", func() { p.desk.Go(route.Route{Page: route.Compare}) })
	row := layout.NewBar(14, 1, t.count, t.cards, t.compare)
	t.bar = layout.NewFixed(0, trayHeight, layout.NewLayers(widget.NewFill(theme.Rail),
		layout.NewFill(1, widget.NewRule(), layout.NewInset(0, 20, 0, 20, row))))
	return t
}

// show brings the tray up to date.
func (t *tray) show() {
	pins := t.page.desk.Session.Pins()
	t.count.SetSpans(widget.Span{Text: "Pinned ", Strong: true, Color: theme.Text},
		widget.Span{Text: fmt.Sprintf("%d of %d", len(pins), nextrole.MaxPins)})
	if t.hasKeyboard() {
		t.page.Focus() // the control that has it goes with its card
	}
	t.cards.RemoveAll()
	for _, c := range pins {
		t.cards.Add(t.card(c))
	}
	if len(pins) < 2 {
		words := "Pin roles with P or the pin, then compare them side by side"
		if len(pins) == 1 {
			words = "Pin one more to compare"
		}
		t.hint.Set(words)
		t.cards.Add(t.hint)
	}
	t.compare.SetLabel(fmt.Sprintf("Compare %d", len(pins)))
	t.compare.Hidden = len(pins) < 2
	t.bar.Refresh()
}

// hasKeyboard reports whether the keyboard is on a card.
func (t *tray) hasKeyboard() bool {
	c := widget.CanvasOf(t.bar)
	if c == nil || c.Focused() == nil {
		return false
	}
	var holds func(o fyne.CanvasObject) bool
	holds = func(o fyne.CanvasObject) bool {
		f, ok := o.(fyne.Focusable)
		return ok && f == c.Focused() || slices.ContainsFunc(widget.Children(o), holds)
	}
	return holds(t.cards)
}

func (t *tray) card(c nextrole.Code) fyne.CanvasObject {
	desk := t.page.desk
	r, _ := desk.Session.Role(c)
	reading, scored := desk.Session.Reading(c)
	score := "–"
	if scored && reading.Score != nil {
		score = nextrole.Score(aijri.Shown(*reading.Score))
	}
	row := &fyne.Container{Layout: cardRow{}, Objects: []fyne.CanvasObject{
		widget.NewIcon(widget.ZoneIcon(reading.Zone, reading.Status), 12, theme.ZoneSolid(reading.Zone)),
		widget.NewText(r.Title, theme.Small, theme.Text),
		widget.NewText(score, theme.Style{Size: 12, Line: 17, Strong: true}, theme.Text),
	}}
	open := widget.NewPress("Open "+r.Title, layout.NewInset(6, 6, 7, 10, row), func() { desk.Go(route.ToRole(c)) })
	open.Hover = widget.Ground{Fill: theme.Hover}
	whose := reading.Status.Name()
	if !scored {
		whose = "not scored"
	}
	desk.Tips.Explain(open, r.Title, "AIJRI "+score+", "+whose)
	off := widget.NewIconButton("Unpin "+r.Title, "close", func() { desk.Pin(c) })
	desk.Tips.Explain(off.Press, "Unpin", r.Title)
	return layout.NewLayers(widget.NewBox(theme.Bg, theme.Divider, 6), layout.NewBar(0, 0, open, off))
}

// cardRow places the mark of a zone, a name and a score. Where there is little
// room the name goes first, since one of three letters says nothing, and then
// the score; the tip says it all.
type cardRow struct{}

const (
	cardGap   = 7
	nameLeast = 48
)

func (cardRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, max(o[0].MinSize().Height, o[2].MinSize().Height))
}

func (cardRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	icon, name, score := o[0], o[1], o[2]
	put := func(o fyne.CanvasObject, x, width float32) {
		height := layout.HeightFor(o, width)
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
		o.Resize(fyne.NewSize(width, height))
		o.Show()
	}
	name.Hide()
	score.Hide()
	x, last := icon.MinSize().Width, score.MinSize().Width
	put(icon, 0, x)
	x += cardGap
	if room := size.Width - x - cardGap - last; room >= nameLeast {
		put(name, x, room)
		x += room + cardGap
	}
	if x+last <= size.Width {
		put(score, x, last)
	}
}

// share gives all cards the same width, at most so much, in one row.
type share struct{ gap, most float32 }

func (s share) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 34) }

func (s share) Layout(cards []fyne.CanvasObject, size fyne.Size) {
	if len(cards) == 0 {
		return
	}
	width := min((size.Width-s.gap*float32(len(cards)-1))/float32(len(cards)), s.most)
	x := float32(0)
	for _, c := range cards {
		w := width
		if _, words := c.(*widget.Text); words {
			w = size.Width - x
		}
		h := layout.HeightFor(c, w)
		c.Move(fyne.NewPos(x, (size.Height-h)/2))
		c.Resize(fyne.NewSize(w, h))
		x += w + s.gap
	}
}
