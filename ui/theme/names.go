package theme

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"nextrole"
)

// The tokens that code names. Zones and tasks have functions: [ZoneText] …
const (
	Bg          fyne.ThemeColorName = "bg"
	Pane        fyne.ThemeColorName = "pane"
	Rail        fyne.ThemeColorName = "rail"
	Raised      fyne.ThemeColorName = "raised"
	Field       fyne.ThemeColorName = "field"
	Hover       fyne.ThemeColorName = "hover"
	Selected    fyne.ThemeColorName = "selected"
	Track       fyne.ThemeColorName = "track"
	Hairline    fyne.ThemeColorName = "hairline"
	Divider     fyne.ThemeColorName = "divider"
	Control     fyne.ThemeColorName = "control"
	Text        fyne.ThemeColorName = "text"
	Text2       fyne.ThemeColorName = "text2"
	Text3       fyne.ThemeColorName = "text3"
	Disabled    fyne.ThemeColorName = "disabled"
	Accent      fyne.ThemeColorName = "accent"
	AccentHover fyne.ThemeColorName = "accentHover"
	OnAccent    fyne.ThemeColorName = "onAccent"
	Focus       fyne.ThemeColorName = "nr.focus"
	Bar         fyne.ThemeColorName = "chart.bar"
	StatusError fyne.ThemeColorName = "status.error"
	StatusWarn  fyne.ThemeColorName = "status.warn"
	StatusOK    fyne.ThemeColorName = "status.ok"
	StatusInfo  fyne.ThemeColorName = "status.info"
	Transparent fyne.ThemeColorName = "nr.transparent"

	// The marks of task labels: a fill with lines over it, a fill, an outline.
	TaskDisp  fyne.ThemeColorName = "task.disp"
	TaskHatch fyne.ThemeColorName = "task.dispHatch"
	TaskAug   fyne.ThemeColorName = "task.aug"
	TaskNot   fyne.ThemeColorName = "task.not"
)

// ZoneText is the color of words about a zone.
func ZoneText(z nextrole.Zone) fyne.ThemeColorName { return zoneToken(z, "text") }

// ZoneSolid is the color of a zone's mark.
func ZoneSolid(z nextrole.Zone) fyne.ThemeColorName { return zoneToken(z, "solid") }

// ZoneTint is the ground of a zone's badge. It carries no meaning alone.
func ZoneTint(z nextrole.Zone) fyne.ThemeColorName { return zoneToken(z, "tint") }

func zoneToken(z nextrole.Zone, part string) fyne.ThemeColorName {
	if z == "" {
		z = nextrole.ZoneNone
	}
	return fyne.ThemeColorName("zone." + string(z) + "." + part)
}

// LabelText is the color of a task label's code.
func LabelText(l nextrole.Label) fyne.ThemeColorName {
	switch l {
	case nextrole.Displaced:
		return "task.dispText"
	case nextrole.Augmented:
		return "task.augText"
	}
	return "task.notText"
}

// Series is the color of compared thing i, counted from 0, and of text on it.
func Series(i int) (fill, on fyne.ThemeColorName) {
	digit := string(rune('1' + i%6))
	return fyne.ThemeColorName("series." + digit), fyne.ThemeColorName("series." + digit + ".on")
}

// colorTokens maps Fyne's names to tokens, as the design's table does. Fyne's
// "focus" is the fill behind a focused control; the ring around it is [Focus].
func colorTokens() map[fyne.ThemeColorName]string {
	return map[fyne.ThemeColorName]string{
		theme.ColorNameBackground:          "bg",
		theme.ColorNameForeground:          "text",
		theme.ColorNamePlaceHolder:         "text3",
		theme.ColorNameDisabled:            "disabled",
		theme.ColorNamePrimary:             "accent",
		theme.ColorNameForegroundOnPrimary: "onAccent",
		theme.ColorNameFocus:               "selected",
		Focus:                              "focus",
		theme.ColorNameSelection:           "selected",
		theme.ColorNameInputBackground:     "field",
		theme.ColorNameInputBorder:         "control",
		theme.ColorNameSeparator:           "hairline",
		theme.ColorNameHeaderBackground:    "pane",
		theme.ColorNameMenuBackground:      "raised",
		theme.ColorNameOverlayBackground:   "raised",
		theme.ColorNameButton:              "hover",
		theme.ColorNameHyperlink:           "accent",
		theme.ColorNameError:               "status.error",
		theme.ColorNameWarning:             "status.warn",
		theme.ColorNameSuccess:             "status.ok",
		theme.ColorNameForegroundOnError:   "bg",
		theme.ColorNameForegroundOnWarning: "bg",
		theme.ColorNameForegroundOnSuccess: "bg",
		theme.ColorNameDisabledButton:      "hover",
		theme.ColorNameScrollBar:           "control",
		theme.ColorNameScrollBarBackground: "pane",
	}
}

var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNamePadding:            4,
	theme.SizeNameInnerPadding:       8,
	theme.SizeNameText:               13,
	theme.SizeNameCaptionText:        11,
	theme.SizeNameSubHeadingText:     15,
	theme.SizeNameHeadingText:        20,
	theme.SizeNameInputRadius:        6,
	theme.SizeNameSelectionRadius:    6,
	theme.SizeNameButtonRadius:       6,
	theme.SizeNameCardRadius:         8,
	theme.SizeNameSeparatorThickness: 1,
	theme.SizeNameInputBorder:        1,
	theme.SizeNameScrollBar:          10,
	theme.SizeNameScrollBarSmall:     4,
	theme.SizeNameModalBlurRadius:    0,
}
