// Package own is the part of a role's page where a person makes assessments of
// their own: every rating with its reason, what the score would be, what is still
// missing, and how versions and authors differ.
package own

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/assess"
	"nextrole/internal/chart"
	"nextrole/internal/undo"
	"nextrole/ui/page/brief"
)

// library is what the page needs of the session.
type library interface {
	Whole(nextrole.Code) (nextrole.Role, bool)
	Works(nextrole.Code) []nextrole.Work
	KeepWork(nextrole.Work)
	Author() string
	Sources() map[nextrole.SourceID]nextrole.Source
}

// steps is the history of an assessment being changed.
type steps = undo.History[nextrole.Assessment]

// model is a person's assessments of a role, of which one is being changed.
type model struct {
	library library
	now     func() time.Time
	role    nextrole.Role
	works   []nextrole.Work // the one that was changed last first
	work    nextrole.Work   // being changed; without an id there is none
	history *steps
	reading aijri.Reading
	left    []assess.Left
}

func newModel(l library, now func() time.Time, c nextrole.Code) (*model, bool) {
	r, ok := l.Whole(c)
	return &model{library: l, now: now, role: r, works: workable(l.Works(c))}, ok
}

// workable leaves out scores without ratings, which there is nothing to change of.
func workable(works []nextrole.Work) []nextrole.Work {
	return slices.DeleteFunc(works, func(w nextrole.Work) bool { return w.Now().Inputs == nil })
}

// open takes the work with an id to be changed, with the steps that were done to it;
// without such a work there is none.
func (m *model) open(id nextrole.SourceID, done map[nextrole.SourceID]*steps) {
	m.work, m.history = nextrole.Work{}, nil
	i := slices.IndexFunc(m.works, func(w nextrole.Work) bool { return w.ID == id })
	if i < 0 {
		return
	}
	m.work = m.works[i]
	m.history = done[id]
	if m.history == nil || !same(m.history.Now(), m.work.Now()) {
		m.history = undo.New(m.work.Now(), same)
		done[id] = m.history
	}
	m.read()
}

func (m *model) opened() bool { return m.work.ID != "" }

func (m *model) at() nextrole.Assessment { return m.history.Now() }

func (m *model) read() {
	m.reading = aijri.Read(m.at())
	m.left = assess.What(m.at())
}

// same reports whether two states of an assessment are one.
func same(a, b nextrole.Assessment) bool { return len(assess.Diff(a, b)) == 0 }

// change makes a step and keeps it. The error says why it would be no assessment;
// then nothing is changed.
func (m *model) change(kind string, by func(a *nextrole.Assessment)) error {
	was := m.at()
	a := was.Clone()
	by(&a)
	a = assess.Edited(was, a, m.library.Author(), m.now())
	if err := a.Validate(); err != nil {
		return err
	}
	m.history.Do(kind, a)
	m.keep()
	return nil
}

// keep keeps the assessment as it stands now in the revision that is open.
func (m *model) keep() {
	m.work = m.work.Amend(m.at(), m.now())
	m.library.KeepWork(m.work)
	m.read()
}

func (m *model) undo() bool {
	can := m.opened() && m.history.CanUndo()
	if can {
		m.history.Undo()
		m.keep()
	}
	return can
}

func (m *model) redo() bool {
	can := m.opened() && m.history.CanRedo()
	if can {
		m.history.Redo()
		m.keep()
	}
	return can
}

// changed reports whether there is something that is not kept as a version.
func (m *model) changed() bool { return m.work.Revisions[len(m.work.Revisions)-1].Open }

// version keeps the assessment as it stands as a version.
func (m *model) version(note string) {
	m.work = m.work.Close(note)
	m.library.KeepWork(m.work)
}

// name is how an assessment of the person's is listed.
func name(w nextrole.Work) string {
	a := w.Now()
	whose := "By " + a.Author
	switch {
	case a.Status == nextrole.Derived:
		whose = "Drafted by rule"
	case a.Author == "Me":
		whose = "Mine"
	}
	text := whose + ", changed " + day(w.Changed())
	if r := aijri.Read(a); r.Score != nil {
		text += " · " + nextrole.Score(aijri.Shown(*r.Score))
	}
	return text
}

func day(t time.Time) string { return nextrole.Date(t.Local().Format(time.DateOnly)) }

// state says how far the work is kept.
func (m *model) state() string {
	n := len(m.work.Revisions)
	if m.changed() {
		return fmt.Sprintf("Saved as you go. Not kept as version %d yet.", n)
	}
	return fmt.Sprintf("Version %d: %s", n, m.work.Revisions[n-1].Note)
}

