package brief

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Score shows a score large, its zone in words, whose it is, and its range.
type Score struct {
	Block *fyne.Container

	number *widget.Text
	badge  *widget.Badge
	whose  *widget.Text
	note   *widget.Text
}

// NewScore returns an empty block.
func NewScore() *Score {
	s := &Score{
		number: widget.NewText("", theme.Display, theme.Text),
		badge:  widget.NewBadge(nextrole.ZoneNone, "", true),
		whose:  widget.NewText("", theme.Small, theme.Text2),
		note:   widget.NewParagraph("", theme.Small, theme.Text2),
	}
	words := layout.NewStack(4, layout.NewFlow(8, 2, s.badge, s.whose), s.note)
	s.Block = layout.NewBar(14, 1, s.number, words)
	return s
}

// Set shows a reading; scored is false where there is none.
func (s *Score) Set(r aijri.Reading, scored bool) {
	v := Judge(r, scored)
	s.number.Style = theme.Display
	if !scored {
		s.number.Style = theme.Heading
	}
	s.number.Set(v.Score)
	s.badge.Hidden = !scored
	s.badge.Set(r.Zone, r.Status)
	s.whose.Set(v.Whose)
	note := v.Range
	if v.Stands != "" {
		note += " · " + v.Stands
	}
	s.note.Set(note)
	layout.Again(s.Block)
}

// NewStat shows a figure: its name, the value in a style, and its source.
func NewStat(s Stat, style theme.Style) fyne.CanvasObject {
	color := theme.Text
	if s.Absent {
		color = theme.Text3
	}
	var source fyne.CanvasObject = widget.NewParagraph(s.Source, theme.Caption, theme.Text2)
	if s.Stale {
		source = widget.NewMarked("clock", theme.Text2, source)
	}
	return layout.NewStack(0,
		widget.NewText(s.Label, theme.Caption, theme.Text2),
		widget.NewText(s.Value, style, color), source)
}
