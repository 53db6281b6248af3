package source

import "fmt"

// mostRemarks is how many remarks are kept of a file: one that is wrong
// throughout is so for one reason.
const mostRemarks = 200

// Remarks collects remarks on one file: the first 200, and how many more there were.
type Remarks struct {
	file string
	list []Remark
	more int
}

// RemarksOn returns no remarks yet on a file.
func RemarksOn(file string) Remarks { return Remarks{file: file} }

// Remark adds one on a line; 0 is the whole file.
func (r *Remarks) Remark(line int, format string, args ...any) {
	if len(r.list) == mostRemarks {
		r.more++
		return
	}
	r.list = append(r.list, Remark{File: r.file, Line: line, Text: fmt.Sprintf(format, args...)})
}

// All returns the remarks in order. Where some are not kept, the last says how many.
func (r *Remarks) All() []Remark {
	if r.more == 0 {
		return r.list
	}
	return append(r.list, Remark{File: r.file, Text: fmt.Sprintf("There are %d more of these.", r.more)})
}
