package nextrole_test

import (
	"math"
	"testing"

	"nextrole"
)

// Only two sources that speak of one thing, and say something else, disagree.
func TestConflicts(t *testing.T) {
	of := func(v float64) *float64 { return &v }
	a := nextrole.Figure{Kind: nextrole.PayMedian, Value: of(100), Unit: "USD/year", Period: "May 2025", Place: "US", Source: "a"}
	with := func(change func(*nextrole.Figure)) nextrole.Figure {
		b := a
		b.Source, b.Value = "b", of(105)
		change(&b)
		return b
	}
	for name, test := range map[string]struct {
		b    nextrole.Figure
		want int
	}{
		"another source":   {with(func(*nextrole.Figure) {}), 1},
		"the same value":   {with(func(f *nextrole.Figure) { f.Value = of(100) }), 0},
		"left out":         {with(func(f *nextrole.Figure) { f.Value = nil }), 0},
		"the same source":  {with(func(f *nextrole.Figure) { f.Source = "a" }), 0},
		"another vintage":  {with(func(f *nextrole.Figure) { f.Period = "May 2024" }), 0},
		"another kind":     {with(func(f *nextrole.Figure) { f.Kind = nextrole.PayP90 }), 0},
		"another place":    {with(func(f *nextrole.Figure) { f.Place = "Ohio" }), 0},
		"another group":    {with(func(f *nextrole.Figure) { f.Parent = "29-9000" }), 0},
		"another industry": {with(func(f *nextrole.Figure) { f.Industry = "Hospitals" }), 0},
	} {
		list := nextrole.Conflicts([]nextrole.Figure{a, test.b})
		if len(list) != test.want {
			t.Errorf("%s: %+v, want %d", name, list, test.want)
			continue
		}
		if test.want == 1 && (list[0].A.Source != "a" || math.Abs(list[0].By()-0.05) > 1e-12) {
			t.Errorf("%s: %+v by %v", name, list[0], list[0].By())
		}
	}
	down := nextrole.Conflict{A: with(func(f *nextrole.Figure) { f.Value = of(-4) }), B: with(func(f *nextrole.Figure) { f.Value = of(-5) })}
	if by := down.By(); math.Abs(by-0.25) > 1e-12 {
		t.Errorf("−4 and −5 differ by %v", by)
	}
	zero := nextrole.Conflict{A: with(func(f *nextrole.Figure) { f.Value = of(0) }), B: a}
	if by := zero.By(); !math.IsInf(by, 1) {
		t.Errorf("0 and 100 differ by %v", by)
	}
}

func TestYear(t *testing.T) {
	for p, want := range map[nextrole.Period]int{
		"May 2025": 2025, "January 2025": 2025, "December 2025": 2025, "2025": 2025, "2024-34": 2024, "2035 projected": 2035, "then": 0,
	} {
		if got := p.Year(); got != want {
			t.Errorf("%s: %d, want %d", p, got, want)
		}
	}
}
