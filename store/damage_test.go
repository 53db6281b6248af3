package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.etcd.io/bbolt"

	"nextrole"
	"nextrole/store"
)

// refused opens what is no good library and checks that it is left alone and
// that the error helps.
func refused(t testing.TB, path string, want ...store.Code) {
	t.Helper()
	before := snapshot(t, path)
	for _, o := range []store.Options{{}, {ReadOnly: true}} {
		_, err := store.Open(path, "v1", isNotToBeRead, o)
		var e *store.Error
		if !errors.As(err, &e) {
			t.Fatalf("opened with %v", err)
		}
		if !strings.Contains(fmt.Sprint(want), string(e.Code)) {
			t.Errorf("%s (%v), not %v", e.Code, e, want)
		}
		if e.What == "" || e.Safe == "" || e.Do == "" || e.Path != path || strings.Contains(e.Error(), "\n") {
			t.Errorf("an error that does not help: %+v", e)
		}
		unchanged(t, path, before)
	}
}

func TestFilesThatAreNoLibrary(t *testing.T) {
	for name, test := range map[string]struct {
		bytes []byte
		want  store.Code
	}{
		"empty":                          {nil, store.Empty},
		"one byte":                       {[]byte{0}, store.Foreign},
		"JPEG":                           {append([]byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), make([]byte, 9000)...), store.Foreign},
		"text":                           {bytes.Repeat([]byte("hello, library\n"), 5000), store.Foreign},
		"zeros":                          {make([]byte, 1<<16), store.Foreign},
		"SQLite":                         {append([]byte("SQLite format 3\x00"), make([]byte, 8176)...), store.Foreign},
		"other DB":                       {database(t, "accounts"), store.Foreign},
		"no bucket":                      {database(t), store.Foreign},
		"one of ours, but not the first": {database(t, "note"), store.Damaged},
		"ours, but nothing in it":        {database(t, "library"), store.Damaged},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "l.db")
			must(t, 0, os.WriteFile(path, test.bytes, 0o600))
			refused(t, path, test.want)
		})
	}
}

// database returns a bbolt file with these buckets, a value and a bucket in each.
func database(t testing.TB, buckets ...string) []byte {
	path := filepath.Join(t.TempDir(), "other.db")
	db, err := bbolt.Open(path, 0o600, nil)
	must(t, db, err)
	must(t, 0, db.Update(func(tx *bbolt.Tx) error {
		for _, name := range buckets {
			b, err := tx.CreateBucket([]byte(name))
			must(t, b, err)
			must(t, 0, b.Put([]byte("key"), []byte("value")))
		}
		return nil
	}))
	must(t, 0, db.Close())
	b, err := os.ReadFile(path)
	return must(t, b, err)
}

func TestNewerLibrary(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	mustClose(t, mustOpen(t, path, sample("v1", 2)))
	db, err := bbolt.Open(path, 0o600, nil)
	must(t, db, err)
	must(t, 0, db.Update(func(tx *bbolt.Tx) error {
		// A newer one may keep other things under other names.
		must(t, 0, tx.DeleteBucket([]byte("figures")))
		b, err := tx.CreateBucket([]byte("plans"))
		must(t, b, err)
		return tx.Bucket([]byte("library")).Put([]byte("nextrole"), store.SealHead(store.Schema+1, ""))
	}))
	must(t, 0, db.Close())
	refused(t, path, store.Newer)
}

func TestValueUnderAnothersKey(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	mustClose(t, mustOpen(t, path, sample("v1", 3)))
	db, err := bbolt.Open(path, 0o600, nil)
	must(t, db, err)
	must(t, 0, db.Update(func(tx *bbolt.Tx) error {
		b := tx.Bucket([]byte("figures"))
		return b.Put([]byte("29-0002.00"), bytes.Clone(b.Get([]byte("29-0001.00"))))
	}))
	must(t, 0, db.Close())
	refused(t, path, store.Damaged)
}

