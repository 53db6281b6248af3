package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"go.etcd.io/bbolt"

	"nextrole/store"
)

var day = time.Date(2026, 11, 25, 23, 30, 0, 0, time.UTC)

// damage flips a bit in the reference data of a library.
func damage(t *testing.T, file []byte) []byte {
	t.Helper()
	damaged := bytes.Clone(file)
	at := bytes.LastIndex(damaged, []byte("carefully"))
	if at < 0 {
		t.Fatal("the library does not have what is to be damaged")
	}
	for ; at >= 0; at = bytes.LastIndex(damaged, []byte("carefully")) {
		damaged[at] ^= 4
	}
	return damaged
}

func TestRescue(t *testing.T) {
	u := use(t, true)
	dir := t.TempDir()
	path := filepath.Join(dir, "my library.db")
	damaged := damage(t, u.file)
	for i, want := range []string{"my library.damaged-2026-11-25.db", "my library.damaged-2026-11-25-2.db", "my library.damaged-2026-11-25-3.db"} {
		must(t, 0, os.WriteFile(path, damaged, 0o600))
		refused(t, path, store.Damaged)
		aside, s, err := store.Rescue(path, "v2", reads(sample("v2", 12)), day)
		must(t, 0, err)
		if filepath.Base(aside) != want || s.Older || s.Partial {
			t.Errorf("set aside as %s; %+v", aside, s)
		}
		if kept, err := os.ReadFile(aside); err != nil || !bytes.Equal(kept, damaged) {
			t.Errorf("what was set aside is not what was damaged (%v)", err)
		}
		l, err := store.Open(path, "v2", isNotToBeRead, store.Options{})
		if diff := cmp.Diff(u.last, belongingsOf(t, must(t, l, err)), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("rescued (-want +got):\n%s", diff)
		}
		mustClose(t, l)
		if entries, err := os.ReadDir(dir); len(must(t, entries, err)) != i+2 {
			t.Errorf("left over: %v", entries)
		}
	}
}

// What begins like a library and holds nothing of a person's becomes a new one.
func TestRescueOfNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library")
	must(t, 0, os.WriteFile(path, nil, 0o600))
	aside, s, err := store.Rescue(path, "v1", reads(sample("v1", 2)), day)
	if must(t, aside, err) != path+".damaged-2026-11-25" || !s.Empty() {
		t.Errorf("set aside as %s; %+v", aside, s)
	}
	mustOpen(t, path, sample("v1", 2))
}

// A file that has lost what says that it is a library is one by what is in it.
func TestRescueOfWhatLostItsMark(t *testing.T) {
	u := use(t, false)
	clear(u.file[:2*os.Getpagesize()])
	path := filepath.Join(t.TempDir(), "l.db")
	must(t, 0, os.WriteFile(path, u.file, 0o600))
	refused(t, path, store.Foreign)
	_, s, err := store.Rescue(path, "v1", reads(sample("v1", 12)), day)
	if must(t, s, err); !s.Older || s.Partial {
		t.Errorf("%+v", s)
	}
	if diff := cmp.Diff(u.last, belongingsOf(t, mustOpen(t, path, sample("v1", 12))), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("rescued (-want +got):\n%s", diff)
	}
}

// A rescue that is cut off after any step has lost nothing, and can be done
// again.
func TestRescueCutOff(t *testing.T) {
	u := use(t, false)
	damaged := damage(t, u.file)
	for after := range 6 {
		dir := t.TempDir()
		path := filepath.Join(dir, "library.db")
		must(t, 0, os.WriteFile(path, damaged, 0o600))
		steps, die := store.RescueSteps(path, "v1", reads(sample("v1", 12)), day)
		if after > len(steps) {
			t.Fatalf("%d steps", len(steps))
		}
		for _, step := range steps[:after] {
			must(t, 0, step())
		}
		if after > 0 {
			die()
		}
		there, err := os.ReadFile(path)
		if after < len(steps) {
			if !bytes.Equal(must(t, there, err), damaged) {
				t.Fatalf("after %d steps the damaged file is not in its place", after)
			}
			_, _, err := store.Rescue(path, "v1", reads(sample("v1", 12)), day)
			must(t, 0, err)
		}
		if diff := cmp.Diff(u.last, belongingsOf(t, mustOpen(t, path, sample("v1", 12))), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("after %d steps (-want +got):\n%s", after, diff)
		}
		asides, err := filepath.Glob(filepath.Join(dir, "library.damaged-*"))
		if len(must(t, asides, err)) == 0 {
			t.Fatalf("after %d steps the damaged file is lost", after)
		}
		for _, aside := range asides {
			if kept, err := os.ReadFile(aside); err != nil || !bytes.Equal(kept, damaged) {
				t.Errorf("after %d steps %s is not what was damaged (%v)", after, aside, err)
			}
		}
	}
}

func TestNoRescue(t *testing.T) {
	whole := use(t, false).file
	newer := filepath.Join(t.TempDir(), "newer.db")
	must(t, 0, os.WriteFile(newer, whole, 0o600))
	db, err := bbolt.Open(newer, 0o600, nil)
	must(t, 0, err)
	must(t, 0, db.Update(func(tx *bbolt.Tx) error {
		return tx.Bucket([]byte("library")).Put([]byte("nextrole"), store.SealHead(99, "v9"))
	}))
	must(t, 0, db.Close())
	ofNewer, err := os.ReadFile(newer)
	must(t, 0, err)
	for name, test := range map[string]struct {
		file []byte
		want store.Code
	}{
		"whole":   {whole, store.Invalid},
		"newer":   {ofNewer, store.Newer},
		"foreign": {[]byte(strings.Repeat("Dear diary,\n", 2000)), store.Foreign},
		"other":   {database(t, "accounts"), store.Foreign},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "l.db")
			must(t, 0, os.WriteFile(path, test.file, 0o600))
			before := snapshot(t, path)
			if _, _, err := store.Rescue(path, "v1", reads(sample("v1", 1)), day); code(err) != test.want {
				t.Errorf("%v, not %s", err, test.want)
			}
			unchanged(t, path, before)
			if entries, err := os.ReadDir(filepath.Dir(path)); len(must(t, entries, err)) != 1 {
				t.Errorf("left over: %v", entries)
			}
		})
	}
	if _, _, err := store.Rescue(filepath.Join(t.TempDir(), "l.db"), "v1", isNotToBeRead, day); code(err) != store.Unreadable {
		t.Errorf("no file: %v", err)
	}
}

// A library that somebody has open is not taken away from them, however
// damaged.
func TestNoRescueOfWhatIsOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	l, err := store.Open(path, "v1", reads(sample("v1", 12)), store.Options{})
	must(t, 0, err)
	file, err := os.ReadFile(path)
	must(t, 0, os.WriteFile(path, damage(t, must(t, file, err)), 0o600))
	if _, _, err := store.Rescue(path, "v1", isNotToBeRead, day); code(err) != store.Locked {
		t.Errorf("%v", err)
	}
	must(t, 0, l.Close())
}

// What was saved never takes the place of another file.
func TestWriteOverNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "new", "l.db")
	if err := (store.Salvaged{}).Write(path, "v1", reads(sample("v1", 1))); err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, path)
	if err := (store.Salvaged{}).Write(path, "v1", reads(sample("v1", 1))); code(err) != store.Invalid {
		t.Errorf("%v", err)
	}
	unchanged(t, path, before)
	if entries, err := os.ReadDir(filepath.Dir(path)); len(must(t, entries, err)) != 1 {
		t.Errorf("left over: %v", entries)
	}
}
