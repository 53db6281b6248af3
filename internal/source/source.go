// Package source says what a reader of other people's files finds in them. The
// readers are the rooms below: each recognizes its own input by its content,
// and turns it into the vocabulary.
package source

import "nextrole"

// Reading is what a reader understood of one release or one document.
type Reading struct {
	Source nextrole.Source
	Parts  []Part

	Remarks []Remark  // what a person should know, in the order of the files
	Left    []Passage // what was not understood, word for word
}

// Part is one table of a release, or one document.
type Part struct {
	Name string // as its publisher calls it: "Task Statements"
	File string // the name of its file, within what was given
	Rows int    // of data, without header and footnotes

	// Terms says what ids of the source stand for, where the part is such a list.
	Terms []nextrole.Term

	// Roles holds what the part says, one element to a code. Only what the part
	// speaks of is set. The code is that of an occupation, or a six-digit SOC
	// code: then it holds for each occupation below.
	Roles []nextrole.Role
	// Make returns the roles anew each time, in place of Roles, where a release has
	// more of them in all than should be in memory at once.
	Make func() []nextrole.Role
}

// Said returns what the part says.
func (p Part) Said() []nextrole.Role {
	if p.Make != nil {
		return p.Make()
	}
	return p.Roles
}

// Addition is a reading to be imported, with the files its parts were read from.
type Addition struct {
	Reading Reading
	Sizes   map[string]int64  // of the files, in bytes, by name
	Sums    map[string]string // SHA-256 of the files in hexadecimal, by name
}

// Remark is something a person should know of a file that was read.
type Remark = nextrole.Remark

// Passage is text that was not understood.
type Passage = nextrole.Passage
