package compare_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/page/compare"
	"nextrole/ui/route"
	"nextrole/ui/session"
	"nextrole/ui/task"
	"nextrole/ui/theme"
	"nextrole/ui/uitest"
	"nextrole/ui/widget"
)

// desk is the page in a window of a size, with what it asked of the window.
type desk struct {
	*compare.Page

	t       *testing.T
	session *session.Session
	window  fyne.Window
	went    []route.Route
	notice  string
	undo    func()
	saved   []page.File
}

func show(t *testing.T, size fyne.Size, l *library) *desk {
	t.Helper()
	look, err := theme.New(theme.Light)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(look)
	s, err := session.Open(stored{l, &uitest.Library{Kept: l.kept}}, task.Inline{})
	if err != nil {
		t.Fatal(err)
	}
	s.Now = func() time.Time { return time.Date(2026, time.March, 3, 12, 0, 0, 0, time.UTC) }
	d := &desk{t: t, session: s, window: test.NewTempWindow(t, nil)}
	tips := widget.NewTips()
	d.Page = compare.New(page.Desk{
		Session: s, Tips: tips, Window: d.window,
		Go:     func(r route.Route) { d.went = append(d.went, r) },
		Notice: func(text, _ string, undo func()) { d.notice, d.undo = text, undo },
		Pin:    func(c nextrole.Code) { s.Unpin(c) },
		Save:   func(f page.File) { d.saved = append(d.saved, f) },
	})
	s.Listen(func() { d.Show(route.Route{Page: route.Compare}) })
	d.window.SetPadded(false)
	d.Show(route.Route{Page: route.Compare})
	d.window.SetContent(layout.NewLayers(d.Content(), tips))
	d.window.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { d.Key(e.Name) })
	d.window.Canvas().SetOnTypedRune(func(r rune) { d.Rune(r) })
	d.window.Resize(size)
	d.Focus()
	return d
}

var wide = uitest.Wide

// focused returns the label of the control that has the keyboard.
func (d *desk) focused() string {
	if o, ok := d.window.Canvas().Focused().(fyne.Accessible); ok {
		return o.AccessibilityLabel()
	}
	return ""
}

// tabTo presses Tab until the keyboard is on what a label begins with.
func (d *desk) tabTo(label string) {
	d.t.Helper()
	for range 40 {
		if strings.HasPrefix(d.focused(), label) {
			return
		}
		d.window.Canvas().FocusNext()
	}
	d.t.Fatalf("Tab does not lead to %q", label)
}

func (d *desk) key(name fyne.KeyName) {
	d.t.Helper()
	f := d.window.Canvas().Focused()
	if f == nil {
		d.t.Fatal("nothing has the keyboard")
	}
	f.TypedKey(&fyne.KeyEvent{Name: name})
}

func (d *desk) letter(r rune) { d.window.Canvas().Focused().TypedRune(r) }

func (d *desk) alt(name fyne.KeyName) {
	d.t.Helper()
	f, ok := d.window.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		d.t.Fatalf("%q takes no shortcuts, so the window would go back", d.focused())
	}
	f.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierAlt})
}

// visit calls f with all that is visible below o.
func visit(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	f(o)
	for _, child := range widget.Children(o) {
		visit(child, f)
	}
}

// words returns all visible texts.
func (d *desk) words() []string {
	var all []string
	visit(d.Content(), func(o fyne.CanvasObject) {
		if t, ok := o.(*widget.Text); ok && t.String() != "" {
			all = append(all, t.String())
		}
	})
	return all
}

func (d *desk) says(part string) bool {
	return slices.ContainsFunc(d.words(), func(w string) bool { return strings.Contains(w, part) })
}

// tap presses a control of the page.
func (d *desk) tap(label string) {
	d.t.Helper()
	var found fyne.Tappable
	visit(d.Content(), func(o fyne.CanvasObject) {
		a, named := o.(fyne.Accessible)
		if p, ok := o.(fyne.Tappable); ok && named && a.AccessibilityLabel() == label {
			found = p
		}
	})
	if found == nil {
		d.t.Fatalf("nothing is labeled %q", label)
	}
	test.Tap(found)
}

// choose goes down an open menu to a line and presses it.
func (d *desk) choose(label string) {
	d.t.Helper()
	first := d.focused()
	for d.focused() != label {
		d.key(fyne.KeyDown)
		if d.focused() == first {
			d.t.Fatalf("the menu has no %q", label)
		}
	}
	d.key(fyne.KeyReturn)
}

