package assess_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/assess"
	"nextrole/internal/derive"
)

// drafted is a role with a draft by rule.
func drafted(t *testing.T) (nextrole.Role, nextrole.Assessment) {
	t.Helper()
	r := role()
	r.Profile = &nextrole.Profile{
		Code: r.Code, Tasks: []nextrole.RatedTask{{ID: "1", Text: "File."}, {ID: "2", Text: "Call."}},
		Exposed: []nextrole.TaskExposure{{ID: "1", GPT4: "E1", Human: "E1"}, {ID: "2", GPT4: "E0", Human: "E0"}},
	}
	a, err := derive.Draft(*r.Profile)
	if err != nil {
		t.Fatal(err)
	}
	return r, a
}

func TestEdited(t *testing.T) {
	_, was := drafted(t)
	day := time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC)
	for name, test := range map[string]struct {
		by   func(*nextrole.Assessment)
		want nextrole.Status
	}{
		"evidence":   {func(a *nextrole.Assessment) { a.Inputs.Evidence[0].Value = -1 }, nextrole.Derived},
		"a barrier":  {func(a *nextrole.Assessment) { a.Inputs.Barriers[0].Reason = "So" }, nextrole.Derived},
		"principles": {func(a *nextrole.Assessment) { a.Principles = &[3]nextrole.Rating{} }, nextrole.Derived},
		"a task":     {func(a *nextrole.Assessment) { a.Inputs.Tasks[0].Score = 1 }, nextrole.Own},
		"a share":    {func(a *nextrole.Assessment) { a.Inputs.Tasks[0].Share-- }, nextrole.Own},
		"a score":    {func(a *nextrole.Assessment) { a.Override = &nextrole.Override{Score: 1, Reason: "So"} }, nextrole.Own},
	} {
		a := was.Clone()
		test.by(&a)
		got := assess.Edited(was, a, "Ana", day)
		author, date := derive.Author, ""
		if test.want == nextrole.Own {
			author, date = "Ana", "2026-11-27"
		}
		if got.Status != test.want || got.Author != author || got.Date != date {
			t.Errorf("%s: %s, by %s, %s", name, got.Status, got.Author, got.Date)
		}
	}
}

func TestReceived(t *testing.T) {
	r, derived := drafted(t)
	changed := derived.Clone()
	changed.Inputs.Tasks[0].Score = 1
	set := derived.Clone()
	set.Inputs.Growth.Value = 1
	mine := assess.FromNothing(r.Code)
	mine.Status, mine.Author = nextrole.Own, "Ben"
	for name, test := range map[string]struct {
		a    nextrole.Assessment
		want nextrole.Status
		err  error
	}{
		"published":          {nextrole.Assessment{Status: nextrole.Published, Inputs: mine.Inputs}, "", assess.ErrPublished},
		"without ratings":    {nextrole.Assessment{Status: nextrole.Own, Printed: of(20)}, "", assess.ErrNoRatings},
		"by rule":            {derived, nextrole.Derived, nil},
		"by rule, growth":    {set, nextrole.Derived, nil},
		"by rule no longer":  {changed, nextrole.Own, nil},
		"of another library": {nextrole.Assessment{Status: nextrole.Derived, Author: derive.Author, Inputs: mine.Inputs}, nextrole.Own, nil},
		"a person's":         {mine, nextrole.Own, nil},
	} {
		got, err := assess.Received(test.a, r)
		if !errors.Is(err, test.err) || err == nil && got.Status != test.want {
			t.Errorf("%s: %s, %v", name, got.Status, err)
		}
		if err == nil && got.Status == nextrole.Own && got.Author == derive.Author {
			t.Errorf("%s: a person's is by the rule", name)
		}
	}
}

// Whoever rates a task has rated it.
func TestRated(t *testing.T) {
	a := assess.FromNothing("29-9021.00")
	if assess.Rated(a.Inputs.Tasks[0]) {
		t.Error("it begins as rated")
	}
	b := a.Clone()
	b.Inputs.Tasks[0].Score = 4
	if got := assess.Edited(a, b, "Ana", time.Now()).Inputs.Tasks[0]; !assess.Rated(got) || got.Rationale != "" {
		t.Errorf("%+v", got)
	}
	b = a.Clone()
	b.Inputs.Tasks[0].Share = 5000
	if got := assess.Edited(a, b, "Ana", time.Now()).Inputs.Tasks[0]; assess.Rated(got) {
		t.Errorf("another share is no rating: %+v", got)
	}
}

