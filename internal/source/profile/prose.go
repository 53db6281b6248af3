package profile

import (
	"regexp"
	"strconv"
	"strings"

	"nextrole"
)

var (
	medianTold  = regexp.MustCompile(`^The median annual wage for (.+?) (?:is|was) \$([\d,]+)(?: in (May \d{4}))?`)
	lowestTold  = regexp.MustCompile(`lowest 10 percent earned less than \$([\d,]+), and the highest 10 percent earned more than \$([\d,]+)`)
	growthTold  = regexp.MustCompile(`^Employment of (.+?) is projected to (grow|decline) (\d+) percent`)
	openingTold = regexp.MustCompile(`^About ([\d,]+) openings for .* are projected each year`)
	jobsTold    = regexp.MustCompile(`^(.+?) (?:hold|held) about ([\d,]+) jobs(?: in (\d{4}))?`)
	spanIn      = regexp.MustCompile(`Change, (\d{4})[-–](\d{2})`)
	shareRow    = regexp.MustCompile(`^(.+?)\s*\|\s*(\d+)%\s*\|?$`)
	wageRow     = regexp.MustCompile(`^(.+?)\s*\|\s*\$([\d,]+)\s*\|?$`)
	quality     = regexp.MustCompile(`^[A-Z][\w-]+(?: skills| oriented|)\. [A-Z]`)
	degreeTold  = regexp.MustCompile(`typically need (?:at least )?an? (associate|bachelor|master|doctoral)['’]?s? degree to enter`)

	employedTold = regexp.MustCompile(`In (\d{4}), about ([\d,]+) people were employed in the (.+?)\.`)
	increaseTold = regexp.MustCompile(`By (\d{4}), that number is expected to increase by about ([\d,]+), a growth of (\d+) percent`)
	aboutTold    = regexp.MustCompile(`(?i)becoming an? (.+?)(?: professional)?$`)
)

func amount(s string) float64 {
	v, _ := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64) // digits and commas, as the pattern has them
	return v
}

// isHandbook recognizes a page of the Occupational Outlook Handbook.
func isHandbook(text string) bool {
	return strings.Contains(text, "median annual wage for") && (strings.Contains(text, "typically do the following") || spanIn.MatchString(text))
}

// handbook is a page as far as it has been read.
type handbook struct {
	*reader
	base, target int             // years of its projections; 0 where it has none
	wages        nextrole.Period // what its wages are taken to be of
}

// readHandbook reads a page. Its wages are of May of the year that its projections
// start from, which is how the handbook is made; a page without projections says
// nothing of the time, and its figures are left.
func readHandbook(r *reader, lines []line) {
	r.source.Publisher = "U.S. Bureau of Labor Statistics, as your file has it"
	h := handbook{reader: r}
	for _, l := range lines {
		if m := spanIn.FindStringSubmatch(l.text); m != nil {
			h.base, _ = strconv.Atoi(m[1])
			end, _ := strconv.Atoi(m[2])
			h.target = h.base/100*100 + end
			h.wages = nextrole.Period("May " + m[1])
			r.source.Release = m[1] + "–" + m[2]
		}
	}
	for _, l := range lines {
		h.line(l)
	}
}

func (h *handbook) span() nextrole.Period {
	if h.base == 0 {
		return ""
	}
	return nextrole.Period(strconv.Itoa(h.base) + "-" + strconv.Itoa(h.target)[2:])
}

func (h *handbook) year() nextrole.Period {
	if h.base == 0 {
		return ""
	}
	return nextrole.Period(strconv.Itoa(h.base))
}

func (h *handbook) line(l line) {
	if h.row(l) {
		return
	}
	if name, rest, ok := strings.Cut(l.text, ": "); ok && len(name) < 30 { // what a page begins with
		switch name {
		case "What They Do":
			h.role.Summary = rest
			h.understood++
			return
		case "Work Environment":
			c := h.clause(rest, h.year())
			h.role.Setting = &c
			return
		case "Salary", "Job Outlook", "How to Become One":
			return // said again below, in full
		}
	}
	if quality.MatchString(l.text) {
		h.role.Qualities = append(h.role.Qualities, h.clause(l.text, h.year()))
		return
	}
	for _, s := range sentences(l.text) {
		if !h.sentence(l.number, s) {
			h.leave(l.number, s)
		}
	}
}

