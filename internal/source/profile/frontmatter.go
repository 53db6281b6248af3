package profile

import (
	"slices"
	"strings"

	"nextrole"
)

// isFrontMatter recognizes Markdown that begins with fields between rules, of
// which one is a code.
func isFrontMatter(text string) bool {
	rest, ok := strings.CutPrefix(strings.TrimSpace(text), "---\n")
	fields, _, closed := strings.Cut(rest, "\n---")
	return ok && closed && strings.Contains("\n"+fields, "\ncode:") && strings.Contains("\n"+fields, "\ntitle:")
}

// counts are the fields that say how many there are of something.
var counts = map[string]string{"taskCount": "tasks", "skillCount": "skills", "abilityCount": "abilities", "knowledgeCount": "areas of knowledge"}

func readFrontMatter(r *reader, lines []line) {
	within, open := 0, ""
	fields := map[string]string{}
	var none []string
	for _, l := range lines {
		switch {
		case l.text == "---":
			within++
			continue
		case within >= 2:
			r.body(l)
			continue
		}
		if l.indent && open != "" { // a text that goes on
			fields[open] = strings.TrimSpace(fields[open] + " " + l.text)
			continue
		}
		name, value, ok := strings.Cut(l.text, ":")
		value = strings.Trim(strings.TrimSpace(value), `'"`)
		open = ""
		switch {
		case !ok:
			r.leave(l.number, l.text)
			continue
		case strings.HasPrefix(value, ">"), strings.HasPrefix(value, "|"), value == "":
			open, value = name, ""
		case counts[name] != "" && value == "0":
			none = append(none, counts[name])
		case counts[name] != "":
			r.remark(l.number, "The file says that there are %s %s.", value, counts[name])
		case value == "[]":
			none = append(none, strings.ToLower(spaced(name)))
		case !slices.Contains([]string{"code", "title", "source", "version"}, name):
			r.leave(l.number, l.text)
			continue
		}
		fields[name] = value
		r.understood++
	}
	r.role.Code, r.role.Title, r.role.Summary = nextrole.Code(fields["code"]), fields["title"], fields["description"]
	if !r.role.Code.Official() {
		r.remark(0, "%q is no O*NET-SOC code", r.role.Code)
		r.role.Code = ""
	}
	if strings.EqualFold(fields["source"], "onet") {
		r.source.Publisher, r.source.Release = "O*NET, as your file has it", fields["version"]
	}
	if len(none) > 0 {
		r.remark(0, "The file itself says that it has no %s. They stay absent.", strings.Join(none, ", no "))
	}
	r.left = withoutSame(r.left, r.role.Summary)
}

// body reads what follows the fields: headings, places that wait to be filled,
// links, and what else there is.
func (r *reader) body(l line) {
	switch text, _ := bullet(l.text); {
	case strings.HasPrefix(l.text, "#"):
	case strings.HasPrefix(l.text, "*To be ") && strings.HasSuffix(l.text, "*"), strings.HasPrefix(l.text, "See [["):
		r.remark(l.number, "%s", "Nothing is given here: "+l.text)
	case strings.Contains(text, "SOC Code:"):
	default:
		r.leave(l.number, l.text)
	}
}

// spaced writes a name of a field in words: "alternativeTitles".
func spaced(name string) string {
	var b strings.Builder
	for _, c := range name {
		if c >= 'A' && c <= 'Z' {
			b.WriteByte(' ')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// withoutSame leaves out passages that a text says already.
func withoutSame(list []nextrole.Passage, text string) []nextrole.Passage {
	var kept []nextrole.Passage
	for _, p := range list {
		if p.Text != text {
			kept = append(kept, p)
		}
	}
	return kept
}
