package ui

import (
	"errors"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/assets"
	"nextrole/ui/display"
	"nextrole/ui/task"
)

// Run opens the window on the library of a shelf and returns when it is closed.
// The error is for a terminal: why there was no library to the end.
func Run(a fyne.App, shelf Shelf) error {
	if icon, err := assets.Icon("nextrole.png"); err == nil {
		a.SetIcon(fyne.NewStaticResource("nextrole.png", icon))
	}
	queue := task.NewQueue()
	o, err := Open(shelf, queue, func() fyne.Window {
		w := a.NewWindow("NextRole")
		w.SetPadded(false)
		w.SetMaster()
		return w
	})
	a.Lifecycle().SetOnEnteredForeground(o.Look)
	if err == nil {
		err = showAndRun(a, o.window)
	}
	queue.Close()
	return errors.Join(err, o.Close())
}

// showAndRun returns when the window is closed, or at once where none can be.
func showAndRun(a fyne.App, w fyne.Window) error {
	if err := display.Show(w); err != nil {
		return err
	}
	a.Run()
	return nil
}

// openingSize is the size the window was left with, or as designed, in DIP.
func openingSize(settings nextrole.Settings) fyne.Size {
	width, height := settings.Width, settings.Height
	if width < leastWidth || height < leastHeight {
		width, height = designWidth, designHeight
	}
	scale := interfaceScale()
	return fyne.NewSize(width/scale, height/scale)
}

// onClosed keeps the size of the window, and what is not saved yet.
func (w *Window) onClosed() {
	size, scale := w.window.Canvas().Size(), interfaceScale()
	w.session.Remember(func(s *nextrole.Settings) {
		s.Width, s.Height = size.Width*scale, size.Height*scale
	})
	w.session.Flush()
}
