package transition

import (
	"cmp"
	"slices"
	"strings"

	"nextrole"
)

// Gap is what one role asks for that another does not have. It explains a move, and
// never ranks it: a role for which somebody has everything may well be a step down.
type Gap struct {
	Activities *Counted // detailed work activities; nil where one of the roles has none
	Software   *Counted // by name; nil where one of the roles lists none
	Knowledge  *Counted // areas that matter in the other role; nil unless both are rated

	Education *Step // nil where one of the two is not known
	JobZone   *Step
}

// Counted is how much of what the other role asks for is there.
type Counted struct {
	Shared  int
	Of      int
	Missing []Missing // what weighs most first
}

// Missing is something that the other role asks for.
type Missing struct {
	ID      string  // of an activity or an area; the name of software
	Weight  float64 // how much it tells roles apart, or how much it matters: what counts more comes first
	Nearest string  // the id of the closest activity that is there; empty where none is near
	Near    float64 // 0.5 for one of the same intermediate activity, 0.25 of the same generalized one
	Have    float64 // the rating of an area in the present role, 1 to 5
	Need    float64 // and in the other one
	Hot     bool    // software that postings often ask for
}

// Step is a fact of the two roles.
type Step struct{ From, To nextrole.Fact }

// How near an activity is to one that shares its intermediate or its generalized one.
const (
	sameIntermediate = 0.5
	sameGeneralized  = 0.25
)

// Gap says what the role to asks for beyond what the role from has. It reports false
// where the model lacks one of them.
func (m *Model) Gap(from, to nextrole.Code) (Gap, bool) {
	a, okA := m.Role(from)
	b, okB := m.Role(to)
	if !okA || !okB {
		return Gap{}, false
	}
	g := Gap{Activities: m.activityGap(a, b), Education: stepOf(a.Education, b.Education), JobZone: stepOf(a.JobZone, b.JobZone)}
	if a.Profile != nil && b.Profile != nil {
		g.Software = softwareGap(a.Profile.Software, b.Profile.Software)
		g.Knowledge = knowledgeGap(a.Profile.Knowledge, b.Profile.Knowledge)
	}
	return g, true
}

func stepOf(a, b *nextrole.Fact) *Step {
	if a == nil || b == nil {
		return nil
	}
	return &Step{*a, *b}
}

// detailed are the detailed activities that a role's tasks are linked to.
func detailed(r nextrole.Role) []string {
	var list []string
	if r.Profile == nil {
		return nil
	}
	for _, t := range r.Profile.Tasks {
		list = append(list, t.Activities...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// above is the activity that another is a part of.
func above(id string) string { return id[:max(strings.LastIndexByte(id, '.'), 0)] }

// activityGap compares detailed work activities.
func (m *Model) activityGap(a, b nextrole.Role) *Counted {
	have, need := detailed(a), detailed(b)
	if len(have) == 0 || len(need) == 0 {
		return nil
	}
	c := &Counted{Of: len(need)}
	for _, id := range need {
		if _, there := slices.BinarySearch(have, id); there {
			c.Shared++
			continue
		}
		one := Missing{ID: id, Weight: m.spaces[Activities].weight(id)}
		for _, other := range have {
			near := 0.0
			switch {
			case above(other) == above(id):
				near = sameIntermediate
			case above(above(other)) == above(above(id)):
				near = sameGeneralized
			}
			if near > one.Near {
				one.Nearest, one.Near = other, near
			}
		}
		c.Missing = append(c.Missing, one)
	}
	slices.SortStableFunc(c.Missing, func(x, y Missing) int {
		return cmp.Or(cmp.Compare(y.Weight*(1-y.Near), x.Weight*(1-x.Near)), cmp.Compare(x.ID, y.ID))
	})
	return c
}

// weight is how much a term tells roles apart; 0 for one that no reference role has.
func (s *space) weight(t string) float64 {
	if id, known := s.ids[t]; known {
		return s.idf[id]
	}
	return 0
}

// softwareGap compares what people work with, however it is capitalized. What postings
// ask for comes first.
func softwareGap(have, need []nextrole.Tool) *Counted {
	if len(have) == 0 || len(need) == 0 {
		return nil
	}
	there := map[string]bool{}
	for _, t := range have {
		there[strings.ToLower(t.Name)] = true
	}
	c := &Counted{}
	seen := map[string]bool{}
	for _, t := range need {
		name := strings.ToLower(t.Name)
		if seen[name] {
			continue
		}
		seen[name] = true
		c.Of++
		if there[name] {
			c.Shared++
			continue
		}
		one := Missing{ID: t.Name, Hot: t.Hot || t.Demand}
		for _, wanted := range []bool{t.Demand, t.Hot} {
			if wanted {
				one.Weight++
			}
		}
		c.Missing = append(c.Missing, one)
	}
	slices.SortStableFunc(c.Missing, func(x, y Missing) int { return cmp.Compare(y.Weight, x.Weight) })
	return c
}

// Ratings of the importance of knowledge, 1 to 5: from matters on an area counts as
// asked for, and one that lies by lacks or more below is missing.
const (
	matters = 3.0
	lacks   = 0.5
)

// knowledgeGap compares the areas of knowledge that matter in the other role, of those
// that are rated in both.
func knowledgeGap(have, need []nextrole.Element) *Counted {
	a, b := importance(have), importance(need)
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	c := &Counted{}
	for _, e := range need {
		wanted, asked := b[e.ID]
		had, known := a[e.ID]
		if !asked || !known || wanted < matters {
			continue
		}
		c.Of++
		if wanted-had < lacks {
			c.Shared++
			continue
		}
		c.Missing = append(c.Missing, Missing{ID: e.ID, Weight: wanted - had, Have: had, Need: wanted})
	}
	slices.SortStableFunc(c.Missing, func(x, y Missing) int { return cmp.Compare(y.Weight, x.Weight) })
	return c
}
