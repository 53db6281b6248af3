package aijri

import (
	"math"

	"nextrole"
)

// Limits of the zones, on the shown score.
const (
	yellowFrom = 25.0
	greenFrom  = 48.0
)

// Sub-labels of the zones. The conditions for those of Yellow and Green are
// our best knowledge of the published method, not confirmed by it.
const (
	Imminent     nextrole.SubLabel = "Imminent"
	Urgent       nextrole.SubLabel = "Urgent"
	Moderate     nextrole.SubLabel = "Moderate"
	Accelerated  nextrole.SubLabel = "Accelerated"
	Transforming nextrole.SubLabel = "Transforming"
	Stable       nextrole.SubLabel = "Stable"
)

// Shown returns the score as it is displayed: half up to one decimal, with a
// billionth added first so that a half survives binary fractions.
func Shown(score float64) float64 {
	return math.Floor((score+1e-9)*10+0.5) / 10
}

// ZoneOf returns the zone of the score as shown, so that a score and its zone
// never disagree on screen. A score that is not a finite number has none.
func ZoneOf(score float64) nextrole.Zone {
	shown := Shown(score)
	switch {
	case math.IsNaN(shown) || math.IsInf(shown, 0):
		return nextrole.ZoneNone
	case shown >= greenFrom:
		return nextrole.Green
	case shown >= yellowFrom:
		return nextrole.Yellow
	}
	return nextrole.Red
}

// AtBoundary reports whether the score as shown lies within 1 point of a limit
// between zones, and so is to be called "at the boundary".
func AtBoundary(score float64) bool {
	const within = 1 + 1e-9 // tenths are not exact in binary
	shown := Shown(score)
	return math.Abs(shown-yellowFrom) <= within || math.Abs(shown-greenFrom) <= within
}

// labelOf returns the sub-label of the inputs behind r in a zone, which is not
// r's own where an assessor's score stands in place of the formula's.
func labelOf(zone nextrole.Zone, r Result) nextrole.SubLabel {
	switch zone {
	case nextrole.Red:
		if r.TaskResistance < 1.8 && r.Evidence <= -6 && r.Barriers <= 2 {
			return Imminent
		}
	case nextrole.Yellow:
		if r.Share3Plus >= 0.40 {
			return Urgent
		}
		return Moderate
	case nextrole.Green:
		switch {
		case r.Growth == 2:
			return Accelerated
		case r.Share3Plus >= 0.20:
			return Transforming
		}
		return Stable
	}
	return ""
}