// grown returns the bytes of a library with branches, overflow pages, free pages
// and both small and large buckets, with what is in it.
func grown(t testing.TB) ([]byte, content) {
	path := filepath.Join(t.TempDir(), "l.db")
	mustClose(t, mustOpen(t, path, sample("v0", 25)))
	l := mustOpen(t, path, sample("v1", 12))
	must(t, 0, l.SetNote(nextrole.Note{Code: "29-0001.00", Text: strings.Repeat("a long note ", 900)}))
	must(t, 0, l.SetPins([]nextrole.Code{"29-0001.00", "29-0005.00"}))
	must(t, 0, l.SetComparison(nextrole.Comparison{Name: "Two", Roles: []nextrole.Code{"29-0001.00", "29-0005.00"}}))
	must(t, 0, l.SetSettings(nextrole.Settings{Welcomed: true, Query: "registrar"}))
	c := read(t, l)
	mustClose(t, l)
	b, err := os.ReadFile(path)
	return must(t, b, err), c
}

type content struct {
	Roles    []nextrole.Role
	Sources  map[nextrole.SourceID]nextrole.Source
	Pins     []nextrole.Code
	Note     nextrole.Note
	Settings nextrole.Settings

	Comparisons []nextrole.Comparison
	Credentials []nextrole.Credential
	Curriculum  []nextrole.Framework
}

func read(t testing.TB, l *store.Library) content {
	t.Helper()
	var c content
	var errs [8]error
	c.Roles, errs[0] = l.Roles()
	c.Sources, errs[1] = l.Sources()
	c.Pins, errs[2] = l.Pins()
	c.Note, _, errs[3] = l.Note("29-0001.00")
	c.Settings, errs[4] = l.Settings()
	c.Comparisons, errs[5] = l.Comparisons()
	c.Credentials, errs[6] = l.Credentials()
	c.Curriculum, errs[7] = l.Curriculum()
	must(t, 0, errors.Join(errs[:]...))
	return c
}

// TestTruncated cuts the file at every page, and around each.
func TestTruncated(t *testing.T) {
	whole, want := grown(t)
	path := filepath.Join(t.TempDir(), "l.db")
	refusals := 0
	for at := 0; at < len(whole); at += os.Getpagesize() {
		for _, size := range []int{at - 1, at, at + 1, at + 100} {
			if size < 0 {
				continue
			}
			must(t, 0, os.WriteFile(path, whole[:size], 0o600))
			l, err := store.Open(path, "v1", isNotToBeRead, store.Options{})
			if err == nil {
				if diff := cmp.Diff(want, read(t, l)); diff != "" {
					t.Fatalf("%d of %d bytes (-want +got):\n%s", size, len(whole), diff)
				}
				mustClose(t, l)
				continue
			}
			refusals++
			refused(t, path, store.Truncated, store.Empty, store.Foreign, store.Damaged)
		}
	}
	if refusals == 0 {
		t.Error("nothing was refused")
	}
}

// TestFlipped flips bits everywhere that matters and many elsewhere: a library
// is refused, or holds what it held and can be written to.
func TestFlipped(t *testing.T) {
	whole, want := grown(t)
	page := os.Getpagesize()
	path := filepath.Join(t.TempDir(), "l.db")
	random := rand.New(rand.NewPCG(1, 2))
	refusals, opened := 0, 0
	for at := range whole {
		if within := at % page; within > 64 && random.IntN(200) > 0 {
			continue
		}
		damaged := bytes.Clone(whole)
		damaged[at] ^= byte(1 << random.IntN(8))
		if try(t, path, damaged, want, fmt.Sprintf("byte %d", at), opened%64 == 0) {
			opened++
		} else {
			refusals++
		}
	}
	t.Logf("%d refused, %d opened unharmed", refusals, opened)
	if refusals == 0 || opened == 0 {
		t.Error("the flips missed what matters, or what does not")
	}
}

// TestScrambled overwrites stretches with noise, zeros and other pages.
func TestScrambled(t *testing.T) {
	whole, want := grown(t)
	page := os.Getpagesize()
	path := filepath.Join(t.TempDir(), "l.db")
	random := rand.New(rand.NewPCG(3, 4))
	for i := range 400 {
		damaged := bytes.Clone(whole)
		at := random.IntN(len(whole)/page) * page
		switch i % 4 {
		case 0:
			clear(damaged[at : at+page])
		case 1:
			copy(damaged[at:at+page], whole[random.IntN(len(whole)/page)*page:])
		case 2:
			for k := range 8 {
				damaged[at+8+k] = byte(random.Uint32())
			}
		default:
			start := random.IntN(len(whole))
			for k := start; k < min(start+random.IntN(300), len(whole)); k++ {
				damaged[k] = byte(random.Uint32())
			}
		}
		try(t, path, damaged, want, fmt.Sprintf("scramble %d", i), i%8 < 4)
	}
}

