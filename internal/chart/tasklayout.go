package chart

import (
	"fmt"
	"math"
	"strconv"

	"nextrole"
)

const (
	noTasks    = "No tasks to show"
	noTasksWhy = "This role has no task ratings yet."
)

// denseFrom is the number of tasks from which on each has one line.
const denseFrom = 25

// taskGrid is where the columns and rows of a task chart lie, in DIP.
type taskGrid struct {
	stacked bool // the name stands above its bar, for narrow places
	dense   bool

	nameW              float64
	bars, barsW        float64 // from the axis to the largest tick
	pips               float64 // 0 if there is room for the digit only
	digit              float64 // right end
	bracket            float64 // 0 if rows are not grouped
	head, top          float64
	rows               []float64 // heights
	names              [][]string
	barH, line, bottom float64

	most  float64 // percent at the end of barsW
	ticks []float64
}

// Height is that of the legend, a header, a row for each task and the axis.
func (c TaskResistance) Height(width float64, look Look) float64 {
	if len(c.Tasks) == 0 {
		return emptyHeight(width, look, noTasksWhy)
	}
	return c.grid(newSketch(sane(width), look), c.sorted()).bottom
}

// Layout draws the tasks in the order of [TaskResistance.Table].
func (c TaskResistance) Layout(width, height float64, look Look) Scene {
	if len(c.Tasks) == 0 {
		return empty(width, height, look, noTasks, noTasksWhy)
	}
	s := newSketch(sane(width), look)
	order := c.sorted()
	g := c.grid(s, order)
	extra := min(stretch(height, g.bottom), 12*look.scale()*float64(len(order)))
	if !g.dense {
		for i := range g.rows {
			g.rows[i] += extra / float64(len(order))
		}
		g.bottom += extra
	}
	s.Height = g.bottom + stretch(height, g.bottom)
	s.legend(taskLegend(), 0, 0, s.Width)
	c.frame(s, g, order)
	y := g.top
	for row, i := range order {
		c.drawTask(s, g, i, row, Rect{0, y, s.Width, g.rows[row]})
		y += g.rows[row]
	}
	if c.Order == ByLabel {
		c.totals(s, g, order)
	}
	return s.Scene
}

// grid measures the columns. The bars take what the words and pips leave.
func (c TaskResistance) grid(s *sketch, order []int) taskGrid {
	k := s.look.scale()
	g := taskGrid{dense: len(order) >= denseFrom, stacked: s.Width < 440*k}
	edge := s.Width - c.lastColumn(s)
	if c.Order == ByLabel {
		g.bracket = edge - 10*k
		edge = g.bracket - 8*k
	} else {
		edge -= 12 * k
	}
	g.digit = edge
	edge -= s.look.measure("0", smallStrong) + 8*k
	g.pips = edge - pipsWidth*k
	shareW := 0.0
	for _, t := range c.Tasks {
		shareW = max(shareW, s.look.measure(percent(shown(t.Share)), smallStrong))
	}
	room := g.pips - 12*k - shareW - 8
	if g.stacked && room < 48*k {
		room += pipsWidth * k
		g.pips = 0
	}
	g.nameW = s.Width
	if c.Order == ByLabel {
		g.nameW = g.bracket - 8
	}
	if !g.stacked {
		g.nameW = min(0.62*(room-14), 400*k)
		g.bars = g.nameW + 14
	}
	g.barsW = max(room-g.bars, 8)
	g.axis(c.most(), s)
	g.measure(c, s, order)
	return g
}

// lastColumn is the width of totals or codes at the right.
func (c TaskResistance) lastColumn(s *sketch) float64 {
	width := s.look.measure("Total", caption)
	if c.Order == ByScore {
		width = s.look.measure("Type", caption)
	}
	for _, l := range nextrole.Labels() {
		width = max(width, s.look.measure(string(l), smallStrong))
	}
	for _, m := range c.time() {
		width = max(width, s.look.measure(percent(m), small))
	}
	if len(c.Tasks) >= denseFrom && c.Order == ByLabel {
		width += s.look.measure("DISP ", smallStrong)
	}
	return width
}

