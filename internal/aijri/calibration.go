package aijri

import (
	"math"
	"slices"

	"nextrole"
)

// Deviation is how far an editors' draft lies from the published score of the
// same role. Drafts are never fitted to published scores, so it says something
// about how drafts are rated.
type Deviation struct {
	Code      nextrole.Code `json:"code"`
	Title     string        `json:"title"`
	Published float64       `json:"published"` // both as shown
	Draft     float64       `json:"draft"`
	By        float64       `json:"by"` // draft less published; above 0 the draft is the more resistant
}

// Calibration is what a library says about how good its scores are.
type Calibration struct {
	Published  int         `json:"published"`  // roles with a published score
	WithInputs int         `json:"withInputs"` // of these, with all their ratings
	Reproduced int         `json:"reproduced"` // of these, scored the same by the formula, as shown
	Drafts     int         `json:"drafts"`     // roles with a scored draft
	Deviations []Deviation `json:"deviations"` // of the roles with both; never nil
	SameZone   int         `json:"sameZone"`   // of these, in the same zone by both

	// Of the deviations; nil where there are none.
	Mean         *float64 `json:"mean"`
	MeanAbsolute *float64 `json:"meanAbsolute"`
}

// Calibrate compares the formula with published scores, and drafts with
// published scores of the same roles. Where a role has several of one status,
// the newest counts.
func Calibrate(roles []nextrole.Role) Calibration {
	c := Calibration{Deviations: []Deviation{}}
	for _, r := range roles {
		published, isPublished := Newest(r.Assessments, nextrole.Published)
		draft, isDraft := Newest(r.Assessments, nextrole.Draft)
		if isDraft {
			c.Drafts++
		}
		if !isPublished {
			continue
		}
		c.Published++
		if published.Result != nil {
			c.WithInputs++
			if Shown(published.Result.Score) == Shown(*published.Score) {
				c.Reproduced++
			}
		}
		if isDraft {
			p, d := Shown(*published.Score), Shown(*draft.Score)
			if published.Zone == draft.Zone {
				c.SameZone++
			}
			c.Deviations = append(c.Deviations, Deviation{r.Code, r.Title, p, d, math.Round((d-p)*10) / 10})
		}
	}
	if n := float64(len(c.Deviations)); n > 0 {
		var sum, size float64
		for _, d := range c.Deviations {
			sum += d.By
			size += math.Abs(d.By)
		}
		mean, absolute := sum/n, size/n
		c.Mean, c.MeanAbsolute = &mean, &absolute
	}
	return c
}

// Newest returns the newest assessment of a status that has a score. A true
// report means that Score is set.
func Newest(as []nextrole.Assessment, s nextrole.Status) (Reading, bool) {
	order := ranked(as)
	i := slices.IndexFunc(order, func(i int) bool { return as[i].Status == s && Read(as[i]).Score != nil })
	if i < 0 {
		return Reading{}, false
	}
	return Read(as[order[i]]), true
}
