package nextrole

import "strings"

// Clause is something told in our words, with where and from when it is. What
// no source tells is absent.
type Clause struct {
	Text   string   `json:"text"`
	Period Period   `json:"period,omitempty"` // empty where the source is undated
	Source SourceID `json:"source"`
}

// Listing is a list of names with where and from when it is.
type Listing struct {
	Names  []string `json:"names"`
	Period Period   `json:"period,omitempty"` // empty where the source is undated
	Source SourceID `json:"source"`
}

func (p *problems) clause(field string, c Clause) {
	p.named(field+".text", c.Text)
	p.sourced(field, c.Period, c.Source)
}

func (p *problems) listing(field string, l *Listing) {
	if l == nil {
		return
	}
	p.require(len(l.Names) > 0, field+".names", "missing")
	for i, name := range l.Names {
		p.named(at(field+".names", i, ""), name)
	}
	p.sourced(field, l.Period, l.Source)
}

// sourced requires a source, and a period that is one if it is given.
func (p *problems) sourced(field string, period Period, source SourceID) {
	p.require(source != "", field+".source", "missing")
	p.require(period == "" || period.Valid(), field+".period", "%q is not a period", period)
}

func (p *problems) named(field, name string) {
	p.require(strings.TrimSpace(name) != "", field, "missing")
}
