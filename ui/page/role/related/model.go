// Package related is the tab of a role about the roles near it, each with the
// reasons why it is listed. It ranks nothing by how good a move would be.
package related

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/chart"
	"nextrole/ui/page/brief"
)

// library is what the tab needs of the session.
type library interface {
	Role(nextrole.Code) (nextrole.Role, bool)
	Whole(nextrole.Code) (nextrole.Role, bool)
	Roles() []nextrole.Role
	Reading(nextrole.Code) (aijri.Reading, bool)
	Worked(nextrole.Code) aijri.Reading
	Sources() map[nextrole.SourceID]nextrole.Source
}

type model struct {
	library library
	role    nextrole.Role
}

// near is a role nearby.
type near struct {
	code    nextrole.Code
	title   string
	reasons []string
	zone    nextrole.Zone
	status  nextrole.Status
	score   string // "not scored" where there is none
	pay     string // "no data" where there is none
	payFrom string
}

// stands is the role's score in words.
func (n near) stands() string {
	if n.status == "" {
		return n.score
	}
	return n.zone.Name() + " " + n.score + ", " + n.status.Name()
}

// whose is the score's zone, and whose it is; nothing where there is none.
func (n near) whose() string {
	if n.status == "" {
		return ""
	}
	return n.zone.Name() + ", " + n.status.Name()
}

// found collects reasons, in the order in which roles are found.
type found struct {
	order   []nextrole.Code
	reasons map[nextrole.Code][]string
}

func (f *found) add(c nextrole.Code, reason string) {
	if f.reasons[c] == nil {
		f.order = append(f.order, c)
	}
	f.reasons[c] = append(f.reasons[c], reason)
}

// list returns the roles near this one: first those that its assessment names,
// then the editors' and O*NET's, each in its own order, then those that lead here.
func (m model) list() []near {
	f := &found{reasons: map[nextrole.Code][]string{}}
	m.suggested(f)
	m.edited(f)
	m.listed(f)
	m.closest(f)
	m.shared(f)
	var list []near
	for _, c := range f.order {
		r, ok := m.library.Role(c)
		if !ok || c == m.role.Code {
			continue
		}
		list = append(list, m.near(r, f.reasons[c]))
	}
	return list
}

// suggested are the roles that the assessment shown leads to.
func (m model) suggested(f *found) {
	reading := m.library.Worked(m.role.Code)
	if reading.Score == nil || reading.Assessment.Account == nil {
		return
	}
	for _, p := range reading.Assessment.Account.Next {
		reason := "Suggested by the assessment (" + reading.Status.Name() + ")"
		if p.Reason != "" {
			reason += ": " + strings.TrimSuffix(p.Reason, ".")
		}
		f.add(p.Code, reason)
	}
}

// edited are the roles that the editors find near this one, and those that are
// taken for it.
func (m model) edited(f *found) {
	for _, p := range m.role.Related {
		f.add(p.Code, "In the editors’ view: "+p.Reason)
	}
	for _, p := range m.role.Mistaken {
		f.add(p.Code, "Gets mixed up with this one: "+strings.TrimSuffix(p.Reason, "."))
	}
}

// listed are the roles that O*NET relates to this one.
func (m model) listed(f *found) {
	p := m.role.Profile
	if p == nil {
		return
	}
	for _, r := range p.Related {
		reason := fmt.Sprintf("%s lists it as number %d of its related occupations", m.library.Sources()[p.Source].Short, r.Rank)
		if r.Reason != "" {
			reason += ": " + strings.TrimSuffix(r.Reason, ".")
		}
		f.add(r.Code, reason)
	}
}

// closest is the official occupation nearest to a role without figures of its
// own, and the other way around.
func (m model) closest(f *found) {
	if m.role.Closest != "" {
		reason := "The closest occupation with figures of its own"
		if !m.role.Code.Official() {
			reason = "The closest official occupation"
		}
		f.add(m.role.Closest, reason)
	}
	for _, r := range m.library.Roles() {
		if r.Closest == m.role.Code {
			f.add(r.Code, "A role without figures of its own; this is the closest that has them")
		}
	}
}

