package own

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/assess"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// form is a panel in which something is written or rated. Nothing of it is taken
// until that is asked for, and Escape leaves all as it was.
type form struct {
	part    *Part
	panel   *widget.Panel
	problem *widget.Text
	alert   *fyne.Container
}

func newForm(p *Part) *form {
	f := &form{part: p, problem: widget.NewParagraph("", theme.Body, theme.Text)}
	f.alert = layout.NewBar(8, 1, widget.NewIcon("warn", 16, theme.StatusError), f.problem)
	f.alert.Hide()
	return f
}

// show shows the form with its parts and a row of buttons, those before the gap at
// the left.
func (f *form) show(title string, content []fyne.CanvasObject, left, right []*widget.Button) {
	body := layout.NewStack(10, widget.NewParagraph(title, theme.Title, theme.Text))
	for _, o := range content {
		body.Add(o)
	}
	body.Add(f.alert)
	row := layout.NewFlow(8, 8)
	for _, b := range left {
		b.OnKey = f.onKey
		row.Add(b)
	}
	foot := layout.NewRow(8)
	for _, b := range right {
		b.OnKey = f.onKey
		foot.Add(b)
	}
	body.Add(layout.NewBar(8, 0, row, foot))
	f.panel = widget.ShowPanel(f.part.desk.Window.Canvas(), 680, body)
}

func (f *form) onKey(key fyne.KeyName) bool {
	if key == fyne.KeyEscape {
		f.panel.Hide()
	}
	return key == fyne.KeyEscape
}

// say tells why what is typed will not do.
func (f *form) say(problem string) {
	if problem == f.problem.String() {
		return
	}
	f.problem.Set(problem)
	f.alert.Hidden = problem == ""
	f.panel.Resize()
}

// line is a field for a line of text.
func (f *form) line(label, text string) *widget.Search {
	s := widget.NewField(label)
	s.Most = 600 // O*NET's longest statement has about 500
	s.OnKey = f.onKey
	s.OnChange = func(string) { f.say("") }
	s.SetText(text)
	return s
}

// area is a field for text of several lines.
func (f *form) area(label, text string, lines int) *widget.Area {
	a := widget.NewArea(label, "", lines)
	a.OnEscape = func() { f.panel.Hide() }
	a.OnChange = func(string) { f.say("") }
	a.OnFull = func() { f.say(fmt.Sprintf("Full: %s characters at most.", nextrole.Count(widget.AreaMost))) }
	a.SetText(text)
	return a
}

// scale is a rating with a line that says what its value means, if that is known.
func (f *form) scale(label string, names []string, at int, means func(i int) string, onChange func(i int)) fyne.CanvasObject {
	text := widget.NewParagraph("", theme.Small, theme.Text2)
	say := func(i int) {
		if i >= 0 {
			text.Set(means(i))
		}
	}
	var line *fyne.Container
	r := widget.NewRating(label, names, at, func(i int) {
		onChange(i)
		say(i)
		layout.Again(line)
	})
	r.OnKey = f.onKey
	say(at)
	line = layout.NewBar(12, 1, r, text)
	return layout.NewStack(3, widget.NewText(label, theme.Small, theme.Text2), line)
}

// buttons are those of every form: leave it, and take what it holds; with a next
// one, take it and go on there.
func (f *form) buttons(take func() bool, next func()) []*widget.Button {
	done := func(then func()) func() {
		return func() {
			if take() && then != nil {
				then()
			}
		}
	}
	list := []*widget.Button{widget.NewButton("Cancel", "", func() { f.panel.Hide() })}
	if next != nil {
		list = append(list, widget.NewButton("Done, next one", "", done(next)))
	}
	return append(list, widget.NewPrimary("Done", "", done(nil)))
}

// apply takes what the form holds as a step, or says why it cannot be taken.
func (f *form) apply(by func(a *nextrole.Assessment)) bool {
	if err := f.part.model.change("", by); err != nil {
		f.say(nextrole.Capital(err.Error()) + ".")
		return false
	}
	f.panel.Hide()
	f.part.refresh()
	return true
}

// editTask opens the form of a task; addTask that of a new one.
func (p *Part) editTask(i int) {
	if i < len(p.model.at().Inputs.Tasks) {
		p.taskForm(i, p.model.at().Inputs.Tasks[i])
	}
}

