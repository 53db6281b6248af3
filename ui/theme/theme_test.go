package theme_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"image/color"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"
	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/theme"
)

// wear puts on the theme for a test.
func wear(t *testing.T, mode theme.Mode) *theme.Theme {
	t.Helper()
	made, err := theme.New(mode)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(made)
	return made
}

// tokenConstants returns the color names that names.go declares.
func tokenConstants(t *testing.T) map[string]fyne.ThemeColorName {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "names.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]fyne.ThemeColorName{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || spec.Type == nil {
			return true
		}
		if typ, ok := spec.Type.(*ast.SelectorExpr); !ok || typ.Sel.Name != "ThemeColorName" {
			return true
		}
		value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
		if err != nil {
			t.Fatal(err)
		}
		found[spec.Names[0].Name] = fyne.ThemeColorName(value)
		return true
	})
	if len(found) < 20 {
		t.Fatalf("names.go has %d color names: is this test reading it right?", len(found))
	}
	return found
}

// Each name that code can say is a token, not a color that Fyne makes up.
func TestNamesAreTokens(t *testing.T) {
	said := tokenConstants(t)
	if said["Focus"] != theme.Focus || said["Transparent"] != theme.Transparent {
		t.Fatalf("read Focus as %q and Transparent as %q", said["Focus"], said["Transparent"])
	}
	delete(said, "Transparent")
	said["Focus"] = "focus" // the token behind the one name that is not a token's own
	for _, z := range append(zones, "") {
		for _, n := range []fyne.ThemeColorName{theme.ZoneText(z), theme.ZoneSolid(z), theme.ZoneTint(z)} {
			said[string(n)] = n
		}
	}
	for _, l := range []nextrole.Label{nextrole.Displaced, nextrole.Augmented, nextrole.NotInvolved, ""} {
		said[string(theme.LabelText(l))] = theme.LabelText(l)
	}
	for i := range 2 * nextrole.MaxPins {
		fill, on := theme.Series(i)
		said[string(fill)], said[string(on)] = fill, on
	}
	for _, face := range faces(t) {
		palette := face.theme.Palette(face.variant)
		for name, token := range said {
			want, ok := palette[string(token)]
			if !ok {
				t.Errorf("%s: %s is %q, which is no token", face.name, name, token)
				continue
			}
			if name == "Focus" {
				token = theme.Focus
			}
			if got := face.color(token); got != want {
				t.Errorf("%s: %s is %v, and its token %v", face.name, name, got, want)
			}
		}
		if _, _, _, a := face.color(theme.Transparent).RGBA(); a != 0 {
			t.Errorf("%s: Transparent is not", face.name)
		}
	}
}

// Fyne's own controls are dressed as the design says.
func TestFyneColors(t *testing.T) {
	want := map[fyne.ThemeColorName]string{
		fynetheme.ColorNameBackground:          "bg",
		fynetheme.ColorNameButton:              "hover",
		fynetheme.ColorNameDisabled:            "disabled",
		fynetheme.ColorNameDisabledButton:      "hover",
		fynetheme.ColorNameError:               "status.error",
		fynetheme.ColorNameFocus:               "selected",
		fynetheme.ColorNameForeground:          "text",
		fynetheme.ColorNameForegroundOnError:   "bg",
		fynetheme.ColorNameForegroundOnPrimary: "onAccent",
		fynetheme.ColorNameForegroundOnSuccess: "bg",
		fynetheme.ColorNameForegroundOnWarning: "bg",
		fynetheme.ColorNameHeaderBackground:    "pane",
		fynetheme.ColorNameHover:               "hover",
		fynetheme.ColorNameHyperlink:           "accent",
		fynetheme.ColorNameInputBackground:     "field",
		fynetheme.ColorNameInputBorder:         "control",
		fynetheme.ColorNameMenuBackground:      "raised",
		fynetheme.ColorNameOverlayBackground:   "raised",
		fynetheme.ColorNamePlaceHolder:         "text3",
		fynetheme.ColorNamePrimary:             "accent",
		fynetheme.ColorNameScrollBar:           "control",
		fynetheme.ColorNameScrollBarBackground: "pane",
		fynetheme.ColorNameSelection:           "selected",
		fynetheme.ColorNameSeparator:           "hairline",
		fynetheme.ColorNameSuccess:             "status.ok",
		fynetheme.ColorNameWarning:             "status.warn",
	}
	for _, face := range faces(t) {
		palette := face.theme.Palette(face.variant)
		for name, token := range want {
			if got := face.color(name); got != palette[token] {
				t.Errorf("%s: Fyne's %s is %v, want %s, %v", face.name, name, got, token, palette[token])
			}
		}
		text := palette["text"]
		text.A = 0x1A
		if diff := cmp.Diff(color.Color(text), face.color(fynetheme.ColorNamePressed)); diff != "" {
			t.Errorf("%s: pressed (-want +got):\n%s", face.name, diff)
		}
		if _, _, _, a := face.color(fynetheme.ColorNameShadow).RGBA(); a != 0 {
			t.Errorf("%s: the shadow is seen", face.name)
		}
	}
}

