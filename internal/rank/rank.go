// Package rank puts values in order, and says how far two orders agree.
package rank

import (
	"math"
	"slices"
)

// fewest is the least number of pairs that a correlation is computed of.
const fewest = 3

// Correlation is Spearman’s rank correlation of two lists of one length, with the average
// rank for ties; nil for fewer than three pairs, or where one list has no order.
func Correlation(a, b []float64) *float64 {
	if len(a) < fewest {
		return nil
	}
	x, y := Of(a), Of(b)
	mean := float64(len(a)+1) / 2
	var xy, xx, yy float64
	for i := range x {
		dx, dy := x[i]-mean, y[i]-mean
		xy, xx, yy = xy+dx*dy, xx+dx*dx, yy+dy*dy
	}
	if xx == 0 || yy == 0 {
		return nil
	}
	rho := min(max(xy/math.Sqrt(xx*yy), -1), 1)
	return &rho
}

// Of returns the place of each value, from 1 for the least; equal values share
// the average of their places.
func Of(values []float64) []float64 {
	sorted := slices.Sorted(slices.Values(values))
	places := make([]float64, len(values))
	for i, v := range values {
		first, _ := slices.BinarySearch(sorted, v)
		last := first
		for last+1 < len(sorted) && sorted[last+1] == v {
			last++
		}
		places[i] = float64(first+last)/2 + 1
	}
	return places
}
