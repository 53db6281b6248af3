// Package document reads AIJRI assessments as people hand them round: as text or
// Markdown with tables, and as our own JSON. It computes every step again, and
// says where a document does not agree with its own numbers.
package document

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
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
		return strings.Contains(string(text), `"tasks"`) && strings.Contains(string(text), `"evidence"`) && strings.Contains(string(text), `"barriers"`)
	}
	for _, l := range linesOf(text) {
		if sectionOf(l.cells) == tasks {
			return true
		}
	}
	return false
}

func isJSON(text []byte) bool { return strings.HasPrefix(strings.TrimSpace(string(text)), "{") }

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
	} else if err := d.readText(text); err != nil {
		return source.Reading{}, err
	}
	a := &d.role.Assessments[0]
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
		Parts:   []source.Part{{Name: "Assessment", File: name, Rows: len(a.Inputs.Tasks), Roles: []nextrole.Role{d.role}}},
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

// readJSON reads an assessment in our own form: the inputs alone, as nextrolectl
// score takes them, or a whole one.
func (d *reader) readJSON(text []byte) error {
	a := nextrole.Assessment{Author: unknownAuthor, Status: nextrole.Own}
	var whole struct {
		Inputs *json.RawMessage `json:"inputs"`
	}
	err := json.Unmarshal(text, &whole)
	if err == nil && whole.Inputs != nil {
		err = json.Unmarshal(text, &a)
	} else if err == nil {
		a.Inputs = &nextrole.Inputs{}
		err = unmarshalInputs(text, a.Inputs)
	}
	if err != nil {
		return d.fail(jsonLine(text, err), "the JSON cannot be read: %v", err)
	}
	if a.Inputs == nil {
		return d.fail(0, "there are no inputs: the tasks with their shares and scores, the evidence, the barriers and the growth")
	}
	if a.Status != nextrole.Published { // a draft of others is none of our editors'
		a.Status = nextrole.Own
	}
	if a.Author == "" {
		a.Author = unknownAuthor
	}
	if err := a.Inputs.Validate(); err != nil {
		return d.fail(0, "the assessment does not hold: %v", err)
	}
	d.role = nextrole.Role{Occupation: nextrole.Occupation{Code: a.Code}, Assessments: []nextrole.Assessment{a}}
	d.checkShares(0)
	return nil
}

// unmarshalInputs reads inputs whose ratings are bare numbers.
func unmarshalInputs(text []byte, in *nextrole.Inputs) error {
	var bare struct {
		Tasks    []nextrole.AssessedTask `json:"tasks"`
		Evidence [5]int                  `json:"evidence"`
		Barriers [5]int                  `json:"barriers"`
		Growth   int                     `json:"growth"`
	}
	if err := json.Unmarshal(text, &bare); err != nil {
		return err
	}
	in.Tasks, in.Growth.Value = bare.Tasks, bare.Growth
	for i := range 5 {
		in.Evidence[i].Value, in.Barriers[i].Value = bare.Evidence[i], bare.Barriers[i]
	}
	return nil
}

// jsonLine is the line on which reading JSON failed, 0 where that is not known.
func jsonLine(text []byte, err error) int {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return 1 + strings.Count(string(text[:min(int(syntax.Offset), len(text))]), "\n")
	case errors.As(err, &kind):
		return 1 + strings.Count(string(text[:min(int(kind.Offset), len(text))]), "\n")
	}
	return 0
}

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
