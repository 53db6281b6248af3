package welcome_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/page/welcome"
)

func TestRowsSayWhyTheyMatch(t *testing.T) {
	tests := []struct{ query, first string }{
		{"cancer regis", "Health Information Technologists and Medical [Regis]trars | 29-9021.00 · also called [Cancer] [regis]trar"},
		{"medical registrars", "Health Information Technologists and [Medical] [Registrars] | 29-9021.00"},
		{"29-9021", "Health Information Technologists and Medical Registrars | [29-9021].00"},
		{"", ""},
		{"   ", ""},
	}
	for _, tt := range tests {
		t.Run(tt.query, func(t *testing.T) {
			s, _ := open(t, nextrole.Settings{})
			m := welcome.NewModel(s)
			m.Find(tt.query)
			first := ""
			if rows := m.Rows(); len(rows) > 0 {
				first = rows[0]
			}
			if d := cmp.Diff(tt.first, first); d != "" {
				t.Errorf("first row of %q: −want +got\n%s", tt.query, d)
			}
		})
	}
}

// Whatever matched, and wherever: the marks are within the words quoted, and
// nothing is quoted twice or lost.
func TestRowsQuoteTheLibrary(t *testing.T) {
	s, _ := open(t, nextrole.Settings{})
	m := welcome.NewModel(s)
	for _, query := range []string{"CTR", "ods", "coder", "analist", "privacy data", "release of information", "a", "15", "registries"} {
		m.Find(query)
		m.Step(1000)
		hits := s.Search(query)
		rows := m.Rows()
		if len(rows) != len(hits) || len(rows) == 0 {
			t.Errorf("%q: %d rows for %d hits", query, len(rows), len(hits))
			continue
		}
		for i, hit := range hits {
			r, _ := s.Role(hit.Code)
			title, detail, _ := strings.Cut(strings.NewReplacer("[", "", "]", "").Replace(rows[i]), " | ")
			if title != r.Title || !strings.HasPrefix(detail, string(r.Code)) {
				t.Errorf("%q: row %q is not %s %s", query, rows[i], r.Code, r.Title)
			}
			if hit.Why != "title" && !strings.HasPrefix(hit.Why, "code") && !strings.HasSuffix(detail, hit.Why) {
				t.Errorf("%q: row %q does not say %q", query, rows[i], hit.Why)
			}
		}
	}
}

func TestResultsComeAFewAtATime(t *testing.T) {
	s, _ := open(t, nextrole.Settings{})
	m := welcome.NewModel(s)
	m.Find("health")
	all := len(s.Search("health"))
	if all < 10 {
		t.Fatalf("%d roles match health: too few to test with", all)
	}
	if got, want := len(m.Rows()), 4; got != want {
		t.Errorf("%d rows at first, want %d", got, want)
	}
	if got, want := m.More(), fmt.Sprintf("Show %d more", all-4); got != want {
		t.Errorf("more = %q, want %q", got, want)
	}
	if got, want := m.Remark(), fmt.Sprintf("%d matches", all); got != want {
		t.Errorf("remark = %q, want %q", got, want)
	}
	for range 4 {
		m.Step(1)
	}
	if len(m.Rows()) != all || m.At() != 4 || m.More() != "" {
		t.Errorf("after moving to the fifth row: %d rows, at %d, %q; want all %d, at 4", len(m.Rows()), m.At(), m.More(), all)
	}
	m.Step(-100)
	if m.At() != 0 {
		t.Errorf("at %d after moving up, want the first row", m.At())
	}
	m.Find("registrar")
	if len(m.Rows()) > 4 {
		t.Error("a new search shows all of its rows at once")
	}
}

func TestTypingTakesAChoiceBack(t *testing.T) {
	s, _ := open(t, nextrole.Settings{})
	m := welcome.NewModel(s)
	m.Find("registrar")
	m.Choose(0)
	if m.Home() != registrar || m.Remark() != "Chosen" {
		t.Fatalf("chose %q, remark %q", m.Home(), m.Remark())
	}
	m.Find("registra")
	if m.Home() != "" {
		t.Errorf("%s is still chosen, though something else is typed", m.Home())
	}
	if m.Step(1); m.At() < 0 {
		t.Error("no row is marked after typing")
	}
}

