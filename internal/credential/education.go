package credential

import (
	"slices"
	"strings"
)

// Levels are the levels of education from the least to the most, in the words of
// BLS.
var Levels = []string{
	"No formal educational credential",
	"High school diploma or equivalent",
	"Some college, no degree",
	"Postsecondary nondegree award",
	"Associate's degree",
	"Bachelor's degree",
	"Master's degree",
	"Doctoral or professional degree",
}

// Level returns the level that words stand for: those of BLS, or the first of them,
// as in "bachelor", with any kind of apostrophe. It reports false for other words.
func Level(words string) (string, bool) {
	plain := func(text string) string {
		return strings.ToLower(strings.TrimSpace(strings.NewReplacer("’", "'", "`", "'").Replace(text)))
	}
	given := plain(words)
	if given == "" {
		return "", false
	}
	i := slices.IndexFunc(Levels, func(l string) bool { return strings.HasPrefix(plain(l), given) })
	if i < 0 {
		return "", false
	}
	return Levels[i], true
}

// schooling reports whether a person's education meets what a route asks for. It is
// unsure where the route asks for something that the level does not tell, such as a
// number of college credits.
func schooling(held, asked string) State {
	if asked == "" || asked == held {
		return Met
	}
	if held == "" {
		return Unsure
	}
	have, want := slices.Index(Levels, held), slices.Index(Levels, asked)
	if want < 0 { // an amount or a certificate of its own
		return beyond(have, asked)
	}
	if have >= want {
		return Met
	}
	return Unmet
}

// beyond is [schooling] for what is none of the levels. Sixty credits are about two
// years of college: whoever has a degree has as many, who left without one may.
func beyond(have int, asked string) State {
	if !strings.Contains(asked, "credits") {
		return Unmet
	}
	switch {
	case have >= slices.Index(Levels, "Associate's degree"):
		return Met
	case have >= slices.Index(Levels, "Some college, no degree"):
		return Unsure
	}
	return Unmet
}
