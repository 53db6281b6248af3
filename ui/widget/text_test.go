package widget_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/uitest"
	"nextrole/ui/widget"
)

// shown returns the lines that a Text draws at a width, and the left and right
// end of what it draws.
func shown(text *widget.Text, width float32) (lines []string, left, right float32) {
	text.Resize(fyne.NewSize(width, layout.HeightFor(text, width)))
	renderer := test.WidgetRenderer(text)
	renderer.Refresh()
	left = width
	for _, o := range renderer.Objects() {
		c := o.(*canvas.Text)
		if !c.Visible() || c.Text == "" {
			continue
		}
		i := int((c.Position().Y + c.MinSize().Height/2) / text.Style.Line)
		for len(lines) <= i {
			lines = append(lines, "")
		}
		lines[i] += c.Text
		left = min(left, c.Position().X)
		right = max(right, c.Position().X+c.MinSize().Width)
	}
	return lines, left, right
}

func paragraph(text string) *widget.Text { return widget.NewParagraph(text, theme.Body, theme.Text) }

func TestTextLines(t *testing.T) {
	wide := func(text string) float32 { return fyne.MeasureText(text, theme.Body.Size, fyne.TextStyle{}).Width }
	two := func(lines int, text *widget.Text) *widget.Text {
		text.Lines = lines
		return text
	}
	spans := func(spans ...widget.Span) *widget.Text {
		text := paragraph("")
		text.SetSpans(spans...)
		return text
	}
	for _, tt := range []struct {
		name  string
		text  *widget.Text
		width float32
		want  []string
	}{
		{"nothing", paragraph(""), 100, nil},
		{"one line", paragraph("Health data analyst"), 500, []string{"Health data analyst"}},
		{"at spaces", paragraph("Health data analyst"), wide("Health data") + 1, []string{"Health data", "analyst"}},
		{"at line ends", paragraph("Health\ndata"), 500, []string{"Health", "data"}},
		{"an empty line", paragraph("Health\n\ndata"), 500, []string{"Health", "", "data"}},
		{"spaces at the end", paragraph("Health data  "), wide("Health data"), []string{"Health data"}},
		{"a word in two looks", spans(widget.Span{Text: "Health regis"}, widget.Span{Text: "trar", Strong: true}), wide("Health regist"), []string{"Health", "registrar"}},
		{"a comma in another look", spans(widget.Span{Text: "Health data", Strong: true}, widget.Span{Text: ", 2026"}), wide("Health data") + 3, []string{"Health", "data, 2026"}},
		{"a word that is too long", paragraph("Registrars"), wide("Regist"), []string{"Regist", "rars"}},
		{"a long word that keeps its end", spans(widget.Span{Text: "Registrars"}, widget.Span{Text: "’", Strong: true}), wide("Regist"), []string{"Regist", "rars’"}},
		{"after a long word", paragraph("Registrars at work"), wide("Registra"), []string{"Registra", "rs at", "work"}},
		{"one letter to a line", paragraph("abc"), 9, []string{"a", "b", "c"}},
		{"letters wider than a line", paragraph("éé"), 2, []string{"é", "…"}},
		{"letters beyond ASCII", paragraph("héhé ≥≥"), wide("héhé"), []string{"héhé", "≥≥"}},
		{"as many as allowed", two(2, paragraph("Health data")), wide("Health") + 1, []string{"Health", "data"}},
		{"more than allowed", two(2, paragraph("Health data analyst, senior")), wide("analyst…") + 2, []string{"Health", "data an…"}},
		{"a line end that is not allowed", two(1, paragraph("Health\ndata")), 500, []string{"Health data"}},
		{"unwrapped", widget.NewText("Health data", theme.Body, theme.Text), 500, []string{"Health data"}},
		{"unwrapped and too long", widget.NewText("Health, data", theme.Body, theme.Text), wide("Health, d"), []string{"Health…"}},
		{"unwrapped with a line end", widget.NewText("Health\ndata", theme.Body, theme.Text), 500, []string{"Health data"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, _, _ := shown(tt.text, tt.width)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("lines (-want +got):\n%s", diff)
			}
			if got, want := tt.text.HeightFor(tt.width), float32(len(tt.want))*theme.Body.Line; got != want {
				t.Errorf("asks for a height of %v, want %v", got, want)
			}
		})
	}
}

