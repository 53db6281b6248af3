package explore

import (
	"strings"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Page is the Explore page.
type Page struct {
	desk  page.Desk
	model *model

	search  *widget.Search
	chips   [filterCount]*widget.Chip
	clear   *widget.Button
	count   *widget.Text
	head    *fyne.Container
	list    *widget.List
	empty   *emptyBlock
	preview *preview
	tray    *tray
	content *fyne.Container
}

var (
	_ page.Page     = (*Page)(nil)
	_ page.Searcher = (*Page)(nil)
	_ page.Keyed    = (*Page)(nil)
)

// New builds the page.
func New(desk page.Desk) *Page {
	p := &Page{desk: desk, model: newModel(desk.Session)}
	p.search = widget.NewSearch("Search titles, codes, other names and tasks")
	p.search.OnChange = p.onQuery
	p.search.OnSubmit = p.open
	p.search.OnKey = p.onSearchKey
	p.list = widget.NewList(
		func() int { return len(p.model.listed) },
		func() fyne.CanvasObject { return newRoleRow(p) },
		func(i int, o fyne.CanvasObject) {
			if i < len(p.model.listed) {
				o.(*roleRow).set(p.model.row(i), i == p.list.At())
			}
		})
	p.list.Label = "Roles that match"
	p.list.OnChoose = p.onChoose
	p.list.OnKey = p.onListKey
	p.list.OnRune = p.Rune
	p.empty = newEmptyBlock(p)
	p.preview = newPreview(p)
	p.tray = newTray(p)
	p.count = widget.NewText("", theme.Small, theme.Text2)
	p.head = p.header()
	results := layout.NewFill(2,
		layout.NewInset(16, 20, 10, 20, layout.NewStack(10, p.search, p.chipRow())),
		p.head,
		layout.NewLayers(p.list, p.empty.block))
	side := layout.NewLayers(p.preview.pane)
	p.content = layout.NewFill(0, &fyne.Container{Layout: layout.Beside{Pane: p.preview.pane}, Objects: []fyne.CanvasObject{results, side}}, p.tray.bar)
	p.search.SetText(desk.Session.Settings().Query)
	p.model.query = p.search.Text()
	p.renew("")
	return p
}

func (p *Page) chipRow() fyne.CanvasObject {
	row := layout.NewFlow(8, 6)
	for f := range filterCount {
		menu := &widget.Menu{Stay: true, Make: func() []widget.Item { return p.filterItems(f) }}
		p.chips[f] = widget.NewChip(filterName[f], menu)
		row.Add(p.chips[f])
	}
	p.clear = widget.NewLink("Clear filters", p.onClear)
	p.clear.Hide()
	row.Add(p.clear)
	return row
}

// filterItems is the menu of a filter: each option with its count.
func (p *Page) filterItems(f filter) []widget.Item {
	counts := p.model.counts(f)
	var items []widget.Item
	for i, o := range options(f) {
		items = append(items, widget.Item{
			Label: o.name, Detail: nextrole.Count(float64(counts[i])), Checked: p.model.filters[f][i],
			OnTap: func() { p.onFilter(f, i) },
		})
	}
	if len(p.model.filters[f]) > 0 {
		items = append(items, widget.Item{Label: "Any", Group: true, OnTap: func() {
			p.model.filters[f] = choice{}
			p.afterFilter()
		}})
	}
	return items
}

// header names the columns of the list, in the places of the rows' cells.
func (p *Page) header() *fyne.Container {
	label := func(text string) *widget.Text { return widget.NewText(text, theme.Caption, theme.Text2) }
	right := func(text string) *widget.Text { return widget.NewRight(text, theme.Caption, theme.Text2) }
	cells := &fyne.Container{Layout: columns, Objects: []fyne.CanvasObject{
		label(""), p.count, label("Zone"), label("AI resistance"), right("0–100"),
		layout.NewStack(0, right("Median pay"), right(p.model.payPeriod.String())),
		layout.NewStack(0, right("Job growth"), right(p.model.growthPeriod.String())),
	}}
	return layout.NewFixed(0, 34, layout.NewFill(0, cells, widget.NewRule()))
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Crumbs implements page.Page.
func (p *Page) Crumbs() []string { return []string{"Explore"} }

// Show implements page.Page.
func (p *Page) Show(route.Route) {
	p.renew(p.preview.code)
	p.tray.show()
}

// Focus implements page.Page.
func (p *Page) Focus() { p.Search() }

// Search implements page.Searcher.
func (p *Page) Search() {
	p.search.Focus()
	p.search.SelectAll()
}

// Key implements page.Keyed.
func (p *Page) Key(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyEscape:
		if p.search.Text() != "" {
			p.search.SetText("")
			p.onQuery("")
		}
		p.search.Focus()
	case fyne.KeyReturn, fyne.KeyEnter:
		p.open()
	default:
		return p.list.Key(key)
	}
	return true
}

// Rune implements page.Keyed.
func (p *Page) Rune(r rune) bool {
	if (r == 'p' || r == 'P') && p.preview.code != "" && len(p.model.listed) > 0 {
		p.desk.Pin(p.preview.code)
		return true
	}
	return false
}

func (p *Page) onSearchKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyEscape:
		return p.Key(key)
	case fyne.KeyDown, fyne.KeyPageDown: // into the list, where P pins
		if len(p.model.listed) > 0 {
			p.list.Focus()
		}
	}
	return p.list.Key(key)
}

