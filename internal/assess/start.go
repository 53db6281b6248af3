// Package assess starts assessments of a person's own, and says how two
// assessments differ.
package assess

import (
	"errors"
	"time"

	"nextrole"
	"nextrole/internal/derive"
)

// ErrNoTasks is returned for a role without any task to start from.
var ErrNoTasks = errors.New("there are no tasks of this role to start from; start from a copy, or from nothing")

// unrated is the score and the label of what nobody has rated yet: the middle of
// the scale, which the rationale says.
const (
	unratedScore = 3
	unratedLabel = nextrole.Augmented
	unratedWhy   = "Not rated yet: 3 and AUG are where every task starts."
)

// FromTasks starts from a role's tasks: those of O*NET where a release was
// imported, weighted by its importance and frequency, else those of the starter
// library, weighted equally. Everything is to be rated. The error is [ErrNoTasks].
func FromTasks(r nextrole.Role) (nextrole.Assessment, error) {
	var rated []nextrole.RatedTask
	if r.Profile != nil {
		for _, t := range r.Profile.Tasks {
			if t.Text != "" {
				rated = append(rated, t)
			}
		}
	}
	if len(rated) == 0 {
		for _, t := range r.Tasks {
			rated = append(rated, nextrole.RatedTask{Text: t.Text})
		}
	}
	if len(rated) == 0 {
		return nextrole.Assessment{}, ErrNoTasks
	}
	in := &nextrole.Inputs{}
	for i, share := range derive.Shares(rated) {
		in.Tasks = append(in.Tasks, nextrole.AssessedTask{Name: rated[i].Text, Share: share, Score: unratedScore, Label: unratedLabel, Rationale: unratedWhy})
	}
	return nextrole.Assessment{Code: r.Code, Inputs: in}, nil
}

// FromNothing starts with one task that is all of the work, to be divided.
func FromNothing(c nextrole.Code) nextrole.Assessment {
	return nextrole.Assessment{Code: c, Inputs: &nextrole.Inputs{Tasks: []nextrole.AssessedTask{
		{Name: "All of the work", Share: nextrole.Whole, Score: unratedScore, Label: unratedLabel, Rationale: unratedWhy},
	}}}
}

// FromCopy starts from another assessment, which has inputs. What it says in
// words and who says it stay with it; its ratings, reasons and counter-evidence
// come along.
func FromCopy(a nextrole.Assessment) (nextrole.Assessment, error) {
	if a.Inputs == nil {
		return nextrole.Assessment{}, ErrNoRatings
	}
	a = a.Clone()
	return nextrole.Assessment{Code: a.Code, Inputs: a.Inputs, Principles: a.Principles, Seniority: a.Seniority}, nil
}

// Begin makes a work of a started assessment: the person's own, by an author, a
// draft, dated today. One that says whose it is, as a draft by rule does and one from
// a document, stays as it is.
func Begin(a nextrole.Assessment, author string, now time.Time, taken func(nextrole.SourceID) bool) nextrole.Work {
	if a.Author == "" {
		a.Status, a.Stage, a.Author, a.Date = nextrole.Own, nextrole.InWork, author, now.Format(time.DateOnly)
	}
	w := nextrole.Work{ID: nextrole.WorkID(a.Code, taken)}
	return w.With(nextrole.Revision{At: now, Note: "Started", Assessment: a})
}
