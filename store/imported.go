package store

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"go.etcd.io/bbolt"

	"nextrole"
)

// What was imported is kept as it came: for each source and each of its parts,
// one value to a code, under "source\x00part\x00code", and the part's terms
// under an empty code. A role is put together when it is read. So a source can
// be removed, or one of its tables renewed, without touching the others.

// record is what a part says of one code.
type record struct {
	Occupation  *nextrole.Occupation  `cbor:"o,omitempty"`
	Figures     *figures              `cbor:"f,omitempty"`
	Assessments []nextrole.Assessment `cbor:"a,omitempty"`
	Profile     *nextrole.Profile     `cbor:"p,omitempty"`
}

func (r record) role(c nextrole.Code) nextrole.Role {
	role := nextrole.Role{Figures: r.Figures.unpack(), Assessments: r.Assessments, Profile: r.Profile}
	if r.Occupation != nil {
		role.Occupation = *r.Occupation
	}
	role.Code = c
	return role
}

func recordOf(r nextrole.Role) record {
	rec := record{Figures: packFigures(r.Figures), Assessments: r.Assessments, Profile: r.Profile}
	o := r.Occupation
	o.Code = ""
	if o.Title != "" || o.Summary != "" || len(o.AltTitles) > 0 || len(o.Tasks) > 0 || o.JobZone != nil ||
		o.Education != nil || o.Experience != nil || o.Training != nil || o.Exposure != nil ||
		o.Setting != nil || o.Advancement != nil || len(o.Paths) > 0 || len(o.Qualities) > 0 ||
		len(o.Related) > 0 || len(o.Mistaken) > 0 || o.Skills != nil || o.Tools != nil || o.Interests != nil {
		rec.Occupation = &r.Occupation
	}
	return rec
}

const between = "\x00"

func partPrefix(source nextrole.SourceID, part string) []byte {
	return []byte(string(source) + between + part + between)
}

func recordKey(source nextrole.SourceID, part string, code nextrole.Code) []byte {
	return append(partPrefix(source, part), code...)
}

// Imports returns what was imported, by the ids of the sources.
func (l *Library) Imports() ([]nextrole.Import, error) {
	return all[nextrole.Import](l, importBucket)
}

func imports(tx *bbolt.Tx) ([]nextrole.Import, error) {
	var list []nextrole.Import
	err := each(tx, importBucket, func(key, stored []byte) error {
		var i nextrole.Import
		err := unseal(importBucket, key, stored, &i)
		list = append(list, i)
		return err
	})
	return list, err
}

// Imported returns what one part of an imported source says, by code.
func (l *Library) Imported(source nextrole.SourceID, part string) ([]nextrole.Role, error) {
	var roles []nextrole.Role
	err := l.view(func(tx *bbolt.Tx) error {
		return eachRecord(tx, source, part, func(code nextrole.Code, stored []byte) error {
			r, err := openRecord(source, part, code, stored)
			roles = append(roles, r)
			return err
		})
	})
	return roles, err
}

// Terms returns what the ids of an imported source stand for, of one part.
func (l *Library) Terms(source nextrole.SourceID, part string) ([]nextrole.Term, error) {
	var terms []nextrole.Term
	err := l.view(func(tx *bbolt.Tx) error {
		_, err := get(tx, importedBucket, recordKey(source, part, ""), &terms)
		return err
	})
	return terms, err
}

func openRecord(source nextrole.SourceID, part string, code nextrole.Code, stored []byte) (nextrole.Role, error) {
	var r record
	if err := unseal(importedBucket, recordKey(source, part, code), stored, &r); err != nil {
		return nextrole.Role{}, err
	}
	return r.role(code), nil
}

// eachRecord visits what a part says, in the order of the codes.
func eachRecord(tx *bbolt.Tx, source nextrole.SourceID, part string, visit func(nextrole.Code, []byte) error) error {
	b := tx.Bucket([]byte(importedBucket))
	if b == nil {
		return nil
	}
	prefix := partPrefix(source, part)
	c := b.Cursor()
	for key, stored := c.Seek(prefix); bytes.HasPrefix(key, prefix); key, stored = c.Next() {
		if len(key) == len(prefix) {
			continue // the terms
		}
		if err := visit(nextrole.Code(key[len(prefix):]), stored); err != nil {
			return err
		}
	}
	return nil
}

// completeRole adds to a role all that was imported of it.
func completeRole(tx *bbolt.Tx, c nextrole.Code, r *nextrole.Role) error {
	list, err := imports(tx)
	if err != nil {
		return err
	}
	for _, i := range list {
		said := nextrole.Role{}
		for _, p := range i.Parts {
			part, err := recordFor(tx, i.Source.ID, p.Name, c)
			if err != nil {
				return err
			}
			if part != nil {
				said.Add(*part)
			}
		}
		if said.Profile != nil {
			_, whole := i.Part("Skills")
			_, split := i.Part("Essential Skills")
			said.Profile.Unread = !whole && !split
		}
		r.Complete(said)
	}
	if r.Title == "" {
		return notFound(c)
	}
	r.Code = c
	if len(r.Tasks) == 0 && r.Profile != nil {
		r.Tasks = r.Profile.Statements()
	}
	if r.Family == "" {
		r.Family = nextrole.Beyond
	}
	return nil
}

