package own_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/source/document"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/page/role/own"
	"nextrole/ui/session"
	"nextrole/ui/uitest"
	"nextrole/ui/widget"
)

// desk is the part in a window, with what it asked of the window.
type desk struct {
	*uitest.Stage
	*own.Part

	t       *testing.T
	library *uitest.Library
	session *session.Session
	trouble []string
	notices []string
	action  func() // of the last notice
	saved   page.File
	asked   page.Pick
	panels  []string
}

func show(t *testing.T, l *uitest.Library, c nextrole.Code) *desk {
	t.Helper()
	d := &desk{Stage: uitest.NewStage(t), t: t, library: l, session: l.Open(t)}
	tips := widget.NewTips()
	d.Part = own.New(page.Desk{
		Session: d.session, Tips: tips, Window: d.Window,
		Problem: func(text string) { d.trouble = append(d.trouble, text) },
		Notice:  func(text, _ string, f func()) { d.notices, d.action = append(d.notices, text), f },
		Save:    func(f page.File) { d.saved = f },
		Ask:     func(p page.Pick) { d.asked = p },
		Panel:   func(title string, _ fyne.CanvasObject) { d.panels = append(d.panels, title) },
	}, widget.NewSegments(2, func(int) {}, "Assessment", "My week", "My assessments"))
	d.Window.SetContent(layout.NewLayers(d.Content(), tips))
	d.Window.Resize(uitest.Wide)
	r, ok := d.session.Role(c)
	if !ok {
		t.Fatal("no role")
	}
	d.Show(r)
	return d
}

// now is the assessment as the library has it.
func (d *desk) now() nextrole.Assessment {
	d.t.Helper()
	if len(d.library.Made) != 1 {
		d.t.Fatalf("the library has %d assessments", len(d.library.Made))
	}
	for _, w := range d.library.Made {
		return w.Now()
	}
	panic("unreachable")
}

// selectAll marks what is in the field, as Ctrl+A does.
func (d *desk) selectAll() {
	d.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
}

func opened(t *testing.T) *desk {
	t.Helper()
	l := uitest.NewLibrary(t)
	l.Make(t, uitest.Registrar)
	return show(t, l, uitest.Registrar)
}

func TestStart(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Unscored)
	if !d.Says("Score this role yourself") {
		t.Fatalf("%q", d.Page())
	}
	d.TabTo("Start: From nothing. One task that is all of the work, for you to divide.")
	d.Press(fyne.KeyReturn)
	if a := d.now(); len(a.Inputs.Tasks) != 1 || a.Author != "Me" || d.Said() != "Author" {
		t.Errorf("%+v; the keyboard is on %q", a, d.Said())
	}
	d.selectAll()
	d.Write("Ana")
	d.Press(fyne.KeyReturn)
	if d.now().Author != "Ana" {
		t.Errorf("by %s", d.now().Author)
	}
	d.action() // undo of the start
	if len(d.library.Made) != 0 || !d.Says("Score this role yourself") {
		t.Error("the start is not undone")
	}
	d.action() // and of that
	if d.now().Author != "Ana" {
		t.Error("what was deleted is not back")
	}
}

func TestTaskForm(t *testing.T) {
	d := opened(t)
	before := d.now()
	name := before.Inputs.Tasks[0].Name
	d.TabTo(name + ": change its words")
	d.Press(fyne.KeyReturn)
	d.selectAll()
	d.Write(" Build  systems ")
	d.TabTo("Share of the time in percent")
	d.selectAll()
	d.Write("lots")
	d.TabTo("Done")
	d.Press(fyne.KeyReturn)
	if !strings.Contains(strings.Join(d.Popup(), "\n"), "Type the share of the time in percent") || d.now().Inputs.Tasks[0].Name != name {
		t.Errorf("%q", d.Popup())
	}
	d.TabTo("Share of the time in percent")
	d.selectAll()
	d.Write("20")
	d.TabTo("How much of it can AI do?, 3")
	d.Write("2")
	d.TabTo("Done, next one")
	d.Press(fyne.KeyReturn)
	task := d.now().Inputs.Tasks[0]
	if task.Name != "Build systems" || task.Score != 2 || task.Share != 2000 || task.Short != before.Inputs.Tasks[0].Short {
		t.Errorf("%+v", task)
	}
	if !strings.Contains(strings.Join(d.Popup(), "\n"), "Task 2") {
		t.Errorf("not at the next one: %q", d.Popup())
	}
	d.TabTo("Remove the task")
	d.Press(fyne.KeyReturn)
	if n := len(d.now().Inputs.Tasks); n != len(before.Inputs.Tasks)-1 || !d.Says("80% of the time: 20% is missing") {
		t.Errorf("%d tasks are left", n)
	}
	d.TabTo("Make it 100%")
	d.Press(fyne.KeyReturn)
	if !d.Says("100% of the time") {
		t.Error("it is not 100%")
	}
	d.Undo()
	d.Undo()
	if n := len(d.now().Inputs.Tasks); n != len(before.Inputs.Tasks) {
		t.Errorf("undone there are %d tasks", n)
	}
}

