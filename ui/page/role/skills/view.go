package skills

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/chart"
	"nextrole/ui/chartview"
	"nextrole/ui/layout"
	"nextrole/ui/page"
	"nextrole/ui/theme"
	"nextrole/ui/widget"
)

// Tab is skills and tools.
type Tab struct {
	desk page.Desk

	skills    *ratings
	knowledge *ratings
	interests *chartview.View
	unrated   *fyne.Container
	charts    *fyne.Container
	listed    *fyne.Container
	tools     *fyne.Container
	scroll    *layout.Scroll
	model     model
}

// ratings is a chart of the most important of something, and the way to all.
type ratings struct {
	tab  *Tab
	make func(all bool) chart.Ratings
	all  bool

	view *chartview.View
	more *widget.Button
	box  *fyne.Container
}

func newRatings(t *Tab) *ratings {
	r := &ratings{tab: t, view: chartview.New(t.desk, false)}
	r.more = widget.NewLink("", r.onMore)
	r.box = layout.NewStack(6, r.view, layout.NewRow(0, r.more))
	return r
}

func (r *ratings) set(of func(all bool) chart.Ratings) {
	r.make, r.all = of, false
	r.show()
}

func (r *ratings) show() {
	whole := r.make(true)
	r.view.Set(r.make(r.all))
	r.more.Hidden = len(whole.Items) <= few
	label := fmt.Sprintf("Show all %d", len(whole.Items))
	if r.all {
		label = fmt.Sprintf("Show the %d most important", few)
	}
	r.more.SetLabel(label)
}

func (r *ratings) onMore() {
	r.all = !r.all
	r.show()
	r.tab.scroll.Reflow()
	widget.RevealFocus(r.more)
}

// New builds the tab.
func New(desk page.Desk) *Tab {
	t := &Tab{
		desk:      desk,
		interests: chartview.New(desk, false),
		unrated:   layout.NewStack(0),
		listed:    layout.NewColumns(32, 860),
		tools:     layout.NewStack(14),
	}
	t.skills, t.knowledge = newRatings(t), newRatings(t)
	t.charts = layout.NewColumns(32, 860, t.unrated, t.skills.box, t.knowledge.box, t.interests)
	t.scroll = layout.NewScroll(layout.NewInset(16, 20, 24, 20, layout.NewStack(16, t.charts, t.listed, t.tools)))
	t.scroll.OnScroll = func() { desk.Tips.Clear() }
	return t
}

// Content is the tab itself.
func (t *Tab) Content() fyne.CanvasObject { return t.scroll }

// Key scrolls the tab.
func (t *Tab) Key(key fyne.KeyName) bool { return t.scroll.Key(key) }

// Show shows a role.
func (t *Tab) Show(r nextrole.Role) {
	t.model = model{library: t.desk.Session, role: r}
	m := t.model
	t.unrated.RemoveAll()
	t.tools.RemoveAll()
	known := r.Profile != nil
	rated := known && r.Profile.Rated
	t.skills.box.Hidden, t.knowledge.box.Hidden = !rated, !rated
	t.interests.Hidden = !known || len(r.Profile.Interests) == 0
	t.unrated.Hidden = rated
	switch {
	case !known:
		t.unrated.Add(widget.NewMissing(m.missing()))
	case !rated:
		t.unrated.Add(widget.NewMissing(m.unrated()))
	default:
		t.skills.view.About(r.Title+", skills", m.credit("skills"))
		t.knowledge.view.About(r.Title+", knowledge", m.credit("knowledge"))
		t.skills.set(m.skills)
		t.knowledge.set(m.knowledge)
	}
	t.showListed(m)
	if known {
		if !t.interests.Hidden {
			t.interests.About(r.Title+", interests", m.credit("interests"))
			t.interests.Set(m.interests())
		}
		t.tools.Add(widget.NewRule())
		t.tools.Add(layout.NewColumns(32, 860,
			toolList("Software", m.counted("software", len(r.Profile.Software), "product", "products"), r.Profile.Software,
				"“In demand”: often asked for in postings for this role. “Hot”: often asked for in postings of all roles."),
			toolList("Equipment", m.counted("equipment", len(r.Profile.Equipment), "tool", "tools"), r.Profile.Equipment, "")))
		t.showMeasures(m)
	}
	t.scroll.ToTop()
	t.scroll.Reflow()
}

// showListed shows what the editors say where O*NET does not.
func (t *Tab) showListed(m model) {
	t.listed.RemoveAll()
	list := m.listed()
	t.listed.Hidden = len(list) == 0
	for _, l := range list {
		column := layout.NewStack(6, widget.NewHeading(l.name, ""), widget.NewParagraph(l.remark, theme.Caption, theme.Text3))
		for _, name := range l.names {
			column.Add(widget.NewRule())
			column.Add(widget.NewBullet(name))
		}
		t.listed.Add(column)
	}
}

// toolList shows tools by kind.
func toolList(name, remark string, tools []nextrole.Tool, legend string) fyne.CanvasObject {
	list := layout.NewStack(6, widget.NewHeading(name, remark))
	if legend != "" {
		list.Add(widget.NewParagraph(legend, theme.Caption, theme.Text3))
	}
	if len(tools) == 0 {
		list.Add(widget.NewParagraph("None listed.", theme.Body, theme.Text2))
		return list
	}
	for _, k := range kinds(tools) {
		list.Add(widget.NewRule())
		list.Add(kindRow(k))
	}
	return list
}

// kindRow names a kind and its tools; those in demand stand out.
func kindRow(k kind) fyne.CanvasObject {
	var spans []widget.Span
	for i, t := range k.tools {
		if i > 0 {
			spans = append(spans, widget.Span{Text: ", "})
		}
		spans = append(spans, widget.Span{Text: words(t), Strong: t.Demand || t.Hot})
	}
	text := widget.NewParagraph("", theme.Small, theme.Text)
	text.SetSpans(spans...)
	return &fyne.Container{Layout: layout.Columns{Weights: []float32{1, 2.2}, Gap: 12, Below: 340}, Objects: []fyne.CanvasObject{
		widget.NewParagraph(strings.TrimSpace(k.name), theme.Small, theme.Text2), text,
	}}
}
