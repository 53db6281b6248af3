package nextrole

import "strings"

// Code identifies an occupation: an O*NET-SOC code such as "29-9021.00", or an
// id of ours such as "NR-0001" for a role that has no SOC code of its own.
type Code string

// Official reports whether c is an O*NET-SOC code rather than an id of ours.
func (c Code) Official() bool { return fits(string(c), "00-0000.00") }

// SOC returns the six-digit SOC code that an O*NET-SOC code belongs to
// ("29-9021"), or "" for an id of ours.
func (c Code) SOC() SOC {
	if !c.Official() {
		return ""
	}
	return SOC(c[:7])
}

// SOC is a six-digit code of the Standard Occupational Classification,
// "29-9021". The empty SOC means none.
type SOC string

// Valid reports whether s is a six-digit code. The empty SOC is none.
func (s SOC) Valid() bool { return fits(string(s), "00-0000") }

// fits reports whether a text has a digit wherever the form has 0, and is the
// form elsewhere.
func fits(text, form string) bool {
	if len(text) != len(form) {
		return false
	}
	for i, c := range []byte(text) {
		if digit := '0' <= c && c <= '9'; form[i] == '0' && !digit || form[i] != '0' && form[i] != c {
			return false
		}
	}
	return true
}

// MarshalJSON writes the empty SOC as null: a figure without a parent has none.
func (s SOC) MarshalJSON() ([]byte, error) {
	if s == "" {
		return []byte("null"), nil
	}
	return []byte(`"` + string(s) + `"`), nil
}

// Occupation describes a role: what it is called, what it does and what it
// takes to enter. Its figures and assessments are kept beside it; see [Role].
type Occupation struct {
	Code      Code            `json:"code"`
	Title     string          `json:"title"`
	Family    Family          `json:"family"`
	Summary   string          `json:"summary"`
	AltTitles []AltTitle      `json:"altTitles"`
	Tasks     []TaskStatement `json:"tasks"`

	Setting *Clause `json:"setting,omitempty"` // where, with whom and when the work is done

	// Skills, Tools and Interests are the editors', where O*NET has not rated
	// the occupation or does not know it.
	Skills    *Listing `json:"skills,omitempty"`
	Tools     *Listing `json:"tools,omitempty"`
	Interests *Listing `json:"interests,omitempty"` // after Holland, the strongest first

	Paths       []Clause `json:"paths,omitempty"`     // ways to learn it
	Qualities   []Clause `json:"qualities,omitempty"` // what a person needs to be good at
	Advancement *Clause  `json:"advancement,omitempty"`

	Mistaken []Pointer `json:"mistaken,omitempty"` // the roles it gets taken for, and what tells them apart
	Related  []Pointer `json:"related,omitempty"`  // the roles nearby in the editors' view, closest first

	// Closest is the official occupation nearest to a role without figures of its
	// own: one without a SOC code, or whose figures are those of a wider group.
	// It explains; no figure is inherited through it.
	Closest Code `json:"closest,omitempty"`

	Education  *Fact `json:"education,omitempty"`  // typical entry education
	Experience *Fact `json:"experience,omitempty"` // work experience typically needed
	Training   *Fact `json:"training,omitempty"`   // typical on-the-job training
	JobZone    *Fact `json:"jobZone,omitempty"`    // O*NET job zone, "1" to "5"
	Exposure   *Fact `json:"exposure,omitempty"`   // BLS AI exposure category; high is exposed
}

// AltTitle is another name people use for a role. Was tells that the name is
// a retired one, such as CTR for what is ODS now.
type AltTitle struct {
	Title string `json:"title"`
	Was   string `json:"was,omitempty"`   // what replaced it and when: "ODS since 2024-01-01"
	Short string `json:"short,omitempty"` // an abbreviation in use: "RN"
}

// TaskStatement is one thing people in a role do, with where the words come from.
type TaskStatement struct {
	Text    string     `json:"text"`
	Domains []DomainID `json:"domains,omitempty"` // of curricula, in the editors' judgment
	Source  SourceID   `json:"source"`
}

