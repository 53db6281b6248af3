package chart

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"nextrole"
)

// weekHours is the week that shares are also told in.
const weekHours = 40

// finite reports whether v is a number one can draw.
func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// trimmed is a number without trailing zeros.
func trimmed(v float64, decimals int) string {
	s := nextrole.Decimal(v, decimals)
	if !strings.Contains(s, ".") {
		return s
	}
	return strings.TrimRight(strings.TrimRight(s, "0"), ".")
}

// percent writes a share of 0 to 100 percent to whole percents where it is
// whole, and else to one decimal.
func percent(v float64) string {
	switch {
	case !finite(v):
		return nextrole.Decimal(v, 0)
	case v > 0 && v < 0.05:
		return "<0.1%"
	}
	return trimmed(v, 1) + "%"
}

// titled writes a percentage as titles and sentences say it: as the rows below
// them do, but for what is all or nothing to the eye.
func titled(v float64) string {
	switch {
	case v > 0 && v < 0.5:
		return "Under 1%"
	case v < 100 && v > 99.5:
		return "Over 99%"
	}
	return percent(v)
}

// hours writes a share of time as hours of a week.
func hours(s nextrole.Share) string {
	return trimmed(s.Percent()*weekHours/100, 4)
}

// count writes how many there are of something.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// caption joins a measure with whose it is and as of when.
func (o Origin) caption(measure string) string {
	parts := []string{measure}
	if o.Status != "" {
		parts = append(parts, o.Status.Name())
	}
	if o.AsOf != "" {
		parts = append(parts, o.AsOf)
	}
	return strings.Join(parts, " · ")
}

// mark puts the status before a finding about a zone, unless it is the
// publisher's.
func (o Origin) mark(finding string) string {
	if o.Status == "" || o.Status == nextrole.Published || finding == "" {
		return finding
	}
	return nextrole.Capital(o.Status.Name()) + ": " + finding
}

// tag is the status as a short word beside a name, empty for published.
func tag(s nextrole.Status) string {
	switch s {
	case nextrole.Published, "":
		return ""
	case nextrole.Draft:
		return "draft"
	}
	return s.Name()
}

// lower starts text without a capital.
func lower(text string) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return strings.ToLower(string(first)) + text[size:]
}
