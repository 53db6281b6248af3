package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/search"
	"nextrole/internal/source/starter"
	"nextrole/store"
)

// patience is how long to wait to be the one who may create the library or bring
// it up to date. Whoever has it open has done that.
const patience = 20 * time.Millisecond

// session is what a command works with.
type session struct {
	options
	args  []string
	stdin io.Reader
	out   *bytes.Buffer

	library *store.Library
	roles   []nextrole.Role
	sources map[nextrole.SourceID]nextrole.Source
	choices map[nextrole.Code]nextrole.SourceID // the person's, of the score shown
}

// within opens the library for the time of one command.
func (s *session) within(do func(*session) error) (err error) {
	if s.library, err = open(s.options.library); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.library.Close()) }()
	if s.roles, err = s.library.Roles(); err != nil {
		return err
	}
	if s.sources, err = s.library.Sources(); err != nil {
		return err
	}
	settings, err := s.library.Settings()
	if err != nil {
		return err
	}
	s.choices = settings.Shown
	return do(s)
}

// open opens the library, for reading only where another program has it open or
// where it may not be written to: no command needs more.
func open(named string) (*store.Library, error) {
	path, err := pathOf(named)
	if err != nil {
		return nil, err
	}
	digest, set, err := starterSet()
	if err != nil {
		return nil, err
	}
	l, err := store.Open(path, digest, set, store.Options{Wait: patience})
	var e *store.Error
	if errors.As(err, &e) && (e.Code == store.Locked || e.Code == store.Unwritable) {
		if read, readErr := store.Open(path, digest, nil, store.Options{ReadOnly: true}); readErr == nil {
			return read, nil
		}
	}
	return l, err
}

// pathOf returns the path of the library: as named, or the window's.
func pathOf(named string) (string, error) {
	if named != "" {
		return named, nil
	}
	return store.DefaultPath()
}

// starterSet returns the digest of the starter library and what reads it.
func starterSet() (string, func() (starter.Set, error), error) {
	files := assets.Starter()
	digest, err := starter.Digest(files)
	return digest, func() (starter.Set, error) { return starter.Read(files) }, err
}

// writeJSON writes v as the command's output.
func (s *session) writeJSON(v any) error {
	e := json.NewEncoder(s.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// role returns the role with a code, with all that is known of it, as people type it: in any case, and
// without the ending if that leaves no doubt.
func (s *session) role(typed string) (nextrole.Role, error) {
	code := strings.ToUpper(strings.TrimSpace(typed))
	if code == "" {
		return nextrole.Role{}, errors.New("the code of a role is empty; nextrolectl search finds a role by its title")
	}
	var begin []nextrole.Role
	for _, r := range s.roles {
		if string(r.Code) == code {
			return s.library.Role(r.Code)
		}
		if string(r.Code.SOC()) == code {
			begin = append(begin, r)
		}
	}
	switch {
	case len(begin) == 1:
		return s.library.Role(begin[0].Code)
	case len(begin) > 1:
		return nextrole.Role{}, fmt.Errorf("%s stands for several roles: %s", typed, names(begin))
	}
	near := s.near(code)
	if len(near) == 0 {
		return nextrole.Role{}, fmt.Errorf("there is no role with the code %q; nextrolectl search finds a role by its title", typed)
	}
	return nextrole.Role{}, fmt.Errorf("there is no role with the code %q; near it: %s", typed, names(near))
}

// near returns a few roles that somebody may have meant: by what they typed,
// else by codes that differ in a character or two.
func (s *session) near(code string) []nextrole.Role {
	const most = 3
	var near []nextrole.Role
	for _, hit := range search.New(s.roles).Search(code) {
		i := slices.IndexFunc(s.roles, func(r nextrole.Role) bool { return r.Code == hit.Code })
		near = append(near, s.roles[i])
	}
	for differ := 1; differ <= 2 && len(near) == 0; differ++ {
		for _, r := range s.roles {
			if differences(string(r.Code), code) == differ || differences(string(r.Code.SOC()), code) == differ {
				near = append(near, r)
			}
		}
	}
	return near[:min(len(near), most)]
}

// differences counts the characters in which two texts of one length differ;
// texts of different lengths differ in all.
func differences(a, b string) int {
	if len(a) != len(b) {
		return max(len(a), len(b))
	}
	n := 0
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

func names(roles []nextrole.Role) string {
	all := make([]string, len(roles))
	for i, r := range roles {
		all[i] = fmt.Sprintf("%s %s", r.Code, r.Title)
	}
	return strings.Join(all, "; ")
}
