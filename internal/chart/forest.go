package chart

import (
	"fmt"
	"math"
	"strings"

	"nextrole"
)

// Forest shows several scores below each other on one scale: a point in the
// shape of its zone, hollow unless published, and a line where the range is
// known that it would lie in if raters differ.
type Forest struct {
	Rows []ForestRow

	// Versus says what the first row is, where the others are set against it:
	// "published 20.9". The title then names it, and counts the others only.
	Versus string
}

// ForestRow is one scenario or role.
type ForestRow struct {
	Key, Name, Detail string
	Score             *float64    // nil for "not scored"
	Likely            *[2]float64 // 10th and 90th percentile; nil where unknown
	Status            nextrole.Status
}

var _ Chart = Forest{}

const (
	noForest    = "No scores to show"
	noForestWhy = "Nothing has been saved or chosen to compare."
)

// scale is the row as the score scale shows it.
func (r ForestRow) scale() ScoreScale {
	return ScoreScale{Name: r.Name, Score: r.Score, Likely: r.Likely, Origin: Origin{Status: r.Status}}
}

func (r ForestRow) name() string { return orUnnamed(r.Name, "Unnamed") }

// Title counts the zones, and the scores that are no published ones.
func (c Forest) Title() string {
	if c.Versus != "" && len(c.Rows) > 0 {
		return c.beside()
	}
	zones, scored, unpublished := map[nextrole.Zone]int{}, 0, 0
	for _, r := range c.Rows {
		if scale := r.scale(); scale.scored() {
			zones[scale.zone()]++
			scored++
			if hollow(r.Status) {
				unpublished++
			}
		}
	}
	if scored == 0 {
		return "Scores side by side"
	}
	var parts []string
	for _, b := range bands() {
		if n := zones[b.zone]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d in %s", n, b.zone.Name()))
		}
	}
	title := fmt.Sprintf("Of %s, %s", count(scored, "score", "scores"), strings.Join(parts, ", "))
	if len(parts) == 1 {
		title = fmt.Sprintf("All %d scores lie in %s", scored, strings.TrimPrefix(parts[0], fmt.Sprintf("%d in ", scored)))
		if scored == 1 {
			title = "The score lies in " + strings.TrimPrefix(parts[0], "1 in ")
		}
	}
	switch {
	case unpublished == 1 && scored == 1:
		title += "; it is not published"
	case unpublished > 0:
		title += fmt.Sprintf("; %d not published", unpublished)
	}
	return title
}

// beside counts the zones of the rows that are set against the first.
func (c Forest) beside() string {
	others := Forest{Rows: c.Rows[1:]}
	title := lower(others.Title())
	if strings.HasPrefix(title, "scores side by side") {
		return "Nothing is set against " + c.Versus + " yet"
	}
	title, _, _ = strings.Cut(title, ";") // whose they are stands in each row
	return "Beside " + c.Versus + ": " + title
}

// Caption names the measure.
func (c Forest) Caption() string {
	text := "AIJRI, 0 to 100; higher is harder to automate"
	for _, r := range c.Rows {
		if _, ok := r.scale().likely(); ok {
			return text + "; line: if raters differ"
		}
	}
	return text
}

// Sentence tells the scores in order.
func (c Forest) Sentence() string {
	if len(c.Rows) == 0 {
		return "Scores: " + lower(noForest) + ". " + noForestWhy
	}
	parts := make([]string, len(c.Rows))
	for i, r := range c.Rows {
		parts[i] = r.name() + ": " + strings.TrimSuffix(lowerNot(r.scale().Sentence()), ".")
	}
	return strings.Join(parts, ". ") + "."
}

// lowerNot starts "Not scored" without a capital, within a sentence.
func lowerNot(text string) string {
	if strings.HasPrefix(text, "Not") {
		return lower(text)
	}
	return text
}

// Table lists the rows in order.
func (c Forest) Table() Table {
	t := Table{Header: []string{"Name", "Detail", "AIJRI", "Zone", "Whose", "If raters differ, from", "to"}}
	for _, r := range c.Rows {
		row := r.scale().Table().Rows[0]
		row[0] = r.name()
		t.Rows = append(t.Rows, append([]string{row[0], tidy(r.Detail)}, row[1:]...))
	}
	return t
}

func (r ForestRow) tip() []string {
	scale := r.scale()
	tip := []string{r.name()}
	if detail := tidy(r.Detail); detail != "" {
		tip = append(tip, detail)
	}
	if !scale.scored() {
		return append(tip, "Not scored: "+nextrole.ZoneNone.Plain())
	}
	tip = append(tip, scoreTip("", *r.Score, r.Status)[1], nextrole.Capital(distance(*r.Score)))
	if likely, ok := scale.likely(); ok {
		return append(tip, fmt.Sprintf("If raters differ: %s–%s", nextrole.Score(likely[0]), nextrole.Score(likely[1])))
	}
	return append(tip, "Range if raters differ: unknown")
}

// value is what stands at the right of a row.
func (r ForestRow) value() (score, whose string) {
	if !r.scale().scored() {
		return "", "not scored"
	}
	return nextrole.Score(*r.Score), tag(r.Status)
}

// forestGrid is where the columns and rows lie, in DIP.
type forestGrid struct {
	stacked     bool
	names       []naming
	rows        []float64
	axis        axis
	score       float64 // right end of the scores
	whose       float64 // left end of the words after them
	top, bottom float64
	flags       []flag
	spots       []spot
}

const forestMark = 11.0

