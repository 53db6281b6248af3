package plan

import (
	"fmt"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

const rowHeight = 60 // of two lines of a title, and its code

// columns places the cells of a row and of the header above the list alike: place,
// role, closeness, zone and score, score gained, pay gained, job zones, jobs. Where
// there is little room the jobs go first, then the job zones, then the zone.
var columns = layout.Cells{Height: rowHeight, End: 14, Of: []layout.Cell{
	{Width: 34}, {}, {Width: 124}, {Width: 132, From: 640}, {Width: 84, From: 470}, {Width: 112, From: 390}, {Width: 62, From: 760}, {Width: 86, From: 860},
}}

// header names the columns, in the places of the rows' cells.
func header() *fyne.Container {
	left := func(text string) fyne.CanvasObject { return widget.NewText(text, theme.Caption, theme.Text2) }
	right := func(text string) fyne.CanvasObject { return widget.NewRight(text, theme.Caption, theme.Text2) }
	row := &fyne.Container{Layout: columns, Objects: []fyne.CanvasObject{
		left(""), left("Role"), left("Closeness"), left("Zone, score"), right("Score change"), right("Pay change"), right("Job zones"), right("Jobs"),
	}}
	return layout.NewFixed(0, 28, layout.NewFill(0, row, widget.NewRule()))
}

// moveRow is one role of the list.
type moveRow struct {
	fynewidget.BaseWidget

	page   *Page
	at     int
	ground *widget.Fill
	bar    *widget.Fill
	place  *widget.Text
	title  *widget.Text
	code   *widget.Text
	close  *widget.Text
	pairs  *widget.Text
	badge  *widget.Badge
	score  *widget.Text
	gain   [2]*widget.Text
	pay    [2]*widget.Text
	step   *widget.Text
	jobs   [2]*widget.Text
	all    *fyne.Container
}

func newMoveRow(p *Page) *moveRow {
	pair := func() [2]*widget.Text {
		return [2]*widget.Text{widget.NewRight("", theme.BodyStrong, theme.Text), widget.NewRight("", theme.Caption, theme.Text2)}
	}
	r := &moveRow{
		page:   p,
		ground: widget.NewFill(theme.Transparent),
		bar:    widget.NewFill(theme.Transparent),
		place:  widget.NewRight("", theme.Small, theme.Text2),
		title:  widget.NewParagraph("", theme.BodyStrong, theme.Text),
		code:   widget.NewText("", theme.Caption, theme.Text2),
		close:  widget.NewText("", theme.BodyStrong, theme.Text),
		pairs:  widget.NewText("", theme.Caption, theme.Text2),
		badge:  widget.NewBadge(nextrole.ZoneNone, "", false),
		score:  widget.NewText("", theme.Caption, theme.Text2),
		step:   widget.NewRight("", theme.Body, theme.Text),
		gain:   pair(), pay: pair(), jobs: pair(),
	}
	r.title.Lines = 2
	row := &fyne.Container{Layout: columns, Objects: []fyne.CanvasObject{
		r.place, layout.NewStack(0, r.title, r.code), layout.NewStack(0, r.close, r.pairs),
		layout.NewStack(1, r.badge, layout.NewInset(0, 0, 0, 8, r.score)),
		layout.NewStack(0, r.gain[0], r.gain[1]), layout.NewStack(0, r.pay[0], r.pay[1]), r.step, layout.NewStack(0, r.jobs[0], r.jobs[1]),
	}}
	edge := layout.NewFill(0, layout.NewStack(0), widget.NewRule())
	r.all = layout.NewLayers(r.ground, edge, layout.NewSplit(1, layout.NewFixed(3, 0, r.bar), layout.NewStack(0)), row)
	r.ExtendBaseWidget(r)
	return r
}

// Tapped implements fyne.Tappable.
func (r *moveRow) Tapped(*fyne.PointEvent) { r.page.onRow(r.at) }

// MinSize implements fyne.CanvasObject.
func (r *moveRow) MinSize() fyne.Size { return fyne.NewSize(300, rowHeight) }

// CreateRenderer implements fyne.Widget.
func (r *moveRow) CreateRenderer() fyne.WidgetRenderer { return fynewidget.NewSimpleRenderer(r.all) }

// set shows a row of the model.
func (r *moveRow) set(i int, m row, reading aijri.Reading, chosen bool) {
	r.at = i
	r.place.Set(fmt.Sprint(m.place))
	r.title.Set(m.move.To.Title)
	r.code.Set(string(m.match.Code))
	r.close.Set(m.closeness())
	r.pairs.Set(m.percentile())
	r.badge.Set(reading.Zone, reading.Status)
	if reading.Score == nil {
		r.badge.Set(nextrole.ZoneNone, "")
		r.score.Set("")
	} else {
		text := nextrole.Score(aijri.Shown(*reading.Score))
		if status := widget.StatusText(reading.Status); status != "" {
			text += ", " + status
		}
		r.score.Set(text)
	}
	show := func(at [2]*widget.Text, of func() (string, string)) {
		value, note := of()
		at[0].SetColor(theme.Text)
		if value == "–" {
			at[0].SetColor(theme.Text3)
		}
		at[0].Set(value)
		at[1].Set(note)
	}
	show(r.gain, m.score)
	show(r.pay, m.pay)
	show(r.jobs, m.job)
	r.step.Set(m.zone())
	ground, bar := theme.Transparent, theme.Transparent
	if chosen {
		ground, bar = theme.Selected, theme.Accent
	}
	r.ground.Paint(widget.Ground{Fill: ground})
	r.bar.Paint(widget.Ground{Fill: bar})
	layout.Again(r.all)
}
