package own

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/assess"
	"nextrole/ui/session"
	"nextrole/ui/uitest"
)

// open opens an assessment that was begun from a copy of the role's.
func open(t *testing.T, c nextrole.Code) (*model, *session.Session, *uitest.Library) {
	t.Helper()
	l := uitest.NewLibrary(t)
	w := l.Make(t, c)
	s := l.Open(t)
	m, ok := newModel(s, s.Now, c)
	if !ok {
		t.Fatalf("there is no %s", c)
	}
	m.open(w.ID, map[nextrole.SourceID]*steps{})
	return m, s, l
}

func growth(v int) func(*nextrole.Assessment) {
	return func(a *nextrole.Assessment) { a.Inputs.Growth.Value = v }
}

func TestChangesAreKeptAndUndone(t *testing.T) {
	m, s, l := open(t, uitest.Registrar)
	if m.short() != "AIJRI 20.9 · 16.9–25.7 if raters differ" || m.versus() != "the same as the published score" || m.state() != "Version 1: Started" || m.leftTitle() != "Nothing is missing" {
		t.Errorf("%s; %s; %s; %s", m.short(), m.versus(), m.state(), m.leftTitle())
	}
	if err := m.change("", growth(-2)); err != nil {
		t.Fatal(err)
	}
	if m.versus() != "−1.4 vs the published score of 20.9" || m.state() != "Saved as you go. Not kept as version 2 yet." {
		t.Errorf("%s; %s", m.versus(), m.state())
	}
	if got := l.Made[m.work.ID].Now().Inputs.Growth.Value; got != -2 {
		t.Errorf("the library has %d", got)
	}
	m.version("Asked a colleague")
	if err := m.change("", growth(1)); err != nil {
		t.Fatal(err)
	}
	for _, want := range []int{-2, -1} {
		if !m.undo() || m.at().Inputs.Growth.Value != want || l.Made[m.work.ID].Now().Inputs.Growth.Value != want {
			t.Errorf("undone to %d, want %d", m.at().Inputs.Growth.Value, want)
		}
	}
	if m.undo() {
		t.Error("there is more to undo")
	}
	for m.redo() {
	}
	if m.at().Inputs.Growth.Value != 1 || len(m.work.Revisions) != 3 {
		t.Errorf("done again to %d in %d versions", m.at().Inputs.Growth.Value, len(m.work.Revisions))
	}
	again, err := session.Open(l, inline{})
	if err != nil {
		t.Fatal(err)
	}
	if got := again.Works(uitest.Registrar); len(got) != 1 || got[0].Now().Inputs.Growth.Value != 1 {
		t.Errorf("at the next start: %+v", got)
	}
	if r, _ := s.Reading(uitest.Registrar); r.Status != nextrole.Published {
		t.Errorf("the role is shown with what is %s", r.Status)
	}
}

type inline struct{}

func (inline) Run(work func() error, done func(error))   { done(work()) }
func (inline) Aside(work func() error, done func(error)) { done(work()) }

