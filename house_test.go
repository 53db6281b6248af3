package nextrole_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nextrole"
)

// A source is one Go file of the house, whatever it is built for.
type source struct {
	file    string // "ui/theme/theme.go"
	room    string // its folder: "ui/theme", "" for the root
	test    bool
	lines   int
	imports []string
	tree    *ast.File
	files   *token.FileSet
}

// line names a place in the file.
func (s source) line(n ast.Node) string {
	return s.file + ":" + strconv.Itoa(s.files.Position(n.Pos()).Line)
}

// walk visits the files of the project; what was built or drawn is none.
func walk(t *testing.T, visit func(file string)) {
	t.Helper()
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (file == ".git" || file == "bin" || file == "out"):
			return filepath.SkipDir
		case !d.IsDir():
			visit(filepath.ToSlash(file))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	walk(t, func(file string) {
		if !strings.HasSuffix(file, ".go") || strings.Contains(file, "testdata/") {
			return
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		files := token.NewFileSet()
		tree, err := parser.ParseFile(files, file, text, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		s := source{
			file: file, room: strings.TrimPrefix(path.Dir(file), "."), test: strings.HasSuffix(file, "_test.go"),
			lines: strings.Count(string(text), "\n"), tree: tree, files: files,
		}
		for _, spec := range tree.Imports {
			name, _ := strconv.Unquote(spec.Path.Value)
			s.imports = append(s.imports, name)
		}
		all = append(all, s)
	})
	if len(all) == 0 {
		t.Fatal("no Go files here: the rules would hold for nothing")
	}
	return all
}

// within reports whether name is root or below it. The root "" is itself only.
func within(name, root string) bool {
	return name == root || root != "" && strings.HasPrefix(name, root+"/")
}

func withinAny(name string, roots []string) bool {
	return slices.ContainsFunc(roots, func(root string) bool { return within(name, root) })
}

// The rules about who may import what, tests included.
func TestDirectImporters(t *testing.T) {
	rules := []struct {
		module string
		only   []string // rooms
		why    string
	}{
		{"go.etcd.io/bbolt", []string{"store"}, "nothing but the store knows how things are kept"},
		{"github.com/fxamacker/cbor/v2", []string{"store"}, "the form of stored values is the store's"},
		{"github.com/wcharczuk/go-chart/v2", []string{"internal/chart"}, "it is archived upstream, so it stays replaceable"},
		{"fyne.io/fyne/v2", []string{"ui", "cmd/nextrole"}, "everything below the window works without one"},
		{"fyne.io/fyne/v2/app", []string{"cmd/nextrole"}, "it decides which driver is linked"},
		{"fyne.io/fyne/v2/data/binding", nil, "pages set their widgets themselves"},
		{"net", nil, "the program is offline"},
		{"github.com/stretchr/testify", nil, "tests compare with go-cmp"},
		{"nextrole/cmd", nil, "commands wire the rest and are no library"},
	}
	all := sources(t)
	for _, rule := range rules {
		for _, s := range all {
			if withinAny(s.room, rule.only) {
				continue
			}
			for _, imported := range s.imports {
				if within(imported, rule.module) && imported != "net/url" {
					t.Errorf("%s imports %s, which only %q may: %s", s.file, imported, rule.only, rule.why)
				}
			}
		}
	}
}

// Imports between our own rooms run one way: vocabulary, internal, store and
// ui, cmd. Tests may look across.
func TestImportsRunOneWay(t *testing.T) {
	type rule struct {
		room string
		may  []string // rooms of ours it may import
		why  string
	}
	rules := []rule{
		{"", nil, "the vocabulary stands on the standard library alone"},
		{"assets", nil, "files only"},
		{"internal", []string{"", "assets", "internal"}, "pure functions over the vocabulary"},
		{"store", []string{"", "assets", "internal"}, "the store knows no screen"},
		{"ui", []string{"", "assets", "internal", "ui"}, "a page declares the small interface it needs, and cmd supplies it"},
		{"cmd", []string{"", "assets", "internal", "store", "ui"}, "cmd wires"},
	}
	for _, s := range sources(t) {
		i := slices.IndexFunc(rules, func(r rule) bool { return within(s.room, r.room) })
		if i < 0 {
			t.Errorf("%s is in no room of the house: put it where the plan says, or change the plan", s.file)
			continue
		}
		if s.test {
			continue
		}
		for _, imported := range s.imports {
			if !within(imported, "nextrole") {
				if s.room == "" && strings.Contains(imported, ".") {
					t.Errorf("%s imports %s: %s", s.file, imported, rules[i].why)
				}
				continue
			}
			room := strings.TrimPrefix(strings.TrimPrefix(imported, "nextrole"), "/")
			if !withinAny(room, rules[i].may) {
				t.Errorf("%s imports %s: %s", s.file, imported, rules[i].why)
			}
		}
	}
}

// What a room must not reach even through others' imports.
func TestReach(t *testing.T) {
	rules := []struct{ from, never, why string }{
		{"./store", "fyne.io/fyne", "a library opens without a window"},
		{"./cmd/nextrolectl", "fyne.io/fyne", "the command line needs no graphics"},
		{"./internal/...", "fyne.io/fyne", "the engine needs no graphics"},
		{"./ui/...", "nextrole/store", "pages are testable without a library file"},
		{"./ui/...", "fyne.io/fyne/v2/app", "pages are testable without a driver"},
	}
	for _, rule := range rules {
		list := exec.Command("go", "list", "-deps", "-tags", "ci,migrated_fynedo", rule.from)
		list.Env = append(os.Environ(), "CGO_ENABLED=0")
		list.Stderr = t.Output()
		reached, err := list.Output()
		if err != nil {
			t.Errorf("go list %s: %v", rule.from, err)
			continue
		}
		for imported := range strings.Lines(string(reached)) {
			if within(strings.TrimSpace(imported), rule.never) {
				t.Errorf("%s reaches %s: %s", rule.from, strings.TrimSpace(imported), rule.why)
				break
			}
		}
	}
}

// A page is two files, and so is a tab of one in a room of its own: model.go
// turns the library into what is shown and can be tested without pixels, view.go
// shows it.
func TestPagesAreTwoFiles(t *testing.T) {
	all := sources(t)
	for _, s := range all {
		if !within(s.room, "ui/page") || s.room == "ui/page" || s.test {
			continue
		}
		for _, name := range []string{"model.go", "view.go"} {
			if !slices.ContainsFunc(all, func(o source) bool { return o.file == s.room+"/"+name }) {
				t.Errorf("%s has no %s", s.room, name)
			}
		}
		if path.Base(s.file) == "model.go" && slices.ContainsFunc(s.imports, func(i string) bool { return within(i, "fyne.io/fyne/v2") }) {
			t.Errorf("%s imports Fyne", s.file)
		}
	}
}

func TestEveryPackageSaysWhatItIsFor(t *testing.T) {
	said := map[string]bool{}
	for _, s := range sources(t) {
		if !s.test {
			said[s.room] = said[s.room] || s.tree.Doc != nil
		}
	}
	for room, ok := range said {
		if !ok {
			t.Errorf("package %q has no package comment", room)
		}
	}
}

// Files and functions a reader can take in.
func TestSizes(t *testing.T) {
	const (
		file    = 500
		command = 150 // of cmd/nextrole in total: it wires, and what is worth more lives elsewhere
	)
	window := 0
	for _, s := range sources(t) {
		if s.lines > file {
			t.Errorf("%s has %d lines, more than %d: is it one concept?", s.file, s.lines, file)
		}
		if s.room == "cmd/nextrole" && !s.test {
			window += s.lines
		}
		if name := path.Base(s.file); regexp.MustCompile(`^(util|common|helper|misc)s?(_test)?\.go$`).MatchString(name) {
			t.Errorf("%s: name a file after its concept", s.file)
		}
	}
	if window > command {
		t.Errorf("cmd/nextrole has %d lines, more than %d", window, command)
	}
}

// Constructs that have no place here.
func TestConstructs(t *testing.T) {
	for _, s := range sources(t) {
		ast.Inspect(s.tree, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Recv == nil && n.Name.Name == "init" {
					t.Errorf("%s: no init: nothing happens before main", s.line(n))
				}
			case *ast.GoStmt:
				if within(s.room, "ui") && !within(s.room, "ui/task") && !s.test {
					t.Errorf("%s: start work through ui/task, which brings results back to the UI goroutine", s.line(n))
				}
			case *ast.CallExpr:
				checkCall(t, s, n)
			}
			return true
		})
	}
}

