package library

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nextrole/internal/preview"
	"nextrole/ui/layout"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// card is where an import stands: what can be imported, the reading, what
// importing would do, the import, and how it ended.
type card struct {
	page    *Page
	content *fyne.Container

	bar     *widget.Progress
	what    *widget.Text
	left    *widget.Text
	first   *widget.Button // what the keyboard goes to
	subject *widget.Search // of a document that names none
	all     bool           // every part and remark is listed
}

func newCard(p *Page) *card {
	return &card{
		page: p, content: layout.NewStack(10), bar: widget.NewProgress(),
		what: widget.NewText("", theme.Caption, theme.Text2), left: widget.NewRight("", theme.Caption, theme.Text2),
	}
}

// show brings the card up to date.
func (c *card) show() {
	c.content.RemoveAll()
	c.first, c.subject = nil, nil
	r := c.page.run
	c.content.Add(widget.NewParagraph(r.title(), theme.Title, theme.Text))
	switch r.stage {
	case looking, importing:
		c.showProgress()
	case previewed:
		c.showPreview()
	case done:
		c.showDone()
	case failed:
		c.content.Add(widget.NewRemark("warn", theme.StatusError, r.trouble))
		c.showIgnored()
		c.buttons(widget.NewButton("Close", "", c.page.dismiss))
	default:
		c.showIdle()
	}
}

func (c *card) buttons(first *widget.Button, more ...fyne.CanvasObject) {
	c.first = first
	c.content.Add(layout.NewFlow(8, 8, append([]fyne.CanvasObject{first}, more...)...))
}

// focus moves the keyboard to what is to be done next.
func (c *card) focus() {
	switch {
	case c.subject != nil:
		c.subject.Focus()
	case c.first != nil:
		widget.FocusOn(c.first)
	}
}

// sources are what can be imported, and where a person gets it.
var sources = []struct{ name, text string }{
	{"O*NET database", "onetcenter.org/database.html: the text, Excel or CSV files, as the zip archive or unpacked. Some 1,000 occupations with tasks, skills, software and titles."},
	{"BLS wages (OEWS)", "bls.gov/oes/tables.htm: national, state, metropolitan or industry files. Pay and jobs."},
	{"BLS projections", "bls.gov/emp/tables.htm: the occupation workbook. Growth, openings, entry education."},
	{"Others", "AIJRI assessments, descriptions of one occupation, indices of exposure to AI, as text or tables."},
}

func (c *card) showIdle() {
	c.content.Add(widget.NewParagraph("Drop a file, a folder or a zip archive on the window, or choose it above. First you see what it would bring; nothing changes before you say so.", theme.Body, theme.Text2))
	for _, s := range sources {
		c.content.Add(widget.NewRule())
		c.content.Add(layout.NewStack(2, widget.NewText(s.name, theme.BodyStrong, theme.Text), widget.NewParagraph(s.text, theme.Small, theme.Text2)))
	}
	c.content.Add(widget.NewParagraph("Download them in your browser once: NextRole itself uses no network.", theme.Small, theme.Text2))
}

func (c *card) showProgress() {
	r := c.page.run
	c.content.Add(c.bar)
	c.content.Add(layout.NewBar(8, 0, c.what, c.left))
	c.advance()
	note := "Nothing is changed yet."
	if r.stage == importing {
		note = "If this stops, nothing changes: all of it is there in the end, or none."
	}
	c.content.Add(widget.NewRemark("info", theme.StatusInfo, note))
	c.buttons(widget.NewButton("Cancel", "", c.page.dismiss))
}

// advance shows how far the work has come.
func (c *card) advance() {
	r := c.page.run
	p := r.progress.Load()
	c.bar.Set(p.part())
	if p != nil {
		what := fmt.Sprintf("%.0f%%", 100*p.part())
		if p.what != "" {
			what += " · " + p.what
		}
		c.what.Set(what)
	} else {
		c.what.Set("Starting")
	}
	c.left.Set(r.left(c.page.desk.Session.Now()))
}

