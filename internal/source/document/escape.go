package document

import (
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// emptyMark stands for an empty text where nothing at all would not be seen. No
// text is written like it, since the asterisks of a text are escaped.
const emptyMark = "*empty*"

var (
	entity    = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});`)
	lineBreak = regexp.MustCompile(`^<[bB][rR] ?/?>`)
)

// escape writes a text so that Markdown shows it as it is, in a cell of a table as
// anywhere else on a line, and [unescape] gives it back to the letter. Bytes that
// are no UTF-8 become U+FFFD.
func escape(text string) string {
	var b strings.Builder
	for i, r := range text {
		rest := text[i:]
		switch {
		case r == '\n':
			b.WriteString("<br>")
		case strings.ContainsRune("\\|`*~[", r),
			r == '_' && !(wordBefore(text, i) && wordAfter(text, i+1)),
			r == '<' && opensTag(rest),
			r == '&' && entity.MatchString(rest):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == ' ' && (i == 0 || i == len(text)-1),
			unicode.IsControl(r), unicode.In(r, unicode.Zl, unicode.Zp), r == '\uFEFF':
			fmt.Fprintf(&b, "&#%d;", r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// opensTag reports whether Markdown may take what begins with < for HTML.
func opensTag(rest string) bool {
	return len(rest) > 1 && (rest[1] == '/' || rest[1] == '!' || rest[1] == '?' || rest[1]|0x20 >= 'a' && rest[1]|0x20 <= 'z')
}

// An underscore inside a word, as in an address, marks nothing.
func wordBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func wordAfter(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// unescape reads a text as [escape] writes it, and as people and editors who know
// Markdown may have changed it.
func unescape(raw string) string {
	var b strings.Builder
	for i := 0; i < len(raw); {
		switch c := raw[i]; {
		case c == '\\' && i+1 < len(raw) && isPunct(raw[i+1]):
			b.WriteByte(raw[i+1])
			i += 2
			continue
		case c == '<':
			if tag := lineBreak.FindString(raw[i:]); tag != "" {
				b.WriteByte('\n')
				i += len(tag)
				continue
			}
		case c == '&':
			if name := entity.FindString(raw[i:]); name != "" {
				b.WriteString(character(name))
				i += len(name)
				continue
			}
		}
		b.WriteByte(raw[i])
		i++
	}
	return b.String()
}

// character is what an entity stands for; itself where that is nothing. Numbers
// mean what they say: HTML would read some of them in the code page of Windows.
func character(name string) string {
	if name[1] != '#' {
		return html.UnescapeString(name)
	}
	digits, base := name[2:len(name)-1], 10
	if digits[0]|0x20 == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseInt(digits, base, 32)
	if err != nil || !utf8.ValidRune(rune(n)) {
		return name
	}
	return string(rune(n))
}

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7F && !(c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z')
}

// trim takes away the spaces that lay a document out, and no others.
func trim(raw string) string { return strings.Trim(raw, " \t\r") }

// split cuts raw text at each separator that is not escaped, and trims the pieces.
func split(raw string, separator byte) []string {
	var list []string
	from := 0
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '\\':
			i++
		case separator:
			list = append(list, trim(raw[from:i]))
			from = i + 1
		}
	}
	return append(list, trim(raw[from:]))
}

// splitRow cuts a row of a table, and reports false where it does not end as one.
func splitRow(raw string) (cells []string, whole bool) {
	list := split(strings.TrimPrefix(trim(raw), "|"), '|')
	last := len(list) - 1
	return list[:last], list[last] == ""
}

// orMark makes an empty text visible.
func orMark(text string) string {
	if text == "" {
		return emptyMark
	}
	return escape(text)
}

// unmark reads what orMark writes. Some editors turn the asterisks into
// underscores.
func unmark(raw string) string {
	if raw == emptyMark || raw == "_empty_" {
		return ""
	}
	return unescape(raw)
}
