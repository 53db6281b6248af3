package role

import (
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
	n.area.OnEscape = p.Focus
	n.block = layout.NewStack(6, layout.NewBar(12, 1, widget.NewText("My notes", theme.Title, theme.Text), n.state), n.area)
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
		n.state.Set("read-only for now")
	}
}

func (n *note) onChange(text string) {
	code := n.code
	n.page.desk.Session.WriteNote(code, text, func(saved nextrole.Note, err error) {
		if n.code != code {
			return // another role is shown by now; a failure is told by its own notice
		}
		if err != nil {
			n.state.SetColor(theme.StatusError)
			n.state.Set("Not saved")
			return
		}
		n.tell(saved)
	})
}

// tell says when the note was saved.
func (n *note) tell(saved nextrole.Note) {
	n.state.SetColor(theme.Text3)
	n.state.Set(savedAt(saved))
}

// savedAt dates a note in the time of this computer; one without text has no
// date.
func savedAt(n nextrole.Note) string {
	if strings.TrimSpace(n.Text) == "" || n.Saved.IsZero() {
		return ""
	}
	return "saved " + n.Saved.In(time.Local).Format("2 January 2006, 15:04")
}
