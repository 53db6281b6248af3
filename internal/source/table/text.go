package table

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// The most bytes a line and a row of text may have. The longest line of any
// release is below 4 KB.
const (
	longestLine = 1 << 20
	mostCells   = 1000
)

// head is how much of a text is looked at to see how it is written.
const head = 64 << 10

// FromText returns the table of a text file, tab- or comma-separated as its
// first lines are.
func FromText(name string, open Opener) *Table {
	t := &Table{File: name}
	t.rows = func(yield func(Row) bool) error {
		f, err := open()
		if err != nil {
			return err
		}
		defer f.Close()
		start := make([]byte, head)
		n, err := io.ReadFull(f, start)
		if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
			return err
		}
		start = start[:n]
		text := io.Reader(&lineEnds{from: decoded(start, io.MultiReader(bytes.NewReader(start), f))})
		switch by, err := separator(start); {
		case err != nil:
			return &Error{File: name, Text: err.Error()}
		case by == '\t':
			return tabbed(name, text, yield)
		default:
			return separated(name, by, text, yield)
		}
	}
	return t
}

// decoded returns a text in UTF-8 without its mark. What is no Unicode is taken
// for the code page of Windows, which has a letter for nearly every byte.
func decoded(start []byte, text io.Reader) io.Reader {
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(start, []byte{0xEF, 0xBB, 0xBF}):
		from = unicode.UTF8BOM
	case bytes.HasPrefix(start, []byte{0xFF, 0xFE}), bytes.HasPrefix(start, []byte{0xFE, 0xFF}):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case !utf8.Valid(whole(start)):
		from = charmap.Windows1252
	default:
		return text
	}
	return transform.NewReader(text, from.NewDecoder())
}

// lineEnds makes every end of a line a line feed, also where a file mixes those
// of several systems.
type lineEnds struct {
	from     io.Reader
	returned bool // the last byte was a carriage return
}

func (l *lineEnds) Read(p []byte) (int, error) {
	n, err := l.from.Read(p)
	if !l.returned && bytes.IndexByte(p[:n], '\r') < 0 {
		return n, err
	}
	kept := 0
	for _, b := range p[:n] {
		feeds := b == '\n' && l.returned // it was written for the carriage return
		l.returned = b == '\r'
		if b == '\r' {
			b = '\n'
		}
		if !feeds {
			p[kept] = b
			kept++
		}
	}
	if kept == 0 && n > 0 && err == nil {
		return l.Read(p)
	}
	return kept, err
}

// whole leaves out the letter that is cut off at the end, if one is.
func whole(b []byte) []byte {
	for i := 1; i <= min(utf8.UTFMax, len(b)); i++ {
		if utf8.RuneStart(b[len(b)-i]) {
			if !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			return b
		}
	}
	return b
}

// separator tells what separates the cells of a text.
func separator(start []byte) (rune, error) {
	text, err := io.ReadAll(decoded(start, bytes.NewReader(whole(start))))
	if err != nil {
		return 0, err
	}
	if bytes.IndexByte(text, 0) >= 0 {
		return 0, errors.New("this is no text")
	}
	if lines := bytes.SplitN(text, []byte("\n"), 12); bytes.ContainsRune(bytes.Join(lines, nil), '\t') {
		return '\t', nil // a tab is never written by accident
	}
	for line := range bytes.Lines(text) { // the first that is separated counts
		commas, semicolons := bytes.Count(line, []byte(",")), bytes.Count(line, []byte(";"))
		if semicolons > commas {
			return ';', nil
		}
		if commas > 0 {
			break
		}
	}
	return ',', nil
}

// tabbed splits lines at tabs. A quotation mark is a letter like others, unless
// it stands around a whole cell, as spreadsheets write them.
func tabbed(name string, text io.Reader, yield func(Row) bool) error {
	lines := bufio.NewScanner(text)
	lines.Buffer(make([]byte, 64<<10), longestLine)
	cells := make([]string, 0, 32)
	n := 0
	for lines.Scan() {
		n++
		if cells = appendCells(cells[:0], lines.Text()); len(cells) > mostCells {
			return &Error{File: name, Line: n, Text: fmt.Sprintf("a row of %d cells; %d is the most", len(cells), mostCells)}
		}
		if !yield(Row{Line: n, Cells: cells}) {
			return errStop
		}
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return &Error{File: name, Line: n + 1, Text: fmt.Sprintf("the line is longer than %d bytes", longestLine)}
	}
	return lines.Err()
}

func appendCells(cells []string, line string) []string {
	for {
		cell, rest, more := strings.Cut(line, "\t")
		cells = append(cells, unquoted(cell))
		if !more || len(cells) > mostCells {
			return cells
		}
		line = rest
	}
}

// unquoted takes the quotation marks away that a spreadsheet put around a cell.
func unquoted(cell string) string {
	if len(cell) < 2 || cell[0] != '"' || cell[len(cell)-1] != '"' {
		return cell
	}
	inner := cell[1 : len(cell)-1]
	single := strings.ReplaceAll(inner, `""`, "")
	if strings.Contains(single, `"`) {
		return cell
	}
	return strings.ReplaceAll(inner, `""`, `"`)
}

// separated reads what is written as comma-separated values.
func separated(name string, by rune, text io.Reader, yield func(Row) bool) error {
	bounded := &lineBound{from: text}
	r := csv.NewReader(bounded)
	r.Comma = by
	r.FieldsPerRecord = -1
	r.LazyQuotes = true
	r.ReuseRecord = true
	for {
		cells, err := r.Read()
		if err == nil {
			line, _ := r.FieldPos(0)
			if len(cells) > mostCells {
				return &Error{File: name, Line: line, Text: fmt.Sprintf("a row of %d cells; %d is the most", len(cells), mostCells)}
			}
			if !yield(Row{Line: line, Cells: cells}) {
				return errStop
			}
			bounded.row()
			continue
		}
		if p := new(csv.ParseError); errors.As(err, &p) {
			return &Error{File: name, Line: p.Line, Text: p.Err.Error()}
		}
		if errors.Is(err, errLong) {
			return &Error{File: name, Line: bounded.lines + 1, Text: err.Error()}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		return err
	}
}

var errLong = fmt.Errorf("the row is longer than %d bytes, or a quotation mark is missing", longestLine)

// lineBound ends a text whose rows are too long to be one's: a row that a
// quotation mark holds open may have many lines.
type lineBound struct {
	from  io.Reader
	since int // bytes since the last row
	lines int
}

func (b *lineBound) Read(p []byte) (int, error) {
	if b.since > 2*longestLine {
		return 0, errLong
	}
	n, err := b.from.Read(p[:min(len(p), longestLine)])
	b.since += n
	b.lines += bytes.Count(p[:n], []byte("\n"))
	return n, err
}

func (b *lineBound) row() { b.since = 0 }
