package store

import (
	"cmp"
	"io"
	"maps"
	"os"
	"slices"

	"go.etcd.io/bbolt"

	"nextrole"
)

// Salvaged is what can be read of a person's in a library that cannot be opened.
type Salvaged struct {
	Notes       []nextrole.Note // by code
	Pins        []nextrole.Code
	Settings    *nextrole.Settings    // nil where none can be read
	Comparisons []nextrole.Comparison // by name
	Weeks       []nextrole.Week       // by role and name
	Works       []nextrole.Work       // by id

	// Older says that some of it was found without what leads to it: it may have
	// been changed or deleted since.
	Older bool
	// Partial says that there was more, or may have been, that cannot be read.
	Partial bool

	values values // as they were stored
}

// values are stored values by their buckets and keys.
type values map[string]map[string][]byte

func (v values) put(bucket, key string, stored []byte) {
	if v[bucket] == nil {
		v[bucket] = map[string][]byte{}
	}
	v[bucket][key] = stored
}

// Empty reports whether there is nothing to save.
func (s Salvaged) Empty() bool {
	return len(s.Notes) == 0 && len(s.Pins) == 0 && s.Settings == nil && len(s.Comparisons) == 0 && len(s.Weeks) == 0 && len(s.Works) == 0
}

// most is how much of a file is read, in bytes. The largest library has a third
// of that, and a file that is none should not keep anybody waiting.
const most = 1 << 30

// Salvage reads what can be saved of the person's from a library that is damaged
// or cut short. The file is read piece by piece and never opened as a database.
// A value counts only if its checksum says that it was stored so, under that
// name. The error says why the file cannot be read at all.
func Salvage(path string) (Salvaged, error) {
	if info, err := os.Stat(path); err != nil {
		return Salvaged{}, unreadable(path, err)
	} else if !info.Mode().IsRegular() {
		return Salvaged{}, explain(path, foreign("there is a folder or a device in place of the library"))
	}
	f, err := os.Open(path)
	if err != nil {
		return Salvaged{}, unreadable(path, err)
	}
	defer f.Close()
	return salvage(f)
}

func salvage(f *os.File) (Salvaged, error) {
	info, err := f.Stat()
	if err != nil {
		return Salvaged{}, unreadable(f.Name(), err)
	}
	size := min(info.Size(), most)
	reached, metas := newestTree(f, size)
	if metas == 2 && reached.whole() {
		return reached.salvaged(), nil
	}
	s := scan{file: f, size: size, budget: 8*size + most/16, left: most / 4, found: map[place]finding{}}
	if err := s.all(); err != nil {
		return Salvaged{}, unreadable(f.Name(), err)
	}
	// One meta page is always of the last change, the other of the one before.
	// Without both, a page may show that there was a later change.
	if s.root != nil && metas < 2 && s.newest > reached.generation {
		reached = s.root.parts(false)
		reached.older = metas == 0
	}
	return s.complete(reached).salvaged(), nil
}

// parts is what a library holds of the person's, bucket by bucket.
type parts struct {
	generation uint64
	values     values
	known      map[string]bool // buckets that are as they were, but for the lost
	lost       map[place]bool  // values that are there and cannot be read
	older      bool
}

// place is where a value is kept.
type place struct{ bucket, key string }

func (p parts) whole() bool { return p.reached() && len(p.lost) == 0 }

// reached reports whether each bucket was reached as a whole.
func (p parts) reached() bool {
	return !slices.ContainsFunc(personalBuckets, func(name string) bool { return !p.known[name] })
}

// newestTree reads what the newest meta page that holds leads to, and returns how
// many hold.
func newestTree(file io.ReaderAt, size int64) (p parts, metas int) {
	all := trees(file, size)
	if len(all) == 0 {
		return newParts(), 0
	}
	return all[0].parts(true), len(all)
}

func newParts() parts {
	return parts{values: values{}, known: map[string]bool{}, lost: map[place]bool{}}
}

// trees returns a tree for each meta page that holds, the newest first.
func trees(file io.ReaderAt, size int64) []*tree {
	var all []*tree
	for pageSize := int64(smallestPage); pageSize <= largestPage; pageSize *= 2 {
		for i := range 2 {
			t := &tree{file: file, pageSize: pageSize, seen: map[uint64]bool{0: true, 1: true}}
			m, err := t.readMeta(i)
			if err != nil {
				continue
			}
			t.meta = m
			t.meta.pages = min(m.pages, uint64(size/pageSize)) // what is cut off leads nowhere
			all = append(all, t)
		}
	}
	slices.SortStableFunc(all, func(a, b *tree) int { return cmp.Compare(b.meta.txid, a.meta.txid) })
	return all[:min(len(all), 2)]
}

