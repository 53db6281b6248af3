package main

import (
	"fmt"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// described is a role with everything the library knows about it.
type described struct {
	Code        nextrole.Code            `json:"code"`
	Title       string                   `json:"title"`
	Family      nextrole.Family          `json:"family"`
	Summary     string                   `json:"summary"`
	AltTitles   []string                 `json:"altTitles"`
	Tasks       []nextrole.TaskStatement `json:"tasks"`
	Setting     *nextrole.Clause         `json:"setting"`
	Skills      *nextrole.Listing        `json:"skills"` // the editors', where O*NET has none; so are the next two
	Tools       *nextrole.Listing        `json:"tools"`
	Interests   *nextrole.Listing        `json:"interests"`
	Paths       []nextrole.Clause        `json:"paths"`
	Qualities   []nextrole.Clause        `json:"qualities"`
	Advancement *nextrole.Clause         `json:"advancement"`
	Mistaken    []nextrole.Pointer       `json:"mistaken"` // the roles it gets taken for
	Related     []nextrole.Pointer       `json:"related"`  // in the editors' view
	Closest     *nextrole.Code           `json:"closest"`  // the official occupation nearest to a role without one
	Education   *nextrole.Fact           `json:"education"`
	Experience  *nextrole.Fact           `json:"experience"`
	Training    *nextrole.Fact           `json:"training"`
	JobZone     *nextrole.Fact           `json:"jobZone"`
	Exposure    *nextrole.Fact           `json:"exposure"`
	Figures     []nextrole.Figure        `json:"figures"`
	Profile     *nextrole.Profile        `json:"profile"`     // null where the library has none
	Credentials []nextrole.Credential    `json:"credentials"` // those that serve the role
	Assessments []assessed               `json:"assessments"`
	Score       *scored                  `json:"score"`
}

// assessed is one assessment of a role. One without inputs has no tasks and
// null ratings.
type assessed struct {
	Author   string                  `json:"author"`
	Status   nextrole.Status         `json:"status"`
	Date     *string                 `json:"date"` // null where the source is undated
	Source   nextrole.SourceID       `json:"source"`
	Score    *float64                `json:"score"`
	Zone     nextrole.Zone           `json:"zone"`
	Tasks    []nextrole.AssessedTask `json:"tasks"`
	Evidence *[5]nextrole.Rating     `json:"evidence"`
	Barriers *[5]nextrole.Rating     `json:"barriers"`
	Growth   *nextrole.Rating        `json:"growth"`

	Principles *[3]nextrole.Rating `json:"principles"`
	Override   *nextrole.Override  `json:"override"`
	Seniority  string              `json:"seniority,omitempty"`
	Account    *nextrole.Account   `json:"account,omitempty"`
}

// role describes one role.
func role(s *session) error {
	r, err := s.role(s.args[0])
	if err != nil {
		return err
	}
	credentials, err := s.credentials(r.Code)
	if err != nil {
		return err
	}
	if s.json {
		return s.writeJSON(s.describe(r, credentials))
	}
	s.writeRole(r)
	s.writeProfile(r)
	s.writeCredentials(credentials)
	return nil
}

func (s *session) describe(r nextrole.Role, credentials []nextrole.Credential) described {
	d := described{
		Code: r.Code, Title: r.Title, Family: r.Family, Summary: r.Summary,
		AltTitles: r.Titles(), Tasks: list(r.Tasks),
		Setting: r.Setting, Skills: r.Skills, Tools: r.Tools, Interests: r.Interests,
		Paths: list(r.Paths), Qualities: list(r.Qualities), Advancement: r.Advancement,
		Mistaken: list(r.Mistaken), Related: list(r.Related),
		Education: r.Education, Experience: r.Experience, Training: r.Training, JobZone: r.JobZone, Exposure: r.Exposure,
		Figures: list(r.Figures), Profile: r.Profile, Credentials: list(credentials), Assessments: []assessed{},
	}
	if r.Closest != "" {
		d.Closest = &r.Closest
	}
	for _, a := range r.Assessments {
		d.Assessments = append(d.Assessments, describeAssessment(a))
	}
	if reading, ok := s.headline(r); ok {
		d.Score = scoredAs(reading)
	}
	return d
}

func describeAssessment(a nextrole.Assessment) assessed {
	reading := aijri.Read(a)
	d := assessed{
		Author: a.Author, Status: a.Status, Source: a.Source, Score: reading.Score, Zone: reading.Zone,
		Tasks: []nextrole.AssessedTask{}, Principles: a.Principles, Override: a.Override,
		Seniority: a.Seniority, Account: a.Account,
	}
	if a.Date != "" {
		d.Date = &a.Date
	}
	if in := a.Inputs; in != nil {
		d.Tasks, d.Evidence, d.Barriers, d.Growth = list(in.Tasks), &in.Evidence, &in.Barriers, &in.Growth
	}
	return d
}

// list returns a list that is written as [] rather than null.
func list[T any](of []T) []T {
	if of == nil {
		return []T{}
	}
	return of
}

func (s *session) writeRole(r nextrole.Role) {
	fmt.Fprintf(s.out, "%s\n%s · %s\n\n", r.Title, r.Code, r.Family.Name())
	paragraph(s.out, r.Summary, "")
	if len(r.AltTitles) > 0 {
		fmt.Fprintln(s.out)
		paragraph(s.out, "Also called: "+strings.Join(r.Titles(), ", "), "  ")
	}
	if r.Closest != "" {
		fmt.Fprintf(s.out, "\nNo official code is its own. The closest is %s; no figure is taken from it.\n", r.Closest)
	}
	s.writeScores(r)
	if len(r.Tasks) > 0 {
		fmt.Fprintln(s.out, "\nTasks")
		for _, t := range r.Tasks {
			paragraph(s.out, fmt.Sprintf("- %s [%s]", t.Text, s.short(t.Source)), "  ")
		}
	}
	s.writeWords(r)
	s.writeFigures(r)
	s.writeFacts(r)
}

// writeWords tells what is told of the role in sentences, and what it is not.
func (s *session) writeWords(r nextrole.Role) {
	name := ""
	for _, n := range r.Clauses() {
		if n.Name != name {
			name = n.Name
			fmt.Fprintf(s.out, "\n%s\n", name)
		}
		paragraph(s.out, fmt.Sprintf("- %s [%s]", n.Clause.Text, s.short(n.Clause.Source)), "  ")
	}
	for _, l := range r.Listings() {
		if l.Listing != nil {
			fmt.Fprintf(s.out, "\n%s, not rated [%s]\n", strings.ToUpper(l.Field[:1])+l.Field[1:], s.short(l.Listing.Source))
			paragraph(s.out, strings.Join(l.Listing.Names, ", "), "  ")
		}
	}
	s.writePointers("Not the same as", r.Mistaken)
	s.writePointers("Near it, in the editors’ view", r.Related)
}

func (s *session) writePointers(name string, list []nextrole.Pointer) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintf(s.out, "\n%s\n", name)
	for _, p := range list {
		paragraph(s.out, fmt.Sprintf("- %s: %s", p.Code, p.Reason), "  ")
	}
}

