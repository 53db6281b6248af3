package table_test

import (
	"bytes"
	"io"
	"slices"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"nextrole/internal/source/table"
)

// Dates stand in the cells as they are shown, and every number as it is stored.
func TestDatesOfAWorkbook(t *testing.T) {
	book := excelize.NewFile()
	defer book.Close()
	day := time.Date(2024, time.May, 17, 0, 0, 0, 0, time.UTC)
	custom, money := "mmm-yy", `"USD" #,##0.00`
	styles := []excelize.Style{{}, {NumFmt: 14}, {CustomNumFmt: &custom}, {CustomNumFmt: &money}, {NumFmt: 3}, {}}
	for i, value := range []any{"text", day, day, 45429.255, 45429.255, 0.05} {
		cell, err := excelize.CoordinatesToCellName(i+1, 2) // row 1 has no cells
		noError(t, err)
		noError(t, book.SetCellValue("Sheet1", cell, value))
		if i == 0 || i == 5 {
			continue
		}
		style, err := book.NewStyle(&styles[i])
		noError(t, err)
		noError(t, book.SetCellStyle("Sheet1", cell, cell, style))
	}
	made, err := book.WriteToBuffer()
	noError(t, err)
	tables, err := table.FromWorkbook("dates.xlsx", func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(made.Bytes())), nil
	})
	noError(t, err)
	rows := 0
	for row := range tables[0].Rows() {
		rows++
		if want := []string{"text", "05-17-24", "May-24", "45429.255", "45429.255", "0.05"}; row.Line != 2 || !slices.Equal(row.Cells, want) {
			t.Errorf("line %d: %q, want %q", row.Line, row.Cells, want)
		}
	}
	if err := tables[0].Err(); err != nil || rows != 1 {
		t.Errorf("%d rows: %v", rows, err)
	}
}

func noError(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
