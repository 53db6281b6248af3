package main

import (
	"fmt"
	"io"
	"math"
	"strconv"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/method"
)

// scored is a score with what it is made of. Without inputs, only score, zone
// and status are known, and the rest is null.
type scored struct {
	TaskResistance *float64           `json:"taskResistance"`
	Evidence       *int               `json:"evidence"`
	Barriers       *int               `json:"barriers"`
	Growth         *int               `json:"growth"`
	Raw            *float64           `json:"raw"`
	Score          float64            `json:"score"`
	Zone           nextrole.Zone      `json:"zone"`
	Label          *nextrole.SubLabel `json:"label"`
	Clamped        *bool              `json:"clamped"`
	Split          *aijri.Split       `json:"split"`
	Share3Plus     *float64           `json:"share3plus"`
	Mean           *float64           `json:"mean"`
	SD             *float64           `json:"sd"`
	Likely         *[2]float64        `json:"likely"`
	Chance         *aijri.Chance      `json:"chance"`
	ToYellow       *float64           `json:"toYellow"`
	ToGreen        *float64           `json:"toGreen"`

	Status  nextrole.Status `json:"status,omitempty"`  // none for an assessment from a file
	Formula *float64        `json:"formula,omitempty"` // set where another score stands in its place

	*sensitivity // only where asked for
}

func scoredBy(r aijri.Result) *scored {
	return &scored{
		TaskResistance: &r.TaskResistance, Evidence: &r.Evidence, Barriers: &r.Barriers, Growth: &r.Growth,
		Raw: &r.Raw, Score: r.Score, Zone: r.Zone, Label: &r.Label, Clamped: &r.Clamped,
		Split: &r.Split, Share3Plus: &r.Share3Plus, Mean: &r.Mean, SD: &r.SD, Likely: &r.Likely, Chance: &r.Chance,
		ToYellow: r.ToYellow, ToGreen: r.ToGreen,
	}
}

// scoredAs returns the score of a reading that has one: the formula's with all
// its decimals where it agrees with the score shown, else beside that.
func scoredAs(r aijri.Reading) *scored {
	s := &scored{}
	if r.Result != nil {
		s = scoredBy(*r.Result)
		s.Label = &r.Label
	}
	if r.Result == nil || aijri.Shown(*r.Score) != aijri.Shown(s.Score) {
		if r.Result != nil {
			s.Formula = &r.Result.Score
		}
		s.Score = *r.Score
	}
	s.Zone, s.Status = r.Zone, r.Status
	return s
}

// score works through the score of a role or of a file.
func score(s *session) error {
	if s.file != "" {
		return scoreFile(s)
	}
	r, err := s.role(s.args[0])
	if err != nil {
		return err
	}
	reading, ok := s.headline(r)
	if reading.Result != nil {
		if err := s.respread(&reading); err != nil {
			return err
		}
	}
	if s.json {
		if !ok {
			return s.writeJSON(nil)
		}
		shown := scoredAs(reading)
		if s.sensitivity && reading.Result != nil {
			if shown.sensitivity, err = sensitivityOf(*reading.Assessment.Inputs, s.chance()); err != nil {
				return err
			}
		}
		return s.writeJSON(shown)
	}
	fmt.Fprintf(s.out, "%s\n%s\n\n", r.Title, r.Code)
	if !ok {
		fmt.Fprintln(s.out, unscored(reading))
		return nil
	}
	fmt.Fprintf(s.out, "%s\n%s\n", readingText(reading), s.origin(reading.Assessment))
	if reading.Formula != nil {
		fmt.Fprintf(s.out, "The formula gives %s. Why the assessor scores otherwise: %s\n",
			shown(reading.Formula), reading.Assessment.Override.Reason)
	}
	fmt.Fprintln(s.out)
	if reading.Result == nil {
		fmt.Fprintln(s.out, "It was published without its inputs: its range is unknown.")
	}
	return s.workThrough(r, reading)
}

// workThrough follows the score of a role back to its inputs or, where it was
// published without them, that of the editors' draft below it.
func (s *session) workThrough(r nextrole.Role, shown aijri.Reading) error {
	worked := aijri.Worked(r.Assessments, s.choices[r.Code])
	if worked.Result == nil {
		return nil
	}
	if worked.Assessment.Source != shown.Assessment.Source {
		fmt.Fprintln(s.out, "Below is our draft of the same role, with its own ratings and its own score.")
		fmt.Fprintf(s.out, "It was not fitted to the published one.\n\n%s\n%s\n\n", readingText(worked), s.origin(worked.Assessment))
	}
	if err := s.respread(&worked); err != nil {
		return err
	}
	if err := s.workOut(*worked.Assessment.Inputs, *worked.Result); err != nil {
		return err
	}
	if worked.Status != nextrole.Draft {
		return nil
	}
	roles, err := s.library.Roles()
	if err != nil {
		return err
	}
	if text := method.Apart(aijri.Calibrate(roles)); text != "" {
		fmt.Fprintln(s.out)
		paragraph(s.out, text, "")
	}
	return nil
}

func checkSubject(o options, args []string) error {
	switch {
	case o.file != "" && len(args) > 0:
		return badUse("score takes a code or --file, not both")
	case o.file == "" && len(args) == 0:
		return badUse("score needs a code or --file")
	}
	if o.p != "" {
		if p, err := strconv.ParseFloat(o.p, 64); err != nil || !(p >= 0 && p <= 0.5) {
			return badUse("--p is a chance from 0 to 0.5, and %q is none", o.p)
		}
	}
	return nil
}

