package chart

import (
	"fmt"
	"math"
	"strings"

	"nextrole"
)

// Ratings shows how high each of several things is rated in one role: skills by
// importance, interests, the part of workers who name a level of education. The
// order is the caller's.
type Ratings struct {
	Name        string // "Skills"
	Measure     string // "Importance, 1 to 5"
	Unit        string // after a value: "%"
	Least, Most float64
	AsOf        string // "O*NET 30.1"
	Items       []Rated
}

// Rated is one of the things.
type Rated struct {
	Name   string
	Value  *float64 // nil: not rated
	Detail string   // beside the value: "level 4.9 of 7"
}

var _ Chart = Ratings{}

const (
	noRatings    = "No ratings to show"
	noRatingsWhy = "Nobody has rated them for this role."
)

// Weight orders things by their rating: those without one come last.
func (r Rated) Weight() float64 {
	if r.Value == nil {
		return math.Inf(-1)
	}
	return *r.Value
}

func (r Rated) name() string { return orUnnamed(r.Name, "Unnamed") }

// value is a rating that lies on the scale; on none nothing does.
func (c Ratings) value(r Rated) *float64 {
	if !(c.Most > c.Least) {
		return nil
	}
	return known(r.Value, c.Least, c.Most)
}

// say writes a rating: to one decimal, or in whole percent.
func (c Ratings) say(v float64) string {
	if c.Unit != "" {
		return nextrole.Decimal(v, 0) + c.Unit
	}
	return nextrole.Decimal(v, 1)
}

func (c Ratings) drawn() bool { return c.highest() != nil }

// highest is the item with the highest rating, the first of several; nil where
// nothing is rated.
func (c Ratings) highest() *Rated {
	var top *Rated
	for i := range c.Items {
		if v := c.value(c.Items[i]); v != nil && (top == nil || *v > *top.Value) {
			top = &c.Items[i]
		}
	}
	return top
}

// Title names what is rated highest, if it is alone.
func (c Ratings) Title() string {
	name := orUnnamed(c.Name, "Ratings")
	top := c.highest()
	if top == nil || len(c.Items) < 2 {
		return name
	}
	for i := range c.Items {
		if v := c.value(c.Items[i]); &c.Items[i] != top && v != nil && c.say(*v) == c.say(*top.Value) {
			return name
		}
	}
	if c.Unit == "%" {
		return fmt.Sprintf("%s: most often %s, %s", name, lower(top.name()), c.say(*top.Value))
	}
	return fmt.Sprintf("%s: %s is highest, %s", name, top.name(), c.say(*top.Value))
}

// Caption names the measure.
func (c Ratings) Caption() string {
	return Origin{AsOf: tidy(c.AsOf)}.caption(orUnnamed(c.Measure, "Rating"))
}

// Sentence tells the ratings in order.
func (c Ratings) Sentence() string {
	name := orUnnamed(c.Name, "Ratings")
	if !c.drawn() {
		return name + ": " + lower(noRatings) + ". " + noRatingsWhy
	}
	parts := make([]string, len(c.Items))
	for i, r := range c.Items {
		parts[i] = r.name() + " " + notRated(c.value(r), c.say)
	}
	return fmt.Sprintf("%s, %s: %s.", name, lower(tidy(c.Measure)), strings.Join(parts, ", "))
}

// notRated writes a rating, or says that there is none.
func notRated(v *float64, say func(float64) string) string {
	if v == nil {
		return "not rated"
	}
	return say(*v)
}

// Table lists the ratings in order.
func (c Ratings) Table() Table {
	t := Table{Header: []string{orUnnamed(c.Name, "Ratings"), tidy(c.Measure), "Detail"}}
	for _, r := range c.Items {
		t.Rows = append(t.Rows, []string{r.name(), notRated(c.value(r), plain), tidy(r.Detail)})
	}
	return t
}

func (c Ratings) tip(r Rated) []string {
	tip := []string{r.name(), tidy(c.Measure) + ": " + notRated(c.value(r), plain) + c.Unit}
	if detail := tidy(r.Detail); detail != "" {
		tip = append(tip, nextrole.Capital(detail))
	}
	return tip
}

// ratingGrid is where the columns and rows lie, in DIP.
type ratingGrid struct {
	stacked bool
	names   []naming
	bars    axis
	value   float64 // right end
	rows    []float64
	bottom  float64
}

const ratingBar = 10.0

func (c Ratings) grid(s *sketch) ratingGrid {
	k := s.look.scale()
	g := ratingGrid{stacked: s.Width < 300*k, value: s.Width}
	valueW := 0.0
	names := make([]string, len(c.Items))
	for i, r := range c.Items {
		names[i] = r.name()
		valueW = max(valueW, s.look.measure(notRated(c.value(r), c.say), smallStrong))
	}
	nameW, from := s.Width, 0.0
	if !g.stacked {
		nameW = s.nameColumn(names, small, 0.55)
		from = math.Round(nameW + 12)
	}
	g.bars = axis{from: min(c.Least, 0), to: c.Most, x: from, width: max(s.Width-valueW-12-from, 8)}
	for _, name := range names {
		n := s.naming(name, "", false, nameW)
		row := max(s.namingHeight(n)+5, 22*k)
		if g.stacked {
			row = s.namingHeight(n) + max(ratingBar*k, s.pitch(small)) + 8
		}
		g.names, g.rows = append(g.names, n), append(g.rows, row)
		g.bottom += row
	}
	return g
}

// Height is that of a row for each item.
func (c Ratings) Height(width float64, look Look) float64 {
	if !c.drawn() {
		return emptyHeight(width, look, noRatingsWhy)
	}
	return c.grid(newSketch(sane(width), look)).bottom
}

// Layout draws the items in the order of [Ratings.Table].
func (c Ratings) Layout(width, height float64, look Look) Scene {
	if !c.drawn() {
		return empty(width, height, look, noRatings, noRatingsWhy)
	}
	s := newSketch(sane(width), look)
	g := c.grid(s)
	s.Height = g.bottom + stretch(height, g.bottom)
	at := 0.0
	for i, r := range c.Items {
		c.drawItem(s, g, r, i, Rect{0, at, s.Width, g.rows[i]})
		at += g.rows[i]
	}
	return s.Scene
}

// drawItem draws one row: name, bar on its track, and rating.
func (c Ratings) drawItem(s *sketch, g ratingGrid, r Rated, i int, row Rect) {
	k := s.look.scale()
	middle := row.Y + row.H/2
	nameTop := middle - s.namingHeight(g.names[i])/2
	if g.stacked {
		nameTop = row.Y + 3
		middle = nameTop + s.namingHeight(g.names[i]) + 2 + max(ratingBar*k, s.pitch(small))/2
	}
	s.setNaming(g.names[i], 0, nameTop)
	bar := Rect{g.bars.x, middle - ratingBar*k/2, g.bars.width, ratingBar * k}
	s.add(box{Rect: bar, radius: 2, fill: "track"})
	style, token := small, "text2"
	if v := c.value(r); v != nil {
		style, token = smallStrong, "text"
		bar.W = max(g.bars.at(*v)-g.bars.x, 1)
		s.add(box{Rect: bar, radius: 2, fill: "chart.bar"})
	}
	s.label(notRated(c.value(r), c.say), g.value, middle, right, style, token)
	s.Marks = append(s.Marks, Mark{Key: fmt.Sprintf("item %d", i), Bounds: row, Tip: c.tip(r)})
}
