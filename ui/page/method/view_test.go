package method_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/aijri"
	words "nextrole/internal/method"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/page/method"
	"nextrole/ui/route"
	"nextrole/ui/uitest"
	"nextrole/ui/widget"
)

// desk is the page in a window, with what it said.
type desk struct {
	*uitest.Stage
	*method.Page

	notices []string
}

func show(t *testing.T, l *uitest.Library, size fyne.Size, r route.Route) *desk {
	t.Helper()
	d := &desk{Stage: uitest.NewStage(t)}
	tips := widget.NewTips()
	d.Page = method.New(page.Desk{
		Session: l.Open(t), Tips: tips, Window: d.Window,
		Notice: func(text, _ string, _ func()) { d.notices = append(d.notices, text) },
	})
	d.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { d.Key(e.Name) })
	d.Canvas().SetOnTypedRune(func(r rune) { d.Rune(r) })
	d.Window.SetContent(layout.NewLayers(d.Content(), tips))
	d.Window.Resize(size)
	d.Show(r)
	d.Focus()
	return d
}

var whole = route.Route{Page: route.Method}

// Every word of the document is on the page, the numbers computed from the
// library that is open.
func TestShowsTheDocument(t *testing.T) {
	l := uitest.NewLibrary(t)
	d := show(t, l, uitest.Wide, whole)
	sources, _ := l.Sources()
	all := d.Stage.Page()
	says := func(text string) {
		t.Helper()
		if !slices.Contains(all, text) {
			t.Errorf("it does not say %q", text)
		}
	}
	doc := words.Of(l.Set.Roles, sources)
	for i, s := range doc.Sections {
		says(fmt.Sprintf("%d  %s", i+1, s.Title))
		for _, b := range s.Blocks {
			if b.Text != "" {
				says(b.Text)
			}
			for _, p := range b.Points {
				says(p)
			}
			if b.Table != nil {
				for _, row := range b.Table.Rows {
					for _, cell := range row {
						if cell != "" {
							says(cell)
						}
					}
				}
			}
			for _, r := range b.Rules {
				says(r.Text)
				says(words.Origins(r))
			}
		}
	}
	says(aijri.Unverified.Name())
	says("2.65 × 0.84 × 1.04 × 0.95")
	says("20.9, Red")
}

func TestListsDeviations(t *testing.T) {
	l := uitest.NewLibrary(t)
	for i, r := range l.Set.Roles {
		l.Set.Roles[i].Assessments = slices.DeleteFunc(slices.Clone(r.Assessments), func(a nextrole.Assessment) bool {
			return a.Status == nextrole.Draft && r.Code != uitest.Informatics
		})
	}
	r := l.Edit(t, uitest.Manager)
	inputs := *l.Edit(t, uitest.Informatics).Assessments[0].Inputs
	r.Assessments = append(r.Assessments, nextrole.Assessment{
		Code: r.Code, Author: "NextRole editors", Status: nextrole.Draft, Date: "2026-01-02", Source: "nextrole-editors", Inputs: &inputs,
	})
	d := show(t, l, uitest.Wide, whole)
	for _, want := range []string{string(r.Code) + " " + r.Title, "−10.3"} {
		if !slices.Contains(d.Stage.Page(), want) {
			t.Errorf("%q is not listed: %q", want, d.Stage.Page())
		}
	}
	if !d.Says("n = 1. On average a draft differs by −10.3") || d.Says("n = 0") {
		t.Error("mean and n are not told")
	}
}

