package sources

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Tab is the sources of a role.
type Tab struct {
	desk   page.Desk
	list   *fyne.Container
	scroll *layout.Scroll
	model  model
}

// New builds the tab.
func New(desk page.Desk) *Tab {
	t := &Tab{desk: desk, list: layout.NewStack(12)}
	t.scroll = layout.NewScroll(layout.NewInset(16, 20, 24, 20, t.list))
	t.scroll.OnScroll = func() { desk.Tips.Clear() }
	return t
}

// Content is the tab itself.
func (t *Tab) Content() fyne.CanvasObject { return t.scroll }

// Key scrolls the tab.
func (t *Tab) Key(key fyne.KeyName) bool { return t.scroll.Key(key) }

// Show shows a role.
func (t *Tab) Show(r nextrole.Role) {
	t.model = model{library: t.desk.Session, role: r}
	t.list.RemoveAll()
	origins := t.model.origins()
	t.list.Add(layout.NewBar(12, 0, widget.NewText(counted(len(origins)), theme.Title, theme.Text),
		widget.NewButton("Copy credits", "copy", t.onCopy)))
	for _, o := range origins {
		t.list.Add(widget.NewRule())
		t.list.Add(card(o))
	}
	t.scroll.ToTop()
	t.scroll.Reflow()
}

func counted(n int) string {
	switch n {
	case 0:
		return "No sources"
	case 1:
		return "One source"
	}
	return fmt.Sprintf("%d sources", n)
}

func card(o origin) fyne.CanvasObject {
	head := layout.NewStack(2, widget.NewParagraph(o.name, theme.BodyStrong, theme.Text), widget.NewParagraph(o.title, theme.Small, theme.Text2))
	gives := widget.NewParagraph("", theme.Small, theme.Text)
	gives.SetSpans(widget.Span{Text: "Gives: ", Strong: true}, widget.Span{Text: strings.Join(o.gives, "; ")})
	facts := layout.NewStack(4, gives)
	for _, d := range o.details {
		facts.Add(&fyne.Container{Layout: layout.Row{Gap: 12, Grow: 2, Align: layout.Top}, Objects: []fyne.CanvasObject{
			layout.NewFixed(84, 0, widget.NewText(d.name, theme.Small, theme.Text2)), widget.NewParagraph(d.value, theme.Small, theme.Text),
		}})
	}
	facts.Add(widget.NewParagraph(o.credit, theme.Caption, theme.Text2))
	facts.Add(widget.NewParagraph(o.remark, theme.Caption, theme.Text2))
	return &fyne.Container{Layout: layout.Columns{Weights: []float32{1, 2}, Gap: 24, Below: 560}, Objects: []fyne.CanvasObject{head, facts}}
}

// onCopy copies the lines that have to accompany what is taken from the page.
func (t *Tab) onCopy() {
	var lines []string
	for _, o := range t.model.origins() {
		lines = append(lines, o.credit)
	}
	fyne.CurrentApp().Clipboard().SetContent(strings.Join(lines, "\n") + "\n")
	t.desk.Notice("Credits copied", "", nil)
}
