package document

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// line is a line of a document that says something.
type line struct {
	number int      // 1 is the first
	text   string   // without the marks of Markdown
	cells  []string // of a row of a table; nil for prose
	bullet bool
	head   bool // of a part, as Markdown marks one
}

// linesOf reads a text. Lines without words, and those that only draw a table or a
// rule, are left out.
func linesOf(text []byte) []line {
	var list []line
	for i, raw := range strings.Split(decoded(text), "\n") {
		raw = strings.TrimSpace(strings.ReplaceAll(raw, "\u00a0", " "))
		if strings.Trim(raw, "|-–—:=*_ \t") == "" {
			continue
		}
		l := line{number: i + 1}
		switch {
		case strings.HasPrefix(raw, "|"):
			l.cells = cells(strings.Trim(raw, "|"), "|")
		case strings.Contains(raw, "\t"):
			l.cells = cells(raw, "\t")
		default:
			l.text, l.bullet = prose(raw)
			l.head = strings.HasPrefix(raw, "#")
		}
		list = append(list, l)
	}
	return list
}

// decoded is a text in UTF-8, without the marks of other systems.
func decoded(text []byte) string {
	text = bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF"))
	if !utf8.Valid(text) { // then it is in the code page of Windows
		if decoded, err := charmap.Windows1252.NewDecoder().Bytes(text); err == nil {
			text = decoded
		}
	}
	return string(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))
}

func cells(row, by string) []string {
	list := strings.Split(row, by)
	for i, c := range list {
		list[i], _ = prose(strings.TrimSpace(c))
	}
	return list
}

// prose takes the marks of Markdown away.
func prose(text string) (plain string, bullet bool) {
	text = strings.TrimLeft(text, "#> ")
	for _, mark := range []string{"- ", "* ", "• ", "+ "} {
		if rest, ok := strings.CutPrefix(text, mark); ok {
			text, bullet = rest, true
			break
		}
	}
	return strings.TrimSpace(strings.NewReplacer("**", "", "__", "", "`", "").Replace(text)), bullet
}

// minus reads every dash that stands for a minus as one.
var minus = strings.NewReplacer("−", "-", "–", "-", "—", "-")

// key is a name as it is compared: its letters and digits, in lower case.
func key(name string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(name) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		}
	}
	return b.String()
}
