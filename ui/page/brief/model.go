// Package brief is a role in short, as the preview of Explore and the head of
// the role page show it: the score with whose it is, where it stands, and the
// figures asked for first.
package brief

import (
	"fmt"
	"math"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/chart"
)

// Stat is a figure with its name and where it is from.
type Stat struct {
	Label  string
	Value  string // "no data" where Absent
	Source string // "BLS, May 2025"; of a wider group, that group first
	Absent bool
	Stale  bool // other roles of the library have a newer one; Source says so
}

// Library is what the figures of a role are read with.
type Library interface {
	Sources() map[nextrole.SourceID]nextrole.Source
	Newest(nextrole.Kind) nextrole.Period
}

// noData stands where the library has no figure.
const noData = "no data"

// Stats returns the figures asked for first: pay, growth, openings, typical
// entry, job zone, jobs.
func Stats(r nextrole.Role, l Library) []Stat {
	sources := l.Sources()
	figure := func(label string, k nextrole.Kind, format func(float64) string) Stat {
		f, ok := nextrole.Shown(r.Figures, k)
		if !ok {
			return Stat{Label: label, Value: noData, Source: why(r), Absent: true}
		}
		s := Stat{Label: label, Value: format(*f.Value), Source: AsOfFigure(sources, f)}
		if years := l.Newest(k).Year() - f.Period.Year(); years > 0 {
			s.Stale = true
			s.Source += ", " + older(years) + " than for other roles"
		}
		return s
	}
	fact := func(label string, f *nextrole.Fact, format func(string) string) Stat {
		if f == nil {
			return Stat{Label: label, Value: noData, Source: why(r), Absent: true}
		}
		return Stat{Label: label, Value: format(f.Value), Source: AsOf(sources, f.Source, f.Period, f.Parent)}
	}
	pay := figure("Median pay a year", nextrole.PayMedian, nextrole.Money)
	if f, ok := byTheHour(r); ok && pay.Absent {
		pay = Stat{Label: "Median pay an hour", Value: nextrole.Cents(*f.Value), Source: AsOfFigure(sources, f)}
	}
	return []Stat{
		pay,
		figure("Job growth", nextrole.Growth, nextrole.SignedPercent),
		figure("Openings a year", nextrole.Openings, nextrole.Count),
		fact("Typical entry", r.Education, Degree),
		fact("Job zone", r.JobZone, func(v string) string { return v + " of 5" }),
		figure("Jobs", nextrole.Employment, nextrole.Count),
	}
}

// byTheHour returns the newest median wage of a role whose pay is published by the
// hour only.
func byTheHour(r nextrole.Role) (f nextrole.Figure, ok bool) {
	for _, g := range r.Figures {
		if g.Kind == nextrole.PayMedian && g.Hourly() && g.Value != nil && g.Industry == "" && (!ok || g.Period.Newer(f.Period)) {
			f, ok = g, true
		}
	}
	return f, ok
}

func older(years int) string {
	if years == 1 {
		return "a year older"
	}
	return fmt.Sprintf("%d years older", years)
}

// why says why a role has no figures.
func why(r nextrole.Role) string {
	if !r.Code.Official() {
		return "no SOC code of its own"
	}
	return "not in this library"
}

// Of puts the wider group that a figure belongs to, if any, before its source.
func Of(parent nextrole.SOC, source string) string {
	if parent == "" {
		return source
	}
	return "group " + string(parent) + " · " + source
}

// AsOf names a figure's publisher and period, "BLS, May 2025", after the wider
// group it belongs to.
func AsOf(sources map[nextrole.SourceID]nextrole.Source, id nextrole.SourceID, p nextrole.Period, parent nextrole.SOC) string {
	short := sources[id].Short
	if strings.HasPrefix(short, "O*NET") {
		return Of(parent, short) // its release says the vintage
	}
	name, _, _ := strings.Cut(short, ",")
	return Of(parent, name+", "+p.String())
}

// AsOfFigure is [AsOf] of a figure, with its place before it where that is not the
// nation.
func AsOfFigure(sources map[nextrole.SourceID]nextrole.Source, f nextrole.Figure) string {
	text := AsOf(sources, f.Source, f.Period, f.Parent)
	if f.Place != nextrole.Nation {
		return f.Place + " · " + text
	}
	return text
}

