package layout_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"nextrole/ui/layout"
)

func TestSticky(t *testing.T) {
	for _, test := range []struct {
		name                 string
		height, offset, view float32
		want                 float32
	}{
		{"at the top", 100, 0, 300, 0},
		{"scrolled", 100, 250, 300, 250},
		{"at the end", 100, 990, 300, 900},
		{"higher than the view", 400, 50, 300, 0},
		{"its end in view", 400, 250, 300, 150},
		{"and at the end", 400, 700, 300, 600},
		{"higher than its room", 1200, 500, 300, 0},
	} {
		o := canvas.NewRectangle(nil)
		c, s := layout.NewSticky(layout.NewFixed(50, test.height, o))
		c.Resize(fyne.NewSize(50, 1000))
		s.Follow(c, test.offset, test.view)
		if got := c.Objects[0].Position().Y; got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}
