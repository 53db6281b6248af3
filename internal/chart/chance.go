package chart

import (
	"fmt"
	"math"
	"strings"

	"nextrole"
)

// ChanceBar shows how probable each zone is if raters differ, as parts of one
// bar. The chances are fractions of 1.
type ChanceBar struct {
	Red, Yellow, Green float64
	Origin
}

var _ Chart = ChanceBar{}

const (
	noChance    = "No chances to show"
	noChanceWhy = "They need the ratings that a score is made of."
)

// chance is one zone's part.
type chance struct {
	zone nextrole.Zone
	of   float64
}

// parts returns the zones that can come about at all.
func (c ChanceBar) parts() []chance {
	var parts []chance
	for _, p := range c.all() {
		if p.of > 0 {
			parts = append(parts, p)
		}
	}
	return parts
}

func (c ChanceBar) all() []chance {
	return []chance{{nextrole.Red, c.Red}, {nextrole.Yellow, c.Yellow}, {nextrole.Green, c.Green}}
}

// ok reports whether the parts are chances that add up to 1.
func (c ChanceBar) ok() bool {
	for _, p := range c.all() {
		if !(p.of >= 0) {
			return false
		}
	}
	return math.Abs(c.Red+c.Yellow+c.Green-1) < 0.005
}

// exact writes a chance to a tenth of a percent.
func exact(chance float64) string { return percent(chance * 100) }

// Title tells the most probable zone.
func (c ChanceBar) Title() string {
	if !c.ok() {
		return "Chance of each zone"
	}
	most := chance{}
	for _, p := range c.parts() {
		if p.of > most.of {
			most = p
		}
	}
	if most.of >= 1 {
		return c.mark(most.zone.Name() + " even if raters differ")
	}
	return c.mark(fmt.Sprintf("%s in %s of cases if raters differ", most.zone.Name(), nextrole.Chance(most.of)))
}

// Caption names the measure.
func (c ChanceBar) Caption() string {
	return c.caption("Chance of each zone if each rating may be one step off; NextRole’s own model, no part of AIJRI")
}

// Sentence tells the chances.
func (c ChanceBar) Sentence() string {
	if !c.ok() {
		return "Chance of each zone: " + lower(noChance) + ". " + noChanceWhy
	}
	var parts []string
	for _, p := range c.all() {
		parts = append(parts, p.zone.Name()+" "+nextrole.Chance(p.of))
	}
	s := "Chance of each zone if raters differ: " + strings.Join(parts, ", ")
	if hollow(c.Status) {
		s += "; " + c.Status.Name()
	}
	return s + "."
}

// Table lists the exact chances.
func (c ChanceBar) Table() Table {
	t := Table{Header: []string{"Zone", "Meaning", "Chance (%)"}}
	for _, p := range c.all() {
		t.Rows = append(t.Rows, []string{p.zone.Name(), p.zone.Plain(), trimmed(p.of*100, 2)})
	}
	return t
}

// Measures of the chance bar in DIP.
const (
	chanceBar  = 14.0
	chanceLow  = 3.0 // the least width of a part
	chanceGap  = 2.0
	wordsApart = 14.0
)

// Height is that of the words and the bar below them.
func (c ChanceBar) Height(width float64, look Look) float64 {
	if !c.ok() {
		return emptyHeight(width, look, noChanceWhy)
	}
	return c.draw(sane(width), look).Height
}

// Layout draws the bar, and the zones in words above it.
func (c ChanceBar) Layout(width, height float64, look Look) Scene {
	if !c.ok() {
		return empty(width, height, look, noChance, noChanceWhy)
	}
	s := c.draw(sane(width), look)
	s.Height += stretch(height, s.Height)
	return s
}

func (c ChanceBar) draw(width float64, look Look) Scene {
	s := newSketch(width, look)
	k := look.scale()
	row := s.pitch(small) + 2
	x, y := 1.0, 0.0
	for _, p := range c.all() {
		w := glyphW*k + 5 + look.measure(p.zone.Name()+" ", small) + look.measure(nextrole.Chance(p.of), smallStrong)
		if x > 1 && x+w > width {
			x, y = 1, y+row
		}
		s.glyph(p.zone, x+glyphW*k/2, y+row/2, glyphW*k, false)
		end := s.label(p.zone.Name(), x+glyphW*k+5, y+row/2, left, small, "text2")
		end = s.label(nextrole.Chance(p.of), end+look.measure(" ", small), y+row/2, left, smallStrong, "text")
		x = end + wordsApart
	}
	top := y + row + 3
	c.bar(s, top, chanceBar*k)
	s.Height = top + chanceBar*k + 1
	return s.Scene
}

// bar draws the parts side by side, none narrower than one can see.
func (c ChanceBar) bar(s *sketch, top, height float64) {
	parts := c.parts()
	spare := s.Width - chanceGap*float64(len(parts)-1) - chanceLow*float64(len(parts))
	x := 0.0
	for _, p := range parts {
		w := chanceLow + spare*p.of/(c.Red+c.Yellow+c.Green)
		s.add(box{Rect: Rect{x, top, w, height}, radius: 2, fill: solid(p.zone)})
		s.Marks = append(s.Marks, Mark{
			Key:    string(p.zone),
			Bounds: Rect{x, top, w, height},
			Tip:    []string{p.zone.Name() + ": " + p.zone.Plain(), exact(p.of) + " if raters differ"},
		})
		x += w + chanceGap
	}
}
