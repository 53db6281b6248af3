package bls

import (
	"cmp"
	"context"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/table"
)

// wageColumn is a column of OEWS that holds a figure.
type wageColumn struct {
	kind   nextrole.Kind
	yearly string
	hourly string // where only that is published; empty for what is no wage
	unit   string
}

var wageColumns = []wageColumn{
	{nextrole.Employment, "TOT_EMP", "", "jobs"},
	{nextrole.PayMean, "A_MEAN", "H_MEAN", "USD/year"},
	{nextrole.PayP10, "A_PCT10", "H_PCT10", "USD/year"},
	{nextrole.PayP25, "A_PCT25", "H_PCT25", "USD/year"},
	{nextrole.PayMedian, "A_MEDIAN", "H_MEDIAN", "USD/year"},
	{nextrole.PayP75, "A_PCT75", "H_PCT75", "USD/year"},
	{nextrole.PayP90, "A_PCT90", "H_PCT90", "USD/year"},
	{nextrole.LocationQuotient, "LOC_QUOTIENT", "", "ratio"},
}

const hourlyUnit = "USD/hour"

// wages is a table of OEWS as far as it has been read.
type wages struct {
	notes
	columns table.Columns
	source  nextrole.Source
	period  nextrole.Period
	parts   []*wagePart
	at      map[string]*wagePart
	summed  int // rows of groups of occupations
	finer   int // rows of industries within sectors
}

// wagePart is what a table says of one place and one industry.
type wagePart struct {
	name            string
	place, industry string
	rows            int
	detailed        map[nextrole.Code]bool // codes of which a row was met that is no broad group's
	byCode
}

var months = regexp.MustCompile(`(?i)(?:^|[^a-z])(?:M|May[ _-]?)(20\d\d)`)

// wagePeriod finds the year that a table is of: in the name of its sheet, else in
// that of its file.
func wagePeriod(t *table.Table) (string, bool) {
	for _, name := range []string{t.Sheet, path.Base(t.File), path.Dir(t.File)} {
		if m := months.FindStringSubmatch(name); m != nil {
			return m[1], true
		}
	}
	return "", false
}

func readWages(ctx context.Context, t *table.Table, l layout) (source.Reading, error) {
	year, ok := wagePeriod(t)
	if !ok {
		return source.Reading{}, &table.Error{File: t.File, Text: "these are wages of OEWS, and nothing says of which year. " +
			"Give the file the name it had, such as national_M2025_dl.xlsx"}
	}
	w := &wages{notes: notes{file: t.File}, columns: l.columns, period: nextrole.Period("May " + year), at: map[string]*wagePart{}}
	w.source = nextrole.Source{
		ID: nextrole.SourceID("oews-" + year + "-05"), Publisher: publisher,
		Title: "Occupational Employment and Wage Statistics, May " + year, Short: "BLS, May " + year, Release: "May " + year,
		License: "public domain", Credit: "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics, May " + year + ".",
	}
	n := 0
	for row := range t.Rows() {
		if row.Line <= l.line {
			continue
		}
		if n++; n%4096 == 0 && ctx.Err() != nil {
			return source.Reading{}, ctx.Err()
		}
		if t.Sheet == "" && len(row.Cells) < len(l.header) && len(row.Cells) > 1 { // a sheet leaves out empty cells at the end
			w.add(row.Line, "the row is cut short, with %d of %d cells; it is left out", len(row.Cells), len(l.header))
			continue
		}
		w.take(row)
	}
	if err := t.Err(); err != nil {
		return source.Reading{}, err
	}
	return w.reading(t.File), nil
}

func (w *wages) cell(row table.Row, name string) string { return row.Cell(w.columns.At(name)) }

