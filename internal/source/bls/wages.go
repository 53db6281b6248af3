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
	source.Remarks
	columns table.Columns
	source  nextrole.Source
	period  nextrole.Period
	parts   []*wagePart
	at      map[string]*wagePart
	summed  int // rows of groups of occupations
	finer   int // rows of industries within sectors
	names   map[string]string
}

// wagePart is what a table says of one place and one industry.
type wagePart struct {
	name            string
	place, industry string
	count           int
	detailed        map[nextrole.Code]bool // codes of which a row was met, and whether one was no broad group's
	rows            []wageRow
	at              map[nextrole.Code]int // of rows
}

// wageRow is a row in few bytes: a file of metropolitan areas has 150,000.
type wageRow struct {
	code   nextrole.Code
	title  string
	values [8]float64 // by wageColumns
	notes  [8]string  // why there is no value; "" with a value, or without a figure
	given  uint8      // which have a value, a bit for each
	owners string
	hourly bool
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
	w := &wages{Remarks: source.RemarksOn(t.File), columns: l.columns, period: nextrole.Period("May " + year), at: map[string]*wagePart{}, names: map[string]string{}}
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
			w.Remark(row.Line, "the row is cut short, with %d of %d cells; it is left out", len(row.Cells), len(l.header))
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
	case !nextrole.SOC(code).Valid():
		w.Remark(row.Line, "%q is no SOC code; the row is left out", code)
		return
	case group == "total" || group == "major" || group == "minor":
		w.summed++
		return
	}
	if level := strings.ToLower(w.cell(row, "I_GROUP")); level != "" && level != "cross-industry" && !strings.HasPrefix(level, "cross-industry") && level != "sector" {
		w.finer++
		return
	}
	p, ok := w.part(row)
	if !ok {
		w.Remark(row.Line, "the row does not say which place it is of, and is left out")
		return
	}
	p.count++
	if at, there := p.at[nextrole.Code(code)]; there && w.owners(row) != p.rows[at].owners {
		if len(w.owners(row)) > len(p.rows[at].owners) { // the row of more owners counts
			p.rows[at] = w.row(row, code)
		}
		return
	}
	if _, there := p.detailed[nextrole.Code(code)]; there {
		// Where detailed occupations are not told apart, their group stands for
		// them, and its row is there once as each.
		if group != "detailed" || p.detailed[nextrole.Code(code)] {
			w.Remark(row.Line, "%s of %s is there twice; the first counts", code, p.name)
		}
		p.detailed[nextrole.Code(code)] = true
		return
	}
	r := w.row(row, code)
	p.detailed[r.code] = group != "broad"
	p.at[r.code] = len(p.rows)
	p.rows = append(p.rows, r)
}

// owners is a digit for each kind of employer that a row is of: 1235 is all.
func (w *wages) owners(row table.Row) string { return w.name(w.cell(row, "OWN_CODE")) }

// row reads the values of a row.
func (w *wages) row(row table.Row, code string) wageRow {
	hourly := w.cell(row, "HOURLY") // TRUE, which a workbook may keep as 1
	r := wageRow{code: nextrole.Code(w.name(code)), title: w.name(w.cell(row, "OCC_TITLE")), owners: w.owners(row), hourly: hourly == "1" || strings.EqualFold(hourly, "true")}
	for i, c := range wageColumns {
		w.value(row, i, c, &r)
	}
	return r
}

// name keeps a word once, however many rows have it.
func (w *wages) name(cell string) string {
	name, ok := w.names[cell]
	if !ok {
		name = strings.Clone(cell)
		w.names[name] = name
	}
	return name
}

// place is what a row is of: older files name a state or an area in other columns,
// and national ones had none. It reports false where there is a column, and nothing
// in it.
func (w *wages) place(row table.Row) (string, bool) {
	named := false
	for _, column := range []string{"AREA_TITLE", "AREA_NAME", "STATE"} {
		if w.columns.At(column) < 0 {
			continue
		}
		if named = true; w.cell(row, column) != "" {
			place := w.cell(row, column)
			if place == "U.S." || place == "National" || w.cell(row, "AREA_TYPE") == "1" {
				place = nextrole.Nation
			}
			return place, true
		}
	}
	return nextrole.Nation, !named || w.cell(row, "AREA_TYPE") == "1"
}

