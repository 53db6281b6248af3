package store

import (
	"bytes"
	"encoding/binary"
	"hash/fnv"
	"io"
)

// The layout of a bbolt file, version 2: numbers in the machine's byte order, a
// page header of id, flags, count and overflow, then 16 bytes per element.
const (
	magic         = 0xED0CDAED
	formatVersion = 2

	headerSize   = 16
	elementSize  = 16
	metaSize     = 64
	metaSumAt    = 56
	inlineHeader = 16 // root page and sequence before an inline bucket's page

	branchFlag   = 0x01
	leafFlag     = 0x02
	metaFlag     = 0x04
	freelistFlag = 0x10
	bucketFlag   = 0x01 // of a leaf's element

	manyFree = 0xFFFF // then the count is the freelist's first number

	smallestPage = 1 << 10
	largestPage  = 1 << 16
	deepest      = 64 // more levels than a tree of the largest file has
)

var order = binary.NativeEndian

// tree reads the pages of a bbolt file and remembers which it has seen.
type tree struct {
	file     io.ReaderAt
	pageSize int64
	meta     meta
	seen     map[uint64]bool
}

type meta struct {
	root, freelist, pages, txid uint64
}

// page is a page with its overflow pages.
type page struct {
	id    uint64
	flags uint16
	count int
	data  []byte
}

// element is a key with a value, or in a branch with a page.
type element struct {
	flags      uint32
	key, value []byte
	child      uint64
}

// newTree reads both meta pages and compares the file's size with them.
func newTree(file io.ReaderAt, size int64) (*tree, error) {
	pageSize, err := findPageSize(file, size)
	if err != nil {
		return nil, err
	}
	t := &tree{file: file, pageSize: pageSize, seen: map[uint64]bool{0: true, 1: true}}
	if size < 2*pageSize {
		return nil, truncated(size, 4*pageSize)
	}
	var metas [2]meta
	for i := range metas {
		if metas[i], err = t.readMeta(i); err != nil {
			return nil, err
		}
	}
	t.meta = metas[0]
	if metas[1].txid > metas[0].txid {
		t.meta = metas[1]
	}
	if t.meta.pages > uint64(size/pageSize) {
		return nil, truncated(size, int64(min(t.meta.pages, 1<<40))*pageSize)
	}
	return t, nil
}

// findPageSize returns what the first meta page gives as the size of a page.
// A file without bbolt's mark is some other file.
func findPageSize(file io.ReaderAt, size int64) (int64, error) {
	b := make([]byte, headerSize+metaSize)
	if n, err := file.ReadAt(b, 0); n < len(b) && err != io.EOF {
		return 0, err
	}
	if order.Uint32(b[headerSize:]) != magic {
		if markedLater(file) {
			return 0, damage("page 0 has lost its mark")
		}
		return 0, foreign("file is no NextRole library")
	}
	if size < int64(len(b)) {
		return 0, truncated(size, 4*smallestPage)
	}
	pageSize := int64(order.Uint32(b[headerSize+8:]))
	if pageSize < smallestPage || pageSize > largestPage || pageSize&(pageSize-1) != 0 {
		return 0, damage("pages of %d bytes", pageSize)
	}
	return pageSize, nil
}

// markedLater reports whether the mark stands where a second meta page may be.
func markedLater(file io.ReaderAt) bool {
	for at := int64(smallestPage); at <= largestPage; at *= 2 {
		b := make([]byte, 4)
		if _, err := file.ReadAt(b, at+headerSize); err == nil && order.Uint32(b) == magic {
			return true
		}
	}
	return false
}

