package theme_test

import (
	"fmt"
	"image/color"
	"math"
	"testing"
)

// linear is a color in linear sRGB, each part on 0…1.
type linear [3]float64

func fromColor(c color.Color) linear {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	var l linear
	for i, v := range []uint8{n.R, n.G, n.B} {
		l[i] = decode(float64(v) / 255)
	}
	return l
}

// decode undoes the transfer curve of IEC 61966-2-1.
func decode(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// luminance is the relative luminance of WCAG 2.
func (l linear) luminance() float64 { return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2] }

// contrast is the contrast ratio of WCAG 2, 1…21.
func contrast(a, b color.Color) float64 {
	x, y := fromColor(a).luminance(), fromColor(b).luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// matrix maps linear sRGB to linear sRGB.
type matrix [3]linear

func (m matrix) times(l linear) linear {
	var to linear
	for i, row := range m {
		to[i] = row[0]*l[0] + row[1]*l[1] + row[2]*l[2]
	}
	return to
}

// sights are the four kinds of sight: red-green blindness by Viénot, Brettel
// and Mollon 1999, blue blindness by Brettel, Viénot and Mollon 1997, with the
// matrices for sRGB of libDaltonLens (public domain).
var sights = []struct {
	name string
	see  func(linear) linear
}{
	{"typical", func(l linear) linear { return l }},
	{"deuteranopia", matrix{{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}}.times},
	{"protanopia", matrix{{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}}.times},
	{"tritanopia", tritan},
}

// tritan projects on one of two half planes, by the side of the gray axis that
// the color is on.
func tritan(l linear) linear {
	if 0.03901*l[0]-0.02788*l[1]-0.01113*l[2] >= 0 {
		return matrix{{1.01277, 0.13548, -0.14826}, {-0.01243, 0.86812, 0.14431}, {0.07589, 0.80500, 0.11911}}.times(l)
	}
	return matrix{{0.93678, 0.18979, -0.12657}, {0.06154, 0.81526, 0.12320}, {-0.37562, 1.12767, 0.24796}}.times(l)
}

// lab is a color in CIE L*a*b* under D65.
type lab [3]float64

func (l linear) lab() lab {
	for i := range l {
		l[i] = min(max(l[i], 0), 1) // what a screen can show
	}
	xyz := matrix{
		{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041},
	}.times(l)
	for i, white := range (linear{0.95047, 1, 1.08883}) {
		v := xyz[i] / white
		if v > 216.0/24389 {
			xyz[i] = math.Cbrt(v)
		} else {
			xyz[i] = (24389.0/27*v + 16) / 116
		}
	}
	return lab{116*xyz[1] - 16, 500 * (xyz[0] - xyz[1]), 200 * (xyz[1] - xyz[2])}
}

// difference is CIEDE2000, written after Sharma, Wu and Dalal 2005.
func difference(p, q lab) float64 {
	const far = 25 * 25 * 25 * 25 * 25 * 25 * 25
	c7 := math.Pow((math.Hypot(p[1], p[2])+math.Hypot(q[1], q[2]))/2, 7)
	g := 1.5 - 0.5*math.Sqrt(c7/(c7+far))
	c1, c2 := math.Hypot(g*p[1], p[2]), math.Hypot(g*q[1], q[2])
	h1, h2 := hue(g*p[1], p[2]), hue(g*q[1], q[2])
	dh, mean := h2-h1, (h1+h2)/2
	switch {
	case c1*c2 == 0:
		dh, mean = 0, h1+h2
	case dh > 180:
		dh -= 360
		mean += 180
	case dh < -180:
		dh += 360
		mean += 180
	}
	l, c := (p[0]+q[0])/2-50, (c1+c2)/2
	t := 1 - 0.17*cos(mean-30) + 0.24*cos(2*mean) + 0.32*cos(3*mean+6) - 0.20*cos(4*mean-63)
	dl := (q[0] - p[0]) / (1 + 0.015*l*l/math.Sqrt(20+l*l))
	dc := (c2 - c1) / (1 + 0.045*c)
	dH := 2 * math.Sqrt(c1*c2) * math.Sin(dh*math.Pi/360) / (1 + 0.015*c*t)
	mean = math.Mod(mean, 360)
	turn := 60 * math.Exp(-math.Pow((mean-275)/25, 2)) * math.Pi / 180
	c7 = math.Pow(c, 7)
	return math.Sqrt(dl*dl + dc*dc + dH*dH - 2*math.Sqrt(c7/(c7+far))*math.Sin(turn)*dc*dH)
}

func cos(degrees float64) float64 { return math.Cos(degrees * math.Pi / 180) }

// hue is the angle of a color in degrees, 0…360, and 0 for gray.
func hue(a, b float64) float64 {
	return math.Mod(math.Atan2(b, a)*180/math.Pi+360, 360)
}

// The measure itself, against pairs that Sharma, Wu and Dalal published.
func TestDifference(t *testing.T) {
	for _, pair := range []struct {
		p, q lab
		want float64
	}{
		{lab{50, 2.6772, -79.7751}, lab{50, 0, -82.7485}, 2.0425},
		{lab{50, 2.8361, -74.0200}, lab{50, 0, -82.7485}, 3.4412},
		{lab{50, -0.9009, -85.5211}, lab{50, 0, -82.7485}, 1.0000},
		{lab{50, 0, 0}, lab{50, -1, 2}, 2.3669},
		{lab{50, 2.4900, -0.0010}, lab{50, -2.4900, 0.0010}, 7.1792},
		{lab{50, 2.4900, -0.0010}, lab{50, -2.4900, 0.0011}, 7.2195},
		{lab{50, -0.0010, 2.4900}, lab{50, 0.0009, -2.4900}, 4.8045},
		{lab{50, -0.0010, 2.4900}, lab{50, 0.0011, -2.4900}, 4.7461},
		{lab{50, 2.5, 0}, lab{73, 25, -18}, 27.1492},
		{lab{50, 2.5, 0}, lab{61, -5, 29}, 22.8977},
		{lab{50, 2.5, 0}, lab{56, -27, -3}, 31.9030},
		{lab{60.2574, -34.0099, 36.2677}, lab{60.4626, -34.1751, 39.4387}, 1.2644},
		{lab{61.2901, 3.7196, -5.3901}, lab{61.4292, 2.2480, -4.9620}, 1.8731},
		{lab{2.0776, 0.0795, -1.1350}, lab{0.9033, -0.0636, -0.5514}, 0.9082},
	} {
		for _, got := range []float64{difference(pair.p, pair.q), difference(pair.q, pair.p)} {
			if math.Abs(got-pair.want) > 0.00005 {
				t.Errorf("difference of %v and %v = %.4f, want %.4f", pair.p, pair.q, got, pair.want)
			}
		}
	}
}

// Colorless stays colorless for everybody, and who sees no red from green sees
// none in what is left.
func TestSights(t *testing.T) {
	for _, sight := range sights {
		for _, gray := range []float64{0.05, 0.5, 1} {
			for i, v := range sight.see(linear{gray, gray, gray}) {
				if math.Abs(v-gray) > 1e-4 {
					t.Errorf("%s: part %d of gray %v is seen as %v", sight.name, i, gray, v)
				}
			}
		}
	}
	red, green := linear{0.8, 0.1, 0.1}, linear{0.1, 0.4, 0.1}
	for _, sight := range sights[1:3] {
		for _, l := range []linear{red, green} {
			if seen := sight.see(l); math.Abs(seen[0]-seen[1]) > 1e-9 {
				t.Errorf("%s sees %v as %v, whose red and green differ", sight.name, l, seen)
			}
		}
	}
	if got := fmt.Sprintf("%.2f", contrast(color.White, color.Black)); got != "21.00" {
		t.Errorf("contrast of white and black = %s", got)
	}
	if got := fmt.Sprintf("%.2f", contrast(color.Gray{0x77}, color.White)); got != "4.48" {
		t.Errorf("contrast of #777777 and white = %s, want 4.48", got)
	}
}
