package chart_test

import (
	"image/color"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/chart"
)

func ptr[T any](v T) *T { return &v }

// Titles of pay, outlook and comparisons are findings where there is one.
func TestFindings(t *testing.T) {
	real := charts(t)
	pay := func(strips ...chart.Strip) chart.Chart { return chart.Percentiles{Unit: "a year", Strips: strips} }
	half := chart.Strip{Name: "BLS, May 2025", P25: ptr(48940.), Median: ptr(68020.), P75: ptr(95630.)}
	median := chart.Strip{Name: "BLS, May 2024", Median: ptr(67310.), Shown: true}
	group := half
	group.Group = "15-1211"
	row := func(score float64, s nextrole.Status) chart.ForestRow {
		return chart.ForestRow{Name: "a", Score: &score, Status: s}
	}
	at := func(name string, x, y float64, s nextrole.Status) chart.Point {
		return chart.Point{Name: name, X: x, Y: y, Status: s}
	}
	scatter := func(points ...chart.Point) chart.Chart {
		return chart.Scatter{X: chart.Axis{Name: "Closeness"}, Points: points}
	}
	for _, test := range []struct {
		of   chart.Chart
		want string
	}{
		{real["percentiles"], "Half of workers earn between $48,940 and $95,630 a year (BLS, May 2025)"},
		{pay(half, median), "Half of workers earn more than $67,310 a year, half less (BLS, May 2024)"},
		{pay(chart.Strip{Name: "empty", Shown: true}, half), "Half of workers earn between $48,940 and $95,630 a year (BLS, May 2025)"},
		{pay(group), "Half of the wider group 15-1211 earn between $48,940 and $95,630 a year (BLS, May 2025)"},
		{pay(chart.Strip{Name: "BLS", P10: ptr(30000.)}), "Pay by release"},

		{real["industry"], "Hospitals; state, local, private: 46% of jobs, pay below that of all industries together"},
		{chart.IndustryBars{Bars: []chart.Industry{{Name: "a", Pay: ptr(5e4)}, {Name: "b", Pay: ptr(6e4)}}}, "Highest pay: b, $60,000"},
		{chart.IndustryBars{Bars: []chart.Industry{{Name: "a", Pay: ptr(5e4)}, {Name: "b", Pay: ptr(5e4)}}}, "Pay by industry"},
		{chart.IndustryBars{}, "Pay by industry"},

		{real["projections"], "Projected change in jobs: +15.9% for 2025–35, after +14.7% for 2024–34"},
		{chart.Projections{Lines: []chart.Projection{{From: 2024, To: 2034, Growth: -4}}}, "Projected change in jobs: −4% for 2024–34"},
		{chart.Projections{Lines: []chart.Projection{{From: 2012, To: 2022, Growth: 22, Group: "29-2071"}}}, "Only for the wider group 29-2071: +22% for 2012–22"},
		{chart.Projections{}, "Projected jobs"},

		{real["grouped"], "Ratings by role"}, // two roles are highest in two each
		{chart.GroupedBars{Items: []string{"x", "y"}, Series: []chart.Series{
			{Name: "Coders", Values: []*float64{ptr(3.), ptr(3.)}}, {Name: "Managers", Values: []*float64{ptr(5.), ptr(3.)}},
		}}, "Highest in 1 of 2: Managers"},

		{real["scatter"], "3 of 7 roles in Green; highest in closeness, percentile of all pairs: Compliance Managers"},
		{scatter(at("a", 5, 50, nextrole.Draft), at("b", 9, 30, "")), "1 of 2 roles in Green, 1 by scores not published"},
		{scatter(at("a", 5, 50, nextrole.Draft), at("b", 9, 50, nextrole.Draft)), "2 of 2 roles in Green, 2 by scores not published; highest in closeness: b, draft"},
		{scatter(at("a", 5, 10, ""), at("b", 5, 11, "")), "All 2 roles lie in Red"},
		{scatter(at("a", 5, 10, "")), "The only role here lies in Red"},
		{scatter(), "AIJRI by closeness"},

		{real["forest"], "Of 5 scores, 3 in Red, 1 in Yellow, 1 in Green; 4 not published"},
		{chart.Forest{Rows: []chart.ForestRow{row(3, nextrole.Published), row(5, nextrole.Published)}}, "All 2 scores lie in Red"},
		{chart.Forest{Rows: []chart.ForestRow{row(50, nextrole.Draft)}}, "The score lies in Green; it is not published"},
		{chart.Forest{}, "Scores side by side"},

		{real["chance"], "Red in 85% of cases if raters differ"},
		{chart.ChanceBar{Yellow: 0.99, Green: 0.01, Origin: chart.Origin{Status: nextrole.Draft}}, "Editors’ draft: Yellow in over 95% of cases if raters differ"},
		{chart.ChanceBar{Green: 1}, "Green even if raters differ"},
		{chart.ChanceBar{}, "Chance of each zone"},

		{real["heat"], "Farthest apart: Company actions, −2 to +1"},
		{chart.HeatStrip{Columns: []string{"x"}, Rows: []chart.HeatRow{{Values: []*int{ptr(1)}}}, Most: 2, Measure: "Barriers"}, "Barriers"},
		{chart.HeatStrip{Columns: []string{"x"}, Rows: []chart.HeatRow{{Values: []*int{ptr(1)}}, {Values: []*int{ptr(1)}}}, Most: 2}, "All rows have the same ratings"},
	} {
		if got := test.of.Title(); got != test.want {
			t.Errorf("title %q, want %q", got, test.want)
		}
	}
}

