// Gallery draws every chart with every hard case that its tests check, for
// those who work on charts: as PNG and SVG, light and dark, and beside each what
// a golden file records of it.
//
//	go run -tags ci,migrated_fynedo ./cmd/gallery [-out FOLDER] [NAME ...]
//
// A name is a chart, "scatter", or one of its cases, "scatter/300"; without one
// all are drawn. Open index.html in the folder.
package main

import (
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"nextrole/internal/chart"
	"nextrole/internal/chart/sample"
)

func main() {
	out := flag.String("out", filepath.Join("out", "gallery"), "the `folder` to draw into")
	flag.Parse()
	if err := run(*out, flag.Args(), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

// width is that of a sheet, in DIP.
const width = 720

// shown is a case in the index.
type shown struct {
	Name, File             string // "tasks/200", "tasks-200"
	Title, Sentence, Table string
	Record                 string
	Modes                  []string
}

func run(folder string, names []string, to io.Writer) error {
	cases, err := chosen(names)
	if err != nil {
		return err
	}
	looks, err := looks()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("the folder for the gallery cannot be made: %w", err)
	}
	var index []shown
	for _, name := range slices.Sorted(maps.Keys(cases)) {
		s := shown{Name: name, File: fileName(name)}
		c := chart.Export{Chart: cases[name], Credit: "Gallery of NextRole: " + name}
		s.Title, s.Sentence, s.Table = c.Title(), c.Sentence(), c.Table().CSV()
		for _, l := range looks {
			if err := draw(c, l, filepath.Join(folder, s.File)); err != nil {
				return fmt.Errorf("%s, %s: %w", name, l.mode, err)
			}
			s.Modes = append(s.Modes, l.mode)
		}
		s.Record = chart.Record(c.Layout(width, 0, looks[0].Look), looks[0].Look)
		index = append(index, s)
	}
	page := filepath.Join(folder, "index.html")
	if err := writeIndex(page, index); err != nil {
		return err
	}
	_, err = fmt.Fprintf(to, "%d charts: %s\n", len(index), page)
	return err
}

// chosen returns the cases that the names name.
func chosen(names []string) (map[string]chart.Chart, error) {
	all, err := sample.Real()
	if err != nil {
		return nil, err
	}
	maps.Copy(all, sample.Hard())
	if len(names) == 0 {
		return all, nil
	}
	some := map[string]chart.Chart{}
	for _, name := range names {
		found := len(some)
		for of, c := range all {
			if of == name || strings.HasPrefix(of, name+"/") {
				some[of] = c
			}
		}
		if len(some) == found {
			return nil, fmt.Errorf("there is no chart or case %q; without a name all are drawn", name)
		}
	}
	return some, nil
}

// fileName is a case as the name of a file.
func fileName(name string) string {
	return strings.NewReplacer("/", "-", " ", "-").Replace(name)
}

// draw writes one case in one theme.
func draw(c chart.Chart, l themed, file string) error {
	picture, err := chart.PNG(c, width, l.Look, 1)
	if err != nil {
		return err
	}
	document, err := chart.SVG(c, width, l.Look)
	if err != nil {
		return err
	}
	if err := os.WriteFile(file+"-"+l.mode+".png", picture, 0o644); err != nil {
		return err
	}
	return os.WriteFile(file+"-"+l.mode+".svg", document, 0o644)
}
