package brief_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/chart"
	"nextrole/ui/page/brief"
	"nextrole/ui/uitest"
)

func of(v float64) *float64 { return &v }

func TestStands(t *testing.T) {
	for _, test := range []struct {
		score float64
		want  string
	}{
		{0, "25.0 below Yellow"},
		{20.92, "4.1 below Yellow"}, // from the value shown, 20.9
		{23.9, "1.1 below Yellow"},
		{24, "at the boundary of Yellow"},
		{24.9, "at the boundary of Yellow"},
		{24.949, "at the boundary of Yellow"},
		{24.95, "at the boundary of Red"}, // shown as 25.0, so Yellow
		{25, "at the boundary of Red"},
		{26, "at the boundary of Red"},
		{26.1, "1.1 above Red"},
		{36.5, "11.5 above Red"},
		{36.6, "11.4 below Green"},
		{46.9, "1.1 below Green"},
		{47.9, "at the boundary of Green"},
		{48, "at the boundary of Yellow"},
		{49, "at the boundary of Yellow"},
		{49.1, "1.1 above Yellow"},
		{100, "52.0 above Yellow"},
	} {
		if got := brief.Stands(test.score); got != test.want {
			t.Errorf("%v stands %q, want %q", test.score, got, test.want)
		}
	}
}

func TestJudge(t *testing.T) {
	result := &aijri.Result{Likely: [2]float64{16.94, 25.65}}
	for _, test := range []struct {
		name   string
		r      aijri.Reading
		scored bool
		want   brief.Verdict
	}{
		{
			"published with inputs",
			aijri.Reading{Status: nextrole.Published, Score: of(20.9), Result: result},
			true,
			brief.Verdict{"20.9", "Published score", "16.9–25.7 if raters differ", "4.1 below Yellow"},
		},
		{
			"published without inputs",
			aijri.Reading{Status: nextrole.Published, Score: of(48.2)},
			true,
			brief.Verdict{"48.2", "Published score", "range unknown", "at the boundary of Yellow"},
		},
		{
			"draft",
			aijri.Reading{Status: nextrole.Draft, Score: of(30), Result: result},
			true,
			brief.Verdict{"30.0", "Editors’ draft, an opinion", "16.9–25.7 if raters differ", "5.0 above Red"},
		},
		{
			"derived",
			aijri.Reading{Status: nextrole.Derived, Score: of(40)},
			true,
			brief.Verdict{"40.0", "Derived score", "range unknown", "8.0 below Green"},
		},
		{
			"own",
			aijri.Reading{Status: nextrole.Own, Score: of(0)},
			true,
			brief.Verdict{"0.0", "My score", "range unknown", "25.0 below Yellow"},
		},
		{
			"none",
			aijri.Reading{},
			false,
			brief.Verdict{Score: "Not scored", Whose: "No AIJRI assessment here"},
		},
		{
			"incomplete",
			aijri.Reading{Status: nextrole.Draft, Problem: errors.New("tasks: missing")},
			false,
			brief.Verdict{Score: "Not scored", Whose: "The assessment is incomplete"},
		},
	} {
		if diff := cmp.Diff(test.want, brief.Judge(test.r, test.scored)); diff != "" {
			t.Errorf("%s (−want +got):\n%s", test.name, diff)
		}
	}
}

// shelf is a library of sources, and of what other roles have.
type shelf struct {
	sources map[nextrole.SourceID]nextrole.Source
	newest  map[nextrole.Kind]nextrole.Period
}

func (s shelf) Sources() map[nextrole.SourceID]nextrole.Source { return s.sources }
func (s shelf) Newest(k nextrole.Kind) nextrole.Period         { return s.newest[k] }

// A figure that is older than those of other roles says by how much.
func TestStatsStale(t *testing.T) {
	for newest, want := range map[nextrole.Period]brief.Stat{
		"2024-34": {Label: "Job growth", Value: "+3%", Source: "BLS, 2024–34"},
		"2025-35": {Label: "Job growth", Value: "+3%", Source: "BLS, 2024–34, a year older than for other roles", Stale: true},
		"2027-37": {Label: "Job growth", Value: "+3%", Source: "BLS, 2024–34, 3 years older than for other roles", Stale: true},
	} {
		r := nextrole.Role{Occupation: nextrole.Occupation{Code: "29-9021.00"}, Figures: []nextrole.Figure{
			{Kind: nextrole.Growth, Value: of(3), Unit: "percent", Period: "2024-34", Place: "US", Source: "bls"},
		}}
		l := shelf{map[nextrole.SourceID]nextrole.Source{"bls": {Short: "BLS, 2024–34"}}, map[nextrole.Kind]nextrole.Period{nextrole.Growth: newest}}
		if got := brief.Stats(r, l)[1]; got != want {
			t.Errorf("%+v, want %+v", got, want)
		}
	}
}

// A figure that the library has not is said to be absent, and by no number.
func TestStatsAbsent(t *testing.T) {
	for code, why := range map[nextrole.Code]string{"NR-0009": "no SOC code of its own", "29-9021.00": "not in this library"} {
		left := nextrole.Role{Occupation: nextrole.Occupation{Code: code}}
		left.Figures = []nextrole.Figure{ // listed by the source, and left out
			{Kind: nextrole.PayMedian, Unit: "USD/year", Period: "May 2025", Place: "US", Source: "bls"},
			{Kind: nextrole.Employment, Value: of(7), Unit: "jobs", Period: "2035 projected", Place: "US", Source: "bls"},
		}
		stats := brief.Stats(left, shelf{})
		if len(stats) != 6 {
			t.Errorf("%s has %d figures, want 6", code, len(stats))
		}
		for _, s := range stats {
			if want := (brief.Stat{Label: s.Label, Value: "no data", Source: why, Absent: true}); s != want {
				t.Errorf("%s: %+v, want %+v", code, s, want)
			}
		}
	}
}

