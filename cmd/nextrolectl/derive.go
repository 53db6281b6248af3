package main

import (
	"fmt"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/derive"
)

// deriveRole drafts an assessment of a role by rule, and says how far the rule
// can be trusted. Nothing is kept: assess new does that.
func deriveRole(s *session) error {
	r, err := s.role(s.args[0])
	if err != nil {
		return err
	}
	a, err := draftOf(r)
	if err != nil {
		return err
	}
	fitness, err := s.fitness()
	if err != nil {
		return err
	}
	result, err := aijri.Score(*a.Inputs)
	if err != nil {
		return err
	}
	reading := aijri.Read(a)
	if s.json {
		return s.writeJSON(struct {
			Assessment nextrole.Assessment `json:"assessment"`
			Score      *scored             `json:"score"`
			Rule       []string            `json:"rule"`
			Fitness    derive.Fitness      `json:"fitness"`
		}{a, scoredAs(reading), derive.Rule(), fitness})
	}
	fmt.Fprintf(s.out, "%s\n%s\n\n%s\n\n", r.Title, r.Code, readingText(reading))
	paragraph(s.out, fitness.Words(), "")
	fmt.Fprintln(s.out)
	workThrough(s.out, result)
	fmt.Fprintln(s.out)
	for _, t := range a.Inputs.Tasks {
		paragraph(s.out, fmt.Sprintf("%s: %s, score %d, %s", strings.TrimSuffix(t.Name, "."), t.Share, t.Score, t.Label), "")
		for line := range strings.Lines(t.Rationale) {
			paragraph(s.out, "  "+line, "    ")
		}
	}
	fmt.Fprintln(s.out, "\nNot captured:")
	for _, text := range a.Account.NotCaptured {
		paragraph(s.out, "- "+text, "  ")
	}
	fmt.Fprintln(s.out, "\nThe rule:")
	for i, step := range derive.Rule() {
		paragraph(s.out, fmt.Sprintf("%d. %s", i+1, step), "   ")
	}
	return nil
}

func draftOf(r nextrole.Role) (nextrole.Assessment, error) {
	p := nextrole.Profile{Code: r.Code}
	if r.Profile != nil {
		p = *r.Profile
	}
	a, err := derive.Draft(p)
	if err != nil {
		return a, fmt.Errorf("%s: %w", r.Code, err)
	}
	return a, nil
}

// fitness holds the rule against the scores that people gave of the roles of this
// library.
func (s *session) fitness() (derive.Fitness, error) {
	var rated []nextrole.Role
	for _, r := range s.roles {
		if len(r.Assessments) == 0 {
			continue
		}
		whole, err := s.library.Role(r.Code)
		if err != nil {
			return derive.Fitness{}, err
		}
		rated = append(rated, whole)
	}
	return derive.Measure(rated), nil
}
