package nextrole

import (
	"cmp"
	"slices"
)

// Profile is what O*NET publishes about an occupation beyond its tasks: what it
// takes, what people work with, what the work is like, and what is near it.
type Profile struct {
	Code   Code     `json:"code"`
	Source SourceID `json:"source"` // the release
	Period Period   `json:"period"` // of the release: "December 2025"

	// Rated reports whether O*NET has surveyed the occupation. One that it only
	// lists has no ratings at all: they are absent, and never 0.
	Rated bool `json:"rated"`

	Skills    []Element    `json:"skills,omitempty"`    // by importance
	Knowledge []Element    `json:"knowledge,omitempty"` // by importance
	Interests []Interest   `json:"interests,omitempty"` // R, I, A, S, E, C
	Education []Attainment `json:"education,omitempty"` // from least to most
	Software  []Tool       `json:"software,omitempty"`  // by name
	Equipment []Tool       `json:"equipment,omitempty"` // by name
	Related   []Relation   `json:"related,omitempty"`   // closest first

	// Unread says that ratings of skills were not among the files that were
	// imported, so that nothing is known of whether there are any.
	Unread bool `json:"unread,omitempty"`

	// From names the release of a list, by its name in JSON, that is not of the
	// profile's own.
	From map[string]SourceID `json:"from,omitempty"`

	// What follows comes with an imported release only.

	Tasks      []RatedTask    `json:"ratedTasks,omitempty"` // as O*NET words them
	Emerging   []EmergingTask `json:"emerging,omitempty"`
	Abilities  []Element      `json:"abilities,omitempty"`  // by importance
	Activities []Element      `json:"activities,omitempty"` // generalized work activities, by importance
	Context    []Condition    `json:"context,omitempty"`    // in O*NET's order
	Styles     []Trait        `json:"styles,omitempty"`     // in O*NET's order
	Values     []Trait        `json:"values,omitempty"`     // in O*NET's order
	Experience []Attainment   `json:"experience,omitempty"` // related work experience, from least to most
	Training   []Attainment   `json:"training,omitempty"`   // on site, in classes
	OnTheJob   []Attainment   `json:"onTheJob,omitempty"`   // training on the job
	Proof      []Trait        `json:"proof,omitempty"`      // how much a certificate or an apprenticeship matters
	Reported   []string       `json:"reported,omitempty"`   // titles that people in the job gave
	Exposed    []TaskExposure `json:"exposed,omitempty"`    // labels of tasks by a study
}

// Element is a skill or an area of knowledge as raters see it in an occupation.
type Element struct {
	ID         string   `json:"id"`         // of O*NET's content model: "2.A.1.a"
	Name       string   `json:"name"`       // "Reading Comprehension"
	Importance *float64 `json:"importance"` // 1 not important … 5 extremely important
	Level      *float64 `json:"level"`      // 0 … 7; nil where not relevant or not rated

	Survey *Survey `json:"survey,omitempty"` // how sure the ratings are; nil where not told
}

// Survey says how a rating came about.
type Survey struct {
	N               *int     `json:"n,omitempty"`               // who answered
	ImportanceError *float64 `json:"importanceError,omitempty"` // standard error
	LevelError      *float64 `json:"levelError,omitempty"`
	Suppress        bool     `json:"suppress,omitempty"` // O*NET advises against using it: too few, or too far apart
	Date            string   `json:"date,omitempty"`     // "08/2023"
	By              string   `json:"by,omitempty"`       // "Incumbent", "Analyst"
}

// RatedTask is a task as O*NET words it, with what those asked say of it.
type RatedTask struct {
	ID         string    `json:"id"` // "8823"
	Text       string    `json:"text,omitempty"`
	Kind       string    `json:"kind,omitempty"`       // "Core" or "Supplemental"; empty where not rated
	Importance *float64  `json:"importance,omitempty"` // 1 … 5
	Relevance  *float64  `json:"relevance,omitempty"`  // percent of those asked
	Frequency  []float64 `json:"frequency,omitempty"`  // percent: yearly or less … hourly or more
	Activities []string  `json:"activities,omitempty"` // ids of detailed work activities
	Date       string    `json:"date,omitempty"`       // "08/2023"
}

// EmergingTask is a task that people in an occupation report beside the listed ones.
type EmergingTask struct {
	Text     string `json:"text"`
	Kind     string `json:"kind"`               // "New" or "Revision"
	Original string `json:"original,omitempty"` // id of the task it revises
	Date     string `json:"date,omitempty"`
}

// TaskExposure is how a study labels a task: E0 not exposed, E1 exposed to a
// language model, E2 with software around one, E3 with images. A label that is
// not given is empty.
type TaskExposure struct {
	ID    string `json:"id"` // of the task, as O*NET's
	Text  string `json:"text"`
	GPT4  string `json:"gpt4"`
	Human string `json:"human"`
}