func TestKeysMoveColumns(t *testing.T) {
	l := newLibrary(registrar, informatics, manager)
	d := show(t, wide, l)
	if want := "Baseline: A, Health Information Technologists and Medical Registrars"; d.focused() != want {
		t.Fatalf("the keyboard starts on %q, want %q", d.focused(), want)
	}
	d.tabTo("A, ")
	if want := "A, Health Information Technologists and Medical Registrars, baseline"; d.focused() != want {
		t.Fatalf("the keyboard is on %q, want %q", d.focused(), want)
	}
	d.alt(fyne.KeyRight)
	if diff := cmp.Diff([]nextrole.Code{informatics, registrar, manager}, l.pins); diff != "" {
		t.Fatalf("after Alt+Right (−want +got):\n%s", diff)
	}
	if want := "B, Health Information Technologists and Medical Registrars"; d.focused() != want {
		t.Errorf("the keyboard is on %q, want %q", d.focused(), want)
	}
	d.alt(fyne.KeyLeft)
	d.alt(fyne.KeyLeft) // at the end already
	if diff := cmp.Diff([]nextrole.Code{registrar, informatics, manager}, l.pins); diff != "" {
		t.Errorf("after Alt+Left (−want +got):\n%s", diff)
	}
	d.key(fyne.KeyRight)
	d.key(fyne.KeyRight)
	d.key(fyne.KeyRight) // at the end already
	if want := "C, Medical and Health Services Managers"; d.focused() != want {
		t.Errorf("Right leads to %q, want %q", d.focused(), want)
	}
}

func TestMenuOfAColumn(t *testing.T) {
	l := newLibrary(registrar, informatics, manager)
	d := show(t, wide, l)
	d.tabTo("A, ")
	d.key(fyne.KeyReturn)
	d.key(fyne.KeyReturn)
	if diff := cmp.Diff([]route.Route{route.ToRole(registrar)}, d.went); diff != "" {
		t.Errorf("Enter, Enter (−want +got):\n%s", diff)
	}
	d.tap("C, Medical and Health Services Managers")
	d.choose("Make baseline")
	if l.settings.Baseline != manager || !d.says("difference from C") {
		t.Errorf("baseline %q", l.settings.Baseline)
	}
	d.tap("C, Medical and Health Services Managers, baseline")
	d.choose("Move left")
	if diff := cmp.Diff([]nextrole.Code{registrar, manager, informatics}, l.pins); diff != "" {
		t.Errorf("after Move left (−want +got):\n%s", diff)
	}
	if want := "B, Medical and Health Services Managers, baseline"; d.focused() != want {
		t.Errorf("the keyboard is on %q, want %q", d.focused(), want)
	}
}

func TestBaselineByKeyAndMenu(t *testing.T) {
	l := newLibrary(registrar, informatics, manager)
	d := show(t, wide, l)
	if !d.says("+$55,840") || !d.says("difference from A") {
		t.Error("no difference from A")
	}
	d.letter('b')
	if l.settings.Baseline != informatics || !d.says("difference from B") {
		t.Errorf("B leads to baseline %q", l.settings.Baseline)
	}
	// The pay of B is a wider group's: nothing is compared with it.
	if d.says("$55,840") {
		t.Error("a difference from a wider group’s pay")
	}
	d.tap("Baseline: B, Health Informatics Specialists")
	d.choose("C  Medical and Health Services Managers")
	if l.settings.Baseline != manager || !d.says("−$55,840") {
		t.Errorf("the menu leads to baseline %q", l.settings.Baseline)
	}
	d.letter('B')
	if l.settings.Baseline != registrar {
		t.Errorf("B after the last leads to %q", l.settings.Baseline)
	}
}

func TestOnlyDifferences(t *testing.T) {
	d := show(t, wide, newLibrary(registrar, informatics, manager))
	if !d.says("Openings a year") || d.says("hidden") {
		t.Error("all rows are not shown at first")
	}
	d.letter('d')
	if d.says("Work experience") || !d.says("7 equal rows hidden") || !d.says("Median pay") {
		t.Error("D does not leave equal rows out, or does not say so")
	}
	d.tap("All rows")
	if !d.says("Work experience") || d.says("hidden") {
		t.Error("All rows does not bring them back")
	}
	d.tap("Only differences")
	d.session.Unpin(manager)
	if d.says("Work experience") {
		t.Error("another comparison shows equal rows again")
	}
}

func TestUnpin(t *testing.T) {
	l := newLibrary(registrar, informatics, manager)
	d := show(t, wide, l)
	d.tap("Unpin Health Information Technologists and Medical Registrars")
	if diff := cmp.Diff([]nextrole.Code{informatics, manager}, l.pins); diff != "" {
		t.Fatalf("pins (−want +got):\n%s", diff)
	}
	if want := "A, Health Informatics Specialists, baseline"; d.focused() != want {
		t.Errorf("the keyboard is on %q, want %q", d.focused(), want)
	}
	d.key(fyne.KeyDelete)
	if !d.says("Nothing to compare yet") || d.focused() != "Explore roles" {
		t.Errorf("one role left: the keyboard is on %q", d.focused())
	}
}

