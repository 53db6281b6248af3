package transition_test

import (
	"testing"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/aijri"
	"nextrole/internal/source/starter"
	"nextrole/internal/transition"
)

func pay(v float64, p nextrole.Period, parent nextrole.SOC) nextrole.Figure {
	return nextrole.Figure{Kind: nextrole.PayMedian, Value: &v, Unit: "USD/year", Period: p, Place: nextrole.Nation, Source: "s", Parent: parent}
}

func paid(c nextrole.Code, family nextrole.Family, figures ...nextrole.Figure) nextrole.Role {
	return nextrole.Role{Occupation: nextrole.Occupation{Code: c, Title: string(c), Family: family}, Figures: figures}
}

func unscored(nextrole.Code) (aijri.Reading, bool) { return aijri.Reading{}, false }

func TestClassOfAMove(t *testing.T) {
	from := paid("29-9021.00", nextrole.Records, pay(100_000, "May 2025", ""), pay(90_000, "May 2024", ""))
	for _, test := range []struct {
		to    nextrole.Role
		want  transition.Class
		steep bool
	}{
		{paid("29-2072.00", nextrole.Records, pay(105_000, "May 2025", "")), transition.Advancement, false},
		{paid("29-2072.00", nextrole.Records, pay(104_999, "May 2025", "")), transition.Similar, false},
		{paid("15-1211.00", nextrole.Data, pay(105_000, "May 2025", "")), transition.LateralAdvancement, false},
		{paid("15-1211.00", nextrole.Data, pay(95_000, "May 2025", "")), transition.LateralTransition, false},
		{paid("15-1211.00", nextrole.Data, pay(94_999, "May 2025", "")), transition.StepDown, false},
		{paid("29-2072.00", nextrole.Records, pay(74_999, "May 2025", "")), transition.StepDown, true},
		{paid("29-2072.00", nextrole.Records, pay(99_000, "May 2024", "")), transition.Advancement, false}, // of one vintage
		{paid("15-1211.01", nextrole.Records, pay(200_000, "May 2025", "15-1211")), transition.NotKnown, false},
		{paid("15-1211.01", nextrole.Records, pay(200_000, "May 2021", "")), transition.NotKnown, false},
		{paid("15-1211.01", nextrole.Records), transition.NotKnown, false},
		{paid("29-1141.00", nextrole.Beyond, pay(110_000, "May 2025", "")), transition.Advancement, false}, // of one major group
		{paid("11-9111.00", nextrole.Beyond, pay(110_000, "May 2025", "")), transition.LateralAdvancement, false},
	} {
		v := transition.MoveOf(from, test.to, transition.Strong, unscored)
		if v.Class != test.want || v.Pay != nil && v.Pay.Steep() != test.steep || (v.Pay == nil) != (v.PayWhy != "") || v.Score != nil || v.Stretch {
			t.Errorf("to %s of %s: %s, %+v, %q", test.to.Code, test.to.Family, v.Class, v.Pay, v.PayWhy)
		}
	}
}

func TestFlagsOfAMove(t *testing.T) {
	scored := func(from, to float64) func(nextrole.Code) (aijri.Reading, bool) {
		return func(c nextrole.Code) (aijri.Reading, bool) {
			v := from
			if c == "b" {
				v = to
			}
			return aijri.Reading{Score: &v, Zone: aijri.ZoneOf(v), Status: nextrole.Published}, true
		}
	}
	zoned := func(c nextrole.Code, zone string) nextrole.Role {
		r := paid(c, nextrole.Records)
		if zone != "" {
			r.JobZone = &nextrole.Fact{Value: zone}
		}
		return r
	}
	for _, test := range []struct {
		from, to           float64
		higher, outsideRed bool
	}{
		{20, 24.9, false, false}, {20, 25, true, true}, {15, 20, true, false}, {50, 55, true, true}, {24, 28.9, false, true}, {60, 20, false, false},
	} {
		s := transition.MoveOf(zoned("a", ""), zoned("b", ""), transition.Viable, scored(test.from, test.to)).Score
		if s.Higher() != test.higher || s.OutsideRed() != test.outsideRed || s.Unpublished() {
			t.Errorf("%v to %v: higher %v, outside Red %v", test.from, test.to, s.Higher(), s.OutsideRed())
		}
	}
	for _, test := range []struct {
		from, to string
		near     transition.Closeness
		stretch  bool
		step     int
	}{
		{"3", "5", transition.Strong, true, 2}, {"3", "4", transition.Strong, false, 1}, {"4", "2", transition.Viable, false, -2}, {"3", "3", transition.Far, true, 0},
	} {
		v := transition.MoveOf(zoned("a", test.from), zoned("b", test.to), test.near, unscored)
		if v.Stretch != test.stretch || v.ZoneStep == nil || *v.ZoneStep != test.step {
			t.Errorf("from zone %s to %s, %s: %+v", test.from, test.to, test.near, v)
		}
	}
	if v := transition.MoveOf(zoned("a", "3"), zoned("b", ""), transition.Viable, unscored); v.ZoneStep != nil || v.Stretch {
		t.Errorf("an unknown zone is a step: %+v", v)
	}
}

