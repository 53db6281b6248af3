package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// still is the app as Fyne sees it while motion is reduced. Fyne starts each of
// its animations, such as the blinking of a cursor, at the driver of the current
// app, and has no call to have none. The app is wrapped only as long as needed:
// on Windows and on a Mac Fyne repaints a window while it is being resized only
// if the driver is its own.
//
// To answer "no" when Fyne asks the settings whether to animate would not do: an
// entry then takes the color of its cursor from its frame, which is hidden.
type still struct{ fyne.App }

// Driver implements fyne.App.
func (a still) Driver() fyne.Driver {
	d := stillDriver{a.App.Driver()}
	if desk, ok := a.App.Driver().(desktop.Driver); ok {
		return stillDesktop{d, desk}
	}
	return d
}

type stillDriver struct{ fyne.Driver }

// StartAnimation implements fyne.Driver: what would move is at its end at once,
// or, where it would come back, at its beginning.
func (stillDriver) StartAnimation(a *fyne.Animation) {
	if a.AutoReverse {
		a.Tick(0)
	} else {
		a.Tick(1)
	}
}

// desk is a desktop's part of a driver, under a name of its own.
type desk = desktop.Driver

type stillDesktop struct {
	stillDriver
	desk
}

// applyMotion reduces motion, or not, as the settings say.
func (w *Window) applyMotion() {
	app := fyne.CurrentApp()
	before, isStill := app.(still)
	switch calm := w.session.Settings().Calm; {
	case calm && !isStill:
		fyne.SetCurrentApp(still{app})
	case !calm && isStill:
		fyne.SetCurrentApp(before.App)
	}
}
