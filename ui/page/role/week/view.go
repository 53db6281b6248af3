package week

import (
	"time"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/method"
	spent "nextrole/internal/week"
	"nextrole/ui/chartview"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Part is what the Tasks tab shows of a person's own week.
type Part struct {
	desk  page.Desk
	onOut func() // back to the assessment
	model *model

	title   *widget.Text
	state   *widget.Text
	hours   *widget.Search
	presets *fyne.Container
	lines   []*line
	table   *fyne.Container
	planned *widget.Text
	forest  *chartview.View
	kept    *fyne.Container
	pane    *pane
	missing *fyne.Container
	strip   *fyne.Container // the score, where the pane has no room beside the table
	short   *widget.Text
	badge   *widget.Badge
	body    *fyne.Container
	head    *fyne.Container
	scroll  *layout.Scroll
}

// New builds the part, with the way to the other sides of the tab; onOut is called to
// show the assessment instead.
func New(desk page.Desk, sides *widget.Segments, onOut func()) *Part {
	p := &Part{
		desk: desk, onOut: onOut,
		title:   widget.NewText("", theme.Title, theme.Text),
		state:   widget.NewText("", theme.Small, theme.StatusWarn),
		hours:   widget.NewNumber("Hours a week"),
		presets: layout.NewFlow(8, 6),
		table:   layout.NewStack(0),
		planned: widget.NewRight("", theme.Small, theme.Text),
		forest:  chartview.New(desk, false),
		kept:    layout.NewStack(0),
		missing: layout.NewStack(8),
	}
	p.hours.OnSubmit = p.onWeek
	p.head = &fyne.Container{Layout: layout.Columns{Weights: []float32{1, 1.4}, Gap: 12, Below: 720}, Objects: []fyne.CanvasObject{
		layout.NewRow(0, sides), layout.NewBar(10, 2, p.title, p.state, layout.NewStack(0), widget.NewText("Hours a week", theme.Small, theme.Text2), p.hours),
	}}
	add := widget.NewButton("Add a task", "add", p.addTask)
	foot := layout.NewBar(16, 1,
		layout.NewFlow(14, 2, widget.NewText("tick: its share in the assessment", theme.Caption, theme.Text2), widget.NewText("locked: other tasks give and take time", theme.Caption, theme.Text2)),
		layout.NewStack(0), p.planned)
	p.pane = newPane(p)
	p.short, p.badge = widget.NewParagraph("", theme.BodyStrong, theme.Text), widget.NewBadge(nextrole.ZoneNone, nextrole.Own, false)
	p.strip = layout.NewBar(10, 1, p.badge, p.short)
	left := layout.NewInset(12, 20, 20, 20, layout.NewStack(12, p.head, p.presets, p.strip,
		layout.NewStack(0, columnHeads(), widget.NewRule(), p.table, layout.NewInset(6, 0, 0, 0, foot)),
		layout.NewRow(8, add), widget.NewRule(), p.forest, p.kept))
	p.body = &fyne.Container{Layout: sided{layout.Columns{Weights: []float32{2.1, 1}, Below: 960}, p.strip}, Objects: []fyne.CanvasObject{
		left, layout.NewLayers(widget.NewFill(theme.Pane), layout.NewInset(12, 20, 20, 20, p.pane.content)),
	}}
	p.scroll = layout.NewScroll(layout.NewLayers(p.body, layout.NewInset(20, 20, 20, 20, p.missing)))
	p.scroll.OnScroll = func() { desk.Tips.Clear() }
	return p
}

// sided places the table and the pane, and shows the score above the table where
// the pane stands below it.
type sided struct {
	layout.Columns
	strip *fyne.Container
}

// HeightFor implements layout.TallLayout.
func (s sided) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	s.strip.Hidden = width >= s.Below
	return s.Columns.HeightFor(objects, width)
}

// Layout implements fyne.Layout.
func (s sided) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.strip.Hidden = size.Width >= s.Below
	s.Columns.Layout(objects, size)
}

