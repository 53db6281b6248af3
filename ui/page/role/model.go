// Package role is the page of one role: a summary, and its tasks with how far
// each resists AI and the score worked through.
package role

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/chart"
	"nextrole/internal/lens"
	"nextrole/internal/method"
	"nextrole/ui/page/brief"
)

// library is what the page needs of the session.
type library interface {
	Role(nextrole.Code) (nextrole.Role, bool)
	Whole(nextrole.Code) (nextrole.Role, bool)
	Reading(nextrole.Code) (aijri.Reading, bool)
	Worked(nextrole.Code) aijri.Reading
	Others(nextrole.Code) []aijri.Reading
	Credentials(nextrole.Code) []nextrole.Credential
	Sources() map[nextrole.SourceID]nextrole.Source
	Newest(nextrole.Kind) nextrole.Period
	Calibration() aijri.Calibration
	Fitness() string
	Lenses(nextrole.Code) lens.Views
}

// model is a role as the page shows it.
type model struct {
	library library
	role    nextrole.Role
	reading aijri.Reading // what the role is shown with
	scored  bool
	worked  aijri.Reading // what is worked through; see [aijri.Worked]
	fitness string        // of drafts by rule, where one is worked through
}

func newModel(l library, c nextrole.Code) (model, bool) {
	r, ok := l.Whole(c)
	if !ok {
		return model{}, false
	}
	m := model{library: l, role: r}
	m.reading, m.scored = l.Reading(c)
	m.worked = l.Worked(c)
	if m.worked.Status == nextrole.Derived {
		m.fitness = l.Fitness()
	}
	return m, true
}

// subtitle is the code and the names people use.
func (m model) subtitle() string {
	const most = 4
	s := string(m.role.Code)
	if !m.role.Code.Official() {
		s = "No SOC code of its own · " + s
	}
	titles := m.role.Titles()
	if len(titles) > most {
		titles = titles[:most]
	}
	if len(titles) > 0 {
		s += " · also called " + strings.Join(titles, ", ")
	}
	return s
}

// account is what the assessment says in words; empty where it says nothing.
func (m model) account() nextrole.Account {
	if m.scored && m.worked.Assessment.Account != nil {
		return *m.worked.Assessment.Account
	}
	return nextrole.Account{}
}

// result is the score worked through, or nil where the inputs are unknown.
func (m model) result() *aijri.Result {
	if !m.scored {
		return nil
	}
	return m.worked.Result
}

// below says, where the score is published without its ratings, that what
// follows is of a draft with a score of its own; "" where it is of the score.
func (m model) below() string {
	if m.worked.Assessment.Source == m.reading.Assessment.Source || m.worked.Score == nil {
		return ""
	}
	return fmt.Sprintf("%s is published without the ratings behind it. What is worked through here is our %s of the same role, an opinion with its own ratings and its own score, %s (%s). That is %s points from the published one, to which it was not fitted.",
		nextrole.Score(aijri.Shown(*m.reading.Score)), m.worked.Status.Name(), nextrole.Score(aijri.Shown(*m.worked.Score)), m.worked.Zone.Name(),
		nextrole.Decimal(math.Abs(aijri.Shown(*m.worked.Score)-aijri.Shown(*m.reading.Score)), 1))
}

// missing says why there is nothing to work through.
func (m model) missing() (head, body string) {
	switch {
	case m.reading.Problem != nil:
		return "The assessment is incomplete", m.reading.Problem.Error() + ". No score is computed from it."
	case !m.scored:
		return "Not scored", "This library has no AIJRI assessment of this role. Nothing can be said yet about how far its tasks resist AI."
	}
	return "The score comes without its ratings",
		"Its publisher prints the score only. The tasks, evidence and barriers behind it are not known here, so no range can be given and the sum cannot be worked through."
}

// renamed writes what replaced a name, and when, for people.
func renamed(was string) string {
	name, date, ok := strings.Cut(was, " since ")
	if !ok {
		return was
	}
	return name + " since " + nextrole.Date(date)
}

// pointer is a role that the assessment leads to.
type pointer struct {
	code   nextrole.Code
	title  string
	reason string
	zone   nextrole.Zone
	status nextrole.Status
	score  string
}

// stands is the role's score in words.
func (p pointer) stands() string {
	if p.status == "" {
		return p.score
	}
	return p.zone.Name() + " " + p.score + ", " + p.status.Name()
}

