package compare_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/compare"
	"nextrole/internal/source/starter"
)

func of(v float64) *float64 { return &v }

func figure(k nextrole.Kind, period nextrole.Period, v float64) nextrole.Figure {
	return nextrole.Figure{Kind: k, Period: period, Value: &v, Unit: "u", Place: "US", Source: "bls"}
}

func inherited(f nextrole.Figure, parent nextrole.SOC) nextrole.Figure {
	f.Parent = parent
	return f
}

// inputs are of one rating throughout: shares of displaced, augmented and not
// involved work with their scores.
func inputs(disp, aug, not float64, score, evidence, barrier, growth int) *nextrole.Inputs {
	in := nextrole.Inputs{Growth: nextrole.Rating{Value: growth}}
	for i, share := range []float64{disp, aug, not} {
		in.Tasks = append(in.Tasks, nextrole.AssessedTask{
			Name: "Task", Share: nextrole.ShareOf(share), Score: score, Label: nextrole.Labels()[i],
		})
	}
	in.Evidence[0].Value, in.Barriers[0].Value = evidence, barrier
	return &in
}

func scored(status nextrole.Status, printed *float64, in *nextrole.Inputs) []nextrole.Assessment {
	return []nextrole.Assessment{{Author: "a", Status: status, Source: nextrole.SourceID(status), Printed: printed, Inputs: in}}
}

func role(code nextrole.Code, as []nextrole.Assessment, figures ...nextrole.Figure) nextrole.Role {
	return nextrole.Role{
		Occupation:  nextrole.Occupation{Code: code, Title: "Role " + string(code), Family: nextrole.Records},
		Assessments: as, Figures: figures,
	}
}

const (
	own    = nextrole.Code("29-9021.00")
	second = nextrole.Code("29-2072.00")
	third  = nextrole.Code("13-1041.00")
	child  = nextrole.Code("15-1211.01")
	ours   = nextrole.Code("NR-0001")
)