func (p *Part) addTask() {
	t := assess.NewTask("")
	t.Rationale = ""
	p.taskForm(-1, t)
}

// taskForm is the form of a task; i is −1 for a new one.
func (p *Part) taskForm(i int, t nextrole.AssessedTask) {
	f := newForm(p)
	name, short := f.area("Name of the task", t.Name, 2), f.line("Short name, for charts", t.Short)
	share := f.line("Share of the time in percent", strings.TrimSuffix(t.Share.String(), "%"))
	reason := t.Rationale
	if !assess.Rated(t) {
		reason = ""
	}
	why := f.area("Reason for the rating", reason, 4)
	score := f.scale("How much of it can AI do?", scoreNames, t.Score-1, func(k int) string { return taskMeans[k] }, func(k int) { t.Score = k + 1 })
	labels := nextrole.Labels()
	names, at := make([]string, len(labels)), 0
	for k, l := range labels {
		names[k] = string(l)
		if l == t.Label {
			at = k
		}
	}
	label := f.scale("What does AI do in it?", names, at, func(k int) string { return nextrole.Capital(labels[k].Word()) + "; no part of the score" }, func(k int) { t.Label = labels[k] })
	take := func() bool {
		s, ok := readShare(share.Text())
		t.Name, t.Short = oneLine(name.Text()), oneLine(short.Text())
		if why.Text() != reason { // else it may still be told that nobody rated it
			t.Rationale = why.Text()
		}
		switch {
		case t.Name == "":
			f.say("Give the task a name.")
			return false
		case !ok:
			f.say("Type the share of the time in percent, from 0 to 100, as 12.5.")
			return false
		}
		t.Share = s
		return f.apply(func(a *nextrole.Assessment) {
			if i < 0 {
				a.Inputs.Tasks = append(a.Inputs.Tasks, t)
				return
			}
			a.Inputs.Tasks[i] = t
		})
	}
	content := []fyne.CanvasObject{
		labeled("Name", name), layout.NewColumns(12, 420, labeled("Short name, for charts", short), labeled("Share of the time, %", share)),
		score, label, labeled("Reason for the rating", why),
	}
	title, next, left := "Add a task", (func())(nil), []*widget.Button(nil)
	if i >= 0 {
		title = "Task " + fmt.Sprint(i+1)
		if i+1 < len(p.model.at().Inputs.Tasks) {
			next = func() { p.editTask(i + 1) }
		}
		content = append(content, p.counterRows(f, take, t.Counter, scoreNames, 1, func(a *nextrole.Assessment) *[]nextrole.Counter { return &a.Inputs.Tasks[i].Counter })...)
		left = append(left, widget.NewButton("Remove the task", "", func() { p.removeTask(f, i) }))
	}
	f.show(title, content, left, f.buttons(take, next))
	name.Focus()
}

func (p *Part) removeTask(f *form, i int) {
	if len(p.model.at().Inputs.Tasks) == 1 {
		f.say("This is the only task, and an assessment needs one. Add another one first.")
		return
	}
	f.apply(func(a *nextrole.Assessment) {
		a.Inputs.Tasks = append(a.Inputs.Tasks[:i], a.Inputs.Tasks[i+1:]...)
	})
}

// editRating opens the form of a rating beside the tasks.
func (p *Part) editRating(r rated) {
	f := newForm(p)
	was := p.model.at()
	given, first := r.in(&was), r.least
	if given == nil { // principles that nobody rated
		given = &nextrole.Rating{}
	}
	value := given.Value
	scale := f.scale("Rating", r.names, value-first, func(int) string { return r.explains() }, func(k int) { value = k + first })
	why := f.area("Reason for the rating", given.Reason, 5)
	from := f.line("Sources, apart by semicolons", sourcesText(given.Sources))
	take := func() bool {
		return f.apply(func(a *nextrole.Assessment) {
			if r.in(a) == nil {
				a.Principles = &[3]nextrole.Rating{}
			}
			at := r.in(a)
			at.Value, at.Reason, at.Sources = value, why.Text(), readSources(from.Text())
		})
	}
	content := []fyne.CanvasObject{scale, labeled("Reason for the rating", why), labeled("Sources, apart by semicolons", from)}
	content = append(content, p.counterRows(f, take, given.Counter, r.names, r.least, func(a *nextrole.Assessment) *[]nextrole.Counter {
		return &r.in(a).Counter
	})...)
	f.show(r.name, content, nil, f.buttons(take, p.after(r)))
	why.Focus()
}