// What would be no assessment is refused, and nothing is changed or saved.
func TestDefectsAreRefused(t *testing.T) {
	m, _, l := open(t, uitest.Registrar)
	before := m.at()
	for name, by := range map[string]func(*nextrole.Assessment){
		"no author":        func(a *nextrole.Assessment) { a.Author = "" },
		"no date":          func(a *nextrole.Assessment) { a.Date = "27 November" },
		"no name":          func(a *nextrole.Assessment) { a.Inputs.Tasks[0].Name = " " },
		"no tasks":         func(a *nextrole.Assessment) { a.Inputs.Tasks = nil },
		"beyond the scale": func(a *nextrole.Assessment) { a.Inputs.Barriers[0].Value = 3 },
		"no reason":        func(a *nextrole.Assessment) { a.Override = &nextrole.Override{Score: 30} },
	} {
		if err := m.change("", by); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
	if diff := cmp.Diff(before, m.at()); diff != "" || len(l.Made[m.work.ID].Revisions) != 1 {
		t.Error(diff)
	}
}

// A total that is not 100 % is kept, and has no score until it is.
func TestUnfinished(t *testing.T) {
	m, _, l := open(t, uitest.Registrar)
	if err := m.change("", func(a *nextrole.Assessment) { a.Inputs.Tasks[0].Share = 1000 }); err != nil {
		t.Fatal(err)
	}
	text, whole := m.total()
	if text != "90% of the time: 10% is missing" || whole || m.reading.Score != nil || m.short() != "No score yet" || !m.left[0].Stops || m.made() != "" {
		t.Errorf("%s, %+v", text, m.left)
	}
	if _, ok := m.chance(); ok {
		t.Error("it has chances")
	}
	if got := l.Made[m.work.ID].Now().Inputs.Tasks[0].Share; got != 1000 {
		t.Errorf("kept is %v", got)
	}
	if err := m.change("", func(a *nextrole.Assessment) { a.Inputs.Tasks = assess.Even(a.Inputs.Tasks) }); err != nil {
		t.Fatal(err)
	}
	if text, whole := m.total(); text != "100% of the time" || !whole || m.reading.Score == nil {
		t.Error(text)
	}
	if err := m.change("", func(a *nextrole.Assessment) { a.Inputs.Tasks[0].Share = 9000 }); err != nil {
		t.Fatal(err)
	}
	if text, _ := m.total(); !strings.HasSuffix(text, " too much") {
		t.Error(text)
	}
}

func TestBeginnings(t *testing.T) {
	l := uitest.NewLibrary(t)
	s := l.Open(t)
	m, _ := newModel(s, s.Now, uitest.Registrar)
	if m.opened() || m.undo() || m.redo() {
		t.Error("something is open")
	}
	var titles []string
	for _, b := range m.beginnings() {
		titles = append(titles, b.title)
		if b.problem != "" {
			titles = append(titles, "no")
			continue
		}
		a, err := b.make()
		if err != nil {
			t.Errorf("%s: %v", b.title, err)
			continue
		}
		w := s.BeginWork(a, b.note)
		if err := w.Validate(); err != nil || w.Revisions[0].Note != b.note || aijri.Read(w.Now()).Score == nil {
			t.Errorf("%s: %v, %q", b.title, err, w.Revisions[0].Note)
		}
	}
	want := []string{"From its tasks", "From a copy", "By rule", "no", "From nothing"}
	if diff := cmp.Diff(want, titles); diff != "" {
		t.Error(diff)
	}
	if n := len(s.Works(uitest.Registrar)); n != 3 {
		t.Errorf("%d were begun", n)
	}
	m, _ = newModel(s, s.Now, uitest.Registrar)
	copies := 0
	for _, b := range m.beginnings() {
		if b.title == "From a copy" {
			copies++
		}
	}
	if copies != 4 {
		t.Errorf("%d can be copied now", copies)
	}
}

func TestVersionsAndAuthorsDiffer(t *testing.T) {
	m, _, _ := open(t, uitest.Registrar)
	a, b := m.pair("", "")
	if a.version != 0 || b.version != 1 || !strings.HasPrefix(a.name, "Published, by ") {
		t.Errorf("at first %q and %q", a.name, b.name)
	}
	if err := m.change("", growth(-2)); err != nil {
		t.Fatal(err)
	}
	a, b = m.pair("", "")
	title, list := m.differences(a, b)
	if a.version != 1 || b.name != "As it stands now" || title != "From 20.9 to 19.5: 2 differences" || len(list) != 2 {
		t.Errorf("%q, %q: %s %v", a.name, b.name, title, list)
	}
	if title, _ := m.differences(a, a); title != "The two are the same" {
		t.Error(title)
	}
	m.version("Second")
	first, _ := m.pair("version 1", "")
	if err := m.restore(first); err != nil || m.at().Inputs.Growth.Value != -1 || !m.changed() {
		t.Errorf("restored: %v, %d", err, m.at().Inputs.Growth.Value)
	}
	m.undo()
	if m.at().Inputs.Growth.Value != -2 || m.changed() {
		t.Error("a version that was brought back cannot be undone")
	}
}

// A draft by rule stays one while only what the rule knows nothing of is set.
func TestADraftByRuleBecomesOnesOwn(t *testing.T) {
	l := uitest.NewLibrary(t)
	l.Edit(t, uitest.Unscored).Profile = &nextrole.Profile{
		Code: uitest.Unscored, Tasks: []nextrole.RatedTask{{ID: "1", Text: "File."}, {ID: "2", Text: "Call."}},
		Exposed: []nextrole.TaskExposure{{ID: "1", GPT4: "E1", Human: "E1"}, {ID: "2", GPT4: "E0", Human: "E0"}},
	}
	s := l.Open(t)
	w, err := s.DraftByRule(uitest.Unscored)
	if err != nil {
		t.Fatal(err)
	}
	m, _ := newModel(s, s.Now, uitest.Unscored)
	m.open(w.ID, map[nextrole.SourceID]*steps{})
	if err := m.change("", growth(-1)); err != nil || m.at().Status != nextrole.Derived || m.status() == "" {
		t.Errorf("%v, %s", err, m.at().Status)
	}
	if err := m.change("", func(a *nextrole.Assessment) { a.Inputs.Tasks[0].Score = 1 }); err != nil {
		t.Fatal(err)
	}
	if a := m.at(); a.Status != nextrole.Own || a.Author != "Me" || a.Stage != nextrole.InWork || a.Date == "" || m.status() != "" {
		t.Errorf("%s, by %s, %s, %s", a.Status, a.Author, a.Stage, a.Date)
	}
	m.undo()
	if m.at().Status != nextrole.Derived {
		t.Error("undone it is not by rule again")
	}
}

func TestTyped(t *testing.T) {
	for text, want := range map[string]nextrole.Share{"12.5": 1250, " 20 % ": 2000, "7,25%": 725, "0": 0, "100": 10000} {
		if got, ok := readShare(text); !ok || got != want {
			t.Errorf("%q is %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "x", "-1", "100.1", "NaN", "1e9"} {
		if got, ok := readShare(text); ok {
			t.Errorf("%q is a share of %v", text, got)
		}
		if got, ok := readScore(text); ok {
			t.Errorf("%q is a score of %v", text, got)
		}
	}
	ids := []nextrole.SourceID{"bls-oews-2025", "Commission on Cancer, Standard 5.1"}
	if diff := cmp.Diff(ids, readSources(sourcesText(ids)+" ; ")); diff != "" {
		t.Error(diff)
	}
}

// Every rating that counts, and every principle, has its place on the page.
func TestPartsAreAll(t *testing.T) {
	m, _, _ := open(t, uitest.Registrar)
	a := m.at().Clone()
	n := 0
	for _, g := range parts() {
		for _, r := range g.ratings {
			n++
			least, most := 0, 3
			if r.group != principles {
				least, most = aijri.Input{Group: r.group, Index: r.index}.Scale()
			}
			if r.least != least || len(r.names) != most-least+1 || r.in(&a) == nil || r.value(most) != r.names[len(r.names)-1] || r.value(99) == "" {
				t.Errorf("%+v", r)
			}
		}
	}
	if n != 5+5+1+3 {
		t.Errorf("%d ratings", n)
	}
	if day(time.Date(2026, 11, 27, 12, 0, 0, 0, time.Local)) != "November 27, 2026" {
		t.Error(day(time.Date(2026, 11, 27, 12, 0, 0, 0, time.Local)))
	}
}
