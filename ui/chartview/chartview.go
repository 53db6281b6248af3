// Package chartview is the widget that shows a chart: its finding as title,
// the drawing crisp at any scale, each mark by pointer and by keyboard, and the
// same data as a table.
package chartview

import (
	"image"
	"math"
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"nextrole/assets"
	"nextrole/internal/chart"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/theme"
	nrwidget "nextrole/ui/widget"
)

// View shows a chart, or the chart's table after Alt+T.
type View struct {
	widget.BaseWidget

	// OnMark is told which mark the pointer or the keyboard is on; "" is none.
	OnMark func(key string)

	desk    page.Desk
	tips    *nrwidget.Tips
	title   *nrwidget.Text
	caption *nrwidget.Text
	toggle  *toggle
	more    *more
	menu    *nrwidget.Menu
	name    string // of its files
	credit  string
	head    *fyne.Container
	plot    *plot
	table   *fyne.Container
	column  *fyne.Container
	fonts   chart.Fonts
	bare    bool
}

// New returns a view without a chart. Bare leaves out the title, the caption
// and the buttons, where the page says it otherwise; what the buttons do is
// there by keyboard and by the other button of the mouse.
func New(desk page.Desk, bare bool) *View {
	tips := desk.Tips
	v := &View{
		desk:    desk,
		tips:    tips,
		title:   nrwidget.NewParagraph("", theme.BodyStrong, theme.Text),
		caption: nrwidget.NewParagraph("", theme.Caption, theme.Text3),
		table:   layout.NewStack(0),
		bare:    bare,
	}
	v.fonts, _ = chart.ParseFonts(assets.Regular, assets.SemiBold) // embedded; a test parses them
	v.plot = &plot{view: v, at: -1}
	v.plot.ExtendBaseWidget(v.plot)
	v.toggle = newToggle(v)
	v.more = newMore(v)
	v.menu = &nrwidget.Menu{Make: v.menuItems}
	tips.Explain(v.toggle.Press, "Show as table", "Alt+T in the chart")
	tips.Explain(v.more.Press, "Copy or save the chart", "Ctrl+E in the chart")
	v.table.Hide()
	v.head = &fyne.Container{Layout: layout.Row{Gap: 8, Grow: 1, Align: layout.Top}, Objects: []fyne.CanvasObject{
		layout.NewStack(1, v.title, v.caption), v.toggle, v.more,
	}}
	v.head.Hidden = bare
	v.column = layout.NewStack(8, v.head, v.plot, v.table)
	v.ExtendBaseWidget(v)
	return v
}

// Set shows a chart. One that is shown already is not drawn again.
func (v *View) Set(c chart.Chart) {
	if v.plot.chart != nil && reflect.DeepEqual(v.plot.chart, c) {
		v.plot.goTo(-1)
		return
	}
	v.plot.chart = c
	v.plot.at = -1
	v.plot.forget()
	v.title.Set(c.Title())
	v.caption.Set(c.Caption())
	if v.table.Visible() {
		v.fillTable()
	}
	v.Refresh()
}

// Chart returns the chart shown, nil before there is one.
func (v *View) Chart() chart.Chart { return v.plot.chart }

// ToggleTable changes between the drawing and its data as a table.
func (v *View) ToggleTable() {
	if v.plot.chart == nil {
		return
	}
	v.tips.Clear()
	shown := v.table.Visible()
	v.table.Hidden = shown
	v.plot.Hidden = !shown
	icon, label := "table", "Show as table"
	if !shown {
		icon, label = "chart", "Show as chart"
		v.fillTable()
	}
	v.toggle.Label = label
	v.tips.Explain(v.toggle.Press, label, "Alt+T in the chart")
	v.toggle.icon.Set(icon, theme.Text2)
	v.Refresh()
	if c := nrwidget.CanvasOf(v); c != nil {
		c.Content().Refresh()
	}
	if !v.bare {
		nrwidget.FocusOn(v.toggle)
	}
}

// shortcut handles a shortcut that the view has a use for: copy as CSV, show
// as table, export.
func (v *View) shortcut(s fyne.Shortcut) bool {
	if v.plot.chart == nil {
		return false
	}
	if _, copies := s.(*fyne.ShortcutCopy); copies {
		v.copyCSV()
		return true
	}
	custom, ok := s.(*desktop.CustomShortcut)
	switch {
	case ok && custom.KeyName == fyne.KeyT && custom.Modifier == fyne.KeyModifierAlt:
		v.ToggleTable()
	case ok && custom.KeyName == fyne.KeyE && custom.Modifier == fyne.KeyModifierShortcutDefault:
		v.openMenu()
	default:
		return false
	}
	return true
}

// toggle is the button for the table. It has the keyboard while the table
// shows, and so takes the same shortcuts as the drawing.
type toggle struct {
	*nrwidget.Press

	view *View
	icon *nrwidget.Icon
}

func newToggle(v *View) *toggle {
	t := &toggle{view: v, icon: nrwidget.NewIcon("table", 16, theme.Text2)}
	t.Press = nrwidget.NewPart("Show as table", layout.NewFixed(28, 28, t.icon), v.ToggleTable)
	t.Hover = nrwidget.Ground{Fill: theme.Hover}
	t.Become(t)
	return t
}

