// Package compare lays two to six roles side by side: rows of what can be
// compared, each cell with its difference from a baseline. Only like is
// compared with like: one vintage a row, nothing of a wider group's, and
// differences of the values as they are shown.
package compare

import (
	"fmt"
	"slices"

	"nextrole"
	"nextrole/internal/aijri"
)

// The number of roles that can be compared.
const (
	Least = 2
	Most  = nextrole.MaxPins
)

// Options say how roles are compared. The zero value compares with the first.
type Options struct {
	Baseline int                                   // index of the role that differences are taken from
	Choices  map[nextrole.Code]nextrole.SourceID   // the assessment to show, where the person chose one
	Sources  map[nextrole.SourceID]nextrole.Source // to tell second-hand figures, and to name sources in exports
}

// Table is a comparison, ready to be drawn or written.
type Table struct {
	Columns  []Column
	Sections []Section
	Baseline int // index of a column
	Sources  map[nextrole.SourceID]nextrole.Source
}

// Column is one of the roles.
type Column struct {
	Letter  string // "A" to "F"
	Code    nextrole.Code
	Title   string
	Family  nextrole.Family
	Reading aijri.Reading
	Scored  bool // Reading has a score
}

// Section is a group of rows.
type Section struct {
	Name string
	Rows []Row
}

// Row compares one measure; it has a cell for each column.
type Row struct {
	Key   string // stable id: "score", "taskMix", "payRange" …
	Name  string
	Unit  string // "of 5", or the period of all cells: "May 2025"
	Cells []Cell
	Equal bool // all cells show the same
}

// Cell is what a row shows of one role.
type Cell struct {
	Text string // the value as shown; else "no data", "not given", "not scored" or "range unknown"
	Note string // what has to stand beside it: "group 15-1211", "editors’ draft"

	// Value is the number behind Text, unrounded; nil where Text is words. For
	// the task mix it is the percent of time displaced.
	Value          *float64
	Low, Mid, High *float64     // of a range: 10th, median and 90th; any may be missing
	Split          *aijri.Split // of the task mix

	// Diff is the difference from the baseline: "+20.7", "−6 pts", "same". It is
	// empty in the baseline's column and where the two cannot be compared.
	Diff  string
	Large bool // the difference is a large one
	Best  bool // alone best in the row

	Source nextrole.SourceID
	Period nextrole.Period
	Group  nextrole.SOC // set where the value is a wider group's: it is never compared
	Absent bool
	Why    string // why it is absent
}

// Of compares the roles in the order given. It reports an error for fewer than
// two or more than six roles, one role twice, or a baseline that is none of them.
func Of(roles []nextrole.Role, o Options) (Table, error) {
	if err := check(roles, o); err != nil {
		return Table{}, err
	}
	t := Table{Baseline: o.Baseline, Sources: o.Sources}
	for i, r := range roles {
		reading, scored := aijri.Headline(r.Assessments, o.Choices[r.Code])
		t.Columns = append(t.Columns, Column{
			Letter: string(rune('A' + i)), Code: r.Code, Title: r.Title, Family: r.Family, Reading: reading, Scored: scored,
		})
	}
	f := figures{roles: roles, sources: o.Sources}
	t.Sections = []Section{
		{"AI resistance", t.resistanceRows()},
		{"Pay and outlook", t.payRows(f)},
		{"Getting in", entryRows(roles)},
	}
	for _, s := range t.Sections {
		for i := range s.Rows {
			s.Rows[i].Equal = equal(s.Rows[i].Cells)
		}
	}
	return t, nil
}

func check(roles []nextrole.Role, o Options) error {
	if len(roles) < Least || len(roles) > Most {
		return fmt.Errorf("compare: takes %d to %d roles, not %d", Least, Most, len(roles))
	}
	if o.Baseline < 0 || o.Baseline >= len(roles) {
		return fmt.Errorf("compare: the baseline is role %d of %d", o.Baseline+1, len(roles))
	}
	for i, r := range roles {
		same := func(s nextrole.Role) bool { return s.Code == r.Code }
		if slices.ContainsFunc(roles[:i], same) {
			return fmt.Errorf("compare: %s is given twice", r.Code)
		}
	}
	return nil
}

func equal(cells []Cell) bool {
	for _, c := range cells[1:] {
		if c.Text != cells[0].Text || c.Note != cells[0].Note {
			return false
		}
	}
	return true
}

// OnlyDifferences returns the table without the rows whose cells show the
// same, and how many rows that hides. Sections without rows are left out.
func (t Table) OnlyDifferences() (Table, int) {
	hidden := 0
	var sections []Section
	for _, s := range t.Sections {
		var rows []Row
		for _, r := range s.Rows {
			if r.Equal {
				hidden++
				continue
			}
			rows = append(rows, r)
		}
		if len(rows) > 0 {
			sections = append(sections, Section{s.Name, rows})
		}
	}
	t.Sections = sections
	return t, hidden
}

// missing is what a role has no value for, for one reason.
type missing struct {
	column Column
	rows   []string
	why    string
}

// missing lists what is missing, by role and then by reason.
func (t Table) missing() []missing {
	var list []missing
	for i, c := range t.Columns {
		first := len(list)
		for _, s := range t.Sections {
			for _, r := range s.Rows {
				why := r.Cells[i].Why
				if why == "" {
					continue
				}
				at := slices.IndexFunc(list[first:], func(m missing) bool { return m.why == why })
				if at < 0 {
					list = append(list, missing{column: c, why: why})
					at = len(list) - 1 - first
				}
				list[first+at].rows = append(list[first+at].rows, r.Name)
			}
		}
	}
	return list
}
