package chart

import (
	"fmt"
	"math"
	"strings"

	"nextrole"
)

// Percentiles shows what people in a role earn, one strip to a vintage: a line
// from the 10th to the 90th percentile, a box from the 25th to the 75th, a tick
// at the median. What a source leaves out is not drawn.
type Percentiles struct {
	Strips []Strip
	Unit   string // "a year"
}

// Strip is the pay of one source and period, in dollars.
type Strip struct {
	Name   string // "BLS, May 2025"
	Detail string // "38,100 jobs"

	P10, P25, Median, P75, P90 *float64 // nil: not given

	Shown bool     // this is the figure the program shows elsewhere
	Group string   // the wider group that the figures are of; empty for the role itself
	Tip   []string // further lines, such as the source
}

var _ Chart = Percentiles{}

const (
	noPay    = "No pay to show"
	noPayWhy = "No source gives pay for this role."
)

// quantile is one of the five values of a strip.
type quantile struct {
	word  string // "10th"
	value float64
}

// quantiles returns the values that are given, the median first and then from
// the outside in: the order in which they get room.
func (p Strip) quantiles() []quantile {
	var given []quantile
	for _, q := range []struct {
		word  string
		value *float64
	}{{"median", p.Median}, {"10th", p.P10}, {"90th", p.P90}, {"25th", p.P25}, {"75th", p.P75}} {
		if v := pay(q.value); v != nil {
			given = append(given, quantile{q.word, *v})
		}
	}
	return given
}

// five returns the values from the lowest to the highest; nil where not given.
func (p Strip) five() [5]*float64 {
	return [5]*float64{pay(p.P10), pay(p.P25), pay(p.Median), pay(p.P75), pay(p.P90)}
}

func (p Strip) name() string { return orUnnamed(p.Name, "Unnamed source") }

// wider says of which group figures are that are not the role's own.
func wider(group string) string {
	if group = tidy(group); group == "" || strings.Contains(lower(group), "group") {
		return group
	}
	return "wider group " + group
}

// detail is what stands below the name; the mark of a wider group comes first,
// so that it is never what a long line leaves out.
func (p Strip) detail() string {
	parts := []string{}
	for _, part := range []string{wider(p.Group), tidy(p.Detail)} {
		if part != "" && (len(parts) == 0 || part != parts[0]) {
			parts = append(parts, part)
		}
	}
	if len(p.quantiles()) == 0 {
		parts = append(parts, "pay not given")
	}
	return strings.Join(parts, " · ")
}

func (p Strip) heading() string {
	if p.Shown {
		return p.name() + " · shown"
	}
	return p.name()
}

// drawn reports whether there is a value in any strip.
func (c Percentiles) drawn() bool {
	_, _, ok := c.extent()
	return ok
}

func (c Percentiles) extent() (lo, hi float64, ok bool) {
	var values []*float64
	for _, p := range c.Strips {
		five := p.five()
		values = append(values, five[:]...)
	}
	return extent(values...)
}

// telling is the strip that the title is about: the one shown if it has a
// value, else the first that has.
func (c Percentiles) telling() (Strip, bool) {
	var first Strip
	found := false
	for _, p := range c.Strips {
		if len(p.quantiles()) == 0 {
			continue
		}
		if p.Shown {
			return p, true
		}
		if !found {
			first, found = p, true
		}
	}
	return first, found
}

// Title tells what the middle half earns; where that is not given, the median.
func (c Percentiles) Title() string {
	p, ok := c.telling()
	five := p.five()
	who := "Half of workers"
	if p.Group != "" {
		who = "Half of the " + strings.TrimPrefix(wider(p.Group), "the ")
	}
	unit := c.unit()
	switch {
	case !ok:
		return "Pay by release"
	case five[1] != nil && five[3] != nil && *five[1] <= *five[3]:
		return fmt.Sprintf("%s earn between %s and %s%s (%s)", who, nextrole.Money(*five[1]), nextrole.Money(*five[3]), unit, p.name())
	case five[2] != nil:
		return fmt.Sprintf("%s earn more than %s%s, half less (%s)", who, nextrole.Money(*five[2]), unit, p.name())
	}
	return "Pay by release"
}

// unit is the period of pay with a space before it; empty where unknown.
func (c Percentiles) unit() string {
	if unit := tidy(c.Unit); unit != "" {
		return " " + unit
	}
	return ""
}

// Caption names the measure.
func (c Percentiles) Caption() string {
	return "Pay" + c.unit() + ", not adjusted for inflation; box: the middle half, line: 10th to 90th percentile, tick: median"
}

