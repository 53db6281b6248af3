package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"nextrole/ui/layout"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// goTo is the field that leads anywhere: type a few letters, press Enter.
type goTo struct {
	w       *Window
	popup   *fynewidget.PopUp
	field   *widget.Search
	list    *widget.List
	none    *widget.Text
	targets []target
}

// target is a place that go-to offers.
type target struct {
	name, detail string
	route        route.Route
}

// The height that eight offers take, in DIP, and how far from the top it is.
const (
	goToHeight = 36 + 8*40 + 24
	goToTop    = 56
)

// openGoTo shows the field over the page.
func (w *Window) openGoTo() {
	w.closePopups()
	g := &goTo{w: w, field: widget.NewSearch("Role or screen")}
	g.none = widget.NewText("Nothing here has that name", theme.Body, theme.Text2)
	g.list = widget.NewList(func() int { return len(g.targets) }, g.newRow, g.update)
	g.list.Label = "Offers"
	g.list.OnChoose = func(int) {}
	g.field.OnChange = g.find
	g.field.OnSubmit = g.choose
	g.field.OnKey = g.onKey
	g.list.OnKey = g.onKey
	c := w.window.Canvas()
	offers := layout.NewLayers(g.list, layout.NewInset(12, 8, 0, 12, layout.NewStack(0, g.none)))
	body := layout.NewInset(8, 8, 8, 8, layout.NewFill(1, g.field, layout.NewInset(6, 0, 0, 0, offers)))
	content := layout.NewFixed(min(520, c.Size().Width-goToTop), min(goToHeight, c.Size().Height-2*goToTop),
		layout.NewLayers(widget.NewBox(theme.Raised, theme.Divider, 8), body))
	g.popup = fynewidget.NewPopUp(content, c)
	g.find("")
	width := g.popup.MinSize().Width
	g.popup.ShowAtPosition(fyne.NewPos(max((c.Size().Width-width)/2, 0), goToTop))
	g.field.Focus()
}

// find offers the screens and roles that match what is typed.
func (g *goTo) find(query string) {
	g.targets = g.targets[:0]
	for _, s := range screens() {
		if strings.HasPrefix(strings.ToLower(s.name), strings.ToLower(strings.TrimSpace(query))) {
			g.targets = append(g.targets, s)
		}
	}
	if strings.TrimSpace(query) == "" {
		for _, c := range g.w.session.Pins() {
			if r, ok := g.w.session.Role(c); ok {
				g.targets = append(g.targets, target{r.Title, "pinned", route.ToRole(c)})
			}
		}
	}
	for _, hit := range g.w.session.Search(query) {
		if r, ok := g.w.session.Role(hit.Code); ok {
			g.targets = append(g.targets, target{r.Title, hit.Why, route.ToRole(hit.Code)})
		}
	}
	g.none.Hidden = len(g.targets) > 0
	g.none.Refresh()
	g.list.Renew(0)
}

// screens are the places that are no role: the rail's, and what has none there.
func screens() []target {
	var list []target
	for _, a := range areas() {
		list = append(list, target{a.name, "screen", route.Route{Page: a.page}})
	}
	return append(list,
		target{"Method", "how scores are made", route.Route{Page: route.Method}},
		target{"Credits and sources", "part of Settings", route.Route{Page: route.Settings, Tab: route.Credits}})
}

func (g *goTo) choose() {
	i := g.list.At()
	if i < 0 || i >= len(g.targets) {
		return
	}
	to := g.targets[i].route
	widget.Dismiss(g.popup)
	g.w.Go(to)
}

func (g *goTo) onKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyEscape:
		widget.Dismiss(g.popup)
		return true
	case fyne.KeyReturn, fyne.KeyEnter:
		g.choose()
		return true
	}
	return g.list.Key(key)
}

// goToRow is one line of the offers. A click on it goes there.
type goToRow struct {
	fynewidget.BaseWidget

	onTap        func()
	ground       *widget.Fill
	name, detail *widget.Text
	row          *fyne.Container
}

func (g *goTo) newRow() fyne.CanvasObject {
	r := &goToRow{
		ground: widget.NewFill(theme.Transparent),
		name:   widget.NewText("", theme.BodyStrong, theme.Text),
		detail: widget.NewText("", theme.Caption, theme.Text3),
	}
	r.row = layout.NewLayers(r.ground, layout.NewInset(3, 12, 3, 12, layout.NewStack(0, r.name, r.detail)))
	r.ExtendBaseWidget(r)
	return r
}

// Tapped implements fyne.Tappable.
func (r *goToRow) Tapped(*fyne.PointEvent) { r.onTap() }

func (r *goToRow) MinSize() fyne.Size { return fyne.NewSize(100, 40) }

func (r *goToRow) CreateRenderer() fyne.WidgetRenderer {
	return fynewidget.NewSimpleRenderer(r.row)
}

func (g *goTo) update(i int, o fyne.CanvasObject) {
	r := o.(*goToRow)
	r.onTap = func() {
		g.list.Choose(i)
		g.choose()
	}
	r.name.Set(g.targets[i].name)
	r.detail.Set(g.targets[i].detail)
	ground := theme.Transparent
	if i == g.list.At() {
		ground = theme.Selected
	}
	r.ground.Paint(widget.Ground{Fill: ground})
	r.row.Refresh()
}
