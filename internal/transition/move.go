package transition

import (
	"nextrole"
	"nextrole/internal/aijri"
)

// Move is what changes between two roles, as flags: none of them is a reason to leave
// a role out.
type Move struct {
	From, To nextrole.Role

	Pay    *PayChange // nil where it is not known
	PayWhy string     // it is not known

	Score    *ScoreChange // nil where one of the two has no score
	ZoneStep *int         // in job zones, of which O*NET has five; nil where one is not known
	Class    Class
	Stretch  bool // less than viable, or two job zones up or more
}

// PayChange compares the median pay of a year, of one vintage and of each role's own.
type PayChange struct {
	From, To float64 // dollars a year
	Period   nextrole.Period
	Sources  [2]nextrole.SourceID // of the two
}

// Ratio is the new pay as a part of the present one.
func (p PayChange) Ratio() float64 { return p.To / p.From }

// least is how much of today's pay Nesta still calls desirable.
const least = 0.75

// Steep reports whether it is below three quarters of today's pay.
func (p PayChange) Steep() bool { return p.Ratio() < least }

// ScoreChange compares the scores that the roles are shown with.
type ScoreChange struct {
	From, To aijri.Reading
}

// By is the difference of the scores as they are shown.
func (s ScoreChange) By() float64 { return aijri.Shown(*s.To.Score) - aijri.Shown(*s.From.Score) }

// clearly is by how many points a score has to be higher to be called that.
const clearly = 5

// Higher reports whether the score is at least five points higher and its zone not
// worse.
func (s ScoreChange) Higher() bool {
	return s.By() >= clearly && rankOf(s.To.Zone) >= rankOf(s.From.Zone)
}

// OutsideRed reports whether the role that the move leads to is not in Red.
func (s ScoreChange) OutsideRed() bool { return s.To.Zone != nextrole.Red }

// Unpublished reports whether one of the scores is a draft, derived, or the person's
// own, which has to be said wherever the two are compared.
func (s ScoreChange) Unpublished() bool {
	return s.From.Status != nextrole.Published || s.To.Status != nextrole.Published
}

func rankOf(z nextrole.Zone) int {
	switch z {
	case nextrole.Green:
		return 2
	case nextrole.Yellow:
		return 1
	}
	return 0
}

// Class is the kind of a move, by pay and family, in the words of Lightcast.
type Class string

// The classes.
const (
	Advancement        Class = "advancement"         // pays at least 5 % more, same family
	LateralAdvancement Class = "lateral advancement" // pays at least 5 % more, another family
	Similar            Class = "similar"             // within 5 %, same family
	LateralTransition  Class = "lateral transition"  // within 5 %, another family
	StepDown           Class = "step down"           // pays less by more than 5 %
	NotKnown           Class = "not known"           // either pay is a wider group's, or absent
)

// alike is which part of the pay two roles may differ by and pay about the same.
const alike = 0.05

// classOf classifies a move whose pay is known.
func classOf(ratio float64, sameFamily bool) Class {
	switch {
	case ratio >= 1+alike && sameFamily:
		return Advancement
	case ratio >= 1+alike:
		return LateralAdvancement
	case ratio < 1-alike:
		return StepDown
	case sameFamily:
		return Similar
	}
	return LateralTransition
}

// MoveOf says what changes from one role to another. Shown is the assessment that a
// role is shown with; near is how close the two are by Fit.
func MoveOf(from, to nextrole.Role, near Closeness, shown func(nextrole.Code) (aijri.Reading, bool)) Move {
	v := Move{From: from, To: to, Class: NotKnown, Stretch: near == Far}
	if v.Pay, v.PayWhy = payChange(from, to); v.Pay != nil {
		v.Class = classOf(v.Pay.Ratio(), sameFamily(from, to))
	}
	a, scoredA := shown(from.Code)
	b, scoredB := shown(to.Code)
	if scoredA && scoredB && a.Score != nil && b.Score != nil {
		v.Score = &ScoreChange{a, b}
	}
	if step, ok := zoneStep(from, to); ok {
		v.ZoneStep = &step
		v.Stretch = v.Stretch || step >= 2
	}
	return v
}

// payChange compares the newest vintage that both roles have of their own. Pay of a
// wider group is never compared.
func payChange(from, to nextrole.Role) (*PayChange, string) {
	var found *PayChange
	for _, f := range from.Figures {
		if f.Kind != nextrole.PayMedian || found != nil && !f.Period.Newer(found.Period) {
			continue
		}
		a, okA := nextrole.ShownAt(from.Figures, nextrole.PayMedian, f.Period)
		b, okB := nextrole.ShownAt(to.Figures, nextrole.PayMedian, f.Period)
		if okA && okB && a.Place == b.Place && a.Parent == "" && b.Parent == "" && *a.Value > 0 {
			found = &PayChange{*a.Value, *b.Value, f.Period, [2]nextrole.SourceID{a.Source, b.Source}}
		}
	}
	if found != nil {
		return found, ""
	}
	for _, r := range []nextrole.Role{from, to} {
		f, ok := nextrole.Shown(r.Figures, nextrole.PayMedian)
		switch {
		case !ok:
			return nil, "no pay of " + r.Title + " is known"
		case f.Parent != "":
			return nil, "pay of " + r.Title + " is known for its group " + string(f.Parent) + " only"
		}
	}
	return nil, "the two have no pay of one vintage"
}

// zoneStep is by how many job zones the move leads up.
func zoneStep(from, to nextrole.Role) (int, bool) {
	a, okA := jobZone(from.JobZone)
	b, okB := jobZone(to.JobZone)
	return b - a, okA && okB
}

// jobZone is the number of a job zone.
func jobZone(f *nextrole.Fact) (int, bool) {
	if f == nil || len(f.Value) != 1 || f.Value[0] < '1' || f.Value[0] > '5' {
		return 0, false
	}
	return int(f.Value[0] - '0'), true
}

// sameFamily reports whether two roles are of one family: of the library where it puts
// both into one of its own, else of one major group of the SOC.
func sameFamily(a, b nextrole.Role) bool {
	if a.Family != nextrole.Beyond && b.Family != nextrole.Beyond {
		return a.Family == b.Family
	}
	return a.Code.Official() && b.Code.Official() && a.Code[:2] == b.Code[:2]
}
