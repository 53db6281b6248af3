package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"go.etcd.io/bbolt"

	"nextrole/internal/source/starter"
)

// create makes a library at path that is either whole or not there: it is
// filled and synced under another name in the same folder and then linked,
// which fails where a file came into being meanwhile. That one is then as good
// as ours. A creation that is cut off leaves no library, only a file named
// ".library.db-….new", which nothing reads.
func create(path, digest string, set func() (starter.Set, error)) error {
	temp, err := build(path, digest, set, Salvaged{})
	if err != nil {
		return err
	}
	defer os.Remove(temp)
	if err := publish(temp, path); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// build makes a whole library under another name in the folder of path, which it
// creates as needed.
func build(path, digest string, set func() (starter.Set, error), saved Salvaged) (temp string, err error) {
	s, err := readSet(digest, set)
	if err != nil {
		return "", err
	}
	dir, name := filepath.Dir(path), filepath.Base(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(dir, "."+name+"-*.new") // with mode 0600
	if err != nil {
		return "", err
	}
	temp = f.Name()
	err = f.Close()
	if err == nil {
		err = fill(temp, s, saved)
	}
	if err != nil {
		return "", errors.Join(err, os.Remove(temp))
	}
	return temp, nil
}

func fill(path string, s starter.Set, saved Salvaged) error {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: defaultWait, NoStatistics: true})
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		for _, name := range bucketNames {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		if err := put(tx, libraryBucket, headKey, head{Schema: schema}); err != nil {
			return err
		}
		return errors.Join(replace(tx, s), saved.fill(tx))
	})
	return errors.Join(err, db.Close())
}

// publish gives a new library its name, unless there is a file of that name.
func publish(temp, path string) error {
	err := os.Link(temp, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	// Some file systems have no links. Renaming is atomic too, but would put
	// the file in the place of one that another process created meanwhile.
	if _, statErr := os.Lstat(path); statErr == nil {
		return fs.ErrExist
	}
	return os.Rename(temp, path)
}

// syncFolder makes the new name last. Systems that cannot sync a folder keep
// names safe in their own way.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil
	}
	_ = d.Sync()
	return d.Close()
}

func readSet(digest string, set func() (starter.Set, error)) (starter.Set, error) {
	s, err := set()
	if err != nil {
		return starter.Set{}, invalidStarter(err)
	}
	if s.Digest != digest {
		return starter.Set{}, invalidStarter(fmt.Errorf("its digest is %q, not %q", s.Digest, digest))
	}
	return s, nil
}

func invalidStarter(err error) error {
	e := invalid("the starter roles cannot be read: %v", err)
	e.Err = err
	return e
}
