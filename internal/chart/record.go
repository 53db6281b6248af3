package chart

import (
	"fmt"
	"math"
	"strings"

	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// Record returns what is painted at one pixel per DIP, one line per thing, and
// the marks: a picture as text, for goldens that show what changed.
func Record(s Scene, look Look) string {
	r := &recorder{strong: look.Fonts.Strong}
	fmt.Fprintf(&r.log, "scene %s × %s\n", trimmed(s.Width, 2), trimmed(s.Height, 2))
	p := pen{r, look, 1}
	for _, o := range s.ops {
		o.paint(p)
	}
	for _, m := range s.Marks {
		b := m.Bounds
		fmt.Fprintf(&r.log, "mark %q %s,%s %s×%s %s\n", m.Key, trimmed(b.X, 1), trimmed(b.Y, 1),
			trimmed(b.W, 1), trimmed(b.H, 1), strings.Join(m.Tip, " | "))
	}
	return r.log.String()
}

// recorder is a renderer that writes down what it is asked to paint. It knows
// the calls that a [pen] makes; another one panics, and wants to be recorded.
type recorder struct {
	gochart.Renderer

	log, path strings.Builder
	ink, line string
	width     float64
	dash      []float64
	letters   string
	size      float64
	weight    string
	strong    *truetype.Font
}

func (r *recorder) SetFillColor(c drawing.Color)         { r.ink = hex(c) }
func (r *recorder) SetStrokeColor(c drawing.Color)       { r.line = hex(c) }
func (r *recorder) SetStrokeWidth(width float64)         { r.width = width }
func (r *recorder) SetStrokeDashArray(lengths []float64) { r.dash = lengths }
func (r *recorder) SetFontColor(c drawing.Color)         { r.letters = hex(c) }
func (r *recorder) SetFontSize(size float64)             { r.size = size }
func (r *recorder) MoveTo(x, y int)                      { fmt.Fprintf(&r.path, " M%d,%d", x, y) }
func (r *recorder) LineTo(x, y int)                      { fmt.Fprintf(&r.path, " L%d,%d", x, y) }
func (r *recorder) Close()                               { r.path.WriteString(" Z") }

func (r *recorder) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	const degrees = 180 / math.Pi
	fmt.Fprintf(&r.path, " A%d,%d,%.4g,%.0f°,%.0f°", cx, cy, rx, start*degrees, delta*degrees)
}

func (r *recorder) SetFont(f *truetype.Font) {
	r.weight = "regular"
	if f == r.strong {
		r.weight = "strong"
	}
}

func (r *recorder) Fill() {
	fmt.Fprintf(&r.log, "fill %s%s\n", r.ink, r.path.String())
	r.path.Reset()
}

func (r *recorder) Stroke() {
	fmt.Fprintf(&r.log, "stroke %s %.4g", r.line, r.width)
	if len(r.dash) > 0 {
		fmt.Fprintf(&r.log, " dashed %v", r.dash)
	}
	fmt.Fprintf(&r.log, "%s\n", r.path.String())
	r.path.Reset()
}

func (r *recorder) Text(body string, x, y int) {
	fmt.Fprintf(&r.log, "text %d,%d %s %.4g %s %q\n", x, y, r.weight, r.size, r.letters, body)
}

// hex writes a color; one that lets through what lies below it with its alpha.
func hex(c drawing.Color) string {
	if c.A != 0xFF {
		return fmt.Sprintf("#%02X%02X%02X%02X", c.R, c.G, c.B, c.A)
	}
	return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
}