// Fact is a stated property that is not a number of anything, such as the
// education typically needed, with its period and source.
type Fact struct {
	Value  string   `json:"value"`
	Period Period   `json:"period"`
	Source SourceID `json:"source"`
	Parent SOC      `json:"parent"` // set where the fact is a wider group's
}

// Role is everything the library knows about one occupation.
type Role struct {
	Occupation
	Figures     []Figure
	Assessments []Assessment
	Profile     *Profile // nil where the library has none
}

// Titles returns the alternate titles as plain strings, in order.
func (o Occupation) Titles() []string {
	titles := make([]string, len(o.AltTitles))
	for i, t := range o.AltTitles {
		titles[i] = t.Title
	}
	return titles
}

// Clauses returns what is told of the occupation in sentences, by field.
func (o Occupation) Clauses() []NamedClause {
	var list []NamedClause
	if o.Setting != nil {
		list = append(list, NamedClause{"setting", "Setting", o.Setting})
	}
	for i := range o.Paths {
		list = append(list, NamedClause{at("paths", i, ""), "Ways to learn it", &o.Paths[i]})
	}
	for i := range o.Qualities {
		list = append(list, NamedClause{at("qualities", i, ""), "What helps", &o.Qualities[i]})
	}
	if o.Advancement != nil {
		list = append(list, NamedClause{"advancement", "Advancement", o.Advancement})
	}
	return list
}

// NamedListing is a list of the editors with its field.
type NamedListing struct {
	Field   string
	Listing *Listing
}

// Listings returns the editors' lists; those that are absent are nil.
func (o Occupation) Listings() []NamedListing {
	return []NamedListing{{"skills", o.Skills}, {"tools", o.Tools}, {"interests", o.Interests}}
}

// Validate reports every defect of the occupation, joined, or nil.
func (o Occupation) Validate() error {
	var p problems
	p.require(o.Code != "", "code", "missing")
	p.require(strings.TrimSpace(o.Title) != "", "title", "missing")
	p.require(o.Family.Known(), "family", "unknown family %q", o.Family)
	p.require(strings.TrimSpace(o.Summary) != "", "summary", "missing")
	for i, t := range o.AltTitles {
		p.require(strings.TrimSpace(t.Title) != "", at("altTitles", i, "title"), "missing")
	}
	for i, t := range o.Tasks {
		p.require(strings.TrimSpace(t.Text) != "", at("tasks", i, "text"), "missing")
		p.require(t.Source != "", at("tasks", i, "source"), "missing")
	}
	for _, f := range []struct {
		field string
		fact  *Fact
	}{
		{"education", o.Education},
		{"experience", o.Experience},
		{"training", o.Training},
		{"jobZone", o.JobZone},
		{"exposure", o.Exposure},
	} {
		if f.fact == nil {
			continue
		}
		p.require(f.fact.Value != "", f.field+".value", "missing")
		p.require(f.fact.Source != "", f.field+".source", "missing")
		p.require(f.fact.Period.Valid(), f.field+".period", "%q is not a period", f.fact.Period)
	}
	for _, n := range o.Clauses() {
		p.clause(n.Field, *n.Clause)
	}
	for _, l := range o.Listings() {
		p.listing(l.Field, l.Listing)
	}
	p.pointers("mistaken", o.Code, o.Mistaken)
	p.pointers("related", o.Code, o.Related)
	return p.err()
}

// pointers requires that each leads elsewhere, once, and says why.
func (p *problems) pointers(field string, from Code, list []Pointer) {
	seen := map[Code]bool{from: true}
	for i, to := range list {
		p.require(to.Code != "", at(field, i, "code"), "missing")
		p.require(!seen[to.Code], at(field, i, "code"), "%q is the role itself, or is named before", to.Code)
		p.named(at(field, i, "reason"), to.Reason)
		seen[to.Code] = true
	}
}