// row reads a row of one of the tables.
func (h *handbook) row(l line) bool {
	switch m, w := shareRow.FindStringSubmatch(l.text), wageRow.FindStringSubmatch(l.text); {
	case m != nil && h.year() != "":
		h.figure(nextrole.Figure{Kind: nextrole.IndustryShare, Unit: "percent", Period: h.year(), Industry: m[1]}, amount(m[2]))
		return true
	case w != nil && h.wages != "":
		h.figure(nextrole.Figure{Kind: nextrole.PayMedian, Unit: "USD/year", Period: h.wages, Industry: w[1], Note: dated}, amount(w[2]))
		return true
	}
	cells := strings.Split(strings.Trim(l.text, "| "), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	if strings.Trim(l.text, "|-: ") == "" || strings.HasPrefix(l.text, "Occupational Title |") || l.text == "Percent | Numeric |" || strings.HasPrefix(l.text, "Percent |") {
		return true // the head of a table
	}
	if len(cells) == 5 && h.base > 0 && !strings.ContainsAny(cells[1], "abcdefghijklmnopqrstuvwxyz$%") {
		if h.role.Title == "" {
			h.role.Title = cells[0]
		}
		h.figure(nextrole.Figure{Kind: nextrole.Employment, Unit: "jobs", Period: h.year()}, amount(cells[1]))
		h.figure(nextrole.Figure{Kind: nextrole.Employment, Unit: "jobs", Period: nextrole.Period(strconv.Itoa(h.target) + " projected")}, amount(cells[2]))
		return true
	}
	return false
}

// dated says where the time of a wage is from.
const dated = "the text gives no year; taken to be of May of the year its projections start from"

const undated = "Pay, growth or jobs are given without a year, and nothing else in the text tells one. They are left as they stand."

// sentence reads a sentence with a figure, and reports whether it is one that can
// be used.
func (h *handbook) sentence(n int, s string) bool {
	switch {
	case medianTold.MatchString(s):
		m := medianTold.FindStringSubmatch(s)
		h.title(m[1])
		period, note := nextrole.Period(m[3]), ""
		if period == "" {
			period, note = h.wages, dated
			if period != "" {
				h.once(n, "Pay is given without a year. It is taken to be of "+string(period)+", the year that the projections in the text start from.")
			}
		}
		return h.told(n, nextrole.Figure{Kind: nextrole.PayMedian, Unit: "USD/year", Period: period, Note: note}, amount(m[2]))
	case lowestTold.MatchString(s):
		m := lowestTold.FindStringSubmatch(s)
		return h.told(n, nextrole.Figure{Kind: nextrole.PayP10, Unit: "USD/year", Period: h.wages, Note: dated}, amount(m[1])) &&
			h.told(n, nextrole.Figure{Kind: nextrole.PayP90, Unit: "USD/year", Period: h.wages, Note: dated}, amount(m[2]))
	case growthTold.MatchString(s):
		m := growthTold.FindStringSubmatch(s)
		h.title(m[1])
		v := amount(m[3])
		if m[2] == "decline" {
			v = -v
		}
		return h.told(n, nextrole.Figure{Kind: nextrole.Growth, Unit: "percent", Period: h.span()}, v)
	case openingTold.MatchString(s):
		return h.told(n, nextrole.Figure{Kind: nextrole.Openings, Unit: "jobs/year", Period: h.span()}, amount(openingTold.FindStringSubmatch(s)[1]))
	case jobsTold.MatchString(s):
		return true // the table has the same with its year
	case degreeTold.MatchString(s) && h.year() != "":
		word := degreeTold.FindStringSubmatch(s)[1]
		h.role.Education = &nextrole.Fact{Value: strings.ToUpper(word[:1]) + word[1:] + "'s degree", Period: h.year(), Source: h.id}
		h.understood++
		return true
	case strings.Contains(s, "sometimes advance to become") && h.role.Advancement == nil:
		c := h.clause(s, h.year())
		h.role.Advancement = &c
		return true
	case strings.Contains(s, "ertification") && (strings.Contains(s, "(") || strings.Contains(s, "credential")):
		h.role.Paths = append(h.role.Paths, h.clause(s, h.year()))
		return true
	}
	return false
}

func (h *handbook) title(name string) {
	if h.role.Title == "" {
		h.role.Title = name
	}
}

// told keeps a figure whose time is known.
func (h *handbook) told(n int, f nextrole.Figure, v float64) bool {
	if f.Period == "" {
		h.once(n, undated)
		return false
	}
	for _, have := range h.role.Figures { // a page says its main figures twice
		if have.Kind == f.Kind && have.Period == f.Period && have.Industry == f.Industry && *have.Value == v {
			return true
		}
	}
	h.figure(f, v)
	return true
}

// isArticle recognizes an article that says how many are employed in a field, and
// how many are expected.
func isArticle(text string) bool {
	return employedTold.MatchString(text) && increaseTold.MatchString(text)
}

// olderGroup stands for the occupation of an older classification that a figure
// from before 2018 is of.
const olderGroup nextrole.SOC = "SOC 2010"

func readArticle(r *reader, lines []line) {
	base := ""
	note := ""
	for i, l := range lines {
		if i == 0 || r.role.Title == "" {
			if m := aboutTold.FindStringSubmatch(l.text); m != nil && i < 3 {
				r.role.Title = m[1]
				r.understood++
				continue
			}
		}
		if task, ok := bullet(l.text); ok {
			r.role.Tasks = append(r.role.Tasks, nextrole.TaskStatement{Text: strings.TrimSuffix(task, "."), Source: r.id})
			r.understood++
			continue
		}
		if alt := regexpAlso.FindStringSubmatch(l.text); alt != nil {
			r.role.AltTitles = append(r.role.AltTitles, nextrole.AltTitle{Title: alt[1]}, nextrole.AltTitle{Title: alt[2]})
		}
		for _, s := range sentences(l.text) {
			if m := employedTold.FindStringSubmatch(s); m != nil {
				base = m[1]
				note = "of the " + m[3] + ", an older and wider group, as an article quotes it"
				r.figure(nextrole.Figure{Kind: nextrole.Employment, Unit: "jobs", Period: nextrole.Period(base), Parent: older(base), Note: note}, amount(m[2]))
				r.once(l.number, "Its figures are of "+base+" and of the "+m[3]+", an older and wider group than an occupation of today. They are kept as that.")
				continue
			}
			if m := increaseTold.FindStringSubmatch(s); m != nil && base != "" {
				r.figure(nextrole.Figure{Kind: nextrole.Growth, Unit: "percent", Period: nextrole.Period(base + "-" + m[1][2:]), Parent: older(base), Note: note}, amount(m[3]))
				continue
			}
			if strings.Contains(s, "ertification") && strings.Contains(s, "(") {
				r.role.Paths = append(r.role.Paths, r.clause(s, ""))
				continue
			}
			r.leave(l.number, s)
		}
	}
}

var regexpAlso = regexp.MustCompile(`^(.+?), sometimes referred to as (.+?),`)

// older is the group of a figure of a year in which other codes were in use.
func older(year string) nextrole.SOC {
	const since = "2018"
	if year < since {
		return olderGroup
	}
	return ""
}
