// Package changes says what changed between two releases that were imported:
// occupations, their tasks, their job zones and their figures.
package changes

import (
	"cmp"
	"slices"
	"strings"

	"nextrole"
)

// Library is where what was imported is read from.
type Library interface {
	Imported(source nextrole.SourceID, part string) ([]nextrole.Role, error)
}

// Changes is what changed from one release to another. Only tables that both
// have are compared.
type Changes struct {
	From nextrole.Source `json:"from"`
	To   nextrole.Source `json:"to"`

	Compared []string `json:"compared"` // tables
	Only     []string `json:"only"`     // tables that one of them lacks: nothing is known of changes there

	Added   []Named   `json:"added"`   // occupations
	Retired []Named   `json:"retired"` // that the later one does not have
	Renamed []Renamed `json:"renamed"`
	Tasks   []Tasks   `json:"tasks"`
	Zones   []Zone    `json:"jobZones"`
	Figures []Figure  `json:"figures"`
}

// Named is an occupation.
type Named struct {
	Code  nextrole.Code `json:"code"`
	Title string        `json:"title"`
}

// Renamed is an occupation that has another title.
type Renamed struct {
	Code nextrole.Code `json:"code"`
	Was  string        `json:"was"`
	Is   string        `json:"is"`
}

// Tasks is what changed in the tasks of an occupation.
type Tasks struct {
	Named
	Added    []string   `json:"added,omitempty"`
	Removed  []string   `json:"removed,omitempty"`
	Reworded []Reworded `json:"reworded,omitempty"`
}

// Reworded is a task in other words.
type Reworded struct {
	ID  string `json:"id"`
	Was string `json:"was"`
	Is  string `json:"is"`
}

// Zone is a job zone that changed.
type Zone struct {
	Named
	Was string `json:"was"`
	Is  string `json:"is"`
}

// Figure is a figure that both have for the same period and place, and give
// otherwise.
type Figure struct {
	Named
	Was nextrole.Figure `json:"was"`
	Is  nextrole.Figure `json:"is"`
}

// Between compares two imports.
func Between(l Library, from, to nextrole.Import) (Changes, error) {
	c := Changes{
		From: from.Source, To: to.Source, Compared: []string{}, Only: []string{},
		Added: []Named{}, Retired: []Named{}, Renamed: []Renamed{}, Tasks: []Tasks{}, Zones: []Zone{}, Figures: []Figure{},
	}
	titles := map[nextrole.Code]string{}
	for _, name := range parts(from, to) {
		_, before := from.Part(name)
		_, after := to.Part(name)
		if !before || !after {
			c.Only = append(c.Only, name)
			continue
		}
		c.Compared = append(c.Compared, name)
		was, err := l.Imported(from.Source.ID, name)
		if err != nil {
			return Changes{}, err
		}
		is, err := l.Imported(to.Source.ID, name)
		if err != nil {
			return Changes{}, err
		}
		for _, r := range slices.Concat(was, is) {
			if r.Title != "" {
				titles[r.Code] = r.Title
			}
		}
		c.compare(was, is)
	}
	c.name(titles)
	return c, nil
}

// parts lists the tables of two imports that speak of occupations.
func parts(from, to nextrole.Import) []string {
	var names []string
	for _, p := range slices.Concat(from.Parts, to.Parts) {
		if p.Roles > 0 && !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
	}
	slices.Sort(names)
	return names
}

// compare compares what two tables say.
func (c *Changes) compare(was, is []nextrole.Role) {
	before := map[nextrole.Code]nextrole.Role{}
	for _, r := range was {
		before[r.Code] = r
	}
	for _, now := range is {
		old, there := before[now.Code]
		delete(before, now.Code)
		of := Named{now.Code, now.Title}
		switch {
		case !there && now.Title != "":
			c.Added = append(c.Added, of)
		case there && old.Title != now.Title && now.Title != "":
			c.Renamed = append(c.Renamed, Renamed{now.Code, old.Title, now.Title})
		}
		if there {
			c.compareRole(of, old, now)
		}
	}
	for _, old := range before {
		if old.Title != "" {
			c.Retired = append(c.Retired, Named{old.Code, old.Title})
		}
	}
}

func (c *Changes) compareRole(of Named, old, now nextrole.Role) {
	if old.JobZone != nil && now.JobZone != nil && old.JobZone.Value != now.JobZone.Value {
		c.Zones = append(c.Zones, Zone{of, old.JobZone.Value, now.JobZone.Value})
	}
	if old.Profile != nil && now.Profile != nil {
		if t, changed := tasks(old.Profile.Tasks, now.Profile.Tasks); changed {
			t.Named = of
			c.Tasks = append(c.Tasks, t)
		}
	}
	for _, f := range now.Figures {
		for _, g := range old.Figures {
			if len(nextrole.Conflicts([]nextrole.Figure{g, f})) > 0 {
				c.Figures = append(c.Figures, Figure{of, g, f})
			}
		}
	}
}

// tasks compares the tasks of an occupation, by their ids. Tables without the
// tasks' words are not compared.
func tasks(was, is []nextrole.RatedTask) (Tasks, bool) {
	var t Tasks
	before := map[string]string{}
	for _, task := range was {
		before[task.ID] = task.Text
	}
	for _, task := range is {
		old, there := before[task.ID]
		delete(before, task.ID)
		switch {
		case !there && task.Text != "":
			t.Added = append(t.Added, task.Text)
		case there && old != task.Text:
			t.Reworded = append(t.Reworded, Reworded{task.ID, old, task.Text})
		}
	}
	for _, task := range was {
		if text, left := before[task.ID]; left && text != "" {
			t.Removed = append(t.Removed, text)
		}
	}
	return t, len(t.Added)+len(t.Removed)+len(t.Reworded) > 0
}

// name gives each change the title of its occupation, and sorts by code.
func (c *Changes) name(titles map[nextrole.Code]string) {
	title := func(n *Named) { n.Title = cmp.Or(n.Title, titles[n.Code]) }
	for i := range c.Tasks {
		title(&c.Tasks[i].Named)
	}
	for i := range c.Zones {
		title(&c.Zones[i].Named)
	}
	for i := range c.Figures {
		title(&c.Figures[i].Named)
	}
	byCode := func(a, b Named) int { return strings.Compare(string(a.Code), string(b.Code)) }
	slices.SortFunc(c.Added, byCode)
	slices.SortFunc(c.Retired, byCode)
	slices.SortStableFunc(c.Tasks, func(a, b Tasks) int { return byCode(a.Named, b.Named) })
	slices.SortStableFunc(c.Figures, func(a, b Figure) int { return byCode(a.Named, b.Named) })
}
