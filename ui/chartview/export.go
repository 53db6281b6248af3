package chartview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"nextrole/internal/chart"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/theme"
	nrwidget "nextrole/ui/widget"
)

// The width of a chart in a file, in DIP: as it is shown, within bounds.
const (
	fileLeast = 480
	fileMost  = 960
)

// About says what the chart is of, for what leaves the window: a name for its
// files, and the line that credits its sources.
func (v *View) About(name, credit string) { v.name, v.credit = name, credit }

// menuItems is what can be done with the chart.
func (v *View) menuItems() []nrwidget.Item {
	table := "Show as table"
	if v.table.Visible() {
		table = "Show as chart"
	}
	return []nrwidget.Item{
		{Label: "Copy as CSV", Detail: "Ctrl+C", OnTap: v.copyCSV},
		{Label: table, Detail: "Alt+T", OnTap: v.ToggleTable},
		{Label: "Save as PNG…", Group: true, OnTap: func() { v.save("PNG picture", ".png", v.png) }},
		{Label: "Save as SVG…", OnTap: func() { v.save("SVG drawing", ".svg", chart.SVG) }},
	}
}

// openMenu shows the menu at the button or, in a bare view, at the chart. The
// keyboard returns to what had it.
func (v *View) openMenu() {
	if v.plot.chart == nil {
		return
	}
	v.tips.Clear()
	var anchor fyne.CanvasObject = v.more.icon
	if v.bare {
		anchor = v.column
	}
	v.menu.Show(anchor)
}

// copyCSV copies the data with what it is and whose: a table by itself would
// not say.
func (v *View) copyCSV() {
	t := v.plot.chart.Table()
	for _, line := range []string{v.name, v.plot.chart.Caption(), v.credit} {
		if line == "" {
			continue
		}
		row := make([]string, max(len(t.Header), 1))
		row[0] = line
		t.Rows = append(t.Rows, row)
	}
	fyne.CurrentApp().Clipboard().SetContent(t.CSV())
	if v.desk.Notice != nil {
		v.desk.Notice("Copied the chart’s table as CSV", "", nil)
	}
}

// save offers the whole figure as a file. On paper it is light, whatever theme
// is in force.
func (v *View) save(form, ext string, draw func(chart.Chart, float64, chart.Look) ([]byte, error)) {
	figure := chart.Export{Chart: v.plot.chart, Credit: v.credit}
	width := min(max(float64(v.plot.Size().Width), fileLeast), fileMost)
	look := chart.Look{Palette: theme.Paper(), Fonts: v.fonts}
	name := v.name
	if name == "" {
		name = figure.Title()
	}
	v.desk.Save(page.File{
		What: "The chart “" + figure.Title() + "” as a " + form, Name: name, Ext: ext,
		Make: func() ([]byte, error) { return draw(figure, width, look) },
	})
}

// png draws a picture at twice the size, for paper and sharp screens.
func (v *View) png(c chart.Chart, width float64, look chart.Look) ([]byte, error) {
	const scale = 2
	return chart.PNG(c, width, look, scale)
}

// asksForMenu reports whether a key is one that opens the menu of what has the
// keyboard: the Menu key, or Shift+F10.
func asksForMenu(key fyne.KeyName) bool {
	if key == desktop.KeyMenu {
		return true
	}
	driver, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && key == fyne.KeyF10 && driver.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// more is the button for the menu. Like the one for the table it takes the
// chart's shortcuts.
type more struct {
	*nrwidget.Press

	view *View
	icon *nrwidget.Icon
}

func newMore(v *View) *more {
	m := &more{view: v, icon: nrwidget.NewIcon("export", 16, theme.Text2)}
	m.Press = nrwidget.NewPart("Copy or save the chart", layout.NewFixed(28, 28, m.icon), v.openMenu)
	m.Hover = nrwidget.Ground{Fill: theme.Hover}
	m.Become(m)
	return m
}

// TypedShortcut implements fyne.Shortcutable.
func (m *more) TypedShortcut(s fyne.Shortcut) {
	if !m.view.shortcut(s) {
		nrwidget.PassShortcut(m, s)
	}
}

// TypedKey implements fyne.Focusable.
func (m *more) TypedKey(e *fyne.KeyEvent) {
	if asksForMenu(e.Name) {
		m.view.openMenu()
		return
	}
	m.Press.TypedKey(e)
}

// TappedSecondary implements fyne.SecondaryTappable: the other button of the
// mouse opens the menu, as in other programs.
func (p *plot) TappedSecondary(*fyne.PointEvent) {
	nrwidget.FocusOn(p)
	p.view.openMenu()
}
