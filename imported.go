package nextrole

import (
	"strconv"
	"strings"
	"time"
)

// Import is a source that a person imported, with what it was read from.
type Import struct {
	Source Source         `json:"source"`
	At     time.Time      `json:"at"` // when it was imported last
	Parts  []ImportedPart `json:"parts"`

	Remarks []Remark  `json:"remarks,omitempty"`
	Left    []Passage `json:"left,omitempty"`
}

// ImportedPart is one table or document of an import.
type ImportedPart struct {
	Name   string `json:"name"` // as its publisher calls it
	File   string `json:"file"` // within what was given
	Size   int64  `json:"size"` // of the file, in bytes
	SHA256 string `json:"sha256"`
	Rows   int    `json:"rows"`  // of data
	Roles  int    `json:"roles"` // that it speaks of
	Terms  int    `json:"terms,omitempty"`

	// Listed says that lists of roles need it: it has titles, national figures or
	// assessments.
	Listed bool `json:"listed,omitempty"`
}

// Remark is something a person should know of a file that was read.
type Remark struct {
	File string `json:"file"`
	Line int    `json:"line,omitempty"` // 1 is the first line, or row of a sheet; 0 where it is about the file
	Text string `json:"text"`
}

// Passage is text that was not understood.
type Passage struct {
	File string `json:"file"`
	Line int    `json:"line,omitempty"` // where it begins; 1 is the first
	Text string `json:"text"`
}

// Rows is how many rows of data all parts have.
func (i Import) Rows() int {
	n := 0
	for _, p := range i.Parts {
		n += p.Rows
	}
	return n
}

// Part returns the part of a name.
func (i Import) Part(name string) (ImportedPart, bool) {
	for _, p := range i.Parts {
		if p.Name == name {
			return p, true
		}
	}
	return ImportedPart{}, false
}

// NewerRelease reports whether a is a later release than b, by number where both
// have one, "30.1", else by the time they are of.
func NewerRelease(a, b Source) bool {
	x, errX := strconv.ParseFloat(a.Release, 64)
	y, errY := strconv.ParseFloat(b.Release, 64)
	if errX == nil && errY == nil {
		return x > y
	}
	return Period(a.Release).Newer(Period(b.Release))
}

// Usage is what takes how much room in a library, in bytes.
type Usage struct {
	File     int64 // all of it, with room that is free to be used again
	Starter  int64
	Personal int64
	Imported map[SourceID]int64
}

// Series is the name of a source without its release.
func (s Source) Series() string {
	name := s.Title
	for _, part := range []string{s.Release, string(s.Period)} {
		if part != "" {
			name = strings.ReplaceAll(name, part, "")
		}
	}
	return strings.TrimRight(strings.Join(strings.Fields(name), " "), " ,–-")
}

// SameSeries reports whether two sources are releases of one thing.
func SameSeries(a, b Source) bool { return a.Publisher == b.Publisher && a.Series() == b.Series() }
