package ui_test

import (
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	fynewidget "fyne.io/fyne/v2/widget"
	"github.com/google/go-cmp/cmp"

	"nextrole/ui/page"
	"nextrole/ui/uitest"
)

// atHome gives the test a home folder of its own, with folders in it.
func atHome(t *testing.T, folders ...string) string {
	t.Helper()
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, ".config"))
	for _, f := range folders {
		if err := os.MkdirAll(filepath.Join(home, f), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return home
}

func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// holds checks what is in a file, and that nothing was left beside it.
func holds(t *testing.T, path, want string) {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil || string(got) != want {
		t.Errorf("%s holds %q (%v), want %q", path, got, err, want)
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(path), ".nextrole-*"))
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %q (%v)", left, err)
	}
}

func letter(content string) page.File {
	return page.File{
		What: "A letter", Name: "Dear Library: 2 roles/4", Ext: ".txt",
		Make: func() ([]byte, error) { return []byte(content), nil },
	}
}

// retype types a path over the one suggested.
func (s *shell) retype(path string) {
	s.t.Helper()
	field, ok := s.Canvas().Focused().(fyne.Shortcutable)
	if !ok || s.Said() != "Save as" {
		s.t.Fatalf("the keyboard is on %q, not on the path", s.Said())
	}
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.Write(path)
}

func (s *shell) asks(words string) bool {
	return strings.Contains(strings.Join(s.Popup(), "\n"), words)
}

func TestSaveWhereSuggested(t *testing.T) {
	for _, test := range []struct {
		name    string
		folders []string
		dirs    string // the desktop's folders
		want    string
	}{
		{"Documents", []string{"Documents"}, "", "Documents"},
		{"of the desktop", []string{"Documents", "Dokumente", ".config"}, "# folders\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n", "Dokumente"},
		{"of the desktop, gone", []string{"Documents", ".config"}, "XDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n", "Documents"},
		{"home", nil, "", "."},
	} {
		t.Run(test.name, func(t *testing.T) {
			home := atHome(t, test.folders...)
			if test.dirs != "" {
				put(t, filepath.Join(home, ".config", "user-dirs.dirs"), test.dirs)
			}
			s := start(t)
			s.window.Save(letter("Hello"))
			s.Press(fyne.KeyReturn)
			if s.Popup() != nil {
				t.Fatalf("open: %q", s.Popup())
			}
			saved, err := filepath.Glob(filepath.Join(home, test.want, "*.txt"))
			if err != nil || len(saved) != 1 {
				t.Fatalf("saved %q (%v)", saved, err)
			}
			if !regexp.MustCompile(`^dear-library-2-roles-4-\d{4}-\d\d-\d\d\.txt$`).MatchString(filepath.Base(saved[0])) {
				t.Errorf("named %q", saved[0])
			}
			holds(t, saved[0], "Hello")
			if !s.Says("Saved " + saved[0]) {
				t.Errorf("not said: %q", s.Page())
			}
		})
	}
}

func TestSaveElsewhere(t *testing.T) {
	home := atHome(t, "Documents", "Other folder")
	for _, test := range []struct{ typed, want string }{
		{"~/Other folder/a.txt", "Other folder/a.txt"},
		{"b", "Documents/b.txt"},
		{"c.md", "Documents/c.md"},
		{"  ../d  ", "d.txt"},
		{filepath.Join(home, "Other folder", "ö 😀"), "Other folder/ö 😀.txt"},
	} {
		s := start(t)
		s.window.Save(letter("Hello"))
		s.retype(test.typed)
		s.Tap("Save")
		if s.Popup() != nil {
			t.Errorf("%q: %q", test.typed, s.Popup())
		}
		holds(t, filepath.Join(home, test.want), "Hello")
	}
}

// The folder of the last file is offered for the next one.
func TestSaveRemembersTheFolder(t *testing.T) {
	home := atHome(t, "Documents", "Other")
	s := start(t)
	s.window.Save(letter("One"))
	s.retype("~/Other/one")
	s.Press(fyne.KeyReturn)
	s.window.Save(letter("Two"))
	s.retype("two")
	s.Press(fyne.KeyReturn)
	holds(t, filepath.Join(home, "Other", "two.txt"), "Two")
}

// A file that is there is replaced only after a question whose safe answer has
// the keyboard.
func TestSaveOverAFile(t *testing.T) {
	home := atHome(t)
	there := filepath.Join(home, "there.txt")
	put(t, there, "Old")
	s := start(t)
	s.window.Save(letter("New"))
	s.retype("there.txt")
	s.Press(fyne.KeyReturn)
	if !s.asks(there+" is there already") || s.Said() != "Keep it" {
		t.Fatalf("asked %q with the keyboard on %q", s.Popup(), s.Said())
	}
	if flaws := s.Flaws(s.Canvas().Overlays().Top(), never); len(flaws) > 0 {
		t.Error(strings.Join(flaws, "\n"))
	}
	s.Press(fyne.KeyReturn)
	holds(t, there, "Old")
	if s.Said() != "Save as" {
		t.Errorf("after the safe answer the keyboard is on %q", s.Said())
	}
	s.Press(fyne.KeyReturn, fyne.KeyEscape)
	holds(t, there, "Old")
	s.Press(fyne.KeyReturn)
	s.Tap("Replace it")
	holds(t, there, "New")
	if s.Popup() != nil || !s.Says("Saved "+there) {
		t.Errorf("after replacing: %q", s.Popup())
	}
	if info, err := os.Stat(there); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the permissions are %v (%v)", info.Mode(), err)
	}
}

