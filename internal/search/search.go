// Package search finds roles by code, title, alternate title and task, as one
// types. It keeps the words of all roles in memory, says why each role matched
// and where, and forgives case, accents, punctuation and one typo a word.
package search

import (
	"cmp"
	"slices"
	"strings"

	"nextrole"
)

// Field is what a query matched in.
type Field int

// The fields, from the one that says most about a role to the one that says least.
const (
	Code Field = iota
	Title
	AltTitle
	Task
)

// String returns the field's name for people.
func (f Field) String() string {
	return [...]string{"code", "title", "also called", "task"}[f]
}

// Span is a part of a text, in bytes; it starts and ends between runes.
type Span struct{ Start, End int }

// Hit is a role that matches a query.
type Hit struct {
	Code       nextrole.Code
	Field      Field
	Text       string // of the field
	Spans      []Span // what matched within Text, in order
	TitleSpans []Span // what matched within the role's title, if anything did
	Why        string // plain words: "title", "also called cancer registrar"
}

// Index answers queries about a fixed set of roles. It is safe for concurrent use.
type Index struct {
	roles   []nextrole.Role
	codes   []string // of the roles, letters and digits alone
	entries []entry
	starts  []int32 // the first entry of each role, which is its title
	words   []string
	entryOf [][]int32 // per word, the entries that have it, ascending
	size    []int     // how many words each entry has
	renames []rename
}

// entry is one searchable text.
type entry struct {
	role  int32
	field Field
	text  string
	why   string
}

// New returns an index of the roles. It keeps the slice.
func New(roles []nextrole.Role) *Index {
	x := &Index{roles: roles}
	b := builder{index: x, ids: map[string]int32{}}
	for i := range roles {
		b.addRole(i)
	}
	b.sortWords()
	return x
}

// Search returns the roles that match all words of the query, best first: an
// exact code, then the title, alternate titles and tasks, and last roles whose
// words are spread over several of these. The last letters of a word need not
// be typed yet. Only where nothing matches is a word read as mistyped. The
// answer to a blank query is nil.
func (x *Index) Search(query string) []Hit {
	found := x.Find(query)
	if found.Len() == 0 {
		return nil
	}
	hits := make([]Hit, found.Len())
	for i := range hits {
		hits[i] = found.Hit(i)
	}
	return hits
}

// Results are the roles that match a query, best first. Where a text matches
// is looked up for the hit asked for alone: a list shows few of a thousand.
type Results struct {
	index *Index
	roles []int32
	found map[int32]candidate
}

// Len returns how many roles match.
func (r Results) Len() int { return len(r.roles) }

// Code returns the code of role i, from 0.
func (r Results) Code(i int) nextrole.Code { return r.index.roles[r.roles[i]].Code }

// Hit returns role i, from 0, with why it matches and where.
func (r Results) Hit(i int) Hit { return r.index.hit(r.roles[i], r.found[r.roles[i]]) }

// Find is [Index.Search] for a list that may be long.
func (x *Index) Find(query string) Results {
	tokens := tokenize(query)
	if len(tokens) == 0 {
		return Results{}
	}
	found := x.find(query, tokens)
	for _, variant := range x.variants(tokens) {
		for role, c := range x.match("", variant.tokens, x.answers(variant.tokens, nothing)) {
			c.why = variant.why
			keep(found, role, c)
		}
	}
	return Results{x, x.order(found), found}
}

// find reads words as mistyped only as far as it takes to find anything.
func (x *Index) find(query string, tokens []string) map[int32]candidate {
	for _, forgive := range []forgiveness{nothing, unknownWords, allWords} {
		answers := x.answers(tokens, forgive)
		if found := x.match(query, tokens, answers); len(found) > 0 {
			return found
		}
		if forgive != nothing && slices.ContainsFunc(answers, func(a answer) bool { return a.none() }) {
			break // more forgiveness gives an unknown word no answer
		}
	}
	return map[int32]candidate{}
}

// candidate is a role with the entry that matches best.
type candidate struct {
	entry   int32
	also    int32 // a second entry, for words spread over several, or none
	tokens  []string
	class   int
	cost    int    // how far the words are from those typed
	partial bool   // the entry has other words than those typed
	count   int    // how many entries of the role match
	why     string // overrides the entry's
}

// none stands for no entry.
const none = -1

func (c candidate) typos() bool { return c.cost >= aTypo }

// The classes of matches, best first. Fields stand between them in order.
const (
	exactCode = iota
	startOfCode
	withinField // + Field
	spread      = withinField + int(Task) + 1
)

// keep takes over the better of two matches of a role.
func keep(found map[int32]candidate, role int32, c candidate) {
	if old, ok := found[role]; !ok || compare(c, old) < 0 {
		found[role] = c
	}
}

func compare(a, b candidate) int {
	return cmp.Or(
		cmpBool(a.typos(), b.typos()),
		cmp.Compare(a.class, b.class),
		cmpBool(a.why != "", b.why != ""),
		cmp.Compare(a.cost, b.cost),
		cmpBool(a.partial, b.partial),
		cmp.Compare(b.count, a.count),
	)
}

func cmpBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// order returns the roles found, best first.
func (x *Index) order(found map[int32]candidate) []int32 {
	roles := make([]int32, 0, len(found))
	for role := range found {
		roles = append(roles, role)
	}
	slices.SortFunc(roles, func(a, b int32) int {
		c, d := found[a], found[b]
		return cmp.Or(
			compare(c, d),
			cmp.Compare(len(x.entries[c.entry].text), len(x.entries[d.entry].text)),
			cmp.Compare(x.roles[a].Code, x.roles[b].Code),
			cmp.Compare(a, b),
		)
	})
	return roles
}

func (x *Index) hit(role int32, c candidate) Hit {
	e, title := x.entries[c.entry], x.entries[x.starts[role]]
	h := Hit{Code: x.roles[role].Code, Field: e.field, Text: e.text, Why: e.why}
	if c.class <= startOfCode {
		h.Spans = codeSpan(e.text, c.tokens[0])
		return h
	}
	h.Spans = spans(e.text, c.tokens, c.typos())
	h.TitleSpans = spans(title.text, c.tokens, c.typos())
	if c.also != none {
		h.Why += "; " + x.entries[c.also].why
	}
	if c.why != "" {
		h.Why = c.why
	}
	return h
}

// why tells what an entry adds to its field's name.
func why(f Field, text string) string {
	switch f {
	case Code:
		return "code " + text
	case AltTitle:
		return "also called " + text
	case Task:
		return "task: " + text
	}
	return f.String()
}

// letters returns s with its letters and digits alone, folded: codes are typed
// with and without punctuation.
func letters(s string) string {
	var all strings.Builder
	for _, w := range split(nil, s) {
		all.WriteString(w.folded)
	}
	return all.String()
}
