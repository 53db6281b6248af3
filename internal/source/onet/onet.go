// Package onet reads releases of the O*NET database, from 25 on: as text, as
// workbooks and as comma-separated values, by what the tables hold and not by
// their names. O*NET renames and splits its files; what they hold stays.
//
// Occupations that O*NET lists and has not rated have no ratings at all. They
// are absent, and never 0.
package onet

import (
	"context"
	"errors"
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"nextrole/internal/source"
	"nextrole/internal/source/table"
)

// Recognize reports whether a table is one of a release.
func Recognize(t *table.Table) bool {
	_, _, ok := find(t)
	return ok
}

// find reads a table's header, and tells which kind of table it is.
func find(t *table.Table) (kind, table.Columns, bool) {
	for row := range t.Rows() {
		columns := table.ColumnsOf(row.Cells)
		for _, k := range kinds {
			if columns.Has(k.columns...) && !slices.ContainsFunc(k.without, func(c string) bool { return columns.Has(c) }) {
				return k, columns, true
			}
		}
		break
	}
	return kind{}, nil, false
}

// Read reads tables that Recognize accepts: one reading for each folder, which
// holds one release. Notes are the texts that lie beside them, by name: a
// release says its number there. A table that cannot be read to its end is an
// error, and so is a release of the classification before that of 2019.
func Read(ctx context.Context, tables []*table.Table, notes map[string]string) ([]source.Reading, error) {
	folders := map[string][]*table.Table{}
	for _, t := range tables {
		folders[path.Dir(t.File)] = append(folders[path.Dir(t.File)], t)
	}
	var readings []source.Reading
	for folder, tables := range folders {
		r, err := readFolder(ctx, folder, tables, notes)
		if err != nil {
			return nil, err
		}
		readings = append(readings, r)
	}
	slices.SortFunc(readings, func(a, b source.Reading) int { return strings.Compare(string(a.Source.ID), string(b.Source.ID)) })
	return readings, nil
}

func readFolder(ctx context.Context, folder string, tables []*table.Table, notes map[string]string) (source.Reading, error) {
	read := make([]*part, len(tables))
	errs := make([]error, len(tables))
	var wait sync.WaitGroup
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, t := range tables {
		wait.Add(1)
		room <- struct{}{}
		go func() {
			defer func() { <-room; wait.Done() }()
			read[i], errs[i] = readTable(ctx, t)
		}()
	}
	wait.Wait()
	if err := errors.Join(errs...); err != nil {
		return source.Reading{}, err
	}
	r, err := releaseOf(folder, read, notes)
	if err != nil {
		return source.Reading{}, err
	}
	return assemble(r, read), nil
}

// releaseOf tells the release by its own note, else by names, else by its dates.
func releaseOf(folder string, read []*part, notes map[string]string) (release, error) {
	for name, text := range notes {
		if r, ok := readMeRelease(text); ok && path.Dir(name) == folder {
			return r, nil
		}
	}
	names := []string{folder}
	newest := ""
	for _, p := range read {
		names = append(names, path.Base(p.File))
		if sortable(p.newest) > sortable(newest) {
			newest = p.newest
		}
	}
	if base := notes[""]; base != "" { // what was given
		names = append(names, base)
	}
	if r, ok := namedRelease(names); ok {
		return r, nil
	}
	if r, ok := datedRelease(newest); ok {
		return r, nil
	}
	return release{}, &table.Error{File: read[0].File, Text: "these are files of O*NET, and nothing says of which release. " +
		"Put its number into the name of their folder, such as “onet 30.1”"}
}

// sortable turns "08/2023" round, so that later dates are greater.
func sortable(date string) string {
	if m := dateShape.FindStringSubmatch(date); m != nil {
		return m[2] + m[1]
	}
	return ""
}

// assemble puts the tables of a release together.
func assemble(r release, read []*part) source.Reading {
	result := source.Reading{Source: sourceOf(r)}
	if !r.told {
		result.Remarks = append(result.Remarks, source.Remark{
			File: read[0].File,
			Text: "These files do not say their release. They were taken for O*NET " + r.number + ", by a name or by the newest date in them.",
		})
	}
	slices.SortFunc(read, func(a, b *part) int { return strings.Compare(a.File, b.File) })
	seen := map[string]string{}
	for _, p := range read {
		if first, there := seen[p.Name]; there {
			result.Remarks = append(result.Remarks, source.Remark{
				File: p.File, Text: fmt.Sprintf("%s is there twice; %s counts.", p.Name, first),
			})
			continue
		}
		seen[p.Name] = p.File
		p.finish(result.Source.ID, r.period)
		result.Remarks = append(result.Remarks, p.All()...)
		result.Parts = append(result.Parts, p.Part)
	}
	if absent := missing(seen); len(absent) > 0 {
		result.Remarks = append(result.Remarks, source.Remark{
			File: read[0].File,
			Text: "Not among these files: " + strings.Join(absent, ", ") + ". What they hold stays absent.",
		})
	}
	return result
}

// missing lists the tables of a release that are not there.
func missing(seen map[string]string) []string {
	var absent []string
	for _, names := range [][]string{
		{"Occupation Data"},
		{"Task Statements"},
		{"Task Ratings"},
		{"Tasks to DWAs"},
		{"Emerging Tasks"},
		{"Skills", "Essential Skills"},
		{"Knowledge"},
		{"Abilities"},
		{"Work Activities"},
		{"Work Context"},
		{"Work Styles"},
		{"Interests"},
		{"Education, Training, and Experience", "Education"},
		{"Job Zones"},
		{"Technology Skills"},
		{"Alternate Titles"},
		{"Sample of Reported Titles"},
		{"Related Occupations"},
	} {
		if !slices.ContainsFunc(names, func(n string) bool { return seen[n] != "" }) {
			absent = append(absent, names[0])
		}
	}
	return absent
}

// readTable reads one table.
func readTable(ctx context.Context, t *table.Table) (*part, error) {
	k, columns, ok := find(t)
	if !ok {
		return nil, &table.Error{File: t.File, Text: "this is no table of O*NET"}
	}
	p := newPart(k, t, columns)
	take := k.read(p, columns)
	header := 0 // cells
	for row := range t.Rows() {
		if header == 0 {
			header = len(row.Cells)
			continue
		}
		if p.Rows++; p.Rows%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if t.Sheet == "" && len(row.Cells) < header { // a sheet leaves out empty cells at the end
			p.Remark(row.Line, "the row is cut short, with %d of %d cells; it is left out", len(row.Cells), header)
			continue
		}
		if !k.byCode || p.begin(row) {
			take(row)
		}
		if p.err != nil {
			return nil, p.err
		}
	}
	return p, t.Err()
}
