package chartview_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"image/png"
	"io"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"nextrole/ui/theme"
)

const credit = "Scores: AIJRI & others, <published>."

// The table that is copied says what it is of, and whose; and that it was
// copied is said.
func TestCopy(t *testing.T) {
	for _, bare := range []bool{false, true} {
		s := show(t, bare)
		c := tasks("Coding, all kinds", "Teaching")
		s.view.About("Registrars, tasks", credit)
		s.set(c)
		s.reach()
		lines, err := csv.NewReader(strings.NewReader(s.copied())).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		n := 1 + len(c.Table().Rows)
		if diff := cmp.Diff(append([][]string{c.Table().Header}, c.Table().Rows...), lines[:n]); diff != "" {
			t.Errorf("copied (−want +got):\n%s", diff)
		}
		var said []string
		for _, line := range lines[n:] {
			said = append(said, strings.Join(line, ""))
		}
		if diff := cmp.Diff([]string{"Registrars, tasks", c.Caption(), credit}, said); diff != "" {
			t.Errorf("below the table (−want +got):\n%s", diff)
		}
		if s.notice != "Copied the chart’s table as CSV" {
			t.Errorf("notice %q", s.notice)
		}
	}
}

// menu are the words of what is open over the page.
func (s *stage) menu() string {
	if top := s.canvas.Overlays().Top(); top != nil {
		return strings.Join(slices.DeleteFunc(words(top), func(w string) bool { return w == "" }), "\n")
	}
	return ""
}

func (s *stage) ctrlE() {
	s.canvas.Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyE, Modifier: fyne.KeyModifierShortcutDefault})
}

// The menu opens from the chart by keys and by the other button of the mouse,
// and gives the keyboard back to it.
func TestMenuOpens(t *testing.T) {
	for name, opens := range map[string]func(*stage){
		"Ctrl+E":   (*stage).ctrlE,
		"Menu key": func(s *stage) { s.press(desktop.KeyMenu) },
		"mouse":    func(s *stage) { test.TapSecondary(s.canvas.Focused().(fyne.SecondaryTappable)) },
	} {
		for _, bare := range []bool{false, true} {
			s := show(t, bare)
			s.set(tasks("Coding", "Teaching"))
			s.reach()
			chart := s.said()
			opens(s)
			if want := "Copy as CSV\nCtrl+C\nShow as table\nAlt+T\nSave as PNG…\nSave as SVG…"; s.menu() != want {
				t.Errorf("%s, bare %v: %q, want %q", name, bare, s.menu(), want)
			}
			s.press(fyne.KeyEscape)
			if s.menu() != "" || s.said() != chart {
				t.Errorf("%s, bare %v: after Esc the keyboard is on %q, below %q", name, bare, s.said(), s.menu())
			}
			opens(s)
			s.press(fyne.KeyDown, fyne.KeyReturn)
			s.ctrlE() // the keyboard is on the button for the table now, where there is one
			if !strings.Contains(s.menu(), "Show as chart") {
				t.Errorf("%s, bare %v: with the table shown, %q", name, bare, s.menu())
			}
		}
	}
}

func TestMenuButton(t *testing.T) {
	s := show(t, false)
	s.set(tasks("Coding", "Teaching"))
	for s.said() != "Copy or save the chart" {
		s.canvas.FocusNext()
	}
	s.press(fyne.KeyReturn)
	s.press(fyne.KeyReturn)
	if s.notice == "" || s.menu() != "" || s.said() != "Copy or save the chart" {
		t.Errorf("Enter, Enter: notice %q, below %q, the keyboard on %q", s.notice, s.menu(), s.said())
	}
	if s.copied() == "" {
		t.Error("Ctrl+C on the button copies nothing")
	}
}

// A saved chart is the whole figure, light on any theme, and its names cannot
// break the file.
func TestSave(t *testing.T) {
	dark, err := theme.New(theme.Dark)
	if err != nil {
		t.Fatal(err)
	}
	settings := fyne.CurrentApp().Settings()
	before := settings.Theme()
	settings.SetTheme(dark)
	defer settings.SetTheme(before)

	s := show(t, true)
	c := tasks("R&D <b>\"", "Teaching")
	s.view.About("Registrars, tasks", credit)
	s.set(c)
	s.reach()
	for _, ext := range []string{".png", ".svg"} {
		s.ctrlE()
		s.press(fyne.KeyDown, fyne.KeyDown)
		if ext == ".svg" {
			s.press(fyne.KeyDown)
		}
		s.press(fyne.KeyReturn)
		f := s.saved[len(s.saved)-1]
		if f.Ext != ext || f.Name != "Registrars, tasks" || !strings.Contains(f.What, c.Title()) {
			t.Errorf("%s: offered as %q, %q, %q", ext, f.Name, f.Ext, f.What)
		}
		content, err := f.Make()
		if err != nil {
			t.Fatal(err)
		}
		if ext == ".svg" {
			checkSVG(t, content, c.Title(), "R&D <b>\"", credit)
		} else {
			checkPNG(t, content)
		}
	}
}

func checkSVG(t *testing.T, content []byte, want ...string) {
	t.Helper()
	var text strings.Builder
	for d := xml.NewDecoder(bytes.NewReader(content)); ; {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in:\n%s", err, content)
		}
		if letters, ok := token.(xml.CharData); ok {
			text.WriteString(strings.TrimSpace(string(letters)) + " ")
		}
	}
	for _, words := range want {
		if !strings.Contains(text.String(), words) {
			t.Errorf("the SVG does not say %q: %s", words, text.String())
		}
	}
}

func checkPNG(t *testing.T, content []byte) {
	t.Helper()
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if width := picture.Bounds().Dx(); width < 2*480 || width > 2*960 {
		t.Errorf("it is %d pixels wide", width)
	}
	if r, g, b, a := picture.At(2, 2).RGBA(); min(r, g, b) < 0xf000 || a != 0xffff {
		t.Errorf("its ground is %x %x %x %x, not light", r, g, b, a)
	}
}
