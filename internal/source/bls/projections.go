package bls

import (
	"context"
	"fmt"
	"math"
	"path"
	"regexp"
	"strings"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/table"
)

// projected is where the columns of a table of projections are; −1 where there
// is none.
type projected struct {
	title, code, kind                     int
	base, target                          int
	baseYear, targetYear                  string
	growth, openings                      int
	education, experience, training, wage int
}

var (
	employmentIn = regexp.MustCompile(`(?i)^employment,? (20\d\d)$`)
	footnoteMark = regexp.MustCompile(`\[\d+\]`)
)

// projectionColumns finds the columns by what their names begin with: the years
// are part of the names, and so are footnotes and dashes.
func projectionColumns(header []string) projected {
	c := projected{-1, -1, -1, -1, -1, "", "", -1, -1, -1, -1, -1, -1}
	for i, name := range header {
		name = strings.ToLower(strings.TrimSpace(footnoteMark.ReplaceAllString(name, "")))
		switch m := employmentIn.FindStringSubmatch(name); {
		case m != nil && c.base < 0:
			c.base, c.baseYear = i, m[1]
		case m != nil && c.target < 0:
			c.target, c.targetYear = i, m[1]
		case strings.Contains(name, "matrix title"), name == "occupation title":
			c.title = i
		case strings.Contains(name, "matrix code"), name == "occupation code":
			c.code = i
		case name == "occupation type":
			c.kind = i
		case strings.HasPrefix(name, "employment change, percent"), strings.HasPrefix(name, "employment percent change"):
			c.growth = i
		case strings.HasPrefix(name, "occupational openings"):
			c.openings = i
		case strings.HasPrefix(name, "typical education"), strings.HasPrefix(name, "typical entry-level education"):
			c.education = i
		case strings.HasPrefix(name, "work experience"):
			c.experience = i
		case strings.HasPrefix(name, "typical on-the-job"):
			c.training = i
		case strings.HasPrefix(name, "median annual wage"):
			c.wage = i
		}
	}
	return c
}

// complete reports whether the columns are those of the table of all occupations,
// rather than of a list of the fastest growing ones.
func (c projected) complete() bool {
	return c.code >= 0 && c.title >= 0 && c.base >= 0 && c.target >= 0 && c.growth >= 0 && c.openings >= 0 && c.education >= 0
}

// projections is a table of them as far as it has been read.
type projections struct {
	source.Remarks
	projected
	source nextrole.Source
	span   nextrole.Period // "2024-34"
	rows   int
	sums   int
	byCode
}

func readProjections(ctx context.Context, t *table.Table, l layout) (source.Reading, error) {
	p := &projections{Remarks: source.RemarksOn(t.File), projected: projectionColumns(l.header)}
	p.span = nextrole.Period(p.baseYear + "-" + p.targetYear[2:])
	p.source = nextrole.Source{
		ID: nextrole.SourceID("ep-" + string(p.span)), Publisher: publisher,
		Title: "Employment Projections " + p.span.String(), Short: "BLS, " + p.span.String(), Release: p.span.String(), Period: p.span,
		File: path.Base(t.File), License: "public domain",
		Credit: "Source: U.S. Bureau of Labor Statistics, Employment Projections, " + p.span.String() + ".",
	}
	n := 0
	for row := range t.Rows() {
		if row.Line <= l.line {
			continue
		}
		if n++; n%4096 == 0 && ctx.Err() != nil {
			return source.Reading{}, ctx.Err()
		}
		p.take(row)
	}
	if err := t.Err(); err != nil {
		return source.Reading{}, err
	}
	r := source.Reading{Source: p.source, Parts: []source.Part{{Name: "Occupational projections", File: t.File, Rows: p.rows, Roles: p.sorted()}}}
	if p.sums > 0 {
		r.Remarks = append(r.Remarks, source.Remark{File: t.File, Text: fmt.Sprintf("%d rows are sums of groups of occupations, and are left out.", p.sums)})
	}
	r.Remarks = append(r.Remarks, p.All()...)
	return r, nil
}

// plainCode takes what the site's export puts around a code away: ="13-2011".
func plainCode(cell string) string { return strings.Trim(cell, `="' `) }

func (p *projections) take(row table.Row) {
	code := plainCode(row.Cell(p.code))
	switch {
	case code == "":
		return // a footnote
	case !nextrole.SOC(code).Valid():
		p.Remark(row.Line, "%q is no code of the projections; the row is left out", code)
		return
	case strings.EqualFold(row.Cell(p.kind), "summary") || p.kind < 0 && strings.HasSuffix(code, "000"):
		p.sums++
		return
	}
	p.rows++
	role, there := p.role(nextrole.Code(code))
	if there {
		p.Remark(row.Line, "%s is there twice; the first counts", code)
		return
	}
	title, _, _ := strings.Cut(footnoteMark.ReplaceAllString(row.Cell(p.title), ""), " *") // the site adds other names
	role.Title = strings.TrimSpace(title)
	base, target := nextrole.Period(p.baseYear), nextrole.Period(p.targetYear+" projected")
	p.figure(row, role, p.base, nextrole.Employment, "jobs", base, 1000)
	p.figure(row, role, p.target, nextrole.Employment, "jobs", target, 1000)
	p.figure(row, role, p.growth, nextrole.Growth, "percent", p.span, 1)
	p.figure(row, role, p.openings, nextrole.Openings, "jobs/year", p.span, 1000)
	for _, f := range []struct {
		at   int
		into **nextrole.Fact
	}{{p.education, &role.Education}, {p.experience, &role.Experience}, {p.training, &role.Training}} {
		cell := row.Cell(f.at)
		if _, marked := marks[cell]; marked || cell == "" {
			continue
		}
		*f.into = &nextrole.Fact{Value: strings.Clone(cell), Period: base, Source: p.source.ID}
	}
}

// figure reads one figure, which the table gives in units of so many.
func (p *projections) figure(row table.Row, role *nextrole.Role, at int, kind nextrole.Kind, unit string, period nextrole.Period, of float64) {
	cell := row.Cell(at)
	v, note, ok := number(cell)
	switch {
	case !ok:
		p.Remark(row.Line, "%q is no number; it is left out", cell)
		return
	case v == nil && note == "":
		return
	case v != nil && *v < 0 && kind != nextrole.Growth:
		p.Remark(row.Line, "%q is below 0; it is left out", cell)
		return
	case v != nil:
		*v = math.Round(*v*of*10) / 10 // printed with one decimal
		if of > 1 {
			*v = math.Round(*v)
		}
	}
	role.Figures = append(role.Figures, nextrole.Figure{
		Kind: kind, Value: v, Unit: unit, Period: period, Place: nextrole.Nation, Source: p.source.ID, Note: note,
	})
}
