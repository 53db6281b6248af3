package explore_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/page/explore"
	"nextrole/ui/route"
	"nextrole/ui/session"
	"nextrole/ui/uitest"
	"nextrole/ui/widget"
)

// desk is the page in a window, with what it asked of the window.
type desk struct {
	*uitest.Stage
	*explore.Page

	library *uitest.Library
	session *session.Session
	went    []route.Route
	pinned  []nextrole.Code // asked to be pinned or unpinned
}

// show shows the page over a window that pins as long as there is room.
func show(t *testing.T, l *uitest.Library, size fyne.Size) *desk {
	t.Helper()
	d := &desk{Stage: uitest.NewStage(t), library: l, session: l.Open(t)}
	tips := widget.NewTips()
	d.Page = explore.New(page.Desk{
		Session: d.session, Tips: tips, Window: d.Window,
		Go:  func(r route.Route) { d.went = append(d.went, r) },
		Pin: d.pin,
	})
	here := route.Route{Page: route.Explore}
	d.session.Listen(func() { d.Show(here) })
	d.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { d.Key(e.Name) })
	d.Canvas().SetOnTypedRune(func(r rune) { d.Rune(r) })
	d.Window.SetContent(layout.NewLayers(d.Content(), tips))
	d.Window.Resize(size)
	d.Show(here)
	d.Focus()
	return d
}

func (d *desk) pin(c nextrole.Code) {
	d.pinned = append(d.pinned, c)
	if d.session.Pinned(c) {
		d.session.Unpin(c)
	} else if err := d.session.Pin(c); err != nil && err != session.ErrFull {
		panic(err)
	}
}

func TestTypeAndEnterOpensTheRole(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	d.Write("registrar")
	if d.Previewed() != uitest.Registrar || !d.Says("Two kinds of work share this occupation") {
		t.Fatalf("the pane shows %s", d.Previewed())
	}
	if d.library.Choices.Query != "registrar" {
		t.Errorf("the search %q is kept", d.library.Choices.Query)
	}
	d.Press(fyne.KeyReturn)
	if diff := cmp.Diff([]route.Route{route.ToRole(uitest.Registrar)}, d.went); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
}

func TestArrowsMoveAndPreview(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	d.Write("health")
	var want []nextrole.Code
	for _, hit := range d.session.Search("health") {
		want = append(want, hit.Code)
	}
	if d.Previewed() != want[0] {
		t.Errorf("at first the pane shows %s, want %s", d.Previewed(), want[0])
	}
	for i, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyPageUp} {
		d.Press(key)
		at := []int{1, 2, 1, 0, 0, 8, 0}[i]
		r, _ := d.session.Role(want[at])
		if d.Previewed() != want[at] || !d.Says(r.Summary) {
			t.Errorf("%s leads to %s, want %s", key, d.Previewed(), want[at])
		}
	}
	d.Press(fyne.KeyDown, fyne.KeyEnter)
	if diff := cmp.Diff([]route.Route{route.ToRole(want[1])}, d.went); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
}

func TestEscapeClears(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	all := fmt.Sprintf("%d roles", len(d.library.Set.Roles))
	d.Write("registrar")
	if !d.Says("Esc to clear") || d.Says(all) {
		t.Fatalf("before: %q", d.Stage.Page())
	}
	d.Press(fyne.KeyEscape)
	if d.Says("Esc to clear") || !d.Says(all) || d.library.Choices.Query != "" {
		t.Errorf("after Escape: %q", d.Stage.Page())
	}
	d.Write("coder")
	if d.library.Choices.Query != "coder" {
		t.Errorf("the search goes on as %q", d.library.Choices.Query)
	}
}

// P is a letter in the entry and pins elsewhere.
func TestPinByKey(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	d.Write("p")
	if len(d.pinned) != 0 || d.library.Choices.Query != "p" {
		t.Fatalf("in the entry P pins %v and searches %q", d.pinned, d.library.Choices.Query)
	}
	d.Press(fyne.KeyBackspace)
	d.Write("registrar")
	d.TabTo("Pay") // a chip
	d.Write("p")
	d.Focus()
	d.Press(fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab, fyne.KeyTab) // past the chips, into the list
	d.Write("P")
	d.Press(fyne.KeySpace)
	d.Click("Open role")
	d.Write("p")
	if diff := cmp.Diff(slices.Repeat([]nextrole.Code{uitest.Registrar}, 4), d.pinned); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	if diff := cmp.Diff([]route.Route{route.ToRole(uitest.Registrar)}, d.went); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
}

