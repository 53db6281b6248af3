package compare_test

import (
	"encoding/csv"
	"flag"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nextrole"
	"nextrole/internal/compare"
)

var update = flag.Bool("update", false, "write the golden files anew")

// written is a comparison with everything an export has to tell: a draft, a
// wider group's pay, a score without inputs, and a role that nothing is known of.
func written(t *testing.T) compare.Table {
	t.Helper()
	a := role(own, scored(nextrole.Published, of(20.9), inputs(45, 45, 10, 4, -2, 0, -1)),
		figure(nextrole.PayMedian, "May 2025", 68020), figure(nextrole.PayP10, "May 2025", 39830),
		figure(nextrole.PayP90, "May 2025", 117420), figure(nextrole.Growth, "2024-34", 15.9))
	a.Title = `Registrars | "Tumor" & others`
	a.Education = &nextrole.Fact{Value: "Associate's degree", Period: "2024", Source: "bls"}
	b := role(child, scored(nextrole.Draft, nil, inputs(10, 5, 85, 2, 1, 1, 1)),
		inherited(figure(nextrole.PayMedian, "May 2025", 105850), "15-1211"), figure(nextrole.Growth, "2024-34", -4.2))
	c := role(second, scored(nextrole.Published, of(53.1), nil),
		figure(nextrole.PayMedian, "May 2025", 80730), figure(nextrole.Openings, "2024-34", 3200))
	d := role(ours, nil)
	d.Title = "=HYPERLINK(1)"
	table, err := compare.Of([]nextrole.Role{a, b, c, d}, compare.Options{Sources: map[nextrole.SourceID]nextrole.Source{
		"bls":       {ID: "bls", Short: "BLS, May 2025", Release: "May 2025", Credit: "U.S. Bureau of Labor Statistics."},
		"published": {ID: "published", Short: "AIJRI, undated", Credit: "AIJRI, by its publisher.", Quoting: "a reprint"},
		"draft":     {ID: "draft", Short: "NextRole editors", Release: "2026", Credit: "NextRole’s editors."},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return table
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (−want +got):\n%s", name, diff)
	}
}

func TestExports(t *testing.T) {
	table := written(t)
	golden(t, "comparison.csv", table.CSV())
	golden(t, "comparison.md", table.Markdown())
}

// read parses a CSV whose lines all have as many fields as the first.
func read(t interface{ Fatal(...any) }, text string) [][]string {
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// Numbers are numbers to a program, and what is absent is none.
func TestCSVIsReadByPrograms(t *testing.T) {
	table := written(t)
	lines := read(t, table.CSV())
	field := func(key, column string) string {
		t.Helper()
		at := slices.Index(lines[0], column)
		for _, line := range lines {
			if line[1] == key {
				return line[at]
			}
		}
		t.Fatalf("no line %q", key)
		return ""
	}
	for _, test := range []struct{ key, column, want string }{
		{"code", "A value", "29-9021.00"},
		{"title", "A value", `Registrars | "Tumor" & others`},
		{"title", "D value", "'=HYPERLINK(1)"},
		{"status", "B value", "editors’ draft"},
		{"score", "A value", "20.9"},
		{"score", "C difference", "+32.2"},
		{"score", "D value", "not scored"},
		{"evidence", "A value", "-2"},
		{"evidence", "B value", "+1"},
		{"evidence", "B note", "editors’ draft, best in row"},
		{"evidence", "C value", "not given"},
		{"taskMix.displaced", "A value", "45"},
		{"taskMix.notInvolved", "B value", "85"},
		{"pay", "unit", "USD a year"},
		{"pay", "A value", "68020"},
		{"pay", "A source", "BLS, May 2025"},
		{"pay", "A period", "May 2025"},
		{"pay", "B note", "group 15-1211"},
		{"pay", "B difference", ""},
		{"pay", "C difference", "+12710"},
		{"pay", "D value", "no data"},
		{"payRange.p90", "A value", "117420"},
		{"growth", "A value", "+16"},
		{"growth", "B value", "-4"},
		{"growth", "B difference", "-20"},
	} {
		if got := field(test.key, test.column); got != test.want {
			t.Errorf("%s of %s: %q, want %q", test.column, test.key, got, test.want)
		}
	}
}

// hostile draws what a title may be in a library of somebody else's.
var hostile = rapid.OneOf(
	rapid.String(),
	rapid.StringMatching(`[=+\-@|"'\\,;* \n\r\ta-c0-9😀é]{0,12}`),
)

// drawn is a comparison of roles with any title and any figures.
func drawn(t *rapid.T) ([]nextrole.Role, compare.Table) {
	var roles []nextrole.Role
	for i := range rapid.IntRange(compare.Least, compare.Most).Draw(t, "roles") {
		var figures []nextrole.Figure
		for _, k := range []nextrole.Kind{nextrole.PayMedian, nextrole.PayP10, nextrole.PayP90, nextrole.Growth, nextrole.Openings} {
			f := figure(k, "May 2025", rapid.Float64Range(-1e6, 1e6).Draw(t, string(k)))
			f.Note = hostile.Draw(t, "note")
			switch rapid.IntRange(0, 2).Draw(t, "figure") {
			case 0:
				f.Value = nil
				fallthrough
			case 1:
				figures = append(figures, f)
			}
		}
		r := role([]nextrole.Code{own, second, third, child, ours, "43-4071.00"}[i], nil, figures...)
		r.Title = hostile.Draw(t, "title")
		roles = append(roles, r)
	}
	table, err := compare.Of(roles, compare.Options{Baseline: rapid.IntRange(0, len(roles)-1).Draw(t, "baseline")})
	if err != nil {
		t.Fatal(err)
	}
	return roles, table
}

// Whatever the titles, the CSV has a rectangle of fields, each title comes back
// as one line, and no field is a formula.
func TestCSVOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		roles, table := drawn(t)
		lines := read(t, table.CSV())
		if want := 4 + 5*len(roles); len(lines[0]) != want {
			t.Fatalf("%d columns, want %d", len(lines[0]), want)
		}
		for _, line := range lines {
			for i, field := range line {
				if field == "" || !strings.ContainsRune("=+-@\t\r", rune(field[0])) {
					continue
				}
				if v, err := strconv.ParseFloat(field, 64); err != nil || math.IsInf(v, 0) || math.IsNaN(v) {
					t.Errorf("%s of %s is %q, a formula", lines[0][i], line[1], field)
				}
			}
		}
		for i, r := range roles {
			got := strings.TrimPrefix(lines[2][4+5*i], "'")
			want := strings.TrimPrefix(strings.TrimSpace(oneLine(r.Title)), "'")
			if got != want {
				t.Errorf("title %q comes back as %q", r.Title, got)
			}
		}
	})
}

// oneLine puts a space in place of each control character.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

// Whatever the titles, each line of a Markdown table has the cells of its head.
func TestMarkdownOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		roles, table := drawn(t)
		bars := 0 // of the table that the line stands in
		tables := 0
		for line := range strings.Lines(table.Markdown()) {
			line = strings.TrimSuffix(line, "\n")
			if !strings.HasPrefix(line, "|") {
				bars = 0
				continue
			}
			n := strings.Count(strings.NewReplacer(`\\`, "", `\|`, "").Replace(line), "|")
			if bars == 0 {
				bars = n
				tables++
			}
			if n != bars || !strings.HasSuffix(line, " |") {
				t.Errorf("%d bars, want %d: %q", n, bars, line)
			}
		}
		if tables != 4 {
			t.Errorf("%d tables of %d roles, want 4", tables, len(roles))
		}
	})
}
