package welcome

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Page is the first page. The keyboard starts on who is exploring; Enter goes
// from there to the role and on, and a letter typed anywhere is the beginning
// of a role.
type Page struct {
	desk    page.Desk
	model   *model
	cards   []*card
	field   *widget.Search
	results *results
	skip    *widget.Button
	leave   *widget.Button
	explore *widget.Button
	lead    *widget.Button
	scroll  *layout.Scroll
}

// New returns the page.
func New(desk page.Desk) *Page {
	p := &Page{desk: desk, model: newModel(desk.Session)}
	for i, c := range choices() {
		p.cards = append(p.cards, newCard(c, func() { p.onCard(i) }, func(key fyne.KeyName) bool { return p.onCardKey(i, key) }))
	}
	p.field = widget.NewSearch(placeholder)
	p.field.OnChange = p.onType
	p.field.OnSubmit = p.onEnter
	p.field.OnKey = p.onFieldKey
	p.field.OnFocus = p.onFieldFocus
	p.results = newResults(p.onRow, p.onMore, p.onSuggestion)
	p.skip = widget.NewLink("", p.onSkip)
	p.leave = widget.NewLink("Back, without changes", p.onLeave)
	p.explore = widget.NewButton("Explore all roles", "", p.onExplore)
	p.lead = widget.NewPrimary("", "", p.onLead)
	p.scroll = layout.NewScroll(newSplit(newPanel(), p.questions()))
	p.update()
	return p
}

// questions is the part of the page that asks and leads on.
func (p *Page) questions() fyne.CanvasObject {
	cards := make([]fyne.CanvasObject, len(p.cards))
	for i, c := range p.cards {
		cards[i] = c.press
	}
	who := layout.NewStack(12, heading(whoTitle, whoText), layout.NewColumns(14, 520, cards...))
	role := layout.NewStack(10, heading(roleTitle, roleText, p.skip), p.field, p.results.content)
	footer := layout.NewBar(12, 1, p.leave, layout.NewStack(0), p.explore, p.lead)
	sections := layout.NewStack(28, who, role, p.data())
	return layout.NewFill(1, sections, layout.NewInset(28, 0, 0, 0, layout.NewStack(0)), footer)
}

// data says what the program knows before anything is added to it.
func (p *Page) data() fyne.CanvasObject {
	holds, from := p.model.library()
	name := widget.NewParagraph("", theme.Body, theme.Text2)
	name.SetSpans(widget.Span{Text: "Starter library", Strong: true, Color: theme.Text}, widget.Span{Text: " · included"})
	text := layout.NewStack(2, name,
		widget.NewParagraph(holds, theme.Small, theme.Text2),
		widget.NewParagraph(from, theme.Caption, theme.Text3))
	row := &fyne.Container{Layout: layout.Row{Gap: 12, Grow: 2, Align: layout.Top}, Objects: []fyne.CanvasObject{
		layout.NewInset(2, 0, 0, 0, widget.NewIcon("check", 16, theme.Accent)), text,
	}}
	return layout.NewStack(10, widget.NewText(dataTitle, theme.Title, theme.Text),
		layout.NewLayers(widget.NewBox(theme.Bg, theme.Divider, 8), layout.NewInset(12, 16, 13, 16, row)))
}

// heading is a question, what helps to answer it, and controls at its right.
func heading(title, text string, right ...fyne.CanvasObject) fyne.CanvasObject {
	line := layout.NewBar(16, 0, append([]fyne.CanvasObject{widget.NewText(title, theme.Title, theme.Text)}, right...)...)
	return layout.NewStack(2, line, widget.NewParagraph(text, theme.Small, theme.Text2))
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.scroll }

// Crumbs implements page.Page.
func (p *Page) Crumbs() []string { return []string{"Welcome"} }

// Show implements page.Page: it shows the choices that are kept.
func (p *Page) Show(route.Route) {
	p.model.reset()
	p.field.SetText(p.model.query)
	p.update()
}

// Focus implements page.Page. The page is read from its beginning, so that the
// first control does not pull it up.
func (p *Page) Focus() {
	p.focus(p.chosenCard())
	p.scroll.ToTop()
}

// Search implements page.Searcher.
func (p *Page) Search() { p.field.Focus() }

// Key implements page.Keyed.
func (p *Page) Key(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyEscape:
		return p.onEscape()
	case fyne.KeyPageDown:
		p.scroll.By(p.scroll.Size().Height * 0.8)
	case fyne.KeyPageUp:
		p.scroll.By(-p.scroll.Size().Height * 0.8)
	case fyne.KeyDown:
		p.scroll.By(40)
	case fyne.KeyUp:
		p.scroll.By(-40)
	default:
		return false
	}
	return true
}

