package chart_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/chart"
)

func TestTitles(t *testing.T) {
	real := charts(t)
	draft := chart.Origin{Status: nextrole.Draft}
	mixed := func(disp, aug, not float64) chart.Chart {
		return chart.TaskMix{Split: aijri.Split{Disp: disp, Aug: aug, Not: not}}
	}
	at := func(score float64, o chart.Origin) chart.Chart { return chart.ScoreScale{Score: &score, Origin: o} }
	fall := func(scores ...float64) chart.Chart {
		return chart.Waterfall{Steps: steps(scores...), Score: scores[len(scores)-1]}
	}
	for _, test := range []struct {
		of   chart.Chart
		want string
	}{
		{real["tasks"], "45% of the week is in tasks rated as displaceable"},
		{real["mix"], "45% of the week is in tasks rated as displaceable"},
		{real["scale"], "20.9 is Red, 4.1 points below Yellow"},
		{real["waterfall"], "Market evidence pulls it from Yellow to Red"},

		{chart.TaskResistance{}, "Task resistance"},
		{mixed(0, 0, 0), "Task mix"},
		{mixed(nan, 0, 1), "Task mix"},
		{mixed(1, 0, 0), "All of the week is in tasks rated as displaceable"},
		{mixed(0, 1, 0), "AI helps in all of the week; no task is rated as displaceable"},
		{mixed(0, 0, 1), "AI is not involved in any task of the week"},
		{mixed(0, 0.5, 0.5), "No task is rated as displaceable"},
		{mixed(0.001, 0.399, 0.6), "60% of the week is in tasks without AI"},
		{mixed(0.475, 0.3, 0.225), "47.5% of the week is in tasks rated as displaceable"},
		{mixed(0.1, 0.6, 0.3), "60% of the week is in tasks where AI helps a person"},
		{mixed(0.998, 0.001, 0.001), "Over 99% of the week is in tasks rated as displaceable"},

		{chart.ScoreScale{}, "Not scored"},
		{at(27.9, published()), "27.9 is Yellow, 2.9 points above Red"},
		{at(45.1, published()), "45.1 is Yellow, 2.9 points below Green"},
		{at(53.1, published()), "53.1 is Green, 5.1 points above Yellow"},
		{at(53.1, draft), "Editors’ draft: 53.1 is Green, 5.1 points above Yellow"},
		{at(24.949, published()), "24.9 is Red, at the boundary to Yellow"},
		{at(24.95, published()), "25.0 is Yellow, at the boundary to Red"},
		{at(47.5, published()), "47.5 is Yellow, at the boundary to Green"},
		{at(48, published()), "48.0 is Green, at the boundary to Yellow"},
		{at(23.9, published()), "23.9 is Red, 1.1 points below Yellow"},

		{chart.Waterfall{}, "How the score is made"},
		{fall(30, 30, 30, 30), "Task resistance alone makes the score"},
		{fall(20, 18, 26, 26), "Barriers lift it from Red to Yellow"},
		{fall(50, 40, 41, 20), "AI growth pulls it from Yellow to Red"},
		{fall(26, 24, 25.5, 27), "Market evidence pulls it down most, by 2.0 points"}, // there and back
		{fall(10, 8, 13, 12), "Barriers lift it up most, by 5.0 points"},
		{chart.Waterfall{Steps: steps(40, 50), Score: 50, Origin: draft}, "Editors’ draft: Market evidence lifts it from Yellow to Green"},
	} {
		if got := test.of.Title(); got != test.want {
			t.Errorf("title %q, want %q", got, test.want)
		}
	}
}

