package compare

import (
	"math"

	"nextrole"
)

// measure says how the numbers of a row are shown and compared.
type measure struct {
	text  func(v float64) string
	round func(v float64) float64 // to what text shows
	diff  func(d float64) string  // nil: differences are not shown
	large func(d, base float64) bool
	best  direction
}

// direction says which end of a row is best for a person in the role.
type direction int

const (
	neither direction = iota
	highest
	lowest
)

// decimals measures in numbers with so many decimals, whose difference is
// large from a size on.
func decimals(places int, large float64, best direction) measure {
	return measure{
		text:  func(v float64) string { return nextrole.Decimal(v, places) },
		round: rounded(places),
		diff:  func(d float64) string { return nextrole.Signed(d, places) },
		large: from(large),
		best:  best,
	}
}

// ratings measures sums of ratings, where a difference of 2 is large.
func ratings(best direction) measure { return decimals(0, 2, best) }

// signed is a measure whose values show their sign.
func signed(m measure) measure {
	m.text = func(v float64) string { return nextrole.Signed(v, 0) }
	return m
}

func money() measure {
	return measure{
		text:  nextrole.Money,
		round: func(v float64) float64 { return math.Round(v/10) * 10 },
		diff:  nextrole.SignedMoney,
		large: func(d, base float64) bool { return atLeast(math.Abs(d), 0.20*base) },
		best:  highest,
	}
}

func growth() measure {
	return measure{
		text:  nextrole.SignedPercent,
		round: rounded(0),
		diff:  func(d float64) string { return nextrole.Signed(d, 0) + " pts" },
		large: from(10),
		best:  highest,
	}
}

func count() measure { return measure{text: nextrole.Count, round: rounded(0)} }

func rounded(places int) func(float64) float64 {
	scale := math.Pow10(places)
	return func(v float64) float64 {
		return math.Copysign(math.Floor((math.Abs(v)+1e-9)*scale+0.5)/scale, v)
	}
}

func from(size float64) func(d, base float64) bool {
	return func(d, _ float64) bool { return atLeast(math.Abs(d), size) }
}

// atLeast forgives what subtracting decimals loses.
func atLeast(v, limit float64) bool { return v >= limit-1e-9 }

// compare fills in the text of cells with a value, and differences and the
// best among those of the roles' own.
func (m measure) compare(cells []Cell, baseline int) {
	for i := range cells {
		if cells[i].Value != nil {
			cells[i].Text = m.text(*cells[i].Value)
		}
	}
	if base := cells[baseline]; comparable(base) && m.diff != nil {
		for i := range cells {
			if i != baseline && comparable(cells[i]) {
				m.differ(&cells[i], m.round(*base.Value))
			}
		}
	}
	if i, ok := m.winner(cells); ok {
		cells[i].Best = true
	}
}

func (m measure) differ(c *Cell, base float64) {
	d := m.round(*c.Value) - base
	if math.Abs(d) < 1e-9 {
		c.Diff = "same"
		return
	}
	c.Diff = m.diff(d)
	c.Large = m.large != nil && m.large(d, base)
}

// winner returns the one cell that shows the best value, out of two or more.
func (m measure) winner(cells []Cell) (int, bool) {
	if m.best == neither {
		return 0, false
	}
	best, of, tied := -1, 0, false
	for i, c := range cells {
		if !comparable(c) {
			continue
		}
		of++
		if best < 0 {
			best = i
			continue
		}
		lead := m.round(*c.Value) - m.round(*cells[best].Value)
		if m.best == lowest {
			lead = -lead
		}
		switch {
		case lead > 0:
			best, tied = i, false
		case lead == 0:
			tied = true
		}
	}
	return best, of >= 2 && !tied
}

// comparable reports whether the cell has a value that is the role's own.
func comparable(c Cell) bool { return c.Value != nil && c.Group == "" }
