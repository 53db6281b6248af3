package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nextrole/internal/chart/sample"
)

// The gallery of one chart has each of its cases in both themes, as files that
// can be read, and an index that links to all of them.
func TestGallery(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "gallery")
	var said bytes.Buffer
	if err := run(folder, []string{"chance"}, &said); err != nil {
		t.Fatal(err)
	}
	index := read(t, filepath.Join(folder, "index.html"))
	if !strings.Contains(said.String(), "index.html") {
		t.Errorf("it does not say where the gallery is: %q", said.String())
	}
	n := 0
	for name := range sample.Hard() {
		if !strings.HasPrefix(name, "chance/") {
			continue
		}
		n++
		for _, mode := range []string{"light", "dark"} {
			file := fileName(name) + "-" + mode
			for _, ext := range []string{".png", ".svg"} {
				if !strings.Contains(string(index), `src="`+file+ext+`"`) {
					t.Errorf("the index does not show %s", file+ext)
				}
			}
			if _, err := png.Decode(bytes.NewReader(read(t, filepath.Join(folder, file+".png")))); err != nil {
				t.Errorf("%s: %v", file, err)
			}
			d := xml.NewDecoder(bytes.NewReader(read(t, filepath.Join(folder, file+".svg"))))
			for {
				if _, err := d.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Errorf("%s: %v", file, err)
					break
				}
			}
		}
	}
	if n == 0 {
		t.Error("there is no hard case of a chance bar")
	}
}

// Two cases never share a file.
func TestFileNames(t *testing.T) {
	cases, err := chosen(nil)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]string{}
	for name := range cases {
		if other, taken := seen[fileName(name)]; taken {
			t.Errorf("%q and %q would both be drawn as %s", name, other, fileName(name))
		}
		seen[fileName(name)] = name
	}
}

func TestUnknownName(t *testing.T) {
	if err := run(t.TempDir(), []string{"pie"}, io.Discard); err == nil || !strings.Contains(err.Error(), `"pie"`) {
		t.Errorf("error %v, want one that names the chart", err)
	}
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
