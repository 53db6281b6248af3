package sample

import (
	"fmt"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/chart"
)

// tornadoes are hard cases of what moves a score.
func tornadoes() map[string]chart.Chart {
	long := endless
	many := nextrole.Inputs{Tasks: many(60, "Task")}
	var swings []aijri.Swing
	for i := range aijri.All(many) {
		swings = append(swings, aijri.Swing{Input: i, Value: i.Value(many), Down: ptr(31.2), Up: ptr(30.9), Share: ptr(0.01)})
	}
	one := func(in nextrole.Inputs) chart.Chart {
		swings, err := aijri.Sensitivity(in, 0.2)
		r, _ := aijri.Score(in)
		return chart.Tornado{Inputs: in, Swings: swings, Score: r.Score, Origin: chart.Origin{Status: nextrole.Own, AsOf: fmt.Sprint(err)}}
	}
	top := nextrole.Inputs{Tasks: []nextrole.AssessedTask{task(long, 100, 1, nextrole.NotInvolved)}, Growth: nextrole.Rating{Value: 2}}
	for i := range 5 {
		top.Evidence[i].Value, top.Barriers[i].Value = 2, 2
	}
	return map[string]chart.Chart{
		"tornado/nothing":  chart.Tornado{Score: 20},
		"tornado/nan":      chart.Tornado{Inputs: Registrar(), Score: nan, Swings: []aijri.Swing{{Input: aijri.Input{Group: aijri.Growth}}}},
		"tornado/off":      chart.Tornado{Inputs: Registrar(), Score: 20, Swings: []aijri.Swing{{Input: aijri.Input{Group: aijri.Growth}, Down: ptr(inf)}, {Input: aijri.Input{Group: aijri.Tasks, Index: 99}}}},
		"tornado/60":       chart.Tornado{Inputs: many, Swings: swings, Score: 31},
		"tornado/clamped":  one(top),
		"tornado/one":      one(nextrole.Inputs{Tasks: []nextrole.AssessedTask{task("", 100, 3, nextrole.Augmented)}}),
		"tornado/no moves": chart.Tornado{Inputs: Registrar(), Score: 0, Swings: []aijri.Swing{{Input: aijri.Input{Group: aijri.Growth}, Value: -2}}},
		"tornado/long":     one(nextrole.Inputs{Tasks: []nextrole.AssessedTask{task(long, 55, 3, nextrole.Augmented), task("B", 45, 4, nextrole.Displaced)}}),
	}
}
