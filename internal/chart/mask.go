package chart

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"sync"

	"github.com/golang/freetype/truetype"
	"github.com/wcharczuk/go-chart/v2/drawing"
	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// mask is a shape as the part of each pixel that it covers, placed from its
// origin: the point on the baseline where a glyph starts, the middle of a
// circle.
type mask struct {
	image.Rectangle

	cover []uint8
}

// shape names a mask. Color is no part of it.
type shape struct {
	font    *truetype.Font // nil for a circle
	glyph   truetype.Index
	size    fixed.Int26_6 // pixels
	quarter int           // quarters of a pixel that a glyph starts after a whole one
	radius  float64       // pixels
}

// mostCover is how many bytes of masks a generation holds: about all letters of
// both weights in ten sizes.
const mostCover = 2 << 20

// masks keeps the shapes of letters and circles that were drawn last, since a
// chart draws the same few over and over and to trace an outline takes far
// longer than to stamp it. It has two generations: what is used moves to the
// young one, and when that is full the old one is forgotten.
type masks struct {
	mu         sync.Mutex
	young, old map[shape]mask
	bytes      int // in young
}

func newMasks() *masks { return &masks{young: map[shape]mask{}} }

// of returns the mask of a shape, and makes it where it is not kept.
func (m *masks) of(s shape) (mask, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if found, ok := m.young[s]; ok {
		return found, nil
	}
	found, ok := m.old[s]
	if !ok {
		var err error
		if found, err = s.trace(); err != nil {
			return mask{}, err
		}
	}
	if m.bytes += len(found.cover); m.bytes > mostCover {
		m.old, m.young, m.bytes = m.young, map[shape]mask{}, len(found.cover)
	}
	m.young[s] = found
	return found, nil
}

// trace draws a shape through go-chart, in white on nothing, and keeps its
// alpha.
func (s shape) trace() (mask, error) {
	room := s.room()
	picture := image.NewRGBA(room.Sub(room.Min))
	ctx, err := drawing.NewRasterGraphicContext(picture)
	if err != nil {
		return mask{}, fmt.Errorf("start a shape: %w", err)
	}
	ctx.SetDPI(rasterDPI)
	// By the even-odd rule there would be holes where two strokes of a letter
	// overlap, as they do in Inter's t, 4 and +.
	ctx.SetFillRule(drawing.FillRuleWinding)
	ctx.SetFillColor(color.White)
	x, y := float64(-room.Min.X), float64(-room.Min.Y)
	if s.font == nil {
		ctx.MoveTo(x+math.Round(s.radius), y)
		ctx.ArcTo(x, y, s.radius, s.radius, 0, 2*math.Pi)
		ctx.Close()
		ctx.Fill()
		return cropped(picture, room.Min), nil
	}
	// Of a letter go-chart traces text only, so its path is drawn here.
	var buf truetype.GlyphBuf
	if err := buf.Load(s.font, s.size, s.glyph, font.HintingNone); err != nil {
		return mask{}, fmt.Errorf("trace glyph %d: %w", s.glyph, err)
	}
	path := &drawing.Path{}
	from := 0
	for _, until := range buf.Ends {
		drawing.DrawContour(path, buf.Points[from:until], x+float64(s.quarter)/4, y)
		from = until
	}
	ctx.Fill(path)
	return cropped(picture, room.Min), nil
}

// room is where a shape can have ink, with a pixel around.
func (s shape) room() image.Rectangle {
	if s.font == nil {
		r := int(math.Ceil(s.radius)) + 1
		return image.Rect(-r, -r, r, r)
	}
	var buf truetype.GlyphBuf
	b := s.font.Bounds(s.size)
	if err := buf.Load(s.font, s.size, s.glyph, font.HintingNone); err == nil {
		b = buf.Bounds
	}
	return image.Rect(b.Min.X.Floor()-1, (-b.Max.Y).Floor()-1, b.Max.X.Ceil()+2, (-b.Min.Y).Ceil()+1)
}

// cropped is the inked part of a picture whose corner lies at from.
func cropped(picture *image.RGBA, from image.Point) mask {
	ink := image.Rectangle{}
	b := picture.Bounds()
	for y := range b.Dy() {
		for x := range b.Dx() {
			if picture.Pix[picture.PixOffset(x, y)+3] > 0 {
				ink = ink.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	m := mask{Rectangle: ink.Add(from)}
	for y := ink.Min.Y; y < ink.Max.Y; y++ {
		for x := ink.Min.X; x < ink.Max.X; x++ {
			m.cover = append(m.cover, picture.Pix[picture.PixOffset(x, y)+3])
		}
	}
	return m
}