// after opens the form of the rating after another; nil after the last.
func (p *Part) after(r rated) func() {
	found := false
	for _, g := range parts() {
		for _, s := range g.ratings {
			if found {
				return func() { p.editRating(s) }
			}
			found = s.group == r.group && s.index == r.index
		}
	}
	return nil
}

// counterRows are the facts that speak for another rating, each of which can be
// changed, and a way to add one. What the form holds is taken first.
func (p *Part) counterRows(f *form, take func() bool, list []nextrole.Counter, names []string, least int, of func(*nextrole.Assessment) *[]nextrole.Counter) []fyne.CanvasObject {
	open := func(i int) func() {
		return func() {
			if take() {
				p.counterForm(i, names, least, of)
			}
		}
	}
	var rows []fyne.CanvasObject
	for i, c := range list {
		text := p.model.counterText(c, names[min(max(c.Value-least, 0), len(names)-1)])
		row := widget.NewPress("Change: "+text, layout.NewInset(4, 6, 5, 6, widget.NewParagraph(text, theme.Small, theme.Text2)), open(i))
		row.Hover, row.Rest = widget.Ground{Fill: theme.Hover}, widget.Ground{Border: theme.Divider}
		row.OnKey = f.onKey
		rows = append(rows, row)
	}
	add := widget.NewLink("Add a fact that speaks for another rating…", open(-1))
	add.OnKey = f.onKey
	return append(rows, layout.NewRow(0, add))
}

// counterForm is the form of a fact that speaks for another rating; i is −1 for a new
// one.
func (p *Part) counterForm(i int, names []string, least int, of func(*nextrole.Assessment) *[]nextrole.Counter) {
	f := newForm(p)
	was := p.model.at()
	c := nextrole.Counter{Value: least}
	if i >= 0 {
		c = (*of(&was))[i]
	}
	fact := f.area("The fact, with its date", c.Fact, 4)
	scale := f.scale("It speaks for the rating", names, c.Value-least, func(int) string { return "" }, func(k int) { c.Value = k + least })
	from := f.line("Where it is from", string(c.Source))
	take := func() bool {
		c.Fact, c.Source = fact.Text(), nextrole.SourceID(oneLine(from.Text()))
		switch {
		case oneLine(c.Fact) == "":
			f.say("Write the fact, with its date.")
			return false
		case c.Source == "":
			f.say("Say where it is from, so that others can look it up.")
			return false
		}
		return f.apply(func(a *nextrole.Assessment) {
			if list := of(a); i < 0 {
				*list = append(*list, c)
			} else {
				(*list)[i] = c
			}
		})
	}
	var left []*widget.Button
	if i >= 0 {
		left = append(left, widget.NewButton("Remove it", "", func() {
			f.apply(func(a *nextrole.Assessment) {
				list := of(a)
				*list = append((*list)[:i], (*list)[i+1:]...)
			})
		}))
	}
	f.show("A fact that speaks for another rating", []fyne.CanvasObject{labeled("The fact, with its date", fact), scale, labeled("Where it is from", from)}, left, f.buttons(take, nil))
	fact.Focus()
}

// editOverride opens the form of a score in place of the formula's.
func (p *Part) editOverride() {
	f := newForm(p)
	text, why := "", ""
	if given := p.model.at().Override; given != nil {
		text, why = nextrole.Score(given.Score), given.Reason
	}
	score, reason := f.line("Score, 0 to 100", text), f.area("Reason", why, 4)
	take := func() bool {
		v, ok := readScore(score.Text())
		switch {
		case !ok:
			f.say("Type a score from 0 to 100, as 27.5.")
			return false
		case oneLine(reason.Text()) == "":
			f.say("Say why this score and not the formula’s: a score in its place needs a reason.")
			return false
		}
		return f.apply(func(a *nextrole.Assessment) { a.Override = &nextrole.Override{Score: v, Reason: reason.Text()} })
	}
	note := widget.NewParagraph("The formula’s score stays beside it wherever this one is shown. The range and the chances stay those of the formula.", theme.Small, theme.Text2)
	f.show("A score in place of the formula’s", []fyne.CanvasObject{note, labeled("Score, 0 to 100", score), labeled("Reason", reason)}, nil, f.buttons(take, nil))
	score.Focus()
}
