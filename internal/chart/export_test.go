package chart

import (
	"image"
	"math"

	"github.com/golang/freetype/truetype"
	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// Words returns the texts of a scene with the room their letters take.
func (s Scene) Words() (bodies []string, bounds []Rect) {
	for _, o := range s.ops {
		if t, ok := o.(text); ok {
			bodies, bounds = append(bodies, t.body), append(bounds, t.bounds())
		}
	}
	return bodies, bounds
}

// ByPaths paints a scene through go-chart alone, letters included.
func ByPaths(s Scene, look Look, scale float64) (*image.RGBA, error) {
	width, height := int(math.Round(s.Width*scale)), int(math.Round(s.Height*scale))
	r, err := gochart.PNG(width, height)
	if err != nil {
		return nil, err
	}
	pixels, err := pixelsOf(r)
	if err != nil {
		return nil, err
	}
	letters, err := drawing.NewRasterGraphicContext(pixels)
	if err != nil {
		return nil, err
	}
	letters.SetDPI(rasterDPI)
	letters.SetFillRule(drawing.FillRuleWinding)
	p := pen{&paths{r, letters}, look, scale}
	p.ground(width, height)
	for _, o := range s.ops {
		o.paint(p)
	}
	return pixels, nil
}

// paths is go-chart's raster renderer, with letters filled by the winding rule.
type paths struct {
	gochart.Renderer

	letters *drawing.RasterGraphicContext
}

func (r *paths) SetFont(f *truetype.Font)     { r.letters.SetFont(f) }
func (r *paths) SetFontSize(size float64)     { r.letters.SetFontSize(size) }
func (r *paths) SetFontColor(c drawing.Color) { r.letters.SetFillColor(c) }

func (r *paths) Text(body string, x, y int) {
	if _, err := r.letters.FillStringAt(body, float64(x), float64(y)); err != nil {
		panic(err)
	}
}

// Kept is how many bytes of masks there are.
func (f Fonts) Kept() int {
	kept := 0
	for _, generation := range []map[shape]mask{f.masks.young, f.masks.old} {
		for _, m := range generation {
			kept += len(m.cover)
		}
	}
	return kept
}
