package onet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"nextrole"
)

// release is which release of the database some files are of.
type release struct {
	number string // "30.1"; empty where nothing tells
	period nextrole.Period
	told   bool // by the files themselves, rather than by a name or a date
}

var (
	readMe    = regexp.MustCompile(`O\*NET[®\s]*(\d{2}\.\d) Database`)
	released  = regexp.MustCompile(`(January|February|March|April|May|June|July|August|September|October|November|December) (20\d\d) Release`)
	inName    = regexp.MustCompile(`(?:^|[^0-9])(2[0-9]|3[0-9])[._](\d)(?:[^0-9]|$)`)
	dateShape = regexp.MustCompile(`^(\d{2})/(\d{4})$`)
)

// readMeRelease reads which release the text that comes with one is about.
func readMeRelease(text string) (release, bool) {
	number := readMe.FindStringSubmatch(text)
	if number == nil {
		return release{}, false
	}
	r := release{number: number[1], told: true}
	if month := released.FindStringSubmatch(text); month != nil {
		r.period = nextrole.Period(month[1] + " " + month[2])
	} else {
		r.period = usualPeriod(r.number)
	}
	return r, true
}

// namedRelease reads a release's number from the names of its files or folders.
func namedRelease(names []string) (release, bool) {
	for _, name := range names {
		if m := inName.FindStringSubmatch(name); m != nil {
			number := m[1] + "." + m[2]
			return release{number: number, period: usualPeriod(number)}, true
		}
	}
	return release{}, false
}

// datedRelease takes the release for the one whose month the newest date in its
// files is, "12/2025", or for the one that followed.
func datedRelease(newest string) (release, bool) {
	m := dateShape.FindStringSubmatch(newest)
	if m == nil {
		return release{}, false
	}
	month, _ := strconv.Atoi(m[1])
	year, _ := strconv.Atoi(m[2])
	for number := 250; number < 500; number++ {
		name := fmt.Sprintf("%d.%d", number/10, number%10)
		y, mo := usualMonth(name)
		if number%10 > 3 || y*12+mo < year*12+month {
			continue
		}
		return release{number: name, period: usualPeriod(name)}, true
	}
	return release{}, false
}

// usualMonth is when a release is published: 30.0 in August 2025, and .1 to .3
// in the November or December, February and May after. It is what the O*NET
// center has kept to since 2020.
func usualMonth(number string) (year, month int) {
	var whole, part int
	if _, err := fmt.Sscanf(number, "%d.%d", &whole, &part); err != nil {
		return 0, 0
	}
	year = whole + 1995
	switch part {
	case 0:
		return year, 8
	case 1:
		if whole >= 30 {
			return year, 12
		}
		return year, 11
	case 2:
		return year + 1, 2
	default:
		return year + 1, 5
	}
}

func usualPeriod(number string) nextrole.Period {
	year, month := usualMonth(number)
	if year == 0 {
		return ""
	}
	return nextrole.Period(fmt.Sprintf("%s %d", time.Month(month), year))
}

// sourceOf describes a release as a source, to be dated by who imports it.
func sourceOf(r release) nextrole.Source {
	s := nextrole.Source{
		ID:        nextrole.SourceID("onet-" + r.number + "-database"),
		Publisher: "U.S. Department of Labor, Employment and Training Administration",
		Title:     "O*NET " + r.number + " Database",
		Short:     "O*NET " + r.number,
		Release:   r.number,
		Period:    r.period,
		License:   "CC BY 4.0",
		Credit: "This program includes information from the O*NET " + r.number + " Database by the U.S. Department of Labor, " +
			"Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. " +
			"NextRole has modified some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.",
	}
	if !r.told {
		s.Remark = "The files do not say their release; it was taken from a name or from the newest date in them."
	}
	return s
}

// old reports whether a code is of O*NET-SOC 2010, which no release from 25.1 on
// has: its computer occupations begin with 15-11, and its records technicians are
// 29-2071.00.
func old(code string) bool { return strings.HasPrefix(code, "15-11") || code == "29-2071.00" }

// IsReadMe reports whether a text is the note that comes with a release and
// says its number.
func IsReadMe(text string) bool {
	_, ok := readMeRelease(text)
	return ok
}
