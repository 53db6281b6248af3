package session

import (
	"maps"
	"slices"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/assess"
	"nextrole/internal/derive"
)

// DraftByRule drafts an assessment of a role by rule, keeps it as one of the
// person's and shows the role with it. The error says what the library lacks for
// that; see [derive.Missing].
func (s *Session) DraftByRule(c nextrole.Code) (nextrole.Work, error) {
	p := nextrole.Profile{Code: c}
	if r, ok := s.Whole(c); ok && r.Profile != nil {
		p = *r.Profile
	}
	a, err := derive.Draft(p)
	if err != nil {
		return nextrole.Work{}, err
	}
	w := assess.Begin(a, "", s.Now(), func(id nextrole.SourceID) bool { _, taken := s.contents.sources[id]; return taken })
	s.KeepWork(w)
	s.Choose(c, w.ID)
	return w, nil
}

// KeepWork keeps an assessment that the person makes, in place of what it was.
func (s *Session) KeepWork(w nextrole.Work) {
	a := w.Now()
	s.assess(a.Code, w.ID, &a)
	sources := maps.Clone(s.contents.sources)
	sources[w.ID] = w.Source()
	s.contents.sources = sources
	s.save(func() error { return s.library.SetWork(w) })
	s.tell()
}

// DropWork forgets an assessment that the person made, with its revisions. A role
// that was shown with it is shown as if nothing had been chosen.
func (s *Session) DropWork(c nextrole.Code, id nextrole.SourceID) {
	s.assess(c, id, nil)
	if s.settings.Shown[c] == id {
		s.Choose(c, "")
	}
	s.save(func() error { return s.library.DeleteWork(id) })
	s.tell()
}

// assess puts an assessment of a role in the place of that of its source, or takes
// that out.
func (s *Session) assess(c nextrole.Code, id nextrole.SourceID, a *nextrole.Assessment) {
	i, ok := s.contents.byCode[c]
	if !ok {
		return
	}
	r := &s.contents.roles[i]
	list := slices.DeleteFunc(slices.Clone(r.Assessments), func(a nextrole.Assessment) bool { return a.Source == id })
	if a != nil {
		list = append(list, *a)
	}
	r.Assessments = list
	s.contents.readings[c], _ = aijri.Headline(list, s.settings.Shown[c])
	delete(s.whole, c)
}

// Fitness says in words how far drafts by rule agree with scores that people gave
// of the roles of this library. It is computed off the UI goroutine when it is
// first asked for; until then it is empty, and those who listen are told.
func (s *Session) Fitness() string {
	if s.fitness != "" || s.measuring {
		return s.fitness
	}
	s.measuring = true
	var codes []nextrole.Code
	for _, r := range s.contents.roles {
		if len(r.Assessments) > 0 {
			codes = append(codes, r.Code)
		}
	}
	words := ""
	s.runner.Aside(func() error {
		var roles []nextrole.Role
		for _, c := range codes {
			r, err := s.library.Role(c)
			if err != nil {
				return err
			}
			roles = append(roles, r)
		}
		words = derive.Measure(roles).Words()
		return nil
	}, func(err error) {
		s.measuring = false
		if err != nil {
			s.OnError(err)
			return
		}
		s.fitness = words
		s.tell()
	})
	return s.fitness
}
