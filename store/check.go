package store

import (
	"bytes"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"

	"nextrole"
)

// Check reads everything and returns every defect, joined, or nil: the
// structure of the file, by our reading and by bbolt's own, the checksum and
// form of each value, and that each source and role that is named is there.
// Nothing is written.
func (l *Library) Check() error {
	l.mu.RLock()
	defer l.mu.RUnlock()
	l.pen.Lock()
	defer l.pen.Unlock()
	return l.do(func(db *bbolt.DB) error {
		// bbolt's check walks the pages in a goroutine of its own, where a
		// fault ends the process: it may see only what holds together.
		if _, err := inspect(l.file); err != nil {
			return err
		}
		return db.View(func(tx *bbolt.Tx) error {
			var defects []error
			for err := range tx.Check() {
				defects = append(defects, err)
			}
			if len(defects) > 0 {
				return defective(defects)
			}
			return checkReferences(tx)
		})
	})
}

func defective(defects []error) error {
	switch more := len(defects) - 1; {
	case more < 0:
		return nil
	case more == 0:
		return damage("%v", defects[0])
	default:
		return errors.Join(damage("%v, and %d more", defects[0], more), errors.Join(defects[1:]...))
	}
}

// checkReferences decodes every value and follows what it names. Pins and notes
// may name roles that a newer starter library left out.
func checkReferences(tx *bbolt.Tx) error {
	var defects []error
	source := func(code nextrole.Code, id nextrole.SourceID) {
		if id != "" && tx.Bucket([]byte(sourceBucket)).Get([]byte(id)) == nil {
			defects = append(defects, fmt.Errorf("%s names the source %q, which is not there", code, id))
		}
	}
	each := func(bucket string, check func(key, stored []byte) error) {
		_ = each(tx, bucket, func(key, stored []byte) error {
			if err := check(key, stored); err != nil {
				defects = append(defects, err)
			}
			return nil
		})
	}
	each(sourceBucket, func(key, stored []byte) error {
		return unseal(sourceBucket, key, stored, new(nextrole.Source))
	})
	each(occupationBucket, func(key, stored []byte) error {
		r, err := readRole(tx, key, stored)
		for _, id := range sourcesOf(r) {
			source(r.Code, id)
		}
		if err == nil && string(r.Code) != string(key) {
			err = fmt.Errorf("%s is kept as %q", r.Code, key)
		}
		return err
	})
	for _, bucket := range []string{figuresBucket, assessmentsBucket, profileBucket} {
		each(bucket, func(key, _ []byte) error {
			if hasRole(tx, nextrole.Code(key)) != nil {
				return fmt.Errorf("%s are there for %q, which is not", bucket, key)
			}
			return nil
		})
	}
	each(credentialBucket, func(key, stored []byte) error {
		var c nextrole.Credential
		err := unseal(credentialBucket, key, stored, &c)
		for _, n := range c.Clauses() {
			if n.Clause != nil {
				source(nextrole.Code(c.ID), n.Clause.Source)
			}
		}
		return err
	})
	each(curriculumBucket, func(key, stored []byte) error {
		var f nextrole.Framework
		err := unseal(curriculumBucket, key, stored, &f)
		source(nextrole.Code(f.ID), f.Source)
		return err
	})
	each(importBucket, func(key, stored []byte) error {
		return unseal(importBucket, key, stored, new(nextrole.Import))
	})
	each(importedBucket, func(key, stored []byte) error { return checkImported(tx, key, stored) })
	each(comparisonBucket, func(key, stored []byte) error {
		return unseal(comparisonBucket, key, stored, new(nextrole.Comparison))
	})
	each(workBucket, func(key, stored []byte) error {
		var w nextrole.Work
		err := unseal(workBucket, key, stored, &w)
		if err == nil && len(w.Revisions) == 0 {
			err = damage("%s %q has no revision", workBucket, key)
		}
		return err
	})
	each(weekBucket, func(key, stored []byte) error {
		return unseal(weekBucket, key, stored, new(nextrole.Week))
	})
	each(noteBucket, func(key, stored []byte) error {
		return unseal(noteBucket, key, stored, new(nextrole.Note))
	})
	if _, err := get(tx, personBucket, pinsKey, new([]nextrole.Code)); err != nil {
		defects = append(defects, err)
	}
	if _, err := get(tx, personBucket, settingsKey, new(nextrole.Settings)); err != nil {
		defects = append(defects, err)
	}
	return defective(defects)
}

func sourcesOf(r nextrole.Role) []nextrole.SourceID {
	var ids []nextrole.SourceID
	for _, t := range r.Tasks {
		ids = append(ids, t.Source)
	}
	for _, f := range []*nextrole.Fact{r.Education, r.Experience, r.Training, r.JobZone, r.Exposure} {
		if f != nil {
			ids = append(ids, f.Source)
		}
	}
	for _, f := range r.Figures {
		ids = append(ids, f.Source)
	}
	for _, a := range r.Assessments {
		ids = append(ids, a.Source)
	}
	if r.Profile != nil {
		ids = append(ids, r.Profile.Source)
	}
	for _, n := range r.Clauses() {
		ids = append(ids, n.Clause.Source)
	}
	for _, l := range r.Listings() {
		if l.Listing != nil {
			ids = append(ids, l.Listing.Source)
		}
	}
	return ids
}

// checkImported decodes an imported value, and requires its source.
func checkImported(tx *bbolt.Tx, key, stored []byte) error {
	words := bytes.SplitN(key, []byte(between), 3)
	if len(words) != 3 || tx.Bucket([]byte(importBucket)).Get(words[0]) == nil {
		return fmt.Errorf("%q is imported, and nothing says from what", key)
	}
	if len(words[2]) == 0 {
		return unseal(importedBucket, key, stored, new([]nextrole.Term))
	}
	return unseal(importedBucket, key, stored, new(record))
}
