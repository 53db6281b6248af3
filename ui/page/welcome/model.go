// Package welcome is the first page a person sees. It says what a score means
// before any is shown, asks who is exploring and which role they know, and
// leads on. It is open later from the menu, with the choices as they are.
package welcome

import (
	"fmt"
	"slices"
	"strings"

	"nextrole"
	"nextrole/internal/search"
	"nextrole/ui/session"
)

// fewRows is how many results are shown before one asks for all.
const fewRows = 4

// statement is a heading with what it says.
type statement struct{ title, text string }

// The words of the page that do not change.
const (
	headline   = "See what in your work resists AI, and where it could lead."
	offline    = "Works offline."
	offlineHow = " No account, no network, nothing sent anywhere. Your pins, notes and choices stay in one file on this computer."

	whoTitle  = "Who is exploring?"
	whoText   = "Every screen is open to you either way. You can change this later, in the menu under Welcome page."
	roleTitle = "Which role do you know best?"
	roleText  = "A place to start, if you like. It stays on this computer."
	dataTitle = "Data on this computer"

	placeholder = "A title, a nickname or a code: registrar, coder, 29-9021"
)

// meaning is what stands before any color: what a score says and does not say.
func meaning() []statement {
	return []statement{
		{
			"What a score means",
			"How strongly a job’s work resists AI, from 0 to 100: higher resists more. It describes the typical job under a code, not a person.",
		},
		{
			"What it does not mean",
			"It is no forecast of job loss. Some scores are drafts by our editors: opinions, and marked so wherever they stand.",
		},
		{
			"How sure it is",
			"Nobody can know exactly. Where the ratings behind a score are known, a range shows how far it could be off.",
		},
	}
}

// choice is one answer to who is exploring.
type choice struct {
	audience    nextrole.Audience
	icon        string
	title, text string
}

func choices() []choice {
	return []choice{
		{
			nextrole.Worker, "person", "I’m exploring for myself",
			"Look up the job you know, what its score rests on, and others to compare.",
		},
		{
			nextrole.Advisor, "people", "I advise others",
			fmt.Sprintf("Look roles up together with a client, and compare up to %d side by side.", nextrole.MaxPins),
		},
		{
			nextrole.Instructor, "teach", "I teach or study",
			"Take a score apart: its tasks, its ratings and the sum, worked through.",
		},
	}
}

// part is a run of text, and whether it is what the search matched.
type part struct {
	text string
	hit  bool
}

// row is a role that matches what is typed. It never carries a score: nobody
// should meet one while they type their own job.
type row struct {
	code          nextrole.Code
	title, detail []part
}

// model is the page's state: the answers so far, kept when the person leads on.
type model struct {
	session  *session.Session
	audience nextrole.Audience
	home     nextrole.Code // the chosen role, or ""
	query    string
	rows     []row
	at       int // the row that Enter chooses, or −1
	all      bool
}

func newModel(s *session.Session) *model {
	m := &model{session: s}
	m.reset()
	return m
}

// reset takes over the choices that are kept.
func (m *model) reset() {
	settings := m.session.Settings()
	m.audience = nextrole.Worker
	if settings.Audience != "" {
		m.audience = settings.Audience
	}
	m.find("")
	if r, ok := m.session.Role(settings.Home); ok {
		m.home, m.query = r.Code, r.Title
		m.rows, m.at = []row{{code: r.Code, title: plain(r.Title), detail: plain(string(r.Code))}}, 0
	}
}

// find searches, and takes back what was chosen: it is no longer what is typed.
func (m *model) find(query string) {
	m.query, m.home, m.all = query, "", false
	m.rows, m.at = nil, -1
	for _, hit := range m.session.Search(query) {
		if r, ok := m.session.Role(hit.Code); ok {
			m.rows = append(m.rows, rowOf(r, hit))
		}
	}
	if len(m.rows) > 0 {
		m.at = 0
	}
}

// shown returns the rows to show.
func (m *model) shown() []row {
	if m.all {
		return m.rows
	}
	return m.rows[:min(len(m.rows), fewRows)]
}

// more says how many rows there are beyond those shown, or "".
func (m *model) more() string {
	rest := len(m.rows) - len(m.shown())
	if rest == 0 {
		return ""
	}
	return fmt.Sprintf("Show %d more", rest)
}

// step moves by d rows and shows all where that leads beyond those shown. It
// reports false where there is nothing to move in.
func (m *model) step(d int) bool {
	if len(m.rows) == 0 {
		return false
	}
	m.at = max(0, min(len(m.rows)-1, m.at+d))
	m.all = m.all || m.at >= fewRows
	return true
}

// choose makes row i the role the person knows.
func (m *model) choose(i int) {
	m.at, m.home = i, m.rows[i].code
	if r, ok := m.session.Role(m.home); ok {
		m.query = r.Title
	}
}

// atChosen reports whether Enter would choose what is chosen already.
func (m *model) atChosen() bool {
	return m.home != "" && m.at >= 0 && m.rows[m.at].code == m.home
}

