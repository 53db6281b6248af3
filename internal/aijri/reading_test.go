package aijri_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/aijri"
)

func of(v float64) *float64 { return &v }

func assessment(status nextrole.Status, source nextrole.SourceID, printed *float64, in *nextrole.Inputs) nextrole.Assessment {
	return nextrole.Assessment{Code: "29-9021.00", Author: "a", Status: status, Source: source, Printed: printed, Inputs: in}
}

func TestRead(t *testing.T) {
	full, short := registrar(), registrar()
	short.Tasks = short.Tasks[1:]

	printed := aijri.Read(assessment(nextrole.Published, "s", of(20.9), &full))
	near(t, "printed score", *printed.Score, 20.9, 0)
	near(t, "score of its inputs", printed.Result.Score, 20.92, 0.005)

	alone := aijri.Read(assessment(nextrole.Published, "s", of(48.2), nil))
	if *alone.Score != 48.2 || alone.Zone != nextrole.Green || alone.Result != nil || alone.Label != "" || alone.Problem != nil {
		t.Errorf("printed alone: %+v", alone)
	}

	overridden := assessment(nextrole.Own, "s", nil, &full)
	overridden.Override = &nextrole.Override{Score: 30, Reason: "registry work is licensed here"}
	own := aijri.Read(overridden)
	if *own.Score != 30 || own.Zone != nextrole.Yellow || own.Label != aijri.Urgent {
		t.Errorf("overridden: %v %s %q, want 30 yellow Urgent", *own.Score, own.Zone, own.Label)
	}
	near(t, "formula beside the override", *own.Formula, 20.92, 0.005)

	incomplete := aijri.Read(assessment(nextrole.Draft, "s", nil, &short))
	if incomplete.Score != nil || incomplete.Zone != nextrole.ZoneNone || incomplete.Problem == nil {
		t.Errorf("incomplete: %+v", incomplete)
	}
	if r := aijri.Read(assessment(nextrole.Published, "s", of(20.9), &short)); r.Score == nil || r.Result != nil || r.Problem == nil {
		t.Errorf("printed with incomplete inputs: %+v", r)
	}
	for _, bad := range []float64{math.NaN(), math.Inf(1), -1, 101} {
		if r := aijri.Read(assessment(nextrole.Published, "s", &bad, nil)); r.Score != nil || r.Problem == nil || r.Zone != nextrole.ZoneNone {
			t.Errorf("printed %v: %+v", bad, r)
		}
	}
	if r := aijri.Read(nextrole.Assessment{}); r.Score != nil || r.Problem == nil {
		t.Errorf("nothing: %+v", r)
	}
}

func TestHeadline(t *testing.T) {
	full, short := registrar(), registrar()
	short.Tasks = short.Tasks[1:]
	published := assessment(nextrole.Published, "pub", of(20.9), nil)
	draft := assessment(nextrole.Draft, "draft", nil, &full)
	unfinished := assessment(nextrole.Draft, "unfinished", nil, &short)
	derived := assessment(nextrole.Derived, "derived", of(40), nil)
	own := assessment(nextrole.Own, "own", of(60), nil)
	older, newer := draft, draft
	older.Source, older.Date, newer.Source, newer.Date = "older", "2025-01-01", "newer", "2026-01-01"

	for _, test := range []struct {
		name   string
		as     []nextrole.Assessment
		choice nextrole.SourceID
		shown  nextrole.SourceID // "" for not scored
		others []nextrole.SourceID
	}{
		{name: "none"},
		{"published before draft", []nextrole.Assessment{own, draft, published}, "", "pub", []nextrole.SourceID{"draft", "own"}},
		{"draft without published", []nextrole.Assessment{derived, draft}, "", "draft", []nextrole.SourceID{"derived"}},
		{"newest draft", []nextrole.Assessment{older, newer}, "", "newer", []nextrole.SourceID{"older"}},
		{"complete draft", []nextrole.Assessment{unfinished, older}, "", "older", []nextrole.SourceID{"unfinished"}},
		{"derived and own only by choice", []nextrole.Assessment{own, derived}, "", "", []nextrole.SourceID{"derived", "own"}},
		{"chosen", []nextrole.Assessment{published, draft, own}, "own", "own", []nextrole.SourceID{"pub", "draft"}},
		{"chosen but gone", []nextrole.Assessment{published, draft}, "own", "pub", []nextrole.SourceID{"draft"}},
		{"incomplete alone", []nextrole.Assessment{unfinished}, "", "", []nextrole.SourceID{"unfinished"}},
		{"incomplete by choice", []nextrole.Assessment{published, unfinished}, "unfinished", "", []nextrole.SourceID{"pub", "unfinished"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, scored := aijri.Headline(test.as, test.choice)
			if scored != (test.shown != "") || scored != (r.Score != nil) {
				t.Fatalf("scored %v with score %v", scored, r.Score)
			}
			if scored && r.Assessment.Source != test.shown {
				t.Errorf("shown %s, want %s", r.Assessment.Source, test.shown)
			}
			var others []nextrole.SourceID
			for _, o := range aijri.Others(test.as, test.choice) {
				others = append(others, o.Assessment.Source)
			}
			if diff := cmp.Diff(test.others, others); diff != "" {
				t.Errorf("others (−want +got):\n%s", diff)
			}
		})
	}
	if r, _ := aijri.Headline([]nextrole.Assessment{unfinished}, ""); r.Problem == nil {
		t.Error("an incomplete assessment does not say why it is not shown")
	}
}

// A published score without its ratings has the draft below it worked through;
// everything else is worked through itself.
func TestWorked(t *testing.T) {
	full, short := registrar(), registrar()
	short.Tasks = short.Tasks[1:]
	alone := assessment(nextrole.Published, "pub", of(48.2), nil)
	rated := assessment(nextrole.Published, "pub", of(20.9), &full)
	draft := assessment(nextrole.Draft, "draft", nil, &full)
	broken := assessment(nextrole.Draft, "draft", nil, &short)
	mine := assessment(nextrole.Own, "mine", nil, &full)
	for name, test := range map[string]struct {
		as     []nextrole.Assessment
		choice nextrole.SourceID
		want   nextrole.SourceID
	}{
		"published with ratings":       {[]nextrole.Assessment{draft, rated}, "", "pub"},
		"published without":            {[]nextrole.Assessment{alone, draft}, "", "draft"},
		"published without, no draft":  {[]nextrole.Assessment{alone, mine}, "", "pub"},
		"an incomplete draft below":    {[]nextrole.Assessment{alone, broken}, "", "pub"},
		"a draft alone":                {[]nextrole.Assessment{draft}, "", "draft"},
		"the person’s, by choice":      {[]nextrole.Assessment{alone, draft, mine}, "mine", "mine"},
		"the published one, by choice": {[]nextrole.Assessment{alone, draft}, "pub", "draft"},
		"nothing":                      {nil, "", ""},
	} {
		if got := aijri.Worked(test.as, test.choice).Assessment.Source; got != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}
