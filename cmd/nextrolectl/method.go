package main

import "nextrole/internal/method"

// explainMethod writes how scores are made, with the numbers of the library.
func explainMethod(s *session) error {
	d := method.Of(s.roles, s.sources)
	if s.json {
		return s.writeJSON(d)
	}
	s.out.WriteString(d.Text())
	return nil
}
