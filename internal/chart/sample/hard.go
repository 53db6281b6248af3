package sample

import (
	"fmt"
	"maps"
	"strings"

	"nextrole"
	"nextrole/internal/chart"
)

// Hard returns the hard cases of all charts by name, "tasks/nothing".
func Hard() map[string]chart.Chart {
	cases := scores()
	maps.Copy(cases, money())
	maps.Copy(cases, comparisons())
	maps.Copy(cases, hardRatings())
	maps.Copy(cases, tornadoes())
	maps.Copy(cases, hardLenses())
	return cases
}

// series are n roles rated on the same items.
func series(n, items int, name string) []chart.Series {
	series := make([]chart.Series, n)
	for i := range series {
		series[i] = chart.Series{Letter: string(rune('A' + i%26)), Name: name}
		for item := range items {
			series[i].Values = append(series[i].Values, ptr(float64((item*7+i*13)%101)))
		}
	}
	return series
}

func words(n int, word string) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("%s %d", word, i+1)
	}
	return words
}

// points are n roles all over the plot.
func points(n int, name string) []chart.Point {
	points := make([]chart.Point, n)
	for i := range points {
		points[i] = chart.Point{
			Name: fmt.Sprintf("%s %d", name, i+1), X: float64(i * 37 % 101), Y: float64(i * 53 % 97), Selected: i == 3, Home: i == 5,
			Status: []nextrole.Status{nextrole.Published, nextrole.Draft, nextrole.Own}[i%3],
		}
		if i%4 > 0 {
			points[i].Size = ptr(30000 + 900*float64(i))
		}
	}
	return points
}

// rows are n scores of the same name.
func rows(n int, name string) []chart.ForestRow {
	rows := make([]chart.ForestRow, n)
	for i := range rows {
		v := float64(i * 17 % 101)
		rows[i] = chart.ForestRow{Name: fmt.Sprintf("%s %d", name, i+1), Detail: name, Score: &v, Likely: &[2]float64{v - 5, v + 6}, Status: nextrole.Own}
	}
	return rows
}

// heat are n raters of m things.
func heat(n, m int, name string) chart.HeatStrip {
	strip := chart.HeatStrip{Columns: words(m, name), Least: 1, Most: 5, Measure: name}
	for i := range n {
		row := chart.HeatRow{Name: fmt.Sprintf("%s %d", name, i+1)}
		for column := range m {
			row.Values = append(row.Values, ratings((i+column)%5+1)...)
		}
		strip.Rows = append(strip.Rows, row)
	}
	return strip
}