func (m model) next() []pointer {
	var list []pointer
	for _, p := range m.account().Next {
		r, ok := m.library.Role(p.Code)
		if !ok {
			continue
		}
		to := pointer{code: p.Code, title: r.Title, reason: p.Reason, zone: nextrole.ZoneNone, score: "not scored"}
		if reading, ok := m.library.Reading(p.Code); ok && reading.Score != nil {
			to.zone, to.status = reading.Zone, reading.Status
			to.score = nextrole.Score(aijri.Shown(*reading.Score))
		}
		list = append(list, to)
	}
	return list
}

// other is an assessment of the role that is not the one shown.
type other struct {
	source       nextrole.SourceID
	score, whose string
	zone         nextrole.Zone
	status       nextrole.Status
	scored       bool
	problem      string
}

func (m model) others() []other {
	var list []other
	for _, r := range m.library.Others(m.role.Code) {
		o := other{source: r.Assessment.Source, score: "not scored", whose: brief.Dated(r.Assessment) + ", " + r.Status.Name(), zone: r.Zone, status: r.Status, scored: r.Score != nil}
		if o.scored {
			o.score = nextrole.Score(aijri.Shown(*r.Score))
		}
		if r.Problem != nil {
			o.problem = "Incomplete: " + r.Problem.Error()
		}
		list = append(list, o)
	}
	return list
}

// scale is the chart of where the score stands among its neighbors.
func (m model) scale() chart.ScoreScale {
	var neighbors []chart.Neighbor
	if m.below() != "" {
		neighbors = append(neighbors, chart.Neighbor{Name: "Our draft", Score: *m.worked.Score, Status: m.worked.Status})
	}
	for _, p := range m.account().Neighbors {
		r, known := m.library.Role(p.Code)
		reading, ok := m.library.Reading(p.Code)
		if known && ok && reading.Score != nil {
			neighbors = append(neighbors, chart.Neighbor{Name: r.Title, Score: *reading.Score, Status: reading.Status})
		}
	}
	return brief.Scale(m.role, m.reading, m.scored, neighbors)
}

// tasks is the chart of the tasks.
func (m model) tasks() chart.TaskResistance {
	in := m.worked.Assessment.Inputs
	return chart.TaskResistance{
		Tasks:  in.Tasks,
		Origin: brief.Origin(m.worked),
		Rescore: func(i, score int) (float64, bool) {
			changed := *in
			changed.Tasks = append([]nextrole.AssessedTask(nil), in.Tasks...)
			changed.Tasks[i].Score = score
			result, err := aijri.Score(changed)
			return result.Score, err == nil
		},
	}
}

// factor is a chip of the formula: its name, value, how the value comes about,
// and what it is made of.
type factor struct {
	name, value, sum string
	rule, inputs     string
	before           string // the sign before it
	final            bool
}

// factors are the chips of the formula, each of which can be followed back.
func (m model) factors() []factor {
	r := m.result()
	in := m.worked.Assessment.Inputs
	weighted := 6 - r.TaskResistance
	return []factor{
		{
			name: "Task resistance", value: nextrole.Decimal(r.TaskResistance, 2),
			sum:    fmt.Sprintf("6 − %s, from %d tasks", exact(weighted), len(in.Tasks)),
			rule:   "Six less the sum of each task’s share of time times how much of it AI can do, 1 to 5.",
			inputs: weights(in.Tasks),
		},
		{
			name: "Evidence " + nextrole.Signed(float64(r.Evidence), 0), value: nextrole.Decimal(aijri.EvidenceFactor(r.Evidence), 2),
			sum:    fmt.Sprintf("1 + (%s × 0.04)", nextrole.Decimal(float64(r.Evidence), 0)),
			rule:   "Five signals of the market, each −2 to +2. Each point moves the product by 4%.",
			inputs: ratings(in.Evidence, nextrole.EvidenceName, signed), before: "×",
		},
		{
			name: fmt.Sprintf("Barriers %d of 10", r.Barriers), value: nextrole.Decimal(aijri.BarrierFactor(r.Barriers), 2),
			sum:    fmt.Sprintf("1 + (%d × 0.02)", r.Barriers),
			rule:   "Five things that keep AI from work it technically could do, each 0 to 2. Each point adds 2% to the product.",
			inputs: ratings(in.Barriers, nextrole.BarrierName, strconv.Itoa), before: "×",
		},
		{
			name: "AI growth link " + nextrole.Signed(float64(r.Growth), 0), value: nextrole.Decimal(aijri.GrowthFactor(r.Growth), 2),
			sum:    fmt.Sprintf("1 + (%s × 0.05)", nextrole.Decimal(float64(r.Growth), 0)),
			rule:   "Whether more AI means fewer or more of these jobs, −2 to +2. Each point moves the product by 5%.",
			inputs: in.Growth.Reason, before: "×",
		},
		{
			name: "Raw", value: nextrole.Decimal(r.Raw, 4), sum: "the product", before: "=",
			rule: "The four factors multiplied.",
			inputs: strings.Join([]string{
				exact(r.TaskResistance), nextrole.Decimal(aijri.EvidenceFactor(r.Evidence), 2),
				nextrole.Decimal(aijri.BarrierFactor(r.Barriers), 2), nextrole.Decimal(aijri.GrowthFactor(r.Growth), 2),
			}, " × ") + " = " + nextrole.Decimal(r.Raw, 4),
		},
		{
			name: "AIJRI" + m.draft(), value: nextrole.Score(aijri.Shown(r.Score)),
			sum:    fmt.Sprintf("(%s − 0.54) ÷ 7.93 × 100", nextrole.Decimal(r.Raw, 4)),
			rule:   "The raw value put on a scale from 0 to 100. 0.54 is the least that the formula can give.",
			inputs: fmt.Sprintf("Unrounded %s. %s", nextrole.Decimal(r.Score, 4), zoneRule(m.worked)),
			before: "→", final: true,
		},
	}
}

