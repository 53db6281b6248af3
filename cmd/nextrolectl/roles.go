package main

import (
	"fmt"
	"slices"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// listed is a role in a list.
type listed struct {
	Code   nextrole.Code    `json:"code"`
	Title  string           `json:"title"`
	Family nextrole.Family  `json:"family"`
	Zone   nextrole.Zone    `json:"zone"`
	Score  *float64         `json:"score"`
	Status *nextrole.Status `json:"status"` // null where there is no score
}

// roles lists the roles of a zone and a family, or all.
func roles(s *session) error {
	zone, family := nextrole.Zone(strings.ToLower(s.zone)), nextrole.Family(strings.ToLower(s.family))
	list := []listed{}
	for _, r := range s.roles {
		l := s.listed(r)
		if (zone == "" || l.Zone == zone) && (family == "" || l.Family == family) {
			list = append(list, l)
		}
	}
	if s.json {
		return s.writeJSON(list)
	}
	t := table{{"CODE", "TITLE", "FAMILY", "AIJRI", "ZONE", "STATUS"}}
	for _, l := range list {
		t = append(t, []string{string(l.Code), l.Title, string(l.Family), shown(l.Score), zoneName(l.Zone), statusName(l.Status)})
	}
	t.write(s.out)
	fmt.Fprintf(s.out, "\n%s. AIJRI: higher is harder to automate.\n", count(len(list), "role"))
	return nil
}

// checkFilters reports values of --zone and --family that no role can have.
func checkFilters(o options, _ []string) error {
	zones := []string{string(nextrole.Red), string(nextrole.Yellow), string(nextrole.Green), string(nextrole.ZoneNone)}
	if o.zone != "" && !slices.Contains(zones, strings.ToLower(o.zone)) {
		return badUse("--zone %q is not one of %s", o.zone, strings.Join(zones, ", "))
	}
	var families []string
	for _, f := range nextrole.Families() {
		families = append(families, string(f))
	}
	if o.family != "" && !slices.Contains(families, strings.ToLower(o.family)) {
		return badUse("--family %q is not one of %s", o.family, strings.Join(families, ", "))
	}
	return nil
}

func (s *session) listed(r nextrole.Role) listed {
	l := listed{Code: r.Code, Title: r.Title, Family: r.Family, Zone: nextrole.ZoneNone}
	if shown, ok := s.headline(r); ok {
		l.Zone, l.Score, l.Status = shown.Zone, shown.Score, &shown.Status
	}
	return l
}

// headline returns the score a role is shown with.
func (s *session) headline(r nextrole.Role) (aijri.Reading, bool) {
	return aijri.Headline(r.Assessments, s.choices[r.Code])
}
