package document

import (
	"slices"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/internal/source"
)

// mark is a line of a written document, with all its marks.
type mark struct {
	number int
	raw    string // without the spaces around it
	in     string // the heading it stands below
	cells  []string
	cut    bool           // a row that does not end as one
	column map[string]int // of a row below a known head of columns
}

// key is what two lines have in common that say the same: their place and words,
// however the document is spaced.
func (m mark) key() string { return m.in + "\n" + strings.Join(strings.Fields(m.raw), " ") }

// about is what a computed line speaks of; "" where it is none.
func (m mark) about() string {
	if len(m.cells) == 0 {
		return ""
	}
	return m.in + "\n" + m.cells[0]
}

// marksOf reads the lines that say something. Heads of columns are kept, and the
// lines that only draw a table are not.
func marksOf(text string) []mark {
	var list []mark
	in, row := "", 0
	for i, raw := range strings.Split(text, "\n") {
		m := mark{number: i + 1, raw: trim(raw), in: in}
		if !strings.HasPrefix(m.raw, "|") {
			row = 0
			if m.raw == "" {
				continue
			}
			if heading, ok := headingOf(m.raw); ok && !strings.HasPrefix(m.raw, "# ") {
				in, m.in = heading, heading
			}
			list = append(list, m)
			continue
		}
		row++
		if row == 2 && strings.Trim(m.raw, "|-: ") == "" {
			continue
		}
		var whole bool
		m.cells, whole = splitRow(m.raw)
		m.cut = !whole
		list = append(list, m)
	}
	return list
}

// headingOf returns the words of a heading.
func headingOf(raw string) (string, bool) {
	words := strings.TrimLeft(raw, "#")
	if words == raw || !strings.HasPrefix(words, " ") {
		return "", false
	}
	return trim(words), true
}

// written reads a document as [Markdown] writes it.
type written struct {
	*reader
	assessment nextrole.Assessment
	parts      map[string]part
	columns    map[string]int // of the table that is being read; nil in none
	wide       int            // how many columns that has
	met        map[string]int // parts, ratings and fields, and the lines they are on
	given      []counter
	rest       []mark // what holds nothing of the assessment itself
}

// counter is a fact against a rating, kept until all ratings are read.
type counter struct {
	line   int
	rating string
	given  string
	nextrole.Counter
}

// readWritten reads a document in our own form. What its lines say beyond the
// assessment is what NextRole computes and writes itself: where that differs, it is
// remarked on or left.
func (d *reader) readWritten(text string, version, line int) error {
	if version != FormVersion {
		return d.newer(line, strconv.Itoa(version))
	}
	w := &written{reader: d, parts: map[string]part{headPart.head: headPart}, met: map[string]int{}}
	w.assessment = nextrole.Assessment{Author: unknownAuthor, Status: nextrole.Own, Inputs: &nextrole.Inputs{}}
	for _, p := range parts {
		w.parts[p.head] = p
	}
	for _, m := range marksOf(text) {
		if err := w.line(m); err != nil {
			return err
		}
	}
	if err := w.complete(); err != nil {
		return err
	}
	w.compare()
	return nil
}

// line reads one line.
func (w *written) line(m mark) error {
	if m.cells != nil || m.cut {
		return w.row(m)
	}
	w.columns = nil
	if _, ok := headingOf(m.raw); ok {
		if _, known := w.parts[m.in]; known && !strings.HasPrefix(m.raw, "# ") {
			return w.once(m.in, m.number, "the part")
		}
		w.rest = append(w.rest, m)
		return nil
	}
	switch bullet, isBullet := strings.CutPrefix(m.raw, "- "); {
	case m.in == missingPart.head && isBullet:
		c := w.account()
		c.NotCaptured = append(c.NotCaptured, unmark(trim(bullet)))
		return nil
	case m.in == wordsPart.head && m.raw == nothingSaid:
		w.account()
		return nil
	}
	if name, text, ok := fieldOf(m.raw); ok {
		if used, err := w.field(m, name, text); used || err != nil {
			return err
		}
	}
	w.rest = append(w.rest, m)
	return nil
}

// fieldOf reads a paragraph that begins with a name: "**Name:** text".
func fieldOf(raw string) (name, text string, ok bool) {
	raw, ok = strings.CutPrefix(raw, "**")
	if !ok {
		return "", "", false
	}
	name, text, ok = strings.Cut(raw, ":**")
	return name, trim(text), ok
}

// once fails where something that can only be there once is there again.
func (w *written) once(name string, line int, what string) error {
	if before := w.met[name]; before > 0 {
		return w.fail(line, "%s %q is there twice, also on line %d. Take one of them away, and import the file again", what, name, before)
	}
	w.met[name] = line
	return nil
}

func (w *written) account() *nextrole.Account {
	if w.assessment.Account == nil {
		w.assessment.Account = &nextrole.Account{}
	}
	return w.assessment.Account
}

