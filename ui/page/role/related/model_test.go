package related_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/page/role/related"
	"nextrole/ui/uitest"
)

func open(t *testing.T, c nextrole.Code, change func(*nextrole.Role)) []related.Near {
	t.Helper()
	l := uitest.NewLibrary(t)
	r := l.Edit(t, c)
	if change != nil {
		change(r)
	}
	return related.NewModel(l.Open(t), *r).List()
}

func TestList(t *testing.T) {
	list := open(t, uitest.Registrar, nil)
	want := related.Near{
		Code: uitest.Manager,
		Reasons: []string{
			"Suggested by the assessment (published): Knows care operations, EHR systems and rules; leadership has to be learned",
			"O*NET 30.1 lists it as number 12 of its related occupations",
			"Uses 39 of this role’s 111 software products, such as Epic Systems, Microsoft Excel, Microsoft Office software",
		},
		Stands: "Green 53.1, published", Pay: "$123,860", PayFrom: "BLS, May 2025",
	}
	i := slices.IndexFunc(list, func(n related.Near) bool { return n.Code == uitest.Manager })
	if i < 0 {
		t.Fatalf("not listed: %+v", list)
	}
	if diff := cmp.Diff(want, list[i]); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	for _, n := range list {
		if len(n.Reasons) == 0 || n.Code == uitest.Registrar {
			t.Errorf("%+v", n)
		}
		if n.Code == uitest.Informatics && (n.PayFrom != "group 15-1211 · BLS, May 2025" || !strings.Contains(n.Stands, "editors’ draft")) {
			t.Errorf("a wider group’s pay or a draft is not marked: %+v", n)
		}
	}
}

// A role without figures of its own leads to the closest that has them, and is
// found from there.
func TestClosest(t *testing.T) {
	has := func(list []related.Near, c nextrole.Code, words string) bool {
		return slices.ContainsFunc(list, func(n related.Near) bool {
			return n.Code == c && slices.ContainsFunc(n.Reasons, func(r string) bool { return strings.Contains(r, words) })
		})
	}
	if list := open(t, uitest.Officer, nil); !has(list, "13-1041.00", "closest official occupation") {
		t.Errorf("%+v", list)
	}
	if list := open(t, "13-1041.00", nil); !has(list, uitest.Officer, "without figures of its own") {
		t.Errorf("%+v", list)
	}
}

// Roles that the library does not have are left out, and an editor's reason is
// given.
func TestReasons(t *testing.T) {
	list := open(t, uitest.Unscored, func(r *nextrole.Role) {
		p := *r.Profile
		p.Related = []nextrole.Relation{{Code: "99-9999.99", Rank: 1}, {Code: uitest.Registrar, Rank: 2, Reason: "Both read charts."}}
		r.Profile, r.Related, r.Mistaken = &p, nil, nil
	})
	if len(list) != 1 || list[0].Reasons[0] != "O*NET 30.1 lists it as number 2 of its related occupations: Both read charts" {
		t.Errorf("%+v", list)
	}
}

// The editors' reasons stand beside the others, and so does what a role gets
// taken for.
func TestEdited(t *testing.T) {
	list := open(t, uitest.Registrar, func(r *nextrole.Role) {
		r.Related = []nextrole.Pointer{{Code: uitest.Informatics, Reason: "shares systems"}}
		r.Mistaken = []nextrole.Pointer{{Code: "43-4071.00", Reason: "Files only."}}
	})
	for c, want := range map[nextrole.Code]string{
		uitest.Informatics: "In the editors’ view: shares systems",
		"43-4071.00":       "Gets mixed up with this one: Files only",
	} {
		if !slices.ContainsFunc(list, func(n related.Near) bool { return n.Code == c && slices.Contains(n.Reasons, want) }) {
			t.Errorf("%s is not listed with %q", c, want)
		}
	}
}
