package own

import (
	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// taskLine is a task of the assessment: its name with the reason for its rating, its
// share of time, how much of it AI can do, and what AI does in it. It is made once and
// changed in place, so that the keyboard stays where it is.
type taskLine struct {
	part   *Part
	i      int
	words  *words
	share  *widget.Search
	score  *widget.Rating
	label  *widget.Rating
	row    *fyne.Container
	shown  string // the share that the field was set to
	labels []nextrole.Label
}

var scoreNames = scaleNames(1, 5)

func newTaskLine(p *Part, i int) *taskLine {
	l := &taskLine{part: p, i: i, labels: nextrole.Labels()}
	names := make([]string, len(l.labels))
	for k, label := range l.labels {
		names[k] = string(label)
	}
	l.words = newWords(func() { p.editTask(i) })
	l.share = widget.NewNumber("Share of time in percent")
	l.share.OnSubmit = l.onShare
	l.share.OnKey = l.onKey
	l.score = widget.NewRating("How much of it AI can do", scoreNames, 0, func(k int) {
		p.change("", func(a *nextrole.Assessment) { a.Inputs.Tasks[i].Score = k + 1 })
	})
	l.label = widget.NewRating("What AI does in it", names, 0, func(k int) {
		p.change("", func(a *nextrole.Assessment) { a.Inputs.Tasks[i].Label = l.labels[k] })
	})
	explain(p.desk.Tips, l.label, "What AI does in it", labelMeans())
	l.row = &fyne.Container{Layout: taskLayout{}, Objects: []fyne.CanvasObject{l.words.press, l.share, l.score, l.label}}
	return l
}

// taskHeads name the columns of the tasks, in the layout of their lines.
func taskHeads() fyne.CanvasObject {
	head := func(text string, width float32) fyne.CanvasObject {
		return layout.NewFixed(width, 0, widget.NewText(text, theme.Caption, theme.Text2))
	}
	wide := func(names ...string) float32 { return widget.NewRating("", names, 0, nil).MinSize().Width }
	return &fyne.Container{Layout: headLayout{}, Objects: []fyne.CanvasObject{
		widget.NewText("Task", theme.Caption, theme.Text2), head("Time", shareColumn),
		head("AI can do", wide(scoreNames...)), head("Type", wide("DISP", "AUG", "NOT")),
	}}
}

// show brings the line up to date.
func (l *taskLine) show(t nextrole.AssessedTask) {
	m := l.part.model
	l.words.set(t.Name, t.Rationale, m.counters(t.Counter, func(v int) string { return scoreNames[min(max(v-1, 0), 4)] }))
	l.words.press.Label = t.Name + ": change its words"
	l.share.Label = t.Name + ", share of time in percent"
	l.score.Label, l.label.Label = t.Name+", how much of it AI can do", t.Name+", what AI does in it"
	l.score.Set(t.Score - 1)
	explain(l.part.desk.Tips, l.score, "How much of it can AI do?", taskMeans[t.Score-1])
	for k, label := range l.labels {
		if label == t.Label {
			l.label.Set(k)
		}
	}
	if text := t.Share.String(); text != l.shown || !l.share.Focused() && l.share.Text() != text {
		l.shown = text
		l.share.SetText(text)
	}
}

// onShare takes the share that was typed, or puts back the one that holds.
func (l *taskLine) onShare() {
	if l.share.Text() == l.shown || l.i >= len(l.part.model.at().Inputs.Tasks) {
		return
	}
	share, ok := readShare(l.share.Text())
	if !ok {
		l.part.desk.Problem("“" + l.share.Text() + "” is no share of time. Type it in percent, from 0 to 100, as 12.5; the share stays as it was.")
		l.share.SetText(l.shown)
		return
	}
	l.shown = ""
	l.part.change("", func(a *nextrole.Assessment) { a.Inputs.Tasks[l.i].Share = share })
}

// onKey steps by the arrows up and down; Escape puts back what was typed over.
func (l *taskLine) onKey(key fyne.KeyName) bool {
	by := nextrole.Share(0)
	switch key {
	case fyne.KeyUp:
		by = 100
	case fyne.KeyDown:
		by = -100
	case fyne.KeyEscape:
		if l.share.Text() != l.shown {
			l.share.SetText(l.shown)
			return true
		}
		return false
	default:
		return false
	}
	l.onShare()
	l.part.change("share", func(a *nextrole.Assessment) {
		s := &a.Inputs.Tasks[l.i].Share
		*s = min(max(*s+by, 0), nextrole.Whole)
	})
	return true
}

// explain makes a scale show what its values mean while it is pointed at or focused.
func explain(tips *widget.Tips, r *widget.Rating, head, body string) {
	r.OnHint = func(show bool) {
		if show {
			tips.PointAt(r, head, body)
		} else {
			tips.Clear()
		}
	}
}

// ratingLine is a rating beside the tasks: its name, its scale, and its reason.
type ratingLine struct {
	part  *Part
	rated rated
	words *words
	scale *widget.Rating
	row   *fyne.Container
}

func newRatingLine(p *Part, r rated) *ratingLine {
	l := &ratingLine{part: p, rated: r}
	l.words = newWords(func() { p.editRating(r) })
	l.scale = widget.NewRating(r.name, r.names, -1, func(k int) {
		p.change("", func(a *nextrole.Assessment) {
			if a.Principles == nil && r.group == principles {
				a.Principles = &[3]nextrole.Rating{}
			}
			r.in(a).Value = k + r.least
		})
	})
	explain(p.desk.Tips, l.scale, r.name, r.explains())
	l.row = &fyne.Container{Layout: ratingLayout{}, Objects: []fyne.CanvasObject{l.words.press, l.scale}}
	return l
}

// show brings the line up to date.
func (l *ratingLine) show(a nextrole.Assessment) {
	m, r := l.part.model, l.rated.in(&a)
	l.words.press.Label = l.rated.name + ": change its reason"
	if r == nil {
		l.words.set(l.rated.name, "", nil)
		l.scale.Set(-1)
		return
	}
	l.scale.Set(r.Value - l.rated.least)
	more := m.counters(r.Counter, l.rated.value)
	if len(r.Sources) > 0 {
		more = append([]string{"Source: " + m.named(r.Sources...)}, more...)
	}
	l.words.set(l.rated.name, r.Reason, more)
}

// counters are facts that speak for another rating, as lines.
func (m *model) counters(list []nextrole.Counter, value func(int) string) []string {
	lines := make([]string, len(list))
	for i, c := range list {
		lines[i] = "On the other hand: " + m.counterText(c, value(c.Value))
	}
	return lines
}

// words are the name of a rating and the reason for it, which can be pressed to be
// changed.
type words struct {
	name   *widget.Text
	reason *widget.Text
	more   *widget.Text
	press  *widget.Press
}

const noReason = "No reason given yet. Press to write one."

func newWords(onTap func()) *words {
	w := &words{
		name:   widget.NewParagraph("", theme.Style{Size: 13, Line: 18, Strong: true}, theme.Text),
		reason: widget.NewParagraph("", theme.Small, theme.Text2),
		more:   widget.NewParagraph("", theme.Caption, theme.Text2),
	}
	w.press = widget.NewPress("", layout.NewInset(4, wordsInset, 5, wordsInset, layout.NewStack(1, w.name, w.reason, w.more)), onTap)
	w.press.Hover = widget.Ground{Fill: theme.Hover}
	return w
}

// set shows other words.
func (w *words) set(name, reason string, more []string) {
	if reason == "" {
		reason = noReason
	}
	text := ""
	for i, line := range more {
		if i > 0 {
			text += "\n"
		}
		text += line
	}
	for _, t := range []struct {
		at   *widget.Text
		text string
	}{{w.name, name}, {w.reason, reason}, {w.more, text}} {
		if t.at.String() != t.text {
			t.at.Set(t.text)
		}
	}
	w.more.Hidden = text == ""
}

// Widths in DIP.
const (
	wordsInset  = 6
	shareColumn = 78
	lineGap     = 10
	narrowLine  = 640 // below, the scales stand under the words
	lineLeast   = 44
)

// taskLayout places the words of a task and what is rated of it side by side, or one
// below the other where there is little room.
type taskLayout struct{}

// controls returns how wide share, score and label are together.
func controls(o []fyne.CanvasObject) float32 {
	return shareColumn + o[2].MinSize().Width + o[3].MinSize().Width + 2*lineGap
}

// HeightFor implements layout.TallLayout.
func (taskLayout) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	if width < narrowLine {
		return layout.HeightFor(o[0], width+2*wordsInset) + 38
	}
	return max(layout.HeightFor(o[0], width-controls(o)-lineGap+wordsInset)+4, lineLeast)
}

