package ui

import (
	"fmt"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nextrole/ui/problem"
	"nextrole/ui/route"
	"nextrole/ui/session"
	"nextrole/ui/theme"
)

// Library is the person's library, open.
type Library interface {
	session.Library
	// Stale reports whether a library that is read-only was changed elsewhere
	// since it was opened.
	Stale() (bool, error)
	Close() error
}

// Shelf is where the window gets its library from; cmd supplies it.
type Shelf interface {
	// Open opens the library, or a copy of it to read.
	Open(readOnly bool) (Library, error)
	// Explain tells a person what an error of Open or Rescue means.
	Explain(error) *problem.Trouble
	// Rescue puts a new library in the place of a damaged one, with what can be
	// saved, and returns where the damaged one is kept.
	Rescue() (aside string, err error)
	// Untold returns where it is written down how the program ended when it
	// should not have, if the person has not been told; else "". Told keeps in
	// mind that they have been.
	Untold() string
	Told() error
}

// Opening leads to a window on a library: at once, or by way of a page that says
// why there is none and what can be done.
type Opening struct {
	window fyne.Window
	shelf  Shelf
	runner session.Runner

	library Library // nil where none is open
	content *Window // on the library
	page    *problem.Page
	trouble *problem.Trouble // nil once a library is open
	busy    bool             // with a choice
}

// Open makes a window and shows in it the library of a shelf, or the trouble with
// it. The library is first, since it has the size to show the window at.
func Open(shelf Shelf, runner session.Runner, window func() fyne.Window) (*Opening, error) {
	o := &Opening{shelf: shelf, runner: runner}
	found := o.load(false)
	if found.session != nil {
		if err := UseSize(found.session.Settings().Size); err != nil {
			o.library = found.library
			return o, err
		}
	}
	o.window = window()
	o.show(found)
	return o, nil
}

// Window returns the window's content, nil as long as there is trouble.
func (o *Opening) Window() *Window { return o.content }

// Close closes the library. The error is that, or the trouble there is.
func (o *Opening) Close() error {
	if o.trouble != nil {
		return o.trouble
	}
	return o.library.Close()
}

// opened is what came of opening a library.
type opened struct {
	library Library
	session *session.Session
	trouble *problem.Trouble
	crash   string // where it is written down, if the person is to be told
}

// load opens the library. It needs no window.
func (o *Opening) load(readOnly bool) opened {
	l, err := o.shelf.Open(readOnly)
	if err != nil {
		return opened{trouble: o.shelf.Explain(err)}
	}
	s, err := session.Open(l, o.runner)
	if err != nil {
		if closeErr := l.Close(); closeErr != nil {
			err = fmt.Errorf("%w; and it could not be closed: %w", err, closeErr)
		}
		return opened{trouble: o.shelf.Explain(err)}
	}
	found := opened{library: l, session: s}
	if !readOnly { // another window is at it
		found.crash = o.shelf.Untold()
	}
	return found
}

// show brings into the window what came of opening a library.
func (o *Opening) show(found opened) {
	if found.trouble != nil {
		o.showTrouble(found.trouble)
		return
	}
	o.window.Resize(openingSize(found.session.Settings())) // first, so that all is laid out once
	o.enter(found)
	o.window.CenterOnScreen()
}

// enter shows a library in the window as it stands.
func (o *Opening) enter(found opened) {
	mode := theme.Mode(found.session.Settings().Theme)
	if t, err := theme.New(mode); err == nil {
		fyne.CurrentApp().Settings().SetTheme(t)
	}
	o.library, o.trouble, o.page = found.library, nil, nil
	o.content = New(o.window, found.session)
	o.content.banner.tryAgain = o.tryAgain
	o.window.SetOnClosed(o.content.onClosed)
	if found.crash != "" {
		o.content.notice.problem("NextRole ended unexpectedly the last time. What you had saved is safe. " +
			"Where it ended is written down, without anything of yours, in " + found.crash)
		o.runner.Run(o.shelf.Told, func(err error) {
			if err != nil {
				o.content.notice.problem("That NextRole ended unexpectedly will be said again: " + err.Error())
			}
		})
	}
}

