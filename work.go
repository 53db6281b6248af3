package nextrole

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"
)

// ownWork begins the ids of assessments that a person makes.
const ownWork = "own-"

// OfOwnWork reports whether the source is an assessment that the person makes.
func (id SourceID) OfOwnWork() bool { return strings.HasPrefix(string(id), ownWork) }

// Work is an assessment that a person makes, with all that it was before.
type Work struct {
	ID        SourceID   `json:"id"`        // "own-29-9021.00-1"
	Revisions []Revision `json:"revisions"` // the oldest first; the last is the assessment as it stands
}

// Revision is an assessment as it was kept at one time.
type Revision struct {
	At         time.Time  `json:"at"`
	Note       string     `json:"note,omitempty"` // what was changed, in the person's words
	Open       bool       `json:"open,omitempty"` // being worked on: the next change takes its place
	Assessment Assessment `json:"assessment"`
}

// MostRevisions is how many revisions of a work are kept; beyond, the oldest goes.
const MostRevisions = 500

// WorkID returns an id that is not taken for a work on a role.
func WorkID(c Code, taken func(SourceID) bool) SourceID {
	for n := 1; ; n++ {
		if id := SourceID(fmt.Sprintf("%s%s-%d", ownWork, c, n)); !taken(id) {
			return id
		}
	}
}

// Now returns the assessment as it stands.
func (w Work) Now() Assessment { return w.Revisions[len(w.Revisions)-1].Assessment }

// Changed is when the assessment was changed last.
func (w Work) Changed() time.Time { return w.Revisions[len(w.Revisions)-1].At }

// With returns the work with one more revision. The revisions before it stay.
func (w Work) With(v Revision) Work {
	v.Assessment.Source = w.ID
	w.Revisions = append(slices.Clone(w.Revisions), v)
	if over := len(w.Revisions) - MostRevisions; over > 0 {
		w.Revisions = w.Revisions[over:]
	}
	return w
}

// Amend returns the work with a change to the assessment: in place of a revision
// that is open, else as a new one that is. A change that leads back to the revision
// before leaves that as the last.
func (w Work) Amend(a Assessment, now time.Time) Work {
	a.Source = w.ID
	if n := len(w.Revisions); n > 1 && w.Revisions[n-1].Open {
		w.Revisions = w.Revisions[: n-1 : n-1]
	}
	if reflect.DeepEqual(w.Now(), a) {
		return w
	}
	return w.With(Revision{At: now, Open: true, Assessment: a})
}

// Close returns the work with the revision that is open kept as it stands, under a
// note of the person's. Without an open one it is the same work.
func (w Work) Close(note string) Work {
	last := len(w.Revisions) - 1
	if !w.Revisions[last].Open {
		return w
	}
	w.Revisions = slices.Clone(w.Revisions)
	w.Revisions[last].Open, w.Revisions[last].Note = false, note
	return w
}

// Source returns the source that the work is.
func (w Work) Source() Source {
	a := w.Now()
	title, short, from := "Assessment of one’s own", "My assessment", ""
	if a.Status == Derived {
		title, short = "Assessment drafted by rule", "Drafted by rule"
		from = " From O*NET’s tasks and the labels of Eloundou, Manning, Mishkin and Rock (2023), GPTs are GPTs."
	}
	day := w.Changed().Format(time.DateOnly)
	return Source{
		ID: w.ID, Publisher: a.Author, Title: title + ", " + string(a.Code), Short: short + ", " + Date(day),
		Retrieved: day, License: "Yours", Credit: title + " of " + string(a.Code) + ", by " + a.Author + "." + from,
	}
}

// Validate reports every defect of the work, joined, or nil. An assessment whose
// shares do not add up is none: it is not finished.
func (w Work) Validate() error {
	var p problems
	p.require(w.ID.OfOwnWork(), "id", "%q does not begin with %q", w.ID, ownWork)
	p.require(len(w.Revisions) > 0, "revisions", "missing")
	for i, v := range w.Revisions {
		field := at("revisions", i, "assessment.")
		p.add(v.Assessment.Validate(), field)
		p.require(v.Assessment.Source == w.ID, field+"source", "%q is not %q", v.Assessment.Source, w.ID)
		p.require(v.Assessment.Code == w.Revisions[0].Assessment.Code, field+"code", "another role than in the first revision")
		p.require(v.Assessment.Status == Own || v.Assessment.Status == Derived, field+"status", "%q is not of one’s own", v.Assessment.Status)
	}
	return p.err()
}
