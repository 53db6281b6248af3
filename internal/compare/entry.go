package compare

import (
	"nextrole"
)

// entryRows compares what it takes to enter a role. Nothing in it is best.
func entryRows(roles []nextrole.Role) []Row {
	of := func(value string) string { return value + " of 5" }
	as := func(value string) string { return value }
	return []Row{
		factRow(roles, "education", "Typical entry", "", as, func(o nextrole.Occupation) *nextrole.Fact { return o.Education }),
		factRow(roles, "experience", "Work experience", "", as, func(o nextrole.Occupation) *nextrole.Fact { return o.Experience }),
		factRow(roles, "jobZone", "Job zone", "", of, func(o nextrole.Occupation) *nextrole.Fact { return o.JobZone }),
		factRow(roles, "exposure", "AI exposure by BLS", "high is exposed", as, func(o nextrole.Occupation) *nextrole.Fact { return o.Exposure }),
	}
}

func factRow(roles []nextrole.Role, key, name, unit string, text func(string) string, fact func(nextrole.Occupation) *nextrole.Fact) Row {
	row := Row{Key: key, Name: name, Unit: unit}
	for _, r := range roles {
		f := fact(r.Occupation)
		if f == nil {
			row.Cells = append(row.Cells, Cell{Text: "no data", Absent: true, Why: noFact(r.Code)})
			continue
		}
		row.Cells = append(row.Cells, Cell{
			Text: text(f.Value), Note: group(f.Parent), Source: f.Source, Period: f.Period, Group: f.Parent,
		})
	}
	return row
}

func noFact(code nextrole.Code) string {
	if !code.Official() {
		return "no SOC code of its own, so nothing inherited"
	}
	return "not in the library"
}
