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
	"nextrole/internal/chart"
	"nextrole/internal/chart/sample"
)

func registrar() nextrole.Inputs { return sample.Registrar() }

func published() chart.Origin { return sample.Published() }

// charts are one of each chart, of the registrar.
func charts(t testing.TB) map[string]chart.Chart {
	t.Helper()
	cases, err := sample.Real()
	if err != nil {
		t.Fatal(err)
	}
	return cases
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
