package session

import (
	"slices"
	"strings"

	"nextrole"
)

// Comparisons returns the comparisons that the person keeps, by name.
func (s *Session) Comparisons() []nextrole.Comparison { return slices.Clone(s.comparisons) }

// KeepComparison keeps a comparison under its name, in place of one with the
// same name. It is dated now unless it has a date, as one that comes back has.
func (s *Session) KeepComparison(c nextrole.Comparison) {
	c.Roles = slices.Clone(c.Roles)
	if c.Saved.IsZero() {
		c.Saved = s.Now()
	}
	i, found := slices.BinarySearchFunc(s.comparisons, c, byName)
	if found {
		s.comparisons[i] = c
	} else {
		s.comparisons = slices.Insert(s.comparisons, i, c)
	}
	s.save(func() error { return s.library.SetComparison(c) })
	s.tell()
}

// DropComparison forgets a comparison.
func (s *Session) DropComparison(name string) {
	i, found := slices.BinarySearchFunc(s.comparisons, nextrole.Comparison{Name: name}, byName)
	if !found {
		return
	}
	s.comparisons = slices.Delete(s.comparisons, i, i+1)
	s.save(func() error { return s.library.DeleteComparison(name) })
	s.tell()
}

func byName(a, b nextrole.Comparison) int { return strings.Compare(a.Name, b.Name) }
