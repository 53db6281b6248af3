package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// Badge shows a zone as shape and word on a tinted pill, with its plain
// meaning where Long. A score that is not published has a hollow shape; whose
// it is stands beside the badge, see [StatusText].
type Badge struct {
	widget.BaseWidget

	Long bool

	zone   nextrole.Zone
	status nextrole.Status
	ground *canvas.Rectangle
	icon   *Icon
	text   *Text
	row    *fyne.Container
}

// NewBadge returns the badge of a zone and the status of its score.
func NewBadge(z nextrole.Zone, s nextrole.Status, long bool) *Badge {
	b := &Badge{Long: long, ground: &canvas.Rectangle{}}
	size := float32(12)
	if long {
		size = 14
	}
	b.icon = NewIcon("zone-none", size, theme.ZoneSolid(z))
	b.text = NewText("", theme.Style{Size: 12, Line: 17}, theme.Text)
	if long {
		b.text.Style = theme.Body
	}
	inset := layout.Inset{Top: 2, Right: 10, Bottom: 3, Left: 8}
	if long {
		inset = layout.Inset{Top: 3, Right: 12, Bottom: 4, Left: 10}
	}
	b.row = &fyne.Container{Layout: inset, Objects: []fyne.CanvasObject{layout.NewRow(6, b.icon, b.text)}}
	b.ExtendBaseWidget(b)
	b.Set(z, s)
	return b
}

// Set shows another zone and status.
func (b *Badge) Set(z nextrole.Zone, s nextrole.Status) {
	if z == "" {
		z = nextrole.ZoneNone
	}
	b.zone, b.status = z, s
	spans := []Span{{Text: z.Name(), Strong: z != nextrole.ZoneNone, Color: theme.ZoneText(z)}}
	if b.Long && z != nextrole.ZoneNone {
		spans = append(spans, Span{Text: " · " + z.Plain(), Color: theme.ZoneText(z)})
	}
	b.text.SetSpans(spans...)
	b.icon.Set(ZoneIcon(z, s), theme.ZoneSolid(z))
	b.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (b *Badge) AccessibilityLabel() string {
	label := b.zone.Name() + ", " + b.zone.Plain()
	if b.zone != nextrole.ZoneNone {
		label += ", " + StatusOf(b.status)
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (b *Badge) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// MinSize implements fyne.CanvasObject.
func (b *Badge) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return b.row.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	return laidOut(&badgeRenderer{b}, b.Size())
}

type badgeRenderer struct{ b *Badge }

func (r *badgeRenderer) Layout(size fyne.Size) {
	h := r.b.row.MinSize().Height
	r.b.ground.Move(fyne.NewPos(0, (size.Height-h)/2))
	r.b.ground.Resize(fyne.NewSize(r.b.row.MinSize().Width, h))
	r.b.row.Move(fyne.NewPos(0, (size.Height-h)/2))
	r.b.row.Resize(fyne.NewSize(r.b.row.MinSize().Width, h))
}
func (r *badgeRenderer) MinSize() fyne.Size { return r.b.MinSize() }
func (r *badgeRenderer) Refresh() {
	paint(r.b.ground, Ground{Fill: theme.ZoneTint(r.b.zone)}, r.b.row.MinSize().Height/2)
	r.b.ground.Refresh()
	r.Layout(r.b.Size())
}

func (r *badgeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.ground, r.b.row}
}
func (r *badgeRenderer) Destroy() {}

// StatusText says in a word whose score it is, and nothing for a published
// one: that is the plain case.
func StatusText(s nextrole.Status) string {
	if s == nextrole.Published || s == "" {
		return ""
	}
	return s.Name()
}

// StatusOf says in words whose a score is, a published one's too.
func StatusOf(s nextrole.Status) string {
	if s == nextrole.Published {
		return "published score"
	}
	return s.Name()
}
