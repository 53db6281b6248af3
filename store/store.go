// Package store keeps the library: roles with their figures, assessments and
// sources, and beside them what a person adds: pins, notes and settings. One
// file holds it all; that it is a bbolt database is known nowhere else.
//
// The reference data comes from a starter library and is replaced as a whole,
// in one transaction, when that changes; what a person added stays. A file that
// is damaged, cut short, empty, foreign or from a newer program is never
// written to: [Open] returns an [*Error] that says what is wrong, what is safe
// and what to do.
package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime/debug"
	"sync"
	"time"

	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"

	"nextrole/internal/source/starter"
)

// Options say how to open a library.
type Options struct {
	// ReadOnly opens an existing library as it is at that moment, also where
	// another process has it open. Nothing is ever written to the file or beside
	// it, not even to replace outdated reference data, and nobody waits for it.
	ReadOnly bool
	// Wait is how long to wait for another process to close the library, or for
	// one that saves without a pause to pause; 0 means half a second.
	Wait time.Duration
}

const defaultWait = 500 * time.Millisecond

// Library is an open library. Its methods may be called from any goroutine and
// return an [*Error].
type Library struct {
	path     string
	readOnly bool
	file     *os.File // bbolt's; for reading, while db is open
	copied   string   // the name of the copy that is read, where it has one
	metas    string   // of the original when it was copied

	mu   sync.RWMutex // held to use the database, and alone to close it
	pen  sync.Mutex   // held to write and to check
	db   *bbolt.DB    // nil once closed
	fate sync.Mutex   // guards lost
	lost error        // set once bbolt gave way: it may hold locks for ever
}

// Open opens the library at path, creating file and folders as needed. Digest
// is that of the starter library and set reads it, with the same digest: it is
// called only to create the library, or if the reference data in it has another
// digest. Nothing is written if nothing is to be replaced.
func Open(path, digest string, set func() (starter.Set, error), o Options) (*Library, error) {
	l, err := open(path, o)
	if errors.Is(err, fs.ErrNotExist) {
		if o.ReadOnly {
			return nil, &Error{
				Code: Missing,
				Path: path,
				What: "there is no library",
				Do:   "Open it once for writing to create it.",
				Err:  err,
			}
		}
		if err := create(path, digest, set); err != nil {
			return nil, explain(path, err)
		}
		l, err = open(path, o)
	}
	if err != nil {
		return nil, explain(path, err)
	}
	if err := l.renew(digest, set); err != nil {
		return nil, explain(path, errors.Join(err, l.Close()))
	}
	return l, nil
}

// open opens an existing file after inspecting it.
func open(path string, o Options) (*Library, error) {
	if o.Wait <= 0 {
		o.Wait = defaultWait
	}
	// A pipe or a device would block or answer to a mere attempt to open it.
	if info, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, err
	} else if err != nil {
		return nil, unreadable(path, err)
	} else if !info.Mode().IsRegular() {
		return nil, foreign("there is a folder or a device in place of the library")
	}
	l := &Library{path: path, readOnly: o.ReadOnly}
	var found contents
	err := l.guard(func() (err error) {
		l.db, err = bbolt.Open(path, 0o600, &bbolt.Options{
			Timeout:      o.Wait,
			ReadOnly:     o.ReadOnly,
			NoStatistics: true,
			OpenFile: func(name string, flag int, mode os.FileMode) (*os.File, error) {
				var err error
				if o.ReadOnly {
					l.file, l.copied, found, err = openSnapshot(name, o.Wait)
				} else {
					l.file, found, err = openInspected(name, flag&^os.O_CREATE, mode, o.Wait)
				}
				return l.file, err
			},
		})
		return err
	})
	if err != nil {
		return nil, errors.Join(err, l.removeCopy())
	}
	if err := l.unchanged(found); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	if o.ReadOnly {
		l.metas = metas(l.file)
	}
	return l, nil
}

func openInspected(name string, flag int, mode os.FileMode, wait time.Duration) (*os.File, contents, error) {
	f, err := os.OpenFile(name, flag, mode)
	if err != nil {
		return nil, contents{}, err
	}
	if err := lock(f, wait); err != nil {
		return nil, contents{}, errors.Join(err, f.Close())
	}
	found, err := inspect(f)
	if p := new(fs.PathError); errors.As(err, &p) {
		err = unreadable(name, err)
	}
	if err != nil {
		return nil, contents{}, errors.Join(err, f.Close())
	}
	return f, found, nil
}

// unchanged inspects the file again if another process wrote to it between its
// inspection and bbolt's lock.
func (l *Library) unchanged(found contents) error {
	var txid int
	if err := l.view(func(tx *bbolt.Tx) error { txid = tx.ID(); return nil }); err != nil {
		return err
	}
	if uint64(txid) == found.txid {
		return nil
	}
	_, err := inspect(l.file)
	return err
}

// Close closes the library. What was saved is on the disk already.
func (l *Library) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.db == nil {
		return nil
	}
	db := l.db
	l.db = nil
	if l.fallen() == nil {
		return explain(l.path, errors.Join(db.Close(), l.removeCopy()))
	}
	// A lock that bbolt still holds must not keep the program from ending.
	done := make(chan error, 1)
	go func() { done <- l.guard(db.Close) }()
	select {
	case <-done:
	case <-time.After(defaultWait):
	}
	return explain(l.path, l.removeCopy())
}

// Path returns the path the library was opened by.
func (l *Library) Path() string { return l.path }

// ReadOnly reports whether the library was opened for reading only.
func (l *Library) ReadOnly() bool { return l.readOnly }

// view reads in one transaction. Values are good only inside it.
func (l *Library) view(read func(*bbolt.Tx) error) error {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.do(func(db *bbolt.DB) error { return db.View(read) })
}

// update writes in one transaction and counts it as a generation. A write that
// changes nothing returns errSame and leaves the file as it is.
func (l *Library) update(write func(*bbolt.Tx) error) error {
	l.mu.RLock()
	defer l.mu.RUnlock()
	l.pen.Lock()
	defer l.pen.Unlock()
	err := l.do(func(db *bbolt.DB) error {
		return db.Update(func(tx *bbolt.Tx) error {
			if err := write(tx); err != nil {
				return err
			}
			return advance(tx)
		})
	})
	if errors.Is(err, errSame) {
		return nil
	}
	return err
}

var errSame = errors.New("nothing changes")

func (l *Library) do(op func(*bbolt.DB) error) error {
	if l.db == nil {
		return explain(l.path, bbolterrors.ErrDatabaseNotOpen)
	}
	if err := l.fallen(); err != nil {
		return err
	}
	err := l.guard(func() error { return op(l.db) })
	if errors.Is(err, errSame) {
		return errSame
	}
	return explain(l.path, err)
}

// guard runs what touches mapped memory. If the file shrinks or changes under
// us, reading it faults and bbolt panics: both become an error here, and the
// library answers nothing more.
func (l *Library) guard(op func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			e := damaged(l.path, errors.New("it changed while it was open"))
			e.Safe = "What was saved before may be in the file still."
			e.Err = fmt.Errorf("%v\n%s", r, debug.Stack())
			l.fate.Lock()
			l.lost = e
			l.fate.Unlock()
			err = e
		}
	}()
	return op()
}

func (l *Library) fallen() error {
	l.fate.Lock()
	defer l.fate.Unlock()
	return l.lost
}
