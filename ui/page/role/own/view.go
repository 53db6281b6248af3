package own

import (
	"fmt"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/document"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Part is what the Tasks tab shows of a person's own assessments.
type Part struct {
	desk  page.Desk
	model *model
	done  map[nextrole.SourceID]*steps        // of each assessment that was changed
	at    map[nextrole.Code]nextrole.SourceID // the one that is open; empty while one is started

	chooser *widget.Chip
	another *widget.Button
	starts  *fyne.Container
	sheet   *sheet
	pane    *pane
	compare *compare
	work    *fyne.Container // the assessment that is open
	side    *fyne.Container
	scroll  *layout.Scroll
	strip   *fyne.Container // the score, where the pane has no room beside the sheet
	content *fyne.Container
}

// New builds the part, with the way to the other sides of the tab.
func New(desk page.Desk, sides *widget.Segments) *Part {
	p := &Part{desk: desk, done: map[nextrole.SourceID]*steps{}, at: map[nextrole.Code]nextrole.SourceID{}, starts: layout.NewStack(0)}
	p.chooser = widget.NewChip("Assessment", &widget.Menu{Make: p.choices})
	p.another = widget.NewButton("Start another", "add", func() { p.open("") })
	p.sheet, p.pane, p.compare = newSheet(p), newPane(p), newCompare(p)
	head := layout.NewFlow(12, 8, sides, p.chooser, p.another)
	p.work = layout.NewStack(14, p.sheet.content, layout.NewInset(10, 0, 0, 0, p.compare.content))
	stuck, sticky := layout.NewSticky(layout.NewInset(12, 20, 20, 20, p.pane.content))
	p.side = layout.NewLayers(widget.NewFill(theme.Pane), stuck)
	p.scroll = layout.NewScroll(&fyne.Container{Layout: layout.Columns{Weights: []float32{2.1, 1}, Below: sideFrom}, Objects: []fyne.CanvasObject{
		layout.NewInset(12, 20, 20, 20, layout.NewStack(12, head, p.starts, p.work)), p.side,
	}})
	p.scroll.OnScroll = func() {
		desk.Tips.Clear()
		sticky.Follow(stuck, p.scroll.Offset(), p.scroll.Size().Height)
	}
	p.strip = layout.NewLayers(widget.NewFill(theme.Pane), layout.NewInset(6, 20, 6, 20, layout.NewBar(10, 1, p.pane.badge, p.pane.short)))
	p.content = &fyne.Container{Layout: stripped{p}, Objects: []fyne.CanvasObject{p.strip, p.scroll}}
	return p
}

// sideFrom is the width in DIP from which the score stands at the side.
const sideFrom = 960

// stripped puts a strip with the score above the page where there is no room for the
// pane beside it, so that each change of a rating is seen in the score.
type stripped struct{ part *Part }

// MinSize implements fyne.Layout.
func (s stripped) MinSize(o []fyne.CanvasObject) fyne.Size { return o[1].MinSize() }

// Layout implements fyne.Layout.
func (s stripped) Layout(o []fyne.CanvasObject, size fyne.Size) {
	height := float32(0)
	if size.Width < sideFrom && s.part.working() {
		o[0].Show()
		height = layout.HeightFor(o[0], size.Width)
	} else {
		o[0].Hide()
	}
	place(o[0], 0, 0, size.Width, height)
	place(o[1], 0, height, size.Width, size.Height-height)
}

// Content returns what is on the page.
func (p *Part) Content() fyne.CanvasObject { return p.content }

// Key scrolls by a key that no control has a use for.
func (p *Part) Key(key fyne.KeyName) bool { return p.scroll.Key(key) }

// Show shows the person's assessments of a role: the one that was open last, else the
// one that was changed last, or how one can be started.
func (p *Part) Show(r nextrole.Role) {
	m, ok := newModel(p.desk.Session, p.desk.Session.Now, r.Code)
	if !ok {
		return
	}
	id, known := p.at[r.Code]
	if !known && len(m.works) > 0 {
		id = m.works[0].ID
	}
	another := p.model == nil || p.model.role.Code != r.Code || p.model.work.ID != id
	p.model = m
	m.open(id, p.done)
	p.refresh()
	if another {
		p.scroll.ToTop()
	}
}

// open opens one of the assessments; without an id a new one can be started.
func (p *Part) open(id nextrole.SourceID) {
	p.at[p.model.role.Code] = id
	p.compare.from, p.compare.to = "", ""
	p.Show(p.model.role)
	p.scroll.ToTop()
}

func (p *Part) choices() []widget.Item {
	var items []widget.Item
	for _, w := range p.model.works {
		items = append(items, widget.Item{Label: clipped(name(w)), Checked: w.ID == p.model.work.ID, OnTap: func() { p.open(w.ID) }})
	}
	return items
}

// working reports whether an assessment is open.
func (p *Part) working() bool { return p.model != nil && p.model.opened() }

// refresh brings everything up to date.
func (p *Part) refresh() {
	if p.model == nil {
		return // a notice may outlast its role
	}
	m := p.model
	m.works = workable(p.desk.Session.Works(m.role.Code))
	working := m.opened()
	p.starts.Hidden, p.work.Hidden, p.side.Hidden = working, !working, !working
	p.chooser.Hidden = len(m.works) == 0
	p.another.Hidden = !working
	if working {
		p.chooser.Set(clipped(name(m.work)))
		p.update()
	} else {
		p.chooser.Set("")
		p.showStarts()
	}
	layout.Again(p.content)
	p.scroll.Again()
}

// update shows what changes with a rating, in place.
func (p *Part) update() {
	p.sheet.show(p.model)
	p.pane.show(p.model)
	p.compare.show(p.model)
}

// change makes a step, or says why it cannot be made.
func (p *Part) change(kind string, by func(a *nextrole.Assessment)) bool {
	if !p.working() {
		return false
	}
	err := p.model.change(kind, by)
	if err != nil {
		p.desk.Problem("Nothing was changed: " + err.Error() + ".")
	}
	p.refresh()
	return err == nil
}

// showStarts shows how an assessment can be started.
func (p *Part) showStarts() {
	p.starts.RemoveAll()
	p.starts.Add(layout.NewInset(4, 0, 12, 0, layout.NewStack(4,
		widget.NewText("Score this role yourself", theme.Title, theme.Text),
		widget.NewParagraph("Rate each task, five signals of the market, five barriers and the growth link, with your reasons. The published assessment is never changed, and yours is marked as yours wherever it is shown.", theme.Body, theme.Text2))))
	row := func(title, explains, problem, label string, onTap func()) {
		words := layout.NewStack(1, widget.NewText(title, theme.BodyStrong, theme.Text), widget.NewParagraph(explains, theme.Small, theme.Text2))
		start := widget.NewButton(label, "", onTap)
		start.Label = label + ": " + title + ". " + explains
		if problem != "" {
			words.Add(widget.NewMarked("info", theme.StatusInfo, widget.NewParagraph(problem, theme.Small, theme.Text)))
			start.SetEnabled(false)
		}
		p.starts.Add(widget.NewRule())
		p.starts.Add(layout.NewInset(8, 0, 8, 0, layout.NewBar(16, 0, words, start)))
	}
	for _, b := range p.model.beginnings() {
		row(b.title, b.explains, b.problem, "Start", func() { p.start(b) })
	}
	row("From a file", "An assessment that NextRole exported, or another AIJRI document, as Markdown or JSON.", "", "Choose a file…", p.importWork)
}

func (p *Part) start(b beginning) {
	a, err := b.make()
	if err != nil {
		p.desk.Problem("Nothing was started: " + err.Error() + ".")
		return
	}
	p.begin(a, b.note)
}

// begin begins an assessment, and opens it.
func (p *Part) begin(a nextrole.Assessment, note string) {
	w := p.desk.Session.BeginWork(a, note)
	p.open(w.ID)
	p.desk.Notice("Started. It is saved as you go", "Undo", func() { p.drop(w.Now().Code, w.ID) })
	p.sheet.author.Focus()
	p.sheet.author.SelectAll()
}

// drop forgets an assessment, and can bring it back.
func (p *Part) drop(c nextrole.Code, id nextrole.SourceID) {
	s := p.desk.Session
	works := s.Works(c)
	i := slices.IndexFunc(works, func(w nextrole.Work) bool { return w.ID == id })
	if i < 0 {
		return // it is gone already
	}
	r, _ := s.Reading(c)
	s.DropWork(c, id)
	delete(p.at, c)
	delete(p.done, id)
	p.again(c)
	p.desk.Notice("Deleted, with its versions", "Undo", func() {
		s.KeepWork(works[i])
		if r.Assessment.Source == id {
			s.Choose(c, id)
		}
		p.at[c] = id
		p.again(c)
	})
}

// again shows the role anew, if it still is the one that is shown.
func (p *Part) again(c nextrole.Code) {
	if p.model != nil && p.model.role.Code == c {
		p.Show(p.model.role)
	}
}

func (p *Part) delete() { p.drop(p.model.role.Code, p.model.work.ID) }

// shown reports whether the role is shown with an assessment.
func (p *Part) shown(id nextrole.SourceID) bool {
	r, _ := p.desk.Session.Reading(p.model.role.Code)
	return r.Assessment.Source == id
}

// onUse shows the role with the assessment, in lists, charts and comparisons too.
func (p *Part) onUse() {
	c, id := p.model.role.Code, p.model.work.ID
	before, _ := p.desk.Session.Reading(c)
	p.desk.Session.Choose(c, id)
	p.refresh()
	p.desk.Notice("The role is shown with your assessment, marked as yours", "Undo", func() {
		p.desk.Session.Choose(c, before.Assessment.Source)
		p.again(c)
	})
}

// Undo takes the last step back.
func (p *Part) Undo() {
	if p.model != nil && p.model.undo() {
		p.refresh()
	}
}

// Redo does an undone step again.
func (p *Part) Redo() {
	if p.model != nil && p.model.redo() {
		p.refresh()
	}
}

// Keep keeps the assessment as it stands as a version, under a note.
func (p *Part) Keep() {
	if !p.working() {
		return
	}
	m := p.model
	if !m.changed() {
		p.desk.Notice("Nothing has changed since version "+nextrole.Count(float64(len(m.work.Revisions))), "", nil)
		return
	}
	widget.AskName(p.desk.Window.Canvas(), widget.Naming{
		Title: "Keep this version", Verb: "Keep", What: "version", Name: "Version " + nextrole.Count(float64(len(m.work.Revisions))),
		Taken: func(string) bool { return false },
		Then: func(note string) {
			m.version(note)
			p.refresh()
			p.desk.Notice("Kept as “"+note+"”", "", nil)
		},
	})
}

// Export implements page.Exporter: a document that can be read, and read back.
func (p *Part) Export() {
	if p.working() {
		p.export(".md")
	}
}

func (p *Part) export(ext string) {
	write := document.Markdown
	if ext == ".json" {
		write = document.JSON
	}
	a, title := p.model.at(), p.model.role.Title
	p.desk.Save(page.File{
		What: "Your assessment of " + title + ", with all of its ratings and reasons",
		Name: "Assessment of " + title, Ext: ext,
		Make: func() ([]byte, error) { return write(a, title), nil },
	})
}

// importWork starts an assessment from a document.
func (p *Part) importWork() {
	p.read("Start from a file", func(a nextrole.Assessment, name string) { p.begin(a, "Imported from "+name) })
}

// importVersion brings a document as the next version of the one that is open.
func (p *Part) importVersion() {
	p.read("Import a version", func(a nextrole.Assessment, name string) {
		if !p.working() {
			return
		}
		m := p.model
		was := m.work
		m.version("Before " + name)
		if !p.change("", func(now *nextrole.Assessment) { *now = a }) {
			return
		}
		m.version("Imported from " + name)
		p.refresh()
		p.desk.Notice("Imported as version "+nextrole.Count(float64(len(m.work.Revisions))), "Undo", func() {
			p.desk.Session.KeepWork(was)
			p.again(m.role.Code)
		})
	})
}

// read asks for a document and reads it off the UI goroutine; then takes it if it is
// an assessment of this role that can be the person's.
func (p *Part) read(title string, then func(a nextrole.Assessment, name string)) {
	r := p.model.role
	p.desk.Ask(page.Pick{Title: title, Done: func(path string) {
		name := filepath.Base(path)
		p.desk.Session.ReadAssessment(path, func(got source.Reading, err error) {
			var a nextrole.Assessment
			if err == nil {
				a, err = received(got, r)
			}
			if err != nil {
				p.desk.Problem("Nothing was imported from " + name + ": " + err.Error() + ".")
				return
			}
			then(a, name)
			p.tell(name, got)
		})
	}})
}

// tell shows what was remarked on a document, and what of it was not understood.
func (p *Part) tell(name string, got source.Reading) {
	if len(got.Remarks)+len(got.Left) == 0 {
		return
	}
	list := layout.NewStack(8, widget.NewParagraph("It was imported. This may want a look:", theme.Body, theme.Text2))
	for _, r := range got.Remarks {
		list.Add(widget.NewBullet(fmt.Sprintf("Line %d: %s.", r.Line, r.Text)))
	}
	for _, l := range got.Left {
		list.Add(widget.NewBullet(fmt.Sprintf("Line %d was not understood: %s", l.Line, l.Text)))
	}
	p.desk.Panel(name, list)
}
