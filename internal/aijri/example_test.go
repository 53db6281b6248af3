package aijri_test

import (
	"fmt"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

func Example() {
	r, err := aijri.Score(registrar())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.1f %s, %.1f–%.1f if raters differ\n", r.Score, r.Zone.Name(), r.Likely[0], r.Likely[1])
	for _, s := range r.Steps() {
		fmt.Printf("%-15s × %.2f  %+.1f\n", s.Name, s.Factor, s.Delta)
	}
	// Output:
	// 20.9 Red, 16.9–25.7 if raters differ
	// Task resistance × 2.65  +26.6
	// Evidence        × 0.84  -5.3
	// Barriers        × 1.04  +1.1
	// AI growth       × 0.95  -1.5
}

// registrar is the published assessment of 29-9021.00, without its words.
func registrar() nextrole.Inputs {
	return inputs("20×3 AUG, 20×4 DISP, 15×4 DISP, 15×3 AUG, 10×4 DISP, 10×2 NOT, 10×3 AUG",
		[5]int{-1, -1, 0, -1, -1}, [5]int{1, 0, 0, 1, 0}, -1)
}

// inputs builds inputs from "share×score label, …".
func inputs(tasks string, evidence, barriers [5]int, growth int) nextrole.Inputs {
	in := nextrole.Inputs{Growth: nextrole.Rating{Value: growth}}
	for i, field := range strings.Split(tasks, ", ") {
		var share float64
		var score int
		label := nextrole.Augmented
		fmt.Sscanf(field, "%g×%d %s", &share, &score, &label)
		in.Tasks = append(in.Tasks, nextrole.AssessedTask{
			Name: fmt.Sprintf("Task %d", i+1), Share: nextrole.ShareOf(share), Score: score, Label: label,
		})
	}
	for i := range 5 {
		in.Evidence[i].Value, in.Barriers[i].Value = evidence[i], barriers[i]
	}
	return in
}
