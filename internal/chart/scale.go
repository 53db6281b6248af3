package chart

import (
	"fmt"
	"math"
	"slices"

	"nextrole"
	"nextrole/internal/aijri"
)

// ScoreScale shows where a score stands on 0…100, with the zones, how far it
// could lie if raters differ, and roles nearby.
type ScoreScale struct {
	Name      string      // of the role
	Score     *float64    // nil for "not scored"
	Likely    *[2]float64 // 10th and 90th percentile; nil where unknown
	Neighbors []Neighbor  // the ones to name first come first
	Origin
}

// Neighbor is another role's score, to orient by.
type Neighbor struct {
	Name   string
	Score  float64
	Status nextrole.Status
}

var _ Chart = ScoreScale{}

// scored reports whether there is a score to draw.
func (c ScoreScale) scored() bool { return c.Score != nil && finite(*c.Score) }

func (c ScoreScale) zone() nextrole.Zone {
	if !c.scored() {
		return nextrole.ZoneNone
	}
	return aijri.ZoneOf(*c.Score)
}

// hollow reports whether the score is another's than the publisher's.
func hollow(s nextrole.Status) bool { return s != nextrole.Published && s != "" }

// Title tells the zone and the distance to the nearest other one.
func (c ScoreScale) Title() string {
	if !c.scored() {
		return "Not scored"
	}
	return c.mark(fmt.Sprintf("%s is %s, %s", nextrole.Score(*c.Score), c.zone().Name(), distance(*c.Score)))
}

// Caption names the measure.
func (c ScoreScale) Caption() string {
	measure := "AIJRI, 0 to 100; higher is harder to automate"
	if _, ok := c.likely(); ok {
		measure += "; line: if raters differ"
	}
	return c.caption(measure)
}

// Sentence tells the score, its zone and range.
func (c ScoreScale) Sentence() string {
	if !c.scored() {
		return "Not scored: " + nextrole.ZoneNone.Plain() + "."
	}
	s := fmt.Sprintf("AIJRI %s, %s, %s; %s", nextrole.Score(*c.Score), c.zone().Name(), c.zone().Plain(), distance(*c.Score))
	if r, ok := c.likely(); ok {
		s += fmt.Sprintf("; if raters differ, %s to %s", nextrole.Score(r[0]), nextrole.Score(r[1]))
	}
	if hollow(c.Status) {
		s += "; " + c.Status.Name()
	}
	return s + "."
}

// Table lists the role and its neighbors.
func (c ScoreScale) Table() Table {
	t := Table{Header: []string{"Role", "AIJRI", "Zone", "Whose", "If raters differ, from", "to"}}
	row := []string{c.name(), "not scored", c.zone().Name(), c.Status.Name(), "", ""}
	if c.scored() {
		row[1] = nextrole.Score(*c.Score)
	}
	if r, ok := c.likely(); ok {
		row[4], row[5] = nextrole.Score(r[0]), nextrole.Score(r[1])
	}
	t.Rows = append(t.Rows, row)
	for _, n := range c.Neighbors {
		t.Rows = append(t.Rows, []string{tidy(n.Name), nextrole.Score(n.Score), aijri.ZoneOf(n.Score).Name(), n.Status.Name(), "", ""})
	}
	return t
}

func (c ScoreScale) name() string {
	if name := tidy(c.Name); name != "" {
		return name
	}
	return "This role"
}

// likely returns the range to draw, if there is one.
func (c ScoreScale) likely() ([2]float64, bool) {
	if !c.scored() || c.Likely == nil || !finite(c.Likely[0]) || !finite(c.Likely[1]) || c.Likely[0] > c.Likely[1] {
		return [2]float64{}, false
	}
	return *c.Likely, true
}

// Measures of the score scale in DIP.
const (
	trackH   = 12.0
	markSize = 13.0
	glyphW   = 8.0
)

// Height is that of the names above, the track, and the limits below.
func (c ScoreScale) Height(width float64, look Look) float64 {
	return c.draw(sane(width), look).Height
}

