package compare

import (
	"fmt"

	"fyne.io/fyne/v2"

	"nextrole/ui/page"
	"nextrole/ui/widget"
)

// Export implements page.Exporter: it offers the forms in which the comparison
// can leave the window.
func (p *Page) Export() {
	if p.model.empty() {
		p.desk.Notice("Nothing to export yet: pin two to six roles first", "", nil)
		return
	}
	widget.FocusOn(p.export) // also where the key opens it
	p.exports.Show(p.export)
}

func (p *Page) exportItems() []widget.Item {
	return []widget.Item{
		{Label: "CSV, for a spreadsheet…", OnTap: p.saveCSV},
		{Label: "Markdown, for a document…", OnTap: p.saveMarkdown},
		{Label: "Copy as text", Group: true, OnTap: p.copyText},
	}
}

// byteOrderMark tells spreadsheets that a CSV is UTF-8: Excel reads it as
// something else without, and garbles dashes and quotes.
const byteOrderMark = "\ufeff"

func (p *Page) saveCSV() {
	t := p.model.table
	p.save("CSV", ".csv", func() string { return byteOrderMark + t.CSV() })
}

func (p *Page) saveMarkdown() { p.save("Markdown", ".md", p.model.table.Markdown) }

// save saves all rows, also those that “Only differences” hides.
func (p *Page) save(form, ext string, text func() string) {
	n := len(p.model.roles)
	f := page.File{
		What: fmt.Sprintf("The comparison of %d roles as %s, with all rows", n, form),
		Name: fmt.Sprintf("Comparison of %d roles", n), Ext: ext,
		Make: func() ([]byte, error) { return []byte(text()), nil },
	}
	if c, ok := p.model.opened(); ok {
		f.Name = c.Name
	}
	p.desk.Save(f)
}

func (p *Page) copyText() {
	fyne.CurrentApp().Clipboard().SetContent(p.model.table.Text())
	p.desk.Notice("Copied the comparison as text", "", nil)
}
