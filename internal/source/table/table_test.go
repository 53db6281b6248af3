package table_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"nextrole/internal/source/table"
)

func opener(text string) table.Opener {
	return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
}

// lines reads a text, each row as its line and its cells.
func lines(t testing.TB, text string) ([]string, error) {
	t.Helper()
	tab := table.FromText("f.txt", opener(text))
	var got []string
	for row := range tab.Rows() {
		got = append(got, fmt.Sprintf("%d %s", row.Line, strings.Join(row.Cells, "|")))
	}
	return got, tab.Err()
}

func TestText(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want []string
	}{
		"tabs":                     {"a\tb\n1\t2\n", []string{"1 a|b", "2 1|2"}},
		"carriage returns":         {"a\tb\r\n1\t2\r\n", []string{"1 a|b", "2 1|2"}},
		"only carriage returns":    {"a\tb\r1\t2\r", []string{"1 a|b", "2 1|2"}},
		"mixed line ends":          {"a\tb\r\n1\t2\n3\t4\r5\t6", []string{"1 a|b", "2 1|2", "3 3|4", "4 5|6"}},
		"no last line end":         {"a\tb\n1\t2", []string{"1 a|b", "2 1|2"}},
		"empty lines":              {"a\tb\n\n\t\n1\t2\n", []string{"1 a|b", "4 1|2"}},
		"a bare quotation mark":    {"a\tb\n5\" pipe\t\"x\" and y\n", []string{"1 a|b", `2 5" pipe|"x" and y`}},
		"a spreadsheet's quotes":   {"a\tb\n\"x, \"\"y\"\"\"\tz\n", []string{"1 a|b", `2 x, "y"|z`}},
		"commas":                   {"a,b\n1,\"2,000\"\n", []string{"1 a|b", "2 1|2,000"}},
		"a line end in a cell":     {"a,b\n1,\"x\ny\"\n2,z\n", []string{"1 a|b", "2 1|x\ny", "4 2|z"}},
		"a mark of Unicode":        {"\xEF\xBB\xBFa,b\n1,2\n", []string{"1 a|b", "2 1|2"}},
		"two bytes to a letter":    {"\xFF\xFEa\x00\t\x00\xe9\x00\n\x001\x00\t\x002\x00", []string{"1 a|é", "2 1|2"}},
		"the code page of Windows": {"a\tcaf\xe9\n1\t\x93x\x94\n", []string{"1 a|café", "2 1|“x”"}},
		"semicolons":               {"a;b\n1;2,5\n", []string{"1 a|b", "2 1|2,5"}},
		"nothing":                  {"", nil},
	} {
		got, err := lines(t, tt.text)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// endless is a text of one line without end.
type endless struct{ left int64 }

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := int(min(int64(len(p)), e.left))
	copy(p[:n], bytes.Repeat([]byte("a\tb,\"c"), n/6+1))
	e.left -= int64(n)
	return n, nil
}

func (e *endless) Close() error { return nil }

// TestOneLongLine reads a gigabyte without a line end, with tabs, with commas and
// with a quotation mark that is never closed.
func TestOneLongLine(t *testing.T) {
	for name, begin := range map[string]string{"tabs": "a\tb\n", "commas": "a,b\n", "open quote": "a,b\n1,\"x"} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		tab := table.FromText("long.txt", func() (io.ReadCloser, error) {
			return struct {
				io.Reader
				io.Closer
			}{io.MultiReader(strings.NewReader(begin), strings.NewReader(strings.Repeat("x", 100)), plain{&endless{left: 1 << 30}}), io.NopCloser(nil)}, nil
		})
		n := 0
		for range tab.Rows() {
			n++
		}
		runtime.ReadMemStats(&after)
		var e *table.Error
		if !errors.As(tab.Err(), &e) || e.Line < 2 || e.File != "long.txt" {
			t.Errorf("%s: %d rows, %v", name, n, tab.Err())
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
			t.Errorf("%s: %d MB were allocated", name, used>>20)
		}
	}
}

// plain has letters only.
type plain struct{ from io.Reader }

func (p plain) Read(b []byte) (int, error) {
	n, err := p.from.Read(b)
	for i := range b[:n] {
		b[i] = 'x'
	}
	return n, err
}

