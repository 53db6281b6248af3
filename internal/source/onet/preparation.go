package onet

import (
	"slices"

	"nextrole"
)

// The answers to what a job requires, from least to most, in short.
var (
	educationLevels = []string{
		"Less than a high school diploma", "High school diploma", "Post-secondary certificate", "Some college courses",
		"Associate's degree", "Bachelor's degree", "Post-baccalaureate certificate", "Master's degree",
		"Post-master's certificate", "First professional degree", "Doctoral degree", "Post-doctoral training",
	}
	experienceSpans = []string{
		"None", "Up to 1 month", "1 to 3 months", "3 to 6 months", "6 months to 1 year", "1 to 2 years",
		"2 to 4 years", "4 to 6 years", "6 to 8 years", "8 to 10 years", "Over 10 years",
	}
	trainingSpans = []string{
		"None", "Up to 1 month", "1 to 3 months", "3 to 6 months", "6 months to 1 year", "1 to 2 years",
		"2 to 4 years", "4 to 10 years", "Over 10 years",
	}
	jobSpans = []string{
		"None or a short demonstration", "Up to 1 month", "1 to 3 months", "3 to 6 months", "6 months to 1 year",
		"1 to 2 years", "2 to 4 years", "4 to 10 years", "Over 10 years",
	}
)

// preparation takes a row of what those asked say the job requires: the percent
// that gave one answer.
func (p *part) preparation(r rating) {
	f := p.profile()
	var list *[]nextrole.Attainment
	var answers []string
	switch r.scale {
	case "RL":
		list, answers = &f.Education, educationLevels
	case "RW":
		list, answers = &f.Experience, experienceSpans
	case "PT":
		list, answers = &f.Training, trainingSpans
	case "OJ":
		list, answers = &f.OnTheJob, jobSpans
	case "IM":
		p.trait(r, &f.Proof, 1, 5)
		return
	default:
		p.Remark(r.row.Line, "there is no scale %q of education and training; the row is left out", r.scale)
		return
	}
	n, v := p.number(r.row.Line, r.category, 1, float64(len(answers))), p.number(r.row.Line, r.value, 0, 100)
	if n == nil || v == nil || *v == 0 {
		return // an answer that nobody gave is none
	}
	a := nextrole.Attainment{Level: answers[int(*n)-1], Percent: *v, Rank: int(*n)}
	if slices.ContainsFunc(*list, func(b nextrole.Attainment) bool { return b.Rank == a.Rank }) {
		p.twice(r.row.Line, r.scale+" "+r.category)
		return
	}
	*list = append(*list, a)
}
