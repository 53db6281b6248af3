package week

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/chartview"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// pane is the score of the week, how sure it is, and what would change it.
type pane struct {
	page    *Part
	score   *widget.Text
	badge   *widget.Badge
	versus  *widget.Text
	spread  *widget.Text
	scale   *chartview.View
	made    *widget.Text
	chances *widget.Text
	names   [2]*widget.Text
	bars    [2]*chartview.View
	reach   *fyne.Container
	told    string // what reach shows
	keep    *widget.Button
	undo    *widget.Button
	redo    *widget.Button
	reset   *widget.Button
	content *fyne.Container
	scored  *fyne.Container
	problem *widget.Text
}

func newPane(p *Part) *pane {
	s := &pane{
		page:    p,
		score:   widget.NewText("", theme.Display, theme.Text),
		badge:   widget.NewBadge(nextrole.ZoneNone, nextrole.Own, false),
		versus:  widget.NewParagraph("", theme.BodyStrong, theme.Text),
		spread:  widget.NewParagraph("", theme.Small, theme.Text2),
		scale:   chartview.New(p.desk, true),
		made:    widget.NewParagraph("", theme.Small, theme.Text2),
		chances: widget.NewParagraph("", theme.BodyStrong, theme.Text),
		reach:   layout.NewStack(8),
		problem: widget.NewParagraph("", theme.Body, theme.StatusError),
	}
	bars := layout.NewStack(6)
	for i := range s.bars {
		s.names[i] = widget.NewText("", theme.Small, theme.Text2)
		s.bars[i] = chartview.New(p.desk, true)
		bars.Add(layout.NewStack(1, s.names[i], s.bars[i]))
	}
	s.keep = widget.NewPrimary("Keep", "bookmark", p.Keep)
	s.undo = widget.NewButton("Undo", "undo", p.Undo)
	s.redo = widget.NewButton("Redo", "redo", p.Redo)
	s.reset = widget.NewButton("Reset", "", p.reset)
	p.desk.Tips.Explain(s.keep.Press, "Keep this week", "Under a name of yours; Ctrl+S")
	p.desk.Tips.Explain(s.undo.Press, "Undo", "Ctrl+Z")
	p.desk.Tips.Explain(s.redo.Press, "Redo", "Ctrl+Y")
	s.scored = layout.NewStack(10,
		layout.NewStack(2, widget.NewText("This week would score", theme.Small, theme.Text2),
			layout.NewBar(14, 1, s.score, layout.NewStack(3, layout.NewRow(0, s.badge), s.versus)), s.spread),
		s.scale, s.made, widget.NewRule(),
		layout.NewStack(2, s.chances, widget.NewParagraph("If each rating may be one step off, 1 in 5 each way: counted exactly. NextRole’s own model, no part of AIJRI.", theme.Caption, theme.Text2)),
		bars, widget.NewRule(), s.reach)
	s.content = layout.NewStack(12, s.problem, s.scored,
		layout.NewFlow(8, 8, s.keep, s.undo, s.redo, s.reset),
		widget.NewParagraph("The assessment itself is never changed. A score describes a kind of work, not you, and is no forecast of job loss.", theme.Caption, theme.Text2))
	return s
}

// show brings the pane up to date.
func (s *pane) show(m *model) {
	s.undo.SetEnabled(m.history.CanUndo())
	s.redo.SetEnabled(m.history.CanRedo())
	s.scored.Hidden, s.problem.Hidden = m.problem != nil, m.problem == nil
	if m.problem != nil {
		s.problem.Set("This week has no score: " + m.problem.Error() + ".")
		return
	}
	v := m.verdict()
	s.score.Set(v.score)
	s.badge.Set(v.zone, nextrole.Own)
	s.versus.Set(v.versus)
	s.spread.Set(v.spread)
	s.made.Set(v.made)
	s.scale.About("My week in "+m.role.Title+", score", m.credit())
	s.scale.Set(m.scale())
	s.chances.Set(m.chances())
	for i, b := range m.bars() {
		s.names[i].Set(b.name)
		s.bars[i].About(b.name+" in "+m.role.Title+", chances", m.credit())
		s.bars[i].Set(b.chart)
	}
	s.showReach(m)
	layout.Again(s.content)
}

// showReach lists the smallest changes, where they are others than before.
func (s *pane) showReach(m *model) {
	reach, ok := m.reach()
	told := reach.Title
	for _, line := range reach.Lines {
		told += "\n" + line.Text
	}
	if told == s.told {
		return
	}
	s.told = told
	s.reach.RemoveAll()
	if !ok {
		return
	}
	s.reach.Add(widget.NewParagraph(reach.Title, theme.BodyStrong, theme.Text))
	for _, line := range reach.Lines {
		text := widget.NewParagraph(line.Text, theme.Small, theme.Text)
		if line.Way == nil {
			text.SetColor(theme.Text2)
			s.reach.Add(text)
			continue
		}
		row := layout.NewBar(10, 0, text, widget.NewText(nextrole.Score(line.Way.Score), theme.BodyStrong, theme.Text))
		if triable(line.Way) {
			try := widget.NewButton("Try", "", func() { s.page.try(line) })
			try.Label = "Try: " + line.Text
			row.Add(try)
		}
		s.reach.Add(row)
	}
}
