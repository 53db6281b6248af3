// Package crosswalk reads tables that lead from one classification of occupations
// to another. One code may become several, and several one: both stay visible.
package crosswalk

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/table"
)

// kind is a crosswalk that is known by its columns.
type kind struct {
	id, name           string
	from, to           string // classifications
	fromCode, fromName string // columns
	toCode, toName     string
}

var kinds = []kind{
	{"soc-2010-2018", "SOC 2010 to SOC 2018", "SOC 2010", "SOC 2018", "soc_2010_code", "soc_2010_title", "soc_2018_code", "soc_2018_title"},
	{"soc-2010-2018", "SOC 2010 to SOC 2018", "SOC 2010", "SOC 2018", "2010 SOC Code", "2010 SOC Title", "2018 SOC Code", "2018 SOC Title"},
	{"onet-soc-2019-soc-2018", "O*NET-SOC 2019 to SOC 2018", "O*NET-SOC 2019", "SOC 2018", "O*NET-SOC 2019 Code", "O*NET-SOC 2019 Title", "2018 SOC Code", "2018 SOC Title"},
	{"cip-2020-soc-2018", "CIP 2020 to SOC 2018", "CIP 2020", "SOC 2018", "CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title"},
	{"onet-soc-2019-nem", "O*NET-SOC 2019 to the projections’ matrix", "O*NET-SOC 2019", "projections’ matrix", "O*NET-SOC Code", "O*NET-SOC Title", "NEM Code", "National Employment Matrix Occupational Title"},
}

// Link leads from one code to another.
type Link struct{ From, FromTitle, To, ToTitle string }

// Crosswalk is all links from one classification to another, in the order of its
// table.
type Crosswalk struct {
	ID       string // of the kind of crosswalk: "soc-2010-2018"
	From, To string // "SOC 2010"
	Links    []Link
}

// SOC2010 is the id of the crosswalk from SOC 2010 to SOC 2018.
const SOC2010 = "soc-2010-2018"

// Targets returns what a code became, in order; nil where it is not there.
func (c Crosswalk) Targets(from string) []Link {
	var list []Link
	for _, l := range c.Links {
		if l.From == from {
			list = append(list, l)
		}
	}
	return list
}

// Many lists the codes that became several, in order.
func (c Crosswalk) Many() []string { return several(c.Links, func(l Link) string { return l.From }) }

// Joined lists the codes that several became, in order.
func (c Crosswalk) Joined() []string { return several(c.Links, func(l Link) string { return l.To }) }

func several(links []Link, code func(Link) string) []string {
	n := map[string]int{}
	var list []string
	for _, l := range links {
		if n[code(l)]++; n[code(l)] == 2 {
			list = append(list, code(l))
		}
	}
	return list
}

// Chain leads from the first crosswalk's codes to the second's, by the codes
// between. Every way is kept.
func Chain(a, b Crosswalk) Crosswalk {
	c := Crosswalk{ID: a.ID + "+" + b.ID, From: a.From, To: b.To}
	after := map[string][]Link{}
	for _, l := range b.Links {
		after[l.From] = append(after[l.From], l)
	}
	for _, l := range a.Links {
		for _, m := range after[l.To] {
			c.Links = append(c.Links, Link{l.From, l.FromTitle, m.To, m.ToTitle})
		}
	}
	return c
}

// Turned leads the other way.
func (c Crosswalk) Turned() Crosswalk {
	t := Crosswalk{ID: c.ID + " turned", From: c.To, To: c.From}
	for _, l := range c.Links {
		t.Links = append(t.Links, Link{l.To, l.ToTitle, l.From, l.FromTitle})
	}
	return t
}

// headerWithin is how many rows may stand before a table's header.
const headerWithin = 8

