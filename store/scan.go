package store

import (
	"bytes"
	"io"
	"math"
	"time"

	"nextrole"
)

// scan looks for the person's values wherever a page may begin, whatever leads
// there: bbolt writes changed pages elsewhere and leaves the old ones, so that
// most of what was saved lately is in the file more than once.
type scan struct {
	file   io.ReaderAt
	size   int64
	budget int64 // how many bytes of elements may still be looked at
	left   int64 // how many bytes may still be kept

	window []byte // the page that is looked at, and what follows
	at     int64  // where it begins

	newest uint64 // generation met
	root   *tree  // the page it was met on, which leads to all or most of it
	found  map[place]finding
}

// finding is the version of a value that was saved last, as far as that shows.
type finding struct {
	stored     []byte
	saved      time.Time // of a note, a comparison, a week or an assessment
	generation uint64    // of the page
}

const (
	longestKey = 512
	windowSize = 256 << 10
	// unnumbered is the generation of a page that does not say it. Only what
	// has grown large is kept on pages of its own.
	unnumbered = math.MaxUint64
)

// all looks at each place where a page of any size may begin.
func (s *scan) all() error {
	for at := int64(0); at+headerSize <= s.size && s.budget > 0 && s.left > 0; at += smallestPage {
		if s.window == nil || at+windowSize/2 > s.at+int64(len(s.window)) && s.at+int64(len(s.window)) < s.size {
			window := make([]byte, min(windowSize, s.size-at))
			if n, err := s.file.ReadAt(window, at); n < len(window) {
				return err
			}
			s.window, s.at = window, at
		}
		if err := s.page(at); err != nil {
			return err
		}
	}
	return nil
}

// bytes reads a stretch that lies within the file.
func (s *scan) bytes(at, n int64) ([]byte, error) {
	if at >= s.at && at+n <= s.at+int64(len(s.window)) {
		return s.window[at-s.at:][:n], nil
	}
	b := make([]byte, n)
	if read, err := s.file.ReadAt(b, at); read < len(b) {
		return nil, err
	}
	return b, nil
}

// page takes what is here for a leaf page. If its header says otherwise that may
// be the damage, but then the first element that makes no sense ends it.
func (s *scan) page(at int64) error {
	b, err := s.bytes(at, headerSize)
	if err != nil {
		return err
	}
	p := parsePage(order.Uint64(b), b)
	const fit = largestPage / elementSize
	leaf, count := p.flags == leafFlag, fit
	if leaf {
		count = min(p.count, fit)
	}
	var inline map[string][]byte
	for i := range int64(count) {
		e, ok, err := s.element(at + headerSize + i*elementSize)
		if err != nil {
			return err
		}
		if !ok && !leaf {
			break
		}
		if ok && e.flags == bucketFlag {
			if inline == nil {
				inline = map[string][]byte{}
			}
			inline[string(e.key)] = e.value
		} else if ok {
			s.value(e, unnumbered)
		}
	}
	if leaf {
		s.head(at, p.id, inline[libraryBucket])
	}
	s.inline(inline)
	return nil
}

// element reads the element whose description is here, and reports whether it
// can be one of the person's.
func (s *scan) element(at int64) (e element, ok bool, err error) {
	if s.budget -= elementSize; at+elementSize > s.size || s.budget <= 0 {
		return element{}, false, nil
	}
	b, err := s.bytes(at, elementSize)
	if err != nil {
		return element{}, false, err
	}
	flags, from := order.Uint32(b), at+int64(order.Uint32(b[4:]))
	keySize, valueSize := int64(order.Uint32(b[8:])), int64(order.Uint32(b[12:]))
	if flags > bucketFlag || from < at+elementSize || keySize == 0 || keySize > longestKey ||
		valueSize < sumSize || from+keySize+valueSize > s.size {
		return element{}, false, nil
	}
	if s.budget -= keySize + valueSize; s.budget < 0 {
		return element{}, false, nil
	}
	b, err = s.bytes(from, keySize+valueSize)
	if err != nil {
		return element{}, false, err
	}
	return element{flags: flags, key: b[:keySize:keySize], value: b[keySize:]}, true, nil
}

// head notes a page with the library's head on it: everything begins there. The
// page's number and its place tell the size of pages.
func (s *scan) head(at int64, id uint64, stored []byte) {
	generation := headIn(stored)
	if generation <= s.newest || id == 0 || uint64(at)%id != 0 {
		return
	}
	pageSize := at / int64(id)
	if pageSize < smallestPage || pageSize > largestPage || pageSize&(pageSize-1) != 0 {
		return
	}
	s.newest = generation
	s.root = &tree{
		file: s.file, pageSize: pageSize, seen: map[uint64]bool{0: true, 1: true},
		meta: meta{root: id, pages: uint64(s.size / pageSize)},
	}
}

// headIn returns the generation that a small bucket gives, 0 for one that gives
// none.
func headIn(stored []byte) (generation uint64) {
	visitSmall(stored, func(e element) { generation = max(generation, generationOf(e)) })
	return generation
}

// visitSmall visits the elements of a bucket that is stored with its page, as
// far as they make sense.
func visitSmall(stored []byte, visit func(element)) {
	if len(stored) < inlineHeader+headerSize || order.Uint64(stored) != 0 {
		return
	}
	_ = new(tree).bucket(stored, func(e element) error { visit(e); return nil }) // the rest is lost
}

// inline reads the small buckets of a page. With the library's head among them
// they are of its generation.
func (s *scan) inline(stored map[string][]byte) {
	generation := headIn(stored[libraryBucket])
	for _, name := range personalBuckets {
		visitSmall(stored[name], func(e element) { s.value(e, generation) })
	}
}

// value keeps a value if it is one of the person's, and no later one is known.
func (s *scan) value(e element, generation uint64) {
	for _, bucket := range personalBuckets {
		if verify(bucket, e.key, e.value) != nil {
			continue
		}
		at, f := place{bucket, string(e.key)}, finding{saved: savedAt(bucket, e), generation: generation}
		if before, there := s.found[at]; there && !f.after(before) {
			continue
		}
		if s.left -= int64(len(e.key) + len(e.value)); s.left < 0 {
			return
		}
		f.stored = bytes.Clone(e.value)
		s.found[at] = f
	}
}

func (f finding) after(other finding) bool {
	if !f.saved.Equal(other.saved) {
		return f.saved.After(other.saved)
	}
	return f.generation >= other.generation
}

// savedAt returns when a person saved a note, a comparison or a week, if it says
// so.
func savedAt(bucket string, e element) time.Time {
	var n nextrole.Note
	var c nextrole.Comparison
	var w nextrole.Week
	var o nextrole.Work
	switch {
	case bucket == noteBucket && unseal(bucket, e.key, e.value, &n) == nil:
		return n.Saved
	case bucket == comparisonBucket && unseal(bucket, e.key, e.value, &c) == nil:
		return c.Saved
	case bucket == weekBucket && unseal(bucket, e.key, e.value, &w) == nil:
		return w.Saved
	case bucket == workBucket && unseal(bucket, e.key, e.value, &o) == nil && len(o.Revisions) > 0:
		return o.Revisions[len(o.Revisions)-1].At
	}
	return time.Time{}
}

// complete adds what was found to what was reached. A bucket that was reached as
// a whole only gets what it has lost: what was deleted stays deleted.
func (s *scan) complete(p parts) parts {
	for at, f := range s.found {
		if _, there := p.values[at.bucket][at.key]; there || p.known[at.bucket] && !p.lost[at] {
			continue
		}
		p.values.put(at.bucket, at.key, f.stored)
		p.older = true
	}
	return p
}
