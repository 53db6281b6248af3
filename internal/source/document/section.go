package document

import (
	"regexp"
	"strconv"
	"strings"

	"nextrole"
)

// section is a table of an assessment.
type section int

const (
	none section = iota
	definition
	principles
	tasks
	evidence
	barriers
	composite
	sublabel
)

// sectionOf tells which table a header begins.
func sectionOf(header []string) section {
	if len(header) < 2 {
		return none
	}
	first, second := key(header[0]), key(header[1])
	switch {
	case first == "field" && second == "value":
		return definition
	case first == "principle", first == "growth" && strings.HasPrefix(second, "score"):
		return principles
	case first == "task" && strings.HasPrefix(second, "time"):
		return tasks
	case first == "dimension":
		return evidence
	case first == "barrier":
		return barriers
	case first == "input" && second == "value":
		return composite
	case first == "metric" && second == "value":
		return sublabel
	}
	return none
}

// A document that leads to the publisher's site is the publisher's. Any other is
// the person's own.
const (
	publisher     = "JobZone Risk (AIJRI)"
	publisherSite = "jobzonerisk.com"
)

// printed is what the document says of its own sums.
type printed struct {
	values map[string]number
}

type number struct {
	value float64
	line  int
}

func (p *printed) set(name string, v float64, line int) {
	if p.values == nil {
		p.values = map[string]number{}
	}
	p.values[name] = number{v, line}
}

var (
	numberIn  = regexp.MustCompile(`-?\d+(?:\.\d+)?`)
	rangeTold = regexp.MustCompile(`\s*\([^)]*\)\s*$`)
)

// first is the first number of a text.
func first(text string) (float64, bool) {
	m := numberIn.FindString(minus.Replace(text))
	v, err := strconv.ParseFloat(m, 64)
	return v, m != "" && err == nil
}

// last is the number a text ends with, after any remark in brackets: the result of
// what is computed before it.
func last(text string) (float64, bool) {
	text = rangeTold.ReplaceAllString(minus.Replace(text), "")
	if i := strings.LastIndex(text, "="); i >= 0 {
		return first(text[i+1:])
	}
	return first(text)
}

// readText reads a document line by line.
func (d *reader) readText(text []byte) error {
	d.at = map[string]int{}
	a := nextrole.Assessment{Author: unknownAuthor, Status: nextrole.Own, Inputs: &nextrole.Inputs{}}
	if strings.Contains(string(text), publisherSite) {
		a.Author, a.Status = publisher, nextrole.Published
	}
	d.role.Assessments = []nextrole.Assessment{a}
	in := none
	part := ""
	for _, l := range linesOf(text) {
		if l.cells == nil {
			in = none
			part = d.prose(l, part)
			continue
		}
		if s := sectionOf(l.cells); s != none {
			in = s
			d.at[sectionNames[s]] = l.number
			continue
		}
		d.row(in, l)
	}
	return d.complete()
}

var sectionNames = map[section]string{
	definition: "role definition", principles: "protective principles", tasks: "tasks", evidence: "evidence", barriers: "barriers", composite: "score", sublabel: "sub-label",
}

// row reads a row of a table.
func (d *reader) row(in section, l line) {
	a := &d.role.Assessments[0]
	cell := func(i int) string {
		if i < len(l.cells) {
			return l.cells[i]
		}
		return ""
	}
	name := key(cell(0))
	switch in {
	case definition:
		d.define(l, name, cell(1))
	case principles:
		d.principle(l, name, cell(1), cell(2))
	case tasks:
		if strings.HasPrefix(name, "total") {
			d.sums("tasks total", cell(1), l.number)
			if v, ok := first(cell(2)); ok {
				d.printed.set("weighted total", v, l.number)
			} else if v, ok := first(cell(3)); ok {
				d.printed.set("weighted total", v, l.number)
			}
			return
		}
		d.task(l, cell)
	case evidence:
		d.rating(l, "evidence", name, cell(1), cell(2), evidenceKeys[:], &a.Inputs.Evidence, -2, 2)
	case barriers:
		d.rating(l, "barriers", name, cell(1), cell(2), barrierKeys[:], &a.Inputs.Barriers, 0, 2)
	case composite:
		if v, ok := last(cell(1)); ok && name == "taskresistancescore" {
			d.printed.set("resistance, again", v, l.number)
		} else if ok && strings.HasSuffix(name, "modifier") {
			d.printed.set(strings.TrimSuffix(name, "modifier")+" modifier", v, l.number)
		} else {
			d.leave(l)
		}
	case sublabel:
		d.metric(l, name, cell(1))
	default:
		d.leave(l)
	}
}

func (d *reader) sums(name, cell string, line int) {
	if v, ok := first(cell); ok {
		d.printed.set(name, v, line)
	}
}

