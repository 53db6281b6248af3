package store_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/source/starter"
	"nextrole/store"
)

// sample returns a starter library of n roles, as version names it.
func sample(version string, n int) starter.Set {
	value, printed, importance := 68020.0, 20.9, 4.12
	set := starter.Set{
		Digest:  version,
		Sources: []nextrole.Source{{ID: "s1", Publisher: "P", Short: version}, {ID: "s2", Title: "T"}},
		Credentials: []nextrole.Credential{
			{ID: "ods", Name: "ODS", Title: "Oncology Data Specialist " + version, Fee: &nextrole.Fee{Members: 335, Others: 435, Period: "2024", Source: "s1"}},
			{ID: "cca", Name: "CCA"},
		},
		Curriculum: []nextrole.Framework{
			{ID: "rhit", Name: "RHIT exam " + version, Source: "s1", Domains: []nextrole.Domain{{ID: "rhit-1", Name: "Data", Percent: &value}}},
		},
	}
	families := nextrole.Families()
	for i := range n {
		code := nextrole.Code(fmt.Sprintf("29-%04d.00", i))
		set.Roles = append(set.Roles, nextrole.Role{
			Occupation: nextrole.Occupation{
				Code:      code,
				Title:     fmt.Sprintf("Role %d of %s", (i*7)%n, version),
				Family:    families[i%len(families)],
				Summary:   fmt.Sprintf("Keeps records in order, the %dth way – “carefully”.", i),
				AltTitles: []nextrole.AltTitle{{Title: "Registrar"}, {Title: "CTR", Was: "ODS since 2024-01-01"}},
				Tasks:     []nextrole.TaskStatement{{Text: "Abstract cases", Domains: []nextrole.DomainID{"rhit-1"}, Source: "s1"}},
				Setting:   &nextrole.Clause{Text: "An office", Source: "s1"},
				Skills:    &nextrole.Listing{Names: []string{"Coding"}, Source: "s2"},
				Education: &nextrole.Fact{Value: "Associate's degree", Period: "2024-34", Source: "s2"},
			},
			Figures: []nextrole.Figure{
				{Kind: nextrole.PayMedian, Value: &value, Unit: "USD/year", Period: "May 2025", Place: "US", Source: "s1"},
				{Kind: nextrole.PayP90, Value: nil, Unit: "USD/year", Period: "May 2025", Place: "US", Source: "s1", Parent: "29-9021"},
			},
			Assessments: []nextrole.Assessment{{
				Code: code, Author: "A", Status: nextrole.Published, Source: "s2", Printed: &printed,
				Inputs: &nextrole.Inputs{
					Tasks:    []nextrole.AssessedTask{{Name: "Abstracting", Share: 12_50, Score: 4, Label: nextrole.Displaced}},
					Evidence: [5]nextrole.Rating{{Value: -2, Reason: "R", Sources: []nextrole.SourceID{"s1"}}},
				},
			}},
		})
		if i%3 == 0 {
			set.Roles[i].Profile = &nextrole.Profile{
				Code: code, Source: "s1", Period: "December 2025", Rated: true,
				Skills: []nextrole.Element{{ID: "2.A.1.a", Name: "Reading Comprehension", Importance: &importance}},
			}
		}
	}
	return set
}

func reads(set starter.Set) func() (starter.Set, error) {
	return func() (starter.Set, error) { return set, nil }
}

func isNotToBeRead() (starter.Set, error) { return starter.Set{}, errors.New("read without need") }

// mustOpen opens a library that is checked and closed when the test ends.
func mustOpen(t testing.TB, path string, set starter.Set) *store.Library {
	t.Helper()
	l, err := store.Open(path, set.Digest, reads(set), store.Options{})
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() { mustClose(t, l) })
	return l
}

func mustClose(t testing.TB, l *store.Library) {
	t.Helper()
	if err := l.Check(); err != nil && code(err) != store.Closed {
		t.Errorf("check: %v", err)
	}
	if err := l.Close(); err != nil {
		t.Errorf("close: %v", err)
	}
}