func (p *Part) showStrip() {
	m := p.model
	if m.problem != nil {
		p.short.Set("No score: " + m.problem.Error())
		p.badge.Set(nextrole.ZoneNone, nextrole.Own)
	} else {
		v := m.verdict()
		p.short.Set("AIJRI " + v.score + " · " + v.versus)
		p.badge.Set(v.zone, nextrole.Own)
	}
	layout.Again(p.strip)
}

// columnHeads name the columns of the table, in the layout of its lines.
func columnHeads() fyne.CanvasObject {
	head := func(text string) fyne.CanvasObject { return widget.NewText(text, theme.Caption, theme.Text2) }
	right := func(text string) fyne.CanvasObject { return widget.NewRight(text, theme.Caption, theme.Text2) }
	return &fyne.Container{Layout: headLayout{}, Objects: []fyne.CanvasObject{
		head("Type"), head("Task"), layout.NewStack(0), layout.NewStack(0), head("My hours"), right("Share"), right("Change"),
	}}
}

// headLayout is that of a line, as low as words are.
type headLayout struct{ lineLayout }

// HeightFor implements layout.TallLayout.
func (headLayout) HeightFor([]fyne.CanvasObject, float32) float32 { return 22 }

// Content returns what is on the page.
func (p *Part) Content() fyne.CanvasObject { return p.scroll }

// Key scrolls by a key that no control has a use for.
func (p *Part) Key(key fyne.KeyName) bool { return p.scroll.Key(key) }

// Show shows the week of a role.
func (p *Part) Show(r nextrole.Role) {
	if p.model != nil && p.model.role.Code == r.Code {
		if now, ok := newModel(p.desk.Session, r.Code); ok && now.start.Base == p.model.start.Base {
			now.history = p.model.history
			now.score()
			p.model = now
			p.refresh()
			return
		}
	}
	m, ok := newModel(p.desk.Session, r.Code)
	p.model = m
	p.body.Hidden, p.missing.Hidden = !ok, ok
	p.missing.RemoveAll()
	if !ok {
		p.missing.Add(widget.NewText("No ratings to start from", theme.Title, theme.Text))
		p.missing.Add(widget.NewParagraph("A week is worked out on an assessment with its tasks and ratings, and this role has none here that is shown.", theme.Body, theme.Text2))
		p.missing.Add(layout.NewRow(0, widget.NewButton("Back to Tasks & AI", "back", p.onOut)))
		p.scroll.Again()
		return
	}
	p.lines = nil
	p.showPresets()
	p.refresh()
	p.scroll.ToTop()
}

// Focus moves the keyboard to where work begins.
func (p *Part) Focus() {
	if len(p.lines) > 0 {
		widget.FocusOn(p.lines[0].pull)
	}
}

// Undo takes the last step back.
func (p *Part) Undo() {
	if p.model != nil && p.model.undo() {
		p.refresh()
	}
}

// Redo does an undone step again.
func (p *Part) Redo() {
	if p.model != nil && p.model.redo() {
		p.refresh()
	}
}

// refresh brings everything up to date, after a step that may change the tasks.
func (p *Part) refresh() {
	if p.model == nil {
		return // a notice may outlast its role
	}
	rows := p.model.rows()
	if len(rows) != len(p.lines) {
		p.table.RemoveAll()
		p.lines = nil
		for i := range rows {
			l := newLine(p, i)
			p.lines = append(p.lines, l)
			p.table.Add(l.row)
			p.table.Add(widget.NewRule())
		}
	}
	p.update(rows)
	p.showKept()
	p.scroll.Again()
}

// update shows the numbers, which is all that a slider changes.
func (p *Part) update(rows []row) {
	m := p.model
	name, state := m.title()
	if p.title.String() != name {
		p.title.Set(name)
	}
	p.state.Set(state)
	if text := hoursText(m.now().Hours); p.hours.Text() != text && !p.hours.Focused() {
		p.hours.SetText(text)
	}
	for i, r := range rows {
		p.lines[i].show(r)
	}
	p.planned.Set(m.planned())
	layout.Again(p.head)
	p.showStrip()
	p.forest.About("My weeks in "+m.role.Title, m.credit())
	p.forest.Set(m.forest())
	p.pane.show(m)
}

