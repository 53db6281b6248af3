package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"nextrole"
)

// width is how wide running text is set, in characters.
const width = 80

// table is rows of cells, set in columns. Short rows are filled with nothing.
type table [][]string

func (t table) write(to io.Writer) {
	columns := 0
	for _, row := range t {
		columns = max(columns, len(row))
	}
	var text bytes.Buffer
	w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	for _, row := range t {
		fill := strings.Repeat("\t", columns-len(row))
		fmt.Fprintln(w, strings.Join(row, "\t")+fill+"\t")
	}
	w.Flush()
	for line := range strings.Lines(text.String()) {
		fmt.Fprintln(to, strings.TrimRight(line, " \n"))
	}
}

// paragraph sets text in lines, the later ones indented.
func paragraph(to io.Writer, text, indent string) {
	line, used := "", 0
	for _, word := range strings.Fields(text) {
		size := len([]rune(word))
		if used > 0 && used+1+size > width {
			fmt.Fprintln(to, line)
			line, used = indent, len([]rune(indent))
		} else if used > 0 {
			line, used = line+" ", used+1
		}
		line, used = line+word, used+size
	}
	fmt.Fprintln(to, line)
}

// indented is [paragraph] with a lead before the first line, and as much space and two
// more before the later ones.
func indented(to io.Writer, lead, text string) {
	var lines bytes.Buffer
	paragraph(&lines, text, strings.Repeat(" ", len(lead)+2))
	fmt.Fprintf(to, "%s%s", lead, lines.String())
}

func count(n int, of string) string {
	if n == 1 {
		return "1 " + of
	}
	return fmt.Sprintf("%d %ss", n, of)
}

// shown returns a score as the window shows it, or says that there is none.
func shown(score *float64) string {
	if score == nil {
		return "not scored"
	}
	return nextrole.Score(*score)
}

// zoneName returns the zone's word, and nothing beside "not scored".
func zoneName(z nextrole.Zone) string {
	if z == nextrole.ZoneNone {
		return ""
	}
	return z.Name()
}

func statusName(s *nextrole.Status) string {
	if s == nil {
		return ""
	}
	return s.Name()
}

// signed returns a rating with its sign.
func signed(rating int) string { return nextrole.Signed(float64(rating), 0) }