// Where there is nothing to choose, P pins nothing.
func TestNothingToPin(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	d.Write("xyzzy")
	if !d.Says("No roles match “xyzzy”") {
		t.Fatalf("nothing found is not told: %q", d.Stage.Page())
	}
	d.Canvas().Unfocus()
	d.Write("p")
	d.Press(fyne.KeyReturn, fyne.KeyDown)
	if len(d.pinned) != 0 || len(d.went) != 0 {
		t.Errorf("pinned %v, went to %v", d.pinned, d.went)
	}
}

func TestSuggestionIsTaken(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	d.Write("registry zookeeper")
	d.Click("Search “registry”")
	if d.library.Choices.Query != "registry" || d.Says("No roles match") {
		t.Errorf("searches %q: %q", d.library.Choices.Query, d.Stage.Page())
	}
	d.Write("x") // the keyboard is in the entry, at the end
	if d.library.Choices.Query != "registryx" {
		t.Errorf("typing goes on as %q", d.library.Choices.Query)
	}
}

// The menu of a chip has counts, stays open while one chooses, and gives the
// keyboard back.
func TestChips(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	d.TabTo("Zone")
	d.Press(fyne.KeyReturn)
	n := zones(t, d.library)
	want := []string{
		"Red, high exposure", strconv.Itoa(n[nextrole.Red]), "Yellow, mixed", strconv.Itoa(n[nextrole.Yellow]),
		"Green, resistant", strconv.Itoa(n[nextrole.Green]), "Not scored", strconv.Itoa(n[nextrole.ZoneNone]),
	}
	if diff := cmp.Diff(want, d.Popup()); diff != "" {
		t.Fatalf("menu −want +got:\n%s", diff)
	}
	d.Press(fyne.KeySpace)
	if diff := cmp.Diff(append(want, "Any"), d.Popup()); diff != "" {
		t.Fatalf("chosen −want +got:\n%s", diff)
	}
	if !d.Says(fmt.Sprintf("%d roles", n[nextrole.Red])) || !d.Says("Clear filters") {
		t.Errorf("Red: %q", d.Stage.Page())
	}
	d.Press(fyne.KeyDown, fyne.KeyReturn)
	if !d.Says(fmt.Sprintf("%d roles", n[nextrole.Red]+n[nextrole.Yellow])) || d.Said() != "Yellow, mixed" {
		t.Errorf("the keyboard is on %q: %q", d.Said(), d.Stage.Page())
	}
	d.Press(fyne.KeyEscape)
	if d.Popup() != nil || d.Said() != "Zone Red, Yellow" {
		t.Errorf("after Escape the keyboard is on %q below %q", d.Said(), d.Popup())
	}
	d.Click("Clear filters")
	if !d.Says(fmt.Sprintf("%d roles", len(d.library.Set.Roles))) || d.Says("Clear filters") || slices.Contains(d.Stage.Page(), "Zone Red, Yellow") {
		t.Errorf("cleared: %q", d.Stage.Page())
	}
	d.Write("x")
	if d.library.Choices.Query != "x" {
		t.Errorf("after clearing, typing searches %q", d.library.Choices.Query)
	}
}

func TestAny(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	d.Click("Growth")
	d.Click("Fewer jobs")
	d.Click("Any")
	if slices.Contains(d.Popup(), "Any") || !d.Says(fmt.Sprintf("%d roles", len(d.library.Set.Roles))) {
		t.Errorf("any: %q", d.Popup())
	}
}

// A filter that leaves nothing says so, and can be taken back.
func TestNothingPasses(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	d.Write("registrar")
	d.Click("Zone")
	d.Click("Green, resistant")
	d.Press(fyne.KeyEscape)
	if !d.Says("No role passes these filters") || d.Says("Open role") {
		t.Fatalf("nothing: %q", d.Stage.Page())
	}
	d.TabTo("Clear filters")
	d.Press(fyne.KeySpace)
	if d.Previewed() != uitest.Registrar || d.Says("No role passes") || !d.Says("Open role") {
		t.Errorf("cleared: %q", d.Stage.Page())
	}
}

var six = []nextrole.Code{"11-3012.00", "11-3021.00", "11-3031.00", "11-3131.00", "11-9111.00", "11-9121.01"}

// When all pins are in use the page asks the window all the same, which asks
// for a swap.
func TestSeventhPin(t *testing.T) {
	l := uitest.NewLibrary(t)
	l.Pinned = six
	d := show(t, l, uitest.Wide)
	d.Write("registrar")
	d.Tap("Pin")
	if diff := cmp.Diff([]nextrole.Code{uitest.Registrar}, d.pinned); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	if diff := cmp.Diff(six, d.session.Pins()); diff != "" {
		t.Errorf("pins −want +got:\n%s", diff)
	}
}

