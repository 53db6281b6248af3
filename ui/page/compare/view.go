package compare

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"nextrole"
	table "nextrole/internal/compare"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Page is the Compare page.
type Page struct {
	desk  page.Desk
	model *model
	view  *viewport

	count    *widget.Text
	legend   *fyne.Container
	rows     *widget.Segments
	baseline *widget.Press
	baseText *widget.Text
	menu     *widget.Menu
	kept     *widget.Press
	export   *widget.Press
	exports  *widget.Menu
	controls *fyne.Container

	corner  *widget.Text
	best    *fyne.Container // the legend, where there is no room for it above
	heads   []*head
	top     *headBand
	bands   []*line
	section *sectionHead    // of the rows that are seen, when its own place is scrolled away
	held    *container.Clip // the section's head, over the rows and not above them
	foot    *foot
	sheet   *fyne.Container
	scroll  *layout.Scroll
	strip   *container.Scroll
	drop    *widget.Fill // where a column that is dragged would go
	dragged *drag
	table   *fyne.Container
	empty   *emptyBlock
	content *fyne.Container
}

// line is a band of the body with what it shows: a section's name or a row.
type line struct {
	*band

	key   string
	label *label
	cells []*cell
}

var (
	_ page.Page     = (*Page)(nil)
	_ page.Keyed    = (*Page)(nil)
	_ page.Exporter = (*Page)(nil)
	_ page.Keeper   = (*Page)(nil)
)

// New builds the page.
func New(desk page.Desk) *Page {
	p := &Page{desk: desk, model: newModel(desk.Session), view: &viewport{}}
	p.header()
	p.corner = widget.NewParagraph("", theme.Caption, theme.Text2)
	var tops []fyne.CanvasObject
	for i := range table.Most {
		h := newHead(p, i)
		p.heads = append(p.heads, h)
		tops = append(tops, h)
	}
	p.best = layout.NewRow(4, widget.NewIcon("star", 12, theme.Accent), widget.NewText("best value", theme.Caption, theme.Text2))
	p.top = newHeadBand(p, newBand(p.view, 0, newLabel(p.corner, p.best), tops...))
	p.top.rule.Ground.Fill = theme.Divider
	p.foot = newFoot(desk)
	p.sheet = layout.NewStack(0)
	p.scroll = layout.NewScroll(p.sheet)
	p.strip = container.NewHScroll(&fyne.Container{Layout: allColumns{p.view}})
	p.strip.OnScrolled = p.onStrip
	p.section = newSectionHead(p)
	p.scroll.OnScroll, p.scroll.OnSideways = p.section.follow, p.onSideways
	p.drop = widget.NewFill(theme.Accent)
	p.drop.Hide()
	p.held = container.NewClip(&fyne.Container{Objects: []fyne.CanvasObject{p.section}})
	p.table = &fyne.Container{Layout: frame{p}, Objects: []fyne.CanvasObject{p.top, p.scroll, p.held, p.strip, p.drop}}
	p.empty = newEmptyBlock(p)
	p.content = layout.NewFill(2, p.controls, widget.NewRule(), layout.NewLayers(p.table, p.empty.scroll))
	return p
}

// header is the line of controls above the table.
func (p *Page) header() {
	p.count = widget.NewText("", theme.Small, theme.Text2)
	p.legend = layout.NewRow(6, widget.NewIcon("star", 13, theme.Accent), widget.NewText("best value in row", theme.Small, theme.Text2))
	p.rows = widget.NewSegments(0, p.onRows, "All rows", "Only differences")
	p.menu = &widget.Menu{Make: p.baselineItems}
	p.baseText = widget.NewText("", theme.Small, theme.Text)
	p.baseline = newControl("Baseline", p.baseText, "", func() { p.menu.Show(p.baseline) })
	p.kept = newControl("Kept comparisons", widget.NewText("Comparisons", theme.Small, theme.Text), "bookmark", p.onKept)
	p.exports = &widget.Menu{Make: p.exportItems}
	p.export = newControl("Export", widget.NewText("Export", theme.Small, theme.Text), "export", p.Export)
	p.desk.Tips.Explain(p.kept, "Kept comparisons", "Open one again, or keep this one with Ctrl+S.")
	p.desk.Tips.Explain(p.export, "Export", "As a file, or to the clipboard. Ctrl+E opens it.")
	p.controls = &fyne.Container{Layout: bar{}, Objects: []fyne.CanvasObject{
		widget.NewText("Compare", theme.Heading, theme.Text), p.count, p.legend, p.rows, p.baseline, p.kept, p.export,
	}}
}

