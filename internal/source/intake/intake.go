// Package intake reads whatever a person gives: it opens the file, the folder or
// the archive, finds the reader for each file by its content, and says what
// became of every file.
package intake

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"sync/atomic"
	"time"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/bundle"
	"nextrole/internal/source/table"
)

// Intake is what was read of a path.
type Intake struct {
	Path     string
	Readings []source.Reading // one for each release and document
	Files    []File           // all there are, in the order of their names
}

// File is what became of one file.
type File struct {
	Name   string `json:"name"`   // within what was given
	Size   int64  `json:"size"`   // in bytes
	SHA256 string `json:"sha256"` // in hexadecimal; empty for a file that is not read

	Source nextrole.SourceID `json:"source"` // that it became part of; empty where it is not read
	Why    string            `json:"why"`    // why it is not read
}

// Progress is how far the reading has come.
type Progress struct {
	File        string // that is read
	Done, Total int64  // bytes
}

// ErrNothing is returned where no file is of a kind that is known.
var ErrNothing = errors.New("nothing in it is of a kind that NextRole knows. " +
	"It reads releases of the O*NET database as text, Excel or CSV, BLS wages (OEWS) and projections as Excel or CSV, " +
	"indices of exposure to AI, AIJRI assessments and descriptions of one occupation")

// Read reads what lies at a path. Tell is called from time to time, from any
// goroutine; day is when. A file that is known and cannot be read to its end is
// an error that names the file, and the line where there are lines.
func Read(ctx context.Context, path string, day time.Time, tell func(Progress)) (*Intake, error) {
	b, err := bundle.Open(path)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	in := &reading{ctx: ctx, bundle: b, tell: tell, day: day, total: b.Size()}
	result, err := in.read()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return result, err
}

// reading is one intake while it goes on.
type reading struct {
	ctx    context.Context
	bundle *bundle.Bundle
	tell   func(Progress)
	day    time.Time
	total  int64
	done   atomic.Int64

	found []*found
}

// found is a file and what it was recognized as.
type found struct {
	file   bundle.File
	tables []*table.Table // for a reader of tables
	text   []byte         // of a document or a note
	use    use
	why    string
}

func (in *reading) read() (*Intake, error) {
	for _, f := range in.bundle.Files {
		if err := in.ctx.Err(); err != nil {
			return nil, err
		}
		found, err := in.recognize(f)
		if err != nil {
			return nil, err
		}
		in.found = append(in.found, found)
	}
	in.done.Store(0) // looking is not reading
	sums := in.sums()
	result := &Intake{Path: in.bundle.Path}
	for _, r := range readers {
		readings, err := r.read(in)
		if err != nil {
			return nil, err
		}
		for i := range readings {
			readings[i].Source.Retrieved = in.day.Format(time.DateOnly)
		}
		result.Readings = append(result.Readings, readings...)
	}
	one, err := in.readDocuments()
	if err != nil {
		return nil, err
	}
	result.Readings = append(result.Readings, one...)
	s := <-sums
	if s.err != nil {
		return nil, s.err
	}
	result.Files = in.files(result.Readings, s.of)
	if len(result.Readings) == 0 {
		return result, ErrNothing
	}
	return result, nil
}

// files says what became of each file.
func (in *reading) files(readings []source.Reading, sums map[string]string) []File {
	part := map[string]nextrole.SourceID{}
	for _, r := range readings {
		for _, p := range r.Parts {
			part[p.File] = r.Source.ID
		}
	}
	var files []File
	for _, f := range in.found {
		file := File{Name: f.file.Name, Size: f.file.Size, Source: part[f.file.Name], Why: f.why}
		switch {
		case file.Source != "":
			file.SHA256 = sums[f.file.Name]
		case f.use == asNote:
			file.Why = "a note that says which release this is"
		case file.Why == "":
			file.Why = "another file says the same"
		}
		files = append(files, file)
	}
	for _, l := range in.bundle.Left {
		files = append(files, File{Name: l.Name, Why: l.Why})
	}
	return files
}

type sums struct {
	of  map[string]string
	err error
}

// sums computes the checksums of the files that are read, beside the reading.
func (in *reading) sums() <-chan sums {
	result := make(chan sums, 1)
	go func() {
		s := sums{of: map[string]string{}}
		for _, f := range in.found {
			if f.use == asNothing || s.err != nil {
				continue
			}
			s.of[f.file.Name], s.err = f.file.Sum(in.ctx)
		}
		result <- s
	}()
	return result
}

// open opens a file and counts what is read of it.
func (in *reading) open(f bundle.File) table.Opener {
	return func() (io.ReadCloser, error) {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		return &counted{from: r, in: in, name: f.Name}, nil
	}
}

// counted tells how far the reading has come.
type counted struct {
	from  io.ReadCloser
	in    *reading
	name  string
	since int64
}

func (c *counted) Read(p []byte) (int, error) {
	if err := c.in.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.from.Read(p)
	const step = 256 << 10
	if c.since += int64(n); c.since >= step || err != nil {
		done := min(c.in.done.Add(c.since), c.in.total)
		c.since = 0
		c.in.tell(Progress{File: c.name, Done: done, Total: c.in.total})
	}
	return n, err
}

func (c *counted) Close() error { return c.from.Close() }

// start reads the beginning of a file.
func start(f bundle.File, most int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var b bytes.Buffer
	_, err = io.CopyN(&b, r, most)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return b.Bytes(), err
}

// base is the name of what was given, which may tell the release.
func (in *reading) base() string { return filepath.Base(in.bundle.Path) }
