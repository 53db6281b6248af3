package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"nextrole/ui/page"
	"nextrole/ui/theme"
)

// Drop drops files on the window.
func (w *Window) Drop(paths ...string) {
	var dropped []fyne.URI
	for _, p := range paths {
		dropped = append(dropped, storage.NewFileURI(p))
	}
	w.onDropped(fyne.Position{}, dropped)
}

// Keys returns what F1 shows.
func Keys() (keys, does []string) {
	for _, g := range keyTable {
		for _, k := range g.keys {
			keys, does = append(keys, k.keys), append(does, k.does)
		}
	}
	return keys, does
}

// Shortcuts returns the window's shortcuts as F1 writes them.
func (w *Window) Shortcuts() []string {
	names := map[fyne.KeyName]string{
		fyne.KeyReturn: "Enter", fyne.KeyEnter: "Enter", fyne.KeyEqual: "Plus", fyne.KeyPlus: "Plus", fyne.KeyMinus: "Minus",
	}
	var list []string
	for _, k := range w.shortcuts() {
		name, ok := names[k.key]
		if !ok {
			name = string(k.key)
		}
		if k.mod&fyne.KeyModifierShift != 0 && k.key != fyne.KeyEqual { // which is Plus then
			name = "Shift+" + name
		}
		if k.mod&fyne.KeyModifierAlt != 0 {
			name = "Alt+" + name
		} else {
			name = "Ctrl+" + name
		}
		list = append(list, name)
	}
	return list
}

// Stop ends what would go on after a test: the time of a notice.
func (w *Window) Stop() {
	if w.notice.timer != nil {
		w.notice.timer.Stop()
	}
}

// SetTheme is what the menu does.
func (w *Window) SetTheme(m theme.Mode) { w.setTheme(m) }

// Save asks where to save a file, as a page does.
func (w *Window) Save(f page.File) { w.saveAs(f) }

// HushTips takes away the explanation of what has the keyboard.
func (w *Window) HushTips() { w.tips.Clear() }
