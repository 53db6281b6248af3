// Package sample has charts to look at and to test with: those of a real role,
// and hard cases that no assessment should have or that leave little room. The
// tests of package chart and the gallery share them.
package sample

import (
	"fmt"
	"maps"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/chart"
)

// Registrar is 29-9021.00 as its published assessment rates it.
func Registrar() nextrole.Inputs {
	rated := func(values ...int) (ratings [5]nextrole.Rating) {
		for i, v := range values {
			ratings[i].Value = v
		}
		return ratings
	}
	return nextrole.Inputs{
		Tasks: []nextrole.AssessedTask{
			{Name: "Designing, setting up and improving electronic health records", Short: "EHR design", Share: 20_00, Score: 3, Label: nextrole.Augmented, Rationale: "Needs people who know the clinic."},
			{Name: "Abstracting, coding and classifying cases for disease registries", Short: "Registry abstraction", Share: 20_00, Score: 4, Label: nextrole.Displaced, Rationale: "Text tools read staging and treatment from notes."},
			{Name: "Analyzing health data and writing statistical reports", Short: "Data analysis", Share: 15_00, Score: 4, Label: nextrole.Displaced},
			{Name: "Watching over compliance, privacy and security", Short: "Compliance, privacy", Share: 15_00, Score: 3, Label: nextrole.Augmented},
			{Name: "Managing databases and retrieval systems", Short: "Database management", Share: 10_00, Score: 4, Label: nextrole.Displaced},
			{Name: "Training staff and helping EHR users", Short: "Staff training", Share: 10_00, Score: 2, Label: nextrole.NotInvolved},
			{Name: "Following regulation and supporting accreditation surveys", Short: "Regulation", Share: 10_00, Score: 3, Label: nextrole.Augmented},
		},
		Evidence: rated(-1, -1, 0, -1, -1),
		Barriers: rated(1, 0, 0, 1, 0),
		Growth:   nextrole.Rating{Value: -1},
	}
}

// Published is whose the assessment of [Registrar] is.
func Published() chart.Origin {
	return chart.Origin{Status: nextrole.Published, AsOf: "AIJRI, imported 1 June 2026"}
}

// Real returns one of each chart by name, with the figures of a real role.
func Real() (map[string]chart.Chart, error) {
	in := Registrar()
	r, err := aijri.Score(in)
	if err != nil {
		return nil, fmt.Errorf("sample: the registrar's assessment: %w", err)
	}
	swings, err := aijri.Sensitivity(in, aijri.DefaultP)
	if err != nil {
		return nil, fmt.Errorf("sample: the registrar's assessment: %w", err)
	}
	cases := map[string]chart.Chart{
		"tornado":        chart.Tornado{Inputs: in, Swings: swings, Score: r.Score, Origin: Published()},
		"tasks":          chart.TaskResistance{Tasks: in.Tasks, Origin: Published(), Rescore: rescore(in)},
		"tasks-by-score": chart.TaskResistance{Tasks: in.Tasks, Order: chart.ByScore, Origin: Published()},
		"ratings":        skills(),
		"mix":            chart.TaskMix{Split: r.Split, Origin: Published()},
		"scale": chart.ScoreScale{
			Name: "Registrars", Score: &r.Score, Likely: &r.Likely, Origin: Published(),
			Neighbors: []chart.Neighbor{
				{Name: "Medical Records Specialists", Score: 15.1, Status: nextrole.Published},
				{Name: "Medical Assistants", Score: 27.9, Status: nextrole.Published},
			},
		},
		"waterfall": chart.Waterfall{Steps: r.Steps(), Score: r.Score, Origin: Published()},
		"chance":    chart.ChanceBar{Red: r.Chance.Red, Yellow: r.Chance.Yellow, Green: r.Chance.Green, Origin: Published()},
		"forest":    weeks(r),
		"lenses":    lenses(),
	}
	maps.Copy(cases, figures())
	return cases, nil
}

func rescore(in nextrole.Inputs) func(i, score int) (float64, bool) {
	return func(i, score int) (float64, bool) {
		other := in
		other.Tasks = append([]nextrole.AssessedTask(nil), in.Tasks...)
		other.Tasks[i].Score = score
		r, err := aijri.Score(other)
		return r.Score, err == nil
	}
}

// weeks are ways to spend the week of a registrar, as somebody might save them.
func weeks(r aijri.Result) chart.Chart {
	return chart.Forest{Rows: []chart.ForestRow{
		{Key: "published", Name: "Published week", Detail: "reference", Score: &r.Score, Likely: &r.Likely, Status: nextrole.Published},
		{Key: "now", Name: "My week now", Detail: "12 March", Score: ptr(17.8), Likely: &[2]float64{13.1, 23}, Status: nextrole.Own},
		{Key: "epic", Name: "Epic build team, two days", Detail: "12 March", Score: ptr(22.5), Likely: &[2]float64{17.7, 28}, Status: nextrole.Own},
		{Key: "lead", Name: "Trainer and systems lead", Detail: "20 March", Score: ptr(26.7), Likely: &[2]float64{21.6, 32.5}, Status: nextrole.Own},
		{Key: "data", Name: "Clinical Data Managers", Detail: "15-2051.02", Score: ptr(51.6), Status: nextrole.Draft},
		{Key: "hi", Name: "Health Informatics Specialists", Detail: "15-1211.01", Status: nextrole.Draft},
	}}
}
