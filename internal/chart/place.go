package chart

import (
	"cmp"
	"slices"
)

// flag is a word that belongs to a place on an axis and stands above it.
type flag struct {
	at    float64 // x of the place
	body  string
	token string // of the word; empty is that of words beside a drawing
	loose bool   // no line leads down from the word, so that others may stand below it
}

// spot is where a flag came to stand.
type spot struct {
	x, width float64
	row      int // 0 is the lowest; −1: there was no room
}

// place finds room for flags within a width, on as few rows as it can: in the
// middle above its place, else beside it. No two words touch, and no line from
// a word down to its place crosses another word. Where not all have room the
// earlier ones win.
func (s *sketch) place(flags []flag, st style, rows int) []spot {
	return s.placeIn(span{0, s.Width}, flags, st, rows)
}

// span is a stretch of the width.
type span struct{ from, to float64 }

// placeIn is place within a part of the width.
func (s *sketch) placeIn(room span, flags []flag, st style, rows int) []spot {
	given := make([]int, len(flags))
	for i := range given {
		given[i] = i
	}
	rising := slices.Clone(given)
	slices.SortStableFunc(rising, func(i, j int) int { return cmp.Compare(flags[i].at, flags[j].at) })
	falling := slices.Clone(rising)
	slices.Reverse(falling)
	var best []spot
	for _, order := range [][]int{given, rising, falling} {
		// A word stands in the middle above its place (0.5), or to one side.
		for _, sides := range [][]float64{{0.5, 1, 0}, {1, 0.5, 0}, {0, 0.5, 1}} {
			spots := s.tryPlaces(room, order, sides, flags, st, rows)
			if best == nil || placed(spots) > placed(best) || placed(spots) == placed(best) && rowsOf(spots) < rowsOf(best) {
				best = spots
			}
		}
	}
	return best
}

func (s *sketch) tryPlaces(room span, order []int, sides []float64, flags []flag, st style, rows int) []spot {
	spots := make([]spot, len(flags))
	for n, i := range order {
		at, width := flags[i].at, s.look.measure(flags[i].body, st)
		spots[i] = spot{width: width, row: -1}
		if width > room.to-room.from || width == 0 {
			continue
		}
		for row := 0; row < rows && spots[i].row < 0; row++ {
			for _, side := range sides {
				here := spot{within(at-5-side*(width-10), width, room.from, room.to), width, row}
				if free(here, at, order[:n], flags, spots) {
					spots[i] = here
					break
				}
			}
		}
	}
	return spots
}

// free reports whether a word for the place at can stand here, beside those
// that were placed before.
func free(here spot, at float64, before []int, flags []flag, spots []spot) bool {
	const gap, clear = 8.0, 3.0
	for _, j := range before {
		other := spots[j]
		switch {
		case other.row < 0:
		case other.row == here.row:
			if here.x < other.x+other.width+gap && other.x < here.x+here.width+gap {
				return false
			}
		case flags[j].loose:
		case other.row < here.row && other.near(at, clear), other.row > here.row && here.near(flags[j].at, clear):
			return false
		}
	}
	return true
}

// flagWords sets flags where they came to stand, the lowest row above bottom.
func (s *sketch) flagWords(flags []flag, spots []spot, bottom float64) {
	for i, f := range flags {
		if at := spots[i]; at.row >= 0 {
			s.label(f.body, at.x, bottom-(float64(at.row)+0.5)*s.pitch(caption), left, caption, cmp.Or(f.token, "text2"))
		}
	}
}

// near reports whether x lies in the word or close to it.
func (s spot) near(x, clear float64) bool { return x > s.x-clear && x < s.x+s.width+clear }

func placed(spots []spot) int {
	n := 0
	for _, s := range spots {
		if s.row >= 0 {
			n++
		}
	}
	return n
}

// rowsOf is how many rows spots take.
func rowsOf(spots []spot) int {
	rows := 0
	for _, s := range spots {
		rows = max(rows, s.row+1)
	}
	return rows
}
