package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/assess"
	"nextrole/internal/source/document"
)

// assessVerbs are the verbs of assess, with how many arguments each takes.
var assessVerbs = map[string]struct {
	least, most int
	flags       []string
	do          func(*session) error
}{
	"new":    {1, 1, []string{"from", "author"}, newAssessment},
	"list":   {0, 1, nil, listAssessments},
	"show":   {1, 1, nil, showAssessment},
	"diff":   {2, 2, nil, diffAssessments},
	"export": {1, 1, []string{"to"}, exportAssessment},
	"import": {1, 1, []string{"as", "into"}, importAssessment},
	"remove": {1, 1, nil, removeAssessment},
}

func checkAssess(o options, args []string) error {
	verb, ok := assessVerbs[args[0]]
	if !ok {
		return badUse("assess takes new, list, show, diff, export, import or remove, and not %q", args[0])
	}
	if n := len(args) - 1; n < verb.least || n > verb.most {
		return badUse("assess %s takes %s, and there are %d", args[0], count(verb.most, "argument"), n)
	}
	for _, f := range []struct{ name, value string }{{"from", o.from}, {"author", o.author}, {"to", o.to}, {"as", o.as}, {"into", o.into}} {
		if f.value != "" && !slices.Contains(verb.flags, f.name) {
			return badUse("assess %s takes no --%s", args[0], f.name)
		}
	}
	return nil
}

func assessRoles(s *session) error {
	verb := s.args[0]
	s.args = s.args[1:]
	return assessVerbs[verb].do(s)
}

// newAssessment starts one: from the role's tasks, by rule, from nothing, or from
// a copy of another.
func newAssessment(s *session) error {
	r, err := s.role(s.args[0])
	if err != nil {
		return err
	}
	var a nextrole.Assessment
	switch s.from {
	case "", "tasks":
		a, err = assess.FromTasks(r)
	case "rule":
		a, err = draftOf(r)
	case "nothing":
		a = assess.FromNothing(r.Code)
	default:
		i := slices.IndexFunc(r.Assessments, func(a nextrole.Assessment) bool { return string(a.Source) == s.from })
		if i < 0 {
			return fmt.Errorf("%s has no assessment %q; it has: %s", r.Code, s.from, assessmentsOf(r))
		}
		a, err = assess.FromCopy(r.Assessments[i])
	}
	if err != nil {
		return fmt.Errorf("%s: %w", r.Code, err)
	}
	works, err := s.library.Works()
	if err != nil {
		return err
	}
	author := s.author
	if author == "" {
		author = "Me"
	}
	w := assess.Begin(a, author, time.Now(), func(id nextrole.SourceID) bool {
		return slices.ContainsFunc(works, func(w nextrole.Work) bool { return w.ID == id })
	})
	if err := s.library.SetWork(w); err != nil {
		return err
	}
	return s.told(w)
}

func assessmentsOf(r nextrole.Role) string {
	if len(r.Assessments) == 0 {
		return "none"
	}
	var ids []string
	for _, a := range r.Assessments {
		ids = append(ids, string(a.Source))
	}
	return strings.Join(ids, ", ")
}

// told says which assessment was kept.
func (s *session) told(w nextrole.Work) error {
	if s.json {
		return s.writeJSON(listingOf(w))
	}
	fmt.Fprintf(s.out, "Kept as %s: %s.\n", w.ID, workText(w))
	return nil
}

// listing is an assessment in a list.
type listing struct {
	ID        nextrole.SourceID `json:"id"`
	Code      nextrole.Code     `json:"code"`
	Author    string            `json:"author"`
	Status    nextrole.Status   `json:"status"`
	Stage     nextrole.Stage    `json:"stage"`
	Date      string            `json:"date"`
	Revisions int               `json:"revisions"`
	Score     *float64          `json:"score"`
	Zone      nextrole.Zone     `json:"zone"`
	Problem   string            `json:"problem,omitempty"`
}

