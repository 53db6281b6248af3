package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"slices"
	"strings"

	"nextrole"
)

// maxFile is far more than any assessment takes, in bytes.
const maxFile = 8 << 20

// readInputs reads an assessment's inputs from a file, or from stdin for "-".
// Its errors are [nextrole.Problem]s unless the file itself cannot be read.
func readInputs(file string, stdin io.Reader) (nextrole.Inputs, error) {
	text, err := readAll(file, stdin)
	if err != nil {
		return nextrole.Inputs{}, err
	}
	root, err := readDocument(text)
	if err != nil {
		return nextrole.Inputs{}, err
	}
	return parseInputs(root)
}

// readAll reads a file, or stdin for "-".
func readAll(file string, stdin io.Reader) ([]byte, error) {
	from := stdin
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		from = f
	}
	text, err := io.ReadAll(io.LimitReader(from, maxFile+1))
	if err == nil && len(text) > maxFile {
		err = fmt.Errorf("%s has more than %d MB, far too much for an assessment", file, maxFile>>20)
	}
	return text, err
}

// parseInputs reads the fields the formula needs, and accepts no others: what
// is misspelled must not pass as left out.
func parseInputs(root node) (nextrole.Inputs, error) {
	var d defects
	var in nextrole.Inputs
	top := d.object(root, "tasks", "evidence", "barriers", "growth")
	for _, task := range d.list(top["tasks"]) {
		f := d.object(task, "name", "share", "score", "label")
		in.Tasks = append(in.Tasks, nextrole.AssessedTask{
			Name:  d.text(f["name"]),
			Share: d.share(f["share"]),
			Score: d.whole(f["score"]),
			Label: nextrole.Label(d.text(f["label"])),
		})
	}
	d.ratings(top["evidence"], &in.Evidence)
	d.ratings(top["barriers"], &in.Barriers)
	in.Growth.Value = d.whole(top["growth"])
	d.merge(in.Validate())
	return in, errors.Join(d...)
}

// defects collects what is wrong with a document, one error for each field.
type defects []error

func (d *defects) add(n *node, format string, args ...any) {
	*d = append(*d, n.problem(format, args...))
}

// merge adds the defects of the values themselves to those of their form.
func (d *defects) merge(err error) {
	told := nextrole.Problems(errors.Join(*d...))
	for _, p := range nextrole.Problems(err) {
		known := slices.ContainsFunc(told, func(t nextrole.Problem) bool {
			return p.Field == t.Field || strings.HasPrefix(p.Field, t.Field+".") || strings.HasPrefix(p.Field, t.Field+"[")
		})
		if !known {
			*d = append(*d, p)
		}
	}
}

// object returns the fields of an object that has exactly the keys given. A
// field that is missing is nil, which the other methods pass over.
func (d *defects) object(n node, keys ...string) map[string]*node {
	fields, ok := n.value.(map[string]node)
	if !ok {
		d.add(&n, "%s is not an object", n.shown())
		return nil
	}
	found := map[string]*node{}
	for _, key := range keys {
		field, ok := fields[key]
		if !ok {
			field.path = strings.TrimPrefix(n.path+"."+key, ".")
			d.add(&field, "missing")
			continue
		}
		found[key] = &field
	}
	for _, key := range slices.Sorted(maps.Keys(fields)) {
		if !slices.Contains(keys, key) {
			unknown := fields[key]
			d.add(&unknown, "unknown field; known here: %s", strings.Join(keys, ", "))
		}
	}
	return found
}

func (d *defects) list(n *node) []node {
	if n == nil {
		return nil
	}
	list, ok := n.value.([]node)
	if !ok {
		d.add(n, "%s is not a list", n.shown())
	}
	return list
}

func (d *defects) text(n *node) string {
	if n == nil {
		return ""
	}
	text, ok := n.value.(string)
	if !ok {
		d.add(n, "%s is not a text", n.shown())
	}
	return text
}

// number returns a finite number and whether it is one.
func (d *defects) number(n *node) (float64, bool) {
	if n == nil {
		return 0, false
	}
	written, _ := n.value.(json.Number)
	number, err := written.Float64()
	if err != nil {
		d.add(n, "%s is not a number", n.shown())
		return 0, false
	}
	return number, true
}

func (d *defects) whole(n *node) int {
	const most = 1e6 // beyond any scale, and exact as an int
	number, ok := d.number(n)
	if ok && (number != math.Trunc(number) || math.Abs(number) > most) {
		d.add(n, "%s is not a whole number on the scale", n.shown())
	}
	return int(min(max(number, -most), most))
}

func (d *defects) share(n *node) nextrole.Share {
	percent, ok := d.number(n)
	if !ok {
		return 0
	}
	var share nextrole.Share
	if percent < 0 || percent > 100 {
		d.add(n, "%s is outside 0…100", n.shown())
	} else if err := share.UnmarshalJSON([]byte(n.shown())); err != nil {
		d.add(n, "%v", err)
	}
	return share
}

func (d *defects) ratings(n *node, ratings *[5]nextrole.Rating) {
	list := d.list(n)
	if list != nil && len(list) != len(ratings) {
		d.add(n, "%d ratings, not %d", len(list), len(ratings))
		return
	}
	for i := range list {
		ratings[i].Value = d.whole(&list[i])
	}
}
