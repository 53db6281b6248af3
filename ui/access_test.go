package ui_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/chartview"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/uitest"
)

// leastTarget is the least width and height of what can be pressed, in DIP.
const leastTarget = 24

// leastContrast is that of the focus ring against what is there without it.
const leastContrast = 3

// scene is a place of the window as a person may find it.
type scene struct {
	name  string
	place route.Route
	pins  []nextrole.Code
}

// scenes are every page, with every tab, full and empty.
func scenes() []scene {
	pins := []nextrole.Code{uitest.Registrar, uitest.Informatics, uitest.Manager}
	all := []scene{
		{"first run", welcome, nil},
		{"explore", explore, pins},
		{"compare", compare, pins},
		{"compare, nothing pinned", compare, nil},
		{"plan", route.ToPlan(uitest.Registrar), pins},
		{"plan, from nothing", route.Route{Page: route.Plan}, nil},
		{"settings", settings, nil},
		{"method", method, nil},
	}
	role := func(c nextrole.Code, tabs ...route.Tab) {
		for _, tt := range tabs {
			r := route.Route{Page: route.Role, Code: c, Tab: tt}
			all = append(all, scene{r.String(), r, pins})
		}
	}
	role(uitest.Registrar, route.Tabs()...)
	role(uitest.Registrar, route.Week)
	role(uitest.Registrar, route.Own)
	role(uitest.Informatics, route.Own)                 // one is open
	role(uitest.Informatics, route.Skills, route.Entry) // rated by O*NET
	role(uitest.Officer, route.Summary, route.Pay)      // with next to nothing known
	return all
}

// open opens the window in the place.
func (sc scene) open(t *testing.T, size fyne.Size, mode theme.Mode) *shell {
	t.Helper()
	l := uitest.NewLibrary(t)
	l.Choices = nextrole.Settings{Welcomed: sc.place != welcome, Theme: string(mode)}
	l.Pinned = sc.pins
	l.Make(t, uitest.Informatics)
	s := open(t, l)
	look, err := theme.New(mode)
	if err != nil {
		t.Fatal(err)
	}
	s.App.Settings().SetTheme(look)
	s.Window.Resize(size)
	s.window.Go(sc.place)
	return s
}

// control is what the keyboard can be on, and where it stands with the page at
// its top.
type control struct {
	at   fyne.Position
	size fyne.Size
}

// controls are all that can have the keyboard.
func (s *shell) controls() map[fyne.Focusable]control {
	all := map[fyne.Focusable]control{}
	for _, p := range s.Placed(s.Canvas().Content()) {
		f, ok := p.Object.(fyne.Focusable)
		if off, can := p.Object.(fyne.Disableable); ok && can && off.Disabled() {
			ok = false
		}
		if ok {
			all[f] = control{p.At, p.Object.Size()}
		}
	}
	return all
}

// around tabs through the page and returns what has the keyboard one after the
// other, once each.
func (s *shell) around() []fyne.Focusable {
	s.Canvas().Unfocus()
	var order []fyne.Focusable
	seen := map[fyne.Focusable]bool{}
	for {
		s.Canvas().FocusNext()
		f := s.Canvas().Focused()
		if f == nil || seen[f] {
			return order
		}
		seen[f] = true
		order = append(order, f)
	}
}

// Tab leads to every control of every page, as one reads: down, or to the
// right. Each is large enough to be hit, and has a name.
func TestTabOrder(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(1366, 840), fyne.NewSize(1024, 700), fyne.NewSize(733, 467)} {
		for _, sc := range scenes() {
			t.Run(fmt.Sprintf("%.0f %s", size.Width, sc.name), func(t *testing.T) {
				s := sc.open(t, size, theme.Light)
				there := s.controls()
				order := s.around()
				reached := map[fyne.Focusable]bool{}
				for i, f := range order {
					reached[f] = true
					c, ok := there[f]
					if !ok {
						t.Errorf("Tab leads to %T, which is not seen", f)
						continue
					}
					if c.size.Width < leastTarget || c.size.Height < leastTarget {
						t.Errorf("%q is %.0f × %.0f, less than %d", label(f), c.size.Width, c.size.Height, leastTarget)
					}
					if label(f) == "" {
						t.Errorf("%T has no name", f)
					}
					if i == 0 {
						continue
					}
					before := there[order[i-1]]
					if c.at.Y+c.size.Height <= before.at.Y && c.at.X <= before.at.X {
						t.Errorf("Tab leads up and back, from %q at %v to %q at %v", label(order[i-1]), before.at, label(f), c.at)
					}
				}
				for f := range there {
					if !reached[f] {
						t.Errorf("Tab does not lead to %q, a %T", label(f), f)
					}
				}
			})
		}
	}
}

