package problem

import (
	"strings"

	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Page shows a trouble.
type Page struct {
	Content fyne.CanvasObject
	// Focus is the choice that should have the keyboard.
	Focus fyne.Focusable

	note *widget.Text
}

// width is how wide the page is, in DIP.
const width = 620

// New returns a page that calls choose for what is chosen.
func New(t *Trouble, choose func(Action)) *Page {
	p := &Page{note: widget.NewParagraph("", theme.Body, theme.StatusWarn)}
	a := advise(t)
	row := layout.NewRow(8)
	for i, action := range a.actions {
		b := widget.NewButton(string(action), "", nil)
		if i == 0 && action != TryAgain {
			b = widget.NewPrimary(string(action), "", nil)
		}
		b.OnTap = func() { choose(action) }
		b.OnKey = func(key fyne.KeyName) bool {
			if key == fyne.KeyEscape {
				choose(Close)
			}
			return key == fyne.KeyEscape
		}
		if action == a.focus {
			p.Focus = b
		}
		row.Add(b)
	}
	rows := layout.NewStack(12,
		layout.NewBar(10, 1, widget.NewIcon(a.icon, 20, a.ink), widget.NewText(a.title, theme.Heading, theme.Text)),
		widget.NewParagraph(t.Sentence(), theme.BodyStrong, theme.Text))
	for _, text := range a.text {
		if text = strings.TrimSpace(text); text != "" {
			rows.Add(widget.NewParagraph(text, theme.Body, theme.Text))
		}
	}
	rows.Add(p.note)
	p.note.Hide()
	rows.Add(layout.NewInset(8, 0, 0, 0, row))
	p.Content = layout.NewLayers(widget.NewFill(theme.Bg), layout.NewInset(28, 32, 28, 32, rows))
	return p
}

// Size is the size of a window that has room for the page.
func (p *Page) Size() fyne.Size { return fyne.NewSize(width, layout.HeightFor(p.Content, width)) }

// Say says what came of a choice.
func (p *Page) Say(text string) {
	p.note.Set(text)
	p.note.Hidden = text == ""
	p.Content.Refresh()
}
