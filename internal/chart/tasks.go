package chart

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"nextrole"
)

// Order is how tasks stand below each other.
type Order int

// The orders of [TaskResistance].
const (
	ByLabel Order = iota // DISP, AUG, NOT; in each the largest share first
	ByScore              // what AI can do most of first, then the largest share
)

// TaskResistance shows where working time goes, and how much of each task AI
// can do: length is share, pattern is label, pips are the task's score.
type TaskResistance struct {
	Tasks []nextrole.AssessedTask
	Order Order
	Origin

	// Rescore, if set, returns the role's score with task i of Tasks rated
	// otherwise; false where there is none.
	Rescore func(i, score int) (float64, bool)
}

var _ Chart = TaskResistance{}

// Title tells what most of the week is in, as far as it can be told.
func (c TaskResistance) Title() string {
	if title := mixTitle(c.time()); title != "" {
		return title
	}
	return "Task resistance"
}

// Caption names the measure.
func (c TaskResistance) Caption() string {
	return c.caption("Share of working time in percent; how much of each task AI can do, 1 to 5")
}

// Sentence tells the totals and the largest task.
func (c TaskResistance) Sentence() string {
	if len(c.Tasks) == 0 {
		return "Task resistance: " + lower(noTasks) + ". " + noTasksWhy
	}
	mix := c.time()
	first := c.Tasks[0]
	for _, t := range c.Tasks {
		if valid(t.Share) && (t.Share > first.Share || !valid(first.Share)) {
			first = t
		}
	}
	return fmt.Sprintf("%s: %s. The largest is %s, %s of time; AI can do %s.",
		nextrole.Capital(count(len(c.Tasks), "task", "tasks")), mix.words(), named(first.Brief()), percent(shown(first.Share)), outOfFive(first.Score))
}

// Table lists the tasks in the order of the chart.
func (c TaskResistance) Table() Table {
	t := Table{Header: []string{"Task", "Type", "Share of time (%)", "Hours of 40", "AI can do (1–5)", "Why"}}
	for _, i := range c.sorted() {
		task := c.Tasks[i]
		t.Rows = append(t.Rows, []string{
			named(task.Name), string(task.Label), trimmed(task.Share.Percent(), 2), hours(task.Share), strconv.Itoa(task.Score), strings.Join(why(task), " "),
		})
	}
	return t
}

// valid reports whether s can be a part of all time.
func valid(s nextrole.Share) bool { return s >= 0 && s <= nextrole.Whole }

// shown is a share in percent to draw; not a number where it is none.
func shown(s nextrole.Share) float64 {
	if !valid(s) {
		return math.NaN()
	}
	return s.Percent()
}

// time returns the percentages of time by label.
func (c TaskResistance) time() mix {
	m := mix{}
	for _, t := range c.Tasks {
		if i := slices.Index(nextrole.Labels(), t.Label); i >= 0 && valid(t.Share) {
			m[i] += t.Share.Percent()
		}
	}
	return m
}

// sorted returns the indexes of the tasks in the order shown. Tasks with an
// unknown label come last.
func (c TaskResistance) sorted() []int {
	order := make([]int, len(c.Tasks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		a, b := c.Tasks[i], c.Tasks[j]
		if c.Order == ByScore && a.Score != b.Score {
			return b.Score - a.Score
		}
		if c.Order == ByLabel && a.Label != b.Label {
			return rank(a.Label) - rank(b.Label)
		}
		return int(b.Share) - int(a.Share)
	})
	return order
}

func rank(l nextrole.Label) int {
	if i := slices.Index(nextrole.Labels(), l); i >= 0 {
		return i
	}
	return len(nextrole.Labels())
}

// tip returns the exact values of task i.
func (c TaskResistance) tip(i int) []string {
	t := c.Tasks[i]
	tip := []string{named(t.Name), "Share of time unknown"}
	if valid(t.Share) {
		tip[1] = fmt.Sprintf("%s of time, %s of %d hours", t.Share, hours(t.Share), weekHours)
	}
	tip = append(tip, "AI can do: "+outOfFive(t.Score))
	if t.Label.Known() {
		tip = append(tip, fmt.Sprintf("%s: %s", t.Label, t.Label.Word()))
	}
	tip = append(tip, why(t)...)
	if line := c.otherwise(i); line != "" {
		tip = append(tip, line)
	}
	return tip
}

// why is the reason for a task's rating, and what speaks for another one.
func why(t nextrole.AssessedTask) []string {
	var lines []string
	if text := tidy(t.Rationale); text != "" {
		lines = append(lines, text)
	}
	for _, c := range t.Counter {
		lines = append(lines, fmt.Sprintf("On the other hand: %s (speaks for %d; %s)", tidy(c.Fact), c.Value, tidy(string(c.Source))))
	}
	return lines
}

// otherwise tells the role's score if task i were rated one step lower or
// higher.
func (c TaskResistance) otherwise(i int) string {
	if c.Rescore == nil || !onScale(c.Tasks[i].Score) {
		return ""
	}
	var parts []string
	for _, s := range []int{c.Tasks[i].Score - 1, c.Tasks[i].Score + 1} {
		if !onScale(s) {
			continue
		}
		if v, ok := c.Rescore(i, s); ok && finite(v) {
			parts = append(parts, fmt.Sprintf("if rated %d: %s", s, nextrole.Score(v)))
		}
	}
	return nextrole.Capital(strings.Join(parts, " · "))
}

// named is a task's name on one line.
func named(name string) string {
	if name = tidy(name); name != "" {
		return name
	}
	return "Unnamed task"
}

func onScale(score int) bool { return score >= 1 && score <= 5 }

func outOfFive(score int) string {
	if !onScale(score) {
		return "not rated"
	}
	return fmt.Sprintf("%d of 5", score)
}
