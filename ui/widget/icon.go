package widget

import (
	"bytes"
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nextrole"
	"nextrole/assets"
	"nextrole/ui/theme"
)

// Icon shows one of the program's icons in the color of a token.
type Icon struct {
	widget.BaseWidget

	name  string
	token fyne.ThemeColorName
	size  float32
}

// NewIcon returns the icon in assets/icons/NAME.svg, size DIP wide and high.
// An unknown name shows nothing; a test holds all names used to the folder.
func NewIcon(name string, size float32, token fyne.ThemeColorName) *Icon {
	i := &Icon{name: name, size: size, token: token}
	i.ExtendBaseWidget(i)
	return i
}

// Set shows another icon, or another color of it.
func (i *Icon) Set(name string, token fyne.ThemeColorName) {
	if i.name != name || i.token != token {
		i.name, i.token = name, token
		i.Refresh()
	}
}

// MinSize implements fyne.CanvasObject.
func (i *Icon) MinSize() fyne.Size {
	i.ExtendBaseWidget(i)
	return fyne.NewSquareSize(i.size)
}

// CreateRenderer implements fyne.Widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	return laidOut(&iconRenderer{icon: i, image: &canvas.Image{FillMode: canvas.ImageFillContain}}, i.Size())
}

type iconRenderer struct {
	icon  *Icon
	image *canvas.Image
	drawn drawnIcon
}

// drawnIcon is what the image was drawn for. To draw it again takes long, and at
// a change of theme Fyne asks once for each container around it.
type drawnIcon struct {
	name  string
	ink   color.Color
	scale float32
}

func (r *iconRenderer) Layout(size fyne.Size) {
	side := r.icon.size
	r.image.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
	r.image.Resize(fyne.NewSquareSize(side))
}
func (r *iconRenderer) MinSize() fyne.Size { return r.icon.MinSize() }
func (r *iconRenderer) Refresh() {
	now := drawnIcon{name: r.icon.name, ink: theme.Color(r.icon.token)}
	if c := CanvasOf(r.icon); c != nil {
		now.scale = c.Scale()
	}
	if now == r.drawn {
		return
	}
	r.drawn = now
	r.image.Resource = Resource(r.icon.name, r.icon.token)
	r.image.Hidden = r.image.Resource == nil
	r.image.Refresh()
}
func (r *iconRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.image} }
func (r *iconRenderer) Destroy()                     {}

// Resource returns an icon as a resource in the color of a token, or nil.
func Resource(name string, token fyne.ThemeColorName) fyne.Resource {
	svg, err := assets.Icon(name + ".svg")
	if err != nil {
		return nil
	}
	ink := hex(theme.Color(token))
	return fyne.NewStaticResource(name+ink+".svg", bytes.ReplaceAll(svg, []byte("#000000"), []byte(ink)))
}

// hex writes a color as SVG has it. Fyne's own coloring of icons leaves the
// strokes alone.
func hex(c color.Color) string {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return fmt.Sprintf("#%02X%02X%02X", n.R, n.G, n.B)
}

// ZoneIcon names the shape of a zone: square, triangle, circle, ring. It is
// hollow for a score that is not a published one.
func ZoneIcon(z nextrole.Zone, s nextrole.Status) string {
	if z == "" || z == nextrole.ZoneNone {
		return "zone-none"
	}
	if s != nextrole.Published {
		return "zone-" + string(z) + "-hollow"
	}
	return "zone-" + string(z)
}