// recordFor reads what a part says of an occupation: of its own code, else of
// its SOC code, else of the broad group of that. Figures of a group that the
// occupation is only a part of are marked so.
func recordFor(tx *bbolt.Tx, source nextrole.SourceID, part string, c nextrole.Code) (*nextrole.Role, error) {
	b := tx.Bucket([]byte(importedBucket))
	if b == nil {
		return nil, nil
	}
	for _, code := range spoken(c) {
		stored := b.Get(recordKey(source, part, code))
		if stored == nil {
			continue
		}
		r, err := openRecord(source, part, code, stored)
		if err != nil {
			return nil, err
		}
		asPartOf(&r, c, code)
		return &r, nil
	}
	return nil, nil
}

// spoken lists the codes under which something may be said of an occupation,
// the closest first.
func spoken(c nextrole.Code) []nextrole.Code {
	soc := c.SOC()
	if soc == "" {
		return []nextrole.Code{c}
	}
	return []nextrole.Code{c, nextrole.Code(soc), broad(soc)}
}

// broad is the code of the group of occupations that a SOC code belongs to.
func broad(soc nextrole.SOC) nextrole.Code { return nextrole.Code(soc[:len(soc)-1] + "0") }

// asPartOf makes what is said of a code a saying of an occupation below it.
func asPartOf(r *nextrole.Role, c, said nextrole.Code) {
	r.Code = c
	if said == c {
		return
	}
	r.Title, r.Summary = "", "" // of the group
	if said == nextrole.Code(c.SOC()) && strings.HasSuffix(string(c), ".00") {
		return
	}
	parent := nextrole.SOC(said)
	for i := range r.Figures {
		r.Figures[i].Parent = parent
	}
	for _, f := range []*nextrole.Fact{r.Education, r.Experience, r.Training, r.JobZone, r.Exposure} {
		if f != nil {
			f.Parent = parent
		}
	}
}

// withImported adds to the roles what lists need of what was imported, and the
// occupations that only an import knows.
func withImported(tx *bbolt.Tx, roles []nextrole.Role) ([]nextrole.Role, error) {
	list, err := imports(tx)
	if err != nil || len(list) == 0 {
		return roles, err
	}
	known := map[nextrole.Code]bool{}
	for _, r := range roles {
		known[r.Code] = true
	}
	type part struct {
		source nextrole.SourceID
		name   string
		said   map[nextrole.Code][]byte
	}
	var parts []part
	for _, i := range list {
		for _, p := range i.Parts {
			if !p.Listed {
				continue
			}
			said := map[nextrole.Code][]byte{}
			err := eachRecord(tx, i.Source.ID, p.Name, func(code nextrole.Code, stored []byte) error {
				said[code] = stored
				if code.Official() && !known[code] {
					known[code] = true
					roles = append(roles, nextrole.Role{Occupation: nextrole.Occupation{Code: code, Family: nextrole.Beyond}})
				}
				return nil
			})
			if err != nil {
				return nil, err
			}
			parts = append(parts, part{i.Source.ID, p.Name, said})
		}
	}
	for _, p := range parts { // once all occupations are known
		if err := listed(roles, p.source, p.name, p.said); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(roles, func(r nextrole.Role) bool { return r.Title == "" }), nil
}

// listed completes roles by what a part says.
func listed(roles []nextrole.Role, source nextrole.SourceID, part string, said map[nextrole.Code][]byte) error {
	for n := range roles {
		for _, code := range spoken(roles[n].Code) {
			stored, ok := said[code]
			if !ok {
				continue
			}
			r, err := openRecord(source, part, code, stored)
			if err != nil {
				return err
			}
			asPartOf(&r, roles[n].Code, code)
			roles[n].Complete(r)
			break
		}
	}
	return nil
}

// hasImported reports whether an import gives a code a title.
func hasImported(tx *bbolt.Tx, c nextrole.Code) error {
	var r nextrole.Role
	if tx.Bucket([]byte(importBucket)) == nil {
		return notFound(c)
	}
	return completeRole(tx, c, &r)
}

// RemoveImport removes an imported source with all that was read from it. One
// that is not there is an error with the code [NotFound].
func (l *Library) RemoveImport(id nextrole.SourceID) error {
	return l.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket([]byte(importBucket))
		if b.Get([]byte(id)) == nil {
			return noImport(id)
		}
		return errors.Join(b.Delete([]byte(id)), deletePrefix(tx, []byte(string(id)+between)))
	})
}

