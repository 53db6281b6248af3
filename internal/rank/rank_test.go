package rank_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nextrole/internal/rank"
)

func TestOf(t *testing.T) {
	if got := rank.Of([]float64{3, 1, 3, 2, 3}); !slices.Equal(got, []float64{4, 1, 4, 2, 4}) {
		t.Error(got)
	}
	if got := rank.Of(nil); len(got) != 0 {
		t.Error(got)
	}
}

// The correlation without ties is that of the squared differences of places.
func TestCorrelation(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(3, 30).Draw(rt, "n")
		order := make([]int, n)
		for i := range order {
			order[i] = i
		}
		a, b := rapid.Permutation(order).Draw(rt, "a"), rapid.Permutation(order).Draw(rt, "b")
		x, y := make([]float64, n), make([]float64, n)
		squares := 0.0
		for i := range n {
			x[i], y[i] = float64(a[i])*3, math.Exp(float64(b[i])/9)
			squares += float64((a[i] - b[i]) * (a[i] - b[i]))
		}
		want := 1 - 6*squares/float64(n*(n*n-1))
		if got := rank.Correlation(x, y); got == nil || math.Abs(*got-want) > 1e-9 {
			rt.Errorf("%v, want %v", got, want)
		}
	})
	if rank.Correlation([]float64{1, 2}, []float64{1, 2}) != nil || rank.Correlation([]float64{1, 1, 1}, []float64{1, 2, 3}) != nil {
		t.Error("there is a correlation of two, or without an order")
	}
}
