package chart_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole/internal/chart"
)

const credit = "AIJRI, published at example.org. Figures: U.S. Bureau of Labor Statistics."

// svg is what a reader of a document finds in it.
type svg struct {
	Family string   `xml:"font-family,attr"`
	Role   string   `xml:"role,attr"`
	Box    string   `xml:"viewBox,attr"`
	Title  string   `xml:"title"`
	Desc   string   `xml:"desc"`
	Texts  []string `xml:"text"`
	Paths  []struct {
		D string `xml:"d,attr"`
	} `xml:"path"`
}

func parse(t *testing.T, document []byte) svg {
	t.Helper()
	var s svg
	if err := xml.Unmarshal(document, &s); err != nil {
		t.Fatalf("%v in\n%s", err, document)
	}
	elements(t, document)
	return s
}

// Every chart, however hard, is a document that an XML reader takes, with its
// finding and its sentence for those who do not see it.
func TestSVG(t *testing.T) {
	l := look(t, "light")
	for name, c := range all(t) {
		document, err := chart.SVG(chart.Export{Chart: c, Credit: credit}, 556, l)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := parse(t, document)
		if want := strings.Join(strings.Fields(c.Title()), " "); strings.Join(strings.Fields(got.Title), " ") != want {
			t.Errorf("%s: title %q, want %q", name, got.Title, want)
		}
		if got.Desc == "" || got.Role != "img" || !strings.HasPrefix(got.Box, "0 0 556 ") || !strings.HasPrefix(got.Family, "Inter, ") {
			t.Errorf("%s: description %q, role %q, viewBox %q, font %q", name, got.Desc, got.Role, got.Box, got.Family)
		}
		if !strings.Contains(strings.Join(got.Texts, " "), credit) {
			t.Errorf("%s: the texts %q lack the credit line", name, got.Texts)
		}
		if bytes.Contains(document, []byte("NaN")) || bytes.Contains(document, []byte("Inf\"")) {
			t.Errorf("%s: a length is no number", name)
		}
	}
}

// The documents of two charts as they are written.
func TestSVGGoldens(t *testing.T) {
	l := look(t, "light")
	for _, name := range []string{"percentiles", "scatter"} {
		got, err := chart.SVG(chart.Export{Chart: charts(t)[name], Credit: credit}, 556, l)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", name+".svg")
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatalf("%v; run with -update to write it", err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s changed (−want +got); look at it, then run with -update:\n%s", name, diff)
		}
	}
}

// An SVG says in texts what the drawing says, in the same order.
func TestSVGKeepsText(t *testing.T) {
	l := look(t, "light")
	for name, c := range all(t) {
		document, err := chart.SVG(c, 700, l)
		if err != nil {
			t.Fatal(err)
		}
		bodies, _ := chart.Sheet(c, 700, l).Words()
		if diff := cmp.Diff(bodies, parse(t, document).Texts); diff != "" {
			t.Errorf("%s (−drawing +document):\n%s", name, diff)
		}
	}
}

// The sheet has room for each of its words.
func TestSheetKeepsWordsApart(t *testing.T) {
	l := look(t, "light")
	for name, c := range all(t) {
		for _, width := range []float64{392, 720} {
			s := chart.Sheet(chart.Export{Chart: c, Credit: strings.Repeat(credit+" ", 4)}, width, l)
			checkWords(t, s, fmt.Sprintf("%s at %v", name, width))
			checkMarks(t, s, fmt.Sprintf("%s at %v", name, width))
		}
	}
}

func TestPNG(t *testing.T) {
	l := look(t, "dark")
	l.Surface = ""
	for _, test := range []struct {
		name         string
		width, scale float64
		wide         int
	}{
		{"percentiles", 556, 0, 1112},
		{"percentiles", 556, 1, 556},
		{"scatter", 720, 3, 2160},
		{"chance", 8192, 2, 4096},
	} {
		b, err := chart.PNG(charts(t)[test.name], test.width, l, test.scale)
		if err != nil {
			t.Fatal(err)
		}
		m, err := png.Decode(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if m.Bounds().Dx() != test.wide || m.Bounds().Dy() > 4096 {
			t.Errorf("%s at %v×: %v, want it %d wide", test.name, test.scale, m.Bounds(), test.wide)
		}
		if _, _, _, a := m.At(0, 0).RGBA(); a != 0xFFFF {
			t.Errorf("%s: the ground lets through what lies below", test.name)
		}
	}
}

func TestExportErrors(t *testing.T) {
	c := charts(t)["mix"]
	if _, err := chart.SVG(c, 556, chart.Look{}); err == nil || !strings.Contains(err.Error(), "no fonts") {
		t.Errorf("SVG: error %v, want one about fonts", err)
	}
	if _, err := chart.PNG(c, 556, look(t, "light"), -1); err == nil || !strings.Contains(err.Error(), "scale -1") {
		t.Errorf("PNG: error %v, want one about the scale", err)
	}
}

// Whatever a name holds, the document stays one that can be read, and the name
// adds no element to it.
func FuzzSVG(f *testing.F) {
	for _, seed := range []string{`R&D <b>"`, "]]>", "</text></svg>", "a\x00b\x1b", "\xff\xfe", "\uFFFE\uFFFF", "&#0;", "e\u0301\u202e", "<!--", "\u0085\u2028"} {
		f.Add(seed)
	}
	l := look(f, "light")
	f.Fuzz(func(t *testing.T, name string) {
		score := 48.2
		for _, c := range []chart.Chart{
			chart.ScoreScale{Name: name, Score: &score, Neighbors: []chart.Neighbor{{Name: name, Score: 20}}, Origin: chart.Origin{AsOf: name}},
			chart.Forest{Rows: []chart.ForestRow{{Key: name, Name: name, Detail: name, Score: &score}}},
			chart.Percentiles{Unit: name, Strips: []chart.Strip{{Name: name, Median: &score, Group: name}}},
			chart.Scatter{X: chart.Axis{Name: name}, Points: []chart.Point{{Key: name, Name: name, X: 3, Y: 4}}},
		} {
			document, err := chart.SVG(chart.Export{Chart: c, Credit: name}, 556, l)
			if err != nil {
				t.Fatal(err)
			}
			if got := parse(t, document); len(got.Texts) == 0 {
				t.Errorf("not a text in\n%s", document)
			}
		}
	})
}

// elements checks that a document has no elements but those that SVG writes.
func elements(t *testing.T, document []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(document))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			if !strings.Contains(" svg title desc path text ", " "+token.Name.Local+" ") {
				t.Errorf("element %q in\n%s", token.Name.Local, document)
			}
		case xml.Comment, xml.Directive, xml.ProcInst:
			t.Errorf("%T in\n%s", token, document)
		}
	}
}
