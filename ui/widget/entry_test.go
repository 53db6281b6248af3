package widget_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// write types text into what has the keyboard.
func (s stage) write(text string) {
	for _, r := range text {
		s.canvas.Focused().TypedRune(r)
	}
}

func TestSearch(t *testing.T) {
	field := widget.NewSearch("Role or skill")
	var told []string
	field.OnChange = func(text string) { told = append(told, text) }
	field.OnSubmit = func() { told = append(told, "submit") }
	field.OnFocus = func(on bool) { told = append(told, fmt.Sprint("focus ", on)) }
	s := show(t, layout.NewStack(0, field, widget.NewButton("Other", "", nil)), 300, 200)
	for _, tt := range []struct {
		name string
		do   func()
		text string
		told []string
	}{
		{"before", func() {}, "", nil},
		{"focus", field.Focus, "", []string{"focus true"}},
		{"letters", func() { s.write("pé") }, "pé", []string{"p", "pé"}},
		{"enter", func() { s.press(fyne.KeyReturn) }, "pé", []string{"submit"}},
		{"set", func() { field.SetText("registrar") }, "registrar", nil},
		{"at the end", func() { s.write("s") }, "registrars", []string{"registrars"}},
		{"over all", func() { field.SelectAll(); s.write("a") }, "a", []string{"a"}},
		{"set over all", func() { field.SelectAll(); field.SetText("data"); s.write("!") }, "data!", []string{"data!"}},
		{"edit", func() { s.press(fyne.KeyHome, fyne.KeyDelete) }, "ata!", []string{"ata!"}},
		{"next", func() { s.press(fyne.KeyTab) }, "ata!", []string{"focus false"}},
	} {
		told = nil
		tt.do()
		if field.Text() != tt.text {
			t.Errorf("%s: text %q, want %q", tt.name, field.Text(), tt.text)
		}
		if diff := cmp.Diff(tt.told, told); diff != "" {
			t.Errorf("%s: told (-want +got):\n%s", tt.name, diff)
		}
	}
	if field.Focused() {
		t.Error("the field says that it still has the keyboard")
	}
}

// Keys of no use to a line of text are the page's, and then the window's.
func TestSearchPassesKeys(t *testing.T) {
	field := widget.NewSearch("Role")
	var page, window []fyne.KeyName
	s := show(t, layout.NewStack(0, field), 300, 200)
	s.canvas.SetOnTypedKey(func(e *fyne.KeyEvent) { window = append(window, e.Name) })
	field.Focus()
	s.press(fyne.KeyEscape) // with no page that listens
	field.OnKey = func(key fyne.KeyName) bool {
		page = append(page, key)
		return key == fyne.KeyUp || key == fyne.KeyDown
	}
	s.write("ab")
	s.press(fyne.KeyUp, fyne.KeyDown, fyne.KeyEscape, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyF1, fyne.KeyF10, fyne.KeyLeft, fyne.KeyBackspace)
	if diff := cmp.Diff([]fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyEscape, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyF1, fyne.KeyF10}, page); diff != "" {
		t.Errorf("the page got (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]fyne.KeyName{fyne.KeyEscape, fyne.KeyEscape, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyF1, fyne.KeyF10}, window); diff != "" {
		t.Errorf("the window got (-want +got):\n%s", diff)
	}
	if field.Text() != "b" {
		t.Errorf("text %q, want the letter before the cursor gone", field.Text())
	}
}

// The window's shortcuts work while somebody types, and those of a line of
// text still do.
func TestSearchPassesShortcuts(t *testing.T) {
	field := widget.NewSearch("Role")
	s := show(t, layout.NewStack(0, field), 300, 200)
	ctrl, shift, alt := fyne.KeyModifierShortcutDefault, fyne.KeyModifierShift, fyne.KeyModifierAlt
	window := listen(t, s.canvas)
	field.Focus()
	s.write("data analyst")
	s.shortcut(ctrl, fyne.KeyK)
	s.shortcut(alt, fyne.KeyLeft)
	s.shortcut(ctrl, fyne.KeyReturn)
	s.shortcut(ctrl|shift, fyne.KeyTab)
	s.shortcut(ctrl, fyne.KeyLeft)
	s.write("the ")
	if want := "data the analyst"; field.Text() != want {
		t.Errorf("text %q, want %q", field.Text(), want)
	}
	s.shortcut(ctrl, fyne.KeyBackspace)
	s.shortcut(ctrl|shift, fyne.KeyRight)
	s.write("x")
	if want := "data x"; field.Text() != want {
		t.Errorf("text %q, want %q", field.Text(), want)
	}
	want := []string{"CustomDesktop:Control+K", "CustomDesktop:Alt+Left", "CustomDesktop:Control+Return", "CustomDesktop:Shift+Control+Tab"}
	if diff := cmp.Diff(want, window.got); diff != "" {
		t.Errorf("the window got (-want +got):\n%s", diff)
	}
	field.SelectAll()
	s.canvas.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	if got := fyne.CurrentApp().Clipboard().Content(); got != "data x" {
		t.Errorf("copied %q", got)
	}
}

