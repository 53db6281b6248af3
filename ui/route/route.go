// Package route names the places of the window. A [Route] is a comparable
// value, so that history is a list of them and the last one can be kept.
package route

import (
	"slices"
	"strings"

	"nextrole"
)

// Page is one of the window's pages.
type Page string

// The pages.
const (
	Welcome Page = "welcome"
	Explore Page = "explore"
	Role    Page = "role"
	Compare Page = "compare"
)

// Tab is a part of the role page.
type Tab string

// The tabs of the role page, in order.
const (
	Summary Tab = "summary"
	Tasks   Tab = "tasks"
	Pay     Tab = "pay"
	Skills  Tab = "skills"
	Entry   Tab = "entry"
	Related Tab = "related"
	Sources Tab = "sources"
)

// Tabs lists the tabs in the order in which the page shows them.
func Tabs() []Tab { return []Tab{Summary, Tasks, Pay, Skills, Entry, Related, Sources} }

// Route is a place: a page, and on the role page a role and a tab.
type Route struct {
	Page Page
	Code nextrole.Code
	Tab  Tab
}

// ToRole is the summary of a role.
func ToRole(c nextrole.Code) Route { return Route{Role, c, Summary} }

// String writes r as "explore" or "role/29-9021.00/tasks".
func (r Route) String() string {
	if r.Page != Role {
		return string(r.Page)
	}
	return strings.Join([]string{string(r.Page), string(r.Code), string(r.Tab)}, "/")
}

// Parse reads what String wrote. It reports false for anything else, as a
// library of a later version may hold.
func Parse(s string) (Route, bool) {
	parts := strings.Split(s, "/")
	switch Page(parts[0]) {
	case Explore, Compare:
		if len(parts) == 1 {
			return Route{Page: Page(parts[0])}, true
		}
	case Role:
		if len(parts) == 3 && parts[1] != "" && slices.Contains(Tabs(), Tab(parts[2])) {
			return Route{Role, nextrole.Code(parts[1]), Tab(parts[2])}, true
		}
	}
	return Route{}, false
}
