// Package week is the part of a role's page where the score is about a person's
// own week: hours for each task, with the score, its range and the chance of each
// zone as they change, and weeks that are kept under a name.
package week

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/chart"
	"nextrole/internal/method"
	"nextrole/internal/undo"
	spent "nextrole/internal/week"
	"nextrole/ui/page/brief"
)

// library is what the page needs of the session.
type library interface {
	Whole(nextrole.Code) (nextrole.Role, bool)
	Worked(nextrole.Code) aijri.Reading
	Weeks(nextrole.Code) []nextrole.Week
	WorkingWeek(nextrole.Code, nextrole.SourceID) (nextrole.Week, bool)
	WorkOn(nextrole.Week)
	KeepWeek(nextrole.Week)
	DropWeek(c nextrole.Code, name string)
	Sources() map[nextrole.SourceID]nextrole.Source
}

// model is a person's week in a role.
type model struct {
	library library
	role    nextrole.Role
	base    aijri.Reading // the assessment it starts from
	start   nextrole.Week // that assessment's own week
	history *undo.History[nextrole.Week]
	result  aijri.Result
	problem error // why the week has no score
}

// newModel returns the week being worked on in a role, or else the week of its
// assessment. It reports false where there are no ratings to work on.
func newModel(l library, c nextrole.Code) (*model, bool) {
	r, ok := l.Whole(c)
	if !ok {
		return nil, false
	}
	m := &model{library: l, role: r, base: l.Worked(c)}
	if m.base.Result == nil {
		return nil, false
	}
	m.start = spent.Of(m.base.Assessment)
	m.start.Code = c
	at := m.start
	if w, there := l.WorkingWeek(c, m.start.Base); there {
		at = spent.Relink(w, m.start)
	}
	m.history = spent.NewHistory(at)
	m.score()
	return m, true
}

func (m *model) now() nextrole.Week { return m.history.Now() }

func (m *model) inputs() nextrole.Inputs { return *m.base.Assessment.Inputs }

func (m *model) score() { m.result, m.problem = spent.Score(m.now(), m.inputs()) }

// do adds a step and keeps the week; see [undo.History.Do].
func (m *model) do(kind string, w nextrole.Week) {
	m.history.Do(kind, w)
	m.changed()
}

func (m *model) changed() {
	m.score()
	m.library.WorkOn(m.now())
}

func (m *model) undo() bool {
	if !m.history.CanUndo() {
		return false
	}
	m.history.Undo()
	m.changed()
	return true
}

func (m *model) redo() bool {
	if !m.history.CanRedo() {
		return false
	}
	m.history.Redo()
	m.changed()
	return true
}

// setHours gives a task some hours of the week.
func (m *model) setHours(i int, hours float64) {
	kind := "hours of " + strconv.Itoa(i)
	w := m.history.Before(kind)
	m.do(kind, spent.Set(w, i, nextrole.ShareOf(hours/w.Hours*100)))
}

// baseline is how the assessment that the week starts from is called.
type baseline struct {
	name  string // at the start of a label: "Published"
	vs    string // of a difference: "published"
	score string // before its score in a sentence: "the published"
	as    string // of how things stand there: "as published"
}

// at is where a number stands: "as published", "in the editors’ draft".
func (b baseline) at() string {
	if within, ok := strings.CutPrefix(b.as, "as in "); ok {
		return "in " + within
	}
	return b.as
}

func (m *model) baseline() baseline {
	b := map[nextrole.Status]baseline{
		nextrole.Published: {"Published", "published", "the published", "as published"},
		nextrole.Draft:     {"Editors’ draft", "the editors’ draft", "the editors’ draft’s", "as in the editors’ draft"},
		nextrole.Derived:   {"Derived draft", "the derived draft", "the derived draft’s", "as in the derived draft"},
		nextrole.Own:       {"My assessment", "my assessment", "my assessment’s", "as in my assessment"},
	}[m.base.Status]
	if m.base.Score != nil && aijri.Shown(*m.base.Score) != m.reference() { // an assessor's or a printed one stands in its place
		b.name, b.vs = b.name+", by the formula", b.vs+" by the formula"
	}
	return b
}

