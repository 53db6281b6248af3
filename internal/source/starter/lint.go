package starter

import (
	"fmt"
	"io/fs"
	"math"
	"path"
	"regexp"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

var ownCode = regexp.MustCompile(`^NR-\d{4}$`)

// unfit are words the program never uses: no score says them, and they frighten
// or lull the people who read it.
var unfit = []string{"doomed", "safe forever", "safe job"}

// agreement is how far a printed score may be off the formula's: printed scores
// have one decimal.
const agreement = 0.05 + 1e-9

// Lint returns every defect that [Read] reports and those that do not keep the
// library from being read: names that do not match their content, references
// that lead nowhere, scores that do not follow from their inputs, a wider
// group's figure not marked as one, reasons left out, roles and drafts that say
// less than the others, unfit words.
func Lint(fsys fs.FS) []Finding {
	c := load(fsys)
	c.lintNames(fsys)
	for _, r := range c.roles {
		c.lintRole(r.doc, r.value)
	}
	c.lintProfiles(fsys)
	for _, a := range c.assessments {
		c.lintAssessment(a.doc, a.value)
	}
	for _, l := range c.lines {
		c.lintFigure(l)
	}
	return c.found
}

func (c *content) lintNames(fsys fs.FS) {
	err := fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || name == "README.md" {
			return err
		}
		if !isLibraryFile(name) {
			c.add(name, 0, "", "no part of a starter library")
			return nil
		}
		c.lintWords(fsys, name)
		return nil
	})
	if err != nil {
		c.add(".", 0, "", "%v", err)
	}
}

func (c *content) lintWords(fsys fs.FS, name string) {
	b, err := fs.ReadFile(fsys, name)
	if err != nil {
		return // load has reported it
	}
	for i, line := range strings.Split(strings.ToLower(string(b)), "\n") {
		for _, word := range unfit {
			if strings.Contains(line, word) {
				c.add(name, i+1, "", "%q is not for this program", word)
			}
		}
	}
}

func (c *content) lintRole(d *document, o nextrole.Occupation) {
	if !o.Code.Official() && !ownCode.MatchString(string(o.Code)) {
		c.at(d, "code", "%q is neither an O*NET-SOC code nor an id like NR-0001", o.Code)
	}
	if want := string(o.Code) + ".json"; path.Base(d.file) != want {
		c.at(d, "code", "the file would be named %s", want)
	}
	own := o.Code.Official() && strings.HasSuffix(string(o.Code), ".00")
	if o.Closest != "" && (own || !o.Closest.Official()) {
		c.at(d, "closest", "leads from a role without figures of its own to one with an O*NET-SOC code, and no other way")
	}
	c.lintWhole(d, o)
	for _, f := range facts(o) {
		if f.fact != nil {
			c.lintParent(d.file, d.line(f.field), f.field+".parent", o.Code, f.fact.Source, f.fact.Parent)
		}
	}
}

// lintProfiles checks that each profile stands under its code, since [load]
// keeps the files of profiles no longer than it reads them.
func (c *content) lintProfiles(fsys fs.FS) {
	names, _ := fs.Glob(fsys, profileFiles) // the pattern is good
	for _, name := range names {
		if code := strings.TrimSuffix(path.Base(name), ".json"); c.profiles[nextrole.Code(code)] == nil {
			c.add(name, 0, "code", "no profile of %s is in it", code)
		}
	}
}

func (c *content) lintFigure(l figureLine) {
	c.lintParent(figuresFile, l.line, "parent", l.code, l.figure.Source, l.figure.Parent)
	if !l.code.Official() && strings.HasPrefix(string(l.figure.Kind), "pay.") && fromBLS(l.figure.Source) {
		c.add(figuresFile, l.line, "kind", "%s has no SOC code and inherits no pay", l.code)
	}
}

// lintParent checks that what BLS publishes, always for a six-digit code, is
// marked as the parent's exactly where the role is a part of that code.
func (c *content) lintParent(file string, line int, field string, code nextrole.Code, source nextrole.SourceID, parent nextrole.SOC) {
	if !code.Official() || !fromBLS(source) {
		return
	}
	var want nextrole.SOC
	if !strings.HasSuffix(string(code), ".00") {
		want = code.SOC()
	}
	if parent != want {
		c.add(file, line, field, "%q for %s, not %q", want, code, parent)
	}
}

func fromBLS(id nextrole.SourceID) bool { return strings.HasPrefix(string(id), "bls-") }

func (c *content) lintAssessment(d *document, a nextrole.Assessment) {
	if want := fmt.Sprintf("%s.%s.json", a.Code, a.Status); path.Base(d.file) != want {
		c.at(d, "code", "the file would be named %s", want)
	}
	switch {
	case a.Status == nextrole.Own:
		c.at(d, "status", "a person’s own assessment is no part of a starter library")
	case a.Status == nextrole.Published && a.Printed == nil:
		c.at(d, "printed", "missing: a published assessment has the score its source prints")
	case a.Status != nextrole.Published && a.Printed != nil:
		c.at(d, "printed", "only a published score is printed; this one is computed")
	}
	c.lintScore(d, a)
	for _, r := range ratings(a) {
		if strings.TrimSpace(r.Reason) == "" {
			c.at(d, r.field+".reason", "missing")
		}
	}
	if a.Inputs != nil {
		for i, t := range a.Inputs.Tasks {
			if strings.TrimSpace(t.Rationale) == "" {
				c.at(d, fmt.Sprintf("inputs.tasks[%d].rationale", i), "missing")
			}
		}
	}
	if a.Account != nil {
		c.lintAccount(d, a)
	}
	if a.Status == nextrole.Draft {
		c.lintDraft(d, a)
	}
}

func (c *content) lintScore(d *document, a nextrole.Assessment) {
	if a.Inputs == nil || a.Inputs.Validate() != nil {
		return
	}
	result, err := aijri.Score(*a.Inputs)
	if err != nil {
		c.problems(d, "inputs.", err)
		return
	}
	if a.Printed != nil && math.Abs(*a.Printed-result.Score) > agreement {
		c.at(d, "printed", "%v, but the inputs give %.2f", *a.Printed, result.Score)
	}
}

func (c *content) lintAccount(d *document, a nextrole.Assessment) {
	c.needRoles(d, "account.next", a.Account.Next)
	c.needRoles(d, "account.neighbors", a.Account.Neighbors)
	for i, phase := range a.Account.Timeline {
		field := fmt.Sprintf("account.timeline[%d]", i)
		if !phase.Label.Known() {
			c.at(d, field+".label", "%q is not DISP, AUG or NOT", phase.Label)
		}
		if phase.FromYear < 0 || phase.ToYear < phase.FromYear {
			c.at(d, field+".toYear", "%d comes before %d", phase.ToYear, phase.FromYear)
		}
	}
	for i, m := range a.Account.Mixes {
		for k, task := range m.Tasks {
			if a.Inputs == nil || task < 0 || task >= len(a.Inputs.Tasks) {
				c.at(d, fmt.Sprintf("account.mixes[%d].tasks[%d]", i, k), "there is no task %d", task)
			}
		}
	}
}
