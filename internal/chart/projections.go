package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"nextrole"
)

// Projections shows how a role's jobs are projected to change, each release
// from its own start at 100. Releases are never joined: they count from
// different years, and sometimes different groups of workers.
type Projections struct{ Lines []Projection }

// Projection is one release: a start that was counted and an end that is
// projected.
type Projection struct {
	Name     string // "2024–34"; empty is made from the years
	From, To int    // years
	Growth   float64
	Start    *float64 // jobs; nil where not given
	End      *float64
	Group    string // the wider group that was counted; empty for the role itself
	Source   string
	Shown    bool // the figure that the program shows elsewhere
}

var _ Chart = Projections{}

const (
	noProjection    = "No projection to show"
	noProjectionWhy = "No source projects the jobs of this role."
)

func (p Projection) ok() bool {
	return p.From >= 1900 && p.To > p.From && p.To <= 2200 && p.Growth >= -100 && p.Growth <= 1000
}

func (p Projection) name() string {
	return orUnnamed(p.Name, fmt.Sprintf("%d–%02d", p.From, p.To%100))
}

// growth is the change as the source gives it, to one decimal.
func (p Projection) growth() string {
	s := nextrole.Signed(p.Growth, 1)
	if v, ok := strings.CutSuffix(s, ".0"); ok {
		s = v
	}
	if finite(p.Growth) {
		s += "%"
	}
	return s
}

// heads tells the counts at both ends, as far as they are given.
func (p Projection) heads() string {
	start, end := known(p.Start, 0, 1e10), known(p.End, 0, 1e10)
	switch {
	case start != nil && end != nil:
		return nextrole.Count(*start) + " to " + nextrole.Count(*end) + " jobs"
	case start != nil:
		return nextrole.Count(*start) + " jobs at the start"
	case end != nil:
		return nextrole.Count(*end) + " jobs at the end"
	}
	return ""
}

// lines returns the releases that can be drawn, the oldest first.
func (c Projections) lines() []Projection {
	lines := slices.DeleteFunc(slices.Clone(c.Lines), func(p Projection) bool { return !p.ok() })
	slices.SortStableFunc(lines, func(a, b Projection) int { return cmp.Compare(a.From, b.From) })
	return lines
}

// Title tells the newest projection of the role itself, or the one shown, and
// the one before.
func (c Projections) Title() string {
	var told, before *Projection
	lines := c.lines()
	for i := range lines {
		if lines[i].Group == "" && (told == nil || lines[i].Shown || !told.Shown) {
			told = &lines[i]
		}
	}
	if told == nil {
		if len(lines) == 0 {
			return "Projected jobs"
		}
		last := lines[len(lines)-1]
		return fmt.Sprintf("Only for the %s: %s for %s", wider(last.Group), last.growth(), last.name())
	}
	for i := range lines {
		if lines[i].Group == "" && lines[i].From < told.From {
			before = &lines[i]
		}
	}
	title := fmt.Sprintf("Projected change in jobs: %s for %s", told.growth(), told.name())
	if before != nil {
		title += fmt.Sprintf(", after %s for %s", before.growth(), before.name())
	}
	return title
}

// Caption names the measure.
func (c Projections) Caption() string {
	text := "Employment, each release’s own start year = 100; ring: projected"
	if slices.ContainsFunc(c.lines(), func(p Projection) bool { return p.Group != "" }) {
		text += "; dashed: a wider group"
	}
	return text
}

// Sentence tells the releases from the oldest on.
func (c Projections) Sentence() string {
	lines := c.lines()
	if len(lines) == 0 {
		return "Projected jobs: " + lower(noProjection) + ". " + noProjectionWhy
	}
	parts := make([]string, len(lines))
	for i, p := range lines {
		parts[i] = p.name() + groupNote(p.Group) + " " + p.growth()
		if heads := p.heads(); heads != "" {
			parts[i] += ", " + heads
		}
	}
	return "Projected change in jobs: " + strings.Join(parts, "; ") + "."
}

// Table lists the releases as given, also those that cannot be drawn.
func (c Projections) Table() Table {
	t := Table{Header: []string{"Release", "From", "To", "Covers", "Change (%)", "Jobs at the start", "Jobs at the end", "Source", "Shown"}}
	lines := slices.Clone(c.Lines)
	slices.SortStableFunc(lines, func(a, b Projection) int { return cmp.Compare(a.From, b.From) })
	for _, p := range lines {
		covers := "this role"
		if p.Group != "" {
			covers = wider(p.Group)
		}
		t.Rows = append(t.Rows, []string{
			p.name(), strconv.Itoa(p.From), strconv.Itoa(p.To), covers, nextrole.Signed(p.Growth, 1),
			given(known(p.Start, 0, 1e10), nextrole.Count), given(known(p.End, 0, 1e10), nextrole.Count), tidy(p.Source), inUse(p.Shown),
		})
	}
	return t
}