// reference is the score that differences are taken from, as shown.
func (m *model) reference() float64 { return aijri.Shown(m.base.Result.Score) }

// title names the week: what it is called where it is kept, else what it is.
func (m *model) title() (name, state string) {
	for _, w := range m.kept() {
		if spent.Same(w.Week, m.now()) {
			return w.Name, "kept"
		}
	}
	if spent.Same(m.start, m.now()) {
		return nextrole.Capital(m.baseline().as), "not changed yet"
	}
	return "My week", "not kept under a name yet"
}

// row is a task as the table shows it.
type row struct {
	label  nextrole.Label
	name   string
	score  int
	locked bool
	hours  float64
	tick   float64 // hours of the assessment; −1 where the task is not of it
	share  string
	versus string // difference from the assessment in points
	most   float64
}

// rows are the tasks in order. The sliders run to half of the week where no task
// has more.
func (m *model) rows() []row {
	w := m.now()
	most := w.Hours / 2
	base := map[int]nextrole.Share{}
	for _, t := range w.Tasks {
		if w.HoursOf(t.Share) > most {
			most = w.Hours
		}
		if t.Of >= 0 && t.Of < len(m.start.Tasks) {
			base[t.Of] += t.Share
		}
	}
	list := make([]row, len(w.Tasks))
	seen := map[int]bool{}
	for i, t := range w.Tasks {
		r := row{label: t.Label, name: t.Name, score: t.Score, locked: t.Locked, hours: w.HoursOf(t.Share), tick: -1, share: percent(t.Share), most: most}
		switch {
		case t.Of < 0 || t.Of >= len(m.start.Tasks):
			r.versus = "added"
		case seen[t.Of]:
			r.versus = "part"
		default:
			was := m.start.Tasks[t.Of].Share
			r.tick, r.versus = w.HoursOf(was), points(base[t.Of]-was)
		}
		seen[t.Of] = true
		list[i] = r
	}
	return list
}

func percent(s nextrole.Share) string { return nextrole.Decimal(s.Percent(), 0) + "%" }

func points(by nextrole.Share) string {
	shown := math.Round(by.Percent())
	if shown == 0 {
		return "same"
	}
	return nextrole.Signed(shown, 0) + " pts"
}

// hoursText writes hours as the fields show them.
func hoursText(h float64) string { return nextrole.Decimal(h, 1) }

// readHours reads hours as a person types them; false for what is none.
func readHours(text string) (float64, bool) {
	text = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(text), "h"))
	if clock, minutes, ok := strings.Cut(text, ":"); ok {
		h, errH := strconv.Atoi(clock)
		m, errM := strconv.Atoi(minutes)
		return float64(h) + float64(m)/60, errH == nil && errM == nil && h >= 0 && m >= 0 && m < 60
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", "."), 64)
	return v, err == nil && v >= 0 && v <= nextrole.MostHours
}

// planned says how many of the hours are planned.
func (m *model) planned() string {
	w := m.now()
	return hoursText(w.HoursOf(w.Total())) + " of " + hoursText(w.Hours) + " h planned"
}

// verdict is the score of this week in words.
type verdict struct {
	score  string
	zone   nextrole.Zone
	versus string
	spread string
	made   string
}

func (m *model) verdict() verdict {
	r := m.result
	shown := aijri.Shown(r.Score)
	v := verdict{
		score: nextrole.Score(shown), zone: r.Zone,
		versus: "the same as " + m.baseline().vs,
		spread: fmt.Sprintf("%s–%s if raters differ · %s", nextrole.Score(aijri.Shown(r.Likely[0])), nextrole.Score(aijri.Shown(r.Likely[1])), brief.Stands(r.Score)),
	}
	if by := shown - m.reference(); math.Abs(by) >= 0.05 {
		v.versus = fmt.Sprintf("%s vs %s %s", nextrole.Signed(by, 1), m.baseline().vs, nextrole.Score(m.reference()))
	}
	v.made = fmt.Sprintf("Task resistance %s (%s %s). Evidence, barriers and AI growth stay as they are rated there.",
		nextrole.Decimal(r.TaskResistance, 2), m.baseline().vs, nextrole.Decimal(m.base.Result.TaskResistance, 2))
	return v
}

