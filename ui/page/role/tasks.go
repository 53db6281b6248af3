package role

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/chart"
	"nextrole/internal/method"
	"nextrole/ui/chartview"
	"nextrole/ui/layout"
	"nextrole/ui/page/brief"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// tasks is the second tab: the score worked through from its tasks, evidence
// and barriers.
type tasks struct {
	page    *Page
	side    *fyne.Container
	score   *brief.Score
	scale   *chartview.View
	formula *fyne.Container
	order   chart.Order
	chart   *chartview.View
	fall    *chartview.View
	chance  *chartview.View
	sure    *fyne.Container
	tornado *chartview.View
	reach   *fyne.Container // what would bring the score into another zone
	mixes   *fyne.Container
	lenses  *lenses
	left    *fyne.Container
	right   *fyne.Container
	notes   *fyne.Container
	below   *fyne.Container // that it is a draft's, below a published score
	worked  *fyne.Container // what needs the inputs
	missing *fyne.Container
	scroll  *layout.Scroll
	model   model
}

func newTasks(p *Page) *tasks {
	t := &tasks{
		page:    p,
		score:   brief.NewScore(),
		scale:   chartview.New(p.desk, true),
		formula: &fyne.Container{Layout: formulaRow{}},
		chart:   chartview.New(p.desk, false),
		fall:    chartview.New(p.desk, false),
		chance:  chartview.New(p.desk, true),
		sure:    layout.NewColumns(28, 760),
		tornado: chartview.New(p.desk, false),
		reach:   layout.NewStack(8),
		mixes:   layout.NewStack(8),
		left:    layout.NewStack(8),
		right:   layout.NewStack(8),
		notes:   layout.NewStack(4),
		missing: layout.NewStack(8),
		below:   layout.NewStack(0),
	}
	head := &fyne.Container{Layout: layout.Columns{Weights: []float32{1, 1.7}, Gap: 24, Below: 760}, Objects: []fyne.CanvasObject{t.score.Block, t.scale}}
	t.side = layout.NewRow(0, p.newSides(route.Tasks))
	order := widget.NewSegments(0, t.onOrder, "By type", "By score")
	charts := &fyne.Container{Layout: layout.Columns{Weights: []float32{1.55, 1}, Gap: 28, Below: 1040}, Objects: []fyne.CanvasObject{
		layout.NewStack(8, t.chart, layout.NewRow(0, order)), t.fall,
	}}
	moves := &fyne.Container{Layout: layout.Columns{Weights: []float32{1.55, 1}, Gap: 28, Below: 1040}, Objects: []fyne.CanvasObject{t.tornado, t.reach}}
	t.worked = layout.NewStack(16, t.formula, widget.NewRule(), charts, widget.NewRule(), t.sure, widget.NewRule(), moves, t.mixes, widget.NewRule(),
		layout.NewColumns(28, 760, t.left, t.right))
	t.lenses = newLenses(p)
	content := layout.NewInset(14, 20, 24, 20, layout.NewStack(14, t.side, head, t.below, t.worked, t.missing, t.lenses.content, t.notes))
	t.scroll = layout.NewScroll(content)
	t.scroll.OnScroll = func() { p.desk.Tips.Clear() }
	return t
}

// Content implements part.
func (t *tasks) Content() fyne.CanvasObject { return t.scroll }

// Key implements part.
func (t *tasks) Key(key fyne.KeyName) bool { return t.scroll.Key(key) }

