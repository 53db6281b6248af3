package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Bare is the theme in force for a control inside a box of ours: no box of
// its own, and rows without rounded corners or gaps.
type Bare struct{}

// Color implements fyne.Theme.
func (Bare) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch n {
	case theme.ColorNameInputBackground, theme.ColorNameInputBorder:
		return color.Transparent
	case theme.ColorNamePrimary:
		// The box of an entry with the keyboard; its cursor too, but only where
		// nothing is animated.
		if fyne.CurrentApp().Settings().ShowAnimations() {
			return color.Transparent
		}
	}
	return current().Color(n, v)
}

// Size implements fyne.Theme.
func (Bare) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameInputBorder:
		return 1.5 // also the width of an entry's cursor
	case theme.SizeNamePadding, theme.SizeNameSelectionRadius, theme.SizeNameInputRadius:
		return 0
	}
	return current().Size(n)
}

// Font implements fyne.Theme.
func (Bare) Font(s fyne.TextStyle) fyne.Resource { return current().Font(s) }

// Icon implements fyne.Theme.
func (Bare) Icon(n fyne.ThemeIconName) fyne.Resource { return current().Icon(n) }

func current() fyne.Theme { return fyne.CurrentApp().Settings().Theme() }
