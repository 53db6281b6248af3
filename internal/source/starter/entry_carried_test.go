package starter_test

import (
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"nextrole"
)

// What BLS and O*NET say it takes to enter an official occupation, and BLS's
// category of exposure, are in the library as they are published.
func TestEntryIsCarriedOver(t *testing.T) {
	entry := table(t, reference(t, "bls", "ep", "occupation_2024-2034.xlsx"), 3, "2024 National Employment Matrix code")
	zones := table(t, reference(t, "onet", "30.3-csv", "onet_job_zones.csv"), 1, "O*NET-SOC Code")
	exposed := table(t, reference(t, "starter", "him_starter_set_bls.csv"), 1, "onet_code")
	compared := 0
	for _, r := range roles(t) {
		if !r.Code.Official() {
			continue
		}
		var parent nextrole.SOC
		if !strings.HasSuffix(string(r.Code), ".00") {
			parent = r.Code.SOC()
		}
		row := lineItem(t, entry[string(r.Code.SOC())])
		fact := func(column string) *nextrole.Fact {
			value := strings.TrimSpace(row[column])
			if value == "" || value == "—" {
				return nil
			}
			return &nextrole.Fact{Value: value, Period: "2024", Source: "bls-ep-2024", Parent: parent}
		}
		want := map[string]*nextrole.Fact{
			"education":  fact("Typical education needed for entry"),
			"experience": fact("Work experience in a related occupation"),
			"training":   fact("Typical on-the-job training needed to attain competency in the occupation"),
			"jobZone":    {Value: zones[string(r.Code)][0]["Job Zone"], Period: "May 2026", Source: "onet-30.3"},
			"exposure":   nil,
		}
		if category := exposed[string(r.Code)][0]["bls_ai_exposure_2026"]; category != "" {
			want["exposure"] = &nextrole.Fact{Value: category, Period: "August 2026", Source: "bls-exposure-2026", Parent: parent}
		}
		got := map[string]*nextrole.Fact{
			"education": r.Education, "experience": r.Experience, "training": r.Training,
			"jobZone": r.JobZone, "exposure": r.Exposure,
		}
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-published +library):\n%s", r.Code, diff)
		}
		compared++
	}
	if compared != 58 {
		t.Errorf("%d roles compared", compared)
	}
}
