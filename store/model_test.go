package store_test

import (
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"nextrole"
	"nextrole/internal/source/starter"
	"nextrole/store"
)

// model is what a library should hold.
type model struct {
	set      starter.Set
	pins     []nextrole.Code
	notes    map[nextrole.Code]nextrole.Note
	settings nextrole.Settings
	kept     map[string]nextrole.Comparison
	weeks    map[string]nextrole.Week // by code and name, apart by a zero
	works    map[nextrole.SourceID]nextrole.Work
}

func (m *model) has(c nextrole.Code) bool {
	return slices.ContainsFunc(m.set.Roles, func(r nextrole.Role) bool { return r.Code == c })
}

func (m *model) shownPins() []nextrole.Code {
	return slices.DeleteFunc(slices.Clone(m.pins), func(c nextrole.Code) bool { return !m.has(c) })
}

// TestAgainstModel does the same to a library and to values in memory, opening
// the library anew now and then with more or fewer starter roles.
func TestAgainstModel(t *testing.T) {
	versions := []starter.Set{sample("v1", 3), sample("v2", 9), sample("v3", 25)}
	codes := rapid.Custom(func(t *rapid.T) nextrole.Code {
		if rapid.IntRange(0, 9).Draw(t, "unknown") == 0 {
			return nextrole.Code(rapid.StringN(0, 12, -1).Draw(t, "code"))
		}
		return rapid.SampledFrom(versions[1].Roles).Draw(t, "role").Code
	})
	rapid.Check(t, func(rt *rapid.T) {
		path := filepath.Join(t.TempDir(), "l.db")
		m := model{set: versions[0], notes: map[nextrole.Code]nextrole.Note{}, kept: map[string]nextrole.Comparison{}, weeks: map[string]nextrole.Week{}, works: map[nextrole.SourceID]nextrole.Work{}}
		l := opened(rt, path, m.set)
		defer func() { closed(rt, l) }()
		rt.Repeat(map[string]func(*rapid.T){
			"reopen": func(rt *rapid.T) {
				closed(rt, l)
				m.set = rapid.SampledFrom(versions).Draw(rt, "version")
				l = opened(rt, path, m.set)
				m.compareRoles(rt, l)
			},
			"pin": func(rt *rapid.T) {
				pins := rapid.SliceOfN(codes, 0, nextrole.MaxPins+1).Draw(rt, "pins")
				want := store.Code("")
				switch {
				case len(pins) > nextrole.MaxPins, len(slices.Compact(slices.Sorted(slices.Values(pins)))) < len(pins):
					want = store.Invalid
				case slices.ContainsFunc(pins, func(c nextrole.Code) bool { return !m.has(c) }):
					want = store.NotFound
				default:
					m.pins = pins
				}
				expect(rt, l.SetPins(pins), want)
			},
			"note": func(rt *rapid.T) {
				n := nextrole.Note{Code: codes.Draw(rt, "code"), Saved: time.Unix(rapid.Int64Range(0, 4e9).Draw(rt, "saved"), 5)}
				n.Text = string(rapid.SliceOfN(rapid.Byte(), 0, 9000).Draw(rt, "text"))
				_, there := m.notes[n.Code]
				want := store.Code("")
				switch {
				case len(trimmed(n.Text)) == 0:
					delete(m.notes, n.Code)
				case !there && !m.has(n.Code):
					want = store.NotFound
				default:
					m.notes[n.Code] = n
				}
				expect(rt, l.SetNote(n), want)
			},
			"keep": func(rt *rapid.T) {
				c := nextrole.Comparison{
					Name:  rapid.SampledFrom([]string{"", " ", "Registrar pivots", "Ä", strings.Repeat("x", 400), strings.Repeat("x", 401)}).Draw(rt, "name"),
					Roles: rapid.SliceOfN(codes, 0, nextrole.MaxPins+1).Draw(rt, "roles"),
					Saved: time.Unix(rapid.Int64Range(0, 4e9).Draw(rt, "saved"), 0),
				}
				want := store.Invalid
				distinct := len(slices.Compact(slices.Sorted(slices.Values(c.Roles)))) == len(c.Roles)
				if strings.TrimSpace(c.Name) != "" && len(c.Name) <= 400 && len(c.Roles) >= 2 && len(c.Roles) <= nextrole.MaxPins && distinct {
					want = ""
					m.kept[c.Name] = c
				}
				expect(rt, l.SetComparison(c), want)
			},
			"drop": func(rt *rapid.T) {
				name := rapid.SampledFrom([]string{"", "Registrar pivots", "Ä", "none"}).Draw(rt, "name")
				delete(m.kept, name)
				expect(rt, l.DeleteComparison(name), "")
			},
			"week": func(rt *rapid.T) {
				w := nextrole.Week{
					Code:  codes.Draw(rt, "code"),
					Name:  rapid.SampledFrom([]string{"", "As it is", "Ä", strings.Repeat("x", 401)}).Draw(rt, "name"),
					Base:  "s1",
					Hours: rapid.Float64Range(-1, 170).Draw(rt, "hours"),
					Saved: time.Unix(rapid.Int64Range(0, 4e9).Draw(rt, "saved"), 0),
				}
				for range rapid.IntRange(0, 3).Draw(rt, "tasks") {
					w.Tasks = append(w.Tasks, nextrole.WeekTask{
						AssessedTask: nextrole.AssessedTask{Name: "T", Share: nextrole.Share(rapid.IntRange(0, 10000).Draw(rt, "share")), Score: rapid.IntRange(1, 5).Draw(rt, "score"), Label: nextrole.Augmented, Rationale: rapid.String().Draw(rt, "why")},
						Of:           rapid.IntRange(-1, 9).Draw(rt, "of"), Locked: rapid.Bool().Draw(rt, "locked"),
					})
				}
				w.Base = rapid.SampledFrom([]nextrole.SourceID{"s1", "s2"}).Draw(rt, "base")
				key := string(w.Code) + "\x00" + w.Name
				if w.Name == "" {
					key += "\x00" + string(w.Base)
				}
				_, there := m.weeks[key]
				want := store.Code("")
				switch {
				case w.Validate() != nil, len(w.Name) > 400:
					want = store.Invalid
				case !there && !m.has(w.Code):
					want = store.NotFound
				default:
					m.weeks[key] = w
				}
				expect(rt, l.SetWeek(w), want)
			},
			"work": func(rt *rapid.T) {
				id := rapid.SampledFrom([]nextrole.SourceID{"own-1", "own-2", "mine"}).Draw(rt, "id")
				w, there := m.works[id]
				if !there {
					w = nextrole.Work{ID: id}
				}
				w = w.With(nextrole.Revision{At: time.Unix(rapid.Int64Range(0, 4e9).Draw(rt, "at"), 0), Note: rapid.String().Draw(rt, "note"), Assessment: nextrole.Assessment{
					Code: codes.Draw(rt, "code"), Author: rapid.SampledFrom([]string{"", "Me"}).Draw(rt, "author"), Status: nextrole.Own,
					Inputs: &nextrole.Inputs{Tasks: []nextrole.AssessedTask{{Name: "T", Share: nextrole.Share(rapid.IntRange(0, 10001).Draw(rt, "share")), Score: 3, Label: nextrole.Augmented}}},
				}})
				want := store.Code("")
				switch {
				case w.Validate() != nil:
					want = store.Invalid
				case !there && !m.has(w.Now().Code):
					want = store.NotFound
				default:
					m.works[id] = w
				}
				expect(rt, l.SetWork(w), want)
			},
			"delete work": func(rt *rapid.T) {
				id := rapid.SampledFrom([]nextrole.SourceID{"", "own-1", "own-2"}).Draw(rt, "id")
				delete(m.works, id)
				expect(rt, l.DeleteWork(id), "")
			},
			"forget week": func(rt *rapid.T) {
				c, name := codes.Draw(rt, "code"), rapid.SampledFrom([]string{"As it is", "none"}).Draw(rt, "name")
				delete(m.weeks, string(c)+"\x00"+name)
				expect(rt, l.DeleteWeek(c, name), "")
			},
			"settings": func(rt *rapid.T) {
				m.settings = nextrole.Settings{
					Welcomed: rapid.Bool().Draw(rt, "welcomed"),
					Audience: rapid.SampledFrom([]nextrole.Audience{"", nextrole.Worker, nextrole.Advisor}).Draw(rt, "audience"),
					Width:    rapid.Float32Range(0, 4000).Draw(rt, "width"),
					Query:    rapid.String().Draw(rt, "query"),
					Shown:    rapid.MapOfN(codes, rapid.Just(nextrole.SourceID("s1")), 0, 4).Draw(rt, "shown"),
				}
				expect(rt, l.SetSettings(m.settings), "")
			},
			"": func(rt *rapid.T) { m.compare(rt, l) },
		})
	})
}

