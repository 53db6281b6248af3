package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"go.etcd.io/bbolt"

	"nextrole"
	"nextrole/internal/source/starter"
)

// The buckets. The first says what the file is; the next seven are reference
// data, replaced as a whole; the next three are the person's, and the last two
// what a person imported.
const (
	libraryBucket     = "library"
	sourceBucket      = "source"
	occupationBucket  = "occupation"
	figuresBucket     = "figures"
	assessmentsBucket = "assessments"
	profileBucket     = "profile"
	credentialBucket  = "credential"
	curriculumBucket  = "curriculum"
	personBucket      = "person"
	noteBucket        = "note"
	comparisonBucket  = "comparison"
	weekBucket        = "week"
	workBucket        = "work"
	importBucket      = "import"
	importedBucket    = "imported"
)

var (
	referenceBuckets = []string{sourceBucket, occupationBucket, figuresBucket, assessmentsBucket, profileBucket, credentialBucket, curriculumBucket}
	personalBuckets  = []string{personBucket, noteBucket, comparisonBucket, weekBucket, workBucket}
	importBuckets    = []string{importBucket, importedBucket}
	bucketNames      = slices.Concat([]string{libraryBucket}, personalBuckets, referenceBuckets, importBuckets)
	headKey          = []byte("nextrole")
)

// schema is the version of this layout. The head stays readable in all.
const schema = 5

// since is the version that brought a bucket, for those that came later.
var since = map[string]uint64{profileBucket: 2, credentialBucket: 2, comparisonBucket: 2, curriculumBucket: 3, importBucket: 4, importedBucket: 4, weekBucket: 5, workBucket: 5}

// bucketsOf lists the buckets that a library of a version has.
func bucketsOf(version uint64) []string {
	return slices.DeleteFunc(slices.Clone(bucketNames), func(name string) bool { return since[name] > version })
}

// migrate brings a library to this version. Nothing of an older one moves: it
// only lacks buckets.
func migrate(tx *bbolt.Tx, h head) error {
	for _, name := range bucketNames {
		if _, err := tx.CreateBucketIfNotExists([]byte(name)); err != nil {
			return err
		}
	}
	h.Schema = schema
	return put(tx, libraryBucket, headKey, h)
}

// head says what the file is.
type head struct {
	Schema     uint64
	Generation uint64 // counts the transactions that changed anything
	Digest     string // of the starter library the reference data is from
}

func openHead(stored []byte) (head, error) {
	var h head
	if err := unseal(libraryBucket, headKey, stored, &h); err != nil {
		return head{}, err
	}
	switch {
	case h.Schema > schema:
		return head{}, &Error{
			Code: Newer,
			What: "library was saved by a newer NextRole",
			Safe: untouched,
			Do:   "Open it with the newer version, or name another file with --library.",
		}
	case h.Schema < 1:
		return head{}, damage("it has no version")
	}
	return h, nil
}

func readHead(tx *bbolt.Tx) (head, error) {
	return openHead(tx.Bucket([]byte(libraryBucket)).Get(headKey))
}

// advance counts a generation.
func advance(tx *bbolt.Tx) error {
	h, err := readHead(tx)
	if err != nil {
		return err
	}
	h.Generation++
	return put(tx, libraryBucket, headKey, h)
}

// Generation returns how many transactions have changed the library.
func (l *Library) Generation() (uint64, error) {
	var h head
	err := l.view(func(tx *bbolt.Tx) (err error) {
		h, err = readHead(tx)
		return err
	})
	return h.Generation, err
}

// renew brings an older library to this version, and replaces the reference data
// if it is not from the starter library with this digest.
func (l *Library) renew(digest string, set func() (starter.Set, error)) error {
	if l.readOnly {
		return nil
	}
	var h head
	err := l.view(func(tx *bbolt.Tx) (err error) {
		h, err = readHead(tx)
		return err
	})
	if err != nil || h.Digest == digest && h.Schema == schema {
		return err
	}
	if h.Digest == digest {
		return l.update(func(tx *bbolt.Tx) error { return migrate(tx, h) })
	}
	s, err := readSet(digest, set)
	if err != nil {
		return explain(l.path, err)
	}
	return l.update(func(tx *bbolt.Tx) error {
		if err := migrate(tx, h); err != nil {
			return err
		}
		return replace(tx, s)
	})
}

