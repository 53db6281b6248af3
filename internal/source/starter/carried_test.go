package starter_test

import (
	"strconv"
	"strings"
	"testing"

	"nextrole"
)

// Each figure of the table that the starter library was made from is in it,
// with its period and, for a role without figures of its own, the wider group.
func TestFiguresAreCarriedOver(t *testing.T) {
	rows := csvLines(t, reference(t, "starter", "him_starter_set_bls.csv"))
	byCode := map[nextrole.Code]nextrole.Role{}
	for _, r := range roles(t) {
		byCode[r.Code] = r
	}
	columns := map[string]struct {
		kind   nextrole.Kind
		period nextrole.Period
		times  float64
	}{
		"oews_may2025_emp": {nextrole.Employment, "May 2025", 1},
		"p10":              {nextrole.PayP10, "May 2025", 1}, "p90": {nextrole.PayP90, "May 2025", 1},
		"median_may2025": {nextrole.PayMedian, "May 2025", 1}, "median_may2024": {nextrole.PayMedian, "May 2024", 1},
		"ep2025_emp_k": {nextrole.Employment, "2025", 1000}, "ep2035_emp_k": {nextrole.Employment, "2035 projected", 1000},
		"growth_2025_35": {nextrole.Growth, "2025-35", 1}, "growth_2024_34": {nextrole.Growth, "2024-34", 1},
		"openings_2024_34_k": {nextrole.Openings, "2024-34", 1000},
	}
	compared := 0
	for _, row := range rows[1:] {
		cells := map[string]string{}
		for i, name := range rows[0] {
			cells[name] = row[i]
		}
		role, ok := byCode[nextrole.Code(cells["onet_code"])]
		if !ok || role.Title != cells["title"] {
			t.Errorf("%s: %q in the library, %q in the table", cells["onet_code"], role.Title, cells["title"])
			continue
		}
		parent := nextrole.SOC("")
		if !strings.HasSuffix(cells["onet_code"], ".00") {
			parent = nextrole.SOC(cells["bls_parent_soc"])
		}
		for name, c := range columns {
			f, found := figure(role, c.kind, c.period)
			if cells[name] == "" {
				if found {
					t.Errorf("%s: %s %s is in the library and not in the table", role.Code, c.kind, c.period)
				}
				continue
			}
			want, err := strconv.ParseFloat(cells[name], 64)
			if err != nil {
				t.Fatal(err)
			}
			want *= c.times
			if !found || f.Value == nil || *f.Value-want > 0.01 || want-*f.Value > 0.01 || f.Parent != parent {
				t.Errorf("%s: %s %s is %+v, want %v of group %q", role.Code, c.kind, c.period, f, want, parent)
			}
			compared++
		}
	}
	if compared < 500 {
		t.Errorf("only %d figures compared", compared)
	}
}

func figure(r nextrole.Role, k nextrole.Kind, p nextrole.Period) (nextrole.Figure, bool) {
	for _, f := range r.Figures {
		if f.Kind == k && f.Period == p && f.Industry == "" {
			return f, true
		}
	}
	return nextrole.Figure{}, false
}