// Words of any length, looks and width: no line is wider than the text, and
// all words are there unless an ellipsis says that some are not.
func TestTextKeepsWithinItsWidth(t *testing.T) {
	word := rapid.OneOf(
		rapid.StringMatching(`[A-Za-z]{1,12}[,.;]?`),
		rapid.SampledFrom([]string{"−4.5", "≥ 48", "é", "ß", "Ångström", "’", "–", "·", "日本語", "🙂", "e\u0301", "\u00A0", "R&D", strings.Repeat("long", 60), strings.Repeat("é", 90)}),
	)
	rapid.Check(t, func(t *rapid.T) {
		var spans []widget.Span
		for range rapid.IntRange(1, 5).Draw(t, "spans") {
			words := rapid.SliceOfN(word, 0, 8).Draw(t, "words")
			text := strings.Join(words, rapid.SampledFrom([]string{" ", " ", " ", "  ", "\n"}).Draw(t, "between"))
			text += rapid.SampledFrom([]string{"", " "}).Draw(t, "after")
			spans = append(spans, widget.Span{Text: text, Strong: rapid.Bool().Draw(t, "strong")})
		}
		text := widget.NewText("", rapid.SampledFrom([]theme.Style{theme.Caption, theme.Body, theme.Title}).Draw(t, "style"), theme.Text)
		text.SetSpans(spans...)
		text.Wrap = rapid.Bool().Draw(t, "wrap")
		text.Lines = rapid.IntRange(0, 4).Draw(t, "lines")
		text.Align = rapid.SampledFrom([]fyne.TextAlign{fyne.TextAlignLeading, fyne.TextAlignCenter, fyne.TextAlignTrailing}).Draw(t, "align")
		width := float32(rapid.IntRange(20, 600).Draw(t, "width"))

		lines, left, right := shown(text, width)
		if left < -1 || right > width+1 {
			t.Errorf("drawn from %v to %v in a width of %v: %q", left, right, width, lines)
		}
		if most := text.Lines; most > 0 && len(lines) > most && text.Wrap || len(lines) > 1 && !text.Wrap {
			t.Errorf("%d lines, and %d are allowed: %q", len(lines), most, lines)
		}
		if got, want := text.HeightFor(width), float32(len(lines))*text.Style.Line; got < want {
			t.Errorf("asks for a height of %v and takes %v: %q", got, want, lines)
		}
		said, drawn := letters(text.String()), letters(strings.Join(lines, ""))
		if kept, cut := strings.CutSuffix(drawn, "…"); cut {
			if !strings.HasPrefix(said, kept) || kept == said {
				t.Errorf("%q is cut to %q", said, lines)
			}
		} else if drawn != said {
			t.Errorf("%q is drawn as %q", said, lines)
		}
		for i := 1; i < len(lines) && text.Wrap; i++ {
			checkBreak(t, text.String(), lines, i, width)
		}
	})
}

// letters returns text without spaces, where lines may break.
func letters(text string) string { return strings.NewReplacer(" ", "", "\n", "").Replace(text) }

