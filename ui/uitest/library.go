// Package uitest is for tests of the window and its pages: the starter library
// in memory, and a stage with a keyboard and a pointer to show a page on.
package uitest

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/assess"
	"nextrole/internal/source"
	"nextrole/internal/source/starter"
	"nextrole/ui/session"
	"nextrole/ui/task"
)

// The roles that tests speak of.
const (
	Registrar   nextrole.Code = "29-9021.00" // published, with inputs
	Informatics nextrole.Code = "15-1211.01" // a draft, and the pay of a wider group
	Manager     nextrole.Code = "11-9111.00" // published without inputs
	Officer     nextrole.Code = "NR-0001"    // no SOC code of its own, no figures
	Unscored    nextrole.Code = "43-4071.00" // figures, but no assessment
)

// Library is the starter library with a person's choices in memory.
type Library struct {
	Set      starter.Set
	Pinned   []nextrole.Code
	Choices  nextrole.Settings
	Noted    map[nextrole.Code]nextrole.Note
	Kept     []nextrole.Comparison
	Made     map[nextrole.SourceID]nextrole.Work
	Spent    map[string]nextrole.Week // by code and name, apart by a zero
	Given    []nextrole.Import        // imported
	SaveFail error                    // of each save from now on; nothing is kept then
	Reading  bool                     // it is read-only: a save fails the test

	t testing.TB
}

var _ session.Library = (*Library)(nil)

// read is the starter library, which takes a while to be read and is then the
// same for all tests.
var read = sync.OnceValues(func() (starter.Set, error) { return starter.Read(assets.Starter()) })

// NewLibrary returns a starter library of the test's own, but for the profiles,
// which are not to be changed in place.
func NewLibrary(t testing.TB) *Library {
	t.Helper()
	set, err := read()
	if err != nil {
		t.Fatal(err)
	}
	set.Roles = slices.Clone(set.Roles)
	for i := range set.Roles {
		r := &set.Roles[i]
		r.Figures = slices.Clone(r.Figures)
		r.Assessments = slices.Clone(r.Assessments)
		for j := range r.Assessments {
			own(&r.Assessments[j])
		}
	}
	return &Library{Set: set, Noted: map[nextrole.Code]nextrole.Note{}, t: t}
}

// own gives an assessment what it leads to, for a test to change.
func own(a *nextrole.Assessment) {
	if a.Inputs != nil {
		in := *a.Inputs
		in.Tasks = slices.Clone(in.Tasks)
		a.Inputs = &in
	}
	if a.Account != nil {
		account := *a.Account
		a.Account = &account
	}
}

