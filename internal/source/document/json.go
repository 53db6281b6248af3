package document

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"nextrole"
	"nextrole/internal/source"
)

// jsonForm is an assessment as a JSON document. Its source is left out: it is made
// from the content where the document is read.
type jsonForm struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	Title   string `json:"title,omitempty"`
	nextrole.Assessment
	Source string `json:"source,omitempty"`
}

// JSON writes an assessment as a JSON document, indented, with the name and the
// version of its form. Title is the occupation's. [Read] gives back what it gives
// back of [Markdown].
func JSON(a nextrole.Assessment, title string) []byte {
	var b bytes.Buffer
	to := json.NewEncoder(&b)
	to.SetEscapeHTML(false)
	to.SetIndent("", "  ")
	if err := to.Encode(jsonForm{Format: FormName, Version: FormVersion, Title: title, Assessment: a}); err != nil {
		return nil // only for scores that are no numbers, which no valid assessment has
	}
	return b.Bytes()
}

// lists are how many ratings a document has in each of its lists, to tell what is
// absent from what is 0.
type lists struct {
	Evidence []json.RawMessage `json:"evidence"`
	Barriers []json.RawMessage `json:"barriers"`
	Growth   json.RawMessage   `json:"growth"`
}

func (l lists) check() error {
	for _, list := range []struct {
		name    string
		ratings []json.RawMessage
	}{{"evidence", l.Evidence}, {"barriers", l.Barriers}} {
		if len(list.ratings) != 5 {
			return fmt.Errorf("the %s has %d ratings, and not 5", list.name, len(list.ratings))
		}
	}
	if l.Growth == nil {
		return errors.New("the growth is missing")
	}
	return nil
}

// jsonHead is what tells which form a JSON document has.
type jsonHead struct {
	Format     any               `json:"format"`
	Version    json.RawMessage   `json:"version"`
	Inputs     *lists            `json:"inputs"`
	Principles []json.RawMessage `json:"principles"`
}

// readJSON reads an assessment as JSON: one that was written here, the inputs alone,
// as nextrolectl score takes them, or a whole assessment without a form.
func (d *reader) readJSON(text []byte) error {
	text = bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF"))
	var form struct {
		Format  any             `json:"format"`
		Version json.RawMessage `json:"version"`
	}
	if err := json.Unmarshal(text, &form); err != nil {
		return d.badJSON(text, err)
	}
	ours := form.Format == FormName
	if ours {
		if err := d.checkVersion(string(form.Version)); err != nil {
			return err
		}
	}
	var head jsonHead
	if err := json.Unmarshal(text, &head); err != nil {
		return d.badJSON(text, err)
	}
	f := jsonForm{Assessment: nextrole.Assessment{Author: unknownAuthor, Status: nextrole.Own}}
	whole := ours || head.Inputs != nil
	var err error
	if whole {
		err = d.unmarshalWhole(text, head, &f)
	} else {
		f.Inputs = &nextrole.Inputs{}
		err = unmarshalInputs(text, f.Inputs)
	}
	if err != nil {
		return d.badJSON(text, err)
	}
	if !ours {
		d.forgive(&f.Assessment)
	}
	d.role.Code, d.role.Title = f.Code, f.Title
	if err := d.accept(f.Assessment); err != nil {
		return err
	}
	if whole {
		d.leaveUnknown(text, f)
	}
	return nil
}

func (d *reader) badJSON(text []byte, err error) error {
	return d.fail(jsonLine(text, err), "the JSON cannot be read: %v", err)
}

func (d *reader) checkVersion(raw string) error {
	var version int
	if err := json.Unmarshal([]byte(raw), &version); err != nil || version < 1 {
		if strings.Trim(raw, "0123456789") == "" && raw != "" && strings.Trim(raw, "0") != "" {
			return d.newer(0, raw)
		}
		return d.fail(0, "the version of the form is %q, and not a whole number from 1", raw)
	}
	if version != FormVersion {
		return d.newer(0, raw)
	}
	return nil
}

// unmarshalWhole reads an assessment with all its fields.
func (d *reader) unmarshalWhole(text []byte, head jsonHead, f *jsonForm) error {
	if err := json.Unmarshal(text, f); err != nil {
		return err
	}
	if head.Inputs != nil {
		if err := head.Inputs.check(); err != nil {
			return err
		}
	}
	if head.Principles != nil && len(head.Principles) != 3 {
		return fmt.Errorf("there are %d principles, and not 3", len(head.Principles))
	}
	return nil
}

// unmarshalInputs reads inputs whose ratings are bare numbers.
func unmarshalInputs(text []byte, in *nextrole.Inputs) error {
	var given lists
	var bare struct {
		Tasks    []nextrole.AssessedTask `json:"tasks"`
		Evidence [5]int                  `json:"evidence"`
		Barriers [5]int                  `json:"barriers"`
		Growth   int                     `json:"growth"`
	}
	if err := json.Unmarshal(text, &given); err != nil {
		return err
	}
	if err := json.Unmarshal(text, &bare); err != nil {
		return err
	}
	in.Tasks, in.Growth.Value = bare.Tasks, bare.Growth
	for i := range 5 {
		in.Evidence[i].Value, in.Barriers[i].Value = bare.Evidence[i], bare.Barriers[i]
	}
	return given.check()
}

// forgive takes away what another program may write in a way of its own and the
// score does without, and says so.
func (d *reader) forgive(a *nextrole.Assessment) {
	if a.Date != "" && !isDate(a.Date) {
		d.remark(0, "the date is %q, and not one like 2026-01-31. It is left out", a.Date)
		a.Date = ""
	}
	if a.Stage != "" && !a.Stage.Known() {
		d.remark(0, "the stage is %q, and not “draft” or “reviewed”. It is left out", a.Stage)
		a.Stage = ""
	}
}

// leaveUnknown leaves every field that the assessment has no place for.
func (d *reader) leaveUnknown(text []byte, f jsonForm) {
	kept, err := json.Marshal(f)
	if err != nil {
		return
	}
	var given, known any
	if json.Unmarshal(text, &given) == nil && json.Unmarshal(kept, &known) == nil {
		d.leaveBeyond("", given, known)
	}
}

// leaveBeyond leaves what is given beyond what is known, below a path.
func (d *reader) leaveBeyond(path string, given, known any) {
	switch g := given.(type) {
	case map[string]any:
		k, _ := known.(map[string]any)
		for _, name := range slices.Sorted(maps.Keys(g)) {
			d.leaveBeyond(strings.TrimPrefix(path+"."+name, "."), g[name], k[keptAs(k, name)])
		}
	case []any:
		k, _ := known.([]any)
		for i, v := range g {
			var beside any
			if i < len(k) {
				beside = k[i]
			}
			d.leaveBeyond(fmt.Sprintf("%s[%d]", path, i), v, beside)
		}
	case nil:
	default:
		if known == nil && given != "" && path != "source" {
			d.left = append(d.left, source.Passage{File: d.name, Text: fmt.Sprintf("%s: %v", path, given)})
		}
	}
}

// keptAs is the name under which a field is kept; Go reads names in any case.
func keptAs(fields map[string]any, name string) string {
	for k := range fields {
		if strings.EqualFold(k, name) {
			return k
		}
	}
	return name
}

// jsonLine is the line on which reading JSON failed, 0 where that is not known.
func jsonLine(text []byte, err error) int {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return 1 + lineBreaks(string(text[:min(int(syntax.Offset), len(text))]))
	case errors.As(err, &kind):
		return 1 + lineBreaks(string(text[:min(int(kind.Offset), len(text))]))
	}
	return 0
}