// checkBreak reports a line that begins within a word which has room on a line
// of its own.
func checkBreak(t *rapid.T, said string, lines []string, i int, width float32) {
	before := len(letters(strings.Join(lines[:i], "")))
	at := 0 // where line i begins in said
	for n := 0; n < before && at < len(said); at++ {
		if said[at] != ' ' && said[at] != '\n' {
			n++
		}
	}
	if at == 0 || at >= len(said) || strings.ContainsAny(said[at-1:at+1], " \n") {
		return
	}
	start, end := strings.LastIndexAny(said[:at], " \n")+1, strings.IndexAny(said[at:], " \n")
	if end < 0 {
		end = len(said) - at
	}
	word := said[start : at+end]
	if fyne.MeasureText(word, theme.Title.Size, fyne.TextStyle{Bold: true}).Width < width {
		t.Errorf("%q is broken, and has room in %v: %q", word, width, lines)
	}
}

func TestTextMinSize(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := widget.NewText("", theme.Body, theme.Text)
		var spans []widget.Span
		for range rapid.IntRange(1, 4).Draw(t, "spans") {
			spans = append(spans, widget.Span{Text: rapid.StringMatching(`[A-Za-z ,.TVAW]{0,12}`).Draw(t, "text"), Strong: rapid.Bool().Draw(t, "strong")})
		}
		text.SetSpans(spans...)
		lines, _, _ := shown(text, text.MinSize().Width)
		if got := strings.Join(lines, ""); got != text.String() {
			t.Errorf("at its own width %q is drawn as %q", text.String(), got)
		}
	})
	if got := paragraph("").MinSize(); got != (fyne.Size{}) {
		t.Errorf("nothing takes %v", got)
	}
}

func TestTextChanges(t *testing.T) {
	made, err := theme.New(theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(made)
	text := widget.NewText("Red", theme.Body, theme.Text)
	colorOf := func() any {
		shown(text, 500)
		return test.WidgetRenderer(text).Objects()[0].(*canvas.Text).Color
	}
	text.SetColor(theme.Accent)
	if got, want := colorOf(), theme.Color(theme.Accent); got != want {
		t.Errorf("color %v, want %v", got, want)
	}
	text.SetSpans(widget.Span{Text: "Red", Color: theme.StatusError}, widget.Span{Text: " or not", Strong: true})
	if got, want := colorOf(), theme.Color(theme.StatusError); got != want {
		t.Errorf("color of a span %v, want %v", got, want)
	}
	text.Set("Yellow")
	if lines, _, _ := shown(text, 500); text.String() != "Yellow" || text.AccessibilityLabel() != "Yellow" || lines[0] != "Yellow" {
		t.Errorf("shows %q, says %q", lines, text.AccessibilityLabel())
	}
	light := colorOf()
	if made, err = theme.New(theme.Dark); err != nil {
		t.Fatal(err)
	}
	fyne.CurrentApp().Settings().SetTheme(made)
	if got := colorOf(); got == light {
		t.Errorf("in the dark the color is still %v", got)
	}
}

// Words are set in the one font they name, so that Fyne does not read it again
// for each part of the window with a theme of its own.
func TestWordsNameTheirFont(t *testing.T) {
	s := uitest.NewStage(t)
	text := widget.NewText("", theme.Body, theme.Text)
	text.SetSpans(widget.Span{Text: "plain "}, widget.Span{Text: "strong", Strong: true})
	s.Window.SetContent(text)
	for i, o := range test.WidgetRenderer(text).Objects() {
		want := theme.Font(fyne.TextStyle{Bold: i == 1})
		if run := o.(*canvas.Text); run.FontSource != want {
			t.Errorf("%q is set in %v, not %s", run.Text, run.FontSource, want.Name())
		}
	}
}

// The same words in another look are set anew.
func TestSameWordsInAnotherLook(t *testing.T) {
	s := uitest.NewStage(t)
	text := widget.NewText("no data", theme.Body, theme.Text)
	s.Window.SetContent(text)
	text.Color, text.Style = theme.Text3, theme.Small
	text.Set("no data")
	run := test.WidgetRenderer(text).Objects()[0].(*canvas.Text)
	if run.Color != theme.Color(theme.Text3) || run.TextSize != theme.Small.Size {
		t.Errorf("shown in %v at %v", run.Color, run.TextSize)
	}
}
