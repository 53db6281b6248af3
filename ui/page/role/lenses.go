package role

import (
	"fyne.io/fyne/v2"

	"nextrole/ui/chartview"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// lenses is where AIJRI stands beside the indices of exposure.
type lenses struct {
	chart   *chartview.View
	words   *fyne.Container
	content *fyne.Container
}

func newLenses(p *Page) *lenses {
	l := &lenses{chart: chartview.New(p.desk, false), words: layout.NewStack(4)}
	l.content = layout.NewStack(14, widget.NewRule(),
		&fyne.Container{Layout: layout.Columns{Weights: []float32{1.55, 1}, Gap: 28, Below: 1040}, Objects: []fyne.CanvasObject{l.chart, l.words}})
	return l
}

func (l *lenses) show(m model) {
	v := m.library.Lenses(m.role.Code)
	l.content.Hidden = len(v.Views) == 0
	if len(v.Views) == 0 {
		return
	}
	l.chart.About(m.file("several lenses"), m.lensCredit(v))
	l.chart.Set(m.lensChart(v))
	l.words.RemoveAll()
	l.words.Add(widget.NewText("What each of them measures", theme.BodyStrong, theme.Text))
	l.words.Add(widget.NewParagraph(v.Explain(), theme.Small, theme.Text))
	for _, one := range v.Views {
		text := widget.NewParagraph("", theme.Small, theme.Text2)
		text.SetSpans(widget.Span{Text: one.Name + ": ", Strong: true}, widget.Span{Text: one.Measures})
		l.words.Add(text)
	}
}