func TestSearchRemark(t *testing.T) {
	field := widget.NewSearch("Role")
	s := show(t, layout.NewStack(0, field), 300, 40)
	before := s.canvas.Capture()
	field.SetRemark("12 roles")
	if same(before, s.canvas.Capture()) {
		t.Error("the remark is not shown")
	}
	field.SetRemark("")
	if !same(before, s.canvas.Capture()) {
		t.Error("the remark is still shown")
	}
}

// fruits is a list of a few rows.
type fruits struct {
	list   *widget.List
	rows   []string
	chosen []int
	drawn  map[string]bool
}

func newFruits(n int) *fruits {
	f := &fruits{drawn: map[string]bool{}}
	for i := range n {
		f.rows = append(f.rows, fmt.Sprint("row ", i))
	}
	f.list = widget.NewList(
		func() int { return len(f.rows) },
		func() fyne.CanvasObject { return layout.NewFixed(0, 20, widget.NewText("", theme.Body, theme.Text)) },
		func(i int, row fyne.CanvasObject) {
			row.(*fyne.Container).Objects[0].(*widget.Text).Set(f.rows[i])
			f.drawn[f.rows[i]] = true
		})
	f.list.OnChoose = func(i int) { f.chosen = append(f.chosen, i) }
	return f
}

func TestListKeys(t *testing.T) {
	f := newFruits(30)
	s := show(t, f.list, 200, 100)
	f.list.OnKey = func(key fyne.KeyName) bool { return key == fyne.KeyReturn }
	f.list.OnRune = func(r rune) bool { return r == 'p' }
	var window []string
	s.canvas.SetOnTypedKey(func(e *fyne.KeyEvent) { window = append(window, string(e.Name)) })
	s.canvas.SetOnTypedRune(func(r rune) { window = append(window, string(r)) })
	if f.list.At() != -1 {
		t.Errorf("row %d is chosen at first", f.list.At())
	}
	f.list.Focus()
	for _, tt := range []struct {
		key fyne.KeyName
		at  int
	}{
		{fyne.KeyDown, 0},
		{fyne.KeyDown, 1},
		{fyne.KeyUp, 0},
		{fyne.KeyUp, 0},
		{fyne.KeyPageDown, 8},
		{fyne.KeyEnd, 29},
		{fyne.KeyDown, 29},
		{fyne.KeyPageUp, 21},
		{fyne.KeyHome, 0},
		{fyne.KeyReturn, 0},
		{fyne.KeyEscape, 0},
	} {
		s.press(tt.key)
		if f.list.At() != tt.at {
			t.Errorf("after %s at row %d, want %d", tt.key, f.list.At(), tt.at)
		}
		if row := f.rows[tt.at]; !f.drawn[row] {
			t.Errorf("after %s %q is chosen and not in view", tt.key, row)
		}
		clear(f.drawn)
		f.drawn[f.rows[tt.at]] = true // it stays in view without being drawn anew
	}
	s.write("p/")
	if diff := cmp.Diff([]string{"Escape", "/"}, window); diff != "" {
		t.Errorf("the window got (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{0, 1, 0, 8, 29, 21, 0}, f.chosen); diff != "" {
		t.Errorf("told of each choice once (-want +got):\n%s", diff)
	}
}

func TestListRenews(t *testing.T) {
	f := newFruits(30)
	s := show(t, f.list, 200, 100)
	f.list.Choose(20)
	f.rows = []string{"pear", "plum", "quince"}
	clear(f.drawn)
	f.list.Renew(1)
	if f.list.At() != 1 || !f.drawn["pear"] || !f.drawn["quince"] {
		t.Errorf("at %d, drawn %v", f.list.At(), f.drawn)
	}
	f.list.Renew(7) // a row that is gone
	if f.list.At() != -1 {
		t.Errorf("at %d, want none", f.list.At())
	}
	f.list.Renew(0)
	f.rows = nil
	f.list.Renew(0)
	f.list.Focus()
	s.press(fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyEnd)
	if f.list.At() != -1 {
		t.Errorf("in a list of nothing row %d is chosen", f.list.At())
	}
	if diff := cmp.Diff([]int{20, 1, 0}, f.chosen); diff != "" {
		t.Errorf("chosen (-want +got):\n%s", diff)
	}
}

// A click chooses the row and brings the keyboard to the list.
func TestListByPointer(t *testing.T) {
	f := newFruits(30)
	s := show(t, f.list, 200, 100)
	s.click(f.list)
	at := f.list.At()
	if at < 1 || at > 3 {
		t.Fatalf("a click in the middle chooses row %d", at)
	}
	s.press(fyne.KeyDown)
	if f.list.At() != at+1 {
		t.Errorf("then Down leads from row %d to %d", at, f.list.At())
	}
}