// MinSize implements fyne.Layout.
func (l taskLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(controls(o), l.HeightFor(o, narrowLine))
}

// Layout implements fyne.Layout.
func (taskLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	wide := controls(o)
	x, top := size.Width-wide, float32(6)
	nameW := x - lineGap + wordsInset
	if size.Width < narrowLine {
		nameW = size.Width + 2*wordsInset
		x, top = 0, layout.HeightFor(o[0], nameW)+2
	}
	place(o[0], -wordsInset, 2, nameW, layout.HeightFor(o[0], nameW))
	place(o[1], x, top-1, shareColumn, 30)
	x += shareColumn + lineGap
	place(o[2], x, top, o[2].MinSize().Width, o[2].MinSize().Height)
	x += o[2].MinSize().Width + lineGap
	place(o[3], x, top, o[3].MinSize().Width, o[3].MinSize().Height)
}

// headLayout is that of a line, as low as words are. Where the scales stand under the
// words there are no columns to name.
type headLayout struct{ taskLayout }

// HeightFor implements layout.TallLayout.
func (headLayout) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	if width < narrowLine {
		return 0
	}
	return 22
}

// Layout implements fyne.Layout.
func (l headLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, head := range o {
		head.Hide()
	}
	if size.Width < narrowLine {
		return
	}
	x := size.Width - controls(o)
	place(o[0], 0, 2, x-lineGap, 18)
	for i, head := range o {
		head.Show()
		if i == 0 {
			continue
		}
		w := head.MinSize().Width
		place(head, x, 2, w, 18)
		x += w + lineGap
	}
}

// ratingLayout places the words of a rating and its scale likewise.
type ratingLayout struct{}

const scaleColumn = 158 // of the longest scale, so that all begin at one line

// HeightFor implements layout.TallLayout.
func (ratingLayout) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	if width < narrowLine {
		return layout.HeightFor(o[0], width+2*wordsInset) + 38
	}
	return max(layout.HeightFor(o[0], width-scaleColumn-lineGap+wordsInset)+4, lineLeast)
}

// MinSize implements fyne.Layout.
func (l ratingLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(scaleColumn, l.HeightFor(o, narrowLine))
}

// Layout implements fyne.Layout.
func (ratingLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x, top := size.Width-scaleColumn, float32(6)
	nameW := x - lineGap + wordsInset
	if size.Width < narrowLine {
		nameW = size.Width + 2*wordsInset
		x, top = 0, layout.HeightFor(o[0], nameW)+2
	}
	place(o[0], -wordsInset, 2, nameW, layout.HeightFor(o[0], nameW))
	place(o[1], x, top, o[1].MinSize().Width, o[1].MinSize().Height)
}

func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}
