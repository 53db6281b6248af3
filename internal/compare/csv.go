package compare

import (
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	"nextrole"
)

// perRole are the columns that each role has in the CSV, after its letter.
var perRole = []string{"value", "note", "difference", "source", "period"}

// CSV returns the table as RFC 4180 has it, in UTF-8, every line with the same
// number of fields. The first four are section, key, measure and unit; then
// each role has a value, a note, its difference from the baseline, a source and
// a period, under its letter.
//
// The lines are those of the section "Roles", which tell what the letters stand
// for; one for each measure, where a range has one for each end and the task mix
// one for each type of work; and those of "About", with the credit lines and
// what a score is not. Numbers are as shown on screen but bare, so that programs
// can read them: 68020, -4. What is absent is in words, and the note says why.
//
// A text that a spreadsheet would take for a formula starts with an apostrophe.
func (t Table) CSV() string {
	head := []string{"section", "key", "measure", "unit"}
	for _, c := range t.Columns {
		for _, name := range perRole {
			head = append(head, c.Letter+" "+name)
		}
	}
	lines := append([][]string{head}, t.roleLines()...)
	for _, s := range t.Sections {
		for _, r := range s.Rows {
			lines = append(lines, t.measureLines(s.Name, r)...)
		}
	}
	lines = append(lines, t.aboutLines()...)

	var b strings.Builder
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, line := range lines {
		cells := make([]string, len(head)) // an empty field for what a line has not
		for i, text := range line {
			cells[i] = harmless(plain(text))
		}
		w.Write(cells) // a strings.Builder reports no errors
	}
	w.Flush()
	return b.String()
}

func (t Table) roleLines() [][]string {
	line := func(key, measure string, value func(Column) string) []string {
		cells := []string{"Roles", key, measure, ""}
		for _, c := range t.Columns {
			cells = append(cells, value(c), "", "", "", "")
		}
		return cells
	}
	code := line("code", "Code", func(c Column) string { return string(c.Code) })
	code[5+t.Baseline*len(perRole)] = "baseline"
	return [][]string{
		code,
		line("title", "Title", func(c Column) string { return c.Title }),
		line("zone", "Zone", Column.zone),
		line("status", "Status of the score", Column.status),
	}
}

// part is a number of a cell that has several.
type part struct {
	key, name string
	value     func(Cell) string
}

// parts lists what has a line of its own, or nil for a row of single values.
// In one field, "10 / 5 / 85" would be a date to a spreadsheet.
func (r Row) parts() []part {
	money := func(v *float64) string {
		if v == nil {
			return "not given"
		}
		return nextrole.Money(*v)
	}
	switch r.Key {
	case "taskMix":
		return []part{
			{"displaced", "displaced", func(c Cell) string { return share(c.Split.Disp) }},
			{"augmented", "augmented", func(c Cell) string { return share(c.Split.Aug) }},
			{"notInvolved", "not involved", func(c Cell) string { return share(c.Split.Not) }},
		}
	case "payRange":
		return []part{
			{"p10", "10th percentile", func(c Cell) string { return money(c.Low) }},
			{"median", "median", func(c Cell) string { return money(c.Mid) }},
			{"p90", "90th percentile", func(c Cell) string { return money(c.High) }},
		}
	case "likely":
		return []part{
			{"p10", "low end", func(c Cell) string { return nextrole.Score(*c.Low) }},
			{"p90", "high end", func(c Cell) string { return nextrole.Score(*c.High) }},
		}
	}
	return nil
}

func (t Table) measureLines(section string, r Row) [][]string {
	line := func(key, name string, value func(Cell) string) []string {
		cells := []string{section, key, name, r.unit()}
		for _, c := range r.Cells {
			text := c.Text
			if !c.Absent {
				text = value(c)
			}
			cells = append(cells, bare(text), c.remark(), difference(c.Diff), t.from(c.Source), t.period(c))
		}
		return cells
	}
	parts := r.parts()
	if parts == nil {
		return [][]string{line(r.Key, r.Name, func(c Cell) string { return c.Text })}
	}
	var lines [][]string
	for i, p := range parts {
		if i > 0 { // a task mix is best by what is displaced
			r.Cells = slices.Clone(r.Cells)
			for j := range r.Cells {
				r.Cells[j].Best = false
			}
		}
		lines = append(lines, line(r.Key+"."+p.key, r.Name+", "+p.name, p.value))
	}
	return lines
}

// difference is a difference as a number: that of two equal values is 0.
func difference(shown string) string {
	if shown == "same" {
		return "0"
	}
	return bare(strings.TrimSuffix(shown, " pts"))
}

func (t Table) aboutLines() [][]string {
	lines := [][]string{{"About", "meaning", Meaning}}
	for _, id := range t.used() {
		lines = append(lines, []string{"About", "source " + string(id), t.from(id) + ": " + t.credit(id)})
	}
	return lines
}

// bare strips a number of what keeps programs from reading it: the minus sign
// of print, dollars, commas between thousands and percent. Other text stays.
func bare(text string) string {
	number := strings.NewReplacer("−", "-", "$", "", ",", "").Replace(strings.TrimSuffix(text, "%"))
	if strings.TrimLeft(number, "+-.0123456789") != "" {
		return text // also of what ParseFloat would take: "Inf", "0x1p4", "1_000"
	}
	if _, err := strconv.ParseFloat(number, 64); err != nil {
		return text
	}
	return number
}

// harmless keeps a spreadsheet from computing a text that came with the data:
// it takes what begins like a formula for one.
func harmless(text string) string {
	if text == "" || !strings.ContainsRune("=+-@＝＋－＠", []rune(text)[0]) {
		return text
	}
	if _, err := strconv.ParseFloat(text, 64); err == nil {
		return text
	}
	return "'" + text
}
