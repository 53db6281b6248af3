package widget_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"nextrole/ui/widget"
)

// paste pastes text into what has the keyboard.
func (s stage) paste(text string) {
	c := test.NewClipboard()
	c.SetContent(text)
	s.canvas.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: c})
}

// A whole file in the clipboard ends up in a field easily, and a window that
// then stands still for minutes is of no use to anybody.
func TestSearchIsFull(t *testing.T) {
	field := widget.NewSearch("")
	told := 0
	field.OnChange = func(string) { told++ }
	s := show(t, field, 300, 200)
	field.Focus()
	for _, tt := range []struct {
		name, want string
		full       bool
		told       int
		do         func()
	}{
		{"what fits", "ab", false, 1, func() { s.paste("ab") }},
		{"in part", "ab" + strings.Repeat("é", widget.LineMost-2), true, 1, func() { s.paste(strings.Repeat("é", 9000)) }},
		{"a letter", "ab" + strings.Repeat("é", widget.LineMost-2), true, 0, func() { s.write("x") }},
		{"nothing of it", "ab" + strings.Repeat("é", widget.LineMost-2), true, 0, func() { s.paste("xyz") }},
		{"one less", "ab" + strings.Repeat("é", widget.LineMost-3), false, 1, func() { s.press(fyne.KeyBackspace) }},
		{"room again", "ab" + strings.Repeat("é", widget.LineMost-3) + "x", false, 1, func() { s.write("x") }},
		{"over all", strings.Repeat("z", widget.LineMost), true, 1, func() { field.SelectAll(); s.paste(strings.Repeat("z", 9000)) }},
		{"set", strings.Repeat("r", 999), false, 0, func() { field.SetText(strings.Repeat("r", 999)) }},
		{"over more than fits", "s", false, 1, func() { field.SelectAll(); s.write("s") }},
	} {
		told = 0
		tt.do()
		if field.Text() != tt.want {
			t.Errorf("%s: %d characters, want %d", tt.name, len([]rune(field.Text())), len([]rune(tt.want)))
		}
		if full := strings.Contains(test.RenderObjectToMarkup(field), "Full: 250 characters at most"); full != tt.full {
			t.Errorf("%s: says full: %v, want %v", tt.name, full, tt.full)
		}
		if told != tt.told {
			t.Errorf("%s: told %d times, want %d", tt.name, told, tt.told)
		}
	}
}

func TestAreaIsFull(t *testing.T) {
	area := widget.NewArea("Notes", "", 5)
	told := 0
	area.OnFull = func() { told++ }
	s := show(t, area, 300, 200)
	area.Focus()
	most := strings.Repeat("a\n", widget.AreaMost/2)
	for _, tt := range []struct {
		name, want string
		told       int
		do         func()
	}{
		{"in part", most, 1, func() { s.paste(strings.Repeat("a\n", widget.AreaMost)) }},
		{"letters", most, 0, func() { s.write("xyz") }},
		{"a line", most, 0, func() { s.press(fyne.KeyReturn) }},
		{"room again", most[:len(most)-1] + "x", 0, func() { s.press(fyne.KeyBackspace); s.write("x") }},
		{"to read only", most[:len(most)-1] + "x", 0, func() { area.SetEnabled(false); s.write("x"); s.paste("y") }},
		{"set", most + most, 0, func() { area.SetText(most + most) }},
	} {
		told = 0
		tt.do()
		if area.Text() != tt.want {
			t.Errorf("%s: %d characters, want %d", tt.name, len(area.Text()), len(tt.want))
		}
		if told != tt.told {
			t.Errorf("%s: told %d times, want %d", tt.name, told, tt.told)
		}
	}
}
