package widget

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// How many characters fields take from the keyboard and the clipboard, unless
// told otherwise. At each click Fyne measures a line up to the pointer once for
// every letter before it, and at each key it wraps all of a text: with much more,
// one would wait. What the program itself sets is not cut.
const (
	LineMost = 250
	AreaMost = 10_000
)

// room is how much more an entry takes.
type room struct {
	entry *widget.Entry
	most  int
}

// left counts the characters that fit, in place of what is selected.
func (r room) left() int {
	return r.most - utf8.RuneCountInString(r.entry.Text) + utf8.RuneCountInString(r.entry.SelectedText())
}

// paste puts in as much of the clipboard as fits and reports whether that was
// all of it. With no room at all, what is selected stays.
func (r room) paste(s *fyne.ShortcutPaste) bool {
	text, left := []rune(s.Clipboard.Content()), r.left()
	switch {
	case len(text) <= left:
		r.entry.TypedShortcut(s)
		return true
	case left > 0:
		r.entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipped{s.Clipboard, string(text[:left])}})
	}
	return false
}

// clipped is a clipboard of which only the beginning is read.
type clipped struct {
	fyne.Clipboard
	beginning string
}

func (c clipped) Content() string { return c.beginning }
