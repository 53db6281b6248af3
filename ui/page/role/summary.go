package role

import (
	"fmt"

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

// summary is the first tab: the score and the figures, what the work is, where
// the week goes, what may change, and the facts.
type summary struct {
	page   *Page
	score  *brief.Score
	stats  *fyne.Container
	top    *fyne.Container
	apart  *fyne.Container // what sources disagree on
	left   *fyne.Container
	right  *fyne.Container
	mix    *chartview.View
	below  *fyne.Container
	note   *note
	facts  *fyne.Container
	scroll *layout.Scroll
	side   *layout.Scroll
	split  *fyne.Container
	inner  *fyne.Container
}

func newSummary(p *Page) *summary {
	s := &summary{
		page:  p,
		score: brief.NewScore(),
		stats: &fyne.Container{Layout: evenly{least: statWidth}},
		apart: layout.NewStack(0),
		left:  layout.NewStack(8),
		right: layout.NewStack(10),
		mix:   chartview.New(p.desk, true),
		note:  newNote(p),
		facts: layout.NewStack(7),
	}
	s.top = &fyne.Container{Layout: layout.Columns{Weights: []float32{1, 1.65}, Gap: 24, Below: 760}, Objects: []fyne.CanvasObject{s.score.Block, s.stats}}
	s.below = layout.NewColumns(28, 700)
	// The facts stand in a pane at the side, or below where there is no room.
	s.inner = layout.NewInset(16, 20, 24, 20, layout.NewStack(18, s.top, s.apart, widget.NewRule(),
		layout.NewColumns(28, 700, s.left, s.right), s.below))
	factsBlock := layout.NewInset(16, 20, 20, 20, layout.NewStack(14, s.note.block, widget.NewRule(), s.facts))
	s.scroll = layout.NewScroll(layout.NewStack(0, s.inner, layout.NewStack(0)))
	s.side = layout.NewScroll(layout.NewStack(0))
	clear := func() { p.desk.Tips.Clear() }
	s.scroll.OnScroll, s.side.OnScroll = clear, clear
	s.split = &fyne.Container{Layout: &paned{summary: s, block: factsBlock}, Objects: []fyne.CanvasObject{s.scroll, s.pane()}}
	return s
}

func (s *summary) pane() fyne.CanvasObject {
	return layout.NewLayers(widget.NewFill(theme.Pane), layout.NewSplit(1, widget.NewUpright(), s.side))
}

// Content implements part.
func (s *summary) Content() fyne.CanvasObject { return s.split }

// Key implements part.
func (s *summary) Key(key fyne.KeyName) bool { return s.scroll.Key(key) }

// Show implements part.
func (s *summary) Show(nextrole.Role) {
	m := s.page.model
	s.score.Set(m.reading, m.scored)
	s.stats.RemoveAll()
	for _, stat := range brief.Stats(m.role, m.library)[:4] {
		s.stats.Add(layout.NewSplit(1, widget.NewUpright(), layout.NewInset(0, 0, 0, 8, brief.NewStat(stat, theme.Heading))))
	}
	s.showApart(m)
	s.showWork(m)
	s.showWeek(m)
	s.showMistaken(m)
	s.showBelow(m)
	s.showFacts(m)
	s.note.show(m.role.Code)
	s.scroll.ToTop()
	s.scroll.Again()
	s.side.Again()
}

// showApart says where the figures shown are not the only ones.
func (s *summary) showApart(m model) {
	s.apart.RemoveAll()
	text, sharp := m.differing()
	s.apart.Hidden = text == ""
	if text == "" {
		return
	}
	icon, ink := "clock", theme.Text2
	if sharp {
		icon, ink = "warn", theme.StatusWarn
	}
	s.apart.Add(widget.NewRemark(icon, ink, text, widget.NewLink("Compare sources", func() {
		s.page.desk.Go(route.Route{Page: route.Role, Code: m.role.Code, Tab: route.Pay})
	})))
}

// showWork says what people in the role do.
func (s *summary) showWork(m model) {
	s.left.RemoveAll()
	s.left.Add(widget.NewHeading("What they do", ""))
	s.left.Add(widget.NewParagraph(m.role.Summary, theme.Body, theme.Text))
	for _, t := range m.role.Tasks {
		s.left.Add(widget.NewRule())
		s.left.Add(widget.NewBullet(t.Text))
	}
}

// showWeek says where the week goes and what that means.
func (s *summary) showWeek(m model) {
	s.right.RemoveAll()
	if r := m.result(); r != nil {
		s.right.Add(widget.NewHeading("Where the week goes", "share of time, "+widget.StatusOf(m.worked.Status)))
		if text := m.below(); text != "" {
			s.right.Add(widget.NewRemark("info", theme.StatusInfo, text))
		}
		s.mix.About(m.file("task mix"), m.workedCredit())
		s.mix.Set(chart.TaskMix{Split: r.Split, Origin: brief.Origin(m.worked)})
		s.right.Add(s.mix)
	} else {
		head, body := m.missing()
		s.right.Add(widget.NewHeading(head, ""))
		s.right.Add(widget.NewParagraph(body, theme.Body, theme.Text2))
	}
	a := m.account()
	if a.MostExposed != "" {
		s.right.Add(layout.NewColumns(16, 380,
			sided(theme.LabelText(nextrole.Displaced), "Most exposed work", a.MostExposed),
			sided(theme.LabelText(nextrole.Augmented), "Least exposed work", a.LeastExposed)))
	}
	if a.Separator != "" {
		s.right.Add(layout.NewLayers(widget.NewBox(theme.Pane, "", 6), layout.NewInset(9, 12, 10, 12, spans(
			widget.Span{Text: "What separates them: ", Strong: true}, widget.Span{Text: a.Separator}))))
	}
	if a.Outlook != "" {
		s.right.Add(widget.NewText("The role some years on", theme.BodyStrong, theme.Text))
		s.right.Add(widget.NewParagraph(a.Outlook, theme.Body, theme.Text2))
	}
}

// showMistaken says which roles this one gets taken for, beside what it is.
func (s *summary) showMistaken(m model) {
	list := m.mistaken()
	if len(list) == 0 {
		return
	}
	s.right.Add(layout.NewInset(8, 0, 0, 0, widget.NewHeading("Not the same as", "")))
	for _, to := range list {
		s.right.Add(widget.NewRule())
		row := layout.NewBar(10, 0, layout.NewStack(0, widget.NewParagraph(to.title, theme.BodyStrong, theme.Text),
			widget.NewParagraph(to.reason, theme.Small, theme.Text2)), widget.NewIcon("arrow-right", 14, theme.Text2))
		p := widget.NewPress("Open "+to.title, layout.NewInset(2, 4, 2, 4, row), s.page.goTo(to.code))
		p.Hover = widget.Ground{Fill: theme.Hover}
		s.right.Add(p)
	}
}

// showBelow says what may change when, what one can do, and where to look.
func (s *summary) showBelow(m model) {
	a := m.account()
	left, right := layout.NewStack(8), layout.NewStack(8)
	if len(a.Timeline) > 0 {
		left.Add(widget.NewHeading("When it may change", "counted from the assessment"))
		if m.worked.Assessment.Date == "" {
			left.Add(widget.NewParagraph("The assessment is undated, so no calendar years can be given.", theme.Caption, theme.Text3))
		}
		for _, t := range a.Timeline {
			left.Add(widget.NewRule())
			left.Add(layout.NewBar(12, 1,
				layout.NewFixed(78, 0, widget.NewText(fmt.Sprintf("%d–%d years", t.FromYear, t.ToYear), theme.BodyStrong, theme.LabelText(t.Label))),
				widget.NewParagraph(t.What, theme.Body, theme.Text)))
		}
	}
	if len(a.Actions) > 0 {
		left.Add(layout.NewInset(8, 0, 0, 0, widget.NewHeading("Three things to do", "")))
		for _, act := range a.Actions {
			left.Add(widget.NewRule())
			left.Add(widget.NewText(act.Title, theme.BodyStrong, theme.Text))
			left.Add(widget.NewParagraph(act.Detail, theme.Body, theme.Text2))
		}
	}
	if next := m.next(); len(next) > 0 {
		right.Add(widget.NewHeading("Roles this assessment suggests", "AI resistance"))
		for _, to := range next {
			right.Add(s.suggestion(to))
		}
	}
	if len(a.NotCaptured) > 0 {
		right.Add(layout.NewInset(8, 0, 0, 0, widget.NewHeading("What the numbers do not capture", "")))
		for _, text := range a.NotCaptured {
			right.Add(widget.NewBullet(text))
		}
	}
	s.below.Objects = []fyne.CanvasObject{left, right}
	s.below.Hidden = len(left.Objects) == 0 && len(right.Objects) == 0
}

// suggestion leads to another role.
func (s *summary) suggestion(to pointer) fyne.CanvasObject {
	status := widget.StatusText(to.status)
	row := layout.NewBar(10, 1,
		widget.NewIcon(widget.ZoneIcon(to.zone, to.status), 14, theme.ZoneSolid(to.zone)),
		layout.NewStack(0, widget.NewText(to.title, theme.BodyStrong, theme.Text), widget.NewParagraph(to.reason, theme.Small, theme.Text2)),
		layout.NewStack(0, widget.NewRight(to.score, theme.BodyStrong, theme.Text), widget.NewRight(status, theme.Caption, theme.Text2)),
		widget.NewIcon("arrow-right", 14, theme.Text2))
	p := widget.NewPress("Open "+to.title+", "+to.stands(), layout.NewInset(6, 4, 6, 4, row), s.page.goTo(to.code))
	p.Hover = widget.Ground{Fill: theme.Hover}
	return p
}

// showFacts lists the facts with their sources.
func (s *summary) showFacts(m model) {
	s.facts.RemoveAll()
	s.facts.Add(widget.NewHeading("Facts", ""))
	for _, f := range m.facts() {
		s.facts.Add(s.factRow(f))
	}
	if text, source := m.setting(); text != "" {
		s.facts.Add(layout.NewInset(6, 0, 6, 0, widget.NewRule()))
		s.facts.Add(widget.NewHeading("Work setting", ""))
		s.facts.Add(layout.NewStack(2, widget.NewParagraph(text, theme.Small, theme.Text), widget.NewParagraph(source, theme.Caption, theme.Text3)))
	}
	if list, asOf := m.employers(); len(list) > 0 {
		s.facts.Add(layout.NewInset(6, 0, 6, 0, widget.NewRule()))
		s.facts.Add(widget.NewHeading("Where they work", asOf))
		for _, f := range list {
			s.facts.Add(layout.NewBar(10, 0, widget.NewParagraph(f.name, theme.Small, theme.Text), widget.NewRight(f.value, theme.Small, theme.Text)))
		}
	}
	if list := m.indices(); len(list) > 0 {
		s.facts.Add(layout.NewInset(6, 0, 6, 0, widget.NewRule()))
		s.facts.Add(widget.NewHeading("Other measures", "0–1, high is exposed"))
		for _, f := range list {
			s.facts.Add(s.factRow(f))
		}
		s.facts.Add(widget.NewParagraph("These run the other way from AIJRI, where high is resistant.", theme.Caption, theme.Text3))
	}
	if titles := m.role.Titles(); len(titles) > 0 {
		s.facts.Add(layout.NewInset(6, 0, 6, 0, widget.NewRule()))
		s.facts.Add(widget.NewHeading("Also called", ""))
		for _, t := range m.role.AltTitles {
			text := []widget.Span{{Text: t.Title}}
			if t.Was != "" {
				text = append(text, widget.Span{Text: "  now " + renamed(t.Was), Color: theme.Text3})
			}
			s.facts.Add(spans(text...))
		}
	}
	if m.scored {
		s.facts.Add(layout.NewInset(6, 0, 6, 0, widget.NewRule()))
		s.facts.Add(widget.NewParagraph(m.credit(), theme.Caption, theme.Text3))
	}
}

// factRow shows a fact; one that names a role leads there.
func (s *summary) factRow(f fact) fyne.CanvasObject {
	var value fyne.CanvasObject = widget.NewParagraph(f.value, theme.Small, theme.Text)
	if f.to != "" {
		p := widget.NewPress("Open "+f.value, layout.NewInset(3, 0, 4, 0, widget.NewParagraph(f.value, theme.Small, theme.Accent)), s.page.goTo(f.to))
		p.Hover, p.Radius = widget.Ground{Fill: theme.Hover}, 3
		value = p
	}
	return &fyne.Container{Layout: layout.Row{Gap: 10, Grow: 2, Align: layout.Top}, Objects: []fyne.CanvasObject{
		layout.NewFixed(116, 0, widget.NewParagraph(f.name, theme.Small, theme.Text2)),
		layout.NewStack(0, value, widget.NewParagraph(f.source, theme.Caption, theme.Text3)),
	}}
}

// sided is a paragraph with a colored line at its side.
func sided(color fyne.ThemeColorName, head, body string) fyne.CanvasObject {
	return layout.NewSplit(1, layout.NewFixed(3, 0, widget.NewFill(color)), layout.NewInset(0, 0, 0, 10, layout.NewStack(3,
		widget.NewText(head, theme.BodyStrong, theme.Text), widget.NewParagraph(body, theme.Body, theme.Text2))))
}

func spans(list ...widget.Span) *widget.Text {
	t := widget.NewParagraph("", theme.Body, theme.Text)
	t.SetSpans(list...)
	return t
}
