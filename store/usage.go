package store

import (
	"bytes"
	"os"

	"go.etcd.io/bbolt"

	"nextrole"
)

// Usage returns what takes how much room in the library file.
func (l *Library) Usage() (nextrole.Usage, error) {
	u := nextrole.Usage{Imported: map[nextrole.SourceID]int64{}}
	err := l.view(func(tx *bbolt.Tx) error {
		count := func(into *int64, buckets ...string) error {
			for _, name := range buckets {
				err := each(tx, name, func(key, stored []byte) error {
					*into += int64(len(key) + len(stored))
					return nil
				})
				if err != nil {
					return err
				}
			}
			return nil
		}
		if err := count(&u.Starter, referenceBuckets...); err != nil {
			return err
		}
		if err := count(&u.Personal, personalBuckets...); err != nil {
			return err
		}
		return each(tx, importedBucket, func(key, stored []byte) error {
			source, _, _ := bytes.Cut(key, []byte(between))
			u.Imported[nextrole.SourceID(source)] += int64(len(key) + len(stored))
			return nil
		})
	})
	if err != nil {
		return nextrole.Usage{}, err
	}
	info, err := os.Stat(l.path)
	if err != nil {
		return nextrole.Usage{}, unreadable(l.path, err)
	}
	u.File = info.Size()
	return u, nil
}