func TestNothingFound(t *testing.T) {
	tests := []struct {
		query, suggestion string
		nothing           bool
	}{
		{"registry zookeeper", "registry", true},
		{"qqqq", "", true},
		{"registrar", "", false},
		{" ", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.query, func(t *testing.T) {
			s, _ := open(t, nextrole.Settings{})
			m := welcome.NewModel(s)
			m.Find(tt.query)
			if got := m.Nothing() != ""; got != tt.nothing {
				t.Errorf("says %q", m.Nothing())
			}
			if tt.nothing && !strings.Contains(m.Nothing(), "“"+tt.query+"”") {
				t.Errorf("%q does not name what was typed", m.Nothing())
			}
			if got := m.Suggestion(); got != tt.suggestion {
				t.Errorf("suggests %q, want %q", got, tt.suggestion)
			}
		})
	}
}

func TestWordsFollowTheAnswers(t *testing.T) {
	tests := []struct {
		audience       nextrole.Audience
		role           bool
		wantLead, skip string
	}{
		{nextrole.Worker, false, "Start exploring", "Skip, I’m studying or between jobs"},
		{nextrole.Worker, true, "Open my role", "Skip, I’m studying or between jobs"},
		{nextrole.Advisor, false, "Start exploring", "Skip, no role in particular"},
		{nextrole.Advisor, true, "Open this role", "Skip, no role in particular"},
		{nextrole.Instructor, true, "Open this role", "Skip, I’m studying or between jobs"},
	}
	for _, tt := range tests {
		s, _ := open(t, nextrole.Settings{})
		m := welcome.NewModel(s)
		m.As(tt.audience)
		if tt.role {
			m.Find("registrar")
			m.Choose(0)
		}
		if m.Lead() != tt.wantLead || m.Pass() != tt.skip {
			t.Errorf("%s, role %v: %q, %q; want %q, %q", tt.audience, tt.role, m.Lead(), m.Pass(), tt.wantLead, tt.skip)
		}
	}
}

func TestStartsFromTheChoicesKept(t *testing.T) {
	tests := []struct {
		name     string
		settings nextrole.Settings
		audience nextrole.Audience
		home     nextrole.Code
		rows     []string
	}{
		{"first run", nextrole.Settings{}, nextrole.Worker, "", nil},
		{
			"finished",
			nextrole.Settings{Welcomed: true, Audience: nextrole.Instructor, Home: registrar},
			nextrole.Instructor, registrar,
			[]string{"Health Information Technologists and Medical Registrars | 29-9021.00"},
		},
		{"role gone", nextrole.Settings{Welcomed: true, Audience: nextrole.Advisor, Home: "99-9999.00"}, nextrole.Advisor, "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, _ := open(t, tt.settings)
			m := welcome.NewModel(s)
			if m.Audience() != tt.audience || m.Home() != tt.home {
				t.Errorf("%q, %q; want %q, %q", m.Audience(), m.Home(), tt.audience, tt.home)
			}
			if d := cmp.Diff(tt.rows, m.Rows()); d != "" {
				t.Errorf("rows: −want +got\n%s", d)
			}
		})
	}
}

func TestKeepChangesNothingElse(t *testing.T) {
	before := nextrole.Settings{Theme: "dark", Size: 150, Query: "coder", Home: "15-2051.02"}
	s, l := open(t, before)
	m := welcome.NewModel(s)
	m.As(nextrole.Advisor)
	m.Keep(registrar)
	want := before
	want.Welcomed, want.Audience, want.Home = true, nextrole.Advisor, registrar
	if d := cmp.Diff(want, l.settings); d != "" {
		t.Errorf("saved: −want +got\n%s", d)
	}
}

// The figures on the page are counted: another library has other ones.
func TestLibraryIsCounted(t *testing.T) {
	s, l := open(t, nextrole.Settings{})
	holds, from := welcome.NewModel(s).Library()
	count := map[nextrole.Status]int{}
	for _, r := range l.set.Roles {
		for _, a := range r.Assessments {
			count[a.Status]++
		}
	}
	want := fmt.Sprintf("%d roles, pay and projections by BLS, %d published AI-resistance scores, %d editors’ drafts.",
		len(l.set.Roles), count[nextrole.Published], count[nextrole.Draft])
	if holds != want {
		t.Errorf("holds %q, want %q", holds, want)
	}
	for _, name := range []string{"JobZone Risk (AIJRI)", "U.S. Bureau of Labor Statistics", "NextRole editors"} {
		if strings.Count(from, name) != 1 {
			t.Errorf("%q does not name %s once", from, name)
		}
	}

	role, _ := s.Role(registrar)
	l.set.Roles = []nextrole.Role{role}
	holds, _ = welcome.NewModel(over(t, l)).Library()
	if want := "1 role, pay and projections by BLS, 1 published AI-resistance score."; holds != want {
		t.Errorf("with one role: %q, want %q", holds, want)
	}
}
