package compare

import (
	"fmt"

	"nextrole"
)

// figures finds what the roles can be compared by.
type figures struct {
	roles   []nextrole.Role
	sources map[nextrole.SourceID]nextrole.Source
}

func (t Table) payRows(f figures) []Row {
	return []Row{
		t.figureRow(f, "pay", "Median pay", nextrole.PayMedian, money()),
		f.rangeRow(),
		t.figureRow(f, "growth", "Job growth", nextrole.Growth, growth()),
		t.figureRow(f, "openings", "Openings a year", nextrole.Openings, count()),
		t.figureRow(f, "jobs", "Jobs", nextrole.Employment, count()),
	}
}

// figureRow compares figures of one kind and of one vintage.
func (t Table) figureRow(f figures, key, name string, k nextrole.Kind, m measure) Row {
	period := f.period(k)
	row := Row{Key: key, Name: name, Unit: period.String()}
	for _, r := range f.roles {
		figure, ok := nextrole.ShownAt(r.Figures, k, period)
		if !ok {
			row.Cells = append(row.Cells, absent(r, period, k))
			continue
		}
		cell := f.cell(figure)
		cell.Value = figure.Value
		row.Cells = append(row.Cells, cell)
	}
	m.compare(row.Cells, t.Baseline)
	return row
}

// rangeRow shows the 10th to the 90th percentile of pay with the median
// between, all of one vintage and one scope.
func (f figures) rangeRow() Row {
	period := f.period(nextrole.PayP10, nextrole.PayP90)
	row := Row{Key: "payRange", Name: "Pay range", Unit: join("10th–90th", period.String())}
	for _, r := range f.roles {
		row.Cells = append(row.Cells, f.rangeCell(r, period))
	}
	return row
}

func (f figures) rangeCell(r nextrole.Role, period nextrole.Period) Cell {
	low, hasLow := nextrole.ShownAt(r.Figures, nextrole.PayP10, period)
	high, hasHigh := nextrole.ShownAt(r.Figures, nextrole.PayP90, period)
	if hasLow && hasHigh && low.Parent != high.Parent {
		if low.Parent == "" {
			hasHigh = false // a wider group's end does not close an own range
		} else {
			hasLow = false
		}
	}
	known := low
	if !hasLow {
		known = high
	}
	if !hasLow && !hasHigh {
		return absent(r, period, nextrole.PayP10, nextrole.PayP90)
	}
	cell := f.cell(known)
	if hasLow {
		cell.Low = low.Value
	}
	if hasHigh {
		cell.High = high.Value
	}
	if mid, ok := nextrole.ShownAt(r.Figures, nextrole.PayMedian, period); ok && mid.Parent == known.Parent {
		cell.Mid = mid.Value
	}
	cell.Text = rangeText(cell.Low, cell.High)
	return cell
}

func rangeText(low, high *float64) string {
	switch {
	case low == nil:
		return "up to " + nextrole.Money(*high)
	case high == nil:
		return "from " + nextrole.Money(*low)
	}
	return nextrole.Money(*low) + "–" + nextrole.Money(*high)
}

// period returns the period that most roles have figures of the kinds for, and
// of several such the newest; "" if there is none.
func (f figures) period(kinds ...nextrole.Kind) nextrole.Period {
	have := map[nextrole.Period]int{}
	for _, r := range f.roles {
		counted := map[nextrole.Period]bool{}
		for _, figure := range r.Figures {
			if counted[figure.Period] || !covers(r, figure.Period, kinds) {
				continue
			}
			counted[figure.Period] = true
			have[figure.Period]++
		}
	}
	var best nextrole.Period
	for p, n := range have {
		if n > have[best] || n == have[best] && (p.Newer(best) || !best.Newer(p) && p < best) {
			best = p
		}
	}
	return best
}

// covers reports whether the role has a figure of any of the kinds for p.
func covers(r nextrole.Role, p nextrole.Period, kinds []nextrole.Kind) bool {
	for _, k := range kinds {
		if _, ok := nextrole.ShownAt(r.Figures, k, p); ok {
			return true
		}
	}
	return false
}

// cell starts a cell of a figure, noting a wider group and a second hand.
func (f figures) cell(figure nextrole.Figure) Cell {
	cell := Cell{Source: figure.Source, Period: figure.Period, Group: figure.Parent, Note: group(figure.Parent)}
	if s, ok := f.sources[figure.Source]; ok && s.Quoting != "" {
		cell.Note = join(cell.Note, "quoting "+s.Quoting)
	}
	return cell
}

func group(parent nextrole.SOC) string {
	if parent == "" {
		return ""
	}
	return "group " + string(parent)
}

// absent says why a role has no figure in a row: its source leaves it out,
// there is another vintage only, or there is none at all. The period is "" where
// no role has a figure.
func absent(r nextrole.Role, period nextrole.Period, kinds ...nextrole.Kind) Cell {
	for _, k := range kinds {
		for _, f := range r.Figures {
			if f.Kind == k && f.Value == nil && (f.Period == period || period == "") {
				return Cell{Text: "not given", Absent: true, Source: f.Source, Period: f.Period, Why: join("its source leaves it out", f.Note)}
			}
		}
	}
	for _, k := range kinds {
		if other, ok := nextrole.Shown(r.Figures, k); ok {
			return Cell{Text: "not given", Absent: true, Why: fmt.Sprintf("not given for %s; the library has %s", period, other.Period)}
		}
	}
	if !r.Code.Official() {
		return Cell{Text: "no data", Absent: true, Why: "no SOC code of its own, so no inherited figures"}
	}
	return Cell{Text: "no data", Absent: true, Why: "no such figure in the library"}
}
