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
	Exam        *Clause   `json:"exam,omitempty"`
	Fee         *Clause   `json:"fee,omitempty"`
	Renewal     *Clause   `json:"renewal,omitempty"`
	Note        *Clause   `json:"note,omitempty"`
	Roles       []Pointer `json:"roles"` // whom it serves, and how
}

// Clause is a rule of a credential in our words, with where and from when it
// is. What no source tells is absent.
type Clause struct {
	Text   string   `json:"text"`
	Period Period   `json:"period,omitempty"` // empty where the source is undated
	Source SourceID `json:"source"`
}

// Clauses returns the credential's rules by name, in the order in which they
// are told; those that no source tells are nil.
func (c Credential) Clauses() []NamedClause {
	return []NamedClause{
		{"eligibility", "Who can sit for it", c.Eligibility},
		{"exam", "Exam", c.Exam},
		{"fee", "Fee", c.Fee},
		{"renewal", "Renewal", c.Renewal},
		{"note", "To know", c.Note},
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
		p.named(n.Field+".text", n.Clause.Text)
		p.require(n.Clause.Source != "", n.Field+".source", "missing")
		p.require(n.Clause.Period == "" || n.Clause.Period.Valid(), n.Field+".period", "%q is not a period", n.Clause.Period)
	}
	for i, r := range c.Roles {
		p.require(r.Code != "", at("roles", i, "code"), "missing")
	}
	return p.err()
}
