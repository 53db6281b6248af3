package compare

import (
	"fmt"
	"math"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// resistanceRows compares scores and what they are made of.
func (t Table) resistanceRows() []Row {
	return []Row{
		t.scoreRow(),
		t.inputRow("taskResistance", "Task resistance", "of 5", decimals(2, 1, highest), func(r aijri.Result) float64 { return r.TaskResistance }),
		t.inputRow("evidence", "Evidence", "−10 to +10", signed(ratings(highest)), func(r aijri.Result) float64 { return float64(r.Evidence) }),
		t.inputRow("barriers", "Barriers", "of 10", ratings(neither), func(r aijri.Result) float64 { return float64(r.Barriers) }),
		t.inputRow("growthLink", "AI growth link", "−2 to +2", signed(ratings(highest)), func(r aijri.Result) float64 { return float64(r.Growth) }),
		t.mixRow(),
		t.likelyRow(),
	}
}

func (t Table) scoreRow() Row {
	row := Row{Key: "score", Name: "AIJRI score", Unit: "of 100, high is resistant"}
	for _, c := range t.Columns {
		if !c.Scored {
			row.Cells = append(row.Cells, c.notScored())
			continue
		}
		cell := c.cell()
		cell.Value = c.Reading.Score
		if aijri.AtBoundary(*c.Reading.Score) {
			cell.Note = join(cell.Note, "at the boundary")
		}
		row.Cells = append(row.Cells, cell)
	}
	m := decimals(1, math.Inf(1), highest)
	m.compare(row.Cells, t.Baseline)
	for i, c := range t.Columns {
		row.Cells[i].Large = row.Cells[i].Diff != "" && c.Reading.Zone != t.Columns[t.Baseline].Reading.Zone
	}
	return row
}

func (t Table) inputRow(key, name, unit string, m measure, value func(aijri.Result) float64) Row {
	row := Row{Key: key, Name: name, Unit: unit}
	for _, c := range t.Columns {
		cell := c.ofInputs("not given")
		if r := c.Reading.Result; !cell.Absent {
			v := value(*r)
			cell.Value = &v
		}
		row.Cells = append(row.Cells, cell)
	}
	m.compare(row.Cells, t.Baseline)
	return row
}

// mixRow is best where least time is displaced, and differs largely where any
// type of work takes 30 points more or less of it.
func (t Table) mixRow() Row {
	displaced := measure{
		text:  func(v float64) string { return nextrole.Decimal(v, 0) },
		round: rounded(0), best: lowest,
	}
	row := t.inputRow("taskMix", "Task mix", "% of time", displaced, func(r aijri.Result) float64 { return 100 * r.Split.Disp })
	for i := range row.Cells {
		c := &row.Cells[i]
		if c.Absent {
			continue
		}
		c.Split = &t.Columns[i].Reading.Result.Split
		c.Text = fmt.Sprintf("%s / %s / %s", share(c.Split.Disp), share(c.Split.Aug), share(c.Split.Not))
		if base := t.Columns[t.Baseline].Reading.Result; base != nil && t.Columns[t.Baseline].Scored {
			c.Large = apart(c.Split.Disp, base.Split.Disp) || apart(c.Split.Aug, base.Split.Aug) || apart(c.Split.Not, base.Split.Not)
		}
	}
	return row
}

// share writes a share of time in percent: whole, or with the half that it is,
// since three rounded shares may add up to 101.
func share(fraction float64) string {
	return strings.TrimSuffix(nextrole.Decimal(100*fraction, 1), ".0")
}

func apart(a, b float64) bool {
	round := rounded(0)
	return atLeast(math.Abs(round(100*a)-round(100*b)), 30)
}

func (t Table) likelyRow() Row {
	row := Row{Key: "likely", Name: "Range", Unit: "if raters differ"}
	for _, c := range t.Columns {
		cell := c.ofInputs("range unknown")
		if r := c.Reading.Result; !cell.Absent {
			cell.Low, cell.Mid, cell.High = &r.Likely[0], &r.Score, &r.Likely[1]
			cell.Text = nextrole.Score(r.Likely[0]) + "–" + nextrole.Score(r.Likely[1])
			if c.Reading.Formula != nil {
				cell.Note = join(cell.Note, "of the formula’s score")
			}
		}
		row.Cells = append(row.Cells, cell)
	}
	return row
}

// cell starts a cell of a scored role. Whose score it is stands beside all
// that comes from it, so that no draft is taken for a published score.
func (c Column) cell() Cell {
	cell := Cell{Source: c.Reading.Assessment.Source}
	if c.Reading.Status != nextrole.Published {
		cell.Note = c.Reading.Status.Name()
	}
	return cell
}

func (c Column) notScored() Cell {
	why := "no AIJRI assessment in the library"
	if c.Reading.Problem != nil {
		why = "the assessment is incomplete: " + oneLine(c.Reading.Problem)
	}
	return Cell{Text: "not scored", Absent: true, Why: why}
}

// ofInputs starts a cell of what an assessment's inputs give; absent is what
// a score without inputs shows.
func (c Column) ofInputs(absent string) Cell {
	switch {
	case !c.Scored:
		return c.notScored()
	case c.Reading.Result == nil:
		why := "the score is given without its inputs"
		if c.Reading.Problem != nil {
			why = "the inputs are incomplete: " + oneLine(c.Reading.Problem)
		}
		return Cell{Text: absent, Absent: true, Source: c.Reading.Assessment.Source, Why: why}
	}
	return c.cell()
}

func oneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }

func join(notes ...string) string {
	var said []string
	for _, n := range notes {
		if n != "" {
			said = append(said, n)
		}
	}
	return strings.Join(said, ", ")
}
