package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"strconv"
	"strings"

	"nextrole"
	"nextrole/internal/transition"
)

// model is the library ready to be compared.
func (s *session) model() (*transition.Model, error) {
	roles, err := s.library.Described(transition.Tables()...)
	if err != nil {
		return nil, err
	}
	return transition.New(roles), nil
}

func checkFit(o options, args []string) error {
	switch {
	case o.matrix == "" && len(args) == 0:
		return badUse("fit needs the code of a role, or --matrix FILE")
	case o.matrix != "" && len(args) > 0:
		return badUse("fit takes a code or --matrix, and not both")
	case o.official && o.matrix == "":
		return badUse("fit takes --official together with --matrix")
	case o.top != "" && o.matrix != "":
		return badUse("fit takes no --top together with --matrix")
	}
	return nil
}

// fit lists the roles that are closest to one, or writes how close all pairs are.
func fit(s *session) error {
	w, err := weights(s.weights)
	if err != nil {
		return err
	}
	top := 20
	if s.top != "" {
		if top, err = strconv.Atoi(s.top); err != nil || top < 1 {
			return badUse("--top takes a whole number from 1, and not %q", s.top)
		}
	}
	if s.matrix != "" {
		return s.fitMatrix(w)
	}
	r, err := s.role(s.args[0])
	if err != nil {
		return err
	}
	m, err := s.model()
	if err != nil {
		return err
	}
	list, _ := m.Near(r.Code, w)
	list = list[:min(len(list), top)]
	if s.json {
		return s.writeJSON(fitsJSON(m, r.Code, w, list))
	}
	fmt.Fprintf(s.out, "%s\n%s\n\n", r.Title, r.Code)
	if len(list) == 0 {
		paragraph(s.out, "Nothing in this library can be compared with it: that takes tasks, work activities, knowledge or titles, and related occupations of others to set the scale.", "")
		return nil
	}
	t := table{{"", "Role", "Fit", "Percentile", "", "Tasks", "Activities", "Knowledge", "Titles"}}
	for _, match := range list {
		row := []string{strconv.Itoa(match.Rank), string(match.Code) + " " + s.titleOf(match.Code), nextrole.Decimal(match.Fit, 2), percentile(match.Percentile), string(match.Closeness)}
		for _, p := range match.Parts {
			row = append(row, partText(p))
		}
		t = append(t, row)
	}
	t.write(s.out)
	scale := m.Scale(w)
	fmt.Fprintln(s.out)
	paragraph(s.out, fmt.Sprintf("Fit is in standard deviations above the average of %s pairs of occupations; viable from %s, strong from %s, by the averages inside groups of occupations. “–” is missing in one of the two, and left out. It says how alike the work is, and nothing of whether anybody should move.",
		nextrole.Count(float64(scale.Pairs)), nextrole.Decimal(scale.Viable, 2), nextrole.Decimal(scale.Strong, 2)), "")
	return nil
}

func percentile(p float64) string {
	if math.IsNaN(p) {
		return "–"
	}
	return nextrole.Decimal(math.Floor(p*10)/10, 1) // 99.96 is not the closest pair there is
}

func partText(p transition.Part) string {
	if p.Missing {
		return "–"
	}
	return nextrole.Decimal(p.Z, 2)
}

// weights reads "0.5,1.5,0.5": of work, knowledge and titles.
func weights(text string) (transition.Weights, error) {
	if text == "" {
		return transition.Equal, nil
	}
	var w [3]float64
	parts := strings.Split(text, ",")
	if len(parts) != len(w) {
		return transition.Weights{}, badUse("--weights takes three numbers, as 0.5,1.5,0.5: of tasks with activities, knowledge and titles; not %q", text)
	}
	for i, p := range parts {
		var err error
		if w[i], err = strconv.ParseFloat(strings.TrimSpace(p), 64); err != nil {
			return transition.Weights{}, badUse("--weights has %q, which is no number", p)
		}
	}
	weights := transition.Weights{Work: w[0], Knowledge: w[1], Titles: w[2]}
	if err := weights.Validate(); err != nil {
		return weights, badUse("--weights %s: %v", text, err)
	}
	return weights, nil
}

