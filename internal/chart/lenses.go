package chart

import (
	"fmt"
	"math"
	"strings"

	"nextrole"
)

// Lenses shows where several measures place one thing among others, from the one end
// of their order to the other: a point for each on its own line. The values of the
// measures stand beside the points, and have no scale in common.
type Lenses struct {
	Finding string // whether they agree
	Among   int    // how many things are placed
	First   string // what place 1 means, and what the last: "most resistant"
	Last    string
	Rows    []LensRow
}

// LensRow is one measure.
type LensRow struct {
	Key, Name, Detail string
	Value             string  // in its own unit
	Place             float64 // 1…Among; 0 for one that is not placed
	Why               string  // it is not placed
	Hollow            bool    // it is nobody's published value
}

var _ Chart = Lenses{}

const (
	noLenses    = "No measures to compare"
	noLensesWhy = "No score and no index of exposure is known here."
)

func (r LensRow) name() string { return orUnnamed(r.Name, "Unnamed measure") }

// placed reports whether the row has a place on the chart.
func (c Lenses) placed(r LensRow) bool {
	return finite(r.Place) && r.Place >= 1 && r.Place <= float64(c.Among)
}

// place is where a row stands, in words.
func (c Lenses) place(r LensRow) string {
	if !c.placed(r) {
		return orUnnamed(r.Why, "not placed")
	}
	return trimmed(r.Place, 1) + " of " + fmt.Sprint(c.Among)
}

// short is [Lenses.place] beside the point; why there is none is in the tip.
func (c Lenses) short(r LensRow) string {
	if !c.placed(r) {
		return "not placed"
	}
	return c.place(r)
}

// Title is the finding.
func (c Lenses) Title() string { return orUnnamed(c.Finding, "Several measures side by side") }

// Caption says what the places are.
func (c Lenses) Caption() string {
	if c.Among == 0 {
		return "Each in its own unit"
	}
	return fmt.Sprintf("Place among %d, from %s to %s; each value in its own unit", c.Among, lower(orUnnamed(c.Last, "last")), lower(orUnnamed(c.First, "first")))
}

// Sentence tells the places in order.
func (c Lenses) Sentence() string {
	if len(c.Rows) == 0 {
		return "Measures: " + lower(noLenses) + ". " + noLensesWhy
	}
	parts := make([]string, len(c.Rows))
	for i, r := range c.Rows {
		parts[i] = fmt.Sprintf("%s: %s, %s", r.name(), tidy(r.Value), c.place(r))
	}
	return strings.Join(parts, ". ") + "."
}

