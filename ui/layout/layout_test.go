package layout_test

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nextrole/ui/layout"
)

// brick is like text that wraps: the narrower it is, the higher it has to be.
type brick struct {
	widget.BaseWidget

	name  string
	least float32 // width
	area  float32
}

func newBrick(name string, least, area float32) *brick {
	b := &brick{name: name, least: least, area: area}
	b.ExtendBaseWidget(b)
	return b
}

func (b *brick) HeightFor(width float32) float32 {
	return float32(math.Ceil(float64(b.area / max(width, 1))))
}

func (b *brick) MinSize() fyne.Size { return fyne.NewSize(b.least, b.HeightFor(b.least)) }

func (b *brick) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Black))
}

// fixed is a thing of one size.
func fixed(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Black)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

// box is where an object stands: x, y, width, height.
type box [4]float32

func boxOf(o fyne.CanvasObject) box {
	p, s := o.Position(), o.Size()
	return box{p.X, p.Y, s.Width, s.Height}
}

// arrange lays a container out at a width, as high as it asks to be or given.
func arrange(c *fyne.Container, width, height float32) []box {
	if height == 0 {
		height = layout.HeightFor(c, width)
	}
	c.Resize(fyne.NewSize(width, height))
	boxes := make([]box, len(c.Objects))
	for i, o := range c.Objects {
		boxes[i] = boxOf(o)
	}
	return boxes
}