func TestTheOnlyTaskStays(t *testing.T) {
	d := show(t, uitest.NewLibrary(t), uitest.Unscored)
	d.TabTo("Start: From nothing. One task that is all of the work, for you to divide.")
	d.Press(fyne.KeyReturn)
	d.TabTo("All of the work: change its words")
	d.Press(fyne.KeyReturn)
	d.TabTo("Remove the task")
	d.Press(fyne.KeyReturn)
	if len(d.now().Inputs.Tasks) != 1 || !strings.Contains(strings.Join(d.Popup(), "\n"), "This is the only task") {
		t.Errorf("%q", d.Popup())
	}
	d.Press(fyne.KeyEscape)
	if d.Popup() != nil {
		t.Error("Escape does not leave the form")
	}
}

// A fact that speaks for another rating is added, changed and removed, beside a task
// and beside any other rating.
func TestCounterEvidence(t *testing.T) {
	d := opened(t)
	for _, at := range []struct {
		name string
		of   func() []nextrole.Counter
	}{
		{d.now().Inputs.Tasks[1].Name + ": change its words", func() []nextrole.Counter { return d.now().Inputs.Tasks[1].Counter }},
		{"Physical presence: change its reason", func() []nextrole.Counter { return d.now().Inputs.Barriers[1].Counter }},
	} {
		d.TabTo(at.name)
		d.Press(fyne.KeyReturn)
		d.TabTo("Add a fact that speaks for another rating…")
		d.Press(fyne.KeyReturn)
		d.Write("Seen in May 2026")
		d.TabTo("Done")
		d.Press(fyne.KeyReturn)
		if len(at.of()) != 0 || !strings.Contains(strings.Join(d.Popup(), "\n"), "Say where it is from") {
			t.Errorf("%s: a fact without a source: %+v", at.name, at.of())
		}
		d.TabTo("Where it is from")
		d.Write("Own visit")
		d.TabTo("Done")
		d.Press(fyne.KeyReturn)
		if list := at.of(); len(list) != 1 || list[0].Fact != "Seen in May 2026" || list[0].Source != "Own visit" {
			t.Errorf("%s: %+v", at.name, list)
		}
		d.TabTo(at.name)
		d.Press(fyne.KeyReturn)
		for !strings.HasPrefix(d.Said(), "Change: Seen in May 2026. This speaks for ") {
			d.Press(fyne.KeyTab)
		}
		d.Press(fyne.KeyReturn)
		d.TabTo("Remove it")
		d.Press(fyne.KeyReturn)
		if len(at.of()) != 0 {
			t.Errorf("%s: not removed: %+v", at.name, at.of())
		}
	}
}

func TestAnotherScore(t *testing.T) {
	d := opened(t)
	d.TabTo("Give another score…")
	d.Press(fyne.KeyReturn)
	d.Write("27.5")
	d.TabTo("Done")
	d.Press(fyne.KeyReturn)
	if d.now().Override != nil || !strings.Contains(strings.Join(d.Popup(), "\n"), "needs a reason") {
		t.Errorf("%q", d.Popup())
	}
	d.TabTo("Reason")
	d.Write("Half of us build systems.")
	d.TabTo("Done")
	d.Press(fyne.KeyReturn)
	if o := d.now().Override; o == nil || o.Score != 27.5 || !d.Says("27.5, and the formula’s is 20.9. Half of us build systems.") {
		t.Errorf("%+v", o)
	}
	d.TabTo("Use the formula’s")
	d.Press(fyne.KeyReturn)
	if d.now().Override != nil {
		t.Error("it is still there")
	}
}