// inUse is the word of a figure that the program shows elsewhere.
func inUse(isShown bool) string {
	if isShown {
		return "shown"
	}
	return ""
}

func (p Projection) tip() []string {
	tip := []string{p.name() + groupNote(p.Group), fmt.Sprintf("%s from %d to %d, projected", p.growth(), p.From, p.To)}
	if heads := p.heads(); heads != "" {
		tip = append(tip, heads)
	}
	if p.Group != "" {
		tip = append(tip, "Another group of workers: not to be joined to the other lines")
	}
	if source := tidy(p.Source); source != "" {
		tip = append(tip, source)
	}
	return tip
}

// Height is that of the plot, the years, and the words that found no room in it.
func (c Projections) Height(width float64, look Look) float64 {
	if len(c.lines()) == 0 {
		return emptyHeight(width, look, noProjectionWhy)
	}
	return c.draw(sane(width), 0, look).Height
}

// Layout draws a line for each release.
func (c Projections) Layout(width, height float64, look Look) Scene {
	if len(c.lines()) == 0 {
		return empty(width, height, look, noProjection, noProjectionWhy)
	}
	s := c.draw(sane(width), 0, look)
	if extra := stretch(height, s.Height); extra > 0 {
		natural := s.Height
		s = c.draw(sane(width), min(extra, 120*look.scale()), look)
		s.Height = max(s.Height, natural+extra)
	}
	return s
}

// draw draws the plot, by so much higher than it is by nature.
func (c Projections) draw(width, extra float64, look Look) Scene {
	s := newSketch(width, look)
	k := look.scale()
	lines := c.lines()
	lo, hi := 100.0, 105.0
	first, last := lines[0].From, lines[0].To
	for _, p := range lines {
		lo, hi = min(lo, 100+p.Growth), max(hi, 100+p.Growth)
		last = max(last, p.To)
	}
	top, plotH := 2*s.pitch(caption)+12, 150*k+extra
	margin := 8.0 // at the right, for words beside the last ends
	if s.Width >= stackedBelow*k {
		margin = min(0.22*s.Width, 110*k)
	}
	up := s.axisOver(lo, hi, 0, plotH, 5, plain)
	from := math.Ceil(s.widest(up)) + 10
	years := s.axisOver(float64(first), float64(last), from, s.Width-from-margin, 8, func(v float64) string { return nextrole.Decimal(v, 0) })
	years.from, years.to = float64(first), float64(last)
	y := func(v float64) float64 { return math.Round(top + plotH - (up.at(v) - up.x)) }
	for _, v := range up.ticks() {
		token := "chart.grid"
		if v == 100 {
			token = "chart.axis"
		}
		s.across(from, y(v), s.Width-from, token)
		s.label(plain(v), from-8, y(v), right, caption, "text2")
	}
	s.yearWords(years, top+plotH+14*k)
	s.Height = top + plotH + 26*k
	c.drawLines(s, lines, years, y, Rect{from, 0, s.Width - from, top + plotH})
	return s.Scene
}

// yearWords sets the years at whole steps from the first.
func (s *sketch) yearWords(a axis, y float64) {
	step := max(math.Round(a.step), 1)
	end := math.Inf(-1)
	for v := a.from; v <= a.to; v += step {
		w := s.look.measure(a.say(v), caption)
		x := within(a.at(v)-w/2, w, 0, s.Width)
		if x >= end+6 {
			end = s.label(a.say(v), x, y, left, caption, "text2")
		}
	}
}

