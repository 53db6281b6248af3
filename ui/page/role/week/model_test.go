package week

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/aijri"
	spent "nextrole/internal/week"
	"nextrole/ui/uitest"
)

func open(t *testing.T, c nextrole.Code) *model {
	t.Helper()
	m, ok := newModel(uitest.NewLibrary(t).Open(t), c)
	if !ok {
		t.Fatalf("%s has no ratings", c)
	}
	return m
}

func TestStartsFromTheAssessment(t *testing.T) {
	m := open(t, uitest.Registrar)
	if v := m.verdict(); v.score != "20.9" || v.versus != "the same as published" || v.spread != "16.9–25.7 if raters differ · 4.1 below Yellow" {
		t.Errorf("%+v", v)
	}
	if name, state := m.title(); name != "As published" || state != "not changed yet" {
		t.Errorf("%s, %s", name, state)
	}
	if got := m.chances(); got != "The chance of each zone is as published" {
		t.Error(got)
	}
	if m.planned() != "40.0 of 40.0 h planned" {
		t.Error(m.planned())
	}
	first := m.rows()[0]
	if first.hours != 8 || first.tick != 8 || first.most != 20 || first.share != "20%" || first.versus != "same" {
		t.Errorf("%+v", first)
	}
	if _, ok := newModel(uitest.NewLibrary(t).Open(t), "43-4071.00"); ok {
		t.Error("a role without ratings has a week")
	}
}

// As in the design: fourteen hours of the registry given to training.
func TestTimeMoves(t *testing.T) {
	m := open(t, uitest.Registrar)
	for i, hours := range []float64{8, 6, 4, 6, 2, 10, 4} { // the order of the assessment
		m.setHours(i, hours)
		w := m.now().Clone()
		w.Tasks[i].Locked = true
		m.do("", w)
	}
	if v := m.verdict(); v.score != "24.1" || v.versus != "+3.2 vs published 20.9" || !strings.Contains(v.made, "Task resistance 2.95 (published 2.65)") {
		t.Errorf("%+v", v)
	}
	if got := m.chances(); got != "The chance of Yellow is 45%, up from 15% as published" {
		t.Error(got)
	}
	if title := m.forest().Title(); title != "Beside the published 20.9: the score lies in Red" {
		t.Error(title)
	}
	m.keep("Lead trainer")
	if name, state := m.title(); name != "Lead trainer" || state != "kept" {
		t.Errorf("%s, %s", name, state)
	}
	var names []string
	for _, r := range m.forest().Rows {
		names = append(names, r.Name)
	}
	if diff := cmp.Diff([]string{"Published week", "Lead trainer"}, names); diff != "" {
		t.Error(diff)
	}
	for m.undo() {
	}
	if v := m.verdict(); v.score != "20.9" {
		t.Errorf("undone: %+v", v)
	}
	if got := m.library.Weeks(uitest.Registrar); len(got) != 1 {
		t.Errorf("%d weeks kept", len(got))
	}
	m.open(m.library.Weeks(uitest.Registrar)[0])
	if v := m.verdict(); v.score != "24.1" {
		t.Errorf("opened: %+v", v)
	}
}

// A slider that moves there and back, step by step, leaves the others as they were.
func TestThereAndBack(t *testing.T) {
	m := open(t, uitest.Registrar)
	for _, hours := range []float64{8.5, 9, 13.5, 20, 13.5, 9, 8.5, 8} {
		m.setHours(0, hours)
	}
	if diff := cmp.Diff(m.start.Tasks, m.now().Tasks); diff != "" {
		t.Error(diff)
	}
	m.setHours(0, 10)
	if got := m.now().Tasks[1].Share; got != 1875 {
		t.Errorf("the second task has %v", got)
	}
}

// What was done is there again at the next start; the assessment is untouched.
func TestTheWeekIsKept(t *testing.T) {
	l := uitest.NewLibrary(t)
	s := l.Open(t)
	m, _ := newModel(s, uitest.Registrar)
	m.setHours(0, 20)
	want := m.verdict()
	again, _ := newModel(l.Open(t), uitest.Registrar)
	if diff := cmp.Diff(want, again.verdict(), cmp.AllowUnexported(verdict{})); diff != "" {
		t.Error(diff)
	}
	if r, _ := s.Reading(uitest.Registrar); aijri.Shown(*r.Score) != 20.9 {
		t.Errorf("the assessment is now %v", *r.Score)
	}
}

func TestPresets(t *testing.T) {
	m := open(t, uitest.Registrar)
	var got []string
	for _, p := range m.presets() {
		m.do("", p.week)
		got = append(got, p.name+" "+m.verdict().score)
		if p.week.Total() != nextrole.Whole {
			t.Errorf("%s totals %v", p.name, p.week.Total())
		}
	}
	if len(got) != 3 || !strings.HasPrefix(got[2], "Both evenly") {
		t.Errorf("%v", got)
	}
}

func TestTryReachesYellow(t *testing.T) {
	m := open(t, uitest.Registrar)
	reach, ok := m.reach()
	if !ok || reach.Title != "Smallest changes that reach Yellow" {
		t.Fatal(reach)
	}
	tried := 0
	for _, line := range reach.Lines {
		if !triable(line.Way) {
			continue
		}
		tried++
		m.do("", spent.Moved(m.now(), *line.Way))
		if m.result.Zone != nextrole.Yellow || m.result.Score != line.Way.Score {
			t.Errorf("%s: %v, not %v", line.Text, m.result.Score, line.Way.Score)
		}
		m.undo()
	}
	if tried != 3 {
		t.Errorf("%d changes can be tried", tried)
	}
}

func TestReadHours(t *testing.T) {
	for text, want := range map[string]float64{"7.5": 7.5, " 7,5 h ": 7.5, "7:30": 7.5, "0": 0, "12": 12, "168": 168} {
		if got, ok := readHours(text); !ok || got != want {
			t.Errorf("%q is %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "x", "-1", "169", "NaN", "1e9", "7:75", "7:", "1:2:3"} {
		if got, ok := readHours(text); ok {
			t.Errorf("%q is taken as %v", text, got)
		}
	}
}

func TestAddedAndSplitTasksSaySo(t *testing.T) {
	m := open(t, uitest.Registrar)
	w := m.now().Clone()
	w.Tasks = append(w.Tasks, nextrole.WeekTask{AssessedTask: nextrole.AssessedTask{Name: "New", Score: 1, Label: nextrole.NotInvolved}, Of: -1})
	m.do("", w)
	rows := m.rows()
	if last := rows[len(rows)-1]; last.versus != "added" || last.tick != -1 || last.share != "0%" {
		t.Errorf("%+v", last)
	}
}

// A draft is called what it is in every sentence.
func TestTheBaselineIsNamed(t *testing.T) {
	m := open(t, uitest.Informatics)
	if name, _ := m.title(); name != "As in the editors’ draft" {
		t.Error(name)
	}
	m.setHours(0, 30)
	v := m.verdict()
	for _, text := range []string{v.versus, v.made, m.forest().Title(), m.credit()} {
		if !strings.Contains(text, "editors’ draft") {
			t.Errorf("no draft in %q", text)
		}
	}
	if text := m.chances(); !strings.Contains(text, "in the editors’ draft") {
		t.Error(text)
	}
	if m.bars()[0].name != "Editors’ draft week" {
		t.Error(m.bars()[0].name)
	}
}
