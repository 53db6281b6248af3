package store

import (
	"bytes"
	"os"
	"slices"
)

// contents is what a library file says of itself.
type contents struct {
	head head
	txid uint64 // of bbolt's newest transaction
}

// inspect reads a file the way bbolt would, with every step checked: bbolt
// follows offsets in mapped memory unchecked, so a damaged file can end the
// process. After inspect both copies of the meta page hold, every page is
// either free or reached exactly once, elements lie within their pages in
// order of their keys, the buckets are ours, and every value matches its
// checksum. The file is only read.
func inspect(f *os.File) (contents, error) {
	info, err := f.Stat()
	if err != nil {
		return contents{}, err
	}
	if info.Size() == 0 {
		return contents{}, &Error{
			Code: Empty,
			What: "library file is empty",
			Safe: untouched,
			Do:   waitFirst + "Delete it and start NextRole again: it creates a new library.",
		}
	}
	t, err := newTree(f, info.Size())
	if err != nil {
		return contents{}, err
	}
	return t.inspect()
}

func (t *tree) inspect() (contents, error) {
	roots, err := t.buckets()
	if err != nil {
		return contents{}, err
	}
	h, err := t.head(roots)
	if err != nil {
		return contents{}, err
	}
	names := bucketsOf(h.Schema)
	for _, name := range names {
		if _, ok := roots[name]; !ok {
			return contents{}, damage("%s is missing", name)
		}
	}
	if len(roots) > len(names) {
		return contents{}, damage("it has %d parts, not %d", len(roots), len(names))
	}
	for _, name := range names {
		if name == libraryBucket {
			continue
		}
		err := t.bucket(roots[name], func(e element) error { return sealed(name, e) })
		if err != nil {
			return contents{}, err
		}
	}
	if err := t.free(); err != nil {
		return contents{}, err
	}
	return contents{head: h, txid: t.meta.txid}, nil
}

// buckets lists the buckets of the file with their stored roots.
func (t *tree) buckets() (map[string][]byte, error) {
	roots := map[string][]byte{}
	plain := 0
	err := t.walk(t.meta.root, func(e element) error {
		if e.flags != bucketFlag {
			plain++
		} else {
			roots[string(e.key)] = e.value
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	known := slices.ContainsFunc(bucketNames, func(name string) bool { _, ok := roots[name]; return ok })
	if !known {
		return nil, foreign("file is a database of another program")
	}
	if plain > 0 {
		return nil, damage("a part is no part")
	}
	return roots, nil
}

// head reads what every version of the program keeps in the same place, before
// anything that a newer one may keep otherwise.
func (t *tree) head(roots map[string][]byte) (head, error) {
	root, ok := roots[libraryBucket]
	if !ok {
		return head{}, damage("%s is missing", libraryBucket)
	}
	var stored []byte
	err := t.bucket(root, func(e element) error {
		if bytes.Equal(e.key, headKey) {
			stored = e.value
		}
		return sealed(libraryBucket, e)
	})
	if err != nil {
		return head{}, err
	}
	return openHead(stored)
}

func sealed(bucket string, e element) error {
	if e.flags != 0 {
		return damage("%s %q is no value", bucket, e.key)
	}
	return verify(bucket, e.key, e.value)
}