const fewParts = 6

func (c *card) showPreview() {
	r := c.page.run
	more := 0
	for _, s := range r.preview.Sources {
		c.content.Add(widget.NewRule())
		c.content.Add(layout.NewStack(4, widget.NewParagraph(s.Source.Title, theme.BodyStrong, theme.Text), widget.NewParagraph(c.says(s), theme.Body, theme.Text)))
		facts := r.facts(s)
		for i, f := range facts {
			if i >= fewParts && !c.all {
				more += len(facts) - fewParts
				break
			}
			c.content.Add(layout.NewBar(8, 1, widget.NewIcon(f.icon, 14, theme.StatusOK), widget.NewText(f.text, theme.Small, theme.Text), widget.NewRight(f.end, theme.Small, theme.Text2)))
		}
		more += c.showRemarks(s)
	}
	more += c.showIgnored()
	if more > 0 || c.all {
		c.content.Add(layout.NewRow(0, widget.NewLink(map[bool]string{false: fmt.Sprintf("Show %d more lines", more), true: "Show less"}[c.all], c.toggle)))
	}
	c.showChoices()
}

func (c *card) says(s preview.Source) string {
	if s.State == preview.Question {
		return s.Asked
	}
	return summary(s)
}

// showRemarks lists what to know of a source, and returns how many are left out.
func (c *card) showRemarks(s preview.Source) (more int) {
	lines := make([]string, 0, len(s.Remarks)+len(s.Left))
	for _, m := range s.Remarks {
		lines = append(lines, where(m)+m.Text)
	}
	for _, l := range s.Left {
		lines = append(lines, fmt.Sprintf("Not understood, %s, line %d: %s", l.File, l.Line, l.Text))
	}
	const few = 3
	for i, text := range lines {
		if i >= few && !c.all {
			return len(lines) - few
		}
		c.content.Add(widget.NewMarked("info", theme.StatusInfo, widget.NewParagraph(text, theme.Small, theme.Text2)))
	}
	return 0
}

// showIgnored lists the files that are not read, and returns how many are left out.
func (c *card) showIgnored() (more int) {
	const few = 3
	for i, m := range ignored(c.page.run.preview) {
		if i >= few && !c.all {
			more++
			continue
		}
		c.content.Add(widget.NewMarked("close", theme.Text2, widget.NewParagraph("Not read: "+m.File+", "+m.Text, theme.Small, theme.Text2)))
	}
	return more
}

func (c *card) toggle() {
	c.all = !c.all
	c.show()
	c.page.scroll.Reflow()
	c.focus()
}

func (c *card) showChoices() {
	r, cancel := c.page.run, widget.NewButton("Cancel", "", c.page.dismiss)
	switch {
	case r.asked() != nil:
		c.subject = widget.NewField("The occupation it is about")
		c.subject.OnSubmit = func() { c.page.answer(c.subject.Text()) }
		c.content.Add(widget.NewParagraph("Type the code or a name of the occupation.", theme.Small, theme.Text2))
		c.content.Add(c.subject)
		c.buttons(widget.NewPrimary("It is about this one", "", func() { c.page.answer(c.subject.Text()) }), cancel)
	case r.preview.Changes():
		c.buttons(widget.NewPrimary("Import", "import", c.page.accept), cancel)
	default:
		c.buttons(widget.NewButton("Close", "", c.page.dismiss))
	}
}

func (c *card) showDone() {
	c.content.Add(widget.NewRemark("check", theme.StatusOK, outcome(c.page.run.preview)))
	closing := widget.NewButton("Close", "", c.page.dismiss)
	r, ok := example(c.page.desk.Session)
	if !ok {
		c.buttons(closing)
		return
	}
	open := widget.NewPrimary("Open "+r.Title, "", func() { c.page.desk.Go(route.ToRole(r.Code)) })
	c.buttons(open, widget.NewButton("Find a role", "search", func() { c.page.desk.Go(route.Route{Page: route.Explore}) }), closing)
}