// chance is the chance, each way, that a rater differs by a step.
func (s *session) chance() float64 {
	if p, err := strconv.ParseFloat(s.p, 64); err == nil { // checkSubject has seen it
		return p
	}
	return aijri.DefaultP
}

// respread takes the spread of a reading at the chance that was asked for.
func (s *session) respread(r *aijri.Reading) error {
	result, err := aijri.ScoreAt(*r.Assessment.Inputs, s.chance())
	r.Result = &result
	return err
}

func scoreFile(s *session) error {
	in, err := readInputs(s.file, s.stdin)
	if err != nil {
		return err
	}
	result, err := aijri.ScoreAt(in, s.chance())
	if err != nil {
		return err
	}
	if s.json {
		shown := scoredBy(result)
		if s.sensitivity {
			if shown.sensitivity, err = sensitivityOf(in, s.chance()); err != nil {
				return err
			}
		}
		return s.writeJSON(shown)
	}
	fmt.Fprintf(s.out, "AIJRI %s, %s\n\n", nextrole.Score(result.Score), zoneText(result.Score, result.Zone, result.Label))
	return s.workOut(in, result)
}

// workOut follows a score back to its inputs, and says what moves it if asked.
func (s *session) workOut(in nextrole.Inputs, r aijri.Result) error {
	workThrough(s.out, r)
	if !s.sensitivity {
		return nil
	}
	return writeSensitivity(s.out, in, r, s.chance())
}

// workThrough follows a score back to its inputs.
func workThrough(to io.Writer, r aijri.Result) {
	table{
		{"Task resistance", nextrole.Decimal(r.TaskResistance, 2), "6 less the mean score of the tasks by time"},
		{"Evidence", "× " + nextrole.Decimal(aijri.EvidenceFactor(r.Evidence), 2), "ratings total " + signed(r.Evidence)},
		{"Barriers", "× " + nextrole.Decimal(aijri.BarrierFactor(r.Barriers), 2), "ratings total " + signed(r.Barriers)},
		{"AI growth", "× " + nextrole.Decimal(aijri.GrowthFactor(r.Growth), 2), "rating " + signed(r.Growth)},
		{"Product", "= " + nextrole.Decimal(r.Raw, 4)},
		{"Score", "= " + nextrole.Score(r.Score), "(product − 0.54) ÷ 7.93 × 100" + clamped(r)},
	}.write(to)
	fmt.Fprintf(to, "\nTime: %s displaced, %s augmented, %s not involved; %s in tasks that score 3 or more.\n",
		nextrole.Percent(r.Split.Disp), nextrole.Percent(r.Split.Aug), nextrole.Percent(r.Split.Not), nextrole.Percent(r.Share3Plus))
	fmt.Fprintf(to, "If raters differ: likely %s–%s; chance of Red %s, Yellow %s, Green %s.\n",
		nextrole.Score(r.Likely[0]), nextrole.Score(r.Likely[1]), nextrole.Chance(r.Chance.Red), nextrole.Chance(r.Chance.Yellow), nextrole.Chance(r.Chance.Green))
	fmt.Fprintln(to, "This range is NextRole's own model and no part of AIJRI.")
	if r.Zone != nextrole.Red {
		fmt.Fprintf(to, "%s is by our best knowledge of the published method, which we could not confirm.\n", r.Label)
	}
	if r.Zone == nextrole.Red {
		reaches(to, "Yellow", r.ToYellow)
	}
	if r.Zone != nextrole.Green {
		reaches(to, "Green", r.ToGreen)
	}
}

func clamped(r aijri.Result) string {
	if r.Clamped {
		return ", which ends at 100"
	}
	return ""
}

// reaches tells the task resistance a zone needs, rounded up so that what is
// shown does reach it.
func reaches(to io.Writer, zone string, needed *float64) {
	if needed == nil {
		fmt.Fprintf(to, "%s: no task mix reaches it.\n", zone)
		return
	}
	fmt.Fprintf(to, "%s needs a task resistance of %.2f.\n", zone, math.Ceil(*needed*100-1e-9)/100)
}

// readingText returns a score in words, with whose it is.
func readingText(r aijri.Reading) string {
	return fmt.Sprintf("AIJRI %s, %s; %s", shown(r.Score), zoneText(*r.Score, r.Zone, r.Label), r.Status.Name())
}

func zoneText(score float64, zone nextrole.Zone, label nextrole.SubLabel) string {
	text := zone.Name()
	if label != "" {
		text += " (" + string(label) + ")"
	}
	text += ", " + zone.Plain()
	if aijri.AtBoundary(score) {
		text += ", at the boundary"
	}
	return text
}

// unscored says why there is no score.
func unscored(r aijri.Reading) string {
	if r.Problem != nil {
		return fmt.Sprintf("Not scored: the assessment is incomplete (%v).", r.Problem)
	}
	return "Not scored: the library has no AIJRI assessment of this role."
}

// origin says who assessed, when, and where it is from.
func (s *session) origin(a nextrole.Assessment) string {
	date := "undated"
	if a.Date != "" {
		date = nextrole.Date(a.Date)
	}
	return fmt.Sprintf("%s, %s. Source: %s.", a.Author, date, s.short(a.Source))
}
