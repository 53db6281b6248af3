package onet

import (
	"nextrole"
	"nextrole/internal/source/table"
)

func readOccupations(p *part, c table.Columns) func(table.Row) {
	title, description := c.At("Title"), c.At("Description")
	return func(row table.Row) {
		switch {
		case row.Cell(title) == "":
			p.Remark(row.Line, "%s has no title; the row is left out", p.code)
		case p.role.Title != "":
			p.twice(row.Line, "a title")
		default:
			p.role.Title, p.role.Summary = text(row.Cell(title)), text(row.Cell(description))
		}
	}
}

func readTitles(column string) func(*part, table.Columns) func(table.Row) {
	return func(p *part, c table.Columns) func(table.Row) {
		title, short := c.At(column), c.At("Short Title")
		return func(row table.Row) {
			t := nextrole.AltTitle{Title: text(row.Cell(title)), Short: text(row.Cell(short))}
			if t.Title != "" && p.first(row.Line, t.Title) {
				p.role.AltTitles = append(p.role.AltTitles, t)
			}
		}
	}
}

func readReported(p *part, c table.Columns) func(table.Row) {
	title := c.At("Reported Job Title")
	return func(row table.Row) {
		if t := text(row.Cell(title)); t != "" && p.first(row.Line, t) {
			f := p.profile()
			f.Reported = append(f.Reported, t)
		}
	}
}

func readRelated(index string) func(*part, table.Columns) func(table.Row) {
	return func(p *part, c table.Columns) func(table.Row) {
		to, rank := c.At("Related O*NET-SOC Code"), c.At(index)
		return func(row table.Row) {
			code := row.Cell(to)
			n := p.number(row.Line, row.Cell(rank), 1, 1000)
			if n == nil || !nextrole.Code(code).Official() || nextrole.Code(code) == p.code {
				p.Remark(row.Line, "%q is no occupation nearby with a rank; the row is left out", code)
				return
			}
			if p.first(row.Line, code) {
				f := p.profile()
				f.Related = append(f.Related, nextrole.Relation{Code: nextrole.Code(p.name(code)), Rank: int(*n)})
			}
		}
	}
}

// readJobZones reads how much preparation an occupation needs. From 30.2 on the
// zones are 2 to 5, and 2 is what 1 and 2 were.
func readJobZones(p *part, c table.Columns) func(table.Row) {
	zone := c.At("Job Zone")
	return func(row table.Row) {
		v := p.number(row.Line, row.Cell(zone), 1, 5)
		switch {
		case v == nil:
		case p.role.JobZone != nil:
			p.twice(row.Line, "a job zone")
		default:
			p.role.JobZone = &nextrole.Fact{Value: string(rune('0' + int(*v)))}
		}
	}
}

func readSoftware(example, kind string) func(*part, table.Columns) func(table.Row) {
	return func(p *part, c table.Columns) func(table.Row) {
		name, of, hot, demand := c.At(example), c.At(kind), c.At("Hot Technology"), c.At("In Demand")
		return func(row table.Row) {
			f := p.profile()
			f.Software = append(f.Software, nextrole.Tool{
				Name: p.name(row.Cell(name)), Kind: p.name(row.Cell(of)),
				Hot: row.Cell(hot) == "Y", Demand: row.Cell(demand) == "Y",
			})
		}
	}
}

func readTools(p *part, c table.Columns) func(table.Row) {
	name, of := c.At("Example"), c.At("Commodity Title")
	return func(row table.Row) {
		f := p.profile()
		f.Equipment = append(f.Equipment, nextrole.Tool{Name: p.name(row.Cell(name)), Kind: p.name(row.Cell(of))})
	}
}
