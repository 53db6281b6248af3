package theme_test

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"nextrole"
	"nextrole/ui/theme"
)

// face is one look of the theme, asked as the window asks it.
type face struct {
	name    string
	theme   *theme.Theme
	variant fyne.ThemeVariant
}

func (f face) color(n fyne.ThemeColorName) color.Color { return f.theme.Color(n, f.variant) }

// faces are the theme in light and dark, chosen by the person and by the desktop.
func faces(t *testing.T) []face {
	t.Helper()
	var all []face
	for _, f := range []struct {
		name    string
		mode    theme.Mode
		variant fyne.ThemeVariant
	}{
		{"light", theme.Light, fynetheme.VariantDark},
		{"dark", theme.Dark, fynetheme.VariantLight},
		{"light desktop", theme.System, fynetheme.VariantLight},
		{"dark desktop", theme.System, fynetheme.VariantDark},
	} {
		made, err := theme.New(f.mode)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, face{f.name, made, f.variant})
	}
	return all
}

type names []fyne.ThemeColorName

var (
	zones    = []nextrole.Zone{nextrole.Red, nextrole.Yellow, nextrole.Green, nextrole.ZoneNone}
	surfaces = names{theme.Bg, theme.Pane, theme.Rail, theme.Hover, theme.Selected, theme.Field, theme.Raised}
	charts   = names{theme.Bg, theme.Pane, theme.Field, theme.Raised} // where charts stand
)

// each returns one name for each of several things.
func each[T any](things []T, name func(T) fyne.ThemeColorName) names {
	var all names
	for _, thing := range things {
		all = append(all, name(thing))
	}
	return all
}

func series(i int) fyne.ThemeColorName {
	fill, _ := theme.Series(i)
	return fill
}

func TestContrast(t *testing.T) {
	const text, mark = 4.5, 3.0
	zoneText, zoneSolid := each(zones, theme.ZoneText), each(zones, theme.ZoneSolid)
	labels := each([]nextrole.Label{nextrole.Displaced, nextrole.Augmented, nextrole.NotInvolved}, theme.LabelText)
	rules := []struct {
		inks, on names
		least    float64
	}{
		{names{theme.Text, theme.Text2, theme.Text3, theme.Accent}, surfaces, text},
		{names{"status.ok", "status.info", theme.StatusWarn, theme.StatusError}, surfaces, text},
		{zoneText, surfaces, text},
		{labels, surfaces, text},
		{names{theme.Text, theme.Text2}, each(zones, theme.ZoneTint), text},
		{names{theme.Text2}, names{theme.Track}, text},
		{names{theme.OnAccent}, names{theme.Accent, theme.AccentHover}, text},
		{names{theme.Bg}, names{theme.Text2}, text}, // the chosen cell of a rating
		{names{theme.Control, theme.Focus}, append(surfaces, each(zones, theme.ZoneTint)...), mark},
		{zoneSolid, surfaces, mark},
		{names{theme.TaskDisp, theme.TaskAug, theme.TaskNot}, surfaces, mark},
		{each([]int{0, 1, 2, 3, 4, 5}, series), charts, mark},
		{names{"chart.axis", "chart.bar", "chart.barMuted", "chart.down", "chart.up"}, charts, mark},
	}
	for _, face := range faces(t) {
		check := func(ink, on fyne.ThemeColorName, least float64) {
			if got := contrast(face.color(ink), face.color(on)); got < least {
				t.Errorf("%s: %s on %s has %.2f:1, less than %v", face.name, ink, on, got, least)
			}
		}
		for _, rule := range rules {
			for _, ink := range rule.inks {
				for _, on := range rule.on {
					check(ink, on, rule.least)
				}
			}
		}
		for _, z := range zones {
			check(theme.ZoneText(z), theme.ZoneTint(z), text)
			check(theme.ZoneSolid(z), theme.ZoneTint(z), mark)
		}
		for i := range nextrole.MaxPins {
			fill, on := theme.Series(i)
			check(on, fill, text)
		}
	}
}

// Colors that have to be told apart are far apart for four kinds of sight.
func TestColorVision(t *testing.T) {
	scored := zones[:3]
	sets := []struct {
		name   string
		colors names
		least  float64
	}{
		{"zone marks", each(scored, theme.ZoneSolid), 15},
		{"zone words", each(scored, theme.ZoneText), 15},
		{"task marks", names{theme.TaskDisp, theme.TaskAug}, 15},
		{"series", each([]int{0, 1, 2, 3, 4, 5}, series), 12},
	}
	for _, face := range faces(t) {
		for _, set := range sets {
			for _, sight := range sights {
				least, pair := math.Inf(1), ""
				for i, a := range set.colors {
					for _, b := range set.colors[:i] {
						d := difference(sight.see(fromColor(face.color(a))).lab(), sight.see(fromColor(face.color(b))).lab())
						if d < least {
							least, pair = d, string(a+" and "+b)
						}
					}
				}
				if least < set.least {
					t.Errorf("%s: %s, %s: %s are %.1f apart, less than %v", face.name, set.name, sight.name, pair, least, set.least)
				}
			}
		}
	}
}
