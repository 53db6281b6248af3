package store_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/intake"
	"nextrole/store"
)

// addition is a made-up release of n occupations, of which the first are those
// of the sample.
func addition(release string, n int) source.Addition {
	id := nextrole.SourceID("onet-" + release)
	r := source.Reading{Source: nextrole.Source{ID: id, Publisher: "O", Title: "O*NET " + release, Short: "O*NET " + release, Release: release}}
	titles := source.Part{Name: "Occupation Data", File: "o.txt", Rows: n}
	skills := source.Part{Name: "Skills", File: "s.txt", Rows: 2 * n, Terms: []nextrole.Term{{ID: "2.A.1", Name: "Reading"}}}
	period := nextrole.Period(fmt.Sprintf("20%s", release[:2]))
	for i := range n {
		code := nextrole.Code(fmt.Sprintf("29-%04d.00", i))
		importance := float64(1+i%5) / 1
		titles.Roles = append(titles.Roles, nextrole.Role{Occupation: nextrole.Occupation{
			Code: code, Title: fmt.Sprintf("%s, %s", code, release), Summary: strings.Repeat("work ", 40), AltTitles: []nextrole.AltTitle{{Title: "Registrar " + release}},
		}})
		skills.Roles = append(skills.Roles, nextrole.Role{
			Occupation: nextrole.Occupation{Code: code},
			Profile:    &nextrole.Profile{Code: code, Source: id, Period: period, Rated: true, Skills: []nextrole.Element{{ID: "2.A.1", Name: "Reading", Importance: &importance}}},
		})
	}
	r.Parts = []source.Part{titles, skills}
	return source.Addition{Reading: r, Sizes: map[string]int64{"o.txt": 10, "s.txt": 20}, Sums: map[string]string{"o.txt": "a" + release, "s.txt": "b" + release}}
}

func none(int, int) {}

func TestImportIsReadBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	l := mustOpen(t, path, sample("v1", 5))
	must(t, 0, l.Import(context.Background(), []source.Addition{addition("30.1", 12)}, day, none))
	all, err := l.Roles()
	must(t, all, err)
	if len(all) != 12 {
		t.Errorf("%d roles, want 12", len(all))
	}
	// The editors' words stay, and O*NET's profile is added.
	known, err := l.Role("29-0001.00")
	must(t, known, err)
	if known.Title != sample("v1", 5).Roles[1].Title {
		t.Errorf("title %q is not the starter's", known.Title)
	}
	if !slices.ContainsFunc(known.AltTitles, func(a nextrole.AltTitle) bool { return a.Title == "Registrar 30.1" }) {
		t.Errorf("other titles %v lack the imported one", known.AltTitles)
	}
	fresh, err := l.Role("29-0011.00")
	must(t, fresh, err)
	if fresh.Title != "29-0011.00, 30.1" || fresh.Family != nextrole.Beyond || fresh.Profile == nil || len(fresh.Profile.Skills) != 1 {
		t.Errorf("imported role %+v", fresh)
	}
	if fresh.Profile.Unread {
		t.Error("skills were among the files, and the profile says that they were not")
	}
	terms, err := l.Terms("onet-30.1", "Skills")
	if diff := cmp.Diff([]nextrole.Term{{ID: "2.A.1", Name: "Reading"}}, must(t, terms, err)); diff != "" {
		t.Errorf("terms (-want +got):\n%s", diff)
	}
	must(t, 0, l.SetPins([]nextrole.Code{"29-0011.00"}))
	must(t, 0, l.SetNote(nextrole.Note{Code: "29-0011.00", Text: "x"}))
	sources, err := l.Sources()
	if must(t, sources, err)["onet-30.1"].Short != "O*NET 30.1" {
		t.Error("the import is not among the sources")
	}
}

func TestImportAgainChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	l := mustOpen(t, path, sample("v1", 5))
	must(t, 0, l.Import(context.Background(), []source.Addition{addition("30.1", 12)}, day, none))
	before := look(t, path)
	must(t, 0, l.Import(context.Background(), []source.Addition{addition("30.1", 12)}, day.AddDate(0, 1, 0), none))
	unchanged(t, path, before)
}

func TestImportReplacesOnlyTheTablesThatAreGiven(t *testing.T) {
	l := mustOpen(t, filepath.Join(t.TempDir(), "l.db"), sample("v1", 5))
	must(t, 0, l.Import(context.Background(), []source.Addition{addition("30.1", 12)}, day, none))
	again := addition("30.1", 8)
	again.Reading.Parts = again.Reading.Parts[1:] // skills alone
	again.Sums = map[string]string{"s.txt": "other"}
	must(t, 0, l.Import(context.Background(), []source.Addition{again}, day, none))
	i, err := l.Imports()
	must(t, i, err)
	if len(i) != 1 || len(i[0].Parts) != 2 {
		t.Fatalf("imports %+v", i)
	}
	skills, err := l.Imported("onet-30.1", "Skills")
	titles, err2 := l.Imported("onet-30.1", "Occupation Data")
	must(t, 0, errors.Join(err, err2))
	if len(skills) != 8 || len(titles) != 12 {
		t.Errorf("%d with skills and %d with titles, want 8 and 12", len(skills), len(titles))
	}
}

