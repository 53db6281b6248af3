package chart

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// GroupedBars shows rated things, each by several roles: bars in the colors of
// the roles, with letter and value at each. A role without ratings says so in
// words.
type GroupedBars struct {
	Measure string  // "Importance, O*NET, 0 to 100"
	Most    float64 // end of the axis
	Items   []string
	Series  []Series
}

// Series is one role's values.
type Series struct {
	Letter, Name string
	Values       []*float64 // one to an item; nil: none
	Missing      string     // why all are missing: "not rated by O*NET"
}

var _ Chart = GroupedBars{}

const (
	noGroups    = "No ratings to show"
	noGroupsWhy = "None of these roles is rated here."
)

// value is what a series has for an item; nil where nothing.
func (c GroupedBars) value(series, item int) *float64 {
	if values := c.Series[series].Values; item < len(values) {
		return known(values[item], 0, 1e9)
	}
	return nil
}

// rated are the series that have a value.
func (c GroupedBars) rated() []int {
	var rated []int
	for i := range c.Series {
		for item := range c.Items {
			if c.value(i, item) != nil {
				rated = append(rated, i)
				break
			}
		}
	}
	return rated
}

func (c GroupedBars) item(i int) string { return orUnnamed(c.Items[i], fmt.Sprintf("Item %d", i+1)) }

// letter is the mark of a series in the drawing.
func (c GroupedBars) letter(i int) string {
	if letter := tidy(c.Series[i].Letter); letter != "" && len([]rune(letter)) <= 3 {
		return letter
	}
	return string(rune('A' + i%26))
}

func (c GroupedBars) name(i int) string { return orUnnamed(c.Series[i].Name, "Role "+c.letter(i)) }

func (c GroupedBars) missing(i int) string { return orUnnamed(c.Series[i].Missing, "not rated") }

// Title names the role that is highest in more of the items than any other.
func (c GroupedBars) Title() string {
	rated := c.rated()
	const noFinding = "Ratings by role"
	if len(rated) < 2 {
		return noFinding
	}
	wins, compared := make([]int, len(c.Series)), 0
	for item := range c.Items {
		best, second := -1, -1
		n := 0
		for _, i := range rated {
			v := c.value(i, item)
			if v == nil {
				continue
			}
			n++
			if best < 0 || *v > *c.value(best, item) {
				best, second = i, best
			} else if second < 0 || *v > *c.value(second, item) {
				second = i
			}
		}
		if n < 2 {
			continue
		}
		compared++
		if *c.value(best, item) > *c.value(second, item) {
			wins[best]++
		}
	}
	first, most := -1, slices.Max(wins)
	if most == 0 {
		return noFinding
	}
	for i, n := range wins {
		if n == most && first >= 0 {
			return noFinding
		}
		if n == most {
			first = i
		}
	}
	return fmt.Sprintf("Highest in %d of %d: %s", most, compared, c.name(first))
}

func (c GroupedBars) measure() string { return orUnnamed(c.Measure, "Ratings") }

// Caption names the measure.
func (c GroupedBars) Caption() string { return c.measure() }

// Sentence tells the values item by item, and who has none.
func (c GroupedBars) Sentence() string {
	rated := c.rated()
	if len(rated) == 0 {
		return c.measure() + ": " + lower(noGroups) + ". " + noGroupsWhy
	}
	var parts []string
	for item := range c.Items {
		var values []string
		for _, i := range rated {
			values = append(values, c.name(i)+" "+c.said(i, item))
		}
		parts = append(parts, c.item(item)+": "+strings.Join(values, ", "))
	}
	for i := range c.Series {
		if !slices.Contains(rated, i) {
			parts = append(parts, c.name(i)+": "+c.missing(i))
		}
	}
	return c.measure() + ". " + strings.Join(parts, ". ") + "."
}

func (c GroupedBars) said(series, item int) string {
	if v := c.value(series, item); v != nil {
		return trimmed(*v, 2)
	}
	return "no value"
}

