package starter

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"nextrole"
)

var (
	columns    = []string{"code", "kind", "value", "unit", "period", "place", "industry", "source", "parent", "note"}
	plainValue = regexp.MustCompile(`^-?\d+(\.\d+)?$`)
)

// figureLine is one line of figures.csv.
type figureLine struct {
	line   int
	code   nextrole.Code
	figure nextrole.Figure
}

// identity is what no two figures of a role may share.
type identity struct {
	code     nextrole.Code
	kind     nextrole.Kind
	period   nextrole.Period
	place    string
	industry string
	source   nextrole.SourceID
	parent   nextrole.SOC
}

func (l figureLine) identity() identity {
	f := l.figure
	return identity{l.code, f.Kind, f.Period, f.Place, f.Industry, f.Source, f.Parent}
}

func (c *content) readFigures(fsys fs.FS) {
	d := c.open(fsys, figuresFile)
	if d == nil {
		return
	}
	r := csv.NewReader(bytes.NewReader(d.bytes))
	r.FieldsPerRecord = len(columns)
	header, err := r.Read()
	if err != nil || !slices.Equal(header, columns) {
		c.add(d.file, 1, "", "the first line is not %s", strings.Join(columns, ","))
		return
	}
	seen := map[identity]int{}
	var last nextrole.Code
	for {
		record, err := r.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			c.badLine(d.file, err)
			if errors.Is(err, csv.ErrFieldCount) {
				continue
			}
			return
		}
		line, _ := r.FieldPos(0)
		l := c.figure(d.file, line, record)
		if l.code < last {
			c.add(d.file, line, "code", "%s stands after %s: lines are sorted by code", l.code, last)
		}
		last = l.code
		if first, twice := seen[l.identity()]; twice {
			c.add(d.file, line, "kind", "%s of %s is given before, on line %d", l.figure.Kind, l.code, first)
		} else {
			seen[l.identity()] = line
		}
		c.lines = append(c.lines, l)
		c.figures[l.code] = append(c.figures[l.code], l.figure)
	}
}

func (c *content) badLine(file string, err error) {
	if bad := new(csv.ParseError); errors.As(err, &bad) {
		c.add(file, bad.Line, "", "%v", bad.Err)
		return
	}
	c.add(file, 0, "", "%v", err)
}

// figure reads one record and reports what is wrong with it.
func (c *content) figure(file string, line int, record []string) figureLine {
	l := figureLine{line: line, code: nextrole.Code(record[0]), figure: nextrole.Figure{
		Kind:     nextrole.Kind(record[1]),
		Unit:     record[3],
		Period:   nextrole.Period(record[4]),
		Place:    record[5],
		Industry: record[6],
		Source:   nextrole.SourceID(record[7]),
		Parent:   nextrole.SOC(record[8]),
		Note:     record[9],
	}}
	if value := record[2]; value != "" {
		number, err := strconv.ParseFloat(value, 64)
		if err != nil || !plainValue.MatchString(value) {
			c.add(file, line, "value", "%q is not a plain number", value)
		}
		l.figure.Value = &number
	}
	for _, p := range nextrole.Problems(l.figure.Validate()) {
		c.add(file, line, p.Field, "%s", p.What)
	}
	if !c.hasRole[l.code] {
		c.add(file, line, "code", "no role has the code %q", l.code)
	}
	if s := l.figure.Source; c.unknown(s) {
		c.add(file, line, "source", "no source has the id %q", s)
	}
	if p := l.figure.Parent; p != "" && !p.Valid() {
		c.add(file, line, "parent", "%q is not a six-digit SOC code", p)
	}
	return l
}
