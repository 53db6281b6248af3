package week

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nextrole"
	spent "nextrole/internal/week"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// taskForm is the panel in which a task is renamed, rated, split or removed, or a
// new one is made.
type taskForm struct {
	page    *Part
	i       int // −1 for a new one
	task    nextrole.AssessedTask
	panel   *widget.Panel
	field   *widget.Search
	problem *widget.Text
	alert   *fyne.Container
}

// scoreWords say what a score of a task means.
var scoreWords = []string{"1 only a person", "2", "3 AI helps much", "4", "5 an agent does it all"}

// editTask opens the form of a task.
func (p *Part) editTask(i int) { p.openForm(i, p.model.now().Tasks[i].AssessedTask) }

// addTask opens the form of a new one.
func (p *Part) addTask() {
	p.openForm(-1, nextrole.AssessedTask{Score: 3, Label: nextrole.Augmented})
}

func (p *Part) openForm(i int, t nextrole.AssessedTask) {
	f := &taskForm{page: p, i: i, task: t}
	title, verb := "Change this task", "Change it"
	if i < 0 {
		title, verb = "Add a task", "Add it"
	}
	f.field = widget.NewField("Name of the task")
	f.field.OnSubmit = f.done
	f.field.OnChange = func(string) { f.say("") }
	f.problem = widget.NewParagraph("", theme.Body, theme.Text)
	f.alert = layout.NewBar(8, 1, widget.NewIcon("warn", 16, theme.StatusError), f.problem)
	f.alert.Hide()
	score := widget.NewSegments(t.Score-1, func(k int) { f.task.Score = k + 1 }, scoreWords...)
	labels := nextrole.Labels()
	var names []string
	at := 0
	for k, l := range labels {
		names = append(names, fmt.Sprintf("%s %s", l, l.Word()))
		if l == t.Label {
			at = k
		}
	}
	label := widget.NewSegments(at, func(k int) { f.task.Label = labels[k] }, names...)
	split := widget.NewButton("Split in two", "", f.split)
	remove := widget.NewButton("Remove", "", f.remove)
	split.Hidden, remove.Hidden = i < 0, i < 0
	cancel := widget.NewButton("Cancel", "", func() { f.panel.Hide() })
	done := widget.NewPrimary(verb, "", f.done)
	f.field.OnKey = f.onKey
	for _, b := range []*widget.Button{split, remove, cancel, done} {
		b.OnKey = f.onKey
	}
	f.panel = widget.ShowPanel(p.desk.Window.Canvas(), 640, layout.NewStack(12,
		widget.NewText(title, theme.Title, theme.Text), f.field, f.alert,
		widget.NewText("How much of it can AI do?", theme.BodyStrong, theme.Text), layout.NewRow(0, score),
		widget.NewText("What does AI do in it?", theme.BodyStrong, theme.Text), layout.NewRow(0, label),
		widget.NewParagraph("The label says what AI does and is no part of the score; time and rating are. A new task has no time yet: give it some with its slider.", theme.Small, theme.Text2),
		layout.NewBar(8, 2, split, remove, layout.NewStack(0), cancel, done)))
	f.field.SetText(t.Name)
	f.field.Focus()
	f.field.SelectAll()
}

func (f *taskForm) onKey(key fyne.KeyName) bool {
	if key == fyne.KeyEscape {
		f.panel.Hide()
	}
	return key == fyne.KeyEscape
}

func (f *taskForm) say(problem string) {
	if problem == f.problem.String() {
		return
	}
	f.problem.Set(problem)
	f.alert.Hidden = problem == ""
	f.panel.Resize()
}

// named takes the name that was typed; false where there is none.
func (f *taskForm) named() bool {
	name := strings.Join(strings.Fields(strings.ToValidUTF8(f.field.Text(), "")), " ")
	if name == "" {
		f.say("Give the task a name.")
		return false
	}
	if name != f.task.Name {
		f.task.Name, f.task.Short = name, ""
	}
	return true
}

func (f *taskForm) done() {
	if !f.named() {
		return
	}
	m := f.page.model
	w, err := m.now(), error(nil)
	if f.i < 0 {
		w, err = spent.Add(w, f.task)
	} else {
		w = spent.Rewrite(w, f.i, f.task)
	}
	f.apply(w, err)
}

func (f *taskForm) split() {
	w, err := spent.Split(f.page.model.now(), f.i)
	f.apply(w, err)
}

func (f *taskForm) remove() {
	w, err := spent.Remove(f.page.model.now(), f.i)
	f.apply(w, err)
}

// apply makes the change, or says why it cannot be made.
func (f *taskForm) apply(w nextrole.Week, err error) {
	if err != nil {
		f.say(nextrole.Capital(err.Error()) + ".")
		return
	}
	f.panel.Hide()
	f.page.model.do("", w)
	f.page.refresh()
}
