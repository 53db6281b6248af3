package compare

import "nextrole"

// Model is the page's model, to be tested without pixels.
type Model struct{ *model }

// NewModel returns a model brought up to date.
func NewModel(l library, only bool) Model {
	m := newModel(l)
	m.only = only
	m.renew()
	return Model{m}
}

func (m Model) Empty() bool   { return m.empty() }
func (m Model) Count() string { return m.count() }
func (m Model) Letters() (baseline string, codes []nextrole.Code) {
	for _, c := range m.table.Columns {
		codes = append(codes, c.Code)
	}
	return m.base().Letter, codes
}
func (m Model) Next() nextrole.Code                    { return m.next() }
func (m Model) Moved(i, d int) ([]nextrole.Code, bool) { return m.moved(i, d) }
func (m Model) Listed(key string) bool                 { return m.listed[key] }
func (m Model) Starter() []nextrole.Role               { return m.starter() }
func (m Model) Offer() string                          { return m.offer() }
func (m Model) Why() string                            { return m.why() }

// Notes returns the notes as "head: body".
func (m Model) Notes() []string { return lines(m.notes()) }

// Credits returns the sources as "head: body".
func (m Model) Credits() []string { return lines(m.credits()) }

func lines(remarks []remark) []string {
	var all []string
	for _, r := range remarks {
		all = append(all, r.head+": "+r.body)
	}
	return all
}

// Tip returns the explanation of a cell.
func (m Model) Tip(key string, i int) (head, body string) {
	for _, s := range m.table.Sections {
		for _, r := range s.Rows {
			if r.Key == key {
				return m.tip(r, i)
			}
		}
	}
	return "", ""
}

// Scale returns what a row of ranges is drawn on.
func (m Model) Scale(key string) string {
	for _, s := range m.table.Sections {
		for _, r := range s.Rows {
			if r.Key == key {
				return scale(r)
			}
		}
	}
	return ""
}
