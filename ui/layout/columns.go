package layout

import "fyne.io/fyne/v2"

// Columns places objects side by side in the proportion of Weights, Gap apart
// and equally high; narrower than Below, it stacks them instead.
type Columns struct {
	Weights []float32 // where there is none, it is 1
	Gap     float32
	Below   float32 // DIP
}

// NewColumns returns a container with a Columns layout of equal weights.
func NewColumns(gap, below float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Columns{Gap: gap, Below: below}, Objects: objects}
}

func (c Columns) weight(i int) float32 {
	if i < len(c.Weights) {
		return c.Weights[i]
	}
	return 1
}

func (c Columns) widths(objects []fyne.CanvasObject, width float32) []float32 {
	var total float32
	n := 0
	for i, o := range objects {
		if o.Visible() {
			total += c.weight(i)
			n++
		}
	}
	widths := make([]float32, len(objects))
	for i, o := range objects {
		if o.Visible() {
			widths[i] = max(width-sumGap(n, c.Gap), 0) * c.weight(i) / total
		}
	}
	return widths
}

// HeightFor implements TallLayout.
func (c Columns) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	if width < c.Below {
		return Stack{Gap: c.Gap}.HeightFor(objects, width)
	}
	var height float32
	for i, w := range c.widths(objects, width) {
		if objects[i].Visible() {
			height = max(height, HeightFor(objects[i], w))
		}
	}
	return height
}

// MinSize implements fyne.Layout.
func (c Columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return Stack{Gap: c.Gap}.MinSize(objects)
}

// Layout implements fyne.Layout.
func (c Columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width < c.Below {
		Stack{Gap: c.Gap}.Layout(objects, size)
		return
	}
	var x float32
	for i, w := range c.widths(objects, size.Width) {
		if objects[i].Visible() {
			place(objects[i], x, 0, w, size.Height)
			x += w + c.Gap
		}
	}
}
