package welcome

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// card is one answer to who is exploring. As with radio buttons, Tab reaches
// the chosen one only, and the arrow keys choose another.
type card struct {
	audience nextrole.Audience
	name     string
	press    *widget.Press
	icon     *widget.Icon
	iconName string
	radio    *widget.Icon
}

func newCard(c choice, onTap func(), onKey func(fyne.KeyName) bool) *card {
	k := &card{
		audience: c.audience, name: c.title, iconName: c.icon,
		icon:  widget.NewIcon(c.icon, 20, theme.Text2),
		radio: widget.NewIcon("radio", 18, theme.Control),
	}
	content := layout.NewStack(10, layout.NewBar(0, 1, k.icon, layout.NewStack(0), k.radio),
		layout.NewStack(3, widget.NewParagraph(c.title, theme.BodyStrong, theme.Text), widget.NewParagraph(c.text, theme.Small, theme.Text2)))
	k.press = widget.NewPress(c.title, layout.NewInset(14, 16, 15, 16, content), onTap)
	k.press.OnKey = onKey
	k.press.Radius = 8
	k.press.Rest = widget.Ground{Fill: theme.Bg, Border: theme.Divider}
	k.press.Hover = widget.Ground{Fill: theme.Hover, Border: theme.Divider}
	k.press.Chosen = widget.Ground{Fill: theme.Selected, Border: theme.Accent}
	return k
}

// show marks the card if it is the audience's.
func (c *card) show(a nextrole.Audience) {
	chosen := c.audience == a
	c.press.Quiet = !chosen
	c.press.SetChosen(chosen)
	c.press.Label = c.name
	radio, ink := "radio", theme.Text2
	if chosen {
		c.press.Label += ", chosen"
		radio, ink = "radio-on", theme.Accent
	}
	c.icon.Set(c.iconName, ink)
	c.radio.Set(radio, ink)
}