// One that says whose it is, as a document does, is begun as it is.
func TestBegunAsItIs(t *testing.T) {
	a := assess.FromNothing("29-9021.00")
	a.Author, a.Status, a.Stage, a.Date = "Ben", nextrole.Own, nextrole.Reviewed, "2025-01-31"
	w := assess.Begin(a, "Ana", time.Now(), never)
	if b := w.Now(); b.Author != "Ben" || b.Stage != nextrole.Reviewed || b.Date != "2025-01-31" {
		t.Errorf("%+v", b)
	}
}

func TestEven(t *testing.T) {
	tasks := []nextrole.AssessedTask{{Share: 1000}, {Share: 3000}, {Share: 0}}
	got := assess.Even(tasks)
	if got[0].Share != 2500 || got[1].Share != 7500 || got[2].Share != 0 || tasks[0].Share != 1000 {
		t.Errorf("%+v", got)
	}
	for _, task := range assess.Even(make([]nextrole.AssessedTask, 4)) {
		if task.Share != 2500 {
			t.Errorf("of nothing: %v", task.Share)
		}
	}
}

func TestWhatIsLeft(t *testing.T) {
	rated := func(label nextrole.Label, score int, share nextrole.Share) nextrole.AssessedTask {
		return nextrole.AssessedTask{Name: string(label), Share: share, Score: score, Label: label, Rationale: "So."}
	}
	whole := nextrole.Assessment{Date: "2026-11-27", Inputs: &nextrole.Inputs{Tasks: []nextrole.AssessedTask{
		rated(nextrole.Displaced, 4, 5000), rated(nextrole.NotInvolved, 1, 5000),
	}}}
	if left := assess.What(whole); len(left) != 0 {
		t.Fatalf("nothing is left: %+v", left)
	}
	for name, test := range map[string]struct {
		by    func(*nextrole.Assessment)
		want  string
		stops bool
		at    *aijri.Input
	}{
		"time":       {func(a *nextrole.Assessment) { a.Inputs.Tasks[0].Share = 4000 }, "90%", true, nil},
		"not rated":  {func(a *nextrole.Assessment) { a.Inputs.Tasks[1].Rationale = assess.NewTask("").Rationale }, "“NOT” is not rated yet.", false, &aijri.Input{Group: aijri.Tasks, Index: 1}},
		"no time":    {func(a *nextrole.Assessment) { a.Inputs.Tasks[0].Share, a.Inputs.Tasks[1].Share = 0, 10000 }, "1 task has no time", false, nil},
		"displaced":  {func(a *nextrole.Assessment) { a.Inputs.Tasks[0].Score = 2 }, "labeled DISP and scores 2", false, &aijri.Input{Group: aijri.Tasks}},
		"by people":  {func(a *nextrole.Assessment) { a.Inputs.Tasks[1].Score = 4 }, "labeled NOT and scores 4", false, &aijri.Input{Group: aijri.Tasks, Index: 1}},
		"no why":     {func(a *nextrole.Assessment) { a.Inputs.Tasks[0].Rationale = "" }, "no reason", false, &aijri.Input{Group: aijri.Tasks}},
		"no reasons": {func(a *nextrole.Assessment) { a.Inputs.Evidence[2].Value, a.Inputs.Growth.Value = 1, -1 }, "Without a reason: Wage trends; AI growth link.", false, &aijri.Input{Group: aijri.Evidence, Index: 2}},
		"reviewed":   {func(a *nextrole.Assessment) { a.Stage = nextrole.Reviewed }, "", false, nil},
		"no date":    {func(a *nextrole.Assessment) { a.Date = "" }, "no date", false, nil},
	} {
		a := whole.Clone()
		test.by(&a)
		left := assess.What(a)
		if test.want == "" {
			if len(left) != 0 {
				t.Errorf("%s: %+v", name, left)
			}
			continue
		}
		if len(left) != 1 || !strings.Contains(left[0].Text, test.want) || left[0].Stops != test.stops || (left[0].At == nil) != (test.at == nil) || test.at != nil && *left[0].At != *test.at {
			t.Errorf("%s: %+v", name, left)
		}
	}
}
