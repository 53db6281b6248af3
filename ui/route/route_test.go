package route_test

import (
	"testing"

	"pgregory.net/rapid"

	"nextrole"
	"nextrole/ui/route"
)

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		text string
		want route.Route
		ok   bool
	}{
		{"explore", route.Route{Page: route.Explore}, true},
		{"compare", route.Route{Page: route.Compare}, true},
		{"plan", route.Route{Page: route.Plan}, true},
		{"plan/29-9021.00", route.ToPlan("29-9021.00"), true},
		{text: "plan/"},
		{text: "plan/29-9021.00/tasks"},
		{"settings", route.Route{Page: route.Settings}, true},
		{"settings/credits", route.Route{Page: route.Settings, Tab: route.Credits}, true},
		{"settings/history", route.Route{Page: route.Settings, Tab: route.History}, true},
		{"method", route.Route{Page: route.Method}, true},
		{"method/range", route.Route{Page: route.Method, Tab: route.Range}, true},
		{"role/29-9021.00/summary", route.ToRole("29-9021.00"), true},
		{"role/NR-0001/tasks", route.Route{Page: route.Role, Code: "NR-0001", Tab: route.Tasks}, true},
		{text: ""},
		{text: "/"},
		{text: "welcome"}, // no place to come back to
		{text: "Explore"},
		{text: "explore/"},
		{text: "explore/29-9021.00"},
		{text: "compare/29-9021.00/tasks"},
		{text: "settings/"},
		{text: "settings/range"},
		{text: "settings/credits/"},
		{text: "method/credits"},
		{text: "role"},
		{text: "role/29-9021.00"},
		{text: "role/29-9021.00/"},
		{text: "role/29-9021.00/pathways"},
		{text: "role/29-9021.00/tasks/"},
		{text: "role//summary"},
		{text: " explore"},
		{text: "teach/overview"}, // of a later version
	} {
		got, ok := route.Parse(tt.text)
		if got != tt.want || ok != tt.ok {
			t.Errorf("%q is %+v, %v, want %+v, %v", tt.text, got, ok, tt.want, tt.ok)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := route.Route{Page: rapid.SampledFrom([]route.Page{route.Explore, route.Compare, route.Role, route.Settings, route.Method}).Draw(t, "page")}
		switch r.Page {
		case route.Settings:
			r.Tab = rapid.SampledFrom([]route.Tab{"", route.History, route.Credits}).Draw(t, "part")
		case route.Method:
			r.Tab = rapid.SampledFrom([]route.Tab{"", route.Range}).Draw(t, "part")
		}
		if r.Page == route.Role {
			r.Code = nextrole.Code(rapid.StringMatching(`[0-9]{2}-[0-9]{4}\.[0-9]{2}|NR-[0-9]{4}`).Draw(t, "code"))
			r.Tab = rapid.SampledFrom(route.Tabs()).Draw(t, "tab")
		}
		if got, ok := route.Parse(r.String()); !ok || got != r {
			t.Errorf("%+v is written %q and read as %+v, %v", r, r, got, ok)
		}
	})
}

// Whatever Parse accepts is written the same again, and what it refuses is nothing.
func TestJunk(t *testing.T) {
	part := rapid.SampledFrom([]string{"role", "explore", "compare", "welcome", "settings", "method", "credits", "range", "summary", "tasks", "29-9021.00", "", "/", "//", "é", "\n"})
	rapid.Check(t, func(t *rapid.T) {
		text := ""
		for range rapid.IntRange(0, 6).Draw(t, "parts") {
			text += part.Draw(t, "part") + rapid.SampledFrom([]string{"", "/"}).Draw(t, "slash")
		}
		r, ok := route.Parse(text)
		if ok && r.String() != text || !ok && r != (route.Route{}) {
			t.Errorf("%q is %+v, %v", text, r, ok)
		}
	})
}