// reasonToSkip is a text of three words or more: what is missing from the machine.
var reasonToSkip = regexp.MustCompile(`\S+ \S+ \S+`)

func checkCall(t *testing.T, s source, call *ast.CallExpr) {
	t.Helper()
	called, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || !s.test {
		return
	}
	on, _ := called.X.(*ast.Ident)
	switch called.Sel.Name {
	case "Sleep":
		if on != nil && on.Name == "time" {
			t.Errorf("%s: wait for what you wait for: sleep is too long or too short", s.line(call))
		}
	case "Skip", "Skipf", "SkipNow":
		if on == nil || len(on.Name) > 2 {
			return
		}
		if len(call.Args) > 0 {
			if reason, ok := call.Args[0].(*ast.BasicLit); ok && reasonToSkip.MatchString(reason.Value) {
				return
			}
		}
		t.Errorf("%s: say what is missing from the machine in a few words", s.line(call))
	}
}

// Words that have no place in a file. Each pattern is written so that it does
// not match itself.
func TestWords(t *testing.T) {
	rules := []struct {
		pattern *regexp.Regexp
		except  string // a pattern of files that need the words, to forbid them
		why     string
	}{
		{regexp.MustCompile(`(?m)(^|[^A-Za-z0-9])/(work|tmp|root)/`), `^$`, "a path of one machine"},
		{regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME)\b|not [i]mplemented|coming [s]oon`), `^$`, "finish it or leave it out"},
		{regexp.MustCompile(`(?i)\bdoom[e]d\b|\bsafe[ ]job|\bsafe[ ]forever\b`), `_test\.go$|/lint\.go$`, "a score is about a typical job, and no forecast"},
	}
	walk(t, func(file string) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if slices.Contains(text[:min(len(text), 8000)], 0) {
			return // not a text
		}
		for _, rule := range rules {
			if regexp.MustCompile(rule.except).MatchString(file) {
				continue
			}
			if at := rule.pattern.FindIndex(text); at != nil {
				line := 1 + strings.Count(string(text[:at[0]]), "\n")
				t.Errorf("%s:%d: %q: %s", file, line, text[at[0]:at[1]], rule.why)
			}
		}
	})
}

// The files around the code agree with it.
func TestPapers(t *testing.T) {
	papers := []struct{ file, has string }{
		{"LICENSE", "MIT License"},
		{"CHANGELOG.md", "## " + nextrole.Version},
		{"CONTRIBUTING.md", "make test"},
		{"README.md", "make run"},
		{".ci/run", "make test"},
		{"FyneApp.toml", `Name = "NextRole"`},
		{"FyneApp.toml", `ID = "org.nextrole.desktop"`},
		{"FyneApp.toml", `Version = "` + nextrole.Version + `"`},
		{"FyneApp.toml", "[Migrations]\nfyneDo = true"},
	}
	for _, paper := range papers {
		text, err := os.ReadFile(paper.file)
		if err != nil {
			t.Error(err)
		} else if !strings.Contains(string(text), paper.has) {
			t.Errorf("%s does not have %q", paper.file, paper.has)
		}
	}
	app, err := os.ReadFile("FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	icon := regexp.MustCompile(`(?m)^Icon = "(.+)"$`).FindSubmatch(app)
	if icon == nil {
		t.Fatal("FyneApp.toml names no icon")
	}
	if _, err := os.Stat(string(icon[1])); err != nil {
		t.Error(err)
	}
}