func table(t *testing.T, baseline int, roles ...nextrole.Role) compare.Table {
	t.Helper()
	table, err := compare.Of(roles, compare.Options{Baseline: baseline})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func row(t *testing.T, table compare.Table, key string) compare.Row {
	t.Helper()
	for _, s := range table.Sections {
		for _, r := range s.Rows {
			if r.Key == key {
				return r
			}
		}
	}
	t.Fatalf("no row %q", key)
	return compare.Row{}
}

// show writes a cell as "text (note) diff! *": ! a large difference, * the best.
func show(cells []compare.Cell) []string {
	var shown []string
	for _, c := range cells {
		parts := []string{c.Text}
		if c.Note != "" {
			parts = append(parts, "("+c.Note+")")
		}
		if c.Diff != "" || c.Large {
			mark := ""
			if c.Large {
				mark = "!"
			}
			parts = append(parts, c.Diff+mark)
		}
		if c.Best {
			parts = append(parts, "*")
		}
		shown = append(shown, strings.Join(parts, " "))
	}
	return shown
}

func wantRow(t *testing.T, r compare.Row, unit string, want ...string) {
	t.Helper()
	if r.Unit != unit {
		t.Errorf("%s: unit %q, want %q", r.Key, r.Unit, unit)
	}
	if diff := cmp.Diff(want, show(r.Cells)); diff != "" {
		t.Errorf("%s (−want +got):\n%s", r.Key, diff)
	}
}

func TestRefusals(t *testing.T) {
	var seven []nextrole.Role
	for i := range 7 {
		seven = append(seven, role(nextrole.Code(fmt.Sprintf("NR-%04d", i)), nil))
	}
	for _, test := range []struct {
		roles    []nextrole.Role
		baseline int
		want     string
	}{
		{seven[:1], 0, "compare: takes 2 to 6 roles, not 1"},
		{seven, 0, "compare: takes 2 to 6 roles, not 7"},
		{seven[:3], 3, "compare: the baseline is role 4 of 3"},
		{seven[:3], -1, "compare: the baseline is role 0 of 3"},
		{[]nextrole.Role{seven[0], seven[1], seven[0]}, 0, "compare: NR-0000 is given twice"},
	} {
		_, err := compare.Of(test.roles, compare.Options{Baseline: test.baseline})
		if err == nil || err.Error() != test.want {
			t.Errorf("error %v, want %q", err, test.want)
		}
	}
	if _, err := compare.Of(seven[:6], compare.Options{Baseline: 5}); err != nil {
		t.Errorf("six roles: %v", err)
	}
}

func TestScores(t *testing.T) {
	a := role(own, scored(nextrole.Published, of(20.9), inputs(45, 45, 10, 4, -2, 0, -1)))
	b := role(second, scored(nextrole.Published, of(24.1), nil))
	c := role(third, scored(nextrole.Draft, nil, inputs(10, 40, 50, 2, 1, 1, 1)))
	d := role(child, nil)
	tab := table(t, 0, a, b, c, d)

	wantRow(t, row(t, tab, "score"), "of 100, high is resistant",
		"20.9", "24.1 (at the boundary) +3.2", "49.4 (editors’ draft) +28.5! *", "not scored")
	wantRow(t, row(t, tab, "taskResistance"), "of 5", "2.00", "not given", "4.00 (editors’ draft) +2.00! *", "not scored")
	wantRow(t, row(t, tab, "evidence"), "−10 to +10", "−2", "not given", "+1 (editors’ draft) +3! *", "not scored")
	wantRow(t, row(t, tab, "barriers"), "of 10", "0", "not given", "1 (editors’ draft) +1", "not scored")
	wantRow(t, row(t, tab, "growthLink"), "−2 to +2", "−1", "not given", "+1 (editors’ draft) +2! *", "not scored")
	wantRow(t, row(t, tab, "taskMix"), "% of time", "45 / 45 / 10", "not given", "10 / 40 / 50 (editors’ draft) ! *", "not scored")

	likely := row(t, tab, "likely")
	if c := likely.Cells[1]; c.Text != "range unknown" || !c.Absent || c.Why == "" {
		t.Errorf("range of a score without inputs: %+v", c)
	}
	if c := likely.Cells[0]; c.Low == nil || c.High == nil || !(*c.Low < *c.High) || !strings.Contains(c.Text, "–") {
		t.Errorf("range: %+v", c)
	}
	if split := row(t, tab, "taskMix").Cells[2].Split; split == nil || split.Not != 0.5 {
		t.Errorf("split %v, want half not involved", split)
	}
	if c := tab.Columns[2]; c.Letter != "C" || c.Code != third || !c.Scored || tab.Columns[3].Scored {
		t.Errorf("columns %+v", tab.Columns)
	}
}

// A small difference within a zone is not large, a smaller one across zones is.
func TestLargeScoreDifferenceIsAnotherZone(t *testing.T) {
	tab := table(t, 1,
		role(own, scored(nextrole.Published, of(24.9), nil)),
		role(second, scored(nextrole.Published, of(25.0), nil)),
		role(third, scored(nextrole.Published, of(47.9), nil)))
	wantRow(t, row(t, tab, "score"), "of 100, high is resistant",
		"24.9 (at the boundary) −0.1!", "25.0 (at the boundary)", "47.9 (at the boundary) +22.9 *")
}

func TestTiesHaveNoBest(t *testing.T) {
	tab := table(t, 0,
		role(own, scored(nextrole.Published, of(15.1), nil)),
		role(second, scored(nextrole.Published, of(53.1), nil)),
		role(third, scored(nextrole.Published, of(53.14), nil)))
	wantRow(t, row(t, tab, "score"), "of 100, high is resistant", "15.1", "53.1 +38.0!", "53.1 +38.0!")
}

func TestChoiceAndProblems(t *testing.T) {
	as := append(scored(nextrole.Published, of(20.9), nil), scored(nextrole.Own, nil, inputs(0, 100, 0, 2, 0, 0, 0))...)
	as[1].Override = &nextrole.Override{Score: 30, Reason: "licensed here"}
	short := scored(nextrole.Draft, nil, inputs(40, 40, 0, 3, 0, 0, 0))
	tab, err := compare.Of([]nextrole.Role{role(own, as), role(second, short)},
		compare.Options{Choices: map[nextrole.Code]nextrole.SourceID{own: "own"}})
	if err != nil {
		t.Fatal(err)
	}
	wantRow(t, row(t, tab, "score"), "of 100, high is resistant", "30.0 (mine)", "not scored")
	if note := row(t, tab, "likely").Cells[0].Note; note != "mine, of the formula’s score" {
		t.Errorf("range beside an assessor’s score: note %q", note)
	}
	if why := row(t, tab, "score").Cells[1].Why; why != "the assessment is incomplete: tasks: shares total 80%, not 100%" {
		t.Errorf("why %q", why)
	}
}

// A published score stands though its inputs are incomplete; what comes from
// them does not.
func TestPrintedScoreWithIncompleteInputs(t *testing.T) {
	tab := table(t, 0,
		role(own, scored(nextrole.Published, of(30.4), inputs(40, 40, 0, 3, 0, 0, 0))),
		role(second, scored(nextrole.Draft, of(30.4), nil)))
	wantRow(t, row(t, tab, "score"), "of 100, high is resistant", "30.4", "30.4 (editors’ draft) same")
	if c := row(t, tab, "evidence").Cells[0]; c.Text != "not given" || c.Why != "the inputs are incomplete: tasks: shares total 80%, not 100%" {
		t.Errorf("evidence %+v", c)
	}
}

func TestPayComparesOwnFiguresOfOneVintage(t *testing.T) {
	const may24, may25 = nextrole.Period("May 2024"), nextrole.Period("May 2025")
	p := nextrole.PayMedian
	tab := table(t, 0,
		role(own, nil, figure(p, may24, 67310), figure(p, may25, 68020)),
		role(second, nil, figure(p, may25, 80730), figure(p, may24, 78000)),
		role(child, nil, inherited(figure(p, may25, 141900), "15-1211")),
		role(third, nil, figure(p, may24, 50000)),
		role(ours, nil),
		role("43-4071.00", nil, figure(p, may25, 81620)))
	pay := row(t, tab, "pay")
	wantRow(t, pay, "May 2025",
		"$68,020", "$80,730 +$12,710", "$141,900 (group 15-1211)", "not given", "no data", "$81,620 +$13,600 *")
	for i, want := range map[int]string{
		3: "not given for May 2025; the library has May 2024",
		4: "no SOC code of its own, so no inherited figures",
	} {
		if c := pay.Cells[i]; c.Why != want || !c.Absent || c.Value != nil {
			t.Errorf("cell %d: %+v, want absent: %s", i, c, want)
		}
	}
	if c := pay.Cells[2]; c.Group != "15-1211" || c.Source != "bls" || c.Period != may25 {
		t.Errorf("parent’s pay: %+v", c)
	}
}

func TestLargePayDifferences(t *testing.T) {
	p := nextrole.PayMedian
	tab := table(t, 0,
		role(own, nil, figure(p, "May 2025", 50000)),
		role(second, nil, figure(p, "May 2025", 60000)),
		role(third, nil, figure(p, "May 2025", 59990)),
		role(child, nil, figure(p, "May 2025", 40000)),
		role("43-4071.00", nil, figure(p, "May 2025", 50004)))
	wantRow(t, row(t, tab, "pay"), "May 2025", "$50,000", "$60,000 +$10,000! *", "$59,990 +$9,990", "$40,000 −$10,000!", "$50,000 same")
}

// With a wider group's figure as the baseline there is nothing to compare with.
func TestParentAsBaseline(t *testing.T) {
	p := nextrole.PayMedian
	tab := table(t, 0,
		role(child, nil, inherited(figure(p, "May 2025", 100000), "15-1211")),
		role(own, nil, figure(p, "May 2025", 60000)),
		role("15-1211.00", nil, inherited(figure(p, "May 2025", 100000), "15-1211")))
	wantRow(t, row(t, tab, "pay"), "May 2025", "$100,000 (group 15-1211)", "$60,000", "$100,000 (group 15-1211)")
}

// Most roles have the older period: it is compared, and not a mixture.
func TestGrowthTakesThePeriodMostRolesHave(t *testing.T) {
	g := nextrole.Growth
	tab := table(t, 0,
		role(own, nil, figure(g, "2024-34", 14.7), figure(g, "2025-35", 15.9)),
		role(second, nil, figure(g, "2024-34", 7.1)),
		role(third, nil, figure(g, "2024-34", 4.4)),
		role(child, nil, inherited(figure(g, "2024-34", 30), "15-1211")))
	wantRow(t, row(t, tab, "growth"), "2024–34", "+15% *", "+7% −8 pts", "+4% −11 pts!", "+30% (group 15-1211)")

	both := table(t, 0,
		role(own, nil, figure(g, "2024-34", 14.7), figure(g, "2025-35", 15.9)),
		role(second, nil, figure(g, "2025-35", -7.8), figure(g, "2024-34", 7.1)))
	wantRow(t, row(t, both, "growth"), "2025–35", "+16% *", "−8% −24 pts!")
}

func TestCountsHaveNoBest(t *testing.T) {
	tab := table(t, 0,
		role(own, nil, figure(nextrole.Openings, "2024-34", 3200), figure(nextrole.Employment, "2025", 42000), figure(nextrole.Employment, "2035 projected", 48600)),
		role(second, nil, figure(nextrole.Openings, "2024-34", 14200), figure(nextrole.Employment, "2025", 200700)))
	wantRow(t, row(t, tab, "openings"), "2024–34", "3,200", "14,200")
	wantRow(t, row(t, tab, "jobs"), "2025", "42,000", "200,700")
}

func TestPayRange(t *testing.T) {
	lo, mid, hi := nextrole.PayP10, nextrole.PayMedian, nextrole.PayP90
	topCoded := nextrole.Figure{Kind: hi, Period: "May 2025", Source: "bls", Note: "at or above $239,200"}
	tab := table(t, 0,
		role(own, nil, figure(lo, "May 2025", 39830), figure(mid, "May 2025", 68020), figure(hi, "May 2025", 117420)),
		role(second, nil, figure(lo, "May 2025", 90000), topCoded),
		role(third, nil, figure(lo, "May 2024", 1), figure(hi, "May 2024", 2)),
		role(child, nil, inherited(figure(lo, "May 2025", 50000), "15-1211"), inherited(figure(hi, "May 2025", 90000), "15-1211"), figure(mid, "May 2025", 70000)))
	pay := row(t, tab, "payRange")
	mixed := table(t, 0,
		role(own, nil, figure(lo, "May 2025", 40000), inherited(figure(hi, "May 2025", 90000), "29-9000")),
		role(second, nil, inherited(figure(lo, "May 2025", 30000), "29-9000"), figure(hi, "May 2025", 80000)))
	wantRow(t, row(t, mixed, "payRange"), "10th–90th, May 2025", "from $40,000", "up to $80,000")
	wantRow(t, pay, "10th–90th, May 2025",
		"$39,830–$117,420", "from $90,000", "not given", "$50,000–$90,000 (group 15-1211)")
	if c := pay.Cells[0]; *c.Low != 39830 || *c.Mid != 68020 || *c.High != 117420 {
		t.Errorf("range %v %v %v", *c.Low, *c.Mid, *c.High)
	}
	if c := pay.Cells[1]; c.High != nil || c.Mid != nil {
		t.Errorf("a missing end was made up: %+v", c)
	}
	if c := pay.Cells[3]; c.Mid != nil {
		t.Error("an own median stands in a wider group’s range")
	}
}

func TestFigureItsSourceLeavesOut(t *testing.T) {
	hidden := nextrole.Figure{Kind: nextrole.PayMedian, Period: "May 2025", Source: "bls", Note: "wage not published"}
	tab := table(t, 0, role(own, nil, hidden), role(second, nil))
	pay := row(t, tab, "pay")
	wantRow(t, pay, "", "not given", "no data")
	if why := pay.Cells[0].Why; why != "its source leaves it out, wage not published" {
		t.Errorf("why %q", why)
	}
}

func TestSecondHandFiguresSaySo(t *testing.T) {
	tab, err := compare.Of([]nextrole.Role{
		role(own, nil, figure(nextrole.Openings, "2024-34", 3200)),
		role(second, nil, figure(nextrole.Openings, "2024-34", 3200)),
	}, compare.Options{Sources: map[nextrole.SourceID]nextrole.Source{"bls": {Quoting: "BLS"}}})
	if err != nil {
		t.Fatal(err)
	}
	wantRow(t, row(t, tab, "openings"), "2024–34", "3,200 (quoting BLS)", "3,200 (quoting BLS)")
}

func TestGettingIn(t *testing.T) {
	a, b := role(own, nil), role(ours, nil)
	a.Education = &nextrole.Fact{Value: "Associate's degree", Period: "2024", Source: "bls"}
	a.JobZone = &nextrole.Fact{Value: "3", Period: "2026", Source: "onet"}
	a.Exposure = &nextrole.Fact{Value: "Very high", Period: "2026", Source: "bls", Parent: "29-9000"}
	tab := table(t, 0, a, b)
	wantRow(t, row(t, tab, "education"), "", "Associate's degree", "no data")
	wantRow(t, row(t, tab, "jobZone"), "", "3 of 5", "no data")
	wantRow(t, row(t, tab, "exposure"), "high is exposed", "Very high (group 29-9000)", "no data")
	if why := row(t, tab, "education").Cells[1].Why; why != "no SOC code of its own, so nothing inherited" {
		t.Errorf("why %q", why)
	}
}

func TestOnlyDifferences(t *testing.T) {
	a := role(own, nil, figure(nextrole.PayMedian, "May 2025", 50000), figure(nextrole.Openings, "2024-34", 10))
	b := role(second, nil, figure(nextrole.PayMedian, "May 2025", 60000), figure(nextrole.Openings, "2024-34", 10))
	whole := table(t, 0, a, b)
	different, hidden := whole.OnlyDifferences()
	var keys []string
	rows := 0
	for _, s := range different.Sections {
		for _, r := range s.Rows {
			keys = append(keys, r.Key)
		}
	}
	for _, s := range whole.Sections {
		rows += len(s.Rows)
	}
	if diff := cmp.Diff([]string{"pay"}, keys); diff != "" || hidden != rows-1 {
		t.Errorf("hidden %d of %d rows, left (−want +got):\n%s", hidden, rows, diff)
	}

	// The same number of another scope is a difference.
	b.Figures[1].Parent = "29-2070"
	if row(t, table(t, 0, a, b), "openings").Equal {
		t.Error("an own and a wider group’s figure count as equal")
	}
}

func TestRowsAreWhole(t *testing.T) {
	tab := table(t, 0, role(own, nil), role(ours, nil))
	seen := map[string]bool{}
	for _, s := range tab.Sections {
		for _, r := range s.Rows {
			if seen[r.Key] || len(r.Cells) != 2 || r.Name == "" {
				t.Errorf("row %+v", r)
			}
			seen[r.Key] = true
			for _, c := range r.Cells {
				if !c.Absent || c.Text == "" || c.Why == "" || c.Value != nil || c.Best || c.Diff != "" {
					t.Errorf("%s without data: %+v", r.Key, c)
				}
			}
		}
	}
}

// Any two roles of the starter library compare without a gap that is not
// explained: what is absent says why, and so does the text.
func TestNoGapWithoutAReason(t *testing.T) {
	set, err := starter.Read(assets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	gaps := 0
	for i, a := range set.Roles {
		for _, b := range set.Roles[i+1:] {
			tab, err := compare.Of([]nextrole.Role{a, b}, compare.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range tab.Sections {
				for _, r := range s.Rows {
					for _, c := range r.Cells {
						if c.Absent && c.Why == "" || !c.Absent && c.Text == "" {
							t.Errorf("%s and %s, %s: %+v", a.Code, b.Code, r.Name, c)
						}
						if c.Absent {
							gaps++
						}
					}
				}
			}
		}
	}
	if gaps == 0 {
		t.Error("nothing is absent: nothing was checked")
	}
	tab, err := compare.Of([]nextrole.Role{set.Roles[0], set.Roles[len(set.Roles)-1]}, compare.Options{})
	if want := "B: no value for Median pay, Pay range, Job growth, Openings a year, Jobs: no SOC code of its own"; err != nil || !strings.Contains(tab.Text(), want) {
		t.Errorf("%v; the text does not say %q:\n%s", err, want, tab.Text())
	}
}
