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
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/source/starter"
	"nextrole/store"
	"nextrole/ui"
	"nextrole/ui/session"
	"nextrole/ui/task"
	"nextrole/ui/theme"
)

func main() {
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

func run(path, tour string) (err error) {
	if tour != "" {
		return ui.Tour(app.NewWithID(appID), tour, openStarter)
	}
	if err := needDisplay(); err != nil {
		return err
	}
	if path == "" {
		if path, err = store.DefaultPath(); err != nil {
			return showProblem(app.NewWithID(appID), err)
		}
	}
	defer func() { err = errors.Join(err, logCrash(path, recover())) }()
	a := app.NewWithID(appID)
	lib, err := openLibrary(path)
	if err != nil {
		return showProblem(a, err)
	}
	queue := task.NewQueue()
	defer func() {
		queue.Close()
		err = errors.Join(err, lib.Close())
	}()
	s, err := session.Open(lib, queue)
	if err != nil {
		return showProblem(a, err)
	}
	if err := ui.UseSize(s.Settings().Size); err != nil {
		return err
	}
	return ui.Run(a, s)
}

const appID = "org.nextrole.desktop"

func openLibrary(path string) (*store.Library, error) {
	digest, err := starter.Digest(assets.Starter())
	if err != nil {
		return nil, err
	}
	return store.Open(path, digest, readStarter, store.Options{})
}

func readStarter() (starter.Set, error) { return starter.Read(assets.Starter()) }

// openStarter opens the starter library in a folder, for a tour.
func openStarter(folder string) (session.Library, func() error, error) {
	lib, err := openLibrary(filepath.Join(folder, "tour-library.db"))
	if err != nil {
		return nil, nil, err
	}
	return lib, lib.Close, nil
}

// showProblem says in a window why the library could not be opened, and
// returns the error for the terminal.
func showProblem(a fyne.App, err error) error {
	what, safe, do := err.Error(), "Nothing was changed.", "Start NextRole again."
	var problem *store.Error
	if errors.As(err, &problem) {
		what, safe, do = problem.Error(), problem.Safe, problem.Do
	}
	if t, themeErr := theme.New(theme.System); themeErr == nil {
		a.Settings().SetTheme(t)
	}
	return errors.Join(fmt.Errorf("%s\n%s\n%s", what, safe, do), ui.ShowProblem(a, what, safe, do))
}

// needDisplay refuses to start without a display, where the driver would panic.
func needDisplay() error {
	native := runtime.GOOS == "windows" || runtime.GOOS == "darwin"
	if native || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "" {
		return nil
	}
	return errors.New("there is no display to open a window on.\n" + withoutDisplay)
}

const withoutDisplay = "Use nextrolectl in a terminal, or nextrole --tour FOLDER built with -tags ci"

// logCrash writes a panic beside the library, without anything the person
// typed, and goes on panicking; but the driver's way to say that the display is
// out of reach is an error like others.
func logCrash(path string, r any) error {
	if r == nil {
		return nil
	}
	if strings.Contains(fmt.Sprint(r), "GLFW library is not initialized") {
		return fmt.Errorf("the display %s cannot be reached.\n%s", cmp.Or(os.Getenv("DISPLAY"), os.Getenv("WAYLAND_DISPLAY")), withoutDisplay)
	}
	text := fmt.Sprintf("%s NextRole %s\n%v\n%s", time.Now().UTC().Format(time.RFC3339), nextrole.Version, r, debug.Stack())
	if err := os.WriteFile(path+".crash.txt", []byte(text), 0o600); err != nil {
		fmt.Fprintln(os.Stderr, "nextrole: crash not logged:", err)
	}
	panic(r)
}
