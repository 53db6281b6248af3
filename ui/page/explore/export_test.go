package explore

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/ui/widget"
)

// Model is what the page shows, to be tested without pixels.
type Model struct{ *model }

// NewModel returns the model of a library.
func NewModel(l library) Model {
	m := Model{newModel(l)}
	m.find()
	return m
}

// Find lists the roles of a query.
func (m Model) Find(query string) {
	m.query = query
	m.find()
}

// Filters returns the names of the filters, each with those of its options.
func Filters() map[string][]string {
	all := map[string][]string{}
	for f := range filterCount {
		for _, o := range options(f) {
			all[filterName[f]] = append(all[filterName[f]], o.name)
		}
	}
	return all
}

// Toggle chooses an option, or no longer.
func (m Model) Toggle(filterNamed, option string) {
	f, i := find(filterNamed, option)
	m.toggle(f, i)
	m.find()
}

// Counts returns the count of each option of a filter by its name.
func (m Model) Counts(filterNamed string) map[string]int {
	f, _ := find(filterNamed, "")
	counts := map[string]int{}
	for i, n := range m.counts(f) {
		counts[options(f)[i].name] = n
	}
	return counts
}

// Chip returns what the chip of a filter says.
func (m Model) Chip(filterNamed string) string {
	f, _ := find(filterNamed, "")
	return m.chipText(f)
}

// Clear sets all filters to any.
func (m Model) Clear() {
	m.clear()
	m.find()
}

func (m Model) Filtered() bool                { return m.filtered() }
func (m Model) Matches() int                  { return m.matches }
func (m Model) Suggest() string               { return m.suggest }
func (m Model) Header() (count, order string) { return m.header() }

func find(filterNamed, option string) (filter, int) {
	for f := range filterCount {
		if filterName[f] != filterNamed {
			continue
		}
		for i, o := range options(f) {
			if o.name == option || option == "" {
				return f, i
			}
		}
	}
	panic(fmt.Sprintf("no filter %q with %q", filterNamed, option))
}

// Row is a row of the list; what matched is in brackets.
type Row struct {
	Code       nextrole.Code
	Title, Why string
	Zone       nextrole.Zone
	Pay, Of    string
	Scored     bool
	Pinned     bool
}

func (m Model) rows() []row {
	var all []row
	for i := range m.listed {
		all = append(all, m.row(i))
	}
	return all
}

// Rows returns the list.
func (m Model) Rows() []Row {
	var list []Row
	for _, r := range m.rows() {
		list = append(list, Row{r.code, bracketed(r.titleWords()), bracketed(r.whyWords()), r.zone, r.pay, r.payOf, r.score != nil, r.pinned})
	}
	return list
}

// Spans counts the spans of a search in the rows, and those that are drawn.
func (m Model) Spans() (found, drawn int) {
	for _, r := range m.rows() {
		found += len(r.titleSpans) + len(r.whySpans)
		for _, s := range append(r.titleWords(), r.whyWords()...) {
			if s.Strong {
				drawn++
			}
		}
	}
	return found, drawn
}

func bracketed(spans []widget.Span) string {
	var b strings.Builder
	for _, s := range spans {
		if s.Strong {
			b.WriteString("[" + s.Text + "]")
		} else {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

// Previewed returns the role in the pane.
func (p *Page) Previewed() nextrole.Code { return p.preview.code }

// PreviewPane returns the pane.
func (p *Page) PreviewPane() fyne.CanvasObject { return p.preview.pane }

// GrowthNote returns what stands below the growth of the one role that a code
// finds.
func (m Model) GrowthNote(code nextrole.Code) string {
	m.Find(string(code))
	return m.row(0).of
}

// HeaderPeriods returns the periods that the header names.
func (m Model) HeaderPeriods() (pay, growth string) {
	return m.payPeriod.String(), m.growthPeriod.String()
}
