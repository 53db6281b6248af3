package store_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"nextrole"
	"nextrole/store"
)

// belongings are what a person has in a library.
type belongings struct {
	Notes       []nextrole.Note
	Pins        []nextrole.Code
	Settings    nextrole.Settings
	Comparisons []nextrole.Comparison
}

func belongingsOf(t testing.TB, l *store.Library) belongings {
	t.Helper()
	var b belongings
	var errs [4]error
	b.Notes, errs[0] = l.Notes()
	b.Pins, errs[1] = l.Pins()
	b.Settings, errs[2] = l.Settings()
	b.Comparisons, errs[3] = l.Comparisons()
	must(t, 0, errors.Join(errs[:]...))
	return b
}

func saved(s store.Salvaged) belongings {
	b := belongings{s.Notes, s.Pins, nextrole.Settings{}, s.Comparisons}
	if s.Settings != nil {
		b.Settings = *s.Settings
	}
	return b
}

// lived is the file of a library that a person has used for a while, the
// values it ever held, and what it holds.
type lived struct {
	file []byte
	ever map[string]bool
	last belongings
}

// use saves many things. Large is for values that fill pages of their own.
func use(t testing.TB, large bool) lived {
	t.Helper()
	path := filepath.Join(t.TempDir(), "l.db")
	l := mustOpen(t, path, sample("v1", 12))
	ever := map[string]bool{}
	at := time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)
	code := func(i int) nextrole.Code { return nextrole.Code(fmt.Sprintf("29-%04d.00", i%12)) }
	for i := range 40 {
		n := nextrole.Note{Code: code(i * 5), Text: fmt.Sprintf("note %d", i), Saved: at.Add(time.Duration(i) * time.Minute)}
		if large && i%3 == 0 {
			n.Text += strings.Repeat(" and more", 700)
		}
		if !large {
			n.Code = code(i % 3)
		}
		pins := []nextrole.Code{code(i), code(i + 1)}
		settings := nextrole.Settings{Welcomed: true, Query: fmt.Sprint("query ", i)}
		c := nextrole.Comparison{Name: fmt.Sprint("Mine ", i%2), Roles: pins, Saved: n.Saved}
		for _, v := range []any{n, pins, settings, c} {
			ever[fmt.Sprint(v)] = true
		}
		must(t, 0, errors.Join(l.SetNote(n), l.SetPins(pins), l.SetSettings(settings), l.SetComparison(c)))
	}
	must(t, 0, l.SetNote(nextrole.Note{Code: code(5)})) // deleted
	must(t, 0, l.SetNote(nextrole.Note{Code: code(1)}))
	last := belongingsOf(t, l)
	mustClose(t, l)
	b, err := os.ReadFile(path)
	return lived{must(t, b, err), ever, last}
}

// salvage salvages a damaged file and checks that nothing comes back that was
// never there, and that what is said to be all and new is. It reports that.
func (u lived) salvage(t *testing.T, damaged []byte, name string) (s store.Salvaged, all bool) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "l.db")
	must(t, 0, os.WriteFile(path, damaged, 0o600))
	before := snapshot(t, path)
	s, err := store.Salvage(path)
	must(t, s, err)
	unchanged(t, path, before)
	for _, n := range s.Notes {
		if !u.ever[fmt.Sprint(n)] {
			t.Errorf("%s: a note that never was: %.60v", name, n)
		}
	}
	for _, c := range s.Comparisons {
		if !u.ever[fmt.Sprint(c)] {
			t.Errorf("%s: a comparison that never was: %v", name, c)
		}
	}
	if s.Pins != nil && !u.ever[fmt.Sprint(s.Pins)] || s.Settings != nil && !u.ever[fmt.Sprint(*s.Settings)] {
		t.Errorf("%s: pins %v and settings %v", name, s.Pins, s.Settings)
	}
	diff := cmp.Diff(u.last, saved(s), cmpopts.EquateEmpty())
	if !s.Older && !s.Partial && diff != "" {
		t.Errorf("%s: said to be all and new (-want +got):\n%s", name, diff)
	}
	return s, diff == ""
}

func eachUse(t *testing.T, test func(t *testing.T, u lived)) {
	for name, large := range map[string]bool{"small": false, "large": true} {
		t.Run(name, func(t *testing.T) { test(t, use(t, large)) })
	}
}

func TestSalvageOfAWholeLibrary(t *testing.T) {
	eachUse(t, func(t *testing.T, u lived) {
		if s, all := u.salvage(t, u.file, "whole"); !all || s.Older || s.Partial || s.Empty() {
			t.Errorf("%+v", s)
		}
	})
}