func (m *model) compare(t *rapid.T, l *store.Library) {
	empty := cmpopts.EquateEmpty()
	pins, err := l.Pins()
	expect(t, err, "")
	if diff := cmp.Diff(m.shownPins(), pins, empty); diff != "" {
		t.Errorf("pins (-want +got):\n%s", diff)
	}
	settings, err := l.Settings()
	expect(t, err, "")
	if diff := cmp.Diff(m.settings, settings, empty); diff != "" {
		t.Errorf("settings (-want +got):\n%s", diff)
	}
	kept, err := l.Comparisons()
	expect(t, err, "")
	var wantKept []nextrole.Comparison
	for _, name := range slices.Sorted(maps.Keys(m.kept)) {
		wantKept = append(wantKept, m.kept[name])
	}
	if diff := cmp.Diff(wantKept, kept, empty); diff != "" {
		t.Errorf("comparisons (-want +got):\n%s", diff)
	}
	weeks, err := l.Weeks()
	expect(t, err, "")
	var wantWeeks []nextrole.Week
	for _, key := range slices.Sorted(maps.Keys(m.weeks)) {
		wantWeeks = append(wantWeeks, m.weeks[key])
	}
	if diff := cmp.Diff(wantWeeks, weeks, empty); diff != "" {
		t.Errorf("weeks (-want +got):\n%s", diff)
	}
	works, err := l.Works()
	expect(t, err, "")
	var wantWorks []nextrole.Work
	for _, id := range slices.Sorted(maps.Keys(m.works)) {
		wantWorks = append(wantWorks, m.works[id])
	}
	if diff := cmp.Diff(wantWorks, works, empty); diff != "" {
		t.Errorf("works (-want +got):\n%s", diff)
	}
	notes, err := l.Notes()
	expect(t, err, "")
	if len(notes) != len(m.notes) {
		t.Errorf("%d notes, want %d", len(notes), len(m.notes))
	}
	codes := slices.Collect(maps.Keys(m.notes))
	for _, r := range m.set.Roles {
		codes = append(codes, r.Code)
	}
	for _, c := range codes {
		want, there := m.notes[c]
		got, found, err := l.Note(c)
		expect(t, err, "")
		if diff := cmp.Diff(want, got); diff != "" || found != there {
			t.Errorf("note on %q, found %v (-want +got):\n%s", c, found, diff)
		}
	}
}

