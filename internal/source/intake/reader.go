package intake

import (
	"bytes"
	"context"
	"strings"
	"time"
	"unicode/utf8"

	"nextrole/internal/source"
	"nextrole/internal/source/bls"
	"nextrole/internal/source/bundle"
	"nextrole/internal/source/crosswalk"
	"nextrole/internal/source/document"
	"nextrole/internal/source/exposure"
	"nextrole/internal/source/onet"
	"nextrole/internal/source/profile"
	"nextrole/internal/source/table"
)

// use is what a file is read as.
type use string

const (
	asNothing use = ""
	asNote    use = "note" // says which release lies beside it
	asONET    use = "O*NET"
	asBLS     use = "BLS"
	asStudy   use = "exposure"
	asBridge  use = "crosswalk"
	asRating  use = "assessment"
	asProfile use = "profile"
)

// readers lists the readers in the order in which they are asked: O*NET last,
// since studies use its columns and add their own.
var readers = []reader{
	{use: asBLS, recognize: bls.Recognize, read: func(in *reading) ([]source.Reading, error) { return tables(in, asBLS, bls.Read) }},
	{use: asBridge, recognize: crosswalk.Recognize, read: func(in *reading) ([]source.Reading, error) {
		return tables(in, asBridge, crosswalk.Read)
	}},
	{use: asStudy, recognize: exposure.Recognize, read: func(in *reading) ([]source.Reading, error) {
		return tables(in, asStudy, func(ctx context.Context, t []*table.Table) ([]source.Reading, error) {
			old, err := in.soc2010()
			if err != nil {
				return nil, err
			}
			return exposure.Read(ctx, t, old)
		})
	}},
	{use: asONET, recognize: onet.Recognize, read: func(in *reading) ([]source.Reading, error) {
		notes := map[string]string{"": in.base()}
		for _, f := range in.found {
			if f.use == asNote {
				notes[f.file.Name] = string(f.text)
			}
		}
		return tables(in, asONET, func(ctx context.Context, t []*table.Table) ([]source.Reading, error) {
			return onet.Read(ctx, t, notes)
		})
	}},
}

// documents lists the readers of documents, each of one occupation.
var documents = []documentReader{
	{asRating, document.Recognize, document.Read},
	{asProfile, profile.Recognize, profile.Read},
}

type documentReader struct {
	use       use
	recognize func(text []byte) bool
	read      func(name string, text []byte, day time.Time) (source.Reading, error)
}

// longestDocument is the most bytes that a document about one occupation may have.
const longestDocument = 4 << 20

// recognizeDocument finds the reader for a document.
func (in *reading) recognizeDocument(found *found, head []byte) error {
	if found.file.Size > longestDocument || !isText(head) {
		return nil
	}
	text := head
	if found.file.Size > int64(len(head)) {
		var err error
		if text, err = start(found.file, longestDocument); err != nil {
			return err
		}
	}
	for _, r := range documents {
		if r.recognize(text) {
			found.use, found.text = r.use, text
			return nil
		}
	}
	return nil
}

// readDocuments reads all documents that were recognized.
func (in *reading) readDocuments() ([]source.Reading, error) {
	var readings []source.Reading
	for _, f := range in.found {
		for _, r := range documents {
			if f.use != r.use {
				continue
			}
			one, err := r.read(f.file.Name, f.text, in.day)
			if err != nil {
				return nil, err
			}
			readings = append(readings, one)
		}
	}
	return readings, nil
}

// soc2010 is the crosswalk from SOC 2010, if it is among the files.
func (in *reading) soc2010() (crosswalk.Crosswalk, error) {
	for _, f := range in.found {
		for _, t := range f.tables {
			if f.use != asBridge {
				continue
			}
			c, _, err := crosswalk.Links(in.ctx, t)
			if err != nil || c.ID == crosswalk.SOC2010 {
				return c, err
			}
		}
	}
	return crosswalk.Crosswalk{}, nil
}

// reader reads one kind of file.
type reader struct {
	use       use
	recognize func(*table.Table) bool // nil for a reader of documents
	read      func(*reading) ([]source.Reading, error)
}

// tables gives a reader the tables that were recognized for it.
func tables(in *reading, as use, read func(context.Context, []*table.Table) ([]source.Reading, error)) ([]source.Reading, error) {
	var list []*table.Table
	for _, f := range in.found {
		if f.use == as {
			list = append(list, f.tables...)
		}
	}
	if len(list) == 0 {
		return nil, nil
	}
	return read(in.ctx, list)
}

// looked is how much of a file is looked at to see what it is.
const looked = 64 << 10

// recognize finds the reader for a file. A file that is none of ours is no
// error.
func (in *reading) recognize(f bundle.File) (*found, error) {
	head, err := start(f, looked)
	if err != nil {
		return nil, &table.Error{File: f.Name, Text: "it cannot be read: " + err.Error()}
	}
	found := &found{file: f}
	candidates, err := candidates(f, head, in.open(f))
	if err != nil {
		found.why = err.Error()
		return found, nil
	}
	for _, r := range readers {
		for _, t := range candidates {
			if r.recognize != nil && r.recognize(t) {
				found.use = r.use
				found.tables = append(found.tables, t)
			}
		}
		if found.use != asNothing {
			return found, nil
		}
	}
	if err := in.recognizeDocument(found, head); err != nil {
		return nil, err
	}
	text := string(head)
	switch {
	case found.use != asNothing:
	case onet.IsReadMe(text):
		found.use, found.text = asNote, head
	case strings.Contains(text, "CREATE TABLE") && strings.Contains(text, "onetsoc_code"):
		found.why = "this is the database form (SQL) of O*NET, which NextRole does not read. Download the text or the Excel form of the release"
	case len(head) == 0:
		found.why = "the file is empty"
	case !isText(head):
		found.why = "this is neither text nor a workbook (.xlsx)"
	default:
		found.why = "what it holds is of no kind that NextRole knows"
	}
	return found, nil
}

// candidates are the tables that a file may hold.
func candidates(f bundle.File, head []byte, open table.Opener) ([]*table.Table, error) {
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return table.FromWorkbook(f.Name, open)
	}
	if !isText(head) {
		return nil, nil
	}
	return []*table.Table{table.FromText(f.Name, open)}, nil
}

// isText reports whether the beginning of a file is that of a text: it holds
// no byte 0, unless each letter has two bytes.
func isText(head []byte) bool {
	if bytes.HasPrefix(head, []byte{0xFF, 0xFE}) || bytes.HasPrefix(head, []byte{0xFE, 0xFF}) {
		return true
	}
	return len(head) > 0 && bytes.IndexByte(head, 0) < 0 && (utf8.Valid(head) || printable(head))
}

// printable reports whether few bytes are control characters, as in text of any
// code page.
func printable(head []byte) bool {
	odd := 0
	for _, b := range head {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' {
			odd++
		}
	}
	return odd*100 < len(head)
}
