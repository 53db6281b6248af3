// Package exposure reads studies of how exposed occupations are to AI. Each
// measures something of its own, and in all of them high is exposed, which is the
// other way round from AIJRI.
package exposure

import (
	"context"
	"fmt"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/crosswalk"
	"nextrole/internal/source/table"
)

// study is a table of one of the studies, told by its columns.
type study struct {
	source  nextrole.Source
	period  nextrole.Period
	part    string
	code    string // column
	columns map[string]nextrole.Kind
	needs   []string
	unit    string
	least   float64
	most    float64
	old     bool // its codes are of SOC 2010
}

const unit = "index 0-1, high is exposed"

var eloundou = nextrole.Source{
	ID: "eloundou-2023-data", Publisher: "Eloundou, Manning, Mishkin and Rock", Short: "Eloundou et al., 2023", Release: "2023",
	Title:   "GPTs are GPTs: An early look at the labor market impact potential of large language models; data",
	License: "MIT", Credit: "Eloundou, Manning, Mishkin and Rock (2023), GPTs are GPTs; data © 2024 OpenAI, MIT License. High means exposed.",
}

var studies = []study{
	{
		source: eloundou, period: "2023", part: "Occupations", code: "O*NET-SOC Code", unit: unit, most: 1,
		needs: []string{"O*NET-SOC Code", "dv_rating_beta", "human_rating_beta"},
		columns: map[string]nextrole.Kind{
			"dv_rating_alpha": "exposure.eloundou-gpt4-alpha", "dv_rating_beta": "exposure.eloundou-gpt4-beta", "dv_rating_gamma": "exposure.eloundou-gpt4-gamma",
			"human_rating_alpha": "exposure.eloundou-human-alpha", "human_rating_beta": "exposure.eloundou-human-beta", "human_rating_gamma": "exposure.eloundou-human-gamma",
		},
	},
	{source: eloundou, period: "2023", part: "Tasks", code: "O*NET-SOC Code", needs: []string{"O*NET-SOC Code", "Task ID", "gpt4_exposure", "human_labels"}},
	{
		source: nextrole.Source{
			ID: "microsoft-2025-data", Publisher: "Microsoft Research", Short: "Microsoft, 2025", Release: "2025",
			Title:   "Working with AI: Measuring the occupational implications of generative AI; AI applicability scores, data",
			License: "CC BY 4.0", Credit: "Tomlinson, Jaffe, Wang, Counts and Suri (2025), Working with AI, arXiv:2507.07935. Used under the CC BY 4.0 license. High means AI is more applicable.",
		},
		period: "2025", part: "Occupations", code: "SOC Code", unit: unit, most: 1,
		needs: []string{"SOC Code", "ai_applicability_score"}, columns: map[string]nextrole.Kind{"ai_applicability_score": "exposure.microsoft-applicability"},
	},
	{
		source: nextrole.Source{
			ID: "felten-2021-data", Publisher: "Felten, Raj and Seamans", Short: "Felten et al., 2021", Release: "2021",
			Title:   "Occupational, industry, and geographic exposure to artificial intelligence; AIOE data appendix",
			License: "None stated", Credit: "Felten, Raj and Seamans (2021), AI Occupational Exposure. High means exposed.",
			Remark: "Its publisher states no license: ask before you pass the values on. Its codes are of SOC 2010.",
		},
		period: "2021", part: "Occupations", code: "SOC Code", unit: "standard deviations, high is exposed", least: -10, most: 10, old: true,
		needs: []string{"SOC Code", "Occupation Title", "AIOE"}, columns: map[string]nextrole.Kind{"AIOE": "exposure.felten-aioe"},
	},
}

func find(t *table.Table) (study, table.Columns, bool) {
	for row := range t.Rows() {
		c := table.ColumnsOf(row.Cells)
		for _, s := range studies {
			if c.Has(s.needs...) {
				return s, c, true
			}
		}
		break
	}
	return study{}, nil, false
}

// Recognize reports whether a table is one of a study.
func Recognize(t *table.Table) bool {
	_, _, ok := find(t)
	return ok
}

// Read reads tables that Recognize accepts, one reading for each study. Old is the
// crosswalk from SOC 2010, for studies that use its codes; without links, their
// values cannot be placed, and a remark says so.
func Read(ctx context.Context, tables []*table.Table, old crosswalk.Crosswalk) ([]source.Reading, error) {
	var readings []source.Reading
	for _, t := range tables {
		s, columns, ok := find(t)
		if !ok {
			return nil, &table.Error{File: t.File, Text: "this is no table of a study that is known"}
		}
		p := &part{Remarks: source.RemarksOn(t.File), study: s, columns: columns, old: old, roles: map[nextrole.Code]*nextrole.Role{}}
		p.File, p.Name = t.File, s.part
		if err := p.read(ctx, t); err != nil {
			return nil, err
		}
		i := slices.IndexFunc(readings, func(r source.Reading) bool { return r.Source.ID == s.source.ID })
		if i < 0 {
			i = len(readings)
			readings = append(readings, source.Reading{Source: s.source})
			readings[i].Source.File = path.Base(t.File)
		}
		readings[i].Parts = append(readings[i].Parts, p.Part)
		readings[i].Remarks = append(readings[i].Remarks, p.All()...)
	}
	return readings, nil
}