// Condition is one condition of work, such as how often there are e-mails.
type Condition struct {
	ID     string    `json:"id"`
	Name   string    `json:"name"`
	Value  *float64  `json:"value"`            // 1 … 5, or 1 … 3 of hours in a week
	Most   int       `json:"most"`             // 5 or 3
	Shares []float64 `json:"shares,omitempty"` // percent of answers, from the least
}

// Trait is a work style or a work value, and how much it matters.
type Trait struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Value *float64 `json:"value"`
	Scale string   `json:"scale"` // "WI" −3 … +3, "IM" 1 … 5, "EX" 1 … 7

	Distinctness *float64 `json:"distinctness,omitempty"` // 0 … 10: how much it marks out the occupation
}

// Term is what an id of a source stands for.
type Term struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Text string `json:"text,omitempty"`
}

// Interest is one of the six kinds of interest after Holland, and how much of
// it the work asks for.
type Interest struct {
	Name  string  `json:"name"`  // "Realistic" … "Conventional"
	Value float64 `json:"value"` // 1 … 7
}

// IsInterest reports whether name is one of the six kinds of interest.
func IsInterest(name string) bool {
	switch name {
	case "Realistic", "Investigative", "Artistic", "Social", "Enterprising", "Conventional":
		return true
	}
	return false
}

// Attainment is the part of those asked who say that a level of education, or a
// time of experience or training, is required for the job.
type Attainment struct {
	Level   string  `json:"level"`
	Percent float64 `json:"percent"` // 0 … 100

	Rank int `json:"rank,omitempty"` // of the answer, 1 the least; 0 where not told
}

// Tool is software or equipment that people in an occupation use.
type Tool struct {
	Name   string `json:"name"`             // "Epic Systems"
	Kind   string `json:"kind"`             // "Medical software"
	Hot    bool   `json:"hot,omitempty"`    // often asked for in job postings of all occupations
	Demand bool   `json:"demand,omitempty"` // often asked for in postings of this occupation
}

// Relation leads to an occupation nearby.
type Relation struct {
	Code   Code   `json:"code"`
	Rank   int    `json:"rank"`             // 1 is the closest, as its source orders them
	Reason string `json:"reason,omitempty"` // in one clause, where somebody gave one
	Title  string `json:"title,omitempty"`  // of an occupation whose code its source does not tell
}

// Statements returns the tasks as O*NET words them, the most important first
// where they are rated, and core tasks before others.
func (f Profile) Statements() []TaskStatement {
	tasks := slices.Clone(f.Tasks)
	slices.SortStableFunc(tasks, func(a, b RatedTask) int {
		return cmp.Or(cmp.Compare(value(b.Importance), value(a.Importance)), cmp.Compare(rank(a.Kind), rank(b.Kind)))
	})
	var list []TaskStatement
	for _, t := range tasks {
		if t.Text != "" {
			list = append(list, TaskStatement{Text: t.Text, Source: f.SourceOf("ratedTasks")})
		}
	}
	return list
}

// rank is the place of a kind of task: core, not told, supplemental.
func rank(kind string) int {
	switch kind {
	case "Core":
		return 0
	case "Supplemental":
		return 2
	}
	return 1
}

// Validate reports every defect of the profile, joined, or nil.
func (f Profile) Validate() error {
	var p problems
	p.require(f.Code != "", "code", "missing")
	p.require(f.Source != "", "source", "missing")
	p.require(f.Period.Valid(), "period", "%q is not a period", f.Period)
	for _, list := range []struct {
		field    string
		elements []Element
	}{{"skills", f.Skills}, {"knowledge", f.Knowledge}} {
		p.require(f.Rated || len(list.elements) == 0, list.field, "there are ratings, and the profile says that there are none")
		for i, e := range list.elements {
			p.named(at(list.field, i, "name"), e.Name)
			p.require(e.Importance == nil || within(*e.Importance, 1, 5), at(list.field, i, "importance"), "outside 1…5")
			p.require(e.Level == nil || within(*e.Level, 0, 7), at(list.field, i, "level"), "outside 0…7")
		}
	}
	for i, n := range f.Interests {
		p.named(at("interests", i, "name"), n.Name)
		p.require(within(n.Value, 1, 7), at("interests", i, "value"), "outside 1…7")
	}
	for i, e := range f.Education {
		p.named(at("education", i, "level"), e.Level)
		p.require(within(e.Percent, 0, 100), at("education", i, "percent"), "outside 0…100")
	}
	for _, list := range []struct {
		field string
		tools []Tool
	}{{"software", f.Software}, {"equipment", f.Equipment}} {
		for i, t := range list.tools {
			p.named(at(list.field, i, "name"), t.Name)
		}
	}
	for i, r := range f.Related {
		p.require(r.Code != "" || r.Title != "", at("related", i, "code"), "missing")
		p.require(r.Code != f.Code, at("related", i, "code"), "an occupation is not related to itself")
		p.require(r.Rank >= 1, at("related", i, "rank"), "%d is no rank", r.Rank)
	}
	return p.err()
}

func within(v, lo, hi float64) bool { return v >= lo && v <= hi }