func TestWrongShareIsPutBack(t *testing.T) {
	d := opened(t)
	task := d.now().Inputs.Tasks[0]
	d.TabTo(task.Name + ", share of time in percent")
	d.Write("many")
	d.Press(fyne.KeyReturn)
	if len(d.trouble) != 1 || d.now().Inputs.Tasks[0].Share != task.Share {
		t.Errorf("%q, %v", d.trouble, d.now().Inputs.Tasks[0].Share)
	}
	d.Press(fyne.KeyUp, fyne.KeyUp)
	if got := d.now().Inputs.Tasks[0].Share; got != task.Share+200 {
		t.Errorf("two steps up it is %v", got)
	}
}

// What is exported can be imported, as a version and as a start, and nothing of it is
// lost.
func TestExportAndImport(t *testing.T) {
	d := opened(t)
	d.Export()
	text, err := d.saved.Make()
	if err != nil || d.saved.Ext != ".md" {
		t.Fatalf("%s, %v", d.saved.Ext, err)
	}
	path := filepath.Join(t.TempDir(), "mine.md")
	text = []byte(strings.Replace(string(text), "| Author | Ana |", "| Author | Ben |", 1))
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	d.TabTo("Import a version…")
	d.Press(fyne.KeyReturn)
	d.asked.Done(path)
	if d.now().Author != "Ben" || len(d.trouble) > 0 {
		t.Errorf("by %s; %q", d.now().Author, d.trouble)
	}
	d.action()
	if d.now().Author != "Ana" {
		t.Error("the import is not undone")
	}
	for content, want := range map[string]string{
		"no assessment at all":            "no assessment that NextRole can read",
		other(text):                       "Open that role",
		strings.Repeat("x", 16<<20+1):     "which no assessment has",
		strings.ToUpper(string(text[:9])): "no assessment",
	} {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		d.trouble = nil
		d.asked.Done(path)
		if len(d.trouble) != 1 || !strings.Contains(d.trouble[0], want) || d.now().Author != "Ana" {
			t.Errorf("%.40q: %q", content, d.trouble)
		}
	}
	d.trouble = nil
	d.asked.Done(path + ".gone")
	if len(d.trouble) != 1 {
		t.Errorf("a file that is not there: %q", d.trouble)
	}
}

// other is a document about another role.
func other(text []byte) string {
	return strings.ReplaceAll(string(text), string(uitest.Registrar), string(uitest.Manager))
}

// What was remarked on a document is told, not swallowed.
func TestRemarksAreTold(t *testing.T) {
	d := opened(t)
	a, title := d.now(), "Registrars"
	text := string(document.Markdown(a, title)) + "\nAnd something of somebody’s own.\n"
	path := filepath.Join(t.TempDir(), "mine.md")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	d.TabTo("Start another")
	d.Press(fyne.KeyReturn)
	for !strings.HasPrefix(d.Said(), "Choose a file…") {
		d.Press(fyne.KeyTab)
	}
	d.Press(fyne.KeyReturn)
	d.asked.Done(path)
	if len(d.panels) != 1 || len(d.library.Made) != 2 {
		t.Errorf("%q, %d assessments, %q", d.panels, len(d.library.Made), d.trouble)
	}
}

func TestShowTheRoleWithIt(t *testing.T) {
	d := opened(t)
	d.TabTo("Show the role with it")
	d.Press(fyne.KeyReturn)
	if r, _ := d.session.Reading(uitest.Registrar); r.Status != nextrole.Own {
		t.Errorf("shown is what is %s", r.Status)
	}
	d.action()
	if r, _ := d.session.Reading(uitest.Registrar); r.Status != nextrole.Published {
		t.Errorf("undone, shown is what is %s", r.Status)
	}
	d.TabTo("Delete")
	d.Press(fyne.KeyReturn)
	if len(d.library.Made) != 0 {
		t.Error("it is still there")
	}
	d.action()
	if d.now().Author != "Ana" {
		t.Error("it is not back")
	}
}
