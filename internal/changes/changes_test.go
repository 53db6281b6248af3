package changes_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/changes"
)

// library keeps parts by source and name.
type library map[string][]nextrole.Role

func (l library) Imported(source nextrole.SourceID, part string) ([]nextrole.Role, error) {
	return l[string(source)+" "+part], nil
}

func role(code nextrole.Code, title, zone string, tasks ...nextrole.RatedTask) nextrole.Role {
	r := nextrole.Role{Occupation: nextrole.Occupation{Code: code, Title: title}}
	if zone != "" {
		r.JobZone = &nextrole.Fact{Value: zone}
	}
	if tasks != nil {
		r.Profile = &nextrole.Profile{Tasks: tasks}
	}
	return r
}

func imported(id nextrole.SourceID, parts ...string) nextrole.Import {
	i := nextrole.Import{Source: nextrole.Source{ID: id, Short: string(id)}}
	for _, p := range parts {
		i.Parts = append(i.Parts, nextrole.ImportedPart{Name: p, Roles: 1})
	}
	return i
}

func TestBetween(t *testing.T) {
	l := library{
		"a Occupation Data": {role("29-0001.00", "Keepers", ""), role("29-0002.00", "Old", ""), role("29-0003.00", "Same", "")},
		"b Occupation Data": {role("29-0001.00", "Lighthouse Keepers", ""), role("29-0003.00", "Same", ""), role("29-0004.00", "New", "")},
		"a Job Zones":       {role("29-0001.00", "", "2"), role("29-0003.00", "", "3")},
		"b Job Zones":       {role("29-0001.00", "", "3"), role("29-0003.00", "", "3")},
		"a Task Statements": {role("29-0003.00", "", "", nextrole.RatedTask{ID: "1", Text: "Trim"}, nextrole.RatedTask{ID: "2", Text: "Log"}, nextrole.RatedTask{ID: "4", Text: "Stay"})},
		"b Task Statements": {role("29-0003.00", "", "", nextrole.RatedTask{ID: "1", Text: "Trim wicks"}, nextrole.RatedTask{ID: "3", Text: "Check AI"}, nextrole.RatedTask{ID: "4", Text: "Stay"})},
	}
	c, err := changes.Between(l, imported("a", "Occupation Data", "Job Zones", "Task Statements", "Skills"), imported("b", "Occupation Data", "Job Zones", "Task Statements"))
	if err != nil {
		t.Fatal(err)
	}
	want := changes.Changes{
		From: nextrole.Source{ID: "a", Short: "a"}, To: nextrole.Source{ID: "b", Short: "b"},
		Compared: []string{"Job Zones", "Occupation Data", "Task Statements"}, Only: []string{"Skills"},
		Added:   []changes.Named{{Code: "29-0004.00", Title: "New"}},
		Retired: []changes.Named{{Code: "29-0002.00", Title: "Old"}},
		Renamed: []changes.Renamed{{Code: "29-0001.00", Was: "Keepers", Is: "Lighthouse Keepers"}},
		Tasks: []changes.Tasks{{
			Named: changes.Named{Code: "29-0003.00", Title: "Same"},
			Added: []string{"Check AI"}, Removed: []string{"Log"}, Reworded: []changes.Reworded{{ID: "1", Was: "Trim", Is: "Trim wicks"}},
		}},
		Zones:   []changes.Zone{{Named: changes.Named{Code: "29-0001.00", Title: "Lighthouse Keepers"}, Was: "2", Is: "3"}},
		Figures: []changes.Figure{},
	}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFiguresThatDiffer(t *testing.T) {
	figure := func(v float64, source nextrole.SourceID) nextrole.Role {
		return nextrole.Role{
			Occupation: nextrole.Occupation{Code: "29-0001", Title: "Keepers"},
			Figures:    []nextrole.Figure{{Kind: nextrole.Employment, Value: &v, Unit: "jobs", Period: "2024", Place: "US", Source: source}},
		}
	}
	l := library{"a National": {figure(100, "a")}, "b National": {figure(120, "b")}}
	c, err := changes.Between(l, imported("a", "National"), imported("b", "National"))
	if err != nil || len(c.Figures) != 1 || *c.Figures[0].Was.Value != 100 || *c.Figures[0].Is.Value != 120 || c.Figures[0].Title != "Keepers" {
		t.Errorf("%+v, %v", c.Figures, err)
	}
}

func TestNothingInCommon(t *testing.T) {
	c, err := changes.Between(library{}, imported("a", "Skills"), imported("b", "Knowledge"))
	if err != nil || len(c.Compared) != 0 || len(c.Only) != 2 {
		t.Errorf("%+v, %v", c, err)
	}
}
