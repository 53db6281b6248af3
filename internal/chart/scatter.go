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

// Scatter shows roles by a measure, to the right, and by their AIJRI, upward,
// over the zones. The area of a circle is pay; a dashed one has none. A hollow
// one is not published.
type Scatter struct {
	X      Axis
	Points []Point
}

// Axis is a measure along the width of a chart.
type Axis struct {
	Name        string
	Unit        string               // "standard deviations"; empty where the name says it
	Least, Most float64              // ends; where they are none, those of the points
	Format      func(float64) string // nil: a plain number
}

// Point is one role.
type Point struct {
	Key, Name string
	X, Y      float64
	Size      *float64 // dollars of pay; nil where there is none
	Status    nextrole.Status
	Selected  bool
	Home      bool     // where the person is now
	Tip       []string // further lines
}

var _ Chart = Scatter{}

const (
	noPoints    = "No roles to show"
	noPointsWhy = "No role here has both a score and this measure."
)

func (p Point) ok() bool { return credible(p.Y) && math.Abs(p.X) <= 1e12 }

func (p Point) name() string { return orUnnamed(p.Name, "Unnamed role") }

func (c Scatter) say(v float64) string {
	if c.X.Format == nil {
		return plain(v)
	}
	return tidy(c.X.Format(v))
}

func (c Scatter) measure() string { return orUnnamed(c.X.Name, "Measure") }

// axis is the measure with its unit.
func (c Scatter) axis() string {
	if c.X.Unit == "" {
		return c.measure()
	}
	return c.measure() + ", in " + tidy(c.X.Unit)
}

// others are the points but those where the person is now.
func (c Scatter) others() []Point {
	return slices.DeleteFunc(slices.Clone(c.Points), func(p Point) bool { return !p.ok() || p.Home })
}

// Title counts the roles in the best zone that any is in, and tells which of
// them is farthest right.
func (c Scatter) Title() string {
	others := c.others()
	if len(others) == 0 {
		return "AIJRI by " + mid(c.measure())
	}
	zone := aijri.ZoneOf(slices.MaxFunc(others, func(a, b Point) int { return cmp.Compare(a.Y, b.Y) }).Y)
	in := slices.DeleteFunc(others, func(p Point) bool { return aijri.ZoneOf(p.Y) != zone })
	switch {
	case zone != nextrole.Red:
	case len(in) == 1:
		return "The only role here lies in Red"
	default:
		return fmt.Sprintf("All %d roles lie in Red", len(in))
	}
	total := len(c.others())
	title := fmt.Sprintf("%d of %s in %s", len(in), count(total, "role", "roles"), zone.Name())
	unpublished := 0
	for _, p := range in {
		if hollow(p.Status) {
			unpublished++
		}
	}
	if unpublished > 0 {
		title += fmt.Sprintf(", %d by scores not published", unpublished)
	}
	best := slices.MaxFunc(in, func(a, b Point) int { return cmp.Compare(a.X, b.X) })
	if len(in) > 1 {
		title += fmt.Sprintf("; highest in %s: %s", mid(c.measure()), best.named())
	}
	return title
}

// named is a point's name, and whose its score is unless published.
func (p Point) named() string {
	if t := tag(p.Status); t != "" {
		return p.name() + ", " + t
	}
	return p.name()
}

// Caption names the measures.
func (c Scatter) Caption() string {
	text := "AIJRI by " + mid(c.measure()) + "; area: pay"
	for _, p := range c.Points {
		if p.ok() && !p.Home && pay(p.Size) == nil {
			text += ", dashed: no pay data"
			break
		}
	}
	if slices.ContainsFunc(c.Points, func(p Point) bool { return p.ok() && hollow(p.Status) && !p.Home }) {
		text += "; hollow: not published"
	}
	return text
}

// Sentence tells the roles in the order given.
func (c Scatter) Sentence() string {
	var parts []string
	for _, p := range c.Points {
		if p.ok() {
			parts = append(parts, fmt.Sprintf("%s: AIJRI %s, %s, %s %s", p.named(), nextrole.Score(p.Y), aijri.ZoneOf(p.Y).Name(), mid(c.measure()), c.say(p.X)))
		}
	}
	if len(parts) == 0 {
		return "AIJRI by " + mid(c.measure()) + ": " + lower(noPoints) + ". " + noPointsWhy
	}
	return strings.Join(parts, ". ") + "."
}

