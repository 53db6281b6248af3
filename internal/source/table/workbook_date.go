package table

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// A workbook keeps a date as the number of its day. Only the style of the cell
// tells it from other numbers, and the library tells the style only by the cell
// as it is shown: so a book with styles for dates is read twice, side by side.

var (
	quotedText = regexp.MustCompile(`"[^"]*"|\[[^\]]*\]|\\.`)
	shownDate  = regexp.MustCompile(`\d[/.:-]\d+[/.:-]\d|\d:\d\d|\d[/-]\d|(?i)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)`)
)

// hasDates reports whether a workbook has a style that shows numbers as dates.
func hasDates(book *excelize.File) bool {
	styles := book.Styles
	if styles == nil || styles.CellXfs == nil {
		return false
	}
	dates := map[int]bool{}
	if styles.NumFmts != nil {
		for _, f := range styles.NumFmts.NumFmt {
			code := quotedText.ReplaceAllString(strings.ToLower(f.FormatCode), "")
			dates[f.NumFmtID] = strings.ContainsAny(code, "ymdhs") && !strings.Contains(code, "general")
		}
	}
	for _, style := range styles.CellXfs.Xf {
		if style.NumFmtID != nil && (dates[*style.NumFmtID] || builtInDate(*style.NumFmtID)) {
			return true
		}
	}
	return false
}

// builtInDate reports whether a style that every workbook has is one of dates.
func builtInDate(id int) bool {
	return 14 <= id && id <= 22 || 27 <= id && id <= 36 || 45 <= id && id <= 47 || 50 <= id && id <= 58
}

// dated returns the cells of a row with its dates as they are shown. Both are
// iterators of the same sheet; the second is one row behind.
func dated(rows, shown *excelize.Rows) ([]string, error) {
	cells, err := rows.Columns()
	if err != nil || !shown.Next() {
		return cells, err
	}
	as, err := shown.Columns(excelize.Options{RawCellValue: false})
	withDates(cells, as)
	return cells, err
}

// withDates puts dates as they are shown in the place of their numbers.
func withDates(cells, shown []string) {
	for i := range min(len(cells), len(shown)) {
		if cells[i] == shown[i] || !shownDate.MatchString(shown[i]) {
			continue
		}
		if _, err := strconv.ParseFloat(cells[i], 64); err == nil {
			cells[i] = shown[i]
		}
	}
}
