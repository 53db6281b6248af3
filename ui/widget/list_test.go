package widget_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// A list that becomes shorter and longer again, as one types, makes no rows
// anew, and shows each change once.
func TestListKeepsItsRows(t *testing.T) {
	count, made, updates := 30, 0, 0
	words := map[int]string{}
	l := widget.NewList(
		func() int { return count },
		func() fyne.CanvasObject {
			made++
			return widget.NewText("", theme.Body, theme.Text)
		},
		func(i int, row fyne.CanvasObject) {
			updates++
			words[i] = fmt.Sprint("row ", i, " of ", count)
			row.(*widget.Text).Set(words[i])
		})
	show(t, l, 200, 200)
	l.Renew(0)
	before, rows := made, len(words)
	for _, n := range []int{30, 1, 30, 2, 0, 3, 30} {
		count, updates = n, 0
		clear(words)
		l.Renew(0)
		if want := min(n, rows); updates != want {
			t.Errorf("%d rows are shown by %d updates, want %d", n, updates, want)
		}
		if n > 0 && l.At() != 0 || n == 0 && l.At() != -1 {
			t.Errorf("of %d rows %d is chosen", n, l.At())
		}
	}
	if extra := made - before; extra > rows {
		t.Errorf("%d rows were made beyond the first %d", extra, before)
	}
}

// Rows that were not seen during a change of theme come back in the new one.
func TestListRowsWearTheTheme(t *testing.T) {
	count := 8
	var shown []*widget.Text
	l := widget.NewList(
		func() int { return count },
		func() fyne.CanvasObject { return widget.NewText("a row", theme.Body, theme.Text) },
		func(i int, row fyne.CanvasObject) { shown = append(shown, row.(*widget.Text)) })
	show(t, l, 200, 200)
	l.Renew(0)
	count = 1
	l.Renew(0)
	dark, err := theme.New(theme.Dark)
	if err != nil {
		t.Fatal(err)
	}
	fyne.CurrentApp().Settings().SetTheme(dark)
	count, shown = 8, nil
	l.Renew(0)
	if len(shown) < 2 {
		t.Fatalf("%d rows are shown", len(shown))
	}
	for i, text := range shown {
		if run := drawnRun(text); run.Color != theme.Color(theme.Text) {
			t.Errorf("row %d is drawn in %v, want %v", i, run.Color, theme.Color(theme.Text))
		}
	}
}

func drawnRun(text *widget.Text) *canvas.Text {
	return test.WidgetRenderer(text).Objects()[0].(*canvas.Text)
}

// A click on a row chooses it, and a second one later too.
func TestListClicks(t *testing.T) {
	f := newFruits(5)
	s := show(t, f.list, 200, 200)
	for _, i := range []int{2, 0, 2} {
		test.TapCanvas(s.canvas, fyne.NewPos(20, float32(20*i+10)))
		if f.list.At() != i {
			t.Errorf("after a click on row %d, %d is chosen", i, f.list.At())
		}
	}
}
