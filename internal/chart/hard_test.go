package chart_test

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/chart"
	"nextrole/internal/chart/sample"
)

var (
	nan = math.NaN()
	inf = math.Inf(1)

	unformatted = regexp.MustCompile(`NaN|Inf\b|%!`)
)

// task returns a task; only what a case is about differs.
func task(name string, percent float64, score int, l nextrole.Label) nextrole.AssessedTask {
	return nextrole.AssessedTask{Name: name, Share: nextrole.ShareOf(percent), Score: score, Label: l}
}

func steps(scores ...float64) []aijri.Step {
	names := []string{"Task resistance", "Evidence", "Barriers", "AI growth"}
	var steps []aijri.Step
	before := 0.0
	for i, s := range scores {
		steps = append(steps, aijri.Step{Name: names[i%4], Factor: 1, Raw: s*0.0793 + 0.54, Score: s, Delta: s - before})
		before = s
	}
	return steps
}

// all are the hard charts and the real ones.
func all(t testing.TB) map[string]chart.Chart {
	cs := sample.Hard()
	maps.Copy(cs, charts(t))
	return cs
}

// No label is cut, runs out of the scene or into another one, at any width.
func TestLabelsKeepApart(t *testing.T) {
	normal := look(t, "light")
	for name, c := range all(t) {
		t.Run(name, func(t *testing.T) {
			for _, text := range []float64{1, 1.5} {
				normal.Text = text
				for _, width := range []float64{220, 260, 300, 312, 360, 388, 420, 439, 440, 500, 556, 700, 1023.5, 2000} {
					if width < 300*text {
						continue
					}
					for _, height := range []float64{0, 900} {
						s := c.Layout(width, height, normal)
						checkWords(t, s, fmt.Sprintf("width %v, height %v, text %v", width, height, text))
						checkMarks(t, s, fmt.Sprintf("width %v, height %v, text %v", width, height, text))
						if natural := c.Height(width, normal); s.Height < natural-1e-6 || height == 0 && s.Height > natural+1e-6 {
							t.Errorf("width %v: the scene is %v high, Height tells %v", width, s.Height, natural)
						}
					}
				}
			}
		})
	}
}

// The same at the sizes of text at the ends, and in the narrowest and widest
// places that are left for them.
func TestLabelsAtAnySize(t *testing.T) {
	l := look(t, "light")
	for name, c := range all(t) {
		t.Run(name, func(t *testing.T) {
			for _, text := range []float64{0.5, 1, 2, 3} {
				l.Text = text
				for _, width := range []float64{max(240*text, 200), 8192} {
					where := fmt.Sprintf("width %v, text %v", width, text)
					s := c.Layout(width, 0, l)
					checkWords(t, s, where)
					checkMarks(t, s, where)
				}
			}
		})
	}
}

func checkWords(t *testing.T, s chart.Scene, where string) {
	t.Helper()
	const slack = 0.01
	bodies, bounds := s.Words()
	if len(bodies) == 0 {
		t.Fatalf("%s: not a word", where)
	}
	order := make([]int, len(bounds)) // from the top down, so that a word meets only its neighbors
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int { return cmp.Compare(bounds[i].Y, bounds[j].Y) })
	for n, i := range order {
		b := bounds[i]
		if b.X < -slack || b.Y < -slack || b.X+b.W > s.Width+slack || b.Y+b.H > s.Height+slack {
			t.Errorf("%s: %q at %v leaves the scene of %v × %v", where, bodies[i], b, s.Width, s.Height)
		}
		if b.W <= 0 || strings.TrimSpace(bodies[i]) == "" {
			t.Errorf("%s: %q at %v shows nothing", where, bodies[i], b)
		}
		for _, j := range order[n+1:] {
			o := bounds[j]
			if o.Y >= b.Y+b.H {
				break
			}
			if b.X+slack < o.X+o.W && o.X+slack < b.X+b.W && b.Y+slack < o.Y+o.H && o.Y+slack < b.Y+b.H {
				t.Errorf("%s: %q at %v touches %q at %v", where, bodies[i], b, bodies[j], o)
			}
		}
	}
}

