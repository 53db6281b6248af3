package compare

import (
	"fmt"
	"strings"
	"text/tabwriter"
)

// Text returns the table as plain text with aligned columns, for a terminal
// and for a file.
func (t Table) Text() string {
	var out strings.Builder
	head := []string{""}
	for i, c := range t.Columns {
		fmt.Fprintf(&out, "%s  %s  %s; %s", c.Letter, c.Code, c.Title, standing(c))
		if i == t.Baseline {
			out.WriteString("; the baseline")
		}
		out.WriteString("\n")
		head = append(head, c.Letter)
	}
	out.WriteString("\n")
	lines := [][]string{head}
	for _, s := range t.Sections {
		lines = append(lines, []string{strings.ToUpper(s.Name)})
		for _, r := range s.Rows {
			lines = append(lines, r.lines()...)
		}
	}
	out.WriteString(align(lines, len(head)))
	out.WriteString("\n")
	for _, m := range t.missing() {
		fmt.Fprintf(&out, "%s: no value for %s: %s.\n", m.column.Letter, strings.Join(m.rows, ", "), m.why)
	}
	out.WriteString("[+1] difference from the baseline, [+1!] a large one; (best) alone best in its row.\n")
	out.WriteString("AIJRI: higher is harder to automate. It describes typical jobs, and is no forecast.\n")
	for _, id := range t.used() {
		fmt.Fprintf(&out, "%s: %s\n", t.from(id), t.credit(id))
	}
	return out.String()
}

func standing(c Column) string {
	if !c.Scored {
		return "not scored"
	}
	return c.Reading.Zone.Name() + ", " + c.Reading.Status.Name()
}

// lines returns the row, and below it the remarks on its cells, if any.
func (r Row) lines() [][]string {
	name := r.Name
	if r.Unit != "" {
		name += ", " + r.Unit
	}
	line, notes := []string{name}, []string{""}
	for _, c := range r.Cells {
		line, notes = append(line, c.plain()), append(notes, c.Note)
	}
	if strings.Join(notes, "") == "" {
		return [][]string{line}
	}
	return [][]string{line, notes}
}

func (c Cell) plain() string {
	text := c.Text
	switch {
	case c.Diff != "" && c.Large:
		text += " [" + c.Diff + "!]"
	case c.Diff != "":
		text += " [" + c.Diff + "]"
	}
	if c.Best {
		text += " (best)"
	}
	return text
}

// align sets rows of cells in columns, without spaces at the end of lines.
func align(rows [][]string, columns int) string {
	var text strings.Builder
	w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	for _, row := range rows {
		fmt.Fprintln(w, strings.Join(row, "\t")+strings.Repeat("\t", columns-len(row))+"\t")
	}
	w.Flush() // a strings.Builder reports no errors
	var out strings.Builder
	for line := range strings.Lines(text.String()) {
		out.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
	return out.String()
}
