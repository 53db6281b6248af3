package sample

import (
	"fmt"
	"math"
	"strings"

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

// scores are hard cases of the charts of an assessment.
func scores() map[string]chart.Chart {
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