// blank reports whether nothing is typed.
func (m *model) blank() bool { return strings.TrimSpace(m.query) == "" }

// remark tells how many roles match, or that one is chosen.
func (m *model) remark() string {
	switch n := len(m.rows); {
	case m.home != "":
		return "Chosen"
	case n == 0:
		return ""
	case n == 1:
		return "1 match"
	default:
		return fmt.Sprintf("%d matches", n)
	}
}

// nothing says that no role matches, or "".
func (m *model) nothing() string {
	if m.blank() || len(m.rows) > 0 {
		return ""
	}
	return fmt.Sprintf("No role here goes by “%s” yet. Titles differ from employer to employer, so another one may lead there. You can also start without a role.",
		strings.TrimSpace(m.query))
}

// suggestion is a query near the typed one that finds something, or "".
func (m *model) suggestion() string {
	if m.nothing() == "" {
		return ""
	}
	return m.session.Suggest(m.query)
}

// reopened reports whether the page was finished before, and can be left.
func (m *model) reopened() bool { return m.session.Settings().Welcomed }

// settled reports whether the field shows what is kept, so that Escape has
// nothing to take back.
func (m *model) settled() bool {
	if m.home != "" {
		return m.home == m.session.Settings().Home
	}
	return m.blank()
}

// skip are the words of the link that passes over the role.
func (m *model) skip() string {
	if m.audience == nextrole.Advisor {
		return "Skip, no role in particular"
	}
	return "Skip, I’m studying or between jobs"
}

// lead are the words of the button that leads on.
func (m *model) lead() string {
	switch {
	case m.home == "":
		return "Start exploring"
	case m.audience == nextrole.Worker:
		return "Open my role"
	}
	return "Open this role"
}

// keep saves the answers, with a role or without.
func (m *model) keep(home nextrole.Code) {
	audience := m.audience
	m.session.Change(func(s *nextrole.Settings) {
		s.Welcomed, s.Audience, s.Home = true, audience, home
	})
}

// library tells what the library holds: counted, and where it is from.
func (m *model) library() (holds, from string) {
	count := map[nextrole.Status]int{}
	var sources []nextrole.SourceID
	for _, r := range m.session.Roles() {
		for _, a := range r.Assessments {
			count[a.Status]++
			sources = append(sources, a.Source)
		}
		for _, f := range r.Figures {
			if !f.Kind.Exposure() {
				sources = append(sources, f.Source)
			}
		}
		if r.JobZone != nil {
			sources = append(sources, r.JobZone.Source)
		}
	}
	parts := []string{plural(len(m.session.Roles()), "role", "roles"), "pay and projections by BLS"}
	for _, c := range []struct {
		status    nextrole.Status
		one, many string
	}{
		{nextrole.Published, "published AI-resistance score", "published AI-resistance scores"},
		{nextrole.Draft, "editors’ draft", "editors’ drafts"},
	} {
		if n := count[c.status]; n > 0 {
			parts = append(parts, plural(n, c.one, c.many))
		}
	}
	return strings.Join(parts, ", ") + ".",
		"From: " + strings.Join(m.publishers(sources), ", ") + ". All sources, with credit lines and licenses, are in the menu under Credits and sources. " +
			"For some 1,000 occupations, drop a downloaded release of O*NET on this window."
}

// publishers returns the publishers of sources, each once, by name. Those who
// only quote others are left to the list of all sources, which says whom.
func (m *model) publishers(sources []nextrole.SourceID) []string {
	var names []string
	for _, id := range sources {
		if s, ok := m.session.Source(id); ok && s.Quoting == "" {
			names = append(names, s.Publisher)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return nextrole.Count(float64(n)) + " " + many
}

// rowOf tells why a role matches, with what matched marked.
func rowOf(r nextrole.Role, hit search.Hit) row {
	w := row{code: r.Code, title: marked(r.Title, hit.TitleSpans), detail: plain(string(r.Code))}
	switch {
	case hit.Field == search.Code:
		w.detail = marked(hit.Text, hit.Spans)
	case hit.Field == search.Title && hit.Why == hit.Field.String():
		// The title tells already.
	default:
		w.detail = append(plain(string(r.Code)+" · "), reason(hit)...)
	}
	return w
}

// reason is why a role matches, with what matched marked where it is quoted.
func reason(hit search.Hit) []part {
	before, after, quoted := strings.Cut(hit.Why, hit.Text)
	if !quoted {
		return plain(hit.Why)
	}
	return slices.Concat(plain(before), marked(hit.Text, hit.Spans), plain(after))
}

func plain(text string) []part {
	if text == "" {
		return nil
	}
	return []part{{text: text}}
}

// marked splits text at the spans that matched.
func marked(text string, spans []search.Span) []part {
	var parts []part
	end := 0
	for _, s := range spans {
		parts = append(parts, plain(text[end:s.Start])...)
		parts = append(parts, part{text: text[s.Start:s.End], hit: true})
		end = s.End
	}
	return append(parts, plain(text[end:])...)
}
