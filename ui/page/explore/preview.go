package explore

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/chart"
	"nextrole/ui/chartview"
	"nextrole/ui/layout"
	"nextrole/ui/page/brief"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// preview is the pane that shows the chosen role in short.
type preview struct {
	page    *Page
	code    nextrole.Code
	id      *widget.Text
	title   *widget.Text
	summary *widget.Text
	score   *brief.Score
	scale   *chartview.View
	stats   *fyne.Container
	figures []brief.Stat // in stats
	week    *fyne.Container
	mix     *chartview.View
	weekOf  *widget.Text
	tasks   *fyne.Container
	listed  []nextrole.AssessedTask // in tasks
	open    *widget.Button
	pin     *widget.Button
	buttons *fyne.Container
	pane    *fyne.Container
	scroll  *layout.Scroll
}

func newPreview(p *Page) *preview {
	v := &preview{
		page:    p,
		id:      widget.NewText("", theme.Caption, theme.Text2),
		title:   widget.NewParagraph("", theme.Heading, theme.Text),
		summary: widget.NewParagraph("", theme.Body, theme.Text2),
		score:   brief.NewScore(),
		scale:   chartview.New(p.desk, true),
		mix:     chartview.New(p.desk, true),
		weekOf:  widget.NewRight("", theme.Caption, theme.Text3),
		tasks:   layout.NewStack(5),
		stats:   &fyne.Container{Layout: layout.Flow{GapX: 0, GapY: 10}},
	}
	v.open = widget.NewPrimary("Open role", "", func() { p.desk.Go(route.ToRole(v.code)) })
	v.pin = widget.NewButton("Pin", "pin", func() { p.desk.Pin(v.code) })
	v.week = layout.NewStack(8, widget.NewRule(),
		layout.NewBar(8, 0, widget.NewText("Where the week goes", theme.BodyStrong, theme.Text), v.weekOf), v.mix, v.tasks)
	hint := widget.NewRight("Enter opens the full page", theme.Caption, theme.Text3)
	content := layout.NewStack(12,
		layout.NewBar(8, 0, v.id, hint), v.title, v.summary,
		v.score.Block, v.scale,
		widget.NewRule(), v.stats, v.week)
	v.scroll = layout.NewScroll(layout.NewInset(14, 24, 16, 24, content))
	v.scroll.OnScroll = func() { p.desk.Tips.Clear() }
	v.buttons = layout.NewRow(8, v.open, v.pin)
	buttons := layout.NewInset(10, 24, 12, 24, v.buttons)
	v.pane = layout.NewLayers(widget.NewFill(theme.Pane),
		layout.NewSplit(1, widget.NewUpright(), layout.NewFill(0, v.scroll, widget.NewRule(), buttons)))
	return v
}

// show previews a role.
func (v *preview) show(c nextrole.Code) {
	r, ok := v.page.desk.Session.Role(c)
	if !ok {
		return
	}
	if v.code != c {
		v.scroll.ToTop()
	}
	v.code = c
	v.id.Set(string(c))
	v.title.Set(r.Title)
	v.summary.Set(r.Summary)
	session := v.page.desk.Session
	reading, scored := session.Reading(c)
	worked := session.Worked(c)
	v.score.Set(reading, scored)
	if scored {
		v.scale.About(r.Title+", score", brief.Credit(reading.Assessment, session.Sources()))
		v.mix.About(r.Title+", task mix", brief.Credit(worked.Assessment, session.Sources()))
	} else {
		v.scale.About(r.Title+", score", "")
	}
	v.scale.Set(brief.Scale(r, reading, scored, nil))
	v.showStats(brief.Stats(r, session))
	v.week.Hidden = !scored || worked.Result == nil
	if !v.week.Hidden {
		v.mix.Set(chart.TaskMix{Split: worked.Result.Split, Origin: brief.Origin(worked)})
		of := "share of time"
		if worked.Status != reading.Status {
			of += ", " + worked.Status.Name()
		}
		v.weekOf.Set(of)
		v.showTasks(worked.Assessment.Inputs.Tasks)
	}
	v.showPin()
	v.scroll.Again()
}

// showStats shows the figures asked for first.
func (v *preview) showStats(stats []brief.Stat) {
	if slices.Equal(stats, v.figures) {
		return
	}
	v.figures = stats
	v.stats.Objects = nil
	for _, s := range stats {
		v.stats.Objects = append(v.stats.Objects, layout.NewFixed(116, 0, layout.NewInset(0, 8, 0, 0, brief.NewStat(s, theme.Title))))
	}
}

// showTasks lists the tasks as the chart of the role page orders them, with
// their shares and labels.
func (v *preview) showTasks(tasks []nextrole.AssessedTask) {
	if reflect.DeepEqual(tasks, v.listed) {
		return
	}
	v.listed = tasks
	v.tasks.Objects = nil
	tasks = slices.Clone(tasks)
	slices.SortStableFunc(tasks, func(a, b nextrole.AssessedTask) int { return int(b.Share - a.Share) })
	for _, label := range nextrole.Labels() {
		for _, t := range tasks {
			if t.Label == label {
				v.tasks.Objects = append(v.tasks.Objects, layout.NewBar(8, 0,
					widget.NewText(t.Brief(), theme.Small, theme.Text),
					layout.NewFixed(44, 0, widget.NewRight(t.Share.String(), theme.Small, theme.Text2)),
					layout.NewFixed(38, 0, widget.NewRight(string(t.Label), theme.Style{Size: 12, Line: 17, Strong: true}, theme.LabelText(t.Label)))))
			}
		}
	}
}

func (v *preview) showPin() {
	pinned := v.page.desk.Session.Pinned(v.code)
	v.pin.SetChosen(pinned)
	if pinned {
		v.pin.SetLabel("Pinned")
		v.pin.SetIcon("pinned", theme.Accent)
		v.pin.SetInk(theme.Accent)
	} else {
		v.pin.SetLabel("Pin")
		v.pin.SetIcon("pin", theme.Text)
		v.pin.SetInk(theme.Text)
	}
	layout.Again(v.buttons)
}
