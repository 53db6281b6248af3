package role_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/page/role"
	"nextrole/ui/route"
	"nextrole/ui/session"
	"nextrole/ui/uitest"
	"nextrole/ui/widget"
)

// desk is the page in a window, with what it asked of the window.
type desk struct {
	*uitest.Stage
	*role.Page

	library *uitest.Library
	session *session.Session
	tips    *widget.Tips
	went    []route.Route
	pinned  []nextrole.Code
	trouble []string // what the page said went wrong
}

// show shows a place; the page goes where it asks to go.
func show(t *testing.T, l *uitest.Library, size fyne.Size, r route.Route) *desk {
	t.Helper()
	d := &desk{Stage: uitest.NewStage(t), library: l, session: l.Open(t)}
	d.tips = widget.NewTips()
	d.Page = role.New(page.Desk{
		Session: d.session, Tips: d.tips, Window: d.Window,
		Go: func(r route.Route) {
			d.went = append(d.went, r)
			d.Show(r)
		},
		Pin:     func(c nextrole.Code) { d.pinned = append(d.pinned, c) },
		Problem: func(text string) { d.trouble = append(d.trouble, text) },
	})
	place := r
	d.session.Listen(func() {
		if len(d.went) > 0 {
			place = d.went[len(d.went)-1]
		}
		d.Show(place)
	})
	d.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { d.Key(e.Name) })
	d.Canvas().SetOnTypedRune(func(r rune) { d.Rune(r) })
	d.Window.SetContent(layout.NewLayers(d.Content(), d.tips))
	d.Window.Resize(size)
	d.Show(r)
	d.Focus()
	return d
}

func tab(c nextrole.Code, t route.Tab) route.Route {
	return route.Route{Page: route.Role, Code: c, Tab: t}
}

// On each tab, words that stand on no other.
var onTab = map[route.Tab]struct{ name, words string }{
	route.Summary: {"Summary", "What they do"},
	route.Tasks:   {"Tasks & AI", "How sure is this?"},
	route.Pay:     {"Pay & outlook", "What each source says"},
	route.Skills:  {"Skills & tools", "Equipment"},
	route.Entry:   {"Getting in", "What employers ask for"},
	route.Related: {"Related", "Roles nearby, and why"},
	route.Sources: {"Sources", "Copy credits"},
}

func TestTabs(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide, route.ToRole(uitest.Registrar))
	if d.Said() != "Summary" || !d.Says("What they do") || d.Says("Task resistance") {
		t.Fatalf("the keyboard is on %q of %q", d.Said(), d.Page.Crumbs())
	}
	for _, step := range []struct {
		name string
		do   func()
		want route.Tab
	}{
		{"Ctrl+Tab", func() { d.StepTab(1) }, route.Tasks},
		{"Ctrl+Tab", func() { d.StepTab(1) }, route.Pay},
		{"Ctrl+Shift+Tab", func() { d.StepTab(-1) }, route.Tasks},
		{"Left", func() { d.Press(fyne.KeyLeft) }, route.Summary},
		{"Left around the end", func() { d.Press(fyne.KeyLeft) }, route.Sources},
		{"Left", func() { d.Press(fyne.KeyLeft) }, route.Related},
		{"Left", func() { d.Press(fyne.KeyLeft) }, route.Entry},
		{"Left", func() { d.Press(fyne.KeyLeft) }, route.Skills},
		{"click", func() { d.Click("Summary") }, route.Summary},
	} {
		d.went = nil
		step.do()
		if diff := cmp.Diff([]route.Route{tab(uitest.Registrar, step.want)}, d.went); diff != "" {
			t.Errorf("%s (−want +got):\n%s", step.name, diff)
		}
		if d.Said() != onTab[step.want].name {
			t.Errorf("after %s the keyboard is on %q", step.name, d.Said())
		}
		for tt, on := range onTab {
			if d.Says(on.words) != (tt == step.want) {
				t.Errorf("after %s on %s, %q shown: %v", step.name, step.want, on.words, d.Says(on.words))
			}
		}
	}
}

// A chip of the formula shows its rule and what it is made of.
func TestChipTip(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide, tab(uitest.Registrar, route.Tasks))
	const rule = "Six less the sum of each task’s share of time times how much of it AI can do, 1 to 5.\n20% × 3  EHR design"
	if d.Says(rule) {
		t.Fatal("the rule is there before it is asked for")
	}
	d.TabTo("Task resistance, 2.65, 6 − 3.35, from 7 tasks")
	if !d.Says(rule) {
		t.Errorf("the chip has the keyboard, but its rule is not shown: %q", d.Stage.Page())
	}
	d.Press(fyne.KeyTab)
	if d.Says(rule) || !d.Says("Five signals of the market") {
		t.Errorf("the next chip %q does not show its own rule", d.Said())
	}
}

