package method

import (
	"fmt"
	"math"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// Reach says what would bring a score into another zone, or that nothing of a
// kind does.
type Reach struct {
	Title string
	Lines []ReachLine
}

// ReachLine is one sentence of it.
type ReachLine struct {
	Text string
	Way  *aijri.Tipping // the change it speaks of; nil where it says that there is none
}

// ReachOf puts a target into words. Hours are those of the week in which time is
// told besides percent.
func ReachOf(in nextrole.Inputs, t aijri.Target, from nextrole.Zone, hours float64) Reach {
	r := Reach{Title: "Smallest changes that reach " + t.Zone.Name()}
	say := func(way *aijri.Tipping, format string, args ...any) {
		r.Lines = append(r.Lines, ReachLine{fmt.Sprintf(format, args...), way})
	}
	if !t.SingleStep() {
		say(nil, "No single step of one rating reaches %s; the farthest comes to %s.", t.Zone.Name(), nextrole.Score(t.Step))
	}
	if t.One != nil {
		say(t.One, "%s.", nextrole.Capital(rerated(in, t.One.Changes[0])))
	}
	switch {
	case t.SingleStep():
	case t.Pair != nil:
		say(t.Pair, "%s, and %s.", nextrole.Capital(rerated(in, t.Pair.Changes[0])), rerated(in, t.Pair.Changes[1]))
	default:
		say(nil, "No two ratings do, by a step each; the farthest two come to %s.", nextrole.Score(t.TwoSteps))
	}
	switch {
	case t.NoMix():
		say(nil, "No change of tasks reaches %s: it would take a task resistance of %s, and the scale runs from 1 to 5. Evidence, barriers or the AI growth link would have to change as well.",
			t.Zone.Name(), nextrole.Decimal(outward(t.Needed), 2))
	case t.Time != nil:
		say(t.Time, "%s.", moved(in, *t.Time, hours))
	case t.MixReaches(from):
		say(nil, "Time moved between two tasks alone does not reach %s; it would have to leave several.", t.Zone.Name())
	default:
		say(nil, "No mix of these tasks reaches %s: a week of only the farthest comes to %s. It would take tasks that are rated otherwise.", t.Zone.Name(), nextrole.Score(t.Mix))
	}
	if t.One == nil && t.Pair == nil && t.Least != nil {
		say(nil, "In all it would take at least %s: %s. That comes to %s.", count(t.Least.Steps(), "single step"), efforts(*t.Least), nextrole.Score(t.Least.Score))
	}
	return r
}

// outward rounds a task resistance so that what is shown does reach the zone, or
// is beyond the scale where it is.
func outward(resistance float64) float64 {
	if resistance < 1 {
		return math.Floor(resistance*100) / 100
	}
	return math.Ceil(resistance*100-1e-9) / 100
}

// rerated is a change of a rating within a sentence.
func rerated(in nextrole.Inputs, c aijri.Change) string {
	return fmt.Sprintf("%s rated %s instead of %s", named(in, c.Input), rating(c.Input, c.To), rating(c.Input, c.From))
}

// rating is a value on the scale of its input: signed where that has both signs.
func rating(i aijri.Input, v float64) string {
	if least, _ := i.Scale(); least < 0 {
		return nextrole.Signed(v, 0)
	}
	return nextrole.Decimal(v, 0)
}

// moved says how much time goes from one task to another. Hours are rounded up to
// tenths, so that what is said does reach the zone.
func moved(in nextrole.Inputs, way aijri.Tipping, hours float64) string {
	from, to := way.Changes[0], way.Changes[1]
	share := from.From - from.To
	return fmt.Sprintf("%s of %s h a week moved from “%s” to “%s”, which is %s%% of the time",
		nextrole.Decimal(math.Ceil(share*hours/100*10-1e-9)/10, 1), nextrole.Decimal(hours, hoursPlaces(hours)),
		within(in.Tasks[from.Input.Index]), within(in.Tasks[to.Input.Index]), nextrole.Decimal(math.Ceil(share*10-1e-9)/10, 1))
}

func hoursPlaces(hours float64) int {
	if hours == math.Trunc(hours) {
		return 0
	}
	return 1
}

func efforts(e aijri.Effort) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{e.Tasks, "in tasks"}, {e.Evidence, "in the evidence"}, {e.Barriers, "in barriers"}, {e.Growth, "in the AI growth link"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	return strings.Join(parts, ", ")
}
