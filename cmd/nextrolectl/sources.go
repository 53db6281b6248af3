package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/internal/changes"
	"nextrole/store"
)

// listSources lists all sources; what was imported says from which files.
func listSources(s *session) error {
	imports, err := s.library.Imports()
	if err != nil {
		return err
	}
	own := map[nextrole.SourceID]bool{}
	for _, i := range imports {
		own[i.Source.ID] = true
	}
	var given []nextrole.Source
	for id, source := range s.sources {
		if !own[id] {
			given = append(given, source)
		}
	}
	slices.SortFunc(given, func(a, b nextrole.Source) int { return cmp.Compare(a.ID, b.ID) })
	if s.json {
		return s.writeJSON(struct {
			Imported []nextrole.Import `json:"imported"`
			Starter  []nextrole.Source `json:"starter"`
		}{list(imports), list(given)})
	}
	var t table
	for _, i := range imports {
		t = append(t, []string{string(i.Source.ID), i.Source.Short, i.Source.License, count(i.Rows(), "row"), "imported " + i.At.Local().Format("2006-01-02 15:04")})
	}
	for _, g := range given {
		t = append(t, []string{string(g.ID), g.Short, g.License, "", "with NextRole"})
	}
	t.write(s.out)
	return nil
}

func checkSource(_ options, args []string) error {
	if args[0] != "remove" {
		return badUse("source knows remove, and not %q", args[0])
	}
	return nil
}

// changeSource removes an imported source.
func changeSource(s *session) error {
	id := nextrole.SourceID(s.args[1])
	if _, starter := s.sources[id]; starter {
		imports, err := s.library.Imports()
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(imports, func(i nextrole.Import) bool { return i.Source.ID == id }) {
			return fmt.Errorf("%s comes with NextRole and stays; only what was imported can be removed", id)
		}
	}
	if err := s.library.RemoveImport(id); err != nil {
		return err
	}
	if s.json {
		return s.writeJSON(struct {
			Removed nextrole.SourceID `json:"removed"`
		}{id})
	}
	fmt.Fprintf(s.out, "Removed %s. Your pins, notes and assessments stay.\n", id)
	return nil
}

// figures lists all figures of a role, with which is shown and which disagree.
func figures(s *session) error {
	r, err := s.role(s.args[0])
	if err != nil {
		return err
	}
	type figure struct {
		nextrole.Figure
		Shown    bool `json:"shown"`
		Conflict bool `json:"conflict"`
	}
	conflicts := nextrole.Conflicts(r.Figures)
	var all []figure
	for _, f := range r.Figures {
		best, ok := nextrole.Shown(r.Figures, f.Kind)
		all = append(all, figure{f, ok && best == f, slices.ContainsFunc(conflicts, func(c nextrole.Conflict) bool { return c.A == f || c.B == f })})
	}
	slices.SortStableFunc(all, func(a, b figure) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Place, b.Place), cmp.Compare(b.Period.Year(), a.Period.Year()))
	})
	if s.json {
		return s.writeJSON(list(all))
	}
	fmt.Fprintf(s.out, "%s %s\n", r.Code, r.Title)
	var t table
	for _, f := range all {
		value := "not given"
		if f.Value != nil {
			value = number(*f.Value)
		}
		var marks []string
		if f.Shown {
			marks = append(marks, "shown")
		}
		if f.Conflict {
			marks = append(marks, "sources disagree")
		}
		if f.Parent != "" {
			marks = append(marks, "of all "+string(f.Parent))
		}
		if f.Industry != "" {
			marks = append(marks, f.Industry)
		}
		t = append(t, []string{string(f.Kind), value, f.Unit, f.Period.String(), f.Place, s.sourceName(f.Source), strings.Join(marks, ", ")})
	}
	t.write(s.out)
	return nil
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// listChanges says what changed between two releases that were imported.
func listChanges(s *session) error {
	imports, err := s.library.Imports()
	if err != nil {
		return err
	}
	from, err := release(imports, s.args[0])
	if err != nil {
		return err
	}
	to, err := release(imports, s.args[1])
	if err != nil {
		return err
	}
	c, err := changes.Between(s.library, from, to)
	if err != nil {
		return err
	}
	if s.json {
		return s.writeJSON(c)
	}
	s.writeChanges(c)
	return nil
}

// release finds an import by the id of its source, or by its short name.
func release(imports []nextrole.Import, named string) (nextrole.Import, error) {
	var ids []string
	for _, i := range imports {
		if string(i.Source.ID) == named || strings.EqualFold(i.Source.Short, named) {
			return i, nil
		}
		ids = append(ids, string(i.Source.ID))
	}
	if len(ids) == 0 {
		return nextrole.Import{}, errors.New("nothing has been imported yet; nextrolectl import PATH does that")
	}
	return nextrole.Import{}, fmt.Errorf("no import has the id %q; there are: %s", named, strings.Join(ids, ", "))
}

func (s *session) writeChanges(c changes.Changes) {
	fmt.Fprintf(s.out, "From %s to %s\n", c.From.Title, c.To.Title)
	for _, n := range c.Added {
		fmt.Fprintf(s.out, "  Added:   %s %s\n", n.Code, n.Title)
	}
	for _, n := range c.Retired {
		fmt.Fprintf(s.out, "  Retired: %s %s\n", n.Code, n.Title)
	}
	for _, r := range c.Renamed {
		fmt.Fprintf(s.out, "  Renamed: %s from %s to %s\n", r.Code, r.Was, r.Is)
	}
	for _, z := range c.Zones {
		fmt.Fprintf(s.out, "  Job zone: %s %s from %s to %s\n", z.Code, z.Title, z.Was, z.Is)
	}
	for _, t := range c.Tasks {
		fmt.Fprintf(s.out, "  Tasks:   %s %s: %d added, %d removed, %d reworded\n", t.Code, t.Title, len(t.Added), len(t.Removed), len(t.Reworded))
	}
	for _, f := range c.Figures {
		fmt.Fprintf(s.out, "  Figure:  %s %s, %s %s: %s, was %s\n", f.Code, f.Title, f.Is.Kind, f.Is.Period, number(*f.Is.Value), number(*f.Was.Value))
	}
	if len(c.Compared) == 0 {
		fmt.Fprintln(s.out, "They have no table in common, so that nothing can be compared.")
		return
	}
	fmt.Fprintf(s.out, "%d occupations added, %d retired, %d renamed; %d job zones and the tasks of %d occupations changed; %d figures differ.\n",
		len(c.Added), len(c.Retired), len(c.Renamed), len(c.Zones), len(c.Tasks), len(c.Figures))
	paragraph(s.out, "Compared: "+strings.Join(c.Compared, ", ")+".", "  ")
	if len(c.Only) > 0 {
		paragraph(s.out, "Only one of them has: "+strings.Join(c.Only, ", ")+".", "  ")
	}
}

var _ changes.Library = (*store.Library)(nil)
