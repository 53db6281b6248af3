package sources_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole/ui/page/role/sources"
	"nextrole/ui/uitest"
)

func TestOrigins(t *testing.T) {
	l := uitest.NewLibrary(t)
	all := sources.NewModel(l.Open(t), *l.Edit(t, uitest.Manager)).Origins()
	want := []string{
		"jobs (May 2025); pay (May 2025); evidence for a rating",
		"File: national_M2025_dl.xlsx",
		"Release: May 2025",
		"Retrieved: November 22, 2026",
		"License: public domain",
		"Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May 2025.",
	}
	if diff := cmp.Diff(want, all["Occupational Employment and Wage Statistics, national estimates, May 2025"]); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
}

// Every source of every role is there, by whatever the role names it.
func TestEverySourceIsListed(t *testing.T) {
	l := uitest.NewLibrary(t)
	s := l.Open(t)
	for _, r := range l.Set.Roles {
		m := sources.NewModel(s, r)
		used := m.Used()
		if len(m.Origins()) != len(used) {
			t.Errorf("%s: %d of %d sources are described", r.Code, len(m.Origins()), len(used))
		}
		for _, f := range r.Figures {
			if !slices.Contains(used, f.Source) {
				t.Errorf("%s: %s of a figure is not listed", r.Code, f.Source)
			}
		}
		for _, k := range s.Credentials(r.Code) {
			for _, n := range k.Clauses() {
				if n.Clause != nil && !slices.Contains(used, n.Clause.Source) {
					t.Errorf("%s: %s of %s is not listed", r.Code, n.Clause.Source, k.Name)
				}
			}
		}
	}
}
