package session

import (
	"maps"
	"slices"
	"strings"

	"nextrole"
)

// Use shows a role with the figures of a source, for some kinds, from now on. No
// source is the newest again.
func (s *Session) Use(c nextrole.Code, source nextrole.SourceID, kinds ...nextrole.Kind) {
	s.Remember(func(settings *nextrole.Settings) {
		used := maps.Clone(settings.Used) // the one before may still be on its way to the library
		if used == nil {
			used = map[nextrole.Code]map[nextrole.Kind]nextrole.SourceID{}
		}
		of := maps.Clone(used[c])
		if of == nil {
			of = map[nextrole.Kind]nextrole.SourceID{}
		}
		for _, k := range kinds {
			if source == "" {
				delete(of, k)
			} else {
				of[k] = source
			}
		}
		used[c] = of
		if len(of) == 0 {
			delete(used, c)
		}
		settings.Used = used
	})
	if i, ok := s.contents.byCode[c]; ok {
		s.contents.roles[i].Figures = s.preferred(c, s.contents.roles[i].Figures)
	}
	delete(s.whole, c)
	s.tell()
}

// SetArea shows roles with the figures of a place where there are any; "" is the
// nation.
func (s *Session) SetArea(place string) {
	s.Remember(func(settings *nextrole.Settings) { settings.Area = place })
	clear(s.whole)
	s.tell()
}

// Areas lists the places below the nation that figures were imported of.
func (s *Session) Areas() []string {
	var list []string
	for _, i := range s.contents.imports {
		for _, p := range i.Parts {
			if strings.HasPrefix(string(i.Source.ID), "oews-") && !strings.HasPrefix(p.Name, "National") && !slices.Contains(list, p.Name) {
				list = append(list, p.Name)
			}
		}
	}
	slices.Sort(list)
	return list
}

// preferred marks the figures that the person chose, and leaves out those of
// places that they did not.
func (s *Session) preferred(c nextrole.Code, figures []nextrole.Figure) []nextrole.Figure {
	used, area := s.settings.Used[c], s.settings.Area
	var list []nextrole.Figure
	for _, f := range figures {
		if f.Place != nextrole.Nation && f.Place != area {
			continue
		}
		f.Preferred = used[f.Kind] == f.Source && f.Source != ""
		if len(used) == 0 || used[f.Kind] == "" {
			f.Preferred = f.Place != nextrole.Nation
		}
		list = append(list, f)
	}
	return list
}
