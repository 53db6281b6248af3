package compare

import (
	"cmp"
	"slices"

	"nextrole"
	"nextrole/internal/chart"
	table "nextrole/internal/compare"
)

// scores is the chart of the scores on one scale, each with its range.
func (m *model) scores() chart.Forest {
	var c chart.Forest
	for _, column := range m.table.Columns {
		row := chart.ForestRow{Key: string(column.Code), Name: titled(column)}
		if column.Scored {
			row.Score, row.Status = column.Reading.Score, column.Reading.Status
			if column.Reading.Result != nil {
				row.Likely = &column.Reading.Result.Likely
			}
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

func titled(c table.Column) string { return c.Letter + " · " + c.Title }

// ratings are the charts of what the scores are made of beside the tasks.
func (m *model) ratings() (evidence, barriers chart.HeatStrip) {
	evidence = chart.HeatStrip{Measure: "Evidence", Least: -2, Most: 2}
	barriers = chart.HeatStrip{Measure: "Barriers", Least: 0, Most: 2}
	for i := range 5 {
		evidence.Columns = append(evidence.Columns, nextrole.EvidenceName(i))
		barriers.Columns = append(barriers.Columns, nextrole.BarrierName(i))
	}
	for _, column := range m.table.Columns {
		row := chart.HeatRow{Name: titled(column)}
		if column.Reading.Status != "" && column.Reading.Status != nextrole.Published {
			row.Name += ", " + column.Reading.Status.Name()
		}
		of := func(ratings [5]nextrole.Rating) chart.HeatRow {
			r := row
			for _, rating := range ratings {
				r.Values = append(r.Values, &rating.Value)
			}
			return r
		}
		if in := column.Reading.Assessment.Inputs; column.Scored && in != nil {
			evidence.Rows = append(evidence.Rows, of(in.Evidence))
			barriers.Rows = append(barriers.Rows, of(in.Barriers))
			continue
		}
		evidence.Rows, barriers.Rows = append(evidence.Rows, row), append(barriers.Rows, row)
	}
	return evidence, barriers
}

// mostSkills is how many skills are laid side by side.
const mostSkills = 6

// skills is the chart of the skills that matter most to those of the roles that
// O*NET has rated; ok is false where it has rated less than two.
func (m *model) skills() (c chart.GroupedBars, ok bool) {
	c = chart.GroupedBars{Measure: "Importance of skills by O*NET, 1 to 5", Most: 5, Items: m.topSkills()}
	rated := 0
	for i, r := range m.roles {
		s := chart.Series{Letter: m.table.Columns[i].Letter, Name: r.Title}
		switch {
		case r.Profile == nil:
			s.Missing = "no O*NET profile"
		case !r.Profile.Rated:
			s.Missing = "not rated by O*NET"
		default:
			rated++
			for _, name := range c.Items {
				s.Values = append(s.Values, importance(r.Profile.Skills, name))
			}
		}
		c.Series = append(c.Series, s)
	}
	return c, rated >= 2
}

// topSkills names the skills whose importance is highest over all rated roles.
func (m *model) topSkills() []string {
	sums := map[string]float64{}
	for _, r := range m.roles {
		if r.Profile == nil {
			continue
		}
		for _, e := range r.Profile.Skills {
			if e.Importance != nil {
				sums[e.Name] += *e.Importance
			}
		}
	}
	var names []string
	for name := range sums {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(sums[b], sums[a]), cmp.Compare(a, b)) })
	return names[:min(len(names), mostSkills)]
}

func importance(skills []nextrole.Element, name string) *float64 {
	for _, e := range skills {
		if e.Name == name {
			return e.Importance
		}
	}
	return nil
}

// credit is the lines that have to accompany the charts of scores, or of skills.
func (m *model) credit(skills bool) string {
	text := ""
	var told []nextrole.SourceID
	for i, r := range m.roles {
		id := m.table.Columns[i].Reading.Assessment.Source
		if skills {
			id = ""
			if r.Profile != nil {
				id = r.Profile.Source
			}
		}
		s, ok := m.library.Sources()[id]
		if !ok || slices.Contains(told, id) {
			continue
		}
		told = append(told, id)
		if text != "" {
			text += " "
		}
		text += s.Credit
	}
	return text
}
