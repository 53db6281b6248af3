// Package document reads AIJRI assessments as people hand them round: as text or
// Markdown with tables, and as JSON. It computes every step again, and says where a
// document does not agree with its own numbers. It also writes assessments, as
// Markdown and as JSON, so that they can be read back without loss.
package document

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"path"
	"regexp"
	"strings"
	"time"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/table"
)

// Recognize reports whether a text is an assessment: it has a table of tasks with
// shares and scores, or is such an assessment as JSON.
func Recognize(text []byte) bool {
	if isJSON(text) {
		if strings.Contains(string(text), `"`+FormName+`"`) {
			return true
		}
		return strings.Contains(string(text), `"tasks"`) && strings.Contains(string(text), `"evidence"`) && strings.Contains(string(text), `"barriers"`)
	}
	if version, _ := formIn(decoded(text)); version > 0 {
		return true
	}
	for _, l := range linesOf(text) {
		if sectionOf(l.cells) == tasks {
			return true
		}
	}
	return false
}

func isJSON(text []byte) bool {
	text = bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF"))
	return bytes.HasPrefix(bytes.TrimSpace(text), []byte("{"))
}

// Read reads one document. Name is that of its file, day when it is imported. An
// error says what is missing for an assessment; what is odd but can be read is
// remarked on. What belongs nowhere is left, word for word.
func Read(name string, text []byte, day time.Time) (source.Reading, error) {
	sum := fmt.Sprintf("%x", sha256.Sum256(text))
	d := &reader{name: name, id: nextrole.SourceID(nextrole.AssessmentDocument + sum[:8])}
	if isJSON(text) {
		if err := d.readJSON(text); err != nil {
			return source.Reading{}, err
		}
	} else if version, line := formIn(decoded(text)); version > 0 {
		if err := d.readWritten(decoded(text), version, line); err != nil {
			return source.Reading{}, err
		}
	} else if err := d.readText(text); err != nil {
		return source.Reading{}, err
	}
	a := &d.role.Assessments[0]
	rows := 0
	if a.Inputs != nil {
		rows = len(a.Inputs.Tasks)
	}
	a.Code, a.Source = d.role.Code, d.id
	title := "Assessment of an occupation"
	if d.role.Title != "" {
		title = "Assessment: " + d.role.Title
	}
	return source.Reading{
		Source: nextrole.Source{
			ID: d.id, Publisher: a.Author, Title: title, Short: "AIJRI, " + path.Base(name), File: path.Base(name),
			Retrieved: day.Format(time.DateOnly), License: "Your file", Credit: "Assessment in the file " + path.Base(name) + ", by " + a.Author + ".",
		},
		Parts:   []source.Part{{Name: "Assessment", File: name, Rows: rows, Roles: []nextrole.Role{d.role}}},
		Remarks: d.remarks,
		Left:    d.left,
	}, nil
}

// reader is a document as far as it has been read.
type reader struct {
	name    string
	id      nextrole.SourceID
	role    nextrole.Role
	remarks []source.Remark
	left    []source.Passage

	at      map[string]int // lines of what was met, for remarks
	printed printed
}

func (d *reader) remark(line int, format string, args ...any) {
	d.remarks = append(d.remarks, source.Remark{File: d.name, Line: line, Text: fmt.Sprintf(format, args...)})
}

func (d *reader) leave(l line) {
	text := l.text
	if l.cells != nil {
		text = strings.Join(l.cells, " | ")
	}
	d.left = append(d.left, source.Passage{File: d.name, Line: l.number, Text: text})
}

func (d *reader) fail(line int, format string, args ...any) error {
	return &table.Error{File: d.name, Line: line, Text: fmt.Sprintf(format, args...)}
}

// unknownAuthor is whose an assessment is that does not say it.
const unknownAuthor = "unknown author"

// accept takes an assessment that is read as a whole, if it holds.
func (d *reader) accept(a nextrole.Assessment) error {
	if a.Inputs == nil && a.Printed == nil {
		return d.fail(0, "there are no inputs: the tasks with their shares and scores, the evidence, the barriers and the growth")
	}
	if a.Status != nextrole.Published && a.Status != nextrole.Derived { // a draft of others is none of our editors'
		a.Status = nextrole.Own
	}
	if a.Author == "" {
		a.Author = unknownAuthor
	}
	named := a
	named.Code, named.Source = "any", d.id // where there is no code yet, a person chooses one
	if err := named.Validate(); err != nil {
		return d.fail(0, "the assessment does not hold: %v", err)
	}
	d.role.Assessments = []nextrole.Assessment{a}
	if a.Inputs != nil {
		d.checkShares(d.at["tasks"])
	}
	return nil
}

func isDate(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

func lineBreaks(text string) int { return strings.Count(text, "\n") }

var codeIn = regexp.MustCompile(`\b(\d{2}-\d{4})(\.\d{2})?\b`)

// codeOf finds an occupation's code in a text; "" where there is none.
func codeOf(text string) nextrole.Code {
	m := codeIn.FindStringSubmatch(text)
	if m == nil {
		return ""
	}
	if m[2] == "" {
		return nextrole.Code(m[1] + ".00")
	}
	return nextrole.Code(m[0])
}
