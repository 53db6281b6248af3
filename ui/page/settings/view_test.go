package settings_test

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/page/settings"
	"nextrole/ui/route"
	"nextrole/ui/session"
	"nextrole/ui/task"
	"nextrole/ui/theme"
	"nextrole/ui/uitest"
	"nextrole/ui/widget"
)

// kept is a library in a file.
type kept struct {
	*uitest.Library

	path string
}

func (k kept) Path() string   { return k.path }
func (k kept) ReadOnly() bool { return false }

// desk is the page in a window, with what it asked of it.
type desk struct {
	*uitest.Stage
	*settings.Page

	session  *session.Session
	asked    []string
	notices  []string
	problems []string
	said     []page.Said
	place    route.Route
}

func show(t *testing.T, l session.Library, size fyne.Size, r route.Route) *desk {
	t.Helper()
	s, err := session.Open(l, task.Inline{})
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{Stage: uitest.NewStage(t), session: s, place: r}
	d.said = []page.Said{
		{At: time.Date(2026, 3, 1, 9, 30, 0, 0, time.Local), Text: "Not saved: the disk is full", Problem: true},
		{At: time.Date(2026, 3, 1, 9, 20, 0, 0, time.Local), Text: "Pinned Medical Records Specialists"},
	}
	tips := widget.NewTips()
	d.Page = settings.New(page.Desk{
		Session: s, Tips: tips, Window: d.Window,
		Notice:  func(text, _ string, _ func()) { d.notices = append(d.notices, text) },
		Problem: func(text string) { d.problems = append(d.problems, text) },
		Said:    func() []page.Said { return d.said },
		SetTheme: func(m theme.Mode) {
			d.asked = append(d.asked, "theme "+string(m))
			s.Change(func(c *nextrole.Settings) { c.Theme = string(m) })
		},
		SetSize: func(percent int) {
			d.asked = append(d.asked, fmt.Sprint("size ", percent))
			s.Change(func(c *nextrole.Settings) { c.Size = percent })
		},
	})
	s.Listen(func() { d.Show(d.place) })
	d.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { d.Key(e.Name) })
	d.Canvas().SetOnTypedRune(func(r rune) { d.Rune(r) })
	d.Window.SetContent(layout.NewLayers(d.Content(), tips))
	d.Window.Resize(size)
	d.Show(r)
	d.Focus()
	return d
}

var top = route.Route{Page: route.Settings}

func inFile(t *testing.T) kept {
	t.Helper()
	path := filepath.Join(t.TempDir(), "my library.db")
	if err := os.WriteFile(path, make([]byte, 1_310_720), 0o600); err != nil {
		t.Fatal(err)
	}
	return kept{uitest.NewLibrary(t), path}
}

// chosen returns whether a control is the chosen one of its group.
func (d *desk) chosen(t *testing.T, label string) bool {
	t.Helper()
	for _, p := range d.Placed(d.Canvas().Content()) {
		if press, ok := p.Object.(*widget.Press); ok && press.AccessibilityLabel() == label {
			return press.IsChosen()
		}
	}
	t.Fatalf("no %q", label)
	return false
}

func TestThemeAndMotion(t *testing.T) {
	l := uitest.NewLibrary(t)
	d := show(t, l, uitest.Wide, top)
	if !d.chosen(t, "As the system") || !d.chosen(t, "Full") {
		t.Error("the choices in force are not marked")
	}
	for _, label := range []string{"Dark", "Light", "As the system"} {
		d.TabTo(label)
		d.Press(fyne.KeySpace)
		if !d.chosen(t, label) {
			t.Errorf("%s is not marked", label)
		}
	}
	if diff := cmp.Diff([]string{"theme dark", "theme light", "theme "}, d.asked); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	d.TabTo("Reduced")
	d.Press(fyne.KeySpace)
	if !l.Choices.Calm || !d.chosen(t, "Reduced") || d.chosen(t, "Full") {
		t.Error("motion is not reduced")
	}
	d.Tap("Full")
	if l.Choices.Calm || !d.chosen(t, "Full") {
		t.Error("motion stays reduced")
	}
	d.session.Change(func(s *nextrole.Settings) { s.Theme = string(theme.Dark) }) // as from the menu
	if !d.chosen(t, "Dark") {
		t.Error("a change elsewhere does not show")
	}
}

func TestSize(t *testing.T) {
	l := uitest.NewLibrary(t)
	d := show(t, l, uitest.Wide, top)
	for _, step := range []struct {
		label string
		times int
		want  int
	}{{"Larger", 3, 130}, {"Normal size", 1, 100}, {"Smaller", 2, 80}} {
		d.TabTo(step.label)
		for range step.times {
			d.Press(fyne.KeySpace)
		}
		if l.Choices.Size != step.want || !slices.Contains(d.Stage.Page(), fmt.Sprintf("%d%%", step.want)) {
			t.Errorf("%s %d times leads to %d", step.label, step.times, l.Choices.Size)
		}
	}
}

// desktop is an app that opens folders, or fails to.
type desktop struct {
	fyne.App

	opened *[]string
	fails  error
}

func (a desktop) OpenURL(u *url.URL) error {
	*a.opened = append(*a.opened, u.String())
	return a.fails
}