// comparisons are hard cases of the charts that hold roles side by side.
func comparisons() map[string]chart.Chart {
	longWord := strings.Repeat("m", 120)
	same := []chart.Point{{Name: "a", X: 5, Y: 48}, {Name: "b", X: 5, Y: 48}, {Name: "c", X: 5, Y: 48, Selected: true}}
	return map[string]chart.Chart{
		"grouped/nothing":   chart.GroupedBars{},
		"grouped/not rated": chart.GroupedBars{Measure: "Importance", Most: 100, Items: words(3, "Item"), Series: []chart.Series{{Letter: "A", Name: "Registrars", Missing: "not rated by O*NET"}}},
		"grouped/nan":       chart.GroupedBars{Most: nan, Items: words(2, "Item"), Series: []chart.Series{{Name: "a", Values: values(nan, inf)}}},
		"grouped/one":       chart.GroupedBars{Most: 100, Items: words(1, "Item"), Series: series(1, 1, "Only role")},
		"grouped/zeros":     chart.GroupedBars{Items: words(2, "Item"), Series: []chart.Series{{Letter: "A", Name: "a", Values: values(0, 0)}}},
		"grouped/equal":     chart.GroupedBars{Most: 5, Items: words(2, "Item"), Series: []chart.Series{{Name: "a", Values: values(3, 3)}, {Name: "b", Values: values(3, 3)}}},
		"grouped/negative":  chart.GroupedBars{Most: -3, Items: words(2, "Item"), Series: []chart.Series{{Name: "a", Values: values(-3, 5)}}},
		"grouped/over":      chart.GroupedBars{Most: 5, Items: words(2, "Item"), Series: []chart.Series{{Letter: "much too long", Name: "a", Values: values(500, 5.25)}}},
		"grouped/missing":   chart.GroupedBars{Most: 100, Items: words(3, "Item"), Series: []chart.Series{{Letter: "A", Name: "a", Values: append(values(50), nil)}, {Letter: "B", Name: "b", Missing: "not rated by O*NET"}, {}}},
		"grouped/long":      chart.GroupedBars{Measure: endless, Most: 100, Items: words(3, endless), Series: append(series(2, 3, endless), chart.Series{Name: endless, Missing: endless})},
		"grouped/long word": chart.GroupedBars{Most: 100, Items: words(2, longWord), Series: series(2, 2, longWord)},
		"grouped/markup":    chart.GroupedBars{Measure: unicode, Most: 100, Items: words(2, unicode), Series: series(2, 2, unicode)},
		"grouped/100":       chart.GroupedBars{Most: 100, Items: words(100, "Item"), Series: series(6, 100, "Role")},

		"scatter/nothing":  chart.Scatter{},
		"scatter/nan":      chart.Scatter{X: chart.Axis{Least: nan, Most: inf}, Points: []chart.Point{{Name: "a", X: nan, Y: 3}, {Name: "b", X: 3, Y: inf}, {Name: "c", X: 1e300, Y: 3}}},
		"scatter/one":      chart.Scatter{Points: []chart.Point{{Name: "Only role", X: 0, Y: 0, Size: ptr(nan)}}},
		"scatter/same":     chart.Scatter{Points: same},
		"scatter/off":      chart.Scatter{X: chart.Axis{Name: "Closeness", Least: 0, Most: 10}, Points: []chart.Point{{Name: "left", X: -500, Y: -400}, {Name: "right", X: 1e9, Y: 900, Size: ptr(-4)}}},
		"scatter/long":     chart.Scatter{X: chart.Axis{Name: endless, Unit: endless}, Points: points(6, endless)},
		"scatter/markup":   chart.Scatter{X: chart.Axis{Name: unicode, Unit: unicode, Format: func(float64) string { return "R&D <b>" }}, Points: points(4, unicode)},
		"scatter/300":      chart.Scatter{X: chart.Axis{Name: "Closeness", Least: 0, Most: 100}, Points: points(300, "Role")},
		"scatter/all red":  chart.Scatter{Points: []chart.Point{{Name: "a", X: 5, Y: 3}, {Name: "b", X: 7, Y: 14}}},
		"scatter/home":     chart.Scatter{Points: []chart.Point{{Name: "You now", X: 5, Y: 3, Home: true}}},
		"scatter/backward": chart.Scatter{X: chart.Axis{Least: 9, Most: 3}, Points: points(3, "Role")},

		"forest/nothing":    chart.Forest{},
		"forest/not scored": chart.Forest{Rows: []chart.ForestRow{{Name: "a"}, {}}},
		"forest/nan":        chart.Forest{Rows: []chart.ForestRow{{Name: "a", Score: ptr(nan), Likely: &[2]float64{nan, inf}}, {Name: "b", Score: ptr(30), Likely: &[2]float64{nan, inf}}}},
		"forest/one":        chart.Forest{Rows: rows(1, "Only week")},
		"forest/limits":     chart.Forest{Rows: []chart.ForestRow{{Name: "0", Score: ptr(0), Likely: &[2]float64{0, 0}}, {Name: "100", Score: ptr(100), Likely: &[2]float64{99, 100}}, {Name: "off", Score: ptr(-400), Likely: &[2]float64{-500, 900}}}},
		"forest/bad range":  chart.Forest{Rows: []chart.ForestRow{{Name: "a", Score: ptr(40), Likely: &[2]float64{60, 20}}}},
		"forest/equal":      chart.Forest{Rows: []chart.ForestRow{{Name: "a", Score: ptr(40)}, {Name: "b", Score: ptr(40)}}},
		"forest/long":       chart.Forest{Rows: rows(3, endless)},
		"forest/long word":  chart.Forest{Rows: rows(2, longWord)},
		"forest/markup":     chart.Forest{Rows: rows(2, unicode)},
		"forest/200":        chart.Forest{Rows: rows(200, "Week")},

		"chance/nothing":  chart.ChanceBar{},
		"chance/nan":      chart.ChanceBar{Red: nan, Yellow: 1},
		"chance/inf":      chart.ChanceBar{Red: inf, Green: -inf},
		"chance/negative": chart.ChanceBar{Red: -1, Yellow: 2},
		"chance/over":     chart.ChanceBar{Red: 85, Yellow: 15},
		"chance/one":      chart.ChanceBar{Green: 1, Origin: chart.Origin{Status: nextrole.Draft, AsOf: endless}},
		"chance/equal":    chart.ChanceBar{Red: 1. / 3, Yellow: 1. / 3, Green: 1. / 3},
		"chance/tiny":     chart.ChanceBar{Red: 0.0001, Yellow: 0.9998, Green: 0.0001},

		"heat/nothing":   chart.HeatStrip{},
		"heat/not rated": chart.HeatStrip{Columns: words(3, "Item"), Rows: []chart.HeatRow{{Name: "a"}, {}}, Most: 2, Measure: "Barriers"},
		"heat/one":       heat(1, 1, "Item"),
		"heat/off":       chart.HeatStrip{Columns: words(3, "Item"), Rows: []chart.HeatRow{{Name: "a", Values: ratings(-7, 9, 1)}}, Most: 2},
		"heat/no scale":  chart.HeatStrip{Columns: words(2, "Item"), Rows: []chart.HeatRow{{Name: "a", Values: ratings(0, 0, 0)}}},
		"heat/equal":     chart.HeatStrip{Columns: words(2, "Item"), Rows: []chart.HeatRow{{Name: "a", Values: ratings(1, 2)}, {Name: "b", Values: ratings(1, 2)}}, Most: 2},
		"heat/missing":   chart.HeatStrip{Columns: []string{"", "b", "c"}, Rows: []chart.HeatRow{{Values: append(ratings(-2), nil)}, {Name: "b", Values: ratings(2, -1, 0)}}, Least: -2, Most: 2},
		"heat/long":      heat(3, 3, endless),
		"heat/long word": heat(2, 2, longWord),
		"heat/markup":    heat(2, 2, unicode),
		"heat/100":       heat(100, 30, "Item"),
	}
}