// Sentence tells the values strip by strip.
func (c Percentiles) Sentence() string {
	if !c.drawn() {
		return "Pay: " + lower(noPay) + ". " + noPayWhy
	}
	var parts []string
	for _, p := range c.Strips {
		parts = append(parts, p.name()+groupNote(p.Group)+": "+p.words())
	}
	return "Pay" + c.unit() + ". " + strings.Join(parts, ". ") + "."
}

// groupNote marks the name of something with the wider group it is of.
func groupNote(group string) string {
	if group == "" {
		return ""
	}
	return " (" + wider(group) + ")"
}

// words tells the values from the lowest to the highest.
func (p Strip) words() string {
	names := [5]string{"10th percentile", "25th percentile", "median", "75th percentile", "90th percentile"}
	var parts []string
	for i, v := range p.five() {
		if v != nil {
			parts = append(parts, names[i]+" "+nextrole.Money(*v))
		}
	}
	if len(parts) == 0 {
		return "not given"
	}
	return strings.Join(parts, ", ")
}

// Table lists the strips; a value that a source leaves out is "not given".
func (c Percentiles) Table() Table {
	t := Table{Header: []string{"Source", "Covers", "10th ($)", "25th ($)", "Median ($)", "75th ($)", "90th ($)", "Shown"}}
	for _, p := range c.Strips {
		row := []string{p.name(), "this role"}
		if p.Group != "" {
			row[1] = wider(p.Group)
		}
		for _, v := range p.five() {
			row = append(row, given(v, nextrole.Count))
		}
		t.Rows = append(t.Rows, append(row, inUse(p.Shown)))
	}
	return t
}

// given writes a value, or that its source has none.
func given(v *float64, say func(float64) string) string {
	if v == nil {
		return "not given"
	}
	return say(*v)
}

func (p Strip) tip() []string {
	tip := []string{p.name()}
	if detail := p.detail(); detail != "" {
		tip = append(tip, detail)
	}
	names := [5]string{"10th percentile", "25th percentile", "Median", "75th percentile", "90th percentile"}
	for i, v := range p.five() {
		if v != nil {
			tip = append(tip, names[i]+": "+nextrole.Money(*v))
		}
	}
	for _, line := range p.Tip {
		if line = tidy(line); line != "" {
			tip = append(tip, line)
		}
	}
	if len(tip) == 1 {
		tip = append(tip, "Pay not given")
	}
	return tip
}

// stripRow is one strip laid out, from its own top edge.
type stripRow struct {
	Strip
	words  naming
	heads  []flag // above the marks, in the first strip with the most of them
	above  []spot
	values []flag // below them
	below  []spot
	bar    float64 // middle of the marks
	height float64
}

const stripBar = 18.0

// stripGrid is where the strips lie, and the axis they share.
type stripGrid struct {
	stacked bool // the name stands above its strip
	rows    []stripRow
	axis    axis
}

func (c Percentiles) grid(s *sketch) stripGrid {
	k := s.look.scale()
	lo, hi, _ := c.extent()
	var names []string
	for _, p := range c.Strips {
		names = append(names, p.heading(), p.detail())
	}
	stacked := s.Width < stackedBelow*k
	nameW, from := s.Width, 0.0
	if !stacked {
		nameW = max(s.nameColumn(names, smallStrong, 0.32), min(110*k, 0.32*s.Width))
		from = nameW + 16
	}
	edge := s.Width - 10
	a := s.axisOver(lo, hi, from+8, edge-from-8, 6, nextrole.Money)
	labelled := c.fullest()
	rows := make([]stripRow, len(c.Strips))
	for i, p := range c.Strips {
		r := stripRow{Strip: p, words: s.naming(p.heading(), p.detail(), p.Shown, nameW)}
		for _, q := range p.quantiles() {
			r.heads = append(r.heads, flag{at: a.at(q.value), body: q.word, loose: true})
			r.values = append(r.values, flag{at: a.at(q.value), body: nextrole.Money(q.value), loose: true})
		}
		room := span{from, s.Width}
		r.below = s.placeIn(room, r.values, caption, 3)
		if i == labelled {
			r.above = s.placeIn(room, r.heads, caption, 3)
		}
		r.bar = float64(rowsOf(r.above))*s.pitch(caption) + 2 + stripBar*k/2 + 4
		if stacked {
			r.bar += s.namingHeight(r.words) + 2
		}
		r.height = r.bar + stripBar*k/2 + 3 + float64(rowsOf(r.below))*s.pitch(caption) + 8
		if !stacked {
			r.height = max(r.height, r.bar-s.pitch(small)/2+s.namingHeight(r.words)+8)
		}
		rows[i] = r
	}
	return stripGrid{stacked, rows, a}
}

