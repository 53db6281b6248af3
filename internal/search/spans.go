package search

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

// spans returns where the tokens stand in the text: each token in the words
// that answer it best.
func spans(text string, tokens []string, forgive bool) []Span {
	words := split(nil, text)
	var found []Span
	for _, token := range tokens {
		best := unlike
		for _, w := range words {
			best = min(best, near(token, w.folded, forgive))
		}
		if best == unlike {
			continue
		}
		for _, w := range words {
			if near(token, w.folded, forgive) != best {
				continue
			}
			end := w.end
			if best == begins || best == plural {
				end = w.start + prefix(text[w.start:w.end], len(token))
			}
			found = append(found, Span{w.start, end})
		}
	}
	return merge(found)
}

// merge sorts spans and joins those that overlap.
func merge(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	merged := spans[:0]
	for _, s := range spans {
		if n := len(merged); n > 0 && s.Start < merged[n-1].End {
			merged[n-1].End = max(merged[n-1].End, s.End)
			continue
		}
		merged = append(merged, s)
	}
	return merged
}

// prefix returns how many bytes of text fold to the first n bytes of it, with
// the marks that belong to the last letter.
func prefix(text string, n int) int {
	folded := make([]byte, 0, len(text))
	for i, r := range text {
		if len(folded) >= n && !unicode.Is(unicode.Mn, r) {
			return i
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			folded = appendFolded(folded, r)
		}
	}
	return len(text)
}

// codeSpan is where a code begins with what was typed, punctuation aside.
func codeSpan(code, typed string) []Span {
	n := 0
	for i, r := range code {
		if n >= len(typed) {
			return []Span{{0, i}}
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n += utf8.RuneLen(r)
		}
	}
	return []Span{{0, len(code)}}
}