// TestFilesOfOneReleaseByThemselves imports two tables of a release at once, each as
// read from a file of its own.
func TestFilesOfOneReleaseByThemselves(t *testing.T) {
	l := mustOpen(t, filepath.Join(t.TempDir(), "l.db"), sample("v1", 5))
	titles, skills := addition("30.1", 12), addition("30.1", 12)
	titles.Reading.Parts = titles.Reading.Parts[:1]
	skills.Reading.Parts = skills.Reading.Parts[1:]
	must(t, 0, l.Import(context.Background(), []source.Addition{titles, skills}, day, none))
	i, err := l.Imports()
	if must(t, i, err); len(i) != 1 || len(i[0].Parts) != 2 {
		t.Fatalf("imports %+v", i)
	}
	r, err := l.Role("29-0011.00")
	if must(t, r, err); r.Title == "" || r.Profile == nil {
		t.Errorf("%+v", r)
	}
}

func TestTwoReleasesTheNewerIsShown(t *testing.T) {
	for _, order := range [][]string{{"29.3", "30.1"}, {"30.1", "29.3"}} {
		l := mustOpen(t, filepath.Join(t.TempDir(), "l.db"), sample("v1", 5))
		for _, release := range order {
			must(t, 0, l.Import(context.Background(), []source.Addition{addition(release, 12)}, day, none))
		}
		r, err := l.Role("29-0011.00")
		must(t, r, err)
		if r.Profile.Source != "onet-30.1" {
			t.Errorf("in the order %v the profile is of %s", order, r.Profile.Source)
		}
		must(t, 0, l.RemoveImport("onet-30.1"))
		r, err = l.Role("29-0011.00")
		if must(t, r, err).Profile.Source != "onet-29.3" {
			t.Errorf("after the newer one was removed the profile is of %s", r.Profile.Source)
		}
	}
}

