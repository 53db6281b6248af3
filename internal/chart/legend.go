package chart

import (
	"math"

	"nextrole"
)

// code is what stands for a label in a chart; a dash for an unknown one.
func code(l nextrole.Label) string {
	if !l.Known() {
		return "–"
	}
	return string(l)
}

func codeToken(l nextrole.Label) string {
	switch l {
	case nextrole.Displaced:
		return "task.dispText"
	case nextrole.Augmented:
		return "task.augText"
	}
	return "task.notText"
}

// taskBar is a bar in the pattern of its label.
func taskBar(l nextrole.Label, r Rect) box {
	b := box{Rect: r, radius: 2}
	switch l {
	case nextrole.Displaced:
		b.fill, b.hatch = "task.disp", "task.dispHatch"
	case nextrole.Augmented:
		b.fill = "task.aug"
	case nextrole.NotInvolved:
		b.fill, b.edge, b.width = "task.notFill", "task.not", 1.5
	default:
		b.fill = "chart.barMuted"
	}
	return b
}

// legendItem explains one pattern.
type legendItem struct {
	label         nextrole.Label
	strong, words string
}

func taskLegend() []legendItem {
	var items []legendItem
	for _, l := range nextrole.Labels() {
		items = append(items, legendItem{l, string(l), l.Word()})
	}
	return items
}

const (
	swatchW   = 16.0
	swatchH   = 10.0
	legendGap = 16.0
)

func (s *sketch) legendRow() float64 { return s.pitch(caption) + 5 }

func (s *sketch) legendWidth(it legendItem) float64 {
	return swatchW + 6 + s.look.measure(it.strong+" ", captionStrong) + s.look.measure(it.words, caption)
}

// legendHeight is what legend needs.
func (s *sketch) legendHeight(items []legendItem, width float64) float64 {
	probe := newSketch(s.Width, s.look)
	return probe.legend(items, 0, 0, width)
}

// legend sets the items one after the other, on as many lines as they need,
// and returns where it ends.
func (s *sketch) legend(items []legendItem, x, y, width float64) float64 {
	row := s.legendRow()
	at := x
	for _, it := range items {
		if w := s.legendWidth(it); at > x && at+w > x+width {
			at, y = x, y+row
		}
		s.add(taskBar(it.label, Rect{at, math.Round(y + row/2 - swatchH/2), swatchW, swatchH}))
		end := s.label(it.strong, at+swatchW+6, y+row/2, left, captionStrong, "text")
		end += s.look.measure(" ", captionStrong)
		end = s.label(s.look.fit(it.words, x+width-end, caption), end, y+row/2, left, caption, "text2")
		at = end + legendGap
	}
	return y + row
}