func (m *model) compareRoles(t *rapid.T, l *store.Library) {
	roles, err := l.Roles()
	expect(t, err, "")
	byCode := slices.SortedFunc(slices.Values(roles), func(a, b nextrole.Role) int {
		if a.Code < b.Code {
			return -1
		}
		return 1
	})
	want := slices.Clone(m.set.Roles)
	for _, id := range slices.Sorted(maps.Keys(m.works)) {
		for i := range want {
			if a := m.works[id].Now(); want[i].Code == a.Code {
				want[i].Assessments = append(slices.Clip(want[i].Assessments), a)
			}
		}
	}
	if !reflect.DeepEqual(want, byCode) { // much quicker than cmp
		t.Errorf("roles (-want +got):\n%s", cmp.Diff(want, byCode))
	}
}

func trimmed(s string) []rune {
	return slices.DeleteFunc([]rune(s), func(r rune) bool { return r == ' ' || r >= 9 && r <= 13 || r == 0x85 || r == 0xA0 })
}

func opened(t *rapid.T, path string, set starter.Set) *store.Library {
	l, err := store.Open(path, set.Digest, reads(set), store.Options{})
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	return l
}

func closed(t *rapid.T, l *store.Library) {
	expect(t, l.Check(), "")
	expect(t, l.Close(), "")
}

func expect(t *rapid.T, err error, want store.Code) {
	if got := code(err); got != want || want == "" && err != nil {
		t.Errorf("%v (%s), not %q", err, got, want)
	}
}
