package compare_test

import (
	"bytes"
	"encoding/csv"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/widget"
)

var day = time.Date(2025, time.May, 1, 12, 0, 0, 0, time.UTC)

// open calls f with all that is visible in what is open over the page.
func (d *desk) open(f func(fyne.CanvasObject)) {
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		f(o)
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	if top := d.window.Canvas().Overlays().Top(); top != nil {
		walk(top)
	}
}

// popup returns the words of what is open over the page.
func (d *desk) popup() string {
	var all []string
	d.open(func(o fyne.CanvasObject) {
		if t, ok := o.(*widget.Text); ok && t.String() != "" {
			all = append(all, t.String())
		}
	})
	return strings.Join(all, "\n")
}

// press presses what is labeled so in what is open over the page.
func (d *desk) press(label string) {
	d.t.Helper()
	var found fyne.Tappable
	d.open(func(o fyne.CanvasObject) {
		a, named := o.(fyne.Accessible)
		if p, ok := o.(fyne.Tappable); ok && named && a.AccessibilityLabel() == label {
			found = p
		}
	})
	if found == nil {
		d.t.Fatalf("nothing is labeled %q: %q", label, d.popup())
	}
	test.Tap(found)
}

// retype replaces what stands in the field that has the keyboard.
func (d *desk) retype(text string) {
	d.t.Helper()
	field, ok := d.window.Canvas().Focused().(fyne.Shortcutable)
	if !ok || d.focused() != "Name" {
		d.t.Fatalf("the keyboard is on %q, not on the name", d.focused())
	}
	field.TypedShortcut(&fyne.ShortcutSelectAll{})
	for _, r := range text {
		d.letter(r)
	}
}

func (d *desk) names() []string {
	var names []string
	for _, c := range d.session.Comparisons() {
		names = append(names, c.Name)
	}
	return names
}

func (d *desk) wantNames(when string, want ...string) {
	d.t.Helper()
	if diff := cmp.Diff(want, d.names()); diff != "" {
		d.t.Errorf("%s (−want +got):\n%s", when, diff)
	}
}

