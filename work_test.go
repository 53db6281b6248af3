package nextrole_test

import (
	"testing"
	"time"

	"nextrole"
)

// ownAssessment is one with something to change.
func ownAssessment(growth int) nextrole.Assessment {
	return nextrole.Assessment{
		Code: "29-9021.00", Author: "Ana", Status: nextrole.Own,
		Inputs: &nextrole.Inputs{
			Tasks:  []nextrole.AssessedTask{{Name: "All", Share: nextrole.Whole, Score: 3, Label: nextrole.Augmented}},
			Growth: nextrole.Rating{Value: growth, Sources: []nextrole.SourceID{"a"}},
		},
		Principles: &[3]nextrole.Rating{{Value: 1}},
		Override:   &nextrole.Override{Score: 40, Reason: "Why not."},
	}
}

// A work being changed has one open revision, which closing keeps under a note, and
// which a change back takes away.
func TestAmend(t *testing.T) {
	at := func(minute int) time.Time { return time.Date(2026, 11, 27, 9, minute, 0, 0, time.UTC) }
	w := nextrole.Work{ID: "own-29-9021.00-1"}.With(nextrole.Revision{At: at(0), Note: "Started", Assessment: ownAssessment(0)})
	check := func(w nextrole.Work, revisions, growth int, open bool, note string) {
		t.Helper()
		last := w.Revisions[len(w.Revisions)-1]
		if len(w.Revisions) != revisions || last.Assessment.Inputs.Growth.Value != growth || last.Open != open || last.Note != note {
			t.Errorf("%d revisions, the last %+v", len(w.Revisions), last)
		}
		if err := w.Validate(); err != nil {
			t.Error(err)
		}
	}
	one := w.Amend(ownAssessment(1), at(1))
	check(one, 2, 1, true, "")
	two := one.Amend(ownAssessment(2), at(2))
	check(two, 2, 2, true, "")
	check(one, 2, 1, true, "") // as it was
	check(two.Amend(ownAssessment(0), at(3)), 1, 0, false, "Started")
	kept := two.Close("Asked a colleague")
	check(kept, 2, 2, false, "Asked a colleague")
	check(two, 2, 2, true, "")
	check(kept.Close("Again"), 2, 2, false, "Asked a colleague")
	check(kept.Amend(ownAssessment(1), at(4)), 3, 1, true, "")
	if kept.Changed() != at(2) {
		t.Errorf("changed at %v", kept.Changed())
	}
}

func TestACloneSharesNoRating(t *testing.T) {
	a := ownAssessment(0)
	a.Inputs.Tasks[0].Counter = []nextrole.Counter{{Fact: "So"}}
	b := a.Clone()
	b.Inputs.Tasks[0].Score, b.Inputs.Tasks[0].Counter[0].Fact = 1, "Not so"
	b.Inputs.Growth.Value, b.Inputs.Growth.Sources[0] = 2, "b"
	b.Principles[0].Value, b.Override.Score = 3, 50
	if a.Inputs.Tasks[0].Score != 3 || a.Inputs.Tasks[0].Counter[0].Fact != "So" || a.Inputs.Growth.Value != 0 || a.Inputs.Growth.Sources[0] != "a" || a.Principles[0].Value != 1 || a.Override.Score != 40 {
		t.Errorf("the original is now %+v", a)
	}
}
