package main

import (
	"fmt"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/store"
)

// rescue prints what of the person's can be read in a library, however damaged,
// and writes a new one with it where --to names a file. The library itself is
// only read.
func rescue(s *session) error {
	path, err := pathOf(s.options.library)
	if err != nil {
		return err
	}
	saved, err := store.Salvage(path)
	if err != nil {
		return err
	}
	if saved.Empty() {
		return &store.Error{Code: store.Damaged, Path: path, What: "nothing of yours can be read in the file", Safe: "The file was not changed."}
	}
	if s.to != "" {
		digest, set, err := starterSet()
		if err != nil {
			return err
		}
		if err := saved.Write(s.to, digest, set); err != nil {
			return err
		}
	}
	if s.json {
		return s.writeJSON(struct {
			Library     string                `json:"library"`
			Notes       []nextrole.Note       `json:"notes"`
			Pins        []nextrole.Code       `json:"pins"`
			Settings    *nextrole.Settings    `json:"settings,omitempty"`
			Comparisons []nextrole.Comparison `json:"comparisons"`
			Weeks       []nextrole.Week       `json:"weeks"`
			Works       []nextrole.Work       `json:"assessments"`
			Older       bool                  `json:"older"`   // some of it may be older than what was saved last
			Partial     bool                  `json:"partial"` // there may have been more
			Written     string                `json:"written,omitempty"`
		}{path, list(saved.Notes), list(saved.Pins), saved.Settings, list(saved.Comparisons), list(saved.Weeks), list(saved.Works), saved.Older, saved.Partial, s.to})
	}
	s.writeSaved(path, saved)
	return nil
}

func (s *session) writeSaved(path string, saved store.Salvaged) {
	fmt.Fprintf(s.out, "What can be saved from %s:\n", path)
	if saved.Settings != nil {
		fmt.Fprintln(s.out, "Settings")
	}
	if len(saved.Pins) > 0 {
		fmt.Fprintf(s.out, "%s: %s\n", count(len(saved.Pins), "pin"), codes(saved.Pins))
	}
	for _, c := range saved.Comparisons {
		fmt.Fprintf(s.out, "Comparison %q: %s\n", c.Name, codes(c.Roles))
	}
	for _, w := range saved.Weeks {
		name := "the one being worked on"
		if w.Name != "" {
			name = strconv.Quote(w.Name)
		}
		fmt.Fprintf(s.out, "Week in %s, %s: %s\n", w.Code, name, count(len(w.Tasks), "task"))
	}
	for _, w := range saved.Works {
		fmt.Fprintf(s.out, "Assessment %s of %s, %s\n", w.ID, w.Now().Code, count(len(w.Revisions), "revision"))
	}
	for _, n := range saved.Notes {
		fmt.Fprintf(s.out, "Note on %s, saved %s:\n", n.Code, n.Saved.Local().Format("2006-01-02 15:04"))
		for line := range strings.Lines(n.Text) {
			fmt.Fprintf(s.out, "  %s\n", strings.TrimRight(line, "\n"))
		}
	}
	fmt.Fprintln(s.out)
	if saved.Older {
		fmt.Fprintln(s.out, "Some of it may be older than what was saved last.")
	}
	if saved.Partial {
		fmt.Fprintln(s.out, "There may have been more that cannot be read.")
	}
	if s.to != "" {
		fmt.Fprintf(s.out, "The file was not changed. A new library with all of this is in %s.\n", s.to)
		return
	}
	fmt.Fprintln(s.out, "The file was not changed. With --to FILE, a new library with all of this is written.")
}

func codes(all []nextrole.Code) string {
	words := make([]string, len(all))
	for i, c := range all {
		words[i] = string(c)
	}
	return strings.Join(words, ", ")
}
