package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nextrole/ui/page"
	"nextrole/ui/route"
)

// keyTable is what F1 shows.
var keyTable = []struct{ keys, does string }{
	{"Ctrl+1, Ctrl+2", "Explore, Compare"},
	{"Ctrl+K", "Go to a role or screen"},
	{"Ctrl+F or /", "Search in Explore"},
	{"Esc", "Clear, close, or go back"},
	{"Up, Down, Home, End", "Move in a list"},
	{"Enter", "Open what is chosen"},
	{"P", "Pin or unpin the role"},
	{"Ctrl+Enter", "Compare the pinned roles"},
	{"Alt+Left, Alt+Right", "Back, forward"},
	{"Ctrl+Tab", "Next tab of a role"},
	{"Tab, then arrows", "Enter a chart and move between its marks"},
	{"Alt+T", "Show a chart as a table"},
	{"Ctrl+C in a chart", "Copy its table as CSV"},
	{"Alt+Left, Alt+Right", "In Compare, on a role: move it"},
	{"Ctrl+Plus, Minus, 0", "Interface size"},
	{"F10", "Menu"},
	{"F1", "This list"},
	{"Ctrl+Q", "Quit"},
}

// addKeys gives the window its keys. An entry passes on the shortcuts that it
// does not know, see widget.PassShortcut.
func (w *Window) addKeys() {
	ctrl, alt := fyne.KeyModifierShortcutDefault, fyne.KeyModifierAlt
	welcomed := func(does func()) func() { // the first run is answered or skipped, not left
		return func() {
			if w.place.Page != route.Welcome {
				does()
			}
		}
	}
	toExplore := welcomed(func() { w.Go(route.Route{Page: route.Explore}) })
	toCompare := welcomed(func() { w.Go(route.Route{Page: route.Compare}) })
	for _, k := range []struct {
		key  fyne.KeyName
		mod  fyne.KeyModifier
		does func()
	}{
		{fyne.Key1, ctrl, toExplore},
		{fyne.Key2, ctrl, toCompare},
		{fyne.KeyK, ctrl, welcomed(w.openGoTo)},
		{fyne.KeyF, ctrl, welcomed(w.search)},
		{fyne.KeyReturn, ctrl, toCompare},
		{fyne.KeyEnter, ctrl, toCompare},
		{fyne.KeyLeft, alt, w.back},
		{fyne.KeyRight, alt, w.forward},
		{fyne.KeyTab, fyne.KeyModifierControl, func() { w.stepTab(1) }},
		{fyne.KeyTab, fyne.KeyModifierControl | fyne.KeyModifierShift, func() { w.stepTab(-1) }},
		{fyne.KeyEqual, ctrl, func() { w.changeSize(1) }},
		{fyne.KeyEqual, ctrl | fyne.KeyModifierShift, func() { w.changeSize(1) }},
		{fyne.KeyPlus, ctrl, func() { w.changeSize(1) }},
		{fyne.KeyMinus, ctrl, func() { w.changeSize(-1) }},
		{fyne.Key0, ctrl, func() { w.changeSize(0) }},
		{fyne.KeyQ, ctrl, w.window.Close},
	} {
		shortcut := &desktop.CustomShortcut{KeyName: k.key, Modifier: k.mod}
		w.window.Canvas().AddShortcut(shortcut, func(fyne.Shortcut) { k.does() })
	}
	w.window.Canvas().SetOnTypedKey(w.onKey)
	w.window.Canvas().SetOnTypedRune(w.onRune)
}

func (w *Window) onKey(e *fyne.KeyEvent) {
	if w.covered() {
		if e.Name == fyne.KeyEscape {
			w.closePopups()
		}
		return
	}
	if keyed, ok := w.page(w.place.Page).(page.Keyed); ok && keyed.Key(e.Name) {
		return
	}
	switch e.Name {
	case fyne.KeyF1:
		w.showKeys()
	case fyne.KeyF10:
		w.openMenu()
	case fyne.KeyEscape:
		if !w.tips.Clear() && w.place.Page == route.Role {
			w.back()
		}
	}
}

// covered reports whether something is open over the page, which then takes no
// keys.
func (w *Window) covered() bool { return w.window.Canvas().Overlays().Top() != nil }

func (w *Window) onRune(r rune) {
	if w.covered() {
		return
	}
	if keyed, ok := w.page(w.place.Page).(page.Keyed); ok && keyed.Rune(r) {
		return
	}
	if r == '/' && w.place.Page != route.Welcome {
		w.search()
	}
}

// search goes to the page's search, or to Explore's.
func (w *Window) search() {
	w.closePopups()
	if s, ok := w.page(w.place.Page).(page.Searcher); ok {
		s.Search()
		return
	}
	w.Go(route.Route{Page: route.Explore})
	if s, ok := w.page(route.Explore).(page.Searcher); ok {
		s.Search()
	}
}

func (w *Window) stepTab(d int) {
	if t, ok := w.page(w.place.Page).(page.Tabbed); ok {
		t.StepTab(d)
	}
}
