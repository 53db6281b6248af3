package ui

import "nextrole/ui/theme"

// Keys returns what F1 shows.
func Keys() (keys, does []string) {
	for _, k := range keyTable {
		keys, does = append(keys, k.keys), append(does, k.does)
	}
	return keys, does
}

// Stop ends what would go on after a test: the time of a notice.
func (w *Window) Stop() {
	if w.notice.timer != nil {
		w.notice.timer.Stop()
	}
}

// SetTheme is what the menu does.
func (w *Window) SetTheme(m theme.Mode) { w.setTheme(m) }
