// Package profile reads descriptions of one occupation, as people save them from
// the web: pages of the Occupational Outlook Handbook, O*NET profiles as text or
// Markdown, and articles that quote figures. What is not understood is kept word
// for word.
package profile

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"path"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/table"
)

// kind is one kind of description.
type kind struct {
	recognize func(text string) bool
	read      func(*reader, []line)
}

var kinds = []kind{
	{isFrontMatter, readFrontMatter},
	{isListing, readListing},
	{isHandbook, readHandbook},
	{isArticle, readArticle},
}

// Recognize reports whether a text is a description of one of these kinds.
func Recognize(text []byte) bool {
	t := plain(text)
	for _, k := range kinds {
		if k.recognize(t) {
			return true
		}
	}
	return false
}

// Read reads one description. Name is that of its file, day when it is imported.
// The occupation's code is empty where the text names none: then its title tells
// which one it is.
func Read(name string, text []byte, day time.Time) (source.Reading, error) {
	t := plain(text)
	r := &reader{name: name, id: nextrole.SourceID(nextrole.ProfileDocument + fmt.Sprintf("%x", sha256.Sum256(text))[:8])}
	r.source = nextrole.Source{
		ID: r.id, Publisher: "A file of yours", Short: path.Base(name), File: path.Base(name), Retrieved: day.Format(time.DateOnly),
		License: "Your file", Credit: "From the file " + path.Base(name) + ".",
	}
	known := false
	for _, k := range kinds {
		if known = k.recognize(t); known {
			k.read(r, linesOf(t))
			break
		}
	}
	if !known || r.role.Title == "" && r.role.Code == "" {
		return source.Reading{}, &table.Error{File: name, Text: "nothing in it says which occupation it is about"}
	}
	if r.role.Profile != nil {
		r.role.Profile.Code, r.role.Profile.Source = r.role.Code, r.id
	}
	r.source.Title = "Description: " + r.role.Title
	return source.Reading{
		Source:  r.source,
		Parts:   []source.Part{{Name: "Profile", File: name, Rows: r.understood, Roles: []nextrole.Role{r.role}}},
		Remarks: r.remarks,
		Left:    r.left,
	}, nil
}

// reader is a description as far as it has been read.
type reader struct {
	name   string
	id     nextrole.SourceID
	source nextrole.Source
	role   nextrole.Role

	understood int // lines and sentences
	remarks    []source.Remark
	left       []source.Passage
	told       map[string]bool // remarks that are made once
}

func (r *reader) remark(line int, format string, args ...any) {
	r.remarks = append(r.remarks, source.Remark{File: r.name, Line: line, Text: fmt.Sprintf(format, args...)})
}

// once makes a remark for the first line that it holds for.
func (r *reader) once(line int, text string) {
	if r.told == nil {
		r.told = map[string]bool{}
	}
	if !r.told[text] {
		r.told[text] = true
		r.remark(line, "%s", text)
	}
}

func (r *reader) leave(line int, text string) {
	r.left = append(r.left, source.Passage{File: r.name, Line: line, Text: text})
}

func (r *reader) profile() *nextrole.Profile {
	if r.role.Profile == nil {
		r.role.Profile = &nextrole.Profile{}
	}
	return r.role.Profile
}

func (r *reader) figure(f nextrole.Figure, v float64) {
	f.Value, f.Source = &v, r.id
	if f.Place == "" {
		f.Place = nextrole.Nation
	}
	r.role.Figures = append(r.role.Figures, f)
	r.understood++
}

func (r *reader) clause(text string, period nextrole.Period) nextrole.Clause {
	r.understood++
	return nextrole.Clause{Text: text, Period: period, Source: r.id}
}

// line is a line that is not empty.
type line struct {
	number int
	text   string // as written, without the spaces around it
	indent bool
}

func plain(text []byte) string {
	text = bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF"))
	if !utf8.Valid(text) { // then it is in the code page of Windows
		if decoded, err := charmap.Windows1252.NewDecoder().Bytes(text); err == nil {
			text = decoded
		}
	}
	return strings.ReplaceAll(string(text), "\r\n", "\n")
}

func linesOf(text string) []line {
	var list []line
	for i, raw := range strings.Split(text, "\n") {
		t := strings.TrimSpace(strings.ReplaceAll(raw, "\u00a0", " "))
		if t != "" {
			list = append(list, line{i + 1, t, strings.HasPrefix(raw, " ") || strings.HasPrefix(raw, "\t")})
		}
	}
	return list
}

// bullet takes the mark of a list away, and reports whether there was one.
func bullet(text string) (string, bool) {
	for _, mark := range []string{"- ", "* ", "• ", "•\t", "+ "} {
		if rest, ok := strings.CutPrefix(text, mark); ok {
			return strings.TrimSpace(rest), true
		}
	}
	return text, false
}

// sentences cuts a paragraph.
func sentences(text string) []string {
	var list []string
	for {
		i := strings.Index(text, ". ")
		if i < 0 {
			return append(list, text)
		}
		list = append(list, text[:i+1])
		text = strings.TrimSpace(text[i+2:])
	}
}
