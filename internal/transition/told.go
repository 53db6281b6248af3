package transition

import (
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// Told says in sentences what a move changes. Short is the as-of label of a source:
// "BLS, May 2025".
func (v Move) Told(short func(nextrole.SourceID) string) []string {
	lines := []string{v.payTold(short), v.scoreTold()}
	if v.ZoneStep != nil {
		line := "Job zones: " + nextrole.Signed(float64(*v.ZoneStep), 0) + "."
		if *v.ZoneStep >= 2 {
			line += " It asks for much more preparation, so it is a stretch however alike the work is."
		}
		lines = append(lines, line)
	}
	return lines
}

func (v Move) payTold(short func(nextrole.SourceID) string) string {
	p := v.Pay
	if p == nil {
		return "Pay change: not known, " + v.PayWhy + "."
	}
	line := "Median pay a year: " + nextrole.Money(p.From) + " to " + nextrole.Money(p.To) +
		" (" + p.origin(short) + "), " + nextrole.SignedPercent((p.Ratio()-1)*100) + ": " + string(v.Class) + "."
	if p.Steep() {
		line += " That is less than three quarters of today’s."
	}
	return line
}

// Origin says where the facts of both are from and as of when.
func (s Step) Origin(short func(nextrole.SourceID) string) string {
	return both(dated(short(s.From.Source), s.From.Period), dated(short(s.To.Source), s.To.Period))
}

// origin says where the pay of both is from and as of when.
func (p PayChange) origin(short func(nextrole.SourceID) string) string {
	return both(dated(short(p.Sources[0]), p.Period), dated(short(p.Sources[1]), p.Period))
}

func both(from, to string) string {
	if from == to {
		return to
	}
	return from + "; " + to
}

// dated is a source's as-of label, with the period unless the label has it.
func dated(short string, p nextrole.Period) string {
	if strings.Contains(short, p.String()) {
		return short
	}
	return short + ", " + p.String()
}

func (v Move) scoreTold() string {
	s := v.Score
	if s == nil {
		return "AIJRI: one of the two has no score here."
	}
	told := func(r aijri.Reading) string {
		return nextrole.Score(aijri.Shown(*r.Score)) + " (" + r.Status.Name() + ")"
	}
	line := "AIJRI: " + told(s.From) + " to " + told(s.To) + ", " + nextrole.Signed(s.By(), 1) + "."
	if s.Higher() {
		line += " A higher score."
	}
	if s.OutsideRed() {
		line += " Outside Red."
	}
	if s.Unpublished() {
		line += " Not both are published scores."
	}
	return line
}