// exact writes a number to four decimals, without zeros beyond the second, so
// that a sum on screen comes out.
func exact(v float64) string {
	s := nextrole.Decimal(v, 4)
	for range 2 {
		s = strings.TrimSuffix(s, "0")
	}
	return s
}

// draft says whose the score is after its name, where it is not a published one.
func (m model) draft() string {
	if m.worked.Status == nextrole.Published {
		return ""
	}
	return ", " + m.worked.Status.Name()
}

// apart says how far drafts lie from scores of others, below one; "" elsewhere.
func (m model) apart() string {
	if m.worked.Status == nextrole.Derived {
		return m.fitness
	}
	if m.worked.Status != nextrole.Draft {
		return ""
	}
	return method.Apart(m.library.Calibration())
}

func zoneRule(r aijri.Reading) string {
	s := "Red is under 25, Yellow 25 to 47.9, Green 48 and over."
	if r.Label != "" {
		s += " Within its zone: " + string(r.Label) + ", by our reading of the published method."
	}
	return s
}

func weights(tasks []nextrole.AssessedTask) string {
	var lines []string
	for _, t := range tasks {
		lines = append(lines, fmt.Sprintf("%s × %d  %s", t.Share, t.Score, t.Brief()))
	}
	return strings.Join(lines, "\n")
}

func signed(v int) string { return nextrole.Signed(float64(v), 0) }

func ratings(list [5]nextrole.Rating, name, write func(int) string) string {
	var lines []string
	for i, r := range list {
		lines = append(lines, write(r.Value)+"  "+name(i))
	}
	return strings.Join(lines, "\n")
}

// mix is one of the kinds of work that the code joins, and what a week of it
// alone would score.
type mix struct {
	name, tasks, score, share string
	zone                      nextrole.Zone
	status                    nextrole.Status
}

func (m model) mixes() []mix {
	in := m.worked.Assessment.Inputs
	if m.result() == nil {
		return nil
	}
	var list []mix
	for _, kind := range m.account().Mixes {
		alone, ok := aijri.Alone(*in, kind.Tasks)
		r, err := aijri.Score(alone)
		if !ok || err != nil {
			continue
		}
		of := mix{name: kind.Name, score: nextrole.Score(aijri.Shown(r.Score)), zone: r.Zone, status: m.worked.Status}
		if of.status == nextrole.Published { // the ratings are, and this score is not
			of.status = nextrole.Derived
		}
		var names []string
		var share nextrole.Share
		for _, i := range kind.Tasks {
			names = append(names, in.Tasks[i].Brief())
			share += in.Tasks[i].Share
		}
		of.tasks, of.share = strings.Join(names, ", "), share.String()
		list = append(list, of)
	}
	return list
}

// credit says whose the score is and where it is from.
func (m model) credit() string { return brief.Credit(m.reading.Assessment, m.library.Sources()) }

// workedCredit is that of what is worked through.
func (m model) workedCredit() string { return brief.Credit(m.worked.Assessment, m.library.Sources()) }

// file names a file of one of the role's charts.
func (m model) file(chart string) string { return m.role.Title + ", " + chart }
