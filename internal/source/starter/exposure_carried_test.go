package starter_test

import (
	"math"
	"strconv"
	"testing"

	"nextrole"
)

// exposures are the indices that figures are carried over from. One by six-digit
// SOC code is, for a role whose code does not end in .00, that of a wider group.
var exposures = []struct {
	file   []string
	key    string
	wide   bool
	source nextrole.SourceID
	period nextrole.Period
	column map[nextrole.Kind]string
}{
	{
		[]string{"ai-exposure", "eloundou", "occ_level.csv"},
		"O*NET-SOC Code", false, "eloundou-2023", "2023",
		map[nextrole.Kind]string{"exposure.eloundou-gpt4-beta": "dv_rating_beta", "exposure.eloundou-human-beta": "human_rating_beta"},
	},
	{
		[]string{"ai-exposure", "microsoft", "soc_ai_applicability_scores.csv"},
		"SOC Code", true, "microsoft-2025", "2025",
		map[nextrole.Kind]string{"exposure.microsoft-applicability": "ai_applicability_score"},
	},
}

// Each index that the tables have of a role of ours is in the library, rounded
// to three decimals, and no other stands under their names.
func TestExposureIsCarriedOver(t *testing.T) {
	reference(t)
	titles := table(t, reference(t, vintages[0].file...), 1, "OCC_CODE")
	for _, e := range exposures {
		rows := table(t, reference(t, e.file...), 1, e.key)
		compared := 0
		for _, r := range roles(t) {
			key := string(r.Code)
			if e.wide {
				key = string(r.Code.SOC())
			}
			var want []nextrole.Figure
			for kind, column := range e.column {
				if len(rows[key]) != 1 {
					continue // none, for a role without a code
				}
				exact, err := strconv.ParseFloat(rows[key][0][column], 64)
				if err != nil {
					t.Fatal(err)
				}
				value := math.Round(exact*1000) / 1000
				f := nextrole.Figure{Kind: kind, Value: &value, Unit: "index 0-1, high is exposed", Period: e.period, Place: "US", Source: e.source}
				if e.wide {
					f.Parent, f.Note = group(r.Code, detailed(t, titles[string(r.Code.SOC())])["OCC_TITLE"])
				}
				want = append(want, f)
				compared++
			}
			same(t, r, e.source, want)
		}
		if compared != 58*len(e.column) {
			t.Errorf("%s: %d figures compared", e.source, compared)
		}
	}
}
