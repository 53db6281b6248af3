package chart

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
)

// HeatStrip shows ratings of several roles or raters as cells: the digit in
// each, on a ground that is stronger the higher the rating.
type HeatStrip struct {
	Columns     []string // what is rated
	Rows        []HeatRow
	Least, Most int    // ends of the scale
	Measure     string // "Evidence"
}

// HeatRow is the ratings of one role or rater, one to a column.
type HeatRow struct {
	Name   string
	Values []*int // nil: not rated
}

var _ Chart = HeatStrip{}

const (
	noHeat    = "No ratings to show"
	noHeatWhy = "Nothing has been rated yet."
)

// value is the rating of a row in a column; false where there is none on the
// scale.
func (c HeatStrip) value(row, column int) (int, bool) {
	values := c.Rows[row].Values
	if column >= len(values) || values[column] == nil || *values[column] < c.Least || *values[column] > c.Most {
		return 0, false
	}
	return *values[column], true
}

func (c HeatStrip) drawn() bool {
	for row := range c.Rows {
		for column := range c.Columns {
			if _, ok := c.value(row, column); ok {
				return true
			}
		}
	}
	return false
}

// digit writes a rating, with its sign on a scale that has two.
func (c HeatStrip) digit(v int) string {
	switch {
	case v < 0:
		return "−" + strconv.Itoa(-v)
	case v > 0 && c.Least < 0:
		return "+" + strconv.Itoa(v)
	}
	return strconv.Itoa(v)
}

func (c HeatStrip) column(i int) string {
	return orUnnamed(c.Columns[i], fmt.Sprintf("Rating %d", i+1))
}

func (c HeatStrip) row(i int) string { return orUnnamed(c.Rows[i].Name, fmt.Sprintf("Row %d", i+1)) }

// Title tells where the rows are farthest apart.
func (c HeatStrip) Title() string {
	most, from, to, compared := "", 0, 0, 0
	for column := range c.Columns {
		lo, hi, n := 0, 0, 0
		for row := range c.Rows {
			if v, ok := c.value(row, column); ok {
				if n == 0 {
					lo, hi = v, v
				}
				lo, hi, n = min(lo, v), max(hi, v), n+1
			}
		}
		if n > 1 {
			compared++
			if hi-lo > to-from {
				most, from, to = c.column(column), lo, hi
			}
		}
	}
	switch {
	case compared == 0:
		return c.measure()
	case most == "":
		return "All rows have the same ratings"
	}
	return fmt.Sprintf("Farthest apart: %s, %s to %s", most, c.digit(from), c.digit(to))
}

func (c HeatStrip) measure() string { return orUnnamed(c.Measure, "Ratings") }

// Caption names the measure and its scale.
func (c HeatStrip) Caption() string {
	return fmt.Sprintf("%s, %s to %s; a stronger ground is a higher rating", c.measure(), c.digit(c.Least), c.digit(c.Most))
}

// Sentence tells the ratings row by row.
func (c HeatStrip) Sentence() string {
	if !c.drawn() {
		return c.measure() + ": " + lower(noHeat) + ". " + noHeatWhy
	}
	parts := make([]string, len(c.Rows))
	for row := range c.Rows {
		var cells []string
		for column := range c.Columns {
			cells = append(cells, c.column(column)+" "+c.said(row, column))
		}
		parts[row] = c.row(row) + ": " + strings.Join(cells, ", ")
	}
	return c.measure() + ". " + strings.Join(parts, ". ") + "."
}

func (c HeatStrip) said(row, column int) string {
	if v, ok := c.value(row, column); ok {
		return c.digit(v)
	}
	return "not rated"
}

