package store

import (
	"go.etcd.io/bbolt"

	"nextrole"
)

// Works returns the assessments that the person makes, by id.
func (l *Library) Works() ([]nextrole.Work, error) { return all[nextrole.Work](l, workBucket) }

// SetWork keeps an assessment that the person makes. A new one needs its role in
// the library; it outlasts the role.
func (l *Library) SetWork(w nextrole.Work) error {
	if err := w.Validate(); err != nil {
		return invalid("an assessment does not hold: %v", err)
	}
	key := []byte(w.ID)
	return l.update(func(tx *bbolt.Tx) error {
		if tx.Bucket([]byte(workBucket)).Get(key) == nil {
			if err := hasRole(tx, w.Now().Code); err != nil {
				return err
			}
		}
		return change(tx, workBucket, key, w)
	})
}

// DeleteWork deletes an assessment that the person makes, with its versions; one
// that is not there is no error.
func (l *Library) DeleteWork(id nextrole.SourceID) error {
	return l.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket([]byte(workBucket))
		if id == "" || b.Get([]byte(id)) == nil {
			return errSame
		}
		return b.Delete([]byte(id))
	})
}

// withWorks adds the person's assessments to the roles they are of.
func withWorks(tx *bbolt.Tx, roles []nextrole.Role) error {
	of := map[nextrole.Code][]nextrole.Assessment{}
	err := each(tx, workBucket, func(key, stored []byte) error {
		var w nextrole.Work
		if err := unseal(workBucket, key, stored, &w); err != nil {
			return err
		}
		if len(w.Revisions) == 0 {
			return damage("%s %q has no revision", workBucket, key)
		}
		of[w.Now().Code] = append(of[w.Now().Code], w.Now())
		return nil
	})
	if err != nil || len(of) == 0 {
		return err
	}
	for i := range roles {
		roles[i].Assessments = append(roles[i].Assessments, of[roles[i].Code]...)
	}
	return nil
}