// drawLines draws the releases, and names each beside its end; those that find
// no room there are named below the plot.
func (c Projections) drawLines(s *sketch, lines []Projection, years axis, y func(float64) float64, area Rect) {
	r := &room{area: area}
	strokes := make([]stroke, len(lines))
	for i, p := range lines {
		strokes[i] = stroke{
			years.at(float64(p.From)), y(100), years.at(float64(p.To)), y(100 + p.Growth),
			2, fmt.Sprintf("series.%d", i%6+1), p.Group != "",
		}
		r.lines = append(r.lines, strokes[i])
		r.take(Rect{strokes[i].x1 - 5, strokes[i].y1 - 5, 10, 10})
	}
	for _, l := range strokes {
		s.add(l)
	}
	for i, l := range strokes {
		s.add(disc{x: l.x0, y: l.y0, radius: 4, fill: l.token})
		s.add(disc{x: l.x1, y: l.y1, radius: 5, fill: s.surface(), edge: l.token, width: 2})
		s.Marks = append(s.Marks, Mark{Key: fmt.Sprintf("projection %d", i), Bounds: clipTo(l.around(), s.Width, s.Height), Tip: lines[i].tip()})
	}
	for i, at := range s.nameEnds(r, lines, strokes) {
		if at.W > 0 {
			s.ground(at)
			s.label(lines[i].head(), at.X, at.Y+s.pitch(captionStrong)/2, left, captionStrong, "text")
			s.label(lines[i].note(), at.X, at.Y+s.pitch(captionStrong)+s.pitch(caption)/2, left, caption, "text2")
		} else {
			s.nameBelow(lines[i], strokes[i])
		}
	}
}

// around is the room of a line and its ends.
func (l stroke) around() Rect {
	x, y := min(l.x0, l.x1), min(l.y0, l.y1)
	return Rect{x - 6, y - 6, math.Abs(l.x1-l.x0) + 12, math.Abs(l.y1-l.y0) + 12}
}

// clipTo cuts a rectangle off at the sides of a scene.
func clipTo(b Rect, width, height float64) Rect {
	x, y := max(b.X, 0), max(b.Y, 0)
	return Rect{x, y, min(b.X+b.W, width) - x, min(b.Y+b.H, height) - y}
}

// note is what is said of a release in small.
func (p Projection) note() string {
	parts := []string{}
	for _, part := range []string{wider(p.Group), p.heads()} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// head is a release in short, as it stands beside its end.
func (p Projection) head() string {
	if p.Shown {
		return p.name() + " " + p.growth() + " · shown"
	}
	return p.name() + " " + p.growth()
}

// nameEnds finds room for the words beside each end, for as many as it can; a
// rectangle without a width has found none.
func (s *sketch) nameEnds(r *room, lines []Projection, strokes []stroke) []Rect {
	var best []Rect
	most := -1
	taken := len(r.taken)
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	for range 2 {
		for turn := range 3 {
			ends, n := make([]Rect, len(lines)), 0
			r.taken = r.taken[:taken]
			for _, i := range order {
				if at, ok := s.nameEnd(r, lines[i], strokes[i], turn); ok {
					ends[i], n = at, n+1
					r.take(at)
				}
			}
			if n > most {
				best, most = ends, n
			}
		}
		slices.Reverse(order)
	}
	return best
}

// nameEnd finds room beside the end of a line. The turn says which side to try
// first.
func (s *sketch) nameEnd(r *room, p Projection, l stroke, turn int) (Rect, bool) {
	w := max(s.look.measure(p.head(), captionStrong), s.look.measure(p.note(), caption))
	h := s.pitch(captionStrong)
	if p.note() != "" {
		h += s.pitch(caption)
	}
	over := within(l.x1-w/2, w, r.area.X, r.area.X+r.area.W)
	sides := []Rect{
		{l.x1 + 9, l.y1 - h/2, w, h},
		{over, l.y1 - h - 8, w, h},
		{l.x1 - w - 9, l.y1 - h - 1, w, h},
		{l.x1 + 9, l.y1 - h, w, h},
		{l.x1 + 9, l.y1 - 2, w, h},
		{over, l.y1 + 8, w, h},
		{l.x1 - w - 9, l.y1 + 6, w, h},
	}
	for i := range sides {
		if at := sides[(i+turn)%len(sides)]; r.free(at) {
			return at, true
		}
	}
	return Rect{}, false
}

// nameBelow names a release in a line of its own at the foot of the scene, with
// a piece of its line.
func (s *sketch) nameBelow(p Projection, l stroke) {
	y := s.Height + s.pitch(caption)/2
	s.add(stroke{x0: 0, y0: y, x1: 20, y1: y, width: 2, token: l.token, dashed: l.dashed})
	s.add(disc{x: 20, y: y, radius: 4, fill: s.surface(), edge: l.token, width: 2})
	words := s.look.wrap(p.head()+" "+p.note(), s.Width-30, caption, 3)
	for _, line := range words {
		s.label(line, 30, s.Height+s.pitch(caption)/2, left, caption, "text")
		s.Height += s.pitch(caption)
	}
	s.Height += 3
}