// Table lists the items, with a column for each role.
func (c GroupedBars) Table() Table {
	t := Table{Header: []string{"Item"}}
	rated := c.rated()
	for i := range c.Series {
		t.Header = append(t.Header, c.name(i))
	}
	for item := range c.Items {
		row := []string{c.item(item)}
		for i := range c.Series {
			switch {
			case slices.Contains(rated, i):
				row = append(row, c.said(i, item))
			default:
				row = append(row, c.missing(i))
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// most is the end of the axis.
func (c GroupedBars) most() float64 {
	most := 0.0
	if finite(c.Most) && c.Most > 0 && c.Most <= 1e9 {
		most = c.Most
	}
	for _, i := range c.rated() {
		for item := range c.Items {
			if v := c.value(i, item); v != nil {
				most = max(most, *v)
			}
		}
	}
	if most == 0 {
		return 1
	}
	return most
}

func seriesToken(i int) string { return fmt.Sprintf("series.%d", i%6+1) }

// Height is that of the names, and of a group of bars for each item: beside
// each other where they have room, else below.
func (c GroupedBars) Height(width float64, look Look) float64 {
	if len(c.rated()) == 0 {
		return emptyHeight(width, look, noGroupsWhy)
	}
	return c.draw(sane(width), 0, look).Height
}

// Layout draws the groups in the order of the items.
func (c GroupedBars) Layout(width, height float64, look Look) Scene {
	if len(c.rated()) == 0 {
		return empty(width, height, look, noGroups, noGroupsWhy)
	}
	s := c.draw(sane(width), 0, look)
	if extra := stretch(height, s.Height); extra > 0 {
		natural := s.Height
		s = c.draw(sane(width), min(extra, 120*look.scale()), look)
		s.Height = max(s.Height, natural+extra)
	}
	return s
}

func (c GroupedBars) draw(width, extra float64, look Look) Scene {
	s := newSketch(width, look)
	top := c.names(s)
	if g, ok := c.columns(s); ok {
		g.top, g.plotH = top+8, g.plotH+extra
		c.upright(s, g)
	} else {
		c.lying(s, top+8)
	}
	return s.Scene
}

// names tells which letter and color is whose, and who has no ratings; it
// returns where that ends.
func (c GroupedBars) names(s *sketch) float64 {
	k := s.look.scale()
	row := max(s.pitch(caption)+4, 17*k)
	x, y := 0.0, 0.0
	rated := c.rated()
	for i := range c.Series {
		words := c.name(i)
		if !slices.Contains(rated, i) {
			words += ": " + c.missing(i)
		}
		swatch := max(15*k, s.look.measure(c.letter(i), captionStrong)+6)
		room := s.Width - swatch - 6
		if w := swatch + 6 + s.look.measure(words, caption); x > 0 && x+w > s.Width {
			x, y = 0, y+row
		}
		s.add(box{Rect: Rect{x, y + (row-14*k)/2, swatch, 14 * k}, radius: 3, fill: seriesToken(i)})
		s.label(c.letter(i), x+swatch/2, y+row/2, center, captionStrong, seriesToken(i)+".on")
		lines := s.look.wrap(words, room, caption, 3)
		end := x
		for n, line := range lines {
			if n > 0 {
				y += s.pitch(caption)
			}
			end = max(end, s.label(line, x+swatch+6, y+row/2, left, caption, "text2"))
		}
		if x = end + 16; len(lines) > 1 {
			x = s.Width
		}
	}
	return y + row
}

// columnGrid is where upright bars stand, in DIP.
type columnGrid struct {
	from, group, slot, bar float64
	top, plotH             float64
	names                  [][]string
	axis                   axis
}

// columns measures groups of upright bars; false where the width does not hold
// them.
func (c GroupedBars) columns(s *sketch) (columnGrid, bool) {
	k := s.look.scale()
	rated := c.rated()
	g := columnGrid{plotH: 120 * k, slot: 26 * k}
	for _, i := range rated {
		for item := range c.Items {
			g.slot = max(g.slot, s.look.measure(c.letter(i)+" ", captionStrong)+s.look.measure(c.mark(i, item), caption)+6)
		}
	}
	g.axis = s.axisOver(0, c.most(), 0, g.plotH, 4, plain)
	g.from = math.Ceil(s.widest(g.axis)) + 10
	g.group = (s.Width - g.from) / float64(len(c.Items))
	bars := g.slot * float64(len(rated))
	if bars+8*k > g.group {
		return g, false
	}
	g.bar = min(g.slot-4, 30*k)
	for item := range c.Items {
		lines, whole := s.whole(c.item(item), g.group-12, caption, 3)
		if !whole {
			return g, false
		}
		g.names = append(g.names, lines)
	}
	return g, true
}

// mark is the value above a bar.
func (c GroupedBars) mark(series, item int) string {
	if v := c.value(series, item); v != nil {
		return trimmed(*v, 1)
	}
	return "–"
}

// upright draws the groups beside each other.
func (c GroupedBars) upright(s *sketch, g columnGrid) {
	rated := c.rated()
	head := s.pitch(caption) + 3
	foot := math.Round(g.top + head + g.plotH)
	y := func(v float64) float64 { return math.Round(foot - g.plotH*min(v/g.axis.to, 1)) }
	for _, v := range g.axis.ticks() {
		token := "chart.grid"
		if v == 0 {
			token = "chart.axis"
		}
		s.across(g.from, y(v), s.Width-g.from, token)
		s.label(plain(v), g.from-8, y(v), right, caption, "text2")
	}
	most := 1
	for item := range c.Items {
		x := g.from + float64(item)*g.group + (g.group-g.slot*float64(len(rated)))/2
		for _, i := range rated {
			c.drawUpright(s, g, i, item, x, foot, y)
			x += g.slot
		}
		middle := g.from + (float64(item)+0.5)*g.group
		for n, line := range g.names[item] {
			s.label(line, middle, foot+6+(float64(n)+0.5)*s.pitch(caption), center, caption, "text")
		}
		most = max(most, len(g.names[item]))
	}
	s.Height = foot + 8 + float64(most)*s.pitch(caption)
}

func (c GroupedBars) drawUpright(s *sketch, g columnGrid, i, item int, x, foot float64, y func(float64) float64) {
	top := foot
	middle := x + g.slot/2
	if v := c.value(i, item); v != nil {
		top = min(y(*v), foot-1)
		s.add(box{Rect: Rect{middle - g.bar/2, top, g.bar, foot - top}, radius: 2, fill: seriesToken(i)})
	}
	letter, value := c.letter(i)+" ", c.mark(i, item)
	w := s.look.measure(letter, captionStrong) + s.look.measure(value, caption)
	at := top - 2 - s.pitch(caption)/2
	s.ground(Rect{middle - w/2 - 1, at - s.pitch(caption)/2, w + 2, s.pitch(caption)})
	s.label(c.letter(i), middle-w/2, at, left, captionStrong, "text")
	s.label(value, middle+w/2, at, right, caption, "text")
	s.Marks = append(s.Marks, c.markOf(i, item, Rect{x, at - s.pitch(caption)/2, g.slot, foot - at + s.pitch(caption)/2}))
}

// ground clears what lies below words.
func (s *sketch) ground(b Rect) { s.add(box{Rect: b, fill: s.surface()}) }

func (c GroupedBars) markOf(i, item int, b Rect) Mark {
	return Mark{Key: fmt.Sprintf("bar %d %d", item, i), Bounds: b, Tip: []string{c.name(i), c.item(item) + ": " + c.said(i, item)}}
}

// lying draws the groups below each other, for narrow places and many items.
func (c GroupedBars) lying(s *sketch, y float64) {
	k := s.look.scale()
	rated := c.rated()
	letterW, valueW := 0.0, 0.0
	for _, i := range rated {
		letterW = max(letterW, s.look.measure(c.letter(i), captionStrong))
		for item := range c.Items {
			valueW = max(valueW, s.look.measure(c.said(i, item), caption))
		}
	}
	from := math.Ceil(letterW) + 8
	bars := axis{to: c.most(), x: from, width: max(s.Width-from-valueW-8, 8)}
	row := max(s.pitch(caption), 12*k) + 4
	for item := range c.Items {
		for _, line := range s.look.wrap(c.item(item), s.Width, small, 3) {
			s.label(line, 0, y+s.pitch(small)/2, left, small, "text")
			y += s.pitch(small)
		}
		y += 2
		s.down(from-1, y, row*float64(len(rated)), "chart.axis")
		for _, i := range rated {
			middle, end := y+row/2, from
			s.label(c.letter(i), 0, middle, left, captionStrong, "text")
			if v := c.value(i, item); v != nil {
				end = max(bars.at(*v), from+1)
				s.add(box{Rect: Rect{from, middle - 6*k, end - from, 12 * k}, radius: 2, fill: seriesToken(i)})
			}
			s.label(c.said(i, item), end+6, middle, left, caption, "text")
			s.Marks = append(s.Marks, c.markOf(i, item, Rect{0, y, s.Width, row}))
			y += row
		}
		y += 8
	}
	s.Height = y
}
