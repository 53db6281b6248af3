package nextrole

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Status says whose opinion a score is. It is shown wherever the score is.
type Status string

// The statuses, in the order in which one is chosen to be shown.
const (
	Published Status = "published" // printed by the method's publisher
	Draft     Status = "draft"     // by the editors of the starter library
	Derived   Status = "derived"   // computed from other sources by a rule
	Own       Status = "own"       // the person's
)

// Statuses lists them in that order.
func Statuses() []Status { return []Status{Published, Draft, Derived, Own} }

// Name returns the status in words for people.
func (s Status) Name() string {
	switch s {
	case Published:
		return "published"
	case Draft:
		return "editors’ draft"
	case Derived:
		return "derived"
	case Own:
		return "mine"
	}
	return string(s)
}

// Stage is how far an assessor is with an assessment of their own.
type Stage string

// The stages. An assessment that says nothing is not known to be reviewed.
const (
	InWork   Stage = "draft"
	Reviewed Stage = "reviewed"
)

// Known reports whether s is one of the two stages.
func (s Stage) Known() bool { return s == InWork || s == Reviewed }

// Label says what AI does in a task. It is an input, never derived from the
// task's score.
type Label string

// The labels of tasks.
const (
	Displaced   Label = "DISP" // rated as displaceable: AI does most of it
	Augmented   Label = "AUG"  // AI helps, a person leads
	NotInvolved Label = "NOT"  // a person does it
)

// Labels lists the labels in the order in which charts show them.
func Labels() []Label { return []Label{Displaced, Augmented, NotInvolved} }

// Word returns the label's word for people.
func (l Label) Word() string {
	switch l {
	case Displaced:
		return "displaced"
	case Augmented:
		return "augmented"
	case NotInvolved:
		return "not involved"
	}
	return string(l)
}

// Known reports whether l is one of the three labels.
func (l Label) Known() bool { return l == Displaced || l == Augmented || l == NotInvolved }

// Share is a part of working time in hundredths of a percent, so that hours
// of a week (steps of 1.25 %) are exact: 2000 is 20 %.
type Share int

// Whole is the share of all working time.
const Whole Share = 100_00

// ShareOf returns the share nearest to percent.
func ShareOf(percent float64) Share { return Share(math.Round(percent * 100)) }

// Divide divides a share in proportion to weights that are not negative, and
// equally where all are 0. The parts total exactly the share: what rounding down
// leaves goes to the largest remainders, the first where they are equal.
func Divide(share Share, weights []int) []Share {
	if len(weights) == 0 {
		return nil
	}
	all := 0
	for _, w := range weights {
		all += w
	}
	if all == 0 {
		weights, all = slices.Repeat([]int{1}, len(weights)), len(weights)
	}
	parts, order, left := make([]Share, len(weights)), make([]int, len(weights)), share
	for i, w := range weights {
		parts[i], order[i] = Share(int(share)*w/all), i
		left -= parts[i]
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(int(share)*weights[b]%all, int(share)*weights[a]%all)
	})
	for _, i := range order[:min(int(left), len(order))] {
		parts[i]++
	}
	return parts
}

// Percent returns the share in percent, 0 to 100.
func (s Share) Percent() float64 { return float64(s) / 100 }

// String returns the share as people read it: "20%", "12.5%".
func (s Share) String() string { return strconv.FormatFloat(s.Percent(), 'f', -1, 64) + "%" }

// MarshalJSON writes the share in percent.
func (s Share) MarshalJSON() ([]byte, error) {
	return strconv.AppendFloat(nil, s.Percent(), 'f', -1, 64), nil
}

// UnmarshalJSON reads a percentage with at most two decimals.
func (s *Share) UnmarshalJSON(b []byte) error {
	percent, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		return fmt.Errorf("%s is not a percentage", b)
	}
	if share := ShareOf(percent); math.Abs(share.Percent()-percent) < 1e-9 {
		*s = share
		return nil
	}
	return fmt.Errorf("%s has more than two decimals", b)
}

