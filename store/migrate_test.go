package store_test

import (
	"fmt"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"

	"nextrole"
	"nextrole/internal/source/starter"
	"nextrole/store"
)

// lacking names the buckets that each older version had not.
var lacking = map[uint64][]string{
	1: {"profile", "credential", "comparison", "curriculum", "import", "imported", "week", "work"},
	2: {"curriculum", "import", "imported", "week", "work"},
	3: {"import", "imported", "week", "work"},
	4: {"week", "work"},
}

// age turns a library into one of an older version.
func age(t testing.TB, path string, version uint64, digest string) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, nil)
	must(t, db, err)
	must(t, 0, db.Update(func(tx *bbolt.Tx) error {
		for _, name := range lacking[version] {
			must(t, 0, tx.DeleteBucket([]byte(name)))
		}
		return tx.Bucket([]byte("library")).Put([]byte("nextrole"), store.SealHead(version, digest))
	}))
	must(t, 0, db.Close())
}

// bare returns a starter library as every version can keep it.
func bare(version string, n int) starter.Set {
	set := sample(version, n)
	set.Credentials, set.Curriculum = nil, nil
	for i := range set.Roles {
		set.Roles[i].Profile = nil
	}
	return set
}

func TestMigrateFromOlderVersions(t *testing.T) {
	for version := range lacking {
		for name, next := range map[string]starter.Set{"same starter": bare("v1", 6), "newer starter": sample("v2", 9)} {
			t.Run(fmt.Sprintf("%d, %s", version, name), func(t *testing.T) { migrates(t, version, next) })
		}
	}
}

func migrates(t *testing.T, version uint64, next starter.Set) {
	path := filepath.Join(t.TempDir(), "l.db")
	l := mustOpen(t, path, bare("v1", 6))
	note := nextrole.Note{Code: "29-0001.00", Text: "call the registry"}
	must(t, 0, l.SetNote(note))
	must(t, 0, l.SetPins([]nextrole.Code{"29-0001.00"}))
	mustClose(t, l)
	age(t, path, version, "v1")

	before := look(t, path)
	old, err := store.Open(path, "v1", isNotToBeRead, store.Options{ReadOnly: true})
	must(t, old, err)
	if kept, err := old.Comparisons(); err != nil || kept != nil {
		t.Errorf("comparisons %v, %v", kept, err)
	}
	if weeks, err := old.Weeks(); err != nil || weeks != nil {
		t.Errorf("weeks %v, %v", weeks, err)
	}
	if roles, err := old.Roles(); err != nil || len(roles) != 6 {
		t.Errorf("%d roles, %v", len(roles), err)
	}
	mustClose(t, old)
	unchanged(t, path, before)

	l = mustOpen(t, path, next)
	c := read(t, l)
	if diff := cmp.Diff(note, c.Note); diff != "" {
		t.Errorf("note (-want +got):\n%s", diff)
	}
	if len(c.Pins) != 1 || len(c.Roles) != len(next.Roles) || len(c.Credentials) != len(next.Credentials) || len(c.Curriculum) != len(next.Curriculum) {
		t.Errorf("%d pins, %d roles, %d credentials, %d curricula", len(c.Pins), len(c.Roles), len(c.Credentials), len(c.Curriculum))
	}
	must(t, 0, l.SetWeek(nextrole.Week{Code: "29-0001.00", Base: "s1", Hours: 40, Tasks: []nextrole.WeekTask{{AssessedTask: nextrole.AssessedTask{Name: "T", Share: 10000, Score: 3, Label: nextrole.Augmented}}}}))
	must(t, 0, l.SetComparison(nextrole.Comparison{Name: "N", Roles: []nextrole.Code{"29-0001.00", "29-0002.00"}}))
	mustClose(t, l)
	before = look(t, path)
	mustClose(t, mustOpen(t, path, next))
	unchanged(t, path, before)
}
