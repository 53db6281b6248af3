package role

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Page is the page of one role.
type Page struct {
	desk  page.Desk
	place route.Route
	model model

	title    *widget.Text
	subtitle *widget.Text
	pin      *widget.Button
	head     *fyne.Container
	tabs     *widget.Tabs
	summary  *summary
	tasks    *tasks
	missing  *fyne.Container // said in place of a role that is gone
	body     *fyne.Container
	content  *fyne.Container
}

var (
	_ page.Page   = (*Page)(nil)
	_ page.Tabbed = (*Page)(nil)
	_ page.Keyed  = (*Page)(nil)
)

// tabOrder is the tabs as the tab bar shows them.
var tabOrder = []route.Tab{route.Summary, route.Tasks}

// New builds the page.
func New(desk page.Desk) *Page {
	p := &Page{
		desk:     desk,
		title:    widget.NewParagraph("", theme.Heading, theme.Text),
		subtitle: widget.NewText("", theme.Small, theme.Text2),
		missing:  layout.NewInset(40, 40, 40, 40, widget.NewParagraph("This role is no longer in the library.", theme.Title, theme.Text)),
		body:     &fyne.Container{Layout: layout.Layers{}},
	}
	p.pin = widget.NewButton("Pin", "pin", p.onPin)
	p.tabs = widget.NewTabs("Summary", "Tasks & AI")
	p.tabs.OnChange = p.onTab
	p.summary = newSummary(p)
	p.tasks = newTasks(p)
	p.body.Objects = []fyne.CanvasObject{p.summary.split, p.tasks.scroll, p.missing}
	p.head = layout.NewStack(0,
		layout.NewInset(11, 20, 4, 20, layout.NewBar(16, 0, layout.NewStack(1, p.title, p.subtitle), p.pin)),
		layout.NewInset(0, 20, 0, 12, p.tabs.Container), widget.NewRule())
	p.content = layout.NewFill(1, p.head, p.body)
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Crumbs implements page.Page.
func (p *Page) Crumbs() []string {
	return []string{"Explore", p.model.role.Title}
}

// Show implements page.Page.
func (p *Page) Show(r route.Route) {
	before := p.model.reading.Assessment.Source
	m, ok := newModel(p.desk.Session, r.Code)
	if !ok {
		p.place, p.model = r, model{}
		p.head.Hide()
		p.show(p.missing)
		return
	}
	same := r == p.place && m.reading.Assessment.Source == before
	p.place, p.model = r, m
	p.head.Show()
	p.title.Set(m.role.Title)
	p.subtitle.Set(m.subtitle())
	p.showPin()
	if same {
		return
	}
	switch r.Tab {
	case route.Tasks:
		p.tabs.Set(1)
		p.tasks.show(m)
		p.show(p.tasks.scroll)
	default:
		p.tabs.Set(0)
		p.summary.show(m)
		p.show(p.summary.split)
	}
}

// show shows one part of the body. The others stay hidden in it, so that a
// change of theme reaches them.
func (p *Page) show(part fyne.CanvasObject) {
	for _, o := range p.body.Objects {
		if o != part {
			o.Hide()
		}
	}
	part.Show()
	p.content.Refresh()
}

// Focus implements page.Page: on the tabs, from where Tab leads into the page.
func (p *Page) Focus() { p.tabs.Focus() }

// StepTab implements page.Tabbed.
func (p *Page) StepTab(d int) { p.tabs.Step(d) }

// Key implements page.Keyed: the page scrolls by the keys that no control uses.
func (p *Page) Key(key fyne.KeyName) bool {
	if p.place.Tab == route.Tasks {
		return p.tasks.scroll.Key(key)
	}
	return p.summary.scroll.Key(key)
}

// Rune implements page.Keyed.
func (p *Page) Rune(r rune) bool {
	if r == 'p' || r == 'P' {
		p.onPin()
		return true
	}
	return false
}

func (p *Page) onTab(i int) {
	p.desk.Go(route.Route{Page: route.Role, Code: p.place.Code, Tab: tabOrder[i]})
}

func (p *Page) onPin() { p.desk.Pin(p.place.Code) }

func (p *Page) showPin() {
	pinned := p.desk.Session.Pinned(p.place.Code)
	p.pin.SetChosen(pinned)
	label, icon, ink := "Pin", "pin", theme.Text
	if pinned {
		label, icon, ink = "Pinned", "pinned", theme.Accent
	}
	p.pin.SetLabel(label)
	p.pin.SetIcon(icon, ink)
	p.pin.SetInk(ink)
	p.head.Refresh()
}

func (p *Page) goTo(c nextrole.Code) func() {
	return func() { p.desk.Go(route.ToRole(c)) }
}

// heading is the title of a part of the page, with a remark at the right.
func heading(text, remark string) fyne.CanvasObject {
	return layout.NewBar(12, 0, widget.NewText(text, theme.Title, theme.Text), widget.NewRight(remark, theme.Caption, theme.Text3))
}

// bullet is a paragraph with a dot before it.
func bullet(text string) fyne.CanvasObject {
	dot := layout.NewInset(8, 0, 0, 0, layout.NewFixed(4, 4, widget.NewBox(theme.Text3, "", 2)))
	return &fyne.Container{Layout: layout.Row{Gap: 8, Grow: 2, Align: layout.Top}, Objects: []fyne.CanvasObject{
		dot, widget.NewParagraph(text, theme.Body, theme.Text),
	}}
}
