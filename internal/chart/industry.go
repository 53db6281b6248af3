package chart

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"nextrole"
)

// IndustryBars shows median pay by industry, the highest first, and how many of
// the role's jobs each industry has.
type IndustryBars struct {
	Bars []Industry
	All  *float64 // median of all industries; nil where not given
	AsOf string   // "BLS, May 2021"
}

// Industry is the part of a role that works in one industry.
type Industry struct {
	Name       string
	Pay, Share *float64 // dollars; percent of the role's jobs; nil: not given
}

var _ Chart = IndustryBars{}

const (
	noIndustry    = "No pay by industry to show"
	noIndustryWhy = "No source gives pay by industry for this role."
)

func (i Industry) name() string    { return orUnnamed(i.Name, "Unnamed industry") }
func (i Industry) pay() *float64   { return pay(i.Pay) }
func (i Industry) share() *float64 { return known(i.Share, 0, 100) }

// sorted returns the industries by pay; those without pay come last.
func (c IndustryBars) sorted() []Industry {
	bars := slices.Clone(c.Bars)
	slices.SortStableFunc(bars, func(a, b Industry) int {
		if p, q := a.pay(), b.pay(); p != nil && q != nil {
			return cmp.Compare(*q, *p)
		} else if p != nil {
			return -1
		} else if q != nil {
			return 1
		}
		return 0
	})
	return bars
}

func (c IndustryBars) drawn() bool {
	return slices.ContainsFunc(c.Bars, func(i Industry) bool { return i.pay() != nil })
}

// Title tells what the industry with the most of the jobs pays.
func (c IndustryBars) Title() string {
	if !c.drawn() {
		return "Pay by industry"
	}
	bars := c.sorted()
	var largest *Industry
	for i := range bars {
		if v := bars[i].share(); v != nil && bars[i].pay() != nil && (largest == nil || *v > *largest.share()) {
			largest = &bars[i]
		}
	}
	if all := pay(c.All); largest != nil && all != nil {
		how := "pay like all industries together"
		switch p := *largest.pay(); {
		case nextrole.Money(p) == nextrole.Money(*all):
		case p < *all:
			how = "pay below that of all industries together"
		default:
			how = "pay above that of all industries together"
		}
		return fmt.Sprintf("%s: %s of jobs, %s", largest.name(), titled(*largest.share()), how)
	}
	if len(bars) > 1 && bars[1].pay() != nil && nextrole.Money(*bars[0].pay()) != nextrole.Money(*bars[1].pay()) {
		return fmt.Sprintf("Highest pay: %s, %s", bars[0].name(), nextrole.Money(*bars[0].pay()))
	}
	return "Pay by industry"
}

// Caption names the measure.
func (c IndustryBars) Caption() string {
	return Origin{AsOf: tidy(c.AsOf)}.caption("Median yearly pay by industry, in dollars")
}

// Sentence tells the industries from the highest pay down.
func (c IndustryBars) Sentence() string {
	if !c.drawn() {
		return "Pay by industry: " + lower(noIndustry) + ". " + noIndustryWhy
	}
	text := "Median yearly pay by industry"
	if all := pay(c.All); all != nil {
		text += "; all industries " + nextrole.Money(*all)
	}
	for i, b := range c.sorted() {
		sep := "; "
		if i == 0 {
			sep = ": "
		}
		text += sep + b.name() + " " + given(b.pay(), nextrole.Money)
		if v := b.share(); v != nil {
			text += ", " + percent(*v) + " of jobs"
		}
	}
	return text + "."
}

// Table lists the industries in the order of the chart.
func (c IndustryBars) Table() Table {
	t := Table{Header: []string{"Industry", "Median pay ($)", "Share of jobs (%)"}}
	for _, b := range c.sorted() {
		t.Rows = append(t.Rows, []string{b.name(), given(b.pay(), nextrole.Count), given(b.share(), plain)})
	}
	if all := pay(c.All); all != nil {
		t.Rows = append(t.Rows, []string{"All industries", nextrole.Count(*all), ""})
	}
	return t
}

func (c IndustryBars) tip(b Industry) []string {
	tip := []string{b.name(), "Median pay: " + given(b.pay(), nextrole.Money)}
	if all, p := pay(c.All), b.pay(); all != nil && p != nil {
		tip[1] += ", " + nextrole.SignedMoney(math.Round(*p/10)*10-math.Round(*all/10)*10) + " against all industries"
	}
	return append(tip, "Share of jobs: "+given(b.share(), percent))
}

// industryGrid is where the columns and rows lie, in DIP.
type industryGrid struct {
	stacked     bool
	names       []naming
	nameW       float64
	bars        axis
	pay, share  float64 // right ends of the columns; share is 0 without one
	top, bottom float64
	rows        []float64
	flag        []flag
	spot        []spot
}

const (
	industryBar = 15.0
	payHead     = "Median"
	shareHead   = "Share of jobs"
)