// most is the largest share in percent, up to the next 5.
func (c TaskResistance) most() float64 {
	most := 5.0
	for _, t := range c.Tasks {
		if valid(t.Share) {
			most = max(most, math.Ceil(t.Share.Percent()/5)*5)
		}
	}
	return most
}

// axis chooses the ticks: every 5 percent if their labels have room.
func (g *taskGrid) axis(most float64, s *sketch) {
	g.most = most
	widest := s.look.measure(nextrole.Decimal(most, 0)+"%", caption) + 6
	for _, step := range []float64{5, 10, 20, 25, 50, 100} {
		if g.barsW*step/most < widest && step < most {
			continue
		}
		for v := 0.0; v <= most; v += step {
			g.ticks = append(g.ticks, v)
		}
		return
	}
}

// measure wraps the names and finds the heights of the rows: the same for all,
// but each its own where names stand above the bars.
func (g *taskGrid) measure(c TaskResistance, s *sketch, order []int) {
	k := s.look.scale()
	g.line, g.barH = s.pitch(small), 16*k
	most := 2
	if g.dense {
		most, g.barH = 1, 11*k
	}
	lines := 1
	for _, i := range order {
		name := c.Tasks[i].Name
		if g.dense {
			name = c.Tasks[i].Brief()
		}
		wrapped := s.look.wrap(named(name), g.nameW, small, most)
		g.names = append(g.names, wrapped)
		lines = max(lines, len(wrapped))
	}
	g.head = s.legendHeight(taskLegend(), s.Width) + 2
	g.top = g.head + 22*k
	g.bottom = g.top + 20*k
	for _, name := range g.names {
		row := max(float64(lines)*g.line+5, 26*k)
		if c.Order == ByLabel {
			row = max(row, 2*g.line+5) // a total takes two lines
		}
		switch {
		case g.stacked:
			row = float64(len(name))*g.line + g.barH + 12
		case g.dense:
			row = g.line + 4
		}
		g.rows = append(g.rows, row)
		g.bottom += row
	}
}

func (g taskGrid) x(percent float64) float64 {
	return g.bars + g.barsW*min(max(percent, 0), g.most)/g.most
}

// frame draws the header, the grid behind the bars and the axis below.
func (c TaskResistance) frame(s *sketch, g taskGrid, order []int) {
	k := s.look.scale()
	y := g.head + 11*k
	shareFrom := g.bars
	if !g.stacked {
		s.label(s.look.fit("Task", g.nameW, caption), 0, y, left, caption, "text2")
	}
	pips := "AI can do"
	w := s.look.measure(pips, caption)
	from := min(max(g.pips, 0), g.digit-w)
	if g.pips == 0 {
		from = g.digit - w
	}
	s.label(pips, from, y, left, caption, "text2")
	s.label(s.look.fit("Share of time", from-8-shareFrom, caption), shareFrom, y, left, caption, "text2")
	last := "Total"
	if c.Order == ByScore {
		last = "Type"
	}
	s.label(last, s.Width, y, right, caption, "text2")

	s.across(0, g.top, s.Width, "divider")
	foot := g.foot()
	if !g.stacked {
		for _, v := range g.ticks[1:] {
			s.down(g.x(v), g.top+1, foot-g.top-1, "chart.grid")
		}
	}
	c.separate(s, g, order)
	if !g.stacked {
		s.down(g.bars, g.top+1, foot-g.top+2, "chart.axis")
	}
	for i, v := range g.ticks {
		body := nextrole.Decimal(v, 0)
		if i == len(g.ticks)-1 {
			body += "%"
		}
		w := s.look.measure(body, caption)
		s.label(body, within(g.x(v)-w/2, w, 0, s.Width), foot+12*k, left, caption, "text2")
	}
}

// foot is where the rows end.
func (g taskGrid) foot() float64 {
	y := g.top
	for _, row := range g.rows {
		y += row
	}
	return y
}

