package nextrole

import (
	"slices"
	"strings"
	"time"
)

// Week is how a person spends their working time in a role, or might: a scenario
// of theirs. It never changes the assessment it starts from, whose evidence,
// barriers and growth it is scored with.
type Week struct {
	Code  Code       `json:"code"`
	Name  string     `json:"name"`  // empty for the one being worked on
	Base  SourceID   `json:"base"`  // the assessment it starts from
	Hours float64    `json:"hours"` // of the whole week, above 0 and up to MostHours
	Tasks []WeekTask `json:"tasks"`
	Saved time.Time  `json:"saved"`
}

// WeekTask is a task of such a week.
type WeekTask struct {
	AssessedTask
	Of     int  `json:"of"` // index of the task of the assessment that it is, or a part of; −1 for one that was added
	Locked bool `json:"locked,omitempty"`
}

// MostHours is the most a week can have.
const MostHours = 168

// MostTasks is how many tasks a week can have.
const MostTasks = 60

// Clone returns a copy that shares nothing of what a week changes.
func (w Week) Clone() Week {
	w.Tasks = slices.Clone(w.Tasks)
	return w
}

// Total is the time of all tasks.
func (w Week) Total() Share {
	var total Share
	for _, t := range w.Tasks {
		total += t.Share
	}
	return total
}

// HoursOf is how many hours of the week a share is.
func (w Week) HoursOf(s Share) float64 { return s.Percent() / 100 * w.Hours }

// Validate reports every defect of the week, joined, or nil.
func (w Week) Validate() error {
	var p problems
	p.require(w.Code != "", "code", "missing")
	p.require(w.Base != "", "base", "missing")
	p.require(w.Hours > 0 && w.Hours <= MostHours, "hours", "%v is outside 0…%d", w.Hours, MostHours)
	p.require(len(w.Tasks) > 0, "tasks", "missing")
	p.require(len(w.Tasks) <= MostTasks, "tasks", "%d tasks, and %d is the most", len(w.Tasks), MostTasks)
	for i, t := range w.Tasks {
		p.require(strings.TrimSpace(t.Name) != "", at("tasks", i, "name"), "missing")
		p.require(t.Share >= 0 && t.Share <= Whole, at("tasks", i, "share"), "%v is outside 0…100", t.Share)
		p.scale(at("tasks", i, "score"), t.Score, 1, 5)
		p.require(t.Label.Known(), at("tasks", i, "label"), "%q is not DISP, AUG or NOT", t.Label)
		p.require(t.Of >= -1, at("tasks", i, "of"), "%d is no task", t.Of)
	}
	return p.err()
}
