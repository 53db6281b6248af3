package method

import (
	"fmt"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"nextrole/internal/aijri"
)

// width is how wide running text is set, in characters.
const width = 80

// Text returns the page as plain text, for a terminal and for the clipboard.
func (d Document) Text() string {
	var out strings.Builder
	out.WriteString(d.Title + "\n")
	for i, s := range d.Sections {
		fmt.Fprintf(&out, "\n%d  %s\n", i+1, s.Title)
		for _, b := range s.Blocks {
			out.WriteString("\n")
			b.write(&out)
		}
	}
	return out.String()
}

func (b Block) write(out *strings.Builder) {
	if b.Text != "" {
		set(out, "", "", b.Text)
	}
	for _, p := range b.Points {
		set(out, "- ", "  ", p)
	}
	for _, r := range b.Rules {
		set(out, fmt.Sprintf("%2d  ", r.Number), "    ", fmt.Sprintf("%s [%s]: %s", r.Name, Origins(r), r.Text))
	}
	if b.Table != nil {
		b.Table.write(out)
	}
}

// Origins says where a rule comes from.
func Origins(r aijri.Rule) string {
	names := make([]string, len(r.From))
	for i, o := range r.From {
		names[i] = o.Name()
	}
	return strings.Join(names, ", ")
}

// set writes text in lines of [width], the first of which begins with lead and
// the others with indent.
func set(out *strings.Builder, lead, indent, text string) {
	line, used := lead, utf8.RuneCountInString(lead)
	begun := false
	for _, word := range strings.Fields(text) {
		size := utf8.RuneCountInString(word)
		if begun && used+1+size > width {
			out.WriteString(line + "\n")
			line, used, begun = indent, utf8.RuneCountInString(indent), false
		}
		if begun {
			line, used = line+" ", used+1
		}
		line, used, begun = line+word, used+size, true
	}
	out.WriteString(line + "\n")
}

// write sets the table in columns, or, where that is too wide, a row to a point.
func (t *Table) write(out *strings.Builder) {
	var text strings.Builder
	w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	for _, row := range append([][]string{t.Head}, t.Rows...) {
		fmt.Fprintln(w, "  "+strings.Join(row, "\t")+"\t")
	}
	w.Flush() // to a builder, which takes all
	var lines []string
	for line := range strings.Lines(text.String()) {
		line = strings.TrimRight(line, " \n")
		if utf8.RuneCountInString(line) > width {
			t.list(out)
			return
		}
		lines = append(lines, line)
	}
	out.WriteString(strings.Join(lines, "\n") + "\n")
}

func (t *Table) list(out *strings.Builder) {
	for _, row := range t.Rows {
		text := row[0] + "."
		for i, cell := range row[1:] {
			text += " " + t.Head[i+1] + ": " + strings.TrimSuffix(cell, ".") + "."
		}
		set(out, "- ", "  ", text)
	}
}