func code(err error) store.Code {
	var e *store.Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

func must[T any](t testing.TB, v T, err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestOpenCreatesAndReadsBack(t *testing.T) {
	set := sample("v1", 20)
	path := filepath.Join(t.TempDir(), "missing", "Ärzte & Söhne 病历", "my library.db")
	l := mustOpen(t, path, set)

	want := map[nextrole.Code]nextrole.Role{}
	for _, r := range set.Roles {
		want[r.Code] = r
	}
	got := map[nextrole.Code]nextrole.Role{}
	roles, err := l.Roles()
	for _, r := range must(t, roles, err) {
		got[r.Code] = r
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("roles (-want +got):\n%s", diff)
	}
	one, err := l.Role("29-0003.00")
	if diff := cmp.Diff(want["29-0003.00"], must(t, one, err)); diff != "" {
		t.Errorf("role (-want +got):\n%s", diff)
	}
	sources, err := l.Sources()
	wantSources := map[nextrole.SourceID]nextrole.Source{"s1": set.Sources[0], "s2": set.Sources[1]}
	if diff := cmp.Diff(wantSources, must(t, sources, err)); diff != "" {
		t.Errorf("sources (-want +got):\n%s", diff)
	}
	curriculum, err := l.Curriculum()
	if diff := cmp.Diff(set.Curriculum, must(t, curriculum, err)); diff != "" {
		t.Errorf("curriculum (-want +got):\n%s", diff)
	}
	credentials, err := l.Credentials()
	if diff := cmp.Diff(set.Credentials, must(t, credentials, err)); diff != "" {
		t.Errorf("credentials (-want +got):\n%s", diff)
	}
	if _, err := l.Role("99-9999.00"); code(err) != store.NotFound {
		t.Errorf("a role that is not there: %v", err)
	}
	if l.Path() != path || l.ReadOnly() {
		t.Errorf("path %q, read-only %v", l.Path(), l.ReadOnly())
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if must(t, entries, err); len(entries) != 1 {
		t.Errorf("the folder holds %v, not the library alone", entries)
	}
}

func TestRolesComeByFamilyAndTitle(t *testing.T) {
	set := sample("v1", 3)
	for i, as := range []struct {
		family nextrole.Family
		title  string
	}{{nextrole.Clinical, "a"}, {nextrole.Records, "b"}, {nextrole.Records, "A"}} {
		set.Roles[i].Family, set.Roles[i].Title = as.family, as.title
	}
	l := mustOpen(t, filepath.Join(t.TempDir(), "l.db"), set)
	var got []string
	roles, err := l.Roles()
	for _, r := range must(t, roles, err) {
		got = append(got, r.Title)
	}
	if diff := cmp.Diff([]string{"A", "b", "a"}, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestCreatedFilesArePrivate(t *testing.T) {
	top := t.TempDir()
	if err := os.Chmod(top, 0o755); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(top, "new", "library.db")
	mustOpen(t, path, sample("v1", 1))
	for name, want := range map[string]os.FileMode{top: 0o755, filepath.Dir(path): 0o700, path: 0o600} {
		info, err := os.Stat(name)
		if got := must(t, info, err).Mode().Perm(); got != want {
			t.Errorf("mode of %s is %v, not %v", filepath.Base(name), got, want)
		}
	}
}

func TestOpenLeavesTheFileAlone(t *testing.T) {
	set := sample("v1", 12)
	path := filepath.Join(t.TempDir(), "l.db")
	l := mustOpen(t, path, set)
	must(t, 0, l.SetPins([]nextrole.Code{"29-0001.00"}))
	mustClose(t, l)
	before := snapshot(t, path)
	for _, o := range []store.Options{{}, {ReadOnly: true}} {
		l, err := store.Open(path, set.Digest, isNotToBeRead, o)
		must(t, l, err)
		if _, err := l.Roles(); err != nil {
			t.Error(err)
		}
		if err := l.SetPins([]nextrole.Code{"29-0001.00"}); err != nil && !o.ReadOnly {
			t.Errorf("saving what is saved: %v", err)
		}
		mustClose(t, l)
		unchanged(t, path, before)
	}
}

func TestGenerationCountsChanges(t *testing.T) {
	l := mustOpen(t, filepath.Join(t.TempDir(), "l.db"), sample("v1", 2))
	note := nextrole.Note{Code: "29-0001.00", Text: "x"}
	for i, step := range []struct {
		write func() error
		want  uint64
	}{
		{func() error { return nil }, 0},
		{func() error { return l.SetNote(note) }, 1},
		{func() error { return l.SetNote(note) }, 1},
		{func() error { return l.SetNote(nextrole.Note{Code: note.Code}) }, 2},
		{func() error { return l.SetNote(nextrole.Note{Code: note.Code}) }, 2},
	} {
		must(t, 0, step.write())
		if got, err := l.Generation(); must(t, got, err) != step.want {
			t.Errorf("step %d: generation %d, not %d", i, got, step.want)
		}
	}
}

type state struct {
	bytes    string
	modified time.Time
	mode     os.FileMode
}

// snapshot sets the file's time back, so that any later write shows.
func snapshot(t testing.TB, path string) state {
	t.Helper()
	old := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	if err := os.Chtimes(path, old, old); err != nil {
		t.Fatal(err)
	}
	return look(t, path)
}

func look(t testing.TB, path string) state {
	t.Helper()
	b, err := os.ReadFile(path)
	must(t, b, err)
	info, err := os.Stat(path)
	must(t, info, err)
	return state{string(b), info.ModTime(), info.Mode()}
}

func unchanged(t testing.TB, path string, before state) {
	t.Helper()
	after := look(t, path)
	if after.bytes != before.bytes || !after.modified.Equal(before.modified) || after.mode != before.mode {
		t.Errorf("the file was changed")
	}
}

func TestNewStarterReplacesReferenceAndLeavesThePersons(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	l := mustOpen(t, path, sample("v1", 30))
	note := nextrole.Note{Code: "29-0020.00", Text: "ask Ana", Saved: time.Date(2026, 3, 4, 5, 6, 7, 8, time.UTC)}
	settings := nextrole.Settings{Welcomed: true, Home: "29-0001.00", Size: 150, Shown: map[nextrole.Code]nextrole.SourceID{"29-0001.00": "s2"}}
	if err := errors.Join(l.SetPins([]nextrole.Code{"29-0020.00", "29-0001.00"}), l.SetNote(note), l.SetSettings(settings)); err != nil {
		t.Fatal(err)
	}
	mustClose(t, l)

	l = mustOpen(t, path, sample("v2", 10))
	roles, err := l.Roles()
	if must(t, roles, err); len(roles) != 10 || roles[0].Title[len(roles[0].Title)-2:] != "v2" {
		t.Errorf("%d roles, the first %q", len(roles), roles[0].Title)
	}
	pins, err := l.Pins()
	if diff := cmp.Diff([]nextrole.Code{"29-0001.00"}, must(t, pins, err)); diff != "" {
		t.Errorf("pins (-want +got):\n%s", diff)
	}
	gotNote, found, err := l.Note(note.Code)
	if diff := cmp.Diff(note, must(t, gotNote, err)); diff != "" || !found {
		t.Errorf("note, found %v (-want +got):\n%s", found, diff)
	}
	gotSettings, err := l.Settings()
	if diff := cmp.Diff(settings, must(t, gotSettings, err)); diff != "" {
		t.Errorf("settings (-want +got):\n%s", diff)
	}
	mustClose(t, l)

	l = mustOpen(t, path, sample("v1", 30))
	pins, err = l.Pins()
	if diff := cmp.Diff([]nextrole.Code{"29-0020.00", "29-0001.00"}, must(t, pins, err)); diff != "" {
		t.Errorf("pins once the role is back (-want +got):\n%s", diff)
	}
}

func TestFailedReplacementLeavesTheFileAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	mustClose(t, mustOpen(t, path, sample("v1", 3)))
	before := snapshot(t, path)
	for name, set := range map[string]func() (starter.Set, error){
		"unreadable":   isNotToBeRead,
		"other digest": reads(sample("v3", 3)),
	} {
		if _, err := store.Open(path, "v2", set, store.Options{}); code(err) != store.Invalid {
			t.Errorf("%s: %v", name, err)
		}
		unchanged(t, path, before)
	}
	mustOpen(t, path, sample("v1", 3))
}

func TestReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	if _, err := store.Open(path, "v1", isNotToBeRead, store.Options{ReadOnly: true}); code(err) != store.Missing {
		t.Errorf("nothing there: %v", err)
	}
	mustClose(t, mustOpen(t, path, sample("v1", 3)))
	before := snapshot(t, path)
	l, err := store.Open(path, "v2", isNotToBeRead, store.Options{ReadOnly: true})
	must(t, l, err)
	second, err := store.Open(path, "v2", isNotToBeRead, store.Options{ReadOnly: true})
	if must(t, second, err); !l.ReadOnly() {
		t.Error("not read-only")
	}
	if err := l.SetPins(nil); code(err) != store.ReadOnly {
		t.Errorf("writing: %v", err)
	}
	mustClose(t, l)
	mustClose(t, second)
	unchanged(t, path, before)
}

func TestSecondOpenerIsTold(t *testing.T) {
	set := sample("v1", 2)
	path := filepath.Join(t.TempDir(), "l.db")
	l := mustOpen(t, path, set)
	if _, err := store.Open(path, set.Digest, isNotToBeRead, store.Options{Wait: time.Millisecond}); code(err) != store.Locked {
		t.Errorf("while the first has it: %v", err)
	}
	opened := make(chan error)
	go func() {
		second, err := store.Open(path, set.Digest, isNotToBeRead, store.Options{Wait: time.Minute})
		if err == nil {
			err = second.Close()
		}
		opened <- err
	}()
	mustClose(t, l)
	if err := <-opened; err != nil {
		t.Errorf("once the first is closed: %v", err)
	}
}

func TestCreatingAtOnce(t *testing.T) {
	set := sample("v1", 5)
	path := filepath.Join(t.TempDir(), "folder", "l.db")
	const n = 8
	start, done := make(chan struct{}), make(chan error)
	for i := range n {
		go func() {
			<-start
			l, err := store.Open(path, set.Digest, reads(set), store.Options{Wait: time.Minute})
			if err == nil {
				err = errors.Join(l.SetNote(nextrole.Note{Code: set.Roles[i%5].Code, Text: fmt.Sprint(i)}), l.Check(), l.Close())
			}
			done <- err
		}()
	}
	close(start)
	for range n {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	l := mustOpen(t, path, set)
	for _, r := range set.Roles {
		if _, found, err := l.Note(r.Code); !found || err != nil {
			t.Errorf("the note on %s is lost (%v)", r.Code, err)
		}
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if must(t, entries, err); len(entries) != 1 {
		t.Errorf("left over: %v", entries)
	}
}

func TestCutOffCreation(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "l.db")
	if _, err := store.Open(path, "v1", isNotToBeRead, store.Options{}); code(err) != store.Invalid {
		t.Errorf("no starter roles: %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Errorf("left over: %v, %v", entries, err)
	}
	// What a process leaves that is ended while it fills the new file.
	if err := os.WriteFile(filepath.Join(dir, ".l.db-1.new"), make([]byte, 5000), 0o600); err != nil {
		t.Fatal(err)
	}
	mustOpen(t, path, sample("v1", 3))
}

func TestPlacesThatCannotBeUsed(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	dangling := filepath.Join(dir, "link")
	if err := os.Symlink(filepath.Join(dir, "nowhere", "l.db"), dangling); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]store.Code{
		dir:                                  store.Foreign,
		os.DevNull:                           store.Foreign,
		filepath.Join(file, "l.db"):          store.Unreadable,
		filepath.Join(dir, "a\x00b", "l.db"): store.Unreadable,
		dangling:                             store.Unwritable,
	} {
		_, err := store.Open(path, "v1", reads(sample("v1", 1)), store.Options{})
		if code(err) != want {
			t.Errorf("%q: %v (%s), not %s", path, err, code(err), want)
		}
	}
}

func TestReadOnlyFolderAndFile(t *testing.T) {
	dir := t.TempDir()
	asNobody(t, dir)
	path := filepath.Join(dir, "l.db")
	set := sample("v1", 2)
	mustClose(t, mustOpen(t, path, set))
	must(t, 0, errors.Join(os.Chmod(path, 0o400), os.Chmod(dir, 0o500)))
	t.Cleanup(func() { must(t, 0, os.Chmod(dir, 0o700)) })
	if _, err := store.Open(path, "v1", isNotToBeRead, store.Options{}); code(err) != store.Unwritable {
		t.Errorf("a file that is read-only: %v", err)
	}
	if _, err := store.Open(filepath.Join(dir, "new.db"), "v1", reads(set), store.Options{}); code(err) != store.Unwritable {
		t.Errorf("a folder that is read-only: %v", err)
	}
	l, err := store.Open(path, "v1", isNotToBeRead, store.Options{ReadOnly: true})
	mustClose(t, must(t, l, err))
}

func TestClosedLibraryAnswers(t *testing.T) {
	l := mustOpen(t, filepath.Join(t.TempDir(), "l.db"), sample("v1", 1))
	mustClose(t, l)
	if _, err := l.Roles(); code(err) != store.Closed {
		t.Errorf("read: %v", err)
	}
	if err := l.SetPins(nil); code(err) != store.Closed {
		t.Errorf("write: %v", err)
	}
	if err := l.Close(); err != nil {
		t.Errorf("close again: %v", err)
	}
}

func BenchmarkOpenAndRoles(b *testing.B) {
	set := sample("v1", 59)
	path := filepath.Join(b.TempDir(), "l.db")
	mustClose(b, mustOpen(b, path, set))
	for b.Loop() {
		l, err := store.Open(path, set.Digest, isNotToBeRead, store.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if roles, err := l.Roles(); err != nil || len(roles) != 59 {
			b.Fatal(len(roles), err)
		}
		if err := l.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
