package widget_test

import (
	"testing"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"nextrole/ui/widget"
)

// Fyne takes a popup away without a word to what has the keyboard in it.
func TestDismiss(t *testing.T) {
	below := widget.NewButton("Below", "", nil)
	for _, tt := range []struct {
		name string
		show func(c fyne.Canvas, content fyne.CanvasObject) (hide func())
	}{
		{"panel", func(c fyne.Canvas, content fyne.CanvasObject) func() {
			return widget.ShowPanel(c, 200, content).Hide
		}},
		{"popup", func(c fyne.Canvas, content fyne.CanvasObject) func() {
			p := fynewidget.NewPopUp(content, c)
			p.Show()
			return func() { widget.Dismiss(p) }
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := show(t, below, 300, 200)
			widget.FocusOn(below)
			field := widget.NewSearch("")
			hide := tt.show(s.canvas, field)
			field.Focus()
			if !field.Focused() {
				t.Fatal("the field does not have the keyboard")
			}
			hide()
			if field.Focused() {
				t.Error("the cursor of the field blinks on unseen")
			}
			if s.canvas.Focused() != fyne.Focusable(below) {
				t.Errorf("the keyboard is at %T", s.canvas.Focused())
			}
			hide() // again, as when the window closed it already
			if s.canvas.Focused() != fyne.Focusable(below) {
				t.Errorf("closed again: the keyboard is at %T", s.canvas.Focused())
			}
		})
	}
}
