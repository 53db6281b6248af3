// Package ui is the window: the rail, the top bar, the pages and the way
// between them, the menu and the keys. It is given its library and knows
// nothing of the store.
package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/page/compare"
	"nextrole/ui/page/explore"
	"nextrole/ui/page/library"
	"nextrole/ui/page/method"
	"nextrole/ui/page/plan"
	"nextrole/ui/page/role"
	"nextrole/ui/page/settings"
	"nextrole/ui/page/welcome"
	"nextrole/ui/route"
	"nextrole/ui/session"
	"nextrole/ui/task"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// The size of the window in DIP: as designed, and the least. An enlarged
// interface needs more width, for the tabs of a role.
const (
	designWidth   = 1366
	designHeight  = 840
	leastWidth    = 1024
	leastHeight   = 700
	enlargedWidth = 1100
)

// Window is the program's window and what is in it.
type Window struct {
	window  fyne.Window
	session *session.Session
	desk    page.Desk
	pages   map[route.Page]page.Page
	place   route.Route
	past    history
	folder  string // where a file was saved last; "" before the first
	from    string // where something was read from last; "" before the first

	rail   *rail
	top    *topBar
	banner *banner
	body   *fyne.Container
	tips   *widget.Tips
	notice *notice
	root   *fyne.Container
	shell  *fyne.Container
}

// New builds the window's content for a session and shows where the person
// left off, or the first run.
func New(w fyne.Window, s *session.Session) *Window {
	win := &Window{
		window:  w,
		session: s,
		tips:    widget.NewTips(),
		body:    &fyne.Container{Layout: layout.Layers{}},
		pages:   map[route.Page]page.Page{},
	}
	win.notice = newNotice()
	win.desk = page.Desk{
		Session: s, Tips: win.tips, Window: w,
		Go: win.Go, Back: win.back, Notice: win.notice.show, Pin: win.togglePin,
		Problem: win.notice.problem, Said: win.notice.said,
		SetTheme: win.setTheme, SetSize: win.setSize,
		Save: win.saveAs, Ask: win.ask, Panel: win.showOver, Every: task.Every,
	}
	win.notice.onSaid = win.onSaid
	win.applyMotion()
	win.rail = newRail(win.Go)
	win.top = newTopBar(win)
	win.banner = newBanner()
	win.banner.bar.Hidden = !s.ReadOnly()
	win.shell = layout.NewSplit(1, win.rail.column, layout.NewFill(2, win.top.bar, win.banner.bar, win.body))
	win.root = &fyne.Container{Layout: frame{}, Objects: []fyne.CanvasObject{
		widget.NewFill(theme.Bg), win.shell, win.notice.layer, win.tips,
	}}
	s.OnError = win.onSaveError
	s.OnContents = win.onContents
	s.Listen(win.onChange)
	w.SetContent(win.root)
	w.SetOnDropped(win.onDropped)
	win.addKeys()
	win.applySize()
	win.Go(win.start())
	return win
}

// page returns a page, which is built when it is first asked for: the first
// frame should not wait for pages that nobody has opened yet.
func (w *Window) page(name route.Page) page.Page {
	p, ok := w.pages[name]
	if ok {
		return p
	}
	switch name {
	case route.Welcome:
		p = welcome.New(w.desk)
	case route.Role:
		p = role.New(w.desk)
	case route.Compare:
		p = compare.New(w.desk)
	case route.Plan:
		p = plan.New(w.desk)
	case route.Library:
		p = library.New(w.desk)
	case route.Settings:
		p = settings.New(w.desk)
	case route.Method:
		p = method.New(w.desk)
	default:
		p = explore.New(w.desk)
	}
	w.pages[name] = p
	w.body.Add(p.Content())
	return p
}

// start is the place to begin: the first run, where the person left off, or
// Explore.
func (w *Window) start() route.Route {
	settings := w.session.Settings()
	if !settings.Welcomed {
		return route.Route{Page: route.Welcome}
	}
	if r, ok := route.Parse(settings.Place); ok {
		if _, known := w.session.Role(r.Code); known || r.Page != route.Role {
			return r
		}
	}
	return route.Route{Page: route.Explore}
}

