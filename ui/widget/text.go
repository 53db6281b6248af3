// Package widget holds the window's own controls. They know the design tokens,
// show focus by a ring, work by keyboard, and answer how high they are at a
// width (see package layout).
package widget

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nextrole/ui/theme"
)

// Span is a run of text in one look. The zero Color is the text's own.
type Span struct {
	Text   string
	Strong bool
	Color  fyne.ThemeColorName
}

// Text shows words in one of the design's styles. It wraps where Wrap is set
// and ends with an ellipsis where it must not take more than Lines lines; it is
// never cut. Unlike Fyne's Label it has no padding, can highlight a span, and
// answers its height for a width.
type Text struct {
	widget.BaseWidget

	Style theme.Style
	Color fyne.ThemeColorName
	Align fyne.TextAlign
	Wrap  bool
	Lines int // at most; 0 is 1 without Wrap, and any number with it

	spans []Span
	laid  laidText
	last  looks
}

// looks is how the spans were shown last.
type looks struct {
	style theme.Style
	color fyne.ThemeColorName
	align fyne.TextAlign
	wrap  bool
	lines int
	worn
}

func (t *Text) looks() looks {
	return looks{t.Style, t.Color, t.Align, t.Wrap, t.Lines, wornNow()}
}

// laidText is the lines for one width.
type laidText struct {
	width float32
	lines []line
	valid bool
}

type line struct {
	runs  []run
	width float32
}

type run struct {
	Span
	x, width float32
}

// NewText returns one line of text that ends with an ellipsis if it must.
func NewText(text string, style theme.Style, color fyne.ThemeColorName) *Text {
	t := &Text{Style: style, Color: color, spans: []Span{{Text: text}}}
	t.ExtendBaseWidget(t)
	return t
}

// NewParagraph returns text that wraps.
func NewParagraph(text string, style theme.Style, color fyne.ThemeColorName) *Text {
	t := NewText(text, style, color)
	t.Wrap = true
	return t
}

// NewRight returns one line of text aligned to the right, as numbers are.
func NewRight(text string, style theme.Style, color fyne.ThemeColorName) *Text {
	t := NewText(text, style, color)
	t.Align = fyne.TextAlignTrailing
	return t
}

// Set replaces the text.
func (t *Text) Set(text string) { t.SetSpans(Span{Text: text}) }

// SetSpans replaces the text by runs of different looks. What is shown already
// costs nothing.
func (t *Text) SetSpans(spans ...Span) {
	if !slices.Equal(t.spans, spans) {
		t.spans = spans
		t.laid.valid = false
	}
	t.Refresh()
}

// SetColor changes the color of spans without one of their own.
func (t *Text) SetColor(c fyne.ThemeColorName) {
	if t.Color != c {
		t.Color = c
		t.Refresh()
	}
}

// String returns the words shown.
func (t *Text) String() string {
	var b strings.Builder
	for _, s := range t.spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// Refresh lays the text out again where the words or their look have changed:
// at a change of theme Fyne asks once for each container around them.
func (t *Text) Refresh() {
	now := t.looks()
	if t.laid.valid && t.last == now {
		return
	}
	t.laid.valid = false
	t.last = now
	t.BaseWidget.Refresh()
}

// HeightFor returns the height of the text wrapped at a width.
func (t *Text) HeightFor(width float32) float32 {
	if t.String() == "" {
		return 0
	}
	if !t.Wrap {
		return t.Style.Line
	}
	return float32(len(t.layout(width))) * t.Style.Line
}

// MinSize is the whole line of unwrapped text, and the least sensible width of
// wrapped text at its present height.
func (t *Text) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	if t.String() == "" {
		return fyne.Size{}
	}
	if t.Wrap {
		width := t.Size().Width
		if width == 0 {
			width = 320
		}
		return fyne.NewSize(min(width, 40), t.HeightFor(width))
	}
	return fyne.NewSize(t.single().width, t.Style.Line)
}

// AccessibilityLabel implements fyne.Accessible.
func (t *Text) AccessibilityLabel() string { return t.String() }

// AccessibilityRole implements fyne.Accessible.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (t *Text) measure(s Span) float32 { return Measure(s.Text, t.Style, s.Strong) }