func (p *Page) onListKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyReturn, fyne.KeyEnter:
		p.open()
		return true
	case fyne.KeySpace:
		return p.Rune('p')
	case fyne.KeyEscape:
		return p.Key(key)
	}
	return false
}

// onRow chooses a row; a click on the chosen one opens its role.
func (p *Page) onRow(c nextrole.Code) {
	i := p.model.index(c)
	if i == p.list.At() {
		p.open()
		return
	}
	p.list.Focus()
	p.list.Choose(i)
}

func (p *Page) onQuery(query string) {
	p.model.query = query
	p.renew("")
	p.desk.Session.Remember(func(s *nextrole.Settings) { s.Query = query })
}

func (p *Page) onFilter(f filter, i int) {
	p.model.toggle(f, i)
	p.afterFilter()
}

func (p *Page) onClear() {
	p.model.clear()
	p.afterFilter()
	p.search.Focus()
}

func (p *Page) afterFilter() {
	for f := range filterCount {
		p.chips[f].Set(p.model.chipText(f))
	}
	p.clear.Hidden = !p.model.filtered()
	p.renew(p.preview.code)
	layout.Again(p.content)
}

func (p *Page) onChoose(i int) {
	if i >= 0 && i < len(p.model.listed) {
		p.preview.show(p.model.listed[i].role.Code)
	}
}

func (p *Page) open() {
	if i := p.list.At(); i >= 0 && i < len(p.model.listed) {
		p.desk.Go(route.ToRole(p.model.listed[i].role.Code))
	}
}

// renew lists the roles again and keeps the role c chosen if it is listed;
// else the first one is.
func (p *Page) renew(c nextrole.Code) {
	p.model.find()
	count, order := p.model.header()
	p.count.SetSpans(widget.Span{Text: count, Strong: true, Color: theme.Text}, widget.Span{Text: order})
	remark := ""
	if strings.TrimSpace(p.model.query) != "" {
		remark = "Esc to clear"
	}
	p.search.SetRemark(remark)
	none := len(p.model.listed) == 0
	p.list.Hidden, p.head.Hidden, p.preview.pane.Hidden = none, none, none
	p.empty.block.Hidden = !none
	if none {
		p.empty.show()
	}
	p.list.Renew(max(p.model.index(c), 0))
	layout.Again(p.content)
}

// Find implements page.Finder.
func (p *Page) Find(query string) {
	p.search.SetText(query)
	p.onQuery(query)
}
