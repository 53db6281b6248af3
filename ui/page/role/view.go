package role

import (
	"slices"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/page/role/entry"
	"nextrole/ui/page/role/own"
	"nextrole/ui/page/role/pay"
	"nextrole/ui/page/role/related"
	"nextrole/ui/page/role/skills"
	"nextrole/ui/page/role/sources"
	"nextrole/ui/page/role/week"
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
	parts    map[route.Tab]part // each built when it is first shown
	missing  *fyne.Container    // said in place of a role that is gone
	body     *fyne.Container
	content  *fyne.Container
}

var (
	_ page.Page   = (*Page)(nil)
	_ page.Tabbed = (*Page)(nil)
	_ page.Keyed  = (*Page)(nil)
	_ page.Keeper = (*Page)(nil)
	_ page.Undoer = (*Page)(nil)
)

// part is what one tab shows.
type part interface {
	Content() fyne.CanvasObject
	// Show shows a role from its beginning.
	Show(nextrole.Role)
	// Key scrolls by a key that no control has a use for.
	Key(fyne.KeyName) bool
}

// tabNames are the tabs in the order of [route.Tabs].
var tabNames = []string{"Summary", "Tasks & AI", "Pay & outlook", "Skills & tools", "Getting in", "Related", "Sources"}

// newPart builds what a tab shows.
func (p *Page) newPart(t route.Tab) part {
	switch t {
	case route.Tasks:
		return newTasks(p)
	case route.Week:
		return week.New(p.desk, p.newSides(route.Week), func() { p.goToTab(route.Tasks) })
	case route.Own:
		return own.New(p.desk, p.newSides(route.Own))
	case route.Pay:
		return pay.New(p.desk)
	case route.Skills:
		return skills.New(p.desk)
	case route.Entry:
		return entry.New(p.desk)
	case route.Related:
		return related.New(p.desk)
	case route.Sources:
		return sources.New(p.desk)
	}
	return newSummary(p)
}

// sides are what the Tasks tab shows: the assessment, the person's week, and their
// own assessments.
var sides = []route.Tab{route.Tasks, route.Week, route.Own}

// newSides returns the way from one side to the others.
func (p *Page) newSides(at route.Tab) *widget.Segments {
	i := slices.Index(sides, at)
	var s *widget.Segments
	s = widget.NewSegments(i, func(k int) {
		s.Set(i) // for when this side is shown again
		if k != i {
			p.goToTab(sides[k])
		}
	}, "Assessment", "My week", "My assessments")
	return s
}

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
	plan := widget.NewButton("Plan from here", "plan", func() { p.desk.Go(route.ToPlan(p.place.Code)) })
	p.tabs = widget.NewTabs(tabNames...)
	p.tabs.OnChange = p.onTab
	p.parts = map[route.Tab]part{}
	p.body.Objects = []fyne.CanvasObject{p.missing}
	p.head = layout.NewStack(0,
		layout.NewInset(11, 20, 4, 20, layout.NewBar(12, 0, layout.NewStack(1, p.title, p.subtitle), p.pin, plan)),
		layout.NewInset(0, 20, 0, 12, p.tabs.Container), widget.NewRule())
	p.content = layout.NewFill(1, p.head, p.body)
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Crumbs implements page.Page.
func (p *Page) Crumbs() []string {
	crumbs := []string{"Explore", p.model.role.Title}
	switch p.place.Tab {
	case route.Week:
		crumbs = append(crumbs, "My week")
	case route.Own:
		crumbs = append(crumbs, "My assessments")
	}
	return crumbs
}

// Show implements page.Page.
func (p *Page) Show(r route.Route) {
	before, figures, fitness := p.model.reading.Assessment.Source, p.model.role.Figures, p.model.fitness
	assessments := len(p.model.role.Assessments)
	m, ok := newModel(p.desk.Session, r.Code)
	if !ok {
		p.place, p.model = r, model{}
		p.head.Hide()
		p.show(p.missing)
		return
	}
	same := r == p.place && m.reading.Assessment.Source == before && m.fitness == fitness && len(m.role.Assessments) == assessments && slices.Equal(m.role.Figures, figures)
	p.place, p.model = r, m
	p.head.Show()
	p.title.Set(m.role.Title)
	p.subtitle.Set(m.subtitle())
	p.showPin()
	if same {
		return
	}
	shown := p.parts[r.Tab]
	if shown == nil {
		shown = p.newPart(r.Tab)
		p.parts[r.Tab] = shown
		p.body.Add(shown.Content())
	}
	p.tabs.Set(p.at())
	shown.Show(m.role)
	p.show(shown.Content())
}

// at is the index of the tab that is shown.
func (p *Page) at() int {
	tab := p.place.Tab
	if slices.Contains(sides, tab) {
		tab = route.Tasks
	}
	return max(slices.Index(route.Tabs(), tab), 0)
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
	layout.Again(p.content)
}

// Focus implements page.Page: on the tabs, from where Tab leads into the page.
func (p *Page) Focus() { p.tabs.Focus() }

// StepTab implements page.Tabbed.
func (p *Page) StepTab(d int) { p.tabs.Step(d) }

// Key implements page.Keyed: the page scrolls by the keys that no control uses.
func (p *Page) Key(key fyne.KeyName) bool {
	if at := p.parts[p.place.Tab]; at != nil {
		return at.Key(key)
	}
	return false
}

// Keep implements page.Keeper: it keeps a week under a name.
func (p *Page) Keep() {
	if w, ok := p.parts[p.place.Tab].(page.Keeper); ok {
		w.Keep()
	}
}

// Undo implements page.Undoer, for a week.
func (p *Page) Undo() {
	if w, ok := p.parts[p.place.Tab].(page.Undoer); ok {
		w.Undo()
	}
}

// Redo implements page.Undoer.
func (p *Page) Redo() {
	if w, ok := p.parts[p.place.Tab].(page.Undoer); ok {
		w.Redo()
	}
}

// Rune implements page.Keyed.
func (p *Page) Rune(r rune) bool {
	if r == 'p' || r == 'P' {
		p.onPin()
		return true
	}
	return false
}

func (p *Page) onTab(i int) { p.goToTab(route.Tabs()[i]) }

func (p *Page) goToTab(t route.Tab) {
	p.desk.Go(route.Route{Page: route.Role, Code: p.place.Code, Tab: t})
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
