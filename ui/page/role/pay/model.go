// Package pay is the tab of a role about pay and outlook: what people earn, by
// vintage and by industry, how many jobs there are and may be, and what each
// source says of it. Vintages stand side by side and are never joined.
package pay

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/internal/chart"
	"nextrole/ui/page/brief"
)

// library is what the tab needs of the session.
type library interface {
	Role(nextrole.Code) (nextrole.Role, bool)
	Sources() map[nextrole.SourceID]nextrole.Source
}

type model struct {
	library library
	role    nextrole.Role
}

// shown returns the figure that is shown for the role elsewhere too.
func (m model) shown(k nextrole.Kind) (nextrole.Figure, bool) {
	return nextrole.Shown(m.role.Figures, k)
}

// issue is what one source says of one scope: the occupation, or a wider group, in
// the nation or in a place.
type issue struct {
	source nextrole.SourceID
	parent nextrole.SOC
	place  string
}

func issueOf(f nextrole.Figure) issue { return issue{f.Source, f.Parent, f.Place} }

// given returns the figure of a kind in an issue: of several periods the newest.
func (m model) given(i issue, k nextrole.Kind) (nextrole.Figure, bool) {
	var found nextrole.Figure
	ok := false
	for _, f := range m.role.Figures {
		if issueOf(f) != i || f.Kind != k || f.Industry != "" || f.Period.Projected() || f.Hourly() {
			continue
		}
		if !ok || f.Period.Newer(found.Period) {
			found, ok = f, true
		}
	}
	return found, ok
}

// issues lists who says what about the kinds, the role's own first, and then
// the newest.
func (m model) issues(kinds ...nextrole.Kind) []issue {
	var list []issue
	newest := map[issue]nextrole.Period{}
	for _, f := range m.role.Figures {
		i := issueOf(f)
		if f.Hourly() || f.Industry != "" || f.Period.Projected() || !slices.Contains(kinds, f.Kind) {
			continue
		}
		if p, listed := newest[i]; !listed {
			list = append(list, i)
			newest[i] = f.Period
		} else if f.Period.Newer(p) {
			newest[i] = f.Period
		}
	}
	slices.SortStableFunc(list, func(a, b issue) int {
		if own, other := a.parent == "", b.parent == ""; own != other {
			return map[bool]int{true: -1, false: 1}[own]
		}
		if here, there := a.place != nextrole.Nation, b.place != nextrole.Nation; here != there {
			return map[bool]int{true: -1, false: 1}[here]
		}
		switch {
		case newest[a].Newer(newest[b]):
			return -1
		case newest[b].Newer(newest[a]):
			return 1
		}
		return cmp.Compare(a.source, b.source)
	})
	return list
}

// percentiles is the chart of pay, a strip for each vintage.
func (m model) percentiles() chart.Percentiles {
	c := chart.Percentiles{Unit: "a year"}
	shown, any := m.shown(nextrole.PayMedian)
	for _, i := range m.issues(nextrole.PayMedian, nextrole.PayP10, nextrole.PayP90) {
		strip := chart.Strip{Name: m.library.Sources()[i.source].Short, Group: string(i.parent)}
		if i.place != nextrole.Nation {
			strip.Name = i.place + ", " + strip.Name
		}
		for k, part := range map[nextrole.Kind]**float64{
			nextrole.PayP10: &strip.P10, nextrole.PayP25: &strip.P25, nextrole.PayMedian: &strip.Median,
			nextrole.PayP75: &strip.P75, nextrole.PayP90: &strip.P90,
		} {
			if f, ok := m.given(i, k); ok {
				*part = f.Value
			}
		}
		if strip.P10 == nil && strip.P25 == nil && strip.Median == nil && strip.P75 == nil && strip.P90 == nil {
			continue
		}
		if jobs, ok := m.given(i, nextrole.Employment); ok && jobs.Value != nil {
			strip.Detail = nextrole.Count(*jobs.Value) + " jobs"
		}
		strip.Shown = any && issueOf(shown) == i
		c.Strips = append(c.Strips, strip)
	}
	return c
}

