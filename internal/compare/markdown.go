package compare

import (
	"fmt"
	"strings"
)

// Markdown returns the table as GitHub renders it: the roles, a table for each
// section with the sources of each row, and below them what is missing and why,
// the credit lines, and what a score is not.
func (t Table) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Comparison of %d roles\n\n", len(t.Columns))
	b.WriteString("| | Role | Code | Zone | Whose score |\n| --- | --- | --- | --- | --- |\n")
	for i, c := range t.Columns {
		letter := c.Letter
		if i == t.Baseline {
			letter += " (baseline)"
		}
		tableRow(&b, letter, escaped(c.Title), escaped(string(c.Code)), c.zone(), escaped(c.status()))
	}
	for _, s := range t.Sections {
		fmt.Fprintf(&b, "\n## %s\n\n| Measure |", escaped(s.Name))
		for _, c := range t.Columns {
			b.WriteString(" " + c.Letter + " |")
		}
		b.WriteString(" Source |\n| --- |" + strings.Repeat(" --- |", len(t.Columns)+1) + "\n")
		for _, r := range s.Rows {
			cells := []string{escaped(join(r.Name, r.unit()))}
			for _, c := range r.Cells {
				cells = append(cells, escapedCell(c))
			}
			tableRow(&b, append(cells, escaped(t.sourcesOf(r)))...)
		}
	}
	b.WriteString("\nIn brackets: the difference from the baseline, a large one in bold. ★: alone best in its row.\n")
	t.writeMissing(&b)
	b.WriteString("\n## Sources\n\n")
	for _, id := range t.used() {
		fmt.Fprintf(&b, "- **%s**: %s\n", escaped(t.from(id)), escaped(t.credit(id)))
	}
	b.WriteString("\n" + escaped(Meaning) + "\n")
	return b.String()
}

func tableRow(b *strings.Builder, cells ...string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

// escapedCell is a value with all that stands beside it on screen.
func escapedCell(c Cell) string {
	text := escaped(c.Text)
	if c.Best {
		text += " ★"
	}
	switch {
	case c.Diff != "" && c.Large:
		text += " (**" + escaped(c.Diff) + "**)"
	case c.Diff != "":
		text += " (" + escaped(c.Diff) + ")"
	case c.Large:
		text = "**" + text + "**" // a task mix, which has no one difference
	}
	if c.Note != "" {
		text += ", " + escaped(c.Note)
	}
	return text
}

// sourcesOf names the sources of a row with their periods, and the columns of
// each where there are several.
func (t Table) sourcesOf(r Row) string {
	var labels []string
	letters := map[string][]string{}
	for i, c := range r.Cells {
		if c.Source == "" {
			continue
		}
		label := t.from(c.Source)
		if period := t.period(c); !strings.Contains(label, period) {
			label = join(label, period)
		}
		if letters[label] == nil {
			labels = append(labels, label)
		}
		letters[label] = append(letters[label], t.Columns[i].Letter)
	}
	if len(labels) == 1 {
		return labels[0]
	}
	for i, label := range labels {
		labels[i] = strings.Join(letters[label], ", ") + ": " + label
	}
	return strings.Join(labels, "; ")
}

// writeMissing tells for each role what it has no value for, each reason once.
func (t Table) writeMissing(b *strings.Builder) {
	head := "\n## What is missing\n\n"
	for _, m := range t.missing() {
		fmt.Fprintf(b, "%s- **%s · %s**: %s: %s\n", head, m.column.Letter, escaped(m.column.Title), escaped(strings.Join(m.rows, ", ")), escaped(m.why))
		head = ""
	}
}

// escaped keeps a text from being read as Markdown or HTML, and a cell within
// its line.
func escaped(text string) string {
	var b strings.Builder
	for _, r := range plain(text) {
		if strings.ContainsRune("\\`*_[]<>|~&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
