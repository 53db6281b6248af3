package welcome

import (
	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// results is what stands below the field: roles to choose from, or that there
// are none. The keys that move in it are the field's.
type results struct {
	content *fyne.Container

	list    *fyne.Container
	rows    []*resultRow
	more    *widget.Button
	moreRow *fyne.Container
	none    *fyne.Container
	why     *widget.Text
	suggest *widget.Button
	onRow   func(i int)
}

func newResults(onRow func(i int), onMore, onSuggestion func()) *results {
	r := &results{onRow: onRow, list: layout.NewStack(0)}
	r.more = widget.NewLink("", onMore)
	r.moreRow = layout.NewInset(3, 12, 4, 41, layout.NewRow(0, r.more))
	r.why = widget.NewParagraph("", theme.Body, theme.Text2)
	r.suggest = widget.NewLink("", onSuggestion)
	r.none = layout.NewInset(10, 14, 10, 14, layout.NewStack(4, r.why, layout.NewRow(0, r.suggest)))
	r.content = layout.NewLayers(widget.NewBox(theme.Bg, theme.Divider, 8),
		layout.NewInset(3, 3, 3, 3, layout.NewStack(0, r.list, r.moreRow, r.none)))
	return r
}

// show brings the rows up to date; those not needed are kept for later.
func (r *results) show(m *model) {
	rows := m.shown()
	for len(r.rows) < len(rows) {
		i := len(r.rows)
		row := newResultRow(func() { r.onRow(i) })
		r.rows = append(r.rows, row)
		r.list.Add(row.press)
	}
	for i, row := range r.rows {
		row.press.Hidden = i >= len(rows)
		if i < len(rows) {
			row.show(rows[i], rows[i].code == m.home, i == m.at)
		}
	}
	nothing, suggestion := m.nothing(), m.suggestion()
	r.list.Hidden = len(rows) == 0
	r.more.SetLabel(m.more())
	r.moreRow.Hidden = m.more() == ""
	r.why.Set(nothing)
	r.suggest.SetLabel("Search for “" + suggestion + "”")
	r.suggest.Hidden = suggestion == ""
	r.none.Hidden = nothing == ""
	r.content.Hidden = r.list.Hidden && r.none.Hidden
}

// resultRow is a role with the mark of a radio button.
type resultRow struct {
	press         *widget.Press
	content       *fyne.Container
	bar           *widget.Fill
	radio         *widget.Icon
	title, detail *widget.Text
}

func newResultRow(onTap func()) *resultRow {
	r := &resultRow{
		bar:    widget.NewFill(theme.Transparent),
		radio:  widget.NewIcon("radio", 17, theme.Text2),
		title:  widget.NewParagraph("", theme.BodyStrong, theme.Text),
		detail: widget.NewParagraph("", theme.Caption, theme.Text2),
	}
	r.bar.Radius = 1.5
	words := layout.NewInset(6, 12, 7, 0, layout.NewStack(0, r.title, r.detail))
	r.content = layout.NewBar(10, 2, layout.NewFixed(3, 28, r.bar), r.radio, words)
	r.press = widget.NewPress("", r.content, onTap)
	r.press.Quiet = true
	r.press.Chosen = widget.Ground{Fill: theme.Selected}
	return r
}

// show shows a role. The one that Enter chooses has a bar at its left.
func (r *resultRow) show(w row, chosen, at bool) {
	r.title.SetSpans(spans(w.title)...)
	r.detail.SetSpans(spans(w.detail)...)
	r.press.Label = r.title.String() + ", " + r.detail.String()
	radio, ink, bar := "radio", theme.Text2, theme.Transparent
	if chosen {
		r.press.Label += ", chosen"
		radio, ink = "radio-on", theme.Accent
	}
	r.press.Rest, r.press.Hover = widget.Ground{}, widget.Ground{Fill: theme.Hover}
	if at {
		bar = theme.Accent
		r.press.Rest = r.press.Hover
	}
	r.bar.Paint(widget.Ground{Fill: bar})
	r.radio.Set(radio, ink)
	r.press.SetChosen(chosen)
	r.content.Refresh()
	r.press.Refresh()
}

func spans(parts []part) []widget.Span {
	all := make([]widget.Span, len(parts))
	for i, p := range parts {
		all[i] = widget.Span{Text: p.text}
		if p.hit {
			all[i].Strong, all[i].Color = true, theme.Accent
		}
	}
	return all
}