// TypedKey implements fyne.Focusable.
func (t *toggle) TypedKey(e *fyne.KeyEvent) {
	if asksForMenu(e.Name) {
		t.view.openMenu()
		return
	}
	t.Press.TypedKey(e)
}

// TypedShortcut implements fyne.Shortcutable.
func (t *toggle) TypedShortcut(s fyne.Shortcut) {
	if !t.view.shortcut(s) {
		nrwidget.PassShortcut(t, s)
	}
}

// fillTable shows the chart's data; each cell wraps within its column.
func (v *View) fillTable() {
	table := v.plot.chart.Table()
	weights := columnWeights(table)
	v.table.RemoveAll()
	v.table.Add(tableRow(table.Header, weights, theme.Caption, theme.Text3))
	for _, row := range table.Rows {
		v.table.Add(nrwidget.NewRule())
		v.table.Add(tableRow(row, weights, theme.Small, theme.Text))
	}
}

// columnWeights gives each column width by the longest text in it, within
// bounds: sentences wrap, and numbers stay on one line.
func columnWeights(table chart.Table) []float32 {
	const least, most = 6, 60
	weights := make([]float32, len(table.Header))
	for _, row := range append([][]string{table.Header}, table.Rows...) {
		for i, cell := range row {
			if i < len(weights) {
				weights[i] = max(weights[i], float32(min(max(len([]rune(cell)), least), most)))
			}
		}
	}
	return weights
}

func tableRow(cells []string, weights []float32, style theme.Style, color fyne.ThemeColorName) fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, len(cells))
	for i, cell := range cells {
		objects[i] = nrwidget.NewParagraph(cell, style, color)
	}
	row := &fyne.Container{Layout: layout.Columns{Weights: weights, Gap: 10}, Objects: objects}
	return layout.NewInset(4, 0, 4, 0, row)
}

// HeightFor implements layout.Tall.
func (v *View) HeightFor(width float32) float32 { return layout.HeightFor(v.column, width) }

// Children implements nrwidget.Parent.
func (v *View) Children() []fyne.CanvasObject { return []fyne.CanvasObject{v.column} }

// MinSize implements fyne.CanvasObject.
func (v *View) MinSize() fyne.Size {
	v.ExtendBaseWidget(v)
	return fyne.NewSize(160, v.HeightFor(max(v.Size().Width, 160)))
}

// CreateRenderer implements fyne.Widget.
func (v *View) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.column) }

// plot is the drawing itself: one stop of the Tab key, with arrows between its
// marks.
type plot struct {
	widget.BaseWidget

	view    *View
	chart   chart.Chart
	scene   chart.Scene
	picture *image.RGBA
	drawn   drawn
	tall    fyne.Size // the height at the width asked for last
	at      int       // the mark shown, or −1
	focused bool
}

// drawn says what the kept picture was made for.
type drawn struct {
	width, height float32
	pixels        int
	dark          bool
	valid         bool
}

func (p *plot) forget() {
	p.drawn.valid = false
	p.tall = fyne.Size{}
}

func (p *plot) look() chart.Look {
	return chart.Look{Palette: theme.Current(), Fonts: p.view.fonts}
}

// HeightFor implements layout.Tall.
func (p *plot) HeightFor(width float32) float32 {
	if p.chart == nil {
		return 0
	}
	if p.tall.Width != width || p.tall.Height == 0 {
		p.tall = fyne.NewSize(width, float32(math.Ceil(p.chart.Height(float64(width), p.look()))))
	}
	return p.tall.Height
}

func (p *plot) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	return fyne.NewSize(160, p.HeightFor(max(p.Size().Width, 160)))
}

