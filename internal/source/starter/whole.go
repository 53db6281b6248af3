package starter

import (
	"strings"

	"nextrole"
)

// How much there has to be of something for a page to be worth opening.
const (
	leastTasks, mostTasks = 8, 20
	leastTitles           = 4
	leastRelated          = 3
	leastRated, mostRated = 6, 9 // tasks of a draft
	actions               = 3
	leastMixes            = 2
)

// lintWhole checks that a role says all that a role page shows.
func (c *content) lintWhole(d *document, o nextrole.Occupation) {
	need := func(ok bool, field, format string, args ...any) {
		if !ok {
			c.at(d, field, format, args...)
		}
	}
	n := len(o.Tasks)
	need(n >= leastTasks && n <= mostTasks, "tasks", "there are %d, and a role has %d to %d", n, leastTasks, mostTasks)
	need(len(o.AltTitles) >= leastTitles, "altTitles", "there are %d, and people search by at least %d", len(o.AltTitles), leastTitles)
	need(o.Setting != nil, "setting", "missing")
	need(o.Education != nil, "education", "missing")
	need(o.JobZone != nil, "jobZone", "missing")
	need(len(o.Mistaken) > 0, "mistaken", "missing: what does it get taken for?")
	need(len(o.Related) >= leastRelated, "related", "there are %d, and a role has at least %d", len(o.Related), leastRelated)

	p := c.profiles[o.Code]
	if p == nil {
		p = &nextrole.Profile{}
	}
	need(o.Skills != nil || len(p.Skills) > 0, "skills", "missing, and O*NET rates none")
	need(o.Tools != nil || len(p.Software)+len(p.Equipment) > 0, "tools", "missing, and O*NET lists none")
	need(o.Interests != nil || len(p.Interests) > 0, "interests", "missing, and O*NET rates none")
	if o.Interests != nil {
		for i, name := range o.Interests.Names {
			need(nextrole.IsInterest(name), at("interests.names", i), "%q is no interest of Holland’s", name)
		}
	}
}

// lintDraft checks that a draft says all that its pages show, and where each
// piece of evidence is from.
func (c *content) lintDraft(d *document, a nextrole.Assessment) {
	need := func(ok bool, field, format string, args ...any) {
		if !ok {
			c.at(d, field, format, args...)
		}
	}
	need(a.Date != "", "date", "missing: an opinion is of some day")
	need(a.Principles != nil, "principles", "missing")
	need(a.Seniority != "", "seniority", "missing")
	if a.Inputs != nil {
		n := len(a.Inputs.Tasks)
		need(n >= leastRated && n <= mostRated, "inputs.tasks", "there are %d, and a draft has %d to %d", n, leastRated, mostRated)
		for i, r := range a.Inputs.Evidence {
			need(len(r.Sources) > 0, at("inputs.evidence", i)+".sources", "missing: whose evidence is it?")
		}
	}
	if a.Account == nil {
		need(false, "account", "missing")
		return
	}
	for _, f := range []struct{ name, text string }{
		{"mostExposed", a.Account.MostExposed},
		{"leastExposed", a.Account.LeastExposed},
		{"separator", a.Account.Separator},
		{"outlook", a.Account.Outlook},
	} {
		need(strings.TrimSpace(f.text) != "", "account."+f.name, "missing")
	}
	need(len(a.Account.Timeline) > 0, "account.timeline", "missing")
	need(len(a.Account.Actions) == actions, "account.actions", "there are %d, not %d", len(a.Account.Actions), actions)
	need(len(a.Account.Next) > 0, "account.next", "missing")
	need(len(a.Account.NotCaptured) > 0, "account.notCaptured", "missing")
	need(len(a.Account.Mixes) >= leastMixes, "account.mixes", "there are %d, and a draft has at least %d", len(a.Account.Mixes), leastMixes)
}
