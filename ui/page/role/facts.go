package role

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nextrole"
	"nextrole/ui/page/brief"
)

// apart is by how much two sources have to differ for the summary to say so, and
// long for how many years an older figure has to have been replaced to be worth
// a word to somebody who meets it elsewhere.
const (
	apart = 0.05
	long  = 4
)

// differing says where the figures shown are not the only ones that people meet:
// what sources disagree on, and else pay that is still quoted from years ago.
// Sharp reports whether it is a disagreement.
func (m model) differing() (text string, sharp bool) {
	sources := m.library.Sources()
	for _, c := range nextrole.Conflicts(m.role.Figures) {
		write, told := stated[c.A.Kind]
		if told && c.By() >= apart {
			return fmt.Sprintf("Two sources disagree on %s for %s: %s (%s) and %s (%s).", write.name, c.A.Period,
				write.format(*c.A.Value), sources[c.A.Source].Short, write.format(*c.B.Value), sources[c.B.Source].Short), true
		}
	}
	shown, ok := nextrole.Shown(m.role.Figures, nextrole.PayMedian)
	if !ok || shown.Parent != "" {
		return "", false
	}
	for _, f := range m.role.Figures {
		same := f.Kind == nextrole.PayMedian && f.Value != nil && f.Parent == "" && f.Industry == "" && f.Place == shown.Place
		if same && shown.Period.Year()-f.Period.Year() >= long && (nextrole.Conflict{A: f, B: shown}).By() >= apart {
			return fmt.Sprintf("Older pages give another median pay: %s (%s). Shown is the newest, %s (%s).",
				nextrole.Money(*f.Value), brief.AsOfFigure(sources, f),
				nextrole.Money(*shown.Value), brief.AsOfFigure(sources, shown)), false
		}
	}
	return "", false
}

// stated are the figures that the head of the page states.
var stated = map[nextrole.Kind]struct {
	name   string
	format func(float64) string
}{
	nextrole.PayMedian:  {"median pay", nextrole.Money},
	nextrole.Growth:     {"job growth", nextrole.SignedPercent},
	nextrole.Openings:   {"openings", nextrole.Count},
	nextrole.Employment: {"jobs", nextrole.Count},
}

// apartFrom is a role that this one gets taken for, and what tells them apart.
type apartFrom struct {
	code          nextrole.Code
	title, reason string
}

func (m model) mistaken() []apartFrom {
	var list []apartFrom
	for _, p := range m.role.Mistaken {
		if r, ok := m.library.Role(p.Code); ok {
			list = append(list, apartFrom{p.Code, r.Title, p.Reason})
		}
	}
	return list
}

// setting is where and how the work is done, with where that is from; empty
// where nobody tells.
func (m model) setting() (text, source string) {
	if m.role.Setting == nil {
		return "", ""
	}
	return m.role.Setting.Text, brief.Told(*m.role.Setting, m.library.Sources())
}

// employers are the industries with the most jobs in the role, of the newest
// period that tells them.
func (m model) employers() (list []fact, asOf string) {
	var newest nextrole.Figure
	for _, f := range m.role.Figures {
		if f.Kind == nextrole.IndustryShare && f.Value != nil && f.Parent == "" && f.Period.Newer(newest.Period) {
			newest = f
		}
	}
	var shares []nextrole.Figure
	for _, f := range m.role.Figures {
		if f.Kind == nextrole.IndustryShare && f.Value != nil && f.Parent == "" && f.Period == newest.Period && f.Source == newest.Source {
			shares = append(shares, f)
		}
	}
	slices.SortStableFunc(shares, func(a, b nextrole.Figure) int { return cmp.Compare(*b.Value, *a.Value) })
	for _, f := range shares {
		list = append(list, fact{name: f.Industry, value: nextrole.Decimal(*f.Value, 0) + "%"})
	}
	if len(list) == 0 {
		return nil, ""
	}
	return list, brief.AsOf(m.library.Sources(), newest.Source, newest.Period, "")
}

// fact is a line of the facts pane.
type fact struct {
	name, value, source string
	to                  nextrole.Code // the role that the value names, if any
}

