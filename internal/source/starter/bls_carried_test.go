package starter_test

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"nextrole"
)

// vintages are the tables of BLS that figures are carried over from. Of May
// 2021 the library has one role, to compare with what a profile of that time
// prints.
var vintages = []struct {
	file   []string
	source nextrole.SourceID
	period nextrole.Period
	only   nextrole.Code
}{
	{[]string{"bls", "oews", "national_M2025_dl.xlsx"}, "bls-oews-2025", "May 2025", ""},
	{[]string{"bls", "oews", "national_M2024_dl.xlsx"}, "bls-oews-2024", "May 2024", ""},
	{[]string{"bls", "oews", "national_M2023_dl.xlsx"}, "bls-oews-2023", "May 2023", ""},
	{[]string{"bls", "oews", "national_May2021_dl.csv"}, "bls-oews-2021", "May 2021", "29-9021.00"},
}

var wageColumns = []struct {
	name string
	kind nextrole.Kind
	unit string
}{
	{"TOT_EMP", nextrole.Employment, "jobs"},
	{"A_PCT10", nextrole.PayP10, "USD/year"},
	{"A_PCT25", nextrole.PayP25, "USD/year"},
	{"A_MEDIAN", nextrole.PayMedian, "USD/year"},
	{"A_PCT75", nextrole.PayP75, "USD/year"},
	{"A_PCT90", nextrole.PayP90, "USD/year"},
}

// withheld says what the marks in place of a number mean.
var withheld = map[string]string{"*": "not published", "**": "not published", "#": "at or above the top code"}

// Each figure that the national tables of wages have of a role of ours is in
// the library, and no other stands under their names.
func TestWagesAreCarriedOver(t *testing.T) {
	reference(t)
	all := roles(t)
	for _, v := range vintages {
		rows := table(t, reference(t, v.file...), 1, "OCC_CODE")
		compared := 0
		for _, r := range all {
			if !r.Code.Official() || v.only != "" && r.Code != v.only {
				continue
			}
			row := detailed(t, rows[string(r.Code.SOC())])
			var want []nextrole.Figure
			for _, c := range wageColumns {
				f := nextrole.Figure{Kind: c.kind, Unit: c.unit, Period: v.period, Place: "US", Source: v.source}
				f.Parent, f.Note = group(r.Code, row["OCC_TITLE"])
				if why, ok := withheld[row[c.name]]; ok {
					f.Note = strings.TrimPrefix(f.Note+"; "+why, "; ")
				} else {
					value := number(t, row[c.name])
					f.Value = &value
				}
				want = append(want, f)
				compared++
			}
			same(t, r, v.source, want)
		}
		if compared < len(wageColumns) {
			t.Errorf("%s: only %d figures compared", v.source, compared)
		}
	}
}

// Each figure that the projections have of a role of ours is in the library,
// and no other stands under their name.
func TestProjectionsAreCarriedOver(t *testing.T) {
	rows := table(t, reference(t, "bls", "ep", "occupation_2024-2034.xlsx"), 3, "2024 National Employment Matrix code")
	titles := table(t, reference(t, vintages[0].file...), 1, "OCC_CODE")
	columns := []struct {
		name   string
		kind   nextrole.Kind
		unit   string
		period nextrole.Period
		times  float64
	}{
		{"Employment, 2024", nextrole.Employment, "jobs", "2024", 1000},
		{"Employment, 2034", nextrole.Employment, "jobs", "2034 projected", 1000},
		{"Employment change, percent, 2024–34", nextrole.Growth, "percent", "2024-34", 1},
		{"Occupational openings, 2024–34 annual average", nextrole.Openings, "jobs/year", "2024-34", 1000},
	}
	compared := 0
	for _, r := range roles(t) {
		if !r.Code.Official() {
			continue
		}
		soc := string(r.Code.SOC())
		row := lineItem(t, rows[soc])
		var want []nextrole.Figure
		for _, c := range columns {
			// The tables have one decimal, and the workbook the nearest binary fraction.
			value := math.Round(number(t, row[c.name])*10) * c.times / 10
			f := nextrole.Figure{Kind: c.kind, Value: &value, Unit: c.unit, Period: c.period, Place: "US", Source: "bls-ep-2024"}
			f.Parent, f.Note = group(r.Code, detailed(t, titles[soc])["OCC_TITLE"])
			want = append(want, f)
			compared++
		}
		same(t, r, "bls-ep-2024", want)
	}
	if compared != 58*len(columns) {
		t.Errorf("%d figures compared", compared)
	}
}

// group returns the wider group that BLS speaks of where a role has no figures
// of its own.
func group(c nextrole.Code, title string) (nextrole.SOC, string) {
	if strings.HasSuffix(string(c), ".00") {
		return "", ""
	}
	return c.SOC(), title
}

// detailed returns the row of the occupation itself: a group of one occupation
// has its code too.
func detailed(t *testing.T, rows []map[string]string) map[string]string {
	t.Helper()
	return one(t, rows, "O_GROUP", "detailed")
}

func lineItem(t *testing.T, rows []map[string]string) map[string]string {
	t.Helper()
	return one(t, rows, "Occupation type", "Line item")
}

func one(t *testing.T, rows []map[string]string, name, value string) map[string]string {
	t.Helper()
	rows = slices.DeleteFunc(slices.Clone(rows), func(row map[string]string) bool { return row[name] != value })
	if len(rows) != 1 {
		t.Fatalf("%d rows whose %s is %s", len(rows), name, value)
	}
	return rows[0]
}

// same compares what a role has from a source, of all industries, with what it
// should have.
func same(t *testing.T, r nextrole.Role, source nextrole.SourceID, want []nextrole.Figure) {
	t.Helper()
	var got []nextrole.Figure
	for _, f := range r.Figures {
		if f.Source == source && f.Industry == "" {
			got = append(got, f)
		}
	}
	for _, list := range [][]nextrole.Figure{want, got} {
		slices.SortFunc(list, func(a, b nextrole.Figure) int {
			return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Period, b.Period))
		})
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Errorf("%s, %s (-BLS +library):\n%s", r.Code, source, diff)
	}
}
