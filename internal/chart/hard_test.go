package chart_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/chart"
)

var (
	nan     = math.NaN()
	inf     = math.Inf(1)
	endless = strings.Repeat("Reconciling follow-up letters ", 4) // 120 characters
	unicode = "Études, R&D <b> — “größere” files\n\tand more"
)

// task returns a task; only what a case is about differs.
func task(name string, percent float64, score int, l nextrole.Label) nextrole.AssessedTask {
	return nextrole.AssessedTask{Name: name, Share: nextrole.ShareOf(percent), Score: score, Label: l}
}

// many returns n tasks that share the week.
func many(n int, name string) []nextrole.AssessedTask {
	tasks := make([]nextrole.AssessedTask, n)
	for i := range tasks {
		tasks[i] = task(fmt.Sprintf("%s %d", name, i+1), 100/float64(n), i%5+1, nextrole.Labels()[i%3])
	}
	return tasks
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

func ptr(v float64) *float64 { return &v }

// hard are charts of data that no assessment should have, and of data that
// leaves little room.
func hard() map[string]chart.Chart {
	disp, aug, not := nextrole.Displaced, nextrole.Augmented, nextrole.NotInvolved
	crowd := make([]chart.Neighbor, 200)
	for i := range crowd {
		crowd[i] = chart.Neighbor{Name: fmt.Sprintf("%s %d", endless, i), Score: float64(i) / 2, Status: nextrole.Draft}
	}
	return map[string]chart.Chart{
		"tasks/nothing":       chart.TaskResistance{},
		"tasks/one":           chart.TaskResistance{Tasks: many(1, "Only task")},
		"tasks/zeros":         chart.TaskResistance{Tasks: []nextrole.AssessedTask{task("a", 0, 0, disp), task("b", 0, 0, not)}},
		"tasks/equal":         chart.TaskResistance{Tasks: []nextrole.AssessedTask{task("a", 50, 3, aug), task("a", 50, 3, aug)}},
		"tasks/off the scale": chart.TaskResistance{Tasks: []nextrole.AssessedTask{{Name: "a", Share: -700, Score: 9}, {Share: math.MaxInt32, Score: -4, Label: "MAYBE"}}},
		"tasks/200":           chart.TaskResistance{Tasks: many(200, "Task")},
		"tasks/200 by score":  chart.TaskResistance{Tasks: many(200, endless), Order: chart.ByScore},
		"tasks/long":          chart.TaskResistance{Tasks: many(9, endless)},
		"tasks/long word":     chart.TaskResistance{Tasks: many(4, strings.Repeat("m", 120)), Order: chart.ByScore},
		"tasks/markup":        chart.TaskResistance{Tasks: []nextrole.AssessedTask{task(unicode, 33.33, 1, disp), task("R&D <b>", 66.67, 5, not)}},
		"tasks/tiny":          chart.TaskResistance{Tasks: []nextrole.AssessedTask{task("a", 0.01, 1, disp), task("b", 99.99, 5, not)}},
		"tasks/rescore":       chart.TaskResistance{Tasks: many(3, "a"), Rescore: func(int, int) (float64, bool) { return nan, true }},

		"mix/nothing":  chart.TaskMix{},
		"mix/nan":      chart.TaskMix{Split: aijri.Split{Disp: nan, Aug: 1}},
		"mix/inf":      chart.TaskMix{Split: aijri.Split{Disp: inf, Aug: -inf}},
		"mix/negative": chart.TaskMix{Split: aijri.Split{Disp: -1, Aug: 2}},
		"mix/one":      chart.TaskMix{Split: aijri.Split{Not: 1}},
		"mix/equal":    chart.TaskMix{Split: aijri.Split{Disp: 1. / 3, Aug: 1. / 3, Not: 1. / 3}},
		"mix/tiny":     chart.TaskMix{Split: aijri.Split{Disp: 0.0001, Aug: 0.0001, Not: 0.9998}},
		"mix/over":     chart.TaskMix{Split: aijri.Split{Disp: 40, Aug: 40, Not: 20}},
		"mix/under":    chart.TaskMix{Split: aijri.Split{Disp: 0.3, Aug: 0.2}},

		"scale/nothing":       chart.ScoreScale{},
		"scale/nan":           chart.ScoreScale{Score: ptr(nan), Likely: &[2]float64{nan, inf}},
		"scale/inf":           chart.ScoreScale{Score: ptr(inf)},
		"scale/0":             chart.ScoreScale{Score: ptr(0), Likely: &[2]float64{0, 0}},
		"scale/100":           chart.ScoreScale{Score: ptr(100), Likely: &[2]float64{99, 100}, Origin: chart.Origin{Status: nextrole.Own}},
		"scale/yellow draft":  chart.ScoreScale{Score: ptr(36), Likely: &[2]float64{10, 90}, Origin: chart.Origin{Status: nextrole.Draft}},
		"scale/off":           chart.ScoreScale{Score: ptr(-400), Likely: &[2]float64{-500, 900}},
		"scale/bad range":     chart.ScoreScale{Score: ptr(40), Likely: &[2]float64{60, 20}},
		"scale/crowd":         chart.ScoreScale{Name: endless, Score: ptr(25), Neighbors: crowd},
		"scale/same place":    chart.ScoreScale{Score: ptr(48), Neighbors: []chart.Neighbor{{Name: "R&D <b>", Score: 48}, {Name: "Other", Score: 48}, {Score: nan}, {Name: "Third", Score: 48.1}}},
		"scale/at both sides": chart.ScoreScale{Score: ptr(1), Neighbors: []chart.Neighbor{{Name: endless, Score: 0}, {Name: endless, Score: 100}}},

		"waterfall/nothing": chart.Waterfall{},
		"waterfall/nan":     chart.Waterfall{Steps: steps(20, nan), Score: 3},
		"waterfall/inf":     chart.Waterfall{Steps: steps(20), Score: inf},
		"waterfall/huge":    chart.Waterfall{Steps: steps(1e300), Score: 1e300},
		"waterfall/one":     chart.Waterfall{Steps: steps(48), Score: 48},
		"waterfall/zeros":   chart.Waterfall{Steps: steps(0, 0, 0, 0)},
		"waterfall/equal":   chart.Waterfall{Steps: steps(31, 31, 31, 31), Score: 31},
		"waterfall/clamped": chart.Waterfall{Steps: steps(56.2, 81.4, 99, 109.7), Score: 100, Origin: chart.Origin{Status: nextrole.Derived}},
		"waterfall/below 0": chart.Waterfall{Steps: steps(5, -30), Score: 0},
		"waterfall/200":     chart.Waterfall{Steps: steps(make([]float64, 200)...), Score: 0},
		"waterfall/long":    chart.Waterfall{Steps: []aijri.Step{{Name: endless, Factor: 1, Raw: 1, Score: 5}, {Name: unicode, Factor: 999, Raw: 1, Score: 5}}},
	}
}

// all are the hard charts and the real ones.
func all(t testing.TB) map[string]chart.Chart {
	cs := hard()
	for name, c := range charts(t) {
		cs[name] = c
	}
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

func checkWords(t *testing.T, s chart.Scene, where string) {
	t.Helper()
	const slack = 0.01
	bodies, bounds := s.Words()
	if len(bodies) == 0 {
		t.Fatalf("%s: not a word", where)
	}
	for i, b := range bounds {
		if b.X < -slack || b.Y < -slack || b.X+b.W > s.Width+slack || b.Y+b.H > s.Height+slack {
			t.Errorf("%s: %q at %v leaves the scene of %v × %v", where, bodies[i], b, s.Width, s.Height)
		}
		if b.W <= 0 || strings.TrimSpace(bodies[i]) == "" {
			t.Errorf("%s: %q at %v shows nothing", where, bodies[i], b)
		}
		for j, o := range bounds[:i] {
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
	} {
		bodies, _ := hard()[name].Layout(400, 0, l).Words()
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
			for _, bad := range []string{"NaN", "Inf", "%!"} {
				if strings.Contains(s, bad) {
					t.Errorf("%s: %q contains %s", name, s, bad)
				}
			}
		}
	}
}
