package starter_test

import (
	"archive/zip"
	"encoding/csv"
	"encoding/xml"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/source/starter"
)

// reference returns a file of the reference data, which is too large to ship,
// and skips the test where there is none.
func reference(t *testing.T, name ...string) string {
	t.Helper()
	folder := os.Getenv("NEXTROLE_TESTDATA")
	if folder == "" {
		t.Skip("needs the reference data: NEXTROLE_TESTDATA is not set")
	}
	return filepath.Join(append([]string{folder}, name...)...)
}

func roles(t *testing.T) []nextrole.Role {
	t.Helper()
	set, err := starter.Read(assets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	return set.Roles
}

// onet returns the rows of a file of the O*NET 30.1 text release by occupation.
// The release never quotes, so that a bare quotation mark is a part of its cell.
func onet(t *testing.T, name string) map[string][]map[string]string {
	t.Helper()
	text, err := os.ReadFile(reference(t, "onet", "30.1-text", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(strings.ReplaceAll(string(text), "\r\n", "\n"), "\n"), "\n")
	head := strings.Split(lines[0], "\t")
	rows := map[string][]map[string]string{}
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(head) {
			t.Fatalf("%s:%d: %d cells, not %d", name, i+2, len(cells), len(head))
		}
		row := named(head, cells)
		rows[row["O*NET-SOC Code"]] = append(rows[row["O*NET-SOC Code"]], row)
	}
	return rows
}

func named(head, cells []string) map[string]string {
	row := map[string]string{}
	for i, cell := range cells {
		if i < len(head) && head[i] != "" {
			row[head[i]] = strings.TrimSpace(cell)
		}
	}
	return row
}

// table returns the rows below the header of a table of BLS, by occupation. The
// header is the line that holds the column key; sheet counts from 1.
func table(t *testing.T, file string, sheet int, key string) map[string][]map[string]string {
	t.Helper()
	lines := csvLines
	if strings.HasSuffix(file, ".xlsx") {
		lines = func(t *testing.T, file string) [][]string { return sheetLines(t, file, sheet) }
	}
	var head []string
	rows := map[string][]map[string]string{}
	for _, cells := range lines(t, file) {
		if head != nil {
			row := named(head, cells)
			rows[row[key]] = append(rows[row[key]], row)
			continue
		}
		for _, cell := range cells {
			if cell == key {
				head = cells
			}
		}
	}
	if head == nil {
		t.Fatalf("%s has no column %s", file, key)
	}
	return rows
}

func csvLines(t *testing.T, file string) [][]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// sheetLines reads as much of a workbook as the files of BLS need: one sheet,
// with shared strings.
func sheetLines(t *testing.T, file string, sheet int) [][]string {
	t.Helper()
	book, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var shared struct {
		Items []struct {
			Text string   `xml:"t"`
			Runs []string `xml:"r>t"`
		} `xml:"si"`
	}
	part(t, book, "xl/sharedStrings.xml", &shared)
	var content struct {
		Rows []struct {
			Cells []struct {
				Place string `xml:"r,attr"`
				Type  string `xml:"t,attr"`
				Value string `xml:"v"`
			} `xml:"c"`
		} `xml:"sheetData>row"`
	}
	part(t, book, "xl/worksheets/sheet"+strconv.Itoa(sheet)+".xml", &content)
	lines := make([][]string, len(content.Rows))
	for i, row := range content.Rows {
		for _, c := range row.Cells {
			value := c.Value
			if c.Type == "s" {
				n, err := strconv.Atoi(value)
				if err != nil || n >= len(shared.Items) {
					t.Fatalf("%s: %s names no string", file, c.Place)
				}
				value = shared.Items[n].Text + strings.Join(shared.Items[n].Runs, "")
			}
			for len(lines[i]) <= column(c.Place) {
				lines[i] = append(lines[i], "")
			}
			lines[i][column(c.Place)] = value
		}
	}
	return lines
}

func part(t *testing.T, book *zip.ReadCloser, name string, v any) {
	t.Helper()
	f, err := book.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := xml.NewDecoder(f).Decode(v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// column returns the index of the column that a cell such as "AB12" stands in.
func column(place string) int {
	n := 0
	for _, letter := range strings.TrimRight(place, "0123456789") {
		n = n*26 + int(letter-'A') + 1
	}
	return n - 1
}
