package ui

import (
	"fmt"

	"nextrole"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// openMenu shows the window's menu.
func (w *Window) openMenu() {
	m := &widget.Menu{Make: w.menuItems}
	m.Show(w.top.menu)
}

func (w *Window) menuItems() []widget.Item {
	mode := theme.Mode(w.session.Settings().Theme)
	size := w.session.Settings().Size
	if size == 0 {
		size = sizeDefault
	}
	return []widget.Item{
		{Label: "Theme of the system", Checked: mode == theme.System, OnTap: func() { w.setTheme(theme.System) }},
		{Label: "Light theme", Checked: mode == theme.Light, OnTap: func() { w.setTheme(theme.Light) }},
		{Label: "Dark theme", Checked: mode == theme.Dark, OnTap: func() { w.setTheme(theme.Dark) }},
		{Label: "Larger", Detail: "Ctrl +", Group: true, OnTap: func() { w.changeSize(1) }},
		{Label: "Smaller", Detail: "Ctrl −", OnTap: func() { w.changeSize(-1) }},
		{Label: "Normal size", Detail: "Ctrl 0", Checked: size == sizeDefault, OnTap: func() { w.changeSize(0) }},
		{Label: "Welcome page", Group: true, OnTap: func() { w.Go(route.Route{Page: route.Welcome}) }},
		{Label: "Keys", Detail: "F1", OnTap: w.showKeys},
		{Label: "Credits and sources", OnTap: w.showCredits},
		{Label: "Quit", Detail: "Ctrl Q", Group: true, OnTap: w.window.Close},
	}
}

// askSwap asks which pinned role makes room for another one.
func (w *Window) askSwap(r nextrole.Role) {
	m := &widget.Menu{Make: func() []widget.Item {
		var items []widget.Item
		for i, c := range w.session.Pins() {
			pinned, _ := w.session.Role(c)
			items = append(items, widget.Item{
				Label: "Unpin " + pinned.Title,
				OnTap: func() {
					pins := w.session.Pins()
					pins[i] = r.Code
					w.session.SetPins(pins)
					w.notice.show(fmt.Sprintf("Pinned %s in place of %s", r.Title, pinned.Title), "", nil)
				},
			})
		}
		return items
	}}
	w.notice.show(fmt.Sprintf("%d roles are pinned. Choose one to make room for %s.", nextrole.MaxPins, r.Title), "", nil)
	m.Show(w.top.menu)
}
