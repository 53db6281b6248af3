package compare

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"nextrole"
	table "nextrole/internal/compare"
)

// longestName is the most letters that the name of a comparison may have. It
// leaves the breadcrumb and the file name room.
const longestName = 80

// shown is what the page compares now, to be kept under a name.
func (m *model) shown(name string) nextrole.Comparison {
	c := nextrole.Comparison{Name: name, Baseline: m.base().Code}
	for _, r := range m.roles {
		c.Roles = append(c.Roles, r.Code)
	}
	return c
}

// opened is the kept comparison that the page shows: the same roles in the same
// order, with the same baseline.
func (m *model) opened() (nextrole.Comparison, bool) {
	if m.empty() {
		return nextrole.Comparison{}, false
	}
	now := m.shown("")
	for _, c := range m.library.Comparisons() {
		if slices.Equal(c.Roles, now.Roles) && baselineOf(c) == now.Baseline {
			return c, true
		}
	}
	return nextrole.Comparison{}, false
}

// baselineOf is the role that a comparison takes differences from: the first,
// where it does not say.
func baselineOf(c nextrole.Comparison) nextrole.Code {
	if !slices.Contains(c.Roles, c.Baseline) && len(c.Roles) > 0 {
		return c.Roles[0]
	}
	return c.Baseline
}

// kept returns the kept comparison of a name.
func (m *model) kept(name string) (nextrole.Comparison, bool) {
	all := m.library.Comparisons()
	if i := slices.IndexFunc(all, func(c nextrole.Comparison) bool { return c.Name == name }); i >= 0 {
		return all[i], true
	}
	return nextrole.Comparison{}, false
}

// suggested names what is shown by its roles, with a number where that name is
// taken.
func (m *model) suggested() string {
	name := ""
	if len(m.roles) == table.Least {
		name = m.roles[0].Title + " and " + m.roles[1].Title
	}
	if others := len(m.roles) - 1; name == "" || len([]rune(name)) > longestName {
		name = m.roles[0].Title + " and " + counted(others, "other")
	}
	const number = 4 // letters that a number takes
	name = cut(name, longestName-number)
	free := name
	for n := 2; ; n++ {
		if _, taken := m.kept(free); !taken {
			return free
		}
		free = fmt.Sprintf("%s %d", name, n)
	}
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// cut ends text with an ellipsis where it has more letters than most.
func cut(text string, most int) string {
	if letters := []rune(text); len(letters) > most {
		return strings.TrimSpace(string(letters[:most-1])) + "…"
	}
	return text
}

// left parts the roles of a comparison into those that the library still has
// and the codes of those that it has not.
func (m *model) left(c nextrole.Comparison) (roles, gone []nextrole.Code) {
	for _, code := range c.Roles {
		if _, ok := m.library.Role(code); ok {
			roles = append(roles, code)
		} else {
			gone = append(gone, code)
		}
	}
	return roles, gone
}

// said says that a comparison is open, and what of it is missing.
func (m *model) said(c nextrole.Comparison) string {
	roles, gone := m.left(c)
	words := make([]string, len(gone))
	for i, code := range gone {
		words[i] = string(code)
	}
	switch {
	case len(gone) == 0:
		return "Opened “" + c.Name + "”"
	case len(roles) == 0:
		return "“" + c.Name + "” cannot be opened: the library has none of its roles any more (" + and(words) + ")"
	}
	return "Opened “" + c.Name + "” without " + and(words) + ": no longer in the library"
}

// behind says what a kept comparison has: when it was kept, and its roles.
func (m *model) behind(c nextrole.Comparison) (when, roles string) {
	titles := make([]string, len(c.Roles))
	for i, code := range c.Roles {
		titles[i] = string(code) + " (no longer in the library)"
		if r, ok := m.library.Role(code); ok {
			titles[i] = r.Title
		}
	}
	day := nextrole.Date(c.Saved.Local().Format(time.DateOnly))
	return counted(len(c.Roles), "role") + " · kept " + day, strings.Join(titles, " · ")
}
