package onet

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/table"
)

// part is a table as far as it has been read.
type part struct {
	source.Part
	source.Remarks
	newest string // date met, "08/2023"
	date   string // met last

	codeAt, dateAt int   // columns; −1 where there is none
	err            error // why the table is of no use

	code   nextrole.Code // of the row
	role   *nextrole.Role
	roles  map[nextrole.Code]*nextrole.Role
	seen   map[string]bool // keys met of the occupation seenOf
	seenOf nextrole.Code
	names  map[string]string // names kept once, however many occupations have them
	ends   []func(*nextrole.Role)
}

func newPart(k kind, t *table.Table, columns table.Columns) *part {
	return &part{
		codeAt: columns.At(codeColumn), dateAt: columns.At("Date"),
		Part:    source.Part{Name: k.name, File: t.File},
		Remarks: source.RemarksOn(t.File),
		roles:   map[nextrole.Code]*nextrole.Role{},
		seen:    map[string]bool{},
		names:   map[string]string{},
	}
}

// begin looks at a row's code, and reports whether the row is one to read.
func (p *part) begin(row table.Row) bool {
	code := row.Cell(p.codeAt)
	if string(p.code) != code || p.role == nil {
		switch {
		case old(code):
			p.err = &table.Error{File: p.File, Line: row.Line, Text: "the code " + code + " is of O*NET-SOC 2010, which releases up to 25.0 use. " +
				"NextRole reads releases from 25.1 on, which use O*NET-SOC 2019. Get a later one from onetcenter.org"}
			return false
		case !nextrole.Code(code).Official():
			p.Remark(row.Line, "%q is no O*NET-SOC code; the row is left out", code)
			return false
		}
		p.code = nextrole.Code(code)
		if p.role = p.roles[p.code]; p.role == nil {
			p.role = &nextrole.Role{Occupation: nextrole.Occupation{Code: p.code}}
			p.roles[p.code] = p.role
		}
	}
	if date := row.Cell(p.dateAt); date != "" && date != p.date { // most rows have that of the row before
		p.date = strings.Clone(date)
		if sortable(date) > sortable(p.newest) {
			p.newest = p.date
		}
	}
	return true
}

// profile is that of the row's occupation.
func (p *part) profile() *nextrole.Profile {
	if p.role.Profile == nil {
		p.role.Profile = &nextrole.Profile{Code: p.code}
	}
	return p.role.Profile
}

// first reports whether a row is the first of its occupation with this key, and
// remarks on one that is not.
func (p *part) first(line int, key string) bool {
	if p.seenOf != p.code {
		clear(p.seen)
		p.seenOf = p.code
	}
	if p.seen[key] {
		p.twice(line, key)
		return false
	}
	p.seen[key] = true
	return true
}

func (p *part) twice(line int, what string) {
	p.Remark(line, "%s has %s twice; the first counts", p.code, what)
}

// number reads a number within a range. It is nil where the cell is empty or
// says n/a, and where it is no such number, which is remarked on.
func (p *part) number(line int, cell string, least, most float64) *float64 {
	if cell == "" || cell == "n/a" {
		return nil
	}
	v, err := strconv.ParseFloat(cell, 64)
	if err != nil || math.IsNaN(v) || v < least || v > most {
		p.Remark(line, "%q is no number from %v to %v; it is left out", cell, least, most)
		return nil
	}
	return &v
}

// id reads an id of O*NET, which spreadsheets turn into 21280.0.
func id(cell string) string {
	if cell == "n/a" {
		return ""
	}
	return strings.Clone(strings.TrimSuffix(cell, ".0"))
}

// name reads a word that many rows have.
func (p *part) name(cell string) string {
	name, ok := p.names[cell]
	if !ok {
		name = text(cell)
		p.names[strings.Clone(cell)] = name
	}
	return name
}

// text reads words; n/a is none.
func text(cell string) string {
	if cell == "n/a" {
		return ""
	}
	return strings.Clone(cell)
}

// finish brings what was read into the form of a reading.
func (p *part) finish(id nextrole.SourceID, period nextrole.Period) {
	for _, role := range p.roles {
		for _, end := range p.ends {
			end(role)
		}
		if f := role.Profile; f != nil {
			f.Source, f.Period = id, period
			f.Rated = len(f.Skills) > 0 || len(f.Knowledge) > 0
		}
		if z := role.JobZone; z != nil {
			z.Source, z.Period = id, period
		}
		p.Roles = append(p.Roles, *role)
	}
	slices.SortFunc(p.Roles, func(a, b nextrole.Role) int { return strings.Compare(string(a.Code), string(b.Code)) })
	p.roles, p.seen, p.names, p.role = nil, nil, nil, nil
}
