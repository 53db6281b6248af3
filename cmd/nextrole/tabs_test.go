//go:build journey

package main_test

import (
	"testing"

	"nextrole"
	"nextrole/ui/route"
)

// TestEveryTab opens each tab of a role by a click and compares what is seen
// with the same window in memory, then goes back through them by keys, writes a
// note, ends the program in mid-word as a loss of power would, and finds the
// place and the note again.
func TestEveryTab(t *testing.T) {
	s := newScreen(t, 1400, 900)
	place := func(tab route.Tab) string {
		return route.Route{Page: route.Role, Code: "29-9021.00", Tab: tab}.String()
	}
	w := openTwins(s, nextrole.Settings{Welcomed: true, Theme: "light", Place: place(route.Summary)})
	w.alike("the start")
	names := []string{"Tasks & AI", "Pay & outlook", "Skills & tools", "Getting in", "Related", "Sources"}
	for i, name := range names {
		w.choose(name)
		w.at(place(route.Tabs()[i+1]))
	}
	w.choose("Summary")
	w.press("the field of the note", aNote)
	const text = "Ask Ana about cancer registries."
	w.both(text)
	w.until("the note", func(s state) bool { return len(s.Notes) == 1 && s.Notes[0].Text == text })
	if err := w.process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-w.ended

	p := open(s, w.library)
	p.keys("ctrl+shift+Tab")
	p.at(place(route.Sources))
	p.keys("alt+Left")
	p.at(place(route.Summary))
	p.keys("ctrl+Tab", "ctrl+Tab")
	p.at(place(route.Pay))
	kept := p.quit()
	if len(kept.Notes) != 1 || kept.Notes[0].Text != text || kept.Notes[0].Saved.IsZero() {
		t.Errorf("kept after the end: %+v", kept.Notes)
	}
}
