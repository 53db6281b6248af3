package session

import (
	"slices"
	"sync"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/search"
)

// contents is what a library holds beside what is the person's. It is read as a
// whole, and replaced as a whole after an import.
type contents struct {
	roles       []nextrole.Role
	byCode      map[nextrole.Code]int
	readings    map[nextrole.Code]aijri.Reading
	sources     map[nextrole.SourceID]nextrole.Source
	imports     []nextrole.Import
	credentials []nextrole.Credential
	curriculum  []nextrole.Framework
	newest      map[nextrole.Kind]nextrole.Period

	tasks       func() (map[nextrole.Code][]nextrole.TaskStatement, error) // of imported roles
	index       func() *search.Index
	calibration func() aijri.Calibration
}

// load reads the contents of a library. Shown is the assessment that the person
// chose for a role.
func load(library Library, shown map[nextrole.Code]nextrole.SourceID) (contents, error) {
	c := contents{
		byCode:   map[nextrole.Code]int{},
		readings: map[nextrole.Code]aijri.Reading{},
		newest:   map[nextrole.Kind]nextrole.Period{},
	}
	var err error
	if c.roles, err = library.Roles(); err != nil {
		return c, err
	}
	if c.sources, err = library.Sources(); err != nil {
		return c, err
	}
	if c.imports, err = library.Imports(); err != nil {
		return c, err
	}
	if c.credentials, err = library.Credentials(); err != nil {
		return c, err
	}
	if c.curriculum, err = library.Curriculum(); err != nil {
		return c, err
	}
	for i, r := range c.roles {
		c.byCode[r.Code] = i
		c.readings[r.Code], _ = aijri.Headline(r.Assessments, shown[r.Code])
		for _, f := range r.Figures {
			if f.Value != nil && !f.Period.Projected() && f.Period.Newer(c.newest[f.Kind]) {
				c.newest[f.Kind] = f.Period
			}
		}
	}
	c.calibration = sync.OnceValue(func() aijri.Calibration { return aijri.Calibrate(c.roles) })
	c.tasks = sync.OnceValues(library.Tasks)
	c.index = sync.OnceValue(func() *search.Index { return search.New(c.searched()) })
	return c, nil
}

// prepare makes what takes a while and is wanted soon. The error says why the
// tasks of imported roles cannot be searched.
func (c contents) prepare() error {
	c.index()
	c.calibration()
	_, err := c.tasks()
	return err
}

// searched is the roles with all that they are found by.
func (c contents) searched() []nextrole.Role {
	tasks, err := c.tasks()
	if err != nil || len(tasks) == 0 {
		return c.roles // prepare tells the error
	}
	roles := slices.Clone(c.roles)
	for i := range roles {
		if len(roles[i].Tasks) == 0 {
			roles[i].Tasks = tasks[roles[i].Code]
		}
	}
	return roles
}

// use makes contents those of the session.
func (s *Session) use(c contents) {
	s.contents = c
	for code := range s.settings.Used {
		if i, ok := c.byCode[code]; ok {
			c.roles[i].Figures = s.preferred(code, c.roles[i].Figures)
		}
	}
	s.whole = map[nextrole.Code]nextrole.Role{}
	for _, w := range s.works { // a save may still be on its way, or is never made
		s.hold(w.Work)
	}
	s.fitness, s.moves = "", nil
	s.generation++
}
