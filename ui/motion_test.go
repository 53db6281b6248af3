package ui_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/route"
	"nextrole/ui/uitest"
)

// counted is an app that counts the animations that Fyne starts.
type counted struct {
	fyne.App

	started *int
}

func (c counted) Driver() fyne.Driver { return countedDriver{c.App.Driver(), c.started} }

type countedDriver struct {
	fyne.Driver

	started *int
}

func (d countedDriver) StartAnimation(a *fyne.Animation) { *d.started++ }
func (d countedDriver) StopAnimation(*fyne.Animation)    {}

// With reduced motion the cursor of an entry does not blink, from the moment
// it is chosen. Its beginning also tells when Fyne's entry starts no animation
// any more, and the wrapped app is not needed.
func TestReducedMotion(t *testing.T) {
	s := start(t)
	started := 0
	app := fyne.CurrentApp()
	fyne.SetCurrentApp(counted{app, &started})
	t.Cleanup(func() { fyne.SetCurrentApp(app) })
	blinks := func() bool {
		started = 0
		s.window.Go(route.Route{Page: route.Settings})
		s.Ctrl(fyne.KeyF)
		return started > 0
	}
	if !blinks() {
		t.Fatal("no entry is animated even with full motion: is the wrapped app still needed?")
	}
	s.window.Go(route.Route{Page: route.Settings})
	s.Tap("Reduced")
	if !s.library.Choices.Calm {
		t.Error("the choice is not kept")
	}
	if blinks() {
		t.Error("an animation starts although motion is reduced")
	}
	s.Ctrl(fyne.KeyK)
	if started > 0 {
		t.Error("an animation starts in go-to")
	}
	s.window.Go(route.Route{Page: route.Settings})
	s.Tap("Full")
	if !blinks() {
		t.Error("full motion does not come back")
	}
}

// At the next start it is as it was left; the app is wrapped only where it has
// to be.
func TestReducedMotionIsRemembered(t *testing.T) {
	for _, calm := range []bool{false, true} {
		l := uitest.NewLibrary(t)
		l.Choices = nextrole.Settings{Welcomed: true, Calm: calm}
		s := open(t, l)
		if got := fyne.CurrentApp() != s.App; got != calm {
			t.Errorf("reduced %v: the app is wrapped %v", calm, got)
		}
	}
}

// What would move is at its end at once, so that nothing is left half way.
func TestStillAnimationsEnd(t *testing.T) {
	l := uitest.NewLibrary(t)
	l.Choices = nextrole.Settings{Welcomed: true, Calm: true}
	open(t, l)
	for _, back := range []bool{false, true} {
		var ticks []float32
		a := fyne.NewAnimation(time.Second, func(f float32) { ticks = append(ticks, f) })
		a.AutoReverse = back
		a.Start()
		want := []float32{1}
		if back {
			want = []float32{0}
		}
		if diff := cmp.Diff(want, ticks); diff != "" {
			t.Errorf("there and back %v (−want +got):\n%s", back, diff)
		}
		a.Stop()
	}
}