// AssessedTask is a task as an assessment rates it.
type AssessedTask struct {
	Name      string `json:"name"`
	Short     string `json:"short,omitempty"` // for narrow places; Name where empty
	Share     Share  `json:"share"`           // of working time
	Score     int    `json:"score"`           // 1 irreducibly human … 5 an agent does the whole workflow
	Label     Label  `json:"label"`
	Rationale string `json:"rationale"`

	Counter []Counter `json:"counter,omitempty"`
}

// Brief returns the task's short name, or its name.
func (t AssessedTask) Brief() string {
	if t.Short != "" {
		return t.Short
	}
	return t.Name
}

// Rating is one judged input with its reason.
type Rating struct {
	Value   int        `json:"value"`
	Reason  string     `json:"reason"`
	Sources []SourceID `json:"sources,omitempty"`
	Counter []Counter  `json:"counter,omitempty"`
}

// Counter is a dated fact that speaks for another rating than the one given.
type Counter struct {
	Fact   string   `json:"fact"`
	Value  int      `json:"value"` // the rating it speaks for
	Source SourceID `json:"source"`
}

// Dimensions of evidence, each rated −2…+2, in order.
var evidenceNames = [5]string{
	"Job posting trends", "Company actions", "Wage trends", "AI tool maturity", "Expert consensus",
}

// Barriers to AI doing work it technically could, each rated 0…2, in order.
var barrierNames = [5]string{
	"Regulatory, licensing", "Physical presence", "Union, bargaining", "Liability, accountability", "Cultural, ethical",
}

// Protective principles, each rated 0…3, in order.
var principleNames = [3]string{
	"Embodied physicality", "Deep interpersonal connection", "Goal-setting and moral judgment",
}

// EvidenceName names dimension i of the evidence, 0 to 4.
func EvidenceName(i int) string { return evidenceNames[i] }

// BarrierName names barrier i, 0 to 4.
func BarrierName(i int) string { return barrierNames[i] }

// PrincipleName names protective principle i, 0 to 2.
func PrincipleName(i int) string { return principleNames[i] }

// Inputs are the ratings an AIJRI score is computed from.
type Inputs struct {
	Tasks    []AssessedTask `json:"tasks"`
	Evidence [5]Rating      `json:"evidence"`
	Barriers [5]Rating      `json:"barriers"`
	Growth   Rating         `json:"growth"` // AI growth correlation, −2…+2
}

// Assessment is one author's AIJRI assessment of an occupation.
type Assessment struct {
	Code   Code     `json:"code"`
	Author string   `json:"author"`
	Status Status   `json:"status"`
	Stage  Stage    `json:"stage,omitempty"` // of one's own; else empty
	Date   string   `json:"date"`            // ISO date; empty where its source is undated
	Source SourceID `json:"source"`

	// Printed is the score as its source prints it, 0 to 100; nil for an
	// assessment whose score is computed here.
	Printed *float64 `json:"printed,omitempty"`
	// Inputs is nil for a published score without inputs: its range is unknown.
	Inputs     *Inputs    `json:"inputs,omitempty"`
	Principles *[3]Rating `json:"principles,omitempty"` // quick screen only, no part of the score
	Override   *Override  `json:"override,omitempty"`

	Seniority string   `json:"seniority,omitempty"`
	Account   *Account `json:"account,omitempty"`
}

// Clone returns the assessment with ratings of its own, which can be changed without
// the ones copied from. What it says in words is shared.
func (a Assessment) Clone() Assessment {
	if a.Inputs != nil {
		in := *a.Inputs
		in.Tasks = slices.Clone(in.Tasks)
		for i := range in.Tasks {
			in.Tasks[i].Counter = slices.Clone(in.Tasks[i].Counter)
		}
		for i := range in.Evidence {
			in.Evidence[i] = in.Evidence[i].clone()
		}
		for i := range in.Barriers {
			in.Barriers[i] = in.Barriers[i].clone()
		}
		in.Growth = in.Growth.clone()
		a.Inputs = &in
	}
	if a.Principles != nil {
		list := *a.Principles
		for i := range list {
			list[i] = list[i].clone()
		}
		a.Principles = &list
	}
	if a.Override != nil {
		given := *a.Override
		a.Override = &given
	}
	return a
}

func (r Rating) clone() Rating {
	r.Sources, r.Counter = slices.Clone(r.Sources), slices.Clone(r.Counter)
	return r
}

