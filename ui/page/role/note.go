package role

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// note is the person's own text about the role: kept as it is typed, and dated.
type note struct {
	page  *Page
	state *widget.Text
	head  *fyne.Container
	area  *widget.Area
	block *fyne.Container
	code  nextrole.Code
}

const noteLines = 5

func newNote(p *Page) *note {
	n := &note{
		page:  p,
		state: widget.NewRight("", theme.Caption, theme.Text3),
		area:  widget.NewArea("My notes about this role", "Only on this computer. Saved as you type.", noteLines),
	}
	n.area.OnChange = n.onChange
	n.area.OnFull = func() {
		p.desk.Problem(fmt.Sprintf("A note holds up to %s characters. What goes beyond was not taken.", nextrole.Count(widget.AreaMost)))
	}
	n.area.OnEscape = p.Focus
	n.head = layout.NewBar(12, 1, widget.NewText("My notes", theme.Title, theme.Text), n.state)
	n.block = layout.NewStack(6, n.head, n.area)
	return n
}

// show shows what is kept about a role.
func (n *note) show(c nextrole.Code) {
	n.code = c
	kept := n.page.desk.Session.Note(c)
	n.area.SetText(kept.Text)
	n.tell(kept)
	reading := n.page.desk.Session.ReadOnly()
	n.area.SetEnabled(!reading)
	if reading {
		n.say("read-only for now", theme.Text3)
	}
}

func (n *note) onChange(text string) {
	code := n.code
	n.page.desk.Session.WriteNote(code, text, func(saved nextrole.Note, err error) {
		if n.code != code {
			return // another role is shown by now; a failure is told by its own notice
		}
		if err != nil {
			n.say("Not saved", theme.StatusError) // the window says why
			return
		}
		n.tell(saved)
	})
}

// tell says when the note was saved.
func (n *note) tell(saved nextrole.Note) { n.say(savedAt(saved), theme.Text3) }

func (n *note) say(words string, color fyne.ThemeColorName) {
	n.state.SetColor(color)
	n.state.Set(words)
	n.head.Refresh()
}

// savedAt dates a note in the time of this computer; one without text has no
// date.
func savedAt(n nextrole.Note) string {
	if strings.TrimSpace(n.Text) == "" || n.Saved.IsZero() {
		return ""
	}
	return "saved " + n.Saved.In(time.Local).Format("January 2, 2006, 15:04")
}