// What a source leaves out is "not given" in the table and no word or number in
// the drawing; it is never 0.
func TestAbsentIsAbsent(t *testing.T) {
	c := chart.Percentiles{Strips: []chart.Strip{{Name: "BLS, May 2024", Median: ptr(67310.)}}}
	want := [][]string{{"BLS, May 2024", "this role", "not given", "not given", "67,310", "not given", "not given", ""}}
	if diff := cmp.Diff(want, c.Table().Rows); diff != "" {
		t.Errorf("(−want +got):\n%s", diff)
	}
	bodies, _ := c.Layout(556, 0, look(t, "light")).Words()
	for _, word := range []string{"10th", "25th", "75th", "90th"} {
		if slices.Contains(bodies, word) {
			t.Errorf("the drawing names the %s percentile, which is not given", word)
		}
	}
}

// Figures of a wider group say so where they are drawn, told and listed.
func TestWiderGroupIsMarked(t *testing.T) {
	for name, c := range map[string]chart.Chart{
		"pay":         chart.Percentiles{Strips: []chart.Strip{{Name: "BLS", Median: ptr(9e4), Group: "15-1211"}}},
		"projections": chart.Projections{Lines: []chart.Projection{{From: 2024, To: 2034, Growth: 9, Group: "15-1211"}}},
	} {
		const mark = "wider group 15-1211"
		s := c.Layout(556, 0, look(t, "light"))
		bodies, _ := s.Words()
		for where, text := range map[string]string{
			"drawing": strings.Join(bodies, " "), "sentence": c.Sentence(), "title": c.Title(), "table": c.Table().CSV(), "tip": strings.Join(s.Marks[0].Tip, "\n"),
		} {
			if !strings.Contains(text, mark) {
				t.Errorf("%s: the %s does not say %q: %s", name, where, mark, text)
			}
		}
	}
}

// A dashed line is of another group, and no line joins two releases.
func TestReleasesAreNotJoined(t *testing.T) {
	l := look(t, "light")
	record := chart.Record(charts(t)["projections"].Layout(556, 0, l), l)
	solid, dashed := 0, 0
	slanted := regexp.MustCompile(`^stroke .* M\d+,(\d+) L\d+,(\d+)\n`)
	for line := range strings.Lines(record) {
		ends := slanted.FindStringSubmatch(line)
		switch {
		case ends == nil || ends[1] == ends[2]: // a level line is beside a name
		case strings.Contains(line, "dashed"):
			dashed++
		default:
			solid++
		}
	}
	if solid != 3 || dashed != 1 {
		t.Errorf("%d solid and %d dashed lines, want 3 and 1:\n%s", solid, dashed, record)
	}
}

