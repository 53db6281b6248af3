package library_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/page/library"
	"nextrole/ui/route"
	"nextrole/ui/session"
	"nextrole/ui/uitest"
	"nextrole/ui/widget"
)

// desk is the page in a window, with what it asked of it.
type desk struct {
	*uitest.Stage
	*library.Page

	session  *session.Session
	library  *uitest.Library
	went     []route.Route
	notices  []string
	problems []string
	picks    []page.Pick
	panels   []string
	panel    fyne.CanvasObject
}

func show(t *testing.T, l *uitest.Library, size fyne.Size) *desk {
	t.Helper()
	s := l.Open(t)
	s.Now = func() time.Time { return time.Date(2026, 11, 27, 9, 30, 0, 0, time.Local) }
	d := &desk{Stage: uitest.NewStage(t), session: s, library: l}
	tips := widget.NewTips()
	d.Page = library.New(page.Desk{
		Session: s, Tips: tips, Window: d.Window,
		Go:      func(r route.Route) { d.went = append(d.went, r) },
		Notice:  func(text, _ string, _ func()) { d.notices = append(d.notices, text) },
		Problem: func(text string) { d.problems = append(d.problems, text) },
		Ask:     func(p page.Pick) { d.picks = append(d.picks, p) },
		Panel: func(title string, content fyne.CanvasObject) {
			d.panels, d.panel = append(d.panels, title), content
		},
		Every: func(func()) func() { return func() {} },
	})
	d.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { d.Key(e.Name) })
	d.Window.SetContent(layout.NewLayers(d.Content(), tips))
	d.Window.Resize(size)
	d.Show(route.Route{Page: route.Library})
	d.Focus()
	return d
}

// release writes a made-up release of O*NET and returns its folder.
func release(t *testing.T, number, title string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "db")
	for name, text := range map[string]string{
		"Read Me.txt":         "O*NET " + number + " Database\nDecember 2025 Release\n",
		"Occupation Data.txt": "O*NET-SOC Code\tTitle\tDescription\n29-9021.00\tRegistrars\tKeep.\n53-9999.00\t" + title + "\tKeep lights.\n",
		"Job Zones.txt":       "O*NET-SOC Code\tJob Zone\tDate\tDomain Source\n53-9999.00\t2\t08/2025\tA\n53-9999.00\t9\t08/2025\tA\n",
		"letter.txt":          "Dear registrar,\n",
	} {
		write(t, filepath.Join(dir, name), text)
	}
	return dir
}

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func (d *desk) says(t *testing.T, words ...string) {
	t.Helper()
	for _, w := range words {
		if !d.Says(w) {
			t.Errorf("nowhere %q; it says\n%s", w, d.words())
		}
	}
}

// Page returns the words of the page.
func (d *desk) words() string { return strings.Join(d.Stage.Page(), "\n") }

func TestEmptyLibrary(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	d.says(t, "66 roles", "Starter library", "Nothing waits", "Drop a file", "onetcenter.org/database.html", "Library file")
	if d.Said() != "Import file…" {
		t.Errorf("the keyboard is at %q", d.Said())
	}
	d.Press(fyne.KeyReturn)
	d.Press(uitest.ShiftTab, fyne.KeyReturn)
	if len(d.picks) != 2 || d.picks[0].Folder || !d.picks[1].Folder {
		t.Errorf("asked for %+v", d.picks)
	}
}