func TestKeysLeadToTheParts(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Least, whole)
	if d.Said() != "1  What a score is, and is not" {
		t.Errorf("the keyboard begins on %q", d.Said())
	}
	last := float32(-1)
	for i := range 9 {
		d.Write(fmt.Sprint(i + 1))
		part, offset := d.Outline()
		if part != i || offset <= last && i < 8 || !strings.HasPrefix(d.Said(), fmt.Sprint(i+1)) {
			t.Errorf("%d leads to part %d at %v, the keyboard on %q", i+1, part+1, offset, d.Said())
		}
		last = offset
	}
	d.Write("0")
	if part, _ := d.Outline(); part != 8 {
		t.Errorf("0 leads to part %d", part+1)
	}
	d.TabTo("2  The formula")
	d.Press(fyne.KeyReturn)
	if part, offset := d.Outline(); part != 1 || offset == 0 {
		t.Errorf("Enter leads to part %d at %v", part+1, offset)
	}
	d.Press(fyne.KeyHome)
	if part, offset := d.Outline(); part != 0 || offset != 0 {
		t.Errorf("Home leads to part %d at %v", part+1, offset)
	}
	d.Press(fyne.KeyEnd)
	if part, _ := d.Outline(); part != 8 {
		t.Errorf("End leads to part %d", part+1)
	}
	d.Press(fyne.KeyPageUp, fyne.KeyUp, fyne.KeyDown)
	if part, _ := d.Outline(); part == 8 {
		t.Error("Page up stays in the last part")
	}
}

func TestBeginsWithAPart(t *testing.T) {
	for _, tt := range []struct {
		at   route.Tab
		part int
	}{{"", 0}, {route.Range, 4}} {
		d := show(t, uitest.NewLibrary(t), uitest.Wide, route.Route{Page: route.Method, Tab: tt.at})
		if part, offset := d.Outline(); part != tt.part || (offset > 0) != (tt.part > 0) {
			t.Errorf("%q begins with part %d at %v", tt.at, part, offset)
		}
	}
}

// Where there is no room for the list of parts, a menu takes its place.
func TestNarrow(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Narrow, whole)
	if d.Said() != "Contents" {
		t.Fatalf("the keyboard begins on %q", d.Said())
	}
	d.Press(fyne.KeyReturn)
	if !slices.Contains(d.Popup(), "8  The rules, one by one") {
		t.Fatalf("the menu: %q", d.Popup())
	}
	d.Press(fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn)
	if part, offset := d.Outline(); part != 7 || offset == 0 || d.Said() != "Contents" {
		t.Errorf("the menu leads to part %d at %v, the keyboard on %q", part+1, offset, d.Said())
	}
	d.Window.Resize(uitest.Wide)
	if slices.Contains(d.Stage.Page(), "Contents") {
		t.Error("the menu stays where there is room for the list")
	}
}

func TestCopy(t *testing.T) {
	l := uitest.NewLibrary(t)
	d := show(t, l, uitest.Wide, whole)
	sources, _ := l.Sources()
	want := words.Of(l.Set.Roles, sources).Text()
	for _, copies := range []func(){func() { d.Tap("Copy as text") }, d.Copy} {
		d.App.Clipboard().SetContent("")
		copies()
		if got := d.App.Clipboard().Content(); got != want {
			t.Errorf("copied: %q", got)
		}
	}
	if len(d.notices) != 2 || d.notices[0] != "Copied the whole page as text" {
		t.Errorf("said: %q", d.notices)
	}
}

// At every size no words are cut, run over an edge or stand over others, and
// Tab leads to nothing outside of the window.
func TestWholeAtEverySize(t *testing.T) {
	for _, size := range []fyne.Size{uitest.Wide, uitest.Least, uitest.Narrow, fyne.NewSize(478, 306)} {
		d := show(t, uitest.NewLibrary(t), size, whole)
		for i := range 9 {
			d.Rune('1' + rune(i))
			if flaws := d.Flaws(d.Canvas().Content(), func(string) bool { return false }); len(flaws) > 0 {
				t.Errorf("%v, part %d:\n%s", size.Width, i+1, strings.Join(flaws, "\n"))
			}
		}
		if lost := d.Lost(); len(lost) > 0 {
			t.Errorf("%v: Tab leads out of the window: %q", size.Width, lost)
		}
	}
}
