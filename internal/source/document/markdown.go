package document

import (
	"fmt"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// Markdown writes an assessment as a document for people, with its score worked
// through. Title is the occupation's.
//
// [Read] gives back the title and every field of a valid assessment to the letter,
// but for these: Source is made from the content; a draft of the editors' becomes the
// person's own; an empty list becomes none; bytes that are no UTF-8 become U+FFFD. What is computed is computed again, and a document
// that says otherwise is remarked on.
func Markdown(a nextrole.Assessment, title string) []byte {
	p := &page{}
	p.begin(a, title)
	p.score(a)
	if a.Inputs != nil {
		p.tasks(a.Inputs.Tasks)
		p.ratings(evidencePart, nextrole.EvidenceName, a.Inputs.Evidence[:], true)
		p.ratings(barriersPart, nextrole.BarrierName, a.Inputs.Barriers[:], false)
		p.line("## %s", growthPart.head)
		p.table(growthPart)
		p.rating(growthName, a.Inputs.Growth, true)
	}
	if a.Principles != nil {
		p.ratings(principlePart, nextrole.PrincipleName, a.Principles[:], false)
		p.line("The principles give a first impression. They are no part of the score.")
	}
	p.counters(a)
	if a.Account != nil {
		p.account(*a.Account, a.Inputs)
	}
	p.method()
	return []byte(p.b.String())
}

// page is a Markdown document as far as it is written.
type page struct {
	b strings.Builder
}

// line adds a paragraph or a heading.
func (p *page) line(format string, args ...any) {
	if p.b.Len() > 0 {
		p.b.WriteByte('\n')
	}
	fmt.Fprintf(&p.b, format+"\n", args...)
}

func (p *page) table(t part) {
	p.b.WriteByte('\n')
	p.row(t.columns...)
	p.b.WriteString(strings.Repeat("|---", len(t.columns)) + "|\n")
}

// row adds a row of cells that are escaped already.
func (p *page) row(cells ...string) {
	p.b.WriteString("|")
	for _, c := range cells {
		if c != "" {
			p.b.WriteString(" " + c)
		}
		p.b.WriteString(" |")
	}
	p.b.WriteByte('\n')
}

// field adds a paragraph that begins with its name, unless there is nothing to say.
func (p *page) field(name, text string) {
	if text != "" {
		p.line("**%s:** %s", name, escape(text))
	}
}

// begin says what is assessed, by whom, and how far it is.
func (p *page) begin(a nextrole.Assessment, title string) {
	name, code := escape(title), escape(string(a.Code))
	switch {
	case name == "" && code == "":
		p.line("# AIJRI assessment")
	case name == "":
		p.line("# %s", code)
	case code == "":
		p.line("# %s", name)
	default:
		p.line("# %s (%s)", name, code)
	}
	p.line("%s", whose(a))
	p.table(headPart)
	p.row("Form", fmt.Sprintf("%s, version %d", FormName, FormVersion))
	for _, f := range []struct{ name, text string }{
		{"Role", title},
		{"Code", string(a.Code)},
		{"Author", a.Author},
		{"Whose it is", statusWords[a.Status]},
		{"Stage", string(a.Stage)},
		{"Date", a.Date},
		{"Seniority", a.Seniority},
	} {
		if f.text != "" {
			p.row(f.name, escape(f.text))
		}
	}
	if a.Printed != nil {
		p.row("Printed score", exact(*a.Printed))
	}
	if a.Inputs == nil {
		p.row("Ratings", noRatings)
	}
}

// noRatings is said of an assessment that is a printed score and no more.
const noRatings = "not known"

// statusWords say in a document whose an assessment is.
var statusWords = map[nextrole.Status]string{
	nextrole.Own:       "the author’s own",
	nextrole.Published: "published",
	nextrole.Draft:     "editors’ draft",
	nextrole.Derived:   "derived by a rule",
}

func whose(a nextrole.Assessment) string {
	author, unpublished := escape(a.Author), " It is no published AIJRI score."
	switch a.Status {
	case nextrole.Published:
		return "This is a published AIJRI score, by " + author + "."
	case nextrole.Draft:
		return "This is an editors’ draft, by " + author + "." + unpublished
	case nextrole.Derived:
		return "This was computed from other sources by a rule, by " + author + "." + unpublished
	}
	said := "This is the author’s own assessment, made by " + author + "." + unpublished
	switch a.Stage {
	case nextrole.InWork:
		said += " It is a draft."
	case nextrole.Reviewed:
		said += " Its author has reviewed it."
	}
	return said
}

// score works the score through. An assessor's score stands above the formula's.
func (p *page) score(a nextrole.Assessment) {
	p.line("## %s", scorePart.head)
	p.table(scorePart)
	r := aijri.Read(a)
	if r.Score != nil {
		p.row("**Score**", "**"+inZone(*r.Score, r.Label)+"**"+from(a))
	} else {
		p.row("**Score**", "none yet: "+escape(problem(r.Problem)))
	}
	if r.Result != nil {
		p.steps(*r.Result, a.Inputs.Tasks)
	}
	if o := a.Override; o != nil {
		p.field("Assessor’s score in place of the formula’s", exact(o.Score))
		p.field("Reason", o.Reason)
	}
}

// from says where a score is from that is not the formula's.
func from(a nextrole.Assessment) string {
	switch {
	case a.Override != nil:
		return ", given by the assessor"
	case a.Printed != nil:
		return ", as printed"
	}
	return ""
}

// problem says what keeps an assessment from having a score.
func problem(err error) string {
	var words []string
	for _, one := range nextrole.Problems(err) {
		words = append(words, one.What)
	}
	return strings.Join(words, "; ")
}

func inZone(score float64, label nextrole.SubLabel) string {
	said := nextrole.Score(aijri.Shown(score)) + ", " + aijri.ZoneOf(score).Name()
	if label != "" {
		said += " (" + string(label) + ")"
	}
	return said
}

// steps is the formula of rules 2 and 8 to 9 of the method with the numbers in it.
func (p *page) steps(r aijri.Result, tasks []nextrole.AssessedTask) {
	e, b, g := aijri.EvidenceFactor(r.Evidence), aijri.BarrierFactor(r.Barriers), aijri.GrowthFactor(r.Growth)
	resistance := fmt.Sprintf("6 − %s = %s", precise(weighted(tasks)), precise(6-weighted(tasks)))
	if off := 6 - weighted(tasks) - r.TaskResistance; off > 1e-9 || off < -1e-9 {
		resistance += ", kept on its scale: " + precise(r.TaskResistance)
	}
	p.row("Task resistance", resistance)
	p.row("Evidence modifier", fmt.Sprintf("1 + 0.04 × %s = %s", bracketed(r.Evidence), nextrole.Decimal(e, 2)))
	p.row("Barrier modifier", fmt.Sprintf("1 + 0.02 × %d = %s", r.Barriers, nextrole.Decimal(b, 2)))
	p.row("Growth modifier", fmt.Sprintf("1 + 0.05 × %s = %s", bracketed(r.Growth), nextrole.Decimal(g, 2)))
	p.row("Raw", fmt.Sprintf("%s × %s × %s × %s = %s", precise(r.TaskResistance),
		nextrole.Decimal(e, 2), nextrole.Decimal(b, 2), nextrole.Decimal(g, 2), nextrole.Decimal(r.Raw, 4)))
	formula := fmt.Sprintf("(%s − 0.54) ÷ 7.93 × 100 = %s", nextrole.Decimal(r.Raw, 4), nextrole.Score(aijri.Scale(r.Raw)))
	if r.Clamped {
		formula += ", kept on the scale: 100.0"
	}
	p.row("Score by the formula", formula)
	p.row("Time by label", fmt.Sprintf("displaced %s, augmented %s, not involved %s",
		nextrole.Percent(r.Split.Disp), nextrole.Percent(r.Split.Aug), nextrole.Percent(r.Split.Not)))
	p.row("Time in tasks that score 3 or more", nextrole.Percent(r.Share3Plus))
}

// weighted is the sum of share × score, 1 to 5 for a whole week.
func weighted(tasks []nextrole.AssessedTask) float64 {
	sum := 0
	for _, t := range tasks {
		sum += int(t.Share) * t.Score
	}
	return float64(sum) / float64(nextrole.Whole)
}

// precise writes a number with the two to four decimals that it has.
func precise(v float64) string {
	s := nextrole.Decimal(v, 4)
	return strings.TrimSuffix(strings.TrimSuffix(s, "0"), "0")
}

// exact writes a number so that reading gives the same.
func exact(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func signed(v int) string { return nextrole.Signed(float64(v), 0) }

// bracketed keeps a sign apart from the one before it.
func bracketed(v int) string {
	if v < 0 {
		return "(" + signed(v) + ")"
	}
	return strconv.Itoa(v)
}

func (p *page) tasks(tasks []nextrole.AssessedTask) {
	p.line("## %s", tasksPart.head)
	p.table(tasksPart)
	total := nextrole.Share(0)
	for _, t := range tasks {
		total += t.Share
		p.row(escape(t.Name), t.Share.String(), strconv.Itoa(t.Score), weightedOf(t), escape(string(t.Label)), escape(t.Rationale), escape(t.Short))
	}
	p.row("**Total**", total.String(), "", precise(weighted(tasks)), "", "", "")
	if total != nextrole.Whole {
		p.line("The shares of time add up to %v, and not to 100%%.", total)
	}
	p.line("Time is the share of working time. Scores run from 1, irreducibly human, to 5, an agent does the whole workflow. DISP is rated as displaceable, AUG is augmented: AI helps and a person leads; NOT is not involved: a person does it.")
}

// weightedOf is what a task adds to the weighted score.
func weightedOf(t nextrole.AssessedTask) string {
	return precise(weighted([]nextrole.AssessedTask{t}))
}

// ratings writes one table of ratings, with their sum. Signs are shown where a
// scale has both.
func (p *page) ratings(t part, name func(int) string, ratings []nextrole.Rating, signs bool) {
	p.line("## %s", t.head)
	p.table(t)
	total := 0
	for i, r := range ratings {
		total += r.Value
		p.rating(name(i), r, signs)
	}
	p.row("**Total**", value(total, signs), "", "")
}

func (p *page) rating(name string, r nextrole.Rating, signs bool) {
	ids := make([]string, len(r.Sources))
	for i, id := range r.Sources {
		ids[i] = strings.ReplaceAll(orMark(string(id)), ",", `\,`)
	}
	p.row(name, value(r.Value, signs), escape(r.Reason), strings.Join(ids, ", "))
}

func value(v int, signs bool) string {
	if signs {
		return signed(v)
	}
	return strconv.Itoa(v)
}

func (p *page) counters(a nextrole.Assessment) {
	begun := false
	for _, s := range slots(&a) {
		for _, c := range *s.counter {
			if !begun {
				begun = true
				p.line("## %s", counterPart.head)
				p.table(counterPart)
			}
			p.row(escape(s.name), strconv.Itoa(s.value), strconv.Itoa(c.Value), escape(c.Fact), escape(string(c.Source)))
		}
	}
}

func (p *page) method() {
	p.line("## %s", methodPart.head)
	p.line("AIJRI, the AI Job Resistance Index, runs from 0 to 100, and higher is harder to automate. Red is under 25, Yellow 25 to under 48, Green 48 and over.")
	p.line("A score describes the typical job under a code. It is not a forecast of job loss and no judgment of a person.")
	p.line("The method is that of JobZone Risk (AIJRI), who have not approved this document. NextRole computed the steps from the ratings, and can import the document again.")
}
