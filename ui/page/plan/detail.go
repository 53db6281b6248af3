package plan

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/ui/chartview"
	"nextrole/ui/layout"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// detail is the pane with the chart of all moves, and what the chosen one would change
// and take.
type detail struct {
	page    *Page
	chart   *chartview.View
	title   *widget.Text
	badge   *widget.Badge
	score   *widget.Text
	summary *widget.Text
	close   *widget.Text
	parts   *fyne.Container
	lines   *fyne.Container
	needs   *fyne.Container
	chosen  *fyne.Container
	pin     *widget.Button
	pane    *fyne.Container
	scroll  *layout.Scroll
	code    nextrole.Code
}

func newDetail(p *Page) *detail {
	d := &detail{
		page:    p,
		chart:   chartview.New(p.desk, false),
		title:   widget.NewParagraph("", theme.Title, theme.Text),
		badge:   widget.NewBadge(nextrole.ZoneNone, "", false),
		score:   widget.NewText("", theme.Small, theme.Text2),
		summary: widget.NewParagraph("", theme.Small, theme.Text2),
		close:   widget.NewParagraph("", theme.BodyStrong, theme.Text),
		parts:   layout.NewStack(2),
		lines:   layout.NewStack(4),
		needs:   layout.NewStack(8),
	}
	open := widget.NewPrimary("Open role", "", func() { p.desk.Go(route.ToRole(d.code)) })
	d.pin = widget.NewButton("Pin to compare", "pin", func() { p.desk.Pin(d.code) })
	d.chosen = layout.NewStack(12,
		layout.NewStack(4, d.title, layout.NewRow(10, d.badge, d.score), d.summary),
		d.close, d.parts, widget.NewRule(), d.lines, widget.NewRule(), d.needs,
		widget.NewParagraph("What is missing explains a move, and is no part of the order. How alike the work is says nothing of whether anybody should move.", theme.Caption, theme.Text2),
		layout.NewFlow(8, 8, open, d.pin))
	d.scroll = layout.NewScroll(layout.NewInset(14, 20, 16, 20, layout.NewStack(14, d.chart, widget.NewRule(), d.chosen)))
	d.scroll.OnScroll = func() { p.desk.Tips.Clear() }
	d.pane = layout.NewLayers(widget.NewFill(theme.Pane), layout.NewSplit(1, widget.NewUpright(), d.scroll))
	return d
}

// show shows the chosen move, or the chart alone where none is.
func (d *detail) show(m *model, i int) {
	d.chosen.Hidden = i < 0 || i >= len(m.rows)
	d.code = ""
	if !d.chosen.Hidden {
		d.code = m.rows[i].match.Code
		d.showMove(m, m.rows[i])
	}
	d.chart.About("Moves from "+m.from.Title, m.credit())
	d.chart.Set(m.scatter(d.code))
	d.scroll.Again()
}

func (d *detail) showMove(m *model, r row) {
	d.title.Set(r.move.To.Title)
	reading, ok := m.library.Reading(d.code)
	d.badge.Set(nextrole.ZoneNone, "")
	d.score.Set("")
	if ok {
		d.badge.Set(reading.Zone, reading.Status)
		d.score.Set(nextrole.Score(aijri.Shown(*reading.Score)) + ", " + reading.Status.Name())
	}
	d.summary.Set(r.move.To.Summary)
	d.close.Set(fmt.Sprintf("%s: place %d of %s by closeness, %s of all pairs", r.closeness(), r.match.Rank, nextrole.Count(float64(m.of)), r.percentile()))
	d.parts.RemoveAll()
	d.parts.Add(widget.NewParagraph("In standard deviations above the average pair of occupations:", theme.Caption, theme.Text2))
	for _, p := range r.parts() {
		d.parts.Add(layout.NewBar(8, 0, widget.NewText(p.name, theme.Small, theme.Text), widget.NewRight(p.value, theme.Small, theme.Text2)))
	}
	d.lines.RemoveAll()
	for _, text := range m.lines(r) {
		d.lines.Add(widget.NewParagraph(text, theme.Small, theme.Text))
	}
	d.needs.RemoveAll()
	for _, n := range m.needs(r) {
		block := layout.NewStack(2, widget.NewParagraph(n.title, theme.BodyStrong, theme.Text))
		for _, text := range n.missing {
			block.Add(widget.NewMarked("add", theme.Text2, widget.NewParagraph(text, theme.Small, theme.Text)))
		}
		if n.more > 0 {
			block.Add(widget.NewText(fmt.Sprintf("and %d more", n.more), theme.Caption, theme.Text2))
		}
		d.needs.Add(block)
	}
	d.showPin()
}

func (d *detail) showPin() {
	label := "Pin to compare"
	if d.page.desk.Session.Pinned(d.code) {
		label = "Unpin"
	}
	d.pin.SetLabel(label)
}
