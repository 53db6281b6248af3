package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"time"

	bbolterrors "go.etcd.io/bbolt/errors"
)

// A library that is opened for reading only is a copy of the file as it was at
// one moment. The file itself is only read, and without a lock: whoever has it
// open, or wants to, never waits for a reader. The copy has no name where the
// system allows that, so that it is gone with its reader however that ends.

// copyPause is how long to let a writer go on before copying again.
const copyPause = time.Millisecond

// openSnapshot copies the library at path into a private file and inspects it.
// Remove is the name to remove in the end, empty where that is done already.
func openSnapshot(path string, wait time.Duration) (f *os.File, remove string, found contents, err error) {
	original, err := os.Open(path)
	if err != nil {
		if !errors.Is(err, fs.ErrNotExist) {
			err = unreadable(path, err)
		}
		return nil, "", contents{}, err
	}
	defer original.Close()
	f, err = os.CreateTemp("", "nextrole-*.db") // with mode 0600
	if err != nil {
		return nil, "", contents{}, noCopy(err)
	}
	if os.Remove(f.Name()) != nil {
		remove = f.Name()
	}
	if found, err = copyWhole(f, original, wait); err != nil {
		err = errors.Join(err, f.Close())
		if remove != "" {
			err = errors.Join(err, os.Remove(remove))
		}
		return nil, "", contents{}, err
	}
	return f, remove, found, nil
}

// copyWhole copies again as long as the original is saved to meanwhile.
func copyWhole(f, original *os.File, wait time.Duration) (contents, error) {
	for deadline := time.Now().Add(wait); ; time.Sleep(copyPause) {
		before := metas(original)
		found, err := copyOnce(f, original)
		// A writer spares the pages of the newest meta page that is written:
		// while that stays, all that it leads to does.
		if before == metas(original) {
			return found, err
		}
		if time.Now().After(deadline) {
			return contents{}, bbolterrors.ErrTimeout
		}
	}
}

// copyOnce copies what belongs to the library and inspects the copy.
func copyOnce(f, original *os.File) (contents, error) {
	info, err := original.Stat()
	if err != nil {
		return contents{}, unreadable(original.Name(), err)
	}
	t, err := newTree(original, info.Size())
	if err != nil {
		if _, why := inspect(original); why != nil { // which has more words for a file that is no library
			err = why
		}
		return contents{}, placed(original, err)
	}
	size := int64(t.meta.pages) * t.pageSize
	if err := f.Truncate(0); err != nil {
		return contents{}, noCopy(err)
	}
	from := io.NewSectionReader(original, 0, size)
	if _, err := io.Copy(io.NewOffsetWriter(f, 0), from); err != nil {
		if failed := new(fs.PathError); errors.As(err, &failed) && failed.Path == original.Name() {
			return contents{}, placed(original, err)
		}
		return contents{}, noCopy(err)
	}
	return inspect(f)
}

// placed says of what the system reports that it is about reading the library.
func placed(original *os.File, err error) error {
	if failed := new(fs.PathError); errors.As(err, &failed) {
		return unreadable(original.Name(), err)
	}
	return err
}

// metas returns both meta pages as they are, or what can be read of them.
func metas(file io.ReaderAt) string {
	first := make([]byte, headerSize+metaSize)
	n, _ := file.ReadAt(first, 0)
	size := int64(order.Uint32(first[headerSize+8:]))
	if size < smallestPage || size > largestPage {
		return string(first[:n])
	}
	second := make([]byte, headerSize+metaSize)
	m, _ := file.ReadAt(second, size)
	return string(first[:n]) + string(second[:m])
}

func noCopy(err error) error {
	return &Error{
		Code: Unwritable,
		What: "there is no place for a copy to read from (" + reason(err) + ")",
		Safe: untouched,
		Do:   "Check that the disk has room, and that the folder for temporary files can be written to.",
		Err:  errors.New(err.Error()), // that a folder is missing is not that the library is
	}
}

// removeCopy removes what a library opened for reading only was read from, where
// that could not be done at once.
func (l *Library) removeCopy() error {
	if l.copied == "" {
		return nil
	}
	return os.Remove(l.copied)
}

// Stale reports whether the library was saved to since this one was opened for
// reading only. One that is open for writing is never stale.
func (l *Library) Stale() (bool, error) {
	if !l.readOnly {
		return false, nil
	}
	f, err := os.Open(l.path)
	if err != nil {
		return false, unreadable(l.path, err)
	}
	defer f.Close()
	return metas(f) != l.metas, nil
}
