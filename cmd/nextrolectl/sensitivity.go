package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/method"
)

// sensitivity is what moves a score. Inputs are named by what is rated; group
// and index tell apart tasks of one name.
type sensitivity struct {
	Tornado  []swing   `json:"tornado"`
	Variance []share   `json:"variance"`
	Tipping  []tipping `json:"tipping"`
}

type subject struct {
	Input string      `json:"input"`
	Group aijri.Group `json:"group"`
	Index int         `json:"index"` // within the group
}

type swing struct {
	subject
	Value int      `json:"value"`
	Down  *float64 `json:"down"` // the score with the rating one step down; null at a scale's end
	Up    *float64 `json:"up"`
}

type share struct {
	subject
	Share *float64 `json:"share"` // of the variance, first order; null where nothing varies
}

type tipping struct {
	Kind    aijri.Way     `json:"kind"`
	Target  nextrole.Zone `json:"target"`
	Changes []change      `json:"changes"`
	Score   float64       `json:"score"`
	Zone    nextrole.Zone `json:"zone"` // of the score: the target or one beyond it
}

// change is of a rating or, where time moves, of a share in percent.
type change struct {
	subject
	From float64 `json:"from"`
	To   float64 `json:"to"`
}

func subjectOf(in nextrole.Inputs, i aijri.Input) subject {
	return subject{i.Name(in), i.Group, i.Index}
}

func sensitivityOf(in nextrole.Inputs, p float64) (*sensitivity, error) {
	swings, err := aijri.Sensitivity(in, p)
	if err != nil {
		return nil, err
	}
	targets, err := aijri.Tip(in)
	if err != nil {
		return nil, err
	}
	s := &sensitivity{Tipping: []tipping{}}
	for _, w := range swings {
		of := subjectOf(in, w.Input)
		s.Tornado = append(s.Tornado, swing{of, w.Value, w.Down, w.Up})
		s.Variance = append(s.Variance, share{of, w.Share})
	}
	for _, t := range targets {
		for _, way := range []*aijri.Tipping{t.One, t.Pair, t.Time} {
			if way == nil {
				continue
			}
			told := tipping{Kind: way.Way, Target: t.Zone, Score: way.Score, Zone: way.Zone}
			for _, c := range way.Changes {
				told.Changes = append(told.Changes, change{subjectOf(in, c.Input), c.From, c.To})
			}
			s.Tipping = append(s.Tipping, told)
		}
	}
	return s, nil
}

// writeSensitivity tells what each rating does to the score, the strongest
// first, and what would bring it into another zone.
func writeSensitivity(to io.Writer, in nextrole.Inputs, r aijri.Result, p float64) error {
	swings, err := aijri.Sensitivity(in, p)
	if err != nil {
		return err
	}
	targets, err := aijri.Tip(in)
	if err != nil {
		return err
	}
	slices.SortStableFunc(swings, func(a, b aijri.Swing) int { return cmp.Compare(b.Span(r.Score), a.Span(r.Score)) })
	fmt.Fprintf(to, "\nWhat one step of each rating gives; the score is %s.\n", nextrole.Score(r.Score))
	rows := table{{"Rating", "Now", "One down", "One up", "Variance"}}
	for _, s := range swings {
		rows = append(rows, []string{s.Input.Name(in), nextrole.Decimal(float64(s.Value), 0), end(s.Down), end(s.Up), part(s.Share)})
	}
	rows.write(to)
	fmt.Fprintln(to, "Variance is the part of it, if raters differ, that is gone once the rating is certain.")
	for _, t := range targets {
		reach := method.ReachOf(in, t, r.Zone, workWeek)
		fmt.Fprintf(to, "\n%s\n", reach.Title)
		for _, line := range reach.Lines {
			text := "- " + line.Text
			if line.Way != nil {
				text += " That comes to " + nextrole.Score(line.Way.Score) + "."
			}
			paragraph(to, text, "  ")
		}
	}
	return nil
}

// workWeek is the week in which time is told, in hours.
const workWeek = 40

func end(score *float64) string {
	if score == nil {
		return "end of scale"
	}
	return nextrole.Score(*score)
}

func part(share *float64) string {
	if share == nil {
		return "none varies"
	}
	return nextrole.Percent(*share)
}