// TestImport drops a release, imports it, opens a role, and does the same again.
func TestImport(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	dir := release(t, "30.1", "Lighthouse Keepers")
	d.Drop([]string{dir})
	d.says(t, "What importing would do", "O*NET 30.1 Database", "1 new role, more about 1 role of this library", "Occupation Data", "Not read: letter.txt")
	if len(d.library.Given) > 0 {
		t.Error("it was imported before anybody said so")
	}
	if d.Said() != "Import" {
		t.Errorf("the keyboard is at %q", d.Said())
	}
	d.Press(fyne.KeyReturn)
	d.says(t, "Imported", "Your pins, notes and choices are as they were", "O*NET Database", "67 roles")
	if _, there := d.session.Role("53-9999.00"); !there {
		t.Error("the new role is not in the session")
	}
	if d.Said() != "Open Health Informatics Specialists" {
		t.Errorf("the keyboard is at %q", d.Said())
	}
	d.Press(fyne.KeyReturn)
	if len(d.went) != 1 || d.went[0] != route.ToRole(uitest.Informatics) {
		t.Errorf("went to %v", d.went)
	}
	d.Drop([]string{dir})
	d.says(t, "All of this is here already", "Nothing changes")
	if d.Says("Cancel") {
		t.Error("there is something to cancel where nothing would be done")
	}
}

func TestCanceling(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	d.Drop([]string{release(t, "30.1", "Keepers")})
	d.Tap("Cancel")
	d.says(t, "Drop a file")
	if len(d.library.Given) > 0 {
		t.Error("it was imported")
	}
}

func TestWhatCannotBeImported(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	d.Drop([]string{write(t, filepath.Join(t.TempDir(), "letter.txt"), "Dear registrar,\n")})
	d.says(t, "Not imported", "nothing in it is of a kind that NextRole knows", "The library is as it was", "Not read: letter.txt")
	d.Tap("Close")
	d.says(t, "Drop a file")

	d.Drop([]string{release(t, "30.1", "Keepers")})
	d.library.SaveFail = fmt.Errorf("disk is full")
	d.Tap("Import")
	d.says(t, "Not imported", "disk is full", "The library is as it was")
}

func TestReadOnly(t *testing.T) {
	l := uitest.NewLibrary(t)
	l.Reading = true
	d := show(t, l, uitest.Wide)
	d.Drop([]string{release(t, "30.1", "Keepers")})
	if len(d.problems) != 1 || !strings.Contains(d.problems[0], "another window") {
		t.Errorf("problems %v", d.problems)
	}
}

func TestQuestion(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	article := "Learn More about becoming a Beacon Professional\n\nIn 2012, about 6,000 people were employed in the lighthouse field. By 2022, that number is expected to increase by about 600, a growth of 10 percent.\n"
	d.Drop([]string{write(t, filepath.Join(t.TempDir(), "article.txt"), article)})
	d.says(t, "One question first", "It does not say which occupation it is about")
	d.Write("xyzzyplugh")
	d.Press(fyne.KeyReturn)
	if len(d.notices) != 1 || !strings.Contains(d.notices[0], "No role is found") {
		t.Errorf("notices %v", d.notices)
	}
	for range len("xyzzyplugh") {
		d.Press(fyne.KeyBackspace)
	}
	d.Write("tumor registrar")
	d.Press(fyne.KeyReturn)
	d.says(t, "Taken to be about 29-9021.00")
	d.Tap("Import")
	if len(d.library.Given) != 1 {
		t.Errorf("imported %v", d.library.Given)
	}
}

// imported is a library with two releases and a source without a license.
func imported(t *testing.T) *uitest.Library {
	l := uitest.NewLibrary(t)
	at := time.Date(2026, 11, 20, 10, 0, 0, 0, time.Local)
	of := func(id nextrole.SourceID, title, short, release, license string) nextrole.Import {
		return nextrole.Import{
			Source: nextrole.Source{ID: id, Publisher: "P", Title: title, Short: short, Release: release, License: license, Credit: "By P."}, At: at,
			Parts:   []nextrole.ImportedPart{{Name: "Occupation Data", File: "db/Occupation Data.txt", Size: 265_794, SHA256: strings.Repeat("0123456789abcdef", 4), Rows: 1016, Roles: 1016}},
			Remarks: []nextrole.Remark{{File: "db/Occupation Data.txt", Line: 7, Text: "something odd"}},
		}
	}
	l.Given = []nextrole.Import{
		of("a", "O*NET 29.3 Database", "O*NET 29.3", "29.3", "CC BY 4.0"), of("b", "O*NET 30.1 Database", "O*NET 30.1", "30.1", "CC BY 4.0"),
		of("c", "Occupational, industry, and geographic exposure to artificial intelligence; AIOE", "Felten et al., 2021", "2021", "None stated"),
	}
	return l
}