// define reads a row of the role's definition.
func (d *reader) define(l line, name, value string) {
	a := &d.role.Assessments[0]
	switch name {
	case "jobtitle", "title", "role":
		d.role.Title = strings.TrimSpace(rangeTold.ReplaceAllString(value, ""))
		if d.role.Code == "" {
			d.role.Code = codeOf(value)
		}
	case "socode", "soccode", "code", "onetsoccode":
		d.role.Code = codeOf(value)
	case "senioritylevel", "seniority":
		a.Seniority = value
	case "author", "assessor":
		a.Author = value
	case "date":
		if isDate(value) {
			a.Date = value
		} else {
			d.leave(l)
		}
	default:
		d.leave(l)
	}
}

var principleKeys = [3]string{"physical", "interpersonal", "goal"}

// principle reads a row of the protective principles, which the growth stands
// below.
func (d *reader) principle(l line, name, score, why string) {
	a := &d.role.Assessments[0]
	v, ok := first(score)
	switch {
	case strings.Contains(name, "total"):
		d.sums("principles total", score, l.number)
		return
	case strings.Contains(name, "growth"):
		if !ok || v < -2 || v > 2 || v != float64(int(v)) {
			d.remark(l.number, "the growth is %q, and not a whole number from −2 to 2", score)
			return
		}
		a.Inputs.Growth = nextrole.Rating{Value: int(v), Reason: why}
		d.at["growth"] = l.number
		return
	}
	for i, k := range principleKeys {
		if !strings.Contains(name, k) {
			continue
		}
		if !ok || v < 0 || v > 3 || v != float64(int(v)) {
			d.remark(l.number, "%s is %q, and not a whole number from 0 to 3", nextrole.PrincipleName(i), score)
			return
		}
		if a.Principles == nil {
			a.Principles = &[3]nextrole.Rating{}
		}
		a.Principles[i] = nextrole.Rating{Value: int(v), Reason: why}
		return
	}
	d.leave(l)
}

// task reads a row of the tasks: name, share, score, weighted, label, reason.
func (d *reader) task(l line, cell func(int) string) {
	in := d.role.Assessments[0].Inputs
	share, okShare := first(cell(1))
	score, okScore := first(cell(2))
	label := nextrole.Label(strings.ToUpper(strings.TrimSpace(cell(4))))
	t := nextrole.AssessedTask{Name: cell(0), Share: nextrole.ShareOf(share), Score: int(score), Label: label, Rationale: cell(5)}
	switch {
	case !okShare || share < 0 || share > 100:
		d.remark(l.number, "the share of “%s” is %q, and not a percentage", t.Name, cell(1))
	case !okScore || score < 1 || score > 5 || score != float64(int(score)):
		d.remark(l.number, "the score of “%s” is %q, and not a whole number from 1 to 5", t.Name, cell(2))
	case !label.Known():
		d.remark(l.number, "the label of “%s” is %q, and not DISP, AUG or NOT", t.Name, cell(4))
	default:
		if weighted, ok := first(cell(3)); ok && !near(weighted, share*score/100, 2) {
			d.remark(l.number, "“%s” has a weighted score of %s, and %v%% of %v is %s", t.Name, cell(3), share, score, decimal(share*score/100, 2))
		}
		for _, before := range in.Tasks {
			if strings.EqualFold(before.Name, t.Name) {
				d.remark(l.number, "the task “%s” is there twice; both count", t.Name)
			}
		}
		in.Tasks = append(in.Tasks, t)
		return
	}
	d.at["bad tasks"] = l.number
}

var (
	evidenceKeys = [5]string{"posting", "company", "wage", "tool", "expert"}
	barrierKeys  = [5]string{"regulat", "physical", "union", "liab", "cultur"}
)

// rating reads a row of evidence or barriers.
func (d *reader) rating(l line, table, name, score, why string, keys []string, into *[5]nextrole.Rating, least, most int) {
	if strings.HasPrefix(name, "total") {
		d.sums(table+" total", score, l.number)
		return
	}
	v, ok := first(score)
	for i, k := range keys {
		if !strings.Contains(name, k) {
			continue
		}
		if !ok || v < float64(least) || v > float64(most) || v != float64(int(v)) {
			d.remark(l.number, "%q is no whole number from %d to %d", score, least, most)
			d.at["bad "+table] = l.number
			return
		}
		into[i] = nextrole.Rating{Value: int(v), Reason: why}
		d.at[table+" "+k] = l.number
		return
	}
	d.leave(l)
}

// metric reads a row of how the sub-label was found.
func (d *reader) metric(l line, name, value string) {
	names := map[string]string{"aigrowthcorrelation": "growth", "taskresistance": "resistance, in the sub-label", "evidencescore": "evidence total", "barriers": "barriers total"}
	v, ok := first(value)
	switch {
	case strings.Contains(name, "scoring3") && ok:
		d.printed.set("time at 3 and over", v, l.number)
	case names[name] != "" && ok:
		d.printed.set(names[name]+", again", v, l.number)
	default:
		d.leave(l)
	}
}

// near reports whether a printed value is one, rounded to so many places.
func near(printed, v float64, places int) bool { return decimal(printed, places) == decimal(v, places) }

func decimal(v float64, places int) string { return strconv.FormatFloat(v+1e-9, 'f', places, 64) }