// fitMatrix writes how close each role is to each other one. A file that is there is
// not replaced.
func (s *session) fitMatrix(w transition.Weights) error {
	m, err := s.model()
	if err != nil {
		return err
	}
	if s.matrix == "-" {
		return writeMatrix(s.out, m, w, s.official)
	}
	f, err := os.OpenFile(s.matrix, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already and was left as it was; give another name with --matrix", s.matrix)
	}
	if err != nil {
		return err
	}
	if err := errors.Join(writeMatrix(f, m, w, s.official), f.Close()); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "Written to %s.\n", s.matrix)
	return nil
}

func writeMatrix(to io.Writer, m *transition.Model, w transition.Weights, official bool) error {
	out := csv.NewWriter(to)
	if err := out.Write([]string{"origin", "destination", "fit"}); err != nil {
		return err
	}
	for origin, list := range m.Pairs(w, official) {
		for _, p := range list {
			if err := out.Write([]string{string(origin), string(p.Code), strconv.FormatFloat(p.Fit, 'f', 6, 64)}); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// fitJSON is a match in JSON.
type fitJSON struct {
	Code       nextrole.Code        `json:"code"`
	Title      string               `json:"title"`
	Rank       int                  `json:"rank"`
	Fit        float64              `json:"fit"`
	Percentile *float64             `json:"percentile"`
	Closeness  transition.Closeness `json:"closeness"`
	Parts      map[string]*partJSON `json:"parts"` // null where one of the two lacks it
}

type partJSON struct {
	Similarity float64 `json:"similarity"`
	Z          float64 `json:"z"`
}

func fitsJSON(m *transition.Model, origin nextrole.Code, w transition.Weights, list []transition.Match) any {
	matches := []fitJSON{}
	for _, match := range list {
		r, _ := m.Role(match.Code)
		j := fitJSON{match.Code, r.Title, match.Rank, match.Fit, &match.Percentile, match.Closeness, map[string]*partJSON{}}
		if math.IsNaN(match.Percentile) {
			j.Percentile = nil
		}
		for c, p := range match.Parts {
			name := strings.ToLower(strings.ReplaceAll(transition.Component(c).Name(), "Work a", "a"))
			j.Parts[name] = nil
			if !p.Missing {
				j.Parts[name] = &partJSON{p.Similarity, p.Z}
			}
		}
		matches = append(matches, j)
	}
	s := m.Scale(w)
	return struct {
		Origin  nextrole.Code      `json:"origin"`
		Weights transition.Weights `json:"weights"`
		Viable  float64            `json:"viable"`
		Strong  float64            `json:"strong"`
		Pairs   int                `json:"pairs"`
		Matches []fitJSON          `json:"matches"`
	}{origin, w, s.Viable, s.Strong, s.Pairs, matches}
}

// evaluate holds Fit against the related occupations of the library.
func evaluate(s *session) error {
	w, err := weights(s.weights)
	if err != nil {
		return err
	}
	m, err := s.model()
	if err != nil {
		return err
	}
	list := m.Evaluate(w, nil)
	if s.json {
		return s.writeJSON(struct {
			Weights transition.Weights   `json:"weights"`
			Methods []transition.Quality `json:"methods"`
			Note    string               `json:"note"`
		}{w, list, sameIngredients})
	}
	if list[0].Origins == 0 {
		return errors.New("no occupation of this library has related ones to hold Fit against: import a release of the O*NET database")
	}
	fmt.Fprintf(s.out, "%s origins, each with the occupations that O*NET relates to it\n\n", nextrole.Count(float64(list[0].Origins)))
	t := table{{"", "P@5", "P@10", "R@20", "nDCG@20", "MRR"}}
	for _, q := range list {
		row := []string{q.Name}
		for _, metric := range []transition.Metric{q.P5, q.P10, q.R20, q.NDCG, q.MRR} {
			row = append(row, fmt.Sprintf("%.3f (%.3f–%.3f)", metric.Value, metric.Range[0], metric.Range[1]))
		}
		t = append(t, row)
	}
	t.write(s.out)
	fmt.Fprintln(s.out)
	paragraph(s.out, "In brackets: 95% of the means if the origins are drawn again. "+sameIngredients, "")
	return nil
}

const sameIngredients = "O*NET made its list of related occupations from the same ingredients, so this tests for regressions, and proves nothing about moves that people really make."
