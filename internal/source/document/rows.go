package document

import (
	"slices"
	"strconv"
	"strings"

	"nextrole"
)

// total begins a row that sums a table up. No name of a task is written like it.
const total = "**Total**"

// cells reads a row in its part, and reports whether it holds something of the
// assessment.
func (w *written) cells(m mark) (bool, error) {
	if m.cells[0] == total || m.in == scorePart.head {
		return false, nil
	}
	in := w.assessment.Inputs
	if in == nil && (m.in == tasksPart.head || m.in == evidencePart.head || m.in == barriersPart.head || m.in == growthPart.head) {
		return true, w.fail(m.number, "there are ratings, and the row “Ratings” at the top says that they are %s. Take that row away, and import the file again", noRatings)
	}
	switch m.in {
	case headPart.head:
		return w.head(m)
	case tasksPart.head:
		return true, w.task(m)
	case evidencePart.head:
		return w.rating(m, "Dimension", "Evidence", nextrole.EvidenceName, in.Evidence[:], -2, 2)
	case barriersPart.head:
		return w.rating(m, "Barrier", "Rationale", nextrole.BarrierName, in.Barriers[:], 0, 2)
	case growthPart.head:
		one := []nextrole.Rating{{}}
		used, err := w.rating(m, "Growth", "Rationale", func(int) string { return growthName }, one, -2, 2)
		if used {
			in.Growth = one[0]
		}
		return used, err
	case principlePart.head:
		if w.assessment.Principles == nil {
			w.assessment.Principles = &[3]nextrole.Rating{}
		}
		return w.rating(m, "Principle", "Rationale", nextrole.PrincipleName, w.assessment.Principles[:], 0, 3)
	case counterPart.head:
		return true, w.counter(m)
	}
	return true, w.told(m)
}

// head reads a row about the assessment as a whole.
func (w *written) head(m mark) (bool, error) {
	a, name, text := &w.assessment, m.text("Field"), m.text("Value")
	switch name {
	case "Form":
	case "Role":
		w.role.Title = text
	case "Code":
		w.role.Code = nextrole.Code(text)
	case "Author":
		a.Author = text
	case "Whose it is":
		if err := w.status(m, text); err != nil {
			return true, err
		}
	case "Stage":
		a.Stage = nextrole.Stage(text)
		if !a.Stage.Known() {
			return true, w.fail(m.number, "the stage is %q, and not “draft” or “reviewed”", text)
		}
	case "Date":
		a.Date = text
	case "Seniority":
		a.Seniority = text
	case "Printed score":
		score, err := w.scored(m, "the printed score", m.cell("Value"))
		if err != nil {
			return true, err
		}
		a.Printed = &score
	case "Ratings":
		if text != noRatings {
			return true, w.fail(m.number, "the ratings are said to be %q. Take the row away, or write “%s” where only a score is printed", text, noRatings)
		}
		a.Inputs = nil
	default:
		return false, nil
	}
	return true, w.once("field "+name, m.number, "the row")
}

// status reads whose the assessment is.
func (w *written) status(m mark, text string) error {
	for s, words := range statusWords {
		if text == words || text == string(s) {
			w.assessment.Status = s
			return nil
		}
	}
	return w.fail(m.number, "whose it is says %q, and not %q, %q, %q or %q", text,
		statusWords[nextrole.Own], statusWords[nextrole.Published], statusWords[nextrole.Draft], statusWords[nextrole.Derived])
}

func (w *written) task(m mark) error {
	t := nextrole.AssessedTask{
		Name: m.text("Task"), Short: m.text("Short name"),
		Label: nextrole.Label(m.text("Label")), Rationale: m.text("Rationale"),
	}
	share := trim(strings.TrimSuffix(m.cell("Time"), "%"))
	if err := t.Share.UnmarshalJSON([]byte(share)); err != nil || t.Share < 0 || t.Share > nextrole.Whole {
		return w.fail(m.number, "the share of “%s” is %q, and not a percentage from 0 to 100 with two decimals at most", t.Name, m.cell("Time"))
	}
	score, ok := whole(m.cell("Score"))
	if !ok || score < 1 || score > 5 {
		return w.fail(m.number, "the score of “%s” is %q, and not a whole number from 1 to 5", t.Name, m.cell("Score"))
	}
	t.Score = score
	if !t.Label.Known() {
		return w.fail(m.number, "the label of “%s” is %q, and not DISP, AUG or NOT", t.Name, t.Label)
	}
	if is := m.cell("Weighted"); is != weightedOf(t) {
		w.remark(m.number, "“%s” has a weighted score of %q, and %v of %d is %s", t.Name, is, t.Share, t.Score, weightedOf(t))
	}
	w.assessment.Inputs.Tasks = append(w.assessment.Inputs.Tasks, t)
	return nil
}

// whole reads a whole number with the minus of print or of a keyboard.
func whole(raw string) (int, bool) {
	v, err := strconv.Atoi(strings.Replace(raw, "−", "-", 1))
	return v, err == nil
}