// part is a table as far as it has been read.
type part struct {
	source.Part
	source.Remarks
	study   study
	columns table.Columns
	old     crosswalk.Crosswalk
	roles   map[nextrole.Code]*nextrole.Role
}

func (p *part) read(ctx context.Context, t *table.Table) error {
	header := true
	unplaced := 0
	for row := range t.Rows() {
		if header {
			header = false
			continue
		}
		if p.Rows++; p.Rows%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		code := row.Cell(p.columns.At(p.study.code))
		if !isCode(code) {
			p.Remark(row.Line, "%q is no code of an occupation; the row is left out", code)
			continue
		}
		switch {
		case p.study.columns == nil:
			p.task(row, nextrole.Code(code))
		case p.study.old:
			links := p.old.Targets(code)
			if len(links) == 0 {
				unplaced++
			}
			for _, l := range links {
				if isCode(l.To) {
					p.figures(row, nextrole.Code(l.To), code, len(links))
				}
			}
		default:
			p.figures(row, nextrole.Code(code), "", 1)
		}
	}
	if unplaced > 0 {
		p.Remark(0, "%d occupations are of SOC 2010 and cannot be placed. Import the crosswalk from SOC 2010 to SOC 2018 together with this file, in one folder.", unplaced)
	}
	for _, r := range p.roles {
		p.Roles = append(p.Roles, *r)
	}
	slices.SortFunc(p.Roles, func(a, b nextrole.Role) int { return strings.Compare(string(a.Code), string(b.Code)) })
	return t.Err()
}

func (p *part) role(c nextrole.Code) *nextrole.Role {
	r := p.roles[c]
	if r == nil {
		r = &nextrole.Role{Occupation: nextrole.Occupation{Code: nextrole.Code(strings.Clone(string(c)))}}
		p.roles[r.Code] = r
	}
	return r
}

// figures reads the values of a row. From is the code of SOC 2010 that the value
// is of, which became so many.
func (p *part) figures(row table.Row, code nextrole.Code, from string, many int) {
	r := p.role(code)
	for column, kind := range p.study.columns {
		cell := row.Cell(p.columns.At(column))
		if cell == "" {
			continue
		}
		v, err := strconv.ParseFloat(cell, 64)
		if err != nil || math.IsNaN(v) || v < p.study.least || v > p.study.most {
			p.Remark(row.Line, "%q under %s is no number from %v to %v; it is left out", cell, column, p.study.least, p.study.most)
			continue
		}
		f := nextrole.Figure{Kind: kind, Value: &v, Unit: p.study.unit, Period: p.study.period, Place: nextrole.Nation, Source: p.study.source.ID}
		switch {
		case many > 1:
			f.Parent, f.Note = nextrole.SOC(from), fmt.Sprintf("of SOC 2010 %s, which became %d occupations in 2018", from, many)
		case from != "" && from != string(code):
			f.Parent, f.Note = nextrole.SOC(from), fmt.Sprintf("of SOC 2010 %s, which became this occupation or a part of it in 2018", from)
		}
		if slices.ContainsFunc(r.Figures, func(g nextrole.Figure) bool { return g.Kind == kind && g.Parent == f.Parent }) {
			p.Remark(row.Line, "%s has %s twice; the first counts", code, kind)
			continue
		}
		r.Figures = append(r.Figures, f)
	}
	slices.SortFunc(r.Figures, func(a, b nextrole.Figure) int { return strings.Compare(string(a.Kind), string(b.Kind)) })
}

// labels are what a task may be labeled with: not exposed, exposed directly, with
// software around a model, or with images.
func isLabel(s string) bool { return s == "E0" || s == "E1" || s == "E2" || s == "E3" || s == "" }

// task reads the labels of a task.
func (p *part) task(row table.Row, code nextrole.Code) {
	t := nextrole.TaskExposure{
		ID:    strings.Clone(strings.TrimSuffix(row.Cell(p.columns.At("Task ID")), ".0")),
		Text:  strings.Clone(row.Cell(p.columns.At("Task"))),
		GPT4:  strings.Clone(row.Cell(p.columns.At("gpt4_exposure"))),
		Human: strings.Clone(row.Cell(p.columns.At("human_labels"))),
	}
	if t.ID == "" || !isLabel(t.GPT4) || !isLabel(t.Human) {
		p.Remark(row.Line, "there is no task, or a label that is none of E0 to E3; the row is left out")
		return
	}
	r := p.role(code)
	if r.Profile == nil {
		r.Profile = &nextrole.Profile{Code: r.Code, Source: p.study.source.ID, Period: p.study.period}
	}
	if slices.ContainsFunc(r.Profile.Exposed, func(have nextrole.TaskExposure) bool { return have.ID == t.ID }) {
		p.Remark(row.Line, "%s has task %s twice; the first counts", code, t.ID)
		return
	}
	r.Profile.Exposed = append(r.Profile.Exposed, t)
}

// isCode reports whether a code is an O*NET-SOC code or a six-digit SOC code.
func isCode(c string) bool { return nextrole.Code(c).Official() || nextrole.SOC(c).Valid() }
