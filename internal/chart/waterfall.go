package chart

import (
	"fmt"
	"math"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// Waterfall shows how each factor of the formula moves the score, from task
// resistance to the final score.
type Waterfall struct {
	Steps []aijri.Step
	Score float64 // as the formula gives it, on 0…100
	Origin
}

var _ Chart = Waterfall{}

const (
	noSteps    = "No sum to show"
	noStepsWhy = "This score comes without the ratings it is made of."
)

// ok reports whether the steps can be drawn.
func (c Waterfall) ok() bool {
	for _, s := range c.Steps {
		if !credible(s.Factor) || !credible(s.Raw) || !credible(s.Score) || !credible(s.Delta) {
			return false
		}
	}
	return len(c.Steps) > 0 && credible(c.Score)
}

// credible reports whether v can come from the formula, which stays within
// 0…110: an axis that has to hold more is of no use.
func credible(v float64) bool { return math.Abs(v) <= 1000 }

// Title names the factor that decides the zone; else the one that moves the
// score most.
func (c Waterfall) Title() string {
	if !c.ok() {
		return "How the score is made"
	}
	if title := c.crossing(); title != "" {
		return c.mark(title)
	}
	most := -1
	for i, s := range c.Steps {
		if i > 0 && math.Abs(s.Delta) >= 0.05 && (most < 0 || math.Abs(s.Delta) > math.Abs(c.Steps[most].Delta)) {
			most = i
		}
	}
	if most < 0 {
		return c.mark("Task resistance alone makes the score")
	}
	s := c.Steps[most]
	who, many := subject(s.Name)
	if s.Delta < 0 {
		return c.mark(fmt.Sprintf("%s %s it down most, by %s", who, verb("pull", many), points(-s.Delta)))
	}
	return c.mark(fmt.Sprintf("%s %s it up most, by %s", who, verb("lift", many), points(s.Delta)))
}

// crossing tells the last step into the final zone; empty if task resistance
// alone lies in it.
func (c Waterfall) crossing() string {
	last := aijri.ZoneOf(c.Steps[len(c.Steps)-1].Score)
	if aijri.ZoneOf(c.Steps[0].Score) == last {
		return ""
	}
	for i := len(c.Steps) - 1; i > 0; i-- {
		from, to := aijri.ZoneOf(c.Steps[i-1].Score), aijri.ZoneOf(c.Steps[i].Score)
		if from == to {
			continue
		}
		who, many := subject(c.Steps[i].Name)
		how := "lift"
		if c.Steps[i].Score < c.Steps[i-1].Score {
			how = "pull"
		}
		return fmt.Sprintf("%s %s it from %s to %s", who, verb(how, many), from.Name(), to.Name())
	}
	return ""
}

// subject names a factor at the start of a sentence, and says whether it is
// more than one.
func subject(step string) (string, bool) {
	if step == "Evidence" {
		return "Market evidence", false
	}
	return step, strings.HasSuffix(step, "s")
}

func verb(how string, many bool) string {
	if many {
		return how
	}
	return how + "s"
}

// Caption names the measure.
func (c Waterfall) Caption() string { return c.caption("How each part moves the 0–100 score") }

// Sentence tells the steps one by one.
func (c Waterfall) Sentence() string {
	if !c.ok() {
		return "How the score is made: " + lower(noSteps) + ". " + noStepsWhy
	}
	parts := make([]string, len(c.Steps))
	for i, s := range c.Steps {
		parts[i] = fmt.Sprintf("%s %s", mid(s.Name), nextrole.Signed(s.Delta, 1))
		if i == 0 {
			parts[i] = fmt.Sprintf("%s gives %s", s.Name, nextrole.Score(s.Score))
		}
	}
	final := nextrole.Score(c.Score) + ", " + aijri.ZoneOf(c.Score).Name()
	if hollow(c.Status) {
		final += ", " + c.Status.Name()
	}
	return fmt.Sprintf("%s. The final score is %s.", strings.Join(parts, ", "), final)
}

// mid is a name within a sentence, where only abbreviations keep their capital.
func mid(name string) string {
	if strings.HasPrefix(name, "AI") {
		return name
	}
	return lower(name)
}

// Table lists the steps and the final score.
func (c Waterfall) Table() Table {
	t := Table{Header: []string{"Part", "Factor", "Product so far", "Score so far", "Change"}}
	for i, s := range c.Steps {
		t.Rows = append(t.Rows, []string{s.Name, nextrole.Decimal(s.Factor, 2), nextrole.Decimal(s.Raw, 4), nextrole.Score(s.Score), change(i, s)})
	}
	final := []string{"Final score", "", "", nextrole.Score(c.Score), ""}
	if n := len(c.Steps); n > 0 {
		final[2] = nextrole.Decimal(c.Steps[n-1].Raw, 4)
	}
	t.Rows = append(t.Rows, final)
	return t
}

// change is what a step does to the score as shown; the first makes it.
func change(i int, s aijri.Step) string {
	if i == 0 {
		return nextrole.Decimal(s.Delta, 1)
	}
	return nextrole.Signed(s.Delta, 1)
}

// fallRow is one row of the drawing.
type fallRow struct {
	name, factor, value string
	from, to            float64 // on the scale of scores
	token               string
	tip                 []string
}

func (c Waterfall) rows() []fallRow {
	rows := make([]fallRow, 0, len(c.Steps)+1)
	before := 0.0
	for i, s := range c.Steps {
		r := fallRow{name: tidy(s.Name), factor: "× " + nextrole.Decimal(s.Factor, 2), value: change(i, s), from: before, to: s.Score, token: "chart.up"}
		switch {
		case i == 0:
			r.factor, r.token = nextrole.Decimal(s.Factor, 2), "chart.barMuted"
		case s.Delta < 0:
			r.token = "chart.down"
		}
		r.tip = []string{r.name, fmt.Sprintf("%s: product so far %s", r.factor, nextrole.Decimal(s.Raw, 4)), fmt.Sprintf("Score so far: %s (%s)", nextrole.Score(s.Score), r.value)}
		rows, before = append(rows, r), s.Score
	}
	last := c.Steps[len(c.Steps)-1]
	zone := aijri.ZoneOf(c.Score)
	rows = append(rows, fallRow{
		name: "Final score", factor: nextrole.Decimal(last.Raw, 4), value: nextrole.Score(c.Score), to: c.Score, token: solid(zone),
		tip: []string{"Final score", fmt.Sprintf("AIJRI %s, %s", nextrole.Score(c.Score), zone.Name()), fmt.Sprintf("(%s − 0.54) ÷ 7.93 × 100", nextrole.Decimal(last.Raw, 4))},
	})
	return rows
}

// fallGrid is where the columns and rows of a waterfall lie, in DIP.
type fallGrid struct {
	bars, barsW      float64
	nameW            float64
	most             float64 // score at the end of barsW
	top, row, bottom float64
	flags            []flag
	spots            []spot
}

func (g fallGrid) x(v float64) float64 { return g.bars + g.barsW*min(max(v, 0), g.most)/g.most }

func (c Waterfall) grid(s *sketch, rows []fallRow) fallGrid {
	k := s.look.scale()
	var g fallGrid
	valueW := 0.0
	g.most = 30
	for _, r := range rows {
		g.nameW = max(g.nameW, s.look.measure(r.name, smallStrong), s.look.measure(r.factor, caption))
		valueW = max(valueW, s.look.measure(r.value, smallStrong))
		g.most = max(g.most, math.Ceil(r.to/10)*10)
	}
	g.nameW = min(g.nameW, 0.42*s.Width)
	g.bars = math.Round(g.nameW + 14)
	g.barsW = max(s.Width-g.bars-valueW-16, 8)
	for _, b := range bands()[1:] {
		if b.from <= g.most {
			g.flags = append(g.flags, flag{at: g.x(b.from), body: fmt.Sprintf("%s from %.0f", b.zone.Name(), b.from)})
		}
	}
	g.spots = s.place(g.flags, caption, len(g.flags))
	g.top = float64(rowsOf(g.spots))*s.pitch(caption) + 4
	g.row = max(s.pitch(small)+s.pitch(caption)+10, 38*k)
	g.bottom = g.top + g.row*float64(len(rows)) + 22*k
	return g
}

// Height is that of a row for each factor and the final score, and the axis.
func (c Waterfall) Height(width float64, look Look) float64 {
	if !c.ok() {
		return emptyHeight(width, look, noStepsWhy)
	}
	return c.grid(newSketch(sane(width), look), c.rows()).bottom
}

// Layout draws the steps from top to bottom.
func (c Waterfall) Layout(width, height float64, look Look) Scene {
	if !c.ok() {
		return empty(width, height, look, noSteps, noStepsWhy)
	}
	s := newSketch(sane(width), look)
	rows := c.rows()
	g := c.grid(s, rows)
	if extra := min(stretch(height, g.bottom), 18*look.scale()*float64(len(rows))); extra > 0 {
		g.row += extra / float64(len(rows))
		g.bottom += extra
	}
	s.Height = g.bottom + stretch(height, g.bottom)
	c.frame(s, g, len(rows))
	for i, r := range rows {
		c.drawRow(s, g, r, i, i == len(rows)-1)
	}
	c.lines(s, g, len(rows))
	return s.Scene
}

// frame draws the grid and the axis with its numbers.
func (c Waterfall) frame(s *sketch, g fallGrid, n int) {
	foot := g.top + g.row*float64(n)
	step := fallStep(s, g)
	for v := 0.0; v <= g.most; v += step {
		if v > 0 {
			s.down(g.x(v), g.top, foot-g.top, "chart.grid")
		}
		body := nextrole.Decimal(v, 0)
		w := s.look.measure(body, caption)
		s.label(body, within(g.x(v)-w/2, w, 0, s.Width), foot+12*s.look.scale(), left, caption, "text2")
	}
	s.across(0, foot-g.row, s.Width, "divider")
	s.down(g.bars, g.top, foot-g.top, "chart.axis")
}

// fallStep is the distance of ticks whose numbers have room.
func fallStep(s *sketch, g fallGrid) float64 {
	widest := s.look.measure(nextrole.Decimal(g.most, 0), caption) + 8
	step := 10.0
	for g.barsW*step/g.most < widest && step < g.most {
		step *= 2
	}
	return step
}

// drawRow draws a factor: name, bar and value, and the line on to the next.
func (c Waterfall) drawRow(s *sketch, g fallGrid, r fallRow, i int, final bool) {
	k := s.look.scale()
	top := g.top + g.row*float64(i)
	middle := top + g.row/2
	face := small
	if final {
		face = smallStrong
	}
	apart := (s.pitch(small) + s.pitch(caption)) / 4
	s.label(s.look.fit(r.name, g.nameW, face), 0, middle-apart, left, face, "text")
	s.label(s.look.fit(r.factor, g.nameW, caption), 0, middle+apart, left, caption, "text2")

	lo, hi := g.x(min(r.from, r.to)), g.x(max(r.from, r.to))
	barH := 16 * k
	s.add(box{Rect: Rect{lo, middle - barH/2, max(hi-lo, 1), barH}, radius: 2, fill: r.token})
	if !final {
		s.down(min(g.x(r.to), s.Width-1), middle+barH/2, g.row-barH, "chart.axis")
	}
	s.label(r.value, s.Width, middle, right, smallStrong, "text")
	s.Marks = append(s.Marks, Mark{Key: fmt.Sprintf("step %d", i), Bounds: Rect{0, top, s.Width, g.row}, Tip: r.tip})
}

// lines draws where the zones begin, over the bars.
func (c Waterfall) lines(s *sketch, g fallGrid, n int) {
	foot := g.top + g.row*float64(n)
	for i, f := range g.flags {
		from := g.top
		if at := g.spots[i]; at.row >= 0 {
			bottom := g.top - 3 - float64(at.row)*s.pitch(caption)
			s.label(f.body, at.x, bottom-s.pitch(caption)/2, left, caption, "text2")
			from = bottom
		}
		s.add(rule{x: f.at, y: from, length: foot - from, upright: true, width: 1, token: "text2", dashed: true})
	}
}
