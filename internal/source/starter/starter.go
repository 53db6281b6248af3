// Package starter reads the starter library: sources.json, credentials.json,
// figures.csv and one JSON file per role, per profile and per assessment, in the
// forms of package nextrole.
//
// It is strict, because people edit the files by hand: an unknown field, a code
// twice, a source nobody listed or a rating left out is a [Finding] that names
// file, line and field. An absent figure stays absent and is never 0.
package starter

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"nextrole"
)

// The files of a starter library. Everything else in the folder is ignored by
// [Read] and, but for a README.md, reported by [Lint].
const (
	sourcesFile     = "sources.json"
	credentialsFile = "credentials.json"
	curriculumFile  = "curriculum.json"
	figuresFile     = "figures.csv"
	roleFiles       = "roles/*.json"
	profileFiles    = "profiles/*.json"
	assessmentsAll  = "assessments/*.json"
)

// patterns are the files that belong to a library, in a fixed order.
func patterns() []string {
	return []string{sourcesFile, credentialsFile, curriculumFile, figuresFile, roleFiles, profileFiles, assessmentsAll}
}

// Set is a starter library as read.
type Set struct {
	Sources     []nextrole.Source     // as listed
	Credentials []nextrole.Credential // as listed
	Curriculum  []nextrole.Framework  // as listed
	Roles       []nextrole.Role       // by code
	Digest      string                // see [Digest]
}

// Finding is one defect of a starter library. Line counts from 1 and is 0 where
// the defect is of the whole file; Field is as in JSON, or a CSV column.
type Finding struct {
	File  string
	Line  int
	Field string
	What  string
}

// Error returns "file:line: field: what" without the parts that are empty.
func (f Finding) Error() string {
	s := f.File
	if f.Line > 0 {
		s += fmt.Sprintf(":%d", f.Line)
	}
	if f.Field != "" {
		s += ": " + f.Field
	}
	return s + ": " + f.What
}

// Read reads the library in fsys. The error joins every [Finding]; with an
// error the set is empty.
func Read(fsys fs.FS) (Set, error) {
	digest, err := Digest(fsys)
	if err != nil {
		return Set{}, err
	}
	c := load(fsys)
	if len(c.found) > 0 {
		return Set{}, joined(c.found)
	}
	set := Set{Digest: digest, Sources: c.sources, Credentials: c.credentials, Curriculum: c.curriculum}
	for _, r := range c.roles {
		code := r.value.Code
		role := nextrole.Role{Occupation: r.value, Figures: c.figures[code], Profile: c.profiles[code]}
		for _, a := range c.assessments {
			if a.value.Code == code {
				role.Assessments = append(role.Assessments, a.value)
			}
		}
		slices.SortStableFunc(role.Assessments, func(a, b nextrole.Assessment) int {
			return slices.Index(nextrole.Statuses(), a.Status) - slices.Index(nextrole.Statuses(), b.Status)
		})
		set.Roles = append(set.Roles, role)
	}
	return set, nil
}

// Digest returns the SHA-256, in hex, over the names and bytes of the library's
// files. It parses nothing, so it is a cheap way to see that a library changed.
func Digest(fsys fs.FS) (string, error) {
	names, err := libraryFiles(fsys)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for _, name := range names {
		b, err := fs.ReadFile(fsys, name)
		if err != nil {
			return "", fmt.Errorf("starter library: %w", err)
		}
		fmt.Fprintf(h, "%s\n%d\n", name, len(b))
		h.Write(b)
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// libraryFiles lists the files that belong to the library, in a fixed order.
func libraryFiles(fsys fs.FS) ([]string, error) {
	var names []string
	for _, pattern := range patterns() {
		matched, err := fs.Glob(fsys, pattern)
		if err != nil {
			return nil, fmt.Errorf("starter library: %w", err)
		}
		names = append(names, matched...)
	}
	return names, nil
}

func isLibraryFile(name string) bool {
	for _, pattern := range patterns() {
		if ok, _ := path.Match(pattern, name); ok {
			return true
		}
	}
	return false
}

func joined(found []Finding) error {
	errs := make([]error, len(found))
	for i, f := range found {
		errs[i] = f
	}
	return errors.Join(errs...)
}
