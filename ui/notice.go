package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// noticeTime is how long a notice stays.
const noticeTime = 6 * time.Second

// notice says at the bottom of the window what was done, with a way back. A
// problem stays until it is closed.
type notice struct {
	layer  *fyne.Container
	text   *widget.Text
	icon   *widget.Icon
	box    *widget.Fill
	action *widget.Button
	stays  bool // it is a problem
	timer  *time.Timer
	after  func()

	log    []page.Said // oldest first
	onSaid func()      // told after the log grew
}

// noticesKept is how many notices the history goes back.
const noticesKept = 200

func newNotice() *notice {
	n := &notice{
		text: widget.NewParagraph("", theme.Body, theme.Text),
		icon: widget.NewIcon("check", 16, theme.Accent),
		box:  widget.NewBox(theme.Raised, theme.Control, 8),

		onSaid: func() {},
	}
	n.action = widget.NewLink("", n.act)
	row := layout.NewBar(10, 1, n.icon, n.text, n.action)
	panel := layout.NewLayers(n.box, layout.NewInset(9, 14, 9, 14, row))
	n.layer = &fyne.Container{Layout: bottomCenter{}, Objects: []fyne.CanvasObject{panel}}
	n.layer.Hide()
	return n
}

// show says that something is done; action, if any, takes it back. It does not
// take the place of a problem.
func (n *notice) show(text, action string, onAction func()) {
	defer n.keep(text, false)
	if n.stays {
		return
	}
	n.open("check", theme.Accent, text, action, onAction)
	n.timer = time.AfterFunc(noticeTime, func() { fyne.Do(n.hide) })
}

// problem says what went wrong, until it is closed.
func (n *notice) problem(text string) {
	n.open("warn", theme.StatusError, text, "Close", func() {})
	n.stays = true
	n.keep(text, true)
}

// keep adds to the history, also what could not be shown.
func (n *notice) keep(text string, problem bool) {
	n.log = append(n.log, page.Said{At: time.Now(), Text: text, Problem: problem})
	n.log = n.log[max(len(n.log)-noticesKept, 0):]
	n.onSaid()
}

// said returns the history, newest first.
func (n *notice) said() []page.Said {
	list := slices.Clone(n.log)
	slices.Reverse(list)
	return list
}

func (n *notice) open(icon string, ink fyne.ThemeColorName, text, action string, onAction func()) {
	if n.timer != nil {
		n.timer.Stop()
	}
	n.icon.Set(icon, ink)
	n.text.Set(text)
	n.action.SetLabel(action)
	n.action.Hidden = action == ""
	n.after = onAction
	n.layer.Show()
	n.layer.Refresh()
}

func (n *notice) act() {
	n.hide()
	if n.after != nil {
		n.after()
	}
}

func (n *notice) hide() {
	n.stays = false
	n.layer.Hide()
}

// bottomCenter places its object at the bottom, no wider than a line of text.
type bottomCenter struct{}

func (bottomCenter) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (bottomCenter) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(520, size.Width-32)
	height := layout.HeightFor(objects[0], width)
	objects[0].Move(fyne.NewPos((size.Width-width)/2, size.Height-height-68))
	objects[0].Resize(fyne.NewSize(width, height))
}