func noImport(id nextrole.SourceID) *Error {
	return &Error{
		Code: NotFound,
		What: "nothing was imported from a source with the id " + string(id),
		Safe: "Nothing was changed.",
		Do:   "List the sources to find its id.",
	}
}

// deletePrefix deletes all imported values whose keys begin so.
func deletePrefix(tx *bbolt.Tx, prefix []byte) error {
	b := tx.Bucket([]byte(importedBucket))
	var keys [][]byte
	c := b.Cursor()
	for key, _ := c.Seek(prefix); bytes.HasPrefix(key, prefix); key, _ = c.Next() {
		keys = append(keys, bytes.Clone(key)) // deleting moves the cursor
	}
	for _, key := range keys {
		if err := b.Delete(key); err != nil {
			return err
		}
	}
	return nil
}

// Described returns the roles as [Library.Roles] does, with what the parts of imports
// say that have these names and that lists do not have, such as "Knowledge".
//
// It is for comparing roles, and differs from what pages show in two ways. Of several
// lists of related occupations the longest is there: the starter library's are cut
// short. And where the release that words the tasks links none of them to work
// activities, those that another release links are there as tasks without words.
func (l *Library) Described(parts ...string) ([]nextrole.Role, error) {
	roles, err := l.Roles()
	if err != nil {
		return nil, err
	}
	err = l.view(func(tx *bbolt.Tx) error {
		list, err := imports(tx)
		if err != nil {
			return err
		}
		said := make([]map[nextrole.Code]*nextrole.Role, len(list))
		for n, i := range list {
			said[n] = map[nextrole.Code]*nextrole.Role{}
			for _, p := range i.Parts {
				if p.Listed || !slices.Contains(parts, p.Name) {
					continue
				}
				if err := sayings(tx, i.Source.ID, p.Name, said[n]); err != nil {
					return err
				}
			}
		}
		for n := range roles {
			describe(&roles[n], said)
		}
		return nil
	})
	return roles, err
}

// sayings adds what a part says of each code.
func sayings(tx *bbolt.Tx, source nextrole.SourceID, part string, said map[nextrole.Code]*nextrole.Role) error {
	return eachRecord(tx, source, part, func(code nextrole.Code, stored []byte) error {
		r, err := openRecord(source, part, code, stored)
		if err != nil {
			return err
		}
		if said[code] == nil {
			said[code] = &nextrole.Role{}
		}
		said[code].Add(r)
		return nil
	})
}

// describe completes a role by what each of the imports says of it.
func describe(r *nextrole.Role, said []map[nextrole.Code]*nextrole.Role) {
	var linked []nextrole.RatedTask
	var related []nextrole.Relation
	for _, by := range said {
		more := by[r.Code]
		if more == nil {
			continue
		}
		if p := more.Profile; p != nil {
			linked = append(linked, links(p.Tasks)...)
			if len(p.Related) > len(related) {
				related = p.Related
			}
		}
		r.Complete(*more)
	}
	if r.Profile == nil {
		return
	}
	p := *r.Profile // which others may hold
	if len(links(p.Tasks)) == 0 {
		p.Tasks = append(slices.Clip(p.Tasks), linked...)
	}
	if len(related) > len(p.Related) {
		p.Related = related
	}
	r.Profile = &p
}

// links are the tasks that are linked to activities, without words.
func links(tasks []nextrole.RatedTask) []nextrole.RatedTask {
	var list []nextrole.RatedTask
	for _, t := range tasks {
		if len(t.Activities) > 0 {
			list = append(list, nextrole.RatedTask{ID: t.ID, Activities: t.Activities})
		}
	}
	return list
}

// Tasks returns the tasks that imported releases give, by occupation; of two
// releases the newer one's. Lists do not have them, and a search wants them.
func (l *Library) Tasks() (map[nextrole.Code][]nextrole.TaskStatement, error) {
	tasks := map[nextrole.Code][]nextrole.TaskStatement{}
	err := l.view(func(tx *bbolt.Tx) error {
		list, err := imports(tx)
		if err != nil {
			return err
		}
		slices.SortStableFunc(list, func(a, b nextrole.Import) int {
			if nextrole.NewerRelease(b.Source, a.Source) {
				return -1
			}
			return 0
		})
		for _, i := range list {
			for _, p := range i.Parts {
				if p.Name != "Task Statements" {
					continue
				}
				err := eachRecord(tx, i.Source.ID, p.Name, func(code nextrole.Code, stored []byte) error {
					r, err := openRecord(i.Source.ID, p.Name, code, stored)
					if err == nil && r.Profile != nil {
						tasks[code] = r.Profile.Statements()
					}
					return err
				})
				if err != nil {
					return err
				}
			}
		}
		return nil
	})
	return tasks, err
}
