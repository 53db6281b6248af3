package ui

import "nextrole/ui/route"

// history is the places a person was at, with the present one among them.
type history struct {
	places []route.Route
	at     int
}

// visit adds a place after the present one and forgets those that followed it.
// Visiting the present place again changes nothing.
func (h *history) visit(r route.Route) {
	if len(h.places) > 0 {
		if h.places[h.at] == r {
			return
		}
		h.places = h.places[:h.at+1]
	}
	h.places = append(h.places, r)
	h.at = len(h.places) - 1
}

// step moves by d places and returns where that is. It reports false, and
// stays, where there is no such place.
func (h *history) step(d int) (route.Route, bool) {
	to := h.at + d
	if to < 0 || to >= len(h.places) {
		return route.Route{}, false
	}
	h.at = to
	return h.places[to], true
}

func (h *history) canStep(d int) bool { return h.at+d >= 0 && h.at+d < len(h.places) }