func (c Forest) grid(s *sketch) forestGrid {
	k := s.look.scale()
	g := forestGrid{stacked: s.Width < stackedBelow*k}
	scoreW, whoseW := s.look.measure("AIJRI", caption), 0.0
	var names []string
	for _, r := range c.Rows {
		score, whose := r.value()
		names = append(names, r.name(), r.Detail)
		scoreW = max(scoreW, s.look.measure(score, smallStrong))
		if score != "" {
			whoseW = max(whoseW, s.look.measure(whose, caption))
		}
	}
	if whoseW > 0 {
		whoseW += 8
	}
	g.whose = s.Width - whoseW + 8
	g.score = s.Width - whoseW
	from, nameW := 0.0, s.Width
	if !g.stacked {
		nameW = s.nameColumn(names, small, 0.34)
		from = math.Round(nameW + 16)
	}
	from += forestMark / 2 * k
	g.axis = s.axisOver(0, scaleEnd, from, max(g.score-scoreW-14-forestMark/2*k-from, 8), 10, plain)
	for _, b := range bands()[1:] {
		g.flags = append(g.flags, flag{at: g.axis.at(b.from), body: fmt.Sprintf("%s %.0f", b.zone.Name(), b.from)})
	}
	g.spots = s.placeIn(span{0, g.score - scoreW - 8}, g.flags, caption, 2)
	g.top = float64(max(rowsOf(g.spots), 1))*s.pitch(caption) + 5
	g.bottom = g.top + 22*k
	for _, r := range c.Rows {
		n := s.naming(r.name(), r.Detail, false, nameW)
		row := max(s.namingHeight(n)+10, 30*k)
		if g.stacked {
			row = s.namingHeight(n) + max(forestMark*k, s.pitch(small)) + 14
		}
		g.names, g.rows = append(g.names, n), append(g.rows, row)
		g.bottom += row
	}
	return g
}

// Height is that of the limits above, a row for each score, and the axis.
func (c Forest) Height(width float64, look Look) float64 {
	if len(c.Rows) == 0 {
		return emptyHeight(width, look, noForestWhy)
	}
	return c.grid(newSketch(sane(width), look)).bottom
}

// Layout draws the rows in the order given.
func (c Forest) Layout(width, height float64, look Look) Scene {
	if len(c.Rows) == 0 {
		return empty(width, height, look, noForest, noForestWhy)
	}
	s := newSketch(sane(width), look)
	g := c.grid(s)
	extra := stretch(height, g.bottom)
	apart := min(extra/float64(len(c.Rows)), 12*look.scale())
	s.Height = g.bottom + extra
	foot := g.top
	for _, row := range g.rows {
		foot += row + apart
	}
	s.flagWords(g.flags, g.spots, g.top-4)
	if !g.stacked {
		s.limitLines(g, g.top, foot)
	}
	s.label("AIJRI", g.score, g.top-4-s.pitch(caption)/2, right, caption, "text2")
	y := g.top
	for i, r := range c.Rows {
		bounds := Rect{0, y, s.Width, g.rows[i] + apart}
		s.across(0, y, s.Width, "hairline")
		r.draw(s, g, i, bounds)
		y += bounds.H
	}
	s.across(0, y, s.Width, "hairline")
	s.tickWords(g.axis, foot+12*look.scale())
	return s.Scene
}

// limitLines draws the grid, and where the zones begin.
func (s *sketch) limitLines(g forestGrid, top, foot float64) {
	s.grid(g.axis, top, foot)
	for _, f := range g.flags {
		s.add(rule{x: f.at, y: top - 3, length: foot - top + 3, upright: true, width: 1, token: "text2", dashed: true})
	}
}

// draw draws one row: name, range, point and score.
func (r ForestRow) draw(s *sketch, g forestGrid, i int, b Rect) {
	k := s.look.scale()
	middle := math.Round(b.Y + b.H/2)
	nameTop := middle - s.namingHeight(g.names[i])/2
	if g.stacked {
		nameTop = b.Y + 5
		middle = math.Round(nameTop + s.namingHeight(g.names[i]) + 2 + max(forestMark*k, s.pitch(small))/2)
		s.limitLines(g, middle-forestMark*k/2, b.Y+b.H)
	}
	s.setNaming(g.names[i], 0, nameTop)
	score, whose := r.value()
	key := r.Key
	if key == "" {
		key = fmt.Sprintf("row %d", i)
	}
	s.Marks = append(s.Marks, Mark{Key: key, Bounds: b, Tip: r.tip()})
	if score == "" {
		end := min(g.axis.x+g.axis.width, s.Width-s.look.measure(whose, caption)-10)
		s.add(rule{x: g.axis.x, y: middle, length: end - g.axis.x, width: 1, token: "control", dashed: true})
		s.label(whose, s.Width, middle, right, caption, "text2")
		return
	}
	if likely, ok := r.scale().likely(); ok {
		lo, hi := g.axis.at(likely[0]), g.axis.at(likely[1])
		s.add(rule{x: lo, y: middle - 1, length: hi - lo, width: 2, token: "text2"})
		for _, x := range []float64{lo, hi - 2} {
			s.add(rule{x: max(x, 0), y: middle - 5*k, length: 10 * k, upright: true, width: 2, token: "text2"})
		}
	}
	s.glyph(r.scale().zone(), g.axis.at(*r.Score), middle, forestMark*k, hollow(r.Status))
	s.label(score, g.score, middle, right, smallStrong, "text")
	s.label(whose, g.whose, middle, left, caption, "text2")
}
