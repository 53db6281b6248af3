package welcome_test

import (
	"fmt"
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/ui/page"
	"nextrole/ui/page/welcome"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

var (
	explore = route.Route{Page: route.Explore}
	sizes   = []fyne.Size{fyne.NewSize(1366, 840), fyne.NewSize(1024, 700), fyne.NewSize(733, 467), fyne.NewSize(2200, 1200)}
)

// bench is the page in a window, as the program shows it.
type bench struct {
	t      *testing.T
	page   *welcome.Page
	window fyne.Window
	kept   *library
	went   []route.Route
	left   int
}

func show(t *testing.T, settings nextrole.Settings, mode theme.Mode, size fyne.Size) *bench {
	t.Helper()
	app := test.NewApp()
	t.Cleanup(app.Quit)
	look, err := theme.New(mode)
	if err != nil {
		t.Fatal(err)
	}
	app.Settings().SetTheme(look)
	s, kept := open(t, settings)
	b := &bench{t: t, window: test.NewWindow(nil), kept: kept}
	t.Cleanup(b.window.Close)
	b.window.SetPadded(false)
	b.page = welcome.New(page.Desk{
		Session: s, Tips: widget.NewTips(), Window: b.window,
		Go: func(r route.Route) { b.went = append(b.went, r) }, Back: func() { b.left++ },
	})
	s.Listen(func() { b.page.Show(route.Route{Page: route.Welcome}) })
	b.window.SetContent(b.page.Content())
	b.window.Resize(size)
	b.canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { b.page.Key(e.Name) })
	b.canvas().SetOnTypedRune(func(r rune) { b.page.Rune(r) })
	b.page.Show(route.Route{Page: route.Welcome})
	b.page.Focus()
	return b
}

func start(t *testing.T, settings nextrole.Settings) *bench {
	t.Helper()
	return show(t, settings, theme.Light, sizes[0])
}

func (b *bench) canvas() fyne.Canvas { return b.window.Canvas() }

// press presses keys on what has the keyboard.
func (b *bench) press(keys ...fyne.KeyName) {
	b.t.Helper()
	for _, key := range keys {
		focused := b.canvas().Focused()
		switch {
		case key == fyne.KeyTab:
			b.canvas().FocusNext()
		case focused == nil:
			b.t.Fatalf("nothing has the keyboard for %s", key)
		default:
			focused.TypedKey(&fyne.KeyEvent{Name: key})
			if key == fyne.KeySpace {
				b.canvas().Focused().TypedRune(' ')
			}
		}
	}
}

// write types letters; each goes to what has the keyboard then.
func (b *bench) write(text string) {
	b.t.Helper()
	for _, r := range text {
		b.canvas().Focused().TypedRune(r)
	}
}

// objects returns all that is visible, from back to front.
func (b *bench) objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		all = append(all, o)
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
	walk(b.window.Content())
	return all
}

// texts returns the words on the page.
func (b *bench) texts() []string {
	var texts []string
	for _, o := range b.objects() {
		if text, ok := o.(*widget.Text); ok && text.String() != "" {
			texts = append(texts, text.String())
		}
	}
	return texts
}

func (b *bench) says(text string) bool {
	return slices.ContainsFunc(b.texts(), func(s string) bool { return strings.Contains(s, text) })
}

// click presses on the middle of the words.
func (b *bench) click(text string) {
	b.t.Helper()
	for _, o := range b.objects() {
		if words, ok := o.(*widget.Text); ok && words.String() == text {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(words)
			test.TapCanvas(b.canvas(), at.AddXY(words.Size().Width/2, words.Size().Height/2))
			return
		}
	}
	b.t.Fatalf("%q is not on the page: %q", text, b.texts())
}

// expect checks where the person went and what is kept.
func (b *bench) expect(to route.Route, audience nextrole.Audience, home nextrole.Code) {
	b.t.Helper()
	if d := cmp.Diff([]route.Route{to}, b.went); d != "" {
		b.t.Errorf("went: −want +got\n%s", d)
	}
	want := b.kept.settings
	want.Welcomed, want.Audience, want.Home = true, audience, home
	if d := cmp.Diff(want, b.kept.settings); d != "" {
		b.t.Errorf("kept: −want +got\n%s", d)
	}
}

func TestTypeAndEnterOpensTheRole(t *testing.T) {
	b := start(t, nextrole.Settings{})
	b.write("cancer regis")
	if len(b.went) > 0 || b.kept.saved > 0 {
		t.Fatal("something happened before Enter")
	}
	b.press(fyne.KeyReturn)
	if !b.says("Open my role") || !b.says("Explore all roles") || !b.says("Chosen") {
		t.Errorf("a chosen role is not told: %q", b.texts())
	}
	b.press(fyne.KeyReturn)
	b.expect(route.ToRole(registrar), nextrole.Worker, registrar)
}

