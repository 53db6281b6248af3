package library

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/changes"
	"nextrole/ui/layout"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// showWaiting lists what waits for the person, and what was imported lately.
func (p *Page) showWaiting() {
	p.waiting.RemoveAll()
	p.waiting.Add(widget.NewText("Needs your decision", theme.Title, theme.Text))
	list := questions(p.desk.Session)
	if len(list) == 0 {
		p.waiting.Add(widget.NewParagraph("Nothing waits. Where sources disagree, or a file leaves something open, it stands here.", theme.Body, theme.Text2))
	}
	for _, q := range list {
		ink := theme.StatusInfo
		if q.first {
			ink = theme.StatusWarn
		}
		words := layout.NewStack(2, widget.NewParagraph(q.head, theme.BodyStrong, theme.Text), widget.NewParagraph(q.text, theme.Small, theme.Text2))
		if r, ok := p.desk.Session.Role(q.code); ok {
			words.Add(layout.NewInset(4, 0, 0, 0, layout.NewRow(0, widget.NewButton("Open "+string(r.Code), "", func() {
				p.desk.Go(route.Route{Page: route.Role, Code: r.Code, Tab: route.Pay})
			}))))
		}
		p.waiting.Add(&fyne.Container{Layout: layout.Row{Gap: 9, Grow: 2, Align: layout.Top}, Objects: []fyne.CanvasObject{
			layout.NewInset(2, 0, 0, 0, widget.NewIcon(q.icon, 15, ink)), words,
		}})
		p.waiting.Add(widget.NewRule())
	}
	if lately := recent(p.desk.Session); len(lately) > 0 {
		p.waiting.Add(layout.NewInset(6, 0, 0, 0, widget.NewText("Recent changes", theme.Title, theme.Text)))
		for _, l := range lately {
			p.waiting.Add(&fyne.Container{Layout: layout.Row{Gap: 12, Grow: 2, Align: layout.Top}, Objects: []fyne.CanvasObject{
				layout.NewFixed(84, 0, widget.NewText(l.day, theme.Small, theme.Text2)), widget.NewParagraph(l.text, theme.Small, theme.Text),
			}})
		}
	}
}

// showDetails shows from which files a source was read, and what to know of them.
func (p *Page) showDetails(r row) {
	body := layout.NewStack(8)
	for _, text := range details(r.of) {
		body.Add(widget.NewParagraph(text, theme.Small, theme.Text2))
	}
	for _, part := range r.of.Parts {
		body.Add(widget.NewRule())
		body.Add(layout.NewStack(2,
			layout.NewBar(8, 0, widget.NewParagraph(part.Name, theme.BodyStrong, theme.Text), widget.NewRight(counted(part.Rows, "row"), theme.Small, theme.Text)),
			widget.NewParagraph(part.File+", "+nextrole.Bytes(part.Size), theme.Small, theme.Text2),
			widget.NewParagraph("SHA-256 "+grouped(part.SHA256), theme.Caption, theme.Text2)))
	}
	for _, m := range r.of.Remarks {
		body.Add(widget.NewMarked("info", theme.StatusInfo, widget.NewParagraph(where(m)+m.Text, theme.Small, theme.Text2)))
	}
	if len(r.of.Left) > 0 {
		body.Add(widget.NewText("Not understood, word for word", theme.BodyStrong, theme.Text))
		for _, l := range r.of.Left {
			body.Add(widget.NewParagraph(fmt.Sprintf("Line %d: %s", l.Line, l.Text), theme.Small, theme.Text2))
		}
	}
	p.desk.Panel(r.of.Source.Title, body)
}

// grouped sets a checksum in groups, so that it can be broken and compared.
func grouped(sum string) string {
	const group = 8
	text := ""
	for i := 0; i < len(sum); i += group {
		text += sum[i:min(i+group, len(sum))] + " "
	}
	return text
}

// showChanges shows what changed from one release to another.
func (p *Page) showChanges(from, to nextrole.Import) {
	p.desk.Session.Changes(from, to, func(c changes.Changes, err error) {
		if err != nil {
			p.desk.Problem("What changed cannot be told: " + err.Error())
			return
		}
		body := layout.NewStack(8)
		for _, l := range changeLines(c) {
			style := theme.Small
			if l.head {
				style = theme.BodyStrong
			}
			body.Add(widget.NewParagraph(l.text, style, theme.Text))
		}
		p.desk.Panel("From "+c.From.Short+" to "+c.To.Short, body)
	})
}
