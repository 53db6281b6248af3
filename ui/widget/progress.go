package widget

import (
	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// Progress is a bar of how much is done. What it says stands beside it in words.
type Progress struct {
	*fyne.Container

	portion *portion
}

// NewProgress returns a bar of which nothing is done.
func NewProgress() *Progress {
	p := &Progress{portion: &portion{}}
	p.Container = layout.NewFixed(0, 8, &fyne.Container{Layout: p.portion, Objects: []fyne.CanvasObject{
		NewBox(theme.Track, "", 4), NewBox(theme.Accent, "", 4),
	}})
	return p
}

// Set changes how much is done, 0 to 1.
func (p *Progress) Set(part float64) {
	if part = min(max(part, 0), 1); float32(part) != p.portion.part {
		p.portion.part = float32(part)
		layout.Again(p.Container)
	}
}

// portion gives its first object all the room, and its second a part of it.
type portion struct{ part float32 }

func (*portion) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 8) }

func (l *portion) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[1].Resize(fyne.NewSize(size.Width*l.part, size.Height))
	if l.part == 0 {
		objects[1].Hide()
	} else {
		objects[1].Show()
	}
}
