// Package page says what the window gives to a page and expects of it. Each
// page is a folder below: model.go is what it shows, view.go how.
package page

import (
	"time"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/route"
	"nextrole/ui/session"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Page is one of the window's pages. It is made once and shown many times.
type Page interface {
	// Content is the page itself, below the top bar and right of the rail.
	Content() fyne.CanvasObject
	// Show brings the page up to date for a place, before it is seen.
	Show(r route.Route)
	// Crumbs says where the person is: the page, and what is open on it.
	Crumbs() []string
	// Focus moves the keyboard to where work on the page begins.
	Focus()
}

// Searcher is a page with a search of its own, for Ctrl+F and "/".
type Searcher interface{ Search() }

// Tabbed is a page with tabs, for Ctrl+Tab.
type Tabbed interface{ StepTab(d int) }

// Exporter is a page with something to save as a file, for Ctrl+E.
type Exporter interface{ Export() }

// Keeper is a page with something to keep in the library, for Ctrl+S.
type Keeper interface{ Keep() }

// Undoer is a page on which steps can be undone, for Ctrl+Z and Ctrl+Y.
type Undoer interface {
	Undo()
	Redo()
}

// Keyed is a page with keys of its own, outside of entries.
type Keyed interface {
	// Key handles a key and reports whether it did.
	Key(fyne.KeyName) bool
	// Rune handles a letter and reports whether it did.
	Rune(rune) bool
}

// Desk is what the window gives to its pages.
type Desk struct {
	Session *session.Session
	Tips    *widget.Tips
	Window  fyne.Window

	Go     func(route.Route)                          // go to a place
	Back   func()                                     // go to the place before
	Notice func(text, action string, onAction func()) // say that something is done; action may be ""
	Pin    func(nextrole.Code)                        // pin or unpin a role, and say so

	Problem  func(text string) // say what went wrong, until it is closed
	Said     func() []Said     // all that was said since the start, newest first
	SetTheme func(theme.Mode)
	SetSize  func(percent int) // of the interface, within what there is

	Save func(File) // ask where to save a file, save it, and say so
	Ask  func(Pick) // ask for a file or a folder to read

	Panel func(title string, content fyne.CanvasObject) // show something over the page until it is closed

	// Every calls f on the UI goroutine from time to time until it is stopped. It
	// is for showing how far work has come that goes on elsewhere.
	Every func(f func()) (stop func())
}

// Pick asks for something to read.
type Pick struct {
	Title  string
	Folder bool // for a folder rather than a file
	Done   func(path string)
}

// Dropper is a page that takes what is dropped on the window.
type Dropper interface{ Drop(paths []string) }

// File is something to save outside of the library.
type File struct {
	What string // in a sentence: "The comparison of 4 roles"
	Name string // suggested, without folder, date and ending: "Registrar pivots"
	Ext  string // ".csv"

	// Make returns the contents. It is called off the UI goroutine.
	Make func() ([]byte, error)
}

// Said is a notice as the history keeps it.
type Said struct {
	At      time.Time
	Text    string
	Problem bool
}

// Copier is a page that Ctrl+C copies as text, outside of entries and charts.
type Copier interface{ Copy() }

// Finder is a page that can be asked to search for something.
type Finder interface{ Find(query string) }