// Table lists the rows, with a column for each thing rated.
func (c HeatStrip) Table() Table {
	t := Table{Header: []string{"Name"}}
	for column := range c.Columns {
		t.Header = append(t.Header, c.column(column))
	}
	for row := range c.Rows {
		cells := []string{c.row(row)}
		for column := range c.Columns {
			cells = append(cells, c.said(row, column))
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

// heatGrid is where the cells lie, in DIP. Columns that do not fit beside each
// other follow in further blocks.
type heatGrid struct {
	stacked bool
	nameW   float64
	names   []naming
	heads   [][]string
	cell    float64
	from    float64
	per     int  // columns in a block
	coded   bool // the heads are numbers, told below
	row     float64
	head    float64
}

const (
	heatCell = 30.0 // least width
	heatWide = 110.0
	heatRow  = 26.0
	heatGap  = 2.0
)

func (c HeatStrip) grid(s *sketch) heatGrid {
	k := s.look.scale()
	g := heatGrid{stacked: s.Width < stackedBelow*k}
	names := make([]string, len(c.Rows))
	for i := range c.Rows {
		names[i] = c.row(i)
	}
	g.nameW = s.Width
	if !g.stacked {
		g.nameW = s.nameColumn(names, small, 0.34)
		g.from = math.Round(g.nameW + 12)
	}
	tallest := 0.0
	for _, name := range names {
		n := s.naming(name, "", false, g.nameW)
		g.names, tallest = append(g.names, n), max(tallest, s.namingHeight(n))
	}
	g.row = max(tallest+6, heatRow*k)
	if g.stacked {
		g.row = tallest + heatRow*k + 4
	}
	room := s.Width - g.from
	least := heatCell * k
	for _, v := range []int{c.Least, c.Most} {
		least = max(least, s.look.measure(c.digit(v), smallStrong)+6)
	}
	g.per = max(min(int(room/least), len(c.Columns)), 1)
	g.cell = math.Floor(min(room/float64(g.per), heatWide*k))
	for i := range c.Columns {
		lines, whole := s.whole(c.column(i), g.cell-8, caption, 3)
		g.heads = append(g.heads, lines)
		g.coded = g.coded || !whole
	}
	most := 1
	for i := range g.heads {
		if g.coded {
			g.heads[i] = []string{strconv.Itoa(i + 1)}
		}
		most = max(most, len(g.heads[i]))
	}
	g.head = float64(most)*s.pitch(caption) + 4
	return g
}

// whole breaks text into lines between words; false where it has to break a
// word or leave something out.
func (s *sketch) whole(text string, width float64, st style, most int) ([]string, bool) {
	for _, word := range strings.Fields(text) {
		if s.look.measure(word, st) > width {
			return nil, false
		}
	}
	lines := s.look.wrap(text, width, st, most)
	return lines, strings.Join(lines, " ") == tidy(text)
}

// Height is that of the blocks of cells, and of what their numbers stand for.
func (c HeatStrip) Height(width float64, look Look) float64 {
	if !c.drawn() {
		return emptyHeight(width, look, noHeatWhy)
	}
	return c.draw(sane(width), look).Height
}

// Layout draws the cells.
func (c HeatStrip) Layout(width, height float64, look Look) Scene {
	if !c.drawn() {
		return empty(width, height, look, noHeat, noHeatWhy)
	}
	s := c.draw(sane(width), look)
	s.Height += stretch(height, s.Height)
	return s
}

func (c HeatStrip) draw(width float64, look Look) Scene {
	s := newSketch(width, look)
	g := c.grid(s)
	y := 0.0
	for from := 0; from < len(c.Columns); from += g.per {
		until := min(from+g.per, len(c.Columns))
		c.setHeads(s, g, from, until, y)
		y += g.head
		for row := range c.Rows {
			c.drawRow(s, g, row, from, until, y)
			y += g.row + heatGap
		}
		y += 6
	}
	if g.coded {
		for i := range c.Columns {
			for _, line := range s.look.wrap(fmt.Sprintf("%d: %s", i+1, c.column(i)), width, caption, 3) {
				s.label(line, 0, y+s.pitch(caption)/2, left, caption, "text2")
				y += s.pitch(caption)
			}
		}
	}
	s.Height = math.Ceil(y)
	return s.Scene
}

func (c HeatStrip) setHeads(s *sketch, g heatGrid, from, until int, y float64) {
	for i := from; i < until; i++ {
		lines := g.heads[i]
		top := y + g.head - 4 - float64(len(lines))*s.pitch(caption)
		middle := g.from + (float64(i-from)+0.5)*g.cell
		for _, line := range lines {
			s.label(line, middle, top+s.pitch(caption)/2, center, caption, "text2")
			top += s.pitch(caption)
		}
	}
}

// drawRow draws the cells of one row in a block.
func (c HeatStrip) drawRow(s *sketch, g heatGrid, row, from, until int, y float64) {
	k := s.look.scale()
	cellTop, cellH := y, g.row
	nameTop := y + (g.row-s.namingHeight(g.names[row]))/2
	if g.stacked {
		nameTop = y
		cellH = heatRow * k
		cellTop = y + g.row - cellH
	}
	s.setNaming(g.names[row], 0, nameTop)
	top := s.strongest()
	for i := from; i < until; i++ {
		cell := Rect{g.from + float64(i-from)*g.cell, cellTop, g.cell - heatGap, cellH}
		said := c.said(row, i)
		if v, ok := c.value(row, i); ok {
			part := 0.0
			if c.Most > c.Least {
				part = float64(v-c.Least) / float64(c.Most-c.Least)
			}
			s.add(shade{Rect: cell, radius: 3, fill: "chart.bar", over: s.surface(), part: top * (0.1 + 0.9*part)})
			s.label(said, cell.X+cell.W/2, cellTop+cellH/2, center, smallStrong, "text")
		} else {
			s.frame(cell)
			s.label("–", cell.X+cell.W/2, cellTop+cellH/2, center, small, "text2")
		}
		s.Marks = append(s.Marks, Mark{
			Key: fmt.Sprintf("cell %d %d", row, i), Bounds: cell,
			Tip: []string{c.row(row), c.column(i) + ": " + said},
		})
	}
}

// frame draws a dashed outline.
func (s *sketch) frame(b Rect) {
	for _, y := range []float64{b.Y, b.Y + b.H - 1} {
		s.add(rule{x: b.X, y: y, length: b.W, width: 1, token: "control", dashed: true})
	}
	for _, x := range []float64{b.X, b.X + b.W - 1} {
		s.add(rule{x: x, y: b.Y, length: b.H, width: 1, token: "control", dashed: true, upright: true})
	}
}

// strongest is how much of the hue a cell may have for its digit to keep a
// contrast of 4.5 to 1.
func (s *sketch) strongest() float64 {
	p := pen{look: s.look}
	letters := p.color("text")
	for part := 1.0; part > 0; part -= 0.02 {
		if contrast(letters, between(p.color(s.surface()), p.color("chart.bar"), part)) >= 4.5 {
			return part
		}
	}
	return 0
}

// contrast is the ratio of two colors as the Web Content Accessibility
// Guidelines define it, 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