// chances says first how much the chance of another zone has changed: of the one
// that gained most.
func (m *model) chances() string {
	now, was := m.result.Chance, m.base.Result.Chance
	gained, name, from, to := 0.0, "", "", ""
	for _, z := range []struct {
		name     string
		now, was float64
	}{{"Red", now.Red, was.Red}, {"Yellow", now.Yellow, was.Yellow}, {"Green", now.Green, was.Green}} {
		if by := z.now - z.was; by > gained {
			gained, name, from, to = by, z.name, nextrole.Chance(z.was), nextrole.Chance(z.now)
		}
	}
	switch {
	case gained < 0.0005:
		return "The chance of each zone is " + m.baseline().as
	case from == to:
		return "The chance of each zone is much " + m.baseline().as
	}
	return fmt.Sprintf("The chance of %s is %s, up from %s %s", name, to, from, m.baseline().at())
}

// mine is whose a score of such a week is.
var mine = chart.Origin{Status: nextrole.Own}

// scale is where the week stands, beside the assessment it starts from.
func (m *model) scale() chart.ScoreScale {
	score := m.result.Score
	likely := m.result.Likely
	return chart.ScoreScale{
		Name: "This week", Score: &score, Likely: &likely, Origin: mine,
		Neighbors: []chart.Neighbor{{Name: m.baseline().name, Score: m.base.Result.Score, Status: m.base.Status}},
	}
}

// bar is the chance of each zone of a week.
type bar struct {
	name  string
	chart chart.ChanceBar
}

func (m *model) bars() []bar {
	of := func(name string, r aijri.Result, o chart.Origin) bar {
		return bar{name, chart.ChanceBar{Red: r.Chance.Red, Yellow: r.Chance.Yellow, Green: r.Chance.Green, Origin: o}}
	}
	return []bar{of(m.baseline().name+" week", *m.base.Result, brief.Origin(m.base)), of("This week", m.result, mine)}
}

// kept is a week under a name, with its score.
type kept struct {
	nextrole.Week
	result *aijri.Result // nil where it cannot be scored
	why    string        // it cannot
}

// kept returns the weeks that are kept of the role, each scored on the assessment
// it starts from.
func (m *model) kept() []kept {
	var list []kept
	for _, w := range m.library.Weeks(m.role.Code) {
		k := kept{Week: w, why: "the assessment it starts from is no longer in the library"}
		if i := slices.IndexFunc(m.role.Assessments, func(a nextrole.Assessment) bool { return a.Source == w.Base && a.Inputs != nil }); i >= 0 {
			if r, err := spent.Score(w, *m.role.Assessments[i].Inputs); err == nil {
				k.result, k.why = &r, ""
			} else {
				k.why = err.Error()
			}
		}
		list = append(list, k)
	}
	return list
}

// forest compares the weeks with the assessment they start from.
func (m *model) forest() chart.Forest {
	base := *m.base.Result
	f := chart.Forest{
		Versus: m.baseline().score + " " + nextrole.Score(m.reference()),
		Rows:   []chart.ForestRow{{Key: "base", Name: m.baseline().name + " week", Detail: "what differences are taken from", Score: &base.Score, Likely: &base.Likely, Status: m.base.Status}},
	}
	same := spent.Same(m.start, m.now())
	for _, k := range m.kept() {
		row := chart.ForestRow{Key: "kept " + k.Name, Name: k.Name, Detail: m.detail(k), Status: nextrole.Own}
		if k.result != nil {
			row.Score, row.Likely = &k.result.Score, &k.result.Likely
		}
		if spent.Same(k.Week, m.now()) {
			row.Detail += " · shown above"
			same = true
		}
		f.Rows = append(f.Rows, row)
	}
	if !same && m.problem == nil {
		now := m.result
		f.Rows = append(f.Rows, chart.ForestRow{Key: "now", Name: "This week", Detail: m.differs(now.Score) + " · not kept yet", Score: &now.Score, Likely: &now.Likely, Status: nextrole.Own})
	}
	return f
}