// Show implements part.
func (t *tasks) Show(nextrole.Role) {
	m := t.page.model
	t.model = m
	t.score.Set(m.reading, m.scored)
	if m.scored {
		t.scale.About(m.file("score"), m.credit())
		t.chart.About(m.file("tasks"), m.workedCredit())
		t.fall.About(m.file("score worked through"), m.workedCredit())
	} else {
		t.scale.About(m.file("score"), "")
	}
	t.scale.Set(m.scale())
	worked := m.result() != nil
	t.worked.Hidden, t.missing.Hidden = !worked, worked
	t.below.RemoveAll()
	if text := m.below(); text != "" {
		t.below.Add(widget.NewRemark("info", theme.StatusInfo, text))
	}
	t.notes.RemoveAll()
	if worked {
		t.showWorked(m)
	} else {
		t.showMissing(m)
	}
	t.lenses.show(m)
	if others := m.others(); len(others) > 0 {
		t.notes.Add(widget.NewRule())
		t.notes.Add(layout.NewInset(6, 0, 0, 0, group("Other assessments of this role", "each with its own ratings and its own score")))
		for _, o := range others {
			t.notes.Add(t.other(m.role.Code, o))
		}
	}
	if worked {
		t.notes.Add(layout.NewFlow(14, 2, widget.NewLink("Score this role yourself", t.onOwn), t.draftLink(m)))
	}
	if m.scored {
		t.notes.Add(widget.NewRule())
		t.notes.Add(widget.NewParagraph(m.credit(), theme.Caption, theme.Text3))
		if m.below() != "" {
			t.notes.Add(widget.NewParagraph(m.workedCredit(), theme.Caption, theme.Text3))
		}
	}
	t.scroll.ToTop()
	t.scroll.Again()
}

func (t *tasks) showWorked(m model) {
	t.formula.RemoveAll()
	for _, f := range m.factors() {
		t.formula.Add(t.chip(f))
	}
	t.showChart()
	r := m.result()
	t.fall.Set(chart.Waterfall{Steps: r.Steps(), Score: r.Score, Origin: brief.Origin(m.worked)})
	t.showSure(m)
	t.showMoves(m)
	t.showMixes(m)
	t.left.RemoveAll()
	t.left.Add(group(m.factors()[1].name, "five signals of the market, each −2 to +2"))
	for _, j := range m.evidence() {
		t.left.Add(widget.NewRule())
		t.left.Add(judged(j))
	}
	t.right.RemoveAll()
	t.right.Add(group(m.factors()[2].name, "what keeps AI from work it could do, each 0 to 2"))
	for _, j := range m.barriers() {
		t.right.Add(widget.NewRule())
		t.right.Add(judged(j))
	}
	t.right.Add(layout.NewInset(8, 0, 0, 0, group("AI growth link", "does more AI mean more of these jobs? −2 to +2")))
	t.right.Add(widget.NewRule())
	t.right.Add(judged(m.growth()))
	if list := m.principles(); list != nil {
		t.left.Add(layout.NewInset(8, 0, 0, 0, group("Protective principles", "a quick screen, no part of the score, each 0 to 3")))
		for _, j := range list {
			t.left.Add(widget.NewRule())
			t.left.Add(judged(j))
		}
	}
}

func (t *tasks) showChart() {
	c := t.model.tasks()
	c.Order = t.order
	t.chart.Set(c)
}

func (t *tasks) onOrder(i int) {
	t.order = []chart.Order{chart.ByLabel, chart.ByScore}[i]
	if t.model.result() != nil {
		t.showChart()
		t.scroll.Again()
	}
}

// showSure says how sure anyone can be, and what other zones would need.
func (t *tasks) showSure(m model) {
	v := brief.Judge(m.worked, m.scored)
	r := m.result()
	t.chance.About(m.file("chance of each zone"), m.workedCredit())
	t.chance.Set(chart.ChanceBar{Red: r.Chance.Red, Yellow: r.Chance.Yellow, Green: r.Chance.Green, Origin: brief.Origin(m.worked)})
	left := layout.NewStack(4,
		widget.NewText("How sure is this?", theme.BodyStrong, theme.Text),
		widget.NewParagraph(v.Range+m.draft()+". Then the chance of each zone is:", theme.Body, theme.Text),
		layout.NewInset(4, 0, 4, 0, t.chance))
	right := layout.NewStack(4)
	if text := m.apart(); text != "" {
		right.Add(widget.NewParagraph(text, theme.Small, theme.Text))
	}
	for _, text := range []string{
		"Counted exactly: each rating may be one step lower or higher, with a chance of 20% each way, independently. " +
			"The range runs from the 10th to the 90th percentile. This is NextRole’s own model, no part of AIJRI, and not yet checked against real raters.",
		"A score describes the typical job under a code, not a person. It is no forecast of job loss.",
	} {
		right.Add(widget.NewParagraph(text, theme.Small, theme.Text2))
	}
	left.Add(layout.NewRow(0, widget.NewLink("How is this computed?", t.onHow)))
	t.sure.Objects = []fyne.CanvasObject{left, right}
	t.sure.Refresh()
}

