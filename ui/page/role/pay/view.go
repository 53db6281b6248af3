package pay

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

// Tab is pay and outlook.
type Tab struct {
	desk page.Desk

	strips     *chartview.View
	industries *chartview.View
	outlook    *chartview.View
	charts     *fyne.Container
	place      *fyne.Container // the choice of one
	chip       *widget.Chip
	table      *fyne.Container
	remarks    *fyne.Container
	missing    *fyne.Container
	known      *fyne.Container // all but what is missing
	scroll     *layout.Scroll
	model      model
	wanted     nextrole.SourceID // whose row the keyboard goes back to; "" none
}

// New builds the tab.
func New(desk page.Desk) *Tab {
	t := &Tab{
		desk:       desk,
		strips:     chartview.New(desk, false),
		industries: chartview.New(desk, false),
		outlook:    chartview.New(desk, false),
		table:      layout.NewStack(0),
		remarks:    layout.NewStack(10),
		missing:    layout.NewStack(10),
	}
	t.charts = &fyne.Container{Layout: layout.Columns{Weights: []float32{1.4, 1}, Gap: 32, Below: 860}, Objects: []fyne.CanvasObject{t.strips, t.industries}}
	below := &fyne.Container{Layout: layout.Columns{Weights: []float32{1.4, 1}, Gap: 32, Below: 860}, Objects: []fyne.CanvasObject{t.outlook, t.remarks}}
	t.chip = widget.NewChip("Place", &widget.Menu{Make: t.places})
	t.place = layout.NewBar(10, 1, t.chip, layout.NewInset(6, 0, 0, 0, widget.NewParagraph("Pay, jobs and location quotient of a place, where your imports have them; else the nation’s.", theme.Caption, theme.Text2)))
	t.known = layout.NewStack(16, t.place, t.charts, widget.NewRule(), t.table, widget.NewRule(), below)
	t.scroll = layout.NewScroll(layout.NewInset(16, 20, 24, 20, layout.NewStack(16, t.missing, t.known)))
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
	again := t.model.role.Code == r.Code // another source or place was chosen
	t.model = m
	t.place.Hidden = len(t.desk.Session.Areas()) == 0
	t.chip.Set(t.desk.Session.Settings().Area)
	empty := m.empty()
	t.missing.Hidden, t.known.Hidden = !empty, empty
	if empty {
		t.showMissing()
	} else {
		t.strips.About(r.Title+", pay", m.credit(isPay))
		t.industries.About(r.Title+", pay by industry", m.credit(byIndustry))
		t.outlook.About(r.Title+", projections", m.credit(isOutlook))
		t.strips.Set(m.percentiles())
		bars, ok := m.industries()
		t.industries.Hidden = !ok
		if ok {
			t.industries.Set(bars)
		}
		t.outlook.Set(m.projections())
		t.showTable()
		t.showRemarks()
	}
	if !again {
		t.scroll.ToTop()
	}
	t.scroll.Reflow()
}

func (t *Tab) showMissing() {
	head, why := t.model.missing()
	t.missing.RemoveAll()
	t.missing.Add(widget.NewMissing(head, why))
	if closest, ok := t.desk.Session.Role(t.model.role.Closest); ok {
		t.missing.Add(widget.NewParagraph("The closest official occupation is "+closest.Title+".", theme.Body, theme.Text))
		t.missing.Add(layout.NewRow(0, widget.NewButton("See its pay and outlook", "arrow-right", func() { t.desk.Go(route.Route{Page: route.Role, Code: closest.Code, Tab: route.Pay}) })))
	}
}

// tableWeights share the width between the source, the measures and the use.
var tableWeights = []float32{2.6, 1, 0.8, 0.8, 1, 1.4}

