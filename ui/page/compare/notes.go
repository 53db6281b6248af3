package compare

import (
	"slices"
	"strings"

	"nextrole"
	table "nextrole/internal/compare"
)

// remark is a line below the table: what it is about, and what there is to say.
type remark struct{ head, body string }

// notes spells out what the table only marks, so that nothing is told by
// pointing alone.
func (m *model) notes() []remark {
	var notes []remark
	for i, c := range m.table.Columns {
		notes = append(notes, m.columnNotes(i, c)...)
	}
	notes = append(notes, m.noDifference()...)
	for _, s := range m.table.Sections {
		for _, r := range s.Rows {
			if words := scale(r); words != "" {
				notes = append(notes, remark{r.Name, "Drawn on a line from " + words + "."})
			}
		}
	}
	return append(notes,
		remark{"Tinted cells", "Another zone, 20% more or less pay, 10 points of job growth, 1 of task resistance, 30 points in one type of task, or 2 on ratings."},
		remark{"Stars", "The best value of a row, where one end is clearly better and no two share it. Barriers, openings and the number of jobs get none."},
		remark{"Task mix", "DISP is rated as displaceable: AI does most of it. AUG: AI helps, a person leads. NOT: a person does it."},
		remark{"If raters differ", "The range runs from the 10th to the 90th percentile if each rating may be one step off, with a chance of 20% either way. This model is NextRole’s own and no part of AIJRI."},
	)
}

// columnNotes gathers what is missing or marked in one column, each reason
// once with the rows it is about.
func (m *model) columnNotes(i int, c table.Column) []remark {
	var reasons []string
	rows := map[string][]string{}
	for _, s := range m.table.Sections {
		for _, r := range s.Rows {
			why := m.reason(i, r.Cells[i])
			if why == "" {
				continue
			}
			if rows[why] == nil {
				reasons = append(reasons, why)
			}
			rows[why] = append(rows[why], inText(r.Name))
		}
	}
	var said []string
	if c.Scored && c.Reading.Status != nextrole.Published {
		said = append(said, sentence("the score and its inputs are marked “"+c.Reading.Status.Name()+"”: an opinion, and no published score"))
	}
	for _, why := range reasons {
		said = append(said, sentence(and(rows[why])+": "+why))
	}
	if len(said) == 0 {
		return nil
	}
	return []remark{{c.Letter + " · " + c.Title, strings.Join(said, " ")}}
}

func (m *model) reason(i int, c table.Cell) string {
	switch {
	case c.Absent:
		return c.Why
	case c.Group != "":
		return "of the wider group " + m.group(i, c.Group) + ", so no star and no difference"
	}
	return ""
}

// noDifference tells which rows have no differences because the baseline has
// nothing of its own there.
func (m *model) noDifference() []remark {
	var rows []string
	for _, s := range m.table.Sections {
		for _, r := range s.Rows {
			base := r.Cells[m.table.Baseline]
			others := slices.ContainsFunc(r.Cells, func(c table.Cell) bool { return c.Value != nil && c.Group == "" })
			if (base.Value == nil || base.Group != "") && others && r.Key != "openings" && r.Key != "jobs" {
				rows = append(rows, inText(r.Name))
			}
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return []remark{{"Baseline " + m.base().Letter, sentence(and(rows) + ": no differences, as the baseline has no figure of its own there")}}
}

// credits names each source with the rows and columns it gives, and the line
// that has to accompany it.
func (m *model) credits() []remark {
	var ids []nextrole.SourceID
	uses := map[nextrole.SourceID][]use{}
	for _, s := range m.table.Sections {
		for _, r := range s.Rows {
			for _, id := range sourcesOf(r) {
				if uses[id] == nil {
					ids = append(ids, id)
				}
				uses[id] = with(uses[id], inText(r.Name), m.where(r, id))
			}
		}
	}
	var credits []remark
	for _, id := range ids {
		s, ok := m.library.Sources()[id]
		if !ok {
			continue
		}
		var given []string
		for _, u := range uses[id] {
			given = append(given, and(u.rows)+u.where)
		}
		words := sentence(strings.Join(given, "; ")) + " " + sentence(s.Credit)
		if s.Quoting != "" {
			words += " " + sentence("quoting "+s.Quoting)
		}
		credits = append(credits, remark{s.Short, words})
	}
	return credits
}

// use is what a source gives: rows, and where in them.
type use struct {
	rows  []string
	where string
}

// with adds a row to those that a source gives in the same place.
func with(uses []use, row, where string) []use {
	for i := range uses {
		if uses[i].where == where {
			uses[i].rows = append(uses[i].rows, row)
			return uses
		}
	}
	return append(uses, use{[]string{row}, where})
}

// sourcesOf lists the sources of a row in the order of its columns.
func sourcesOf(r table.Row) []nextrole.SourceID {
	var ids []nextrole.SourceID
	for _, c := range r.Cells {
		if c.Source != "" && !c.Absent && !slices.Contains(ids, c.Source) {
			ids = append(ids, c.Source)
		}
	}
	return ids
}

// where names the columns and periods of a row that a source gives, as far as
// other columns have another one.
func (m *model) where(r table.Row, id nextrole.SourceID) string {
	var letters, periods []string
	filled := 0
	for i, c := range r.Cells {
		if c.Source == "" || c.Absent {
			continue
		}
		filled++
		if c.Source != id {
			continue
		}
		letters = append(letters, m.table.Columns[i].Letter)
		if p := c.Period.String(); p != "" && !slices.Contains(periods, p) {
			periods = append(periods, p)
		}
	}
	s := ""
	if len(periods) > 0 {
		s = " " + strings.Join(periods, ", ")
	}
	if len(letters) < filled {
		s += " (" + strings.Join(letters, ", ") + ")"
	}
	return s
}

// inText writes a row's name within a sentence.
func inText(name string) string {
	if strings.HasPrefix(name, "AI") {
		return name
	}
	return strings.ToLower(name[:1]) + name[1:]
}

// and joins words as a sentence does.
func and(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
