package session

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/assess"
	"nextrole/internal/derive"
)

// made is an assessment that the person makes, with how far it is saved.
type made struct {
	nextrole.Work
	latest
}

func (s *Session) readWorks() error {
	works, err := s.library.Works()
	if err != nil {
		return err
	}
	s.works = map[nextrole.SourceID]*made{}
	for _, w := range works {
		s.works[w.ID] = &made{Work: w}
	}
	return nil
}

// Works returns the assessments that the person makes of a role, the one that was
// changed last first.
func (s *Session) Works(c nextrole.Code) []nextrole.Work {
	var list []nextrole.Work
	for _, w := range s.works {
		if w.Now().Code == c {
			list = append(list, w.Work)
		}
	}
	slices.SortFunc(list, func(a, b nextrole.Work) int {
		return cmp.Or(b.Changed().Compare(a.Changed()), cmp.Compare(b.ID, a.ID))
	})
	return list
}

// Author is how the person called themselves last, for an assessment they begin.
func (s *Session) Author() string {
	author, at := "Me", time.Time{}
	for _, w := range s.works {
		if a := w.Now(); a.Status == nextrole.Own && w.Changed().After(at) {
			author, at = a.Author, w.Changed()
		}
	}
	return author
}

// BeginWork begins an assessment of the person's own; see [assess.Begin].
func (s *Session) BeginWork(a nextrole.Assessment, note string) nextrole.Work {
	w := assess.Begin(a, s.Author(), s.Now(), func(id nextrole.SourceID) bool {
		_, taken := s.contents.sources[id]
		return taken || s.works[id] != nil
	})
	if note != "" {
		w.Revisions[0].Note = note
	}
	s.KeepWork(w)
	return w
}

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
	w := s.BeginWork(a, "")
	s.Choose(c, w.ID)
	return w, nil
}

// KeepWork keeps an assessment that the person makes, in place of what it was; see
// [latest].
func (s *Session) KeepWork(w nextrole.Work) {
	at := s.works[w.ID]
	if at == nil {
		at = &made{}
		s.works[w.ID] = at
	}
	at.Work = w
	s.hold(w)
	if !s.ReadOnly() {
		s.saveLatest(&at.latest, saving{work: func() error { return s.library.SetWork(w) }})
	}
	s.tell()
}

// DropWork forgets an assessment that the person made, with its revisions. A role
// that was shown with it is shown as if nothing had been chosen.
func (s *Session) DropWork(c nextrole.Code, id nextrole.SourceID) {
	if at := s.works[id]; at != nil {
		at.next = nil // it would come back
		delete(s.works, id)
	}
	s.assess(c, id, nil)
	if s.settings.Shown[c] == id {
		s.Choose(c, "")
	}
	s.save(func() error { return s.library.DeleteWork(id) })
	s.tell()
}

// hold puts an assessment that the person makes among those of its role, and its
// source among the sources.
func (s *Session) hold(w nextrole.Work) {
	a := w.Now()
	s.assess(a.Code, w.ID, &a)
	sources := maps.Clone(s.contents.sources)
	sources[w.ID] = w.Source()
	s.contents.sources = sources
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
