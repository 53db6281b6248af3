package week

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// line is a task of the week: its label and name, a lock, a slider, hours, and
// how its share differs. It is made once and then changed in place, so that the
// keyboard stays where it is while time moves.
type line struct {
	page  *Part
	i     int
	label *widget.Text
	name  *widget.Text
	edit  *widget.Press
	lock  *widget.Button
	pull  *widget.Slider
	hours *widget.Search
	share *widget.Text
	diff  *widget.Text
	row   *fyne.Container
	shown string // the hours that the field was set to
}

func newLine(p *Part, i int) *line {
	l := &line{
		page: p, i: i,
		label: widget.NewText("", theme.Style{Size: 12, Line: 17, Strong: true}, theme.Text),
		name:  widget.NewParagraph("", theme.Body, theme.Text),
		pull:  widget.NewSlider(""),
		hours: widget.NewNumber("Hours"),
		share: widget.NewRight("", theme.BodyStrong, theme.Text),
		diff:  widget.NewRight("", theme.Small, theme.Text2),
	}
	l.edit = widget.NewPress("", layout.NewInset(5, 6, 5, 6, l.name), func() { p.editTask(l.i) })
	l.edit.Hover = widget.Ground{Fill: theme.Hover}
	l.lock = widget.NewIconButton("Lock", "unlock", func() { p.onLock(l.i) })
	l.pull.Step, l.pull.Big = 0.5, 2
	l.pull.Words = func(v float64) string { return hoursText(v) + " hours" }
	l.pull.OnChange = func(v float64) { p.onHours(l.i, v) }
	l.pull.OnRest = p.onRest
	l.hours.OnSubmit = l.onSubmit
	l.hours.OnKey = l.onKey
	p.desk.Tips.Explain(l.lock.Press, "Lock", "A locked task keeps its time while the others give and take")
	l.row = &fyne.Container{Layout: lineLayout{}, Objects: []fyne.CanvasObject{l.label, l.edit, l.lock, l.pull, l.hours, l.share, l.diff}}
	return l
}

// show brings the line up to date.
func (l *line) show(r row) {
	if string(r.label) != l.label.String() {
		l.label.SetColor(theme.LabelText(r.label))
		l.label.Set(string(r.label))
	}
	if l.name.String() != r.name {
		l.name.Set(r.name)
	}
	l.edit.Label = r.name + ", " + string(r.label) + ", rated " + nextrole.Decimal(float64(r.score), 0) + ": change it"
	l.page.desk.Tips.Explain(l.edit, r.name, string(r.label)+", "+r.label.Word()+"; AI can do "+nextrole.Decimal(float64(r.score), 0)+" of 5.\nPress to rename, rate, split or remove it.")
	if l.lock.IsChosen() != r.locked {
		l.lock.SetChosen(r.locked)
		if r.locked {
			l.lock.SetIcon("lock", theme.Accent)
			l.lock.SetLabel("Locked: unlock")
		} else {
			l.lock.SetIcon("unlock", theme.Text2)
			l.lock.SetLabel("Lock")
		}
	}
	most := r.most
	if l.pull.Moving() {
		most = l.pull.Most // the scale stays under the pointer
	}
	l.pull.Label = r.name
	l.pull.Set(r.hours, most, r.tick, r.locked)
	if hours := hoursText(r.hours); hours != l.shown || !l.hours.Focused() && l.hours.Text() != hours {
		l.shown = hours
		l.hours.SetText(hours)
	}
	l.share.Set(r.share)
	l.diff.Set(r.versus)
}

// onSubmit takes the hours that were typed, or puts back those that hold.
func (l *line) onSubmit() {
	if l.hours.Text() == l.shown {
		return
	}
	hours, ok := readHours(l.hours.Text())
	if !ok {
		l.page.desk.Problem("“" + l.hours.Text() + "” is no number of hours. Type it as 7.5 or 7:30; the hours stay as they were.")
		l.hours.SetText(l.shown)
		return
	}
	l.shown = "" // so that what can be had is shown
	l.page.onHours(l.i, hours)
	l.page.onRest()
	if got := l.page.model.rows()[l.i].hours; got < hours-0.05 || got > hours+0.05 {
		l.page.desk.Notice("The other tasks that are not locked leave it "+hoursText(got)+" hours", "", nil)
	}
}

// onKey steps by the arrows up and down; Escape puts back what was typed over.
func (l *line) onKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyUp, fyne.KeyDown:
		l.onSubmit()
		by := 0.5
		if key == fyne.KeyDown {
			by = -by
		}
		l.page.onHours(l.i, max(l.page.model.rows()[l.i].hours+by, 0))
		return true
	case fyne.KeyEscape:
		if l.hours.Text() != l.shown {
			l.hours.SetText(l.shown)
			return true
		}
	}
	return false
}

// lineLayout places the parts of a line in columns; where there is little room,
// the slider stands below the name.
type lineLayout struct{}

// Widths of the columns in DIP.
const (
	labelWidth = 44
	lockWidth  = 28
	fieldWidth = 78
	shareWidth = 46
	diffWidth  = 62
	lineGap    = 8
	narrowLine = 620
	nameInset  = 6 // the name can be pressed, and begins where its ground does not
	lineLeast  = 44
)

// columns returns where name and slider begin and end at a width.
func (lineLayout) columns(width float32) (name, nameW, pull, pullW float32) {
	fixed := float32(labelWidth + lockWidth + fieldWidth + shareWidth + diffWidth + 6*lineGap)
	name = labelWidth + lineGap
	if width < narrowLine {
		return name, width - name, name, width - fixed
	}
	flex := width - fixed
	nameW = flex * 0.45
	pull = name + nameW + lineGap + lockWidth + lineGap
	return name, nameW, pull, flex - nameW
}

// HeightFor implements layout.TallLayout.
func (l lineLayout) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	_, nameW, _, _ := l.columns(width)
	height := layout.HeightFor(o[1], nameW+nameInset)
	if width < narrowLine {
		return height + lineLeast
	}
	return max(height, lineLeast)
}

// MinSize implements fyne.Layout.
func (l lineLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(400, lineLeast) }

// Layout implements fyne.Layout.
func (l lineLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	name, nameW, pull, pullW := l.columns(size.Width)
	nameH := layout.HeightFor(o[1], nameW+nameInset)
	middle, nameY := size.Height/2, size.Height/2-nameH/2
	if size.Width < narrowLine {
		nameY, middle = 0, nameH+lineLeast/2
	}
	put := func(o fyne.CanvasObject, x, w float32) {
		h := o.MinSize().Height
		o.Move(fyne.NewPos(x, middle-h/2))
		o.Resize(fyne.NewSize(w, h))
	}
	label := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(0, nameY+nameH/2-label/2))
	o[0].Resize(fyne.NewSize(labelWidth, label))
	o[1].Move(fyne.NewPos(name-nameInset, nameY))
	o[1].Resize(fyne.NewSize(nameW+nameInset, nameH))
	x := size.Width - diffWidth
	put(o[6], x, diffWidth)
	put(o[5], x-lineGap-shareWidth, shareWidth)
	put(o[4], x-2*lineGap-shareWidth-fieldWidth, fieldWidth)
	if size.Width < narrowLine {
		put(o[2], 0, lockWidth)
	} else {
		put(o[2], pull-lineGap-lockWidth, lockWidth)
	}
	put(o[3], pull, pullW)
}