// Override is an assessor's score in place of the formula's, with the reason.
// The formula's score stays visible beside it.
type Override struct {
	Score  float64 `json:"score"` // 0 to 100
	Reason string  `json:"reason"`
}

// Account is what an assessment says in words.
type Account struct {
	MostExposed  string    `json:"mostExposed"`
	LeastExposed string    `json:"leastExposed"`
	Separator    string    `json:"separator"` // what separates the two
	Outlook      string    `json:"outlook"`   // the role some years on
	Timeline     []Phase   `json:"timeline,omitempty"`
	Actions      []Action  `json:"actions,omitempty"`
	Next         []Pointer `json:"next,omitempty"`
	NotCaptured  []string  `json:"notCaptured,omitempty"`
	Mixes        []Mix     `json:"mixes,omitempty"`
	Neighbors    []Pointer `json:"neighbors,omitempty"` // roles marked on the score scale
}

// Phase is a change the assessment expects within a span of years from its
// own, possibly unknown, date.
type Phase struct {
	FromYear int    `json:"fromYear"`
	ToYear   int    `json:"toYear"`
	Label    Label  `json:"label"`
	What     string `json:"what"`
}

// Action is something a person in the role can do.
type Action struct {
	Title  string `json:"title"`
	Detail string `json:"detail"`
}

// Pointer leads to another role and says why.
type Pointer struct {
	Code   Code   `json:"code"`
	Reason string `json:"reason,omitempty"`
}

// Mix is one of the kinds of work a code joins: the tasks it consists of.
type Mix struct {
	Name  string `json:"name"`
	Tasks []int  `json:"tasks"` // indexes into Inputs.Tasks
}

// Validate reports every defect of the inputs other than their total, joined,
// or nil. Whether shares add up is for internal/aijri to say.
func (in Inputs) Validate() error {
	var p problems
	p.require(len(in.Tasks) > 0, "tasks", "missing")
	for i, t := range in.Tasks {
		p.require(strings.TrimSpace(t.Name) != "", at("tasks", i, "name"), "missing")
		p.require(t.Share >= 0 && t.Share <= Whole, at("tasks", i, "share"), "%v is outside 0…100", t.Share)
		p.scale(at("tasks", i, "score"), t.Score, 1, 5)
		p.require(t.Label.Known(), at("tasks", i, "label"), "%q is not DISP, AUG or NOT", t.Label)
	}
	for i, r := range in.Evidence {
		p.scale(at("evidence", i, ""), r.Value, -2, 2)
	}
	for i, r := range in.Barriers {
		p.scale(at("barriers", i, ""), r.Value, 0, 2)
	}
	p.scale("growth", in.Growth.Value, -2, 2)
	return p.err()
}

// Validate reports every defect of the assessment, joined, or nil.
func (a Assessment) Validate() error {
	var p problems
	p.require(a.Code != "", "code", "missing")
	p.require(a.Author != "", "author", "missing")
	p.require(slices.Contains(Statuses(), a.Status), "status", "unknown status %q", a.Status)
	p.require(a.Stage == "" || a.Stage.Known(), "stage", "%q is not draft or reviewed", a.Stage)
	p.require(a.Date == "" || isDate(a.Date), "date", "%q is not a date like 2026-01-31", a.Date)
	p.require(a.Source != "", "source", "missing")
	p.require(a.Inputs != nil || a.Printed != nil, "inputs", "neither inputs nor a printed score")
	if a.Printed != nil {
		p.require(*a.Printed >= 0 && *a.Printed <= 100, "printed", "%v is outside 0…100", *a.Printed)
	}
	if a.Override != nil {
		p.require(a.Override.Score >= 0 && a.Override.Score <= 100, "override.score", "%v is outside 0…100", a.Override.Score)
		p.require(a.Override.Reason != "", "override.reason", "missing")
	}
	if a.Principles != nil {
		for i, r := range a.Principles {
			p.scale(at("principles", i, ""), r.Value, 0, 3)
		}
	}
	if a.Inputs != nil {
		p.add(a.Inputs.Validate(), "inputs.")
	}
	return p.err()
}
