package aijri

import (
	"fmt"
	"slices"
	"strings"

	"nextrole"
)

// Reading is an assessment as lists and pages show it: one score, with whose
// it is.
type Reading struct {
	Assessment nextrole.Assessment
	Status     nextrole.Status

	// Score is the assessor's where given, else as printed, else the formula's;
	// nil if the assessment is incomplete.
	Score *float64
	Zone  nextrole.Zone
	Label nextrole.SubLabel

	// Result is what the inputs give; nil without inputs or with incomplete
	// ones, and then the range is unknown. Its score has more decimals than a
	// printed one, and differs from an assessor's.
	Result *Result

	// Formula is the score that stands beside an assessor's, nil elsewhere.
	Formula *float64

	// Problem says why the assessment is incomplete.
	Problem error
}

// Read computes what an assessment shows. A defect of the inputs is told in
// Problem; a printed or an assessor's score stands all the same.
func Read(a nextrole.Assessment) Reading {
	r := Reading{Assessment: a, Status: a.Status, Zone: nextrole.ZoneNone}
	if a.Inputs != nil {
		result, err := Score(*a.Inputs)
		if err != nil {
			r.Problem = err
		} else {
			r.Result, r.Score = &result, &result.Score
		}
	}
	if a.Printed != nil {
		r.take("printed", *a.Printed)
	}
	if a.Override != nil {
		r.Formula = r.Score
		r.take("override.score", a.Override.Score)
	}
	if r.Score == nil {
		if r.Problem == nil {
			r.Problem = nextrole.Problem{Field: "inputs", What: "neither inputs nor a printed score"}
		}
		return r
	}
	r.Zone = ZoneOf(*r.Score)
	if r.Result != nil {
		r.Label = labelOf(r.Zone, *r.Result)
	}
	return r
}

// take makes score the one to show, if it is one.
func (r *Reading) take(field string, score float64) {
	if !(score >= 0 && score <= 100) {
		r.Problem = nextrole.Problem{Field: field, What: fmt.Sprintf("%v is outside 0…100", score)}
		return
	}
	r.Score = &score
}

// Headline returns the assessment that a role is shown with: the one of the
// source the person chose, else the published one, else the editors' draft.
// Derived assessments and the person's own are shown by choice only. It
// reports false for "not scored"; where that is because an assessment is
// incomplete, the reading says why. A true report means that Score is set.
func Headline(as []nextrole.Assessment, choice nextrole.SourceID) (Reading, bool) {
	i := headline(as, choice)
	if i < 0 {
		return Reading{Zone: nextrole.ZoneNone}, false
	}
	r := Read(as[i])
	return r, r.Score != nil
}

// Others returns the assessments of a role that stand below its [Headline], in
// the order of their status, newest first.
func Others(as []nextrole.Assessment, choice nextrole.SourceID) []Reading {
	shown := headline(as, choice)
	var others []Reading
	for _, i := range ranked(as) {
		r := Read(as[i])
		if i == shown && r.Score != nil {
			continue
		}
		others = append(others, r)
	}
	return others
}

// Worked returns the assessment that is worked through for a role: the
// [Headline] or, where that is published without its ratings, the editors' draft
// that stands below it. The second is a score of its own, and whoever shows it
// says so.
func Worked(as []nextrole.Assessment, choice nextrole.SourceID) Reading {
	shown, _ := Headline(as, choice)
	if shown.Status != nextrole.Published || shown.Assessment.Inputs != nil {
		return shown
	}
	for _, r := range Others(as, choice) {
		if r.Status == nextrole.Draft && r.Result != nil {
			return r
		}
	}
	return shown
}

// headline returns the index of the assessment to show, or −1. A complete one
// is preferred, unless the person chose otherwise.
func headline(as []nextrole.Assessment, choice nextrole.SourceID) int {
	incomplete := -1
	order := ranked(as)
	if choice != "" {
		if i := slices.IndexFunc(order, func(i int) bool { return as[i].Source == choice }); i >= 0 {
			return order[i]
		}
	}
	for _, i := range order {
		if as[i].Status != nextrole.Published && as[i].Status != nextrole.Draft {
			continue
		}
		if Read(as[i]).Score != nil {
			return i
		}
		if incomplete < 0 {
			incomplete = i
		}
	}
	return incomplete
}

// ranked returns the indexes of the assessments by status, then newest first,
// then by source.
func ranked(as []nextrole.Assessment) []int {
	order := make([]int, len(as))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := as[i], as[j]
		if d := rank(a.Status) - rank(b.Status); d != 0 {
			return d
		}
		if d := strings.Compare(b.Date, a.Date); d != 0 {
			return d
		}
		return strings.Compare(string(a.Source), string(b.Source))
	})
	return order
}

func rank(s nextrole.Status) int {
	order := nextrole.Statuses()
	if i := slices.Index(order, s); i >= 0 {
		return i
	}
	return len(order)
}