// Open opens a session that saves at once.
func (l *Library) Open(t testing.TB) *session.Session {
	t.Helper()
	s, err := session.Open(l, task.Inline{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Edit returns a role of the library, to be changed before it is opened.
func (l *Library) Edit(t testing.TB, c nextrole.Code) *nextrole.Role {
	t.Helper()
	i := slices.IndexFunc(l.Set.Roles, func(r nextrole.Role) bool { return r.Code == c })
	if i < 0 {
		t.Fatalf("the starter library has no %s", c)
	}
	return &l.Set.Roles[i]
}

// Make begins an assessment of the person's own, from a copy of one of the role's.
func (l *Library) Make(t testing.TB, c nextrole.Code) nextrole.Work {
	t.Helper()
	for _, a := range l.Edit(t, c).Assessments {
		if own, err := assess.FromCopy(a); err == nil {
			day := time.Date(2026, 11, 27, 9, 0, 0, 0, time.UTC)
			w := assess.Begin(own, "Ana", day, func(id nextrole.SourceID) bool { _, taken := l.Made[id]; return taken })
			if err := l.SetWork(w); err != nil {
				t.Fatal(err)
			}
			return w
		}
	}
	t.Fatalf("%s has no assessment with ratings", c)
	return nextrole.Work{}
}

// ReadOnly implements session.Library.
func (l *Library) ReadOnly() bool { return l.Reading }

// save is called for each save.
func (l *Library) save(what string) error {
	if l.Reading {
		l.t.Errorf("%s are saved to a library that is read-only", what)
	}
	return l.SaveFail
}

// Roles implements session.Library.
func (l *Library) Roles() ([]nextrole.Role, error) { return l.Set.Roles, nil }

// Role implements session.Library.
func (l *Library) Role(c nextrole.Code) (nextrole.Role, error) {
	i := slices.IndexFunc(l.Set.Roles, func(r nextrole.Role) bool { return r.Code == c })
	if i < 0 {
		return nextrole.Role{}, fmt.Errorf("there is no %s", c)
	}
	return l.Set.Roles[i], nil
}

// Sources implements session.Library.
func (l *Library) Sources() (map[nextrole.SourceID]nextrole.Source, error) {
	sources := map[nextrole.SourceID]nextrole.Source{}
	for _, s := range l.Set.Sources {
		sources[s.ID] = s
	}
	return sources, nil
}

// Pins implements session.Library.
func (l *Library) Pins() ([]nextrole.Code, error) { return slices.Clone(l.Pinned), nil }

// SetPins implements session.Library.
func (l *Library) SetPins(pins []nextrole.Code) error {
	err := l.save("pins")
	if err == nil {
		l.Pinned = slices.Clone(pins)
	}
	return err
}

// Settings implements session.Library.
func (l *Library) Settings() (nextrole.Settings, error) { return l.Choices, nil }

// SetSettings implements session.Library.
func (l *Library) SetSettings(s nextrole.Settings) error {
	err := l.save("settings")
	if err == nil {
		l.Choices = s
	}
	return err
}

// Credentials implements session.Library.
func (l *Library) Credentials() ([]nextrole.Credential, error) { return l.Set.Credentials, nil }

// Curriculum implements session.Library.
func (l *Library) Curriculum() ([]nextrole.Framework, error) { return l.Set.Curriculum, nil }

// Notes implements session.Library.
func (l *Library) Notes() ([]nextrole.Note, error) {
	return slices.SortedFunc(maps.Values(l.Noted), func(a, b nextrole.Note) int { return cmp.Compare(a.Code, b.Code) }), nil
}

// SetNote implements session.Library.
func (l *Library) SetNote(n nextrole.Note) error {
	err := l.save("notes")
	switch {
	case err != nil:
	case strings.TrimSpace(n.Text) == "":
		delete(l.Noted, n.Code)
	default:
		l.Noted[n.Code] = n
	}
	return err
}

// Comparisons implements session.Library.
func (l *Library) Comparisons() ([]nextrole.Comparison, error) { return slices.Clone(l.Kept), nil }

// SetComparison implements session.Library.
func (l *Library) SetComparison(c nextrole.Comparison) error {
	err := l.save("comparisons")
	if err == nil {
		l.drop(c.Name)
		l.Kept = append(l.Kept, c)
		slices.SortFunc(l.Kept, func(a, b nextrole.Comparison) int { return cmp.Compare(a.Name, b.Name) })
	}
	return err
}

// DeleteComparison implements session.Library.
func (l *Library) DeleteComparison(name string) error {
	err := l.save("comparisons")
	if err == nil {
		l.drop(name)
	}
	return err
}

// Weeks implements session.Library.
func (l *Library) Weeks() ([]nextrole.Week, error) {
	return slices.SortedFunc(maps.Values(l.Spent), func(a, b nextrole.Week) int {
		return cmp.Or(cmp.Compare(a.Code, b.Code), cmp.Compare(a.Name, b.Name))
	}), nil
}

// SetWeek implements session.Library.
func (l *Library) SetWeek(w nextrole.Week) error {
	err := cmp.Or(l.save("weeks"), w.Validate())
	if err == nil {
		if l.Spent == nil {
			l.Spent = map[string]nextrole.Week{}
		}
		key := string(w.Code) + "\x00" + w.Name
		if w.Name == "" {
			key += "\x00" + string(w.Base)
		}
		l.Spent[key] = w
	}
	return err
}

// DeleteWeek implements session.Library.
func (l *Library) DeleteWeek(c nextrole.Code, name string) error {
	err := l.save("weeks")
	if err == nil {
		delete(l.Spent, string(c)+"\x00"+name)
	}
	return err
}

// Works implements session.Library.
func (l *Library) Works() ([]nextrole.Work, error) {
	return slices.SortedFunc(maps.Values(l.Made), func(a, b nextrole.Work) int { return cmp.Compare(a.ID, b.ID) }), nil
}

// SetWork implements session.Library.
func (l *Library) SetWork(w nextrole.Work) error {
	err := cmp.Or(l.save("assessments"), w.Validate())
	if err == nil {
		if l.Made == nil {
			l.Made = map[nextrole.SourceID]nextrole.Work{}
		}
		l.Made[w.ID] = w
	}
	return err
}

// DeleteWork implements session.Library.
func (l *Library) DeleteWork(id nextrole.SourceID) error {
	err := l.save("assessments")
	if err == nil {
		delete(l.Made, id)
	}
	return err
}

func (l *Library) drop(name string) {
	l.Kept = slices.DeleteFunc(l.Kept, func(c nextrole.Comparison) bool { return c.Name == name })
}

// The library of a test has the starter roles and nothing imported, unless
// Given says so.

// Imports implements session.Library.
func (l *Library) Imports() ([]nextrole.Import, error) { return slices.Clone(l.Given), nil }

// Import implements session.Library: it keeps what was imported from what.
func (l *Library) Import(ctx context.Context, list []source.Addition, day time.Time, tell func(done, total int)) error {
	if err := cmp.Or(ctx.Err(), l.save("imports")); err != nil {
		return err
	}
	for _, a := range list {
		i := nextrole.Import{Source: a.Reading.Source, At: day, Remarks: a.Reading.Remarks, Left: a.Reading.Left}
		for _, p := range a.Reading.Parts {
			i.Parts = append(i.Parts, nextrole.ImportedPart{
				Name: p.Name, File: p.File, Size: a.Sizes[p.File], SHA256: a.Sums[p.File], Rows: p.Rows, Roles: len(p.Said()),
			})
			for _, r := range p.Said() {
				l.complete(r)
			}
		}
		l.forget(a.Reading.Source.ID)
		l.Given = append(l.Given, i)
	}
	tell(1, 1)
	return nil
}

// complete adds what a part says of a role.
func (l *Library) complete(r nextrole.Role) {
	i := slices.IndexFunc(l.Set.Roles, func(have nextrole.Role) bool { return have.Code == r.Code })
	if i >= 0 {
		l.Set.Roles[i].Complete(r)
	} else if r.Title != "" {
		r.Family = nextrole.Beyond
		l.Set.Roles = append(l.Set.Roles, r)
	}
}

// RemoveImport implements session.Library.
func (l *Library) RemoveImport(id nextrole.SourceID) error {
	err := l.save("imports")
	if err == nil {
		l.forget(id)
	}
	return err
}

func (l *Library) forget(id nextrole.SourceID) {
	l.Given = slices.DeleteFunc(l.Given, func(i nextrole.Import) bool { return i.Source.ID == id })
}

// Described implements session.Library.
func (l *Library) Described(...string) ([]nextrole.Role, error) {
	return slices.Clone(l.Set.Roles), nil
}

// Terms implements session.Library.
func (l *Library) Terms(nextrole.SourceID, string) ([]nextrole.Term, error) { return nil, nil }

// Imported implements session.Library: a library in memory keeps no parts.
func (l *Library) Imported(nextrole.SourceID, string) ([]nextrole.Role, error) { return nil, nil }

// Tasks implements session.Library: roles have theirs.
func (l *Library) Tasks() (map[nextrole.Code][]nextrole.TaskStatement, error) { return nil, nil }

// Usage implements session.Library.
func (l *Library) Usage() (nextrole.Usage, error) {
	return nextrole.Usage{File: 3_400_000, Starter: 2_900_000, Personal: 40_000, Imported: map[nextrole.SourceID]int64{}}, nil
}

// Check implements session.Library.
func (l *Library) Check() error { return nil }
