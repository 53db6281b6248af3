package layout_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"nextrole/ui/layout"
)

// show puts a Scroll into a window of a size.
func show(s *layout.Scroll, width, height float32) fyne.Window {
	w := test.NewWindow(s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

// At any sequence of sizes the content is as wide as the view, and as high as
// it needs or the view is.
func TestScrollFits(t *testing.T) {
	test.NewTempApp(t)
	rapid.Check(t, func(t *rapid.T) {
		content := layout.NewInset(3, 4, 5, 6, newBrick("content", 10, float32(rapid.IntRange(0, 90000).Draw(t, "area"))))
		s := layout.NewScroll(content)
		w := show(s, 300, 200)
		defer w.Close()
		for range 4 {
			size := fyne.NewSize(float32(rapid.IntRange(40, 700).Draw(t, "width")), float32(rapid.IntRange(40, 500).Draw(t, "height")))
			w.Resize(size)
			if s.Size() != size {
				t.Fatalf("the view is %v in a window of %v", s.Size(), size)
			}
			want := fyne.NewSize(size.Width, max(size.Height, layout.HeightFor(content, size.Width)))
			if got := content.Size(); got != want {
				t.Errorf("in a view of %v the content is %v, want %v", size, got, want)
			}
			s.By(1e6)
			if got, most := s.Offset(), max(want.Height-size.Height, 0); got != most {
				t.Errorf("the end is at %v, want %v", got, most)
			}
		}
	})
}

func TestScrollMoves(t *testing.T) {
	test.NewTempApp(t)
	content := newBrick("content", 10, 100*1000)
	s := layout.NewScroll(content)
	defer show(s, 100, 200).Close()
	if s.Content() != fyne.CanvasObject(content) {
		t.Error("the content is something else")
	}
	for _, step := range []struct {
		name string
		do   func()
		want float32
	}{
		{"nothing", func() {}, 0},
		{"down", func() { s.By(120) }, 120},
		{"what is seen already", func() { s.Reveal(150, 20) }, 120},
		{"what is above", func() { s.Reveal(100, 20) }, 88},
		{"what is below", func() { s.Reveal(400, 30) }, 242},
		{"the beginning", func() { s.Reveal(5, 10) }, 0},
		{"the end", func() { s.Reveal(980, 20) }, 800},
		{"above the beginning", func() { s.By(-5000) }, 0},
		{"down again", func() { s.By(50) }, 50},
		{"back to the top", s.ToTop, 0},
	} {
		step.do()
		if got := s.Offset(); got != step.want {
			t.Errorf("after %s: offset %v, want %v", step.name, got, step.want)
		}
	}
}

func TestScrollReflow(t *testing.T) {
	test.NewTempApp(t)
	content := newBrick("content", 10, 100*1000)
	s := layout.NewScroll(content)
	defer show(s, 100, 200).Close()
	s.By(700)
	for _, tt := range []struct{ area, height, offset float32 }{
		{100 * 2000, 2000, 700},
		{100 * 500, 500, 300}, // what is shown stays within the content
		{100 * 10, 200, 0},
	} {
		content.area = tt.area
		s.Reflow()
		if got := content.Size(); got != fyne.NewSize(100, tt.height) {
			t.Errorf("content is %v, want a height of %v", got, tt.height)
		}
		if got := s.Offset(); got != tt.offset {
			t.Errorf("at height %v the offset is %v, want %v", tt.height, got, tt.offset)
		}
	}
}

func TestHeightForOthers(t *testing.T) {
	test.NewTempApp(t)
	for _, tt := range []struct {
		name string
		o    fyne.CanvasObject
		want float32
	}{
		{"a thing of one size", fixed(10, 20), 20},
		{"an empty container", &fyne.Container{}, 0},
		{"a container of nothing", layout.NewLayers(), 0},
		{"something tall", newBrick("", 10, 1000), 20},
	} {
		if got := layout.HeightFor(tt.o, 50); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// Content that changed its height is laid out again by Again, deep inside too,
// and can be scrolled to its end.
func TestScrollAgain(t *testing.T) {
	test.NewTempApp(t)
	first, second := newBrick("first", 10, 100*50), newBrick("second", 10, 100*50)
	inner := layout.NewStack(0, first, second)
	s := layout.NewScroll(layout.NewStack(0, layout.NewInset(0, 0, 0, 0, inner)))
	defer show(s, 100, 80).Close()
	for _, area := range []float32{100 * 400, 100 * 10, 100 * 90} {
		first.area = area
		s.Again()
		height := area / 100
		if got := second.Position().Y; got != height {
			t.Errorf("below %v the second is at %v", height, got)
		}
		s.By(1e6)
		if got, want := s.Offset(), max(height+50-80, 0); got != want {
			t.Errorf("with %v above, the end is at %v, want %v", height, got, want)
		}
		s.ToTop()
	}
}
