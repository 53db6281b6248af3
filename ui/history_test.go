package ui

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"nextrole"
	"nextrole/ui/route"
)

// The history against two stacks: what lies behind, and what ahead.
func TestHistory(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var h history
		var behind, ahead []route.Route
		now, been := route.Route{}, false
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			switch step := rapid.IntRange(-1, 2).Draw(t, "step"); {
			case step == -1 || step == 1:
				from, to := &behind, &ahead
				if step == 1 {
					from, to = to, from
				}
				got, ok := h.step(step)
				if n := len(*from); ok != (n > 0) {
					t.Fatalf("step %d: %v, with %d places there", step, ok, n)
				} else if ok {
					*to = append(*to, now)
					now, *from = (*from)[n-1], (*from)[:n-1]
					if got != now {
						t.Fatalf("step %d leads to %v, want %v", step, got, now)
					}
				} else if got != (route.Route{}) {
					t.Fatalf("step %d leads nowhere, to %v", step, got)
				}
			default:
				r := route.ToRole(nextrole.Code(fmt.Sprint(rapid.IntRange(0, 3).Draw(t, "role"))))
				h.visit(r)
				if been && r == now {
					break
				}
				if been {
					behind = append(behind, now)
				}
				now, been, ahead = r, true, nil
			}
			if h.canStep(-1) != (len(behind) > 0) || h.canStep(1) != (len(ahead) > 0) {
				t.Fatalf("can go back %v and forward %v, with %d and %d places", h.canStep(-1), h.canStep(1), len(behind), len(ahead))
			}
		}
	})
}