func (t *tree) readMeta(i int) (meta, error) {
	b := make([]byte, headerSize+metaSize)
	if _, err := t.file.ReadAt(b, int64(i)*t.pageSize); err != nil {
		return meta{}, err
	}
	m := b[headerSize:]
	sum := fnv.New64a()
	sum.Write(m[:metaSumAt])
	switch {
	case order.Uint64(b) != uint64(i) || order.Uint16(b[8:]) != metaFlag:
		return meta{}, damage("page %d is no meta page", i)
	case order.Uint32(m) != magic || order.Uint32(m[4:]) != formatVersion:
		return meta{}, damage("meta page %d has lost its mark", i)
	case sum.Sum64() != order.Uint64(m[metaSumAt:]):
		return meta{}, damage("meta page %d is not what was saved", i)
	case int64(order.Uint32(m[8:])) != t.pageSize:
		return meta{}, damage("the meta pages disagree")
	}
	return meta{
		root:     order.Uint64(m[16:]),
		freelist: order.Uint64(m[32:]),
		pages:    order.Uint64(m[40:]),
		txid:     order.Uint64(m[48:]),
	}, nil
}

// page reads a page that nothing has led to before.
func (t *tree) page(id uint64) (page, error) {
	if id >= t.meta.pages {
		return page{}, damage("page %d lies beyond the end", id)
	}
	b := make([]byte, t.pageSize)
	if _, err := t.file.ReadAt(b, int64(id)*t.pageSize); err != nil {
		return page{}, err
	}
	overflow := uint64(order.Uint32(b[12:]))
	if order.Uint64(b) != id || overflow >= t.meta.pages-id {
		return page{}, damage("page %d has a wrong header", id)
	}
	for i := id; i <= id+overflow; i++ {
		if t.seen[i] {
			return page{}, damage("page %d is used twice", i)
		}
		t.seen[i] = true
	}
	if overflow > 0 {
		rest := make([]byte, int64(overflow)*t.pageSize)
		if _, err := t.file.ReadAt(rest, int64(id+1)*t.pageSize); err != nil {
			return page{}, err
		}
		b = append(b, rest...)
	}
	return parsePage(id, b), nil
}

func parsePage(id uint64, b []byte) page {
	return page{id: id, flags: order.Uint16(b[8:]), count: int(order.Uint16(b[10:])), data: b}
}

// walk visits the elements of the leaves below a page in order.
func (t *tree) walk(root uint64, visit func(element) error) error {
	w := walk{tree: t, visit: visit}
	return w.page(root, nil, 0)
}

// bucket visits the elements of a bucket, given what is stored of it: the page
// it starts on, or for a small bucket the page itself.
func (t *tree) bucket(stored []byte, visit func(element) error) error {
	if len(stored) < inlineHeader {
		return damage("a part has no start")
	}
	if root := order.Uint64(stored); root != 0 {
		return t.walk(root, visit)
	}
	if len(stored) < inlineHeader+headerSize {
		return damage("a small part is cut short")
	}
	p := parsePage(0, stored[inlineHeader:])
	if p.flags != leafFlag {
		return damage("a small part is no leaf")
	}
	w := walk{tree: t, visit: visit}
	if err := w.leaf(p, nil); err != nil {
		return err
	}
	if w.end != len(p.data) {
		return damage("a small part has lost elements")
	}
	return nil
}

// walk is one pass over a tree of pages.
type walk struct {
	tree  *tree
	visit func(element) error
	last  []byte // the latest key passed
	end   int    // of the latest leaf's last element
}

func (w *walk) page(id uint64, least []byte, depth int) error {
	p, err := w.tree.page(id)
	if err != nil {
		return err
	}
	switch {
	case depth > deepest:
		return damage("page %d lies too deep", id)
	case p.count == 0 && id == w.tree.meta.root:
		return foreign("file is an empty database")
	case p.count == 0:
		return damage("page %d has lost its elements", id) // bbolt keeps what is empty inline
	case p.flags == leafFlag:
		return w.leaf(p, least)
	case p.flags == branchFlag:
		return w.branch(p, least, depth)
	}
	return damage("page %d is neither branch nor leaf", id)
}

