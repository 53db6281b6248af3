// Package undo is the history of something that is worked on, so that steps can
// be undone and done again.
package undo

// History is what was done to a thing, step by step. Its states are never changed.
type History[T any] struct {
	steps []T
	at    int    // of the state as it is now
	what  string // the kind of the last step, while it may go on
	same  func(a, b T) bool
}

// mostSteps is how many steps can be undone.
const mostSteps = 500

// New returns the history of a thing that nothing was done to; same reports whether
// two states are one.
func New[T any](state T, same func(a, b T) bool) *History[T] {
	return &History[T]{steps: []T{state}, same: same}
}

// Now returns the state as it is.
func (h *History[T]) Now() T { return h.steps[h.at] }

// Before returns the state that a step of a kind starts from: while one goes on,
// that from before it began, so that a slider that moves there and back leaves all
// as it was.
func (h *History[T]) Before(kind string) T {
	if kind != "" && kind == h.what && h.at > 0 {
		return h.steps[h.at-1]
	}
	return h.Now()
}

// Do adds a step; one that changes nothing is none. Steps of the same kind in a row,
// such as the moves of one slider, are one until [History.Rest]; an empty kind always
// stands alone.
func (h *History[T]) Do(kind string, state T) {
	if h.same(h.Now(), state) {
		return
	}
	if kind != "" && kind == h.what && h.at > 0 {
		h.steps = append(h.steps[:h.at], state)
		return
	}
	h.what = kind
	h.steps = append(h.steps[:h.at+1], state)
	h.at++
	if h.at > mostSteps {
		h.steps, h.at = h.steps[1:], h.at-1
	}
}

// Rest ends the last step: the next one stands for itself, whatever its kind.
func (h *History[T]) Rest() { h.what = "" }

// CanUndo reports whether there is a step to undo.
func (h *History[T]) CanUndo() bool { return h.at > 0 }

// CanRedo reports whether there is an undone step.
func (h *History[T]) CanRedo() bool { return h.at < len(h.steps)-1 }

// Undo goes back a step, if there is one.
func (h *History[T]) Undo() { h.move(-1) }

// Redo does an undone step again, if there is one.
func (h *History[T]) Redo() { h.move(+1) }

func (h *History[T]) move(by int) {
	h.what = ""
	if at := h.at + by; at >= 0 && at < len(h.steps) {
		h.at = at
	}
}