// A role without ratings says so in words, and has no bar.
func TestNotRated(t *testing.T) {
	l := look(t, "light")
	for _, width := range []float64{360, 700} {
		s := charts(t)["grouped"].Layout(width, 0, l)
		bodies, _ := s.Words()
		if !strings.Contains(strings.Join(bodies, " "), "Registrars: not rated by O*NET") {
			t.Errorf("at %v: %q does not say that A is not rated", width, bodies)
		}
		for _, m := range s.Marks {
			if strings.Contains(m.Tip[0], "Registrars") {
				t.Errorf("at %v: mark %q is of a role without ratings", width, m.Key)
			}
		}
	}
}

// A score that is not published has the word beside its point.
func TestDraftsAreMarked(t *testing.T) {
	l := look(t, "light")
	for _, name := range []string{"forest", "scatter"} {
		bodies, _ := charts(t)[name].Layout(700, 0, l).Words()
		if !strings.Contains(strings.Join(bodies, " "), "draft") {
			t.Errorf("%s: %q does not say which score is a draft", name, bodies)
		}
	}
}

// The words are rounded to 5 %; the tip and the table are exact.
func TestChances(t *testing.T) {
	c := chart.ChanceBar{Red: 0.856, Yellow: 0.1436, Green: 0.0004}
	s := c.Layout(400, 0, look(t, "light"))
	bodies, _ := s.Words()
	if diff := cmp.Diff([]string{"Red", "85%", "Yellow", "15%", "Green", "under 5%"}, bodies); diff != "" {
		t.Errorf("words (−want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Yellow: mixed", "14.4% if raters differ"}, s.Marks[1].Tip); diff != "" {
		t.Errorf("tip (−want +got):\n%s", diff)
	}
	want := [][]string{{"Red", "high exposure", "85.6"}, {"Yellow", "mixed", "14.36"}, {"Green", "resistant", "0.04"}}
	if diff := cmp.Diff(want, c.Table().Rows); diff != "" {
		t.Errorf("table (−want +got):\n%s", diff)
	}
}

// Programs read numbers without commas; a sentence keeps its own.
func TestCSVOfThousands(t *testing.T) {
	table := chart.Table{Header: []string{"Pay"}, Rows: [][]string{{"1,234,567.5"}, {"−38,100"}, {"1,2"}, {"a, 1,000"}}}
	want := "Pay\r\n1234567.5\r\n-38100\r\n\"1,2\"\r\n\"a, 1,000\"\r\n"
	if diff := cmp.Diff(want, table.CSV()); diff != "" {
		t.Errorf("(−want +got):\n%s", diff)
	}
}

// Each digit of a heat strip keeps a contrast of 4.5 to its cell, in both themes.
func TestHeatContrast(t *testing.T) {
	for _, mode := range []string{"light", "dark"} {
		l := look(t, mode)
		strip := chart.HeatStrip{Least: 1, Most: 5, Columns: []string{"a", "b", "c", "d", "e"}, Rows: []chart.HeatRow{{Name: "r", Values: []*int{ptr(1), ptr(2), ptr(3), ptr(4), ptr(5)}}}}
		m, err := chart.Image(strip.Layout(556, 0, l), l, 1)
		if err != nil {
			t.Fatal(err)
		}
		for _, mark := range strip.Layout(556, 0, l).Marks {
			cell := m.RGBAAt(int(mark.Bounds.X)+6, int(mark.Bounds.Y)+6)
			if got := contrast(cell, rgba(l.Palette["text"])); got < 4.5 {
				t.Errorf("%s: %s: contrast %.2f", mode, mark.Tip[1], got)
			}
		}
	}
}

// contrast is the ratio of WCAG 2, by its definition.
func contrast(a, b color.RGBA) float64 {
	luminance := func(c color.RGBA) float64 {
		linear := func(v uint8) float64 {
			s := float64(v) / 255
			if s <= 0.04045 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}