func TestEnterAloneLeadsThrough(t *testing.T) {
	b := start(t, nextrole.Settings{})
	for range 5 {
		if len(b.went) == 0 {
			b.press(fyne.KeyReturn)
		}
	}
	b.expect(explore, nextrole.Worker, "")
}

func TestArrowsChooseWhoExplores(t *testing.T) {
	tests := []struct {
		keys []fyne.KeyName
		want nextrole.Audience
	}{
		{[]fyne.KeyName{fyne.KeyRight}, nextrole.Advisor},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown}, nextrole.Instructor},
		{[]fyne.KeyName{fyne.KeyLeft}, nextrole.Instructor},
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeyUp}, nextrole.Worker},
	}
	for _, tt := range tests {
		b := start(t, nextrole.Settings{})
		b.press(tt.keys...)
		b.press(fyne.KeySpace, fyne.KeyReturn, fyne.KeyReturn)
		b.expect(explore, tt.want, "")
	}
}

func TestMouseAlone(t *testing.T) {
	b := start(t, nextrole.Settings{})
	b.click("I advise others")
	b.write("coder")
	for _, role := range b.kept.set.Roles {
		if role.Code == "29-2072.00" {
			b.click(role.Title)
		}
	}
	if !b.says("Open this role") {
		t.Errorf("no role is chosen: %q", b.texts())
	}
	b.click("Explore all roles")
	b.expect(explore, nextrole.Advisor, "29-2072.00")
}

func TestSkipLeavesTheRoleEmpty(t *testing.T) {
	b := start(t, nextrole.Settings{Home: registrar})
	b.click("Skip, I’m studying or between jobs")
	b.expect(explore, nextrole.Worker, "")
}

func TestDownShowsMoreResults(t *testing.T) {
	b := start(t, nextrole.Settings{})
	b.write("health")
	s := over(t, b.kept)
	fifth, _ := s.Role(s.Search("health")[4].Code)
	if b.says(fifth.Title) {
		t.Fatalf("%s is shown at once", fifth.Title)
	}
	b.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyReturn)
	b.expect(route.ToRole(fifth.Code), nextrole.Worker, fifth.Code)
}

func TestShowMoreResultsByMouse(t *testing.T) {
	b := start(t, nextrole.Settings{})
	b.write("health")
	s := over(t, b.kept)
	b.click(fmt.Sprintf("Show %d more", len(s.Search("health"))-4))
	for _, hit := range s.Search("health") {
		if r, _ := s.Role(hit.Code); !b.says(r.Title) {
			t.Errorf("%s is missing", r.Title)
		}
	}
}

func TestNothingFoundOffersAnotherSearch(t *testing.T) {
	for _, how := range []string{"key", "mouse"} {
		t.Run(how, func(t *testing.T) {
			b := start(t, nextrole.Settings{})
			b.write("registry zookeeper")
			if !b.says("No role here goes by “registry zookeeper” yet.") {
				t.Errorf("nothing found is not told: %q", b.texts())
			}
			if how == "key" {
				b.press(fyne.KeyReturn)
			} else {
				b.click("Search for “registry”")
			}
			if b.says("No role here goes by") || !b.says("matches") {
				t.Errorf("the suggestion is not taken: %q", b.texts())
			}
		})
	}
}

func TestReplacingAChosenRole(t *testing.T) {
	b := start(t, nextrole.Settings{})
	b.write("registrar")
	b.press(fyne.KeyReturn)
	b.write("29-2072")
	b.press(fyne.KeyReturn, fyne.KeyReturn)
	b.expect(route.ToRole("29-2072.00"), nextrole.Worker, "29-2072.00")
}

// The letters typed after the field was emptied are all there: Fyne keeps a
// selection over a change of text.
func TestTypingAfterEscape(t *testing.T) {
	b := start(t, nextrole.Settings{})
	b.write("registrar")
	b.press(fyne.KeyReturn, fyne.KeyEscape)
	b.write("29-2072")
	b.press(fyne.KeyReturn, fyne.KeyReturn)
	b.expect(route.ToRole("29-2072.00"), nextrole.Worker, "29-2072.00")
}

func TestReopenedItShowsTheChoicesAndCanBeLeft(t *testing.T) {
	settings := nextrole.Settings{Welcomed: true, Audience: nextrole.Advisor, Home: registrar}
	b := start(t, settings)
	if !b.says("Open this role") || !b.says("Chosen") {
		t.Errorf("the choices are not shown: %q", b.texts())
	}
	b.press(fyne.KeyRight)
	b.write("coder")
	b.press(fyne.KeyReturn, fyne.KeyEscape)
	if b.left != 0 || !b.says("Chosen") {
		t.Errorf("the first Escape takes back what is not kept: left %d times, %q", b.left, b.texts())
	}
	b.press(fyne.KeyEscape)
	if b.left != 1 || b.kept.saved != 0 {
		t.Errorf("left %d times and saved %d times, want 1 and 0", b.left, b.kept.saved)
	}
	b.click("Back, without changes")
	if b.left != 2 || b.kept.saved != 0 {
		t.Errorf("left %d times and saved %d times, want 2 and 0", b.left, b.kept.saved)
	}
}

