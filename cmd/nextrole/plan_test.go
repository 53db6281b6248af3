//go:build journey

package main_test

import (
	"testing"

	"nextrole"
	"nextrole/ui/route"
)

// TestPlan weighs moves from the role that the person knows: the keyboard is on the list
// at once, leads to the second closest, opens it and comes back.
func TestPlan(t *testing.T) {
	s := newScreen(t, 1400, 900)
	w := openTwins(s, nextrole.Settings{Welcomed: true, Theme: "light", Home: "29-9021.00", Place: "explore"})
	w.alike("the start")
	w.choose("Plan")
	p := w.program
	p.at("plan")
	p.keys("Down")
	second := route.ToRole("NR-0008").String()
	p.keys("Return")
	p.at(second)
	p.keys("alt+Left")
	p.at("plan")
	if kept := p.quit(); kept.Settings.Place != "plan" {
		t.Errorf("left off at %s", kept.Settings.Place)
	}
}
