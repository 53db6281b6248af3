package chart

import (
	"fmt"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// TaskMix shows all working time as one bar, by what AI does in it.
type TaskMix struct {
	Split aijri.Split
	Origin
}

var _ Chart = TaskMix{}

const (
	noMix    = "No task mix to show"
	noMixWhy = "The shares of time are missing or cannot be added up."
)

// mix is percentages of time in the order of [nextrole.Labels].
type mix [3]float64

func (c TaskMix) mix() mix {
	return mix{c.Split.Disp * 100, c.Split.Aug * 100, c.Split.Not * 100}
}

func (m mix) total() float64 { return m[0] + m[1] + m[2] }

// ok reports whether the mix can be drawn.
func (m mix) ok() bool {
	return finite(m.total()) && m.total() > 0 && m[0] >= 0 && m[1] >= 0 && m[2] >= 0
}

// words tells the parts there are: "45% displaced, 55% augmented".
func (m mix) words() string {
	var parts []string
	for i, l := range nextrole.Labels() {
		if m[i] > 0 {
			parts = append(parts, percent(m[i])+" "+l.Word())
		}
	}
	if len(parts) == 0 {
		return "no time given"
	}
	return strings.Join(parts, ", ")
}

// mixTitle tells what stands out in a mix; empty if nothing can be told.
func mixTitle(m mix) string {
	if !m.ok() {
		return ""
	}
	disp, aug, not := m[0], m[1], m[2]
	all := m.total() - 0.05
	switch {
	case disp >= all:
		return "All of the week is in tasks rated as displaceable"
	case aug >= all:
		return "AI helps in all of the week; no task is rated as displaceable"
	case not >= all:
		return "AI is not involved in any task of the week"
	case disp == 0:
		return "No task is rated as displaceable"
	case disp >= 25 || disp >= max(aug, not):
		return titled(disp) + " of the week is in tasks rated as displaceable"
	case not > aug:
		return titled(not) + " of the week is in tasks without AI"
	}
	return titled(aug) + " of the week is in tasks where AI helps a person"
}

// Title tells what stands out.
func (c TaskMix) Title() string {
	if title := mixTitle(c.mix()); title != "" {
		return title
	}
	return "Task mix"
}

// Caption names the measure.
func (c TaskMix) Caption() string { return c.caption("Share of working time in percent") }

// Sentence tells the parts.
func (c TaskMix) Sentence() string {
	if !c.mix().ok() {
		return "Task mix: " + lower(noMix) + ". " + noMixWhy
	}
	return "Working time: " + c.mix().words() + "."
}

// Table lists the parts.
func (c TaskMix) Table() Table {
	t := Table{Header: []string{"Type", "Meaning", "Share of time (%)"}}
	for i, l := range nextrole.Labels() {
		t.Rows = append(t.Rows, []string{string(l), l.Word(), trimmed(c.mix()[i], 2)})
	}
	return t
}

// Measures of the task mix in DIP.
const (
	mixBar = 16.0
	mixGap = 2.0
)

// Height is that of the bar and the words below it.
func (c TaskMix) Height(width float64, look Look) float64 {
	if !c.mix().ok() {
		return emptyHeight(width, look, noMixWhy)
	}
	return c.draw(sane(width), look).Height
}

// Layout draws the bar and tells the parts below: each under its own if all
// have room there, else in a line.
func (c TaskMix) Layout(width, height float64, look Look) Scene {
	if !c.mix().ok() {
		return empty(width, height, look, noMix, noMixWhy)
	}
	s := c.draw(sane(width), look)
	s.Height += stretch(height, s.Height)
	return s
}

func (c TaskMix) draw(width float64, look Look) Scene {
	s := newSketch(width, look)
	parts := c.mix().parts(width)
	for _, p := range parts {
		s.add(taskBar(p.label, Rect{p.x, 0, p.width, mixBar}))
		s.Marks = append(s.Marks, Mark{
			Key:    string(p.label),
			Bounds: Rect{p.x, 0, p.width, mixBar},
			Tip:    []string{fmt.Sprintf("%s: %s", p.label, p.label.Word()), fmt.Sprintf("%s of time, %s of %d hours", percent(p.percent), trimmed(p.percent*weekHours/100, 2), weekHours)},
		})
	}
	top := mixBar + 3
	if !s.under(parts, top) {
		var items []legendItem
		for _, p := range parts {
			items = append(items, legendItem{p.label, percent(p.percent), p.label.Word()})
		}
		s.Height = s.legend(items, 0, top+1, width)
		return s.Scene
	}
	s.Height = top + look.pitch(caption) + 2
	return s.Scene
}

// part is one piece of the stacked bar.
type part struct {
	label    nextrole.Label
	percent  float64
	x, width float64
}

// parts places the parts that are not zero side by side, none narrower than
// one can see. Shares that do not total 100 % leave the rest of the bar open.
func (m mix) parts(width float64) []part {
	var parts []part
	for i, l := range nextrole.Labels() {
		if m[i] > 0 {
			parts = append(parts, part{label: l, percent: m[i]})
		}
	}
	const least = 3.0
	room := width*min(m.total()/max(m.total(), 100), 1) - mixGap*float64(len(parts)-1)
	spare := room - least*float64(len(parts))
	x := 0.0
	for i := range parts {
		parts[i].x = x
		parts[i].width = least + spare*parts[i].percent/m.total()
		x += parts[i].width + mixGap
	}
	return parts
}

// under sets each figure below its part, the last one to the right end, and
// reports whether there was room.
func (s *sketch) under(parts []part, top float64) bool {
	const gap = 10
	y := top + s.look.pitch(caption)/2
	from := make([]float64, len(parts))
	end := 0.0
	for i, p := range parts {
		w := s.look.measure(p.words(), caption)
		from[i] = p.x + 1
		if i > 0 && i == len(parts)-1 {
			from[i] = p.x + p.width - w
		}
		if i > 0 && from[i] < end+gap || from[i] < 0 || from[i]+w > s.Width || from[i]+w > p.x+p.width+gap && i < len(parts)-1 {
			return false
		}
		end = from[i] + w
	}
	for i, p := range parts {
		s.label(p.words(), from[i], y, left, caption, "text2")
	}
	return true
}

func (p part) words() string { return percent(p.percent) + " " + p.label.Word() }
