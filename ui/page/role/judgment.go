package role

import (
	"fmt"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// judgment is a rated input with its reason, as a row.
type judgment struct {
	name    string
	value   int
	scale   []int
	reason  string
	sources string
	counter []string
}

func (m model) evidence() []judgment {
	return m.judgments(m.worked.Assessment.Inputs.Evidence[:], nextrole.EvidenceName, []int{-2, -1, 0, 1, 2},
		func(in *nextrole.Inputs, i, v int) { in.Evidence[i].Value = v })
}

func (m model) barriers() []judgment {
	return m.judgments(m.worked.Assessment.Inputs.Barriers[:], nextrole.BarrierName, []int{0, 1, 2},
		func(in *nextrole.Inputs, i, v int) { in.Barriers[i].Value = v })
}

func (m model) growth() judgment {
	growth := []nextrole.Rating{m.worked.Assessment.Inputs.Growth}
	return m.judgments(growth, func(int) string { return "AI growth link" }, []int{-2, -1, 0, 1, 2},
		func(in *nextrole.Inputs, _, v int) { in.Growth.Value = v })[0]
}

func (m model) principles() []judgment {
	p := m.worked.Assessment.Principles
	if p == nil {
		return nil
	}
	return m.judgments(p[:], nextrole.PrincipleName, []int{0, 1, 2, 3}, nil) // no part of the score
}

// judgments are rows of ratings. Rate, where given, sets rating i in inputs, to
// tell what the score would be by the counter-evidence.
func (m model) judgments(list []nextrole.Rating, name func(int) string, scale []int, rate func(in *nextrole.Inputs, i, v int)) []judgment {
	rows := make([]judgment, len(list))
	for i, r := range list {
		rows[i] = judgment{name: name(i), value: r.Value, scale: scale, reason: r.Reason, sources: m.named(r.Sources)}
		for _, c := range r.Counter {
			instead := ""
			if rate != nil {
				in := *m.worked.Assessment.Inputs
				rate(&in, i, c.Value)
				if r, err := aijri.Score(in); err == nil {
					instead = ", and the score would be " + nextrole.Score(aijri.Shown(r.Score))
				}
			}
			rows[i].counter = append(rows[i].counter, fmt.Sprintf("%s This speaks for %s%s. (%s)",
				c.Fact, rows[i].label(c.Value), instead, m.named([]nextrole.SourceID{c.Source})))
		}
	}
	return rows
}

// named lists sources by their short names, with whom they quote, or as the person
// wrote them.
func (m model) named(ids []nextrole.SourceID) string {
	var names []string
	for _, id := range ids {
		s, ok := m.library.Sources()[id]
		if !ok {
			names = append(names, string(id))
			continue
		}
		name := s.Short
		if s.Quoting != "" {
			name += ", quoting " + s.Quoting
		}
		names = append(names, name)
	}
	return strings.Join(names, " · ")
}

// label writes a rating, signed unless its scale starts at 0.
func (j judgment) label(v int) string {
	if j.scale[0] < 0 {
		return signed(v)
	}
	return strconv.Itoa(v)
}
