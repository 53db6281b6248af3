package chart

import "math"

// op is one thing of a scene to paint.
type op interface {
	paint(p pen)
	// moved is the same thing at another place.
	moved(dx, dy float64) op
}

// box is a rectangle with round corners: filled, and hatched or outlined
// where a token says so. An outline runs inside the rectangle.
type box struct {
	Rect
	radius float64
	fill   string
	edge   string
	width  float64 // of the outline
	hatch  string
}

// rule is a straight horizontal or vertical line from a point. Its thickness
// lies below or right of it.
type rule struct {
	x, y, length float64
	upright      bool
	width        float64
	token        string
	dashed       bool
}

// stroke is a straight line of any direction between two points.
type stroke struct {
	x0, y0, x1, y1 float64
	width          float64
	token          string
	dashed         bool
}

// disc is a filled circle, with an outline inside it where a token says so.
type disc struct {
	x, y, radius float64
	fill, edge   string
	width        float64
}

// bubble is a circle that what lies below it shows through, with an outline
// around it. Without a fill it is only the outline.
type bubble struct {
	x, y, radius float64
	fill, edge   string
	opacity      float64 // of the fill
	width        float64
	dashed       bool
}

// shade is a rectangle in so much of one color, and the rest of another.
type shade struct {
	Rect
	radius     float64
	fill, over string
	part       float64 // of fill, 0 to 1
}

// wedge is a triangle that points up, as wide and high as its rectangle.
type wedge struct {
	Rect
	fill, edge string
	width      float64
}

// text is one line of text from a point on its baseline.
type text struct {
	x, y  float64
	width float64
	body  string
	style style
	size  float64 // in DIP, scaled by the look
	token string
}

// bounds is the room that the letters of a text take.
func (t text) bounds() Rect {
	return Rect{t.x, t.y - ascent*t.size, t.width, (ascent + descent) * t.size}
}

// align is the part of a text that stands at its x.
type align int

const (
	left align = iota
	center
	right
)

// sketch is a scene in the making.
type sketch struct {
	Scene
	look Look
}

func newSketch(width float64, look Look) *sketch {
	return &sketch{Scene: Scene{Width: width}, look: look}
}

func (s *sketch) add(o op) { s.ops = append(s.ops, o) }

// label sets one line of text, vertically centered on y, and returns its right
// end. The text has to fit: see [Look.fit].
func (s *sketch) label(body string, x, y float64, a align, st style, token string) float64 {
	if body == "" {
		return x
	}
	width := s.look.measure(body, st)
	switch a {
	case center:
		x -= width / 2
	case right:
		x -= width
	}
	size := st.size * s.look.scale()
	s.add(text{x, y + capHeight/2*size, width, body, st, size, token})
	return x + width
}

// lines sets text line by line, vertically centered on y as a block.
func (s *sketch) lines(bodies []string, x, y float64, a align, st style, token string) {
	pitch := s.pitch(st)
	top := y - pitch*float64(len(bodies)-1)/2
	for i, body := range bodies {
		s.label(body, x, top+float64(i)*pitch, a, st, token)
	}
}

// pitch is the distance of lines of text in a chart.
func (s *sketch) pitch(st style) float64 { return s.look.pitch(st) }

func (l Look) pitch(st style) float64 { return math.Round(st.size * 1.2 * l.scale()) }

func (s *sketch) across(x, y, length float64, token string) {
	s.add(rule{x: x, y: y, length: length, width: 1, token: token})
}

func (s *sketch) down(x, y, length float64, token string) {
	s.add(rule{x: x, y: y, length: length, width: 1, token: token, upright: true})
}

// within moves a span of some width so that it lies in lo…hi if it can.
func within(x, width, lo, hi float64) float64 {
	return max(lo, min(x, hi-width))
}

// Widths a chart lays itself out for; others are brought to the nearest.
const (
	leastWidth = 160
	mostWidth  = 8192
)

func sane(width float64) float64 {
	if math.IsNaN(width) {
		return leastWidth
	}
	return min(max(width, leastWidth), mostWidth)
}

// stretch returns how much higher than natural a scene becomes.
func stretch(height, natural float64) float64 {
	if !finite(height) {
		return 0
	}
	return max(height-natural, 0)
}

// empty is the scene of a chart that has nothing to draw: what is missing,
// and why.
func empty(width, height float64, look Look, what, why string) Scene {
	s := newSketch(sane(width), look)
	reasons := look.wrap(why, s.Width-16, caption, 3)
	natural := emptyHeight(width, look, why)
	s.Height = natural + stretch(height, natural)
	y := (s.Height - float64(len(reasons))*look.pitch(caption)) / 2
	s.label(look.fit(what, s.Width-16, smallStrong), s.Width/2, y, center, smallStrong, "text2")
	y += look.pitch(smallStrong)
	for _, line := range reasons {
		s.label(line, s.Width/2, y, center, caption, "text3")
		y += look.pitch(caption)
	}
	return s.Scene
}

func emptyHeight(width float64, look Look, why string) float64 {
	lines := len(look.wrap(why, sane(width)-16, caption, 3))
	return 32 + look.pitch(smallStrong) + float64(lines)*look.pitch(caption)
}
