package chart_test

import (
	"flag"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole/internal/chart"
)

var (
	update   = flag.Bool("update", false, "write the goldens anew")
	pictures = flag.String("pictures", "", "folder to paint the charts of the goldens into, to look at")
)

func TestGoldens(t *testing.T) {
	light := look(t, "light")
	for name, c := range charts(t) {
		for _, width := range []float64{556, 360} {
			t.Run(fmt.Sprintf("%s-%.0f", name, width), func(t *testing.T) {
				got := c.Title() + "\n" + c.Caption() + "\n" + c.Sentence() + "\n" + chart.Record(c.Layout(width, 0, light), light)
				path := filepath.Join("testdata", fmt.Sprintf("%s-%.0f.golden", name, width))
				if *update {
					if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(path)
				if err != nil {
					t.Fatalf("%v; run with -update to write it", err)
				}
				if diff := cmp.Diff(string(want), got); diff != "" {
					t.Errorf("the drawing changed (−want +got); look at it with -pictures, then run with -update:\n%s", diff)
				}
				for _, mode := range []string{"light", "dark"} {
					paint(t, c, fmt.Sprintf("%s-%.0f-%s", name, width, mode), width, look(t, mode))
				}
			})
		}
	}
}

// paint writes pictures at 1× and 2× where the flag asks for them.
func paint(t *testing.T, c chart.Chart, name string, width float64, l chart.Look) {
	if *pictures == "" {
		return
	}
	for _, scale := range []float64{1, 2} {
		m, err := chart.Image(c.Layout(width, 0, l), l, scale)
		if err != nil {
			t.Fatal(err)
		}
		f, err := os.Create(filepath.Join(*pictures, fmt.Sprintf("%s@%.0fx.png", name, scale)))
		if err != nil {
			t.Fatal(err)
		}
		if err := png.Encode(f, m); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
