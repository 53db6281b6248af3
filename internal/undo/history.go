package week

import "nextrole"

// History is what was done to a week, step by step.
type History struct {
	steps []nextrole.Week
	at    int    // of the week as it is now
	what  string // the kind of the last step, while it may go on
}

// mostSteps is how many steps can be undone.
const mostSteps = 500

// NewHistory returns the history of a week that nothing was done to.
func NewHistory(w nextrole.Week) *History { return &History{steps: []nextrole.Week{w}} }

// Now returns the week as it is.
func (h *History) Now() nextrole.Week { return h.steps[h.at] }

// Before returns the week that a step of a kind starts from: while one goes on,
// that from before it began, so that a slider that moves there and back leaves all
// as it was.
func (h *History) Before(kind string) nextrole.Week {
	if kind != "" && kind == h.what && h.at > 0 {
		return h.steps[h.at-1]
	}
	return h.Now()
}

// Do adds a step; one that changes nothing is none. Steps of the same kind in a row, such as the moves of one
// slider, are one until [History.Rest]; an empty kind always stands alone.
func (h *History) Do(kind string, w nextrole.Week) {
	if same(h.Now(), w) {
		return
	}
	if kind != "" && kind == h.what && h.at > 0 {
		h.steps = append(h.steps[:h.at], w)
		return
	}
	h.what = kind
	h.steps = append(h.steps[:h.at+1], w)
	h.at++
	if h.at > mostSteps {
		h.steps, h.at = h.steps[1:], h.at-1
	}
}

// Rest ends the last step: the next one stands for itself, whatever its kind.
func (h *History) Rest() { h.what = "" }

// CanUndo reports whether there is a step to undo.
func (h *History) CanUndo() bool { return h.at > 0 }

// CanRedo reports whether there is an undone step.
func (h *History) CanRedo() bool { return h.at < len(h.steps)-1 }

// Undo goes back a step, if there is one.
func (h *History) Undo() { h.move(-1) }

// Redo does an undone step again, if there is one.
func (h *History) Redo() { h.move(+1) }

func (h *History) move(by int) {
	h.what = ""
	if at := h.at + by; at >= 0 && at < len(h.steps) {
		h.at = at
	}
}
