package sample

import (
	"strings"

	"nextrole/internal/chart"
)

// lenses are the measures of a registrar's exposure, of which one is not placed.
func lenses() chart.Lenses {
	return chart.Lenses{
		Finding: "No two of these disagree clearly on this role", Among: 13, First: "most resistant", Last: "most exposed",
		Rows: []chart.LensRow{
			{Key: "aijri", Name: "AIJRI", Detail: "high resists, undated", Value: "20.9", Place: 10},
			{Key: "microsoft", Name: "Microsoft, AI applicability", Detail: "high is exposed, 2025", Value: "0.307", Place: 10.5},
			{Key: "gpt4", Name: "Eloundou et al., rated by GPT-4", Detail: "high is exposed, 2023", Value: "0.656", Place: 6, Hollow: true},
			{Key: "anthropic", Name: "Anthropic, observed use", Detail: "high is exposed, 2026", Value: "0.306", Why: "not ranked: fewer than 10 roles can be compared"},
		},
	}
}

// hardLenses are measures with odd places and words.
func hardLenses() map[string]chart.Chart {
	longWord := strings.Repeat("m", 120)
	one := func(among int, r chart.LensRow) chart.Lenses {
		return chart.Lenses{Finding: "Finding", Among: among, First: "most resistant", Last: "most exposed", Rows: []chart.LensRow{r}}
	}
	many := chart.Lenses{Among: 900, First: endless, Last: endless}
	for i := range 40 {
		many.Rows = append(many.Rows, chart.LensRow{Name: "Measure", Value: "0.5", Place: float64(i * 20)})
	}
	return map[string]chart.Chart{
		"lenses/nothing":   chart.Lenses{},
		"lenses/unplaced":  one(0, chart.LensRow{Name: "a", Value: "0.1", Why: "not ranked"}),
		"lenses/nan":       one(5, chart.LensRow{Name: "a", Place: nan}),
		"lenses/off":       one(5, chart.LensRow{Name: "a", Place: 99}),
		"lenses/only one":  one(1, chart.LensRow{Name: "a", Place: 1, Value: "3"}),
		"lenses/ends":      chart.Lenses{Among: 5, Rows: []chart.LensRow{{Name: "a", Place: 1}, {Name: "b", Place: 5}, {}}},
		"lenses/long":      one(9, chart.LensRow{Name: endless, Detail: endless, Value: endless, Place: 4, Why: endless}),
		"lenses/long word": one(9, chart.LensRow{Name: longWord, Detail: longWord, Value: longWord, Why: longWord}),
		"lenses/markup":    one(9, chart.LensRow{Name: unicode, Detail: unicode, Value: unicode, Place: 4}),
		"lenses/40":        many,
	}
}
