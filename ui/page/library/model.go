// Package library is the page of what the library knows, where it came from and
// how old it is. Here a person imports what publishers hand out, answers what
// that leaves open, and removes it again.
package library

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nextrole"
)

// contents is what the page needs of the session.
type contents interface {
	Imports() []nextrole.Import
	Roles() []nextrole.Role
	Role(nextrole.Code) (nextrole.Role, bool)
	Sources() map[nextrole.SourceID]nextrole.Source
	Pins() []nextrole.Code
	Settings() nextrole.Settings
	ReadOnly() bool
}

// row is a source as the table shows it.
type row struct {
	id      nextrole.SourceID // empty for what was not imported
	name    string
	version string
	asOf    string
	license string
	records string
	state   state

	of nextrole.Import
}

// state is how a source stands, by icon and word.
type state int

const (
	ready state = iota
	superseded
	asks // its publisher states no license
	own
)

func (s state) words() (icon, word string) {
	switch s {
	case superseded:
		return "warn", "Older release"
	case asks:
		return "info", "Ask to share"
	case own:
		return "lock", "Private"
	}
	return "check", "Ready"
}

// rows lists what was imported, by publisher and then the newest first, and
// below what came with the program and what is the person's.
func rows(c contents) []row {
	imports := c.Imports()
	slices.SortStableFunc(imports, func(a, b nextrole.Import) int {
		if a.Source.Publisher != b.Source.Publisher {
			return cmp.Compare(a.Source.Publisher, b.Source.Publisher)
		}
		switch {
		case nextrole.NewerRelease(a.Source, b.Source):
			return -1
		case nextrole.NewerRelease(b.Source, a.Source):
			return 1
		}
		return cmp.Compare(a.Source.ID, b.Source.ID)
	})
	var list []row
	for _, i := range imports {
		list = append(list, importRow(i, imports))
	}
	starter := row{name: "Starter library", version: "NextRole " + nextrole.Version, asOf: "—", license: "Each its own", records: counted(starterRoles(c), "role"), state: ready}
	mine := row{name: "Your pins, notes and choices", version: "—", asOf: "now", license: "Yours", records: counted(len(c.Pins()), "pin"), state: own}
	return append(list, starter, mine)
}

func importRow(i nextrole.Import, all []nextrole.Import) row {
	r := row{
		id: i.Source.ID, of: i, name: brief(i.Source), version: cmp.Or(i.Source.Release, "undated"),
		asOf: "—", license: i.Source.License, state: ready,
	}
	if p := cmp.Or(i.Source.Period, nextrole.Period(i.Source.Release)); p.Valid() {
		r.asOf = p.String()
	}
	roles := 0
	for _, p := range i.Parts {
		roles = max(roles, p.Roles)
	}
	r.records = counted(roles, "role")
	if roles == 0 { // a crosswalk
		r.records = counted(i.Rows(), "row")
	}
	switch {
	case slices.ContainsFunc(all, func(o nextrole.Import) bool {
		return nextrole.SameSeries(o.Source, i.Source) && nextrole.NewerRelease(o.Source, i.Source)
	}):
		r.state = superseded
	case strings.HasPrefix(i.Source.License, "None"):
		r.state = asks
	}
	return r
}

// brief is the name of a source without its release and its subtitle; the details
// have it in full.
func brief(s nextrole.Source) string {
	name := s.Series()
	if !s.ID.OfDocument() {
		name, _, _ = strings.Cut(name, ":")
		name, _, _ = strings.Cut(name, ";")
	}
	return name
}

// outdated reports whether a later release of the same series was imported.
func outdated(i nextrole.Import, all []nextrole.Import) bool {
	return slices.ContainsFunc(all, func(o nextrole.Import) bool {
		return nextrole.SameSeries(o.Source, i.Source) && nextrole.NewerRelease(o.Source, i.Source)
	})
}

// older returns the releases before an import of the same series, the newest first.
func older(i nextrole.Import, all []nextrole.Import) []nextrole.Import {
	var list []nextrole.Import
	for _, o := range all {
		if nextrole.SameSeries(o.Source, i.Source) && nextrole.NewerRelease(i.Source, o.Source) {
			list = append(list, o)
		}
	}
	slices.SortFunc(list, func(a, b nextrole.Import) int {
		if nextrole.NewerRelease(a.Source, b.Source) {
			return -1
		}
		return 1
	})
	return list
}

func starterRoles(c contents) int {
	n := 0
	for _, r := range c.Roles() {
		if r.Family != nextrole.Beyond {
			n++
		}
	}
	return n
}

func counted(n int, of string) string {
	if n == 1 {
		return "1 " + of
	}
	return nextrole.Count(float64(n)) + " " + of + "s"
}

// subtitle says how much there is.
func subtitle(c contents) string {
	return fmt.Sprintf("%s, from %s", counted(len(c.Roles()), "role"), counted(len(c.Sources()), "source"))
}

