package search

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Suggest returns a query near one that has no results which has some: words
// that no role has are replaced by the nearest one that some role has, or left
// out. It returns "" where the query has results, or nothing is near.
func (x *Index) Suggest(query string) string {
	tokens := tokenize(query)
	if len(tokens) == 0 || x.Find(query).Len() > 0 {
		return ""
	}
	suggestion := ""
	for _, token := range tokens {
		longer := strings.TrimSpace(suggestion + " " + x.nearest(token))
		if longer != suggestion && x.Find(longer).Len() > 0 {
			suggestion = longer
		}
	}
	return suggestion
}

// nearest returns the token if a word begins with it, else the word that takes
// the fewest typos, and of these the one in most entries; "" if none is near.
func (x *Index) nearest(token string) string {
	if a := x.closest(token, false); !a.none() {
		return token
	}
	if !forgivable(token) {
		return ""
	}
	nearest, least, uses := "", 1+utf8.RuneCountInString(token)/4, 0
	from := newDistances(token)
	for i, w := range x.words {
		typos := from.to(w, least)
		if typos < least || typos == least && len(x.entryOf[i]) > uses && nearest != "" {
			nearest, least, uses = w, typos, len(x.entryOf[i])
		}
	}
	return nearest
}

// distances counts typos between one word and others. It keeps what it works
// with, since the others are all words of the index.
type distances struct {
	word, other []rune
	rows        [3][]int
}

func newDistances(word string) *distances { return &distances{word: []rune(word)} }

// to counts the letters to insert, drop, change or swap; beyond most it may
// return any number greater than most.
func (d *distances) to(word string, most int) int {
	d.other = d.other[:0]
	for _, r := range word {
		d.other = append(d.other, r)
	}
	s, t := d.word, d.other
	if len(s)-len(t) > most || len(t)-len(s) > most {
		return most + 1
	}
	for i := range d.rows {
		d.rows[i] = slices.Grow(d.rows[i][:0], len(t)+1)[:len(t)+1]
	}
	for j := range d.rows[2] {
		d.rows[2][j] = j
	}
	for i := range s {
		before, last, row := d.rows[(i+1)%3], d.rows[(i+2)%3], d.rows[i%3]
		row[0] = i + 1
		least := row[0]
		for j := range t {
			change := last[j]
			if s[i] != t[j] {
				change++
			}
			row[j+1] = min(change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if least > most+1 { // a swap may still take one off
			return most + 1
		}
	}
	return d.rows[(len(s)-1)%3][len(t)]
}