func TestTable(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide, tab(uitest.Registrar, route.Tasks))
	const task = "Abstracting and coding cases for disease registries"
	if slices.Contains(d.Stage.Page(), task) {
		t.Fatal("the table is there before it is asked for")
	}
	d.TabTo("Show as table")
	d.Press(fyne.KeyReturn)
	if !slices.Contains(d.Stage.Page(), task) || d.Said() != "Show as chart" {
		t.Errorf("no table; the keyboard is on %q", d.Said())
	}
	if flaws := d.Flaws(d.Content(), may); len(flaws) > 0 {
		t.Errorf("the table:\n%s", strings.Join(flaws, "\n"))
	}
	d.Press(fyne.KeySpace)
	if slices.Contains(d.Stage.Page(), task) || d.Said() != "Show as table" {
		t.Errorf("the table stays; the keyboard is on %q", d.Said())
	}
}

// By type, the third task is one that helps a person; by score, one that AI can
// do more of.
func TestOrder(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide, tab(uitest.Informatics, route.Tasks))
	third := func(want string) {
		t.Helper()
		for range 40 {
			d.Press(fyne.KeyTab)
			if strings.HasPrefix(d.Said(), "8 tasks: ") {
				d.Press(fyne.KeyHome, fyne.KeyDown, fyne.KeyDown)
				if !d.Says("AI can do: " + want) {
					t.Errorf("not %s: %q", want, d.Stage.Page())
				}
				return
			}
		}
		t.Fatal("Tab does not lead to the chart")
	}
	third("2 of 5")
	d.TabTo("By score")
	d.Press(fyne.KeySpace)
	third("3 of 5")
}

func TestKeysScroll(t *testing.T) {
	for _, tt := range route.Tabs() {
		d := show(t, uitest.NewLibrary(t), uitest.Narrow, tab(uitest.Registrar, tt))
		scroll := d.Scroll()
		var at []float32
		for _, key := range []fyne.KeyName{fyne.KeyPageDown, fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyEnd, fyne.KeyHome} {
			d.Press(key)
			at = append(at, scroll.Offset())
		}
		if !(at[0] > 100 && at[1] < at[0] && at[2] == at[0] && at[3] == 0 && at[4] > at[0]/2 && at[5] == 0) {
			t.Errorf("%s: PageDown, Up, Down, PageUp, End, Home lead to %v", tt, at)
		}
	}
}

func TestShowThisOne(t *testing.T) {
	l := uitest.NewLibrary(t)
	r := l.Edit(t, uitest.Manager)
	inputs := *l.Edit(t, uitest.Informatics).Assessments[0].Inputs
	r.Assessments = append(r.Assessments[:1:1], nextrole.Assessment{
		Code: r.Code, Author: "NextRole editors", Status: nextrole.Draft, Date: "2026-01-02", Source: "nextrole-editors", Inputs: &inputs,
	})
	d := show(t, l, uitest.Wide, tab(uitest.Manager, route.Tasks))
	if !slices.Contains(d.Stage.Page(), "Published score") || !d.Says("53.1 is published without the ratings behind it") || !d.Says("Task resistance") {
		t.Fatalf("the published score is not shown, with the draft below it: %q", d.Stage.Page())
	}
	d.TabTo("Show this one")
	d.Press(fyne.KeyReturn)
	if !slices.Contains(d.Stage.Page(), "Editors’ draft, an opinion") || !d.Says("Task resistance") || d.Says("is published without") {
		t.Errorf("the draft is not shown: %q", d.Stage.Page())
	}
	if got := l.Choices.Shown[uitest.Manager]; got != "nextrole-editors" {
		t.Errorf("kept: %q", got)
	}
	d.TabTo("Show this one")
	d.Press(fyne.KeyReturn)
	if !slices.Contains(d.Stage.Page(), "Published score") || l.Choices.Shown[uitest.Manager] != "aijri-published" {
		t.Errorf("the published score does not come back: %q", d.Stage.Page())
	}
}

// A score that stands although its inputs are incomplete can be chosen, what
// has none cannot.
func TestShowThisOneOnlyWhereThereIsAScore(t *testing.T) {
	for _, test := range []struct {
		printed *float64
		offered bool
	}{{of(20.9), true}, {nil, false}} {
		l := uitest.NewLibrary(t)
		r := l.Edit(t, uitest.Manager)
		r.Assessments = append(r.Assessments[:1:1], nextrole.Assessment{
			Code: r.Code, Author: "Me", Status: nextrole.Own, Source: "mine", Inputs: &nextrole.Inputs{}, Printed: test.printed,
		})
		d := show(t, l, uitest.Wide, tab(uitest.Manager, route.Tasks))
		if !d.Says("Incomplete: ") || slices.Contains(d.Stage.Page(), "Show this one") != test.offered {
			t.Errorf("printed %v: %q", test.printed, d.Stage.Page())
		}
	}
}

func TestSuggestionLeadsOn(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide, route.ToRole(uitest.Registrar))
	d.TabTo("Open Compliance Managers, Green 48.2, published")
	d.Press(fyne.KeySpace)
	if diff := cmp.Diff([]route.Route{route.ToRole("11-9199.02")}, d.went); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Explore", "Compliance Managers"}, d.Crumbs()); diff != "" {
		t.Errorf("crumbs −want +got:\n%s", diff)
	}
}

