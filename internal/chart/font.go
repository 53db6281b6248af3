package chart

import (
	"fmt"
	"math"
	"strings"

	"github.com/golang/freetype/truetype"
	"golang.org/x/image/math/fixed"
)

// Fonts are the two weights text is set in. Those from [ParseFonts] keep the
// shapes of their letters between pictures: share one among charts.
type Fonts struct {
	Regular, Strong *truetype.Font

	masks *masks
}

// ParseFonts reads two TrueType fonts. OpenType fonts with PostScript outlines
// are an error.
func ParseFonts(regular, strong []byte) (Fonts, error) {
	f := Fonts{masks: newMasks()}
	var err error
	if f.Regular, err = truetype.Parse(regular); err != nil {
		return Fonts{}, fmt.Errorf("chart: the regular font is not a TrueType font: %w", err)
	}
	if f.Strong, err = truetype.Parse(strong); err != nil {
		return Fonts{}, fmt.Errorf("chart: the semibold font is not a TrueType font: %w", err)
	}
	return f, nil
}

// type style is a size of the design in DIP before the look's scale.
type style struct {
	size   float64
	strong bool
}

var (
	caption       = style{11, false}
	small         = style{12, false}
	smallStrong   = style{12, true}
	captionStrong = style{11, true}
)

// Inter's proportions, in parts of its size.
const (
	capHeight = 0.727
	ascent    = 0.80 // of letters without accents
	descent   = 0.22
)

const ellipsis = "…"

// scale is how much larger than the design text is set.
func (l Look) scale() float64 {
	if math.IsNaN(l.Text) || l.Text <= 0 {
		return 1
	}
	return min(max(l.Text, 0.5), 3)
}

func (l Look) font(s style) *truetype.Font {
	if s.strong {
		return l.Fonts.Strong
	}
	return l.Fonts.Regular
}

// measure returns the width of text in DIP. go-chart sets text by advance
// alone, without kerning pairs of OpenType; so does this.
func (l Look) measure(text string, s style) float64 {
	width := 0.0
	for _, r := range text {
		width += l.advance(r, s)
	}
	return width
}

func (l Look) advance(r rune, s style) float64 {
	size := s.size * l.scale()
	f := l.font(s)
	if f == nil {
		return 0.6 * size
	}
	em := f.FUnitsPerEm()
	// At a scale of one unit per unit the metrics come unrounded.
	return float64(f.HMetric(fixed.Int26_6(em), f.Index(r)).AdvanceWidth) / float64(em) * size
}

// fit returns text, or as much of it as fits the width with an ellipsis.
func (l Look) fit(text string, width float64, s style) string {
	text = tidy(text)
	if l.measure(text, s) <= width {
		return text
	}
	room := width - l.measure(ellipsis, s)
	if room < 0 {
		return ""
	}
	head, _ := l.split(text, room, s)
	return strings.TrimRight(head, " ,;:–-") + ellipsis
}

// split cuts text between runes where it outgrows the width.
func (l Look) split(text string, width float64, s style) (head, rest string) {
	used := 0.0
	for i, r := range text {
		used += l.advance(r, s)
		if used > width {
			return text[:i], text[i:]
		}
	}
	return text, ""
}

// wrap breaks text into at most so many lines that fit the width, at spaces
// where it can. The last line ends in an ellipsis if something is left.
func (l Look) wrap(text string, width float64, s style, most int) []string {
	var lines []string
	rest := tidy(text)
	for rest != "" && len(lines) < most-1 && l.measure(rest, s) > width {
		line, tail := l.breakLine(rest, width, s)
		if line == "" {
			break
		}
		lines = append(lines, line)
		rest = tail
	}
	if last := l.fit(rest, width, s); last != "" {
		lines = append(lines, last)
	}
	return lines
}

// breakLine cuts text that is wider than width after the last word that fits,
// or within the word if it is the first. The line is empty where not a letter
// fits.
func (l Look) breakLine(text string, width float64, s style) (line, rest string) {
	head, tail := l.split(text, width, s)
	if strings.HasPrefix(tail, " ") {
		return head, strings.TrimSpace(tail)
	}
	if i := strings.LastIndexByte(head, ' '); i > 0 {
		return head[:i], strings.TrimSpace(head[i:] + tail)
	}
	return head, tail
}

// tidy makes one line of text.
func tidy(text string) string { return strings.Join(strings.Fields(text), " ") }
