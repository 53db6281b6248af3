// Package theme gives the window its look: the design tokens of tokens.json as
// a [fyne.Theme], in light and dark, with Inter as the font. Every token is a
// color name that [Color] resolves for the theme in force.
package theme

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"image/color"
	"os"
	"runtime"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nextrole/assets"
)

//go:embed tokens.json
var tokens []byte

// Mode says which variant is shown.
type Mode string

// The modes a person can choose; System follows the desktop.
const (
	System Mode = ""
	Light  Mode = "light"
	Dark   Mode = "dark"
)

// Theme is the tokens as a fyne.Theme.
type Theme struct {
	mode        Mode
	light, dark map[string]color.NRGBA
	colorTokens map[fyne.ThemeColorName]string
	regular     fyne.Resource
	strong      fyne.Resource
}

// New returns the theme in the given mode. Its error means that the embedded
// tokens are broken, which a test excludes.
func New(mode Mode) (*Theme, error) {
	var file struct {
		Color struct {
			Light map[string]string `json:"light"`
			Dark  map[string]string `json:"dark"`
		} `json:"color"`
	}
	if err := json.Unmarshal(tokens, &file); err != nil {
		return nil, fmt.Errorf("theme: tokens.json: %w", err)
	}
	t := &Theme{
		mode:        mode,
		colorTokens: colorTokens(),
		regular:     fyne.NewStaticResource("Inter-Regular.ttf", assets.Regular),
		strong:      fyne.NewStaticResource("Inter-SemiBold.ttf", assets.SemiBold),
	}
	var err error
	if t.light, err = parseColors(file.Color.Light); err != nil {
		return nil, err
	}
	if t.dark, err = parseColors(file.Color.Dark); err != nil {
		return nil, err
	}
	return t, nil
}

// Mode returns the mode the theme was made with.
func (t *Theme) Mode() Mode { return t.mode }

// Palette returns all tokens of the variant in force, for charts. It must not
// be changed.
func (t *Theme) Palette(v fyne.ThemeVariant) map[string]color.NRGBA {
	if t.mode == Dark || t.mode == System && v == theme.VariantDark && desktopTells() {
		return t.dark
	}
	return t.light
}

// desktopTells reports whether the desktop can say which variant it has. On
// Linux it says so over the session bus; without one Fyne assumes dark.
func desktopTells() bool {
	return runtime.GOOS != "linux" || os.Getenv("DBUS_SESSION_BUS_ADDRESS") != ""
}

// Color resolves a token or one of Fyne's names.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	palette := t.Palette(v)
	token, ok := t.colorTokens[name]
	if !ok {
		token = string(name)
	}
	if c, ok := palette[token]; ok {
		return c
	}
	switch name {
	case theme.ColorNameShadow, Transparent:
		return color.Transparent
	case theme.ColorNamePressed:
		c := palette["text"]
		c.A = 0x1A
		return c
	}
	return theme.DefaultTheme().Color(name, v)
}

// Font returns Inter, in Regular or SemiBold; icons and code keep Fyne's fonts.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Monospace, s.Symbol:
		return theme.DefaultTheme().Font(s)
	case s.Bold:
		return t.strong
	}
	return t.regular
}

// Icon returns Fyne's icons.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return theme.DefaultTheme().Icon(name)
}

// Size returns the sizes of the design, in DIP.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return theme.DefaultTheme().Size(name)
}

// Color returns the color of a token in the theme in force.
func Color(name fyne.ThemeColorName) color.Color { return theme.Color(name) }

// Font returns the font of the theme in force. Words that name it as their own
// source are set in it alone: where they leave the font to Fyne, Fyne reads it
// anew for each style and each part of the window that has a theme of its own,
// with several others to fall back on, which is most of the program's memory.
func Font(s fyne.TextStyle) fyne.Resource { return current().Font(s) }

// Current returns the palette in force, for charts.
func Current() map[string]color.NRGBA {
	settings := fyne.CurrentApp().Settings()
	if t, ok := settings.Theme().(*Theme); ok {
		return t.Palette(settings.ThemeVariant())
	}
	return nil
}

// Paper returns the light palette whatever is in force, for charts that leave
// the window.
func Paper() map[string]color.NRGBA {
	if t, ok := fyne.CurrentApp().Settings().Theme().(*Theme); ok {
		return t.light
	}
	return nil
}

func parseColors(hex map[string]string) (map[string]color.NRGBA, error) {
	colors := make(map[string]color.NRGBA, len(hex))
	for name, h := range hex {
		n, err := strconv.ParseUint(strings.TrimPrefix(h, "#"), 16, 24)
		if err != nil || len(h) != 7 {
			return nil, fmt.Errorf("theme: tokens.json: color %s: %q is not #RRGGBB", name, h)
		}
		colors[name] = color.NRGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 0xFF}
	}
	return colors, nil
}

// IsDark reports whether the dark variant is in force.
func IsDark() bool {
	settings := fyne.CurrentApp().Settings()
	t, ok := settings.Theme().(*Theme)
	return ok && t.Palette(settings.ThemeVariant())["bg"] == t.dark["bg"]
}
