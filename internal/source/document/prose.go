package document

import (
	"regexp"
	"strings"

	"nextrole"
)

// heads are the titles of the parts, as they are compared, and what the lines below
// them are taken for.
var heads = map[string]string{
	"assessorcommentary": "", "scorevsrealitycheck": "commentary", "whatthenumbersdontcapture": "not captured",
	"whoshouldworryandwhoshouldnt": "who", "whatthismeans": "means", "survivalstrategy": "actions", "wheretolooknext": "next",
	"roledefinition": "", "protectiveprinciplesaigrowthcorrelation": "", "taskdecompositionagenticaiscoring": "", "evidencescore": "",
	"barrierassessment": "", "aigrowthcorrelationcheck": "growth", "jobzonecompositescoreaijri": "", "sublabeldetermination": "",
}

var resultIn = regexp.MustCompile(`=\s*(-?\d+(?:\.\d+)?)`)

// prose reads a line that is no table's, in a part of the document, and returns
// the part that the next line is in.
func (d *reader) prose(l line, part string) string {
	if to, ok := heads[key(l.text)]; ok {
		return to
	}
	if l.head {
		return ""
	}
	head, rest, colon := strings.Cut(l.text, ":")
	rest = strings.TrimSpace(rest)
	name := key(head)
	switch {
	case colon && d.step(name, rest, l):
		return part
	case colon && name == "survivalstrategy":
		return "actions"
	case colon && strings.HasPrefix(name, "therolein"):
		d.account().Outlook = rest
		return "means"
	case strings.HasPrefix(name, "wheretolooknext"):
		d.leave(l)
		return "next"
	case colon && strings.HasPrefix(name, "thesinglebiggestseparator"):
		d.account().Separator = rest
		return part
	case colon && name == "senioritynote", colon && name == "reinstatementcheckacemoglu", colon && name == "timeline", colon && name == "quickscreenresult":
		d.leave(l)
		return part
	}
	d.inPart(l, part)
	return part
}

// inPart keeps a line where its part has a place for it, and leaves it otherwise.
func (d *reader) inPart(l line, part string) {
	account := d.account()
	switch {
	case part == "who" && account.MostExposed == "":
		account.MostExposed = l.text
	case part == "who" && account.LeastExposed == "":
		account.LeastExposed = l.text
	case part == "not captured" && l.bullet:
		account.NotCaptured = append(account.NotCaptured, l.text)
	case part == "actions" && l.bullet:
		title, detail, _ := strings.Cut(l.text, ". ")
		account.Actions = append(account.Actions, nextrole.Action{Title: strings.TrimSuffix(title, "."), Detail: detail})
	case part == "growth" && d.role.Assessments[0].Inputs.Growth.Reason == "":
		d.role.Assessments[0].Inputs.Growth.Reason = l.text
	default:
		d.leave(l)
	}
}

func (d *reader) account() *nextrole.Account {
	a := &d.role.Assessments[0]
	if a.Account == nil {
		a.Account = &nextrole.Account{}
	}
	return a.Account
}

// step reads a line of the computation, and reports whether it is one.
func (d *reader) step(name, rest string, l line) bool {
	a := &d.role.Assessments[0]
	switch name {
	case "taskresistancescore":
		if v, ok := last(strings.ReplaceAll(rest, "/5.0", "")); ok {
			d.printed.set("resistance", v, l.number)
		}
		return true
	case "displacementaugmentationsplit":
		for word, label := range map[string]nextrole.Label{"displacement": nextrole.Displaced, "augmentation": nextrole.Augmented, "not involved": nextrole.NotInvolved} {
			if before, _, ok := strings.Cut(rest, word); ok {
				if all := numberIn.FindAllString(before, -1); len(all) > 0 {
					v, _ := first(all[len(all)-1])
					d.printed.set("share of "+string(label), v, l.number)
				}
			}
		}
		return true
	case "raw":
		if v, ok := last(rest); ok {
			d.printed.set("raw", v, l.number)
		}
		return true
	case "jobzonescore", "aijriscore", "score":
		m := resultIn.FindAllStringSubmatch(minus.Replace(rest), -1)
		v, ok := first(rest)
		if len(m) > 0 {
			v, ok = first(m[len(m)-1][1])
		}
		if ok && v >= 0 && v <= 100 {
			a.Printed = &v
			d.printed.set("score", v, l.number)
		}
		return ok
	case "zone":
		d.at["zone "+strings.ToLower(strings.Fields(rest + " -")[0])] = l.number
		return true
	case "author", "assessor":
		a.Author = rest
		return true
	case "reframedquestion":
		return true
	case "assessoroverride":
		if !strings.HasPrefix(strings.ToLower(rest), "none") {
			if v, ok := first(rest); ok && v >= 0 && v <= 100 {
				a.Override = &nextrole.Override{Score: v, Reason: rest}
				return true
			}
		}
		d.leave(l)
		return true
	}
	return false
}
