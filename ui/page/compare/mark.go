package compare

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"nextrole/internal/aijri"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// The sizes of marks in cells, in DIP.
const (
	mixWidth   = 104
	swatch     = 12
	markHeight = 13
	mixGap     = 2
	outline    = 1.5
	tickWidth  = 3
)

// mixBar is a task mix as a bar of three patterns: hatched is displaced, solid
// augmented, hollow not involved.
type mixBar struct {
	fynewidget.BaseWidget

	width float32
	parts [3]float64
	disp  *canvas.Rectangle
	hatch *canvas.Raster
	aug   *canvas.Rectangle
	not   *canvas.Rectangle
}

func newMixBar(s aijri.Split, width float32) *mixBar {
	m := &mixBar{
		width: width, parts: [3]float64{s.Disp, s.Aug, s.Not},
		disp: &canvas.Rectangle{CornerRadius: 2}, aug: &canvas.Rectangle{CornerRadius: 2}, not: &canvas.Rectangle{CornerRadius: 2},
	}
	m.hatch = canvas.NewRaster(m.paintHatch)
	m.ExtendBaseWidget(m)
	return m
}

// paintHatch draws lines at 45°, 2 DIP wide and 5 apart, clear between them.
func (m *mixBar) paintHatch(w, h int) image.Image {
	const period, line = 5 * math.Sqrt2, 2 * math.Sqrt2 // along a row of pixels
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	scale := float64(h) / markHeight
	ink := color.NRGBAModel.Convert(theme.Color(theme.TaskHatch)).(color.NRGBA)
	for y := range h {
		for x := range w {
			at := math.Mod(float64(x+y)+0.5, period*scale)
			inside := min(at, line*scale-at) + 0.5 // of a pixel, along the row
			img.SetNRGBA(x, y, color.NRGBA{ink.R, ink.G, ink.B, uint8(255 * max(0, min(1, inside)))})
		}
	}
	return img
}

func (m *mixBar) MinSize() fyne.Size {
	m.ExtendBaseWidget(m)
	return fyne.NewSize(m.width, markHeight)
}

// CreateRenderer implements fyne.Widget.
func (m *mixBar) CreateRenderer() fyne.WidgetRenderer {
	r := &mixRenderer{m}
	r.Refresh()
	return r
}

type mixRenderer struct{ m *mixBar }

func (r *mixRenderer) Layout(size fyne.Size) {
	m := r.m
	shown := 0
	for _, p := range m.parts {
		if p > 0 {
			shown++
		}
	}
	room := size.Width - mixGap*float32(max(shown-1, 0))
	x := float32(0)
	for i, o := range []*canvas.Rectangle{m.disp, m.aug, m.not} {
		w := room * float32(m.parts[i])
		o.Hidden = m.parts[i] <= 0
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		if i == 0 {
			m.hatch.Hidden = o.Hidden
			m.hatch.Move(fyne.NewPos(x+1, 1))
			m.hatch.Resize(fyne.NewSize(max(w-2, 0), max(size.Height-2, 0)))
		}
		if i == 2 { // an outline lies half outside of its rectangle
			o.Move(fyne.NewPos(x+outline/2, outline/2))
			o.Resize(fyne.NewSize(max(w-outline, 0), size.Height-outline))
		}
		if !o.Hidden {
			x += w + mixGap
		}
	}
}
func (r *mixRenderer) MinSize() fyne.Size { return r.m.MinSize() }
func (r *mixRenderer) Refresh() {
	m := r.m
	m.disp.FillColor = theme.Color(theme.TaskDisp)
	m.aug.FillColor = theme.Color(theme.TaskAug)
	m.not.FillColor = color.Transparent
	m.not.StrokeColor, m.not.StrokeWidth = theme.Color(theme.TaskNot), outline
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *mixRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.m.disp, r.m.hatch, r.m.aug, r.m.not}
}
func (r *mixRenderer) Destroy() {}

// rangeMark shows a range on a scale that all cells of a row share: a bar from
// its low to its high end and a tick between. A missing part is left out.
type rangeMark struct {
	fynewidget.BaseWidget

	least, most    float64
	low, mid, high *float64
	track, bar     *widget.Fill
	tick           *widget.Fill
}

func newRangeMark(least, most float64, low, mid, high *float64) *rangeMark {
	m := &rangeMark{
		least: least, most: most, low: low, mid: mid, high: high,
		track: widget.NewFill(theme.Track), bar: widget.NewFill(theme.Bar), tick: widget.NewFill(theme.Text),
	}
	m.bar.Radius, m.tick.Radius = 2, 1
	m.bar.Hidden = low == nil || high == nil
	m.tick.Hidden = mid == nil
	m.ExtendBaseWidget(m)
	return m
}

func (m *rangeMark) at(v *float64, width float32) float32 {
	if v == nil || m.most <= m.least {
		return 0
	}
	return float32(max(0, min(1, (*v-m.least)/(m.most-m.least)))) * width
}

// MinSize asks for a whole line of its cell.
func (m *rangeMark) MinSize() fyne.Size {
	m.ExtendBaseWidget(m)
	return fyne.NewSize(wholeLine, markHeight)
}

// CreateRenderer implements fyne.Widget.
func (m *rangeMark) CreateRenderer() fyne.WidgetRenderer { return &rangeRenderer{m} }

type rangeRenderer struct{ m *rangeMark }

func (r *rangeRenderer) Layout(size fyne.Size) {
	m := r.m
	middle := size.Height / 2
	place := func(o fyne.CanvasObject, x, w, h float32) {
		o.Move(fyne.NewPos(x, middle-h/2))
		o.Resize(fyne.NewSize(w, h))
	}
	place(m.track, 0, size.Width, 2)
	low, high := m.at(m.low, size.Width), m.at(m.high, size.Width)
	place(m.bar, low, max(high-low, 2), 5)
	place(m.tick, m.at(m.mid, size.Width)-tickWidth/2, tickWidth, markHeight-1)
}
func (r *rangeRenderer) MinSize() fyne.Size { return r.m.MinSize() }
func (r *rangeRenderer) Refresh() {
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *rangeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.m.track, r.m.bar, r.m.tick}
}
func (r *rangeRenderer) Destroy() {}