func TestSentences(t *testing.T) {
	real := charts(t)
	for name, want := range map[string]string{
		"tasks":     "7 tasks: 45% displaced, 45% augmented, 10% not involved. The largest is EHR design, 20% of time; AI can do 3 of 5.",
		"mix":       "Working time: 45% displaced, 45% augmented, 10% not involved.",
		"scale":     "AIJRI 20.9, Red, high exposure; 4.1 points below Yellow; if raters differ, 16.9 to 25.7.",
		"waterfall": "Task resistance gives 26.6, evidence −5.3, barriers +1.1, AI growth −1.5. The final score is 20.9, Red.",
	} {
		if got := real[name].Sentence(); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

// The table has the chart's rows in the chart's order.
func TestTables(t *testing.T) {
	tasks := charts(t)["tasks"]
	var rows, marks []string
	for _, row := range tasks.Table().Rows {
		rows = append(rows, row[0])
	}
	for _, m := range tasks.Layout(500, 0, look(t, "light")).Marks {
		marks = append(marks, m.Tip[0])
	}
	in := registrar().Tasks
	order := []string{in[1].Name, in[2].Name, in[4].Name, in[0].Name, in[3].Name, in[6].Name, in[5].Name}
	if diff := cmp.Diff(order, rows); diff != "" {
		t.Errorf("rows (−want +got):\n%s", diff)
	}
	if diff := cmp.Diff(order, marks); diff != "" {
		t.Errorf("marks (−want +got):\n%s", diff)
	}
	want := [][]string{
		{"Task resistance", "2.65", "2.6500", "26.6", "26.6"},
		{"Evidence", "0.84", "2.2260", "21.3", "−5.3"},
		{"Barriers", "1.04", "2.3150", "22.4", "+1.1"},
		{"AI growth", "0.95", "2.1993", "20.9", "−1.5"},
		{"Final score", "", "2.1993", "20.9", ""},
	}
	if diff := cmp.Diff(want, charts(t)["waterfall"].Table().Rows); diff != "" {
		t.Errorf("waterfall (−want +got):\n%s", diff)
	}
}

func TestOrderByScore(t *testing.T) {
	c := chart.TaskResistance{Order: chart.ByScore, Tasks: []nextrole.AssessedTask{
		task("low", 50, 1, nextrole.Displaced), task("small", 10, 5, nextrole.NotInvolved), task("large", 40, 5, nextrole.Augmented),
	}}
	var got []string
	for _, row := range c.Table().Rows {
		got = append(got, row[0])
	}
	if diff := cmp.Diff([]string{"large", "small", "low"}, got); diff != "" {
		t.Errorf("(−want +got):\n%s", diff)
	}
}

func TestTip(t *testing.T) {
	s := charts(t)["tasks"].Layout(556, 0, look(t, "light"))
	want := chart.Mark{Key: "task 1", Bounds: s.Marks[0].Bounds, Tip: []string{
		"Abstracting, coding and classifying cases for disease registries",
		"20% of time, 8 of 40 hours",
		"AI can do: 4 of 5",
		"DISP: displaced",
		"Text tools read staging and treatment from notes.",
		"If rated 3: 23.0 · if rated 5: 18.8",
	}}
	if diff := cmp.Diff(want, s.Marks[0]); diff != "" {
		t.Errorf("(−want +got):\n%s", diff)
	}
}

// What speaks for another rating of a task stands beside the reason for the one given.
func TestCounterEvidenceOfATask(t *testing.T) {
	c := chart.TaskResistance{Tasks: []nextrole.AssessedTask{{
		Name: "Coding", Share: nextrole.Whole, Score: 4, Label: nextrole.Displaced, Rationale: "Tools do it.",
		Counter: []nextrole.Counter{{Fact: "Audits found one code in ten wrong in May 2026", Value: 3, Source: "Own audit"}},
	}}}
	const want = "On the other hand: Audits found one code in ten wrong in May 2026 (speaks for 3; Own audit)"
	tip := c.Layout(556, 0, look(t, "light")).Marks[0].Tip
	if !slices.Contains(tip, want) {
		t.Errorf("%q", tip)
	}
	if why := c.Table().Rows[0][5]; why != "Tools do it. "+want {
		t.Errorf("%q", why)
	}
}

func TestCSV(t *testing.T) {
	table := chart.Table{
		Header: []string{"Task", "Change"},
		Rows:   [][]string{{`Coding, "R&D <b>"`, "−5.3"}, {"two\nlines", "−"}, {"", "+1.1"}},
	}
	want := "Task,Change\r\n\"Coding, \"\"R&D <b>\"\"\",-5.3\r\n\"two\r\nlines\",−\r\n,+1.1\r\n"
	if diff := cmp.Diff(want, table.CSV()); diff != "" {
		t.Errorf("(−want +got):\n%s", diff)
	}
}

// Where marks overlap, the smaller one is on top.
func TestAt(t *testing.T) {
	s := chart.Scene{Marks: []chart.Mark{
		{Key: "row", Bounds: chart.Rect{X: 0, Y: 0, W: 100, H: 20}},
		{Key: "tick", Bounds: chart.Rect{X: 40, Y: 0, W: 10, H: 20}},
	}}
	for _, test := range []struct {
		x, y float64
		want int
	}{{1, 1, 0}, {45, 10, 1}, {99.9, 19.9, 0}, {100, 10, -1}, {50, 20, -1}, {-1, 5, -1}, {nan, nan, -1}} {
		if got := s.At(test.x, test.y); got != test.want {
			t.Errorf("At(%v, %v) = %d, want %d", test.x, test.y, got, test.want)
		}
	}
}

// A neighbor that is no published score says so beside its number.
func TestDraftNeighborIsMarked(t *testing.T) {
	score := 20.9
	c := chart.ScoreScale{Score: &score, Neighbors: []chart.Neighbor{{Name: "Clinical Data Managers", Score: 52, Status: nextrole.Draft}}}
	bodies, _ := c.Layout(600, 0, look(t, "light")).Words()
	if bodies[0] != "Clinical Data Managers 52.0, draft" {
		t.Errorf("the neighbor reads %q", bodies[0])
	}
}