func TestManyCells(t *testing.T) {
	for _, by := range []string{"\t", ","} {
		_, err := lines(t, "a"+by+"b\n"+strings.Repeat("x"+by, 5000)+"\n")
		var e *table.Error
		if !errors.As(err, &e) || e.Line != 2 {
			t.Errorf("5,000 cells by %q: %v", by, err)
		}
	}
}

func TestLeavingEarly(t *testing.T) {
	tab := table.FromText("f.txt", opener("a\tb\n1\t2\n"))
	for range tab.Rows() {
		break
	}
	if tab.Err() != nil {
		t.Errorf("after leaving: %v", tab.Err())
	}
}

func TestColumns(t *testing.T) {
	c := table.ColumnsOf([]string{"O*NET-SOC Code", " Title ", "", "title"})
	if !c.Has("onet_soc_code", "TITLE") || c.Has("", "Task") || c.At("title") != 1 || c.At("none") != -1 {
		t.Errorf("columns %v", c)
	}
	row := table.Row{Cells: []string{"x", " y "}}
	if row.Cell(1) != "y" || row.Cell(2) != "" || row.Cell(-1) != "" {
		t.Error("cells beyond a row are not empty")
	}
}

// workbook writes a workbook with two sheets.
func workbook(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for at, v := range map[string]any{"A1": "code", "B1": "value", "A2": "29-9021", "B2": 95.5, "A4": "late", "B4": "n/a"} {
		if err := f.SetCellValue("Sheet1", at, v); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := f.NewSheet("Second"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestWorkbook(t *testing.T) {
	tables, err := table.FromWorkbook("w.xlsx", opener(string(workbook(t))))
	if err != nil || len(tables) != 2 || tables[1].Sheet != "Second" {
		t.Fatalf("%v, %v", tables, err)
	}
	var got []string
	for row := range tables[0].Rows() {
		got = append(got, fmt.Sprintf("%d %s", row.Line, strings.Join(row.Cells, "|")))
	}
	if diff := cmp.Diff([]string{"1 code|value", "2 29-9021|95.5", "4 late|n/a"}, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	for _, bad := range []string{"PK\x03\x04 and no more", "", string(workbook(t)[:900])} {
		_, err := table.FromWorkbook("bad.xlsx", opener(bad))
		var e *table.Error
		if !errors.As(err, &e) || !strings.Contains(e.Error(), "bad.xlsx") {
			t.Errorf("%d bytes: %v", len(bad), err)
		}
	}
}

// TestWorkbookThatUnpacksToGigabytes has a sheet that says it is larger than any
// memory.
func TestWorkbookThatUnpacksToGigabytes(t *testing.T) {
	content := workbook(t)
	for at := 0; ; {
		i := bytes.Index(content[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		at += i + 4
		binary.LittleEndian.PutUint32(content[at+20:], 3<<30)
	}
	_, err := table.FromWorkbook("huge.xlsx", opener(string(content)))
	var e *table.Error
	if !errors.As(err, &e) || !strings.Contains(err.Error(), "huge.xlsx") {
		t.Errorf("a workbook of gigabytes: %v", err)
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte("a\tb\r\n1\t\"2\"\n"))
	f.Add([]byte("a,b\n\"1,2\n"))
	f.Add([]byte("\xFF\xFEa\x00"))
	f.Fuzz(func(t *testing.T, text []byte) {
		tab := table.FromText("f", opener(string(text)))
		last := 0
		for row := range tab.Rows() {
			if row.Line <= last {
				t.Fatalf("line %d after %d", row.Line, last)
			}
			last = row.Line
			for _, c := range row.Cells {
				if strings.Contains(c, "\r") {
					t.Fatalf("a carriage return in %q", c)
				}
			}
		}
	})
}

func FuzzWorkbook(f *testing.F) {
	f.Add(workbook(f))
	f.Fuzz(func(t *testing.T, content []byte) {
		tables, err := table.FromWorkbook("f", opener(string(content)))
		if err != nil {
			return
		}
		for _, tab := range tables {
			for range tab.Rows() {
			}
		}
	})
}
