package library

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/layout"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// side is the pane at the right: how much room the library takes, whether it is
// whole, and whose its contents are.
type side struct {
	page    *Page
	content *fyne.Container
	storage *fyne.Container
	check   *widget.Button
	whole   *widget.Text
	shown   int // imports when the storage was measured; −1 before
}

func newSide(p *Page) *side {
	s := &side{page: p, storage: layout.NewStack(6), shown: -1}
	s.whole = widget.NewParagraph("Reads every page and every value, and compares each with its checksum.", theme.Small, theme.Text2)
	s.check = widget.NewButton("Check now", "", s.onCheck)
	credits := widget.NewButton("Credits and licenses", "", func() { p.desk.Go(route.Route{Page: route.Settings, Tab: route.Credits}) })
	s.content = layout.NewStack(14,
		layout.NewStack(8, widget.NewText("Storage", theme.Title, theme.Text), s.storage),
		widget.NewRule(),
		layout.NewStack(8, layout.NewBar(8, 0, widget.NewText("Integrity", theme.Title, theme.Text), s.check), s.whole),
		widget.NewRule(),
		layout.NewStack(8, widget.NewText("Credits", theme.Title, theme.Text),
			widget.NewParagraph("Each figure names its source where it stands. All of them, with their terms:", theme.Small, theme.Text2),
			layout.NewRow(0, credits)))
	return s
}

// show measures the storage again where something was imported or removed.
func (s *side) show() {
	n := 0
	for _, i := range s.page.desk.Session.Imports() {
		n += i.Rows() + 1
	}
	if n == s.shown {
		return
	}
	s.shown = n
	s.page.desk.Session.Usage(func(u nextrole.Usage, err error) {
		s.storage.RemoveAll()
		if err != nil {
			s.storage.Add(widget.NewParagraph("The size is not known: "+err.Error(), theme.Small, theme.Text2))
		} else {
			s.showUsage(u)
		}
		s.page.scroll.Reflow()
	})
}

func (s *side) showUsage(u nextrole.Usage) {
	line := func(name string, bytes int64, style theme.Style) {
		s.storage.Add(layout.NewBar(8, 0, widget.NewParagraph(name, style, theme.Text), widget.NewRight(nextrole.Bytes(bytes), style, theme.Text)))
	}
	line("Library file", u.File, theme.BodyStrong)
	used := u.Starter + u.Personal
	ids := make([]nextrole.SourceID, 0, len(u.Imported))
	for id, bytes := range u.Imported {
		ids = append(ids, id)
		used += bytes
	}
	slices.SortFunc(ids, func(a, b nextrole.SourceID) int {
		return cmp.Or(cmp.Compare(u.Imported[b], u.Imported[a]), cmp.Compare(a, b))
	})
	for _, id := range ids {
		line(short(s.page.desk.Session, id), u.Imported[id], theme.Small)
	}
	line("Starter library", u.Starter, theme.Small)
	line("Your pins, notes and choices", u.Personal, theme.Small)
	if free := u.File - used; free > 0 {
		line("Order and free room", free, theme.Small)
	}
}

func (s *side) onCheck() {
	s.check.SetEnabled(false)
	s.whole.Set("Checking…")
	s.page.desk.Session.Check(func(err error) {
		s.check.SetEnabled(true)
		if err != nil {
			s.whole.Set("Something is wrong: " + err.Error())
			s.page.desk.Problem("The library has a defect: " + err.Error())
		} else {
			s.whole.Set("No problems found, " + s.page.desk.Session.Now().Format("3:04 PM") + ".")
		}
		s.page.scroll.Reflow()
		widget.FocusOn(s.check)
	})
}