func (m model) facts() []fact {
	var list []fact
	for _, s := range brief.Stats(m.role, m.library) {
		switch s.Label {
		case "Job zone", "Jobs":
			list = append(list, fact{name: s.Label, value: s.Value, source: s.Source})
		}
	}
	add := func(name string, f *nextrole.Fact, format func(string) string) {
		if f == nil {
			return
		}
		value := strings.ReplaceAll(f.Value, "'", "’")
		if format != nil {
			value = format(f.Value)
		}
		list = append(list, fact{name: name, value: value, source: brief.AsOf(m.library.Sources(), f.Source, f.Period, f.Parent)})
	}
	none := func(v string) string {
		if v == "None" {
			return "None asked for"
		}
		return v
	}
	add("Typical entry", m.role.Education, nil)
	add("Experience", m.role.Experience, none)
	add("On-the-job training", m.role.Training, none)
	add("AI exposure by BLS", m.role.Exposure, func(v string) string { return v + " (high is exposed)" })
	if top, source := m.interests(); top != "" {
		list = append(list, fact{name: "Interests", value: top, source: source})
	}
	if names := m.credentials(); names != "" {
		list = append(list, fact{name: "Credentials", value: names, source: "their rules are under Getting in"})
	}
	list = append(list, fact{name: "Family", value: m.role.Family.Name()})
	if m.role.Closest != "" {
		if r, ok := m.library.Role(m.role.Closest); ok {
			list = append(list, m.closest(r))
		}
	}
	return list
}

// interests names the three interests that the work fits best, and who says so.
func (m model) interests() (names, source string) {
	if m.role.Profile == nil || len(m.role.Profile.Interests) == 0 {
		if own := m.role.Interests; own != nil {
			return strings.Join(own.Names, ", "), m.library.Sources()[own.Source].Short
		}
		return "", ""
	}
	list := slices.Clone(m.role.Profile.Interests)
	slices.SortStableFunc(list, func(a, b nextrole.Interest) int { return cmp.Compare(b.Value, a.Value) })
	var top []string
	for _, i := range list[:min(len(list), 3)] {
		top = append(top, i.Name)
	}
	return strings.Join(top, ", "), m.library.Sources()[m.role.Profile.Source].Short
}

// credentials names those that serve the role.
func (m model) credentials() string {
	var names []string
	for _, k := range m.library.Credentials(m.role.Code) {
		names = append(names, k.Name)
	}
	return strings.Join(names, ", ")
}

// closest is the role to look at where a role has no figures of its own.
func (m model) closest(r nextrole.Role) fact {
	f := fact{name: "Closest with its own figures", value: r.Title, to: r.Code}
	if !m.role.Code.Official() {
		f.name = "Closest official occupation"
	}
	if pay, ok := nextrole.Shown(r.Figures, nextrole.PayMedian); ok {
		f.source = "median pay " + nextrole.Money(*pay.Value) + ", " + brief.AsOfFigure(m.library.Sources(), pay)
	}
	return f
}

// indices are the exposure indices of the role; they run the other way. Of a
// study that gives a low and a high estimate beside its own, those stand as a range.
func (m model) indices() []fact {
	var list []fact
	for _, f := range m.role.Figures {
		name, listed := indexNames[f.Kind]
		if !f.Kind.Exposure() || f.Value == nil || !listed && boundOf(f.Kind) {
			continue
		}
		if !listed {
			name = strings.TrimPrefix(string(f.Kind), "exposure.")
		}
		value := nextrole.Decimal(*f.Value, 3)
		switch low, high := m.bound(f, "alpha"), m.bound(f, "gamma"); {
		case strings.HasPrefix(f.Unit, "standard deviations"):
			value = nextrole.Signed(*f.Value, 2) + " standard deviations"
		case low != nil && high != nil:
			value += fmt.Sprintf(" (%s to %s)", nextrole.Decimal(*low, 3), nextrole.Decimal(*high, 3))
		}
		list = append(list, fact{name: name, value: value, source: brief.Of(f.Parent, m.library.Sources()[f.Source].Short)})
	}
	return list
}

// boundOf reports whether a kind is the low or the high estimate of another.
func boundOf(k nextrole.Kind) bool {
	return strings.HasSuffix(string(k), "-alpha") || strings.HasSuffix(string(k), "-gamma")
}

// bound is the low or the high estimate beside one, nil where there is none.
func (m model) bound(f nextrole.Figure, which string) *float64 {
	base, ok := strings.CutSuffix(string(f.Kind), "beta")
	for _, g := range m.role.Figures {
		if ok && string(g.Kind) == base+which && g.Source == f.Source && g.Parent == f.Parent {
			return g.Value
		}
	}
	return nil
}

var indexNames = map[nextrole.Kind]string{
	"exposure.eloundou-gpt4-beta":      "Eloundou et al., rated by GPT-4",
	"exposure.eloundou-human-beta":     "Eloundou et al., rated by people",
	"exposure.microsoft-applicability": "Microsoft, AI applicability",
	"exposure.anthropic-observed":      "Anthropic, observed use",
	"exposure.felten-aioe":             "Felten et al., AI occupational exposure",
}
