package nextrole

import (
	"math"
	"strconv"
	"strings"
)

// Kind says what a [Figure] measures.
type Kind string

// The kinds of figures. An exposure index has the kind "exposure." and its
// name, for example "exposure.eloundou-gpt4-beta".
const (
	PayP10     Kind = "pay.p10"
	PayP25     Kind = "pay.p25"
	PayMedian  Kind = "pay.median"
	PayP75     Kind = "pay.p75"
	PayP90     Kind = "pay.p90"
	PayMean    Kind = "pay.mean"
	Employment Kind = "employment"
	Growth     Kind = "growth"
	Openings   Kind = "openings"

	// LocationQuotient is the share of an occupation among the jobs of a place,
	// as a multiple of its share in the nation.
	LocationQuotient Kind = "employment.quotient"

	// IndustryShare is the part of an occupation's jobs that are in one industry.
	IndustryShare Kind = "employment.share"

	exposurePrefix = "exposure."
)

// Known reports whether k is one of the kinds above or an exposure index.
func (k Kind) Known() bool {
	switch k {
	case PayP10, PayP25, PayMedian, PayP75, PayP90, PayMean,
		Employment, Growth, Openings, LocationQuotient, IndustryShare:
		return true
	}
	return k.Exposure()
}

// Exposure reports whether k is an index of exposure to AI. Such an index
// runs the other way from AIJRI: high is exposed.
func (k Kind) Exposure() bool {
	return strings.HasPrefix(string(k), exposurePrefix) && len(k) > len(exposurePrefix)
}

// Nation is the place of figures of the whole country.
const Nation = "US"

// Figure is one number of an occupation as one source gives it for one period
// and place. Two sources or two vintages never overwrite each other.
type Figure struct {
	Kind   Kind     `json:"kind"`
	Value  *float64 `json:"value"` // nil: the source lists the figure and leaves it out
	Unit   string   `json:"unit"`  // "USD/year", "USD/hour", "jobs", "percent", "jobs/year", "index", "ratio"
	Period Period   `json:"period"`
	Place  string   `json:"place"` // "US", or a state or metropolitan area as its source names it
	Source SourceID `json:"source"`

	// Industry is the one that the figure is limited to; empty is all.
	Industry string `json:"industry,omitempty"`

	Parent SOC    `json:"parent"` // set where the figure is a wider group's
	Note   string `json:"note,omitempty"`

	// Preferred says that the person chose this figure, by its source or its
	// place. It is not kept with the figure.
	Preferred bool `json:"-"`
}

// Hourly reports whether the figure is a wage by the hour. It stands by itself,
// and is never set beside pay for a year.
func (f Figure) Hourly() bool { return f.Unit == "USD/hour" }

// Validate reports every defect of the figure, joined, or nil.
func (f Figure) Validate() error {
	var p problems
	p.require(f.Kind.Known(), "kind", "unknown kind %q", f.Kind)
	p.require(f.Value == nil || !math.IsNaN(*f.Value) && !math.IsInf(*f.Value, 0), "value", "not a finite number")
	p.require(f.Unit != "", "unit", "missing")
	p.require(f.Period.Valid(), "period", "%q is not a period", f.Period)
	p.require(f.Place != "", "place", "missing")
	p.require(f.Source != "", "source", "missing")
	p.require(f.Kind != IndustryShare || f.Industry != "", "industry", "missing: a share is of one industry")
	return p.err()
}

// Shown returns the figure of kind k to show: of those with a value that are
// not projected, of the nation and of all industries, the occupation's own
// before a parent's, and then the newest. One that the person prefers comes first,
// also if it is of another place.
// It reports false where the library has none.
func Shown(figures []Figure, k Kind) (Figure, bool) {
	return best(figures, func(f Figure) bool { return f.Kind == k })
}

// ShownAt is [Shown] among the figures of one period, to compare like with like.
func ShownAt(figures []Figure, k Kind, p Period) (Figure, bool) {
	return best(figures, func(f Figure) bool { return f.Kind == k && f.Period == p })
}

func best(figures []Figure, want func(Figure) bool) (Figure, bool) {
	var shown Figure
	found := false
	for _, f := range figures {
		if !want(f) || f.Value == nil || f.Industry != "" || f.Period.Projected() || f.Hourly() || f.Place != Nation && !f.Preferred {
			continue
		}
		if !found || outranks(f, shown) {
			shown, found = f, true
		}
	}
	return shown, found
}

func outranks(f, g Figure) bool {
	if f.Preferred != g.Preferred {
		return f.Preferred
	}
	if own, other := f.Parent == "", g.Parent == ""; own != other {
		return own
	}
	return f.Period.Newer(g.Period)
}

// Conflict is what two sources say of one thing, where that is not the same: of
// one kind, period, place, industry and group. Figures of two vintages are no
// conflict: the newer one is shown. Neither are values of which one is the other,
// rounded.
type Conflict struct{ A, B Figure }

// agree reports whether two values are one, printed with more decimals and with
// fewer: 14.7 and 15. Small numbers without decimals are taken as they stand: 0 is
// not 0.4 rounded.
func agree(a, b float64) bool {
	const large = 10
	places := min(decimals(a), decimals(b))
	if places == 0 && math.Abs(a) < large {
		return a == b
	}
	scale := math.Pow10(places)
	return math.Round(a*scale) == math.Round(b*scale)
}

// decimals is how many a value is printed with.
func decimals(v float64) int {
	_, after, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	return min(len(after), 12)
}

// By returns by how much they differ, as a part of the smaller: 0.05 is 5 %. It
// is infinite where that is 0.
func (c Conflict) By() float64 {
	a, b := math.Abs(*c.A.Value), math.Abs(*c.B.Value)
	return math.Abs(*c.A.Value-*c.B.Value) / min(a, b)
}

// Conflicts lists the conflicts among figures, in their order.
func Conflicts(figures []Figure) []Conflict {
	type thing struct {
		kind            Kind
		period          Period
		place, industry string
		parent          SOC
	}
	said := map[thing][]Figure{}
	var list []Conflict
	for _, f := range figures {
		if f.Value == nil {
			continue
		}
		of := thing{f.Kind, f.Period, f.Place, f.Industry, f.Parent}
		for _, g := range said[of] {
			if g.Source != f.Source && !agree(*g.Value, *f.Value) {
				list = append(list, Conflict{g, f})
			}
		}
		said[of] = append(said[of], f)
	}
	return list
}
