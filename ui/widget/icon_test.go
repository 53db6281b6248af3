package widget_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"nextrole"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Each icon that code names is in the folder: in calls that take an icon's
// name, and where something called icon is given one.
func TestIconsExist(t *testing.T) {
	named := 0
	check := func(place, name string) {
		named++
		if name != "" && widget.Resource(name, theme.Text) == nil {
			t.Errorf("%s: there is no icon %q", place, name)
		}
	}
	err := filepath.WalkDir("..", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		tree, err := parser.ParseFile(files, file, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			for _, e := range iconNames(n) {
				if literal, ok := e.(*ast.BasicLit); ok && literal.Kind == token.STRING {
					name, _ := strconv.Unquote(literal.Value) // the parser has read it
					check(files.Position(literal.Pos()).String(), name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if named < 40 {
		t.Errorf("only %d names of icons are found: has a call another name now?", named)
	}
	for _, z := range []nextrole.Zone{nextrole.Red, nextrole.Yellow, nextrole.Green, nextrole.ZoneNone, ""} {
		for _, status := range []nextrole.Status{nextrole.Published, nextrole.Draft, nextrole.Derived, nextrole.Own, ""} {
			check("ZoneIcon", widget.ZoneIcon(z, status))
		}
	}
}

// iconNames returns the expressions of n that name icons.
func iconNames(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.CallExpr:
		return iconArgument(n)
	case *ast.AssignStmt: // icon, label := "table", "Show as table"
		var names []ast.Expr
		for i, to := range n.Lhs {
			if len(n.Lhs) == len(n.Rhs) && isIcon(to) {
				names = append(names, n.Rhs[i])
			}
		}
		return names
	case *ast.KeyValueExpr: // card{icon: "people"}
		if isIcon(n.Key) {
			return []ast.Expr{n.Value}
		}
	}
	return nil
}

func iconArgument(call *ast.CallExpr) []ast.Expr {
	called := ""
	switch f := call.Fun.(type) {
	case *ast.Ident:
		called = f.Name
	case *ast.SelectorExpr:
		called = f.Sel.Name
		if called == "Set" && !isIcon(f.X) {
			return nil
		}
	}
	at, ok := map[string]int{"NewIcon": 0, "SetIcon": 0, "Resource": 0, "Set": 0, "NewIconButton": 1, "NewButton": 1, "NewPrimary": 1}[called]
	if !ok || at >= len(call.Args) {
		return nil
	}
	return call.Args[at : at+1]
}

// isIcon reports whether something is called icon, or somethingIcon.
func isIcon(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name == "icon" || strings.HasSuffix(e.Name, "Icon")
	case *ast.SelectorExpr:
		return isIcon(e.Sel)
	}
	return false
}

// Every icon takes the color of a token.
func TestIconsTakeColor(t *testing.T) {
	entries, err := os.ReadDir("../../assets/icons")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".svg")
		if !ok || name == "nextrole" { // the program's own icon has its colors
			continue
		}
		text, accent := widget.Resource(name, theme.Text), widget.Resource(name, theme.Accent)
		if text == nil || accent == nil {
			t.Errorf("%s cannot be read", e.Name())
			continue
		}
		if bytes.Equal(text.Content(), accent.Content()) || text.Name() == accent.Name() {
			t.Errorf("%s has the same color or name in each", e.Name())
		}
		s := show(t, widget.NewIcon(name, 24, theme.Text), 24, 24)
		drawn := s.canvas.Capture()
		if empty := show(t, widget.NewIcon("", 24, theme.Text), 24, 24); same(drawn, empty.canvas.Capture()) {
			t.Errorf("%s draws nothing", e.Name())
		}
	}
	if widget.Resource("no-such-icon", theme.Text) != nil {
		t.Error("an unknown icon is something")
	}
}
