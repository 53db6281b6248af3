package entry

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/chartview"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Tab is getting in.
type Tab struct {
	desk page.Desk

	needs       *fyne.Container
	asked       *chartview.View
	unasked     *fyne.Container
	told        *fyne.Container
	credentials *fyne.Container
	curriculum  *fyne.Container
	scroll      *layout.Scroll
}

// New builds the tab.
func New(desk page.Desk) *Tab {
	t := &Tab{
		desk:        desk,
		needs:       layout.NewStack(8),
		asked:       chartview.New(desk, false),
		unasked:     layout.NewStack(0),
		told:        layout.NewColumns(32, 760),
		credentials: layout.NewStack(10),
		curriculum:  layout.NewStack(10),
	}
	top := &fyne.Container{Layout: layout.Columns{Weights: []float32{1, 1.2}, Gap: 32, Below: 760}, Objects: []fyne.CanvasObject{
		t.needs, layout.NewStack(0, t.asked, t.unasked),
	}}
	t.scroll = layout.NewScroll(layout.NewInset(16, 20, 24, 20, layout.NewStack(16, top, t.told, widget.NewRule(), t.credentials, t.curriculum)))
	t.scroll.OnScroll = func() { desk.Tips.Clear() }
	return t
}

// Content is the tab itself.
func (t *Tab) Content() fyne.CanvasObject { return t.scroll }

// Key scrolls the tab.
func (t *Tab) Key(key fyne.KeyName) bool { return t.scroll.Key(key) }

// Show shows a role.
func (t *Tab) Show(r nextrole.Role) {
	m := model{library: t.desk.Session, role: r}
	t.needs.RemoveAll()
	t.needs.Add(widget.NewHeading("What employers ask for", ""))
	for i, n := range m.needs() {
		if i > 0 {
			t.needs.Add(widget.NewRule())
		}
		t.needs.Add(needRow(n))
	}
	c, ok := m.attained()
	t.asked.Hidden, t.unasked.Hidden = !ok, ok
	t.unasked.RemoveAll()
	if ok {
		t.asked.About(r.Title+", education", t.desk.Session.Sources()[r.Profile.Source].Credit)
		t.asked.Set(c)
	} else {
		t.unasked.Add(widget.NewMissing(m.unasked()))
	}
	t.showTold(m)
	t.showCredentials(m)
	t.showCurriculum(m)
	t.scroll.ToTop()
	t.scroll.Reflow()
}

func needRow(n need) fyne.CanvasObject {
	ink := theme.Text
	if n.absent {
		ink = theme.Text3
	}
	return &fyne.Container{Layout: layout.Columns{Weights: []float32{1, 1.3}, Gap: 12}, Objects: []fyne.CanvasObject{
		widget.NewParagraph(n.name, theme.Body, theme.Text2),
		layout.NewStack(1, widget.NewParagraph(n.value, theme.BodyStrong, ink),
			widget.NewParagraph(n.meaning, theme.Small, theme.Text2), widget.NewParagraph(n.source, theme.Caption, theme.Text3)),
	}}
}

func (t *Tab) showCredentials(m model) {
	list := m.credentials()
	t.credentials.RemoveAll()
	t.credentials.Add(widget.NewHeading("Credentials", "what no source tells is left out"))
	if len(list) == 0 {
		t.credentials.Add(widget.NewMissing("No data", "This library knows no credential that serves this role. That does not mean that there is none."))
		return
	}
	t.credentials.Add(widget.NewParagraph("None of them is a license unless it says so. Check with the body that grants it before you pay for anything: fees and rules change.", theme.Small, theme.Text2))
	for _, c := range list {
		t.credentials.Add(widget.NewRule())
		t.credentials.Add(card(c))
	}
}

// card shows a credential: what it is called, what it is for, and its rules.
func card(c credential) fyne.CanvasObject {
	head := layout.NewStack(1, widget.NewParagraph(c.name, theme.Title, theme.Text),
		widget.NewParagraph(c.title, theme.Body, theme.Text), widget.NewParagraph("granted by "+c.body, theme.Small, theme.Text2),
		widget.NewParagraph(c.was, theme.Small, theme.Text2))
	rules := layout.NewStack(6, widget.NewParagraph(c.reason, theme.Body, theme.Text))
	for _, r := range c.rules {
		rules.Add(&fyne.Container{Layout: layout.Row{Gap: 12, Grow: 2, Align: layout.Top}, Objects: []fyne.CanvasObject{
			layout.NewFixed(112, 0, widget.NewParagraph(r.name, theme.Small, theme.Text2)),
			layout.NewStack(0, widget.NewParagraph(r.text, theme.Small, theme.Text), widget.NewParagraph(r.source, theme.Caption, theme.Text3)),
		}})
	}
	if len(c.rules) == 0 {
		rules.Add(widget.NewParagraph("Its rules are not known here.", theme.Small, theme.Text3))
	}
	return &fyne.Container{Layout: layout.Columns{Weights: []float32{1, 2.4}, Gap: 24, Below: 560}, Objects: []fyne.CanvasObject{head, rules}}
}

// showTold says how people learn the work, what helps and where it leads.
func (t *Tab) showTold(m model) {
	t.told.RemoveAll()
	list := m.told()
	t.told.Hidden = len(list) == 0
	for _, part := range list {
		column := layout.NewStack(6, widget.NewHeading(part.name, ""))
		for _, l := range part.lines {
			column.Add(widget.NewRule())
			column.Add(layout.NewStack(0, widget.NewParagraph(l.text, theme.Body, theme.Text), widget.NewParagraph(l.source, theme.Caption, theme.Text3)))
		}
		t.told.Add(column)
	}
}

// showCurriculum says which domains of curricula the tasks exercise, for classes.
func (t *Tab) showCurriculum(m model) {
	t.curriculum.RemoveAll()
	list := m.curriculum()
	t.curriculum.Hidden = len(list) == 0
	if len(list) == 0 {
		return
	}
	t.curriculum.Add(widget.NewRule())
	t.curriculum.Add(widget.NewHeading("In the curriculum", "which task belongs where is the editors’ judgment"))
	columns := layout.NewColumns(32, 860)
	for _, f := range list {
		column := layout.NewStack(6, widget.NewParagraph(f.name, theme.BodyStrong, theme.Text), widget.NewParagraph(f.source, theme.Caption, theme.Text3))
		for _, d := range f.domains {
			column.Add(widget.NewRule())
			column.Add(layout.NewBar(12, 0, widget.NewParagraph(d.name, theme.Body, theme.Text), widget.NewRight(m.exercised(d), theme.Small, theme.Text2)))
			for _, task := range d.tasks {
				column.Add(layout.NewInset(0, 0, 0, 8, widget.NewParagraph(task, theme.Small, theme.Text2)))
			}
		}
		if f.note != "" {
			column.Add(widget.NewRule())
			column.Add(widget.NewParagraph(f.note, theme.Small, theme.Text2))
		}
		columns.Add(column)
	}
	t.curriculum.Add(columns)
}