func TestTheFirstTimeThereIsNothingToGoBackTo(t *testing.T) {
	b := start(t, nextrole.Settings{})
	b.write("coder")
	b.press(fyne.KeyEscape, fyne.KeyEscape, fyne.KeyEscape)
	if b.left != 0 || b.says("Back, without changes") {
		t.Error("the page can be left before it was finished")
	}
	if b.says("matches") {
		t.Error("Escape does not clear the search")
	}
}

// What a score means is there before any color of one: no zone's color is on
// the page, whatever is typed.
func TestNoZoneBesideARole(t *testing.T) {
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		b := show(t, nextrole.Settings{}, mode, sizes[0])
		b.write("registrar")
		b.press(fyne.KeyReturn)
		var zones []color.Color
		for _, z := range []nextrole.Zone{nextrole.Red, nextrole.Yellow, nextrole.Green} {
			zones = append(zones, theme.Color(theme.ZoneText(z)), theme.Color(theme.ZoneSolid(z)), theme.Color(theme.ZoneTint(z)))
		}
		picture := b.canvas().Capture()
		found := map[color.Color]bool{}
		for y := range picture.Bounds().Dy() {
			for x := range picture.Bounds().Dx() {
				found[color.NRGBAModel.Convert(picture.At(x, y))] = true
			}
		}
		if !found[color.NRGBAModel.Convert(theme.Color(theme.Accent))] {
			t.Fatal("the picture does not even have the accent")
		}
		for _, z := range zones {
			if found[color.NRGBAModel.Convert(z)] {
				t.Errorf("%s: the color %v of a zone is on the page", mode, z)
			}
		}
		for _, text := range []string{"it describes the typical job", "no forecast of job loss", "opinions", "a range shows"} {
			if !slices.ContainsFunc(b.texts(), func(s string) bool { return strings.Contains(strings.ToLower(s), text) }) {
				t.Errorf("the page does not say %q", text)
			}
		}
	}
}

// states are what the page can look like.
var states = map[string]func(b *bench){
	"start":   func(*bench) {},
	"results": func(b *bench) { b.write("health") },
	"all": func(b *bench) {
		b.write("health")
		b.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	},
	"chosen":  func(b *bench) { b.write("registrar"); b.press(fyne.KeyReturn) },
	"nothing": func(b *bench) { b.write("registry zookeeper and " + strings.Repeat("more", 30)) },
}

// At each size no words are cut or run over an edge, and Tab shows each control
// in turn, whole.
func TestWholeAtEverySize(t *testing.T) {
	for _, size := range sizes {
		for name, bring := range states {
			for _, settings := range []nextrole.Settings{{}, {Welcomed: true}} {
				t.Run(fmt.Sprintf("%v %s %v", size.Width, name, settings.Welcomed), func(t *testing.T) {
					b := show(t, settings, theme.Light, size)
					bring(b)
					b.checkTexts(t, size)
					b.checkFocus(t, size)
				})
			}
		}
	}
}

func (b *bench) checkTexts(t *testing.T, size fyne.Size) {
	t.Helper()
	for _, o := range b.objects() {
		text, ok := o.(*widget.Text)
		if !ok || text.String() == "" {
			continue
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(text)
		if at.X < 0 || at.X+text.Size().Width > size.Width {
			t.Errorf("%q is from %v to %v", text.String(), at.X, at.X+text.Size().Width)
		}
		if !text.Wrap && text.MinSize().Width > text.Size().Width+0.5 {
			t.Errorf("%q is cut: %v of %v", text.String(), text.Size().Width, text.MinSize().Width)
		}
		if need := text.HeightFor(text.Size().Width); need > text.Size().Height+0.5 {
			t.Errorf("%q is %v high and needs %v", text.String(), text.Size().Height, need)
		}
	}
}

func (b *bench) checkFocus(t *testing.T, size fyne.Size) {
	t.Helper()
	var seen []fyne.Focusable
	for range 12 {
		b.canvas().FocusNext()
		focused := b.canvas().Focused()
		if slices.Contains(seen, focused) {
			break
		}
		seen = append(seen, focused)
		o := focused.(fyne.CanvasObject)
		top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
		if top < 0 || top+o.Size().Height > size.Height {
			t.Errorf("%T has the keyboard from %v to %v, outside of the window", focused, top, top+o.Size().Height)
		}
	}
	if len(seen) < 4 { // who, skip, role, start
		t.Errorf("Tab reaches %d controls", len(seen))
	}
}
