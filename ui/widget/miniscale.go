package widget

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"nextrole"
	"nextrole/ui/theme"
)

// MiniScale shows in a row of a list where a score stands on 0…100: a track
// with the zone limits at 25 and 48, and the zone's shape. Its number stands
// beside it.
type MiniScale struct {
	widget.BaseWidget

	score float64
	none  bool
	track *Fill
	limit [2]*Fill
	dots  []fyne.CanvasObject
	mark  *Icon
}

const (
	miniDots = 12
	miniMark = 10
)

// NewMiniScale returns a scale without a score.
func NewMiniScale() *MiniScale {
	m := &MiniScale{
		none:  true,
		track: NewFill(theme.Track),
		limit: [2]*Fill{NewFill(theme.Control), NewFill(theme.Control)},
		mark:  NewIcon("zone-none", miniMark, theme.Control),
	}
	m.track.Radius = 2
	for range miniDots {
		m.dots = append(m.dots, NewFill(theme.Divider))
	}
	m.ExtendBaseWidget(m)
	return m
}

// Set shows a score; nil is not scored and shows a dashed track.
func (m *MiniScale) Set(score *float64, z nextrole.Zone, s nextrole.Status) {
	m.none = score == nil
	if score != nil {
		m.score = min(max(*score, 0), 100)
		m.mark.Set(ZoneIcon(z, s), theme.ZoneSolid(z))
	}
	m.Refresh()
}

// MinSize implements fyne.CanvasObject.
func (m *MiniScale) MinSize() fyne.Size {
	m.ExtendBaseWidget(m)
	return fyne.NewSize(72, 14)
}

// CreateRenderer implements fyne.Widget.
func (m *MiniScale) CreateRenderer() fyne.WidgetRenderer {
	return laidOut(&miniScaleRenderer{m}, m.Size())
}

type miniScaleRenderer struct{ m *MiniScale }

func (r *miniScaleRenderer) Layout(size fyne.Size) {
	m := r.m
	middle := size.Height / 2
	put := func(o fyne.CanvasObject, x, w, h float32) {
		o.Move(fyne.NewPos(x, middle-h/2))
		o.Resize(fyne.NewSize(w, h))
	}
	put(m.track, 0, size.Width, 4)
	for i, at := range []float32{25, 48} {
		put(m.limit[i], size.Width*at/100, 1, 10)
	}
	step := size.Width / miniDots
	for i, dot := range m.dots {
		put(dot, float32(i)*step, step*0.6, 4)
	}
	put(m.mark, size.Width*float32(m.score)/100-miniMark/2, miniMark, miniMark)
}

func (r *miniScaleRenderer) MinSize() fyne.Size { return r.m.MinSize() }

func (r *miniScaleRenderer) Refresh() {
	m := r.m
	m.track.Hidden, m.mark.Hidden = m.none, m.none
	m.limit[0].Hidden, m.limit[1].Hidden = m.none, m.none
	for _, dot := range m.dots {
		dot.(*Fill).Hidden = !m.none
	}
	r.Layout(m.Size())
}

func (r *miniScaleRenderer) Objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{r.m.track}, r.m.dots...)
	return append(objects, r.m.limit[0], r.m.limit[1], r.m.mark)
}
func (r *miniScaleRenderer) Destroy() {}

// Highlight cuts text into spans, those between the byte offsets in marks in
// the accent. Marks outside of the text, over others or within a letter are
// left out.
func Highlight(text string, marks [][2]int) []Span {
	var spans []Span
	at := 0
	for _, m := range marks {
		if m[0] < at || m[1] > len(text) || m[0] >= m[1] {
			continue
		}
		if !utf8.RuneStart(text[m[0]]) || m[1] < len(text) && !utf8.RuneStart(text[m[1]]) {
			continue
		}
		if m[0] > at {
			spans = append(spans, Span{Text: text[at:m[0]]})
		}
		spans = append(spans, Span{Text: text[m[0]:m[1]], Strong: true, Color: theme.Accent})
		at = m[1]
	}
	if at < len(text) || len(spans) == 0 {
		spans = append(spans, Span{Text: text[at:]})
	}
	return spans
}
