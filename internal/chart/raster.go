package chart

import (
	"image"
	"image/color"
	"math"

	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
	"golang.org/x/image/math/fixed"
)

// stamper is a renderer that has shorter ways than a path to the shapes that a
// chart has most of.
type stamper interface {
	// block fills a rectangle with round corners.
	block(x0, y0, x1, y1, radius int, c color.NRGBA)
	// circle fills a circle around a corner of pixels.
	circle(x, y int, radius float64, c color.NRGBA)
}

// raster is go-chart's raster renderer but for letters, blocks and circles,
// which it stamps on the pixels itself. What it paints is the same.
type raster struct {
	gochart.Renderer

	pixels  *image.RGBA
	masks   *masks
	font    *truetype.Font
	size    fixed.Int26_6
	letters color.NRGBA
	err     error
}

func newRaster(r gochart.Renderer, pixels *image.RGBA, fonts Fonts) *raster {
	kept := fonts.masks
	if kept == nil {
		kept = newMasks()
	}
	return &raster{Renderer: r, pixels: pixels, masks: kept}
}

func (r *raster) SetFont(f *truetype.Font)     { r.font = f }
func (r *raster) SetFontSize(size float64)     { r.size = fixed.Int26_6(size * 64) }
func (r *raster) SetFontColor(c drawing.Color) { r.letters = color.NRGBA(c) }

// Text stamps a line of text, each letter at the nearest quarter of a pixel.
func (r *raster) Text(body string, x, y int) {
	at := float64(x)
	prev, first := truetype.Index(0), true
	for _, letter := range body {
		glyph := r.font.Index(letter)
		if !first {
			at += float64(r.font.Kern(r.size, prev, glyph)) / 64
		}
		quarters := int(math.Round(at * 4))
		whole := quarters >> 2
		r.stamp(shape{font: r.font, glyph: glyph, size: r.size, quarter: quarters & 3}, whole, y, r.pixels.Rect, r.letters)
		at += float64(r.font.HMetric(r.size, glyph).AdvanceWidth) / 64
		prev, first = glyph, false
	}
}

func (r *raster) circle(x, y int, radius float64, c color.NRGBA) {
	r.stamp(shape{radius: radius}, x, y, r.pixels.Rect, c)
}

func (r *raster) block(x0, y0, x1, y1, radius int, c color.NRGBA) {
	radius = max(min(radius, (x1-x0)/2, (y1-y0)/2), 0)
	r.even(image.Rect(x0+radius, y0, x1-radius, y0+radius), c)
	r.even(image.Rect(x0, y0+radius, x1, y1-radius), c)
	r.even(image.Rect(x0+radius, y1-radius, x1-radius, y1), c)
	if radius == 0 {
		return
	}
	quarter := shape{radius: float64(radius)}
	for _, x := range [][2]int{{x0, x0 + radius}, {x1 - radius, x1 - radius}} {
		for _, y := range [][2]int{{y0, y0 + radius}, {y1 - radius, y1 - radius}} {
			r.stamp(quarter, x[1], y[1], image.Rect(x[0], y[0], x[0]+radius, y[0]+radius), c)
		}
	}
}

// even fills a rectangle of whole pixels.
func (r *raster) even(b image.Rectangle, c color.NRGBA) {
	b = b.Intersect(r.pixels.Rect)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		row := r.pixels.Pix[r.pixels.PixOffset(b.Min.X, y):][:4*b.Dx()]
		if c.A < 0xFF {
			for i := 0; i < len(row); i += 4 {
				over(row[i:i+4:i+4], c, 0xFF)
			}
			continue
		}
		row[0], row[1], row[2], row[3] = c.R, c.G, c.B, c.A
		for done := 4; done < len(row); done *= 2 {
			copy(row[done:], row[:done])
		}
	}
}

// stamp paints a shape with its origin at a corner of pixels, as far as it lies
// in a rectangle.
func (r *raster) stamp(s shape, x, y int, within image.Rectangle, c color.NRGBA) {
	m, err := r.masks.of(s)
	if err != nil {
		if r.err == nil {
			r.err = err
		}
		return
	}
	at := m.Rectangle.Add(image.Pt(x, y))
	b := at.Intersect(within).Intersect(r.pixels.Rect)
	for py := b.Min.Y; py < b.Max.Y; py++ {
		row := r.pixels.Pix[r.pixels.PixOffset(b.Min.X, py):]
		cover := m.cover[(py-at.Min.Y)*at.Dx()+b.Min.X-at.Min.X:]
		for i := range b.Dx() {
			if cover[i] > 0 {
				over(row[4*i:4*i+4:4*i+4], c, cover[i])
			}
		}
	}
}

// over paints a color on a pixel, as far as it is covered.
func over(pixel []uint8, c color.NRGBA, cover uint8) {
	alpha := uint32(c.A) * uint32(cover) / 0xFF
	rest := 0xFF - alpha
	blend := func(from, to uint8) uint8 { return uint8((uint32(from)*rest + uint32(to)*alpha + 0x7F) / 0xFF) }
	pixel[0], pixel[1], pixel[2], pixel[3] = blend(pixel[0], c.R), blend(pixel[1], c.G), blend(pixel[2], c.B), blend(pixel[3], 0xFF)
}
