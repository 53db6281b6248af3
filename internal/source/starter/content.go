package starter

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"nextrole"
)

// entry is one value with the file it stands in.
type entry[T any] struct {
	doc   *document
	value T
}

// content is what the files of a library say, and every defect found on the way.
type content struct {
	sources     []nextrole.Source
	credentials []nextrole.Credential
	curriculum  []nextrole.Framework
	roles       []entry[nextrole.Occupation] // by code
	assessments []entry[nextrole.Assessment] // by file name
	profiles    map[nextrole.Code]*nextrole.Profile
	figures     map[nextrole.Code][]nextrole.Figure
	lines       []figureLine

	hasSource map[nextrole.SourceID]bool // nil where the sources cannot be read
	hasRole   map[nextrole.Code]bool
	hasDomain map[nextrole.DomainID]bool // nil where the curriculum cannot be read
	found     []Finding
}

// load reads all files of the library and checks each value by itself and that
// the codes and sources it names exist.
func load(fsys fs.FS) *content {
	c := &content{
		figures:  map[nextrole.Code][]nextrole.Figure{},
		profiles: map[nextrole.Code]*nextrole.Profile{},
		hasRole:  map[nextrole.Code]bool{},
	}
	c.readSources(fsys)
	c.readCurriculum(fsys)
	c.readRoles(fsys)
	c.readCredentials(fsys)
	c.readProfiles(fsys)
	c.readAssessments(fsys)
	c.readFigures(fsys)
	return c
}

func (c *content) add(file string, line int, field, format string, args ...any) {
	c.found = append(c.found, Finding{file, line, field, fmt.Sprintf(format, args...)})
}

// at reports a defect of a field in a JSON file.
func (c *content) at(d *document, field, format string, args ...any) {
	c.add(d.file, d.line(field), field, format, args...)
}

// problems reports what a Validate method found, with prefix before its fields.
func (c *content) problems(d *document, prefix string, err error) {
	for _, p := range nextrole.Problems(err) {
		c.at(d, prefix+p.Field, "%s", p.What)
	}
}

func (c *content) readSources(fsys fs.FS) {
	d := c.open(fsys, sourcesFile)
	if d == nil || !decode(c, d, &c.sources) {
		return
	}
	c.hasSource = map[nextrole.SourceID]bool{}
	for i, s := range c.sources {
		prefix := fmt.Sprintf("[%d].", i)
		c.problems(d, prefix, s.Validate())
		if c.hasSource[s.ID] {
			c.at(d, prefix+"id", "%q is listed twice", s.ID)
		}
		c.hasSource[s.ID] = true
	}
}

func (c *content) readRoles(fsys fs.FS) {
	for _, d := range c.openAll(fsys, roleFiles) {
		var o nextrole.Occupation
		if !decode(c, d, &o) {
			// What names the role is not to blame for that.
			c.hasRole[nextrole.Code(strings.TrimSuffix(path.Base(d.file), ".json"))] = true
			continue
		}
		c.problems(d, "", o.Validate())
		if c.hasRole[o.Code] {
			c.at(d, "code", "%q is the code of two roles", o.Code)
		}
		c.hasRole[o.Code] = true
		for i, t := range o.Tasks {
			c.needSource(d, fmt.Sprintf("tasks[%d].source", i), t.Source)
			for k, id := range t.Domains {
				if c.hasDomain != nil && !c.hasDomain[id] {
					c.at(d, fmt.Sprintf("tasks[%d].domains[%d]", i, k), "no curriculum has the domain %q", id)
				}
			}
		}
		for _, f := range facts(o) {
			if f.fact != nil {
				c.needSource(d, f.field+".source", f.fact.Source)
			}
		}
		for _, n := range o.Clauses() {
			c.needSource(d, n.Field+".source", n.Clause.Source)
		}
		for _, l := range o.Listings() {
			if l.Listing != nil {
				c.needSource(d, l.Field+".source", l.Listing.Source)
			}
		}
		c.roles = append(c.roles, entry[nextrole.Occupation]{d, o})
	}
	for _, r := range c.roles {
		c.needRoles(r.doc, "mistaken", r.value.Mistaken)
		c.needRoles(r.doc, "related", r.value.Related)
	}
	slices.SortStableFunc(c.roles, func(a, b entry[nextrole.Occupation]) int {
		return cmp.Compare(a.value.Code, b.value.Code)
	})
}

type namedFact struct {
	field string
	fact  *nextrole.Fact
}

func facts(o nextrole.Occupation) []namedFact {
	return []namedFact{
		{"education", o.Education},
		{"experience", o.Experience},
		{"training", o.Training},
		{"jobZone", o.JobZone},
		{"exposure", o.Exposure},
	}
}

