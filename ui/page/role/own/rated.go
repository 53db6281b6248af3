package own

import (
	"fmt"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// part is a group of ratings as the page shows it.
type part struct {
	title, remark string
	ratings       []rated
}

// rated is a rating that is no task's: where it stands in an assessment, and what
// its values mean.
type rated struct {
	group aijri.Group // principles, which are no part of the score, have their own
	index int
	name  string
	least int
	names []string // of its values, from the least on
	low   string   // what the least means
	high  string   // and the most
}

// principles is the group of the protective principles.
const principles aijri.Group = "principle"

// in returns the rating in an assessment; nil where there are no principles.
func (r rated) in(a *nextrole.Assessment) *nextrole.Rating {
	switch r.group {
	case aijri.Evidence:
		return &a.Inputs.Evidence[r.index]
	case aijri.Barriers:
		return &a.Inputs.Barriers[r.index]
	case aijri.Growth:
		return &a.Inputs.Growth
	}
	if a.Principles == nil {
		return nil
	}
	return &a.Principles[r.index]
}

// explains says what the ends of the scale mean.
func (r rated) explains() string {
	return fmt.Sprintf("%s: %s.\n%s: %s.", r.names[0], r.low, r.names[len(r.names)-1], r.high)
}

// value is how a value of the rating is written.
func (r rated) value(v int) string { return r.names[min(max(v-r.least, 0), len(r.names)-1)] }

func scaleNames(least, most int) []string {
	var names []string
	for v := least; v <= most; v++ {
		if least < 0 {
			names = append(names, nextrole.Signed(float64(v), 0))
		} else {
			names = append(names, strconv.Itoa(v))
		}
	}
	return names
}

// What the ends of the evidence's scales mean, in the order of its dimensions.
var evidenceMeans = [5][2]string{
	{"postings fall much faster than elsewhere", "postings rise much faster than elsewhere"},
	{"employers cut the role and name AI", "employers hire more of the role because of AI"},
	{"pay falls behind that of other work", "pay runs ahead of other work"},
	{"tools in daily use do the core tasks alone", "there is no tool for the core tasks"},
	{"experts agree that most of it will be automated", "experts agree that it will stay with people"},
}

// What the ends of the barriers' scales mean.
var barrierMeans = [5][2]string{
	{"no license or rule asks for a person", "the law asks for a licensed person"},
	{"all of it can be done from anywhere", "it is done by hand, on the spot"},
	{"no agreement holds the work", "strong agreements hold the work"},
	{"nobody answers for mistakes in person", "a person answers for grave mistakes, also in court"},
	{"people do not mind who does it", "people insist on a person"},
}

// What the ends of the principles' scales mean.
var principleMeans = [3][2]string{
	{"no work of the hands", "skilled work of the hands in places that change"},
	{"no bond with people is needed", "the bond with people is the work"},
	{"others set the goals", "the role sets goals and weighs what is right"},
}

// parts are the groups of ratings beside the tasks.
func parts() []part {
	group := func(g aijri.Group, n, least, most int, name func(int) string, means func(int) [2]string) []rated {
		var list []rated
		for i := range n {
			list = append(list, rated{g, i, name(i), least, scaleNames(least, most), means(i)[0], means(i)[1]})
		}
		return list
	}
	return []part{
		{"Evidence", "five signals of the market, each −2 to +2; 0 is neutral", group(aijri.Evidence, 5, -2, 2, nextrole.EvidenceName, func(i int) [2]string { return evidenceMeans[i] })},
		{"Barriers", "what keeps AI from work it could do, each 0 to 2", group(aijri.Barriers, 5, 0, 2, nextrole.BarrierName, func(i int) [2]string { return barrierMeans[i] })},
		{"AI growth link", "does more AI mean more of these jobs? −2 to +2", group(aijri.Growth, 1, -2, 2, func(int) string { return "AI growth link" }, func(int) [2]string {
			return [2]string{"more AI clearly means fewer of these jobs", "the jobs exist because of AI"}
		})},
		{"Protective principles", "a quick screen, no part of the score, each 0 to 3", group(principles, 3, 0, 3, nextrole.PrincipleName, func(i int) [2]string { return principleMeans[i] })},
	}
}

// taskMeans are what the scores of a task mean.
var taskMeans = []string{
	"1: irreducibly human", "2: AI helps a little, a person does it", "3: AI helps much, a person leads", "4: AI does most, a person checks", "5: an agent does the whole workflow",
}

// labelMeans are what the labels of a task mean.
func labelMeans() string {
	var lines []string
	for _, l := range nextrole.Labels() {
		what := map[nextrole.Label]string{
			nextrole.Displaced: "rated as displaceable: AI does most of it", nextrole.Augmented: "AI helps, a person leads", nextrole.NotInvolved: "a person does it",
		}[l]
		lines = append(lines, fmt.Sprintf("%s %s: %s", l, l.Word(), what))
	}
	return strings.Join(lines, ".\n") + ".\nThe label is no part of the score."
}

// sourcesText writes sources as the field for them shows: apart by semicolons.
func sourcesText(ids []nextrole.SourceID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, "; ")
}

// readSources reads them back.
func readSources(text string) []nextrole.SourceID {
	var ids []nextrole.SourceID
	for one := range strings.SplitSeq(text, ";") {
		if one = oneLine(one); one != "" {
			ids = append(ids, nextrole.SourceID(one))
		}
	}
	return ids
}

// named are sources by their short names, or as the person wrote them.
func (m *model) named(ids ...nextrole.SourceID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
		if s, ok := m.library.Sources()[id]; ok {
			words[i] = s.Short
		}
	}
	return strings.Join(words, " · ")
}

// counterText is a fact that speaks for another rating, as a line.
func (m *model) counterText(c nextrole.Counter, value string) string {
	text := c.Fact
	if !strings.HasSuffix(text, ".") {
		text += "."
	}
	text += " This speaks for " + value + "."
	if c.Source != "" {
		text += " (" + m.named(c.Source) + ")"
	}
	return text
}
