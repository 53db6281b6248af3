package welcome

import (
	"strings"

	"nextrole"
	"nextrole/ui/session"
)

// Model is the page's state, for tests.
type Model struct{ *model }

// NewModel returns the state for a session.
func NewModel(s *session.Session) Model { return Model{newModel(s)} }

// Find searches as typing does.
func (m Model) Find(query string) { m.find(query) }

// Step moves in the results.
func (m Model) Step(d int) bool { return m.step(d) }

// Choose chooses a row.
func (m Model) Choose(i int) { m.choose(i) }

// As sets who explores.
func (m Model) As(a nextrole.Audience) { m.audience = a }

// Keep saves the answers.
func (m Model) Keep(home nextrole.Code) { m.keep(home) }

// At returns the marked row.
func (m Model) At() int { return m.at }

// Home returns the chosen role.
func (m Model) Home() nextrole.Code { return m.home }

// Audience returns who explores.
func (m Model) Audience() nextrole.Audience { return m.audience }

// Rows returns the rows shown as text, with what matched in brackets.
func (m Model) Rows() []string {
	var rows []string
	for _, r := range m.shown() {
		rows = append(rows, bracketed(r.title)+" | "+bracketed(r.detail))
	}
	return rows
}

func bracketed(parts []part) string {
	var b strings.Builder
	for _, p := range parts {
		if p.hit {
			b.WriteString("[" + p.text + "]")
		} else {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// More says how many rows are not shown.
func (m Model) More() string { return m.more() }

// Remark is what stands in the field at the right.
func (m Model) Remark() string { return m.remark() }

// Nothing says that no role matches.
func (m Model) Nothing() string { return m.nothing() }

// Suggestion is another search.
func (m Model) Suggestion() string { return m.suggestion() }

// Pass are the words of the link that skips the role.
func (m Model) Pass() string { return m.skip() }

// Lead are the words of the button.
func (m Model) Lead() string { return m.lead() }

// Library tells what the library holds.
func (m Model) Library() (holds, from string) { return m.library() }