// Place returns where the person is.
func (w *Window) Place() route.Route { return w.place }

// Go shows a place and adds it to the history.
func (w *Window) Go(r route.Route) {
	if w.place.Page == route.Welcome && r.Page != route.Welcome {
		w.past = history{}
	}
	w.past.visit(r)
	w.show(r)
}

func (w *Window) back()    { w.step(-1) }
func (w *Window) forward() { w.step(1) }

func (w *Window) step(d int) {
	if r, ok := w.past.step(d); ok {
		w.show(r)
	}
}

func (w *Window) show(r route.Route) {
	begins := r.Tab != "" && r.Page != route.Role // a part is gone to each time it is asked for
	entering := w.place.Page != r.Page || w.place.Code != r.Code || begins
	w.place = r
	w.tips.Clear()
	w.closePopups()
	p := w.page(r.Page)
	p.Show(r)
	bare := r.Page == route.Welcome
	w.rail.column.Hidden, w.top.bar.Hidden = bare, bare
	w.rail.show(r.Page)
	w.top.show(w.place.Page, p.Crumbs(), w.past.canStep(-1), w.past.canStep(1))
	for name, other := range w.pages {
		if name != r.Page {
			other.Content().Hide() // it stays, so that a change of theme reaches it
		}
	}
	p.Content().Show()
	layout.Again(w.shell)
	if entering {
		p.Focus()
	}
	if !bare {
		w.session.Remember(func(s *nextrole.Settings) { s.Place = r.String() })
	}
}

// closePopups takes away what is open over the page.
func (w *Window) closePopups() {
	for w.window.Canvas().Overlays().Top() != nil {
		w.closeTop()
	}
}

// closeTop takes away what was opened last.
func (w *Window) closeTop() {
	c := w.window.Canvas()
	if top := c.Overlays().Top(); top != nil {
		c.Unfocus() // or a cursor would blink on unseen; see widget.Dismiss
		c.Overlays().Remove(top)
	}
}

// onChange brings the window up to date after a change of pins or settings.
func (w *Window) onChange() {
	w.applyMotion()
	p := w.page(w.place.Page)
	p.Show(w.place)
	w.top.show(w.place.Page, p.Crumbs(), w.past.canStep(-1), w.past.canStep(1))
}

// onContents throws away the pages that show what the library held before; they
// are built again when they are asked for.
func (w *Window) onContents() {
	for name, p := range w.pages {
		if name != w.place.Page {
			delete(w.pages, name)
			w.body.Remove(p.Content())
		}
	}
	w.top.setVintages(w.vintages())
}

// onSaid brings the history up to date where it is shown.
func (w *Window) onSaid() {
	if w.place.Page == route.Settings {
		w.page(route.Settings).Show(w.place)
	}
}

func (w *Window) onSaveError(err error) {
	w.notice.problem("Not saved: " + err.Error())
}

// togglePin pins or unpins a role and says what happened.
func (w *Window) togglePin(c nextrole.Code) {
	r, ok := w.session.Role(c)
	if !ok {
		return
	}
	if w.session.Pinned(c) {
		at := slices.Index(w.session.Pins(), c)
		w.session.Unpin(c)
		w.notice.show("Unpinned "+r.Title, "Undo", func() {
			if err := w.session.PinAt(c, at); err != nil {
				w.askSwap(r)
			}
		})
		return
	}
	if err := w.session.Pin(c); err != nil {
		w.askSwap(r)
	}
}

// frame gives every layer the whole window, and keeps the window as large as
// the design needs.
type frame struct{}

func (frame) MinSize([]fyne.CanvasObject) fyne.Size {
	scale, width := interfaceScale(), float32(leastWidth)
	if scale > 1 {
		width = enlargedWidth
	}
	return fyne.NewSize(width/scale, leastHeight/scale)
}

func (frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}
