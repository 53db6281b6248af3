package settings

import (
	"fmt"
	"net/url"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/route"
	"nextrole/ui/session"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Page is the settings page.
type Page struct {
	desk    page.Desk
	model   model
	outline *widget.Outline
	place   route.Route

	theme  *widget.Segments
	size   *widget.Text
	motion *widget.Segments

	where   session.Where
	lines   []line // about where
	file    *fyne.Container
	open    *widget.Button
	copy    *widget.Button
	buttons *fyne.Container
	history *fyne.Container
	said    []page.Said // as the history shows it
}

var (
	_ page.Page  = (*Page)(nil)
	_ page.Keyed = (*Page)(nil)
)

// New builds the page.
func New(desk page.Desk) *Page {
	p := &Page{desk: desk, model: model{desk.Session}, file: layout.NewStack(6), history: layout.NewStack(6)}
	contents := []fyne.CanvasObject{p.newAppearance(), p.newData(), p.history, p.newCredits(), p.newAbout()}
	parts := make([]widget.Part, len(contents))
	for i, name := range names() {
		parts[i] = widget.Part{Name: name, Content: contents[i]}
	}
	p.outline = widget.NewOutline("Settings", nil, parts...)
	p.showHistory(desk.Said())
	return p
}

// newAppearance is the choices of how the window looks, each in force at once.
func (p *Page) newAppearance() fyne.CanvasObject {
	p.theme = widget.NewSegments(p.model.theme(), func(i int) { p.desk.SetTheme(themes()[i]) }, "As the system", "Light", "Dark")
	p.size = widget.NewText("", theme.BodyStrong, theme.Text)
	p.size.Align = fyne.TextAlignCenter
	// At an end they stay enabled and the window says so: Tab loses its place on
	// a control that was disabled under it.
	smaller := widget.NewButton("−", "", func() { p.desk.SetSize(p.model.size() - sizeStep) })
	larger := widget.NewButton("+", "", func() { p.desk.SetSize(p.model.size() + sizeStep) })
	normal := widget.NewButton("Normal size", "", func() { p.desk.SetSize(sizeNormal) })
	smaller.Label, larger.Label = "Smaller", "Larger"
	sizes := layout.NewRow(8, smaller, layout.NewFixed(52, 0, p.size), larger, layout.NewInset(0, 0, 0, 8, normal))
	p.motion = widget.NewSegments(p.model.motion(), p.onMotion, "Full", "Reduced")
	return layout.NewStack(14,
		choice("Theme", "“As the system” follows the desktop, where it says whether it is light or dark.", p.theme),
		choice("Interface size", fmt.Sprintf("%d to %d%%. Also Ctrl+Plus, Ctrl+Minus and Ctrl+0.", sizeLeast, sizeMost), sizes),
		choice("Motion", "Reduced: the text cursor stands still instead of blinking, and nothing in the window fades or slides.", p.motion))
}

// choice is the name of a setting, its control, and a remark.
func choice(name, remark string, control fyne.CanvasObject) fyne.CanvasObject {
	return named(layout.NewInset(5, 0, 0, 0, widget.NewParagraph(name, theme.Body, theme.Text2)),
		layout.NewStack(4, layout.NewRow(0, control), widget.NewParagraph(remark, theme.Small, theme.Text2)))
}

// named is a row with a name at its left.
func named(name, value fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: layout.Row{Gap: 16, Grow: 2, Align: layout.Top}, Objects: []fyne.CanvasObject{
		layout.NewFixed(124, 0, name), value,
	}}
}

// fact is a name and what there is to say about it.
func fact(l line, style theme.Style) fyne.CanvasObject {
	return named(widget.NewParagraph(l.name, style, theme.Text2), widget.NewParagraph(l.value, style, theme.Text))
}

// newData says where the library is and how to look after it.
func (p *Page) newData() fyne.CanvasObject {
	p.open = widget.NewButton("Open folder", "", p.onOpen)
	p.copy = widget.NewButton("Copy path", "", p.onCopyPath)
	facts := layout.NewStack(8)
	for _, f := range fileFacts {
		facts.Add(fact(f, theme.Body))
	}
	p.buttons = layout.NewFlow(8, 6, p.open, p.copy)
	return layout.NewStack(12, p.file, p.buttons, facts)
}

// newCredits lists the sources with their licenses and credit lines.
func (p *Page) newCredits() fyne.CanvasObject {
	list := layout.NewStack(12,
		widget.NewParagraph("Whose figures and scores these are, on what terms they are shown, and what could not be checked.", theme.Body, theme.Text2))
	for _, s := range p.model.credits() {
		block := layout.NewStack(3, widget.NewRule(), layout.NewInset(6, 0, 0, 0, widget.NewParagraph(s.title, theme.BodyStrong, theme.Text)))
		for _, l := range s.lines {
			block.Add(fact(l, theme.Small))
		}
		list.Add(block)
	}
	return list
}