// question is something that waits for the person.
type question struct {
	icon  string
	head  string
	text  string
	code  nextrole.Code // the role that it is about, to be opened
	first bool          // it is a decision rather than a note
}

// questions lists what sources disagree on, and what else to know.
func questions(c contents) []question {
	var list []question
	n, roles := 0, 0
	var example question
	for _, r := range c.Roles() {
		conflicts := nextrole.Conflicts(r.Figures)
		if len(conflicts) == 0 {
			continue
		}
		n += len(conflicts)
		if roles++; roles > 1 {
			continue
		}
		a, b := conflicts[0].A, conflicts[0].B
		example = question{code: r.Code, text: fmt.Sprintf("Such as %s, %s %s: %s by %s, %s by %s.", r.Title, kindName(a.Kind), a.Period,
			valueWords(a), short(c, a.Source), valueWords(b), short(c, b.Source))}
	}
	if n > 0 {
		example.icon, example.first = "warn", true
		example.head = fmt.Sprintf("Sources disagree on %s of %s", counted(n, "figure"), counted(roles, "role"))
		example.text += " Each stands on the role’s Pay & outlook, and there you say which one to use."
		list = append(list, example)
	}
	all := c.Imports()
	for _, i := range all {
		if before := older(i, all); len(before) > 0 && !outdated(i, all) {
			var names []string
			for _, b := range before {
				names = append(names, b.Source.Short)
			}
			list = append(list, question{
				icon: "info", head: i.Source.Short + " is shown, older releases are kept",
				text: strings.Join(names, "; ") + ". They answer what changed; see the menu of the newer one. Remove them if you do not need that.",
			})
		}
		if strings.HasPrefix(i.Source.License, "None") {
			list = append(list, question{icon: "info", head: i.Source.Short + " states no license", text: "Its figures are shown with credit. Ask its publisher before you pass them on."})
		}
		if len(i.Left) > 0 {
			list = append(list, question{icon: "info", head: counted(len(i.Left), "passage") + " of " + i.Source.Short + " not understood", text: "They are kept word for word; see its details."})
		}
	}
	return list
}

func short(c contents, id nextrole.SourceID) string {
	if s, ok := c.Sources()[id]; ok {
		return s.Short
	}
	return string(id)
}

// kindName names what a figure measures, within a sentence.
func kindName(k nextrole.Kind) string {
	switch k {
	case nextrole.PayMedian:
		return "median pay"
	case nextrole.PayMean:
		return "mean pay"
	case nextrole.Employment:
		return "jobs"
	case nextrole.Growth:
		return "growth"
	case nextrole.Openings:
		return "openings a year"
	}
	return strings.ReplaceAll(strings.TrimPrefix(string(k), "exposure."), ".", " ")
}

func valueWords(f nextrole.Figure) string {
	switch f.Unit {
	case "USD/year":
		return nextrole.Money(*f.Value)
	case "percent":
		return nextrole.SignedPercent(*f.Value)
	case "jobs", "jobs/year":
		return nextrole.Count(*f.Value)
	}
	return strconv.FormatFloat(*f.Value, 'f', -1, 64)
}

// change is an import as the list of recent ones shows it.
type change struct{ day, text string }

// recent lists the latest imports, the newest first.
func recent(c contents) []change {
	imports := c.Imports()
	slices.SortFunc(imports, func(a, b nextrole.Import) int { return b.At.Compare(a.At) })
	var list []change
	for _, i := range imports {
		const most = 6
		if len(list) == most {
			break
		}
		list = append(list, change{i.At.Local().Format("Mon Jan 2"), fmt.Sprintf("%s imported, %s rows", i.Source.Short, nextrole.Count(float64(i.Rows())))})
	}
	return list
}

// details are the lines about an import.
func details(i nextrole.Import) []string {
	list := []string{
		"Imported " + i.At.Local().Format("January 2, 2006, 3:04 PM") + ".",
		"License: " + i.Source.License + ".",
		i.Source.Credit,
	}
	if i.Source.Remark != "" {
		list = append(list, i.Source.Remark)
	}
	return list
}

// names joins the base names of paths for a sentence.
func names(paths []string) string {
	switch len(paths) {
	case 0:
		return ""
	case 1:
		return filepath.Base(paths[0])
	}
	return fmt.Sprintf("%s and %d more", filepath.Base(paths[0]), len(paths)-1)
}

// example is a role to open after an import: the one the person knows, one that
// is pinned, or the one that carries the field's name.
func example(c contents) (nextrole.Role, bool) {
	for _, code := range append([]nextrole.Code{c.Settings().Home}, append(c.Pins(), "15-1211.01")...) {
		if r, ok := c.Role(code); ok {
			return r, true
		}
	}
	return nextrole.Role{}, false
}