func (o *Opening) showTrouble(t *problem.Trouble) {
	if look, err := theme.New(theme.System); err == nil && o.trouble == nil {
		fyne.CurrentApp().Settings().SetTheme(look)
	}
	o.trouble = t
	o.page = problem.New(t, o.choose)
	o.window.SetContent(o.page.Content)
	o.window.Resize(o.page.Size())
	o.window.CenterOnScreen()
	c := o.window.Canvas()
	quit := &desktop.CustomShortcut{KeyName: fyne.KeyQ, Modifier: fyne.KeyModifierShortcutDefault}
	c.AddShortcut(quit, func(fyne.Shortcut) { o.window.Close() })
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			o.window.Close()
		}
	})
	c.Focus(o.page.Focus)
}

// choose does what a person chooses of a trouble.
func (o *Opening) choose(a problem.Action) {
	switch a {
	case problem.Close:
		o.window.Close()
	case problem.OpenReadOnly:
		o.try(func() (opened, string) { return o.load(true), "" })
	case problem.TryAgain:
		o.try(func() (opened, string) { return o.load(false), "" })
	case problem.StartWith, problem.StartNew:
		was := o.trouble
		o.try(func() (opened, string) {
			aside, err := o.shelf.Rescue()
			if err != nil {
				t := o.shelf.Explain(err)
				return opened{trouble: was}, "That did not work. " + t.Sentence() + ". " + t.Safe + " " + t.Do
			}
			return o.load(false), "This is your new library. The damaged file is kept as " + filepath.Base(aside) + "."
		})
	}
}

// try tries to open a library off the UI goroutine, and shows what came of it.
func (o *Opening) try(open func() (found opened, said string)) {
	if o.busy {
		return
	}
	o.busy = true
	o.page.Say("One moment…")
	var found opened
	var said string
	o.runner.Run(func() error { found, said = open(); return nil }, func(error) {
		o.busy = false
		o.show(found)
		switch {
		case found.trouble == nil && said != "":
			o.content.notice.show(said, "", nil)
		case found.trouble != nil && said != "":
			o.say(said)
		case found.trouble != nil && found.trouble.InUse:
			o.say("It is still open in the other window.")
		case found.trouble != nil:
			o.say("Tried again. It is as you see here.")
		}
	})
}

// say says on the page of a trouble what came of a choice.
func (o *Opening) say(text string) {
	o.page.Say(text)
	o.window.Resize(o.page.Size())
}

// Look looks whether the other window has saved something since, as when the
// person comes back from it.
func (o *Opening) Look() {
	if o.library == nil || !o.library.ReadOnly() || o.busy {
		return
	}
	library, content, stale := o.library, o.content, false
	o.runner.Run(func() (err error) {
		stale, err = library.Stale()
		return err
	}, func(err error) {
		if err == nil && stale { // a file that is gone for now is told of where it matters
			content.banner.stale()
		}
	})
}

// tryAgain makes a window that is read-only one that saves, once the other one
// is closed. Until then it shows what the other one has saved meanwhile.
func (o *Opening) tryAgain() {
	if o.busy {
		return
	}
	o.busy = true
	var found opened
	o.runner.Run(func() error {
		found = o.load(false)
		if found.trouble == nil || !found.trouble.InUse {
			return nil
		}
		stale, err := o.library.Stale()
		if err == nil && stale {
			found = o.load(true)
		}
		return err
	}, func(err error) {
		o.busy = false
		switch {
		case err != nil:
			o.content.notice.problem(o.shelf.Explain(err).Sentence())
		case found.trouble != nil && found.trouble.InUse:
			o.content.notice.show("It is still open in the other window, which has saved nothing new.", "", nil)
		case found.trouble != nil:
			o.content.notice.problem(found.trouble.Sentence())
		case found.library.ReadOnly():
			o.replace(found)
			o.content.notice.show("It is still open in the other window. You now see what was saved there last.", "", nil)
		default:
			o.replace(found)
			o.content.notice.show("What you change is saved again.", "", nil)
		}
	})
}

// replace shows another state of the library where the person is.
func (o *Opening) replace(found opened) {
	place, said, before := o.content.Place(), o.content.notice.log, o.library
	o.enter(found)
	o.content.notice.log = append(said, o.content.notice.log...)
	if _, known := found.session.Role(place.Code); known || place.Page != route.Role {
		o.content.Go(place)
	}
	o.runner.Run(before.Close, func(err error) {
		if err != nil {
			o.content.notice.problem(o.shelf.Explain(err).Sentence())
		}
	})
}
