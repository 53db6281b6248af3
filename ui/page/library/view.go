package library

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/preview"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Page is the library page.
type Page struct {
	desk page.Desk
	run  *run

	subtitle *widget.Text
	file     *widget.Button
	folder   *widget.Button
	table    *fyne.Container
	card     *card
	waiting  *fyne.Container // questions and recent changes
	side     *side
	order    *fyne.Container // head, table, and what is below; an import is before the table
	scroll   *layout.Scroll
	stop     func() // of the progress that is shown
}

var (
	_ page.Page    = (*Page)(nil)
	_ page.Keyed   = (*Page)(nil)
	_ page.Dropper = (*Page)(nil)
)

// New builds the page.
func New(desk page.Desk) *Page {
	p := &Page{desk: desk, run: &run{}, table: layout.NewStack(0), waiting: layout.NewStack(10), stop: func() {}}
	p.subtitle = widget.NewText("", theme.Small, theme.Text2)
	p.file = widget.NewPrimary("Import file…", "import", func() { p.ask(false) })
	p.folder = widget.NewButton("Import folder…", "folder", func() { p.ask(true) })
	p.card = newCard(p)
	p.side = newSide(p)
	head := layout.NewBar(10, 1, widget.NewText("Library", theme.Heading, theme.Text), layout.NewInset(7, 0, 0, 0, p.subtitle), p.folder, p.file)
	below := &fyne.Container{Layout: layout.Columns{Weights: []float32{1, 1}, Gap: 28, Below: 640}, Objects: []fyne.CanvasObject{p.card.content, p.waiting}}
	p.order = layout.NewStack(16, head, p.table, below)
	main := layout.NewInset(14, 20, 24, 20, p.order)
	all := &fyne.Container{Layout: layout.Columns{Weights: []float32{2.55, 1}, Below: 1080}, Objects: []fyne.CanvasObject{
		main, layout.NewLayers(widget.NewFill(theme.Pane), layout.NewInset(18, 20, 24, 20, p.side.content)),
	}}
	p.scroll = layout.NewScroll(all)
	p.scroll.OnScroll = func() { desk.Tips.Clear() }
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.scroll }

// Crumbs implements page.Page.
func (p *Page) Crumbs() []string { return []string{"Library"} }

// Focus implements page.Page.
func (p *Page) Focus() { widget.FocusOn(p.file) }

// Key implements page.Keyed.
func (p *Page) Key(key fyne.KeyName) bool { return p.scroll.Key(key) }

// Rune implements page.Keyed.
func (p *Page) Rune(rune) bool { return false }

// Show implements page.Page.
func (p *Page) Show(route.Route) {
	s := p.desk.Session
	p.subtitle.Set(subtitle(s))
	readOnly := s.ReadOnly()
	p.file.SetEnabled(!readOnly)
	p.folder.SetEnabled(!readOnly)
	head, table, below := p.parts()
	p.order.Objects = []fyne.CanvasObject{head, table, below}
	if p.run.stage != idle {
		p.order.Objects = []fyne.CanvasObject{head, below, table}
	}
	p.showTable()
	p.showWaiting()
	p.card.show()
	p.side.show()
	p.scroll.Reflow()
}

// parts returns what the page is put together of, whatever their order is.
func (p *Page) parts() (head, table, below fyne.CanvasObject) {
	o := p.order.Objects
	if o[1] == fyne.CanvasObject(p.table) {
		return o[0], o[1], o[2]
	}
	return o[0], o[2], o[1]
}

// ask asks for a file or a folder to read.
func (p *Page) ask(folder bool) {
	title := "Import a file"
	if folder {
		title = "Import a folder"
	}
	p.desk.Ask(page.Pick{Title: title, Folder: folder, Done: func(path string) { p.look([]string{path}, "") }})
}

// Drop implements page.Dropper.
func (p *Page) Drop(paths []string) {
	switch {
	case p.desk.Session.ReadOnly():
		p.desk.Problem("Nothing can be imported here: the library is open in another window. Import it there.")
	case p.run.stage == looking || p.run.stage == importing:
		p.desk.Notice("One import at a time: wait for this one, or cancel it", "", nil)
	default:
		p.look(paths, "")
	}
}

// look reads what lies at paths, to show what importing it would do.
func (p *Page) look(paths []string, about nextrole.Code) {
	ctx, cancel := context.WithCancel(context.Background())
	r := &run{stage: looking, paths: paths, cancel: cancel, begin: p.desk.Session.Now()}
	p.enter(r)
	p.desk.Session.Look(ctx, paths, about, r.onRead, func(found preview.Preview, err error) {
		cancel()
		if p.run != r {
			return
		}
		r.preview = found
		r.stage = previewed
		if err != nil {
			r.stage, r.trouble = failed, explained(err)
		}
		p.enter(r)
	})
}

// answer says which occupation a document is about.
func (p *Page) answer(typed string) {
	hits := p.desk.Session.Search(typed)
	if strings.TrimSpace(typed) == "" || len(hits) == 0 {
		p.desk.Notice("No role is found by that. Type its code or a name people use for it", "", nil)
		return
	}
	p.look(p.run.paths, hits[0].Code)
}

// accept imports what was looked at.
func (p *Page) accept() {
	ctx, cancel := context.WithCancel(context.Background())
	r := &run{stage: importing, paths: p.run.paths, preview: p.run.preview, cancel: cancel, begin: p.desk.Session.Now()}
	p.enter(r)
	p.desk.Session.Import(ctx, r.preview, r.onWritten, func(err error) {
		cancel()
		r.stage = done
		if err != nil {
			r.stage, r.trouble = failed, explained(err)
		}
		p.enter(r)
	})
}

// dismiss goes back to where nothing is being imported.
func (p *Page) dismiss() {
	if p.run.cancel != nil {
		p.run.cancel()
	}
	if p.run.stage == importing {
		return // the store says when it has stopped
	}
	p.enter(&run{})
}

// enter shows a run as it stands, and its progress as long as it goes on.
func (p *Page) enter(r *run) {
	p.run = r
	p.stop()
	p.stop = func() {}
	if r.stage == looking || r.stage == importing {
		p.stop = p.desk.Every(p.card.advance)
	}
	p.Show(route.Route{})
	p.card.focus()
}

// remove asks before it removes an imported source.
func (p *Page) remove(r row) {
	var panel *widget.Panel
	keep := widget.NewPrimary("Keep it", "", func() { panel.Hide() })
	away := widget.NewButton("Remove it", "", func() {
		panel.Hide()
		p.desk.Session.RemoveImport(r.id, func(err error) {
			if err != nil {
				p.desk.Problem("Not removed: " + err.Error())
				return
			}
			p.desk.Notice("Removed "+r.of.Source.Short+". Your pins, notes and choices stay", "", nil)
			p.Show(route.Route{})
		})
	})
	for _, b := range []*widget.Button{keep, away} {
		b.OnKey = func(key fyne.KeyName) bool {
			if key == fyne.KeyEscape {
				panel.Hide()
			}
			return key == fyne.KeyEscape
		}
	}
	text := "The figures and descriptions that came with it go, and roles that only it knows. Your pins, notes, comparisons and choices stay. You can import it again."
	panel = widget.ShowPanel(p.desk.Window.Canvas(), 520, layout.NewStack(12,
		widget.NewParagraph("Remove "+r.of.Source.Title+"?", theme.Title, theme.Text),
		widget.NewParagraph(text, theme.Body, theme.Text2),
		layout.NewBar(8, 0, layout.NewStack(0), away, keep)))
	widget.FocusOn(keep)
}