func TestGap(t *testing.T) {
	rating := func(v float64) *float64 { return &v }
	with := func(c nextrole.Code, p nextrole.Profile) nextrole.Role {
		p.Related = []nextrole.Relation{{Code: "29-9999.00", Rank: 1}}
		return nextrole.Role{Occupation: nextrole.Occupation{Code: c, Title: string(c), Family: nextrole.Records}, Profile: &p}
	}
	a := with("29-0001.00", nextrole.Profile{
		Tasks:     []nextrole.RatedTask{{ID: "1", Activities: []string{"4.A.1.a.1.I01.D01", "4.A.1.a.1.I02.D01"}}},
		Software:  []nextrole.Tool{{Name: "Epic"}, {Name: "Excel"}},
		Knowledge: []nextrole.Element{{ID: "law", Importance: rating(2)}, {ID: "it", Importance: rating(4)}, {ID: "art", Importance: rating(1)}},
	})
	b := with("29-0002.00", nextrole.Profile{
		Tasks: []nextrole.RatedTask{{ID: "2", Activities: []string{
			"4.A.1.a.1.I01.D01", "4.A.1.a.1.I01.D09", "4.A.1.a.1.I07.D01", "4.A.2.b.2.I01.D01",
		}}},
		Software:  []nextrole.Tool{{Name: "EPIC"}, {Name: "SQL", Hot: true}, {Name: "Tableau", Hot: true, Demand: true}, {Name: "Fax"}, {Name: "fax"}},
		Knowledge: []nextrole.Element{{ID: "law", Importance: rating(4)}, {ID: "it", Importance: rating(4.4)}, {ID: "art", Importance: rating(2.9)}, {ID: "new", Importance: rating(3)}},
	})
	m := transition.New([]nextrole.Role{a, b})
	g, ok := m.Gap(a.Code, b.Code)
	if !ok {
		t.Fatal("no gap")
	}
	if c := g.Activities; c.Shared != 1 || c.Of != 4 || len(c.Missing) != 3 || c.Missing[0].ID != "4.A.2.b.2.I01.D01" || c.Missing[0].Nearest != "" {
		t.Errorf("activities %+v", c)
	}
	near := map[string]float64{}
	for _, one := range g.Activities.Missing {
		near[one.ID] = one.Near
		if one.Near > 0 && one.Nearest == "" {
			t.Errorf("near to nothing: %+v", one)
		}
	}
	if near["4.A.1.a.1.I01.D09"] != 0.5 || near["4.A.1.a.1.I07.D01"] != 0.25 {
		t.Errorf("near %v", near)
	}
	if c := g.Software; c.Shared != 1 || c.Of != 4 || len(c.Missing) != 3 || c.Missing[0].ID != "Tableau" || c.Missing[1].ID != "SQL" {
		t.Errorf("software %+v", c)
	}
	if c := g.Knowledge; c.Shared != 1 || c.Of != 2 || len(c.Missing) != 1 || c.Missing[0].ID != "law" || c.Missing[0].Have != 2 {
		t.Errorf("knowledge %+v", c)
	}
	if g.Education != nil || g.JobZone != nil {
		t.Error("what is not known is a step")
	}
	if none, _ := m.Gap(a.Code, a.Code); none.Activities.Shared != none.Activities.Of || len(none.Software.Missing) != 0 {
		t.Errorf("a role lacks something of itself: %+v", none)
	}
	if _, ok := m.Gap(a.Code, "29-0003.00"); ok {
		t.Error("there is a gap to a role that is not there")
	}
}

// The two home roles have no ratings of skills and knowledge: what is not known of them
// is left out, and never counted as 0.
func TestGapOfTheHomeRole(t *testing.T) {
	set, err := starter.Read(assets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	m := transition.New(set.Roles)
	g, ok := m.Gap("29-9021.00", "13-1041.00")
	if !ok || g.Activities != nil || g.Knowledge != nil || g.Software == nil || g.Education == nil || g.JobZone == nil {
		t.Errorf("%+v", g)
	}
}
