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
	Welcome  Page = "welcome"
	Explore  Page = "explore"
	Role     Page = "role"
	Compare  Page = "compare"
	Plan     Page = "plan" // moves from a role
	Library  Page = "library"
	Settings Page = "settings"
	Method   Page = "method" // how scores are made
)

// Tab is a part of a page: a tab of a role, or a place to begin reading.
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

// What the Tasks tab shows instead of the assessment.
const (
	Week Tab = "week" // the person's own week
	Own  Tab = "own"  // their own assessments
)

// Tabs lists the tabs in the order in which the page shows them.
func Tabs() []Tab { return []Tab{Summary, Tasks, Pay, Skills, Entry, Related, Sources} }

// The parts that others lead to; without one, a page is shown from its top.
const (
	History Tab = "history" // of Settings: what was said in this session
	Credits Tab = "credits" // of Settings
	Range   Tab = "range"   // of Method: how sure a score is
)

// Route is a place: a page, on the role page a role and a tab, on Plan the role that
// moves start from, if any, and on Settings and Method the part to begin with, if any.
type Route struct {
	Page Page
	Code nextrole.Code
	Tab  Tab
}

// ToPlan is where moves from a role are planned.
func ToPlan(c nextrole.Code) Route { return Route{Page: Plan, Code: c} }

// ToRole is the summary of a role.
func ToRole(c nextrole.Code) Route { return Route{Role, c, Summary} }

// String writes r as "explore", "settings/credits" or "role/29-9021.00/tasks".
func (r Route) String() string {
	switch {
	case r.Page == Role:
	case r.Page == Plan && r.Code != "":
		return string(r.Page) + "/" + string(r.Code)
	case r.Tab != "":
		return string(r.Page) + "/" + string(r.Tab)
	default:
		return string(r.Page)
	}
	return strings.Join([]string{string(r.Page), string(r.Code), string(r.Tab)}, "/")
}

// Parse reads what String wrote. It reports false for anything else, as a
// library of a later version may hold.
func Parse(s string) (Route, bool) {
	parts := strings.Split(s, "/")
	switch Page(parts[0]) {
	case Explore, Compare, Library:
		if len(parts) == 1 {
			return Route{Page: Page(parts[0])}, true
		}
	case Plan:
		switch {
		case len(parts) == 1:
			return Route{Page: Plan}, true
		case len(parts) == 2 && parts[1] != "":
			return Route{Page: Plan, Code: nextrole.Code(parts[1])}, true
		}
	case Settings, Method:
		if len(parts) == 1 {
			return Route{Page: Page(parts[0])}, true
		}
		if len(parts) == 2 && begins(Page(parts[0]), Tab(parts[1])) {
			return Route{Page: Page(parts[0]), Tab: Tab(parts[1])}, true
		}
	case Role:
		if len(parts) == 3 && parts[1] != "" && (slices.Contains(Tabs(), Tab(parts[2])) || Tab(parts[2]) == Week || Tab(parts[2]) == Own) {
			return Route{Role, nextrole.Code(parts[1]), Tab(parts[2])}, true
		}
	}
	return Route{}, false
}

// begins reports whether a page has a part that one can begin with.
func begins(p Page, t Tab) bool {
	return p == Settings && (t == History || t == Credits) || p == Method && t == Range
}