// Table lists the measures in order.
func (c Lenses) Table() Table {
	t := Table{Header: []string{"Measure", "Detail", "Value", "Place", "Among"}}
	for _, r := range c.Rows {
		row := []string{r.name(), tidy(r.Detail), tidy(r.Value), c.place(r), ""}
		if c.placed(r) {
			row[3], row[4] = trimmed(r.Place, 1), fmt.Sprint(c.Among)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (c Lenses) tip(r LensRow) []string {
	tip := []string{r.name()}
	for _, text := range []string{r.Detail, r.Value} {
		if text = tidy(text); text != "" {
			tip = append(tip, text)
		}
	}
	return append(tip, nextrole.Capital(c.place(r)))
}

// lensGrid is where the columns and rows lie, in DIP.
type lensGrid struct {
	stacked     bool
	names       []naming
	rows        []float64
	from, to    float64 // of the line from the last place to the first
	value       float64 // left end of the values
	top, bottom float64
}

const lensMark = 11.0

func (c Lenses) grid(s *sketch) lensGrid {
	k := s.look.scale()
	g := lensGrid{stacked: s.Width < stackedBelow*k}
	valueW := 0.0
	var names []string
	for _, r := range c.Rows {
		names = append(names, r.name(), r.Detail)
		valueW = max(valueW, s.look.measure(tidy(r.Value), smallStrong), s.look.measure(c.short(r), caption))
	}
	valueW = min(valueW, s.Width*0.4)
	g.value = s.Width - valueW
	nameW := s.Width
	if !g.stacked {
		nameW = s.nameColumn(names, small, 0.4)
		g.from = math.Round(nameW + 16)
	}
	g.from += lensMark / 2 * k
	g.to = max(g.value-14-lensMark/2*k, g.from+8)
	g.top = s.pitch(caption) + 6
	g.bottom = g.top
	for _, r := range c.Rows {
		n := s.naming(r.name(), r.Detail, false, nameW)
		value := s.pitch(smallStrong) + s.pitch(caption)
		row := max(s.namingHeight(n)+10, value+8, 30*k)
		if g.stacked {
			row = s.namingHeight(n) + value + 12
		}
		g.names, g.rows = append(g.names, n), append(g.rows, row)
		g.bottom += row
	}
	return g
}

// at is where a place stands: the first at the right.
func (c Lenses) at(g lensGrid, place float64) float64 {
	if c.Among < 2 {
		return (g.from + g.to) / 2
	}
	return g.to - (place-1)/float64(c.Among-1)*(g.to-g.from)
}

// Height is that of the ends of the order, and a row for each measure.
func (c Lenses) Height(width float64, look Look) float64 {
	if len(c.Rows) == 0 {
		return emptyHeight(width, look, noLensesWhy)
	}
	return c.grid(newSketch(sane(width), look)).bottom
}

// Layout draws the rows in the order given.
func (c Lenses) Layout(width, height float64, look Look) Scene {
	if len(c.Rows) == 0 {
		return empty(width, height, look, noLenses, noLensesWhy)
	}
	s := newSketch(sane(width), look)
	g := c.grid(s)
	extra := stretch(height, g.bottom)
	apart := min(extra/float64(len(c.Rows)), 12*look.scale())
	s.Height = g.bottom + extra
	if c.Among > 0 {
		c.ends(s, g)
	}
	y := g.top
	for i, r := range c.Rows {
		bounds := Rect{0, y, s.Width, g.rows[i] + apart}
		s.across(0, y, s.Width, "hairline")
		c.draw(s, g, i, r, bounds)
		y += bounds.H
	}
	s.across(0, y, s.Width, "hairline")
	return s.Scene
}

// ends says what the ends of the order are, where there is room for both.
func (c Lenses) ends(s *sketch, g lensGrid) {
	y := g.top - 4 - s.pitch(caption)/2
	last, first := tidy(c.Last), tidy(c.First)
	if s.look.measure(last, caption)+s.look.measure(first, caption)+16 > g.to-g.from+lensMark*s.look.scale() {
		return
	}
	s.label(last, g.from-lensMark/2*s.look.scale(), y, left, caption, "text2")
	s.label(first, g.to+lensMark/2*s.look.scale(), y, right, caption, "text2")
}

// draw draws one row: name, line, point and value.
func (c Lenses) draw(s *sketch, g lensGrid, i int, r LensRow, b Rect) {
	k := s.look.scale()
	middle := math.Round(b.Y + b.H/2)
	nameTop := middle - s.namingHeight(g.names[i])/2
	if g.stacked {
		nameTop = b.Y + 4
		middle = math.Round(nameTop + s.namingHeight(g.names[i]) + 2 + (s.pitch(smallStrong)+s.pitch(caption))/2)
	}
	s.setNaming(g.names[i], 0, nameTop)
	key := r.Key
	if key == "" {
		key = fmt.Sprintf("row %d", i)
	}
	s.Marks = append(s.Marks, Mark{Key: key, Bounds: b, Tip: c.tip(r)})
	s.label(s.look.fit(tidy(r.Value), s.Width-g.value, smallStrong), g.value, middle-s.pitch(caption)/2, left, smallStrong, "text")
	s.label(c.short(r), g.value, middle+s.pitch(smallStrong)/2, left, caption, "text2")
	if !c.placed(r) {
		s.add(rule{x: g.from, y: middle, length: g.to - g.from, width: 1, token: "control", dashed: true})
		return
	}
	s.add(rule{x: g.from, y: middle - 1, length: g.to - g.from, width: 2, token: "track"})
	for _, third := range []float64{1.0 / 3, 2.0 / 3} {
		s.add(rule{x: c.at(g, third*float64(c.Among)+0.5), y: middle - 5*k, length: 10 * k, upright: true, width: 1, token: "control"})
	}
	fill := "accent"
	if r.Hollow {
		fill = s.surface()
	}
	s.add(disc{x: c.at(g, r.Place), y: middle, radius: lensMark / 2 * k, fill: fill, edge: "accent", width: 2})
}
