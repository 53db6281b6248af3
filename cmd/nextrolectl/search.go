package main

import (
	"fmt"
	"slices"
	"strings"

	"nextrole"
	"nextrole/internal/search"
)

// hit is a role that was found.
type hit struct {
	Code  nextrole.Code `json:"code"`
	Title string        `json:"title"`
	Why   string        `json:"why"`
}

// find lists the roles that match the words, best first.
func find(s *session) error {
	tasks, err := s.library.Tasks()
	if err != nil {
		return err
	}
	titles := map[nextrole.Code]string{}
	roles := slices.Clone(s.roles)
	for i, r := range roles {
		titles[r.Code] = r.Title
		if len(r.Tasks) == 0 {
			roles[i].Tasks = tasks[r.Code]
		}
	}
	query := strings.Join(s.args, " ")
	found := []hit{}
	for _, h := range search.New(roles).Search(query) {
		found = append(found, hit{h.Code, titles[h.Code], h.Why})
	}
	if s.json {
		return s.writeJSON(found)
	}
	if len(found) == 0 {
		fmt.Fprintf(s.out, "No role matches %q.\n", query)
		return nil
	}
	t := table{{"CODE", "TITLE", "WHY"}}
	for _, h := range found {
		t = append(t, []string{string(h.Code), h.Title, h.Why})
	}
	t.write(s.out)
	return nil
}

func checkWords(_ options, words []string) error {
	if strings.TrimSpace(strings.Join(words, "")) == "" {
		return badUse("search needs a word to look for")
	}
	return nil
}
