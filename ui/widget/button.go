package widget

import (
	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
)

// Button is a control with a word on it, an icon, or both.
type Button struct {
	*Press

	icon *Icon
	text *Text
	row  *fyne.Container
	ink  fyne.ThemeColorName // while it works
	kind buttonKind
}

// buttonKind is how much a button stands out.
type buttonKind struct {
	rest, hover, chosen Ground
	off                 Ground // while it does not work
	text, on            fyne.ThemeColorName
	strong              bool
}

var (
	primary = buttonKind{
		rest: Ground{Fill: theme.Accent}, hover: Ground{Fill: theme.AccentHover}, chosen: Ground{Fill: theme.Accent}, off: Ground{Fill: theme.Hover, Border: theme.Divider},
		text: theme.OnAccent, on: theme.OnAccent, strong: true,
	}
	secondary = buttonKind{
		rest: Ground{theme.Bg, theme.Divider}, hover: Ground{theme.Hover, theme.Divider}, chosen: Ground{theme.Selected, theme.Accent}, off: Ground{theme.Bg, theme.Divider},
		text: theme.Text, on: theme.Accent,
	}
	plain = buttonKind{
		hover: Ground{Fill: theme.Hover}, chosen: Ground{Fill: theme.Selected},
		text: theme.Accent, on: theme.Accent,
	}
)

// NewPrimary returns the one button of a screen that leads on.
func NewPrimary(label, icon string, onTap func()) *Button {
	return newButton(primary, label, icon, onTap)
}

// NewButton returns a button with a border.
func NewButton(label, icon string, onTap func()) *Button {
	return newButton(secondary, label, icon, onTap)
}

// NewLink returns a button that looks like a link.
func NewLink(label string, onTap func()) *Button {
	b := newButton(plain, label, "", onTap)
	b.row.Layout = layout.Inset{Top: 3, Right: 2, Bottom: 3, Left: 2}
	return b
}

// NewIconButton returns a square button that shows an icon only; its label is
// for the tip and for screen readers.
func NewIconButton(label, icon string, onTap func()) *Button {
	i := NewIcon(icon, 16, theme.Text2)
	b := &Button{icon: i, ink: theme.Text2}
	b.Press = NewPart(label, layout.NewFixed(28, 28, i), onTap)
	b.Become(b)
	b.Hover = Ground{Fill: theme.Hover}
	b.Chosen = Ground{Fill: theme.Selected}
	return b
}

func newButton(k buttonKind, label, icon string, onTap func()) *Button {
	style := theme.Body
	style.Strong = k.strong
	b := &Button{text: NewText(label, style, k.text), ink: k.text, kind: k}
	objects := []fyne.CanvasObject{b.text}
	if icon != "" {
		b.icon = NewIcon(icon, 15, k.text)
		objects = []fyne.CanvasObject{b.icon, b.text}
	}
	b.row = layout.NewInset(5, 13, 6, 13, layout.NewRow(8, objects...))
	b.Press = NewPart(label, b.row, onTap)
	b.Become(b)
	b.Rest, b.Hover, b.Chosen = k.rest, k.hover, k.chosen
	return b
}

// SetLabel changes the words on the button.
func (b *Button) SetLabel(label string) {
	b.Label = label
	if b.text != nil && b.text.String() != label {
		b.text.Set(label)
		b.Refresh()
	}
}

// SetIcon changes the icon and its color.
func (b *Button) SetIcon(name string, color fyne.ThemeColorName) {
	if b.icon == nil {
		return
	}
	if b.text == nil {
		b.ink = color
	}
	if b.disabled {
		color = theme.Disabled
	}
	b.icon.Set(name, color)
}

// SetInk changes the color of the words and the icon.
func (b *Button) SetInk(color fyne.ThemeColorName) {
	b.ink = color
	b.paintInk()
}

// SetEnabled makes the button work or not, and look so.
func (b *Button) SetEnabled(on bool) {
	if b.disabled == on {
		b.Rest = b.kind.rest
		if !on {
			b.Rest = b.kind.off
		}
		b.Press.SetEnabled(on)
		b.paintInk()
	}
}

// Enable implements fyne.Disableable.
func (b *Button) Enable() { b.SetEnabled(true) }

// Disable implements fyne.Disableable.
func (b *Button) Disable() { b.SetEnabled(false) }

func (b *Button) paintInk() {
	color := b.ink
	if b.disabled {
		color = theme.Disabled
	}
	if b.text != nil {
		b.text.SetColor(color)
	}
	if b.icon != nil {
		b.icon.Set(b.icon.name, color)
	}
}
