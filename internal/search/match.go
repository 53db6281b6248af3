package search

import (
	"math/bits"
	"slices"
	"strings"
)

// forgiveness says which words of a query may be read as mistyped.
type forgiveness int

const (
	nothing forgiveness = iota
	unknownWords
	allWords
)

// matching counts, per entry, which tokens were found and at what cost.
type matching struct {
	found []uint16 // a bit per token
	cost  []uint16
}

// mark records a token, unless a closer word of the same token was before.
func (m matching) mark(i int32, bit uint16, cost int) {
	if m.found[i]&bit == 0 {
		m.found[i] |= bit
		m.cost[i] += uint16(cost)
	}
}

// match returns the roles that have all tokens. The query as typed is compared
// with codes; "" leaves that out.
func (x *Index) match(query string, tokens []string, answers []answer) map[int32]candidate {
	m := matching{make([]uint16, len(x.entries)), make([]uint16, len(x.entries))}
	touched := make([]bool, len(x.roles)) // few roles have any of most words
	for i := range answers {
		for how, words := range answers[i] {
			for _, w := range words {
				for _, e := range x.entryOf[w] {
					m.mark(e, 1<<i, closeness(how).cost())
					touched[x.entries[e].role] = true
				}
			}
		}
	}
	all := uint16(1<<len(tokens) - 1)
	found := map[int32]candidate{}
	code := letters(query)
	for role := range int32(len(x.roles)) {
		c, ok := x.matchCode(role, code)
		if !ok && touched[role] {
			c, ok = x.matchRole(role, tokens, m, all)
		}
		if ok {
			found[role] = c
		}
	}
	return found
}

// answer is the words of the index that answer a token, by closeness.
type answer [unlike][]int32

// none reports whether nothing answers.
func (a *answer) none() bool {
	return !slices.ContainsFunc(a[:], func(words []int32) bool { return len(words) > 0 })
}

// answers returns what answers each token.
func (x *Index) answers(tokens []string, forgive forgiveness) []answer {
	as := make([]answer, len(tokens))
	for i, token := range tokens {
		// A single letter followed by other words is a word, as in R&D.
		whole := len(token) == 1 && i < len(tokens)-1
		as[i] = x.closest(token, whole)
		if forgivable(token) && (forgive == allWords || forgive == unknownWords && as[i].none()) {
			x.forgive(token, &as[i])
		}
	}
	return as
}

// closest returns the words that answer a token without a typo.
func (x *Index) closest(token string, whole bool) answer {
	var a answer
	i, _ := slices.BinarySearch(x.words, token)
	for ; i < len(x.words) && strings.HasPrefix(x.words[i], token); i++ {
		how := near(token, x.words[i], false)
		if how == begins && whole {
			continue
		}
		a[how] = append(a[how], int32(i))
	}
	if one := stem(token); one != token {
		if i, ok := slices.BinarySearch(x.words, one); ok {
			a[singular] = append(a[singular], int32(i))
		}
	}
	return a
}

// forgive adds the words that the token may be mistyped for.
func (x *Index) forgive(token string, a *answer) {
	for i, w := range x.words {
		if how := near(token, w, true); how.typo() {
			a[how] = append(a[how], int32(i))
		}
	}
}

// matchCode compares what was typed with the role's code, punctuation aside.
// Letters alone are not taken for the beginning of a code.
func (x *Index) matchCode(role int32, typed string) (candidate, bool) {
	code := x.codes[role]
	c := candidate{entry: x.starts[role] + 1, also: none, tokens: []string{typed}, class: startOfCode}
	switch {
	case typed == "":
		return c, false
	case typed == code:
		c.class = exactCode
		return c, true
	}
	return c, len(typed) >= 2 && strings.ContainsAny(typed, "0123456789") && strings.HasPrefix(code, typed)
}

// matchRole returns the role's best entry among those with all tokens, or the
// entries that have them together.
func (x *Index) matchRole(role int32, tokens []string, m matching, all uint16) (candidate, bool) {
	first, end := x.extent(role)
	var best candidate
	together, count := uint16(0), 0
	for e := first; e < end; e++ {
		together |= m.found[e]
		if m.found[e] != all {
			continue
		}
		c := candidate{entry: e, also: none, tokens: tokens, class: withinField + int(x.entries[e].field), cost: int(m.cost[e])}
		c.partial = x.size[e] > len(tokens)
		if count == 0 || x.better(c, best) {
			best = c
		}
		count++
	}
	switch {
	case count > 0:
		best.count = count
		return best, true
	case together != all:
		return candidate{}, false
	}
	return x.spreadOver(role, tokens, m), true
}

// better reports whether c says more than d about the same role.
func (x *Index) better(c, d candidate) bool {
	if order := compare(c, d); order != 0 {
		return order < 0
	}
	return len(x.entries[c.entry].text) < len(x.entries[d.entry].text)
}

// spreadOver returns the entry with most of the tokens, and the one that adds
// most of the others.
func (x *Index) spreadOver(role int32, tokens []string, m matching) candidate {
	first := x.richest(role, m, 0)
	second := x.richest(role, m, m.found[first])
	return candidate{
		entry: first, also: second, tokens: tokens, class: spread, partial: true,
		cost: int(m.cost[first]) + int(m.cost[second]),
	}
}

// richest returns the role's first entry with most tokens besides those had.
func (x *Index) richest(role int32, m matching, had uint16) int32 {
	first, end := x.extent(role)
	best, most := first, -1
	for e := first; e < end; e++ {
		if n := bits.OnesCount16(m.found[e] &^ had); n > most {
			best, most = e, n
		}
	}
	return best
}

// extent returns the role's entries: from first to before end.
func (x *Index) extent(role int32) (first, end int32) {
	if int(role)+1 < len(x.starts) {
		return x.starts[role], x.starts[role+1]
	}
	return x.starts[role], int32(len(x.entries))
}