// paint is the raster's generator: it is asked for device pixels.
func (p *plot) paint(pixelsWide, _ int) image.Image {
	size := p.Size()
	if p.chart == nil || size.Width <= 0 || size.Height <= 0 || pixelsWide <= 0 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	now := drawn{size.Width, size.Height, pixelsWide, theme.IsDark(), true}
	if p.drawn == now && p.picture != nil {
		return p.picture
	}
	p.scene = p.chart.Layout(float64(size.Width), float64(size.Height), p.look())
	picture, err := chart.Image(p.scene, p.look(), float64(pixelsWide)/float64(size.Width))
	if err != nil {
		fyne.LogError("chart not drawn", err)
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	p.picture, p.drawn = picture, now
	return picture
}

// ensureScene lays the chart out where a key comes before the first painting.
func (p *plot) ensureScene() {
	if p.chart != nil && !p.drawn.valid {
		p.scene = p.chart.Layout(float64(p.Size().Width), float64(p.Size().Height), p.look())
	}
}

// goTo shows mark i and explains it; −1 is none.
func (p *plot) goTo(i int) {
	p.ensureScene()
	if i >= len(p.scene.Marks) {
		i = -1
	}
	if i == p.at {
		return
	}
	p.at = i
	p.Refresh()
	key := ""
	if i < 0 {
		p.view.tips.Clear()
	} else {
		m := p.scene.Marks[i]
		key = m.Key
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
		head, body := "", ""
		if len(m.Tip) > 0 {
			head, body = m.Tip[0], strings.Join(m.Tip[1:], "\n")
		}
		p.view.tips.Point(at.AddXY(float32(m.Bounds.X), float32(m.Bounds.Y)),
			fyne.NewSize(float32(m.Bounds.W), float32(m.Bounds.H)), head, body)
	}
	if p.view.OnMark != nil {
		p.view.OnMark(key)
	}
}

// MouseIn implements desktop.Hoverable.
func (p *plot) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (p *plot) MouseMoved(e *desktop.MouseEvent) {
	p.ensureScene()
	p.goTo(p.scene.At(float64(e.Position.X), float64(e.Position.Y)))
}

// MouseOut implements desktop.Hoverable.
func (p *plot) MouseOut() { p.goTo(-1) }

// Tapped implements fyne.Tappable: a click moves the keyboard here.
func (p *plot) Tapped(e *fyne.PointEvent) {
	nrwidget.FocusOn(p)
	p.ensureScene()
	p.goTo(p.scene.At(float64(e.Position.X), float64(e.Position.Y)))
}

// FocusGained implements fyne.Focusable.
func (p *plot) FocusGained() {
	p.focused = true
	nrwidget.RevealFocus(p)
	p.Refresh()
}

// FocusLost implements fyne.Focusable.
func (p *plot) FocusLost() {
	p.focused = false
	p.goTo(-1)
	p.Refresh()
}

// TypedRune implements fyne.Focusable.
func (p *plot) TypedRune(r rune) { nrwidget.PassRune(p, r) }

// TypedKey implements fyne.Focusable.
func (p *plot) TypedKey(e *fyne.KeyEvent) {
	if asksForMenu(e.Name) {
		p.view.openMenu()
		return
	}
	if !p.Visible() { // a bare view's table has no other stop for the keyboard
		nrwidget.PassKey(p, e)
		return
	}
	p.ensureScene()
	n := len(p.scene.Marks)
	switch e.Name {
	case fyne.KeyDown, fyne.KeyRight:
		p.goTo(min(p.at+1, n-1))
	case fyne.KeyUp, fyne.KeyLeft:
		p.goTo(max(p.at-1, min(0, n-1)))
	case fyne.KeyHome:
		p.goTo(min(0, n-1))
	case fyne.KeyEnd:
		p.goTo(n - 1)
	case fyne.KeyEscape:
		if p.at < 0 {
			nrwidget.PassKey(p, e)
			return
		}
		p.goTo(-1)
	default:
		nrwidget.PassKey(p, e)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (p *plot) TypedShortcut(s fyne.Shortcut) {
	if !p.view.shortcut(s) {
		nrwidget.PassShortcut(p, s)
	}
}

// AccessibilityLabel implements fyne.Accessible: the chart in a sentence.
func (p *plot) AccessibilityLabel() string {
	if p.chart == nil {
		return ""
	}
	return p.chart.Sentence()
}

// AccessibilityRole implements fyne.Accessible.
func (p *plot) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (p *plot) CreateRenderer() fyne.WidgetRenderer {
	r := &plotRenderer{plot: p}
	r.raster = canvas.NewRaster(p.paint)
	r.ring = outline(2)
	r.mark = outline(1.5)
	r.Layout(p.Size()) // Fyne drops the renderers of what is not seen and makes them anew
	r.Refresh()
	return r
}

func outline(width float32) *canvas.Rectangle {
	rect := canvas.NewRectangle(theme.Color(theme.Transparent))
	rect.StrokeWidth, rect.CornerRadius = width, 4
	rect.Hide()
	return rect
}

type plotRenderer struct {
	plot   *plot
	raster *canvas.Raster
	ring   *canvas.Rectangle // the chart has the keyboard
	mark   *canvas.Rectangle // the mark it is on
}

func (r *plotRenderer) Layout(size fyne.Size) {
	r.raster.Resize(size)
	r.ring.Move(fyne.NewPos(-4, -4))
	r.ring.Resize(size.AddWidthHeight(8, 8))
	r.placeMark()
}

func (r *plotRenderer) placeMark() {
	p := r.plot
	r.mark.Hidden = p.at < 0 || p.at >= len(p.scene.Marks)
	if r.mark.Hidden {
		return
	}
	b := p.scene.Marks[p.at].Bounds
	r.mark.Move(fyne.NewPos(float32(b.X)-2, float32(b.Y)-1))
	r.mark.Resize(fyne.NewSize(float32(b.W)+4, float32(b.H)+2))
}

func (r *plotRenderer) MinSize() fyne.Size { return r.plot.MinSize() }

func (r *plotRenderer) Refresh() {
	r.ring.StrokeColor = theme.Color(theme.Focus)
	r.mark.StrokeColor = theme.Color(theme.Focus)
	r.ring.Hidden = !r.plot.focused
	r.placeMark()
	r.raster.Refresh()
	r.ring.Refresh()
	r.mark.Refresh()
}

func (r *plotRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.raster, r.ring, r.mark}
}
func (r *plotRenderer) Destroy() {}
