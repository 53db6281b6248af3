package ui

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/assess"
	table "nextrole/internal/compare"
	"nextrole/ui/page"
	"nextrole/ui/route"
	"nextrole/ui/session"
	"nextrole/ui/task"
	"nextrole/ui/theme"
)

// tourRoles are compared on the tour, as in the README: a registrar and three
// roles to go to.
var tourRoles = []nextrole.Code{"29-9021.00", "15-1211.01", "13-1041.00", "11-9111.00"}

// stop is one picture of the tour.
type stop struct {
	name  string
	route route.Route
	mode  theme.Mode
	query string
}

func tourStops() []stop {
	role := tourRoles[0]
	tab := func(t route.Tab) route.Route { return route.Route{Page: route.Role, Code: role, Tab: t} }
	return []stop{
		{"first-run", route.Route{Page: route.Welcome}, theme.Light, ""},
		{"explore", route.Route{Page: route.Explore}, theme.Light, "health info"},
		{"role-summary", route.ToRole(role), theme.Light, ""},
		{"role-tasks", tab(route.Tasks), theme.Light, ""},
		{"role-tasks-dark", tab(route.Tasks), theme.Dark, ""},
		{"role-week", tab(route.Week), theme.Light, ""},
		{"role-pay", tab(route.Pay), theme.Light, ""},
		{"role-skills", tab(route.Skills), theme.Light, ""},
		{"role-entry", tab(route.Entry), theme.Light, ""},
		{"role-related", tab(route.Related), theme.Light, ""},
		{"role-sources", tab(route.Sources), theme.Light, ""},
		{"compare", route.Route{Page: route.Compare}, theme.Light, ""},
		{"plan", route.ToPlan(role), theme.Light, ""},
		{"method", route.Route{Page: route.Method}, theme.Light, ""},
		{"library", route.Route{Page: route.Library}, theme.Light, ""},
		{"settings", route.Route{Page: route.Settings}, theme.Light, ""},
		{"role-own", tab(route.Own), theme.Light, ""},
	}
}

// Tour does the main job without a window: it draws the main screens into a
// folder, writes the comparison as text beside them, and says where they are.
func Tour(a fyne.App, folder string, open func(folder string) (session.Library, func() error, error)) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fmt.Errorf("the folder for the tour cannot be made: %w", err)
	}
	temp, err := os.MkdirTemp("", "nextrole-tour-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	library, closeLibrary, err := open(temp)
	if err != nil {
		return err
	}
	defer closeLibrary()
	for _, stop := range tourStops() {
		if err := draw(a, library, stop, filepath.Join(folder, stop.name+".png")); err != nil {
			return err
		}
	}
	return writeComparison(library, filepath.Join(folder, "compare.txt"))
}

// draw shows a stop in a window of its own, since only a driver with a screen
// carries a change of theme to what is there already.
func draw(a fyne.App, library session.Library, to stop, file string) error {
	s, err := session.Open(library, task.Inline{})
	if err != nil {
		return err
	}
	if to.route.Page != route.Welcome {
		s.SetPins(tourRoles)
	}
	t, err := theme.New(to.mode)
	if err != nil {
		return err
	}
	a.Settings().SetTheme(t)
	w := a.NewWindow("NextRole")
	w.SetPadded(false)
	win := New(w, s)
	w.Resize(fyne.NewSize(designWidth, designHeight))
	w.Show()
	defer w.Close()
	if to.route.Tab == route.Own {
		if err := disagree(s, to.route.Code); err != nil {
			return err
		}
	}
	win.Go(to.route)
	if finder, ok := win.page(to.route.Page).(page.Finder); ok && to.query != "" {
		finder.Find(to.query)
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	if err := png.Encode(f, w.Canvas().Capture()); err != nil {
		f.Close()
		return err
	}
	fmt.Println(file)
	return f.Close()
}

// disagree begins an assessment of a role from a copy of the one it is shown with,
// and sees its first barrier otherwise, so that there is something to show.
func disagree(s *session.Session, c nextrole.Code) error {
	reading, _ := s.Reading(c)
	a, err := assess.FromCopy(reading.Assessment)
	if err != nil {
		return err
	}
	w := s.BeginWork(a, "Started from a copy")
	now := w.Now().Clone()
	barrier := &now.Inputs.Barriers[0]
	barrier.Value = min(barrier.Value+1, 2)
	s.KeepWork(w.Amend(now, s.Now()))
	return nil
}

// writeComparison writes the pinned roles side by side as text.
func writeComparison(library session.Library, file string) error {
	s, err := session.Open(library, task.Inline{})
	if err != nil {
		return err
	}
	var roles []nextrole.Role
	for _, c := range s.Pins() {
		if r, ok := s.Role(c); ok {
			roles = append(roles, r)
		}
	}
	t, err := table.Of(roles, table.Options{Choices: s.Settings().Shown, Sources: s.Sources()})
	if err != nil {
		return err
	}
	if err := os.WriteFile(file, []byte(t.Text()), 0o644); err != nil {
		return err
	}
	fmt.Println(file)
	return nil
}
