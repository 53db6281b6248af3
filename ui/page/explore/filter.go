package explore

import (
	"slices"
	"strings"

	"nextrole"
)

// filter is one of the page's filters.
type filter int

// The filters in the order of their chips. Filters combine with AND, the
// choices inside one with OR.
const (
	byZone filter = iota
	byFamily
	byPay
	byGrowth
	byEducation
	byJobZone
	filterCount

	noFilter filter = -1
)

// choice is the set of chosen options of a filter; empty is any.
type choice map[int]bool

// option is something a filter can be set to.
type option struct {
	name  string // in the menu
	short string // on the chip
	holds func(*model, nextrole.Role) bool
}

// filterName is what is on the chip.
var filterName = [filterCount]string{"Zone", "Family", "Pay", "Growth", "Education", "Job zone"}

// options returns what a filter can be set to.
func options(f filter) []option { return filterOptions[f] }

var filterOptions = [filterCount][]option{
	byZone:      zoneOptions(),
	byFamily:    familyOptions(),
	byPay:       payOptions(),
	byGrowth:    growthOptions(),
	byEducation: educationOptions(),
	byJobZone:   jobZoneOptions(),
}

func zoneOptions() []option {
	var list []option
	for _, z := range []nextrole.Zone{nextrole.Red, nextrole.Yellow, nextrole.Green, nextrole.ZoneNone} {
		list = append(list, option{z.Name() + ", " + z.Plain(), z.Name(), func(m *model, r nextrole.Role) bool {
			reading, ok := m.library.Reading(r.Code)
			if !ok {
				return z == nextrole.ZoneNone
			}
			return reading.Zone == z
		}})
	}
	list[3].name = list[3].short
	return list
}

func familyOptions() []option {
	var list []option
	for _, f := range append(nextrole.Families(), nextrole.Beyond) {
		short, _, _ := strings.Cut(f.Name(), " and ")
		short, _, _ = strings.Cut(short, ",")
		list = append(list, option{f.Name(), short, func(_ *model, r nextrole.Role) bool { return r.Family == f }})
	}
	return list
}

// payOptions are bands of the median pay shown. A figure of a wider group is
// not the role's pay, so it passes no band but its own option.
func payOptions() []option {
	band := func(name, short string, from, to float64) option {
		return option{name, short, func(_ *model, r nextrole.Role) bool {
			f, ok := nextrole.Shown(r.Figures, nextrole.PayMedian)
			return ok && f.Parent == "" && *f.Value >= from && *f.Value < to
		}}
	}
	return []option{
		band("Under $50,000 a year", "under $50k", 0, 50_000),
		band("$50,000 to $75,000", "$50k–75k", 50_000, 75_000),
		band("$75,000 to $100,000", "$75k–100k", 75_000, 100_000),
		band("$100,000 and over", "$100k and over", 100_000, 1e12),
		{"Only known for a wider group", "wider group", func(_ *model, r nextrole.Role) bool {
			f, ok := nextrole.Shown(r.Figures, nextrole.PayMedian)
			return ok && f.Parent != ""
		}},
		{"No data", "no data", func(_ *model, r nextrole.Role) bool {
			_, ok := nextrole.Shown(r.Figures, nextrole.PayMedian)
			return !ok
		}},
	}
}

func growthOptions() []option {
	band := func(name, short string, from, to float64) option {
		return option{name, short, func(_ *model, r nextrole.Role) bool {
			f, ok := nextrole.Shown(r.Figures, nextrole.Growth)
			return ok && *f.Value >= from && *f.Value < to
		}}
	}
	return []option{
		band("Fewer jobs", "fewer jobs", -1000, 0),
		band("Up to 5% more jobs", "up to 5%", 0, 5),
		band("5% to 10% more", "5–10%", 5, 10),
		band("10% more and over", "10% and over", 10, 1000),
		{"No data", "no data", func(_ *model, r nextrole.Role) bool {
			_, ok := nextrole.Shown(r.Figures, nextrole.Growth)
			return !ok
		}},
	}
}

// education lists BLS's levels from the least to the most.
var education = []struct{ value, short string }{
	{"High school diploma or equivalent", "high school"},
	{"Some college, no degree", "some college"},
	{"Postsecondary nondegree award", "postsecondary award"},
	{"Associate's degree", "associate’s"},
	{"Bachelor's degree", "bachelor’s"},
	{"Master's degree", "master’s"},
	{"Doctoral or professional degree", "doctoral"},
}

func educationOptions() []option {
	var list []option
	for _, e := range education {
		list = append(list, option{strings.ReplaceAll(e.value, "'", "’"), e.short, func(_ *model, r nextrole.Role) bool {
			return r.Education != nil && r.Education.Value == e.value
		}})
	}
	return append(list, option{"Not known", "not known", func(_ *model, r nextrole.Role) bool { return r.Education == nil }})
}

func jobZoneOptions() []option {
	var list []option
	for _, z := range []struct{ value, plain string }{
		{"2", "some preparation"},
		{"3", "medium preparation"},
		{"4", "considerable preparation"},
		{"5", "extensive preparation"},
	} {
		list = append(list, option{z.value + ", " + z.plain, z.value, func(_ *model, r nextrole.Role) bool {
			return r.JobZone != nil && r.JobZone.Value == z.value
		}})
	}
	return append(list, option{"Not known", "not known", func(_ *model, r nextrole.Role) bool { return r.JobZone == nil }})
}

// passes reports whether a role passes all filters but one.
func (m *model) passes(r nextrole.Role, but filter) bool {
	for f := range filterCount {
		if f == but || len(m.filters[f]) == 0 {
			continue
		}
		if !slices.ContainsFunc(m.chosen(f), func(o option) bool { return o.holds(m, r) }) {
			return false
		}
	}
	return true
}

func (m *model) chosen(f filter) []option {
	var list []option
	for i, o := range options(f) {
		if m.filters[f][i] {
			list = append(list, o)
		}
	}
	return list
}

// counts returns how many of the roles that match the query and the other
// filters each option of f would list.
func (m *model) counts(f filter) []int {
	counts := make([]int, len(options(f)))
	for _, c := range m.candidates() {
		if !m.passes(c.role, f) {
			continue
		}
		for i, o := range options(f) {
			if o.holds(m, c.role) {
				counts[i]++
			}
		}
	}
	return counts
}

// toggle chooses an option or no longer.
func (m *model) toggle(f filter, i int) {
	if m.filters[f][i] {
		delete(m.filters[f], i)
	} else {
		m.filters[f][i] = true
	}
}

// clear sets all filters to any.
func (m *model) clear() {
	for f := range m.filters {
		m.filters[f] = choice{}
	}
}

func (m *model) filtered() bool {
	return slices.ContainsFunc(m.filters[:], func(c choice) bool { return len(c) > 0 })
}

// chipText is what the chip of a filter says it is set to; "" is any.
func (m *model) chipText(f filter) string {
	chosen := m.chosen(f)
	switch len(chosen) {
	case 0:
		return ""
	case 1:
		return chosen[0].short
	case 2:
		return chosen[0].short + ", " + chosen[1].short
	}
	return plural(len(chosen), "choice", "choices")
}
