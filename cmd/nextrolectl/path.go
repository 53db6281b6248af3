package main

import (
	"fmt"
	"strconv"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/transition"
)

// limits are what the flags say of the routes that are wanted.
func (s *session) limits() (transition.Limits, error) {
	var l transition.Limits
	for _, f := range []struct {
		name, text string
		to         *int
		least      int
		most       int
	}{{"moves", s.moves, &l.Moves, 1, transition.MostMoves}, {"job-zone", s.jobZone, &l.JobZone, 1, 5}, {"top", s.top, &l.Routes, 1, 50}} {
		if f.text == "" {
			continue
		}
		n, err := strconv.Atoi(f.text)
		if err != nil || n < f.least || n > f.most {
			return l, badUse("--%s takes a whole number from %d to %d, and not %q", f.name, f.least, f.most, f.text)
		}
		*f.to = n
	}
	if s.pay != "" {
		v, err := strconv.ParseFloat(s.pay, 64)
		if err != nil || !(v > 0 && v < 1e7) {
			return l, badUse("--pay takes dollars a year, as 60000, and not %q", s.pay)
		}
		l.Pay = v
	}
	return l, nil
}

// path lists ways from one role to another.
func path(s *session) error {
	from, to, err := s.twoRoles()
	if err != nil {
		return err
	}
	w, err := weights(s.weights)
	if err != nil {
		return err
	}
	l, err := s.limits()
	if err != nil {
		return err
	}
	m, err := s.model()
	if err != nil {
		return err
	}
	shown, err := s.shown()
	if err != nil {
		return err
	}
	routes, _ := m.Routes(from.Code, to.Code, w, l)
	if s.json {
		return s.writeJSON(pathsJSON(m, from.Code, to.Code, routes, shown))
	}
	fmt.Fprintf(s.out, "From %s, %s\nto   %s, %s\n\n", from.Code, from.Title, to.Code, to.Title)
	if len(routes) == 0 {
		paragraph(s.out, "No way of viable moves within these limits leads there. A move is viable if the two roles are close enough by more than their titles, and lead less than two job zones up. It may still be done, with more study than a move between near roles takes.", "")
		return nil
	}
	for n, r := range routes {
		fmt.Fprintf(s.out, "%d  %s, the weakest with a Fit of %s\n", n+1, count(len(r.Fits), "move"), nextrole.Decimal(r.Weakest, 2))
		for i, c := range r.Roles[1:] {
			to, _ := m.Role(c)
			before, _ := m.Role(r.Roles[i])
			indented(s.out, "   - ", fmt.Sprintf("%s, %s. Fit %s", c, to.Title, nextrole.Decimal(r.Fits[i], 2)))
			for _, line := range transition.MoveOf(before, to, transition.Viable, shown).Told(s.short) {
				indented(s.out, "     ", line)
			}
		}
		switch {
		case r.Dip == nil:
			indented(s.out, "   ", "How pay would change on the way is not known.")
		case *r.Dip < 1:
			indented(s.out, "   ", "The lowest pay on the way is "+nextrole.Percent(*r.Dip)+" of the pay now"+unknownPay(r.Unknown)+".")
		default:
			indented(s.out, "   ", "No role on the way pays less than now"+unknownPay(r.Unknown)+".")
		}
		fmt.Fprintln(s.out)
	}
	paragraph(s.out, "Months of study and costs are not known here, and no part of the order: the fewest moves first, and then the strongest. Routes that another one beats in moves, closeness and pay are left out.", "")
	return nil
}

func unknownPay(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return ", as far as is known: that of one role cannot be compared"
	}
	return fmt.Sprintf(", as far as is known: that of %d roles cannot be compared", n)
}

// pathJSON is a route in JSON.
type pathJSON struct {
	Weakest float64    `json:"weakest"`
	Dip     *float64   `json:"lowestPay"` // as a part of today's; null where it is not known
	Unknown int        `json:"unknownPay"`
	Moves   []moveJSON `json:"moves"`
}

type moveJSON struct {
	Code  nextrole.Code    `json:"code"`
	Title string           `json:"title"`
	Fit   float64          `json:"fit"`
	Class transition.Class `json:"class"`
	Score *float64         `json:"score"`
}

func pathsJSON(m *transition.Model, from, to nextrole.Code, routes []transition.Route, shown func(nextrole.Code) (aijri.Reading, bool)) any {
	list := []pathJSON{}
	for _, r := range routes {
		p := pathJSON{Weakest: r.Weakest, Dip: r.Dip, Unknown: r.Unknown}
		for i, c := range r.Roles[1:] {
			role, _ := m.Role(c)
			before, _ := m.Role(r.Roles[i])
			j := moveJSON{Code: c, Title: role.Title, Fit: r.Fits[i], Class: transition.MoveOf(before, role, transition.Viable, shown).Class}
			if reading, ok := shown(c); ok && reading.Score != nil {
				score := aijri.Shown(*reading.Score)
				j.Score = &score
			}
			p.Moves = append(p.Moves, j)
		}
		list = append(list, p)
	}
	return struct {
		From   nextrole.Code `json:"from"`
		To     nextrole.Code `json:"to"`
		Routes []pathJSON    `json:"routes"`
	}{from, to, list}
}