func TestEmptyState(t *testing.T) {
	l := newLibrary()
	d := show(t, wide, l)
	if d.focused() != "Explore roles" || !d.says("0 of 6 roles") || d.says("Only differences") {
		t.Errorf("empty: %q", d.words())
	}
	d.key(fyne.KeySpace)
	if diff := cmp.Diff([]route.Route{{Page: route.Explore}}, d.went); diff != "" {
		t.Errorf("the next action (−want +got):\n%s", diff)
	}
	d.tap("Pin these three")
	if diff := cmp.Diff([]nextrole.Code{registrar, informatics, manager}, l.pins); diff != "" {
		t.Fatalf("pins (−want +got):\n%s", diff)
	}
	if !d.says("Median pay") || d.says("Nothing to compare") || !strings.HasPrefix(d.focused(), "Baseline: A, ") {
		t.Errorf("the comparison is not there; the keyboard is on %q", d.focused())
	}
	if d.notice != "Pinned 3 roles" {
		t.Errorf("notice %q", d.notice)
	}
	d.undo()
	if len(l.pins) != 0 || !d.says("Nothing to compare yet") {
		t.Errorf("undo leaves %v", l.pins)
	}
}

// Every score that is not published says whose it is, and absent figures are
// words.
func TestStatusAndAbsence(t *testing.T) {
	d := show(t, wide, newLibrary(registrar, informatics, manager, officer))
	words := d.words()
	for word, want := range map[string]int{
		"editors’ draft": 1, "draft": 6, "not scored": 7, "range unknown": 1, "group 15-1211": 2,
	} {
		n := 0
		for _, w := range words {
			if w == word {
				n++
			}
		}
		if n != want {
			t.Errorf("%q is there %d times, want %d", word, n, want)
		}
	}
}

// The columns that have no room are reached by the keyboard, the labels stay.
func TestSidewaysInANarrowWindow(t *testing.T) {
	d := show(t, uitest.Narrow, newLibrary(registrar, informatics, manager, officer))
	driver := fyne.CurrentApp().Driver()
	d.tabTo("D, ")
	seen := func() {
		t.Helper()
		o := d.window.Canvas().Focused().(fyne.CanvasObject)
		x := driver.AbsolutePositionForObject(o).X
		if x < 132 || x+o.Size().Width > 661 {
			t.Errorf("%q is at %v to %v of 661", d.focused(), x, x+o.Size().Width)
		}
	}
	seen()
	d.window.Canvas().FocusNext() // the button of the same column
	seen()
	for range 4 {
		d.window.Canvas().FocusPrevious()
		seen()
	}
	visit(d.Content(), func(o fyne.CanvasObject) {
		if text, ok := o.(*widget.Text); ok && text.String() == "Median pay" {
			if at := driver.AbsolutePositionForObject(o).X; at != 12 {
				t.Errorf("the label moved to %v", at)
			}
		}
	})
}

// No text of the table is wider than what it stands in, at any size of window.
func TestNothingIsCut(t *testing.T) {
	for _, size := range []fyne.Size{wide, uitest.Least, uitest.Narrow} {
		d := show(t, size, newLibrary(registrar, informatics, manager, officer))
		visit(d.Content(), func(o fyne.CanvasObject) {
			text, ok := o.(*widget.Text)
			if !ok || text.String() == "" {
				return
			}
			if text.Wrap && text.Lines == 0 {
				if need := text.HeightFor(text.Size().Width); text.Size().Height < need-0.5 {
					t.Errorf("%v: %q has a height of %v and needs %v", size, text.String(), text.Size().Height, need)
				}
				return
			}
			if need := text.MinSize().Width; !text.Wrap && text.Size().Width < need-1 {
				t.Errorf("%v: %q has a width of %v and needs %v", size, text.String(), text.Size().Width, need)
			}
		})
	}
}

// Values never run into the differences at their right, or into one another.
func TestNothingOverlaps(t *testing.T) {
	type box struct {
		words      string
		x, y, w, h float32
	}
	for _, size := range []fyne.Size{wide, uitest.Least, uitest.Narrow} {
		d := show(t, size, newLibrary(registrar, informatics, manager, officer))
		d.letter('b') // the other way round: more differences
		d.letter('b')
		var boxes []box
		visit(d.Content(), func(o fyne.CanvasObject) {
			text, ok := o.(*widget.Text)
			if !ok || text.String() == "" {
				return
			}
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
			b := box{text.String(), at.X, at.Y, text.Size().Width, text.Size().Height}
			if text.Align == fyne.TextAlignTrailing {
				b.x, b.w = at.X+text.Size().Width-text.MinSize().Width, text.MinSize().Width
			}
			boxes = append(boxes, b)
		})
		for i, a := range boxes {
			for _, b := range boxes[:i] {
				if a.x+1 < b.x+b.w && b.x+1 < a.x+a.w && a.y+1 < b.y+b.h && b.y+1 < a.y+a.h {
					t.Errorf("%v: %q runs into %q", size, a.words, b.words)
				}
			}
		}
	}
}