// industries is the chart of pay and jobs by industry, of the newest period
// that has any; ok is false where there is none.
func (m model) industries() (c chart.IndustryBars, ok bool) {
	var newest nextrole.Period
	for _, f := range m.role.Figures {
		if f.Industry != "" && f.Kind == nextrole.PayMedian && f.Value != nil && f.Place == nextrole.Nation && !f.Hourly() && (newest == "" || f.Period.Newer(newest)) {
			newest = f.Period
		}
	}
	if newest == "" {
		return c, false
	}
	var source nextrole.SourceID
	for _, f := range m.role.Figures {
		if f.Industry == "" || f.Kind != nextrole.PayMedian || f.Period != newest || f.Place != nextrole.Nation || f.Hourly() {
			continue
		}
		source = f.Source
		bar := chart.Industry{Name: f.Industry, Pay: f.Value, Share: m.share(f.Industry)}
		c.Bars = append(c.Bars, bar)
	}
	slices.SortStableFunc(c.Bars, func(a, b chart.Industry) int { return cmp.Compare(value(b.Pay), value(a.Pay)) })
	if all, found := nextrole.ShownAt(m.role.Figures, nextrole.PayMedian, newest); found && all.Parent == "" {
		c.All = all.Value
	}
	c.AsOf = brief.AsOf(m.library.Sources(), source, newest, "")
	return c, true
}

// share is the part of the jobs that are in an industry, as of the newest
// period that tells it.
func (m model) share(industry string) *float64 {
	var share *float64
	var period nextrole.Period
	for _, f := range m.role.Figures {
		if f.Industry == industry && f.Kind == nextrole.IndustryShare && f.Value != nil && (share == nil || f.Period.Newer(period)) {
			share, period = f.Value, f.Period
		}
	}
	return share
}

func value(v *float64) float64 {
	if v == nil {
		return math.Inf(-1)
	}
	return *v
}

// projections is the chart of the projections, each from its own start.
func (m model) projections() chart.Projections {
	var c chart.Projections
	shown, any := m.shown(nextrole.Growth)
	for _, i := range m.issues(nextrole.Growth) {
		f, _ := m.given(i, nextrole.Growth)
		from, to, ok := span(f.Period)
		if f.Value == nil || !ok {
			continue
		}
		c.Lines = append(c.Lines, chart.Projection{
			Name: f.Period.String(), From: from, To: to, Growth: *f.Value,
			Start: m.jobs(i, nextrole.Period(strconv.Itoa(from))),
			End:   m.jobs(i, nextrole.Period(strconv.Itoa(to)+" projected")),
			Group: string(f.Parent), Source: m.library.Sources()[i.source].Short,
			Shown: any && f == shown,
		})
	}
	return c
}

// jobs is the number of jobs that an issue tells for a period.
func (m model) jobs(i issue, p nextrole.Period) *float64 {
	for _, f := range m.role.Figures {
		if issueOf(f) == i && f.Kind == nextrole.Employment && f.Period == p && f.Industry == "" {
			return f.Value
		}
	}
	return nil
}

// span returns the first and last year of a period of the form "2024-34".
func span(p nextrole.Period) (from, to int, ok bool) {
	first, last, found := strings.Cut(string(p), "-")
	from, errFrom := strconv.Atoi(first)
	tail, errTail := strconv.Atoi(last)
	if !found || errFrom != nil || errTail != nil || len(first) != 4 || len(last) != 2 {
		return 0, 0, false
	}
	to = from - from%100 + tail
	if to <= from {
		to += 100
	}
	return from, to, true
}

// csv returns the table of sources, with numbers as programs read them.
func (m model) csv() string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	header := []string{"Source", "Covers", "Provenance"}
	for _, c := range columns() {
		header = append(header, c.name, "Period", "Unit")
	}
	rows := [][]string{append(header, "In use")}
	var kinds []nextrole.Kind
	for _, c := range columns() {
		kinds = append(kinds, c.kind)
	}
	for _, i := range m.issues(kinds...) {
		v := m.vintage(i)
		row := []string{v.source, v.covers, v.provenance}
		for _, c := range columns() {
			f, ok := m.given(i, c.kind)
			if !ok || f.Value == nil {
				row = append(row, notGiven, "", "")
				continue
			}
			row = append(row, strconv.FormatFloat(*f.Value, 'f', -1, 64), f.Period.String(), f.Unit)
		}
		rows = append(rows, append(row, v.use))
	}
	for _, credit := range m.credits(isListed) {
		rows = append(rows, []string{credit})
	}
	_ = w.WriteAll(rows) // a strings.Builder reports no errors
	return b.String()
}

// credits are the lines that have to accompany some figures of the role.
func (m model) credits(some func(nextrole.Figure) bool) []string {
	var lines []string
	for _, f := range m.role.Figures {
		s, ok := m.library.Sources()[f.Source]
		if ok && some(f) && !slices.Contains(lines, s.Credit) {
			lines = append(lines, s.Credit)
		}
	}
	return lines
}

