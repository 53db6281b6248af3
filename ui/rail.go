package ui

import (
	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// rail is the column of areas at the left.
type rail struct {
	column *fyne.Container
	items  []*railItem
}

type railItem struct {
	page  route.Page
	foot  bool   // stands at the bottom
	look  string // of its icon
	press *widget.Press
	icon  *widget.Icon
	name  string
	text  *widget.Text
	mark  *widget.Fill
}

// areas lists the rail's items. Their keys are Ctrl+1 …, with Ctrl+6 for Library
// and Ctrl+7 for Settings whatever stands between.
func areas() []*railItem {
	return []*railItem{
		{page: route.Explore, name: "Explore", look: "search"},
		{page: route.Compare, name: "Compare", look: "compare"},
		{page: route.Plan, name: "Plan", look: "plan"},
		{page: route.Library, name: "Library", look: "library"},
		{page: route.Settings, name: "Settings", look: "settings", foot: true},
	}
}

func newRail(goTo func(route.Route)) *rail {
	r := &rail{items: areas()}
	logo := layout.NewLayers(widget.NewIcon("logo", 24, theme.Text), widget.NewIcon("logo-dot", 24, theme.Accent))
	column := layout.NewStack(6, layout.NewInset(14, 0, 8, 0, logo))
	foot := layout.NewStack(6)
	for _, item := range r.items {
		item.icon = widget.NewIcon(item.look, 18, theme.Text2)
		item.text = widget.NewText(item.name, theme.Caption, theme.Text2)
		item.text.Align = fyne.TextAlignCenter
		item.mark = widget.NewFill(theme.Transparent)
		content := layout.NewFixed(60, 52, layout.NewInset(8, 0, 6, 0, layout.NewStack(3, item.icon, item.text)))
		item.press = widget.NewPress(item.name, content, func() { goTo(route.Route{Page: item.page}) })
		item.press.Hover = widget.Ground{Fill: theme.Hover}
		item.press.Chosen = widget.Ground{Fill: theme.Bg}
		to := column
		if item.foot {
			to = foot
		}
		to.Add(layout.NewBar(3, 1, layout.NewFixed(3, 36, item.mark), item.press, layout.NewFixed(3, 1, widget.NewFill(theme.Transparent))))
	}
	r.column = layout.NewFixed(72, 0, layout.NewLayers(widget.NewFill(theme.Rail),
		layout.NewFill(0, column, layout.NewInset(0, 0, 14, 0, foot))))
	return r
}

// show marks the area of a page; a role is part of Explore.
func (r *rail) show(p route.Page) {
	if p == route.Role {
		p = route.Explore
	}
	for _, item := range r.items {
		chosen := item.page == p
		item.press.SetChosen(chosen)
		item.text.Style.Strong = chosen
		mark, ink := theme.Transparent, theme.Text2
		if chosen {
			mark, ink = theme.Accent, theme.Accent
		}
		item.mark.Paint(widget.Ground{Fill: mark})
		item.icon.Set(item.look, ink)
		item.text.Color = ink
		item.text.Refresh()
	}
}
