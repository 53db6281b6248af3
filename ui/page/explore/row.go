package explore

import (
	"reflect"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/search"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

const rowHeight = 50

// columns places the cells of a row and of the header above the list alike: pin,
// title, zone, scale, score, pay, growth. Where there is little room the scale goes
// first, then the growth, then the pay.
var columns = layout.Cells{Height: rowHeight, End: 12, Of: []layout.Cell{
	{Width: 36}, {}, {Width: 112}, {Width: 76, From: 740}, {Width: 46}, {Width: 98, From: 430}, {Width: 118, From: 560},
}}

// roleRow is one role of the list.
type roleRow struct {
	fynewidget.BaseWidget

	page   *Page
	code   nextrole.Code
	ground *widget.Fill
	bar    *widget.Fill
	pin    *widget.Button
	title  *widget.Text
	why    *widget.Text
	badge  *widget.Badge
	draft  *widget.Text
	scale  *widget.MiniScale
	score  *widget.Text
	pay    *widget.Text
	payOf  *widget.Text
	growth *widget.Text
	of     *widget.Text
	all    *fyne.Container
	shown  shownRow
}

func newRoleRow(p *Page) *roleRow {
	r := &roleRow{
		page:   p,
		ground: widget.NewFill(theme.Transparent),
		bar:    widget.NewFill(theme.Transparent),
		title:  widget.NewText("", theme.BodyStrong, theme.Text),
		why:    widget.NewText("", theme.Caption, theme.Text2),
		badge:  widget.NewBadge(nextrole.ZoneNone, "", false),
		draft:  widget.NewText("", theme.Caption, theme.Text2),
		scale:  widget.NewMiniScale(),
		score:  widget.NewRight("", theme.BodyStrong, theme.Text),
		pay:    widget.NewRight("", theme.Body, theme.Text),
		payOf:  widget.NewRight("", theme.Caption, theme.Text2),
		growth: widget.NewRight("", theme.Body, theme.Text),
		of:     widget.NewRight("", theme.Caption, theme.Text2),
	}
	r.pin = widget.NewIconButton("Pin", "pin", r.onPin)
	r.pin.Quiet = true // P does it from the list
	row := &fyne.Container{Layout: columns, Objects: []fyne.CanvasObject{
		layout.NewInset(0, 0, 0, 8, r.pin),
		layout.NewStack(0, r.title, r.why),
		layout.NewStack(1, r.badge, layout.NewInset(0, 0, 0, 8, r.draft)),
		r.scale,
		r.score,
		layout.NewStack(0, r.pay, r.payOf),
		layout.NewStack(0, r.growth, r.of),
	}}
	edge := layout.NewFill(0, layout.NewStack(0), widget.NewRule())
	left := layout.NewSplit(1, layout.NewFixed(3, 0, r.bar), layout.NewStack(0))
	r.all = layout.NewLayers(r.ground, edge, left, row)
	r.ExtendBaseWidget(r)
	return r
}

// Tapped implements fyne.Tappable.
func (r *roleRow) Tapped(*fyne.PointEvent) { r.page.onRow(r.code) }

func (r *roleRow) onPin() { r.page.desk.Pin(r.code) }

// MinSize implements fyne.CanvasObject.
func (r *roleRow) MinSize() fyne.Size { return fyne.NewSize(300, rowHeight) }

// CreateRenderer implements fyne.Widget.
func (r *roleRow) CreateRenderer() fyne.WidgetRenderer { return fynewidget.NewSimpleRenderer(r.all) }

// set shows a row of the model.
func (r *roleRow) set(m row, chosen bool) {
	shown := shownRow{m, chosen}
	if reflect.DeepEqual(shown, r.shown) {
		return
	}
	r.shown = shown
	r.code = m.code
	r.title.SetSpans(m.titleWords()...)
	r.why.SetSpans(clipped(m.whyWords())...)
	r.badge.Set(m.zone, m.status)
	r.draft.Set(widget.StatusText(m.status))
	r.scale.Set(m.score, m.zone, m.status)
	r.score.Set("–")
	if m.score != nil {
		r.score.Set(nextrole.Score(aijri.Shown(*m.score)))
	}
	setFigure(r.pay, m.pay)
	r.payOf.Set(m.payOf)
	setFigure(r.growth, m.growth)
	r.of.Set(m.of)
	pin, ink := "pin", theme.Text3
	if m.pinned {
		pin, ink = "pinned", theme.Accent
	}
	r.pin.SetIcon(pin, ink)
	ground, bar := theme.Transparent, theme.Transparent
	if chosen {
		ground, bar = theme.Selected, theme.Accent
	}
	r.ground.Paint(widget.Ground{Fill: ground})
	r.bar.Paint(widget.Ground{Fill: bar})
	layout.Again(r.all)
}

// shownRow is what a row shows.
type shownRow struct {
	row
	chosen bool
}

// titleWords is the title with what matched in it.
func (m row) titleWords() []widget.Span {
	return widget.Highlight(m.title, marks(m.titleSpans, 0))
}

// whyWords is the code and why the role is listed, with what matched in it.
func (m row) whyWords() []widget.Span {
	why := string(m.code) + " · " + m.why
	if offset := strings.Index(why, m.whyText); m.whyText != "" && offset >= 0 {
		return widget.Highlight(why, marks(m.whySpans, offset))
	}
	return []widget.Span{{Text: why}}
}

// setFigure shows a figure, or in a quieter color that there is none.
func setFigure(t *widget.Text, value string) {
	t.Color = theme.Text
	if value == noData {
		t.Color = theme.Text3
	}
	t.Set(value)
}

// marks are spans moved by an offset, as the widget takes them.
func marks(spans []search.Span, offset int) [][2]int {
	list := make([][2]int, len(spans))
	for i, s := range spans {
		list[i] = [2]int{s.Start + offset, s.End + offset}
	}
	return list
}

// clipped leaves out what no row has room for: to measure a long task takes most of
// the time of a key.
func clipped(spans []widget.Span) []widget.Span {
	const most = 140 // letters; the widest row shows about 80
	left := most
	for i, s := range spans {
		letters := []rune(s.Text)
		if len(letters) > left {
			s.Text = string(letters[:left]) + "…"
			return append(slices.Clone(spans[:i]), s)
		}
		left -= len(letters)
	}
	return spans
}