// shared adds to each role that was found how much of the software it has in
// common with this one, and its family.
func (m model) shared(f *found) {
	for _, c := range f.order {
		r, ok := m.library.Whole(c)
		if !ok {
			continue
		}
		if m.role.Profile != nil && r.Profile != nil && len(m.role.Profile.Software) > 0 {
			if common := inCommon(m.role.Profile.Software, r.Profile.Software); len(common) > 0 {
				f.add(c, fmt.Sprintf("Uses %d of this role’s %d software products, such as %s",
					len(common), len(m.role.Profile.Software), strings.Join(common[:min(len(common), 3)], ", ")))
			}
		}
		if r.Family == m.role.Family && r.Family != nextrole.Beyond {
			f.add(c, "Same family: "+r.Family.Name())
		}
	}
}

// inCommon lists the tools that both have, those asked for most first.
func inCommon(mine, theirs []nextrole.Tool) []string {
	have := map[string]bool{}
	for _, t := range theirs {
		have[t.Name] = true
	}
	var common []nextrole.Tool
	for _, t := range mine {
		if have[t.Name] {
			common = append(common, t)
		}
	}
	weight := func(t nextrole.Tool) int {
		switch {
		case t.Demand:
			return 0
		case t.Hot:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(common, func(a, b nextrole.Tool) int { return cmp.Compare(weight(a), weight(b)) })
	names := make([]string, len(common))
	for i, t := range common {
		names[i] = t.Name
	}
	return names
}

func (m model) near(r nextrole.Role, reasons []string) near {
	n := near{code: r.Code, title: r.Title, reasons: reasons, zone: nextrole.ZoneNone, score: "not scored", pay: "no data"}
	if reading, ok := m.library.Reading(r.Code); ok && reading.Score != nil {
		n.zone, n.status, n.score = reading.Zone, reading.Status, nextrole.Score(aijri.Shown(*reading.Score))
	}
	if pay, ok := nextrole.Shown(r.Figures, nextrole.PayMedian); ok {
		n.pay = nextrole.Money(*pay.Value)
		n.payFrom = brief.AsOfFigure(m.library.Sources(), pay)
	}
	return n
}

// mostRank is how many related occupations O*NET lists.
const mostRank = 20

// chart is of the scored roles among those that O*NET relates to this one, the
// closest at the left; ok is false where there are less than two.
func (m model) chart() (c chart.Scatter, ok bool) {
	c.X = chart.Axis{Name: "Rank by O*NET, the closest at the left", Least: 0, Most: mostRank}
	if m.role.Profile == nil {
		return c, false
	}
	for _, rel := range m.role.Profile.Related {
		r, known := m.library.Role(rel.Code)
		reading, scored := m.library.Reading(rel.Code)
		if !known || !scored || reading.Score == nil || rel.Rank > mostRank {
			continue
		}
		p := chart.Point{
			Key: string(r.Code), Name: r.Title, X: float64(rel.Rank), Y: *reading.Score, Status: reading.Status,
			Tip: []string{fmt.Sprintf("Number %d of O*NET’s related occupations", rel.Rank)},
		}
		if pay, found := nextrole.Shown(r.Figures, nextrole.PayMedian); found && pay.Parent == "" {
			p.Size = pay.Value
		}
		c.Points = append(c.Points, p)
	}
	return c, len(c.Points) >= 2
}

// credit is the line that has to accompany the chart.
func (m model) credit() string {
	if m.role.Profile == nil {
		return ""
	}
	return m.library.Sources()[m.role.Profile.Source].Credit
}

// remark says what the list is, and what it is not.
func (m model) remark() string {
	return "Near means alike in work, by the source named. It says nothing about whether a move is open to you, or better."
}

func (m model) missing() (head, why string) {
	return "No related roles", "Neither O*NET nor an assessment in this library names a role near this one."
}
