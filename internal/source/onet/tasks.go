package onet

import (
	"nextrole"
	"nextrole/internal/source/table"
)

// task returns the row's task, to be completed.
func (p *part) task(id string) *nextrole.RatedTask {
	f := p.profile()
	for i := len(f.Tasks) - 1; i >= 0; i-- {
		if f.Tasks[i].ID == id {
			return &f.Tasks[i]
		}
	}
	f.Tasks = append(f.Tasks, nextrole.RatedTask{ID: id})
	return &f.Tasks[len(f.Tasks)-1]
}

func readTasks(p *part, c table.Columns) func(table.Row) {
	number, words, kind, date := c.At("Task ID"), c.At("Task"), c.At("Task Type"), c.At("Date")
	return func(row table.Row) {
		t := p.task(id(row.Cell(number)))
		switch {
		case t.Text != "":
			p.twice(row.Line, "task "+t.ID)
		case row.Cell(words) == "":
			p.Remark(row.Line, "task %s has no words", t.ID)
		default:
			t.Text, t.Kind, t.Date = text(row.Cell(words)), p.name(row.Cell(kind)), p.name(row.Cell(date))
		}
	}
}

// categories is how many answers there are to how often a task is done.
const categories = 7

// readTaskRatings reads importance (IM, 1 to 5), relevance (RT, percent) and
// frequency (FT, percent of each answer).
func readTaskRatings(p *part, c table.Columns) func(table.Row) {
	number, scale, category, value := c.At("Task ID"), c.At("Scale ID"), c.At("Category"), c.At("Data Value")
	return func(row table.Row) {
		t := p.task(id(row.Cell(number)))
		into := &t.Importance
		least, most := 1.0, 5.0
		switch row.Cell(scale) {
		case "IM":
		case "RT":
			into, least, most = &t.Relevance, 0, 100
		case "FT":
			p.frequency(row, t, row.Cell(category), row.Cell(value))
			return
		default:
			p.Remark(row.Line, "there is no scale %q of tasks; the row is left out", row.Cell(scale))
			return
		}
		if *into != nil {
			p.twice(row.Line, row.Cell(scale)+" of task "+t.ID)
			return
		}
		*into = p.number(row.Line, row.Cell(value), least, most)
	}
}

func (p *part) frequency(row table.Row, t *nextrole.RatedTask, category, value string) {
	n := p.number(row.Line, category, 1, categories)
	v := p.number(row.Line, value, 0, 100)
	if n == nil || v == nil {
		return
	}
	if t.Frequency == nil {
		t.Frequency = make([]float64, categories)
	}
	t.Frequency[int(*n)-1] = *v
}

func readTaskActivities(p *part, c table.Columns) func(table.Row) {
	number, activity := c.At("Task ID"), c.At("DWA ID")
	return func(row table.Row) {
		t, a := p.task(id(row.Cell(number))), row.Cell(activity)
		for _, before := range t.Activities {
			if before == a {
				p.twice(row.Line, a+" of task "+t.ID)
				return
			}
		}
		if a != "" {
			t.Activities = append(t.Activities, p.name(a))
		}
	}
}

func readEmerging(p *part, c table.Columns) func(table.Row) {
	words, kind, original, date := c.At("Task"), c.At("Category"), c.At("Original Task ID"), c.At("Date")
	return func(row table.Row) {
		f := p.profile()
		f.Emerging = append(f.Emerging, nextrole.EmergingTask{
			Text: text(row.Cell(words)), Kind: p.name(row.Cell(kind)),
			Original: id(row.Cell(original)), Date: p.name(row.Cell(date)),
		})
	}
}
