package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// Tornado shows what one step of each rating does to the score, the strongest
// first, and how much of the variance each rating is behind if raters differ.
type Tornado struct {
	Inputs nextrole.Inputs
	Swings []aijri.Swing // of the inputs, in any order
	Score  float64       // as the formula gives it, on 0…100
	Origin
}

var _ Chart = Tornado{}

const (
	noSwings    = "No ratings to move"
	noSwingsWhy = "This score comes without the ratings it is made of."
)

// swings are what can be drawn, the widest first.
func (c Tornado) swings() []aijri.Swing {
	if !credible(c.Score) {
		return nil
	}
	list := slices.DeleteFunc(slices.Clone(c.Swings), func(s aijri.Swing) bool {
		return s.Input.Group == aijri.Tasks && s.Input.Index >= len(c.Inputs.Tasks) || !drawable(s.Down) || !drawable(s.Up)
	})
	slices.SortStableFunc(list, func(a, b aijri.Swing) int { return cmp.Compare(b.Span(c.Score), a.Span(c.Score)) })
	return list
}

func drawable(score *float64) bool { return score == nil || credible(*score) }

// reached names the other zones that a single step comes to, with the ratings
// that do.
func (c Tornado) reached() map[nextrole.Zone][]aijri.Swing {
	reached := map[nextrole.Zone][]aijri.Swing{}
	for _, s := range c.swings() {
		for _, end := range []*float64{s.Down, s.Up} {
			if end == nil {
				continue
			}
			if zone := aijri.ZoneOf(*end); zone != aijri.ZoneOf(c.Score) {
				reached[zone] = append(reached[zone], s)
			}
		}
	}
	return reached
}

// Title says whether a single step reaches another zone.
func (c Tornado) Title() string {
	if len(c.swings()) == 0 {
		return "What moves the score"
	}
	zone, reached := aijri.ZoneOf(c.Score), c.reached()
	var parts []string
	for _, other := range []nextrole.Zone{nextrole.Green, nextrole.Yellow, nextrole.Red} {
		switch by := reached[other]; len(by) {
		case 0:
		case 1:
			parts = append(parts, fmt.Sprintf("one step of “%s” comes to %s", c.name(by[0].Input), other.Name()))
		default:
			parts = append(parts, fmt.Sprintf("one step of any of %d ratings comes to %s", len(by), other.Name()))
		}
	}
	switch {
	case len(parts) > 0:
		return c.mark(nextrole.Capital(strings.Join(parts, ", ")))
	case zone == nextrole.Red:
		return c.mark("No single step of one rating reaches Yellow")
	}
	return c.mark("No single step of one rating leaves " + zone.Name())
}

// Caption names the measure.
func (c Tornado) Caption() string {
	return c.caption("Score if one rating moves one step, which stands at the ends; part of the variance if raters differ")
}

// Sentence tells the three that move the score most.
func (c Tornado) Sentence() string {
	list := c.swings()
	if len(list) == 0 {
		return "What moves the score: " + lower(noSwings) + ". " + noSwingsWhy
	}
	var parts []string
	for _, s := range list[:min(3, len(list))] {
		lo, hi := c.ends(s)
		parts = append(parts, fmt.Sprintf("%s, from %s to %s", c.name(s.Input), nextrole.Score(lo.score), nextrole.Score(hi.score)))
	}
	return fmt.Sprintf("The score is %s. One step moves it most by %s.", nextrole.Score(c.Score), strings.Join(parts, "; "))
}