// Measure returns the width in DIP of words on one line, as a Text sets them.
func Measure(words string, style theme.Style, strong bool) float32 {
	weight := fyne.TextStyle{Bold: style.Strong || strong}
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(words, style.Size, weight, theme.Font(weight))
	return size.Width
}

// layout breaks the text into lines for a width, with an ellipsis at the end
// of the last line allowed.
func (t *Text) layout(width float32) []line {
	if t.laid.valid && t.laid.width == width {
		return t.laid.lines
	}
	limit := t.Lines
	if limit == 0 && !t.Wrap {
		limit = 1
	}
	var lines []line
	switch {
	case width <= 0:
		return nil // nobody has given it room yet, and to break each word there takes long
	case t.Wrap:
		lines = t.wrap(width)
	default:
		lines = []line{t.single()}
	}
	if limit > 0 && len(lines) > limit {
		last := &lines[limit-1]
		for _, more := range lines[limit:] {
			last.append(t, Span{Text: " "})
			for _, r := range more.runs {
				last.append(t, r.Span)
			}
		}
		lines = lines[:limit]
	}
	if n := len(lines); n > 0 && lines[n-1].width > width+0.5 {
		lines[n-1] = t.ellipsize(lines[n-1], width)
	}
	t.laid = laidText{width: width, lines: lines, valid: true}
	return lines
}

// single puts all on one line.
func (t *Text) single() line {
	var l line
	for _, s := range t.spans {
		s.Text = strings.ReplaceAll(s.Text, "\n", " ")
		l.append(t, s)
	}
	return l
}

// wrap breaks at spaces and newlines; a word longer than a line is broken
// between letters. A word may have several looks.
func (t *Text) wrap(width float32) []line {
	lines := []line{{}}
	var word []Span // with the spaces after it
	for _, s := range t.spans {
		for i, paragraph := range strings.Split(s.Text, "\n") {
			if i > 0 {
				lines = append(t.put(lines, word, width), line{})
				word = nil
			}
			for _, piece := range splitWords(paragraph) {
				if n := len(word); n > 0 && strings.HasSuffix(word[n-1].Text, " ") && piece[0] != ' ' {
					lines = t.put(lines, word, width)
					word = nil
				}
				word = append(word, Span{piece, s.Strong, s.Color})
			}
		}
	}
	lines = t.put(lines, word, width)
	for i := range lines {
		lines[i].trim(t)
	}
	return lines
}

// put adds a word to the last line, or to new ones.
func (t *Text) put(lines []line, word []Span, width float32) []line {
	last := &lines[len(lines)-1]
	var needs float32
	for i, s := range word {
		if i == len(word)-1 {
			s.Text = strings.TrimRight(s.Text, " ")
		}
		needs += t.measure(s)
	}
	if last.width > 0 && last.width+needs > width+0.5 {
		lines = append(lines, line{})
		last = &lines[len(lines)-1]
	}
	for _, s := range word {
		for {
			n := t.fitting(s, width-last.width)
			if n == len(s.Text) {
				break
			}
			if last.width == 0 { // no line is without a letter
				_, first := utf8.DecodeRuneInString(s.Text)
				n = max(n, first)
			}
			if n > 0 {
				last.append(t, Span{s.Text[:n], s.Strong, s.Color})
				s.Text = s.Text[n:]
			}
			if s.Text == "" {
				break
			}
			lines = append(lines, line{})
			last = &lines[len(lines)-1]
		}
		last.append(t, s)
	}
	return lines
}

// fitting returns how many bytes of a part of a word fit into a width, the
// spaces after it aside.
func (t *Text) fitting(s Span, width float32) int {
	bare := strings.TrimRight(s.Text, " ")
	if t.measure(Span{bare, s.Strong, s.Color}) <= width+0.5 || bare == "" {
		return len(s.Text)
	}
	letters := []rune(bare)
	n := sort.Search(len(letters), func(n int) bool {
		return t.measure(Span{string(letters[:n+1]), s.Strong, s.Color}) > width
	})
	return len(string(letters[:n]))
}

