package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/assets"
	"nextrole/ui/display"
	"nextrole/ui/layout"
	"nextrole/ui/session"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Run opens the window on a session and returns when it is closed.
func Run(a fyne.App, s *session.Session) error {
	t, err := theme.New(theme.Mode(s.Settings().Theme))
	if err != nil {
		return err
	}
	a.Settings().SetTheme(t)
	if icon, err := assets.Icon("nextrole.png"); err == nil {
		a.SetIcon(fyne.NewStaticResource("nextrole.png", icon))
	}
	w := a.NewWindow("NextRole")
	w.SetPadded(false)
	w.SetMaster()
	win := New(w, s)
	w.Resize(openingSize(s.Settings()))
	w.SetOnClosed(win.onClosed)
	w.CenterOnScreen()
	return showAndRun(a, w)
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

// ShowProblem opens a window that says why the program cannot go on, what is
// safe and what to do, and returns when it is closed. The error is that no
// window can be opened.
func ShowProblem(a fyne.App, what, safe, do string) error {
	w := a.NewWindow("NextRole")
	w.SetPadded(false)
	quit := widget.NewPrimary("Close", "", w.Close)
	w.SetContent(layout.NewLayers(widget.NewFill(theme.Bg), layout.NewInset(28, 32, 28, 32, layout.NewStack(12,
		layout.NewRow(10, widget.NewIcon("warn", 20, theme.StatusError), widget.NewText("The library cannot be opened", theme.Heading, theme.Text)),
		widget.NewParagraph(strings.ToUpper(what[:1])+what[1:], theme.BodyStrong, theme.Text),
		widget.NewParagraph(safe, theme.Body, theme.Text2),
		widget.NewParagraph(do, theme.Body, theme.Text),
		layout.NewInset(8, 0, 0, 0, layout.NewRow(0, quit))))))
	w.Resize(fyne.NewSize(620, 320))
	w.CenterOnScreen()
	w.Canvas().Focus(quit)
	return showAndRun(a, w)
}