func (s *session) writeScores(r nextrole.Role) {
	reading, ok := s.headline(r)
	if !ok {
		fmt.Fprintf(s.out, "\n%s\n", unscored(reading))
	} else {
		fmt.Fprintf(s.out, "\n%s\n", readingText(reading))
		fmt.Fprintln(s.out, "Higher is harder to automate. It describes the typical job, and is no forecast.")
	}
	for _, other := range aijri.Others(r.Assessments, s.choices[r.Code]) {
		if other.Score != nil {
			fmt.Fprintf(s.out, "Another assessment: %s\n", readingText(other))
		}
	}
}

func (s *session) writeFigures(r nextrole.Role) {
	if len(r.Figures) == 0 {
		return
	}
	fmt.Fprintln(s.out, "\nFigures")
	var t table
	for _, f := range r.Figures {
		t = append(t, []string{"  " + kindName(f.Kind), amount(f), f.Period.String() + ", " + f.Place, s.short(f.Source), group(f.Parent), remark(f)})
	}
	t.write(s.out)
}

// remark says what else narrows a figure: figures of one industry would
// otherwise read like the occupation's.
func remark(f nextrole.Figure) string {
	if f.Industry == "" {
		return f.Note
	}
	return strings.TrimSuffix("industry: "+f.Industry+"; "+f.Note, "; ")
}

func (s *session) writeFacts(r nextrole.Role) {
	facts := []struct {
		name string
		fact *nextrole.Fact
	}{
		{"Entry education", r.Education},
		{"Experience", r.Experience},
		{"Training on the job", r.Training},
		{"O*NET job zone", r.JobZone},
		{"BLS AI exposure (high is exposed)", r.Exposure},
	}
	var t table
	for _, f := range facts {
		if f.fact != nil {
			t = append(t, []string{"  " + f.name, f.fact.Value, f.fact.Period.String(), s.short(f.fact.Source), group(f.fact.Parent)})
		}
	}
	if len(t) > 0 {
		fmt.Fprintln(s.out, "\nEntry and exposure")
		t.write(s.out)
	}
}

// short returns a source's as-of label.
func (s *session) short(id nextrole.SourceID) string {
	if source, ok := s.sources[id]; ok {
		return source.Short
	}
	return string(id)
}

// group marks what belongs to a wider group of occupations.
func group(parent nextrole.SOC) string {
	if parent == "" {
		return ""
	}
	return "group " + string(parent)
}

func kindName(k nextrole.Kind) string {
	switch k {
	case nextrole.PayP10:
		return "Pay, 10th percentile"
	case nextrole.PayP25:
		return "Pay, 25th percentile"
	case nextrole.PayMedian:
		return "Pay, median"
	case nextrole.PayP75:
		return "Pay, 75th percentile"
	case nextrole.PayP90:
		return "Pay, 90th percentile"
	case nextrole.Employment:
		return "Jobs"
	case nextrole.Growth:
		return "Growth"
	case nextrole.Openings:
		return "Openings"
	case nextrole.IndustryShare:
		return "Share of jobs"
	}
	return "Exposure index " + strings.TrimPrefix(string(k), "exposure.")
}

// amount returns a figure's value with its unit.
func amount(f nextrole.Figure) string {
	if f.Value == nil {
		return "not given"
	}
	switch v := *f.Value; f.Unit {
	case "USD/year":
		return nextrole.Money(v) + " a year"
	case "percent":
		return nextrole.Decimal(v, 1) + "%"
	case "jobs":
		return nextrole.Count(v)
	case "jobs/year":
		return nextrole.Count(v) + " a year"
	default:
		return strconv.FormatFloat(v, 'f', -1, 64) + " " + f.Unit
	}
}
