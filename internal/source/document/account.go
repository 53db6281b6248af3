package document

import (
	"strconv"
	"strings"

	"nextrole"
)

// nothingSaid keeps an account without words apart from none.
const nothingSaid = "Nothing is said yet."

// told is a text of an account and what it is called in a document.
type told struct {
	name string
	text *string
}

func texts(c *nextrole.Account) []told {
	return []told{
		{"Most exposed", &c.MostExposed},
		{"Least exposed", &c.LeastExposed},
		{"What separates the two", &c.Separator},
		{"The role some years on", &c.Outlook},
	}
}

// account writes what an assessment says in words.
func (p *page) account(c nextrole.Account, in *nextrole.Inputs) {
	p.line("## %s", wordsPart.head)
	silent := true
	for _, t := range texts(&c) {
		silent = silent && *t.text == ""
		p.field(t.name, *t.text)
	}
	if silent && len(c.Timeline)+len(c.Actions)+len(c.Next)+len(c.NotCaptured)+len(c.Mixes)+len(c.Neighbors) == 0 {
		p.line("%s", nothingSaid)
	}
	if p.list(timelinePart, len(c.Timeline)) {
		for _, f := range c.Timeline {
			p.row(strconv.Itoa(f.FromYear), strconv.Itoa(f.ToYear), escape(string(f.Label)), escape(f.What))
		}
		p.line("Years are counted from the day of the assessment.")
	}
	if p.list(actionsPart, len(c.Actions)) {
		for _, a := range c.Actions {
			p.row(escape(a.Title), escape(a.Detail))
		}
	}
	p.pointers(nextPart, c.Next)
	if len(c.NotCaptured) > 0 {
		p.line("### %s\n", missingPart.head)
		for _, n := range c.NotCaptured {
			p.b.WriteString("- " + inList(n) + "\n")
		}
	}
	if p.list(mixesPart, len(c.Mixes)) {
		for _, m := range c.Mixes {
			p.row(escape(m.Name), numbers(m.Tasks), byName(m.Tasks, in))
		}
	}
	p.pointers(neighborPart, c.Neighbors)
}

// list begins a table below the words, and reports whether it has rows.
func (p *page) list(t part, rows int) bool {
	if rows == 0 {
		return false
	}
	p.line("### %s", t.head)
	p.table(t)
	return true
}

func (p *page) pointers(t part, list []nextrole.Pointer) {
	if p.list(t, len(list)) {
		for _, r := range list {
			p.row(escape(string(r.Code)), escape(r.Reason))
		}
	}
}

// inList writes a text for a list, where some beginnings would make it a heading,
// a quotation or a list of its own.
func inList(text string) string {
	written := orMark(text)
	digits := strings.TrimLeft(written, "0123456789")
	switch {
	case strings.ContainsAny(written[:1], "#>+-="):
		return `\` + written
	case len(digits) < len(written) && digits != "" && strings.ContainsAny(digits[:1], ".)"):
		return written[:len(written)-len(digits)] + `\` + digits
	}
	return written
}

// numbers are those of tasks as people count them, from 1.
func numbers(tasks []int) string {
	list := make([]string, len(tasks))
	for i, t := range tasks {
		list[i] = strconv.Itoa(t + 1)
	}
	return strings.Join(list, ", ")
}

// byName are the tasks behind the numbers.
func byName(tasks []int, in *nextrole.Inputs) string {
	var list []string
	for _, t := range tasks {
		if in != nil && t >= 0 && t < len(in.Tasks) {
			list = append(list, escape(in.Tasks[t].Brief()))
		}
	}
	return strings.Join(list, "; ")
}