func TestSources(t *testing.T) {
	d := show(t, imported(t), uitest.Wide)
	d.says(t, "Older release", "Ask to share", "O*NET 30.1 is shown, older releases are kept", "Felten et al., 2021 states no license", "Recent changes", "Fri Nov 20")
	d.Tap("More about O*NET 30.1")
	if got := strings.Join(d.Popup(), " "); !strings.Contains(got, "What changed since O*NET 29.3") || !strings.Contains(got, "Remove…") {
		t.Errorf("the menu says %q", got)
	}
	d.Press(fyne.KeyReturn)
	if len(d.panels) != 1 || d.panels[0] != "O*NET 30.1 Database" {
		t.Fatalf("panels %v", d.panels)
	}
	words := strings.Join(d.Texts(d.panel), "\n")
	for _, want := range []string{"Occupation Data", "1,016 rows", "266 kB", "01234567 89abcdef", "line 7: something odd", "By P."} {
		if !strings.Contains(words, want) {
			t.Errorf("the details do not say %q:\n%s", want, words)
		}
	}
	d.Tap("More about O*NET 30.1")
	d.Press(fyne.KeyDown, fyne.KeyReturn)
	if len(d.panels) != 2 || d.panels[1] != "From O*NET 29.3 to O*NET 30.1" {
		t.Errorf("panels %v", d.panels)
	}
}

func TestRemove(t *testing.T) {
	d := show(t, imported(t), uitest.Wide)
	d.Tap("More about Felten et al., 2021")
	d.Press(fyne.KeyEnd, fyne.KeyReturn)
	if d.Said() != "Keep it" {
		t.Errorf("the keyboard is at %q", d.Said())
	}
	d.Press(fyne.KeyEscape)
	if len(d.library.Given) != 3 {
		t.Error("it was removed")
	}
	d.Tap("More about Felten et al., 2021")
	d.Press(fyne.KeyEnd, fyne.KeyReturn)
	d.Tap("Remove it")
	if len(d.library.Given) != 2 || len(d.notices) != 1 || d.Says("Ask to share") {
		t.Errorf("%d are left, notices %v", len(d.library.Given), d.notices)
	}
}

func TestCheck(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	d.Tap("Check now")
	d.says(t, "No problems found, 9:30 AM")
	d.Tap("Credits and licenses")
	if len(d.went) != 1 || d.went[0].Tab != route.Credits {
		t.Errorf("went to %v", d.went)
	}
}

// TestWholeAtEverySize looks at each state for words that are cut or overlap.
func TestWholeAtEverySize(t *testing.T) {
	for _, size := range []fyne.Size{uitest.Wide, uitest.Least, uitest.Narrow} {
		for state, bring := range map[string]func(*desk){
			"sources": func(*desk) {},
			"previewed": func(d *desk) {
				d.Drop([]string{release(t, "30.2", "Keepers of Lights in Places with Very Long Names and Many Gulls")})
			},
			"done":   func(d *desk) { d.Drop([]string{release(t, "30.2", "Keepers")}); d.Tap("Import") },
			"failed": func(d *desk) { d.Drop([]string{filepath.Join(t.TempDir(), strings.Repeat("a-long-name-", 12)+".zip")}) },
		} {
			d := show(t, imported(t), size)
			bring(d)
			for _, flaw := range d.Flaws(d.Canvas().Content(), func(string) bool { return false }) {
				t.Errorf("%s at %v: %s", state, size.Width, flaw)
			}
		}
	}
}
