package nextrole_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nextrole"
)

func TestDivide(t *testing.T) {
	for _, test := range []struct {
		share   nextrole.Share
		weights []int
		want    []nextrole.Share
	}{
		{10000, []int{1, 1, 1}, []nextrole.Share{3334, 3333, 3333}},
		{10000, []int{0, 0}, []nextrole.Share{5000, 5000}},
		{10000, []int{1, 3333, 6666}, []nextrole.Share{1, 3333, 6666}},
		{9999, []int{3333, 6666}, []nextrole.Share{3333, 6666}},
		{0, []int{1, 2}, []nextrole.Share{0, 0}},
		{5, []int{0, 1}, []nextrole.Share{0, 5}},
		{5, nil, nil},
	} {
		if got := nextrole.Divide(test.share, test.weights); !slices.Equal(got, test.want) {
			t.Errorf("%v by %v: %v, want %v", test.share, test.weights, got, test.want)
		}
	}
}

func TestDivideIsExactAndFair(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		share := nextrole.Share(rapid.IntRange(0, 10000).Draw(rt, "share"))
		weights := rapid.SliceOfN(rapid.IntRange(0, 1_000_000), 1, 40).Draw(rt, "weights")
		var all int
		for _, w := range weights {
			all += w
		}
		var total nextrole.Share
		for i, part := range nextrole.Divide(share, weights) {
			total += part
			if all == 0 {
				continue
			}
			if fair := float64(share) * float64(weights[i]) / float64(all); float64(part) < fair-1 || float64(part) > fair+1 {
				rt.Errorf("part %d is %v, and its fair share %v", i, part, fair)
			}
		}
		if total != share {
			rt.Errorf("the parts total %v, not %v", total, share)
		}
	})
}

func TestChance(t *testing.T) {
	for chance, want := range map[float64]string{0: "0%", 0.001: "under 5%", 0.144: "15%", 0.856: "85%", 0.999: "over 95%", 1: "100%"} {
		if got := nextrole.Chance(chance); got != want {
			t.Errorf("%v is %s, want %s", chance, got, want)
		}
	}
}
