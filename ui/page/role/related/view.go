package related

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/chartview"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Tab is the roles near a role.
type Tab struct {
	desk   page.Desk
	chart  *chartview.View
	list   *fyne.Container
	scroll *layout.Scroll
}

// New builds the tab.
func New(desk page.Desk) *Tab {
	t := &Tab{desk: desk, chart: chartview.New(desk, false), list: layout.NewStack(2)}
	t.scroll = layout.NewScroll(layout.NewInset(16, 20, 24, 20, layout.NewStack(20, t.list, t.chart)))
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
	t.list.RemoveAll()
	t.list.Add(widget.NewHeading("Roles nearby, and why", "median pay a year · AI resistance"))
	near := m.list()
	if len(near) == 0 {
		t.list.Add(layout.NewInset(10, 0, 0, 0, widget.NewMissing(m.missing())))
	} else {
		t.list.Add(layout.NewInset(2, 0, 8, 0, widget.NewParagraph(m.remark(), theme.Small, theme.Text2)))
	}
	c, ok := m.chart()
	t.chart.Hidden = !ok
	if ok {
		t.chart.About(r.Title+", related roles", m.credit())
		t.chart.Set(c)
	}
	for _, n := range near {
		t.list.Add(widget.NewRule())
		t.list.Add(t.row(n))
	}
	t.scroll.ToTop()
	t.scroll.Reflow()
}

// row leads to a role; it says why it is listed, its score and its pay.
func (t *Tab) row(n near) fyne.CanvasObject {
	words := layout.NewStack(1, widget.NewParagraph(n.title, theme.BodyStrong, theme.Text))
	for _, reason := range n.reasons {
		words.Add(widget.NewParagraph(reason, theme.Small, theme.Text2))
	}
	pay := layout.NewStack(0, widget.NewRight(n.pay, theme.Body, theme.Text), widget.NewRight(n.payFrom, theme.Caption, theme.Text2))
	score := layout.NewStack(0, widget.NewRight(n.score, theme.BodyStrong, theme.Text), widget.NewRight(n.whose(), theme.Caption, theme.Text2))
	row := &fyne.Container{Layout: layout.Row{Gap: 14, Grow: 2, Align: layout.Top}, Objects: []fyne.CanvasObject{
		layout.NewInset(3, 0, 0, 0, widget.NewIcon(widget.ZoneIcon(n.zone, n.status), 14, theme.ZoneSolid(n.zone))),
		words, pay, layout.NewFixed(124, 0, score),
		layout.NewInset(2, 0, 0, 0, widget.NewIcon("arrow-right", 14, theme.Text2)),
	}}
	p := widget.NewPress("Open "+n.title+", "+n.stands(), layout.NewInset(8, 4, 8, 4, row), func() { t.desk.Go(route.ToRole(n.code)) })
	p.Hover = widget.Ground{Fill: theme.Hover}
	return p
}
