package chart

import (
	"image"
	"image/color"
	"math"

	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// Hatching of displaced work in DIP, measured along a side of the bar: lines
// at 45° of 2 DIP, every 5.7.
const (
	hatchPeriod = 8.0
	hatchLine   = 2.83
	dashLength  = 3.0
)

// pen paints in DIP on a renderer that counts in pixels.
type pen struct {
	gochart.Renderer
	look  Look
	scale float64
}

// px brings a place to the pixel grid.
func (p pen) px(dip float64) int { return int(math.Round(dip * p.scale)) }

// thick is a width in whole pixels, at least one.
func (p pen) thick(dip float64) int { return max(1, p.px(dip)) }

func (p pen) color(token string) color.NRGBA {
	if c, ok := p.look.Palette[token]; ok {
		return c
	}
	return color.NRGBA{0x80, 0x80, 0x80, 0xFF}
}

func (p pen) ground(width, height int) {
	if p.look.Surface != "" {
		p.block(0, 0, width, height, 0, p.color(p.look.Surface))
	}
}

// fill fills the path that draw makes.
func (p pen) fill(c color.NRGBA, draw func()) {
	p.SetFillColor(drawing.Color{R: c.R, G: c.G, B: c.B, A: c.A})
	draw()
	p.Fill()
}

// block fills a rectangle with round corners.
func (p pen) block(x0, y0, x1, y1, radius int, c color.NRGBA) {
	if s, ok := p.Renderer.(stamper); ok {
		s.block(x0, y0, x1, y1, radius, c)
		return
	}
	p.fill(c, func() { p.corners(x0, y0, x1, y1, radius) })
}

// bars fills rectangles that do not overlap.
func (p pen) bars(bars []image.Rectangle, c color.NRGBA) {
	if s, ok := p.Renderer.(stamper); ok {
		for _, b := range bars {
			s.block(b.Min.X, b.Min.Y, b.Max.X, b.Max.Y, 0, c)
		}
		return
	}
	p.fill(c, func() {
		for _, b := range bars {
			p.corners(b.Min.X, b.Min.Y, b.Max.X, b.Max.Y, 0)
		}
	})
}

// circle fills a circle.
func (p pen) circle(x, y int, radius float64, c color.NRGBA) {
	if radius <= 0 {
		return
	}
	if s, ok := p.Renderer.(stamper); ok {
		s.circle(x, y, radius, c)
		return
	}
	p.fill(c, func() {
		// Circle of the renderer is not round.
		p.MoveTo(x+int(math.Round(radius)), y)
		p.ArcTo(x, y, radius, radius, 0, 2*math.Pi)
		p.Close()
	})
}

// corners makes the path of a rectangle with round corners. Its sides lie
// between pixels, and so are sharp.
func (p pen) corners(x0, y0, x1, y1, radius int) {
	radius = min(radius, (x1-x0)/2, (y1-y0)/2)
	if radius <= 0 {
		p.MoveTo(x0, y0)
		p.LineTo(x1, y0)
		p.LineTo(x1, y1)
		p.LineTo(x0, y1)
		p.Close()
		return
	}
	r := float64(radius)
	p.MoveTo(x0+radius, y0)
	p.LineTo(x1-radius, y0)
	p.ArcTo(x1-radius, y0+radius, r, r, -math.Pi/2, math.Pi/2)
	p.LineTo(x1, y1-radius)
	p.ArcTo(x1-radius, y1-radius, r, r, 0, math.Pi/2)
	p.LineTo(x0+radius, y1)
	p.ArcTo(x0+radius, y1-radius, r, r, math.Pi/2, math.Pi/2)
	p.LineTo(x0, y0+radius)
	p.ArcTo(x0+radius, y0+radius, r, r, math.Pi, math.Pi/2)
	p.Close()
}

func (b box) paint(p pen) {
	x0, y0, x1, y1 := p.px(b.X), p.px(b.Y), p.px(b.X+b.W), p.px(b.Y+b.H)
	if x1 <= x0 || y1 <= y0 {
		return
	}
	radius := p.px(b.radius)
	inset := func(c color.NRGBA, by int) {
		if x1-x0 > 2*by && y1-y0 > 2*by {
			p.block(x0+by, y0+by, x1-by, y1-by, radius-by, c)
		}
	}
	if b.edge == "" {
		inset(p.color(b.fill), 0)
		p.hatch(b.hatch, x0, y0, x1, y1, radius)
		return
	}
	// An outline of 1.5 pixels is one pixel, and one of half the color: the
	// outer side stays sharp.
	wide := b.width * p.scale
	if wide >= 1 {
		inset(p.color(b.edge), 0)
	}
	if part := wide - math.Floor(wide); part > 0 {
		inset(between(p.color(b.fill), p.color(b.edge), part), int(wide))
	}
	inset(p.color(b.fill), int(math.Ceil(wide)))
}

// hatch paints lines at 45° over a rectangle with round corners. At that angle
// they meet its sides between pixels.
func (p pen) hatch(token string, x0, y0, x1, y1, radius int) {
	if token == "" {
		return
	}
	period, line := max(2, p.px(hatchPeriod)), p.thick(hatchLine)
	outline := chamfered(x0, y0, x1, y1, radius)
	p.fill(p.color(token), func() {
		for k := x0 + y0 - line/2; k < x1+y1; k += period {
			stripe := clip(clip(outline, k, 1), k+line, -1)
			for i, v := range stripe {
				if i == 0 {
					p.MoveTo(v.X, v.Y)
				} else {
					p.LineTo(v.X, v.Y)
				}
			}
			if len(stripe) > 0 {
				p.Close()
			}
		}
	})
}

// chamfered is a rectangle with its corners cut off about as far as a radius
// takes of them.
func chamfered(x0, y0, x1, y1, radius int) []image.Point {
	radius = min(radius, (x1-x0)/2, (y1-y0)/2)
	c := int(math.Round(0.6 * float64(radius)))
	return []image.Point{
		{x0 + c, y0},
		{x1 - c, y0},
		{x1, y0 + c},
		{x1, y1 - c},
		{x1 - c, y1},
		{x0 + c, y1},
		{x0, y1 - c},
		{x0, y0 + c},
	}
}

// clip keeps the part of a convex polygon where x + y lies above k (side 1) or
// below it (side −1).
func clip(polygon []image.Point, k, side int) []image.Point {
	var kept []image.Point
	for i, a := range polygon {
		b := polygon[(i+1)%len(polygon)]
		da, db := side*(a.X+a.Y-k), side*(b.X+b.Y-k)
		if da >= 0 {
			kept = append(kept, a)
		}
		if da*db < 0 {
			t := float64(da) / float64(da-db)
			kept = append(kept, image.Point{
				X: a.X + int(math.Round(t*float64(b.X-a.X))),
				Y: a.Y + int(math.Round(t*float64(b.Y-a.Y))),
			})
		}
	}
	if len(kept) < 3 {
		return nil
	}
	return kept
}

func (l rule) paint(p pen) {
	x, y, thick, end := p.px(l.x), p.px(l.y), p.thick(l.width), p.px(l.x+l.length)
	if l.upright {
		end = p.px(l.y + l.length)
	}
	from := x
	if l.upright {
		from = y
	}
	if end <= from {
		return
	}
	dash := end - from
	if l.dashed {
		dash = p.thick(dashLength)
	}
	var bars []image.Rectangle
	for ; from < end; from += 2 * dash {
		if until := min(from+dash, end); l.upright {
			bars = append(bars, image.Rect(x, from, x+thick, until))
		} else {
			bars = append(bars, image.Rect(from, y, until, y+thick))
		}
	}
	p.bars(bars, p.color(l.token))
}

func (d disc) paint(p pen) {
	x, y, radius := p.px(d.x), p.px(d.y), d.radius*p.scale
	if d.edge == "" {
		p.circle(x, y, radius, p.color(d.fill))
		return
	}
	p.circle(x, y, radius, p.color(d.edge))
	p.circle(x, y, radius-d.width*p.scale, p.color(d.fill))
}

// outline draws the path that draw makes as a line, in dashes of a length if
// there is one.
func (p pen) outline(token string, width, dash float64, draw func()) {
	c := p.color(token)
	p.SetStrokeColor(drawing.Color{R: c.R, G: c.G, B: c.B, A: c.A})
	p.SetStrokeWidth(width * p.scale)
	p.SetStrokeDashArray(nil)
	if dash > 0 {
		p.SetStrokeDashArray([]float64{dash * p.scale, dashLength * p.scale})
	}
	draw()
	p.Stroke()
}

func (l stroke) paint(p pen) {
	dash := 0.0
	if l.dashed {
		dash = 2 * dashLength // a slanted line has no pixels to lose between dashes
	}
	p.outline(l.token, l.width, dash, func() {
		p.MoveTo(p.px(l.x0), p.px(l.y0))
		p.LineTo(p.px(l.x1), p.px(l.y1))
	})
}

func (b bubble) paint(p pen) {
	x, y, radius := p.px(b.x), p.px(b.y), b.radius*p.scale
	if b.fill != "" {
		c := p.color(b.fill)
		c.A = uint8(math.Round(b.opacity * 255))
		p.circle(x, y, radius, c)
	}
	dash := 0.0
	if b.dashed {
		dash = dashLength
	}
	p.outline(b.edge, b.width, dash, func() {
		p.MoveTo(x+int(math.Round(radius)), y)
		p.ArcTo(x, y, radius, radius, 0, 2*math.Pi)
	})
}

func (b shade) paint(p pen) {
	c := between(p.color(b.over), p.color(b.fill), b.part)
	p.block(p.px(b.X), p.px(b.Y), p.px(b.X+b.W), p.px(b.Y+b.H), p.px(b.radius), c)
}

func (w wedge) paint(p pen) {
	triangle := func(c color.NRGBA, x0, y0, x1, y1 int) {
		p.fill(c, func() {
			p.MoveTo(x0, y1)
			p.LineTo((x0+x1)/2, y0)
			p.LineTo(x1, y1)
			p.Close()
		})
	}
	x0, y0, x1, y1 := p.px(w.X), p.px(w.Y), p.px(w.X+w.W), p.px(w.Y+w.H)
	if (x1-x0)%2 != 0 {
		x1++ // the tip lies between pixels
	}
	if w.edge == "" {
		triangle(p.color(w.fill), x0, y0, x1, y1)
		return
	}
	triangle(p.color(w.edge), x0, y0, x1, y1)
	// Insets that leave an outline of the same width along all three sides of
	// a triangle about as high as wide.
	t := p.thick(w.width)
	side, top := int(math.Round(1.62*float64(t))), int(math.Round(2.24*float64(t)))
	if x1-x0 > 2*side && y1-y0 > top+t {
		triangle(p.color(w.fill), x0+side, y0+top, x1-side, y1-t)
	}
}

func (t text) paint(p pen) {
	c := p.color(t.token)
	p.SetFont(p.look.font(t.style))
	p.SetFontSize(t.size * p.scale)
	p.SetFontColor(drawing.Color{R: c.R, G: c.G, B: c.B, A: c.A})
	p.Text(t.body, p.px(t.x), p.px(t.y))
}

// between is so much of b, and the rest of a.
func between(a, b color.NRGBA, part float64) color.NRGBA {
	blend := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*part)) }
	return color.NRGBA{blend(a.R, b.R), blend(a.G, b.G), blend(a.B, b.B), blend(a.A, b.A)}
}
