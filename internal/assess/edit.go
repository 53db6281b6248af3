package assess

import (
	"errors"
	"reflect"
	"slices"
	"time"

	"nextrole"
	"nextrole/internal/derive"
)

// Edited returns an assessment after a person changed it. A task that was rated is no
// longer told to be where every task starts. A draft by rule stays one while only its
// evidence, barriers, growth and principles are set, of which the rule knows nothing;
// with any other rating changed it is the person's.
func Edited(was, now nextrole.Assessment, author string, day time.Time) nextrole.Assessment {
	for i := range min(len(was.Inputs.Tasks), len(now.Inputs.Tasks)) {
		t, u := was.Inputs.Tasks[i], &now.Inputs.Tasks[i]
		if t.Name == u.Name && (t.Score != u.Score || t.Label != u.Label) && !Rated(*u) {
			u.Rationale = ""
		}
	}
	if now.Status != nextrole.Derived {
		return now
	}
	if reflect.DeepEqual(was.Inputs.Tasks, now.Inputs.Tasks) && reflect.DeepEqual(was.Override, now.Override) {
		return now
	}
	now.Status, now.Author = nextrole.Own, author
	if now.Stage == "" {
		now.Stage = nextrole.InWork
	}
	if now.Date == "" {
		now.Date = day.Format(time.DateOnly)
	}
	return now
}

// Even returns shares that total 100 %, each in proportion to what it is, or all the
// same where none has any.
func Even(tasks []nextrole.AssessedTask) []nextrole.AssessedTask {
	weights := make([]int, len(tasks))
	for i, t := range tasks {
		weights[i] = int(t.Share)
	}
	tasks = slices.Clone(tasks)
	for i, share := range nextrole.Divide(nextrole.Whole, weights) {
		tasks[i].Share = share
	}
	return tasks
}

// NewTask is a task that nobody has rated yet.
func NewTask(name string) nextrole.AssessedTask {
	return nextrole.AssessedTask{Name: name, Score: unratedScore, Label: unratedLabel, Rationale: unratedWhy}
}

// Rated reports whether somebody rated the task, or gave a reason for how it begins.
func Rated(t nextrole.AssessedTask) bool { return t.Rationale != unratedWhy }

// ErrPublished is returned for a published assessment, which is nobody's own.
var ErrPublished = errors.New("it is a published assessment, and not yours; it is imported as what it is on Library, and a copy of it can be changed")

// ErrNoRatings is returned for a score without the ratings that it comes from.
var ErrNoRatings = errors.New("it comes without ratings, so that there is nothing to work on")

// Received returns an assessment that was read from a document, to be kept as one of
// the person's. One that says it is by rule and differs from what the rule gives for
// the role is the person's. The error is [ErrPublished] or [ErrNoRatings].
func Received(a nextrole.Assessment, r nextrole.Role) (nextrole.Assessment, error) {
	if a.Inputs == nil {
		return a, ErrNoRatings
	}
	switch a.Status {
	case nextrole.Published:
		return a, ErrPublished
	case nextrole.Derived:
		if !byRule(a, r) {
			a.Status, a.Author = nextrole.Own, "Me"
		}
	case nextrole.Draft:
		a.Status = nextrole.Own
	case nextrole.Own:
	}
	return a, nil
}

// byRule reports whether the tasks are rated as the rule rates them.
func byRule(a nextrole.Assessment, r nextrole.Role) bool {
	if r.Profile == nil || a.Inputs == nil {
		return false
	}
	draft, err := derive.Draft(*r.Profile)
	return err == nil && reflect.DeepEqual(draft.Inputs.Tasks, a.Inputs.Tasks)
}
