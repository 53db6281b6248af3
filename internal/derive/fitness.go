package derive

import (
	"fmt"
	"math"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/rank"
)

// Fitness is how well the rule agrees with scores that people gave, held against
// the published scores and, apart from them, against the editors' drafts. The
// rule is fitted to neither.
type Fitness struct {
	Published Agreement `json:"published"`
	Drafts    Agreement `json:"drafts"`
}

// Agreement is how the rule compares with the scores of one status.
type Agreement struct {
	Status nextrole.Status `json:"status"`
	Pairs  []Pair          `json:"pairs"` // in the order of the roles; never nil

	// Of the pairs. Rank is the correlation of the two orders after Spearman, −1…1,
	// with the average rank for ties; nil for fewer than three pairs and where one
	// side has the same score throughout. The others are nil without pairs.
	Rank         *float64 `json:"rank"`
	Mean         *float64 `json:"mean"`
	MeanAbsolute *float64 `json:"meanAbsolute"`
}

// Pair is a role with both scores, as shown.
type Pair struct {
	Code    nextrole.Code `json:"code"`
	Title   string        `json:"title"`
	Derived float64       `json:"derived"`
	Other   float64       `json:"other"`
	By      float64       `json:"by"` // derived less the other; above 0 the rule sees more resistance
}

// Measure holds the rule against the newest published score and the newest
// editors' draft of each role that has a profile to derive from. It derives
// anew, whatever derived assessments the roles have.
func Measure(roles []nextrole.Role) Fitness {
	published, drafts := agreement(nextrole.Published), agreement(nextrole.Draft)
	for _, r := range roles {
		for _, a := range []*Agreement{&published, &drafts} {
			if other, ok := aijri.Newest(r.Assessments, a.Status); ok {
				a.add(r, *other.Score)
			}
		}
	}
	published.sum()
	drafts.sum()
	return Fitness{Published: published, Drafts: drafts}
}

func agreement(s nextrole.Status) Agreement { return Agreement{Status: s, Pairs: []Pair{}} }

// add derives the role's score and keeps both, where there is one.
func (a *Agreement) add(r nextrole.Role, other float64) {
	if r.Profile == nil {
		return
	}
	draft, err := Draft(*r.Profile)
	if err != nil {
		return
	}
	reading := aijri.Read(draft)
	if reading.Score == nil {
		return
	}
	d, o := aijri.Shown(*reading.Score), aijri.Shown(other)
	a.Pairs = append(a.Pairs, Pair{r.Code, r.Title, d, o, math.Round((d-o)*10) / 10})
}

// sum computes what is told of the pairs together.
func (a *Agreement) sum() {
	if len(a.Pairs) == 0 {
		return
	}
	var derived, other []float64
	var sum, size float64
	for _, p := range a.Pairs {
		derived, other = append(derived, p.Derived), append(other, p.Other)
		sum += p.By
		size += math.Abs(p.By)
	}
	n := float64(len(a.Pairs))
	mean, absolute := sum/n, size/n
	a.Rank, a.Mean, a.MeanAbsolute = rank.Correlation(derived, other), &mean, &absolute
}

const (
	// fewestTold is the least number of pairs whose correlation is told in words.
	// Of fewer than ten, one of 0.6 comes about by chance more than once in twenty.
	fewestTold = 10

	// Limits of the words, on the correlation as shown.
	moderateFrom = 0.6
	strongFrom   = 0.8
)

// Words says in a few sentences how far the rule can be trusted.
func (f Fitness) Words() string { return f.Published.Words() + " " + f.Drafts.Words() }

// Words says in a sentence or two how the rule compares with these scores.
func (a Agreement) Words() string {
	n := len(a.Pairs)
	if n == 0 {
		return fmt.Sprintf("There is no %s to hold the rule against, so nothing can be said of how it compares.", a.name(1))
	}
	head, apart := fmt.Sprintf("Against %d %s: ", n, a.name(n)), "scores "+nextrole.Decimal(*a.MeanAbsolute, 1)+" points apart on average"
	switch {
	case n < fewestTold:
		return head + apart + fmt.Sprintf(". So few, fewer than %d, that nothing can be said of whether the rule puts roles in the right order.", fewestTold)
	case a.Rank == nil:
		return head + apart + ". One side has the same score throughout, so nothing can be said of the order."
	}
	return head + fmt.Sprintf("rank correlation %s (%s), %s.", nextrole.Decimal(*a.Rank, 2), strength(*a.Rank), apart) + caution(*a.Rank)
}

func (a Agreement) name(n int) string {
	name := "published score"
	if a.Status == nextrole.Draft {
		name = "editors’ draft"
	}
	if n != 1 {
		name += "s"
	}
	return name
}

func strength(rho float64) string {
	switch shown := math.Round(rho*100) / 100; {
	case shown >= strongFrom:
		return "strong"
	case shown >= moderateFrom:
		return "moderate"
	}
	return "weak"
}

func caution(rho float64) string {
	if strength(rho) != "weak" {
		return ""
	}
	return " Do not rank roles by their derived scores."
}