func find(t *table.Table) (k kind, c table.Columns, line int, ok bool) {
	n := 0
	for row := range t.Rows() {
		if n++; n > headerWithin {
			break
		}
		c := table.ColumnsOf(row.Cells)
		for _, k := range kinds {
			// The sheet that runs the other way, and those that only have what is
			// new, say the same once more.
			if c.Has(k.fromCode, k.toCode) && c.At(k.fromCode) < c.At(k.toCode) && !partial(t.Sheet) {
				return k, c, row.Line, true
			}
		}
	}
	return kind{}, nil, 0, false
}

// partial reports whether a sheet lists only what was added or taken away.
func partial(sheet string) bool {
	return strings.HasPrefix(sheet, "New ") || strings.HasPrefix(sheet, "Unmatched ") || strings.Contains(strings.ToLower(sheet), "matches")
}

// Recognize reports whether a table is a crosswalk that is known.
func Recognize(t *table.Table) bool {
	_, _, _, ok := find(t)
	return ok
}

// Links reads the links of a table that Recognize accepts.
func Links(ctx context.Context, t *table.Table) (Crosswalk, []source.Remark, error) {
	k, columns, line, ok := find(t)
	if !ok {
		return Crosswalk{}, nil, &table.Error{File: t.File, Text: "this is no crosswalk that is known"}
	}
	c := Crosswalk{ID: k.id, From: k.from, To: k.to}
	remarks := source.RemarksOn(t.File)
	seen := map[Link]bool{}
	n := 0
	for row := range t.Rows() {
		if n++; n%4096 == 0 && ctx.Err() != nil {
			return c, nil, ctx.Err()
		}
		l := Link{row.Cell(columns.At(k.fromCode)), row.Cell(columns.At(k.fromName)), row.Cell(columns.At(k.toCode)), row.Cell(columns.At(k.toName))}
		switch {
		case row.Line <= line || l.From == "" && l.To == "":
		case l.From == "" || l.To == "":
			remarks.Remark(row.Line, "the row leads from nowhere or to nothing, and is left out")
		case !seen[l]:
			l = Link{strings.Clone(l.From), strings.Clone(l.FromTitle), strings.Clone(l.To), strings.Clone(l.ToTitle)}
			seen[l] = true
			c.Links = append(c.Links, l)
		}
	}
	return c, remarks.All(), t.Err()
}

// Read reads crosswalks as sources whose terms say what each code became.
func Read(ctx context.Context, tables []*table.Table) ([]source.Reading, error) {
	var readings []source.Reading
	for _, t := range tables {
		c, remarks, err := Links(ctx, t)
		if err != nil {
			return nil, err
		}
		r := source.Reading{Source: describe(c, path.Base(t.File)), Remarks: remarks}
		if slices.ContainsFunc(readings, func(have source.Reading) bool { return have.Source.ID == r.Source.ID }) {
			continue
		}
		part := source.Part{Name: c.From + " to " + c.To, File: t.File, Rows: len(c.Links)}
		for _, l := range c.Links {
			part.Terms = append(part.Terms, nextrole.Term{ID: l.From, Name: l.To, Text: l.ToTitle})
		}
		r.Parts = []source.Part{part}
		if many := c.Many(); len(many) > 0 {
			var to []string
			for _, l := range c.Targets(many[0]) {
				to = append(to, l.To)
			}
			r.Remarks = append(r.Remarks, source.Remark{File: t.File, Text: fmt.Sprintf(
				"%d codes of %s became several, such as %s: %s. A figure of such a code is of all of them together.", len(many), c.From, many[0], strings.Join(to, ", "))})
		}
		readings = append(readings, r)
	}
	return readings, nil
}

func describe(c Crosswalk, file string) nextrole.Source {
	return nextrole.Source{
		ID: nextrole.SourceID("crosswalk-" + c.ID), Publisher: "U.S. Department of Labor", Title: "Crosswalk from " + c.From + " to " + c.To,
		Short: c.From + " to " + c.To, File: file, License: "public domain", Credit: "Crosswalk from " + c.From + " to " + c.To + ", U.S. Department of Labor.",
	}
}