// take reads a row. Rows of groups of occupations but the broad ones, and of
// industries within sectors, are only counted.
func (w *wages) take(row table.Row) {
	code := w.cell(row, "OCC_CODE")
	group := strings.ToLower(cmp.Or(w.cell(row, "O_GROUP"), w.cell(row, "OCC_GROUP")))
	switch {
	case code == "" && w.cell(row, "OCC_TITLE") == "":
		return // a footnote
	case !isSOC(code):
		w.add(row.Line, "%q is no SOC code; the row is left out", code)
		return
	case group == "total" || group == "major" || group == "minor":
		w.summed++
		return
	}
	if level := strings.ToLower(w.cell(row, "I_GROUP")); level != "" && level != "cross-industry" && !strings.HasPrefix(level, "cross-industry") && level != "sector" {
		w.finer++
		return
	}
	p := w.part(row)
	p.rows++
	role, there := p.role(nextrole.Code(code))
	if there {
		// Where detailed occupations are not told apart, their group stands for
		// them, and its row is there once as each.
		if group != "detailed" || p.detailed[nextrole.Code(code)] {
			w.add(row.Line, "%s of %s is there twice; the first counts", code, p.name)
		}
		p.detailed[nextrole.Code(code)] = true
		return
	}
	p.detailed[nextrole.Code(code)] = group != "broad"
	role.Title = strings.Clone(w.cell(row, "OCC_TITLE"))
	for _, c := range wageColumns {
		if f, ok := w.figure(row, c, p); ok {
			role.Figures = append(role.Figures, f)
		}
	}
}

// part returns the one for a row's place and industry.
func (w *wages) part(row table.Row) *wagePart {
	place, industry := w.cell(row, "AREA_TITLE"), w.cell(row, "NAICS_TITLE")
	if place == "" || place == "U.S." || w.cell(row, "AREA_TYPE") == "1" {
		place = nextrole.Nation
	}
	if strings.EqualFold(industry, "cross-industry") || w.cell(row, "NAICS") == "000000" {
		industry = ""
	}
	key := place + "\x00" + industry
	p, ok := w.at[key]
	if !ok {
		p = &wagePart{name: "National", place: strings.Clone(place), industry: strings.Clone(industry), detailed: map[nextrole.Code]bool{}}
		if place != nextrole.Nation {
			p.name = p.place
		}
		if industry != "" {
			p.name += ", " + p.industry
		}
		w.at[strings.Clone(key)] = p
		w.parts = append(w.parts, p)
	}
	return p
}

// figure reads one figure of a row. It reports false where the row has none.
func (w *wages) figure(row table.Row, c wageColumn, p *wagePart) (nextrole.Figure, bool) {
	unit, column := c.unit, c.yearly
	if c.hourly != "" && strings.EqualFold(w.cell(row, "HOURLY"), "true") {
		unit, column = hourlyUnit, c.hourly
	}
	cell := w.cell(row, column)
	v, note, ok := number(cell)
	switch {
	case !ok:
		w.add(row.Line, "%q under %s is no number; it is left out", cell, column)
		return nextrole.Figure{}, false
	case v == nil && note == "":
		return nextrole.Figure{}, false
	case v != nil && *v < 0:
		w.add(row.Line, "%q under %s is below 0; it is left out", cell, column)
		return nextrole.Figure{}, false
	}
	return nextrole.Figure{
		Kind: c.kind, Value: v, Unit: unit, Period: w.period, Place: p.place, Industry: p.industry, Source: w.source.ID, Note: note,
	}, true
}

func (w *wages) reading(file string) source.Reading {
	r := source.Reading{Source: w.source}
	r.Source.File = path.Base(file)
	for _, p := range w.parts {
		r.Parts = append(r.Parts, source.Part{Name: p.name, File: file, Rows: p.rows, Roles: p.sorted()})
	}
	slices.SortStableFunc(r.Parts, func(a, b source.Part) int { return strings.Compare(a.Name, b.Name) })
	if w.summed > 0 {
		r.Remarks = append(r.Remarks, source.Remark{File: file, Text: fmt.Sprintf("%d rows are sums of major and minor groups of occupations, and are left out.", w.summed)})
	}
	if w.finer > 0 {
		r.Remarks = append(r.Remarks, source.Remark{File: file, Text: fmt.Sprintf("%d rows are of industries within sectors, and are left out.", w.finer)})
	}
	r.Remarks = append(r.Remarks, w.all()...)
	return r
}
