package ui

import (
	"errors"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// saver is the panel that asks where a file shall be saved, and saves it there.
type saver struct {
	w     *Window
	file  page.File
	panel *widget.Panel

	field   *widget.Search
	problem *widget.Text
	alert   *fyne.Container // the problem with its icon
	save    *widget.Button
	form    *fyne.Container // asks for the path
	there   *widget.Text
	keep    *widget.Button
	ask     *fyne.Container // asks whether to replace a file
	target  string
	busy    bool
}

const saverWidth = 620

// saveAs asks where to save a file.
func (w *Window) saveAs(f page.File) {
	w.closePopups()
	w.tips.Clear()
	if w.folder == "" {
		w.folder = startFolder()
	}
	s := &saver{w: w, file: f}
	s.makeForm()
	s.makeAsk()
	s.ask.Hide()
	s.panel = widget.ShowPanel(w.window.Canvas(), saverWidth, layout.NewLayers(s.form, s.ask))
	s.field.SetText(filepath.Join(w.folder, suggested(f, w.session.Now())))
	s.field.Focus()
}

func (s *saver) makeForm() {
	s.field = widget.NewField("Save as")
	s.field.Most = 500 // a path may be long
	s.field.OnSubmit = s.onSave
	s.field.OnKey = s.onKey
	s.field.OnChange = func(string) { s.say("") }
	s.problem = widget.NewParagraph("", theme.Body, theme.Text)
	s.alert = layout.NewBar(8, 1, widget.NewIcon("warn", 16, theme.StatusError), s.problem)
	s.alert.Hide()
	s.save = widget.NewPrimary("Save", "", s.onSave)
	cancel := widget.NewButton("Cancel", "", func() { s.panel.Hide() })
	choose := widget.NewButton("Choose folder…", "", s.onChoose)
	for _, b := range []*widget.Button{s.save, cancel, choose} {
		b.OnKey = s.onKey
	}
	s.form = layout.NewStack(12,
		widget.NewText("Save as", theme.Title, theme.Text),
		widget.NewParagraph(s.file.What+". “~” stands for your home folder.", theme.Body, theme.Text2),
		s.field, s.alert,
		layout.NewBar(8, 1, choose, layout.NewStack(0), cancel, s.save))
}

func (s *saver) makeAsk() {
	s.there = widget.NewParagraph("", theme.Body, theme.Text2)
	s.keep = widget.NewPrimary("Keep it", "", s.onKeep)
	replace := widget.NewButton("Replace it", "", func() { s.write(true) })
	s.keep.OnKey, replace.OnKey = s.onAskKey, s.onAskKey
	s.ask = layout.NewStack(12,
		widget.NewText("Replace the file?", theme.Title, theme.Text), s.there,
		layout.NewBar(8, 0, layout.NewStack(0), replace, s.keep))
}

func (s *saver) onKey(key fyne.KeyName) bool {
	if key == fyne.KeyEscape {
		s.panel.Hide()
	}
	return key == fyne.KeyEscape
}

func (s *saver) onAskKey(key fyne.KeyName) bool {
	if key == fyne.KeyEscape {
		s.onKeep()
	}
	return key == fyne.KeyEscape
}

// say tells why the file was not saved; "" takes that away.
func (s *saver) say(problem string) {
	if problem == s.problem.String() {
		return
	}
	s.problem.Set(problem)
	s.alert.Hidden = problem == ""
	s.panel.Resize()
}

func (s *saver) onSave() { s.write(false) }

// onKeep goes back to the path, so that another name can be given.
func (s *saver) onKeep() {
	s.ask.Hide()
	s.form.Show()
	s.panel.Resize()
	s.field.Focus()
}

// write saves the file off the UI goroutine.
func (s *saver) write(replace bool) {
	if s.busy {
		return
	}
	s.busy = true
	s.save.SetEnabled(false)
	s.target = located(s.field.Text(), s.w.folder, s.file.Ext)
	target, contents := s.target, s.file.Make
	s.w.session.Run(func() error {
		content, err := contents()
		if err != nil {
			return err
		}
		return writeFile(target, replace, content)
	}, s.onWritten)
}

func (s *saver) onWritten(err error) {
	s.busy = false
	s.save.SetEnabled(true)
	switch {
	case err == nil:
		s.w.folder = filepath.Dir(s.target)
		if s.panel.Open() {
			s.panel.Hide()
		}
		s.w.notice.show("Saved "+s.target, "", nil)
	case !s.panel.Open(): // closed in the meantime
		s.w.notice.problem("Not saved: " + trouble(s.target, err))
	case errors.Is(err, errThere):
		s.there.Set(s.target + " is there already. If you replace it, what it holds now is lost.")
		s.form.Hide()
		s.ask.Show()
		s.panel.Resize()
		widget.FocusOn(s.keep)
	default:
		s.onKeep()
		s.say(trouble(s.target, err))
	}
}

// onChoose lets the person look for a folder; the name of the file stays.
func (s *saver) onChoose() {
	target := located(s.field.Text(), s.w.folder, s.file.Ext)
	folder := dialog.NewFolderOpen(func(chosen fyne.ListableURI, err error) {
		if err != nil {
			s.say("The folder cannot be opened: " + err.Error() + ". Type its path instead.")
		} else if chosen != nil {
			s.field.SetText(filepath.Join(chosen.Path(), filepath.Base(target)))
			s.say("")
		}
		s.field.Focus()
	}, s.w.window)
	folder.SetTitleText("Choose a folder")
	folder.SetConfirmText("Choose")
	if at, err := storage.ListerForURI(storage.NewFileURI(filepath.Dir(target))); err == nil {
		folder.SetLocation(at)
	}
	folder.Show()
	size := s.w.window.Canvas().Size()
	folder.Resize(fyne.NewSize(min(800, size.Width-40), min(560, size.Height-40))) // there is nothing to resize before
}
