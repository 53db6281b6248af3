package role

import (
	"strings"

	"nextrole"
	"nextrole/internal/chart"
	"nextrole/internal/lens"
	"nextrole/ui/page/brief"
)

// lensChart sets the lenses of the role beside one another, by their places.
func (m model) lensChart(v lens.Views) chart.Lenses {
	c := chart.Lenses{Finding: v.Title(), Among: v.Among, First: "most resistant", Last: "most exposed"}
	for _, one := range v.Views {
		c.Rows = append(c.Rows, chart.LensRow{
			Key: one.Key, Name: one.Name, Detail: m.lensDetail(one), Value: one.Written(), Place: one.Rank, Why: v.Place(one),
			Hollow: one.Key == lens.AIJRI && one.Status != nextrole.Published,
		})
	}
	return c
}

// lensDetail says which way a lens runs, whose it is and as of when.
func (m model) lensDetail(v lens.View) string {
	parts := []string{v.Direction()}
	if v.Key == lens.AIJRI {
		parts = append(parts, v.Status.Name())
	}
	return strings.Join(append(parts, brief.Of(v.Group, v.AsOf)), " · ")
}

// lensCredit says where the values are from.
func (m model) lensCredit(v lens.Views) string {
	var parts []string
	for _, one := range v.Views {
		if one.Key == lens.AIJRI {
			parts = append(parts, m.credit())
		} else if s := m.library.Sources()[one.Source]; s.Credit != "" {
			parts = append(parts, s.Credit)
		}
	}
	return strings.Join(parts, " ")
}
