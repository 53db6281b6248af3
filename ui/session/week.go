package session

import (
	"slices"
	"strings"

	"nextrole"
)

// started is what weeks that are worked on are told apart by.
type started struct {
	code nextrole.Code
	base nextrole.SourceID
}

// working is the week being worked on in a role, with how far it is saved.
type working struct {
	nextrole.Week
	latest
}

func (s *Session) readWeeks() error {
	weeks, err := s.library.Weeks()
	if err != nil {
		return err
	}
	s.weeks, s.working = map[nextrole.Code][]nextrole.Week{}, map[started]*working{}
	for _, w := range weeks {
		if w.Name == "" {
			s.working[started{w.Code, w.Base}] = &working{Week: w}
			continue
		}
		s.weeks[w.Code] = append(s.weeks[w.Code], w)
	}
	return nil
}

// Weeks returns the weeks that the person keeps of a role, by name.
func (s *Session) Weeks(c nextrole.Code) []nextrole.Week { return slices.Clone(s.weeks[c]) }

// WorkingWeek returns the week being worked on in a role, of those that start from
// an assessment, and whether there is one.
func (s *Session) WorkingWeek(c nextrole.Code, base nextrole.SourceID) (nextrole.Week, bool) {
	if w := s.working[started{c, base}]; w != nil {
		return w.Week.Clone(), true
	}
	return nextrole.Week{}, false
}

// WorkOn keeps the week being worked on; see [latest].
func (s *Session) WorkOn(w nextrole.Week) {
	w = w.Clone()
	w.Name, w.Saved = "", s.Now()
	at := s.working[started{w.Code, w.Base}]
	if at == nil {
		at = &working{}
		s.working[started{w.Code, w.Base}] = at
	}
	at.Week = w
	if !s.ReadOnly() {
		s.saveLatest(&at.latest, saving{work: func() error { return s.library.SetWeek(w) }})
	}
}

// KeepWeek keeps a week under its name, in place of one with the same name. It is
// dated now unless it has a date, as one that comes back has.
func (s *Session) KeepWeek(w nextrole.Week) {
	w = w.Clone()
	if w.Saved.IsZero() {
		w.Saved = s.Now()
	}
	list := s.weeks[w.Code]
	i, found := slices.BinarySearchFunc(list, w, byWeekName)
	if found {
		list[i] = w
	} else {
		s.weeks[w.Code] = slices.Insert(list, i, w)
	}
	s.save(func() error { return s.library.SetWeek(w) })
}

// DropWeek forgets a week of a role.
func (s *Session) DropWeek(c nextrole.Code, name string) {
	i, found := slices.BinarySearchFunc(s.weeks[c], nextrole.Week{Name: name}, byWeekName)
	if !found {
		return
	}
	s.weeks[c] = slices.Delete(s.weeks[c], i, i+1)
	s.save(func() error { return s.library.DeleteWeek(c, name) })
}

func byWeekName(a, b nextrole.Week) int { return strings.Compare(a.Name, b.Name) }