// field reads a text with a name, and reports whether it is one of ours.
func (w *written) field(m mark, name, raw string) (bool, error) {
	switch {
	case m.in == scorePart.head && name == "Assessor’s score in place of the formula’s":
		score, err := w.scored(m, name, raw)
		if err == nil {
			w.override().Score = score
			err = w.once("field "+name, m.number, "the text")
		}
		return true, err
	case m.in == scorePart.head && name == "Reason":
		w.override().Reason = unescape(raw)
		return true, w.once("field "+name, m.number, "the text")
	case m.in == wordsPart.head:
		for _, t := range texts(w.account()) {
			if t.name == name {
				*t.text = unescape(raw)
				return true, w.once("field "+name, m.number, "the text")
			}
		}
	}
	return false, nil
}

func (w *written) override() *nextrole.Override {
	if w.assessment.Override == nil {
		w.assessment.Override = &nextrole.Override{}
	}
	return w.assessment.Override
}

// scored reads a score from 0 to 100.
func (w *written) scored(m mark, name, raw string) (float64, error) {
	score, err := strconv.ParseFloat(raw, 64)
	if err != nil || !(score >= 0 && score <= 100) {
		return 0, w.fail(m.number, "%s is %q, and not a number from 0 to 100", name, raw)
	}
	return score, nil
}

// row reads a row of a table, or its head of columns.
func (w *written) row(m mark) error {
	p, known := w.parts[m.in]
	if !known || p.columns == nil {
		w.rest = append(w.rest, m)
		return nil
	}
	if w.columns == nil {
		return w.begin(m, p)
	}
	if len(w.columns) == 0 {
		w.rest = append(w.rest, m)
		return nil
	}
	switch {
	case m.cut:
		return w.fail(m.number, "the row under %s does not end with “|”: it may have been cut short. Mend it, and import the file again", w.under(m))
	case len(m.cells) < w.wide:
		return w.fail(m.number, "the row under %s has %d cells, and its table has %d: it may have been cut short. Mend it, and import the file again", w.under(m), len(m.cells), w.wide)
	case len(m.cells) > w.wide:
		return w.fail(m.number, "the row under %s has %d cells, and its table has %d. Write “\\|” for a “|” within a text, and import the file again", w.under(m), len(m.cells), w.wide)
	}
	m.column = w.columns
	used, err := w.cells(m)
	if err != nil {
		return err
	}
	if !used {
		w.rest = append(w.rest, m)
	} else {
		w.extra(m, p)
	}
	return nil
}

func (w *written) under(m mark) string {
	if m.in == "" {
		return "the title"
	}
	return "“" + m.in + "”"
}

// begin reads the head of a table. One without any of the columns of its part is
// somebody's own table.
func (w *written) begin(m mark, p part) error {
	w.columns, w.wide = map[string]int{}, len(m.cells)
	ours := slices.ContainsFunc(m.cells, func(c string) bool { return slices.Contains(p.columns, c) })
	if !ours {
		w.rest = append(w.rest, m)
		return nil
	}
	for i, c := range m.cells {
		if _, twice := w.columns[c]; twice {
			return w.fail(m.number, "the column %q is there twice under %s", c, w.under(m))
		}
		w.columns[c] = i
	}
	for _, c := range p.columns {
		if _, there := w.columns[c]; !there {
			return w.fail(m.number, "the column %q is missing under %s. The table needs: %s", c, w.under(m), strings.Join(p.columns, ", "))
		}
	}
	return w.once("table "+m.in, m.number, "the table")
}

// extra leaves what stands in columns that the form does not have.
func (w *written) extra(m mark, p part) {
	for i, c := range m.cells {
		ours := slices.ContainsFunc(p.columns, func(name string) bool { return m.column[name] == i })
		if !ours && c != "" {
			w.left = append(w.left, source.Passage{File: w.name, Line: m.number, Text: unescape(c)})
		}
	}
}

// raw is a cell as it is written, and text what it says.
func (m mark) cell(column string) string { return m.cells[m.column[column]] }
func (m mark) text(column string) string { return unescape(m.cell(column)) }

// compare checks what was written about the assessment against what NextRole
// writes about it now.
func (w *written) compare() {
	now := map[string]bool{}
	about := map[string]mark{}
	a := w.assessment // whose it is stands there as the document says it
	a.Code = w.role.Code
	for _, m := range marksOf(string(Markdown(a, w.role.Title))) {
		now[m.key()] = true
		about[m.about()] = m
	}
	for _, m := range w.rest {
		same, computed := about[m.about()]
		switch {
		case now[m.key()]:
		case m.about() != "" && computed:
			w.remark(m.number, "the document says “%s”; its own numbers make “%s”", said(m), said(same))
		default:
			w.left = append(w.left, source.Passage{File: w.name, Line: m.number, Text: m.raw})
		}
	}
	if w.met[methodPart.head] == 0 {
		w.remark(0, "the part %q, with which the document ends, is not there. If it was cut short, something may be missing", methodPart.head)
	}
}

// said is a row as a person reads it.
func said(m mark) string {
	return strings.Join(strings.Fields(unescape(strings.ReplaceAll(strings.Join(m.cells, " "), "**", ""))), " ")
}
