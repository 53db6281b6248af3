package chart

import (
	"fmt"
	"image"
	"math"

	gochart "github.com/wcharczuk/go-chart/v2"
)

// maxSide is the most pixels a picture has on a side.
const maxSide = 4096

// rasterDPI makes a font size in go-chart's raster renderer the same number of
// pixels: it takes 64 dots, not 72, for an inch.
const rasterDPI = 64

// Image paints the scene at a scale in pixels per DIP. A side has at most 4096
// pixels: a larger scene is painted at a smaller scale.
func Image(s Scene, look Look, scale float64) (*image.RGBA, error) {
	if err := look.ready(); err != nil {
		return nil, err
	}
	if !finite(scale) || scale <= 0 {
		return nil, fmt.Errorf("chart: scale %v is not a positive number; give the pixels per DIP", scale)
	}
	if !finite(s.Width) || !finite(s.Height) || s.Width <= 0 || s.Height <= 0 {
		return nil, fmt.Errorf("chart: the scene is %v × %v DIP and has no room to draw; lay it out first", s.Width, s.Height)
	}
	scale = min(scale, maxSide/s.Width, maxSide/s.Height)
	width, height := max(1, int(math.Round(s.Width*scale))), max(1, int(math.Round(s.Height*scale)))
	r, err := gochart.PNG(width, height)
	if err != nil {
		return nil, fmt.Errorf("chart: start a picture of %d × %d pixels: %w", width, height, err)
	}
	pixels, err := pixelsOf(r)
	if err != nil {
		return nil, err
	}
	painter := newRaster(r, pixels, look.Fonts)
	p := pen{painter, look, scale}
	p.ground(width, height)
	for _, o := range s.ops {
		o.paint(p)
	}
	if painter.err != nil {
		return nil, fmt.Errorf("chart: set the labels: %w", painter.err)
	}
	return pixels, nil
}

// pixelsOf returns what a raster renderer paints on.
func pixelsOf(r gochart.Renderer) (*image.RGBA, error) {
	var w gochart.ImageWriter
	if err := r.Save(&w); err != nil {
		return nil, fmt.Errorf("chart: reach the pixels: %w", err)
	}
	picture, err := w.Image()
	if err != nil {
		return nil, fmt.Errorf("chart: reach the pixels: %w", err)
	}
	pixels, ok := picture.(*image.RGBA)
	if !ok {
		return nil, fmt.Errorf("chart: the picture came as %T, not as pixels", picture)
	}
	return pixels, nil
}
