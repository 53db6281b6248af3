package search

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"nextrole"
)

// rename is a name that replaced another. Either finds roles under the other.
type rename struct {
	old, current []string
	why          string
}

var since = regexp.MustCompile(`^(.+) since (\d{4}-\d{2}-\d{2})$`)

// parseRename reads an alternate title that was replaced: "CTR", since
// "ODS since 2024-01-01". Without a date the replacement stands alone.
func parseRename(t nextrole.AltTitle) (rename, bool) {
	if strings.TrimSpace(t.Was) == "" {
		return rename{}, false
	}
	current, when := t.Was, ""
	if m := since.FindStringSubmatch(t.Was); m != nil {
		if day, err := time.Parse(time.DateOnly, m[2]); err == nil {
			current, when = m[1], " on "+day.Format("January 2, 2006")
		}
	}
	return rename{
		old:     tokenize(t.Title),
		current: tokenize(current),
		why:     fmt.Sprintf("%s became %s%s", t.Title, current, when),
	}, true
}

// variant is a query with one name replaced.
type variant struct {
	tokens []string
	why    string
}

// variants returns the query under its old and its current names.
func (x *Index) variants(tokens []string) []variant {
	var vs []variant
	for _, r := range x.renames {
		for _, names := range [][2][]string{{r.old, r.current}, {r.current, r.old}} {
			if replaced, ok := replace(tokens, names[0], names[1]); ok {
				vs = append(vs, variant{replaced, r.why})
			}
		}
	}
	return vs
}

// replace puts the words of one name in the place of another's.
func replace(tokens, name, by []string) ([]string, bool) {
	if len(name) == 0 || len(by) == 0 {
		return nil, false
	}
	for i := 0; i+len(name) <= len(tokens); i++ {
		if slices.Equal(tokens[i:i+len(name)], name) {
			replaced := slices.Concat(tokens[:i], by, tokens[i+len(name):])
			return replaced[:min(len(replaced), most)], true
		}
	}
	return nil, false
}
