package compare

import (
	"slices"
	"strings"
	"unicode"

	"nextrole"
)

// Meaning is the sentence that goes with every export of scores.
const Meaning = "AIJRI runs from 0 to 100, and higher is harder to automate. " +
	"A score describes the typical job under a code. It is no forecast of job loss and no judgment of a person."

// used lists the sources of all cells in the order of the rows, also those of
// figures that their source leaves out.
func (t Table) used() []nextrole.SourceID {
	var ids []nextrole.SourceID
	for _, s := range t.Sections {
		for _, r := range s.Rows {
			for _, c := range r.Cells {
				if c.Source != "" && !slices.Contains(ids, c.Source) {
					ids = append(ids, c.Source)
				}
			}
		}
	}
	return ids
}

// credit is the line that has to accompany what a source gives.
func (t Table) credit(id nextrole.SourceID) string {
	s, ok := t.Sources[id]
	if !ok {
		return string(id)
	}
	credit := s.Credit
	if s.Quoting != "" {
		credit += " Quoting " + strings.TrimSuffix(s.Quoting, ".") + "."
	}
	return credit
}

// from names a source by its as-of label.
func (t Table) from(id nextrole.SourceID) string {
	if s, ok := t.Sources[id]; ok {
		return s.Short
	}
	return string(id)
}

// period is what a cell speaks of. A score has none of its own, so there it is
// the release of its source.
func (t Table) period(c Cell) string {
	switch s, ok := t.Sources[c.Source]; {
	case c.Period != "":
		return c.Period.String()
	case c.Source == "":
		return ""
	case ok && s.Release != "":
		return s.Release
	}
	return "undated"
}

// remark is all that stands beside a value: whose it is, what it covers, and
// why there is none.
func (c Cell) remark() string {
	best := ""
	if c.Best {
		best = "best in row"
	}
	return join(c.Note, best, c.Why)
}

// zone and status of a column, in words.
func (c Column) zone() string {
	if !c.Scored {
		return "not scored"
	}
	return c.Reading.Zone.Name()
}

func (c Column) status() string {
	if !c.Scored {
		return "not scored"
	}
	return c.Reading.Status.Name()
}

// unit returns a row's unit as an export names it. On screen the sign beside a
// value says what a figure counts, and the row's unit only of when it is.
func (r Row) unit() string {
	switch r.Key {
	case "pay", "payRange":
		return "USD a year"
	case "growth":
		return "percent over the period"
	case "openings", "jobs":
		return "number"
	case "likely":
		return "of 100, " + r.Unit
	}
	return r.Unit
}

// plain makes one line of valid text: a title or a note may come from a file
// of somebody else's.
func plain(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return strings.TrimSpace(text)
}
