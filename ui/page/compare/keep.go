package compare

import (
	"slices"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Keep implements page.Keeper: it keeps what is shown under a name.
func (p *Page) Keep() {
	if p.model.empty() {
		p.desk.Notice("Nothing to keep yet: pin two to six roles first", "", nil)
		return
	}
	if c, ok := p.model.opened(); ok {
		p.desk.Notice("Kept already as “"+c.Name+"”", "", nil)
		return
	}
	p.askName("Keep this comparison", "Keep", p.model.suggested(), p.keepAs)
}

// keepAs keeps what is shown, in place of what had the name before.
func (p *Page) keepAs(name string) {
	before, had := p.model.kept(name)
	p.desk.Session.KeepComparison(p.model.shown(name))
	p.desk.Notice("Kept as “"+name+"”", "Undo", func() {
		if had {
			p.desk.Session.KeepComparison(before)
		} else {
			p.desk.Session.DropComparison(name)
		}
	})
}

// open shows a kept comparison in place of what is pinned.
func (p *Page) open(c nextrole.Comparison) {
	roles, gone := p.model.left(c)
	if len(roles) == 0 {
		p.desk.Notice(p.model.said(c), "", nil)
		return
	}
	pins, baseline := p.desk.Session.Pins(), p.desk.Session.Settings().Baseline
	said := p.model.said(c)
	p.setPins(roles, baselineOf(c))
	if slices.Equal(pins, roles) && len(gone) == 0 {
		p.desk.Notice(said, "", nil)
		return
	}
	p.desk.Notice(said, "Undo", func() { p.setPins(pins, baseline) })
}

func (p *Page) setPins(pins []nextrole.Code, baseline nextrole.Code) {
	p.desk.Session.Remember(func(s *nextrole.Settings) { s.Baseline = baseline })
	p.desk.Session.SetPins(pins)
}

func (p *Page) rename(c nextrole.Comparison) {
	p.askName("Rename the comparison", "Rename", c.Name, func(name string) {
		if name == c.Name {
			return
		}
		over, had := p.model.kept(name)
		renamed := c
		renamed.Name = name
		p.desk.Session.KeepComparison(renamed)
		p.desk.Session.DropComparison(c.Name)
		p.desk.Notice("Renamed to “"+name+"”", "Undo", func() {
			p.desk.Session.KeepComparison(c)
			if had {
				p.desk.Session.KeepComparison(over)
			} else {
				p.desk.Session.DropComparison(name)
			}
		})
	})
}

func (p *Page) forget(c nextrole.Comparison) {
	p.desk.Session.DropComparison(c.Name)
	p.desk.Notice("Deleted “"+c.Name+"”", "Undo", func() { p.desk.Session.KeepComparison(c) })
}

// keptList is the panel of the comparisons that are kept.
type keptList struct {
	page   *Page
	panel  *widget.Panel
	scroll *layout.Scroll
	rows   []*widget.Press
	lines  []fyne.CanvasObject // the rows with what stands beside them
}

const (
	keptWidth = 620
	keptRest  = 190 // of the canvas, for what stands around the list
)

// onKept shows what is kept, to open it again, rename it or delete it.
func (p *Page) onKept() {
	l := &keptList{page: p}
	width := min(keptWidth, p.desk.Window.Canvas().Size().Width-40)
	list := layout.NewStack(0)
	for _, c := range p.model.library.Comparisons() {
		list.Add(widget.NewRule())
		list.Add(l.row(c))
	}
	if len(l.rows) == 0 {
		list.Add(widget.NewParagraph("None is kept yet. A comparison that is kept can be opened again under its name.", theme.Body, theme.Text2))
	}
	closes := widget.NewButton("Close", "", func() { l.panel.Hide() })
	keep := widget.NewPrimary("Keep this comparison…", "bookmark", l.then(p.Keep))
	closes.OnKey, keep.OnKey = l.onKey, l.onKey
	_, kept := p.model.opened()
	keep.Hidden = p.model.empty() || kept
	l.scroll = layout.NewScroll(layout.NewInset(3, 12, 3, 4, list))
	height := layout.HeightFor(l.scroll.Content(), width-40)
	room := max(p.desk.Window.Canvas().Size().Height-keptRest, 80)
	l.panel = widget.ShowPanel(p.desk.Window.Canvas(), width, layout.NewStack(12,
		widget.NewText("Kept comparisons", theme.Title, theme.Text),
		layout.NewFixed(0, min(height, room), l.scroll),
		layout.NewBar(8, 1, keep, layout.NewStack(0), closes)))
	switch {
	case len(l.rows) > 0:
		widget.FocusOn(l.rows[0])
	case !keep.Hidden:
		widget.FocusOn(keep)
	default:
		widget.FocusOn(closes)
	}
}

// row is a kept comparison: pressing it opens it.
func (l *keptList) row(c nextrole.Comparison) fyne.CanvasObject {
	when, roles := l.page.model.behind(c)
	open := widget.NewPress("Open "+c.Name, layout.NewInset(8, 8, 9, 8, layout.NewStack(2,
		widget.NewParagraph(c.Name, theme.BodyStrong, theme.Text),
		widget.NewParagraph(when, theme.Caption, theme.Text2),
		widget.NewParagraph(roles, theme.Small, theme.Text2))), l.then(func() { l.page.open(c) }))
	open.Hover = widget.Ground{Fill: theme.Hover}
	l.rows = append(l.rows, open)
	rename := widget.NewLink("Rename", l.then(func() { l.page.rename(c) }))
	del := widget.NewLink("Delete", l.then(func() { l.page.forget(c) }))
	rename.Label, del.Label = "Rename "+c.Name, "Delete "+c.Name
	line := layout.NewInset(4, 0, 4, 0, &fyne.Container{
		Layout: layout.Row{Gap: 10, Grow: 1}, Objects: []fyne.CanvasObject{open, rename, del},
	})
	l.lines = append(l.lines, line)
	for _, p := range []*widget.Press{open, rename.Press, del.Press} {
		p.OnKey = l.onKey
		p.OnHint = func(bool) {
			if has, ok := l.page.desk.Window.Canvas().Focused().(fyne.CanvasObject); ok && has == p.Object() {
				l.reveal(line)
			}
		}
	}
	return line
}

// reveal scrolls to a row. Fyne wraps what is open over a page in a widget of
// its own, so that the row's scroll is not found from outside.
func (l *keptList) reveal(line fyne.CanvasObject) {
	l.scroll.Reveal(line.Position().Y, line.Size().Height)
}

// then closes the panel before it does something.
func (l *keptList) then(do func()) func() {
	return func() {
		l.panel.Hide()
		do()
	}
}

// onKey moves between the comparisons.
func (l *keptList) onKey(key fyne.KeyName) bool {
	focused := l.page.desk.Window.Canvas().Focused()
	at := slices.IndexFunc(l.rows, func(r *widget.Press) bool { return r == focused })
	switch {
	case key == fyne.KeyEscape:
		l.panel.Hide()
	case len(l.rows) == 0:
		return false
	case key == fyne.KeyDown:
		l.focus(min(at+1, len(l.rows)-1))
	case key == fyne.KeyUp:
		l.focus(max(at-1, 0))
	default:
		return false
	}
	return true
}

func (l *keptList) focus(i int) {
	widget.FocusOn(l.rows[i])
	l.reveal(l.lines[i])
}

// askName asks for a name of a comparison.
func (p *Page) askName(title, verb, name string, then func(string)) {
	widget.AskName(p.desk.Window.Canvas(), widget.Naming{Title: title, Verb: verb, What: "comparison", Name: name, Then: then, Taken: func(name string) bool {
		_, taken := p.model.kept(name)
		return taken
	}})
}