// Layout draws the scale; without a score an empty, dashed track.
func (c ScoreScale) Layout(width, height float64, look Look) Scene {
	s := c.draw(sane(width), look)
	s.Height += stretch(height, s.Height)
	return s
}

func (c ScoreScale) draw(width float64, look Look) Scene {
	s := newSketch(width, look)
	if !c.scored() {
		c.drawEmpty(s)
		return s.Scene
	}
	near := c.near()
	flags := c.flags(s, near)
	spots := s.place(flags, caption, 3)
	rowH := s.pitch(caption)
	top := float64(rowsOf(spots)) * rowH
	if top > 0 {
		top += 5
	}
	top = math.Ceil(max(top, (markSize-trackH)/2+2))
	for _, b := range bands() {
		s.add(box{Rect: trackOf(b, width, top), radius: 2, fill: tint(b.zone), edge: solid(b.zone), width: 0.5})
	}
	var marks []Mark
	for i, n := range near {
		marks = append(marks, n.draw(s, flags[i], spots[i], top))
	}
	marks = append(marks, c.drawScore(s, top))
	slices.SortStableFunc(marks, func(a, b Mark) int { return int(a.Bounds.X+a.Bounds.W/2) - int(b.Bounds.X+b.Bounds.W/2) })
	s.Marks = marks
	s.Height = s.limits(top + trackH + 5)
	return s.Scene
}

// near returns the neighbors that can be drawn.
func (c ScoreScale) near() []Neighbor {
	return slices.DeleteFunc(slices.Clone(c.Neighbors), func(n Neighbor) bool { return !finite(n.Score) })
}

// words are a neighbor's name and score, and whose score it is unless
// published.
func (n Neighbor) words(name string) string {
	if t := tag(n.Status); t != "" {
		return name + " " + nextrole.Score(n.Score) + ", " + t
	}
	return name + " " + nextrole.Score(n.Score)
}

func (c ScoreScale) flags(s *sketch, near []Neighbor) []flag {
	flags := make([]flag, len(near))
	for i, n := range near {
		room := min(0.6*s.Width, 280*s.look.scale()) - s.look.measure(n.words(""), caption)
		flags[i] = flag{at: s.onScale(n.Score), body: n.words(s.look.fit(n.Name, room, caption))}
	}
	return flags
}

// onScale is the place of a score; those off the scale stand at its end.
func (s *sketch) onScale(v float64) float64 {
	return min(max(v, 0), scaleEnd) / scaleEnd * s.Width
}

// trackOf is a zone's part of the track, with a gap between zones.
func trackOf(b band, width, top float64) Rect {
	from, to := b.from/scaleEnd*width, b.to/scaleEnd*width
	if b.from > 0 {
		from++
	}
	if b.to < scaleEnd {
		to--
	}
	return Rect{from, top, to - from, trackH}
}

// draw draws a tick, and a word above it if it found room.
func (n Neighbor) draw(s *sketch, f flag, at spot, top float64) Mark {
	from := top - 4
	if at.row >= 0 {
		foot := top - 5 - float64(at.row)*s.pitch(caption)
		from = foot + 1
		s.label(f.body, at.x, foot-s.pitch(caption)/2, left, caption, "text2")
	}
	s.add(rule{x: min(f.at, s.Width-1), y: from, length: top + trackH - from, upright: true, width: 1, token: "chart.axis"})
	return Mark{
		Key:    "neighbor " + tidy(n.Name),
		Bounds: Rect{within(f.at-6, 12, 0, s.Width), from, 12, top + trackH - from},
		Tip:    scoreTip(tidy(n.Name), n.Score, n.Status),
	}
}

