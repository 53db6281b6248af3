package main

import (
	"fmt"
	"slices"
	"strings"

	"nextrole"
)

// few is how many skills and the like are listed; --json has all.
const few = 8

// credentials returns the credentials that serve a role.
func (s *session) credentials(c nextrole.Code) ([]nextrole.Credential, error) {
	all, err := s.library.Credentials()
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(k nextrole.Credential) bool {
		return !slices.ContainsFunc(k.Roles, func(p nextrole.Pointer) bool { return p.Code == c })
	}), nil
}

// writeProfile tells what O*NET says of a role, and where it says nothing.
func (s *session) writeProfile(r nextrole.Role) {
	p := r.Profile
	if p == nil {
		if r.Skills == nil {
			fmt.Fprintln(s.out, "\nSkills and tools: no data")
		}
		return
	}
	fmt.Fprintf(s.out, "\nSkills and tools, %s\n", s.short(p.Source))
	if !p.Rated {
		fmt.Fprintln(s.out, "  Skills and knowledge are not rated by O*NET for this role.")
	}
	var t table
	for _, list := range []struct {
		name     string
		elements []nextrole.Element
	}{{"Skill", p.Skills}, {"Knowledge", p.Knowledge}} {
		for _, e := range list.elements[:min(len(list.elements), few)] {
			t = append(t, []string{"  " + list.name, e.Name, "importance " + rating(e.Importance) + " of 5", "level " + rating(e.Level) + " of 7"})
		}
	}
	t.write(s.out)
	for _, list := range []struct {
		name  string
		tools []nextrole.Tool
	}{{"Software", p.Software}, {"Equipment", p.Equipment}} {
		if len(list.tools) > 0 {
			paragraph(s.out, fmt.Sprintf("%s, %d: %s", list.name, len(list.tools), toolNames(list.tools)), "  ")
		}
	}
	var near []string
	for _, rel := range p.Related {
		near = append(near, fmt.Sprintf("%s (number %d)", rel.Code, rel.Rank))
	}
	if len(near) > 0 {
		paragraph(s.out, "Related: "+strings.Join(near, ", "), "  ")
	}
}

func rating(v *float64) string {
	if v == nil {
		return "not given"
	}
	return nextrole.Decimal(*v, 1)
}

// toolNames lists a few tools, those that postings ask for first.
func toolNames(tools []nextrole.Tool) string {
	asked := func(t nextrole.Tool) bool { return t.Demand || t.Hot }
	sorted := slices.Clone(tools)
	slices.SortStableFunc(sorted, func(a, b nextrole.Tool) int {
		return map[bool]int{true: -1}[asked(a) && !asked(b)] + map[bool]int{true: 1}[asked(b) && !asked(a)]
	})
	var names []string
	for _, t := range sorted[:min(len(sorted), few)] {
		names = append(names, t.Name)
	}
	if more := len(sorted) - len(names); more > 0 {
		names = append(names, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(names, ", ")
}

func (s *session) writeCredentials(credentials []nextrole.Credential) {
	if len(credentials) == 0 {
		return
	}
	fmt.Fprintln(s.out, "\nCredentials")
	for _, k := range credentials {
		text := fmt.Sprintf("- %s, %s (%s).", k.Name, k.Title, k.Body)
		for _, n := range k.Clauses() {
			if n.Clause != nil {
				text += fmt.Sprintf(" %s: %s [%s]", n.Name, n.Clause.Text, s.short(n.Clause.Source))
			}
		}
		paragraph(s.out, text, "  ")
	}
}
