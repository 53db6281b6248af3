package chart

import (
	"bytes"
	"errors"
	"fmt"
	"image/png"
)

// Export is a chart that leaves the program, with the line that credits its
// sources.
type Export struct {
	Chart

	Credit string // empty leaves the line out
}

// Measures of a sheet in DIP.
const (
	sheetMargin = 16.0
	sheetGap    = 10.0
)

var sheetTitle = style{13, true}

// Sheet lays out a chart as it is exported: title, caption, drawing, and below
// it the credit line of an [Export]. The width is that of the whole.
func Sheet(c Chart, width float64, look Look) Scene {
	drawing := c.Layout(sane(width)-2*sheetMargin, 0, look)
	s := newSketch(drawing.Width+2*sheetMargin, look)
	room := drawing.Width
	y := s.paragraph(c.Title(), sheetMargin, room, sheetTitle, "text") + 2
	y = s.paragraph(c.Caption(), y, room, caption, "text3") + sheetGap
	for _, o := range drawing.ops {
		s.add(o.moved(sheetMargin, y))
	}
	for _, m := range drawing.Marks {
		m.Bounds = m.Bounds.moved(sheetMargin, y)
		s.Marks = append(s.Marks, m)
	}
	y += drawing.Height
	if e, ok := c.(Export); ok && tidy(e.Credit) != "" {
		y = s.paragraph(e.Credit, y+sheetGap, room, caption, "text3")
	}
	s.Height = y + sheetMargin
	return s.Scene
}

// paragraph sets text from a top edge on as many lines as it takes, and returns
// where it ends.
func (s *sketch) paragraph(body string, top, width float64, st style, token string) float64 {
	const all = 1000
	for _, line := range s.look.wrap(body, width, st, all) {
		top += s.pitch(st)
		s.label(line, sheetMargin, top-s.pitch(st)/2, left, st, token)
	}
	return top
}

// defaultScale is how many pixels to a DIP an exported picture has.
const defaultScale = 2

// PNG returns the sheet of a chart as a picture, at a scale in pixels per DIP;
// 0 is 2. A side has at most 4096 pixels: a larger sheet has a smaller scale.
func PNG(c Chart, width float64, look Look, scale float64) ([]byte, error) {
	if scale == 0 {
		scale = defaultScale
	}
	look = look.opaque()
	picture, err := Image(Sheet(c, width, look), look, scale)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		return nil, fmt.Errorf("chart: write the picture: %w", err)
	}
	return b.Bytes(), nil
}

// opaque is the look with a ground: a picture is seen on any.
func (l Look) opaque() Look {
	if l.Surface == "" {
		l.Surface = "bg"
	}
	return l
}

// ready reports what a look lacks to set labels.
func (l Look) ready() error {
	if l.Fonts.Regular == nil || l.Fonts.Strong == nil {
		return errors.New("chart: no fonts to set the labels in; give Look the fonts from ParseFonts")
	}
	return nil
}

func (r Rect) moved(dx, dy float64) Rect { return Rect{r.X + dx, r.Y + dy, r.W, r.H} }

func (b box) moved(dx, dy float64) op   { b.Rect = b.Rect.moved(dx, dy); return b }
func (b shade) moved(dx, dy float64) op { b.Rect = b.Rect.moved(dx, dy); return b }
func (w wedge) moved(dx, dy float64) op { w.Rect = w.Rect.moved(dx, dy); return w }
func (l rule) moved(dx, dy float64) op  { l.x, l.y = l.x+dx, l.y+dy; return l }
func (d disc) moved(dx, dy float64) op  { d.x, d.y = d.x+dx, d.y+dy; return d }
func (b bubble) moved(dx, dy float64) op {
	b.x, b.y = b.x+dx, b.y+dy
	return b
}
func (t text) moved(dx, dy float64) op { t.x, t.y = t.x+dx, t.y+dy; return t }

func (l stroke) moved(dx, dy float64) op {
	l.x0, l.y0, l.x1, l.y1 = l.x0+dx, l.y0+dy, l.x1+dx, l.y1+dy
	return l
}