// rating reads a row of ratings, and reports false where it is of none of them.
func (w *written) rating(m mark, names, reasons string, name func(int) string, into []nextrole.Rating, least, most int) (bool, error) {
	i := 0
	for i < len(into) && key(name(i)) != key(m.text(names)) {
		i++
	}
	if i == len(into) {
		return false, nil
	}
	v, ok := whole(m.cell("Score"))
	if !ok || v < least || v > most {
		return true, w.fail(m.number, "%s is %q, and not a whole number from %d to %d", name(i), m.cell("Score"), least, most)
	}
	into[i] = nextrole.Rating{Value: v, Reason: m.text(reasons)}
	if ids := m.cell("Sources"); ids != "" {
		for _, id := range split(ids, ',') {
			into[i].Sources = append(into[i].Sources, nextrole.SourceID(unmark(id)))
		}
	}
	return true, w.once(m.in+": "+name(i), m.number, "the rating")
}

func (w *written) counter(m mark) error {
	v, ok := whole(m.cell("Speaks for"))
	if !ok {
		return w.fail(m.number, "the rating that the fact speaks for is %q, and not a whole number", m.cell("Speaks for"))
	}
	w.given = append(w.given, counter{m.number, m.text("Rating"), m.cell("Given"), nextrole.Counter{
		Fact: m.text("Fact"), Value: v, Source: nextrole.SourceID(m.text("Source")),
	}})
	return nil
}

// told reads a row of what the assessment says in words.
func (w *written) told(m mark) error {
	c := w.account()
	switch m.in {
	case timelinePart.head:
		from, okFrom := whole(m.cell("From year"))
		to, okTo := whole(m.cell("To year"))
		if !okFrom || !okTo {
			return w.fail(m.number, "the years are %q and %q, and not whole numbers", m.cell("From year"), m.cell("To year"))
		}
		c.Timeline = append(c.Timeline, nextrole.Phase{FromYear: from, ToYear: to, Label: nextrole.Label(m.text("Label")), What: m.text("What changes")})
	case actionsPart.head:
		c.Actions = append(c.Actions, nextrole.Action{Title: m.text("Action"), Detail: m.text("Detail")})
	case nextPart.head:
		c.Next = append(c.Next, nextrole.Pointer{Code: nextrole.Code(m.text("Role")), Reason: m.text("Why")})
	case neighborPart.head:
		c.Neighbors = append(c.Neighbors, nextrole.Pointer{Code: nextrole.Code(m.text("Neighbor")), Reason: m.text("Why")})
	case mixesPart.head:
		return w.mix(m, c)
	}
	return nil
}

func (w *written) mix(m mark, c *nextrole.Account) error {
	mix := nextrole.Mix{Name: m.text("Kind")}
	if list := m.cell("Tasks"); list != "" {
		for _, n := range split(list, ',') {
			v, ok := whole(n)
			if !ok {
				return w.fail(m.number, "the tasks of “%s” are %q, and not their numbers, counted from 1", mix.Name, list)
			}
			mix.Tasks = append(mix.Tasks, v-1)
		}
	}
	c.Mixes = append(c.Mixes, mix)
	if names := byName(mix.Tasks, w.assessment.Inputs); names != m.cell("By name") {
		w.remark(m.number, "the tasks of “%s” are “%s” by number, and the document names “%s”", mix.Name, unescape(names), m.text("By name"))
	}
	return nil
}

// complete requires all that an assessment takes.
func (w *written) complete() error {
	a := &w.assessment
	if a.Inputs != nil {
		if err := w.allRated(); err != nil {
			return err
		}
	}
	if a.Principles != nil {
		if err := w.all(principlePart, nextrole.PrincipleName, 3); err != nil {
			return err
		}
	}
	if a.Account == nil && w.met[wordsPart.head] > 0 {
		a.Account = &nextrole.Account{}
	}
	for _, c := range w.given {
		if err := w.against(c); err != nil {
			return err
		}
	}
	return w.accept(*a)
}

func (w *written) allRated() error {
	if len(w.assessment.Inputs.Tasks) == 0 {
		return w.fail(w.met[tasksPart.head], "there are no tasks. Each row under “%s” needs: %s", tasksPart.head, strings.Join(tasksPart.columns, ", "))
	}
	if err := w.all(evidencePart, nextrole.EvidenceName, 5); err != nil {
		return err
	}
	if err := w.all(barriersPart, nextrole.BarrierName, 5); err != nil {
		return err
	}
	return w.all(growthPart, func(int) string { return growthName }, 1)
}

// all requires each rating of a part.
func (w *written) all(p part, name func(int) string, n int) error {
	for i := range n {
		if w.met[p.head+": "+name(i)] == 0 {
			return w.fail(w.met[p.head], "the rating of %q is missing under “%s”. Add its row, and import the file again", name(i), p.head)
		}
	}
	return nil
}

// against puts a fact beside the rating it speaks against.
func (w *written) against(c counter) error {
	all := slots(&w.assessment)
	i := slices.IndexFunc(all, func(s slot) bool { return s.name == c.rating })
	if i < 0 { // somebody wrote it by hand
		i = slices.IndexFunc(all, func(s slot) bool { return key(s.name) == key(c.rating) })
	}
	if i < 0 {
		return w.fail(c.line, "there is no rating %q for a fact to speak against", c.rating)
	}
	s := all[i]
	*s.counter = append(*s.counter, c.Counter)
	if v, ok := whole(c.given); !ok || v != s.value {
		w.remark(c.line, "the rating of %q is %q here, and %d in its own table", s.name, c.given, s.value)
	}
	return nil
}
