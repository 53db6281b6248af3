package store_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"

	"nextrole"
	"nextrole/internal/source/starter"
	"nextrole/store"
)

// first turns a library into one of the first version, which had no profiles,
// credentials and comparisons.
func first(t testing.TB, path, digest string) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, nil)
	must(t, db, err)
	must(t, 0, db.Update(func(tx *bbolt.Tx) error {
		for _, name := range []string{"profile", "credential", "comparison"} {
			must(t, 0, tx.DeleteBucket([]byte(name)))
		}
		return tx.Bucket([]byte("library")).Put([]byte("nextrole"), store.SealHead(1, digest))
	}))
	must(t, 0, db.Close())
}

// bare returns a starter library as the first version could keep it.
func bare(version string, n int) starter.Set {
	set := sample(version, n)
	set.Credentials = nil
	for i := range set.Roles {
		set.Roles[i].Profile = nil
	}
	return set
}

func TestMigrateFromTheFirstVersion(t *testing.T) {
	for name, next := range map[string]starter.Set{"same starter": bare("v1", 6), "newer starter": sample("v2", 9)} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "l.db")
			l := mustOpen(t, path, bare("v1", 6))
			note := nextrole.Note{Code: "29-0001.00", Text: "call the registry"}
			must(t, 0, l.SetNote(note))
			must(t, 0, l.SetPins([]nextrole.Code{"29-0001.00"}))
			mustClose(t, l)
			first(t, path, "v1")

			before := look(t, path)
			old, err := store.Open(path, "v1", isNotToBeRead, store.Options{ReadOnly: true})
			must(t, old, err)
			if kept, err := old.Comparisons(); err != nil || kept != nil {
				t.Errorf("comparisons %v, %v", kept, err)
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
			if len(c.Pins) != 1 || len(c.Roles) != len(next.Roles) || len(c.Credentials) != len(next.Credentials) {
				t.Errorf("%d pins, %d roles, %d credentials", len(c.Pins), len(c.Roles), len(c.Credentials))
			}
			must(t, 0, l.SetComparison(nextrole.Comparison{Name: "N", Roles: []nextrole.Code{"29-0001.00", "29-0002.00"}}))
			mustClose(t, l)
			before = look(t, path)
			mustClose(t, mustOpen(t, path, next))
			unchanged(t, path, before)
		})
	}
}