func TestTasksOfTheNewerRelease(t *testing.T) {
	l := mustOpen(t, filepath.Join(t.TempDir(), "l.db"), sample("v1", 5))
	for _, release := range []string{"30.1", "29.3"} {
		a := addition(release, 3)
		part := source.Part{Name: "Task Statements", File: "t.txt", Rows: 1, Roles: []nextrole.Role{{
			Occupation: nextrole.Occupation{Code: "29-0002.00"},
			Profile:    &nextrole.Profile{Source: a.Reading.Source.ID, Tasks: []nextrole.RatedTask{{ID: "1", Text: "Trim of " + release}}},
		}}}
		a.Reading.Parts = append(a.Reading.Parts, part)
		must(t, 0, l.Import(context.Background(), []source.Addition{a}, day, none))
	}
	got, err := l.Tasks()
	want := map[nextrole.Code][]nextrole.TaskStatement{"29-0002.00": {{Text: "Trim of 30.1", Source: "onet-30.1"}}}
	if diff := cmp.Diff(want, must(t, got, err)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Roles to compare have the parts that are asked for: the words of tasks of the newer
// release, the links of the one that has them, and the longest list of related ones.
func TestDescribed(t *testing.T) {
	l := mustOpen(t, filepath.Join(t.TempDir(), "l.db"), sample("v1", 3))
	add := func(release string, task nextrole.RatedTask, related int) {
		a := addition(release, 3)
		p := nextrole.Profile{Code: "29-0001.00", Source: a.Reading.Source.ID, Period: nextrole.Period("20" + release[:2]), Tasks: []nextrole.RatedTask{task}}
		tasks := source.Part{Name: "Task Statements", Roles: []nextrole.Role{{Occupation: nextrole.Occupation{Code: "29-0001.00"}, Profile: &p}}}
		r := nextrole.Profile{Code: "29-0001.00", Source: p.Source, Period: p.Period}
		for n := range related {
			r.Related = append(r.Related, nextrole.Relation{Code: nextrole.Code(fmt.Sprintf("29-%04d.00", 2+n)), Rank: n + 1})
		}
		list := source.Part{Name: "Related Occupations", Roles: []nextrole.Role{{Occupation: nextrole.Occupation{Code: "29-0001.00"}, Profile: &r}}}
		a.Reading.Parts = append(a.Reading.Parts, tasks, list)
		must(t, 0, l.Import(context.Background(), []source.Addition{a}, day, none))
	}
	add("25.1", nextrole.RatedTask{ID: "1", Text: "Old words", Activities: []string{"4.A.1.a.1.I01.D01"}}, 3)
	add("30.1", nextrole.RatedTask{ID: "1", Text: "New words"}, 1)
	find := func(parts ...string) nextrole.Profile {
		roles, err := l.Described(parts...)
		for _, r := range must(t, roles, err) {
			if r.Code == "29-0001.00" && r.Profile != nil {
				return *r.Profile
			}
		}
		return nextrole.Profile{}
	}
	p := find("Task Statements", "Related Occupations")
	want := []nextrole.RatedTask{{ID: "1", Text: "New words"}, {ID: "1", Activities: []string{"4.A.1.a.1.I01.D01"}}}
	if diff := cmp.Diff(want, p.Tasks); diff != "" || len(p.Related) != 3 || len(p.Skills) != 0 {
		t.Errorf("%s; %d related, %d skills", diff, len(p.Related), len(p.Skills))
	}
	if p := find("Skills"); len(p.Skills) != 1 || len(p.Tasks) != 0 {
		t.Errorf("of the skills alone: %+v", p)
	}
	whole, err := l.Role("29-0001.00")
	if got := must(t, whole, err).Profile; len(got.Tasks) != 1 || got.Tasks[0].Text != "New words" {
		t.Errorf("a page has %+v", got.Tasks)
	}
}

func TestRemoveImport(t *testing.T) {
	l := mustOpen(t, filepath.Join(t.TempDir(), "l.db"), sample("v1", 5))
	before := read(t, l)
	must(t, 0, l.Import(context.Background(), []source.Addition{addition("30.1", 300)}, day, none))
	must(t, 0, l.SetPins([]nextrole.Code{"29-0001.00", "29-0200.00"}))
	must(t, 0, l.RemoveImport("onet-30.1"))
	after := read(t, l)
	if diff := cmp.Diff(before.Roles, after.Roles); diff != "" {
		t.Errorf("roles (-before +after):\n%s", diff)
	}
	if len(after.Pins) != 1 {
		t.Errorf("pins %v: that of a role that is gone is not shown", after.Pins)
	}
	if code(l.RemoveImport("onet-30.1")) != store.NotFound {
		t.Error("a source that is not there could be removed")
	}
	must(t, 0, l.Import(context.Background(), []source.Addition{addition("30.1", 300)}, day, none))
	if pins, err := l.Pins(); err != nil || len(pins) != 2 {
		t.Errorf("pins %v, %v: the one of a role that is back is back too", pins, err)
	}
}

func TestFiguresOfGroups(t *testing.T) {
	l := mustOpen(t, filepath.Join(t.TempDir(), "l.db"), sample("v1", 5))
	pay := 50_000.0
	figure := func(soc string) nextrole.Role {
		return nextrole.Role{
			Occupation: nextrole.Occupation{Code: nextrole.Code(soc), Title: "Group"},
			Figures:    []nextrole.Figure{{Kind: nextrole.PayMean, Value: &pay, Unit: "USD/year", Period: "May 2025", Place: "US", Source: "oews"}},
		}
	}
	titles := addition("30.1", 0)
	for _, code := range []nextrole.Code{"29-0101.00", "29-0101.01", "29-0202.00", "29-0303.00"} {
		titles.Reading.Parts[0].Roles = append(titles.Reading.Parts[0].Roles, nextrole.Role{Occupation: nextrole.Occupation{Code: code, Title: string(code)}})
	}
	wages := source.Addition{Reading: source.Reading{
		Source: nextrole.Source{ID: "oews", Short: "BLS"},
		Parts:  []source.Part{{Name: "National", File: "w.csv", Rows: 2, Roles: []nextrole.Role{figure("29-0101"), figure("29-0200")}}},
	}}
	must(t, 0, l.Import(context.Background(), []source.Addition{titles, wages}, day, none))
	for code, want := range map[nextrole.Code][]nextrole.SOC{
		"29-0101.00": {""}, "29-0101.01": {"29-0101"}, "29-0202.00": {"29-0200"}, "29-0303.00": nil,
	} {
		r, err := l.Role(code)
		must(t, r, err)
		var got []nextrole.SOC
		for _, f := range r.Figures {
			got = append(got, f.Parent)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: groups of its figures (-want +got):\n%s", code, diff)
		}
		if r.Title != string(code) {
			t.Errorf("%s is titled %q", code, r.Title)
		}
		all, err := l.Roles()
		for _, b := range must(t, all, err) {
			if b.Code == code && len(b.Figures) != len(r.Figures) {
				t.Errorf("%s has %d figures in lists and %d by itself", code, len(b.Figures), len(r.Figures))
			}
		}
	}
}

func TestCanceledImportLeavesTheLibrary(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	l := mustOpen(t, path, sample("v1", 5))
	before := look(t, path)
	ctx, cancel := context.WithCancel(context.Background())
	err := l.Import(ctx, []source.Addition{addition("30.1", 3000)}, day, func(done, _ int) {
		if done > 1000 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: %v", err)
	}
	unchanged(t, path, before)
	if n, err := l.Imports(); err != nil || len(n) > 0 {
		t.Errorf("imports %v, %v", n, err)
	}
}

// TestReadingWhileImporting reads and saves while an import is under way.
func TestReadingWhileImporting(t *testing.T) {
	l := mustOpen(t, filepath.Join(t.TempDir(), "l.db"), sample("v1", 5))
	read := 0
	must(t, 0, l.Import(context.Background(), []source.Addition{addition("30.1", 2000)}, day, func(int, int) {
		if roles, err := l.Roles(); err != nil || len(roles) != 5 {
			t.Errorf("while importing there are %d roles, %v", len(roles), err)
		}
		read++
	}))
	if read == 0 {
		t.Error("the import told no progress")
	}
}

// TestKilledImport kills processes that import, at random moments. Each leaves a
// library that is whole, with all that was imported or nothing of it.
func TestKilledImport(t *testing.T) {
	if path := os.Getenv("NEXTROLE_KILLED"); path != "" {
		importAndSay(t, path)
		return
	}
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 1))
	base := filepath.Join(t.TempDir(), "base.db")
	l := mustOpen(t, base, sample("v1", 5))
	must(t, 0, l.SetNote(nextrole.Note{Code: "29-0001.00", Text: "mine"}))
	mustClose(t, l)
	content, err := os.ReadFile(base)
	must(t, content, err)
	longest := runKilled(t, base, content, time.Hour) // how long a whole one takes
	whole, nothing := 0, 0
	for range kills {
		path := filepath.Join(t.TempDir(), "l.db")
		after := time.Duration(random.Int64N(int64(longest) * 11 / 10))
		runKilled(t, path, content, after)
		l := mustOpen(t, path, sample("v1", 5))
		imports, err := l.Imports()
		must(t, imports, err)
		n, _, err := l.Note("29-0001.00")
		if must(t, n, err).Text != "mine" {
			t.Errorf("killed after %v: the note is gone", after)
		}
		roles, err := l.Roles()
		must(t, roles, err)
		switch {
		case len(imports) == 0 && len(roles) == 5:
			nothing++
		case len(imports) == 1 && len(roles) > 1000:
			whole++
		default:
			t.Errorf("killed after %v: %d imports and %d roles", after, len(imports), len(roles))
		}
		mustClose(t, l) // and checks it
	}
	t.Logf("%d whole, %d nothing; a whole import takes %v", whole, nothing, longest)
	if nothing == 0 {
		t.Error("no import was killed before its end")
	}
}

// runKilled imports into a library in another process and kills that after a
// while. It returns how long the import took, from when the process was ready.
func runKilled(t *testing.T, path string, content []byte, after time.Duration) time.Duration {
	t.Helper()
	must(t, 0, os.WriteFile(path, content, 0o600))
	c := exec.Command(os.Args[0], "-test.run=^TestKilledImport$")
	c.Env = append(os.Environ(), "NEXTROLE_KILLED="+path)
	out, err := c.StdoutPipe()
	must(t, out, err)
	must(t, 0, c.Start())
	lines := bufio.NewScanner(out)
	ready := time.Time{}
	for lines.Scan() {
		if lines.Text() == "ready" {
			ready = time.Now()
			time.AfterFunc(after, func() { _ = c.Process.Kill() })
		}
	}
	took := time.Since(ready)
	_ = c.Wait()
	if ready.IsZero() {
		t.Fatal("the process that imports did not start")
	}
	return took
}

// importAndSay imports the real release where there is one, and one made up
// elsewhere.
func importAndSay(t *testing.T, path string) {
	l, err := store.Open(path, "v1", reads(sample("v1", 5)), store.Options{})
	must(t, l, err)
	fmt.Println("ready")
	list := []source.Addition{addition("30.1", 1500)}
	if data := os.Getenv("NEXTROLE_TESTDATA"); data != "" {
		in, err := intake.Read(context.Background(), filepath.Join(data, "onet", "30.1-text"), day, func(intake.Progress) {})
		must(t, in, err)
		list = []source.Addition{{Reading: in.Readings[0]}}
	}
	must(t, 0, l.Import(context.Background(), list, day, none))
	must(t, 0, l.Close())
}
