// Package table reads tables row by row, however they are written: tab-separated
// and comma-separated text, and workbooks. Each cell is a string.
package table

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode"
)

// Table is one table: a text file, or one sheet of a workbook.
type Table struct {
	File  string // the name of its file
	Sheet string // empty for text
	rows  func(yield func(Row) bool) error
	err   error
}

// Row is one row of a table.
type Row struct {
	Line  int      // where it begins: 1 is the first line of the text, or row of the sheet
	Cells []string // valid until the next row; trailing empty cells may be absent
}

// Rows visits the rows in order, without those that are empty. Afterwards Err
// says whether that was all.
func (t *Table) Rows() iter.Seq[Row] {
	return func(yield func(Row) bool) {
		t.err = t.rows(func(r Row) bool { return empty(r.Cells) || yield(r) })
		if errors.Is(t.err, errStop) {
			t.err = nil
		}
	}
}

// Err returns why the last Rows ended early: an [*Error], or what the system
// says. It is nil where the rows were read to the end, or the loop was left.
func (t *Table) Err() error { return t.err }

// Error is a defect of a file that ends its reading.
type Error struct {
	File string
	Line int // 0 where it is about the file
	Text string
}

// Error names file, line and defect.
func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.File, e.Text)
	}
	return fmt.Sprintf("%s, line %d: %s", e.File, e.Line, e.Text)
}

var errStop = errors.New("table: the loop was left")

func empty(cells []string) bool {
	for _, c := range cells {
		if c != "" {
			return false
		}
	}
	return true
}

// Opener opens what a file holds, from its start.
type Opener func() (io.ReadCloser, error)

// Columns finds columns by their names, however those are written: "O*NET-SOC
// Code", "onet_soc_code" and "O*NET SOC code" are one name.
type Columns map[string]int

// ColumnsOf reads a header. Of two columns of one name the first counts.
func ColumnsOf(header []string) Columns {
	c := Columns{}
	for i, name := range header {
		name = plain(name)
		if _, there := c[name]; !there && name != "" {
			c[name] = i
		}
	}
	return c
}

// Has reports whether there is a column of each name.
func (c Columns) Has(names ...string) bool {
	for _, name := range names {
		if _, ok := c[plain(name)]; !ok {
			return false
		}
	}
	return true
}

// At returns the place of a column, −1 where there is none.
func (c Columns) At(name string) int {
	if i, ok := c[plain(name)]; ok {
		return i
	}
	return -1
}

// Cell returns cell i without the spaces around it, or "" where there is none.
func (r Row) Cell(i int) string {
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return strings.TrimSpace(r.Cells[i])
}

// plain keeps the letters and digits of a name, in lower case.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}
