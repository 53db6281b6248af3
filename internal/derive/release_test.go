package derive_test

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/aijri"
	"nextrole/internal/derive"
	"nextrole/internal/source/intake"
	"nextrole/internal/source/starter"
)

// imported reads a file below the publishers' own files, which are not part of
// this repository.
func imported(t testing.TB, file string) map[nextrole.Code]*nextrole.Role {
	t.Helper()
	dir := os.Getenv("NEXTROLE_TESTDATA")
	if dir == "" {
		t.Skip("NEXTROLE_TESTDATA names no folder with the publishers' files")
	}
	in, err := intake.Read(context.Background(), filepath.Join(dir, file), time.Time{}, func(intake.Progress) {})
	if err != nil {
		t.Fatal(err)
	}
	said := map[nextrole.Code]*nextrole.Role{}
	for _, reading := range in.Readings {
		for _, part := range reading.Parts {
			for _, r := range part.Said() {
				if said[r.Code] == nil {
					said[r.Code] = &nextrole.Role{}
				}
				said[r.Code].Add(r)
			}
		}
	}
	return said
}

// release joins the tasks of O*NET 30.1 and the labels of Eloundou et al.
func release(t testing.TB) map[nextrole.Code]*nextrole.Role {
	t.Helper()
	all := imported(t, "onet/30.1-text/Task Statements.txt")
	for code, labeled := range imported(t, "ai-exposure/eloundou/full_labelset.tsv") {
		if all[code] != nil {
			all[code].Complete(*labeled)
		}
	}
	return all
}

// TestRuleAgainstPeople holds what the rule was measured to be worth. O*NET's
// ratings of tasks are not among the files, so that all tasks of a role count
// the same; with the ratings imported the numbers are others.
func TestRuleAgainstPeople(t *testing.T) {
	all := release(t)
	set, err := starter.Read(assets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	for i := range set.Roles {
		if r := all[set.Roles[i].Code]; r != nil {
			set.Roles[i].Complete(*r)
		}
	}
	got := derive.Measure(set.Roles)
	for _, want := range []struct {
		derive.Agreement
		n                    int
		rank, mean, absolute string
		words                string
	}{
		{got.Published, 5, "0.60", "−0.8", "13.6", "Against 5 published scores: scores 13.6 points apart on average. So few, fewer than 10, that nothing can be said of whether the rule puts roles in the right order."},
		{got.Drafts, 17, "0.62", "−5.2", "9.9", "Against 17 editors’ drafts: rank correlation 0.62 (moderate), scores 9.9 points apart on average."},
	} {
		if len(want.Pairs) != want.n || want.Rank == nil {
			t.Errorf("%s: %d pairs, want %d", want.Status, len(want.Pairs), want.n)
			continue
		}
		rank, mean, absolute := nextrole.Decimal(*want.Rank, 2), nextrole.Decimal(*want.Mean, 1), nextrole.Decimal(*want.MeanAbsolute, 1)
		if rank != want.rank || mean != want.mean || absolute != want.absolute {
			t.Errorf("%s: rank correlation %s, mean %s, absolute %s; want %s, %s, %s", want.Status, rank, mean, absolute, want.rank, want.mean, want.absolute)
		}
		if want.Words() != want.words {
			t.Errorf("%s: %q", want.Status, want.Words())
		}
	}
}

// TestEveryOccupationOfARelease drafts all occupations that have tasks.
func TestEveryOccupationOfARelease(t *testing.T) {
	drafts, least, most := 0, 100.0, 0.0
	for code, r := range release(t) {
		if r.Profile == nil || len(r.Profile.Tasks) == 0 {
			continue
		}
		a := draft(t, *r.Profile)
		reading := aijri.Read(a)
		if reading.Score == nil {
			t.Errorf("%s: %v", code, reading.Problem)
			continue
		}
		drafts, least, most = drafts+1, min(least, *reading.Score), max(most, *reading.Score)
	}
	if drafts != 923 {
		t.Errorf("%d drafts, want one of each of the 923 occupations with tasks", drafts)
	}
	t.Logf("%d drafts, scores from %.1f to %.1f", drafts, least, most)
}

// madeUp is a release of 1,016 occupations with 20 tasks each, all of them rated.
func madeUp() []nextrole.Profile {
	random := rand.New(rand.NewPCG(30, 1))
	names := []string{"E0", "E1", "E2"}
	var list []nextrole.Profile
	for i := range 1016 {
		p := nextrole.Profile{Code: nextrole.Code("NR-" + strconv.Itoa(i))}
		for j := range 20 {
			id, rest := strconv.Itoa(1000*i+j), 100.0
			task := nextrole.RatedTask{ID: id, Text: "Do what has to be done, as people in the job do it.", Importance: of(1 + 4*random.Float64())}
			for k := range 7 {
				part := rest * random.Float64()
				if k == 6 {
					part = rest
				}
				task.Frequency = append(task.Frequency, part)
				rest -= part
			}
			p.Tasks = append(p.Tasks, task)
			p.Exposed = append(p.Exposed, nextrole.TaskExposure{ID: id, GPT4: names[random.IntN(3)], Human: names[random.IntN(3)]})
		}
		list = append(list, p)
	}
	return list
}

// BenchmarkDraftsOfARelease drafts and scores every occupation. The target is a
// second.
func BenchmarkDraftsOfARelease(b *testing.B) {
	score := func(b *testing.B, list []nextrole.Profile) {
		for b.Loop() {
			for _, p := range list {
				a, err := derive.Draft(p)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := aijri.Score(*a.Inputs); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	b.Run("1,016 made up and rated", func(b *testing.B) { score(b, madeUp()) })
	b.Run("923 of O-NET 30.1", func(b *testing.B) {
		var list []nextrole.Profile
		for _, r := range release(b) {
			if r.Profile != nil && len(r.Profile.Tasks) > 0 {
				list = append(list, *r.Profile)
			}
		}
		score(b, list)
	})
}
