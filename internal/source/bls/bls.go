// Package bls reads what the U.S. Bureau of Labor Statistics publishes about
// occupations: wages and jobs of OEWS, for the nation, states, metropolitan areas
// and industries, and the Employment Projections.
//
// What the Bureau leaves out stays out: a wage that it does not publish is a
// figure without a value, and a note says why. It is never 0.
package bls

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/table"
)

// headerWithin is how many rows may stand before a table's header: a title, and
// remarks on it.
const headerWithin = 5

// Recognize reports whether a table is one of OEWS or of the projections.
func Recognize(t *table.Table) bool {
	_, ok := find(t)
	return ok
}

// layout is a table whose header was found.
type layout struct {
	wages   bool // OEWS, else the projections
	columns table.Columns
	line    int // of the header
	header  []string
}

func find(t *table.Table) (layout, bool) {
	n := 0
	for row := range t.Rows() {
		if n++; n > headerWithin {
			break
		}
		l := layout{columns: table.ColumnsOf(row.Cells), line: row.Line, header: slices.Clone(row.Cells)}
		switch {
		case l.columns.Has("OCC_CODE", "TOT_EMP", "A_MEDIAN"):
			l.wages = true
			return l, true
		case projectionColumns(row.Cells).complete():
			return l, true
		}
	}
	return layout{}, false
}

// Read reads tables that Recognize accepts: one reading for each release. A
// table that cannot be read to its end, or whose time nothing tells, is an error.
func Read(ctx context.Context, tables []*table.Table) ([]source.Reading, error) {
	var readings []source.Reading
	for _, t := range tables {
		l, ok := find(t)
		if !ok {
			return nil, &table.Error{File: t.File, Text: "this is no table of wages or projections"}
		}
		read := readProjections
		if l.wages {
			read = readWages
		}
		r, err := read(ctx, t, l)
		if err != nil {
			return nil, err
		}
		readings = add(readings, r)
	}
	return readings, nil
}

// add puts a reading to those of the same release. Of two tables that say the
// same the first counts.
func add(readings []source.Reading, r source.Reading) []source.Reading {
	i := slices.IndexFunc(readings, func(have source.Reading) bool { return have.Source.ID == r.Source.ID })
	if i < 0 {
		return append(readings, r)
	}
	have := &readings[i]
	for _, p := range r.Parts {
		if slices.ContainsFunc(have.Parts, func(q source.Part) bool { return q.Name == p.Name }) {
			r.Remarks = append(r.Remarks, source.Remark{File: p.File, Text: p.Name + " is there twice; the first counts."})
			continue
		}
		have.Parts = append(have.Parts, p)
	}
	have.Remarks = append(have.Remarks, r.Remarks...)
	return readings
}

const publisher = "U.S. Bureau of Labor Statistics"

// marks are what stands in place of a number, and what it means.
var marks = map[string]string{
	"*":  "BLS does not publish this wage",
	"**": "BLS does not publish this number of jobs",
	"#":  "at or above the highest wage that BLS prints",
	"—":  "BLS gives no figure",
	"-":  "BLS gives no figure",
	"–":  "BLS gives no figure",
}

// number reads a number as BLS writes it, with commas between thousands. Of a mark
// it returns what that means. It reports false for what is neither; an empty cell
// is no figure at all, and neither has.
func number(cell string) (value *float64, note string, ok bool) {
	if cell == "" {
		return nil, "", true
	}
	if note, marked := marks[cell]; marked {
		return nil, note, true
	}
	if !written.MatchString(cell) {
		return nil, "", false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(cell, ",", ""), 64)
	if err != nil || v > greatest || v < -greatest {
		return nil, "", false
	}
	return &v, "", true
}

// written is how BLS writes a number, and a spreadsheet: a comma stands between
// thousands, and never before decimals.
var written = regexp.MustCompile(`^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?([eE][-+]?\d+)?$`)

// greatest is more than there are of anybody, or any wage.
const greatest = 1e12

// byCode keeps what a part says of each code, in the order of the codes.
type byCode struct {
	at    map[nextrole.Code]int
	roles []nextrole.Role
}

// role returns that of a code, and whether it is there already.
func (b *byCode) role(code nextrole.Code) (r *nextrole.Role, there bool) {
	if b.at == nil {
		b.at = map[nextrole.Code]int{}
	}
	i, there := b.at[code]
	if !there {
		i = len(b.roles)
		b.at[code] = i
		b.roles = append(b.roles, nextrole.Role{Occupation: nextrole.Occupation{Code: code}})
	}
	return &b.roles[i], there
}

func (b *byCode) sorted() []nextrole.Role {
	slices.SortFunc(b.roles, func(x, y nextrole.Role) int { return strings.Compare(string(x.Code), string(y.Code)) })
	return b.roles
}