// Table lists every rating.
func (c Tornado) Table() Table {
	t := Table{Header: []string{"Rating", "Group", "Now", "Score one step down", "Score one step up", "Part of the variance (%)"}}
	for _, s := range c.swings() {
		row := []string{c.full(s.Input), string(s.Input.Group), c.rated(s.Input, s.Value), "", "", ""}
		for i, end := range []*float64{s.Down, s.Up} {
			row[3+i] = "end of scale"
			if end != nil {
				row[3+i] = nextrole.Score(*end)
			}
		}
		if s.Share != nil {
			row[5] = trimmed(*s.Share*100, 1)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (c Tornado) name(i aijri.Input) string {
	if i.Group == aijri.Tasks {
		return orUnnamed(c.Inputs.Tasks[i.Index].Brief(), "Unnamed task")
	}
	return c.full(i)
}

func (c Tornado) full(i aijri.Input) string { return orUnnamed(i.Name(c.Inputs), "Unnamed task") }

// rated writes a rating, signed where its scale has both signs.
func (c Tornado) rated(i aijri.Input, value int) string {
	if least, _ := i.Scale(); least < 0 {
		return nextrole.Signed(float64(value), 0)
	}
	return nextrole.Decimal(float64(value), 0)
}

// tornadoEnd is one side of a bar: the score, and the rating that gives it; none
// at a scale's end.
type tornadoEnd struct {
	score float64
	words string
}

// ends are the sides of a bar, the lower score first.
func (c Tornado) ends(s aijri.Swing) (lo, hi tornadoEnd) {
	side := func(score *float64, value int) tornadoEnd {
		if score == nil {
			return tornadoEnd{score: c.Score}
		}
		return tornadoEnd{*score, c.rated(s.Input, value)}
	}
	down, up := side(s.Down, s.Value-1), side(s.Up, s.Value+1)
	if s.Input.Better() < 0 {
		return up, down
	}
	return down, up
}

func (c Tornado) tip(s aijri.Swing) []string {
	tip := []string{c.full(s.Input), "Rated " + c.rated(s.Input, s.Value)}
	lo, hi := c.ends(s)
	for _, end := range []tornadoEnd{hi, lo} {
		if end.words == "" {
			continue
		}
		zone := aijri.ZoneOf(end.score)
		text := fmt.Sprintf("Rated %s: %s, %s", end.words, nextrole.Score(end.score), zone.Name())
		if zone == aijri.ZoneOf(c.Score) {
			text += ", the same zone"
		}
		tip = append(tip, text)
	}
	if lo.words == "" || hi.words == "" {
		tip = append(tip, "Its scale ends here on the other side")
	}
	if s.Share != nil {
		tip = append(tip, exact(*s.Share)+" of the variance if raters differ")
	}
	return tip
}

// ofVariance writes a share of the variance in whole percents, which is what the
// model is good for.
func ofVariance(share float64) string {
	if share > 0 && share < 0.005 {
		return "<1%"
	}
	return nextrole.Decimal(share*100, 0) + "%"
}

// tornadoGrid is where the columns and rows lie, in DIP.
type tornadoGrid struct {
	list        []aijri.Swing
	stacked     bool
	names       []naming
	rows        []float64
	axis        axis
	share       float64 // width of the column of shares, 0 without
	top, bottom float64
	flags       []flag
	spots       []spot
}

const tornadoBar = 13.0

func (c Tornado) grid(s *sketch) tornadoGrid {
	k := s.look.scale()
	g := tornadoGrid{list: c.swings(), stacked: s.Width < stackedBelow*k}
	lo, hi := c.Score, c.Score
	endW := 0.0
	var names []string
	for _, w := range g.list {
		names = append(names, c.name(w.Input))
		from, to := c.ends(w)
		lo, hi = min(lo, from.score), max(hi, to.score)
		endW = max(endW, s.look.measure(from.words, caption), s.look.measure(to.words, caption))
		if w.Share != nil {
			g.share = max(g.share, s.look.measure(ofVariance(*w.Share), caption), s.look.measure("Variance", caption))
		}
	}
	// The nearest limit of a zone is drawn where it is not far beyond the bars.
	for _, b := range bands()[1:] {
		if reach := (hi - lo) / 2; b.from > lo-reach && b.from < hi+reach {
			lo, hi = min(lo, b.from), max(hi, b.from)
		}
	}
	from, nameW := 0.0, s.Width
	if !g.stacked {
		nameW = s.nameColumn(names, small, 0.36)
		from = math.Round(nameW + 14)
	}
	end := s.Width
	if g.share > 0 {
		end -= g.share + 12
	}
	margin := endW + 6
	g.axis = s.axisOver(lo, hi, from+margin, max(end-from-2*margin, 8), 8, plain)
	g.flags = []flag{{at: g.axis.at(c.Score), body: nextrole.Score(c.Score), token: "text"}}
	for _, b := range bands()[1:] {
		if b.from >= g.axis.from && b.from <= g.axis.to {
			g.flags = append(g.flags, flag{at: g.axis.at(b.from), body: fmt.Sprintf("%s %.0f", b.zone.Name(), b.from)})
		}
	}
	g.spots = s.placeIn(span{0, end}, g.flags, caption, 3)
	g.top = float64(max(rowsOf(g.spots), 1))*s.pitch(caption) + 5
	g.bottom = g.top + 22*k
	for _, name := range names {
		n := s.naming(name, "", false, nameW)
		row := max(s.namingHeight(n)+6, (tornadoBar+8)*k)
		if g.stacked {
			row = s.namingHeight(n) + max(tornadoBar*k, s.pitch(caption)) + 10
		}
		g.names, g.rows = append(g.names, n), append(g.rows, row)
		g.bottom += row
	}
	return g
}

// Height is that of the limits above, a row for each rating, and the axis.
func (c Tornado) Height(width float64, look Look) float64 {
	if len(c.swings()) == 0 {
		return emptyHeight(width, look, noSwingsWhy)
	}
	return c.grid(newSketch(sane(width), look)).bottom
}

// Layout draws the widest bar first.
func (c Tornado) Layout(width, height float64, look Look) Scene {
	if len(c.swings()) == 0 {
		return empty(width, height, look, noSwings, noSwingsWhy)
	}
	s := newSketch(sane(width), look)
	g := c.grid(s)
	extra := stretch(height, g.bottom)
	apart := min(extra/float64(len(g.list)), 8*look.scale())
	s.Height = g.bottom + extra
	foot := g.top
	for _, row := range g.rows {
		foot += row + apart
	}
	s.flagWords(g.flags, g.spots, g.top-4)
	if g.share > 0 {
		s.label("Variance", s.Width, g.top-4-s.pitch(caption)/2, right, caption, "text2")
	}
	y := g.top
	for i, w := range g.list {
		bounds := Rect{0, y, s.Width, g.rows[i] + apart}
		c.draw(s, g, i, w, bounds)
		y += bounds.H
	}
	s.tickWords(g.axis, foot+12*look.scale())
	return s.Scene
}

// draw draws one rating: its name, the bar to both sides of the score, and the
// ratings at its ends.
func (c Tornado) draw(s *sketch, g tornadoGrid, i int, w aijri.Swing, b Rect) {
	k := s.look.scale()
	middle := math.Round(b.Y + b.H/2)
	top, height := b.Y, b.H
	nameTop := middle - s.namingHeight(g.names[i])/2
	if g.stacked {
		nameTop = b.Y + 3
		top = nameTop + s.namingHeight(g.names[i]) + 1
		height = b.Y + b.H - top
		middle = math.Round(top + height/2)
	}
	s.grid(g.axis, top, height+top)
	lo, hi := c.ends(w)
	at, from, to := g.axis.at(c.Score), g.axis.at(lo.score), g.axis.at(hi.score)
	barH := tornadoBar * k
	if at-from >= 0.5 {
		s.add(box{Rect: Rect{from, middle - barH/2, at - from, barH}, radius: 2, fill: "chart.down"})
	}
	if to-at >= 0.5 {
		s.add(box{Rect: Rect{at, middle - barH/2, to - at, barH}, radius: 2, fill: "chart.up"})
	}
	for j, f := range g.flags {
		line := rule{x: f.at, y: top, length: height, upright: true, width: 1, token: "text2", dashed: true}
		if j == 0 {
			line.width, line.token, line.dashed = 2, "text", false
			line.x--
		}
		s.add(line)
	}
	s.label(lo.words, from-5, middle, right, caption, "text2")
	s.label(hi.words, to+5, middle, left, caption, "text2")
	s.setNaming(g.names[i], 0, nameTop)
	if w.Share != nil {
		s.label(ofVariance(*w.Share), s.Width, middle, right, caption, "text2")
	}
	s.Marks = append(s.Marks, Mark{Key: fmt.Sprintf("%s %d", w.Input.Group, w.Input.Index), Bounds: b, Tip: c.tip(w)})
}
