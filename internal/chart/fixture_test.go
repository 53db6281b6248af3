package chart_test

import (
	"encoding/json"
	"image/color"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/chart"
)

// registrar is 29-9021.00 as its published assessment rates it.
func registrar() nextrole.Inputs {
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

func published() chart.Origin {
	return chart.Origin{Status: nextrole.Published, AsOf: "AIJRI, imported 1 June 2026"}
}

func scored(t testing.TB, in nextrole.Inputs) aijri.Result {
	t.Helper()
	r, err := aijri.Score(in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// charts are the four charts of the registrar.
func charts(t testing.TB) map[string]chart.Chart {
	in := registrar()
	r := scored(t, in)
	return map[string]chart.Chart{
		"tasks":          chart.TaskResistance{Tasks: in.Tasks, Origin: published(), Rescore: rescore(in)},
		"tasks-by-score": chart.TaskResistance{Tasks: in.Tasks, Order: chart.ByScore, Origin: published()},
		"mix":            chart.TaskMix{Split: r.Split, Origin: published()},
		"scale": chart.ScoreScale{
			Name: "Registrars", Score: &r.Score, Likely: &r.Likely, Origin: published(),
			Neighbors: []chart.Neighbor{
				{Name: "Medical Records Specialists", Score: 15.1, Status: nextrole.Published},
				{Name: "Medical Assistants", Score: 27.9, Status: nextrole.Published},
			},
		},
		"waterfall": chart.Waterfall{Steps: r.Steps(), Score: r.Score, Origin: published()},
	}
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

func look(t testing.TB, mode string) chart.Look {
	t.Helper()
	read := func(path ...string) []byte {
		b, err := os.ReadFile(filepath.Join(append([]string{"..", ".."}, path...)...))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	fonts, err := chart.ParseFonts(read("assets", "fonts", "Inter-Regular.ttf"), read("assets", "fonts", "Inter-SemiBold.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	var tokens struct{ Color map[string]map[string]string }
	if err := json.Unmarshal(read("ui", "theme", "tokens.json"), &tokens); err != nil {
		t.Fatal(err)
	}
	palette := chart.Palette{}
	for name, hex := range tokens.Color[mode] {
		n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 24)
		if err != nil {
			t.Fatal(err)
		}
		palette[name] = color.NRGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 0xFF}
	}
	return chart.Look{Palette: palette, Fonts: fonts, Surface: "bg"}
}
