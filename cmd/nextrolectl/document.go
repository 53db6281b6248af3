package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"nextrole"
)

// maxDepth is how deep lists and objects may be nested.
const maxDepth = 20

// node is a value of a JSON document that knows where it stands, so that every
// error can name its field.
type node struct {
	path  string // "tasks[1].score"; empty for the whole document
	value any    // map[string]node, []node, json.Number, string, bool or nil
}

// problem returns a defect of the node.
func (n node) problem(format string, args ...any) error {
	field := n.path
	if field == "" {
		field = "document"
	}
	return nextrole.Problem{Field: field, What: fmt.Sprintf(format, args...)}
}

// shown returns the value for an error message.
func (n node) shown() string {
	switch v := n.value.(type) {
	case map[string]node:
		return "an object"
	case []node:
		return "a list"
	case json.Number:
		return v.String()
	case nil:
		return "null"
	case string:
		return fmt.Sprintf("%q", v)
	}
	return fmt.Sprint(n.value)
}

// reader reads a document token by token and keeps the place.
type reader struct {
	text   []byte
	tokens *json.Decoder
}

// readDocument reads text that is one JSON value and nothing else. NaN, a key
// given twice and whatever else is no JSON are errors with their place.
func readDocument(text []byte) (node, error) {
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	r := reader{text, json.NewDecoder(bytes.NewReader(text))}
	r.tokens.UseNumber()
	root, err := r.value("", 0)
	if err != nil {
		return node{}, err
	}
	rest := r.next()
	if _, err := r.tokens.Token(); !errors.Is(err, io.EOF) {
		return node{}, root.problem("more text after its end: %s", rest)
	}
	return root, nil
}

func (r *reader) value(path string, depth int) (node, error) {
	n := node{path: path}
	if depth > maxDepth {
		return n, n.problem("nested too deep")
	}
	token, err := r.tokens.Token()
	if err != nil {
		return n, r.unreadable(n)
	}
	switch token {
	case json.Delim('{'):
		n.value, err = r.object(path, depth)
	case json.Delim('['):
		n.value, err = r.list(path, depth)
	default:
		n.value = token
	}
	return n, err
}

func (r *reader) object(path string, depth int) (map[string]node, error) {
	fields := map[string]node{}
	for r.tokens.More() {
		token, err := r.tokens.Token()
		if err != nil {
			return nil, r.unreadable(node{path: path})
		}
		key := token.(string) // the decoder accepts nothing else here
		at := strings.TrimPrefix(path+"."+key, ".")
		if _, twice := fields[key]; twice {
			return nil, node{path: at}.problem("given twice")
		}
		if fields[key], err = r.value(at, depth+1); err != nil {
			return nil, err
		}
	}
	return fields, r.end(path)
}

func (r *reader) list(path string, depth int) ([]node, error) {
	list := []node{}
	for r.tokens.More() {
		element, err := r.value(fmt.Sprintf("%s[%d]", path, len(list)), depth+1)
		if err != nil {
			return nil, err
		}
		list = append(list, element)
	}
	return list, r.end(path)
}

// end reads the delimiter that closes a list or an object.
func (r *reader) end(path string) error {
	if _, err := r.tokens.Token(); err != nil {
		return r.unreadable(node{path: path})
	}
	return nil
}

// unreadable says that what stands where n should be is no JSON.
func (r *reader) unreadable(n node) error {
	next := r.next()
	switch strings.TrimLeft(next, "+-") {
	case "":
		return n.problem("the document ends before it is complete")
	case "NaN", "Infinity", "Inf", "nan", "inf":
		return n.problem("%s is not a number", next)
	}
	return n.problem("not JSON: %s", next)
}

// next returns the beginning of the text that is not read yet, in one line.
func (r *reader) next() string {
	const most = 30
	rest := strings.TrimLeft(string(r.text[r.tokens.InputOffset():]), " \t\r\n:,")
	if end := strings.IndexAny(rest, ",]} \t\r\n"); end > 0 {
		rest = rest[:end]
	}
	if runes := []rune(rest); len(runes) > most {
		rest = string(runes[:most]) + "…"
	}
	return rest
}
