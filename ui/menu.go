package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/ui/layout"
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
	items := []widget.Item{
		{Label: "Theme of the system", Checked: mode == theme.System, OnTap: func() { w.setTheme(theme.System) }},
		{Label: "Light theme", Checked: mode == theme.Light, OnTap: func() { w.setTheme(theme.Light) }},
		{Label: "Dark theme", Checked: mode == theme.Dark, OnTap: func() { w.setTheme(theme.Dark) }},
		{Label: "Larger", Detail: "Ctrl +", Group: true, OnTap: func() { w.changeSize(1) }},
		{Label: "Smaller", Detail: "Ctrl −", OnTap: func() { w.changeSize(-1) }},
		{Label: "Normal size", Detail: "Ctrl 0", Checked: size == sizeDefault, OnTap: func() { w.changeSize(0) }},
	}
	if w.welcomed() {
		to := func(r route.Route) func() { return func() { w.Go(r) } }
		items = append(items,
			widget.Item{Label: "Library", Detail: "Ctrl 6", Group: true, OnTap: to(route.Route{Page: route.Library})},
			widget.Item{Label: "Settings", Detail: "Ctrl 7", OnTap: to(route.Route{Page: route.Settings})},
			widget.Item{Label: "Method: how scores are made", OnTap: to(route.Route{Page: route.Method})},
			widget.Item{Label: "Credits and sources", OnTap: to(route.Route{Page: route.Settings, Tab: route.Credits})},
			widget.Item{Label: "Welcome page", OnTap: to(route.Route{Page: route.Welcome})})
	}
	return append(items,
		widget.Item{Label: "Keys", Detail: "F1", Group: true, OnTap: w.showKeys},
		widget.Item{Label: "Quit", Detail: "Ctrl Q", Group: true, OnTap: w.window.Close})
}

// askSwap asks which pinned role makes room for another one.
func (w *Window) askSwap(r nextrole.Role) {
	rows := layout.NewStack(2, widget.NewParagraph(fmt.Sprintf("%d roles are pinned, as many as can be compared. Which one makes room for %s?",
		nextrole.MaxPins, r.Title), theme.Body, theme.Text2), layout.NewStack(0))
	var hide func()
	for i, c := range w.session.Pins() {
		pinned, _ := w.session.Role(c)
		row := layout.NewBar(10, 1, widget.NewIcon("pinned", 14, theme.Text2),
			widget.NewText(pinned.Title, theme.Body, theme.Text), widget.NewText(w.scoreWords(c), theme.Small, theme.Text2))
		p := widget.NewPress("Unpin "+pinned.Title, layout.NewInset(7, 10, 8, 10, row), func() {
			hide()
			pins := w.session.Pins()
			pins[i] = r.Code
			w.session.SetPins(pins)
			w.notice.show(fmt.Sprintf("Pinned %s in place of %s", r.Title, pinned.Title), "", nil)
		})
		p.Hover = widget.Ground{Fill: theme.Hover}
		p.OnKey = func(key fyne.KeyName) bool {
			if key == fyne.KeyEscape {
				hide()
			}
			return key == fyne.KeyEscape
		}
		rows.Add(p)
	}
	hide = w.showPanel("All pins are in use", "Keep these", rows, 560, 400)
}

// scoreWords is a role's score in short, with whose it is.
func (w *Window) scoreWords(c nextrole.Code) string {
	reading, ok := w.session.Reading(c)
	if !ok || reading.Score == nil {
		return "not scored"
	}
	words := reading.Zone.Name() + " " + nextrole.Score(aijri.Shown(*reading.Score))
	if status := widget.StatusText(reading.Status); status != "" {
		words += ", " + status
	}
	return words
}
