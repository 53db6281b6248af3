package role

import (
	"nextrole/internal/aijri"
	"nextrole/internal/chart"
	"nextrole/internal/method"
	"nextrole/ui/page/brief"
)

// weekHours is the typical week in which time is told.
const weekHours = 40

// tornado is what one step of each rating does to the score.
func (m model) tornado() chart.Tornado {
	in, r := *m.worked.Assessment.Inputs, m.result()
	swings, err := aijri.Sensitivity(in, aijri.DefaultP)
	if err != nil { // there is no result then
		return chart.Tornado{Origin: brief.Origin(m.worked)}
	}
	return chart.Tornado{Inputs: in, Swings: swings, Score: r.Score, Origin: brief.Origin(m.worked)}
}

// reach is what would bring the score into the other zones.
func (m model) reach() []method.Reach {
	in, r := *m.worked.Assessment.Inputs, m.result()
	targets, err := aijri.Tip(in)
	if err != nil {
		return nil
	}
	var list []method.Reach
	for _, t := range targets {
		list = append(list, method.ReachOf(in, t, r.Zone, weekHours))
	}
	return list
}

// reachRule says what the changes are of, and how they were found.
func (m model) reachRule() string {
	return "Solved exactly" + m.draft() + ", each change with all else as it is. They say how the score is made; they are no advice to rate otherwise."
}
