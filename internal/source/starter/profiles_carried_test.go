package starter_test

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"nextrole"
)

// Each profile of the starter library says what the O*NET 30.1 release says,
// without what O*NET advises not to use, and nothing else.
func TestProfilesAreCarriedOver(t *testing.T) {
	skills, knowledge, interests := onet(t, "Skills"), onet(t, "Knowledge"), onet(t, "Interests")
	education, levels := onet(t, "Education, Training, and Experience"), attainments(t)
	software, equipment := onet(t, "Technology Skills"), onet(t, "Tools Used")
	related := onet(t, "Related Occupations")

	all := roles(t)
	library := map[nextrole.Code]bool{}
	for _, r := range all {
		library[r.Code] = true
	}
	compared := 0
	for _, r := range all {
		if !r.Code.Official() {
			if r.Profile != nil {
				t.Errorf("%s is none of O*NET’s and has a profile", r.Code)
			}
			continue
		}
		code := string(r.Code)
		want := &nextrole.Profile{
			Code: r.Code, Source: "onet-30.1", Period: "December 2025",
			Rated:     len(skills[code]) > 0,
			Skills:    elements(t, skills[code]),
			Knowledge: elements(t, knowledge[code]),
			Education: required(t, education[code], levels),
			Software:  tools(software[code]),
			Equipment: tools(equipment[code]),
		}
		for _, row := range interests[code] {
			if row["Scale ID"] == "OI" {
				want.Interests = append(want.Interests, nextrole.Interest{Name: row["Element Name"], Value: number(t, row["Data Value"])})
			}
		}
		for _, row := range related[code] {
			if to := nextrole.Code(row["Related O*NET-SOC Code"]); library[to] {
				want.Related = append(want.Related, nextrole.Relation{Code: to, Rank: int(number(t, row["Index"]))})
			}
		}
		if diff := gocmp.Diff(want, r.Profile, reasonsAside); diff != "" {
			t.Errorf("%s (-O*NET +library):\n%s", code, diff)
		}
		compared++
	}
	if compared != 58 {
		t.Errorf("%d profiles compared, not 58", compared)
	}
}

// reasonsAside leaves out why an occupation is near: O*NET does not say.
var reasonsAside = gocmp.Transformer("rank", func(r nextrole.Relation) struct {
	Code nextrole.Code
	Rank int
} {
	return struct {
		Code nextrole.Code
		Rank int
	}{r.Code, r.Rank}
})

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// elements joins the two ratings of each element.
func elements(t *testing.T, rows []map[string]string) []nextrole.Element {
	t.Helper()
	var list []nextrole.Element
	for _, row := range rows {
		i := slices.IndexFunc(list, func(e nextrole.Element) bool { return e.ID == row["Element ID"] })
		if i < 0 {
			list = append(list, nextrole.Element{ID: row["Element ID"], Name: row["Element Name"]})
			i = len(list) - 1
		}
		if row["Recommend Suppress"] == "Y" || row["Not Relevant"] == "Y" {
			continue
		}
		v := number(t, row["Data Value"])
		switch row["Scale ID"] {
		case "IM":
			list[i].Importance = &v
		case "LV":
			list[i].Level = &v
		}
	}
	importance := func(e nextrole.Element) float64 {
		if e.Importance == nil {
			return 0
		}
		return *e.Importance
	}
	slices.SortFunc(list, func(a, b nextrole.Element) int {
		return cmp.Or(cmp.Compare(importance(b), importance(a)), cmp.Compare(a.Name, b.Name))
	})
	return list
}

// attainments returns the levels of education by their numbers, without their
// explanations and in sentence case.
func attainments(t *testing.T) map[string]string {
	t.Helper()
	levels := map[string]string{}
	// The file is of no occupation.
	for _, row := range onet(t, "Education, Training, and Experience Categories")[""] {
		if row["Scale ID"] == "RL" {
			name, _, _ := strings.Cut(row["Category Description"], " - ")
			name, _, _ = strings.Cut(name, " (")
			levels[row["Category"]] = name[:1] + strings.ToLower(name[1:])
		}
	}
	return levels
}

// required returns what those asked say of the education needed, or nothing
// where a part of it is not to be used.
func required(t *testing.T, rows []map[string]string, levels map[string]string) []nextrole.Attainment {
	t.Helper()
	var list []nextrole.Attainment
	for _, row := range rows {
		if row["Scale ID"] != "RL" {
			continue
		}
		if row["Recommend Suppress"] == "Y" {
			return nil
		}
		if v := number(t, row["Data Value"]); v > 0 {
			list = append(list, nextrole.Attainment{Level: levels[row["Category"]], Percent: v})
		}
	}
	return list
}

func tools(rows []map[string]string) []nextrole.Tool {
	var list []nextrole.Tool
	for _, row := range rows {
		list = append(list, nextrole.Tool{
			Name: row["Example"], Kind: row["Commodity Title"],
			Hot: row["Hot Technology"] == "Y", Demand: row["In Demand"] == "Y",
		})
	}
	slices.SortFunc(list, func(a, b nextrole.Tool) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Kind, b.Kind))
	})
	return list
}
