package nextrole

// Framework is a division of the field into domains, as a curriculum or an exam
// makes it, for classes to work by.
type Framework struct {
	ID     string   `json:"id"`    // "rhit"
	Name   string   `json:"name"`  // "RHIT exam"
	Title  string   `json:"title"` // in full
	Body   string   `json:"body"`  // who publishes it: "AHIMA"
	Period Period   `json:"period"`
	Source SourceID `json:"source"`
	Note   *Clause  `json:"note,omitempty"` // what else to know, such as what is not certain

	Domains []Domain `json:"domains"` // in the framework's order
}

// DomainID names a [Domain] within the library: "rhit-4".
type DomainID string

// Domain is one part of a framework, which tasks of roles exercise. That a task
// does is the editors' judgment.
type Domain struct {
	ID      DomainID `json:"id"`
	Name    string   `json:"name"`
	Percent *float64 `json:"percent,omitempty"` // of the exam, 0 … 100; nil where it has no weight, or it is not known
}

// Validate reports every defect of the framework, joined, or nil.
func (f Framework) Validate() error {
	var p problems
	p.named("id", f.ID)
	p.named("name", f.Name)
	p.named("title", f.Title)
	p.named("body", f.Body)
	p.require(f.Period.Valid(), "period", "%q is not a period", f.Period)
	p.require(f.Source != "", "source", "missing")
	if f.Note != nil {
		p.clause("note", *f.Note)
	}
	p.require(len(f.Domains) > 0, "domains", "missing")
	for i, d := range f.Domains {
		p.require(d.ID != "", at("domains", i, "id"), "missing")
		p.named(at("domains", i, "name"), d.Name)
		p.require(d.Percent == nil || within(*d.Percent, 0, 100), at("domains", i, "percent"), "outside 0…100")
	}
	return p.err()
}
