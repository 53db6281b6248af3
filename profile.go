package nextrole

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
}

// Element is a skill or an area of knowledge as raters see it in an occupation.
type Element struct {
	ID         string   `json:"id"`         // of O*NET's content model: "2.A.1.a"
	Name       string   `json:"name"`       // "Reading Comprehension"
	Importance *float64 `json:"importance"` // 1 not important … 5 extremely important
	Level      *float64 `json:"level"`      // 0 … 7; nil where not relevant or not rated
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

// Attainment is the part of those asked who say that a level of education is
// required for the job.
type Attainment struct {
	Level   string  `json:"level"`
	Percent float64 `json:"percent"` // 0 … 100
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
		p.require(r.Code != "", at("related", i, "code"), "missing")
		p.require(r.Code != f.Code, at("related", i, "code"), "an occupation is not related to itself")
		p.require(r.Rank >= 1, at("related", i, "rank"), "%d is no rank", r.Rank)
	}
	return p.err()
}

func within(v, lo, hi float64) bool { return v >= lo && v <= hi }
