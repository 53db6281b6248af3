package preview

import (
	"strings"

	"nextrole"
)

// address gives a document that names no code the occupation it is about: the
// one that is told, or the one with its title.
func (s *Source) address(roles []nextrole.Role, about nextrole.Code) {
	for p := range s.Reading.Parts {
		for i := range s.Reading.Parts[p].Roles {
			r := &s.Reading.Parts[p].Roles[i]
			relate(r, roles)
			if r.Code != "" {
				continue
			}
			code := about
			if code == "" {
				code = titled(roles, *r)
			}
			if code == "" {
				s.State = Question
				s.Asked = "It does not say which occupation it is about. Name its code."
				return
			}
			s.Taken = &code
			setCode(r, code)
		}
	}
}

// relate finds the codes of occupations nearby that a document only names.
func relate(r *nextrole.Role, roles []nextrole.Role) {
	if r.Profile == nil {
		return
	}
	for i, to := range r.Profile.Related {
		if to.Code == "" {
			r.Profile.Related[i].Code = titled(roles, nextrole.Role{Occupation: nextrole.Occupation{Title: to.Title}})
		}
	}
}

// setCode says that a role is that of a code.
func setCode(r *nextrole.Role, c nextrole.Code) {
	r.Code = c
	if r.Profile != nil {
		r.Profile.Code = c
	}
	for i := range r.Assessments {
		r.Assessments[i].Code = c
	}
}

// titled finds the one role that has a title of a document; "" where there is
// none, or more than one.
func titled(roles []nextrole.Role, of nextrole.Role) nextrole.Code {
	titles := append([]string{of.Title}, of.Titles()...)
	for _, title := range titles {
		if title == "" {
			continue
		}
		var found []nextrole.Code
		for _, r := range roles {
			if strings.EqualFold(r.Title, title) {
				found = append(found, r.Code)
			}
		}
		if len(found) == 1 {
			return found[0]
		}
	}
	return ""
}
