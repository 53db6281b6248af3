package widget_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// words returns the text drawn below o, in order.
func words(o fyne.CanvasObject) string {
	var b strings.Builder
	for _, o := range test.LaidOutObjects(o) {
		if text, ok := o.(*canvas.Text); ok && text.Visible() {
			b.WriteString(text.Text)
		}
	}
	return b.String()
}

// A zone is told by its word and shape, never by color alone.
func TestBadge(t *testing.T) {
	for _, tt := range []struct {
		zone               nextrole.Zone
		status             nextrole.Status
		short, long, label string
		icon               string
	}{
		{nextrole.Red, nextrole.Published, "Red", "Red · high exposure", "Red, high exposure, published score", "zone-red"},
		{nextrole.Yellow, nextrole.Published, "Yellow", "Yellow · mixed", "Yellow, mixed, published score", "zone-yellow"},
		{nextrole.Green, nextrole.Published, "Green", "Green · resistant", "Green, resistant, published score", "zone-green"},
		{nextrole.Green, nextrole.Draft, "Green", "Green · resistant", "Green, resistant, editors’ draft", "zone-green-hollow"},
		{nextrole.Yellow, nextrole.Derived, "Yellow", "Yellow · mixed", "Yellow, mixed, derived", "zone-yellow-hollow"},
		{nextrole.Red, nextrole.Own, "Red", "Red · high exposure", "Red, high exposure, mine", "zone-red-hollow"},
		{nextrole.ZoneNone, "", "Not scored", "Not scored", "Not scored, no AIJRI assessment", "zone-none"},
		{"", "", "Not scored", "Not scored", "Not scored, no AIJRI assessment", "zone-none"},
	} {
		short, long := widget.NewBadge(tt.zone, tt.status, false), widget.NewBadge(tt.zone, tt.status, true)
		later := widget.NewBadge(nextrole.Red, nextrole.Published, true)
		later.Set(tt.zone, tt.status)
		got := []string{words(short), words(long), words(later), short.AccessibilityLabel(), later.AccessibilityLabel(), widget.ZoneIcon(tt.zone, tt.status)}
		if diff := cmp.Diff([]string{tt.short, tt.long, tt.long, tt.label, tt.label, tt.icon}, got); diff != "" {
			t.Errorf("%s, %s (-want +got):\n%s", tt.zone, tt.status, diff)
		}
	}
}

// A score that is not published looks so even without its word.
func TestBadgeOfDraftIsHollow(t *testing.T) {
	b := widget.NewBadge(nextrole.Green, nextrole.Published, false)
	s := show(t, layout.NewRow(0, b), 200, 40)
	published := s.canvas.Capture()
	b.Set(nextrole.Green, nextrole.Draft)
	draft := s.canvas.Capture()
	b.Set(nextrole.Green, nextrole.Published)
	if same(published, draft) || !same(published, s.canvas.Capture()) {
		t.Error("a draft's badge looks like a published score's")
	}
}

func TestStatusWords(t *testing.T) {
	for status, want := range map[nextrole.Status][2]string{
		nextrole.Published: {"", "published score"},
		nextrole.Draft:     {"editors’ draft", "editors’ draft"},
		nextrole.Derived:   {"derived", "derived"},
		nextrole.Own:       {"mine", "mine"},
		"":                 {"", ""},
	} {
		if got := [2]string{widget.StatusText(status), widget.StatusOf(status)}; got != want {
			t.Errorf("%q: %q, want %q", status, got, want)
		}
	}
}

// The scale of a row shows scores from end to end, beyond them and none.
func TestMiniScale(t *testing.T) {
	m := widget.NewMiniScale()
	s := show(t, layout.NewInset(10, 10, 10, 10, m), 120, 40)
	pictures := map[string]string{"none": picture(s)}
	for _, score := range []float64{0, 24.9, 48, 100} {
		m.Set(&score, nextrole.Green, nextrole.Published)
		pictures[fmt.Sprint(score)] = picture(s)
	}
	seen := map[string]string{}
	for name, p := range pictures {
		if other, ok := seen[p]; ok {
			t.Errorf("%s and %s look the same", name, other)
		}
		seen[p] = name
	}
	for _, beyond := range [][2]float64{{-3, 0}, {107, 100}} {
		m.Set(&beyond[0], nextrole.Green, nextrole.Published)
		if picture(s) != pictures[fmt.Sprint(beyond[1])] {
			t.Errorf("%v does not stand at %v", beyond[0], beyond[1])
		}
	}
	m.Set(nil, "", "")
	if picture(s) != pictures["none"] {
		t.Error("not scored looks other than at first")
	}
}

func picture(s stage) string { return fmt.Sprint(s.canvas.Capture()) }

func TestRatingCells(t *testing.T) {
	cells := widget.NewRatingCells([]string{"−2", "−1", "0", "+1", "+2"}, 1)
	if got := words(cells); got != "−2−10+1+2" {
		t.Errorf("cells say %q", got)
	}
	if none := widget.NewRatingCells([]string{"0", "1"}, -1); none.MinSize().Width >= cells.MinSize().Width {
		t.Error("two cells are as wide as five")
	}
}

func TestHighlight(t *testing.T) {
	mark := func(text string) widget.Span { return widget.Span{Text: text, Strong: true, Color: theme.Accent} }
	for _, tt := range []struct {
		text  string
		marks [][2]int
		want  []widget.Span
	}{
		{"registrar", nil, []widget.Span{{Text: "registrar"}}},
		{"", [][2]int{{0, 1}}, []widget.Span{{}}},
		{"registrar", [][2]int{{0, 5}}, []widget.Span{mark("regis"), {Text: "trar"}}},
		{"registrar", [][2]int{{5, 9}}, []widget.Span{{Text: "regis"}, mark("trar")}},
		{"registrar", [][2]int{{0, 9}}, []widget.Span{mark("registrar")}},
		{"registrar", [][2]int{{1, 2}, {4, 5}}, []widget.Span{{Text: "r"}, mark("e"), {Text: "gi"}, mark("s"), {Text: "trar"}}},
		{"registrar", [][2]int{{4, 6}, {1, 2}, {5, 8}}, []widget.Span{{Text: "regi"}, mark("st"), {Text: "rar"}}},
		{"registrar", [][2]int{{-1, 2}, {3, 3}, {5, 4}, {7, 99}}, []widget.Span{{Text: "registrar"}}},
		{"café work", [][2]int{{3, 4}, {4, 6}, {6, 8}}, []widget.Span{{Text: "café "}, mark("wo"), {Text: "rk"}}},
	} {
		if diff := cmp.Diff(tt.want, widget.Highlight(tt.text, tt.marks)); diff != "" {
			t.Errorf("%q, %v (-want +got):\n%s", tt.text, tt.marks, diff)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		marks := rapid.SliceOf(rapid.Custom(func(t *rapid.T) [2]int {
			return [2]int{rapid.IntRange(-3, 20).Draw(t, "from"), rapid.IntRange(-3, 20).Draw(t, "to")}
		})).Draw(t, "marks")
		joined := ""
		for _, s := range widget.Highlight(text, marks) {
			joined += s.Text
			if utf8.ValidString(text) && !utf8.ValidString(s.Text) {
				t.Errorf("%q: a letter is cut in %q", text, s.Text)
			}
		}
		if joined != text {
			t.Errorf("%q became %q", text, joined)
		}
	})
}
