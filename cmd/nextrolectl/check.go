package main

import "fmt"

// check reports whether the library is whole. What is not is an error.
func check(s *session) error {
	if err := s.library.Check(); err != nil {
		return err
	}
	if s.json {
		return s.writeJSON(struct {
			Library string `json:"library"`
			Whole   bool   `json:"whole"`
			Roles   int    `json:"roles"`
			Sources int    `json:"sources"`
		}{s.library.Path(), true, len(s.roles), len(s.sources)})
	}
	fmt.Fprintf(s.out, "The library is whole: %s from %s, every value as it was saved.\n%s\n",
		count(len(s.roles), "role"), count(len(s.sources), "source"), s.library.Path())
	return nil
}
