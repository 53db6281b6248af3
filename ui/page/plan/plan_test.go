package plan

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/transition"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/route"
	"nextrole/ui/session"
	"nextrole/ui/uitest"
	"nextrole/ui/widget"
)

func ready(t *testing.T, c nextrole.Code) *model {
	t.Helper()
	s := uitest.NewLibrary(t).Open(t)
	m, ok := newModel(s, c)
	if !ok {
		t.Fatalf("there is no %s", c)
	}
	s.Moves(func(moves *session.Moves, err error) {
		if err != nil {
			t.Fatal(err)
		}
		m.moves = moves
	})
	m.find()
	return m
}

func (m *model) row(t *testing.T, c nextrole.Code) row {
	t.Helper()
	i := slices.IndexFunc(m.rows, func(r row) bool { return r.match.Code == c })
	if i < 0 {
		t.Fatalf("%s is not listed", c)
	}
	return m.rows[i]
}

func TestRows(t *testing.T) {
	m := ready(t, uitest.Registrar)
	if m.header() != "The 40 closest of 65 roles, the closest first" || m.stands() != "Red 20.9, published" {
		t.Errorf("%q, %q", m.header(), m.stands())
	}
	manager := m.row(t, uitest.Manager)
	if change, note := manager.score(); change != "+32.2" || note != "" {
		t.Errorf("score %s, %s", change, note)
	}
	if change, note := manager.pay(); change != "+$55,840" || note != "May 2025" {
		t.Errorf("pay %s, %s", change, note)
	}
	if manager.closeness() != "Viable" || manager.zone() != "+1" {
		t.Errorf("%s, %s", manager.closeness(), manager.zone())
	}
	informatics := m.row(t, uitest.Informatics)
	if change, note := informatics.pay(); change != "–" || note != "group pay" || informatics.closeness() != "Stretch" || informatics.zone() != "+2" {
		t.Errorf("pay %s, %s; %s", change, note, informatics.closeness())
	}
	if jobs, note := informatics.job(); jobs != "–" || note != "group only" {
		t.Errorf("jobs %s, %s", jobs, note)
	}
	if change, note := informatics.score(); change != "+21.9" || note != "not published" {
		t.Errorf("score %s, %s", change, note)
	}
	if p := informatics.parts(); p[1].value != "missing in one of the two" || p[0].value == p[1].value {
		t.Errorf("%v", p)
	}
	lines := strings.Join(m.lines(informatics), "\n")
	for _, want := range []string{"not known, pay of Health Informatics Specialists is known for its group 15-1211 only", "20.9 (published) to 42.8 (editors’ draft), +21.9. A higher score. Outside Red. Not both are published scores.", "Job zones: +2. It asks for much more preparation"} {
		if !strings.Contains(lines, want) {
			t.Errorf("it does not say %q:\n%s", want, lines)
		}
	}
	for _, n := range m.needs(informatics) {
		if strings.HasPrefix(n.title, "Work activities") && n.title != "Work activities: not known for both" {
			t.Error(n.title)
		}
	}
}

// In each order what is known comes from the most to the least, and then what is not.
func TestOrders(t *testing.T) {
	m := ready(t, uitest.Registrar)
	for o := range orders {
		m.order = order(o)
		m.find()
		for i := range m.rows[1:] {
			if m.key(m.rows[i]) < m.key(m.rows[i+1]) || m.rows[i].place != i+1 {
				t.Errorf("%s: %s stands before %s", orders[o].name, m.rows[i].match.Code, m.rows[i+1].match.Code)
			}
		}
		if !strings.HasSuffix(m.header(), orders[o].says) {
			t.Error(m.header())
		}
	}
	m.order = byCloseness
	before := m.rows[0].match.Code
	m.weights = transition.Weights{Titles: 1}
	m.find()
	if m.rows[0].match.Code == before && m.rows[1].match.Fit == 0 {
		t.Error("weights change nothing")
	}
}

func TestScatterShowsWhereThePersonIs(t *testing.T) {
	m := ready(t, uitest.Registrar)
	c := m.scatter(uitest.Manager)
	home, selected := 0, 0
	for _, p := range c.Points {
		if p.Home {
			home++
		}
		if p.Selected {
			selected++
		}
	}
	if home != 1 || selected != 1 {
		t.Errorf("%d at home, %d chosen", home, selected)
	}
}

// desk is the page in a window, with what it asked of the window.
type desk struct {
	*uitest.Stage
	*Page

	session *session.Session
	went    []route.Route
	trouble []string
	panels  []string
}

func show(t *testing.T, size fyne.Size, r route.Route) *desk {
	t.Helper()
	s := uitest.NewLibrary(t).Open(t)
	d := &desk{Stage: uitest.NewStage(t), session: s}
	tips := widget.NewTips()
	d.Page = New(page.Desk{
		Session: s, Tips: tips, Window: d.Window,
		Go:      func(r route.Route) { d.went = append(d.went, r) },
		Pin:     func(c nextrole.Code) { _ = s.Pin(c) },
		Problem: func(text string) { d.trouble = append(d.trouble, text) },
		Panel:   func(title string, _ fyne.CanvasObject) { d.panels = append(d.panels, title) },
	})
	d.Window.SetContent(layout.NewLayers(d.Content(), tips))
	d.Window.Resize(size)
	d.Show(r)
	d.Focus()
	return d
}