// Table lists the roles in the order given, also those that cannot be drawn.
func (c Scatter) Table() Table {
	t := Table{Header: []string{"Role", c.axis(), "AIJRI", "Zone", "Whose", "Pay ($)"}}
	for _, p := range c.Points {
		row := []string{p.name(), "no data", "not scored", nextrole.ZoneNone.Name(), p.Status.Name(), "no data"}
		if math.Abs(p.X) <= 1e12 {
			row[1] = c.say(p.X)
		}
		if credible(p.Y) {
			row[2], row[3] = nextrole.Score(p.Y), aijri.ZoneOf(p.Y).Name()
		}
		if v := pay(p.Size); v != nil {
			row[5] = nextrole.Count(*v)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (c Scatter) tip(p Point) []string {
	tip := append(scoreTip(p.name(), p.Y, p.Status), c.measure()+": "+c.say(p.X))
	if v := pay(p.Size); v != nil {
		tip = append(tip, "Pay: "+nextrole.Money(*v))
	} else if !p.Home {
		tip = append(tip, "No pay data")
	}
	for _, line := range p.Tip {
		if line = tidy(line); line != "" {
			tip = append(tip, line)
		}
	}
	return tip
}

// plot is the ground of a scatter and its two measures.
type plot struct {
	area Rect
	x    axis
	most float64 // score at the top
}

func (p plot) y(score float64) float64 {
	return math.Round(p.area.Y + p.area.H*(1-min(max(score, 0), p.most)/p.most))
}

// Height is that of the plot, with the words below it.
func (c Scatter) Height(width float64, look Look) float64 {
	if !slices.ContainsFunc(c.Points, Point.ok) {
		return emptyHeight(width, look, noPointsWhy)
	}
	return c.draw(sane(width), 0, look).Height
}

// Layout draws the points, those selected last.
func (c Scatter) Layout(width, height float64, look Look) Scene {
	if !slices.ContainsFunc(c.Points, Point.ok) {
		return empty(width, height, look, noPoints, noPointsWhy)
	}
	natural := c.draw(sane(width), 0, look)
	if extra := stretch(height, natural.Height); extra > 0 {
		return c.draw(sane(width), extra, look)
	}
	return natural
}

func (c Scatter) draw(width, extra float64, look Look) Scene {
	s := newSketch(width, look)
	k := look.scale()
	p := plot{most: 60}
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, point := range c.Points {
		if point.ok() {
			p.most = max(p.most, math.Ceil((point.Y+4)/10)*10)
			lo, hi = min(lo, point.X), max(hi, point.X)
		}
	}
	p.most = min(p.most, scaleEnd)
	from := math.Ceil(s.look.measure("100", caption)) + 10
	p.area = Rect{from, math.Ceil(s.pitch(caption) / 2), width - from, min(max(0.6*width, 280*k), 330*k) + extra}
	pad := 20 * k
	p.x = s.axisOver(lo, hi, from+pad, p.area.W-2*pad, 6, c.say)
	if c.X.Least < c.X.Most && finite(c.X.Most-c.X.Least) {
		p.x = s.axisOver(c.X.Least, c.X.Most, from+pad, p.area.W-2*pad, 6, c.say)
	}
	r := &room{area: p.area}
	c.ground(s, p, r)
	c.points(s, p, r)
	foot := p.area.Y + p.area.H
	s.tickWords(p.x, foot+12*k)
	y := foot + 12*k + s.pitch(caption)*0.5 + 3
	for _, line := range look.wrap(c.axis(), width-from, caption, 3) {
		s.label(line, from, y+s.pitch(caption)/2, left, caption, "text2")
		y += s.pitch(caption)
	}
	s.Height = math.Ceil(y + 2)
	return s.Scene
}

// ground draws the zones with their words, and the lines of the grid.
func (c Scatter) ground(s *sketch, p plot, r *room) {
	foot := p.area.Y + p.area.H
	for _, b := range bands() {
		top, bottom := p.y(b.to), p.y(b.from)
		if bottom <= top {
			continue
		}
		s.add(box{Rect: Rect{p.area.X, top, p.area.W, bottom - top}, fill: tint(b.zone)})
		s.label(plain(b.from), p.area.X-8, bottom, right, caption, "text2")
	}
	for _, v := range p.x.ticks() {
		s.down(p.x.at(v), p.area.Y, p.area.H, "chart.grid")
	}
	for _, b := range bands()[1:] {
		if y := p.y(b.from); b.from < p.most {
			s.add(rule{x: p.area.X, y: y, length: p.area.W, width: 1, token: "text2", dashed: true})
			r.lines = append(r.lines, stroke{x0: p.area.X, y0: y, x1: p.area.X + p.area.W, y1: y})
		}
	}
	s.across(p.area.X, foot, p.area.W, "chart.axis")
}

// nameZones tells the zones in a corner of each that no point is in.
func (s *sketch) nameZones(p plot, r *room) {
	k := s.look.scale()
	row := s.pitch(caption) + 6
	for _, b := range bands() {
		top, bottom := p.y(b.to), p.y(b.from)
		if bottom-top < row {
			continue
		}
		w := s.look.measure(b.zone.Name(), caption) + 5 + glyphW*k
		end := p.area.X + p.area.W - 6 - w
		corners := []Rect{{end, top, w, row}, {p.area.X + 6, top, w, row}, {end, bottom - row, w, row}, {p.area.X + 6, bottom - row, w, row}}
		at := corners[0]
		for _, corner := range corners {
			if r.clear(corner) {
				at = corner
				break
			}
		}
		s.glyph(b.zone, at.X+at.W-glyphW*k/2, at.Y+row/2, glyphW*k, false)
		s.label(b.zone.Name(), at.X, at.Y+row/2, left, caption, "text2")
		r.take(at)
	}
}

// mostNamed is how many points have their names beside them; more would be a
// thicket.
const mostNamed = 60

// spotted is a point at its place.
type spotted struct {
	Point

	i            int // among all points
	x, y, radius float64
}

// spots places the points that can be drawn. The area of a circle is pay.
func (c Scatter) spots(s *sketch, p plot) []spotted {
	k := s.look.scale()
	most, largest := 1.0, min(15*k, s.Width/36)
	for _, point := range c.Points {
		if v := pay(point.Size); v != nil {
			most = max(most, *v)
		}
	}
	var spots []spotted
	for i, point := range c.Points {
		if !point.ok() {
			continue
		}
		radius := 7 * k
		if v := pay(point.Size); v != nil {
			radius = max(largest*math.Sqrt(*v/most), 4*k)
		}
		y := min(max(p.y(point.Y), p.area.Y+radius), p.area.Y+p.area.H-radius)
		spots = append(spots, spotted{point, i, p.x.at(point.X), y, radius})
	}
	return spots
}

func (p spotted) mark(s *sketch, foot float64, tip []string) Mark {
	key := p.Key
	if key == "" {
		key = fmt.Sprintf("point %d", p.i)
	}
	around := p.radius + 2
	return Mark{Key: key, Bounds: clipTo(Rect{p.x - around, p.y - around, 2 * around, 2 * around}, s.Width, foot), Tip: tip}
}

// points draws the circles, and names as many as there is room for.
func (c Scatter) points(s *sketch, p plot, r *room) {
	spots := c.spots(s, p)
	for _, at := range spots {
		r.take(Rect{at.x - at.radius, at.y - at.radius, 2 * at.radius, 2 * at.radius})
		s.Marks = append(s.Marks, at.mark(s, p.area.Y+p.area.H, c.tip(at.Point)))
	}
	s.nameZones(p, r)
	// The large ones lie below the small ones, and those selected on top.
	slices.SortStableFunc(spots, func(a, b spotted) int {
		return cmp.Or(strength(a.Point)-strength(b.Point), cmp.Compare(b.radius, a.radius))
	})
	for _, at := range spots {
		at.Point.draw(s, at.x, at.y, at.radius)
	}
	slices.SortStableFunc(spots, func(a, b spotted) int {
		return cmp.Or(strength(b.Point)-strength(a.Point), a.i-b.i)
	})
	for _, at := range spots[:min(len(spots), mostNamed)] {
		at.Point.label(s, r, at.x, at.y, at.radius)
	}
}

// strength is how much a point has to be seen.
func strength(p Point) int {
	switch {
	case p.Selected:
		return 2
	case p.Home:
		return 1
	}
	return 0
}

// draw draws a circle, or a plus sign for where the person is now.
func (p Point) draw(s *sketch, x, y, radius float64) {
	if p.Home {
		for _, l := range []stroke{{x0: x - 6, y0: y, x1: x + 6, y1: y}, {x0: x, y0: y - 6, x1: x, y1: y + 6}} {
			l.width, l.token = 2, "text"
			s.add(l)
		}
		return
	}
	b := bubble{x: x, y: y, radius: radius, fill: "chart.bar", edge: "chart.bar", opacity: 0.45, width: 1.5, dashed: pay(p.Size) == nil}
	switch {
	case hollow(p.Status):
		b.fill = ""
	case b.dashed:
		b.opacity = 0.15
	}
	if p.Selected {
		b.edge, b.width = "accent", 2.5
		if b.fill != "" && !b.dashed {
			b.fill, b.opacity = "accent", 1
		}
	}
	s.add(b)
}

// label names a point where there is room, with a line to it if that is not
// beside it.
func (p Point) label(s *sketch, r *room, x, y, radius float64) {
	st := caption
	if p.Selected || p.Home {
		st = captionStrong
	}
	lines := p.lines(s, 0.4*r.area.W, st)
	width := 0.0
	for _, line := range lines {
		width = max(width, s.look.measure(line, st))
	}
	at, steps, ok := r.beside(x, y, radius, width, float64(len(lines))*s.pitch(st))
	if !ok {
		return
	}
	r.take(at)
	if steps > 0 {
		nx, ny := at.nearest(x, y)
		far := math.Hypot(nx-x, ny-y)
		leader := stroke{x0: x + (nx-x)*radius/far, y0: y + (ny-y)*radius/far, x1: nx, y1: ny, width: 1, token: "chart.axis"}
		s.add(leader)
		r.lines = append(r.lines, leader)
	}
	s.lines(lines, at.X, at.Y+at.H/2, left, st, "text")
}

// lines breaks a point's name into at most two lines, in which whose score it
// is always has room.
func (p Point) lines(s *sketch, width float64, st style) []string {
	if lines, whole := s.whole(p.named(), width, st, 2); whole {
		return lines
	}
	t := tag(p.Status)
	if t == "" {
		return s.look.wrap(p.name(), width, st, 2)
	}
	return []string{s.look.fit(p.name(), width, st), s.look.fit(t, width, st)}
}
