package session_test

import (
	"context"
	"testing"
	"time"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/ui/session"
	"nextrole/ui/task"
	"nextrole/ui/uitest"
)

// shownPay is what the role is shown with as its median pay.
func shownPay(t *testing.T, s *session.Session) nextrole.Figure {
	t.Helper()
	r, ok := s.Whole(uitest.Registrar)
	f, known := nextrole.Shown(r.Figures, nextrole.PayMedian)
	if !ok || !known {
		t.Fatal("no pay")
	}
	return f
}

func TestUseAnotherSource(t *testing.T) {
	l := uitest.NewLibrary(t)
	s := l.Open(t)
	told := 0
	s.Listen(func() { told++ })
	if got := shownPay(t, s); got.Source != "bls-oews-2025" {
		t.Fatalf("shown is %s", got.Source)
	}
	s.Use(uitest.Registrar, "bls-oews-2023", nextrole.PayMedian, nextrole.Employment)
	if got := shownPay(t, s); got.Source != "bls-oews-2023" || !got.Preferred {
		t.Errorf("after choosing 2023, shown is %+v", got)
	}
	if brief, _ := s.Role(uitest.Registrar); func() nextrole.SourceID {
		f, _ := nextrole.Shown(brief.Figures, nextrole.PayMedian)
		return f.Source
	}() != "bls-oews-2023" {
		t.Error("lists show another one")
	}
	again := l.Open(t)
	if got := shownPay(t, again); got.Source != "bls-oews-2023" {
		t.Errorf("at the next start, shown is %s", got.Source)
	}
	s.Use(uitest.Registrar, "", nextrole.PayMedian, nextrole.Employment)
	if got := shownPay(t, s); got.Source != "bls-oews-2025" || got.Preferred {
		t.Errorf("after choosing the newest, shown is %+v", got)
	}
	if len(l.Choices.Used) != 0 || told != 2 {
		t.Errorf("kept %v, told %d times", l.Choices.Used, told)
	}
}

func TestPlace(t *testing.T) {
	l := uitest.NewLibrary(t)
	pay := 52_000.0
	alabama := nextrole.Role{
		Occupation: nextrole.Occupation{Code: uitest.Registrar},
		Figures:    []nextrole.Figure{{Kind: nextrole.PayMedian, Value: &pay, Unit: "USD/year", Period: "May 2025", Place: "Alabama", Source: "oews-2025-05"}},
	}
	reading := source.Reading{
		Source: nextrole.Source{ID: "oews-2025-05", Short: "BLS, May 2025"},
		Parts:  []source.Part{{Name: "Alabama", Roles: []nextrole.Role{alabama}}, {Name: "National"}},
	}
	if err := l.Import(context.Background(), []source.Addition{{Reading: reading}}, time.Now(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	s := l.Open(t)
	if areas := s.Areas(); len(areas) != 1 || areas[0] != "Alabama" {
		t.Errorf("places %v", areas)
	}
	if got := shownPay(t, s); got.Place != nextrole.Nation {
		t.Errorf("without a choice, shown is %+v", got)
	}
	s.SetArea("Alabama")
	if got := shownPay(t, s); got.Place != "Alabama" || *got.Value != pay {
		t.Errorf("in Alabama, shown is %+v", got)
	}
	s.Use(uitest.Registrar, "bls-oews-2023", nextrole.PayMedian)
	if got := shownPay(t, s); got.Source != "bls-oews-2023" {
		t.Errorf("a source that is chosen comes before a place: %+v", got)
	}
	s.Use(uitest.Registrar, "", nextrole.PayMedian)
	s.SetArea("")
	if got := shownPay(t, s); got.Place != nextrole.Nation {
		t.Errorf("in the nation again, shown is %+v", got)
	}
}

// tasked is a library whose imports give a role tasks.
type tasked struct{ *uitest.Library }

func (tasked) Tasks() (map[nextrole.Code][]nextrole.TaskStatement, error) {
	return map[nextrole.Code][]nextrole.TaskStatement{
		"53-9999.00":     {{Text: "Trim the wick of the lamp", Source: "onet"}},
		uitest.Registrar: {{Text: "Zigzag between gulls", Source: "onet"}},
	}, nil
}

// TestFoundByImportedTasks finds a role that only an import knows by its tasks; one
// that the editors describe is found by theirs.
func TestFoundByImportedTasks(t *testing.T) {
	l := uitest.NewLibrary(t)
	l.Set.Roles = append(l.Set.Roles, nextrole.Role{Occupation: nextrole.Occupation{Code: "53-9999.00", Title: "Keepers", Family: nextrole.Beyond}})
	s, err := session.Open(tasked{l}, task.Inline{})
	if err != nil {
		t.Fatal(err)
	}
	if hits := s.Search("trim wick"); len(hits) != 1 || hits[0].Code != "53-9999.00" {
		t.Errorf("found %v", hits)
	}
	if hits := s.Search("zigzag gulls"); len(hits) != 0 {
		t.Errorf("found %v", hits)
	}
	if r, _ := s.Role("53-9999.00"); len(r.Tasks) != 0 {
		t.Error("lists carry the tasks")
	}
}
