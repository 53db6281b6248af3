package own

import (
	"fmt"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/assess"
	"nextrole/internal/derive"
	"nextrole/internal/source"
)

// beginning is a way to start an assessment.
type beginning struct {
	title, explains string
	problem         string // why it cannot be had; else empty
	make            func() (nextrole.Assessment, error)
	note            string
}

// beginnings are the ways to start an assessment of the role.
func (m *model) beginnings() []beginning {
	r := m.role
	list := []beginning{{
		title: "From its tasks", explains: m.fromTasks(), note: "Started from its tasks",
		make: func() (nextrole.Assessment, error) { return assess.FromTasks(r) },
	}}
	for _, a := range r.Assessments {
		if a.Inputs == nil {
			continue
		}
		score := "without a score yet"
		if read := aijri.Read(a); read.Score != nil {
			score = nextrole.Score(aijri.Shown(*read.Score)) + ", " + read.Zone.Name()
		}
		list = append(list, beginning{
			title:    "From a copy",
			explains: fmt.Sprintf("Its ratings with their reasons, to change where you see it otherwise: %s, by %s (%s).", score, a.Author, a.Status.Name()),
			note:     "Started from a copy: " + a.Status.Name() + ", by " + a.Author,
			make:     func() (nextrole.Assessment, error) { return assess.FromCopy(a) },
		})
	}
	rule := beginning{
		title: "By rule", explains: "Tasks rated by the labels of a study, evidence and barriers left neutral. It stays marked as derived until you change a task.",
		make: func() (nextrole.Assessment, error) {
			p := nextrole.Profile{Code: r.Code}
			if r.Profile != nil {
				p = *r.Profile
			}
			return derive.Draft(p)
		},
		note: "Drafted by rule",
	}
	list = append(list, rule, beginning{
		title: "From nothing", explains: "One task that is all of the work, for you to divide.", note: "Started from nothing",
		make: func() (nextrole.Assessment, error) { return assess.FromNothing(r.Code), nil },
	})
	for i := range list {
		if _, err := list[i].make(); err != nil {
			list[i].problem = nextrole.Capital(err.Error()) + "."
		}
	}
	return list
}

// fromTasks says which tasks the role has and how their time is divided.
func (m *model) fromTasks() string {
	if p := m.role.Profile; p != nil {
		n, weighted := 0, false
		for _, t := range p.Tasks {
			if t.Text != "" {
				n++
				weighted = weighted || t.Importance != nil && len(t.Frequency) > 0
			}
		}
		from := m.named(p.SourceOf("ratedTasks"))
		switch {
		case n > 0 && weighted:
			return fmt.Sprintf("The %d tasks of %s, their time by how important and how frequent people in the job say they are.", n, from)
		case n > 0:
			return fmt.Sprintf("The %d tasks of %s, each with the same time: how frequent they are was not imported.", n, from)
		}
	}
	return fmt.Sprintf("The %d tasks of the starter library, each with the same time.", len(m.role.Tasks))
}

// received is the assessment that a document brings, if it can be one of the person's
// of the role. A document that names no occupation is of the one it is read for.
func received(got source.Reading, r nextrole.Role) (nextrole.Assessment, error) {
	a := got.Parts[0].Roles[0].Assessments[0]
	if a.Code != "" && a.Code != r.Code {
		return a, fmt.Errorf("it is an assessment of %s, and this is %s. Open that role, and import it there", a.Code, r.Code)
	}
	a.Code = r.Code
	return assess.Received(a, r)
}