// fullest is the first of the strips with the most values.
func (c Percentiles) fullest() int {
	best, most := 0, 0
	for i, p := range c.Strips {
		if n := len(p.quantiles()); n > most {
			best, most = i, n
		}
	}
	return best
}

// Height is that of the strips and the axis.
func (c Percentiles) Height(width float64, look Look) float64 {
	if !c.drawn() {
		return emptyHeight(width, look, noPayWhy)
	}
	return c.draw(sane(width), 0, look).Height
}

// Layout draws the strips in the order given.
func (c Percentiles) Layout(width, height float64, look Look) Scene {
	if !c.drawn() {
		return empty(width, height, look, noPay, noPayWhy)
	}
	return c.draw(sane(width), height, look)
}

func (c Percentiles) draw(width, height float64, look Look) Scene {
	s := newSketch(width, look)
	g := c.grid(s)
	a := g.axis
	foot := 4.0
	for _, r := range g.rows {
		foot += r.height
	}
	natural := foot + 22*look.scale()
	extra := stretch(height, natural)
	apart := min(extra/float64(len(g.rows)), 24*look.scale())
	foot += apart * float64(len(g.rows))
	s.Height = natural + extra
	if !g.stacked {
		s.grid(a, 4, foot)
	}
	y := 4.0
	for i, r := range g.rows {
		c.drawStrip(s, g, r, i, y+apart/2)
		y += r.height + apart
	}
	s.tickWords(a, foot+12*look.scale())
	return s.Scene
}

// drawStrip draws one row. The box of a wider group is hollow.
func (c Percentiles) drawStrip(s *sketch, g stripGrid, r stripRow, i int, top float64) {
	k, a := s.look.scale(), g.axis
	middle := math.Round(top + r.bar)
	nameTop := middle - s.pitch(small)/2
	if g.stacked {
		nameTop = top
		s.grid(a, top+s.namingHeight(r.words), top+r.height)
	}
	s.setNaming(r.words, 0, nameTop)
	five := r.five()
	if lo, hi, ok := extent(five[0], five[1], five[2], five[3], five[4]); ok && hi > lo {
		s.add(rule{x: a.at(lo), y: middle - 1, length: a.at(hi) - a.at(lo), width: 2, token: "chart.bar"})
	}
	for _, v := range []*float64{five[0], five[4]} {
		if v != nil {
			s.add(rule{x: a.at(*v) - 1, y: middle - 5*k, length: 10 * k, upright: true, width: 2, token: "chart.bar"})
		}
	}
	if five[1] != nil && five[3] != nil && *five[1] <= *five[3] {
		b := box{Rect: Rect{a.at(*five[1]), middle - stripBar*k/2, max(a.at(*five[3])-a.at(*five[1]), 1), stripBar * k}, radius: 2, fill: "chart.bar"}
		if r.Group != "" {
			b.fill, b.edge, b.width = s.surface(), "chart.bar", 2
		}
		s.add(b)
	}
	if five[2] != nil {
		x, h := math.Round(a.at(*five[2])), (stripBar+4)*k
		s.add(box{Rect: Rect{x - 3, middle - h/2, 6, h}, fill: s.surface()})
		s.add(box{Rect: Rect{x - 1.5, middle - h/2, 3, h}, radius: 1, fill: "text"})
	}
	c.setValues(s, r, middle)
	s.Marks = append(s.Marks, Mark{Key: fmt.Sprintf("strip %d", i), Bounds: Rect{0, top, s.Width, r.height - 2}, Tip: r.tip()})
}

// setValues sets what the marks are above them, and their values below.
func (c Percentiles) setValues(s *sketch, r stripRow, middle float64) {
	half := stripBar * s.look.scale() / 2
	for i, at := range r.above {
		if at.row >= 0 {
			s.label(r.heads[i].body, at.x, middle-half-4-(float64(at.row)+0.5)*s.pitch(caption), left, caption, "text2")
		}
	}
	for i, at := range r.below {
		st := caption
		if i == 0 && r.Median != nil {
			st = captionStrong
		}
		if at.row >= 0 {
			x := at.x + (at.width-s.look.measure(r.values[i].body, st))/2
			s.label(r.values[i].body, within(x, s.look.measure(r.values[i].body, st), 0, s.Width), middle+half+3+(float64(at.row)+0.5)*s.pitch(caption), left, st, "text")
		}
	}
}