func (c IndustryBars) grid(s *sketch, bars []Industry) industryGrid {
	k := s.look.scale()
	g := industryGrid{stacked: s.Width < stackedBelow*k, pay: s.Width}
	payW, most := s.look.measure(payHead, caption), 1.0
	var names []string
	for _, b := range bars {
		names = append(names, b.name())
		payW = max(payW, s.look.measure(given(b.pay(), nextrole.Money), smallStrong))
		if p := b.pay(); p != nil {
			most = max(most, *p)
		}
		if b.share() != nil {
			g.share = s.Width
			g.pay = s.Width - s.look.measure(shareHead, caption) - 14
		}
	}
	if all := pay(c.All); all != nil {
		most = max(most, *all)
	}
	from := 0.0
	g.nameW = s.Width
	if !g.stacked {
		g.nameW = s.nameColumn(names, small, 0.36)
		from = math.Round(g.nameW + 12)
	}
	g.bars = axis{from: 0, to: most, x: from, width: max(g.pay-payW-14-from, 8)}
	g.top = float64(c.placeAll(s, &g, g.pay-payW-8))*s.pitch(caption) + 6
	g.bottom = g.top + 4
	for _, name := range names {
		n := s.naming(name, "", false, g.nameW)
		row := max(s.namingHeight(n)+8, 30*k)
		if g.stacked {
			row = s.namingHeight(n) + max(industryBar*k, s.pitch(small)) + 12
		}
		g.names, g.rows = append(g.names, n), append(g.rows, row)
		g.bottom += row
	}
	return g
}

// placeAll finds room for the words at the median of all industries: up to the
// heads of the columns, else in a row of their own. It returns the rows of the
// header.
func (c IndustryBars) placeAll(s *sketch, g *industryGrid, until float64) int {
	all := pay(c.All)
	if all == nil {
		return 1
	}
	g.flag = []flag{{at: g.bars.at(*all), body: "all " + nextrole.Money(*all)}}
	if g.spot = s.placeIn(span{0, until}, g.flag, caption, 1); g.spot[0].row >= 0 {
		return 1
	}
	g.spot = s.place(g.flag, caption, 1)
	return 2
}

// Height is that of a header and a row for each industry.
func (c IndustryBars) Height(width float64, look Look) float64 {
	if !c.drawn() {
		return emptyHeight(width, look, noIndustryWhy)
	}
	return c.grid(newSketch(sane(width), look), c.sorted()).bottom
}

// Layout draws the industries in the order of [IndustryBars.Table].
func (c IndustryBars) Layout(width, height float64, look Look) Scene {
	if !c.drawn() {
		return empty(width, height, look, noIndustry, noIndustryWhy)
	}
	s := newSketch(sane(width), look)
	bars := c.sorted()
	g := c.grid(s, bars)
	s.Height = g.bottom + stretch(height, g.bottom)
	apart := min(stretch(height, g.bottom)/float64(len(bars)), 12*look.scale())
	y := s.pitch(caption) / 2
	s.label(payHead, g.pay, y, right, caption, "text2")
	if g.share > 0 {
		s.label(shareHead, g.share, y, right, caption, "text2")
	}
	at := g.top
	for i, b := range bars {
		c.drawIndustry(s, g, b, i, Rect{0, at, s.Width, g.rows[i] + apart})
		at += g.rows[i] + apart
	}
	if !g.stacked {
		s.down(g.bars.x, g.top, at-g.top, "chart.axis")
	}
	c.drawAll(s, g, at)
	return s.Scene
}

// drawIndustry draws one row: name, bar, pay and share.
func (c IndustryBars) drawIndustry(s *sketch, g industryGrid, b Industry, i int, r Rect) {
	k := s.look.scale()
	middle := r.Y + r.H/2
	nameTop := middle - s.namingHeight(g.names[i])/2
	if g.stacked {
		nameTop = r.Y + 5
		middle = nameTop + s.namingHeight(g.names[i]) + 2 + max(industryBar*k, s.pitch(small))/2
		s.down(g.bars.x, middle-industryBar*k/2-2, industryBar*k+4, "chart.axis")
	}
	s.setNaming(g.names[i], 0, nameTop)
	st, token := small, "text2"
	if p := b.pay(); p != nil {
		st, token = smallStrong, "text"
		s.add(box{Rect: Rect{g.bars.x + 1, middle - industryBar*k/2, max(g.bars.at(*p)-g.bars.x-1, 1), industryBar * k}, radius: 2, fill: "chart.bar"})
	}
	if g.stacked {
		s.allLine(g, middle-industryBar*k/2-3, middle+industryBar*k/2+3)
	}
	s.label(given(b.pay(), nextrole.Money), g.pay, middle, right, st, token)
	if g.share > 0 {
		share := "–"
		if v := b.share(); v != nil {
			share = percent(*v)
		}
		s.label(share, g.share, middle, right, small, "text2")
	}
	s.Marks = append(s.Marks, Mark{Key: "industry " + b.name(), Bounds: r, Tip: c.tip(b)})
}

// drawAll draws the median of all industries as a dashed line over the bars.
func (c IndustryBars) drawAll(s *sketch, g industryGrid, foot float64) {
	if len(g.flag) == 0 {
		return
	}
	y := g.top - 4 - s.pitch(caption)/2
	if g.spot[0].row >= 0 {
		s.label(g.flag[0].body, g.spot[0].x, y, left, caption, "text2")
	}
	if !g.stacked {
		s.allLine(g, g.top-3, foot)
	}
}

// allLine draws a piece of the line at the median of all industries.
func (s *sketch) allLine(g industryGrid, top, foot float64) {
	if len(g.flag) > 0 {
		s.add(rule{x: min(g.flag[0].at, s.Width-1), y: top, length: foot - top, upright: true, width: 1, token: "text", dashed: true})
	}
}
