package nextrole

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// unformattable is shown for what is not a finite number.
const unformattable = "no data"

// Decimal returns v with a fixed number of decimals, halves rounded away from
// zero, as people read it: "2.65", "−4". A billionth is added to the size
// first, so that a half survives binary fractions.
func Decimal(v float64, places int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return unformattable
	}
	scale := math.Pow10(places)
	size := math.Floor((math.Abs(v)+1e-9)*scale+0.5) / scale
	s := strconv.FormatFloat(size, 'f', places, 64)
	if v < 0 && size > 0 {
		return "−" + s
	}
	return s
}

// Signed is [Decimal] with a plus sign before what shows as more than zero.
func Signed(v float64, places int) string {
	s := Decimal(v, places)
	if s == unformattable || v < 0 || strings.Trim(s, "0.") == "" {
		return s
	}
	return "+" + s
}

// Score returns an AIJRI score as it is displayed: "20.9".
func Score(v float64) string { return Decimal(v, 1) }

// Count returns a number of jobs or openings: "3,200".
func Count(v float64) string { return grouped(Decimal(v, 0)) }

// Money returns dollars to the nearest ten: "$68,020", "−$1,200".
func Money(dollars float64) string {
	s := Count(math.Round(dollars/10) * 10)
	switch {
	case s == unformattable:
		return s
	case strings.HasPrefix(s, "−"):
		return "−$" + strings.TrimPrefix(s, "−")
	}
	return "$" + s
}

// SignedMoney is [Money] with a plus sign before what shows as more than zero.
func SignedMoney(dollars float64) string {
	s := Money(dollars)
	if strings.HasPrefix(s, "$") && s != "$0" {
		return "+" + s
	}
	return s
}

// Percent returns a fraction of 1 in percent: "45%", and with a decimal where it
// is not whole, "62.5%", so that the parts of a week add up.
func Percent(fraction float64) string {
	return percent(strings.TrimSuffix(Decimal(fraction*100, 1), ".0"))
}

// SignedPercent returns a change in percent, whole: "+16%", "−4%", "0%".
func SignedPercent(change float64) string { return percent(Signed(change, 0)) }

func percent(s string) string {
	if s == unformattable {
		return s
	}
	return s + "%"
}

// Chance writes a chance to the nearest 5 %, which is what the model of raters who
// differ is good for, without calling a small one none or a large one certain.
func Chance(chance float64) string {
	switch fifths := math.Round(chance * 20); {
	case fifths == 0 && chance > 0:
		return "under 5%"
	case fifths == 20 && chance < 1:
		return "over 95%"
	default:
		return Decimal(fifths*5, 0) + "%"
	}
}

// Date returns an ISO date as people write it, "November 22, 2026", and anything
// else as it is.
func Date(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return t.Format("January 2, 2006")
}

// grouped puts commas between thousands.
func grouped(s string) string {
	digits := strings.TrimPrefix(s, "−")
	sign := strings.TrimSuffix(s, digits)
	if digits == unformattable {
		return s
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}

// Capital starts text with a capital letter.
func Capital(text string) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return strings.ToUpper(string(first)) + text[size:]
}

// Bytes writes a number of bytes for people: "812 bytes", "40 kB", "3.4 MB".
func Bytes(n int64) string {
	const kilo, mega = 1000, 1000 * 1000
	switch {
	case n < kilo:
		return fmt.Sprintf("%d bytes", n)
	case n < mega-kilo/2:
		return Decimal(float64(n)/kilo, 0) + " kB"
	}
	return Decimal(float64(n)/mega, 1) + " MB"
}

// Cents writes an amount in dollars with its cents: "$23.50".
func Cents(v float64) string { return "$" + strconv.FormatFloat(v, 'f', 2, 64) }