// part returns the one for a row's place and industry, false where it names no
// place.
func (w *wages) part(row table.Row) (*wagePart, bool) {
	place, ok := w.place(row)
	if !ok {
		return nil, false
	}
	industry := w.cell(row, "NAICS_TITLE")
	if strings.EqualFold(industry, "cross-industry") || w.cell(row, "NAICS") == "000000" {
		industry = ""
	}
	key := place + "\x00" + industry
	p, ok := w.at[key]
	if !ok {
		p = &wagePart{at: map[nextrole.Code]int{}, name: "National", place: strings.Clone(place), industry: strings.Clone(industry), detailed: map[nextrole.Code]bool{}}
		if place != nextrole.Nation {
			p.name = p.place
		}
		if industry != "" {
			p.name += ", " + p.industry
		}
		w.at[strings.Clone(key)] = p
		w.parts = append(w.parts, p)
	}
	return p, true
}

// value reads one value of a row.
func (w *wages) value(row table.Row, i int, c wageColumn, r *wageRow) {
	column := c.yearly
	if c.hourly != "" && r.hourly {
		column = c.hourly
	}
	cell := w.cell(row, column)
	v, note, ok := number(cell)
	switch {
	case !ok:
		w.Remark(row.Line, "%q under %s is no number; it is left out", cell, column)
	case v != nil && *v < 0:
		w.Remark(row.Line, "%q under %s is below 0; it is left out", cell, column)
	case v != nil:
		r.values[i] = *v
		r.given |= 1 << i
	default:
		r.notes[i] = note
	}
}

// roles makes the figures of a part.
func (w *wages) roles(p *wagePart) []nextrole.Role {
	roles := make([]nextrole.Role, 0, len(p.rows))
	for _, row := range p.rows {
		role := nextrole.Role{Figures: make([]nextrole.Figure, 0, len(wageColumns))}
		role.Code = row.code
		if p.place == nextrole.Nation { // elsewhere the same names stand once more
			role.Title = row.title
		}
		for i, c := range wageColumns {
			f := nextrole.Figure{Kind: c.kind, Unit: c.unit, Period: w.period, Place: p.place, Industry: p.industry, Source: w.source.ID, Note: row.notes[i]}
			if c.hourly != "" && row.hourly {
				f.Unit = hourlyUnit
			}
			if row.given&(1<<i) != 0 {
				v := row.values[i]
				f.Value = &v
			} else if f.Note == "" {
				continue
			}
			role.Figures = append(role.Figures, f)
		}
		roles = append(roles, role)
	}
	slices.SortFunc(roles, func(a, b nextrole.Role) int { return strings.Compare(string(a.Code), string(b.Code)) })
	return roles
}

func (w *wages) reading(file string) source.Reading {
	r := source.Reading{Source: w.source}
	r.Source.File = path.Base(file)
	for _, p := range w.parts {
		r.Parts = append(r.Parts, source.Part{Name: p.name, File: file, Rows: p.count, Make: func() []nextrole.Role { return w.roles(p) }})
	}
	slices.SortStableFunc(r.Parts, func(a, b source.Part) int { return strings.Compare(a.Name, b.Name) })
	if w.summed > 0 {
		r.Remarks = append(r.Remarks, source.Remark{File: file, Text: fmt.Sprintf("%d rows are sums of major and minor groups of occupations, and are left out.", w.summed)})
	}
	if w.finer > 0 {
		r.Remarks = append(r.Remarks, source.Remark{File: file, Text: fmt.Sprintf("%d rows are of industries within sectors, and are left out.", w.finer)})
	}
	r.Remarks = append(r.Remarks, w.All()...)
	return r
}