// drawScore draws the likely range as a line and the score on it, in the shape
// of its zone.
func (c ScoreScale) drawScore(s *sketch, top float64) Mark {
	v, middle := *c.Score, top+trackH/2
	tip := append(scoreTip(c.name(), v, c.Status), nextrole.Capital(distance(v)))
	if r, ok := c.likely(); ok {
		lo, hi := s.onScale(r[0]), s.onScale(r[1])
		s.add(rule{x: lo, y: middle - 1, length: hi - lo, width: 2, token: "text"})
		for _, x := range []float64{lo, hi - 2} {
			s.add(rule{x: max(x, 0), y: middle - 5, length: 10, upright: true, width: 2, token: "text"})
		}
		tip = append(tip, fmt.Sprintf("If raters differ: %s–%s", nextrole.Score(r[0]), nextrole.Score(r[1])))
	}
	x := within(s.onScale(v)-markSize/2, markSize, 1, s.Width-1) + markSize/2
	s.halo(c.zone(), x, middle)
	s.glyph(c.zone(), x, middle, markSize, hollow(c.Status))
	return Mark{Key: "score", Bounds: Rect{within(x-markSize, 2*markSize, 0, s.Width), top - 2, 2 * markSize, trackH + 4}, Tip: tip}
}

// halo clears the ground around the mark of a score.
func (s *sketch) halo(z nextrole.Zone, x, y float64) {
	const half = markSize/2 + 1.5
	around := Rect{x - half, y - half, 2 * half, 2 * half}
	switch z {
	case nextrole.Yellow:
		s.add(wedge{Rect: Rect{x - half*1.4, y - half - 2, half * 2.8, 2*half + 2.5}, fill: s.surface()})
	case nextrole.Green:
		s.add(disc{x: x, y: y, radius: half, fill: s.surface()})
	default:
		s.add(box{Rect: around, radius: 1, fill: s.surface()})
	}
}

// scoreTip tells a score, its zone and whose it is.
func scoreTip(name string, v float64, status nextrole.Status) []string {
	line := fmt.Sprintf("AIJRI %s, %s", nextrole.Score(v), aijri.ZoneOf(v).Name())
	if status != "" {
		line += ", " + status.Name()
	}
	return []string{name, line}
}

// limits tells the zones below the track, each under its own if there is room,
// and returns where that ends.
func (s *sketch) limits(top float64) float64 {
	const indent, gap = 4.0, 8.0
	long := func(b band) string { return b.words }
	short := func(b band) string { return b.short }
	row := s.pitch(caption) + 1
	for _, words := range []func(band) string{long, short} {
		fits := true
		for _, b := range bands() {
			zone := (b.to - b.from) / scaleEnd * s.Width
			fits = fits && indent+glyphW+5+s.look.measure(words(b), caption)+gap <= zone
		}
		if !fits {
			continue
		}
		for _, b := range bands() {
			s.limit(b, words(b), b.from/scaleEnd*s.Width+indent, top+row/2)
		}
		return top + row + 1
	}
	x := 0.0
	for _, b := range bands() {
		if w := glyphW + 5 + s.look.measure(b.short, caption); x > 0 && x+w > s.Width {
			x, top = 0, top+row
		}
		x = s.limit(b, b.short, x+1, top+row/2) + 12
	}
	return top + row + 1
}

func (s *sketch) limit(b band, words string, x, y float64) float64 {
	s.glyph(b.zone, x+glyphW/2, y, glyphW, false)
	return s.label(words, x+glyphW+5, y, left, caption, "text2")
}

// drawEmpty draws the track of a role that is not scored.
func (c ScoreScale) drawEmpty(s *sketch) {
	top := 4.0
	for _, y := range []float64{top, top + trackH - 1} {
		s.add(rule{x: 0, y: y, length: s.Width, width: 1, token: "control", dashed: true})
	}
	for _, x := range []float64{0, s.Width - 1} {
		s.add(rule{x: x, y: top, length: trackH, width: 1, token: "control", dashed: true, upright: true})
	}
	row := s.pitch(caption) + 1
	y := top + trackH + 5 + row/2
	s.glyph(nextrole.ZoneNone, 1+glyphW/2, y, glyphW, false)
	from := 1 + glyphW + 5
	s.label(s.look.fit("Not scored: "+nextrole.ZoneNone.Plain(), s.Width-from, caption), from, y, left, caption, "text2")
	s.Marks = []Mark{{Key: "score", Bounds: Rect{0, top, s.Width, trackH}, Tip: []string{c.name(), "Not scored: " + nextrole.ZoneNone.Plain()}}}
	s.Height = y + row/2 + 1
}
