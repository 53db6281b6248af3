package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"nextrole/ui/theme"
)

// rows keeps the rows of a list. Fyne makes a row to measure at each refresh,
// and throws away those beyond the end of a list that became shorter; as one
// types, that is most of the work. It is given slots instead, which cost next to
// nothing, and a row moves from one that is thrown away to a new one.
type rows struct {
	create func() fyne.CanvasObject
	update func(i int, row fyne.CanvasObject)

	least fyne.Size // of a row; all are alike
	slots []*slot   // those with a row
	spare []fyne.CanvasObject
	round int  // counts the times that all rows are shown
	worn  worn // when they were shown last
}

// worn is a look of the window. A row that is not seen misses a change of it.
type worn struct {
	theme fyne.Theme
	dark  bool
}

func wornNow() worn { return worn{fyne.CurrentApp().Settings().Theme(), theme.IsDark()} }

// newSlot makes a place for a row.
func (r *rows) newSlot() fyne.CanvasObject {
	s := &slot{rows: r}
	s.ExtendBaseWidget(s)
	return s
}

// show puts a row in a slot, where it has none, and brings it up to date.
func (r *rows) show(i int, o fyne.CanvasObject) {
	s := o.(*slot)
	if s.row == nil {
		s.row = r.take()
		s.row.Resize(s.Size())
		r.slots = append(r.slots, s)
	}
	s.round = r.round
	r.update(i, s.row)
}

func (r *rows) take() fyne.CanvasObject {
	n := len(r.spare)
	if n == 0 {
		return r.create()
	}
	row := r.spare[n-1]
	r.spare = r.spare[:n-1]
	return row
}

// renew runs what shows all rows, and then takes the rows of slots that are not
// among them any more. Empty says that there are no rows.
func (r *rows) renew(empty bool, show func()) {
	r.round++
	now := wornNow()
	same := now == r.worn
	if r.worn = now; !same {
		r.spare = nil
	}
	show()
	if !empty && !slices.ContainsFunc(r.slots, r.shown) {
		return // the list has no size yet, and shows none of its rows
	}
	r.slots = slices.DeleteFunc(r.slots, func(s *slot) bool {
		if r.shown(s) {
			return false
		}
		if same {
			r.spare = append(r.spare, s.row)
		}
		s.row = nil
		return true
	})
}

func (r *rows) shown(s *slot) bool { return s.round == r.round }

// size is the least size of a row.
func (r *rows) size() fyne.Size {
	if r.least.IsZero() {
		row := r.take()
		r.least = row.MinSize()
		r.spare = append(r.spare, row)
	}
	return r.least
}

// slot is the place of a row in Fyne's list.
type slot struct {
	widget.BaseWidget

	rows  *rows
	row   fyne.CanvasObject
	round int // in which the row was shown last
}

// MinSize implements fyne.CanvasObject.
func (s *slot) MinSize() fyne.Size { return s.rows.size() }

// CreateRenderer implements fyne.Widget.
func (s *slot) CreateRenderer() fyne.WidgetRenderer { return slotRenderer{s} }

type slotRenderer struct{ s *slot }

func (r slotRenderer) Layout(size fyne.Size) {
	if r.s.row != nil {
		r.s.row.Resize(size)
	}
}
func (r slotRenderer) MinSize() fyne.Size { return r.s.MinSize() }
func (r slotRenderer) Refresh()           { canvas.Refresh(r.s) }
func (r slotRenderer) Objects() []fyne.CanvasObject {
	if r.s.row == nil {
		return nil
	}
	return []fyne.CanvasObject{r.s.row}
}
func (r slotRenderer) Destroy() {}