func TestSaveThroughALink(t *testing.T) {
	home := atHome(t, "real")
	file, link := filepath.Join(home, "real", "file.txt"), filepath.Join(home, "link.txt")
	put(t, file, "Old")
	if err := os.Symlink(file, link); err != nil {
		t.Skip("this system makes no links here:", err)
	}
	s := start(t)
	s.window.Save(letter("New"))
	s.retype(link)
	s.Press(fyne.KeyReturn)
	s.Tap("Replace it")
	holds(t, file, "New")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v (%v)", info.Mode(), err)
	}
}

// What went wrong names the path and what to do, and the path can be mended.
func TestSaveProblems(t *testing.T) {
	home := atHome(t, "folder")
	put(t, filepath.Join(home, "file"), "a file")
	broken := letter("")
	broken.Make = func() ([]byte, error) { return nil, errors.New("the chart has no data") }
	for _, test := range []struct {
		typed string
		file  page.File
		want  []string
	}{
		{"missing/a.txt", letter(""), []string{filepath.Join(home, "missing"), "make this one first"}},
		{"file/a.txt", letter(""), []string{filepath.Join(home, "file"), "Choose another folder"}},
		{"folder", letter(""), []string{filepath.Join(home, "folder") + " is a folder", "Add a name"}},
		{"", letter(""), []string{home + " is a folder"}},
		{strings.Repeat("long ", 100), letter(""), []string{"too long"}},
		{"a.txt", broken, []string{filepath.Join(home, "a.txt"), "the chart has no data"}},
	} {
		s := start(t)
		s.window.Save(test.file)
		s.retype(test.typed)
		s.Press(fyne.KeyBackspace) // of an empty path: there is nothing typed over the suggested one
		if test.typed != "" {
			s.retype(test.typed)
		}
		s.Press(fyne.KeyReturn)
		for _, words := range test.want {
			if !s.asks(words) {
				t.Errorf("%q: %q does not say %q", test.typed, s.Popup(), words)
			}
		}
		if flaws := s.Flaws(s.Canvas().Overlays().Top(), never); len(flaws) > 0 {
			t.Error(strings.Join(flaws, "\n"))
		}
		s.retype("x")
		if slices.ContainsFunc(s.Popup(), func(said string) bool { return strings.Contains(said, test.want[0]) }) {
			t.Errorf("%q: still said after the path was changed", test.typed)
		}
	}
	left, err := filepath.Glob(filepath.Join(home, "*"))
	if diff := cmp.Diff([]string{filepath.Join(home, "file"), filepath.Join(home, "folder")}, left); diff != "" || err != nil {
		t.Errorf("written (−want +got), %v:\n%s", err, diff)
	}
}

func TestSaveByKeyboard(t *testing.T) {
	atHome(t)
	s := start(t, uitest.Registrar)
	s.window.Go(summary)
	s.TabTo("Pinned")
	s.window.Save(letter("Hello"))
	for _, want := range []string{"Save as", "Choose folder…", "Cancel", "Save"} {
		s.TabTo(want)
	}
	s.Press(fyne.KeyEscape)
	if s.Popup() != nil || s.Said() != "Pinned" {
		t.Errorf("after Esc the keyboard is on %q, below %q", s.Said(), s.Popup())
	}
}

// The folder that is chosen takes the place of the one before, and the name stays.
func TestChooseFolder(t *testing.T) {
	home := atHome(t, "Documents", "Documents/inner")
	s := start(t)
	s.window.Save(letter("Hello"))
	s.retype("mine.txt")
	s.Tap("Choose folder…")
	if n := len(s.Canvas().Overlays().List()); n != 2 {
		t.Fatalf("%d popups, want the panel and Fyne's folders", n)
	}
	button := func(label string) {
		t.Helper()
		for _, p := range s.Placed(s.Canvas().Overlays().Top()) {
			if b, ok := p.Object.(interface {
				fyne.Tappable
				fyne.Disableable
			}); ok && stock(b) == label {
				test.Tap(b)
				return
			}
		}
		t.Fatalf("there is no %q", label)
	}
	button("Choose")
	if n := len(s.Canvas().Overlays().List()); n != 1 || s.Said() != "Save as" {
		t.Fatalf("%d popups, and the keyboard is on %q", n, s.Said())
	}
	s.Press(fyne.KeyReturn)
	holds(t, filepath.Join(home, "Documents", "mine.txt"), "Hello")
}

// stock is the label of one of Fyne's own buttons.
func stock(o any) string {
	if b, ok := o.(*fynewidget.Button); ok {
		return b.Text
	}
	return ""
}

func TestSavePanelFits(t *testing.T) {
	atHome(t, "Documents")
	for _, size := range []fyne.Size{fyne.NewSize(1366, 840), fyne.NewSize(733, 467), fyne.NewSize(550, 350)} {
		s := start(t)
		s.Window.Resize(size)
		s.window.Save(letter("Hello"))
		s.retype("missing/" + strings.Repeat("folder/", 20) + "a.txt")
		s.Press(fyne.KeyReturn)
		if flaws := s.Flaws(s.Canvas().Overlays().Top(), never); len(flaws) > 0 {
			t.Errorf("%v: %s", size, strings.Join(flaws, "\n"))
		}
	}
}