func listingOf(w nextrole.Work) listing {
	a := w.Now()
	r := aijri.Read(a)
	l := listing{w.ID, a.Code, a.Author, a.Status, a.Stage, a.Date, len(w.Revisions), r.Score, r.Zone, ""}
	if r.Problem != nil {
		l.Problem = r.Problem.Error()
	}
	return l
}

func workText(w nextrole.Work) string {
	a, r := w.Now(), aijri.Read(w.Now())
	text := unscored(r)
	if r.Score != nil {
		text = readingText(r)
	}
	return strings.TrimSuffix(text, ".") + "; " + string(a.Code) + ", by " + a.Author
}

func listAssessments(s *session) error {
	works, err := s.library.Works()
	if err != nil {
		return err
	}
	if len(s.args) > 0 {
		r, err := s.role(s.args[0])
		if err != nil {
			return err
		}
		works = slices.DeleteFunc(works, func(w nextrole.Work) bool { return w.Now().Code != r.Code })
	}
	if s.json {
		all := []listing{}
		for _, w := range works {
			all = append(all, listingOf(w))
		}
		return s.writeJSON(all)
	}
	if len(works) == 0 {
		fmt.Fprintln(s.out, "No assessment of your own. Start one with nextrolectl assess new CODE.")
		return nil
	}
	t := table{{"Assessment", "Score", "Whose", "Stage", "Author", "Date", "Revisions"}}
	for _, w := range works {
		a, r := w.Now(), aijri.Read(w.Now())
		t = append(t, []string{string(w.ID), shown(r.Score), a.Status.Name(), string(a.Stage), a.Author, a.Date, strconv.Itoa(len(w.Revisions))})
	}
	t.write(s.out)
	return nil
}

// found returns an assessment by its id, or by the id and "@" with the number of
// a revision, the first being 1.
func (s *session) found(typed string) (nextrole.Assessment, error) {
	id, number, revised := strings.Cut(typed, "@")
	works, err := s.library.Works()
	if err != nil {
		return nextrole.Assessment{}, err
	}
	for _, w := range works {
		if string(w.ID) != id {
			continue
		}
		if !revised {
			return w.Now(), nil
		}
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > len(w.Revisions) {
			return nextrole.Assessment{}, fmt.Errorf("%s has revisions 1 to %d, and not %q", w.ID, len(w.Revisions), number)
		}
		return w.Revisions[n-1].Assessment, nil
	}
	for _, r := range s.roles {
		for _, a := range r.Assessments {
			if string(a.Source) == id && !revised && !a.Source.OfOwnWork() && a.Source != nextrole.Editors {
				return a, nil
			}
			if typed == string(nextrole.Editors)+"/"+string(a.Code) && a.Source == nextrole.Editors {
				return a, nil
			}
		}
	}
	return nextrole.Assessment{}, fmt.Errorf("there is no assessment %q; nextrolectl assess list has yours, and nextrolectl role CODE those of a role. An editors’ draft is %s/CODE", typed, nextrole.Editors)
}

func showAssessment(s *session) error {
	a, err := s.found(s.args[0])
	if err != nil {
		return err
	}
	if s.json {
		return s.writeJSON(a)
	}
	s.out.Write(document.Markdown(a, s.titleOf(a.Code)))
	return nil
}

func (s *session) titleOf(c nextrole.Code) string {
	for _, r := range s.roles {
		if r.Code == c {
			return r.Title
		}
	}
	return ""
}

func diffAssessments(s *session) error {
	a, err := s.found(s.args[0])
	if err != nil {
		return err
	}
	b, err := s.found(s.args[1])
	if err != nil {
		return err
	}
	list := assess.Diff(a, b)
	if s.json {
		if list == nil {
			list = []assess.Difference{}
		}
		return s.writeJSON(list)
	}
	if len(list) == 0 {
		fmt.Fprintln(s.out, "They are the same.")
		return nil
	}
	none := func(text string) string {
		if text == "" {
			return "nothing"
		}
		return text
	}
	for _, d := range list {
		paragraph(s.out, d.What+": "+none(d.From)+" → "+none(d.To), "  ")
	}
	return nil
}

