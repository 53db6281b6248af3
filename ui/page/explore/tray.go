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
	more    *widget.Button // opens the list of those that have no room
	fit     int            // how many have room
	compare *widget.Button
	bar     *fyne.Container
}

const trayHeight = 54

func newTray(p *Page) *tray {
	t := &tray{
		page:  p,
		count: widget.NewText("", theme.Small, theme.Text2),
		cards: &fyne.Container{},
		hint:  widget.NewText("", theme.Small, theme.Text3),
	}
	t.compare = widget.NewPrimary("Compare", "compare", func() { p.desk.Go(route.Route{Page: route.Compare}) })
	t.more = widget.NewButton("", "", func() { (&widget.Menu{Make: t.hiddenItems}).Show(t.more) })
	t.cards.Layout = &share{tray: t}
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
	if len(pins) > 1 {
		t.cards.Add(t.more)
	}
	t.compare.SetLabel(fmt.Sprintf("Compare %d", len(pins)))
	t.compare.Hidden = len(pins) < 2
	layout.Again(t.bar)
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
	partGap   = 7
	nameLeast = 30
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
	x += partGap
	if room := size.Width - x - partGap - last; room >= nameLeast {
		put(name, x, room)
		x += room + partGap
	}
	if x+last <= size.Width {
		put(score, x, last)
	}
}

// share gives all cards the same width, between least and most. Those that have
// no room are behind a button, the last object, that lists them.
type share struct{ tray *tray }

const (
	cardGap   = 8
	cardLeast = 132
	cardMost  = 250
	moreWidth = 84
)

func (*share) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 34) }

func (s *share) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}
	cards, last := objects[:len(objects)-1], objects[len(objects)-1]
	room := size.Width
	fit := min(len(cards), int((room+cardGap)/(cardLeast+cardGap)))
	hint, isHint := last.(*widget.Text)
	if fit < len(cards) && !isHint {
		room -= moreWidth + cardGap
		fit = max(0, int((room+cardGap)/(cardLeast+cardGap)))
	}
	s.tray.fit = fit
	width := min((room-cardGap*float32(max(fit-1, 0)))/float32(max(fit, 1)), cardMost)
	x := float32(0)
	for i, c := range cards {
		if i >= fit {
			c.Hide()
			continue
		}
		c.Show()
		h := layout.HeightFor(c, width)
		c.Move(fyne.NewPos(x, (size.Height-h)/2))
		c.Resize(fyne.NewSize(width, h))
		x += width + cardGap
	}
	if isHint {
		hint.Move(fyne.NewPos(x, (size.Height-hint.Style.Line)/2))
		hint.Resize(fyne.NewSize(max(size.Width-x, 0), hint.Style.Line))
		return
	}
	s.tray.more.Hidden = fit == len(cards)
	s.tray.more.SetLabel(fmt.Sprintf("%d more", len(cards)-fit))
	h := last.MinSize().Height
	last.Move(fyne.NewPos(x, (size.Height-h)/2))
	last.Resize(fyne.NewSize(moreWidth, h))
}

// hiddenItems lists the pinned roles that have no card.
func (t *tray) hiddenItems() []widget.Item {
	var items []widget.Item
	for _, c := range t.page.desk.Session.Pins()[t.fit:] {
		r, _ := t.page.desk.Session.Role(c)
		items = append(items, widget.Item{Label: r.Title, OnTap: func() { t.page.desk.Go(route.ToRole(c)) }})
	}
	return items
}
