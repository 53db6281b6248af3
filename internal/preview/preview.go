// Package preview says what importing something would do to a library, before
// it is done: what is new, what is replaced, what stays, where sources disagree,
// and what is left out and why.
package preview

import (
	"cmp"
	"slices"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/intake"
)

// Library is what there is already.
type Library interface {
	Imports() ([]nextrole.Import, error)
	Roles() ([]nextrole.Role, error)
}

// State is what importing would do to a source or a part of one.
type State string

// The states.
const (
	New      State = "new"
	Same     State = "same"     // the same file is there: nothing changes
	Replaced State = "replaced" // another file of the same release takes its place
	Question State = "question" // it takes the person's answer first
)

// Preview is what importing would do.
type Preview struct {
	Sources []Source      `json:"sources"`
	Files   []intake.File `json:"files"` // all that were given
}

// Source is what importing one release or document would do.
type Source struct {
	Source nextrole.Source `json:"source"`
	State  State           `json:"state"`
	Parts  []Part          `json:"parts"`

	NewRoles   int                `json:"newRoles"`   // that the library does not have
	KnownRoles int                `json:"knownRoles"` // that it has, and that more is known of then
	Conflicts  []Conflict         `json:"conflicts"`
	Newer      string             `json:"newer,omitempty"` // a release of the same publisher that is there and stays the one shown
	Asked      string             `json:"asked,omitempty"` // what the person has to say first
	Remarks    []nextrole.Remark  `json:"remarks"`
	Left       []nextrole.Passage `json:"left"`
	Reading    *source.Reading    `json:"-"`
	Taken      *nextrole.Code     `json:"taken,omitempty"` // the occupation that a document without a code was taken to be about
}

// Part is what importing one table would do.
type Part struct {
	Name  string `json:"name"`
	File  string `json:"file"`
	State State  `json:"state"`
	Rows  int    `json:"rows"`
	Roles int    `json:"roles"`
	Was   int    `json:"was"` // rows that are there now
}

// Conflict is a figure that another source gives otherwise for the same period.
type Conflict struct {
	Code  nextrole.Code   `json:"code"`
	Title string          `json:"title"`
	There nextrole.Figure `json:"there"`
	Given nextrole.Figure `json:"given"`
}

// mostConflicts is how many conflicts are listed of a source.
const mostConflicts = 500

// Of says what importing an intake would do to a library. A document that names
// no code is about the occupation with the code given, or with its title where
// there is one such: its reading is changed accordingly.
func Of(in *intake.Intake, l Library, about nextrole.Code) (Preview, error) {
	imports, err := l.Imports()
	if err != nil {
		return Preview{}, err
	}
	roles, err := l.Roles()
	if err != nil {
		return Preview{}, err
	}
	p := Preview{Files: in.Files, Sources: []Source{}}
	for i := range in.Readings {
		s := Source{
			Source: in.Readings[i].Source, Reading: &in.Readings[i],
			Parts: []Part{}, Conflicts: []Conflict{}, Left: in.Readings[i].Left,
		}
		s.address(roles, about)
		s.Remarks = in.Readings[i].Remarks
		s.compare(imports, in.Files)
		if s.State != Same {
			s.count(roles)
		}
		p.Sources = append(p.Sources, s)
	}
	return p, nil
}

// Changes reports whether importing would change anything.
func (p Preview) Changes() bool {
	return slices.ContainsFunc(p.Sources, func(s Source) bool { return s.State == New || s.State == Replaced })
}

// compare compares the parts with those that are there.
func (s *Source) compare(imports []nextrole.Import, files []intake.File) {
	sums := map[string]string{}
	for _, f := range files {
		sums[f.Name] = f.SHA256
	}
	var there nextrole.Import
	for _, i := range imports {
		switch {
		case i.Source.ID == s.Source.ID:
			there = i
		case nextrole.SameSeries(i.Source, s.Source) && nextrole.NewerRelease(i.Source, s.Source):
			s.Newer = i.Source.Short
		}
	}
	s.State = cmp.Or(s.State, Same)
	for _, part := range s.Reading.Parts {
		now := Part{Name: part.Name, File: part.File, State: New, Rows: part.Rows, Roles: len(part.Said())}
		if was, ok := there.Part(part.Name); ok {
			now.State, now.Was = Replaced, was.Rows
			if was.SHA256 == sums[part.File] && was.Rows == part.Rows {
				now.State = Same
			}
		}
		s.Parts = append(s.Parts, now)
		switch {
		case s.State == Question, now.State == Same:
		case there.Source.ID == "":
			s.State = New
		default:
			s.State = Replaced
		}
	}
}

// count counts the roles and finds the conflicts.
func (s *Source) count(roles []nextrole.Role) {
	known := map[nextrole.Code]*nextrole.Role{}
	bySOC := map[nextrole.Code][]*nextrole.Role{}
	for i := range roles {
		r := &roles[i]
		known[r.Code] = r
		if soc := r.Code.SOC(); soc != "" {
			bySOC[nextrole.Code(soc)] = append(bySOC[nextrole.Code(soc)], r)
		}
	}
	met := map[nextrole.Code]bool{}
	for _, part := range s.Reading.Parts {
		for _, given := range part.Said() {
			reached := bySOC[given.Code]
			if r := known[given.Code]; r != nil {
				reached = []*nextrole.Role{r}
			} else if given.Code.Official() && given.Title != "" && !met[given.Code] {
				met[given.Code] = true
				s.NewRoles++
			}
			for _, r := range reached {
				if !met[r.Code] {
					met[r.Code] = true
					s.KnownRoles++
				}
				s.conflicts(r, given)
			}
		}
	}
}

// conflicts finds the figures of a role that the library has otherwise.
func (s *Source) conflicts(r *nextrole.Role, given nextrole.Role) {
	own := given.Code == r.Code || string(r.Code) == string(given.Code)+".00"
	for _, g := range given.Figures {
		if len(s.Conflicts) == mostConflicts {
			return
		}
		if !own {
			g.Parent = nextrole.SOC(given.Code)
		}
		for _, there := range r.Figures {
			if there.Kind == g.Kind && there.Period == g.Period && there.Place == g.Place && there.Source != s.Source.ID && len(nextrole.Conflicts([]nextrole.Figure{there, g})) > 0 {
				s.Conflicts = append(s.Conflicts, Conflict{r.Code, r.Title, there, g})
			}
		}
	}
}

// Additions is what to import: all that no question is open about.
func (p Preview) Additions() []source.Addition {
	sizes, sums := map[string]int64{}, map[string]string{}
	for _, f := range p.Files {
		sizes[f.Name], sums[f.Name] = f.Size, f.SHA256
	}
	var list []source.Addition
	for _, s := range p.Sources {
		if s.State != Question {
			list = append(list, source.Addition{Reading: *s.Reading, Sizes: sizes, Sums: sums})
		}
	}
	return list
}
