package nextrole

import (
	"regexp"
	"strconv"
	"strings"
)

// Period is the time a figure speaks of, as its publisher writes it but with
// an ASCII hyphen: "May 2025", "2025", "2024-34", or "2035 projected" for a
// count that lies in the future.
type Period string

const projected = " projected"

var (
	yearOnly  = regexp.MustCompile(`^(\d{4})$`)
	yearRange = regexp.MustCompile(`^(\d{4})-(\d{2})$`)
	monthYear = regexp.MustCompile(`^(\w{3,9}) (\d{4})$`)
)

var months = map[string]int{
	"January": 1, "February": 2, "March": 3, "April": 4, "May": 5, "June": 6,
	"July": 7, "August": 8, "September": 9, "October": 10, "November": 11, "December": 12,
}

// Valid reports whether p has one of the forms a period may have.
func (p Period) Valid() bool { _, ok := p.start(); return ok }

// Projected reports whether p lies in the future of the figure's source.
func (p Period) Projected() bool { return strings.HasSuffix(string(p), projected) }

// Newer reports whether p starts later than q. A whole year counts from its
// middle, so 2025 is newer than May 2025; an invalid period is older than all.
func (p Period) Newer(q Period) bool {
	a, _ := p.start()
	b, _ := q.start()
	return a > b
}

// Year returns the year that p starts in, or 0 for an invalid period.
func (p Period) Year() int {
	month, _ := p.start()
	return (month - 1) / 12
}

// String returns p as people read it, with an en dash in a range of years.
func (p Period) String() string { return strings.ReplaceAll(string(p), "-", "–") }

// start returns the beginning of the period in months since the year 0.
func (p Period) start() (month int, ok bool) {
	s := strings.TrimSuffix(string(p), projected)
	if m := yearOnly.FindStringSubmatch(s); m != nil {
		year, _ := strconv.Atoi(m[1])
		return year*12 + 6, true
	}
	if m := yearRange.FindStringSubmatch(s); m != nil {
		year, _ := strconv.Atoi(m[1])
		return year*12 + 1, true
	}
	if m := monthYear.FindStringSubmatch(s); m != nil && months[m[1]] > 0 {
		year, _ := strconv.Atoi(m[2])
		return year*12 + months[m[1]], true
	}
	return 0, false
}