// status says what kind of assessment it is, and what changing it makes of it.
func (m *model) status() string {
	if m.at().Status == nextrole.Derived {
		return "This is a draft by rule, and marked as derived. Set evidence, barriers and growth, of which the rule knows nothing. Once you change a task, it becomes yours."
	}
	return ""
}

// total says what the shares add up to, and whether that is all of the time.
func (m *model) total() (text string, whole bool) {
	var total nextrole.Share
	for _, t := range m.at().Inputs.Tasks {
		total += t.Share
	}
	switch by := nextrole.Whole - total; {
	case by > 0:
		return fmt.Sprintf("%s of the time: %s is missing", total, by), false
	case by < 0:
		return fmt.Sprintf("%s of the time: %s too much", total, -by), false
	}
	return "100% of the time", true
}

// versus compares the score with that of another assessment of the role, which is
// told first: the published one, else the editors' draft.
func (m *model) versus() string {
	for _, s := range []nextrole.Status{nextrole.Published, nextrole.Draft} {
		for _, a := range m.role.Assessments {
			r := aijri.Read(a)
			if a.Status != s || r.Score == nil || m.reading.Score == nil {
				continue
			}
			by := aijri.Shown(*m.reading.Score) - aijri.Shown(*r.Score)
			if math.Abs(by) < 0.05 {
				return "the same as the " + s.Name() + " score"
			}
			return fmt.Sprintf("%s vs the %s score of %s", nextrole.Signed(by, 1), s.Name(), nextrole.Score(aijri.Shown(*r.Score)))
		}
	}
	return ""
}

// showable reports whether the role can be shown with the assessment: it has a score,
// and each of its tasks was rated.
func (m *model) showable() bool {
	return m.reading.Score != nil && !slices.ContainsFunc(m.at().Inputs.Tasks, func(t nextrole.AssessedTask) bool { return !assess.Rated(t) })
}

// short is the score in a line.
func (m *model) short() string {
	if m.reading.Score == nil {
		return "No score yet"
	}
	v := brief.Judge(m.reading, true)
	return "AIJRI " + v.Score + " · " + v.Range
}

// made is how the formula comes to its score.
func (m *model) made() string {
	r := m.reading.Result
	if r == nil {
		return ""
	}
	return fmt.Sprintf("Task resistance %s, evidence %s (× %s), barriers %d (× %s), growth %s (× %s): %s by the formula.",
		nextrole.Decimal(r.TaskResistance, 2),
		nextrole.Signed(float64(r.Evidence), 0), nextrole.Decimal(1+0.04*float64(r.Evidence), 2),
		r.Barriers, nextrole.Decimal(1+0.02*float64(r.Barriers), 2),
		nextrole.Signed(float64(r.Growth), 0), nextrole.Decimal(1+0.05*float64(r.Growth), 2),
		nextrole.Score(aijri.Shown(r.Score)))
}

// chance is how probable each zone is; false without a score by the formula.
func (m *model) chance() (chart.ChanceBar, bool) {
	if m.reading.Result == nil {
		return chart.ChanceBar{}, false
	}
	c := m.reading.Result.Chance
	return chart.ChanceBar{Red: c.Red, Yellow: c.Yellow, Green: c.Green, Origin: brief.Origin(m.reading)}, true
}

// scale is where the score stands, beside the other assessments of the role.
func (m *model) scale() chart.ScoreScale {
	c := brief.Scale(m.role, m.reading, m.reading.Score != nil, nil)
	c.Name = "This assessment"
	for _, a := range m.role.Assessments {
		if r := aijri.Read(a); a.Source != m.work.ID && r.Score != nil {
			c.Neighbors = append(c.Neighbors, chart.Neighbor{Name: nextrole.Capital(a.Status.Name()), Score: *r.Score, Status: a.Status})
		}
	}
	return c
}

func (m *model) credit() string { return brief.Credit(m.at(), m.library.Sources()) }

// leftTitle heads the list of what is left.
func (m *model) leftTitle() string {
	switch n := len(m.left); n {
	case 0:
		return "Nothing is missing"
	case 1:
		return "1 thing to look at"
	default:
		return fmt.Sprintf("%d things to look at", n)
	}
}

// readShare reads a share of time as a person types it, in percent.
func readShare(text string) (nextrole.Share, bool) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "%"))
	v, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", "."), 64)
	if err != nil || !(v >= 0 && v <= 100) {
		return 0, false
	}
	return nextrole.ShareOf(v), true
}

// readScore reads a score as a person types it.
func readScore(text string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(text), ",", "."), 64)
	if err != nil || !(v >= 0 && v <= 100) {
		return 0, false
	}
	return math.Round(v*10) / 10, true
}

// oneLine is what was typed as one line, with single spaces.
func oneLine(text string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(text, "")), " ")
}
