package store

import (
	"bytes"
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"nextrole"
	"nextrole/internal/source"
)

// Import adds what was read, in one transaction: it is there as a whole or not
// at all, whatever happens meanwhile. A part that the same source has already is
// replaced, and left as it is if it was read from the same file. Tell is called
// with how many of how many values are written, from the calling goroutine. If
// ctx is canceled the library stays as it was.
//
// What the parts say is let go of as it is encoded, so that it need not be in
// memory twice: the readings are of no use afterwards.
func (l *Library) Import(ctx context.Context, list []source.Addition, day time.Time, tell func(done, total int)) error {
	known, err := l.Imports()
	if err != nil {
		return err
	}
	var adds []prepared
	for _, a := range list {
		p, err := prepare(ctx, a, known, day)
		if err != nil {
			return err
		}
		if p != nil {
			adds = append(adds, *p)
			// What follows may be of the same release, as when its files are dropped
			// one beside the other.
			known = append([]nextrole.Import{p.record}, known...)
		}
	}
	if len(adds) == 0 {
		return nil
	}
	return l.update(func(tx *bbolt.Tx) error {
		w := writer{ctx: ctx, tx: tx, tell: tell}
		for _, a := range adds {
			w.total += len(a.values)
		}
		for _, a := range adds {
			if err := w.add(a); err != nil {
				return err
			}
		}
		return ctx.Err()
	})
}

// prepared is an addition as it will be stored.
type prepared struct {
	record nextrole.Import
	parts  []string // that are new or replaced
	values []stored // of those parts, by key
}

type stored struct{ key, value []byte }

// prepare encodes the parts that are new. It returns nil if none are.
func prepare(ctx context.Context, a source.Addition, known []nextrole.Import, day time.Time) (*prepared, error) {
	s := a.Reading.Source
	p := &prepared{record: nextrole.Import{Source: s, At: day, Remarks: a.Reading.Remarks, Left: a.Reading.Left}}
	before := nextrole.Import{}
	if i := slices.IndexFunc(known, func(k nextrole.Import) bool { return k.Source.ID == s.ID }); i >= 0 {
		before = known[i]
	}
	var work []source.Part
	for _, part := range a.Reading.Parts {
		roles := part.Said()
		now := nextrole.ImportedPart{
			Name: part.Name, File: part.File, Size: a.Sizes[part.File], SHA256: a.Sums[part.File],
			Rows: part.Rows, Roles: len(roles), Terms: len(part.Terms), Listed: isListed(roles),
		}
		if was, there := before.Part(part.Name); there && was.SHA256 == now.SHA256 && now.SHA256 != "" && was.Rows == now.Rows {
			p.record.Parts = append(p.record.Parts, was)
			continue
		}
		p.record.Parts = append(p.record.Parts, now)
		p.parts = append(p.parts, part.Name)
		work = append(work, part)
	}
	if len(work) == 0 {
		return nil, nil
	}
	for _, was := range before.Parts {
		if _, there := p.record.Part(was.Name); !there {
			p.record.Parts = append(p.record.Parts, was)
			p.record.Remarks = append(p.record.Remarks, remarksOf(before, was.File)...)
		}
	}
	var err error
	p.values, err = encode(ctx, s.ID, work)
	for i := range a.Reading.Parts {
		a.Reading.Parts[i].Roles, a.Reading.Parts[i].Terms = nil, nil
	}
	return p, err
}

// remarksOf lists what was remarked of a file.
func remarksOf(i nextrole.Import, file string) []nextrole.Remark {
	return slices.DeleteFunc(slices.Clone(i.Remarks), func(r nextrole.Remark) bool { return r.File != file || r.Line == 0 })
}

// isListed reports whether lists of roles need what a part says.
func isListed(roles []nextrole.Role) bool {
	return slices.ContainsFunc(roles, func(r nextrole.Role) bool {
		national := slices.ContainsFunc(r.Figures, func(f nextrole.Figure) bool { return f.Place == nextrole.Nation && f.Industry == "" })
		return r.Title != "" || len(r.AltTitles) > 0 || r.JobZone != nil || r.Education != nil || national || len(r.Assessments) > 0
	})
}

// encode seals the values of parts and sorts them by key: bbolt is quick at keys
// that rise.
func encode(ctx context.Context, id nextrole.SourceID, parts []source.Part) ([]stored, error) {
	var values []stored
	for _, p := range parts {
		one, err := encodePart(ctx, id, p)
		if err != nil {
			return nil, err
		}
		values = append(values, one...)
	}
	slices.SortFunc(values, func(a, b stored) int { return bytes.Compare(a.key, b.key) })
	return values, nil
}

// encodePart seals the values of a part, on all processors.
func encodePart(ctx context.Context, id nextrole.SourceID, p source.Part) ([]stored, error) {
	roles := p.Said()
	values := make([]stored, len(roles))
	errs := make([]error, runtime.GOMAXPROCS(0))
	var wait sync.WaitGroup
	for w := range errs {
		wait.Add(1)
		go func() {
			defer wait.Done()
			for i := w; i < len(roles); i += len(errs) {
				if errs[w] = ctx.Err(); errs[w] != nil {
					return
				}
				if values[i], errs[w] = storedAs(recordKey(id, p.Name, roles[i].Code), recordOf(roles[i])); errs[w] != nil {
					return
				}
			}
		}()
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	if len(p.Terms) > 0 {
		terms, err := storedAs(recordKey(id, p.Name, ""), p.Terms)
		return append(values, terms), err
	}
	return values, nil
}

// storedAs is what is stored of a value under its key.
func storedAs(key []byte, v any) (stored, error) {
	value, err := seal(importedBucket, key, v)
	return stored{key, value}, err
}

// writer writes additions in one transaction.
type writer struct {
	ctx         context.Context
	tx          *bbolt.Tx
	tell        func(done, total int)
	done, total int
}

func (w *writer) add(a prepared) error {
	id := a.record.Source.ID
	for _, part := range a.parts {
		if err := deletePrefix(w.tx, partPrefix(id, part)); err != nil {
			return err
		}
	}
	b := w.tx.Bucket([]byte(importedBucket))
	b.FillPercent = 0.9 // nothing will be put between
	for _, v := range a.values {
		if err := b.Put(v.key, v.value); err != nil {
			return err
		}
		const step = 512
		if w.done++; w.done%step == 0 {
			if err := w.ctx.Err(); err != nil {
				return err
			}
			w.tell(w.done, w.total)
		}
	}
	return put(w.tx, importBucket, []byte(id), a.record)
}