func TestData(t *testing.T) {
	k := inFile(t)
	d := show(t, k, uitest.Wide, top)
	for _, want := range []string{k.path, "1.3 MB", "open for reading and writing"} {
		if !slices.Contains(d.Stage.Page(), want) {
			t.Errorf("it does not say %q: %q", want, d.Stage.Page())
		}
	}
	if !d.Says("--library FILE") || !d.Says("Close NextRole and copy the file") {
		t.Error("it does not say how to keep it elsewhere, or how to copy it")
	}
	d.Tap("Copy path")
	if got := d.App.Clipboard().Content(); got != k.path {
		t.Errorf("copied %q", got)
	}
	var opened []string
	app := fyne.CurrentApp()
	t.Cleanup(func() { fyne.SetCurrentApp(app) })
	fyne.SetCurrentApp(desktop{app, &opened, nil})
	d.Tap("Open folder")
	folder := filepath.ToSlash(filepath.Dir(k.path))
	if want := (&url.URL{Scheme: "file", Path: folder}).String(); !slices.Equal(opened, []string{want}) {
		t.Errorf("opened %q, want %q", opened, want)
	}
	if len(d.notices) != 2 || !strings.Contains(d.notices[1], "If nothing opens") {
		t.Errorf("said %q", d.notices)
	}
	fyne.SetCurrentApp(desktop{app, &opened, errors.New("no file manager")})
	d.Tap("Open folder")
	if len(d.problems) != 1 || !strings.Contains(d.problems[0], "no file manager") || !strings.Contains(d.problems[0], filepath.Dir(k.path)) {
		t.Errorf("a failure is told as %q", d.problems)
	}
}

func TestDataInMemory(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide, top)
	if !d.Says("in memory only") || slices.Contains(d.Stage.Page(), "Open folder") {
		t.Errorf("a library without a file: %q", d.Stage.Page())
	}
}

func TestHistoryIsShown(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide, top)
	for _, want := range []string{"9:30 AM", "Problem: Not saved: the disk is full", "Pinned Medical Records Specialists"} {
		if !slices.Contains(d.Stage.Page(), want) {
			t.Errorf("it does not say %q", want)
		}
	}
	d.said = append([]page.Said{{At: time.Now(), Text: "One more"}}, d.said...)
	d.Show(top)
	if !slices.Contains(d.Stage.Page(), "One more") {
		t.Error("what is said later is not shown")
	}
	d.said = nil
	d.Show(top)
	if !slices.Contains(d.Stage.Page(), "Nothing yet.") {
		t.Errorf("nothing said: %q", d.Stage.Page())
	}
}

func TestLicensesOpenInPlace(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide, top)
	const words = "Permission is hereby granted"
	if d.Says(words) {
		t.Fatal("the license is there before it is asked for")
	}
	d.TabTo("Show the license of NextRole")
	d.Press(fyne.KeyReturn)
	if !d.Says(words) || d.Said() != "Hide the license of NextRole" {
		t.Errorf("no license; the keyboard is on %q", d.Said())
	}
	d.Press(fyne.KeyReturn)
	if d.Says(words) || d.Said() != "Show the license of NextRole" {
		t.Errorf("the license stays; the keyboard is on %q", d.Said())
	}
	if !d.Says("NextRole " + nextrole.Version) {
		t.Error("no version")
	}
}

// A part is gone to when the place names one, and a change on the page leaves
// it where it is.
func TestBeginsWithAPart(t *testing.T) {
	for _, tt := range []struct {
		tab  route.Tab
		part int
		said string
	}{{"", 0, "Appearance"}, {route.History, 2, "History"}, {route.Credits, 3, "Credits and sources"}} {
		d := show(t, uitest.NewLibrary(t), uitest.Wide, route.Route{Page: route.Settings, Tab: tt.tab})
		if part, offset := d.Outline(); part != tt.part || (offset > 0) != (tt.part > 0) || d.Said() != tt.said {
			t.Errorf("%q begins with part %d at %v, the keyboard on %q", tt.tab, part, offset, d.Said())
		}
		d.Press(fyne.KeyHome)
		d.session.Change(func(s *nextrole.Settings) { s.Calm = true })
		if _, offset := d.Outline(); offset != 0 {
			t.Errorf("a change leads back to %v", offset)
		}
	}
}

// At every size no words are cut, run over an edge or stand over others, and
// Tab leads to nothing outside of the window; licenses open.
func TestWholeAtEverySize(t *testing.T) {
	for _, size := range []fyne.Size{uitest.Wide, uitest.Least, uitest.Narrow, fyne.NewSize(478, 306)} {
		d := show(t, inFile(t), size, top)
		d.Tap("Show the license of NextRole")
		d.Tap("Show the license of Inter, the typeface")
		for _, key := range []fyne.KeyName{fyne.KeyHome, fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyEnd} {
			d.Press(key)
			if flaws := d.Flaws(d.Canvas().Content(), func(string) bool { return false }); len(flaws) > 0 {
				t.Errorf("%v, after %s:\n%s", size.Width, key, strings.Join(flaws, "\n"))
			}
		}
		if lost := d.Lost(); len(lost) > 0 {
			t.Errorf("%v: Tab leads out of the window: %q", size.Width, lost)
		}
	}
}
