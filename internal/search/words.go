package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a run of letters and digits in a text.
type word struct {
	folded     string // lower case, without accents
	start, end int    // bytes in the text
}

// split appends the words of text. Punctuation separates words, but for an
// apostrophe inside one and what stands between digits, so that a code is one
// word; combining marks belong to the letter before them.
func split(words []word, text string) []word {
	var folded []byte
	start, end := -1, 0
	flush := func() {
		if start >= 0 {
			words = append(words, word{string(folded), start, end})
		}
		folded, start = folded[:0], -1
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if start < 0 {
				start = i
			}
			folded = appendFolded(folded, r)
			end = i + size
		case start >= 0 && unicode.Is(unicode.Mn, r):
			end = i + size
		case start >= 0 && (r == '\'' || r == '’'):
		case start >= 0 && (r == '-' || r == '.') && digit(text[i-1:]) && digit(text[i+1:]):
		default:
			flush()
		}
		i += size
	}
	flush()
	return words
}

func digit(s string) bool { return s != "" && '0' <= s[0] && s[0] <= '9' }

// most is how many words of a query are looked at; further ones are ignored.
const most = 16

// tokenize returns the folded words of a query, each once. Words that join
// others are left out where there are others, except as the last word, which
// may still be growing.
func tokenize(query string) []string {
	words := split(nil, query)
	var tokens []string
	for i, w := range words {
		if i < len(words)-1 && joins(w.folded) || slices.Contains(tokens, w.folded) || len(tokens) == most {
			continue
		}
		tokens = append(tokens, w.folded)
	}
	return tokens
}

func joins(w string) bool { return w == "and" || w == "of" || w == "the" }

func appendFolded(b []byte, r rune) []byte {
	switch {
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
		return append(b, byte(r))
	case 'A' <= r && r <= 'Z':
		return append(b, byte(r-'A'+'a'))
	case r < utf8.RuneSelf:
		return b
	}
	r = unicode.ToLower(r)
	switch r {
	case 'ß':
		return append(b, "ss"...)
	case 'æ':
		return append(b, "ae"...)
	case 'œ':
		return append(b, "oe"...)
	}
	for _, group := range accented {
		if strings.ContainsRune(group, r) {
			return append(b, group[0])
		}
	}
	return utf8.AppendRune(b, r)
}

// accented lists Latin letters after the plain one that people type for them.
var accented = [...]string{
	"aàáâãäåāăą", "cçćĉċč", "dďđð", "eèéêëēĕėęě", "gĝğġģ", "hĥħ", "iìíîïĩīĭįı", "jĵ", "kķ", "lĺļľŀł",
	"nñńņň", "oòóôõöøōŏő", "rŕŗř", "sśŝşšș", "tţťŧț", "uùúûüũūŭůűų", "wŵ", "yýÿŷ", "zźżž",
}

// closeness says how a word of a text answers a word of a query.
type closeness int

const (
	same     closeness = iota
	plural             // of the query's word
	singular           // of the query's word
	begins
	mistyped
	beginsMistyped
	unlike
)

// typo reports whether the word is one that closeness calls mistyped.
func (c closeness) typo() bool { return c == mistyped || c == beginsMistyped }

// aTypo is what a typo costs: more than all that is not one.
const aTypo = most + 1

// cost weighs a word for the order of results.
func (c closeness) cost() int {
	switch c {
	case same, plural, singular:
		return 0
	case mistyped:
		return aTypo
	case beginsMistyped:
		return aTypo + 1
	}
	return 1
}

// near returns how the word w of a text answers a query's token. Mistyped
// words are told from unlike ones only if forgive is set.
func near(token, w string, forgive bool) closeness {
	switch {
	case token == w:
		return same
	case token == stem(w):
		return plural
	case strings.HasPrefix(w, token):
		return begins
	case w == stem(token):
		return singular
	case !forgive || !forgivable(token):
		return unlike
	}
	return typo(token, w)
}

// stem returns a plural's singular, or the token.
func stem(token string) string {
	if len(token) >= 4 && strings.HasSuffix(token, "s") && !strings.HasSuffix(token, "ss") {
		return token[:len(token)-1]
	}
	return token
}

// forgivable reports whether a typo in the token is forgiven: it has four or
// more letters, and no digit, since a number is either right or another.
func forgivable(token string) bool {
	return utf8.RuneCountInString(token) >= 4 && !strings.ContainsAny(token, "0123456789")
}

// typo compares a token with w and with how w begins, allowing for one letter
// too many, missing or wrong, or two in the wrong order.
func typo(token, w string) closeness {
	i := 0
	for i < len(token) && i < len(w) && token[i] == w[i] {
		i++
	}
	best := unlike
	if i < len(token) {
		best = min(best, agree(token[i+1:], w[i:])) // too many
	}
	if i < len(w) {
		best = min(best, agree(token[i:], w[i+1:])) // missing
	}
	if i < len(token) && i < len(w) {
		best = min(best, agree(token[i+1:], w[i+1:])) // wrong
	}
	if i+1 < len(token) && i+1 < len(w) && token[i] == w[i+1] && token[i+1] == w[i] {
		best = min(best, agree(token[i+2:], w[i+2:]))
	}
	return best
}

// agree compares what follows a typo.
func agree(rest, of string) closeness {
	switch {
	case len(rest) > len(of) || rest != of[:len(rest)]:
		return unlike
	case len(rest) == len(of):
		return mistyped
	}
	return beginsMistyped
}
