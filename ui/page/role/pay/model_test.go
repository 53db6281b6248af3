package pay_test

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/page/role/pay"
	"nextrole/ui/uitest"
)

// open returns what the tab shows of a role, after a change of the library.
func open(t *testing.T, c nextrole.Code, change func(*nextrole.Role)) pay.Model {
	t.Helper()
	l := uitest.NewLibrary(t)
	r := l.Edit(t, c)
	if change != nil {
		change(r)
	}
	return pay.NewModel(l.Open(t), *r)
}

func of(v float64) *float64 { return &v }

func TestVintages(t *testing.T) {
	got := open(t, uitest.Registrar, nil).Vintages()
	want := [][]string{
		{"BLS, 2025–35", "29-9021", "official figures, with a remark under Sources", "not given", "+15.9%*", "42,000*", "not given", "Shown: growth, jobs"},
		{"BLS, May 2025", "29-9021", "official table", "$68,020*", "not given", "38,100", "not given", "Shown: median pay"},
		{"BLS, 2024–34", "29-9021", "official table", "not given", "+14.7%", "41,900", "3,200*", "Shown: openings a year"},
	}
	if len(got) < 8 {
		t.Fatalf("only %d vintages: %q", len(got), got)
	}
	if diff := cmp.Diff(want, got[:3]); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	last := got[len(got)-1]
	if last[1] != "group 29-2071" || last[4] != "+22%" || last[5] != "186,000" || last[7] != "A wider group, for context" {
		t.Errorf("the occupation before 2018 is %q", last)
	}
	if !strings.HasPrefix(last[2], "second-hand, quoting ") {
		t.Errorf("its provenance is %q", last[2])
	}
}

// No two vintages become one, and each strip has only figures of one source.
func TestPercentiles(t *testing.T) {
	c := open(t, uitest.Registrar, nil).Percentiles()
	var names []string
	for _, s := range c.Strips {
		names = append(names, s.Name)
		if s.Shown != (s.Name == "BLS, May 2025") {
			t.Errorf("%s shown: %v", s.Name, s.Shown)
		}
	}
	if diff := cmp.Diff([]string{"BLS, May 2025", "BLS, May 2024", "BLS, May 2023", "BLS, May 2021"}, names); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	if first := c.Strips[0]; *first.P10 != 39830 || *first.P25 != 48940 || *first.Median != 68020 || *first.P75 != 95630 || *first.P90 != 117420 || first.Detail != "38,100 jobs" {
		t.Errorf("%+v", first)
	}
	groups := open(t, uitest.Informatics, nil).Percentiles()
	for _, s := range groups.Strips {
		if s.Group != "15-1211" {
			t.Errorf("%s is not marked as a wider group’s", s.Name)
		}
	}
	absent := open(t, uitest.Registrar, func(r *nextrole.Role) {
		for i := range r.Figures {
			if r.Figures[i].Kind == nextrole.PayP90 {
				r.Figures[i].Value = nil
			}
		}
	}).Percentiles()
	if s := absent.Strips[0]; s.P90 != nil || s.Median == nil {
		t.Errorf("an absent figure is %v", s.P90)
	}
}

func TestIndustries(t *testing.T) {
	c, ok := open(t, uitest.Registrar, nil).Industries()
	if !ok || len(c.Bars) != 5 || c.All == nil || *c.All != 55560 || c.AsOf != "BLS, May 2021" {
		t.Fatalf("%v, %+v", ok, c)
	}
	if first := c.Bars[0]; !strings.HasPrefix(first.Name, "Professional") || *first.Pay != 77290 || *first.Share != 7 {
		t.Errorf("%+v", first)
	}
	if _, ok := open(t, uitest.Manager, nil).Industries(); ok {
		t.Error("a role without figures by industry has a chart of them")
	}
}

func TestProjections(t *testing.T) {
	lines := open(t, uitest.Registrar, nil).Projections().Lines
	if len(lines) != 4 {
		t.Fatalf("%d projections, want 4", len(lines))
	}
	if l := lines[0]; l.From != 2025 || l.To != 2035 || l.Growth != 15.9 || *l.Start != 42000 || *l.End != 48600 || !l.Shown || l.Group != "" {
		t.Errorf("%+v", l)
	}
	if l := lines[3]; l.From != 2012 || l.To != 2022 || l.Growth != 22 || *l.Start != 186000 || l.End != nil || l.Shown || l.Group != "29-2071" {
		t.Errorf("%+v", l)
	}
	odd := open(t, uitest.Registrar, func(r *nextrole.Role) {
		r.Figures = []nextrole.Figure{
			{Kind: nextrole.Growth, Value: of(3), Unit: "percent", Period: "1998-08", Place: "US", Source: "bls-ep-2024"},
			{Kind: nextrole.Growth, Value: of(3), Unit: "percent", Period: "2024", Place: "US", Source: "bls-ep-2025"},
			{Kind: nextrole.Growth, Unit: "percent", Period: "2021-31", Place: "US", Source: "bls-ep-2021"},
		}
	}).Projections().Lines
	if len(odd) != 1 || odd[0].From != 1998 || odd[0].To != 2008 {
		t.Errorf("across a century, and what has no span or no value: %+v", odd)
	}
}

func TestRemarks(t *testing.T) {
	said := func(lines []string, words string) bool {
		return slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, words) })
	}
	registrar := open(t, uitest.Registrar, nil).Remarks()
	for _, words := range []string{
		"A wider group: Figures marked “group 29-2071”",
		"About 3,200 openings a year in 2024–34, while employment grows by about 620 a year.",
		"Growth is no evidence about tasks",
		"not adjusted for inflation",
	} {
		if !said(registrar, words) {
			t.Errorf("%q is not said: %q", words, registrar)
		}
	}
	if said(registrar, "disagree") {
		t.Errorf("two vintages are called a conflict: %q", registrar)
	}
	informatics := open(t, uitest.Informatics, nil).Remarks()
	if !said(informatics, "group 15-1211") {
		t.Errorf("nothing on the wider group: %q", informatics)
	}
	conflict := open(t, uitest.Registrar, func(r *nextrole.Role) {
		r.Figures = append(r.Figures, nextrole.Figure{Kind: nextrole.PayMedian, Value: of(70000), Unit: "USD/year", Period: "May 2025", Place: "US", Source: "bls-oews-2024"})
	}).Remarks()
	if !said(conflict, "Two sources disagree: For May 2025, BLS, May 2025 gives 68020 and BLS, May 2024 gives 70000 (USD/year).") {
		t.Errorf("a conflict is not told: %q", conflict)
	}
}

// Programs can read the copied table, and each figure has its unit and period.
func TestCSV(t *testing.T) {
	m := open(t, uitest.Registrar, nil)
	r := csv.NewReader(strings.NewReader(m.CSV()))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	pay := rows[2]
	if diff := cmp.Diff([]string{"BLS, May 2025", "29-9021", "official table", "68020", "May 2025", "USD/year", "not given", "", "", "38100", "May 2025", "jobs"}, pay[:12]); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	if !strings.Contains(m.CSV(), "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2025.") {
		t.Error("the credit lines are missing")
	}
}

func TestMissing(t *testing.T) {
	m := open(t, uitest.Officer, nil)
	if head, why := m.Missing(); !m.Empty() || !strings.Contains(head, "No pay data") || !strings.Contains(why, "no SOC code of its own") {
		t.Errorf("%v, %q, %q", m.Empty(), head, why)
	}
	if open(t, uitest.Unscored, nil).Empty() {
		t.Error("a role with figures is empty")
	}
}
