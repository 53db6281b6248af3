package chart_test

import (
	"image"
	"image/color"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	gochart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"nextrole/internal/chart"
	"nextrole/internal/chart/sample"
)

func TestImageOfEveryChart(t *testing.T) {
	for mode, scales := range map[string][]float64{"light": {1, 1.5, 2, 3}, "dark": {1}} {
		l := look(t, mode)
		for name, c := range all(t) {
			s := c.Layout(360, 0, l)
			for _, scale := range scales {
				m, err := chart.Image(s, l, scale)
				if err != nil {
					t.Fatalf("%s at %v×: %v", name, scale, err)
				}
				b := m.Bounds()
				if b.Dx() > 4096 || b.Dy() > 4096 {
					t.Errorf("%s at %v×: %v", name, scale, b)
				}
				if b.Dy() < 4096 && b.Dx() != int(math.Round(s.Width*scale)) {
					t.Errorf("%s at %v×: %v pixels wide, want %v", name, scale, b.Dx(), s.Width*scale)
				}
				if colors(m) < 3 {
					t.Errorf("%s at %v×: the picture is bare", name, scale)
				}
			}
		}
	}
}

// colors counts the different colors of a picture, up to a few.
func colors(m *image.RGBA) int {
	seen := map[color.RGBA]bool{}
	for i := 0; i < len(m.Pix) && len(seen) < 8; i += 4 {
		seen[color.RGBA{m.Pix[i], m.Pix[i+1], m.Pix[i+2], m.Pix[i+3]}] = true
	}
	return len(seen)
}

// Lines and the sides of bars lie on whole pixels: next to the color of the
// one stands the color of the other, without a shade between.
func TestSidesAreSharp(t *testing.T) {
	l := look(t, "light")
	bg, aug := rgba(l.Palette["bg"]), rgba(l.Palette["task.aug"])
	c := chart.TaskMix{}
	c.Split.Aug = 0.5
	s := c.Layout(401, 0, l)
	for _, scale := range []float64{1, 1.25, 1.5, 2, 3} {
		m, err := chart.Image(s, l, scale)
		if err != nil {
			t.Fatal(err)
		}
		y := int(8 * scale)
		for x := range m.Bounds().Dx() {
			if at := m.RGBAAt(x, y); at != bg && at != aug {
				t.Errorf("at %v× pixel %d,%d is %v: neither bar nor ground", scale, x, y, at)
			}
		}
	}
}

func rgba(c color.NRGBA) color.RGBA { return color.RGBA(c) }

// Stamping letters, blocks and circles is a shorter way to what go-chart paints:
// a letter may lie an eighth of a pixel off, and everything else is the same.
func TestStampsAreLikePaths(t *testing.T) {
	for _, mode := range []string{"light", "dark"} {
		l := look(t, mode)
		for name, c := range charts(t) {
			for _, scale := range []float64{1, 1.5, 2} {
				s := c.Layout(360, 0, l)
				want, err := chart.ByPaths(s, l, scale)
				if err != nil {
					t.Fatal(err)
				}
				got, err := chart.Image(s, l, scale)
				if err != nil {
					t.Fatal(err)
				}
				worst, sum := 0, 0
				for i := range want.Pix {
					d := int(want.Pix[i]) - int(got.Pix[i])
					worst, sum = max(worst, d, -d), sum+max(d, -d)
				}
				if mean := float64(sum) / float64(len(want.Pix)); worst > 64 || mean > 1 {
					t.Errorf("%s, %s at %v×: pixels differ by up to %d of 255, %.2f on average", name, mode, scale, worst, mean)
				}
			}
		}
	}
}

// What is kept of letters is bounded, and what was forgotten is drawn again.
func TestForgottenLetters(t *testing.T) {
	l := look(t, "light")
	s := charts(t)["forest"].Layout(360, 0, l)
	first, err := chart.Image(s, l, 1)
	if err != nil {
		t.Fatal(err)
	}
	for scale := 2.0; scale < 8; scale += 0.25 {
		if _, err := chart.Image(s, l, scale); err != nil {
			t.Fatal(err)
		}
		if kept := l.Fonts.Kept(); kept > 4<<20 {
			t.Fatalf("%d bytes of letters are kept", kept)
		}
	}
	again, err := chart.Image(s, l, 1)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(first.Pix, again.Pix) {
		t.Error("the picture is another one")
	}
}

