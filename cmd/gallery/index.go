package main

import (
	_ "embed"
	"html/template"
	"os"

	"nextrole/assets"
	"nextrole/internal/chart"
	"nextrole/ui/theme"
)

// themed is how charts look in one of the two themes.
type themed struct {
	mode string
	chart.Look
}

func looks() ([]themed, error) {
	fonts, err := chart.ParseFonts(assets.Regular, assets.SemiBold)
	if err != nil {
		return nil, err
	}
	var looks []themed
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		t, err := theme.New(mode)
		if err != nil {
			return nil, err
		}
		looks = append(looks, themed{string(mode), chart.Look{Palette: t.Palette(0), Fonts: fonts, Surface: "bg"}})
	}
	return looks, nil
}

//go:embed index.html
var page string

func writeIndex(file string, index []shown) error {
	t, err := template.New("index").Parse(page)
	if err != nil {
		return err
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := t.Execute(f, index); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
