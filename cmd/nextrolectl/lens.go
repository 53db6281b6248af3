package main

import (
	"fmt"

	"nextrole"
	"nextrole/internal/lens"
)

// viewJSON is what one lens says of a role, in JSON.
type viewJSON struct {
	Lens     string            `json:"lens"`
	Name     string            `json:"name"`
	Measures string            `json:"measures"`
	High     string            `json:"high"` // what a high value means
	Value    *float64          `json:"value"`
	Category string            `json:"category,omitempty"`
	Unit     string            `json:"unit,omitempty"`
	AsOf     string            `json:"asOf"`
	Source   nextrole.SourceID `json:"source"`
	Group    nextrole.SOC      `json:"group,omitempty"`
	Status   nextrole.Status   `json:"status,omitempty"`
	Place    *float64          `json:"place"` // null where it is not placed
}

// pairJSON is how far two lenses are apart.
type pairJSON struct {
	Resistant   string   `json:"resistant"` // the lens that places the role as the more resistant one
	Exposed     string   `json:"exposed"`
	Apart       float64  `json:"apart"`       // 0 to 1
	Correlation *float64 `json:"correlation"` // of the ranks
}

// lenses sets a role's score beside the indices of exposure.
func lenses(s *session) error {
	r, err := s.role(s.args[0])
	if err != nil {
		return err
	}
	shown, err := s.shown()
	if err != nil {
		return err
	}
	v := lens.Of(r.Code, s.roles, shown)
	if s.json {
		return s.writeJSON(viewsJSON(v))
	}
	fmt.Fprintf(s.out, "%s\n%s\n\n", r.Title, r.Code)
	paragraph(s.out, v.Title()+".", "")
	if len(v.Views) == 0 {
		return nil
	}
	t := table{{"Lens", "Value", "Which way", "As of", "Place"}}
	for _, one := range v.Views {
		asOf := one.AsOf
		if one.Group != "" {
			asOf = "group " + string(one.Group) + ", " + asOf
		}
		if one.Key == lens.AIJRI {
			asOf = one.Status.Name() + ", " + asOf
		}
		t = append(t, []string{one.Name, one.Written(), one.Direction(), asOf, v.Place(one)})
	}
	fmt.Fprintln(s.out)
	t.write(s.out)
	fmt.Fprintln(s.out)
	paragraph(s.out, v.Explain(), "")
	for _, one := range v.Views {
		paragraph(s.out, "- "+one.Name+": "+one.Measures, "  ")
	}
	return nil
}

func viewsJSON(v lens.Views) any {
	views, pairs := []viewJSON{}, []pairJSON{}
	for _, one := range v.Views {
		j := viewJSON{
			Lens: one.Key, Name: one.Name, Measures: one.Measures, High: map[bool]string{true: "resistant", false: "exposed"}[one.Resists],
			Category: one.Category, Unit: one.Unit, AsOf: one.AsOf, Source: one.Source, Group: one.Group, Status: one.Status,
		}
		if one.Category == "" {
			j.Value = &one.Value
		}
		if one.Rank > 0 {
			j.Place = &one.Rank
		}
		views = append(views, j)
	}
	for _, p := range v.Pairs {
		pairs = append(pairs, pairJSON{v.Views[p.A].Key, v.Views[p.B].Key, p.Apart, p.Correlation})
	}
	_, apart := v.Disagreement()
	return struct {
		Code     nextrole.Code `json:"code"`
		Among    int           `json:"among"`
		Disagree bool          `json:"disagree"`
		Lenses   []viewJSON    `json:"lenses"`
		Pairs    []pairJSON    `json:"pairs"`
	}{v.Code, v.Among, apart, views, pairs}
}
