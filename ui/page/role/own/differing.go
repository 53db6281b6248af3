package own

import (
	"fmt"
	"slices"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/assess"
)

// side is an assessment that can be compared with another: a version of the one that
// is open, or another author's of the same role.
type side struct {
	key        string
	name       string
	assessment nextrole.Assessment
	version    int // of the one that is open, from 1; 0 for another author's
}

// sides are all that can be compared: the versions, the newest first, and then the
// other assessments of the role that come with ratings.
func (m *model) sides() []side {
	var list []side
	for i, v := range slices.Backward(m.work.Revisions) {
		name := fmt.Sprintf("Version %d, %s, %s: %s", i+1, day(v.At), v.At.Local().Format("15:04"), v.Note)
		if v.Open {
			name = "As it stands now"
		}
		list = append(list, side{fmt.Sprintf("version %d", i+1), name, v.Assessment, i + 1})
	}
	for _, a := range m.role.Assessments {
		if a.Source == m.work.ID || a.Inputs == nil {
			continue
		}
		name := nextrole.Capital(a.Status.Name()) + ", by " + a.Author
		if r := aijri.Read(a); r.Score != nil {
			name += ", " + nextrole.Score(aijri.Shown(*r.Score))
		}
		list = append(list, side{string(a.Source), name, a, 0})
	}
	return list
}

// pair returns the two sides with keys; without one, the newest version and the one
// before it, or else the first that there is.
func (m *model) pair(from, to string) (a, b side) {
	all := m.sides()
	find := func(key string, or int) side {
		if i := slices.IndexFunc(all, func(s side) bool { return s.key == key }); i >= 0 {
			return all[i]
		}
		return all[min(or, len(all)-1)]
	}
	return find(from, 1), find(to, 0)
}

// differences are what changes from a to b, with a title that says how much it is.
func (m *model) differences(a, b side) (title string, list []assess.Difference) {
	list = assess.Diff(a.assessment, b.assessment)
	x, y := aijri.Read(a.assessment), aijri.Read(b.assessment)
	switch {
	case len(list) == 0:
		return "The two are the same", nil
	case x.Score == nil || y.Score == nil:
		title = "One of them has no score"
	default:
		title = fmt.Sprintf("From %s to %s", nextrole.Score(aijri.Shown(*x.Score)), nextrole.Score(aijri.Shown(*y.Score)))
		if aijri.Shown(*x.Score) == aijri.Shown(*y.Score) {
			title = "The same score, " + nextrole.Score(aijri.Shown(*x.Score))
		}
	}
	if len(list) == 1 {
		return title + ": 1 difference", list
	}
	return fmt.Sprintf("%s: %d differences", title, len(list)), list
}

// restore brings a version of the open assessment back, as a step.
func (m *model) restore(s side) error {
	return m.change("", func(a *nextrole.Assessment) { *a = s.assessment.Clone() })
}