// exportAssessment writes an assessment as Markdown, or as JSON with --json or
// where the name of the file says so. A file that is there is not replaced.
func exportAssessment(s *session) error {
	a, err := s.found(s.args[0])
	if err != nil {
		return err
	}
	write := document.Markdown
	if s.json || strings.EqualFold(filepath.Ext(s.to), ".json") {
		write = document.JSON
	}
	content := write(a, s.titleOf(a.Code))
	if s.to == "" {
		s.out.Write(content)
		return nil
	}
	f, err := os.OpenFile(s.to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already and was left as it is; give another name with --to", s.to)
	}
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		fmt.Fprintf(s.out, "Written to %s.\n", s.to)
	}
	return err
}

// importAssessment keeps the assessment of a document as one's own, as a revision
// of another with --into.
func importAssessment(s *session) error {
	content, err := readAll(s.args[0], s.stdin)
	if err != nil {
		return err
	}
	read, err := document.Read(s.args[0], content, time.Now())
	if err != nil {
		return err
	}
	role := read.Parts[0].Roles[0]
	a := role.Assessments[0]
	if s.as != "" {
		r, err := s.role(s.as)
		if err != nil {
			return err
		}
		a.Code = r.Code
	}
	if a.Code == "" {
		return badUse("the document does not tell its occupation; say it with --as CODE")
	}
	was := a.Status
	if a, err = s.received(a); err != nil {
		return fmt.Errorf("%s: %w", s.args[0], err)
	}
	if was == nextrole.Derived && a.Status != was && !s.json {
		fmt.Fprintln(s.out, "It differs from what the rule gives with this library, so it is kept as yours.")
	}
	works, err := s.library.Works()
	if err != nil {
		return err
	}
	w := nextrole.Work{ID: nextrole.WorkID(a.Code, func(id nextrole.SourceID) bool {
		return slices.ContainsFunc(works, func(w nextrole.Work) bool { return w.ID == id })
	})}
	if s.into != "" {
		i := slices.IndexFunc(works, func(w nextrole.Work) bool { return string(w.ID) == s.into })
		if i < 0 {
			return fmt.Errorf("there is no assessment of yours %q; nextrolectl assess list has them", s.into)
		}
		w = works[i]
	}
	w = w.With(nextrole.Revision{At: time.Now(), Note: "Imported from " + filepath.Base(s.args[0]), Assessment: a})
	if err := s.library.SetWork(w); err != nil {
		return err
	}
	if err := s.told(w); err != nil || s.json {
		return err
	}
	for _, r := range read.Remarks {
		paragraph(s.out, fmt.Sprintf("%s, line %d: %s", r.File, r.Line, r.Text), "  ")
	}
	for _, l := range read.Left {
		paragraph(s.out, fmt.Sprintf("Not understood, line %d: %s", l.Line, l.Text), "  ")
	}
	return nil
}

// received is an assessment of a document as one of the person's.
func (s *session) received(a nextrole.Assessment) (nextrole.Assessment, error) {
	r, err := s.library.Role(a.Code)
	if err != nil {
		r = nextrole.Role{} // what is of no role of the library is by no rule of it
	}
	return assess.Received(a, r)
}

func removeAssessment(s *session) error {
	works, err := s.library.Works()
	if err != nil {
		return err
	}
	id := nextrole.SourceID(s.args[0])
	if !slices.ContainsFunc(works, func(w nextrole.Work) bool { return w.ID == id }) {
		return fmt.Errorf("there is no assessment of yours %q; nextrolectl assess list has them", id)
	}
	if err := s.library.DeleteWork(id); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "Removed %s.\n", id)
	return nil
}