func TestByKeyboard(t *testing.T) {
	d := show(t, uitest.Wide, route.ToPlan(uitest.Registrar))
	first := d.model.rows[0].move.To.Title
	if !d.Says(first) || d.Said() != "Roles to move to" {
		t.Fatalf("the keyboard is on %q of %q", d.Said(), d.Stage.Page())
	}
	d.Press(fyne.KeyDown, fyne.KeyDown)
	if d.detail.code != d.model.rows[2].match.Code {
		t.Errorf("chosen is %s", d.detail.code)
	}
	d.Press(fyne.KeySpace)
	if !d.session.Pinned(d.detail.code) {
		t.Error("space does not pin")
	}
	d.Press(fyne.KeyReturn)
	if len(d.went) != 1 || d.went[0] != route.ToRole(d.model.rows[2].match.Code) {
		t.Errorf("went to %v", d.went)
	}
}

func TestWeightsMoveRows(t *testing.T) {
	d := show(t, uitest.Wide, route.ToPlan(uitest.Registrar))
	before := d.model.rows[0].match.Code
	for i := range d.weights[:2] {
		d.weights[i].Set(0)
	}
	d.onWeights()
	if d.model.rows[0].match.Code == before || len(d.trouble) > 0 {
		t.Errorf("titles alone: still %s first, %q", before, d.trouble)
	}
	d.weights[2].Set(0)
	d.onWeights()
	if len(d.trouble) != 1 || !strings.Contains(d.trouble[0], "all weights are 0") {
		t.Errorf("%q", d.trouble)
	}
}

// A role of which nothing but its titles is known has no place, and takes none.
func TestPlacesWithoutTitlesAlone(t *testing.T) {
	m := ready(t, uitest.Registrar)
	m.moves.Add(nextrole.Role{Occupation: nextrole.Occupation{Code: "99-0001.00", Title: m.from.Title}})
	near, _ := m.moves.Near(m.from.Code, m.weights)
	if near[0].Code != "99-0001.00" || !near[0].TitlesOnly() {
		t.Fatalf("the closest by title is %s", near[0].Code)
	}
	m.find()
	for i, r := range m.rows {
		if r.match.Rank != i+1 || r.place != i+1 {
			t.Errorf("%s is listed at %d as place %d of closeness", r.match.Code, r.place, r.match.Rank)
		}
	}
}

// Where only one of the two roles is scored, it is told which.
func TestNoScoreNow(t *testing.T) {
	m := ready(t, uitest.Unscored)
	for c, want := range map[nextrole.Code]string{uitest.Registrar: "no score now", "15-1299.03": "not scored"} {
		if change, note := m.row(t, c).score(); change != "–" || note != want {
			t.Errorf("%s: %s, %s", c, change, note)
		}
	}
}

// Staying is a plan too, where the present job has ratings.
func TestStay(t *testing.T) {
	d := show(t, uitest.Wide, route.ToPlan(uitest.Registrar))
	d.TabTo("Stay, and reshape my week")
	d.Press(fyne.KeyReturn)
	if want := (route.Route{Page: route.Role, Code: uitest.Registrar, Tab: route.Week}); len(d.went) != 1 || d.went[0] != want {
		t.Errorf("went to %v", d.went)
	}
	if d := show(t, uitest.Wide, route.ToPlan(uitest.Unscored)); d.Says("Stay, and reshape my week") {
		t.Error("a job without ratings can be reshaped")
	}
}

func TestFromNothing(t *testing.T) {
	d := show(t, uitest.Wide, route.Route{Page: route.Plan})
	if !d.Says("Which role do you start from?") || d.Key(fyne.KeyDown) || len(d.Crumbs()) != 1 {
		t.Errorf("%q", d.Stage.Page())
	}
	if d.Said() != "Explore roles" {
		t.Errorf("the keyboard is on %q", d.Said())
	}
	d.Press(fyne.KeyReturn)
	if len(d.went) != 1 || d.went[0].Page != route.Explore {
		t.Errorf("went to %v", d.went)
	}
}

// Where there is no room for the pane, Enter shows what a move takes.
func TestNarrow(t *testing.T) {
	d := show(t, uitest.Narrow, route.ToPlan(uitest.Registrar))
	d.Press(fyne.KeyReturn)
	if len(d.went) != 0 || len(d.panels) != 1 || d.panels[0] != d.model.rows[0].move.To.Title {
		t.Errorf("went to %v, %q", d.went, d.panels)
	}
}

// At every size no words are cut, run over an edge or stand over others.
func TestWholeAtEverySize(t *testing.T) {
	for _, size := range []fyne.Size{uitest.Wide, uitest.Least, uitest.Narrow} {
		for _, c := range []nextrole.Code{uitest.Registrar, uitest.Manager, uitest.Officer, ""} {
			d := show(t, size, route.Route{Page: route.Plan, Code: c})
			if flaws := d.Flaws(d.Canvas().Content(), func(string) bool { return false }); len(flaws) > 0 {
				t.Errorf("%v, %q: %s", size, c, strings.Join(flaws, "\n"))
			}
			if lost := d.Lost(); len(lost) > 0 {
				t.Errorf("%v, %q: Tab leads out of the window: %q", size, c, lost)
			}
		}
	}
}
