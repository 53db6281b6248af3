package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/source/starter"
)

func checkWhole(o options, args []string) error {
	if len(args) > 0 && !o.starter {
		return badUse("check takes a folder only with --starter; --library names the library")
	}
	return nil
}

// check reports whether the library is whole, or a starter library in order.
// What is not is an error.
func check(s *session) error {
	if s.starter {
		return checkStarter(s)
	}
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

// checkStarter lints the files of a starter library: those of a folder, or those
// in the program.
func checkStarter(s *session) error {
	files, name := assets.Starter(), "in this program"
	if len(s.args) > 0 {
		var err error
		if files, name, err = folder(s.args[0]); err != nil {
			return err
		}
	}
	var found []error
	for _, f := range starter.Lint(files) {
		found = append(found, f)
	}
	if len(found) > 0 {
		return errors.Join(found...)
	}
	set, err := starter.Read(files)
	if err != nil {
		return err
	}
	counts := countStarter(set)
	if s.json {
		return s.writeJSON(counts)
	}
	fmt.Fprintf(s.out, "The starter library %s is in order: %s, %s, %s, %s, %s, %s.\n", name,
		count(counts.Roles, "role"), count(counts.Figures, "figure"), count(counts.Published, "published score"),
		count(counts.Drafts, "editors’ draft"), count(counts.Credentials, "credential"), count(counts.Sources, "source"))
	return nil
}

// folder opens a folder that should hold a starter library.
func folder(path string) (fs.FS, string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, "", fmt.Errorf("the starter library cannot be read: %w", err)
	}
	if !info.IsDir() {
		return nil, "", fmt.Errorf("%s is a file; name the folder that holds sources.json, figures.csv and roles", path)
	}
	return os.DirFS(path), "in " + filepath.Clean(path), nil
}

// starterCounts is how much there is in a starter library.
type starterCounts struct {
	Roles       int `json:"roles"`
	Figures     int `json:"figures"`
	Published   int `json:"published"` // scores
	Drafts      int `json:"drafts"`
	Credentials int `json:"credentials"`
	Sources     int `json:"sources"`
}

func countStarter(set starter.Set) starterCounts {
	c := starterCounts{Roles: len(set.Roles), Credentials: len(set.Credentials), Sources: len(set.Sources)}
	for _, r := range set.Roles {
		c.Figures += len(r.Figures)
		for _, a := range r.Assessments {
			switch a.Status {
			case nextrole.Published:
				c.Published++
			case nextrole.Draft:
				c.Drafts++
			}
		}
	}
	return c
}
