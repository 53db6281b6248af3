package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// topBar says where the person is, and leads back, forward and anywhere.
type topBar struct {
	bar     *fyne.Container
	back    *widget.Button
	forward *widget.Button
	page    *widget.Button
	crumb   *widget.Text
	status  *widget.Text
	menu    *widget.Button
	root    route.Page
	goTo    func(route.Route)
}

func newTopBar(w *Window) *topBar {
	t := &topBar{goTo: w.Go}
	t.back = widget.NewIconButton("Back", "back", w.back)
	t.forward = widget.NewIconButton("Forward", "forward", w.forward)
	w.tips.Explain(t.back.Press, "Back", "Alt+Left")
	w.tips.Explain(t.forward.Press, "Forward", "Alt+Right")
	t.page = widget.NewLink("", func() { t.goTo(route.Route{Page: t.root}) })
	t.crumb = widget.NewText("", theme.BodyStrong, theme.Text)
	t.status = widget.NewRight("Offline · "+w.vintages(), theme.Caption, theme.Text3)
	field := layout.NewInset(5, 9, 5, 10, layout.NewBar(8, 1,
		widget.NewIcon("search", 14, theme.Text2),
		widget.NewText("Go to a role or screen", theme.Small, theme.Text3),
		keyCap("Ctrl K")))
	open := widget.NewPress("Go to a role or screen", layout.NewFixed(232, 28, field), w.openGoTo)
	open.Rest = widget.Ground{Fill: theme.Field, Border: theme.Divider}
	open.Hover = widget.Ground{Fill: theme.Hover, Border: theme.Divider}
	t.menu = widget.NewIconButton("Menu", "menu", w.openMenu)
	w.tips.Explain(t.menu.Press, "Menu", "Theme, size and keys. F10 opens it.")
	where := layout.NewBar(6, 1, t.page, t.crumb)
	status := layout.NewRow(6, widget.NewIcon("offline", 14, theme.Text3), t.status)
	row := layout.NewBar(8, 2, t.back, t.forward, where, open, &fyne.Container{Layout: wideOnly{from: 900}, Objects: []fyne.CanvasObject{status}}, t.menu)
	t.bar = layout.NewFixed(0, 44, layout.NewFill(0, layout.NewInset(0, 14, 0, 10, row), widget.NewRule()))
	return t
}

// keyCap is the name of a key in a small frame.
func keyCap(keys string) fyne.CanvasObject {
	return layout.NewLayers(widget.NewBox(theme.Bg, theme.Divider, 4),
		layout.NewInset(0, 5, 1, 5, widget.NewText(keys, theme.Caption, theme.Text2)))
}

// show says where a page is. The first crumb leads to its area, unless the
// person is there.
func (t *topBar) show(at route.Page, crumbs []string, canBack, canForward bool) {
	t.back.SetEnabled(canBack)
	t.forward.SetEnabled(canForward)
	t.root = route.Explore
	for _, a := range areas() {
		if a.name == crumbs[0] {
			t.root = a.page
		}
	}
	leads := len(crumbs) > 1 && t.root != at
	t.page.Hidden = !leads
	var spans []widget.Span
	if leads {
		t.page.SetLabel(crumbs[0])
		spans, crumbs = []widget.Span{{Text: "/  ", Color: theme.Text3}}, crumbs[1:]
	}
	for i, crumb := range crumbs {
		if last := i == len(crumbs)-1; last {
			spans = append(spans, widget.Span{Text: crumb})
		} else {
			spans = append(spans, widget.Span{Text: crumb, Color: theme.Text2}, widget.Span{Text: "  /  ", Color: theme.Text3})
		}
	}
	t.crumb.SetSpans(spans...)
	layout.Again(t.bar)
}

// vintages names the releases that the library's newest wages and descriptions
// are from.
func (w *Window) vintages() string {
	var words []string
	for _, begin := range []string{"BLS, May ", "O*NET "} {
		var newest nextrole.Source
		for _, s := range w.session.Sources() {
			if strings.HasPrefix(s.Short, begin) && (newest.ID == "" || nextrole.NewerRelease(s, newest)) {
				newest = s
			}
		}
		if newest.ID != "" {
			words = append(words, newest.Short)
		}
	}
	return strings.Join(words, " · ")
}

// setVintages says which releases the library has.
func (t *topBar) setVintages(text string) {
	t.status.Set("Offline · " + text)
	layout.Again(t.bar)
}

// wideOnly shows its object only where the canvas is at least so wide.
type wideOnly struct{ from float32 }

func (l wideOnly) wide(o fyne.CanvasObject) bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	return c == nil || c.Size().Width >= l.from
}

func (l wideOnly) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if !l.wide(objects[0]) {
		return fyne.Size{}
	}
	return objects[0].MinSize()
}

func (l wideOnly) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if !l.wide(objects[0]) {
		objects[0].Hide()
		return
	}
	objects[0].Show()
	objects[0].Resize(size)
}
