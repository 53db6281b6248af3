package own

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/assess"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// sheet is the assessment as a form: who made it, its tasks, its ratings, and a score
// in place of the formula's.
type sheet struct {
	part      *Part
	author    *widget.Search
	date      *widget.Search
	seniority *widget.Search
	stage     *widget.Segments
	status    *fyne.Container
	tasks     *fyne.Container
	lines     []*taskLine
	total     *widget.Text
	even      *widget.Button
	ratings   []*ratingLine
	override  *widget.Text
	give      *widget.Button
	takeBack  *widget.Button
	content   *fyne.Container
}

func newSheet(p *Part) *sheet {
	s := &sheet{part: p, tasks: layout.NewStack(0), status: layout.NewStack(0)}
	s.author = s.field("Author", func(a *nextrole.Assessment) *string { return &a.Author })
	s.date = s.field("Date, as 2026-01-31", func(a *nextrole.Assessment) *string { return &a.Date })
	s.seniority = s.field("Seniority", func(a *nextrole.Assessment) *string { return &a.Seniority })
	s.stage = widget.NewSegments(0, func(i int) {
		p.change("", func(a *nextrole.Assessment) { a.Stage = []nextrole.Stage{nextrole.InWork, nextrole.Reviewed}[i] })
	}, "Draft", "Reviewed")
	about := layout.NewColumns(14, 560,
		labeled("Author", s.author), labeled("Date", s.date), labeled("Seniority, if it matters", s.seniority),
		labeled("How far it is", layout.NewRow(0, s.stage)))
	s.total = widget.NewParagraph("", theme.BodyStrong, theme.Text)
	s.even = widget.NewButton("Make it 100%", "", func() {
		p.change("", func(a *nextrole.Assessment) { a.Inputs.Tasks = assess.Even(a.Inputs.Tasks) })
	})
	p.desk.Tips.Explain(s.even.Press, "Make it 100%", "Every share grows or shrinks in proportion; where all are 0 they get the same")
	s.content = layout.NewStack(8, s.status, about,
		layout.NewInset(10, 0, 0, 0, group("Tasks", "what people do, with the reason for each rating")),
		layout.NewStack(0, taskHeads(), widget.NewRule(), s.tasks),
		layout.NewBar(12, 0, s.total, s.even, widget.NewButton("Add a task", "add", p.addTask)))
	for _, g := range parts() {
		rows := layout.NewStack(0)
		for _, r := range g.ratings {
			l := newRatingLine(p, r)
			s.ratings = append(s.ratings, l)
			rows.Add(widget.NewRule())
			rows.Add(l.row)
		}
		s.content.Add(layout.NewInset(12, 0, 0, 0, group(g.title, g.remark)))
		s.content.Add(rows)
	}
	s.override = widget.NewParagraph("", theme.Body, theme.Text)
	s.give = widget.NewButton("Give another score…", "", p.editOverride)
	s.takeBack = widget.NewButton("Use the formula’s", "", func() {
		p.change("", func(a *nextrole.Assessment) { a.Override = nil })
	})
	s.content.Add(layout.NewInset(12, 0, 0, 0, group("Your score", "where you know better than the formula, with the reason; the formula’s score stays beside it")))
	s.content.Add(widget.NewRule())
	s.content.Add(layout.NewBar(12, 0, s.override, s.give, s.takeBack))
	return s
}

// group is the head of a group of ratings.
func group(name, remark string) fyne.CanvasObject {
	return layout.NewStack(0, widget.NewText(name, theme.Title, theme.Text), widget.NewParagraph(remark, theme.Small, theme.Text2))
}

func labeled(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return layout.NewStack(3, widget.NewText(label, theme.Small, theme.Text2), o)
}

// field is a field for a line about the whole assessment. It is taken by Enter, and
// when the keyboard leaves.
func (s *sheet) field(label string, of func(*nextrole.Assessment) *string) *widget.Search {
	f := widget.NewLine(label)
	f.OnSubmit = func() {
		if !s.part.working() {
			return
		}
		text := oneLine(f.Text())
		a := s.part.model.at()
		if text == *of(&a) {
			return
		}
		if !s.part.change("", func(a *nextrole.Assessment) { *of(a) = text }) {
			f.SetText(*of(&a))
		}
	}
	return f
}

// show brings all of the sheet up to date.
func (s *sheet) show(m *model) {
	a := m.at()
	for _, f := range []struct {
		at   *widget.Search
		text string
	}{{s.author, a.Author}, {s.date, a.Date}, {s.seniority, a.Seniority}} {
		if !f.at.Focused() && f.at.Text() != f.text {
			f.at.SetText(f.text)
		}
	}
	s.stage.Set(0)
	if a.Stage == nextrole.Reviewed {
		s.stage.Set(1)
	}
	s.status.RemoveAll()
	if text := m.status(); text != "" {
		s.status.Add(widget.NewRemark("info", theme.StatusInfo, text))
	}
	s.showTasks(m)
	for _, l := range s.ratings {
		l.show(a)
	}
	s.showOverride(m)
}

func (s *sheet) showTasks(m *model) {
	tasks := m.at().Inputs.Tasks
	if len(tasks) != len(s.lines) {
		s.tasks.RemoveAll()
		s.lines = nil
		for i := range tasks {
			l := newTaskLine(s.part, i)
			s.lines = append(s.lines, l)
			s.tasks.Add(l.row)
			s.tasks.Add(widget.NewRule())
		}
	}
	for i, t := range tasks {
		s.lines[i].show(t)
	}
	text, whole := m.total()
	s.total.Set(text)
	s.total.SetColor(theme.Text)
	if !whole {
		s.total.SetColor(theme.StatusWarn)
	}
	s.even.Hidden = whole
}

func (s *sheet) showOverride(m *model) {
	given := m.at().Override
	s.takeBack.Hidden = given == nil
	if given == nil {
		s.give.SetLabel("Give another score…")
		s.override.Set("The formula’s score stands.")
		return
	}
	s.give.SetLabel("Change it…")
	formula := "the formula has none"
	if m.reading.Formula != nil {
		formula = "the formula’s is " + nextrole.Score(aijri.Shown(*m.reading.Formula))
	}
	s.override.Set(fmt.Sprintf("%s, and %s. %s", nextrole.Score(given.Score), formula, given.Reason))
}

// focus moves the keyboard to a rating.
func (s *sheet) focus(at aijri.Input) {
	if at.Group == aijri.Tasks {
		if at.Index < len(s.lines) {
			widget.FocusOn(s.lines[at.Index].words.press)
		}
		return
	}
	for _, l := range s.ratings {
		if l.rated.group == at.Group && l.rated.index == at.Index {
			widget.FocusOn(l.words.press)
		}
	}
}
