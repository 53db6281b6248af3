package explore_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/page/explore"
	"nextrole/ui/uitest"
)

func model(t *testing.T) (explore.Model, *uitest.Library) {
	t.Helper()
	l := uitest.NewLibrary(t)
	return explore.NewModel(l.Open(t)), l
}

func codes(m explore.Model) []nextrole.Code {
	var list []nextrole.Code
	for _, r := range m.Rows() {
		list = append(list, r.Code)
	}
	return list
}

// The count beside an option is the number of roles that choosing it alone in
// its filter lists, whatever the query and the other filters.
func TestCountsAreWhatIsListed(t *testing.T) {
	m, _ := model(t)
	for _, query := range []string{"", "health", "registrar", "analyst", "xyzzy"} {
		m.Find(query)
		for _, other := range []struct{ filter, option string }{{"", ""}, {"Zone", "Not scored"}, {"Education", "Bachelor’s degree"}} {
			if other.filter != "" {
				m.Toggle(other.filter, other.option)
			}
			for filter, options := range explore.Filters() {
				if filter == other.filter {
					continue
				}
				counts := m.Counts(filter)
				for _, o := range options {
					m.Toggle(filter, o)
					if got := len(m.Rows()); got != counts[o] {
						t.Errorf("%q with %v: %s %q lists %d roles, and its count is %d", query, other, filter, o, got, counts[o])
					}
					if diff := cmp.Diff(counts, m.Counts(filter)); diff != "" {
						t.Errorf("%q: choosing %s %q changes the counts beside it (−before +after):\n%s", query, filter, o, diff)
					}
					m.Toggle(filter, o)
				}
			}
			m.Clear()
		}
	}
}

// Each role passes exactly one option of each filter, so that none is lost by
// choosing all of them.
func TestOptionsShareTheRoles(t *testing.T) {
	m, l := model(t)
	for filter, options := range explore.Filters() {
		total := 0
		for _, n := range m.Counts(filter) {
			total += n
		}
		if total != len(l.Set.Roles) {
			t.Errorf("%s: the options have %d roles in all, the library %d", filter, total, len(l.Set.Roles))
		}
		for _, o := range options {
			m.Toggle(filter, o)
		}
		if got := len(m.Rows()); got != len(l.Set.Roles) {
			t.Errorf("%s: with all options %d roles, want %d", filter, got, len(l.Set.Roles))
		}
		m.Clear()
	}
}

func TestFiltersCombine(t *testing.T) {
	m, _ := model(t)
	list := func(choices ...[2]string) []nextrole.Code {
		m.Clear()
		for _, c := range choices {
			m.Toggle(c[0], c[1])
		}
		return codes(m)
	}
	red := list([2]string{"Zone", "Red, high exposure"})
	green := list([2]string{"Zone", "Green, resistant"})
	either := list([2]string{"Zone", "Red, high exposure"}, [2]string{"Zone", "Green, resistant"})
	if len(red) == 0 || len(green) == 0 || len(either) != len(red)+len(green) {
		t.Errorf("red %d, green %d, either %d", len(red), len(green), len(either))
	}
	managing := list([2]string{"Family", "Management and education"})
	both := list([2]string{"Zone", "Green, resistant"}, [2]string{"Family", "Management and education"})
	want := slices.DeleteFunc(slices.Clone(green), func(c nextrole.Code) bool { return !slices.Contains(managing, c) })
	if diff := cmp.Diff(want, both); diff != "" || len(both) == 0 || len(both) == len(green) {
		t.Errorf("green and managing (−want +got):\n%s", diff)
	}
	m.Find("health")
	for _, c := range codes(m) {
		if !slices.Contains(both, c) {
			t.Errorf("the query lists %s, which the filters leave out", c)
		}
	}
	if m.Matches() <= len(m.Rows()) {
		t.Errorf("%d match before the filters, %d after", m.Matches(), len(m.Rows()))
	}
	m.Clear()
	if m.Filtered() || len(m.Rows()) != m.Matches() {
		t.Errorf("cleared, %d of %d", len(m.Rows()), m.Matches())
	}
}

func TestChipWords(t *testing.T) {
	m, _ := model(t)
	for _, step := range []struct{ option, want string }{
		{"Red, high exposure", "Red"},
		{"Not scored", "Red, Not scored"},
		{"Green, resistant", "3 choices"},
		{"Green, resistant", "Red, Not scored"},
	} {
		if m.Toggle("Zone", step.option); m.Chip("Zone") != step.want {
			t.Errorf("after %q: %q, want %q", step.option, m.Chip("Zone"), step.want)
		}
	}
	if got := m.Chip("Pay"); got != "" {
		t.Errorf("a filter that is not set says %q", got)
	}
}

// A wider group's pay is not the role's: it passes no band.
func TestPayOfAGroupPassesNoBand(t *testing.T) {
	m, l := model(t)
	groups := 0
	for _, r := range l.Set.Roles {
		if f, ok := nextrole.Shown(r.Figures, nextrole.PayMedian); ok && f.Parent != "" {
			groups++
		}
	}
	for _, o := range explore.Filters()["Pay"] {
		if !strings.Contains(o, "$") {
			continue
		}
		m.Toggle("Pay", o)
		for _, r := range m.Rows() {
			if strings.HasPrefix(r.Of, "group ") || r.Pay == "no data" {
				t.Errorf("%s: %s with pay %s of %s", o, r.Code, r.Pay, r.Of)
			}
		}
		m.Toggle("Pay", o)
	}
	if n := m.Counts("Pay")["Only known for a wider group"]; n != groups || n == 0 {
		t.Errorf("%d roles with a group’s pay, want %d", n, groups)
	}
}