func TestTray(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	if !d.Says("Pinned 0 of 6") || !d.Says("Pin roles with P") || d.Says("Compare 0") {
		t.Errorf("empty: %q", d.Stage.Page())
	}
	d.session.SetPins([]nextrole.Code{uitest.Registrar})
	if !d.Says("Pinned 1 of 6") || !d.Says("Pin one more to compare") || d.Says("Compare 1") {
		t.Errorf("one: %q", d.Stage.Page())
	}
	d.session.SetPins([]nextrole.Code{uitest.Registrar, uitest.Informatics})
	d.TabTo("Open Health Informatics Specialists")
	if !d.Says("AIJRI 42.8, editors’ draft") {
		t.Errorf("the card of a draft does not say so: %q", d.Stage.Page())
	}
	d.Press(fyne.KeyReturn)
	d.Click("Compare 2")
	if diff := cmp.Diff([]route.Route{route.ToRole(uitest.Informatics), {Page: route.Compare}}, d.went); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
}

// Unpinning takes the card away, and another Space does not pin again.
func TestUnpinFromTheTray(t *testing.T) {
	l := uitest.NewLibrary(t)
	l.Pinned = six[:3]
	d := show(t, l, uitest.Wide)
	r, _ := d.session.Role(six[1])
	d.TabTo("Unpin " + r.Title)
	d.Press(fyne.KeySpace, fyne.KeySpace)
	if diff := cmp.Diff([]nextrole.Code{six[0], six[2]}, d.session.Pins()); diff != "" {
		t.Errorf("−want +got:\n%s", diff)
	}
	if !d.Says("Pinned 2 of 6") {
		t.Errorf("the card stays: %q", d.Stage.Page())
	}
}

func TestClickOnARow(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Wide)
	r, _ := d.session.Role("11-9199.02")
	d.Click(r.Title)
	if d.Previewed() != "11-9199.02" || len(d.went) != 0 {
		t.Errorf("the pane shows %s; went to %v", d.Previewed(), d.went)
	}
}

func TestTheLastSearchIsKept(t *testing.T) {
	l := uitest.NewLibrary(t)
	l.Choices.Query = "registrar"
	d := show(t, l, uitest.Wide)
	if d.Previewed() != uitest.Registrar || !d.Says("best match first") {
		t.Errorf("at the start the pane shows %s", d.Previewed())
	}
	d.Search()
	d.Write("c")
	if l.Choices.Query != "c" {
		t.Errorf("Ctrl+F and a letter search %q", l.Choices.Query)
	}
}

// states are what the page can look like.
var states = map[string]func(d *desk){
	"all":      func(*desk) {},
	"query":    func(d *desk) { d.Find("health") },
	"end":      func(d *desk) { d.Press(fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyPageDown) },
	"nothing":  func(d *desk) { d.Find("registry zookeeper " + strings.Repeat("more", 20)) },
	"six pins": func(d *desk) { d.session.SetPins(six) },
	"filters": func(d *desk) {
		for _, click := range [][]string{
			{"Zone", "Not scored", "Yellow, mixed"},
			{"Family", "Records, coding and registry", "Clinical bridges and research"},
			{"Pay", "$50,000 to $75,000", "$100,000 and over"},
		} {
			for _, words := range click {
				d.Click(words)
			}
			d.Press(fyne.KeyEscape)
		}
	},
}

// At every size no words are cut, run over an edge or stand over others, and
// Tab leads to nothing outside of the window. Titles and reasons in the list
// end in an ellipsis where they must; the role’s page has them in full.
func TestWholeAtEverySize(t *testing.T) {
	for _, size := range []fyne.Size{uitest.Wide, uitest.Least, uitest.Narrow} {
		for name, bring := range states {
			t.Run(fmt.Sprintf("%v %s", size.Width, name), func(t *testing.T) {
				d := show(t, uitest.NewLibrary(t), size)
				bring(d)
				may := func(words string) bool {
					return strings.Contains(words, "-") && strings.Contains(words, " · ") || slices.ContainsFunc(d.library.Set.Roles, func(r nextrole.Role) bool { return r.Title == words })
				}
				if flaws := d.Flaws(d.Canvas().Content(), may); len(flaws) > 0 {
					t.Error(strings.Join(flaws, "\n"))
				}
				if lost := d.Lost(); len(lost) > 0 {
					t.Errorf("Tab leads out of the window: %q", lost)
				}
			})
		}
	}
}

// Every role's preview is whole.
func TestPreviewsAreWhole(t *testing.T) {
	for _, size := range []fyne.Size{uitest.Wide, uitest.Least} {
		d := show(t, uitest.NewLibrary(t), size)
		for range d.library.Set.Roles {
			if flaws := d.Flaws(d.PreviewPane(), func(string) bool { return false }); len(flaws) > 0 {
				t.Errorf("%v %s:\n%s", size.Width, d.Previewed(), strings.Join(flaws, "\n"))
			}
			d.Press(fyne.KeyDown)
		}
	}
}
