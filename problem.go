package nextrole

import (
	"errors"
	"fmt"
	"time"
)

// Problem is one defect of a value: which field, and what is wrong with it.
type Problem struct {
	Field string // as in JSON: "tasks[2].share"
	What  string
}

// Error returns "field: what".
func (p Problem) Error() string { return p.Field + ": " + p.What }

// problems collects the defects found by a Validate method.
type problems []error

func (p *problems) require(ok bool, field, format string, args ...any) {
	if !ok {
		*p = append(*p, Problem{field, fmt.Sprintf(format, args...)})
	}
}

func (p *problems) scale(field string, value, lo, hi int) {
	p.require(value >= lo && value <= hi, field, "%d is outside %d…%d", value, lo, hi)
}

// add takes over the defects of a part, with its field as prefix.
func (p *problems) add(err error, prefix string) {
	for _, part := range Problems(err) {
		*p = append(*p, Problem{prefix + part.Field, part.What})
	}
}

func (p problems) err() error { return errors.Join(p...) }

// Problems returns the defects in what a Validate method reported.
func Problems(err error) []Problem {
	var found []Problem
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, e := range joined.Unwrap() {
			found = append(found, Problems(e)...)
		}
		return found
	}
	var one Problem
	if errors.As(err, &one) {
		return []Problem{one}
	}
	return nil
}

// at names element i of a list, or a field of it.
func at(list string, i int, field string) string {
	if field == "" {
		return fmt.Sprintf("%s[%d]", list, i)
	}
	return fmt.Sprintf("%s[%d].%s", list, i, field)
}

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
