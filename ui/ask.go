package ui

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// asker is the panel that asks for a file or a folder to read.
type asker struct {
	w       *Window
	pick    page.Pick
	panel   *widget.Panel
	field   *widget.Search
	problem *widget.Text
	alert   *fyne.Container
}

// ask asks for a file or a folder to read.
func (w *Window) ask(pick page.Pick) {
	w.closePopups()
	w.tips.Clear()
	if w.from == "" {
		w.from = startFolder()
	}
	a := &asker{w: w, pick: pick}
	what := "file"
	if pick.Folder {
		what = "folder"
	}
	a.field = widget.NewField("Path of the " + what)
	a.field.Most = 500 // a path may be long
	a.field.OnSubmit = a.onTake
	a.field.OnKey = a.onKey
	a.field.OnChange = func(string) { a.say("") }
	a.problem = widget.NewParagraph("", theme.Body, theme.Text)
	a.alert = layout.NewBar(8, 1, widget.NewIcon("warn", 16, theme.StatusError), a.problem)
	a.alert.Hide()
	take := widget.NewPrimary("Look at it", "", a.onTake)
	cancel := widget.NewButton("Cancel", "", func() { a.panel.Hide() })
	choose := widget.NewButton("Choose "+what+"…", "", a.onChoose)
	for _, b := range []*widget.Button{take, cancel, choose} {
		b.OnKey = a.onKey
	}
	a.panel = widget.ShowPanel(w.window.Canvas(), saverWidth, layout.NewStack(12,
		widget.NewText(pick.Title, theme.Title, theme.Text),
		widget.NewParagraph("“~” stands for your home folder. You can also drop it on the window.", theme.Body, theme.Text2),
		a.field, a.alert,
		layout.NewBar(8, 1, choose, layout.NewStack(0), cancel, take)))
	a.field.SetText(w.from + string(filepath.Separator))
	a.field.Focus()
}

func (a *asker) onKey(key fyne.KeyName) bool {
	if key == fyne.KeyEscape {
		a.panel.Hide()
	}
	return key == fyne.KeyEscape
}

func (a *asker) say(problem string) {
	if problem == a.problem.String() {
		return
	}
	a.problem.Set(problem)
	a.alert.Hidden = problem == ""
	a.panel.Resize()
}

// onTake takes the path that is typed, if there is something.
func (a *asker) onTake() {
	path := located(a.field.Text(), a.w.from, "")
	if _, err := os.Stat(path); err != nil {
		a.say("There is nothing at " + path + ". Check the path, or choose it.")
		return
	}
	a.w.from = filepath.Dir(path)
	a.panel.Hide()
	a.pick.Done(path)
}

// onChoose lets the person look for it.
func (a *asker) onChoose() {
	at, err := storage.ListerForURI(storage.NewFileURI(a.w.from))
	var d interface {
		Show()
		Resize(fyne.Size)
		SetLocation(fyne.ListableURI)
		SetTitleText(string)
	}
	chosen := func(u fyne.URI, err error) {
		if err != nil {
			a.say("It cannot be opened: " + err.Error() + ". Type its path instead.")
		} else if u != nil {
			a.field.SetText(u.Path())
			a.say("")
		}
		a.field.Focus()
	}
	if a.pick.Folder {
		d = dialog.NewFolderOpen(func(u fyne.ListableURI, err error) { chosen(u, err) }, a.w.window)
	} else {
		d = dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
			if f == nil {
				chosen(nil, err)
				return
			}
			chosen(f.URI(), f.Close())
		}, a.w.window)
	}
	d.SetTitleText(a.pick.Title)
	if err == nil {
		d.SetLocation(at)
	}
	d.Show()
	size := a.w.window.Canvas().Size()
	d.Resize(fyne.NewSize(min(800, size.Width-40), min(560, size.Height-40)))
}

// showOver shows something over the page until it is closed.
func (w *Window) showOver(title string, content fyne.CanvasObject) {
	w.showPanel(title, "Close", content, 680, 600)
}

// onDropped takes what is dropped on the window to the library page.
func (w *Window) onDropped(_ fyne.Position, dropped []fyne.URI) {
	if len(dropped) == 0 {
		return
	}
	if !w.welcomed() { // who comes with a file knows what to do first
		w.session.Remember(func(s *nextrole.Settings) { s.Welcomed = true })
	}
	var paths []string
	for _, u := range dropped {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if len(paths) == 0 {
		w.notice.problem("Only files and folders of this computer can be imported.")
		return
	}
	w.closePopups()
	w.Go(route.Route{Page: route.Library})
	if d, ok := w.page(route.Library).(page.Dropper); ok {
		d.Drop(paths)
	}
}
