package main

import (
	"io"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/compare"
)

// compared is a comparison as JSON: rows of cells, one for each role.
type compared struct {
	Baseline nextrole.Code `json:"baseline"`
	Roles    []listed      `json:"roles"`
	Rows     []row         `json:"rows"`
}

type row struct {
	Section string `json:"section"`
	Key     string `json:"key"`
	Name    string `json:"name"`
	Unit    string `json:"unit"`
	Equal   bool   `json:"equal"` // all cells show the same
	Cells   []cell `json:"cells"`
}

// cell has the code of its role, what is shown, and the numbers behind it.
type cell struct {
	Code   nextrole.Code     `json:"code"`
	Text   string            `json:"text"`
	Value  *float64          `json:"value"`
	Low    *float64          `json:"low,omitempty"`
	Mid    *float64          `json:"mid,omitempty"`
	High   *float64          `json:"high,omitempty"`
	Split  *aijri.Split      `json:"split,omitempty"`
	Diff   string            `json:"diff"` // from the baseline; empty where the two cannot be compared
	Large  bool              `json:"large"`
	Best   bool              `json:"best"`
	Note   string            `json:"note,omitempty"`
	Source nextrole.SourceID `json:"source,omitempty"`
	Period nextrole.Period   `json:"period,omitempty"`
	Parent nextrole.SOC      `json:"parent"`
	Why    string            `json:"why,omitempty"` // why there is nothing
}

// compareRoles lays roles side by side; the first is the baseline.
func compareRoles(s *session) error {
	roles := make([]nextrole.Role, len(s.args))
	for i, typed := range s.args {
		r, err := s.role(typed)
		if err != nil {
			return err
		}
		roles[i] = r
	}
	t, err := compare.Of(roles, compare.Options{Choices: s.choices, Sources: s.sources})
	if err != nil {
		return err
	}
	text := t.Text
	switch {
	case s.json:
		return s.writeJSON(s.comparison(roles, t))
	case s.csv:
		text = t.CSV
	case s.markdown:
		text = t.Markdown
	}
	_, err = io.WriteString(s.out, text())
	return err
}

// checkForm reports more than one form to write a comparison in.
func checkForm(o options, _ []string) error {
	n := 0
	for _, asked := range []bool{o.json, o.csv, o.markdown} {
		if asked {
			n++
		}
	}
	if n > 1 {
		return badUse("compare writes one of --json, --csv and --markdown")
	}
	return nil
}

func (s *session) comparison(roles []nextrole.Role, t compare.Table) compared {
	c := compared{Baseline: t.Columns[t.Baseline].Code}
	for _, r := range roles {
		c.Roles = append(c.Roles, s.listed(r))
	}
	for _, section := range t.Sections {
		for _, r := range section.Rows {
			line := row{Section: section.Name, Key: r.Key, Name: r.Name, Unit: r.Unit, Equal: r.Equal}
			for i, from := range r.Cells {
				line.Cells = append(line.Cells, cell{
					Code: t.Columns[i].Code, Text: from.Text, Value: from.Value,
					Low: from.Low, Mid: from.Mid, High: from.High, Split: from.Split,
					Diff: from.Diff, Large: from.Large, Best: from.Best, Note: from.Note,
					Source: from.Source, Period: from.Period, Parent: from.Group, Why: from.Why,
				})
			}
			c.Rows = append(c.Rows, line)
		}
	}
	return c
}
