package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/internal/credential"
)

// listCredentials says which credentials a person may sit for now, next and later.
func listCredentials(s *session) error {
	all, err := s.library.Credentials()
	if err != nil {
		return err
	}
	p, err := s.person(all)
	if err != nil {
		return err
	}
	options := credential.Plan(p, all)
	var held []nextrole.Credential
	for _, o := range options {
		if o.Stage == credential.Held {
			held = append(held, o.Credential)
		}
	}
	loads := credential.Loads(held)
	sources, err := s.library.Sources()
	if err != nil {
		return err
	}
	if s.json {
		return s.writeJSON(credentialsJSON(options, loads))
	}
	for _, stage := range credential.Stages() {
		begun := false
		for _, o := range options {
			if o.Stage != stage {
				continue
			}
			if !begun {
				fmt.Fprintf(s.out, "%s\n", stageTitle(stage))
				begun = true
			}
			s.option(o, sources)
		}
		if begun {
			fmt.Fprintln(s.out)
		}
	}
	for _, l := range loads {
		paragraph(s.out, loadText(l), "")
	}
	paragraph(s.out, "Rules change: ask the body that grants a credential before you pay for anything.", "")
	return nil
}

// stageTitle heads the credentials of a stage.
func stageTitle(s credential.Stage) string {
	switch s {
	case credential.Held:
		return "You hold"
	case credential.Now:
		return "You may sit for now"
	case credential.NowIf:
		return "You may sit for now, if"
	case credential.Next:
		return "Next: after a credential you can have now, or after more years of work"
	case credential.Later:
		return "Later: after more education, or after a credential that is further away"
	}
	return "Not known: no source here tells who may sit for it"
}

func (s *session) option(o credential.Option, sources map[nextrole.SourceID]nextrole.Source) {
	c := o.Credential
	indented(s.out, "  ", c.Name+", "+c.Title+" ("+c.Body+")")
	if o.Stage == credential.Held {
		return
	}
	if o.Stage == credential.Now && len(o.Needs) == 0 {
		indented(s.out, "    ", "Nothing is asked for")
	}
	for _, n := range o.Needs {
		mark := map[credential.State]string{credential.Met: "you have it", credential.Unsure: "to check", credential.Unmet: "missing"}[n.State]
		indented(s.out, "    ", n.What+": "+mark)
	}
	if o.Others > 0 {
		indented(s.out, "    ", "All ways: "+c.Eligibility.Text)
	}
	fee := "Fee: not known"
	if f := c.Fee; f != nil {
		fee = fmt.Sprintf("Fee: $%s for members of %s, $%s for others (%s, %s)",
			nextrole.Count(f.Members), c.Body, nextrole.Count(f.Others), f.Period, sources[f.Source].Short)
	}
	indented(s.out, "    ", fee)
}

// loadText says what keeping the credentials of a body takes.
func loadText(l credential.Load) string {
	if len(l.Names) == 0 {
		return "Keeping " + strings.Join(l.Unknown, ", ") + ": how much that takes is not known here."
	}
	within := " for each renewal"
	if l.Years != nil {
		within = " every " + nextrole.Decimal(*l.Years, 0) + " years"
	}
	text := fmt.Sprintf("Keeping %s: %s units or hours of continuing education%s", strings.Join(l.Names, ", "), nextrole.Decimal(l.Units, 0), within)
	switch {
	case l.Capped:
		text += ", the most that " + l.Body + " asks for"
	case l.Stacked:
		text += ", by " + l.Body + "’s rule for several"
	}
	text += "."
	if len(l.Unknown) > 0 {
		text += " Not counted, since it is not known here: " + strings.Join(l.Unknown, ", ") + "."
	}
	return text
}

// person is what the flags say somebody brings.
func (s *session) person(all []nextrole.Credential) (credential.Person, error) {
	p := credential.Person{Experience: map[string]float64{}}
	if s.education != "" {
		level, ok := credential.Level(s.education)
		if !ok {
			return p, badUse("--education takes one of: %s; not %q", strings.Join(credential.Levels, "; "), s.education)
		}
		p.Education = level
	}
	for _, name := range split(s.hold) {
		i := slices.IndexFunc(all, func(c nextrole.Credential) bool { return called(c, name) })
		if i < 0 {
			return p, badUse("there is no credential %q here; nextrolectl credentials lists them", name)
		}
		p.Held = append(p.Held, all[i].ID)
	}
	for _, body := range split(s.program) {
		p.Programs = append(p.Programs, strings.ToUpper(body))
	}
	for _, one := range split(s.years) {
		work, years, err := worked(one, all)
		if err != nil {
			return p, err
		}
		p.Experience[work] = years
	}
	return p, nil
}

// called reports whether a credential has a name, or had it once.
func called(c nextrole.Credential, name string) bool {
	return strings.EqualFold(c.ID, name) || strings.EqualFold(c.Name, name) ||
		slices.ContainsFunc(c.Was, func(w nextrole.AltTitle) bool { return strings.EqualFold(w.Title, name) })
}

// worked reads "cancer registry work=2": years of a kind of work that a route names.
func worked(one string, all []nextrole.Credential) (work string, years float64, err error) {
	name, number, _ := strings.Cut(one, "=")
	years, err = strconv.ParseFloat(strings.TrimSpace(number), 64)
	if err != nil || !(years >= 0 && years <= 80) {
		return "", 0, badUse("--years takes a kind of work and a number, as \"cancer registry work=2\"; not %q", one)
	}
	var known []string
	for _, c := range all {
		for _, r := range c.Routes {
			if r.Experience == "" || slices.Contains(known, r.Experience) {
				continue
			}
			known = append(known, r.Experience)
			if strings.EqualFold(r.Experience, strings.TrimSpace(name)) {
				return r.Experience, years, nil
			}
		}
	}
	return "", 0, badUse("no credential here asks for %q; they ask for: %s", strings.TrimSpace(name), strings.Join(known, "; "))
}

// split returns what stands between commas.
func split(list string) []string {
	var parts []string
	for one := range strings.SplitSeq(list, ",") {
		if one = strings.TrimSpace(one); one != "" {
			parts = append(parts, one)
		}
	}
	return parts
}

// optionJSON is a credential in JSON.
type optionJSON struct {
	ID    string            `json:"id"`
	Name  string            `json:"name"`
	Title string            `json:"title"`
	Body  string            `json:"body"`
	Stage credential.Stage  `json:"stage"`
	Needs []credential.Need `json:"needs"`
	Fee   *nextrole.Fee     `json:"fee"`
}

func credentialsJSON(options []credential.Option, loads []credential.Load) any {
	list := []optionJSON{}
	for _, o := range options {
		c := o.Credential
		needs := o.Needs
		if needs == nil {
			needs = []credential.Need{}
		}
		list = append(list, optionJSON{c.ID, c.Name, c.Title, c.Body, o.Stage, needs, c.Fee})
	}
	if loads == nil {
		loads = []credential.Load{}
	}
	return struct {
		Credentials []optionJSON      `json:"credentials"`
		Keeping     []credential.Load `json:"keeping"`
	}{list, loads}
}
