package nextrole

// Credential is a certificate or registration that people in the field earn.
type Credential struct {
	ID    string `json:"id"`    // "ods"
	Name  string `json:"name"`  // what stands after a name: "ODS"
	Title string `json:"title"` // "Oncology Data Specialist"
	Body  string `json:"body"`  // who grants it: "NCRA"

	// Was lists names it had before, such as CTR for what is ODS now, so that
	// old documents still match.
	Was []AltTitle `json:"was,omitempty"`

	Eligibility *Clause   `json:"eligibility,omitempty"`
	Routes      []Route   `json:"routes,omitempty"` // the eligibility as data
	Exam        *Clause   `json:"exam,omitempty"`
	Fee         *Fee      `json:"fee,omitempty"`
	Renewal     *Clause   `json:"renewal,omitempty"`
	Upkeep      *Upkeep   `json:"upkeep,omitempty"` // the renewal as data
	Note        *Clause   `json:"note,omitempty"`
	Roles       []Pointer `json:"roles"` // whom it serves, and how
}

// Route is one way to be admitted to a credential: everything in it is asked
// for at once. It is of the credential's eligibility, whose source it shares.
type Route struct {
	Education string   `json:"education,omitempty"` // the least, in the words of BLS where it has any; empty: none
	Program   string   `json:"program,omitempty"`   // who has to accredit the program it is from; empty: nobody
	Prior     []string `json:"prior,omitempty"`     // ids of credentials, any one of which is asked for

	// Experience says in what, and Years how much; nil where that is not known.
	Experience string   `json:"experience,omitempty"`
	Years      *float64 `json:"years,omitempty"`
}

// Upkeep is how much continuing education keeping a credential takes. It is of the
// credential's renewal, whose source it shares.
type Upkeep struct {
	Units float64  `json:"units"`           // units or hours
	Years *float64 `json:"years,omitempty"` // within which; nil where that is not known

	// More is asked for with each further credential of the same body, beside the
	// one that asks for most, and Most is the most that is ever asked for; 0 where
	// the body has no such rule.
	More float64 `json:"more,omitempty"`
	Most float64 `json:"most,omitempty"`
}

// Fee is what an exam costs, in U.S. dollars.
type Fee struct {
	Members float64  `json:"members"` // for members of the body
	Others  float64  `json:"others"`
	Period  Period   `json:"period"` // as of when
	Source  SourceID `json:"source"`
}

// Clauses returns the credential's rules by name, in the order in which they
// are told; those that no source tells are nil.
func (c Credential) Clauses() []NamedClause {
	return []NamedClause{
		{"eligibility", "Who can sit for it", c.Eligibility},
		{"exam", "Exam", c.Exam},
		{"fee", "Fee", c.fee()},
		{"renewal", "Renewal", c.Renewal},
		{"note", "To know", c.Note},
	}
}

// fee tells the fee in words. Libraries of the second version kept it as words,
// which read as no amount.
func (c Credential) fee() *Clause {
	if c.Fee == nil || c.Fee.Members <= 0 {
		return nil
	}
	return &Clause{
		Text:   "$" + Count(c.Fee.Members) + " for members of " + c.Body + ", $" + Count(c.Fee.Others) + " for others.",
		Period: c.Fee.Period, Source: c.Fee.Source,
	}
}

// NamedClause is a rule with its field and its name for people.
type NamedClause struct {
	Field, Name string
	Clause      *Clause
}

// Validate reports every defect of the credential, joined, or nil.
func (c Credential) Validate() error {
	var p problems
	p.named("id", c.ID)
	p.named("name", c.Name)
	p.named("title", c.Title)
	p.named("body", c.Body)
	for _, n := range c.Clauses() {
		if n.Clause == nil {
			continue
		}
		p.clause(n.Field, *n.Clause)
	}
	if c.Fee != nil {
		p.require(c.Fee.Members > 0, "fee.members", "%v is no fee", c.Fee.Members)
		p.require(c.Fee.Others > 0, "fee.others", "%v is no fee", c.Fee.Others)
		p.require(c.Fee.Period != "", "fee.period", "missing: a fee is as of some time")
	}
	if u := c.Upkeep; u != nil {
		p.require(c.Renewal != nil, "upkeep", "there is no renewal that it is of")
		p.require(u.Units > 0, "upkeep.units", "%v is no amount", u.Units)
		p.require(u.Years == nil || *u.Years > 0, "upkeep.years", "has to be above 0; leave it out where it is not known")
		p.require(u.More >= 0 && u.Most >= 0 && (u.Most == 0 || u.Most >= u.Units), "upkeep.most", "is less than one credential asks for")
	}
	p.require(len(c.Routes) == 0 || c.Eligibility != nil, "routes", "there is no eligibility that they are of")
	for i, r := range c.Routes {
		p.require(r.Years == nil || *r.Years > 0, at("routes", i, "years"), "has to be above 0; leave it out where it is not known")
		p.require(r.Years == nil || r.Experience != "", at("routes", i, "experience"), "missing: years of what?")
	}
	for i, r := range c.Roles {
		p.require(r.Code != "", at("roles", i, "code"), "missing")
	}
	return p.err()
}