func label(f fyne.Focusable) string {
	if named, ok := f.(fyne.Accessible); ok {
		return named.AccessibilityLabel()
	}
	return ""
}

// What has the keyboard shows a ring around it that is seen against whatever is
// there without it.
func TestFocusRing(t *testing.T) {
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		known := map[string]bool{} // the rail and the bar are the same everywhere
		for _, sc := range scenes() {
			s := sc.open(t, fyne.NewSize(733, 467), mode) // least to paint
			for _, f := range s.around() {
				if known[label(f)] {
					continue
				}
				known[label(f)] = true
				s.Canvas().Focus(f)
				if flaw := s.ring(f); flaw != "" {
					t.Errorf("%s, %s: %q: %s", mode, sc.name, label(f), flaw)
				}
			}
		}
	}
}

// ring compares pictures with and without the keyboard on a control, and says
// what is wrong with the difference.
func (s *shell) ring(f fyne.Focusable) string {
	s.window.HushTips()
	with := s.Canvas().Capture()
	s.Canvas().Unfocus()
	s.window.HushTips()
	without := s.Canvas().Capture()
	s.Canvas().Focus(f)

	bounds, seen := image.Rectangle{}, 0
	each(with, without, func(at image.Point, a, b color.NRGBA) {
		if contrast(a, b) >= leastContrast {
			bounds = bounds.Union(image.Rectangle{at, at.Add(image.Pt(1, 1))})
			seen++
		}
	})
	o := f.(fyne.CanvasObject)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	middle := image.Pt(int(at.X+o.Size().Width/2), int(min(at.Y+o.Size().Height/2, s.Canvas().Size().Height-1)))
	switch {
	case seen == 0:
		return "no ring is seen"
	case !middle.In(bounds):
		return fmt.Sprintf("what is seen at %v is not around it, at %v", bounds, middle)
	case seen < bounds.Dx()+bounds.Dy():
		return fmt.Sprintf("only %d pixels of a ring at %v are seen", seen, bounds)
	}
	return ""
}

// each visits the pixels in which two pictures of one size differ.
func each(a, b image.Image, visit func(at image.Point, a, b color.NRGBA)) {
	p, q := a.(*image.NRGBA), b.(*image.NRGBA)
	for i := 0; i < len(p.Pix); i += 4 {
		if !bytes.Equal(p.Pix[i:i+4], q.Pix[i:i+4]) {
			at := image.Pt(i%p.Stride/4, i/p.Stride)
			visit(at, p.NRGBAAt(at.X, at.Y), q.NRGBAAt(at.X, at.Y))
		}
	}
}

// contrast is that of WCAG 2 between two colors, 1 to 21.
func contrast(a, b color.Color) float64 {
	luminance := func(c color.Color) float64 {
		r, g, b, _ := c.RGBA()
		linear := func(v uint32) float64 {
			s := float64(v) / 0xFFFF
			if s <= 0.04045 {
				return s / 12.92
			}
			return math.Pow((s+0.055)/1.055, 2.4)
		}
		return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Every chart of every page can be told in a sentence, and read as a table.
func TestChartsCanBeRead(t *testing.T) {
	charts := 0
	for _, sc := range scenes() {
		s := sc.open(t, fyne.NewSize(1366, 840), theme.Light)
		for _, p := range s.Placed(s.Canvas().Content()) {
			v, ok := p.Object.(*chartview.View)
			if !ok {
				continue
			}
			charts++
			c := v.Chart()
			switch table := c.Table(); {
			case c.Sentence() == "" || c.Caption() == "":
				t.Errorf("%s: a chart %q without a sentence or a caption", sc.name, c.Title())
			case len(table.Header) < 2 || len(table.Rows) == 0:
				t.Errorf("%s: the chart %q has no table: %v", sc.name, c.Title(), table)
			}
		}
	}
	if charts < 12 {
		t.Errorf("only %d charts were found", charts)
	}
}