// detail is what stands below the name of a kept week.
func (m *model) detail(k kept) string {
	if k.result == nil {
		return k.why
	}
	day := nextrole.Date(k.Saved.Local().Format(time.DateOnly))
	if k.Base != m.start.Base {
		return "starts from another assessment · " + day
	}
	return m.differs(k.result.Score) + " · " + day
}

func (m *model) differs(score float64) string {
	by := aijri.Shown(score) - m.reference()
	if math.Abs(by) < 0.05 {
		return "the same as " + m.baseline().vs
	}
	return nextrole.Signed(by, 1) + " vs " + m.baseline().vs
}

// reach is what would bring this week into the nearest other zone.
func (m *model) reach() (method.Reach, bool) {
	w := m.now()
	in := spent.Inputs(w, m.inputs())
	targets, err := aijri.Tip(in)
	if err != nil || len(targets) == 0 {
		return method.Reach{}, false
	}
	return method.ReachOf(in, targets[0], m.result.Zone, w.Hours), true
}

// triable reports whether a change can be made to the week: one of its tasks, not
// of what the assessment says of evidence, barriers and growth.
func triable(way *aijri.Tipping) bool {
	return way != nil && !slices.ContainsFunc(way.Changes, func(c aijri.Change) bool { return c.Input.Group != aijri.Tasks })
}

// preset is a week that one can start from.
type preset struct {
	name, explains string
	week           nextrole.Week
}

// presets are the kinds of work that the code joins, mostly or evenly.
func (m *model) presets() []preset {
	if m.base.Assessment.Account == nil || len(m.base.Assessment.Account.Mixes) < 2 {
		return nil
	}
	mixes := m.base.Assessment.Account.Mixes
	var list []preset
	add := func(name, explains string, weights []int) {
		if w, ok := spent.Blend(m.base.Assessment, mixes, weights); ok {
			w.Code, w.Hours = m.role.Code, m.now().Hours
			list = append(list, preset{name, explains, w})
		}
	}
	even := slices.Repeat([]int{1}, len(mixes))
	for i, mix := range mixes {
		weights := slices.Clone(even)
		weights[i] = 4 * (len(mixes) - 1)
		add(mix.Name, "Four fifths of that time in this kind of work", weights)
	}
	add("Both evenly", "The same time in each kind of work", even)
	if len(mixes) > 2 {
		list[len(list)-1].name = "All evenly"
	}
	return list
}

// credit says where the ratings are from that the week is scored with.
func (m *model) credit() string {
	return "Computed by NextRole for a person’s own week, with the ratings of: " + brief.Credit(m.base.Assessment, m.library.Sources())
}

// taken reports whether a week of the role has a name.
func (m *model) taken(name string) bool {
	return slices.ContainsFunc(m.library.Weeks(m.role.Code), func(w nextrole.Week) bool { return w.Name == name })
}

// suggested is a name that is not taken.
func (m *model) suggested() string {
	for n := 1; ; n++ {
		name := "My week now"
		if n > 1 {
			name = fmt.Sprintf("My week %d", n)
		}
		if !m.taken(name) {
			return name
		}
	}
}

// keep keeps the week under a name and returns the one that had it.
func (m *model) keep(name string) (before nextrole.Week, had bool) {
	for _, w := range m.library.Weeks(m.role.Code) {
		if w.Name == name {
			before, had = w, true
		}
	}
	w := m.now().Clone()
	w.Name, w.Saved = name, time.Time{}
	m.library.KeepWeek(w)
	return before, had
}

// open works on a kept week.
func (m *model) open(w nextrole.Week) {
	w = spent.Relink(w, m.start)
	w.Name, w.Saved = "", time.Time{}
	m.do("", w)
}
