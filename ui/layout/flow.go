package layout

import "fyne.io/fyne/v2"

// Flow places objects in reading order and starts a new line where the width
// ends. An object wider than a line gets the whole line.
type Flow struct {
	GapX, GapY float32
}

// NewFlow returns a container with a Flow layout.
func NewFlow(gapX, gapY float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Flow{gapX, gapY}, Objects: objects}
}

// lines calls line with the objects of each line and returns the total height.
func (f Flow) lines(objects []fyne.CanvasObject, width float32, line func(row []fyne.CanvasObject, y, height float32)) float32 {
	var row []fyne.CanvasObject
	var x, y, height float32
	flush := func() {
		line(row, y, height)
		y += height
		row, x, height = nil, 0, 0
	}
	for _, o := range visible(objects) {
		m := inLine(o, width)
		if len(row) > 0 && x+f.GapX+m.Width > width {
			flush()
			y += f.GapY
		}
		if len(row) > 0 {
			x += f.GapX
		}
		row = append(row, o)
		x += m.Width
		height = max(height, m.Height)
	}
	if len(row) > 0 {
		flush()
	}
	return y
}

// inLine is the size of o in a line of a width.
func inLine(o fyne.CanvasObject, width float32) fyne.Size {
	width = min(o.MinSize().Width, width)
	return fyne.NewSize(width, HeightFor(o, width))
}

// HeightFor implements TallLayout.
func (f Flow) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return f.lines(objects, width, func([]fyne.CanvasObject, float32, float32) {})
}

// MinSize implements fyne.Layout: one object to a line at least.
func (f Flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range visible(objects) {
		size = size.Max(o.MinSize())
	}
	return size
}

// Layout implements fyne.Layout.
func (f Flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.lines(objects, size.Width, func(row []fyne.CanvasObject, y, height float32) {
		var x float32
		for _, o := range row {
			m := inLine(o, size.Width)
			place(o, x, y+(height-m.Height)/2, m.Width, m.Height)
			x += m.Width + f.GapX
		}
	})
}
