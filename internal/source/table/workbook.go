package table

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// The most a workbook may take: of the file, unpacked in memory, and unpacked
// in all. What is beyond the second goes through a temporary file.
const (
	largestWorkbook = 64 << 20
	inMemory        = 24 << 20
	largestUnpacked = 512 << 20
	mostRows        = 1 << 20
)

// FromWorkbook returns the sheets of a workbook (.xlsx), in order. Dates stand
// in the cells as they are shown, numbers as they are stored.
func FromWorkbook(name string, open Opener) ([]*Table, error) {
	book, err := openWorkbook(name, open)
	if err != nil {
		return nil, err
	}
	defer book.Close()
	var tables []*Table
	for _, sheet := range book.GetSheetList() {
		t := &Table{File: name, Sheet: sheet}
		t.rows = func(yield func(Row) bool) error { return sheetRows(name, sheet, open, yield) }
		tables = append(tables, t)
	}
	return tables, nil
}

func openWorkbook(name string, open Opener) (book *excelize.File, err error) {
	f, err := open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	defer func() {
		if r := recover(); r != nil {
			book, err = nil, broken(name, fmt.Errorf("%v", r))
		}
	}()
	limited := &io.LimitedReader{R: f, N: largestWorkbook + 1}
	book, err = excelize.OpenReader(limited, excelize.Options{
		UnzipSizeLimit:    largestUnpacked,
		UnzipXMLSizeLimit: inMemory,
		RawCellValue:      true,
	})
	if limited.N <= 0 {
		return nil, &Error{File: name, Text: fmt.Sprintf("the workbook is larger than %d MB", largestWorkbook>>20)}
	}
	if err != nil {
		return nil, broken(name, err)
	}
	return book, nil
}

func broken(name string, err error) error {
	switch {
	case errors.Is(err, excelize.ErrWorkbookFileFormat):
		return &Error{File: name, Text: "this is no workbook that can be read; if it has a password, save it without one"}
	default:
		return &Error{File: name, Text: "the workbook cannot be read: " + err.Error()}
	}
}

func sheetRows(name, sheet string, open Opener, yield func(Row) bool) (err error) {
	book, err := openWorkbook(name, open)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, book.Close()) }()
	rows, err := book.Rows(sheet)
	if err != nil {
		return broken(name, err)
	}
	defer rows.Close()
	columns := rows.Columns
	if hasDates(book) {
		shown, err := book.Rows(sheet)
		if err != nil {
			return broken(name, err)
		}
		defer shown.Close()
		columns = func(...excelize.Options) ([]string, error) { return dated(rows, shown) }
	}
	for n := 1; rows.Next(); n++ {
		cells, err := columns()
		switch {
		case err != nil:
			return &Error{File: name, Line: n, Text: err.Error()}
		case n > mostRows:
			return &Error{File: name, Line: n, Text: fmt.Sprintf("the sheet has more than %d rows", mostRows)}
		case len(cells) > mostCells:
			return &Error{File: name, Line: n, Text: fmt.Sprintf("a row of %d cells; %d is the most", len(cells), mostCells)}
		}
		if !yield(Row{Line: n, Cells: cells}) {
			return errStop
		}
	}
	if err := rows.Error(); err != nil {
		return broken(name, err)
	}
	return nil
}