func TestVariants(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=a-desktop-that-tells")
	all := faces(t)
	for i, pair := range [][2]face{{all[0], all[2]}, {all[1], all[3]}} {
		if diff := cmp.Diff(pair[0].theme.Palette(pair[0].variant), pair[1].theme.Palette(pair[1].variant)); diff != "" {
			t.Errorf("pair %d: the desktop's choice looks other than the person's (-person +desktop):\n%s", i, diff)
		}
	}
	light, dark := all[0].theme.Palette(0), all[1].theme.Palette(0)
	for token := range light {
		if _, ok := dark[token]; !ok {
			t.Errorf("token %s is missing in the dark", token)
		}
	}
	for token := range dark {
		if _, ok := light[token]; !ok {
			t.Errorf("token %s is missing in the light", token)
		}
	}
}

// What is worn is what charts and controls ask for.
func TestInForce(t *testing.T) {
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		made := wear(t, mode)
		if made.Mode() != mode || theme.IsDark() != (mode == theme.Dark) {
			t.Errorf("%s: Mode is %q, IsDark %v", mode, made.Mode(), theme.IsDark())
		}
		if diff := cmp.Diff(made.Palette(0), theme.Current()); diff != "" {
			t.Errorf("%s: Current (-want +got):\n%s", mode, diff)
		}
		if got, want := theme.Color(theme.Text), color.Color(theme.Current()["text"]); got != want {
			t.Errorf("%s: text is %v, want %v", mode, got, want)
		}
		bare := theme.Bare{}
		for _, n := range []fyne.ThemeColorName{fynetheme.ColorNameInputBackground, fynetheme.ColorNameInputBorder, fynetheme.ColorNamePrimary} {
			if _, _, _, a := bare.Color(n, 0).RGBA(); a != 0 {
				t.Errorf("%s: bare %s is seen", mode, n)
			}
		}
		if bare.Color(theme.Text, 0) != made.Color(theme.Text, 0) {
			t.Errorf("%s: bare text has another color", mode)
		}
		if bare.Size(fynetheme.SizeNameText) != made.Size(fynetheme.SizeNameText) {
			t.Errorf("%s: bare has text of another size", mode)
		}
		// Fyne makes an entry's cursor as wide as its border.
		if bare.Size(fynetheme.SizeNameInputBorder) < 1 {
			t.Errorf("%s: a bare entry's cursor cannot be seen", mode)
		}
	}
}

// Numbers stand below one another digit by digit.
func TestDigitsAreTabular(t *testing.T) {
	wear(t, theme.Light)
	for _, style := range []theme.Style{
		theme.Caption, theme.Small, theme.Body, theme.BodyStrong, theme.Title, theme.Heading, theme.Large, theme.Display,
	} {
		text := fyne.TextStyle{Bold: style.Strong}
		zeros := fyne.MeasureText("0000000000", style.Size, text)
		for digit := '1'; digit <= '9'; digit++ {
			ten := ""
			for range 10 {
				ten += string(digit)
			}
			if got := fyne.MeasureText(ten, style.Size, text).Width; got != zeros.Width {
				t.Errorf("size %v: ten times %c is %v wide, and ten zeros %v", style.Size, digit, got, zeros.Width)
			}
		}
	}
	regular := fyne.MeasureText("Resistant", 13, fyne.TextStyle{}).Width
	if strong := fyne.MeasureText("Resistant", 13, fyne.TextStyle{Bold: true}).Width; strong <= regular {
		t.Errorf("SemiBold is %v wide and Regular %v: is it the same font?", strong, regular)
	}
}
