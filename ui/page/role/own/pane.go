package own

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/assess"
	"nextrole/ui/chartview"
	"nextrole/ui/layout"
	"nextrole/ui/page/brief"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// pane is the score of the assessment as it stands, what it still wants, and what can
// be done with it.
type pane struct {
	part    *Part
	score   *brief.Score
	versus  *widget.Text
	scale   *chartview.View
	made    *widget.Text
	chance  *chartview.View
	chances *fyne.Container
	title   *widget.Text
	left    *fyne.Container
	state   *widget.Text
	keep    *widget.Button
	undo    *widget.Button
	redo    *widget.Button
	use     *widget.Button
	content *fyne.Container

	badge *widget.Badge // and the score in a line, for where the pane has no room
	short *widget.Text
}

func newPane(p *Part) *pane {
	s := &pane{
		part:   p,
		score:  brief.NewScore(),
		versus: widget.NewParagraph("", theme.Small, theme.Text2),
		scale:  chartview.New(p.desk, true),
		made:   widget.NewParagraph("", theme.Small, theme.Text2),
		chance: chartview.New(p.desk, true),
		title:  widget.NewText("", theme.BodyStrong, theme.Text),
		left:   layout.NewStack(4),
		badge:  widget.NewBadge(nextrole.ZoneNone, nextrole.Own, false),
		short:  widget.NewText("", theme.BodyStrong, theme.Text),
		state:  widget.NewParagraph("", theme.Small, theme.Text2),
	}
	s.chances = layout.NewStack(2, widget.NewText("Chance of each zone, if raters differ", theme.BodyStrong, theme.Text), s.chance,
		widget.NewParagraph("If each rating may be one step off, 1 in 5 each way: counted exactly. NextRole’s own model, no part of AIJRI.", theme.Caption, theme.Text2))
	s.keep = widget.NewPrimary("Keep as a version", "bookmark", p.Keep)
	s.undo = widget.NewButton("Undo", "undo", p.Undo)
	s.redo = widget.NewButton("Redo", "redo", p.Redo)
	s.use = widget.NewButton("", "", p.onUse)
	p.desk.Tips.Explain(s.keep.Press, "Keep as a version", "To come back to, and to compare with later; Ctrl+S")
	p.desk.Tips.Explain(s.undo.Press, "Undo", "Ctrl+Z")
	p.desk.Tips.Explain(s.redo.Press, "Redo", "Ctrl+Y")
	var export *widget.Button
	menu := &widget.Menu{Make: func() []widget.Item {
		return []widget.Item{
			{Label: "As Markdown", Detail: "to read, and to read back", OnTap: func() { p.export(".md") }},
			{Label: "As JSON", Detail: "for other programs", OnTap: func() { p.export(".json") }},
		}
	}}
	export = widget.NewButton("Export", "export", func() { menu.Show(export) })
	s.content = layout.NewStack(12, s.score.Block, s.versus, s.scale, s.made, s.chances, widget.NewRule(),
		s.title, s.left, widget.NewRule(), s.state,
		layout.NewFlow(8, 8, s.keep, s.undo, s.redo),
		layout.NewFlow(8, 8, s.use,
			export, widget.NewButton("Import a version…", "import", p.importVersion), widget.NewButton("Delete", "", p.delete)),
		widget.NewParagraph("A score describes a kind of work, not a person, and is no forecast of job loss.", theme.Caption, theme.Text2))
	return s
}

// show brings the pane up to date.
func (s *pane) show(m *model) {
	s.score.Set(m.reading, m.reading.Score != nil)
	s.versus.Set(m.versus())
	s.badge.Set(m.reading.Zone, m.at().Status)
	s.short.Set(m.short())
	s.scale.About("Own assessment of "+m.role.Title+", score", m.credit())
	s.scale.Set(m.scale())
	s.made.Set(m.made())
	c, ok := m.chance()
	s.chances.Hidden = !ok
	if ok {
		s.chance.About("Own assessment of "+m.role.Title+", chances", m.credit())
		s.chance.Set(c)
	}
	s.title.Set(m.leftTitle())
	s.left.RemoveAll()
	for _, l := range m.left {
		s.left.Add(s.leftLine(l))
	}
	s.state.Set(m.state())
	s.keep.SetEnabled(m.changed())
	s.undo.SetEnabled(m.history.CanUndo())
	s.redo.SetEnabled(m.history.CanRedo())
	s.showUse(m)
	layout.Again(s.content)
}

func (s *pane) showUse(m *model) {
	shown := s.part.shown(m.work.ID)
	label := "Show the role with it"
	if shown {
		label = "The role is shown with it"
	}
	s.use.SetLabel(label)
	s.use.SetEnabled(!shown && m.showable())
}

// leftLine is something that is left, and leads to where it can be done.
func (s *pane) leftLine(l assess.Left) fyne.CanvasObject {
	icon, ink := "info", theme.StatusInfo
	if l.Stops {
		icon, ink = "warn", theme.StatusError
	}
	line := widget.NewMarked(icon, ink, widget.NewParagraph(l.Text, theme.Small, theme.Text))
	if l.At == nil {
		return layout.NewInset(3, 4, 4, 4, line)
	}
	p := widget.NewPress(l.Text+" Go there", layout.NewInset(3, 4, 4, 4, line), func() { s.part.sheet.focus(*l.At) })
	p.Hover = widget.Ground{Fill: theme.Hover}
	return p
}
