package sample

import (
	"fmt"
	"strings"

	"nextrole/internal/chart"
)

// skills are some ratings of 15-1211.01 by O*NET 30.1.
func skills() chart.Ratings {
	return chart.Ratings{
		Name: "Skills", Measure: "Importance, 1 to 5", Least: 1, Most: 5, AsOf: "O*NET 30.1",
		Items: []chart.Rated{
			{Name: "Reading Comprehension", Value: ptr(4.38), Detail: "level 4.9 of 7"},
			{Name: "Complex Problem Solving", Value: ptr(4.12), Detail: "level 4.1 of 7"},
			{Name: "Active Listening", Value: ptr(4), Detail: "level 4.1 of 7"},
			{Name: "Programming", Value: ptr(2.88), Detail: "level 3.1 of 7"},
			{Name: "Equipment Maintenance", Value: ptr(1), Detail: "level not given"},
		},
	}
}

// manyRated are n things of the same name.
func manyRated(n int, name string) chart.Ratings {
	c := chart.Ratings{Name: name, Measure: name, Least: 0, Most: 100, Unit: "%"}
	for i := range n {
		c.Items = append(c.Items, chart.Rated{Name: fmt.Sprintf("%s %d", name, i+1), Value: ptr(float64(i * 37 % 101)), Detail: name})
	}
	return c
}

// hardRatings are hard cases of [chart.Ratings].
func hardRatings() map[string]chart.Chart {
	on := func(most float64, items ...chart.Rated) chart.Ratings {
		return chart.Ratings{Name: "Skills", Measure: "Importance", Most: most, Items: items}
	}
	return map[string]chart.Chart{
		"ratings/nothing":   chart.Ratings{},
		"ratings/not rated": on(5, chart.Rated{Name: "a"}, chart.Rated{}),
		"ratings/no scale":  on(0, chart.Rated{Name: "a", Value: ptr(0)}),
		"ratings/nan":       on(nan, chart.Rated{Name: "a", Value: ptr(nan)}, chart.Rated{Name: "b", Value: ptr(inf)}),
		"ratings/off":       on(5, chart.Rated{Name: "a", Value: ptr(-3)}, chart.Rated{Name: "b", Value: ptr(500)}, chart.Rated{Name: "c", Value: ptr(5)}),
		"ratings/one":       on(5, chart.Rated{Name: "Only skill", Value: ptr(2)}),
		"ratings/zeros":     on(5, chart.Rated{Name: "a", Value: ptr(0)}, chart.Rated{Name: "b", Value: ptr(0)}),
		"ratings/equal":     on(5, chart.Rated{Name: "a", Value: ptr(3)}, chart.Rated{Name: "b", Value: ptr(3)}),
		"ratings/missing":   on(5, chart.Rated{Name: "a", Value: ptr(3)}, chart.Rated{Name: "b"}),
		"ratings/long":      manyRated(3, endless),
		"ratings/long word": manyRated(2, strings.Repeat("m", 120)),
		"ratings/markup":    manyRated(2, unicode),
		"ratings/200":       manyRated(200, "Skill"),
	}
}