func (c *content) readAssessments(fsys fs.FS) {
	type subject struct {
		code   nextrole.Code
		source nextrole.SourceID
	}
	seen := map[subject]bool{}
	for _, d := range c.openAll(fsys, assessmentsAll) {
		var a nextrole.Assessment
		if !decode(c, d, &a) {
			continue
		}
		c.problems(d, "", a.Validate())
		c.requireRatings(d, a)
		if a.Code != "" && !c.hasRole[a.Code] {
			c.at(d, "code", "no role has the code %q", a.Code)
		}
		if id := (subject{a.Code, a.Source}); seen[id] {
			c.at(d, "source", "%q assesses %s twice", a.Source, a.Code)
		} else {
			seen[id] = true
		}
		c.needSource(d, "source", a.Source)
		for _, r := range ratings(a) {
			for i, s := range r.Sources {
				c.needSource(d, fmt.Sprintf("%s.sources[%d]", r.field, i), s)
			}
			for i, counter := range r.Counter {
				c.needSource(d, fmt.Sprintf("%s.counter[%d].source", r.field, i), counter.Source)
			}
		}
		c.assessments = append(c.assessments, entry[nextrole.Assessment]{d, a})
	}
}

type namedRating struct {
	field string
	nextrole.Rating
}

// ratings lists every judged input of an assessment except its tasks.
func ratings(a nextrole.Assessment) []namedRating {
	var all []namedRating
	list := func(field string, rs []nextrole.Rating) {
		for i, r := range rs {
			all = append(all, namedRating{fmt.Sprintf("%s[%d]", field, i), r})
		}
	}
	if a.Inputs != nil {
		list("inputs.evidence", a.Inputs.Evidence[:])
		list("inputs.barriers", a.Inputs.Barriers[:])
		all = append(all, namedRating{"inputs.growth", a.Inputs.Growth})
	}
	if a.Principles != nil {
		list("principles", a.Principles[:])
	}
	return all
}

// requireRatings reports ratings that are left out: decoding alone would read a
// missing rating as 0, and 0 is a rating.
func (c *content) requireRatings(d *document, a nextrole.Assessment) {
	need := func(field string) {
		if !d.has(field) {
			c.at(d, field, "missing")
		}
	}
	need("status")
	for _, r := range ratings(a) {
		need(r.field + ".value")
		for i := range r.Counter {
			need(fmt.Sprintf("%s.counter[%d].value", r.field, i))
		}
	}
	for _, list := range []struct {
		field string
		n     int
	}{{"inputs.evidence", 5}, {"inputs.barriers", 5}, {"principles", 3}} {
		if extra := fmt.Sprintf("%s[%d]", list.field, list.n); d.has(extra) {
			c.at(d, extra, "there are only %d", list.n)
		}
	}
	if a.Inputs != nil {
		for i := range a.Inputs.Tasks {
			need(fmt.Sprintf("inputs.tasks[%d].share", i))
			need(fmt.Sprintf("inputs.tasks[%d].score", i))
		}
	}
	if a.Override != nil {
		need("override.score")
	}
}

// needRoles reports pointers that lead to no role.
func (c *content) needRoles(d *document, field string, list []nextrole.Pointer) {
	for i, p := range list {
		if !c.hasRole[p.Code] {
			c.at(d, fmt.Sprintf("%s[%d].code", field, i), "no role has the code %q", p.Code)
		}
	}
}

func (c *content) needSource(d *document, field string, id nextrole.SourceID) {
	if c.unknown(id) {
		c.at(d, field, "no source has the id %q", id)
	}
}

func (c *content) unknown(id nextrole.SourceID) bool {
	return id != "" && c.hasSource != nil && !c.hasSource[id]
}

// at names element i of a list.
func at(list string, i int) string { return fmt.Sprintf("%s[%d]", list, i) }

// open reads one file, or reports that it cannot be read.
func (c *content) open(fsys fs.FS, name string) *document {
	b, err := fs.ReadFile(fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		c.add(name, 0, "", "missing")
		return nil
	case err != nil:
		c.add(name, 0, "", "cannot be read: %v", err)
		return nil
	}
	return &document{file: name, bytes: b}
}

func (c *content) openAll(fsys fs.FS, pattern string) []*document {
	names, err := fs.Glob(fsys, pattern)
	if err != nil {
		c.add(pattern, 0, "", "%v", err)
	}
	var docs []*document
	for _, name := range names {
		if d := c.open(fsys, name); d != nil {
			docs = append(docs, d)
		}
	}
	return docs
}
