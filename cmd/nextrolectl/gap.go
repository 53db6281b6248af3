package main

import (
	"fmt"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/transition"
)

// gap says what a move from one role to another changes, and what it takes.
func gap(s *session) error {
	from, to, err := s.twoRoles()
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
	var match transition.Match
	near, _ := m.Near(from.Code, transition.Equal)
	for _, one := range near {
		if one.Code == to.Code {
			match = one
		}
	}
	move := transition.MoveOf(from, to, match.Closeness, shown)
	g, _ := m.Gap(from.Code, to.Code)
	names, err := s.names()
	if err != nil {
		return err
	}
	if s.json {
		return s.writeJSON(gapJSON(move, match, g, names, len(near)))
	}
	fmt.Fprintf(s.out, "From %s, %s\nto   %s, %s\n\n", from.Code, from.Title, to.Code, to.Title)
	if match.Code != "" {
		word := string(match.Closeness)
		if move.Stretch {
			word = string(transition.Far)
		}
		paragraph(s.out, fmt.Sprintf("Fit %s: place %d of %d, closer than %s%% of all pairs; %s.", nextrole.Decimal(match.Fit, 2), match.Rank, len(near), percentile(match.Percentile), word), "")
	} else {
		paragraph(s.out, "How alike the two are cannot be computed: nothing that both have can be compared.", "")
	}
	for _, line := range move.Told(s.short) {
		paragraph(s.out, line, "")
	}
	fmt.Fprintln(s.out)
	s.counted("Work activities", g.Activities, names)
	s.counted("Software", g.Software, names)
	s.counted("Areas of knowledge that matter there", g.Knowledge, names)
	s.step("Typical entry education", g.Education)
	s.step("Job zone", g.JobZone)
	creds, err := s.library.Credentials()
	if err != nil {
		return err
	}
	var list []string
	for _, c := range creds {
		for _, r := range c.Roles {
			if r.Code == to.Code {
				list = append(list, c.Name)
			}
		}
	}
	if len(list) > 0 {
		paragraph(s.out, "Credentials that serve it: "+strings.Join(list, ", ")+". See nextrolectl credentials.", "")
	}
	paragraph(s.out, "This explains a move, and does not rank it.", "")
	return nil
}

// twoRoles are the roles that a move is between.
func (s *session) twoRoles() (from, to nextrole.Role, err error) {
	if from, err = s.role(s.args[0]); err != nil {
		return from, to, err
	}
	if to, err = s.role(s.args[1]); err == nil && from.Code == to.Code {
		err = fmt.Errorf("%s is one role, and a move is between two", from.Code)
	}
	return from, to, err
}

// shown returns the assessment that a role is shown with.
func (s *session) shown() (func(nextrole.Code) (aijri.Reading, bool), error) {
	chosen, err := s.library.Settings()
	if err != nil {
		return nil, err
	}
	readings := map[nextrole.Code]aijri.Reading{}
	for _, r := range s.roles {
		if reading, ok := aijri.Headline(r.Assessments, chosen.Shown[r.Code]); ok {
			readings[r.Code] = reading
		}
	}
	return func(c nextrole.Code) (aijri.Reading, bool) { r, ok := readings[c]; return r, ok }, nil
}

// names are what the ids of activities and areas of knowledge stand for.
func (s *session) names() (map[string]string, error) {
	names := map[string]string{}
	list, err := s.library.Imports()
	if err != nil {
		return nil, err
	}
	for _, i := range list {
		for _, part := range []string{"DWA Reference", "Tasks to DWAs", "Knowledge", "Content Model Reference"} {
			terms, err := s.library.Terms(i.Source.ID, part)
			if err != nil {
				return nil, err
			}
			for _, t := range terms {
				if names[t.ID] == "" {
					names[t.ID] = t.Name
				}
			}
		}
	}
	for _, r := range s.roles {
		if r.Profile == nil {
			continue
		}
		for _, e := range r.Profile.Knowledge {
			names[e.ID] = e.Name
		}
	}
	return names, nil
}

func named(id string, names map[string]string) string {
	if name := names[id]; name != "" {
		return strings.TrimSuffix(name, ".")
	}
	return id
}

