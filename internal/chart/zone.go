package chart

import (
	"fmt"

	"nextrole"
	"nextrole/internal/aijri"
)

// Limits of the zones, and the end of the scale. Which score falls where is
// for [aijri.ZoneOf] to say.
const (
	yellowFrom = 25.0
	greenFrom  = 48.0
	scaleEnd   = 100.0
)

// band is a zone as a stretch of the scale.
type band struct {
	zone     nextrole.Zone
	from, to float64
	words    string // its limits
	short    string // the same where room is scarce
}

func bands() []band {
	return []band{
		{nextrole.Red, 0, yellowFrom, "Red under 25", "Red under 25"},
		{nextrole.Yellow, yellowFrom, greenFrom, "Yellow 25–47.9", "Yellow 25+"},
		{nextrole.Green, greenFrom, scaleEnd, "Green 48 and over", "Green 48+"},
	}
}

func solid(z nextrole.Zone) string { return "zone." + string(z) + ".solid" }

func tint(z nextrole.Zone) string { return "zone." + string(z) + ".tint" }

// glyph draws the shape of a zone around a point: a square, a triangle, a
// circle, or a ring for none. A hollow one has the surface inside.
func (s *sketch) glyph(z nextrole.Zone, x, y, size float64, hollow bool) {
	fill, edge, width := solid(z), "", 0.0
	if hollow {
		fill, edge, width = s.surface(), solid(z), 2.0
	}
	half := size / 2
	around := Rect{x - half, y - half, size, size}
	switch z {
	case nextrole.Red:
		s.add(box{Rect: around, radius: 1, fill: fill, edge: edge, width: width})
	case nextrole.Yellow:
		s.add(wedge{Rect: Rect{x - half*1.15, y - half, size * 1.15, size}, fill: fill, edge: edge, width: width})
	case nextrole.Green:
		s.add(disc{x: x, y: y, radius: half, fill: fill, edge: edge, width: width})
	default:
		s.add(disc{x: x, y: y, radius: half, fill: s.surface(), edge: solid(z), width: 1.5})
	}
}

// surface is the token of the ground below the chart.
func (s *sketch) surface() string {
	if s.look.Surface == "" {
		return "bg"
	}
	return s.look.Surface
}

// distance tells how far a score lies from the nearest other zone, by the
// scores as shown: "4.1 points below Yellow", or "at the boundary to Yellow".
func distance(v float64) string {
	shown := aijri.Shown(v)
	far, way, other := yellowFrom-shown, "below", nextrole.Yellow
	switch aijri.ZoneOf(v) {
	case nextrole.Yellow:
		far, way, other = shown-yellowFrom, "above", nextrole.Red
		if up := greenFrom - shown; up < far {
			far, way, other = up, "below", nextrole.Green
		}
	case nextrole.Green:
		far, way = shown-greenFrom, "above"
	}
	if aijri.AtBoundary(v) {
		return "at the boundary to " + other.Name()
	}
	return fmt.Sprintf("%s %s %s", points(far), way, other.Name())
}

// points writes a difference of two scores.
func points(v float64) string { return nextrole.Decimal(v, 1) + " points" }