// newControl is a button of the line above the table that opens something.
func newControl(label string, text *widget.Text, icon string, onTap func()) *widget.Press {
	row := layout.NewRow(6, text, widget.NewIcon("chevron-down", 11, theme.Text2))
	if icon != "" {
		row.Objects = append([]fyne.CanvasObject{widget.NewIcon(icon, 14, theme.Text2)}, row.Objects...)
	}
	p := widget.NewPress(label, layout.NewInset(5, 10, 6, 12, row), onTap)
	p.Rest = widget.Ground{Fill: theme.Bg, Border: theme.Divider}
	p.Hover = widget.Ground{Fill: theme.Hover, Border: theme.Divider}
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Crumbs implements page.Page. A comparison that is kept has its name there.
func (p *Page) Crumbs() []string {
	if c, ok := p.model.opened(); ok {
		return []string{"Compare", c.Name}
	}
	return []string{"Compare"}
}

// Show implements page.Page.
func (p *Page) Show(route.Route) {
	p.model.renew()
	empty := p.model.empty()
	p.table.Hidden, p.empty.scroll.Hidden = empty, !empty
	p.legend.Hidden, p.rows.Hidden, p.baseline.Hidden, p.export.Hidden = empty, empty, empty, empty
	p.kept.Hidden = empty && len(p.model.library.Comparisons()) == 0
	p.view.columns = len(p.model.table.Columns)
	if empty {
		p.count.Set(p.model.count())
		p.empty.show()
	} else {
		p.showTable()
	}
	layout.Again(p.content)
}

func (p *Page) showTable() {
	m := p.model
	p.corner.Set(m.corner())
	p.top.Refresh()
	p.baseText.Set("Baseline: " + m.base().Letter)
	p.baseline.Label = "Baseline: " + m.base().Letter + ", " + m.base().Title
	for i, h := range p.heads {
		h.Hidden = i >= p.view.columns
		if !h.Hidden {
			h.set(m.table.Columns[i], i == m.table.Baseline)
		}
	}
	if p.bands == nil {
		p.build()
	}
	at := 0
	for _, s := range m.table.Sections {
		at++
		for _, r := range s.Rows {
			p.bands[at].set(m, r)
			at++
		}
	}
	p.foot.set(m)
	p.showRows()
}

// build makes the bands of the body: the sections and rows of every table are
// the same.
func (p *Page) build() {
	for _, s := range p.model.table.Sections {
		p.add(p.sectionLine(s.Name))
		for _, r := range s.Rows {
			p.add(p.rowLine(r))
		}
	}
	p.sheet.Add(p.foot)
}

func (p *Page) add(l *line) {
	p.bands = append(p.bands, l)
	p.sheet.Add(l.band)
}

func (p *Page) sectionLine(name string) *line {
	b := newBand(p.view, sectionHeight, newLabel(widget.NewParagraph(name, theme.BodyStrong, theme.Text)))
	b.across = layout.NewInset(8, cellPad, 8, cellPad, widget.NewParagraph(caption(name), theme.Caption, theme.Text2))
	return &line{band: b, key: name}
}

func (p *Page) rowLine(r table.Row) *line {
	l := &line{key: r.Key, label: newLabel()}
	var cells []fyne.CanvasObject
	for range table.Most {
		c := newCell(p.desk.Tips)
		l.cells = append(l.cells, c)
		cells = append(cells, c)
	}
	l.band = newBand(p.view, 30, l.label, cells...)
	return l
}

// set shows a row.
func (l *line) set(m *model, r table.Row) {
	l.label.items = labelItems(r)
	l.label.Refresh()
	for i, c := range l.cells {
		c.Hidden = i >= len(r.Cells)
		if !c.Hidden {
			c.set(m, r, i)
		}
	}
}

func labelItems(r table.Row) []fyne.CanvasObject {
	items := []fyne.CanvasObject{widget.NewParagraph(r.Name, theme.Body, theme.Text)}
	if r.Unit != "" {
		items = append(items, widget.NewParagraph(r.Unit, theme.Small, theme.Text3))
	}
	if r.Key == "taskMix" {
		for _, k := range mixKeys() {
			items = append(items, layout.NewRow(4, newMixBar(k.split, swatch), widget.NewText(string(k.label), theme.Caption, theme.Text2)))
		}
	}
	return items
}

// showRows shows the rows that are listed.
func (p *Page) showRows() {
	p.count.Set(p.model.count())
	chosen := 0
	if p.model.only {
		chosen = 1
	}
	p.rows.Set(chosen)
	for _, l := range p.bands {
		l.Hidden = !p.model.listed[l.key]
	}
	p.scroll.Again()
	p.section.follow()
	p.controls.Refresh()
}

// Focus implements page.Page.
func (p *Page) Focus() {
	c := p.desk.Window.Canvas()
	if p.model.empty() {
		c.Focus(p.empty.explore)
		return
	}
	widget.FocusOn(p.baseline) // not on a role, where Alt+Left would move it instead of leading back
}

func (p *Page) focusHead(i int) {
	if i >= 0 && i < p.view.columns {
		p.desk.Window.Canvas().Focus(p.heads[i].press)
	}
}

// Key implements page.Keyed.
func (p *Page) Key(key fyne.KeyName) bool {
	if p.model.empty() {
		return false
	}
	if key == fyne.KeyEscape && p.giveUp() {
		return true
	}
	const step, far = 40, 1e6
	view := p.scroll.Size().Height - step
	dy, ok := map[fyne.KeyName]float32{
		fyne.KeyDown: step, fyne.KeyUp: -step, fyne.KeyPageDown: view, fyne.KeyPageUp: -view,
		fyne.KeyEnd: far, fyne.KeyHome: -far,
	}[key]
	if ok {
		p.scroll.By(dy)
		return true
	}
	dx, ok := map[fyne.KeyName]float32{fyne.KeyRight: p.view.column(), fyne.KeyLeft: -p.view.column()}[key]
	if ok {
		p.shiftTo(p.view.offset + dx)
	}
	return ok
}

// Rune implements page.Keyed.
func (p *Page) Rune(r rune) bool {
	if p.model.empty() {
		return false
	}
	switch r {
	case 'd', 'D':
		p.model.toggle()
		p.showRows()
	case 'b', 'B':
		p.setBaseline(p.model.next())
	default:
		return false
	}
	return true
}

func (p *Page) onRows(i int) {
	if p.model.only != (i == 1) {
		p.model.toggle()
		p.showRows()
	}
}

func (p *Page) baselineItems() []widget.Item {
	var items []widget.Item
	for i, c := range p.model.table.Columns {
		items = append(items, widget.Item{
			Label: c.Letter + "  " + c.Title, Checked: i == p.model.table.Baseline,
			OnTap: func() { p.setBaseline(c.Code) },
		})
	}
	return items
}

func (p *Page) setBaseline(c nextrole.Code) {
	p.desk.Session.Change(func(s *nextrole.Settings) { s.Baseline = c })
}

// move changes the place of column i and keeps the keyboard on its role.
func (p *Page) move(i, d int) {
	if pins, ok := p.model.moved(i, d); ok {
		p.desk.Session.SetPins(pins)
		p.focusHead(i + d)
	}
}

// unpin takes column i out and moves the keyboard to the one in its place.
func (p *Page) unpin(i int) {
	p.desk.Pin(p.model.table.Columns[i].Code)
	if p.model.empty() {
		p.Focus()
		return
	}
	p.focusHead(min(i, p.view.columns-1))
}
