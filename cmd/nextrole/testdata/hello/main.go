// Hello is the least that Fyne can show: what NextRole's start and memory are
// measured against. Its window is as large as NextRole's.
package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	a := app.NewWithID("org.nextrole.hello")
	w := a.NewWindow("Hello")
	w.SetContent(container.NewVBox(widget.NewLabel("Hello, world"), widget.NewButton("Quit", a.Quit)))
	w.Resize(fyne.NewSize(1366, 840))
	w.CenterOnScreen()
	w.ShowAndRun()
}