// Rune implements page.Keyed: a letter typed outside of the field begins a role.
func (p *Page) Rune(r rune) bool {
	p.field.Focus()
	if r != '/' && p.field.Focused() {
		p.canvas().Focused().TypedRune(r)
	}
	return true
}

// update brings everything but the typed text up to date with the model.
func (p *Page) update() {
	for _, c := range p.cards {
		c.show(p.model.audience)
	}
	p.skip.SetLabel(p.model.skip())
	p.field.SetRemark(p.model.remark())
	p.results.show(p.model)
	p.leave.Hidden = !p.model.reopened()
	p.explore.Hidden = p.model.home == ""
	p.lead.SetLabel(p.model.lead())
	p.scroll.Reflow()
}

func (p *Page) canvas() fyne.Canvas { return p.desk.Window.Canvas() }

func (p *Page) focus(o fyne.Focusable) { p.canvas().Focus(o) }

func (p *Page) chosenCard() fyne.Focusable {
	for _, c := range p.cards {
		if c.audience == p.model.audience {
			return c.press
		}
	}
	return p.cards[0].press
}

// onCard chooses a card; one that is chosen already leads on to the role.
func (p *Page) onCard(i int) {
	if p.model.audience == p.cards[i].audience {
		p.field.Focus()
		return
	}
	p.model.audience = p.cards[i].audience
	p.update()
	p.focus(p.cards[i].press)
}

func (p *Page) onCardKey(i int, key fyne.KeyName) bool {
	switch key {
	case fyne.KeyRight, fyne.KeyDown:
		i++
	case fyne.KeyLeft, fyne.KeyUp:
		i--
	default:
		return false
	}
	p.onCard((i + len(p.cards)) % len(p.cards))
	return true
}

func (p *Page) onType(text string) {
	p.model.find(text)
	p.update()
	p.revealResults()
}

// onEnter chooses the row that is marked, and leads on where that is done.
func (p *Page) onEnter() {
	switch {
	case p.model.atChosen():
		p.onLead()
	case p.model.at >= 0:
		p.onRow(p.model.at)
	case p.model.suggestion() != "":
		p.onSuggestion()
	default:
		p.focus(p.lead)
	}
}

func (p *Page) onFieldKey(key fyne.KeyName) bool {
	d := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}[key]
	if d == 0 || !p.model.step(d) {
		return false
	}
	p.update()
	widget.RevealFocus(p.results.rows[p.model.at].press)
	return true
}

// onFieldFocus marks a chosen role's title, so that typing replaces it.
func (p *Page) onFieldFocus(focused bool) {
	if !focused {
		return
	}
	if p.model.home != "" {
		p.field.SelectAll()
	}
	p.revealResults()
}

// revealResults scrolls so that the field is seen, with as much of its results
// as there is room for.
func (p *Page) revealResults() {
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(p.field).Y - driver.AbsolutePositionForObject(p.scroll.Content()).Y
	height := p.field.Size().Height
	if p.results.content.Visible() {
		height += 10 + p.results.content.Size().Height
	}
	p.scroll.Reveal(y, min(height, p.scroll.Size().Height-24))
}

// onRow chooses a role; the field keeps the keyboard, and its Enter leads on.
func (p *Page) onRow(i int) {
	p.model.choose(i)
	p.field.SetText(p.model.query)
	p.update()
	p.field.Focus()
	p.field.SelectAll()
}

func (p *Page) onMore() {
	at := len(p.model.shown())
	p.model.all, p.model.at = true, at
	p.update()
	p.field.Focus()
	widget.RevealFocus(p.results.rows[at].press)
}

func (p *Page) onSuggestion() {
	p.model.find(p.model.suggestion())
	p.field.SetText(p.model.query)
	p.update()
	p.field.Focus()
	p.revealResults()
}

// onEscape takes back what is not kept yet; with nothing to take back it
// leaves the page, which the first time has no place before it.
func (p *Page) onEscape() bool {
	switch {
	case !p.model.settled():
		p.model.reset()
		p.field.SetText(p.model.query)
		p.update()
	case p.model.reopened():
		p.desk.Back()
	}
	return true
}

func (p *Page) onLeave() { p.desk.Back() }

func (p *Page) onSkip() { p.start("", route.Route{Page: route.Explore}) }

func (p *Page) onExplore() { p.start(p.model.home, route.Route{Page: route.Explore}) }

func (p *Page) onLead() {
	to := route.Route{Page: route.Explore}
	if p.model.home != "" {
		to = route.ToRole(p.model.home)
	}
	p.start(p.model.home, to)
}

// start keeps the answers and leaves the page.
func (p *Page) start(home nextrole.Code, to route.Route) {
	p.model.keep(home)
	p.desk.Go(to)
}
