package profile

import (
	"regexp"
	"strconv"
	"strings"

	"nextrole"
)

// isListing recognizes an O*NET profile as lists under headings.
func isListing(text string) bool {
	return strings.Contains(text, "O*NET-SOC Code:") && strings.Contains(text, "# TASKS")
}

var typed = regexp.MustCompile(`^(.*?)\s*\((?:Tech skill|Tool) type: (.*)\)$`)

// readListing reads the lists. A list that says that it has nothing is none: the
// occupation is not rated.
func readListing(r *reader, lines []line) {
	r.source.Publisher = "O*NET, as your file has it"
	head := ""
	for _, l := range lines {
		if strings.HasPrefix(l.text, "#") {
			head = strings.ToUpper(strings.TrimSpace(strings.TrimLeft(l.text, "# ")))
			continue
		}
		item, isItem := bullet(l.text)
		switch {
		case strings.HasPrefix(l.text, "Job Title:"):
			r.role.Title = strings.TrimSpace(strings.TrimPrefix(l.text, "Job Title:"))
			r.understood++
		case strings.HasPrefix(l.text, "O*NET-SOC Code:"):
			r.role.Code = nextrole.Code(strings.TrimSpace(strings.TrimPrefix(l.text, "O*NET-SOC Code:")))
			if !r.role.Code.Official() {
				r.remark(l.number, "%q is no O*NET-SOC code", r.role.Code)
				r.role.Code = ""
			}
			r.understood++
		case strings.HasPrefix(item, "No specific "):
			r.remark(l.number, "%s", "The file says under “"+head+"”: "+item+" They stay absent; that is no 0.")
		case strings.HasPrefix(l.text, "(Scale definitions"):
			// explains lists that hold nothing
		case head == "DESCRIPTION" && r.role.Summary == "":
			r.role.Summary = l.text
			r.understood++
		case isItem && r.item(head, item):
			r.understood++
		default:
			r.leave(l.number, l.text)
		}
	}
}

// item reads an item of a list, and reports whether its list is known.
func (r *reader) item(head, item string) bool {
	switch {
	case head == "TASKS":
		f := r.profile() // O*NET's words stand beside the editors', whose tasks come first
		f.Tasks = append(f.Tasks, nextrole.RatedTask{ID: r.name + " " + strconv.Itoa(len(f.Tasks)+1), Text: item})
	case strings.HasPrefix(head, "TECHNOLOGY"):
		name, of := kindOf(item)
		r.profile().Software = append(r.profile().Software, nextrole.Tool{Name: name, Kind: of})
	case strings.HasPrefix(head, "TOOLS"):
		name, of := kindOf(item)
		r.profile().Equipment = append(r.profile().Equipment, nextrole.Tool{Name: name, Kind: of})
	case strings.HasPrefix(head, "INTERESTS"):
		_, name, ok := strings.Cut(item, ": ")
		if !ok || !nextrole.IsInterest(name) {
			return false
		}
		if r.role.Interests == nil {
			r.role.Interests = &nextrole.Listing{Source: r.id}
		}
		r.role.Interests.Names = append(r.role.Interests.Names, name)
	case strings.HasPrefix(head, "RELATED"):
		f := r.profile()
		f.Related = append(f.Related, nextrole.Relation{Title: item, Rank: len(f.Related) + 1})
	case strings.Contains(head, "ALTERNATE TITLES"), strings.Contains(head, "JOB TITLES"):
		r.role.AltTitles = append(r.role.AltTitles, nextrole.AltTitle{Title: item})
	default:
		return false
	}
	return true
}

func kindOf(item string) (name, of string) {
	if m := typed.FindStringSubmatch(item); m != nil {
		return m[1], m[2]
	}
	return item, ""
}