// showMoves shows what one step of each rating does, and what would bring the
// score into another zone.
func (t *tasks) showMoves(m model) {
	t.tornado.About(m.file("what moves the score"), m.workedCredit())
	t.tornado.Set(m.tornado())
	t.reach.RemoveAll()
	for i, r := range m.reach() {
		if i > 0 {
			t.reach.Add(layout.NewInset(6, 0, 0, 0, widget.NewRule()))
		}
		t.reach.Add(widget.NewText(r.Title, theme.BodyStrong, theme.Text))
		for _, line := range r.Lines {
			t.reach.Add(reachLine(line))
		}
	}
	t.reach.Add(widget.NewParagraph(m.reachRule(), theme.Caption, theme.Text2))
}

// reachLine is a change with the score that comes of it, or that there is none.
func reachLine(line method.ReachLine) fyne.CanvasObject {
	text := widget.NewParagraph(line.Text, theme.Small, theme.Text)
	if line.Way == nil {
		text = widget.NewParagraph(line.Text, theme.Small, theme.Text2)
		return layout.NewBar(8, 1, widget.NewIcon("info", 14, theme.Text2), text)
	}
	return layout.NewBar(8, 1, widget.NewIcon("forward", 14, theme.Text2), text,
		widget.NewText(nextrole.Score(line.Way.Score), theme.BodyStrong, theme.Text))
}

// showMixes says what a week of one kind of the role's work alone would score.
func (t *tasks) showMixes(m model) {
	t.mixes.RemoveAll()
	list := m.mixes()
	t.mixes.Hidden = len(list) == 0
	if len(list) == 0 {
		return
	}
	t.mixes.Add(widget.NewRule())
	t.mixes.Add(group("If your week were mostly one kind of work", "computed by NextRole from the same ratings, for a week of these tasks alone"))
	columns := layout.NewColumns(28, 760)
	for _, k := range list {
		head := layout.NewFlow(10, 2, widget.NewText(k.name, theme.BodyStrong, theme.Text), widget.NewText(k.share+" of the typical week", theme.Caption, theme.Text2))
		columns.Add(layout.NewBar(12, 0, layout.NewStack(2, head, widget.NewParagraph(k.tasks, theme.Small, theme.Text2)),
			widget.NewText(k.score, theme.Title, theme.Text), layout.NewStack(2, widget.NewBadge(k.zone, k.status, false), widget.NewRight(widget.StatusText(k.status), theme.Caption, theme.Text2))))
	}
	t.mixes.Add(columns)
}

func (t *tasks) showMissing(m model) {
	head, body := m.missing()
	t.missing.RemoveAll()
	t.missing.Add(widget.NewRule())
	t.missing.Add(layout.NewInset(8, 0, 0, 0, widget.NewText(head, theme.Title, theme.Text)))
	t.missing.Add(widget.NewParagraph(body, theme.Body, theme.Text2))
	t.missing.Add(layout.NewInset(4, 0, 4, 0, layout.NewRow(8, widget.NewButton("Find scored roles", "search", t.onFind), widget.NewButton("Score it yourself", "", t.onOwn), widget.NewButton("Draft one by rule", "", t.onDraft))))
	t.missing.Add(group("Its tasks", "what people in the role do; not rated here"))
	for _, task := range m.role.Tasks {
		t.missing.Add(widget.NewRule())
		t.missing.Add(widget.NewBullet(task.Text))
	}
}

func (t *tasks) onHow() { t.page.desk.Go(route.Route{Page: route.Method, Tab: route.Range}) }

// onDraft drafts an assessment by rule and shows the role with it, or says what
// that takes.
func (t *tasks) onDraft() {
	c, before := t.model.role.Code, t.model.reading.Assessment.Source
	w, err := t.page.desk.Session.DraftByRule(c)
	if err != nil {
		t.page.desk.Problem("No draft was made: " + err.Error() + ". See Library for what can be imported.")
		return
	}
	t.page.desk.Notice("Drafted by rule. It is marked as derived wherever it stands", "Undo", func() {
		t.page.desk.Session.DropWork(c, w.ID)
		t.page.desk.Session.Choose(c, before)
	})
	t.page.Focus() // the button may be gone
}

