//go:build journey

package main_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/theme"
)

// asking waits until a panel with a button to go on stands over a page, or until
// it is gone. The button is a large area of a color that the page has little of.
func (p *program) asking(shown bool, page *image.RGBA) {
	p.t.Helper()
	const button = 1000 // pixels, without its letters
	before := count(p.t, page, theme.Light, theme.Accent)
	defer func() { // the window is closed before the picture of the end
		if p.t.Failed() {
			p.keep("panel.png", p.shot())
		}
	}()
	await(p.t, fmt.Sprint("a panel over the page: ", shown), func() bool {
		p.alive()
		return count(p.t, p.picture(), theme.Light, theme.Accent) > before+button == shown
	})
}

// saveAs answers the panel that asks where to save, with a name in the folder
// that is offered, and returns what the file holds once the panel is gone.
func (p *program) saveAs(name string, page *image.RGBA) []byte {
	p.t.Helper()
	p.asking(true, page)
	p.keys("ctrl+a")
	p.write(name)
	p.keys("Return")
	p.asking(false, page)
	content, err := os.ReadFile(filepath.Join(p.home, name))
	if err != nil {
		p.t.Fatal(err)
	}
	return content
}

// TestExports keeps a comparison, moves a column with the mouse, saves it in
// both forms, and finds it again after a restart.
func TestExports(t *testing.T) {
	s := newScreen(t, 1400, 900)
	library := fresh(t)
	l := newLibrary(t, library, nextrole.Settings{Welcomed: true, Theme: "light", Place: "compare"})
	pins := []nextrole.Code{"29-9021.00", "15-1211.01", "13-1041.00", "11-9111.00"}
	if err := errors.Join(l.SetPins(pins), l.Close()); err != nil {
		t.Fatal(err)
	}
	p := open(s, library)

	// The first column goes behind the third.
	const left, column, head = 258, 277, 130 // DIP, at the window's first size
	corner := p.frame().Min
	p.moveTo(corner.Add(image.Pt(left+column/2, head)))
	p.xdotool("mousedown", "1")
	for step := range 9 {
		p.moveTo(corner.Add(image.Pt(left+column/2+step*column/4, head)))
		p.steady()
	}
	p.xdotool("mouseup", "1")
	moved := []nextrole.Code{pins[1], pins[2], pins[0], pins[3]}
	p.until("the moved column", func(s state) bool { return slices.Equal(s.Pins, moved) })

	page := p.picture()
	p.keys("ctrl+s")
	p.asking(true, page)
	p.write("pivots")
	p.keys("Return")
	p.asking(false, page)
	p.until("the kept comparison", func(s state) bool { return len(s.Kept) == 1 && s.Kept[0].Name == "pivots" })

	export := func(keys ...string) {
		p.keys(append([]string{"ctrl+e"}, keys...)...)
		p.asking(true, page)
	}
	export("Return")
	checkComparison(t, p.saveAs("pivots.csv", page), moved)
	export("Down", "Return")
	if text := string(p.saveAs("pivots.md", page)); !strings.HasPrefix(text, "# Comparison of 4 roles\n") || !strings.Contains(text, "## Sources\n") {
		t.Errorf("the Markdown is\n%s", text)
	}

	// Saving it once more asks. Esc, and once more out of the panel, is no yes.
	file := filepath.Join(p.home, "pivots.csv")
	if err := os.WriteFile(file, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	export("Return")
	p.keys("ctrl+a")
	p.write("pivots.csv")
	p.keys("Return")
	p.steady()
	p.keys("Escape", "Escape", "Escape")
	p.asking(false, page)
	if got, err := os.ReadFile(file); err != nil || string(got) != "mine" {
		t.Errorf("without being asked to, it replaced the file by %d bytes (%v)", len(got), err)
	}

	p.keys("ctrl+1")
	p.at("explore")
	p.keys("ctrl+2")
	p.at("compare")
	p.keys("b") // another baseline: it is no longer the one that is kept
	p.until("another baseline", func(s state) bool { return s.Settings.Baseline == pins[2] })
	kept := p.quit().Kept

	p = open(s, library)
	p.keys("Tab", "Return", "Return") // from the baseline to what is kept, and there the first
	p.until("the comparison opened again", func(s state) bool { return s.Settings.Baseline == moved[0] })
	if diff := cmp.Diff(kept, p.quit().Kept); diff != "" {
		t.Errorf("kept (−before +after):\n%s", diff)
	}
}

// checkComparison reads the CSV as a spreadsheet does.
func checkComparison(t *testing.T, content []byte, roles []nextrole.Code) {
	t.Helper()
	lines, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatalf("%v in\n%s", err, content)
	}
	var codes []nextrole.Code
	for i, name := range lines[0] {
		if strings.HasSuffix(name, " value") {
			codes = append(codes, nextrole.Code(lines[1][i]))
		}
	}
	if diff := cmp.Diff(roles, codes); diff != "" {
		t.Errorf("roles (−want +got):\n%s", diff)
	}
}

// TestChartFiles saves a chart as a picture and as a drawing, by mouse and keys.
func TestChartFiles(t *testing.T) {
	w := openTwins(newScreen(t, 1400, 900), nextrole.Settings{Welcomed: true, Theme: "light", Place: "role/29-9021.00/tasks"})
	page := w.picture()
	for downs, name := range map[int]string{2: "chart.png", 3: "chart.svg"} {
		w.pressOnScreen("the menu of a chart", named("Copy or save the chart"))
		w.steady()
		for range downs {
			w.program.keys("Down")
		}
		w.program.keys("Return")
		content := w.saveAs(name, page)
		switch filepath.Ext(name) {
		case ".png":
			if picture, err := png.Decode(bytes.NewReader(content)); err != nil || picture.Bounds().Dx() < 900 {
				t.Errorf("the picture: %v", err)
			}
		case ".svg":
			if err := wellFormed(content); err != nil {
				t.Errorf("the drawing: %v", err)
			}
		}
	}
	w.program.keys("ctrl+q")
	w.same(w.closed())
}

// wellFormed reads XML to its end and expects text in it.
func wellFormed(content []byte) error {
	letters := 0
	for d := xml.NewDecoder(bytes.NewReader(content)); ; {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if text, ok := token.(xml.CharData); ok {
			letters += len(bytes.TrimSpace(text))
		}
	}
	if letters < 100 {
		return fmt.Errorf("it has %d letters of text", letters)
	}
	return nil
}
