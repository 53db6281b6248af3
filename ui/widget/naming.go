package widget

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// Naming asks for the name of something that is kept: a comparison, a week.
type Naming struct {
	Title, Verb string
	What        string // "comparison"
	Name        string // to begin with; it may be given again
	Taken       func(name string) bool
	Then        func(name string)
}

// NameMost is how many letters a name can have.
const NameMost = 80

// naming is the panel that asks for a name.
type naming struct {
	Naming
	panel   *Panel
	field   *Search
	problem *Text
	alert   *fyne.Container
	replace *Button
}

// AskName asks for a name that is not taken yet, unless what has it is to be
// replaced.
func AskName(c fyne.Canvas, asked Naming) {
	n := &naming{Naming: asked}
	n.field = NewField("Name")
	n.field.OnSubmit = func() { n.done(false) }
	n.field.OnKey = n.onKey
	n.field.OnChange = func(string) { n.say("", false) }
	n.problem = NewParagraph("", theme.Body, theme.Text)
	n.alert = layout.NewBar(8, 1, NewIcon("warn", 16, theme.StatusError), n.problem)
	n.alert.Hide()
	n.replace = NewButton("Replace it", "", func() { n.done(true) })
	n.replace.Hide()
	cancel := NewButton("Cancel", "", func() { n.panel.Hide() })
	keep := NewPrimary(asked.Verb, "", func() { n.done(false) })
	for _, b := range []*Button{n.replace, cancel, keep} {
		b.OnKey = n.onKey
	}
	n.panel = ShowPanel(c, 520, layout.NewStack(12,
		NewText(asked.Title, theme.Title, theme.Text), n.field, n.alert,
		layout.NewBar(8, 1, n.replace, layout.NewStack(0), cancel, keep)))
	n.field.SetText(asked.Name)
	n.field.Focus()
	n.field.SelectAll()
}

func (n *naming) onKey(key fyne.KeyName) bool {
	if key == fyne.KeyEscape {
		n.panel.Hide()
	}
	return key == fyne.KeyEscape
}

// say tells why a name will not do, and offers to replace what has it.
func (n *naming) say(problem string, taken bool) {
	if problem == n.problem.String() {
		return
	}
	n.problem.Set(problem)
	n.alert.Hidden, n.replace.Hidden = problem == "", !taken
	n.panel.Resize()
}

func (n *naming) done(replace bool) {
	name, problem := Named(n.field.Text(), n.What)
	if problem != "" {
		n.say(problem, false)
		return
	}
	if name != n.Name && !replace && n.Taken(name) {
		n.say(fmt.Sprintf("Another %s is called “%s”. Give this one another name, or replace the other one.", n.What, name), true)
		return
	}
	n.panel.Hide()
	n.Then(name)
}

// Named returns what was typed as a name, or why it is none.
func Named(typed, what string) (name, problem string) {
	name = strings.Join(strings.Fields(strings.ToValidUTF8(typed, "")), " ")
	switch {
	case name == "":
		return "", "Give the " + what + " a name, so that you can find it again."
	case len([]rune(name)) > NameMost:
		return "", fmt.Sprintf("The name has %d letters, and %d is the most.", len([]rune(name)), NameMost)
	}
	return name, ""
}