// Without a surface the ground stays clear.
func TestClearGround(t *testing.T) {
	l := look(t, "light")
	l.Surface = ""
	m, err := chart.Image(charts(t)["mix"].Layout(360, 0, l), l, 1)
	if err != nil {
		t.Fatal(err)
	}
	if at := m.RGBAAt(0, m.Bounds().Dy()-1); at != (color.RGBA{}) {
		t.Errorf("the corner is %v, want it clear", at)
	}
}

func TestImageErrors(t *testing.T) {
	l := look(t, "light")
	s := charts(t)["mix"].Layout(360, 0, l)
	for name, c := range map[string]struct {
		scene chart.Scene
		look  chart.Look
		scale float64
		want  string
	}{
		"no fonts":     {s, chart.Look{}, 1, "no fonts"},
		"no scene":     {chart.Scene{}, l, 1, "no room"},
		"no width":     {chart.Scene{Width: math.NaN(), Height: 2}, l, 1, "no room"},
		"scale 0":      {s, l, 0, "scale 0"},
		"scale NaN":    {s, l, math.NaN(), "scale NaN"},
		"scale of Inf": {s, l, math.Inf(1), "scale +Inf"},
	} {
		if _, err := chart.Image(c.scene, c.look, c.scale); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one that says %q", name, err, c.want)
		}
	}
}

func TestParseFontsErrors(t *testing.T) {
	if _, err := chart.ParseFonts([]byte("no font"), nil); err == nil || !strings.Contains(err.Error(), "regular") {
		t.Errorf("error %v, want one that names the regular font", err)
	}
}

// go-chart fills by the even-odd rule: where two parts of a path overlap there
// is a hole, as in letters made of overlapping strokes. Image sets text by
// itself for that reason; once this fails it need not.
func TestCanaryOverlapsAreHoles(t *testing.T) {
	m := plain(t, func(r gochart.Renderer) {
		r.SetFillColor(drawing.ColorBlack)
		for _, x := range []int{10, 20} {
			r.MoveTo(x, 10)
			r.LineTo(x+20, 10)
			r.LineTo(x+20, 30)
			r.LineTo(x, 30)
			r.Close()
		}
		r.Fill()
	})
	if m.RGBAAt(25, 20).A != 0 || m.RGBAAt(15, 20).A != 255 {
		t.Error("go-chart now fills overlaps: set text through the renderer again")
	}
}

// go-chart's raster renderer takes 64 dots for 72 points. Image sets its DPI
// so that a size is in pixels; once this fails it has to be 72.
func TestCanaryDPI(t *testing.T) {
	l := look(t, "light")
	m := plain(t, func(r gochart.Renderer) {
		r.SetDPI(64)
		r.SetFont(l.Fonts.Regular)
		r.SetFontSize(100)
		r.SetFontColor(drawing.ColorBlack)
		r.Text("I", 10, 110)
	})
	top := 0
	for top < 200 && rowIsClear(m, top) {
		top++
	}
	if height := 110 - top; height < 72 || height > 74 { // Inter's capitals are 0.727 of its size
		t.Errorf("a capital at size 100 is %d pixels high, want 73", height)
	}
}

func rowIsClear(m *image.RGBA, y int) bool {
	for x := range m.Bounds().Dx() {
		if m.RGBAAt(x, y).A > 127 {
			return false
		}
	}
	return true
}

func plain(t *testing.T, draw func(gochart.Renderer)) *image.RGBA {
	t.Helper()
	r, err := gochart.PNG(200, 200)
	if err != nil {
		t.Fatal(err)
	}
	draw(r)
	var w gochart.ImageWriter
	if err := r.Save(&w); err != nil {
		t.Fatal(err)
	}
	m, err := w.Image()
	if err != nil {
		t.Fatal(err)
	}
	return m.(*image.RGBA)
}

// A chart is redrawn whenever its size or theme changes, on the goroutine that
// answers the keys: it should take less than a frame of 16 ms, also with more
// data than a role has.
func BenchmarkImage(b *testing.B) {
	l := look(b, "light")
	cases, large := charts(b), sample.Hard()
	for _, name := range []string{"tasks/200", "scatter/300", "grouped/100"} {
		cases[name] = large[name]
	}
	for _, name := range slices.Sorted(maps.Keys(cases)) {
		c := cases[name]
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := chart.Image(c.Layout(720, 0, l), l, 1); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