// A note is saved as it is typed, dated, and there again the next time.
func TestNote(t *testing.T) {
	l := uitest.NewLibrary(t)
	d := show(t, l, uitest.Wide, route.ToRole(uitest.Registrar))
	at := time.Date(2026, 11, 25, 14, 32, 0, 0, time.Local)
	d.session.Now = func() time.Time { return at }
	d.TabTo("My notes about this role")
	d.Write("Ask about é")
	if got := l.Noted[uitest.Registrar]; got.Text != "Ask about é" || !got.Saved.Equal(at) {
		t.Errorf("kept: %+v", got)
	}
	if !d.Says("saved November 25, 2026, 14:32") {
		t.Errorf("the page does not say when: %q", d.Stage.Page())
	}
	d.Show(route.ToRole(uitest.Manager))
	if d.Says("saved November 25") {
		t.Error("another role has the note’s date")
	}
	d.Write("!") // still in the field, which is another role's now
	if l.Noted[uitest.Manager].Text != "!" || l.Noted[uitest.Registrar].Text != "Ask about é" {
		t.Errorf("kept: %+v", l.Noted)
	}
	d.Show(route.ToRole(uitest.Registrar))
	if !d.Says("saved November 25, 2026, 14:32") {
		t.Errorf("the note is not there again: %q", d.Stage.Page())
	}
	l.SaveFail = errors.New("the disk is full")
	d.Write("…")
	if !d.Says("Not saved") || d.session.Note(uitest.Registrar).Text == "Ask about é" {
		t.Errorf("a failure: %q", d.Stage.Page())
	}
	d.Press(fyne.KeyEscape)
	if d.Said() != "Summary" {
		t.Errorf("Esc leads to %q", d.Said())
	}
}

// A whole file pasted into a note is told, and what was taken is kept.
func TestNoteIsFull(t *testing.T) {
	l := uitest.NewLibrary(t)
	d := show(t, l, uitest.Wide, route.ToRole(uitest.Registrar))
	d.TabTo("My notes about this role")
	c := test.NewClipboard()
	c.SetContent(strings.Repeat("code,title\n", 2000))
	d.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{Clipboard: c})
	want := []string{"A note holds up to 10,000 characters. What goes beyond was not taken."}
	if diff := cmp.Diff(want, d.trouble); diff != "" {
		t.Errorf("told −want +got:\n%s", diff)
	}
	if kept := l.Noted[uitest.Registrar].Text; kept != c.Content()[:10000] {
		t.Errorf("kept %d characters", len(kept))
	}
}

func TestPin(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide, route.ToRole(uitest.Registrar))
	d.Write("p")
	d.Click("Pin")
	if diff := cmp.Diff([]nextrole.Code{uitest.Registrar, uitest.Registrar}, d.pinned); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	d.session.SetPins(d.pinned[:1])
	if !slices.Contains(d.Stage.Page(), "Pinned") {
		t.Errorf("a pinned role does not look so: %q", d.Stage.Page())
	}
}

// A role that is gone is told, and the way back from there works.
func TestARoleThatIsGone(t *testing.T) {
	const gone = "This role is no longer in the library."
	d := show(t, uitest.NewLibrary(t), uitest.Wide, route.ToRole(uitest.Registrar))
	d.Show(route.ToRole("99-9999.99"))
	if !d.Says(gone) || d.Says("What they do") {
		t.Errorf("gone: %q", d.Stage.Page())
	}
	d.Show(route.ToRole(uitest.Registrar))
	if d.Says(gone) || !d.Says("What they do") {
		t.Errorf("back: %q", d.Stage.Page())
	}
}

// may is the words that may end in an ellipsis: the other names are listed in
// full among the facts.
func may(words string) bool { return strings.Contains(words, " · also called ") }

// At every size no words are cut, run over an edge or stand over others, and
// Tab leads to nothing outside of the window: for every role where there is
// least room, and elsewhere for roles that differ in what is known of them.
func TestWholeAtEverySize(t *testing.T) {
	l := uitest.NewLibrary(t)
	l.Make(t, uitest.Registrar)
	l.Make(t, uitest.Informatics)
	few := []nextrole.Code{uitest.Registrar, uitest.Informatics, uitest.Manager, uitest.Officer, uitest.Unscored}
	for _, size := range []fyne.Size{uitest.Wide, uitest.Least, uitest.Narrow} {
		d := show(t, l, size, route.ToRole(uitest.Registrar))
		for _, r := range l.Set.Roles {
			for _, tt := range append(route.Tabs(), route.Week, route.Own) {
				one := slices.Contains(few, r.Code)
				if !one && size != uitest.Narrow {
					continue
				}
				t.Run(fmt.Sprintf("%v %s %s", size.Width, r.Code, tt), func(t *testing.T) {
					d.tips.Clear() // as the window does
					d.Show(tab(r.Code, tt))
					if flaws := d.Flaws(d.Canvas().Content(), may); len(flaws) > 0 {
						t.Error(strings.Join(flaws, "\n"))
					}
					if !one {
						return
					}
					if lost := d.Lost(); len(lost) > 0 {
						t.Errorf("Tab leads out of the window: %q", lost)
					}
				})
			}
		}
	}
}
