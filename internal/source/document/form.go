package document

import (
	"fmt"
	"regexp"
	"strconv"

	"nextrole"
)

// The form in which assessments are written, as Markdown and as JSON, so that they
// can be read back without loss. Whoever changes what a reader of this version
// would misread raises the version.
const (
	FormName    = "nextrole-assessment"
	FormVersion = 1
)

// formRow is the first row of a written Markdown document. It is what the document
// is known by, so it stands above everything that a person wrote.
var formRow = regexp.MustCompile(`(?m)^[ \t]*\|[ \t]*Form[ \t]*\|[ \t]*` + FormName + `, version (\d+)[ \t]*\|[ \t\r]*$`)

// formIn returns the version that a Markdown document says it is written in, and
// on which line; 0 where it is no document of ours. A version too large for a
// number is newer than any.
func formIn(text string) (version, line int) {
	m := formRow.FindStringSubmatchIndex(text)
	if m == nil {
		return 0, 0
	}
	version, err := strconv.Atoi(text[m[2]:m[3]])
	if err != nil {
		version = FormVersion + 1
	}
	return version, 1 + lineBreaks(text[:m[0]])
}

// newer is the error about a document of a version that is not known yet.
func (d *reader) newer(line int, version string) error {
	return d.fail(line, "this assessment is written in version %s of its form, and this NextRole reads version %d. Nothing was imported. Use the NextRole that wrote it, or a newer one", version, FormVersion)
}

// part is a part of a written document: its heading, and the columns of its table.
type part struct {
	head    string
	columns []string
}

// The parts, by what they are called in the document.
var (
	headPart      = part{"", []string{"Field", "Value"}}
	scorePart     = part{"Score", []string{"Input", "Value"}}
	tasksPart     = part{"Tasks", []string{"Task", "Time", "Score", "Weighted", "Label", "Rationale", "Short name"}}
	evidencePart  = part{"Evidence", []string{"Dimension", "Score", "Evidence", "Sources"}}
	barriersPart  = part{"Barriers", []string{"Barrier", "Score", "Rationale", "Sources"}}
	growthPart    = part{"AI growth", []string{"Growth", "Score", "Rationale", "Sources"}}
	principlePart = part{"Protective principles", []string{"Principle", "Score", "Rationale", "Sources"}}
	counterPart   = part{"Facts that speak for another rating", []string{"Rating", "Given", "Speaks for", "Fact", "Source"}}
	wordsPart     = part{"In words", nil}
	timelinePart  = part{"Timeline", []string{"From year", "To year", "Label", "What changes"}}
	actionsPart   = part{"What a person can do", []string{"Action", "Detail"}}
	nextPart      = part{"Where to look next", []string{"Role", "Why"}}
	missingPart   = part{"What the numbers do not capture", nil}
	mixesPart     = part{"Kinds of work under this code", []string{"Kind", "Tasks", "By name"}}
	neighborPart  = part{"Neighbors on the scale", []string{"Neighbor", "Why"}}
	methodPart    = part{"What this score means", nil}
)

// parts lists them in the order in which they are written.
var parts = []part{
	scorePart, tasksPart, evidencePart, barriersPart, growthPart, principlePart, counterPart,
	wordsPart, timelinePart, actionsPart, nextPart, missingPart, mixesPart, neighborPart, methodPart,
}

// growthName is what the AI growth rating is called in a written document.
const growthName = "AI growth correlation"

// slot is a rating of an assessment and what it is called where it has to be told
// from all others.
type slot struct {
	name    string
	value   int
	counter *[]nextrole.Counter
}

// slots lists every rating the assessment has, in the order of the document.
func slots(a *nextrole.Assessment) []slot {
	var list []slot
	add := func(name string, r *nextrole.Rating) { list = append(list, slot{name, r.Value, &r.Counter}) }
	if in := a.Inputs; in != nil {
		for i := range in.Tasks { // two tasks may have one name
			t := &in.Tasks[i]
			list = append(list, slot{fmt.Sprintf("Task %d: %s", i+1, t.Name), t.Score, &t.Counter})
		}
		for i := range in.Evidence {
			add("Evidence: "+nextrole.EvidenceName(i), &in.Evidence[i])
		}
		for i := range in.Barriers {
			add("Barrier: "+nextrole.BarrierName(i), &in.Barriers[i])
		}
		add(growthName, &in.Growth)
	}
	if a.Principles != nil {
		for i := range a.Principles {
			add("Principle: "+nextrole.PrincipleName(i), &a.Principles[i])
		}
	}
	return list
}