func TestKeep(t *testing.T) {
	d := show(t, wide, newLibrary(registrar, informatics, manager))
	if diff := cmp.Diff([]string{"Compare"}, d.Crumbs()); diff != "" {
		t.Errorf("crumbs (−want +got):\n%s", diff)
	}
	d.letter('b')
	d.Keep()
	d.key(fyne.KeyReturn)
	const suggested = "Health Information Technologists and Medical Registrars and 2 others"
	want := []nextrole.Comparison{{
		Name: suggested, Roles: []nextrole.Code{registrar, informatics, manager}, Baseline: informatics, Saved: d.session.Now(),
	}}
	if diff := cmp.Diff(want, d.session.Comparisons()); diff != "" {
		t.Fatalf("kept (−want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"Compare", suggested}, d.Crumbs()); diff != "" {
		t.Errorf("crumbs (−want +got):\n%s", diff)
	}
	if d.notice != "Kept as “"+suggested+"”" {
		t.Errorf("notice %q", d.notice)
	}
	d.Keep()
	if d.popup() != "" || d.notice != "Kept already as “"+suggested+"”" {
		t.Errorf("keeping it again: %q, notice %q", d.popup(), d.notice)
	}
	d.letter('b') // another baseline is another comparison
	if len(d.Crumbs()) != 1 {
		t.Errorf("with another baseline it is still called %q", d.Crumbs())
	}
	d.Keep()
	d.retype("  Mine\t ")
	d.key(fyne.KeyReturn)
	d.wantNames("two", suggested, "Mine")
	d.undo()
	d.wantNames("undone", suggested)
}

func TestNamesThatWillNotDo(t *testing.T) {
	l := newLibrary(registrar, manager)
	before := nextrole.Comparison{Name: "Mine", Roles: []nextrole.Code{informatics, officer}, Saved: day}
	l.kept = []nextrole.Comparison{before}
	d := show(t, wide, l)
	d.Keep()
	for name, why := range map[string]string{
		" ":                      "Give the comparison a name",
		strings.Repeat("é", 81):  "81 letters, and 80 is the most",
		"Mine":                   "Another comparison is called “Mine”",
		"\u202fMine\n":           "Another comparison is called “Mine”",
		strings.Repeat("ab ", 9): "",
	} {
		d.retype(name)
		d.key(fyne.KeyReturn)
		if why == "" {
			if d.popup() != "" {
				t.Errorf("%q: %q", name, d.popup())
			}
			d.undo()
			d.Keep()
			continue
		}
		if !strings.Contains(d.popup(), why) {
			t.Errorf("%q: %q does not say %q", name, d.popup(), why)
		}
	}
	d.wantNames("refused", "Mine")
	d.retype("Mine")
	d.key(fyne.KeyReturn)
	d.press("Replace it")
	if kept := d.session.Comparisons(); len(kept) != 1 || !slices.Equal(kept[0].Roles, []nextrole.Code{registrar, manager}) {
		t.Errorf("replaced: %v", kept)
	}
	d.undo()
	if diff := cmp.Diff([]nextrole.Comparison{before}, d.session.Comparisons()); diff != "" {
		t.Errorf("undone (−want +got):\n%s", diff)
	}
}

func TestOpenKept(t *testing.T) {
	l := newLibrary(registrar, informatics, manager)
	l.settings.Baseline = informatics
	l.kept = []nextrole.Comparison{
		{Name: "All gone", Roles: []nextrole.Code{"99-0001.00", "99-0002.00"}, Saved: day},
		{Name: "Half gone", Roles: []nextrole.Code{"99-0001.00", manager, officer}, Baseline: "99-0001.00", Saved: day},
		{Name: "Whole", Roles: []nextrole.Code{manager, registrar}, Baseline: registrar, Saved: day},
	}
	d := show(t, wide, l)
	pins := slices.Clone(l.pins)
	d.tap("Kept comparisons")
	for _, words := range []string{"Whole", "2 roles · kept May 1, 2025", "Medical and Health Services Managers · Health Information", "99-0001.00 (no longer in the library)"} {
		if !strings.Contains(d.popup(), words) {
			t.Errorf("%q is not told: %q", words, d.popup())
		}
	}
	d.key(fyne.KeyDown)
	d.key(fyne.KeyDown)
	d.key(fyne.KeyDown) // at the end already
	d.key(fyne.KeyReturn)
	if diff := cmp.Diff([]nextrole.Code{manager, registrar}, l.pins); diff != "" {
		t.Errorf("Whole (−want +got):\n%s", diff)
	}
	if l.settings.Baseline != registrar || d.notice != "Opened “Whole”" || !slices.Equal(d.Crumbs(), []string{"Compare", "Whole"}) {
		t.Errorf("baseline %s, notice %q, crumbs %q", l.settings.Baseline, d.notice, d.Crumbs())
	}
	d.undo()
	if !slices.Equal(l.pins, pins) || l.settings.Baseline != informatics {
		t.Errorf("undone: %v from %s", l.pins, l.settings.Baseline)
	}

	d.tap("Kept comparisons")
	d.press("Open Half gone")
	if diff := cmp.Diff([]nextrole.Code{manager, officer}, l.pins); diff != "" {
		t.Errorf("Half gone (−want +got):\n%s", diff)
	}
	if want := "Opened “Half gone” without 99-0001.00: no longer in the library"; d.notice != want {
		t.Errorf("notice %q, want %q", d.notice, want)
	}
	d.tap("Kept comparisons")
	d.press("Open All gone")
	if !strings.Contains(d.notice, "cannot be opened") || len(l.pins) != 2 {
		t.Errorf("notice %q, pins %v", d.notice, l.pins)
	}
}

func TestRenameAndDelete(t *testing.T) {
	l := newLibrary()
	first := nextrole.Comparison{Name: "First", Roles: []nextrole.Code{registrar, manager}, Saved: day}
	second := nextrole.Comparison{Name: "Second", Roles: []nextrole.Code{registrar, officer}, Saved: day}
	l.kept = []nextrole.Comparison{first, second}
	d := show(t, wide, l) // also where nothing is pinned
	d.tap("Kept comparisons")
	d.press("Rename First")
	d.retype("Third")
	d.key(fyne.KeyReturn)
	renamed := first
	renamed.Name = "Third"
	if diff := cmp.Diff([]nextrole.Comparison{second, renamed}, d.session.Comparisons()); diff != "" {
		t.Errorf("renamed (−want +got):\n%s", diff)
	}
	d.undo()
	d.tap("Kept comparisons")
	d.press("Rename First")
	d.key(fyne.KeyReturn) // the same name
	d.tap("Kept comparisons")
	d.press("Rename First")
	d.retype("Second")
	d.key(fyne.KeyReturn)
	d.press("Replace it")
	d.wantNames("renamed over another one", "Second")
	d.undo()
	d.tap("Kept comparisons")
	d.press("Delete First")
	d.wantNames("deleted", "Second")
	if d.notice != "Deleted “First”" {
		t.Errorf("notice %q", d.notice)
	}
	d.undo()
	if diff := cmp.Diff([]nextrole.Comparison{first, second}, d.session.Comparisons()); diff != "" {
		t.Errorf("all undone (−want +got):\n%s", diff)
	}
}

func TestExport(t *testing.T) {
	d := show(t, wide, newLibrary(registrar, informatics))
	d.letter('d') // files have all rows, whatever is shown
	for range 2 {
		d.Export()
		if d.focused() != "CSV, for a spreadsheet…" {
			t.Fatalf("the keyboard is on %q", d.focused())
		}
		if len(d.saved) == 1 {
			d.key(fyne.KeyDown)
		}
		d.key(fyne.KeyReturn)
	}
	if len(d.saved) != 2 || d.saved[0].Ext != ".csv" || d.saved[1].Ext != ".md" || d.saved[0].Name != "Comparison of 2 roles" {
		t.Fatalf("saved %+v", d.saved)
	}
	content, err := d.saved[0].Make()
	if err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(string(content), "\ufeff")
	lines, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || !marked {
		t.Fatalf("CSV: %v, told to be UTF-8: %v", err, marked)
	}
	if !slices.ContainsFunc(lines, func(line []string) bool { return line[1] == "openings" }) {
		t.Error("a row that is the same for all is left out")
	}
	if content, err := d.saved[1].Make(); err != nil || !strings.HasPrefix(string(content), "# Comparison of 2 roles\n") {
		t.Errorf("Markdown: %q (%v)", content, err)
	}
	d.Export()
	d.choose("Copy as text")
	if copied := fyne.CurrentApp().Clipboard().Content(); !strings.HasPrefix(copied, "A  29-9021.00") || !strings.Contains(copied, "Scores: AIJRI.") {
		t.Errorf("copied %q", copied)
	}
	if d.notice != "Copied the comparison as text" {
		t.Errorf("notice %q", d.notice)
	}
	d.Keep()
	d.retype("Mine")
	d.key(fyne.KeyReturn)
	d.Export()
	d.key(fyne.KeyReturn)
	if got := d.saved[2].Name; got != "Mine" {
		t.Errorf("a comparison that is kept is saved as %q", got)
	}
}

// There is nothing to keep or export where there is nothing to compare, and a
// key that was pressed for it is answered.
func TestNothingToKeepOrExport(t *testing.T) {
	d := show(t, wide, newLibrary(registrar))
	d.Export()
	if d.popup() != "" || !strings.HasPrefix(d.notice, "Nothing to export yet") {
		t.Errorf("export: %q, notice %q", d.popup(), d.notice)
	}
	d.Keep()
	if d.popup() != "" || !strings.HasPrefix(d.notice, "Nothing to keep yet") {
		t.Errorf("keep: %q, notice %q", d.popup(), d.notice)
	}
	if d.says("Export") || d.says("Comparisons") {
		t.Error("controls that can do nothing are shown")
	}
}

// same reports whether two pictures have the same pixels.
func same(a, b image.Image) bool {
	return bytes.Equal(a.(*image.NRGBA).Pix, b.(*image.NRGBA).Pix)
}

// drag moves the pointer from the middle of a head over so many columns.
func (d *desk) drag(label string, columns float32) fyne.Draggable {
	d.t.Helper()
	var head fyne.Draggable
	visit(d.Content(), func(o fyne.CanvasObject) {
		a, named := o.(fyne.Accessible)
		if h, ok := o.(fyne.Draggable); ok && named && strings.HasPrefix(a.AccessibilityLabel(), label) {
			head = h
		}
	})
	if head == nil {
		d.t.Fatalf("nothing that can be dragged is labeled %q", label)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(head.(fyne.CanvasObject))
	width := head.(fyne.CanvasObject).Size().Width
	const steps = 4
	for i := range steps {
		e := &fyne.DragEvent{}
		e.AbsolutePosition = at.AddXY(width/2+columns*width*float32(i+1)/steps, 10)
		head.Dragged(e)
	}
	return head
}

func TestDragAColumn(t *testing.T) {
	all := []nextrole.Code{registrar, informatics, manager, officer}
	for _, test := range []struct {
		label   string
		columns float32
		want    []nextrole.Code
	}{
		{"A, ", 2, []nextrole.Code{informatics, manager, registrar, officer}},
		{"A, ", 9, []nextrole.Code{informatics, manager, officer, registrar}},
		{"D, ", -3, []nextrole.Code{officer, registrar, informatics, manager}},
		{"C, ", -0.2, all},
	} {
		l := newLibrary(all...)
		d := show(t, wide, l)
		before := d.window.Canvas().Capture()
		head := d.drag(test.label, test.columns)
		if same(before, d.window.Canvas().Capture()) {
			t.Errorf("%s: nothing shows that it is dragged", test.label)
		}
		if diff := cmp.Diff(all, l.pins); diff != "" {
			t.Errorf("%s moves before it is let go (−want +got):\n%s", test.label, diff)
		}
		head.DragEnd()
		if diff := cmp.Diff(test.want, l.pins); diff != "" {
			t.Errorf("%s by %v (−want +got):\n%s", test.label, test.columns, diff)
		}
	}
}

func TestDragGivenUp(t *testing.T) {
	l := newLibrary(registrar, informatics, manager)
	d := show(t, wide, l)
	before := d.window.Canvas().Capture()
	d.drag("A, ", 2)
	d.key(fyne.KeyEscape)
	if !same(before, d.window.Canvas().Capture()) {
		t.Error("after Esc it still looks dragged")
	}
	d.drag("A, ", 1).DragEnd()
	if diff := cmp.Diff([]nextrole.Code{registrar, informatics, manager}, l.pins); diff != "" {
		t.Errorf("after Esc (−want +got):\n%s", diff)
	}
	d.drag("A, ", 1).DragEnd()
	if diff := cmp.Diff([]nextrole.Code{informatics, registrar, manager}, l.pins); diff != "" {
		t.Errorf("the next time (−want +got):\n%s", diff)
	}
}

// In a narrow window the columns move on while one is held at their edge.
func TestDragBeyondTheEdge(t *testing.T) {
	l := newLibrary(registrar, informatics, manager, officer)
	d := show(t, fyne.NewSize(661, 423), l)
	for range 12 {
		d.drag("A, ", 4)
	}
	d.drag("A, ", 4).DragEnd()
	if diff := cmp.Diff([]nextrole.Code{informatics, manager, officer, registrar}, l.pins); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
}

// The keyboard brings a comparison into view where there are more than fit.
func TestManyAreKept(t *testing.T) {
	l := newLibrary(registrar, informatics)
	for r := 'a'; r <= 'z'; r++ {
		l.kept = append(l.kept, nextrole.Comparison{Name: string(r), Roles: []nextrole.Code{registrar, manager}, Saved: day})
	}
	for _, size := range []fyne.Size{wide, fyne.NewSize(661, 423)} {
		d := show(t, size, l)
		d.tap("Kept comparisons")
		seen := func() {
			t.Helper()
			o := d.window.Canvas().Focused().(fyne.CanvasObject)
			y := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
			if y < 40 || y+o.Size().Height > size.Height-60 {
				t.Errorf("%v: %q is at %v to %v", size, d.focused(), y, y+o.Size().Height)
			}
		}
		for range 30 {
			d.key(fyne.KeyDown)
			seen()
		}
		if d.focused() != "Open z" {
			t.Errorf("%v: the keyboard is on %q", size, d.focused())
		}
		for d.focused() != "Open a" {
			d.window.Canvas().FocusPrevious()
			seen()
		}
		d.key(fyne.KeyEscape)
		if d.popup() != "" || d.focused() != "Kept comparisons" {
			t.Errorf("after Esc the keyboard is on %q", d.focused())
		}
	}
}