// parts reads what the tree leads to, as far as it does. Only of a root it is
// certain that a bucket that is not there never was.
func (t *tree) parts(root bool) parts {
	p := newParts()
	roots := map[string][]byte{}
	err := t.walk(t.meta.root, func(e element) error {
		if e.flags == bucketFlag {
			roots[string(e.key)] = e.value
		}
		return nil
	})
	p.generation = headIn(roots[libraryBucket])
	for _, name := range personalBuckets {
		stored, ok := roots[name]
		if !ok {
			p.known[name] = root && err == nil // an older layout
			continue
		}
		p.known[name] = t.bucket(stored, func(e element) error { p.take(name, e); return nil }) == nil
	}
	return p
}

// take keeps a value, or that it is lost.
func (p parts) take(bucket string, e element) {
	if sealed(bucket, e) == nil {
		p.values.put(bucket, string(e.key), e.value)
		return
	}
	p.lost[place{bucket, string(e.key)}] = true
}

// generationOf returns the generation if the element is a library's head.
func generationOf(e element) uint64 {
	var h head
	if string(e.key) != string(headKey) || unseal(libraryBucket, e.key, e.value, &h) != nil {
		return 0
	}
	return h.Generation
}

// salvaged decodes what was found. A value that has its checksum but makes no
// sense is lost.
func (p parts) salvaged() Salvaged {
	s := Salvaged{Older: p.older, Partial: !p.reached(), values: p.values}
	for at := range p.lost {
		_, found := p.values[at.bucket][at.key]
		s.Partial = s.Partial || !found
	}
	drop := func(bucket, key string) {
		delete(p.values[bucket], key)
		s.Partial = true
	}
	for _, key := range slices.Sorted(maps.Keys(p.values[noteBucket])) {
		var n nextrole.Note
		if unseal(noteBucket, []byte(key), p.values[noteBucket][key], &n) != nil || string(n.Code) != key {
			drop(noteBucket, key)
			continue
		}
		s.Notes = append(s.Notes, n)
	}
	for _, key := range slices.Sorted(maps.Keys(p.values[comparisonBucket])) {
		var c nextrole.Comparison
		if unseal(comparisonBucket, []byte(key), p.values[comparisonBucket][key], &c) != nil || c.Name != key {
			drop(comparisonBucket, key)
			continue
		}
		s.Comparisons = append(s.Comparisons, c)
	}
	for _, key := range slices.Sorted(maps.Keys(p.values[weekBucket])) {
		var w nextrole.Week
		if unseal(weekBucket, []byte(key), p.values[weekBucket][key], &w) != nil || string(weekKey(w)) != key {
			drop(weekBucket, key)
			continue
		}
		s.Weeks = append(s.Weeks, w)
	}
	for _, key := range slices.Sorted(maps.Keys(p.values[workBucket])) {
		var w nextrole.Work
		if unseal(workBucket, []byte(key), p.values[workBucket][key], &w) != nil || string(w.ID) != key || len(w.Revisions) == 0 {
			drop(workBucket, key)
			continue
		}
		s.Works = append(s.Works, w)
	}
	if stored, ok := p.values[personBucket][string(pinsKey)]; ok && unseal(personBucket, pinsKey, stored, &s.Pins) != nil {
		s.Pins = nil
		drop(personBucket, string(pinsKey))
	}
	if stored, ok := p.values[personBucket][string(settingsKey)]; ok {
		s.Settings = new(nextrole.Settings)
		if unseal(personBucket, settingsKey, stored, s.Settings) != nil {
			s.Settings = nil
			drop(personBucket, string(settingsKey))
		}
	}
	return s
}

// fill puts what was saved into a new library, as it was stored.
func (s Salvaged) fill(tx *bbolt.Tx) error {
	for _, name := range personalBuckets {
		for _, key := range slices.Sorted(maps.Keys(s.values[name])) {
			if err := tx.Bucket([]byte(name)).Put([]byte(key), s.values[name][key]); err != nil {
				return err
			}
		}
	}
	return nil
}