// replace puts the set in the place of all reference data. Keys go in sorted,
// which is what bbolt is quick at.
func replace(tx *bbolt.Tx, s starter.Set) error {
	for _, name := range referenceBuckets {
		if err := tx.DeleteBucket([]byte(name)); err != nil {
			return err
		}
		if _, err := tx.CreateBucket([]byte(name)); err != nil {
			return err
		}
	}
	sources := slices.SortedFunc(slices.Values(s.Sources), func(a, b nextrole.Source) int { return cmp.Compare(a.ID, b.ID) })
	for _, source := range sources {
		if err := put(tx, sourceBucket, []byte(source.ID), source); err != nil {
			return err
		}
	}
	roles := slices.SortedFunc(slices.Values(s.Roles), func(a, b nextrole.Role) int { return cmp.Compare(a.Code, b.Code) })
	for _, r := range roles {
		if err := putRole(tx, r); err != nil {
			return err
		}
	}
	if err := putList(tx, credentialBucket, s.Credentials); err != nil {
		return err
	}
	if err := putList(tx, curriculumBucket, s.Curriculum); err != nil {
		return err
	}
	h, err := readHead(tx)
	if err != nil {
		return err
	}
	h.Digest = s.Digest
	return put(tx, libraryBucket, headKey, h)
}

func putRole(tx *bbolt.Tx, r nextrole.Role) error {
	key := []byte(r.Code)
	if err := put(tx, occupationBucket, key, r.Occupation); err != nil {
		return err
	}
	if len(r.Figures) > 0 {
		if err := put(tx, figuresBucket, key, r.Figures); err != nil {
			return err
		}
	}
	if len(r.Assessments) > 0 {
		if err := put(tx, assessmentsBucket, key, r.Assessments); err != nil {
			return err
		}
	}
	if r.Profile != nil {
		return put(tx, profileBucket, key, r.Profile)
	}
	return nil
}

// putList stores a list in its order.
func putList[T any](tx *bbolt.Tx, bucket string, list []T) error {
	for i, v := range list {
		if err := put(tx, bucket, numbered(i), v); err != nil {
			return err
		}
	}
	return nil
}

// numbered is the key of what keeps the order in which it was listed.
func numbered(i int) []byte { return binary.BigEndian.AppendUint32(nil, uint32(i)) }

// put stores v under key.
func put(tx *bbolt.Tx, bucket string, key []byte, v any) error {
	stored, err := seal(bucket, key, v)
	if err != nil {
		return err
	}
	return tx.Bucket([]byte(bucket)).Put(key, stored)
}

// change is [put], but returns errSame where that is stored already.
func change(tx *bbolt.Tx, bucket string, key []byte, v any) error {
	stored, err := seal(bucket, key, v)
	if err != nil {
		return err
	}
	b := tx.Bucket([]byte(bucket))
	if bytes.Equal(b.Get(key), stored) {
		return errSame
	}
	return b.Put(key, stored)
}

// get reads what is stored under key into v and reports whether anything is. A
// library of an older version, open for reading, may lack the bucket.
func get(tx *bbolt.Tx, bucket string, key []byte, v any) (bool, error) {
	b := tx.Bucket([]byte(bucket))
	if b == nil {
		return false, nil
	}
	stored := b.Get(key)
	if stored == nil {
		return false, nil
	}
	return true, unseal(bucket, key, stored, v)
}

// each visits what is stored in a bucket in the order of the keys.
func each(tx *bbolt.Tx, bucket string, visit func(key, stored []byte) error) error {
	b := tx.Bucket([]byte(bucket))
	if b == nil {
		return nil
	}
	return b.ForEach(visit)
}