// separate draws lines between rows, up to the bracket within a group.
func (c TaskResistance) separate(s *sketch, g taskGrid, order []int) {
	y := g.top
	for i := range order[1:] {
		y += g.rows[i]
		switch {
		case c.Order == ByLabel && c.Tasks[order[i]].Label != c.Tasks[order[i+1]].Label:
			s.across(0, y, s.Width, "divider")
		case g.dense:
		case c.Order == ByLabel:
			s.across(0, y, g.bracket-4, "hairline")
		default:
			s.across(0, y, s.Width, "hairline")
		}
	}
}

// drawTask draws one row: name, bar, share, pips and digit.
func (c TaskResistance) drawTask(s *sketch, g taskGrid, i, row int, bounds Rect) {
	t := c.Tasks[i]
	middle := bounds.Y + bounds.H/2
	nameY := middle
	if g.stacked {
		name := float64(len(g.names[row])) * g.line
		top := middle - (name+g.barH+2)/2
		nameY, middle = top+name/2, top+name+2+g.barH/2
		for _, v := range g.ticks {
			token := "chart.grid"
			if v == 0 {
				token = "chart.axis"
			}
			s.down(g.x(v), middle-g.barH/2-2, g.barH+4, token)
		}
	}
	s.lines(g.names[row], 0, nameY, left, small, "text")

	end := g.bars
	if valid(t.Share) && t.Share > 0 {
		end = max(g.x(t.Share.Percent()), g.bars+1.5)
		s.add(taskBar(t.Label, Rect{g.bars, middle - g.barH/2, end - g.bars, g.barH}))
	}
	s.label(percent(shown(t.Share)), end+8, middle, left, smallStrong, "text")
	c.drawScore(s, g, t.Score, middle)
	if c.Order == ByScore {
		s.label(code(t.Label), s.Width, middle, right, smallStrong, codeToken(t.Label))
	}
	s.Marks = append(s.Marks, Mark{Key: fmt.Sprintf("task %d", i), Bounds: bounds, Tip: c.tip(i)})
}

const (
	pipSize   = 8.0
	pipPitch  = 10.5
	pipsWidth = 4*pipPitch + pipSize
)

// drawScore draws how much of a task AI can do, as pips where there is room,
// and always as a digit.
func (c TaskResistance) drawScore(s *sketch, g taskGrid, score int, y float64) {
	k := s.look.scale()
	if !onScale(score) {
		s.label("–", g.digit, y, right, smallStrong, "text2")
		return
	}
	for i := range 5 {
		if g.pips == 0 {
			break
		}
		// A pip has to be as wide on every place of the pixel grid.
		pip := box{Rect: Rect{math.Round(g.pips + float64(i)*pipPitch*k), y - pipSize/2*k, pipSize * k, pipSize * k}, radius: 2.2 * k, fill: "text2"}
		if i >= score {
			pip.fill, pip.edge, pip.width = "task.notFill", "text3", 1
		}
		s.add(pip)
	}
	s.label(strconv.Itoa(score), g.digit, y, right, smallStrong, "text")
}

// totals draws a bracket beside the tasks of each label, with their sum.
func (c TaskResistance) totals(s *sketch, g taskGrid, order []int) {
	k := s.look.scale()
	y := g.top
	for from := 0; from < len(order); {
		label := c.Tasks[order[from]].Label
		until, sum, foot := from, 0.0, y
		for until < len(order) && c.Tasks[order[until]].Label == label {
			if t := c.Tasks[order[until]]; valid(t.Share) {
				sum += t.Share.Percent()
			}
			foot += g.rows[until]
			until++
		}
		top := y + 4
		y, foot = foot, foot-4
		s.down(g.bracket+5*k, top, foot-top, "chart.axis")
		s.across(g.bracket, top, 5*k, "chart.axis")
		s.across(g.bracket, foot-1, 5*k, "chart.axis")
		middle := (top + foot) / 2
		pitch := s.pitch(small)
		if g.dense {
			end := s.Width - s.look.measure(percent(sum), small)
			s.label(percent(sum), s.Width, middle, right, small, "text2")
			s.label(code(label), end-s.look.measure(" ", small), middle, right, smallStrong, codeToken(label))
		} else {
			s.label(code(label), s.Width, middle-pitch/2, right, smallStrong, codeToken(label))
			s.label(percent(sum), s.Width, middle+pitch/2, right, small, "text2")
		}
		from = until
	}
}