// Zero is a figure like others.
func TestStatsZero(t *testing.T) {
	r := nextrole.Role{Occupation: nextrole.Occupation{Code: "29-9021.00"}, Figures: []nextrole.Figure{
		{Kind: nextrole.Growth, Value: of(0), Unit: "percent", Period: "2024-34", Place: "US", Source: "bls"},
	}}
	got := brief.Stats(r, shelf{sources: map[nextrole.SourceID]nextrole.Source{"bls": {Short: "BLS, 2024–34"}}})[1]
	if want := (brief.Stat{Label: "Job growth", Value: "0%", Source: "BLS, 2024–34"}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// In the starter library every figure shown has its publisher and period, and
// those of a wider group say so.
func TestStatsOfTheStarterLibrary(t *testing.T) {
	l := uitest.NewLibrary(t)
	open := l.Open(t)
	groups := 0
	for _, r := range l.Set.Roles {
		for i, s := range brief.Stats(r, open) {
			if s.Absent {
				continue
			}
			if s.Value == "" || !strings.Contains(s.Source, "BLS, ") && !strings.Contains(s.Source, "O*NET ") && !strings.HasPrefix(s.Source, "NextRole editors") {
				t.Errorf("%s: %+v has no source", r.Code, s)
			}
			kind := map[int]nextrole.Kind{0: nextrole.PayMedian, 1: nextrole.Growth, 2: nextrole.Openings, 5: nextrole.Employment}[i]
			f, ok := nextrole.Shown(r.Figures, kind)
			if !ok || f.Parent == "" {
				continue
			}
			groups++
			if !strings.HasPrefix(s.Source, "group "+string(f.Parent)+" · ") {
				t.Errorf("%s: %+v does not say that it is of %s", r.Code, s, f.Parent)
			}
		}
	}
	if groups == 0 {
		t.Error("no role has a figure of a wider group: nothing was checked")
	}
}

func TestDegree(t *testing.T) {
	for value, want := range map[string]string{
		"High school diploma or equivalent":  "High school",
		"Some college, no degree":            "Some college",
		"Postsecondary nondegree award":      "Certificate",
		"Associate's degree":                 "Associate’s",
		"Bachelor's degree":                  "Bachelor’s",
		"Master's degree":                    "Master’s",
		"Doctoral or professional degree":    "Doctoral",
		"No formal educational credential":   "No formal educational credential",
		"Something that BLS has not had yet": "Something that BLS has not had yet",
	} {
		if got := brief.Degree(value); got != want {
			t.Errorf("%q is %q, want %q", value, got, want)
		}
	}
}

// Whose a score is goes into its chart; where there is none, nothing does.
func TestScale(t *testing.T) {
	s := uitest.NewLibrary(t).Open(t)
	r, _ := s.Role(uitest.Informatics)
	reading, scored := s.Reading(uitest.Informatics)
	neighbors := []chart.Neighbor{{Name: "Other", Score: 40}}
	c := brief.Scale(r, reading, scored, neighbors)
	if c.Score == nil || *c.Score != *reading.Score || c.Origin.Status != nextrole.Draft || c.Likely == nil || !slices.Equal(c.Neighbors, neighbors) {
		t.Errorf("a draft: %+v", c)
	}
	if want := "NextRole editors, " + nextrole.Date(reading.Assessment.Date); c.Origin.AsOf != want {
		t.Errorf("as of %q, want %q", c.Origin.AsOf, want)
	}
	r, _ = s.Role(uitest.Registrar)
	reading, scored = s.Reading(uitest.Registrar)
	if c = brief.Scale(r, reading, scored, nil); c.Origin.AsOf != "JobZone Risk (AIJRI), undated" {
		t.Errorf("an undated assessment is as of %q", c.Origin.AsOf)
	}
	if c = brief.Scale(r, aijri.Reading{}, false, nil); c.Score != nil || c.Likely != nil {
		t.Errorf("without a score: %+v", c)
	}
}

// TestPayByTheHour shows the wage of a role whose pay is published by the hour
// only as that, and never beside pay for a year.
func TestPayByTheHour(t *testing.T) {
	hour, year := 23.5, 48_000.0
	r := nextrole.Role{Figures: []nextrole.Figure{
		{Kind: nextrole.PayMedian, Value: &hour, Unit: "USD/hour", Period: "May 2025", Place: "US", Source: "bls-oews-2025"},
	}}
	r.Code = "27-2011.00"
	s := uitest.NewLibrary(t).Open(t)
	if got := brief.Stats(r, s)[0]; got.Label != "Median pay an hour" || got.Value != "$23.50" || got.Absent {
		t.Errorf("%+v", got)
	}
	r.Figures = append(r.Figures, nextrole.Figure{Kind: nextrole.PayMedian, Value: &year, Unit: "USD/year", Period: "May 2024", Place: "US", Source: "bls-oews-2024"})
	if got := brief.Stats(r, s)[0]; got.Label != "Median pay a year" || got.Value != "$48,000" {
		t.Errorf("%+v", got)
	}
}
