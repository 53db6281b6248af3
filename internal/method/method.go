// Package method is the page that says how scores are made, as data: what the
// window shows and what the command line prints. Every number of its example
// and of what is known about calibration is computed from the library at hand.
package method

import (
	"nextrole"
	"nextrole/internal/aijri"
)

// Document is the page.
type Document struct {
	Title       string            `json:"title"`
	Sections    []Section         `json:"sections"`
	Example     *Example          `json:"example"` // nil where no role of the library has all its ratings
	Calibration aijri.Calibration `json:"calibration"`
}

// Section is a part of the page. Its ID is a name to lead there by.
type Section struct {
	ID     string  `json:"id"`
	Title  string  `json:"title"`
	Blocks []Block `json:"blocks"`
}

// Block is one of a paragraph, points, a table, or rules.
type Block struct {
	Text   string       `json:"text,omitempty"`
	Points []string     `json:"points,omitempty"`
	Table  *Table       `json:"table,omitempty"`
	Rules  []aijri.Rule `json:"rules,omitempty"`
}

// Table is rows of cells below a head.
type Table struct {
	Head []string   `json:"head"`
	Rows [][]string `json:"rows"`
}

// The sections that others lead to.
const (
	Formula     = "formula"
	Range       = "range"
	Calibration = "calibration"
)

// ExampleRole is the role that the formula is worked through for, if the
// library has its ratings.
const ExampleRole nextrole.Code = "29-9021.00"

// Of writes the page for a library.
func Of(roles []nextrole.Role, sources map[nextrole.SourceID]nextrole.Source) Document {
	d := Document{Title: "How scores are made", Example: exampleOf(roles), Calibration: aijri.Calibrate(roles)}
	d.Sections = []Section{
		{"meaning", "What a score is, and is not", meaning()},
		{Formula, "The formula", formula(d.Example)},
		{"zones", "Zones", zones(d.Example)},
		{"whose", "Whose score it is", append(whose(), drafts()...)},
		{Range, "If raters differ, and what would change a score", append(raters(d.Example), changes(d.Example)...)},
		{Calibration, "Checked against what?", calibration(d.Calibration)},
		{"figures", "Pay and other figures", figures()},
		{"rules", "The rules, one by one", rules()},
		{"credits", "Credits", credits(roles, sources)},
	}
	return d
}

func paragraph(text string) Block    { return Block{Text: text} }
func points(list ...string) Block    { return Block{Points: list} }
func table(head ...string) *Table    { return &Table{Head: head} }
func (t *Table) add(cells ...string) { t.Rows = append(t.Rows, cells) }
func (t *Table) block() Block        { return Block{Table: t} }