// all reads the values of a bucket in the order of their keys.
func all[T any](l *Library, bucket string) ([]T, error) {
	var list []T
	err := l.view(func(tx *bbolt.Tx) error {
		return each(tx, bucket, func(key, stored []byte) error {
			var v T
			err := unseal(bucket, key, stored, &v)
			list = append(list, v)
			return err
		})
	})
	if err != nil {
		return nil, err
	}
	return list, nil
}

// Sources returns all sources by their ids.
func (l *Library) Sources() (map[nextrole.SourceID]nextrole.Source, error) {
	list, err := all[nextrole.Source](l, sourceBucket)
	if err != nil {
		return nil, err
	}
	imports, err := l.Imports()
	if err != nil {
		return nil, err
	}
	works, err := l.Works()
	if err != nil {
		return nil, err
	}
	sources := map[nextrole.SourceID]nextrole.Source{}
	for _, s := range list {
		sources[s.ID] = s
	}
	for _, i := range imports {
		sources[i.Source.ID] = i.Source
	}
	for _, w := range works {
		sources[w.ID] = w.Source()
	}
	return sources, nil
}

// Credentials returns the credentials of the field as the starter library
// lists them.
func (l *Library) Credentials() ([]nextrole.Credential, error) {
	return all[nextrole.Credential](l, credentialBucket)
}

// Curriculum returns the frameworks that classes work by, as the starter
// library lists them.
func (l *Library) Curriculum() ([]nextrole.Framework, error) {
	return all[nextrole.Framework](l, curriculumBucket)
}

// Roles returns all roles as lists need them, by family as [nextrole.Families]
// lists them and then by title. Of what was imported they have titles, national
// figures and assessments; [Library.Role] has all.
func (l *Library) Roles() ([]nextrole.Role, error) {
	var roles []nextrole.Role
	err := l.view(func(tx *bbolt.Tx) error {
		err := each(tx, occupationBucket, func(key, stored []byte) error {
			r, err := readRole(tx, key, stored)
			roles = append(roles, r)
			return err
		})
		if err != nil {
			return err
		}
		if roles, err = withImported(tx, roles); err != nil {
			return err
		}
		return withWorks(tx, roles)
	})
	if err != nil {
		return nil, err
	}
	families := append(nextrole.Families(), nextrole.Beyond)
	slices.SortStableFunc(roles, func(a, b nextrole.Role) int {
		return cmp.Or(
			cmp.Compare(slices.Index(families, a.Family), slices.Index(families, b.Family)),
			strings.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title)),
		)
	})
	return roles, nil
}

// Role returns one role, with all that is known of it. The error has the code
// [NotFound] if there is none.
func (l *Library) Role(c nextrole.Code) (nextrole.Role, error) {
	var r nextrole.Role
	err := l.view(func(tx *bbolt.Tx) error {
		key := []byte(c)
		if stored := tx.Bucket([]byte(occupationBucket)).Get(key); stored != nil {
			var err error
			if r, err = readRole(tx, key, stored); err != nil {
				return err
			}
		}
		if err := completeRole(tx, c, &r); err != nil {
			return err
		}
		one := []nextrole.Role{r}
		err := withWorks(tx, one)
		r = one[0]
		return err
	})
	if err != nil {
		return nextrole.Role{}, err
	}
	return r, nil
}

func hasRole(tx *bbolt.Tx, c nextrole.Code) error {
	if tx.Bucket([]byte(occupationBucket)).Get([]byte(c)) != nil {
		return nil
	}
	return hasImported(tx, c)
}

func readRole(tx *bbolt.Tx, key, stored []byte) (nextrole.Role, error) {
	var r nextrole.Role
	if err := unseal(occupationBucket, key, stored, &r.Occupation); err != nil {
		return r, err
	}
	if _, err := get(tx, figuresBucket, key, &r.Figures); err != nil {
		return r, err
	}
	if _, err := get(tx, assessmentsBucket, key, &r.Assessments); err != nil {
		return r, err
	}
	_, err := get(tx, profileBucket, key, &r.Profile)
	return r, err
}
