package preview_test

import (
	"testing"

	"nextrole"
	"nextrole/internal/preview"
	"nextrole/internal/source"
	"nextrole/internal/source/intake"
)

// library is what there is.
type library struct {
	imports []nextrole.Import
	roles   []nextrole.Role
}

func (l library) Imports() ([]nextrole.Import, error) { return l.imports, nil }
func (l library) Roles() ([]nextrole.Role, error)     { return l.roles, nil }

func role(code nextrole.Code, title string, figures ...nextrole.Figure) nextrole.Role {
	return nextrole.Role{Occupation: nextrole.Occupation{Code: code, Title: title}, Figures: figures}
}

func pay(v float64, source nextrole.SourceID) nextrole.Figure {
	return nextrole.Figure{Kind: nextrole.PayMedian, Value: &v, Unit: "USD/year", Period: "May 2025", Place: "US", Source: source}
}

func given(sum string, roles ...nextrole.Role) *intake.Intake {
	return &intake.Intake{
		Readings: []source.Reading{{
			Source: nextrole.Source{ID: "new", Publisher: "P", Title: "T 30.1", Short: "T 30.1", Release: "30.1"},
			Parts:  []source.Part{{Name: "A", File: "a.txt", Rows: 2, Roles: roles}},
		}},
		Files: []intake.File{{Name: "a.txt", SHA256: sum, Source: "new"}, {Name: "b.txt", Why: "no kind"}},
	}
}

func of(t *testing.T, in *intake.Intake, l library, about nextrole.Code) preview.Source {
	t.Helper()
	p, err := preview.Of(in, l, about)
	if err != nil || len(p.Sources) != 1 || len(p.Files) != 2 {
		t.Fatal(p, err)
	}
	return p.Sources[0]
}

var known = library{roles: []nextrole.Role{
	role("29-9021.00", "Registrars", pay(68_020, "bls")), role("15-1211.01", "Informatics", pay(105_850, "bls")),
}}

func TestWhatIsNew(t *testing.T) {
	s := of(t, given("1", role("29-9021.00", "Registrars"), role("29-1141.00", "Nurses")), known, "")
	if s.State != preview.New || s.NewRoles != 1 || s.KnownRoles != 1 || s.Parts[0].State != preview.New || len(s.Conflicts) != 0 {
		t.Errorf("%+v", s)
	}
}

func TestTheSameAgain(t *testing.T) {
	l := known
	l.imports = []nextrole.Import{{Source: nextrole.Source{ID: "new"}, Parts: []nextrole.ImportedPart{{Name: "A", SHA256: "1", Rows: 2}}}}
	if s := of(t, given("1", role("29-1141.00", "Nurses")), l, ""); s.State != preview.Same || s.NewRoles != 0 {
		t.Errorf("the same file: %+v", s)
	}
	if s := of(t, given("2", role("29-1141.00", "Nurses")), l, ""); s.State != preview.Replaced || s.Parts[0].Was != 2 {
		t.Errorf("another file of the release: %+v", s)
	}
	p, err := preview.Of(given("1"), l, "")
	if err != nil || p.Changes() {
		t.Errorf("the same file changes something: %v", err)
	}
}

func TestConflicts(t *testing.T) {
	group := role("29-9021", "Registrars", pay(70_000, "new"))
	s := of(t, given("1", group, role("15-1211", "Analysts", pay(1, "new"))), known, "")
	if len(s.Conflicts) != 1 || s.Conflicts[0].Code != "29-9021.00" || *s.Conflicts[0].Given.Value != 70_000 || s.KnownRoles != 2 {
		t.Errorf("%+v", s.Conflicts)
	}
	if s := of(t, given("1", role("29-9021", "Registrars", pay(68_020.4, "new"))), known, ""); len(s.Conflicts) != 0 {
		t.Errorf("a rounded figure is a conflict: %+v", s.Conflicts)
	}
}

func TestNewerReleaseStays(t *testing.T) {
	l := known
	l.imports = []nextrole.Import{{Source: nextrole.Source{ID: "later", Publisher: "P", Title: "T 30.2", Short: "T 30.2", Release: "30.2"}}}
	if s := of(t, given("1"), l, ""); s.Newer != "T 30.2" {
		t.Errorf("%+v", s)
	}
}

func TestDocumentsWithoutCode(t *testing.T) {
	about := func(title string) *intake.Intake { return given("1", role("", title)) }
	if s := of(t, about("registrars"), known, ""); s.State != preview.New || s.Taken == nil || *s.Taken != "29-9021.00" {
		t.Errorf("by its title: %+v", s)
	}
	if s := of(t, about("Keepers"), known, ""); s.State != preview.Question || s.Asked == "" {
		t.Errorf("unknown: %+v", s)
	}
	p, err := preview.Of(about("Keepers"), known, "15-1211.01")
	if err != nil || *p.Sources[0].Taken != "15-1211.01" || p.Additions()[0].Reading.Parts[0].Roles[0].Code != "15-1211.01" {
		t.Errorf("as told: %+v, %v", p, err)
	}
	p, err = preview.Of(about("Keepers"), known, "")
	if err != nil || len(p.Additions()) != 0 || p.Changes() {
		t.Errorf("what a question is open about would be imported: %v", err)
	}
}

func TestRelatedByTitle(t *testing.T) {
	r := role("29-1141.00", "Nurses")
	r.Profile = &nextrole.Profile{Related: []nextrole.Relation{{Title: "Registrars", Rank: 1}, {Title: "Keepers", Rank: 2}}}
	in := given("1", r)
	of(t, in, known, "")
	got := in.Readings[0].Parts[0].Roles[0].Profile.Related
	if got[0].Code != "29-9021.00" || got[1].Code != "" {
		t.Errorf("%+v", got)
	}
}
