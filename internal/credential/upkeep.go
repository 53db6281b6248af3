package credential

import (
	"slices"

	"nextrole"
)

// Load is what keeping the credentials of one body takes.
type Load struct {
	Body    string   `json:"body"`
	Names   []string `json:"names"`             // of those that it is of
	Units   float64  `json:"units"`             // of continuing education
	Years   *float64 `json:"years"`             // within which; nil where that is not known, or differs
	Stacked bool     `json:"stacked"`           // by a rule of the body for several
	Capped  bool     `json:"capped"`            // more would be asked for without the rule's most
	Unknown []string `json:"unknown,omitempty"` // names of those whose renewal no source tells in numbers
}

// Loads says what keeping credentials takes, by the bodies that grant them, in the
// order in which they are first named. Where a body has no rule for several, each
// counts in full.
func Loads(held []nextrole.Credential) []Load {
	var loads []Load
	for _, c := range held {
		i := slices.IndexFunc(loads, func(l Load) bool { return l.Body == c.Body })
		if i < 0 {
			loads = append(loads, Load{Body: c.Body})
			i = len(loads) - 1
		}
		if c.Upkeep == nil {
			loads[i].Unknown = append(loads[i].Unknown, c.Name)
		}
	}
	for i := range loads {
		loads[i].total(held)
	}
	return loads
}

// total adds up what the credentials of the body ask for.
func (l *Load) total(held []nextrole.Credential) {
	var sum, largest, more, most float64
	n := 0
	for _, c := range held {
		if c.Body != l.Body || c.Upkeep == nil {
			continue
		}
		u := *c.Upkeep
		l.Names = append(l.Names, c.Name)
		n++
		sum, largest = sum+u.Units, max(largest, u.Units)
		more, most = max(more, u.More), max(most, u.Most)
		switch {
		case n == 1:
			l.Years = u.Years
		case l.Years == nil || u.Years == nil || *l.Years != *u.Years:
			l.Years = nil
		}
	}
	l.Units = sum
	if n > 1 && more > 0 {
		l.Stacked = true
		l.Units = largest + more*float64(n-1)
		if most > 0 && l.Units > most {
			l.Units, l.Capped = most, true
		}
	}
}
