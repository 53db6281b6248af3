package starter

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"nextrole"
)

// document is a JSON file with the place of each of its values, so that a
// defect can be reported by field and line.
type document struct {
	file  string
	bytes []byte
	marks []mark
	place map[string]int // field → index in marks
}

// mark is where a value stands. Literal is the text of a number.
type mark struct {
	field   string
	line    int
	null    bool
	literal string
}

var anyIndex = regexp.MustCompile(`\[\d+\]`)

// decode reads the document into v, whose type decides which fields are known.
// It reports every unknown or repeated field and bad share, and else the first
// defect the decoder finds, and returns whether there was none.
func decode[T any](c *content, d *document, v *T) bool {
	before := len(c.found)
	if err := json.Unmarshal(d.bytes, new(json.RawMessage)); err != nil {
		c.add(d.file, d.lineAt(offset(err)), "", "not JSON: %v", err)
		return false
	}
	d.index(c)
	known := map[string]bool{}
	fields(reflect.TypeFor[T](), "", known)
	for _, m := range d.marks {
		if !known[anyIndex.ReplaceAllString(m.field, "[]")] {
			c.add(d.file, m.line, m.field, "unknown field")
		}
		if strings.HasSuffix(m.field, "].share") && m.literal != "" {
			if err := new(nextrole.Share).UnmarshalJSON([]byte(m.literal)); err != nil {
				c.add(d.file, m.line, m.field, "%v", err)
			}
		}
	}
	if len(c.found) > before {
		return false
	}
	dec := json.NewDecoder(bytes.NewReader(d.bytes))
	dec.DisallowUnknownFields()
	err := dec.Decode(v)
	if wrong := new(json.UnmarshalTypeError); errors.As(err, &wrong) {
		line := d.lineAt(wrong.Offset)
		c.add(d.file, line, d.fieldOn(line, wrong.Field), "%s does not belong here", wrong.Value)
	} else if err != nil {
		c.add(d.file, 0, "", "%v", err)
	}
	return err == nil
}

func offset(err error) int64 {
	if syntax := new(json.SyntaxError); errors.As(err, &syntax) {
		return syntax.Offset
	}
	return 0
}

// fields collects the fields that a type has in JSON, "[]" for any index.
func fields(t reflect.Type, at string, known map[string]bool) {
	known[at] = true
	switch t.Kind() {
	case reflect.Pointer:
		fields(t.Elem(), at, known)
	case reflect.Slice, reflect.Array:
		fields(t.Elem(), at+"[]", known)
	case reflect.Struct:
		for f := range t.Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			fields(f.Type, member(at, name), known)
		}
	}
}

func member(object, name string) string {
	if object == "" {
		return name
	}
	return object + "." + name
}

// index notes where each value of the document stands. The bytes are JSON.
func (d *document) index(c *content) {
	d.place = map[string]int{}
	dec := json.NewDecoder(bytes.NewReader(d.bytes))
	dec.UseNumber()
	d.value(c, dec, "")
}

func (d *document) value(c *content, dec *json.Decoder, field string) {
	token, err := dec.Token()
	if err != nil {
		return
	}
	m := mark{field: field, line: d.lineAt(dec.InputOffset()), null: token == nil}
	if number, ok := token.(json.Number); ok {
		m.literal = string(number)
	}
	if _, twice := d.place[field]; twice {
		c.add(d.file, m.line, field, "given twice")
	}
	d.place[field] = len(d.marks)
	d.marks = append(d.marks, m)
	switch token {
	case json.Delim('{'):
		for dec.More() {
			key, err := dec.Token()
			if err != nil {
				return
			}
			d.value(c, dec, member(field, fmt.Sprint(key)))
		}
	case json.Delim('['):
		for i := 0; dec.More(); i++ {
			d.value(c, dec, fmt.Sprintf("%s[%d]", field, i))
		}
	default:
		return
	}
	_, _ = dec.Token() // the closing bracket
}

// has reports whether a field is given and not null.
func (d *document) has(field string) bool {
	i, ok := d.place[field]
	return ok && !d.marks[i].null
}

// line returns the line of a field, or of the nearest field around it.
func (d *document) line(field string) int {
	for {
		if i, ok := d.place[field]; ok {
			return d.marks[i].line
		}
		field = field[:max(strings.LastIndexAny(field, ".["), 0)]
	}
}

func (d *document) lineAt(offset int64) int {
	end := min(max(int(offset), 0), len(d.bytes))
	return 1 + bytes.Count(d.bytes[:end], []byte("\n"))
}

// fieldOn returns the field on a line that a decoder calls by its name without
// indexes, or that name.
func (d *document) fieldOn(line int, name string) string {
	i := slices.IndexFunc(d.marks, func(m mark) bool {
		return m.line == line && strings.Trim(anyIndex.ReplaceAllString(m.field, ""), ".") == name
	})
	if i < 0 {
		return name
	}
	return d.marks[i].field
}
