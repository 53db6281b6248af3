package theme_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/golang/freetype/truetype"

	"nextrole/assets"
)

// Each letter that code or the starter library can show is in both weights of
// the typeface. What is not would come out of another font, or as a box.
func TestNoForbiddenRunes(t *testing.T) {
	fonts := map[string]*truetype.Font{}
	for name, file := range map[string][]byte{"Inter Regular": assets.Regular, "Inter SemiBold": assets.SemiBold} {
		font, err := truetype.Parse(file)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		fonts[name] = font
	}
	missing := func(text string) string {
		for _, r := range text {
			if r <= 0x7F || r == '\uFEFF' {
				continue // a byte order mark is never shown
			}
			for name, font := range fonts {
				if font.Index(r) == 0 {
					return fmt.Sprintf("%q (%U) is not in %s", r, r, name)
				}
			}
		}
		return ""
	}
	if missing("Registrar’s – ≥ − · …") != "" || missing("\U0001F680") == "" {
		t.Fatal("this test tells a known rune from an unknown one wrongly")
	}
	texts := 0
	for place, text := range displayed(t) {
		texts++
		if strings.Contains(place, "internal/search/words.go:") || strings.Contains(place, "internal/compare/csv.go:") || strings.Contains(place, "internal/compare/export.go:") {
			continue // what a search looks past, and what an export takes out of texts
		}
		if strings.Contains(place, "assets/starter/") && strings.Contains(text, `\u`) {
			t.Errorf("%s: write the letter itself, so that it can be checked, in %.60q", place, text)
		}
		if what := missing(text); what != "" {
			t.Errorf("%s: %s, in %.60q", place, what, text)
		}
	}
	if texts < 2000 {
		t.Errorf("only %d texts were read: is the project elsewhere?", texts)
	}
}

// displayed yields the string literals of the program and the texts of the
// starter library, with their files and lines.
func displayed(t *testing.T) func(yield func(place, text string) bool) {
	t.Helper()
	const root = "../.."
	return func(yield func(string, string) bool) {
		err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			name := d.Name()
			switch {
			case d.IsDir() && (name == ".git" || name == "bin" || name == "out" || name == "testdata"):
				return filepath.SkipDir
			case d.IsDir():
				return nil
			case strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go"):
				return literals(file, yield)
			case strings.Contains(filepath.ToSlash(file), "assets/starter/") && !strings.HasSuffix(name, ".md"):
				return lines(file, yield)
			}
			return nil
		})
		if err != nil && err != fs.SkipAll {
			t.Fatal(err)
		}
	}
}

// literals yields the string and rune literals of a Go file.
func literals(file string, yield func(place, text string) bool) error {
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, file, nil, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		literal, ok := n.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING && literal.Kind != token.CHAR || err != nil {
			return err == nil
		}
		text, _ := strconv.Unquote(literal.Value) // the parser has read it
		if !yield(files.Position(literal.Pos()).String(), text) {
			err = fs.SkipAll
		}
		return true
	})
	return err
}

// lines yields the lines of a file.
func lines(file string, yield func(place, text string) bool) error {
	content, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for i, line := range strings.Split(string(content), "\n") {
		if !yield(file+":"+strconv.Itoa(i+1), line) {
			return fs.SkipAll
		}
	}
	return nil
}