// Told names a clause's source and how old it is.
func Told(c nextrole.Clause, sources map[nextrole.SourceID]nextrole.Source) string {
	s := sources[c.Source]
	words := s.Short
	switch {
	case c.Source == nextrole.Editors, strings.Contains(words, "undated"):
	case c.Period == "":
		words += ", undated"
	case !strings.Contains(words, c.Period.String()):
		words += ", as of " + c.Period.String()
	}
	if s.Quoting != "" {
		words += ", quoting " + s.Quoting
	}
	return words
}

// Degree shortens a level of education for a narrow place.
func Degree(value string) string {
	value = strings.ReplaceAll(value, "'", "’")
	switch {
	case strings.HasPrefix(value, "High school"):
		return "High school"
	case strings.HasPrefix(value, "Postsecondary"):
		return "Certificate"
	case strings.HasPrefix(value, "Some college"):
		return "Some college"
	case strings.HasPrefix(value, "Doctoral"):
		return "Doctoral"
	}
	return strings.TrimSuffix(value, " degree")
}

// Verdict is a score in words.
type Verdict struct {
	Score  string // "20.9", or "Not scored"
	Whose  string // "published score", "editors’ draft, an opinion"
	Range  string // "16.9–25.7 if raters differ", "range unknown"
	Stands string // "4.1 below Yellow", "at the boundary of Yellow"
}

// Judge puts a reading into words; scored is false where there is none.
func Judge(r aijri.Reading, scored bool) Verdict {
	switch {
	case scored && r.Score != nil:
	case r.Problem != nil:
		return Verdict{Score: "Not scored", Whose: "The assessment is incomplete"}
	default:
		return Verdict{Score: "Not scored", Whose: "No AIJRI assessment here"}
	}
	v := Verdict{
		Score:  nextrole.Score(aijri.Shown(*r.Score)),
		Whose:  whose(r.Status),
		Range:  "range unknown",
		Stands: Stands(*r.Score),
	}
	if r.Result != nil {
		v.Range = fmt.Sprintf("%s–%s if raters differ",
			nextrole.Score(aijri.Shown(r.Result.Likely[0])), nextrole.Score(aijri.Shown(r.Result.Likely[1])))
	}
	return v
}

func whose(s nextrole.Status) string {
	switch s {
	case nextrole.Published:
		return "Published score"
	case nextrole.Draft:
		return "Editors’ draft, an opinion"
	case nextrole.Derived:
		return "Derived score"
	}
	return "My score"
}

// Stands says how far a score is from the nearest other zone, by the values
// shown.
func Stands(score float64) string {
	shown := aijri.Shown(score)
	limit, name := 25.0, "Yellow"
	switch aijri.ZoneOf(score) {
	case nextrole.Yellow:
		if shown-25 <= 48-shown {
			limit, name = 25, "Red"
		} else {
			limit, name = 48, "Green"
		}
	case nextrole.Green:
		limit, name = 48, "Yellow"
	}
	if aijri.AtBoundary(score) {
		return "at the boundary of " + name
	}
	distance := nextrole.Score(math.Abs(shown - limit))
	if shown < limit {
		return distance + " below " + name
	}
	return distance + " above " + name
}

// Scale returns the chart of where a score stands, with neighbors.
func Scale(role nextrole.Role, r aijri.Reading, scored bool, neighbors []chart.Neighbor) chart.ScoreScale {
	c := chart.ScoreScale{Name: role.Title, Neighbors: neighbors}
	if scored && r.Score != nil {
		c.Score, c.Origin = r.Score, Origin(r)
		if r.Result != nil {
			c.Likely = &r.Result.Likely
		}
	}
	return c
}

// Origin says whose a reading is and as of when, for a chart.
func Origin(r aijri.Reading) chart.Origin {
	return chart.Origin{Status: r.Status, AsOf: Dated(r.Assessment)}
}

// Dated names an assessment's author and date; an undated one says so.
func Dated(a nextrole.Assessment) string {
	if a.Date == "" {
		return a.Author + ", undated"
	}
	return a.Author + ", " + nextrole.Date(a.Date)
}

// Credit says whose an assessment is and where it is from, for beside what
// comes from it and for files.
func Credit(a nextrole.Assessment, sources map[nextrole.SourceID]nextrole.Source) string {
	text := fmt.Sprintf("Assessment by %s (%s).", Dated(a), a.Status.Name())
	if a.Status == nextrole.Draft {
		text += " A draft is an opinion, made by the published method and open to yours."
	}
	if s := sources[a.Source]; s.Credit != "" && s.Credit != a.Author {
		text += " " + s.Credit
	}
	return text
}