func (p *Part) onHours(i int, hours float64) {
	m := p.model
	if i >= len(m.now().Tasks) {
		return
	}
	m.setHours(i, hours)
	p.update(m.rows())
}

func (p *Part) onRest() {
	if p.model == nil {
		return
	}
	p.model.history.Rest()
	p.update(p.model.rows())
}

func (p *Part) onLock(i int) {
	w := p.model.now()
	p.model.do("", spent.Lock(w, i, !w.Tasks[i].Locked))
	p.update(p.model.rows())
}

// onWeek takes the hours of the whole week.
func (p *Part) onWeek() {
	if p.model == nil {
		return
	}
	w := p.model.now()
	if p.hours.Text() == hoursText(w.Hours) {
		return
	}
	hours, ok := readHours(p.hours.Text())
	if !ok || hours < 1 {
		p.desk.Problem("“" + p.hours.Text() + "” is no number of hours from 1 to 168. The week stays as it was.")
		p.hours.SetText(hoursText(w.Hours))
		return
	}
	w = w.Clone()
	w.Hours = hours
	p.model.do("", w)
	p.update(p.model.rows())
}

// showPresets offers the kinds of work that the code joins.
func (p *Part) showPresets() {
	p.presets.RemoveAll()
	list := p.model.presets()
	p.presets.Hidden = len(list) == 0
	if len(list) == 0 {
		return
	}
	p.presets.Add(layout.NewInset(6, 0, 0, 0, widget.NewText("This code joins several kinds of work. Is your week", theme.Small, theme.Text2)))
	for _, s := range list {
		b := widget.NewButton(s.name, "", func() {
			p.model.do("", s.week)
			p.refresh()
		})
		p.desk.Tips.Explain(b.Press, s.name, s.explains)
		p.presets.Add(b)
	}
}

// showKept lists the weeks that are kept, to open or to forget.
func (p *Part) showKept() {
	p.kept.RemoveAll()
	for _, k := range p.model.kept() {
		open := widget.NewButton("Open", "", func() {
			p.model.open(k.Week)
			p.refresh()
		})
		open.SetEnabled(k.result != nil && k.Base == p.model.start.Base)
		drop := widget.NewButton("Delete", "", func() { p.drop(k.Week) })
		words := layout.NewStack(0, widget.NewParagraph(k.Name, theme.BodyStrong, theme.Text), widget.NewParagraph(p.model.detail(k), theme.Small, theme.Text2))
		p.kept.Add(layout.NewInset(5, 0, 5, 0, layout.NewBar(8, 0, words, open, drop)))
		p.kept.Add(widget.NewRule())
	}
}

func (p *Part) drop(w nextrole.Week) {
	p.desk.Session.DropWeek(w.Code, w.Name)
	p.refresh()
	p.desk.Notice("Deleted “"+w.Name+"”", "Undo", func() {
		p.desk.Session.KeepWeek(w)
		if p.model != nil {
			p.refresh()
		}
	})
}

// Keep keeps the week under a name.
func (p *Part) Keep() {
	if p.model == nil {
		return
	}
	m := p.model
	if name, state := m.title(); state == "kept" {
		p.desk.Notice("Kept already as “"+name+"”", "", nil)
		return
	}
	widget.AskName(p.desk.Window.Canvas(), widget.Naming{Title: "Keep this week", Verb: "Keep", What: "week", Name: m.suggested(), Taken: m.taken, Then: p.keepAs})
}

func (p *Part) keepAs(name string) {
	m := p.model
	before, had := m.keep(name)
	p.refresh()
	p.desk.Notice("Kept as “"+name+"”", "Undo", func() {
		if had {
			p.desk.Session.KeepWeek(before)
		} else {
			p.desk.Session.DropWeek(m.role.Code, name)
		}
		p.refresh()
	})
}

// reset goes back to the week of the assessment. It is a step that can be undone.
func (p *Part) reset() {
	w := p.model.start.Clone()
	w.Hours, w.Saved = p.model.now().Hours, time.Time{}
	p.model.do("", w)
	p.refresh()
}

// try makes a change that would reach another zone.
func (p *Part) try(line method.ReachLine) {
	p.model.do("", spent.Moved(p.model.now(), *line.Way))
	p.refresh()
}