func (t *Tab) showTable() {
	t.table.RemoveAll()
	copied := widget.NewButton("Copy as CSV", "copy", t.onCopy)
	t.table.Add(layout.NewBar(12, 0,
		layout.NewStack(1, widget.NewText("What each source says", theme.Title, theme.Text),
			widget.NewParagraph("Shown is the newest figure of the role’s own code, for each measure by itself. None replaces another.", theme.Caption, theme.Text3)),
		copied))
	header := []fyne.CanvasObject{widget.NewText("Source", theme.Caption, theme.Text2)}
	for _, c := range columns() {
		header = append(header, number(c.name, theme.Caption, theme.Text2))
	}
	header = append(header, widget.NewText("In use", theme.Caption, theme.Text2))
	t.table.Add(layout.NewInset(8, 0, 4, 8, tableRow(header)))
	for _, v := range t.model.vintages() {
		t.table.Add(widget.NewRule())
		t.table.Add(t.vintageRow(v))
	}
}

// places is the menu of places that figures were imported of.
func (t *Tab) places() []widget.Item {
	s := t.desk.Session
	items := []widget.Item{{Label: "United States", Checked: s.Settings().Area == "", OnTap: func() { s.SetArea("") }}}
	for _, a := range s.Areas() {
		items = append(items, widget.Item{Label: a, Checked: s.Settings().Area == a, OnTap: func() { s.SetArea(a) }})
	}
	return items
}

func tableRow(cells []fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: layout.Columns{Weights: tableWeights, Gap: 16}, Objects: cells}
}

// number is text at the right of its column.
func number(text string, style theme.Style, color fyne.ThemeColorName) *widget.Text {
	t := widget.NewParagraph(text, style, color)
	t.Align = fyne.TextAlignTrailing
	return t
}

func (t *Tab) vintageRow(v vintage) fyne.CanvasObject {
	icon, ink := "check", theme.StatusOK
	switch v.trust {
	case remarked:
		icon, ink = "info", theme.StatusInfo
	case secondHand:
		icon, ink = "warn", theme.StatusWarn
	}
	name := layout.NewStack(1,
		widget.NewParagraph(v.source, theme.BodyStrong, theme.Text),
		widget.NewMarked(icon, ink, widget.NewParagraph(v.covers+" · "+v.provenance, theme.Caption, theme.Text2)))
	cells := []fyne.CanvasObject{name}
	for _, c := range v.cells {
		style, color := theme.Small, theme.Text
		style.Strong = c.shown
		if c.text == notGiven {
			color = theme.Text3
		}
		cells = append(cells, number(c.text, style, color))
	}
	var use fyne.CanvasObject = widget.NewParagraph(v.use, theme.Small, theme.Text)
	if v.older {
		use = widget.NewMarked("clock", theme.Text2, use)
	}
	stand := layout.NewStack(3, use)
	if v.disagrees != "" {
		stand.Add(widget.NewMarked("warn", theme.StatusWarn, widget.NewParagraph("Disagrees with "+v.disagrees, theme.Caption, theme.Text)))
	}
	session, code := t.desk.Session, t.model.role.Code
	link := func(label, full string, source nextrole.SourceID) {
		b := widget.NewLink(label, func() {
			t.wanted = v.of
			session.Use(code, source, v.kinds...)
		})
		b.Label = full
		stand.Add(layout.NewRow(0, b))
		if t.wanted == v.of {
			t.wanted = ""
			widget.FocusOn(b)
		}
	}
	switch {
	case v.chosen:
		link("Use the newest", "Use the newest instead of "+v.source, "")
	case !v.shown && len(v.kinds) > 0:
		link("Use this", "Use "+v.source, v.of)
	}
	cells = append(cells, stand)
	ground := theme.Transparent
	if v.shown {
		ground = theme.Selected
	}
	return layout.NewLayers(widget.NewFill(ground), layout.NewInset(6, 0, 6, 8, tableRow(cells)))
}

func (t *Tab) showRemarks() {
	t.remarks.RemoveAll()
	t.remarks.Add(widget.NewText("Reading these together", theme.BodyStrong, theme.Text))
	for i, r := range t.model.remarks() {
		if i > 0 {
			t.remarks.Add(widget.NewRule())
		}
		t.remarks.Add(layout.NewStack(2, widget.NewParagraph(r.head, theme.Style{Size: 12, Line: 17, Strong: true}, theme.Text),
			widget.NewParagraph(r.body, theme.Small, theme.Text2)))
	}
}

func (t *Tab) onCopy() {
	fyne.CurrentApp().Clipboard().SetContent(t.model.csv())
	t.desk.Notice("Copied as CSV", "", nil)
}
