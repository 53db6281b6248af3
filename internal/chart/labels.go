package chart

import "math"

// room keeps account of what is taken in an area, to find place for words
// beside points.
type room struct {
	area  Rect
	taken []Rect
	lines []stroke
}

func (r *room) take(b Rect) { r.taken = append(r.taken, b) }

// free reports whether a rectangle lies in the area and touches nothing there.
func (r *room) free(b Rect) bool {
	if b.X < r.area.X || b.Y < r.area.Y || b.X+b.W > r.area.X+r.area.W || b.Y+b.H > r.area.Y+r.area.H {
		return false
	}
	for _, l := range r.lines {
		if l.crosses(b) {
			return false
		}
	}
	return r.clear(b)
}

// clear reports whether a rectangle touches nothing that is taken.
func (r *room) clear(b Rect) bool {
	const gap = 2.0
	for _, t := range r.taken {
		if b.X < t.X+t.W+gap && t.X < b.X+b.W+gap && b.Y < t.Y+t.H+gap && t.Y < b.Y+b.H+gap {
			return false
		}
	}
	return true
}

// open reports whether a line from words to their mark at x, y passes nothing
// that is taken, but what the mark lies in.
func (r *room) open(b Rect, x, y float64) bool {
	nx, ny := b.nearest(x, y)
	l := stroke{x0: nx, y0: ny, x1: x, y1: y}
	for _, t := range r.taken {
		if !t.Contains(x, y) && l.crosses(t) {
			return false
		}
	}
	return true
}

// crosses reports whether the line passes through a rectangle: its part between
// the sides is cut out, by Liang and Barsky.
func (l stroke) crosses(b Rect) bool {
	from, to := 0.0, 1.0
	for _, edge := range [][2]float64{
		{-(l.x1 - l.x0), l.x0 - b.X},
		{l.x1 - l.x0, b.X + b.W - l.x0},
		{-(l.y1 - l.y0), l.y0 - b.Y},
		{l.y1 - l.y0, b.Y + b.H - l.y0},
	} {
		p, q := edge[0], edge[1]
		switch {
		case p == 0 && q < 0:
			return false
		case p < 0:
			from = max(from, q/p)
		case p > 0:
			to = min(to, q/p)
		}
	}
	return from <= to
}

// beside finds place for words of a size next to a round mark: at its sides,
// above, below, and then farther away. It reports how far it went, in steps;
// what is not close needs a line to its mark.
func (r *room) beside(x, y, radius, width, height float64) (at Rect, steps int, ok bool) {
	if math.IsNaN(x + y + width + height) {
		return Rect{}, 0, false
	}
	for steps = range 4 {
		d := radius + 4 + float64(steps)*height*0.9
		up := d - height/4
		if steps > 0 {
			up = d
		}
		for _, at := range []Rect{
			{x + d, y - height/2, width, height},
			{x - d - width, y - height/2, width, height},
			{x - width/2, y - up - height, width, height},
			{x - width/2, y + up, width, height},
			{x + 0.7*d, y - 0.7*d - height, width, height},
			{x + 0.7*d, y + 0.7*d, width, height},
			{x - 0.7*d - width, y - 0.7*d - height, width, height},
			{x - 0.7*d - width, y + 0.7*d, width, height},
		} {
			if r.free(at) && (steps == 0 || r.open(at, x, y)) {
				return at, steps, true
			}
		}
	}
	return Rect{}, 0, false
}

// nearest is the point of a rectangle that is closest to x, y.
func (b Rect) nearest(x, y float64) (nx, ny float64) {
	return min(max(x, b.X), b.X+b.W), min(max(y, b.Y), b.Y+b.H)
}
