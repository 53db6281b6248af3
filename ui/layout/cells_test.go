package layout_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nextrole/ui/layout"
)

// The cell without a width takes what those that are shown leave.
func TestCells(t *testing.T) {
	c := layout.Cells{Height: 50, End: 10, Of: []layout.Cell{{Width: 30}, {}, {Width: 100, From: 400}}}
	objects := []fyne.CanvasObject{canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
	for _, test := range []struct {
		width, title float32
		last         bool
	}{{400, 260, true}, {399, 359, false}, {1000, 860, true}} {
		c.Layout(objects, fyne.NewSize(test.width, 50))
		if got := objects[1].Size().Width + 8; got != test.title || objects[2].Visible() != test.last {
			t.Errorf("in %v the title has %v, and the last is shown: %v", test.width, got, objects[2].Visible())
		}
		if right := objects[2].Position().X + objects[2].Size().Width; test.last && right != test.width-18 {
			t.Errorf("in %v the last ends at %v", test.width, right)
		}
	}
}

// Beside the list the pane has its width where there is room and something in it.
func TestBeside(t *testing.T) {
	list, pane := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	side := layout.NewLayers(pane)
	for _, test := range []struct {
		width, list  float32
		hidden, side bool
	}{{939, 939, false, false}, {940, 600, false, true}, {2000, 1564, false, true}, {2000, 2000, true, false}} {
		pane.Hidden = test.hidden
		layout.Beside{Pane: pane}.Layout([]fyne.CanvasObject{list, side}, fyne.NewSize(test.width, 600))
		if list.Size().Width != test.list || side.Visible() != test.side {
			t.Errorf("in %v the list has %v, and the pane is shown: %v", test.width, list.Size().Width, side.Visible())
		}
	}
}
