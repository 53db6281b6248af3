// Nextrole is the desktop program: a window on a library of health-information
// roles. It works offline, on one file.
//
//	nextrole [--library FILE]
//	nextrole --tour FOLDER
//
// A tour needs no display: it draws the main screens as PNG, and writes the
// comparison as text, into a folder.
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2/app"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/crash"
	"nextrole/internal/source/starter"
	"nextrole/store"
	"nextrole/ui"
	"nextrole/ui/problem"
	"nextrole/ui/session"
)

func main() {
	crash.IfKeeper()
	library := flag.String("library", "", "the library `file`; by default in the data folder of the desktop")
	tour := flag.String("tour", "", "draw the main screens into a `folder` instead of opening a window")
	version := flag.Bool("version", false, "print the version")
	flag.Parse()
	if flag.NArg() > 0 {
		fmt.Fprintf(os.Stderr, "nextrole: unknown argument %q\n", flag.Arg(0))
		flag.Usage()
		os.Exit(2)
	}
	if *version {
		fmt.Println("NextRole", nextrole.Version)
		return
	}
	if err := run(*library, *tour); err != nil {
		fmt.Fprintln(os.Stderr, "nextrole:", err)
		os.Exit(1)
	}
}

const appID = "org.nextrole.desktop"

func run(path, tour string) (err error) {
	if tour != "" {
		return ui.Tour(app.NewWithID(appID), tour, openStarter)
	}
	if err := ui.NeedDisplay(); err != nil {
		return err
	}
	if path == "" {
		path, err = store.DefaultPath()
	}
	s := shelf{crash.LogOf(path), path, err}
	if err == nil {
		err = s.Keep()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "nextrole: where it ends by a crash will not be logged:", err)
	}
	defer func() { err = errors.Join(err, ui.Unreachable(recover())) }()
	return ui.Run(app.NewWithID(appID), s)
}

// shelf gives the window its library.
type shelf struct {
	crash.Log

	path    string
	nowhere error // why there is no path
}

// wait is how long to wait for a command to be done with the library. A window
// that has it is not going to be closed so soon, and the person is told.
const wait = 100 * time.Millisecond

// Open implements ui.Shelf.
func (s shelf) Open(readOnly bool) (ui.Library, error) {
	digest, err := starter.Digest(assets.Starter())
	if err := cmp.Or(s.nowhere, err); err != nil {
		return nil, err
	}
	l, err := store.Open(s.path, digest, readStarter, store.Options{ReadOnly: readOnly, Wait: wait})
	if err != nil {
		return nil, err // and no library that is one by its type alone
	}
	return l, nil
}

// Explain implements ui.Shelf.
func (s shelf) Explain(err error) *problem.Trouble {
	var e *store.Error
	if !errors.As(err, &e) {
		return &problem.Trouble{What: err.Error(), Safe: "Nothing was changed.", Do: "Start NextRole again."}
	}
	t := &problem.Trouble{What: e.Error(), Safe: e.Safe, Do: e.Do, InUse: e.Code == store.Locked}
	broken := e.Code == store.Damaged || e.Code == store.Truncated || e.Code == store.Empty
	if broken || e.Code == store.Foreign {
		saved, err := store.Salvage(s.path)
		if err == nil && (broken || !saved.Empty()) {
			t.Salvage = &problem.Salvage{
				Notes: len(saved.Notes), Pins: len(saved.Pins), Comparisons: len(saved.Comparisons), Weeks: len(saved.Weeks), Works: len(saved.Works),
				Settings: saved.Settings != nil, Older: saved.Older, Partial: saved.Partial,
			}
		}
	}
	return t
}

// Rescue implements ui.Shelf.
func (s shelf) Rescue() (string, error) {
	digest, err := starter.Digest(assets.Starter())
	if err != nil {
		return "", err
	}
	aside, _, err := store.Rescue(s.path, digest, readStarter, time.Now())
	return aside, err
}

func readStarter() (starter.Set, error) { return starter.Read(assets.Starter()) }

// openStarter opens the starter library in a folder, for a tour.
func openStarter(folder string) (session.Library, func() error, error) {
	l, err := shelf{path: filepath.Join(folder, "tour-library.db")}.Open(false)
	if err != nil {
		return nil, nil, err
	}
	return l, l.Close, nil
}
