package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nextrole/ui/page"
	"nextrole/ui/route"
)

// keyGroup is a part of what F1 shows.
type keyGroup struct {
	name string
	keys []keyHelp
}

type keyHelp struct{ keys, does string }

// keyTable is what F1 shows.
var keyTable = []keyGroup{
	{"Go somewhere", []keyHelp{
		{"Ctrl+1, Ctrl+2, Ctrl+3", "Explore, Compare, Plan"},
		{"Ctrl+6, Ctrl+7", "Library, Settings"},
		{"Ctrl+K", "Go to a role or screen"},
		{"Ctrl+F, /", "Search in Explore"},
		{"Ctrl+Enter", "Compare the pinned roles"},
		{"Alt+Left, Alt+Right", "Back, forward"},
		{"Esc", "Clear, close, or go back"},
	}},
	{"In lists and pages", []keyHelp{
		{"Tab, Shift+Tab", "Next control, the one before"},
		{"Enter, Space", "Press what has the keyboard; Enter opens the role chosen in a list"},
		{"Up, Down, Home, End", "Move in a list or menu, or scroll"},
		{"Page Up, Page Down", "A page up or down"},
		{"1 to 9", "In the method: go to that part"},
		{"Ctrl+C", "In the method: copy it as text"},
	}},
	{"A role", []keyHelp{
		{"P", "Pin or unpin it"},
		{"Ctrl+Tab, Ctrl+Shift+Tab", "Next tab, the one before"},
		{"Alt+Left, Alt+Right", "In Compare, on a role: move it"},
		{"Ctrl+S", "In Compare and My week: keep it under a name"},
		{"Ctrl+Z", "In My week: undo"},
		{"Ctrl+Y, Ctrl+Shift+Z", "In My week: redo"},
		{"Left, Right; with Shift", "On a slider: half an hour; two hours"},
		{"Ctrl+E", "Export the comparison, or the chart that has the keyboard"},
	}},
	{"Charts", []keyHelp{
		{"Tab, then arrows", "Enter a chart and move between its marks"},
		{"Alt+T", "Show a chart as a table"},
		{"Ctrl+C", "Copy its table as CSV"},
	}},
	{"The window", []keyHelp{
		{"Ctrl+Plus, Ctrl+Minus, Ctrl+0", "Interface larger, smaller, normal"},
		{"F10", "Menu"},
		{"F1", "This list"},
		{"Ctrl+Q", "Quit"},
	}},
}

// shortcut is a key of the window that works together with others.
type shortcut struct {
	key  fyne.KeyName
	mod  fyne.KeyModifier
	does func()
}

func (w *Window) shortcuts() []shortcut {
	ctrl, alt := fyne.KeyModifierShortcutDefault, fyne.KeyModifierAlt
	welcomed := func(does func()) func() { // the first run is answered or skipped, not left
		return func() {
			if w.welcomed() {
				does()
			}
		}
	}
	to := func(p route.Page) func() { return welcomed(func() { w.Go(route.Route{Page: p}) }) }
	return []shortcut{
		{fyne.Key1, ctrl, to(route.Explore)},
		{fyne.Key2, ctrl, to(route.Compare)},
		{fyne.Key3, ctrl, to(route.Plan)},
		{fyne.Key6, ctrl, to(route.Library)},
		{fyne.Key7, ctrl, to(route.Settings)},
		{fyne.KeyK, ctrl, welcomed(w.openGoTo)},
		{fyne.KeyF, ctrl, welcomed(w.search)},
		{fyne.KeyReturn, ctrl, to(route.Compare)},
		{fyne.KeyEnter, ctrl, to(route.Compare)},
		{fyne.KeyLeft, alt, w.back},
		{fyne.KeyRight, alt, w.forward},
		{fyne.KeyE, ctrl, w.export},
		{fyne.KeyS, ctrl, w.keep},
		{fyne.KeyZ, ctrl | fyne.KeyModifierShift, w.redo},
		{fyne.KeyTab, fyne.KeyModifierControl, func() { w.stepTab(1) }},
		{fyne.KeyTab, fyne.KeyModifierControl | fyne.KeyModifierShift, func() { w.stepTab(-1) }},
		{fyne.KeyEqual, ctrl, func() { w.changeSize(1) }},
		{fyne.KeyEqual, ctrl | fyne.KeyModifierShift, func() { w.changeSize(1) }},
		{fyne.KeyPlus, ctrl, func() { w.changeSize(1) }},
		{fyne.KeyMinus, ctrl, func() { w.changeSize(-1) }},
		{fyne.Key0, ctrl, func() { w.changeSize(0) }},
		{fyne.KeyQ, ctrl, w.window.Close},
	}
}

// addKeys gives the window its keys. An entry passes on the shortcuts that it
// does not know, see widget.PassShortcut.
func (w *Window) addKeys() {
	c := w.window.Canvas()
	for _, k := range w.shortcuts() {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: k.key, Modifier: k.mod}, func(fyne.Shortcut) { k.does() })
	}
	c.AddShortcut(&fyne.ShortcutCopy{}, func(fyne.Shortcut) { w.copyPage() })
	c.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { w.undo() }) // Ctrl+Z
	c.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { w.redo() }) // Ctrl+Y
	c.SetOnTypedKey(w.onKey)
	c.SetOnTypedRune(w.onRune)
}

// copyPage copies a page that can be copied, where nothing lies over it.
func (w *Window) copyPage() {
	if p, ok := w.page(w.place.Page).(page.Copier); ok && !w.covered() {
		p.Copy()
	}
}

// welcomed reports whether the first run is over; until then its questions are
// the only page.
func (w *Window) welcomed() bool { return w.place.Page != route.Welcome }

func (w *Window) onKey(e *fyne.KeyEvent) {
	if w.covered() {
		switch e.Name {
		case fyne.KeyEscape:
			w.closeTop()
		case fyne.KeyF1:
			w.closePopups()
			w.showKeys()
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
		if leaf := w.place.Page == route.Role || w.place.Page == route.Method; !w.tips.Clear() && leaf {
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
	if r == '/' && w.welcomed() {
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

// export offers what the page has to save as a file.
func (w *Window) export() {
	if p, ok := w.page(w.place.Page).(page.Exporter); ok && !w.covered() {
		p.Export()
	}
}

// keep keeps what the page has in the library.
func (w *Window) keep() {
	if p, ok := w.page(w.place.Page).(page.Keeper); ok && !w.covered() {
		p.Keep()
	}
}

func (w *Window) undo() {
	if p, ok := w.page(w.place.Page).(page.Undoer); ok && !w.covered() {
		p.Undo()
	}
}

func (w *Window) redo() {
	if p, ok := w.page(w.place.Page).(page.Undoer); ok && !w.covered() {
		p.Redo()
	}
}

func (w *Window) stepTab(d int) {
	if t, ok := w.page(w.place.Page).(page.Tabbed); ok {
		t.StepTab(d)
	}
}
