package plan

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/transition"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/route"
	"nextrole/ui/session"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Page is the Plan page.
type Page struct {
	desk  page.Desk
	model *model

	from    *widget.Chip
	order   *widget.Chip
	stay    *widget.Button
	weights [3]*widget.Rating
	head    *fyne.Container
	count   *widget.Text
	columns *fyne.Container
	list    *widget.List
	waiting *widget.Text
	start   *fyne.Container // where there is no role to start from
	explore *widget.Button
	detail  *detail
	side    *fyne.Container // holds the detail, where there is room beside the list
	content *fyne.Container
}

var (
	_ page.Page  = (*Page)(nil)
	_ page.Keyed = (*Page)(nil)
)

// New builds the page.
func New(desk page.Desk) *Page {
	p := &Page{
		desk: desk, waiting: widget.NewParagraph("", theme.Body, theme.Text2),
		count: widget.NewText("", theme.Small, theme.Text2), start: layout.NewStack(10), columns: header(),
	}
	p.explore = widget.NewPrimary("Explore roles", "search", func() { p.desk.Go(route.Route{Page: route.Explore}) })
	p.from = widget.NewChip("From", &widget.Menu{Make: p.origins})
	p.stay = widget.NewButton("Stay, and reshape my week", "", func() {
		p.desk.Go(route.Route{Page: route.Role, Code: p.model.from.Code, Tab: route.Week})
	})
	desk.Tips.Explain(p.stay.Press, "Stay, and reshape my week", "Which tasks to grow, and what that does to the score of your week")
	p.order = widget.NewChip("Order", &widget.Menu{Make: p.orderItems})
	counts := layout.NewFlow(14, 6)
	for i, name := range []string{"Tasks and activities", "Knowledge", "Titles"} {
		p.weights[i] = widget.NewRating("How much "+name+" count", []string{"0", "1", "2", "3"}, 1, func(int) { p.onWeights() })
		counts.Add(layout.NewRow(6, widget.NewText(name, theme.Small, theme.Text2), p.weights[i]))
	}
	p.head = layout.NewInset(16, 20, 10, 20, layout.NewStack(10,
		widget.NewText("Plan a move", theme.Heading, theme.Text),
		layout.NewFlow(8, 6, p.from, p.order, p.stay),
		layout.NewStack(3, widget.NewParagraph("How much each counts for closeness, 0 to 3:", theme.Caption, theme.Text2), counts), p.count))
	p.list = widget.NewList(
		func() int {
			if p.model == nil {
				return 0
			}
			return len(p.model.rows)
		},
		func() fyne.CanvasObject { return newMoveRow(p) },
		func(i int, o fyne.CanvasObject) {
			if i < len(p.model.rows) {
				r := p.model.rows[i]
				reading, _ := p.desk.Session.Reading(r.match.Code)
				o.(*moveRow).set(i, r, reading, i == p.list.At())
			}
		})
	p.list.Label = "Roles to move to"
	p.list.OnChoose = func(i int) { p.detail.show(p.model, i) }
	p.list.OnKey = p.onListKey
	p.list.OnRune = p.Rune
	p.detail = newDetail(p)
	results := layout.NewFill(2, p.head, p.columns, layout.NewLayers(p.list, layout.NewInset(16, 20, 0, 20, p.waiting)))
	p.side = layout.NewLayers(p.detail.pane)
	both := &fyne.Container{Layout: layout.Beside{Pane: p.detail.pane}, Objects: []fyne.CanvasObject{results, p.side}}
	p.content = layout.NewLayers(both, layout.NewInset(24, 24, 0, 24, p.start))
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Crumbs implements page.Page.
func (p *Page) Crumbs() []string {
	if p.model == nil {
		return []string{"Plan"}
	}
	return []string{"Plan", p.model.from.Title}
}

// Show implements page.Page: moves from the role of the place, else from the one that
// the person knows.
func (p *Page) Show(r route.Route) {
	c := r.Code
	if c == "" {
		c, _ = p.desk.Session.Home()
	}
	m, ok := newModel(p.desk.Session, c)
	if !ok {
		p.model = nil
		p.showStart()
		return
	}
	var chosen nextrole.Code
	if old := p.model; old != nil && old.from.Code == c {
		m.weights, m.order, chosen = old.weights, old.order, p.detail.code
	}
	p.model = m
	p.start.Hidden = true
	p.content.Objects[0].Show()
	p.from.Set(m.from.Title)
	p.stay.Hidden = !m.reshapes()
	p.showOrder()
	ready := false
	p.desk.Session.Moves(func(moves *session.Moves, err error) {
		ready = true
		if p.model != m {
			return // another role is shown by now
		}
		if err != nil {
			p.waiting.Set("Roles cannot be compared: " + err.Error() + ".")
			return
		}
		m.moves = moves
		waited := p.desk.Window.Canvas().Focused() == fyne.Focusable(p.from)
		p.renew(chosen)
		if waited {
			p.Focus()
		}
	})
	if !ready {
		p.waiting.Set("Comparing the roles of the library …")
		p.renew(chosen)
	}
}

// showStart asks for a role to start from.
func (p *Page) showStart() {
	p.content.Objects[0].Hide()
	p.start.Hidden = false
	p.start.RemoveAll()
	p.start.Add(widget.NewText("Which role do you start from?", theme.Title, theme.Text))
	p.start.Add(widget.NewParagraph("Open a role in Explore and choose “Plan from here”, or pin one. Then the roles that are close to it stand here, with what a move to each would change and take.", theme.Body, theme.Text2))
	p.start.Add(layout.NewRow(0, p.explore))
	layout.Again(p.content)
}

// renew lists the moves again and keeps the role c chosen if it is listed. Where
// nothing was weighed like this before, that is made ready first.
func (p *Page) renew(c nextrole.Code) {
	m := p.model
	if w := m.weights; m.moves != nil && !m.moves.Weighed(w) {
		p.desk.Session.Weigh(m.moves, w, func() {
			if p.model == m && m.weights == w { // else others count by now
				p.renew(c)
			}
		})
		return
	}
	m.find()
	if m.moves != nil {
		p.waiting.Set("")
		if len(m.rows) == 0 {
			p.waiting.Set("Nothing in this library can be compared with this role: that takes tasks, work activities, knowledge or titles.")
		}
	}
	p.count.Set(m.header())
	at := 0
	for i, r := range m.rows {
		if r.match.Code == c {
			at = i
		}
	}
	none := len(m.rows) == 0
	p.list.Hidden, p.columns.Hidden, p.detail.pane.Hidden = none, none, none
	p.list.Renew(at)
	layout.Again(p.content)
}

func (p *Page) showOrder() { p.order.Set(orders[p.model.order].name) }

// origins are the roles to start from: the one at hand, the one the person knows, and
// those that are pinned.
func (p *Page) origins() []widget.Item {
	var items []widget.Item
	seen := map[nextrole.Code]bool{}
	add := func(c nextrole.Code) {
		r, ok := p.desk.Session.Role(c)
		if !ok || seen[c] {
			return
		}
		seen[c] = true
		items = append(items, widget.Item{Label: r.Title, Detail: string(c), Checked: c == p.model.from.Code, OnTap: func() { p.desk.Go(route.ToPlan(c)) }})
	}
	add(p.model.from.Code)
	if c, ok := p.desk.Session.Home(); ok {
		add(c)
	}
	for _, c := range p.desk.Session.Pins() {
		add(c)
	}
	return append(items, widget.Item{Label: "Another role …", Group: true, OnTap: func() { p.desk.Go(route.Route{Page: route.Explore}) }})
}

func (p *Page) orderItems() []widget.Item {
	var items []widget.Item
	for i, o := range orders {
		items = append(items, widget.Item{Label: o.name, Checked: order(i) == p.model.order, OnTap: func() {
			p.model.order = order(i)
			p.showOrder()
			p.renew(p.detail.code)
		}})
	}
	return items
}

// onWeights takes the weights, unless nothing would count.
func (p *Page) onWeights() {
	w := transition.Weights{Work: float64(p.weights[0].At()), Knowledge: float64(p.weights[1].At()), Titles: float64(p.weights[2].At())}
	if err := w.Validate(); err != nil {
		p.desk.Problem("The order stays as it was: " + err.Error() + ".")
		return
	}
	p.model.weights = w
	p.renew(p.detail.code)
}

// Focus implements page.Page: on the list, from where the arrows lead through it; until
// it is there, on the role that moves start from.
func (p *Page) Focus() {
	switch {
	case p.model == nil:
		widget.FocusOn(p.explore)
	case len(p.model.rows) == 0:
		widget.FocusOn(p.from)
	default:
		p.list.Focus()
	}
}

// Key implements page.Keyed.
func (p *Page) Key(key fyne.KeyName) bool {
	if p.model == nil {
		return false
	}
	return p.list.Key(key)
}

// Rune implements page.Keyed.
func (p *Page) Rune(r rune) bool {
	if (r == 'p' || r == 'P') && p.detail.code != "" {
		p.desk.Pin(p.detail.code)
		p.detail.showPin()
		return true
	}
	return false
}

func (p *Page) onListKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.open()
		return true
	case fyne.KeySpace:
		return p.Rune('p')
	}
	return false
}

// onRow chooses a row; a click on the chosen one opens its role.
func (p *Page) onRow(i int) {
	if i == p.list.At() {
		p.open()
		return
	}
	p.list.Focus()
	p.list.Choose(i)
}

// open opens the chosen role; where the pane has no room beside the list, what the move
// would change and take comes first.
func (p *Page) open() {
	switch {
	case p.detail.code == "":
	case p.side.Visible():
		p.desk.Go(route.ToRole(p.detail.code))
	default:
		d := newDetail(p)
		d.show(p.model, p.list.At())
		p.desk.Panel(p.model.rows[p.list.At()].move.To.Title, d.chosen)
	}
}
