package method

import (
	"fmt"
	"math"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// Example is a score worked through.
type Example struct {
	Code   nextrole.Code   `json:"code"`
	Title  string          `json:"title"`
	Status nextrole.Status `json:"status"`
	Result aijri.Result    `json:"result"`

	// Up is the one step of one rating that raises the score most; nil where
	// every rating is at its best end.
	Up *Move `json:"up"`

	inputs nextrole.Inputs
	shown  float64 // the score as printed, where that is not the formula's
}

// Move is a rating changed by one step, and the score that it leads to.
type Move struct {
	What  string  `json:"what"`
	From  int     `json:"from"`
	To    int     `json:"to"`
	Score float64 `json:"score"`
}

// exampleOf works through [ExampleRole], or else the first role that is shown
// with a score whose ratings are known.
func exampleOf(roles []nextrole.Role) *Example {
	var first *Example
	for _, r := range roles {
		reading, ok := aijri.Headline(r.Assessments, "")
		if !ok || reading.Result == nil {
			continue
		}
		e := &Example{
			Code: r.Code, Title: r.Title, Status: reading.Status, Result: *reading.Result,
			inputs: *reading.Assessment.Inputs, shown: *reading.Score,
		}
		if r.Code == ExampleRole {
			first = e
			break
		}
		if first == nil {
			first = e
		}
	}
	if first != nil {
		first.Up = bestStep(first.inputs)
	}
	return first
}

// bestStep returns the one step that raises the score most.
func bestStep(in nextrole.Inputs) *Move {
	swings, err := aijri.Sensitivity(in, 0)
	if err != nil {
		return nil
	}
	var best *Move
	for _, s := range swings {
		up, to := s.Up, s.Value+s.Input.Better()
		if s.Input.Better() < 0 {
			up = s.Down
		}
		if up != nil && (best == nil || *up > best.Score) {
			best = &Move{named(in, s.Input), s.Value, to, *up}
		}
	}
	return best
}

// named is an input within a sentence.
func named(in nextrole.Inputs, i aijri.Input) string {
	switch i.Group {
	case aijri.Tasks:
		return "task “" + within(in.Tasks[i.Index]) + "”"
	case aijri.Evidence:
		return "evidence “" + i.Name(in) + "”"
	case aijri.Barriers:
		return "barrier “" + i.Name(in) + "”"
	}
	return i.Name(in)
}

// within is a task's name within a sentence: O*NET ends its statements with a
// period.
func within(t nextrole.AssessedTask) string { return strings.TrimSuffix(t.Brief(), ".") }

// working is the sum, factor by factor.
func (e *Example) working() *Table {
	r := e.Result
	signed := func(v int) string { return nextrole.Signed(float64(v), 0) }
	t := table("Step", "Working", "Gives")
	for i, task := range e.inputs.Tasks {
		name := ""
		if i == 0 {
			name = "Tasks: share × score"
		}
		t.add(name, fmt.Sprintf("%s × %d, %s", task.Share, task.Score, task.Brief()), nextrole.Decimal(task.Share.Percent()*float64(task.Score)/100, 2))
	}
	t.add("Task resistance", "6 − "+precise(6-r.TaskResistance), nextrole.Decimal(r.TaskResistance, 2))
	t.add("Evidence", fmt.Sprintf("%s; 1 + 0.04 × (%s)", ratings(e.inputs.Evidence, signed), signed(r.Evidence)), "× "+nextrole.Decimal(aijri.EvidenceFactor(r.Evidence), 2))
	t.add("Barriers", fmt.Sprintf("%s; 1 + 0.02 × %d", ratings(e.inputs.Barriers, func(v int) string { return nextrole.Decimal(float64(v), 0) }), r.Barriers),
		"× "+nextrole.Decimal(aijri.BarrierFactor(r.Barriers), 2))
	t.add("AI growth link", fmt.Sprintf("1 + 0.05 × (%s)", signed(r.Growth)), "× "+nextrole.Decimal(aijri.GrowthFactor(r.Growth), 2))
	t.add("Product", strings.Join([]string{
		precise(r.TaskResistance), nextrole.Decimal(aijri.EvidenceFactor(r.Evidence), 2),
		nextrole.Decimal(aijri.BarrierFactor(r.Barriers), 2), nextrole.Decimal(aijri.GrowthFactor(r.Growth), 2),
	}, " × "), nextrole.Decimal(r.Raw, 4))
	t.add("Score", fmt.Sprintf("(%s − 0.54) ÷ 7.93 × 100", nextrole.Decimal(r.Raw, 4)), nextrole.Score(aijri.Shown(r.Score))+", "+r.Zone.Name())
	return t
}

// after says what the sum leaves to say.
func (e *Example) after() []Block {
	r := e.Result
	list := []Block{paragraph(fmt.Sprintf("Of the time, %s is in displaced tasks, %s in augmented ones and %s in tasks without AI; %s is in tasks that score 3 or more.",
		nextrole.Percent(r.Split.Disp), nextrole.Percent(r.Split.Aug), nextrole.Percent(r.Split.Not), nextrole.Percent(r.Share3Plus)))}
	if aijri.Shown(e.shown) != aijri.Shown(r.Score) {
		list = append(list, paragraph(fmt.Sprintf("The score shown for this role is %s, which is its assessor’s and not the formula’s.", nextrole.Score(aijri.Shown(e.shown)))))
	}
	return append(list, e.counters()...)
}

// counters are the scores that dated counter-evidence would give.
func (e *Example) counters() []Block {
	var list []Block
	add := func(name string, rating nextrole.Rating, change func(*nextrole.Inputs, int)) {
		for _, c := range rating.Counter {
			changed := e.inputs
			change(&changed, c.Value)
			if r, err := aijri.Score(changed); err == nil {
				list = append(list, paragraph(fmt.Sprintf("A fact speaks for another rating of “%s”, %d instead of %d, which would give %s: %s",
					name, c.Value, rating.Value, nextrole.Score(aijri.Shown(r.Score)), c.Fact)))
			}
		}
	}
	for i := range e.inputs.Evidence {
		add(nextrole.EvidenceName(i), e.inputs.Evidence[i], func(c *nextrole.Inputs, v int) { c.Evidence[i].Value = v })
		add(nextrole.BarrierName(i), e.inputs.Barriers[i], func(c *nextrole.Inputs, v int) { c.Barriers[i].Value = v })
	}
	add("AI growth link", e.inputs.Growth, func(c *nextrole.Inputs, v int) { c.Growth.Value = v })
	return list
}

// needs says what task resistance the zones above would take.
func (e *Example) needs() string {
	r := e.Result
	var parts []string
	add := func(z nextrole.Zone, least *float64) {
		if least == nil {
			parts = append(parts, z.Name()+" would need more than 5, the most there is, so no change of tasks reaches it")
			return
		}
		parts = append(parts, fmt.Sprintf("%s needs %s", z.Name(), nextrole.Decimal(math.Ceil(*least*100-1e-9)/100, 2)))
	}
	switch r.Zone {
	case nextrole.Red:
		add(nextrole.Yellow, r.ToYellow)
		add(nextrole.Green, r.ToGreen)
	case nextrole.Yellow:
		add(nextrole.Green, r.ToGreen)
	default:
		return ""
	}
	return fmt.Sprintf("In the example, with all else as it is: task resistance is %s; %s.", precise(r.TaskResistance), strings.Join(parts, "; "))
}

// reaches are the smallest changes that would bring the score into other zones.
func (e *Example) reaches() []string {
	targets, err := aijri.Tip(e.inputs)
	if err != nil {
		return nil
	}
	var list []string
	for _, target := range targets {
		reach := ReachOf(e.inputs, target, e.Result.Zone, 40)
		for _, line := range reach.Lines {
			text := line.Text
			if line.Way != nil {
				text += " Score: " + nextrole.Score(line.Way.Score) + "."
			}
			list = append(list, target.Zone.Name()+": "+text)
		}
	}
	return list
}

// sure is the range of the example.
func (e *Example) sure() string {
	r := e.Result
	return fmt.Sprintf("In the example: score %s, range %s–%s, mean %s, standard deviation %s; chance of Red %s, Yellow %s, Green %s.",
		nextrole.Score(aijri.Shown(r.Score)), nextrole.Score(aijri.Shown(r.Likely[0])), nextrole.Score(aijri.Shown(r.Likely[1])),
		nextrole.Decimal(r.Mean, 2), nextrole.Decimal(r.SD, 2), nextrole.Chance(r.Chance.Red), nextrole.Chance(r.Chance.Yellow), nextrole.Chance(r.Chance.Green))
}

func ratings(list [5]nextrole.Rating, write func(int) string) string {
	words := make([]string, len(list))
	for i, r := range list {
		words[i] = write(r.Value)
	}
	return strings.Join(words, ", ")
}

// precise is a number to four decimals, without zeros beyond the second, so
// that the sum comes out as written.
func precise(v float64) string {
	s := nextrole.Decimal(v, 4)
	for range 2 {
		s = strings.TrimSuffix(s, "0")
	}
	return s
}
