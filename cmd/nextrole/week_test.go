//go:build journey

package main_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/route"
	"nextrole/ui/widget"
)

// onSlider reports whether the keyboard is on a slider.
func onSlider(f fyne.Focusable) bool { _, ok := f.(*widget.Slider); return ok }

// BenchmarkSlider moves a slider of a week by half an hour, from the key to the
// window as it then stays.
func BenchmarkSlider(b *testing.B) {
	s := newScreen(b, 1400, 900)
	place := route.Route{Page: route.Role, Code: "29-9021.00", Tab: route.Week}.String()
	w := openTwins(s, nextrole.Settings{Welcomed: true, Theme: "light", Place: place})
	for range w.tabsTo(onSlider) {
		w.keys("Tab")
	}
	s.steady()
	var took []float64
	keys := []string{"Right", "Right", "Left", "Left"}
	for i := 0; b.Loop(); i++ {
		screen := watch(s)
		began := time.Now()
		s.xdotool("key", "--delay", "0", keys[i%len(keys)])
		took = append(took, ms(screen.whole().seen.Sub(began)))
		screen.close()
	}
	b.ReportMetric(median(took), "slider-ms")
}

// TestWeekByKeyboard works out a week by keys alone: time is given to the first
// task, the week is kept under a name, a step is undone, and all of it is there
// again at the next start.
func TestWeekByKeyboard(t *testing.T) {
	s := newScreen(t, 1400, 900)
	place := route.Route{Page: route.Role, Code: "29-9021.00", Tab: route.Week}.String()
	w := openTwins(s, nextrole.Settings{Welcomed: true, Theme: "light", Place: place})
	w.alike("the start")
	p := w.program
	tabs := w.tabsTo(onSlider)
	for range tabs {
		p.keys("Tab")
	}
	p.keys("Right", "Right", "Right", "Right")
	first := func(week nextrole.Week) nextrole.Share { return week.Tasks[0].Share }
	p.until("ten hours of the first task", func(s state) bool {
		return len(s.Weeks) == 1 && s.Weeks[0].Name == "" && first(s.Weeks[0]) == 2500 && s.Weeks[0].Total() == nextrole.Whole
	})
	p.keys("ctrl+s")
	p.write("Builds")
	p.keys("Return")
	p.until("the week under its name", func(s state) bool {
		return len(s.Weeks) == 2 && s.Weeks[1].Name == "Builds" && first(s.Weeks[1]) == 2500
	})
	p.keys("ctrl+z")
	p.until("the step undone", func(s state) bool { return first(s.Weeks[0]) == 2000 && first(s.Weeks[1]) == 2500 })
	p.keys("ctrl+y")
	p.until("the step done again", func(s state) bool { return first(s.Weeks[0]) == 2500 })
	if kept := p.quit(); kept.Settings.Place != place {
		t.Errorf("left off at %s", kept.Settings.Place)
	}

	p = open(s, w.library)
	for range tabs {
		p.keys("Tab")
	}
	p.keys("Left")
	p.until("the next start goes on from there", func(s state) bool { return first(s.Weeks[0]) == 2375 })
	p.quit()
}