// newAbout is the version and the licenses, whose texts open in place.
func (p *Page) newAbout() fyne.CanvasObject {
	list := layout.NewStack(8, fact(line{"Version", "NextRole " + nextrole.Version}, theme.Body))
	for _, l := range licenses() {
		text := widget.NewParagraph(l.text, theme.Small, theme.Text2)
		text.Hide()
		var show *widget.Button
		show = widget.NewLink("Show the license of "+l.of, func() {
			text.Hidden = !text.Hidden
			show.SetLabel(map[bool]string{true: "Show", false: "Hide"}[text.Hidden] + " the license of " + l.of)
			p.outline.Reflow()
		})
		list.Add(named(widget.NewParagraph(l.of, theme.Body, theme.Text2), layout.NewStack(4, widget.NewParagraph(l.name, theme.Body, theme.Text), layout.NewRow(0, show), text)))
	}
	return list
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.outline.Container }

// Crumbs implements page.Page.
func (p *Page) Crumbs() []string { return []string{"Settings"} }

// Show implements page.Page.
func (p *Page) Show(r route.Route) {
	p.place = r
	p.theme.Set(p.model.theme())
	p.motion.Set(p.model.motion())
	p.size.Set(fmt.Sprintf("%d%%", p.model.size()))
	if said := p.desk.Said(); !slices.Equal(said, p.said) {
		p.showHistory(said)
	}
	p.desk.Session.Where(p.showFile)
}

// Focus implements page.Page: at the part that the place begins with.
func (p *Page) Focus() {
	if i, ok := part(p.place.Tab); ok {
		p.outline.Jump(i)
	}
	p.outline.Focus()
}

// Key implements page.Keyed.
func (p *Page) Key(key fyne.KeyName) bool { return p.outline.Key(key) }

// Rune implements page.Keyed.
func (p *Page) Rune(rune) bool { return false }

func (p *Page) onMotion(i int) {
	p.desk.Session.Change(func(s *nextrole.Settings) { s.Calm = i == 1 })
}

// showFile shows where the library is, once that is known.
func (p *Page) showFile(w session.Where, err error) {
	lines := file(w, err)
	if slices.Equal(lines, p.lines) {
		return
	}
	p.where, p.lines = w, lines
	p.buttons.Hidden = w.Path == ""
	p.file.RemoveAll()
	for _, l := range lines {
		p.file.Add(fact(l, theme.Body))
	}
	p.outline.Reflow()
}

// onOpen asks the desktop to open the folder. The desktop does not tell whether
// it could, so the words say what to do if nothing opens.
func (p *Page) onOpen() {
	path, err := filepath.Abs(folder(p.where))
	if err != nil {
		p.desk.Problem("The folder cannot be opened: " + err.Error())
		return
	}
	path = filepath.ToSlash(path)
	if path[0] != '/' {
		path = "/" + path // a drive letter
	}
	app := fyne.CurrentApp()
	p.desk.Session.Off(func() error { return app.OpenURL(&url.URL{Scheme: "file", Path: path}) }, func(err error) {
		if err != nil {
			p.desk.Problem(fmt.Sprintf("The folder %s cannot be opened: %v. Open it in your file manager.", folder(p.where), err))
			return
		}
		p.desk.Notice("Asked the desktop to open the folder. If nothing opens, copy the path", "", nil)
	})
}

func (p *Page) onCopyPath() {
	fyne.CurrentApp().Clipboard().SetContent(p.where.Path)
	p.desk.Notice("Copied the path of the library file", "", nil)
}

// showHistory lists what was said, a problem by icon and word.
func (p *Page) showHistory(said []page.Said) {
	p.said = said
	p.history.RemoveAll()
	p.history.Add(widget.NewParagraph("What the window told you since it was opened, newest first. It is not kept.", theme.Small, theme.Text2))
	if len(said) == 0 {
		p.history.Add(widget.NewParagraph("Nothing yet.", theme.Body, theme.Text))
	}
	for _, s := range history(said) {
		icon, ink, text := "check", theme.Text3, s.text
		if s.problem {
			icon, ink, text = "warn", theme.StatusError, "Problem: "+s.text
		}
		p.history.Add(&fyne.Container{Layout: layout.Row{Gap: 10, Grow: 3, Align: layout.Top}, Objects: []fyne.CanvasObject{
			layout.NewFixed(64, 0, widget.NewRight(s.time, theme.Body, theme.Text2)),
			layout.NewInset(3, 0, 0, 0, widget.NewIcon(icon, 14, ink)),
			widget.NewParagraph(text, theme.Body, theme.Text),
		}})
	}
	if p.outline != nil {
		p.outline.Reflow()
	}
}
