package aijri_test

import (
	"testing"

	"nextrole"
	"nextrole/internal/aijri"
)

// nine has nine tasks, with shares by the half hour and, the hardest case, by a
// hundredth of a percent.
var nine = map[string]nextrole.Inputs{
	"hours":      inputs("12.5×3, 12.5×4, 11.25×4, 13.75×3, 10×4, 10×2, 10×3, 11.25×1, 8.75×5", [5]int{1, -1, 1, -1, 0}, [5]int{1, 1, 0, 1, 0}, 1),
	"hundredths": inputs("12.51×3, 12.49×4, 11.27×4, 13.73×3, 10.03×4, 9.97×2, 10.01×3, 11.23×1, 8.76×5", [5]int{1, -1, 1, -1, 0}, [5]int{1, 1, 0, 1, 0}, 1),
}

func BenchmarkScore(b *testing.B) {
	for name, in := range nine {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := aijri.Score(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkTip(b *testing.B) {
	for name, in := range nine {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := aijri.Tip(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSensitivity(b *testing.B) {
	for name, in := range nine {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := aijri.Sensitivity(in, aijri.DefaultP); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