// A flipped bit costs at most the value that it is in.
func TestSalvageOfFlippedBits(t *testing.T) {
	eachUse(t, func(t *testing.T, u lived) {
		random := rand.New(rand.NewPCG(1, 2))
		whole, tries := 0, 0
		for at := 0; at < len(u.file); at += 1 + random.IntN(400) {
			damaged := bytes.Clone(u.file)
			damaged[at] ^= byte(1 << random.IntN(8))
			s, all := u.salvage(t, damaged, fmt.Sprint("byte ", at))
			if missing := len(u.last.Notes) - len(s.Notes); missing > 1 {
				t.Errorf("byte %d: %d notes are missing", at, missing)
			}
			tries++
			if all {
				whole++
			}
		}
		t.Logf("everything in %d of %d", whole, tries)
		if whole < tries*4/5 {
			t.Error("that is too seldom")
		}
	})
}

// A page that is lost costs at most what is on it.
func TestSalvageOfLostPages(t *testing.T) {
	eachUse(t, func(t *testing.T, u lived) {
		page := os.Getpagesize()
		some := 0
		for at := 0; at < len(u.file); at += page {
			damaged := bytes.Clone(u.file)
			clear(damaged[at : at+page])
			s, _ := u.salvage(t, damaged, fmt.Sprint("page ", at/page))
			if s.Empty() {
				t.Errorf("without page %d nothing is left", at/page)
			}
			if len(s.Notes) >= len(u.last.Notes) {
				some++
			}
		}
		t.Logf("as many notes without %d of %d pages", some, len(u.file)/page)
	})
}

func TestSalvageOfWhatIsCutShort(t *testing.T) {
	eachUse(t, func(t *testing.T, u lived) {
		found := 0
		for size := 0; size < len(u.file); size += os.Getpagesize() / 2 {
			if s, _ := u.salvage(t, u.file[:size], fmt.Sprint(size, " bytes")); !s.Empty() {
				found++
			}
		}
		if found == 0 {
			t.Error("nothing is ever found")
		}
	})
}

// Without the newest meta page, or both, what was saved last is found all the
// same; only without both may there have been something newer.
func TestSalvageWithoutMetaPages(t *testing.T) {
	eachUse(t, func(t *testing.T, u lived) {
		page := os.Getpagesize()
		newest := 0
		if txid := func(i int) uint64 { return binary.NativeEndian.Uint64(u.file[i*page+16+48:]) }; txid(1) > txid(0) {
			newest = 1
		}
		for _, test := range []struct {
			name  string
			pages []int
			older bool
		}{
			{"newest", []int{newest}, false},
			{"older", []int{1 - newest}, false},
			{"both", []int{0, 1}, true},
		} {
			damaged := bytes.Clone(u.file)
			for _, p := range test.pages {
				clear(damaged[p*page : (p+1)*page])
			}
			if s, all := u.salvage(t, damaged, test.name); !all || s.Older != test.older {
				t.Errorf("without the %s: all %v, older %v", test.name, all, s.Older)
			}
		}
	})
}

func TestNothingToSalvage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	if _, err := store.Salvage(path); code(err) != store.Unreadable {
		t.Errorf("no file: %v", err)
	}
	if _, err := store.Salvage(filepath.Dir(path)); code(err) != store.Foreign {
		t.Errorf("a folder: %v", err)
	}
	for name, content := range map[string][]byte{
		"empty": nil, "text": bytes.Repeat([]byte("hello, library\n"), 5000), "other": database(t, "note"), "new": newFile(t),
	} {
		must(t, 0, os.WriteFile(path, content, 0o600))
		if s, err := store.Salvage(path); err != nil || !s.Empty() {
			t.Errorf("%s: %+v, %v", name, s, err)
		}
	}
}

func newFile(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "l.db")
	mustClose(t, mustOpen(t, path, sample("v1", 2)))
	b, err := os.ReadFile(path)
	return must(t, b, err)
}

func FuzzSalvage(f *testing.F) {
	for _, large := range []bool{false, true} {
		whole := use(f, large).file
		f.Add(whole)
		f.Add(whole[:len(whole)/2])
		f.Add(whole[5*os.Getpagesize():])
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "l.db")
		must(t, 0, os.WriteFile(path, b, 0o600))
		s, err := store.Salvage(path)
		if must(t, s, err); s.Empty() {
			return
		}
		// What is saved makes a library.
		other := filepath.Join(t.TempDir(), "l.db")
		must(t, 0, s.Write(other, "v1", reads(sample("v1", 1))))
		mustClose(t, mustOpen(t, other, sample("v1", 1)))
	})
}
