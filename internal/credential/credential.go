// Package credential says which credentials a person may sit for now, next and
// later, from what they hold and from the rules in the library, and what keeping
// several takes. What no source tells stays unknown.
package credential

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nextrole"
)

// Person is what somebody brings. What is left empty is not known, and not none.
type Person struct {
	Education  string             // one of [Levels], the highest
	Held       []string           // ids of credentials
	Programs   []string           // bodies that accredit the program their education is from
	Experience map[string]float64 // years by kind of work, as routes name it
}

// State is whether something that is asked for is there.
type State string

// The states.
const (
	Met    State = "met"
	Unsure State = "unsure" // it depends on what the person did not say, or no source tells
	Unmet  State = "unmet"
)

// Need is something a route asks for.
type Need struct {
	What  string `json:"what"` // "an associate’s degree from a program accredited by CAHIIM"
	State State  `json:"state"`

	// Prior are the ids of credentials any one of which would meet it.
	Prior []string `json:"prior,omitempty"`
	// Years are missing of experience, or asked for where the person did not say how
	// many they have; 0 where it is not about that.
	Years float64 `json:"years,omitempty"`
}

// Stage is when a person may sit for a credential.
type Stage string

// The stages, from the earliest.
const (
	Held    Stage = "held"
	Now     Stage = "now"
	NowIf   Stage = "now, if" // some of what is asked for is not known of the person
	Next    Stage = "next"    // after a credential that they may sit for now, or with more years of work
	Later   Stage = "later"   // after more education
	Unknown Stage = "unknown" // no source in the library tells who may sit for it
)

// Stages lists them in order.
func Stages() []Stage { return []Stage{Held, Now, NowIf, Next, Later, Unknown} }

// Option is a credential as it stands for a person.
type Option struct {
	Credential nextrole.Credential
	Stage      Stage
	Needs      []Need // of the route that is the shortest way; none where there is none
	Others     int    // how many other routes there are
}

// Plan says of each credential when the person may sit for it, the earliest first.
func Plan(p Person, list []nextrole.Credential) []Option {
	names := map[string]string{}
	for _, c := range list {
		names[c.ID] = c.Name
	}
	options := make([]Option, len(list))
	open := map[string]bool{} // may be sat for now, as far as is known
	for i, c := range list {
		options[i] = p.option(c, names, nil)
		open[c.ID] = options[i].Stage == Now || options[i].Stage == NowIf
	}
	for i, c := range list { // what leads there may be one of these
		options[i] = p.option(c, names, open)
	}
	slices.SortStableFunc(options, func(a, b Option) int {
		return cmp.Or(cmp.Compare(slices.Index(Stages(), a.Stage), slices.Index(Stages(), b.Stage)), cmp.Compare(a.Credential.Name, b.Credential.Name))
	})
	return options
}

// option finds the route that is the shortest way to a credential.
func (p Person) option(c nextrole.Credential, names map[string]string, open map[string]bool) Option {
	o := Option{Credential: c, Stage: Unknown}
	if slices.Contains(p.Held, c.ID) {
		o.Stage = Held
		return o
	}
	for i, r := range c.Routes {
		needs := p.needs(r, names)
		stage := stageOf(needs, open)
		if i == 0 || earlier(stage, needs, o.Stage, o.Needs) {
			o.Stage, o.Needs = stage, needs
		}
	}
	o.Others = max(len(c.Routes)-1, 0)
	return o
}

// earlier reports whether a route is a shorter way than another: of an earlier stage,
// or with less that is missing or not known.
func earlier(stage Stage, needs []Need, than Stage, others []Need) bool {
	at := func(s Stage) int { return slices.Index(Stages(), s) }
	return cmp.Or(
		cmp.Compare(at(stage), at(than)),
		cmp.Compare(count(needs, Unmet), count(others, Unmet)),
		cmp.Compare(years(needs), years(others)),
		cmp.Compare(count(needs, Unsure), count(others, Unsure)),
	) < 0
}

func count(needs []Need, s State) int {
	n := 0
	for _, need := range needs {
		if need.State == s {
			n++
		}
	}
	return n
}

func years(needs []Need) float64 {
	total := 0.0
	for _, n := range needs {
		total += n.Years
	}
	return total
}

// stageOf is when all that a route asks for can be there.
func stageOf(needs []Need, open map[string]bool) Stage {
	stage := Now
	for _, n := range needs {
		s := Now
		switch {
		case n.State == Met:
		case n.State == Unsure:
			s = NowIf
		case n.Years > 0, slices.ContainsFunc(n.Prior, func(id string) bool { return open[id] }):
			s = Next
		default:
			s = Later
		}
		if slices.Index(Stages(), s) > slices.Index(Stages(), stage) {
			stage = s
		}
	}
	return stage
}

// needs are what a route asks for, each with whether the person has it.
func (p Person) needs(r nextrole.Route, names map[string]string) []Need {
	var list []Need
	if n, ok := p.education(r); ok {
		list = append(list, n)
	}
	if len(r.Prior) > 0 {
		n := Need{What: anyOf(r.Prior, names), Prior: r.Prior, State: Unmet}
		if slices.ContainsFunc(r.Prior, func(id string) bool { return slices.Contains(p.Held, id) }) {
			n.State = Met
		}
		list = append(list, n)
	}
	if r.Experience != "" {
		list = append(list, p.experience(r))
	}
	return list
}

// education is the education that a route asks for, with the program it is from.
func (p Person) education(r nextrole.Route) (Need, bool) {
	if r.Education == "" && r.Program == "" {
		return Need{}, false
	}
	n := Need{State: schooling(p.Education, r.Education), What: strings.ReplaceAll(r.Education, "'", "’")}
	if r.Program == "" {
		return n, true
	}
	if n.What == "" {
		n.What = "A program accredited by " + r.Program
	} else {
		n.What += " from a program accredited by " + r.Program
	}
	switch {
	case slices.Contains(p.Programs, r.Program):
	case r.Education == "": // it takes the program alone, and the person names none
		n.State = Unmet
	case n.State == Met:
		n.State = Unsure
	}
	return n, true
}

// experience is the work that a route asks for.
func (p Person) experience(r nextrole.Route) Need {
	had, told := p.Experience[r.Experience]
	switch {
	case r.Years == nil:
		n := Need{What: "Experience in " + r.Experience + "; how much is not known here", State: Unsure}
		if told && had == 0 {
			n.State = Unmet
		}
		return n
	case !told:
		return Need{What: amount(*r.Years) + " of " + r.Experience, State: Unsure, Years: *r.Years}
	case had >= *r.Years:
		return Need{What: amount(*r.Years) + " of " + r.Experience, State: Met}
	}
	return Need{
		What:  fmt.Sprintf("%s of %s; still missing: %s", amount(*r.Years), r.Experience, amount(*r.Years-had)),
		State: Unmet, Years: *r.Years - had,
	}
}

// amount is a number of years in words.
func amount(years float64) string {
	if years == 1 {
		return "1 year"
	}
	places := 0
	if years != float64(int(years)) {
		places = 1
	}
	return nextrole.Decimal(years, places) + " years"
}

// anyOf names credentials of which one will do.
func anyOf(ids []string, names map[string]string) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = cmp.Or(names[id], id)
	}
	if len(words) == 1 {
		return "The credential " + words[0]
	}
	return "One of the credentials " + strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