func TestPlaces(t *testing.T) {
	test.NewTempApp(t)
	hidden := fixed(500, 500)
	hidden.Hide()
	wall := func() fyne.CanvasObject { return newBrick("", 10, 1000) }
	for _, tt := range []struct {
		name          string
		c             *fyne.Container
		width, height float32 // height 0 is as high as it asks to be
		asks          float32
		want          []box
	}{
		{
			"stack", layout.NewStack(4, fixed(10, 20), wall(), fixed(30, 5)), 100, 0, 43,
			[]box{{0, 0, 100, 20}, {0, 24, 100, 10}, {0, 38, 100, 5}},
		},
		{
			"stack without the hidden", layout.NewStack(4, fixed(10, 20), hidden, fixed(30, 5)), 100, 0, 29,
			[]box{{0, 0, 100, 20}, {}, {0, 24, 100, 5}},
		},
		{"stack of nothing", layout.NewStack(4), 100, 0, 0, []box{}},
		{
			"fill", layout.NewFill(1, fixed(10, 20), wall(), fixed(30, 5)), 100, 200, 35,
			[]box{{0, 0, 100, 20}, {0, 20, 100, 175}, {0, 195, 100, 5}},
		},
		{
			"fill with too little room", layout.NewFill(1, fixed(10, 20), wall(), fixed(30, 5)), 100, 22, 35,
			[]box{{0, 0, 100, 20}, {0, 20, 100, 0}, {0, 20, 100, 5}},
		},
		{
			"row", layout.NewRow(6, fixed(10, 20), fixed(30, 10)), 100, 0, 20,
			[]box{{0, 0, 10, 20}, {16, 5, 30, 10}},
		},
		{
			"row without the hidden", layout.NewRow(6, hidden, fixed(10, 20), fixed(30, 10)), 100, 0, 20,
			[]box{{}, {0, 0, 10, 20}, {16, 5, 30, 10}},
		},
		{
			"bar", layout.NewBar(6, 1, fixed(10, 4), wall(), fixed(30, 10)), 98, 0, 22,
			[]box{{0, 9, 10, 4}, {16, 0, 46, 22}, {68, 6, 30, 10}},
		},
		{
			"split", layout.NewSplit(1, fixed(10, 4), wall()), 60, 40, 20,
			[]box{{0, 0, 10, 40}, {10, 0, 50, 40}},
		},
		{
			"top row", &fyne.Container{Layout: layout.Row{Align: layout.Top}, Objects: []fyne.CanvasObject{fixed(10, 20), fixed(30, 10)}}, 100, 50, 20,
			[]box{{0, 0, 10, 20}, {10, 0, 30, 10}},
		},
		{
			"columns", layout.NewColumns(10, 100, wall(), wall()), 110, 0, 20,
			[]box{{0, 0, 50, 20}, {60, 0, 50, 20}},
		},
		{
			"weighted columns", &fyne.Container{
				Layout:  layout.Columns{Weights: []float32{1, 3}, Gap: 20},
				Objects: []fyne.CanvasObject{wall(), wall()},
			}, 100, 0, 50,
			[]box{{0, 0, 20, 50}, {40, 0, 60, 50}},
		},
		{
			"columns without the hidden", layout.NewColumns(10, 0, wall(), hidden, wall()), 110, 0, 20,
			[]box{{0, 0, 50, 20}, {}, {60, 0, 50, 20}},
		},
		{
			"narrow columns", layout.NewColumns(10, 100, wall(), wall()), 50, 0, 50,
			[]box{{0, 0, 50, 20}, {0, 30, 50, 20}},
		},
		{
			"flow", layout.NewFlow(5, 3, fixed(40, 10), fixed(40, 20), fixed(40, 10)), 100, 0, 33,
			[]box{{0, 5, 40, 10}, {45, 0, 40, 20}, {0, 23, 40, 10}},
		},
		{
			"flow that just fits", layout.NewFlow(5, 3, fixed(40, 10), fixed(40, 10)), 85, 0, 10,
			[]box{{0, 0, 40, 10}, {45, 0, 40, 10}},
		},
		{
			"flow of something wide", layout.NewFlow(5, 3, fixed(40, 10), newBrick("", 200, 2000), fixed(40, 10)), 100, 0, 46,
			[]box{{0, 0, 40, 10}, {0, 13, 100, 20}, {0, 36, 40, 10}},
		},
		{
			"inset", layout.NewInset(1, 2, 3, 4, wall()), 56, 0, 24,
			[]box{{4, 1, 50, 20}},
		},
		{"inset too narrow", layout.NewInset(1, 20, 3, 40, fixed(1, 2)), 50, 0, 6, []box{{40, 1, 0, 2}}},
		{
			"layers", layout.NewLayers(fixed(0, 0), wall(), fixed(10, 5)), 50, 0, 20,
			[]box{{0, 0, 50, 20}, {0, 0, 50, 20}, {0, 0, 50, 20}},
		},
		{"fixed height", layout.NewFixed(0, 30, wall()), 50, 0, 30, []box{{0, 0, 50, 30}}},
		{"fixed width", layout.NewFixed(20, 0, wall()), 50, 0, 20, []box{{0, 0, 50, 20}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := layout.HeightFor(tt.c, tt.width); got != tt.asks {
				t.Errorf("asks for a height of %v, want %v", got, tt.asks)
			}
			got := arrange(tt.c, tt.width, tt.height)
			for i, o := range tt.c.Objects {
				if !o.Visible() {
					got[i] = box{}
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("places (-want +got):\n%s", diff)
			}
		})
	}
}

func TestMinSize(t *testing.T) {
	test.NewTempApp(t)
	hidden := fixed(500, 500)
	hidden.Hide()
	two := []fyne.CanvasObject{fixed(10, 20), hidden, fixed(30, 5)}
	for _, tt := range []struct {
		name string
		c    *fyne.Container
		want fyne.Size
	}{
		{"stack", layout.NewStack(4, two...), fyne.NewSize(30, 29)},
		{"row", layout.NewRow(4, two...), fyne.NewSize(44, 20)},
		{"columns", layout.NewColumns(4, 100, two...), fyne.NewSize(30, 29)},
		{"flow", layout.NewFlow(4, 4, two...), fyne.NewSize(30, 20)},
		{"layers", layout.NewLayers(two...), fyne.NewSize(30, 20)},
		{"inset", layout.NewInset(1, 2, 3, 4, fixed(10, 20)), fyne.NewSize(16, 24)},
		{"inset around the hidden", layout.NewInset(1, 2, 3, 4, hidden), fyne.Size{}},
		{"fixed", layout.NewFixed(50, 60, fixed(10, 20)), fyne.NewSize(50, 60)},
		{"fixed width", layout.NewFixed(50, 0, newBrick("", 10, 1000)), fyne.NewSize(50, 20)},
		{"fixed height", layout.NewFixed(0, 60, fixed(10, 20)), fyne.NewSize(10, 60)},
	} {
		if got := tt.c.MinSize(); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// plan makes containers in containers.
type plan struct {
	t *rapid.T
	n int
}

func (p *plan) tree(depth int) fyne.CanvasObject {
	kind := "brick"
	if depth > 0 {
		kind = rapid.SampledFrom([]string{"brick", "stack", "row", "bar", "columns", "flow", "inset", "layers", "fixed"}).Draw(p.t, "kind")
	}
	gap := float32(rapid.IntRange(0, 20).Draw(p.t, "gap"))
	switch kind {
	case "stack":
		return layout.NewStack(gap, p.trees(depth)...)
	case "row", "bar":
		trees := p.trees(depth)
		r := layout.Row{Gap: gap, Align: layout.Align(rapid.IntRange(0, 2).Draw(p.t, "align"))}
		if kind == "bar" {
			r.Grow = rapid.IntRange(1, len(trees)).Draw(p.t, "grow")
			trees[r.Grow-1].Show()
		}
		return &fyne.Container{Layout: r, Objects: trees}
	case "columns":
		trees := p.trees(depth)
		weights, least, sum := make([]float32, len(trees)), float32(0), float32(0)
		for i, o := range trees {
			weights[i] = float32(rapid.IntRange(1, 4).Draw(p.t, "weight"))
			sum += weights[i]
			least = max(least, o.MinSize().Width/weights[i])
		}
		below := least*sum + gap*float32(len(trees)) + float32(rapid.IntRange(0, 200).Draw(p.t, "below"))
		return &fyne.Container{Layout: layout.Columns{Weights: weights, Gap: gap, Below: below}, Objects: trees}
	case "flow":
		return layout.NewFlow(gap, gap/2, p.trees(depth)...)
	case "inset":
		return layout.NewInset(gap, gap/2, gap*2, 3, p.tree(depth-1))
	case "layers":
		return layout.NewLayers(p.tree(depth - 1))
	case "fixed":
		o := p.tree(depth - 1)
		return layout.NewFixed(o.MinSize().Width+gap, 0, o)
	}
	p.n++
	return newBrick(fmt.Sprintf("brick %d", p.n),
		float32(rapid.IntRange(1, 80).Draw(p.t, "least")), float32(rapid.IntRange(0, 8000).Draw(p.t, "area")))
}

func (p *plan) trees(depth int) []fyne.CanvasObject {
	trees := make([]fyne.CanvasObject, rapid.IntRange(1, 4).Draw(p.t, "objects"))
	for i := range trees {
		trees[i] = p.tree(depth - 1)
		if rapid.IntRange(0, 7).Draw(p.t, "hidden") == 0 {
			trees[i].Hide()
		}
	}
	return trees
}

// standing is a brick and where it stands in the outermost container.
type standing struct {
	brick *brick
	at    box
}

func bricks(o fyne.CanvasObject, x, y float32) []standing {
	if !o.Visible() {
		return nil
	}
	x, y = x+o.Position().X, y+o.Position().Y
	switch o := o.(type) {
	case *brick:
		return []standing{{o, box{x, y, o.Size().Width, o.Size().Height}}}
	case *fyne.Container:
		var all []standing
		for _, child := range o.Objects {
			all = append(all, bricks(child, x, y)...)
		}
		return all
	}
	return nil
}

// However containers are nested: at the height that the whole asks for at a
// width, each thing gets the height that it asks for, nothing sticks out and
// nothing lies over another.
func TestNesting(t *testing.T) {
	test.NewTempApp(t)
	rapid.Check(t, func(t *rapid.T) {
		const tolerance = 0.1 // DIP
		p := &plan{t: t}
		o := p.tree(rapid.IntRange(1, 3).Draw(t, "depth"))
		width := o.MinSize().Width + float32(rapid.IntRange(0, 900).Draw(t, "room"))
		height := layout.HeightFor(o, width)
		o.Resize(fyne.NewSize(width, height))
		all := bricks(o, 0, 0)
		for i, s := range all {
			if need := s.brick.HeightFor(s.at[2]); s.at[3] < need-tolerance {
				t.Errorf("%s is %v wide and %v high, and needs %v", s.brick.name, s.at[2], s.at[3], need)
			}
			if s.at[0] < -tolerance || s.at[1] < -tolerance || s.at[0]+s.at[2] > width+tolerance || s.at[1]+s.at[3] > height+tolerance {
				t.Errorf("%s at %v sticks out of %v×%v", s.brick.name, s.at, width, height)
			}
			for _, other := range all[:i] {
				if overlap(s.at, other.at, tolerance) {
					t.Errorf("%s at %v lies over %s at %v", s.brick.name, s.at, other.brick.name, other.at)
				}
			}
		}
	})
}

func overlap(a, b box, tolerance float32) bool {
	return a[0]+a[2] > b[0]+tolerance && b[0]+b[2] > a[0]+tolerance &&
		a[1]+a[3] > b[1]+tolerance && b[1]+b[3] > a[1]+tolerance
}