func (w *walk) branch(p page, least []byte, depth int) error {
	at := p.first()
	for i := range p.count {
		e, err := p.branchElement(i, &at)
		if err != nil {
			return err
		}
		if err := w.pass(p, e.key, least); err != nil {
			return err
		}
		// The page's first key may be the branch's key itself.
		w.last = nil
		if err := w.page(e.child, e.key, depth+1); err != nil {
			return err
		}
		least = nil
	}
	return nil
}

func (w *walk) leaf(p page, least []byte) error {
	w.end = p.first()
	for i := range p.count {
		e, err := p.leafElement(i, &w.end)
		if err != nil {
			return err
		}
		if err := w.pass(p, e.key, least); err != nil {
			return err
		}
		if err := w.visit(e); err != nil {
			return err
		}
	}
	return nil
}

// pass checks that keys rise strictly and do not fall below the branch's key.
func (w *walk) pass(p page, key, least []byte) error {
	if w.last != nil && bytes.Compare(key, w.last) <= 0 || bytes.Compare(key, least) < 0 {
		return damage("page %d lists keys out of order", p.id)
	}
	w.last = key
	return nil
}

// first returns where a page's first key starts: after its elements.
func (p page) first() int { return headerSize + p.count*elementSize }

// leafElement returns element i and moves start from its key to the next one.
func (p page) leafElement(i int, start *int) (element, error) {
	b, err := p.head(i)
	if err != nil {
		return element{}, err
	}
	flags, keySize := order.Uint32(b), int64(order.Uint32(b[8:]))
	if flags != 0 && flags != bucketFlag {
		return element{}, damage("page %d has an element of unknown kind", p.id)
	}
	data, err := p.span(i, order.Uint32(b[4:]), keySize, int64(order.Uint32(b[12:])), start)
	if err != nil {
		return element{}, err
	}
	return element{flags: flags, key: data[:keySize:keySize], value: data[keySize:]}, nil
}

// branchElement is like leafElement.
func (p page) branchElement(i int, start *int) (element, error) {
	b, err := p.head(i)
	if err != nil {
		return element{}, err
	}
	key, err := p.span(i, order.Uint32(b), int64(order.Uint32(b[4:])), 0, start)
	return element{key: key, child: order.Uint64(b[8:])}, err
}

func (p page) head(i int) ([]byte, error) {
	at := headerSize + i*elementSize
	if at+elementSize > len(p.data) {
		return nil, damage("page %d has too many elements", p.id)
	}
	return p.data[at:], nil
}

// span returns the key and value of element i. bbolt writes them without gaps
// and in order, so that a wrong count of elements shows in where they start.
func (p page) span(i int, position uint32, keySize, valueSize int64, start *int) ([]byte, error) {
	from := int64(headerSize+i*elementSize) + int64(position)
	to := from + keySize + valueSize
	if keySize == 0 || from != int64(*start) || to > int64(len(p.data)) {
		return nil, damage("page %d has an element out of place", p.id)
	}
	*start = int(to)
	return p.data[from:to:to], nil
}

// free reads the list of free pages, and checks that with it all pages are
// accounted for.
func (t *tree) free() error {
	p, err := t.page(t.meta.freelist)
	if err != nil {
		return err
	}
	if p.flags != freelistFlag {
		return damage("page %d is not the list of free pages", p.id)
	}
	ids, count := p.data[headerSize:], uint64(p.count)
	if count == manyFree {
		count, ids = order.Uint64(ids), ids[8:]
	}
	if count > uint64(len(ids)/8) {
		return damage("the list of free pages is cut short")
	}
	for i := range count {
		id := order.Uint64(ids[8*i:])
		if id >= t.meta.pages || t.seen[id] {
			return damage("page %d is free and is not", id)
		}
		t.seen[id] = true
	}
	if uint64(len(t.seen)) != t.meta.pages {
		return damage("%d of %d pages are lost", t.meta.pages-uint64(len(t.seen)), t.meta.pages)
	}
	return nil
}