// draftLink offers a draft by rule where that is not what is shown already.
func (t *tasks) draftLink(m model) fyne.CanvasObject {
	link := widget.NewLink("Draft another by rule, from exposure labels", t.onDraft)
	link.Hidden = m.worked.Status == nextrole.Derived
	return link
}

func (t *tasks) onOwn() { t.page.goToTab(route.Own) }

func (t *tasks) onFind() { t.page.desk.Go(route.Route{Page: route.Explore}) }

// chip is one factor of the formula; pointing at it or reaching it by Tab
// shows its rule and inputs.
func (t *tasks) chip(f factor) fyne.CanvasObject {
	value := theme.Style{Size: 17, Line: 22, Strong: true}
	words := layout.NewStack(0,
		widget.NewText(f.name, theme.Small, theme.Text2),
		layout.NewRow(7, widget.NewText(f.value, value, theme.Text), widget.NewText(f.sum, theme.Caption, theme.Text2)))
	p := widget.NewPress(f.name+", "+f.value+", "+f.sum, layout.NewInset(6, 12, 7, 12, words), nil)
	p.Rest = widget.Ground{Fill: theme.Bg, Border: theme.Divider}
	p.Hover = widget.Ground{Fill: theme.Hover, Border: theme.Divider}
	if f.final {
		p.Rest = widget.Ground{Fill: theme.Selected, Border: theme.Accent}
		p.Hover = p.Rest
	}
	t.page.desk.Tips.Explain(p, f.name+" "+f.value, f.rule+"\n"+f.inputs)
	if f.before == "" {
		return p
	}
	sign := widget.NewText(f.before, theme.Body, theme.Text2)
	sign.Align = fyne.TextAlignCenter
	return layout.NewRow(6, layout.NewFixed(16, 0, sign), p)
}

// other is a line about an assessment that is not shown, and the way to it.
func (t *tasks) other(c nextrole.Code, o other) fyne.CanvasObject {
	show := widget.NewButton("Show this one", "", func() {
		t.page.desk.Session.Choose(c, o.source)
		t.page.Focus() // the button is gone
	})
	show.Hidden = !o.scored
	return layout.NewBar(10, 2,
		widget.NewText(o.score, theme.BodyStrong, theme.Text), widget.NewBadge(o.zone, o.status, false),
		layout.NewStack(0, widget.NewParagraph(o.whose, theme.Small, theme.Text2), widget.NewParagraph(o.problem, theme.Small, theme.StatusError)), show)
}

// group is the head of a group of ratings.
func group(name, remark string) fyne.CanvasObject {
	return layout.NewFlow(10, 0, widget.NewText(name, theme.BodyStrong, theme.Text), widget.NewText(remark, theme.Caption, theme.Text2))
}

// judged shows a rating: its name, its value on its scale, and the reason with
// its sources and what speaks against it.
func judged(j judgment) fyne.CanvasObject {
	labels := make([]string, len(j.scale))
	chosen := -1
	for i, v := range j.scale {
		labels[i] = j.label(v)
		if v == j.value {
			chosen = i
		}
	}
	words := layout.NewStack(2, widget.NewParagraph(j.reason, theme.Small, theme.Text2))
	if j.sources != "" {
		words.Add(widget.NewParagraph(j.sources, theme.Caption, theme.Text3))
	}
	for _, c := range j.counter {
		text := widget.NewParagraph("", theme.Caption, theme.Text2)
		text.SetSpans(widget.Span{Text: "On the other hand: ", Strong: true}, widget.Span{Text: c})
		words.Add(text)
	}
	return &fyne.Container{Layout: judgedRow{}, Objects: []fyne.CanvasObject{
		widget.NewParagraph(j.name, theme.Style{Size: 12, Line: 17, Strong: true}, theme.Text),
		widget.NewRatingCells(labels, chosen), words,
	}}
}
