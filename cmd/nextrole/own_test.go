//go:build journey

package main_test

import (
	"testing"

	"nextrole"
	"nextrole/ui/route"
)

// TestOwnByKeyboard makes an assessment by keys alone: it is started from nothing, a
// task and a signal are rated, the signal gets its reason, a version is kept, a step is
// undone, and all of it is there again at the next start.
func TestOwnByKeyboard(t *testing.T) {
	s := newScreen(t, 1400, 900)
	place := route.Route{Page: route.Role, Code: "29-9021.00", Tab: route.Own}.String()
	w := openTwins(s, nextrole.Settings{Welcomed: true, Theme: "light", Place: place})
	w.alike("the start")
	now := func(s state) nextrole.Inputs {
		if len(s.Works) != 1 {
			return nextrole.Inputs{Tasks: make([]nextrole.AssessedTask, 1)}
		}
		return *s.Works[0].Now().Inputs
	}
	last := func(s state) nextrole.Revision { return s.Works[0].Revisions[len(s.Works[0].Revisions)-1] }

	w.reach("Start: From nothing. One task that is all of the work, for you to divide.")
	w.enter()
	w.until("an assessment", func(s state) bool { return len(s.Works) == 1 && last(s).Note == "Started from nothing" })

	w.reach("All of the work, how much of it AI can do, 3")
	w.both("2")
	w.until("its score", func(s state) bool { return now(s).Tasks[0].Score == 2 && last(s).Open })

	w.reach("Job posting trends: change its reason")
	w.enter()
	const reason = "Fewer postings than a year ago"
	w.both(reason)
	w.reach("Done")
	w.enter()
	w.until("the reason", func(s state) bool { return now(s).Evidence[0].Reason == reason })

	p := w.program
	p.keys("ctrl+s")
	p.write("First")
	p.keys("Return")
	p.until("the version", func(s state) bool { return last(s).Note == "First" && !last(s).Open })
	p.keys("ctrl+z")
	p.until("the reason undone", func(s state) bool { return now(s).Evidence[0].Reason == "" && len(s.Works[0].Revisions) == 3 })
	p.keys("ctrl+y")
	p.until("the reason again", func(s state) bool { return now(s).Evidence[0].Reason == reason && len(s.Works[0].Revisions) == 2 })
	if kept := p.quit(); kept.Settings.Place != place {
		t.Errorf("left off at %s", kept.Settings.Place)
	}
	p = open(s, w.library)
	p.at(place)
	if kept := p.quit(); now(kept).Tasks[0].Score != 2 || len(kept.Works[0].Revisions) != 2 {
		t.Errorf("at the next start: %+v", kept.Works)
	}
}