// trim takes the spaces off the end of a line, where they are not seen.
func (l *line) trim(t *Text) {
	for n := len(l.runs) - 1; n >= 0; n-- {
		last := l.runs[n]
		bare := strings.TrimRight(last.Text, " ")
		if bare == last.Text {
			return
		}
		l.runs, l.width = l.runs[:n], last.x
		if bare != "" {
			l.append(t, Span{bare, last.Strong, last.Color})
			return
		}
	}
}

// splitWords cuts s after each run of spaces, so that the words join to s.
func splitWords(s string) []string {
	var words []string
	start := 0
	for i := 1; i < len(s); i++ {
		if s[i-1] == ' ' && s[i] != ' ' {
			words = append(words, s[start:i])
			start = i
		}
	}
	if start < len(s) {
		words = append(words, s[start:])
	}
	return words
}

// append adds a span, joined to the run before it where they look alike.
func (l *line) append(t *Text, s Span) {
	if n := len(l.runs); n > 0 && l.runs[n-1].Strong == s.Strong && l.runs[n-1].Color == s.Color {
		r := &l.runs[n-1]
		r.Text += s.Text
		r.width = t.measure(r.Span)
		l.width = r.x + r.width
		return
	}
	l.runs = append(l.runs, run{s, l.width, t.measure(s)})
	l.width += l.runs[len(l.runs)-1].width
}

const ellipsis = "…"

// ellipsize shortens l until it fits with an ellipsis.
func (t *Text) ellipsize(l line, width float32) line {
	for len(l.runs) > 0 {
		last := l.runs[len(l.runs)-1]
		letters := []rune(last.Text)
		lo, hi := 0, len(letters)
		fits := func(n int) bool {
			s := Span{strings.TrimRight(string(letters[:n]), " ,;·") + ellipsis, last.Strong, last.Color}
			return last.x+t.measure(s) <= width
		}
		for lo < hi {
			mid := (lo + hi + 1) / 2
			if fits(mid) {
				lo = mid
			} else {
				hi = mid - 1
			}
		}
		if lo > 0 || len(l.runs) == 1 {
			short := line{runs: l.runs[:len(l.runs)-1], width: last.x}
			short.append(t, Span{strings.TrimRight(string(letters[:lo]), " ,;·") + ellipsis, last.Strong, last.Color})
			return short
		}
		l.runs = l.runs[:len(l.runs)-1]
	}
	return l
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	return laidOut(&textRenderer{text: t}, t.Size())
}

type textRenderer struct {
	text    *Text
	objects []fyne.CanvasObject
}

func (r *textRenderer) Layout(size fyne.Size) {
	t := r.text
	n := 0
	for i, l := range t.layout(size.Width) {
		x := float32(0)
		switch t.Align {
		case fyne.TextAlignTrailing:
			x = size.Width - l.width
		case fyne.TextAlignCenter:
			x = (size.Width - l.width) / 2
		}
		for _, run := range l.runs {
			r.place(n, run, x+run.x, float32(i)*t.Style.Line)
			n++
		}
	}
	for ; n < len(r.objects); n++ {
		r.objects[n].Hide()
	}
}

// place puts a run on its line, centered in the line's height.
func (r *textRenderer) place(n int, run run, x, y float32) {
	if n == len(r.objects) {
		r.objects = append(r.objects, &canvas.Text{})
	}
	t := r.text
	name := run.Color
	if name == "" {
		name = t.Color
	}
	c := r.objects[n].(*canvas.Text)
	c.Text = run.Text
	c.Color = theme.Color(name)
	c.TextSize = t.Style.Size
	c.TextStyle = fyne.TextStyle{Bold: t.Style.Strong || run.Strong}
	c.FontSource = theme.Font(c.TextStyle)
	height := c.MinSize().Height
	c.Move(fyne.NewPos(x, y+(t.Style.Line-height)/2))
	c.Resize(fyne.NewSize(run.width, height))
	c.Show()
	c.Refresh()
}

func (r *textRenderer) MinSize() fyne.Size           { return r.text.MinSize() }
func (r *textRenderer) Refresh()                     { r.Layout(r.text.Size()) }
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *textRenderer) Destroy()                     {}