// counted lists what is missing, with how much is there.
func (s *session) counted(what string, c *transition.Counted, names map[string]string) {
	const most = 12
	if c == nil {
		paragraph(s.out, what+": not known for both.", "")
		return
	}
	paragraph(s.out, fmt.Sprintf("%s: %d of %d are there.", what, c.Shared, c.Of), "")
	for i, one := range c.Missing {
		if i == most {
			fmt.Fprintf(s.out, "  … and %d more\n", len(c.Missing)-most)
			break
		}
		text := named(one.ID, names)
		switch {
		case one.Nearest != "":
			text += " (nearest: " + named(one.Nearest, names) + ")"
		case one.Need > 0:
			text += fmt.Sprintf(" (%s, and %s of 5 there)", nextrole.Decimal(one.Have, 1), nextrole.Decimal(one.Need, 1))
		case one.Hot:
			text += " (often asked for)"
		}
		indented(s.out, "  - ", text)
	}
}

func (s *session) step(what string, step *transition.Step) {
	switch {
	case step == nil:
		paragraph(s.out, what+": not known for both.", "")
	case step.From.Value == step.To.Value:
		paragraph(s.out, what+": "+step.To.Value+", as now ("+step.Origin(s.short)+").", "")
	default:
		paragraph(s.out, what+": "+step.From.Value+" to "+step.To.Value+" ("+step.Origin(s.short)+").", "")
	}
}

// countedJSON is what is there and what is missing, in JSON.
type countedJSON struct {
	Shared  int           `json:"shared"`
	Of      int           `json:"of"`
	Missing []missingJSON `json:"missing"`
}

type missingJSON struct {
	ID      string  `json:"id"`
	Name    string  `json:"name"`
	Nearest *string `json:"nearest,omitempty"`
	Near    float64 `json:"near,omitempty"`
	Have    float64 `json:"have,omitempty"`
	Need    float64 `json:"need,omitempty"`
}

func countedAs(c *transition.Counted, names map[string]string) *countedJSON {
	if c == nil {
		return nil
	}
	j := &countedJSON{Shared: c.Shared, Of: c.Of, Missing: []missingJSON{}}
	for _, one := range c.Missing {
		missing := missingJSON{ID: one.ID, Name: named(one.ID, names), Near: one.Near, Have: one.Have, Need: one.Need}
		if one.Nearest != "" {
			missing.Nearest = &one.Nearest
		}
		j.Missing = append(j.Missing, missing)
	}
	return j
}

func gapJSON(v transition.Move, match transition.Match, g transition.Gap, names map[string]string, of int) any {
	type pay struct {
		From    float64              `json:"from"`
		To      float64              `json:"to"`
		Period  nextrole.Period      `json:"period"`
		Sources [2]nextrole.SourceID `json:"sources"` // of the two
		Steep   bool                 `json:"belowThreeQuarters"`
	}
	type score struct {
		From       float64         `json:"from"`
		FromStatus nextrole.Status `json:"fromStatus"`
		To         float64         `json:"to"`
		ToStatus   nextrole.Status `json:"toStatus"`
		Higher     bool            `json:"higher"`
		OutsideRed bool            `json:"outsideRed"`
	}
	type step struct {
		From string `json:"from"`
		To   string `json:"to"`
	}
	stepped := func(s *transition.Step) *step {
		if s == nil {
			return nil
		}
		return &step{s.From.Value, s.To.Value}
	}
	out := struct {
		From       nextrole.Code    `json:"from"`
		To         nextrole.Code    `json:"to"`
		Fit        *float64         `json:"fit"`
		Rank       int              `json:"rank"`
		Of         int              `json:"of"`
		Stretch    bool             `json:"stretch"`
		Class      transition.Class `json:"class"`
		Pay        *pay             `json:"pay"`
		Score      *score           `json:"score"`
		ZoneStep   *int             `json:"zoneStep"`
		Activities *countedJSON     `json:"activities"`
		Software   *countedJSON     `json:"software"`
		Knowledge  *countedJSON     `json:"knowledge"`
		Education  *step            `json:"education"`
	}{
		From: v.From.Code, To: v.To.Code, Rank: match.Rank, Of: of, Stretch: v.Stretch, Class: v.Class, ZoneStep: v.ZoneStep,
		Activities: countedAs(g.Activities, names), Software: countedAs(g.Software, names), Knowledge: countedAs(g.Knowledge, names), Education: stepped(g.Education),
	}
	if match.Code != "" {
		out.Fit = &match.Fit
	}
	if p := v.Pay; p != nil {
		out.Pay = &pay{p.From, p.To, p.Period, p.Sources, p.Steep()}
	}
	if s := v.Score; s != nil {
		out.Score = &score{aijri.Shown(*s.From.Score), s.From.Status, aijri.Shown(*s.To.Score), s.To.Status, s.Higher(), s.OutsideRed()}
	}
	return out
}