func checkMarks(t *testing.T, s chart.Scene, where string) {
	t.Helper()
	for _, m := range s.Marks {
		b := m.Bounds
		if b.X < -0.01 || b.Y < -0.01 || b.X+b.W > s.Width+0.01 || b.Y+b.H > s.Height+0.01 || b.W <= 0 || b.H <= 0 {
			t.Errorf("%s: mark %q at %v does not lie in the scene of %v × %v", where, m.Key, b, s.Width, s.Height)
		}
		if m.Key == "" || len(m.Tip) < 2 {
			t.Errorf("%s: mark %q has nothing to tell: %q", where, m.Key, m.Tip)
		}
	}
}

// Widths and heights of no meaning still give a scene.
func TestLayoutAnywhere(t *testing.T) {
	l := look(t, "light")
	for name, c := range all(t) {
		for _, size := range [][2]float64{{0, 0}, {-5, -5}, {nan, nan}, {inf, inf}, {1, 1e9}} {
			s := c.Layout(size[0], size[1], l)
			if !(s.Width >= 160 && s.Width <= 8192 && s.Height > 0) {
				t.Errorf("%s: at %v the scene is %v × %v", name, size, s.Width, s.Height)
			}
		}
		for _, text := range []float64{nan, inf, -1, 0.01, 99} {
			l.Text = text
			if s := c.Layout(400, 0, l); !(s.Height > 0 && s.Height < 1e6) {
				t.Errorf("%s: at text %v the scene is %v high", name, text, s.Height)
			}
		}
		l.Text = 1
		if s := c.Layout(400, 0, chart.Look{}); !(s.Height > 0) {
			t.Errorf("%s: without a look there is no scene", name)
		}
	}
}

// What cannot be drawn says so in words, and the rest of the chart works.
func TestEmptyStates(t *testing.T) {
	l := look(t, "light")
	for name, want := range map[string]string{
		"tasks/nothing":     "No tasks to show",
		"mix/nothing":       "No task mix to show",
		"mix/nan":           "No task mix to show",
		"mix/inf":           "No task mix to show",
		"mix/negative":      "No task mix to show",
		"scale/nothing":     "Not scored: no AIJRI assessment",
		"scale/nan":         "Not scored: no AIJRI assessment",
		"scale/inf":         "Not scored: no AIJRI assessment",
		"waterfall/nothing": "No sum to show",
		"waterfall/nan":     "No sum to show",
		"waterfall/inf":     "No sum to show",
		"waterfall/huge":    "No sum to show",

		"percentiles/nothing":   "No pay to show",
		"percentiles/not given": "No pay to show",
		"percentiles/nan":       "No pay to show",
		"industry/nothing":      "No pay by industry to show",
		"industry/no pay":       "No pay by industry to show",
		"industry/nan":          "No pay by industry to show",
		"projections/nothing":   "No projection to show",
		"projections/bad":       "No projection to show",
		"grouped/nothing":       "No ratings to show",
		"grouped/not rated":     "No ratings to show",
		"grouped/nan":           "No ratings to show",
		"scatter/nothing":       "No roles to show",
		"scatter/nan":           "No roles to show",
		"forest/nothing":        "No scores to show",
		"chance/nothing":        "No chances to show",
		"chance/nan":            "No chances to show",
		"chance/inf":            "No chances to show",
		"chance/negative":       "No chances to show",
		"chance/over":           "No chances to show",
		"heat/nothing":          "No ratings to show",
		"heat/not rated":        "No ratings to show",
	} {
		bodies, _ := sample.Hard()[name].Layout(400, 0, l).Words()
		if bodies[0] != want {
			t.Errorf("%s: says %q, want %q", name, bodies[0], want)
		}
	}
	for name, c := range all(t) {
		if c.Title() == "" || c.Caption() == "" || c.Sentence() == "" {
			t.Errorf("%s: title %q, caption %q, sentence %q", name, c.Title(), c.Caption(), c.Sentence())
		}
		table := c.Table()
		for _, row := range table.Rows {
			if len(row) != len(table.Header) {
				t.Errorf("%s: row %q has not the columns of %q", name, row, table.Header)
			}
		}
		for _, s := range append([]string{c.Title(), c.Caption(), c.Sentence()}, table.CSV()) {
			if bad := unformatted.FindString(s); bad != "" {
				t.Errorf("%s: %q contains %s", name, s, bad)
			}
		}
	}
}