func isPay(f nextrole.Figure) bool {
	return strings.HasPrefix(string(f.Kind), "pay.") && f.Industry == ""
}

func byIndustry(f nextrole.Figure) bool { return f.Industry != "" }

func isOutlook(f nextrole.Figure) bool { return f.Kind == nextrole.Growth }

func isListed(f nextrole.Figure) bool { return !f.Kind.Exposure() && f.Industry == "" }

// credit is the lines for a chart of some figures.
func (m model) credit(some func(nextrole.Figure) bool) string {
	return strings.Join(m.credits(some), " ")
}

// remark is something to keep in mind when the figures are read together.
type remark struct{ head, body string }

func (m model) remarks() []remark {
	var list []remark
	list = append(list, m.conflicts()...)
	list = append(list, m.groups()...)
	if r, ok := m.replacement(); ok {
		list = append(list, r)
	}
	if _, ok := m.shown(nextrole.Growth); ok {
		list = append(list, remark{
			"Growth is no evidence about tasks",
			"A projection counts jobs. AIJRI judges what AI can do of the work. More jobs can go with more of each job done by AI.",
		})
	}
	if len(m.percentiles().Strips) > 1 {
		list = append(list, remark{
			"Pay of different years",
			"Dollars are those of each year and not adjusted for inflation. Each survey covers three years of answers, so a single step from one to the next says little.",
		})
	}
	return list
}

// conflicts tells where two sources give different values for one period.
func (m model) conflicts() []remark {
	var list []remark
	for _, c := range nextrole.Conflicts(m.role.Figures) {
		sources := m.library.Sources()
		list = append(list, remark{
			"Two sources disagree",
			fmt.Sprintf("For %s, %s gives %v and %s gives %v (%s).", c.A.Period, sources[c.A.Source].Short, *c.A.Value, sources[c.B.Source].Short, *c.B.Value, c.A.Unit),
		})
	}
	return list
}

// groups explains the figures of wider groups, each group once.
func (m model) groups() []remark {
	var list []remark
	told := map[nextrole.SOC]bool{}
	for _, f := range m.role.Figures {
		if f.Parent == "" || told[f.Parent] || f.Kind.Exposure() {
			continue
		}
		told[f.Parent] = true
		body := fmt.Sprintf("Figures marked “group %s” are those of a wider group", f.Parent)
		if f.Note != "" {
			body += ": " + strings.TrimSuffix(f.Note, ".")
		}
		list = append(list, remark{"A wider group", body + ". They are not compared with figures of the role’s own, and no line joins them."})
	}
	if closest, ok := m.library.Role(m.role.Closest); ok && m.onlyGroups() {
		if pay, found := nextrole.Shown(closest.Figures, nextrole.PayMedian); found {
			list = append(list, remark{
				"The nearest role with figures of its own",
				fmt.Sprintf("%s: median pay %s a year, %s.", closest.Title, nextrole.Money(*pay.Value),
					brief.AsOfFigure(m.library.Sources(), pay)),
			})
		}
	}
	return list
}

// replacement compares openings with growth, where one issue tells both.
func (m model) replacement() (remark, bool) {
	openings, ok := m.shown(nextrole.Openings)
	from, to, isSpan := span(openings.Period)
	if !ok || !isSpan {
		return remark{}, false
	}
	i := issueOf(openings)
	start, end := m.jobs(i, nextrole.Period(strconv.Itoa(from))), m.jobs(i, nextrole.Period(strconv.Itoa(to)+" projected"))
	if start == nil || end == nil {
		return remark{}, false
	}
	each := (*end - *start) / float64(to-from)
	if each > *openings.Value/2 {
		return remark{}, false
	}
	change := "grows by about " + nextrole.Count(math.Round(each/10)*10)
	if each < 0 {
		change = "shrinks by about " + nextrole.Count(math.Round(-each/10)*10)
	}
	return remark{"Openings are mostly replacement", fmt.Sprintf(
		"About %s openings a year in %s, while employment %s a year. Most openings come when people move on or retire.",
		nextrole.Count(*openings.Value), openings.Period, change)}, true
}

// missing says why there is nothing to show.
func (m model) missing() (head, body string) {
	if !m.role.Code.Official() {
		return "No pay data for this role", "It has no SOC code of its own, so nobody publishes figures for it, and it inherits none."
	}
	return "No pay data for this role", "This library has no pay or outlook figures for it."
}

// empty reports whether the tab has nothing to show.
func (m model) empty() bool {
	return len(m.vintages()) == 0
}
