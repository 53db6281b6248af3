package nextrole_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
)

func profile(source nextrole.SourceID, period nextrole.Period, skills, software int) *nextrole.Profile {
	f := &nextrole.Profile{Source: source, Period: period}
	for i := range skills {
		v := float64(1 + i)
		f.Skills = append(f.Skills, nextrole.Element{ID: string(source), Importance: &v})
	}
	for range software {
		f.Software = append(f.Software, nextrole.Tool{Name: string(source)})
	}
	f.Rated = skills > 0
	return f
}

// TestNewerListsAndWhereTheyAreFrom completes a profile from either side: the
// newer release's lists count, and what it lacks is the older one's, which is said.
func TestNewerListsAndWhereTheyAreFrom(t *testing.T) {
	older, newer := profile("old", "December 2025", 2, 1), profile("new", "May 2026", 0, 3)
	for name, roles := range map[string][2]*nextrole.Profile{"older first": {older, newer}, "newer first": {newer, older}} {
		r := nextrole.Role{Profile: roles[0]}
		r.Complete(nextrole.Role{Profile: roles[1]})
		f := r.Profile
		if f.Source != "new" || len(f.Software) != 3 || len(f.Skills) != 2 || !f.Rated {
			t.Errorf("%s: %+v", name, f)
		}
		if f.SourceOf("skills") != "old" || f.SourceOf("software") != "new" {
			t.Errorf("%s: from %v", name, f.From)
		}
	}
	if older.From != nil || newer.From != nil || len(newer.Skills) != 0 {
		t.Error("completing changed what it was given")
	}
}

func TestTablesOfOneRelease(t *testing.T) {
	low, high := 1.5, 4.5
	r := nextrole.Role{Profile: &nextrole.Profile{
		Skills: []nextrole.Element{{ID: "a", Importance: &low}},
		Tasks:  []nextrole.RatedTask{{ID: "1", Text: "Trim"}, {ID: "2", Text: "Log"}},
	}}
	r.Add(nextrole.Role{Profile: &nextrole.Profile{
		Skills: []nextrole.Element{{ID: "b", Importance: &high}},
		Tasks:  []nextrole.RatedTask{{ID: "2", Importance: &high}, {ID: "3", Activities: []string{"x"}}},
	}})
	f := r.Profile
	if f.Skills[0].ID != "b" || len(f.Tasks) != 3 || f.Tasks[1].Text != "Log" || *f.Tasks[1].Importance != high {
		t.Errorf("%+v", f)
	}
	var got []string
	for _, s := range f.Statements() {
		got = append(got, s.Text)
	}
	if diff := cmp.Diff([]string{"Log", "Trim"}, got); diff != "" {
		t.Errorf("statements (-want +got):\n%s", diff)
	}
}

func TestFiguresOfTwoSources(t *testing.T) {
	figure := func(v float64, source nextrole.SourceID) nextrole.Figure {
		return nextrole.Figure{Kind: nextrole.Growth, Value: &v, Unit: "percent", Period: "2024-34", Place: "US", Source: source}
	}
	for _, tt := range []struct {
		there, given float64
		source       nextrole.SourceID
		want         []nextrole.SourceID
		conflicts    int
	}{
		{14.7, 14.7, "ep-2024-34", []nextrole.SourceID{"ep-2024-34"}, 0},
		{14.7, 15, "profile-1", []nextrole.SourceID{"starter"}, 0}, // the same, rounded, and only quoted
		{14.7, 16, "profile-1", []nextrole.SourceID{"starter", "profile-1"}, 1},
		{14.7, 15, "ep-2024-34", []nextrole.SourceID{"starter"}, 0},
		{0.4, 0, "ep-2024-34", []nextrole.SourceID{"starter", "ep-2024-34"}, 1},
		{0.391, 0.39, "ep-2024-34", []nextrole.SourceID{"starter"}, 0},
	} {
		r := nextrole.Role{Figures: []nextrole.Figure{figure(tt.there, "starter")}}
		before := r.Figures[0]
		r.Complete(nextrole.Role{Figures: []nextrole.Figure{figure(tt.given, tt.source)}})
		var got []nextrole.SourceID
		for _, f := range r.Figures {
			got = append(got, f.Source)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%v and %v (-want +got):\n%s", tt.there, tt.given, diff)
		}
		if n := len(nextrole.Conflicts([]nextrole.Figure{before, figure(tt.given, tt.source)})); n != tt.conflicts {
			t.Errorf("%v and %v: %d conflicts", tt.there, tt.given, n)
		}
	}
}

func TestFactsOfLaterReleases(t *testing.T) {
	r := nextrole.Role{Occupation: nextrole.Occupation{Title: "Registrars", JobZone: &nextrole.Fact{Value: "4", Period: "December 2025"}}}
	r.Complete(nextrole.Role{Occupation: nextrole.Occupation{Title: "Others", JobZone: &nextrole.Fact{Value: "3", Period: "May 2025"}}})
	if r.Title != "Registrars" || r.JobZone.Value != "4" {
		t.Errorf("an older release changed %+v", r.Occupation)
	}
	r.Complete(nextrole.Role{Occupation: nextrole.Occupation{JobZone: &nextrole.Fact{Value: "5", Period: "August 2026"}}})
	if r.JobZone.Value != "5" {
		t.Errorf("job zone %+v", r.JobZone)
	}
}

func TestShownLeavesOutHoursAndOtherPlaces(t *testing.T) {
	year, hour := 50_000.0, 25.0
	national := nextrole.Figure{Kind: nextrole.PayMedian, Value: &year, Unit: "USD/year", Period: "May 2021", Place: "US", Source: "a"}
	hourly, placed := national, national
	hourly.Value, hourly.Unit, hourly.Period = &hour, "USD/hour", "May 2025"
	placed.Place, placed.Period = "Alabama", "May 2025"
	if f, ok := nextrole.Shown([]nextrole.Figure{hourly, placed, national}, nextrole.PayMedian); !ok || f != national {
		t.Errorf("shown %+v", f)
	}
	placed.Preferred = true
	if f, _ := nextrole.Shown([]nextrole.Figure{hourly, placed, national}, nextrole.PayMedian); f != placed {
		t.Errorf("of the person's place, shown %+v", f)
	}
}

func TestSeriesAndReleases(t *testing.T) {
	s := func(title, release string) nextrole.Source {
		return nextrole.Source{Publisher: "P", Title: title, Release: release}
	}
	a, b, c := s("O*NET 29.3 Database", "29.3"), s("O*NET 30.1 Database", "30.1"), s("Wages, May 2025", "May 2025")
	if !nextrole.SameSeries(a, b) || nextrole.SameSeries(b, c) || !nextrole.NewerRelease(b, a) || nextrole.NewerRelease(a, b) {
		t.Errorf("series %q, %q, %q", a.Series(), b.Series(), c.Series())
	}
	if !nextrole.NewerRelease(c, s("Wages, May 2024", "May 2024")) || c.Series() != "Wages" {
		t.Errorf("series %q", c.Series())
	}
}
