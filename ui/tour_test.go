package ui_test

import (
	"errors"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nextrole/ui"
	"nextrole/ui/session"
	"nextrole/ui/uitest"
)

func TestTour(t *testing.T) {
	l := uitest.NewLibrary(t)
	folder := filepath.Join(t.TempDir(), "tour")
	closed := false
	t.Setenv("FYNE_SCALE", "1")
	err := ui.Tour(uitest.NewStage(t).App, folder, func(string) (session.Library, func() error, error) {
		return l, func() error { closed = true; return nil }, nil
	})
	if err != nil || !closed {
		t.Fatalf("error %v, library closed: %v", err, closed)
	}
	pictures, _ := filepath.Glob(filepath.Join(folder, "*.png"))
	if len(pictures) != 17 {
		t.Errorf("pictures: %q", pictures)
	}
	for _, name := range pictures {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		picture, err := png.DecodeConfig(f)
		f.Close()
		if err != nil || picture.Width != 1366 || picture.Height != 840 {
			t.Errorf("%s: %d × %d, %v", name, picture.Width, picture.Height, err)
		}
	}
	text, err := os.ReadFile(filepath.Join(folder, "compare.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Health Information Technologists", "Health Informatics Specialists", "20.9", "42.8", "draft"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("compare.txt does not have %q", want)
		}
	}
	if err := ui.Tour(uitest.NewStage(t).App, folder, func(string) (session.Library, func() error, error) {
		return nil, nil, errors.New("no library")
	}); err == nil || err.Error() != "no library" {
		t.Errorf("without a library: %v", err)
	}
}