// try opens a damaged library and reports whether it opened; if so, it is whole
// and, where asked for, can be written to.
func try(t *testing.T, path string, damaged []byte, want content, name string, write bool) bool {
	t.Helper()
	must(t, 0, os.WriteFile(path, damaged, 0o600))
	l, err := store.Open(path, "v1", isNotToBeRead, store.Options{})
	if err != nil {
		if code(err) == "" || code(err) == store.Unwritable {
			t.Fatalf("%s: %v", name, err)
		}
		if b, err := os.ReadFile(path); err != nil || !bytes.Equal(b, damaged) {
			t.Fatalf("%s: the refused file was changed", name)
		}
		return false
	}
	if got := read(t, l); !reflect.DeepEqual(want, got) { // much quicker than cmp
		t.Fatalf("%s (-want +got):\n%s", name, cmp.Diff(want, got))
	}
	if write {
		must(t, 0, errors.Join(l.SetPins(nil), l.SetNote(nextrole.Note{Code: "29-0001.00"})))
	}
	mustClose(t, l)
	return true
}

// TestChangedWhileOpen damages the file under an open library: each call is
// answered, and closing ends.
func TestChangedWhileOpen(t *testing.T) {
	for name, harm := range map[string]func(path string) error{
		"cut to nothing":    func(path string) error { return os.Truncate(path, 0) },
		"cut in the middle": func(path string) error { return os.Truncate(path, int64(3*os.Getpagesize())) },
		"overwritten": func(path string) error {
			f, err := os.OpenFile(path, os.O_RDWR, 0)
			if err != nil {
				return err
			}
			_, err = f.WriteAt(bytes.Repeat([]byte{0xA5}, 1<<15), 0)
			return errors.Join(err, f.Close())
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "l.db")
			l, err := store.Open(path, "v1", reads(sample("v1", 40)), store.Options{})
			must(t, l, err)
			must(t, 0, harm(path))
			if _, err := l.Roles(); code(err) != store.Damaged {
				t.Errorf("roles: %v", err)
			}
			if err := l.SetNote(nextrole.Note{Code: "29-0001.00", Text: "x"}); code(err) != store.Damaged {
				t.Errorf("set note: %v", err)
			}
			if err := l.Check(); code(err) != store.Damaged {
				t.Errorf("check: %v", err)
			}
			if err := l.Close(); err != nil {
				t.Errorf("close: %v", err)
			}
		})
	}
}

func TestWritingFindsTheDamage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	l, err := store.Open(path, "v1", reads(sample("v1", 40)), store.Options{})
	must(t, l, err)
	must(t, 0, os.Truncate(path, 0))
	if err := l.SetNote(nextrole.Note{Code: "29-0001.00", Text: "x"}); code(err) != store.Damaged {
		t.Errorf("set note: %v", err)
	}
	must(t, 0, l.Close())
}

func TestCheckFindsWhatLeadsNowhere(t *testing.T) {
	set := sample("v1", 2)
	set.Roles[1].Tasks[0].Source = "gone"
	l, err := store.Open(filepath.Join(t.TempDir(), "l.db"), "v1", reads(set), store.Options{})
	must(t, l, err)
	if err := l.Check(); code(err) != store.Damaged || !strings.Contains(err.Error(), `"gone"`) {
		t.Errorf("check: %v", err)
	}
	must(t, 0, l.Close())
}

func FuzzOpen(f *testing.F) {
	small := filepath.Join(f.TempDir(), "small.db")
	mustClose(f, mustOpen(f, small, sample("v1", 1)))
	whole, err := os.ReadFile(small)
	f.Add(must(f, whole, err))
	f.Add(whole[:5*os.Getpagesize()])
	f.Add(database(f, "accounts"))
	f.Add([]byte("not a library"))
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "l.db")
		must(t, 0, os.WriteFile(path, b, 0o600))
		l, err := store.Open(path, "v1", isNotToBeRead, store.Options{Wait: time.Millisecond})
		if err != nil {
			if after, readErr := os.ReadFile(path); readErr != nil || !bytes.Equal(after, b) {
				t.Errorf("refused (%v), but changed", err)
			}
			return
		}
		mustClose(t, l)
	})
}