func TestScoredRolesFirst(t *testing.T) {
	m, l := model(t)
	rows := m.Rows()
	if len(rows) != len(l.Set.Roles) {
		t.Fatalf("%d rows of %d roles", len(rows), len(l.Set.Roles))
	}
	n := slices.IndexFunc(rows, func(r explore.Row) bool { return !r.Scored })
	if scored := len(l.Set.Roles) - zones(t, l)[nextrole.ZoneNone]; n != scored || slices.ContainsFunc(rows[n:], func(r explore.Row) bool { return r.Scored }) {
		t.Errorf("the first role without a score is at %d, and some with one come after it", n)
	}
	for _, r := range rows {
		if r.Scored == (r.Zone == nextrole.ZoneNone) {
			t.Errorf("%s: scored %v in zone %s", r.Code, r.Scored, r.Zone)
		}
	}
	m.Find("medical")
	first := slices.IndexFunc(m.Rows(), func(r explore.Row) bool { return !r.Scored })
	if last := m.Rows()[len(m.Rows())-1]; first == len(m.Rows())-1 || first < 0 {
		t.Errorf("a query is ordered by score as well: %d, %+v", first, last)
	}
}

// zones counts the roles of each zone as they are shown.
func zones(t *testing.T, l *uitest.Library) map[nextrole.Zone]int {
	t.Helper()
	n, s := map[nextrole.Zone]int{}, l.Open(t)
	for _, r := range l.Set.Roles {
		reading, ok := s.Reading(r.Code)
		if !ok {
			reading.Zone = nextrole.ZoneNone
		}
		n[reading.Zone]++
	}
	return n
}

func TestHeader(t *testing.T) {
	m, l := model(t)
	all, red := len(l.Set.Roles), zones(t, l)[nextrole.Red]
	of := fmt.Sprintf(" of %d", all)
	for _, test := range []struct {
		query, option, count, order string
	}{
		{"", "", fmt.Sprintf("%d roles", all), " · scored roles first"},
		{"", "Red, high exposure", fmt.Sprintf("%d roles", red), of + " · scored roles first"},
		{"29-9021", "", "1 role", of + " · best match first"},
		{"  ", "", fmt.Sprintf("%d roles", all), " · scored roles first"},
		{"xyzzy", "", "0 roles", of + " · best match first"},
	} {
		m.Clear()
		m.Find(test.query)
		if test.option != "" {
			m.Toggle("Zone", test.option)
		}
		if count, order := m.Header(); count != test.count || order != test.order {
			t.Errorf("%q, %q: %q, want %q", test.query, test.option, count+order, test.count+test.order)
		}
	}
}

func TestWhy(t *testing.T) {
	m, _ := model(t)
	for query, want := range map[string][2]string{
		"":          {"Health Information Technologists and Medical Registrars", "29-9021.00 · Records, coding and registry"},
		"registrar": {"Health Information Technologists and Medical [Registrar]s", "29-9021.00 · Records, coding and registry"},
		"29-9021":   {"Health Information Technologists and Medical Registrars", "[29-9021].00 · Records, coding and registry"},
		"ctr":       {"Health Information Technologists and Medical Registrars", "29-9021.00 · [CTR] became ODS on January 1, 2024"},
	} {
		m.Find(query)
		i := slices.Index(codes(m), uitest.Registrar)
		if i < 0 {
			t.Errorf("%q does not list the registrar", query)
			continue
		}
		r := m.Rows()[i]
		if got := [2]string{r.Title, r.Why}; got != want {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
	}
}

// All that matched is marked, for every word of every title and other name.
func TestMarks(t *testing.T) {
	m, l := model(t)
	for _, r := range l.Set.Roles {
		for _, query := range append(r.Titles(), r.Title, string(r.Code)) {
			m.Find(query)
			if !slices.Contains(codes(m), r.Code) {
				t.Errorf("%q does not list %s", query, r.Code)
			}
			if found, drawn := m.Spans(); found != drawn || found == 0 {
				t.Errorf("%q: %d parts matched, %d are marked", query, found, drawn)
			}
		}
	}
}

func TestNothingFound(t *testing.T) {
	m, _ := model(t)
	m.Find("xyzzy")
	if len(m.Rows()) != 0 || m.Suggest() != "" {
		t.Errorf("xyzzy lists %d and suggests %q", len(m.Rows()), m.Suggest())
	}
	m.Find("registry zookeeper")
	if m.Suggest() == "" || m.Matches() != 0 {
		t.Fatalf("suggests %q after %d matches", m.Suggest(), m.Matches())
	}
	m.Find(m.Suggest())
	if len(m.Rows()) == 0 || m.Suggest() != "" {
		t.Errorf("the suggestion lists nothing")
	}
}

// The header names the period that most figures are of; a row of a wider group
// names its own period only where it is another.
func TestEachFigureHasAPeriod(t *testing.T) {
	m := explore.NewModel(uitest.NewLibrary(t).Open(t))
	if pay, growth := m.HeaderPeriods(); pay != "May 2025" || growth != "2025–35" {
		t.Errorf("the header says %q and %q", pay, growth)
	}
	for code, want := range map[nextrole.Code]string{
		"29-9021.00": "2025–35", "29-1141.00": "2024–34",
		"15-1211.01": "group 15-1211", "29-1141.04": "29-1141, 2024–34",
	} {
		if got := m.GrowthNote(code); got != want {
			t.Errorf("%s: the growth is of %q, want %q", code, got, want)
		}
	}
}
