package assess

import (
	"fmt"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// Difference is one thing in which two assessments differ.
type Difference struct {
	What string `json:"what"` // "Task “Coding”: score"
	From string `json:"from"` // empty where it is not there
	To   string `json:"to"`
}

// Diff returns what changes from a to b, in the order of the formula. Tasks are
// told by their names, so that one that was renamed is another.
func Diff(a, b nextrole.Assessment) []Difference {
	d := &differences{}
	d.add("Score", scoreText(a), scoreText(b))
	d.add("Author", a.Author, b.Author)
	d.add("Date", a.Date, b.Date)
	d.add("Status", a.Status.Name(), b.Status.Name())
	d.add("Stage", string(a.Stage), string(b.Stage))
	d.add("Seniority", a.Seniority, b.Seniority)
	x, y := inputs(a), inputs(b)
	d.tasks(x.Tasks, y.Tasks)
	d.ratings(x.Evidence[:], y.Evidence[:], nextrole.EvidenceName, true)
	d.ratings(x.Barriers[:], y.Barriers[:], nextrole.BarrierName, false)
	d.rating("AI growth link", x.Growth, y.Growth, true)
	d.principles(a.Principles, b.Principles)
	d.add("Assessor’s score", override(a), override(b))
	return d.list
}

type differences struct{ list []Difference }

func (d *differences) add(what, from, to string) {
	if from != to {
		d.list = append(d.list, Difference{what, from, to})
	}
}

func inputs(a nextrole.Assessment) nextrole.Inputs {
	if a.Inputs == nil {
		return nextrole.Inputs{}
	}
	return *a.Inputs
}

func scoreText(a nextrole.Assessment) string {
	r := aijri.Read(a)
	if r.Score == nil {
		return "no score"
	}
	return nextrole.Score(aijri.Shown(*r.Score)) + ", " + r.Zone.Name()
}

func override(a nextrole.Assessment) string {
	if a.Override == nil {
		return ""
	}
	return nextrole.Score(a.Override.Score) + ": " + a.Override.Reason
}

// tasks pairs tasks of one name, the first with the first.
func (d *differences) tasks(a, b []nextrole.AssessedTask) {
	paired := make([]bool, len(b))
	for _, t := range a {
		at := -1
		for j, u := range b {
			if !paired[j] && u.Name == t.Name {
				at = j
				break
			}
		}
		what := "Task “" + t.Brief() + "”"
		if at < 0 {
			d.add(what, taskText(t), "")
			continue
		}
		paired[at] = true
		u := b[at]
		d.add(what+": short name", t.Short, u.Short)
		d.add(what+": share", t.Share.String(), u.Share.String())
		d.add(what+": score", fmt.Sprint(t.Score), fmt.Sprint(u.Score))
		d.add(what+": label", string(t.Label), string(u.Label))
		d.add(what+": rationale", t.Rationale, u.Rationale)
		d.add(what+": counter-evidence", counters(t.Counter, strconv.Itoa), counters(u.Counter, strconv.Itoa))
	}
	for j, u := range b {
		if !paired[j] {
			d.add("Task “"+u.Brief()+"”", "", taskText(u))
		}
	}
}

func taskText(t nextrole.AssessedTask) string {
	return fmt.Sprintf("%s of the time, score %d, %s", t.Share, t.Score, t.Label)
}

func (d *differences) ratings(a, b []nextrole.Rating, name func(int) string, signed bool) {
	for i := range a {
		d.rating(name(i), a[i], b[i], signed)
	}
}

func (d *differences) rating(name string, a, b nextrole.Rating, signed bool) {
	text := func(v int) string {
		if signed {
			return nextrole.Signed(float64(v), 0)
		}
		return fmt.Sprint(v)
	}
	d.add(name, text(a.Value), text(b.Value))
	d.add(name+": reason", a.Reason, b.Reason)
	d.add(name+": sources", sources(a.Sources), sources(b.Sources))
	d.add(name+": counter-evidence", counters(a.Counter, text), counters(b.Counter, text))
}

func sources(ids []nextrole.SourceID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, ", ")
}

func counters(list []nextrole.Counter, text func(int) string) string {
	words := make([]string, len(list))
	for i, c := range list {
		words[i] = fmt.Sprintf("%s (speaks for %s)", c.Fact, text(c.Value))
	}
	return strings.Join(words, "; ")
}

func (d *differences) principles(a, b *[3]nextrole.Rating) {
	for i := range 3 {
		name := nextrole.PrincipleName(i)
		switch {
		case a == nil && b == nil:
		case a == nil:
			d.add(name, "not rated", fmt.Sprint(b[i].Value))
		case b == nil:
			d.add(name, fmt.Sprint(a[i].Value), "not rated")
		default:
			d.rating(name, a[i], b[i], false)
		}
	}
}
