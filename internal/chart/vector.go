package chart

import (
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// vectorScale is how many steps of the grid that a [pen] draws on make a DIP in
// an SVG: finer than a pixel, since it is also printed.
const vectorScale = 4

// fontFamily names the typeface, and what to take where it is missing.
const fontFamily = "Inter, 'Noto Sans', Arial, sans-serif"

// SVG returns the sheet of a chart as an SVG document. Text stays text, in
// [fontFamily].
//
// It has a renderer of its own because go-chart's does not escape text.
func SVG(c Chart, width float64, look Look) ([]byte, error) {
	if err := look.ready(); err != nil {
		return nil, err
	}
	look = look.opaque()
	s := Sheet(c, width, look)
	v := &vector{look: look}
	w, h := trimmed(s.Width, 2), trimmed(s.Height, 2)
	fmt.Fprintf(&v.out, `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="%s" height="%s" viewBox="0 0 %s %s" font-family="%s">`+"\n",
		w, h, w, h, fontFamily)
	fmt.Fprintf(&v.out, "<title>%s</title>\n<desc>%s</desc>\n", escaped(c.Title()), escaped(c.Sentence()))
	p := pen{v, look, vectorScale}
	p.ground(p.px(s.Width), p.px(s.Height))
	for _, o := range s.ops {
		o.paint(p)
	}
	v.out.WriteString("</svg>\n")
	return []byte(v.out.String()), nil
}

// escaped makes text fit to stand in XML: without control characters and
// without what is no character, with its markup escaped.
func escaped(body string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(printable(body))) // a strings.Builder reports no errors
	return b.String()
}

// printable leaves out what cannot be in XML.
func printable(body string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == utf8.RuneError, r&0xFFFE == 0xFFFE:
			return -1
		}
		return r
	}, body)
}

// vector is a renderer that writes SVG. It knows the calls that a [pen] makes.
type vector struct {
	gochart.Renderer

	out, path  strings.Builder
	look       Look
	ink, line  drawing.Color
	width      float64
	dash       []float64
	letters    drawing.Color
	size       float64
	strong     bool
	penX, penY string // where the path has come to
}

func (v *vector) SetFillColor(c drawing.Color)         { v.ink = c }
func (v *vector) SetStrokeColor(c drawing.Color)       { v.line = c }
func (v *vector) SetStrokeWidth(width float64)         { v.width = width }
func (v *vector) SetStrokeDashArray(lengths []float64) { v.dash = lengths }
func (v *vector) SetFontColor(c drawing.Color)         { v.letters = c }
func (v *vector) SetFontSize(size float64)             { v.size = size }
func (v *vector) SetFont(f *truetype.Font)             { v.strong = f == v.look.Fonts.Strong }
func (v *vector) MoveTo(x, y int)                      { v.to("M", float64(x), float64(y)) }
func (v *vector) LineTo(x, y int)                      { v.to("L", float64(x), float64(y)) }
func (v *vector) Close()                               { v.path.WriteString("Z") }

// dip writes a length of the grid in DIP.
func dip(steps float64) string {
	return strconv.FormatFloat(math.Round(steps/vectorScale*100)/100, 'f', -1, 64)
}

func (v *vector) to(how string, x, y float64) {
	v.penX, v.penY = dip(x), dip(y)
	fmt.Fprintf(&v.path, "%s%s %s", how, v.penX, v.penY)
}

// ArcTo goes on to the start of an arc and along it. A full circle is two arcs:
// one that ends where it starts would not be drawn.
func (v *vector) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	at := func(angle float64) (x, y float64) {
		return float64(cx) + rx*math.Cos(angle), float64(cy) + ry*math.Sin(angle)
	}
	x, y := at(start)
	switch {
	case v.path.Len() == 0:
		v.to("M", x, y)
	case dip(x) != v.penX || dip(y) != v.penY:
		v.to("L", x, y)
	}
	parts := int(math.Ceil(math.Abs(delta) / math.Pi))
	for i := 1; i <= parts; i++ {
		sweep := 0
		if delta > 0 {
			sweep = 1
		}
		x, y := at(start + delta*float64(i)/float64(parts))
		v.penX, v.penY = dip(x), dip(y)
		fmt.Fprintf(&v.path, "A%s %s 0 0 %d %s %s", dip(rx), dip(ry), sweep, v.penX, v.penY)
	}
}

func (v *vector) Fill() {
	fmt.Fprintf(&v.out, `<path d="%s" fill="%s"%s/>`+"\n", v.path.String(), opaqueHex(v.ink), opacity("fill", v.ink))
	v.path.Reset()
}

func (v *vector) Stroke() {
	fmt.Fprintf(&v.out, `<path d="%s" fill="none" stroke="%s"%s stroke-width="%s"`, v.path.String(), opaqueHex(v.line), opacity("stroke", v.line), dip(v.width))
	if len(v.dash) > 0 {
		lengths := make([]string, len(v.dash))
		for i, d := range v.dash {
			lengths[i] = dip(d)
		}
		fmt.Fprintf(&v.out, ` stroke-dasharray="%s"`, strings.Join(lengths, " "))
	}
	v.out.WriteString("/>\n")
	v.path.Reset()
}

// Text sets one line. Its length is given, so that words keep their room where
// another typeface has to stand in.
func (v *vector) Text(body string, x, y int) {
	size := v.size / vectorScale
	weight := 400
	if v.strong {
		weight = 600
	}
	body = printable(body)
	width := v.look.unscaled().measure(body, style{size, v.strong})
	fmt.Fprintf(&v.out, `<text x="%s" y="%s" font-size="%s" font-weight="%d" fill="%s" textLength="%s">%s</text>`+"\n",
		dip(float64(x)), dip(float64(y)), trimmed(size, 2), weight, opaqueHex(v.letters), trimmed(width, 2), escaped(body))
}

// unscaled is the look at the scale of the design.
func (l Look) unscaled() Look {
	l.Text = 1
	return l
}

// opaqueHex writes a color without its alpha.
func opaqueHex(c drawing.Color) string {
	c.A = 0xFF
	return hex(c)
}

// opacity writes the alpha of a color that has one, as an attribute.
func opacity(of string, c drawing.Color) string {
	if c.A == 0xFF {
		return ""
	}
	return fmt.Sprintf(` %s-opacity="%s"`, of, trimmed(float64(c.A)/255, 2))
}
