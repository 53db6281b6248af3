package transition

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"nextrole"
)

// Metric is a measure of how well an order finds the occupations that O*NET relates.
type Metric struct {
	Value float64    `json:"value"` // 0 to 1, the mean over the origins
	Range [2]float64 `json:"range"` // 95 %, by resampling the origins
}

// Quality is how well one way to order occupations finds, from each origin, those that
// O*NET relates to it.
type Quality struct {
	Name    string `json:"name"`
	Origins int    `json:"origins"`

	P5   Metric `json:"p@5"`     // precision: of the first five, those that are related
	P10  Metric `json:"p@10"`    // of the first ten
	R20  Metric `json:"r@20"`    // recall: of the related, those among the first twenty
	NDCG Metric `json:"ndcg@20"` // discounted by place; every related one counts the same
	MRR  Metric `json:"mrr"`     // one over the place of the first that is related
}

// judged are the measures of one origin.
type judged [5]float64

// order is how likely roles are to follow from an origin: for each reference role a
// value, of which more is better.
type order func(origin int, values []float64)

// Evaluate holds Fit with some weights against the related occupations of the library,
// beside simpler ways to order. O*NET made its list from the same ingredients, so this
// tests for regressions and proves nothing about moves that people make.
func (m *Model) Evaluate(w Weights, among func(nextrole.Code) bool) []Quality {
	square := m.square(w)
	n := len(m.reference)
	fit := func(i int, values []float64) {
		for j := range values {
			values[j] = float64(square[i*n+j])
		}
	}
	by := func(c Component) order {
		return func(i int, values []float64) {
			for j := range values {
				values[j] = float64(m.similar[c][i*n+j])
			}
		}
	}
	return []Quality{
		m.quality("Fit", fit, among),
		m.quality("Task text alone", by(Tasks), among),
		m.quality("Skills, cosine", m.skills(), among),
		m.quality("SOC hierarchy", m.hierarchy, among),
		m.quality("Random", chance, among),
	}
}

// chance orders by nothing at all, the same on each run.
func chance(origin int, values []float64) {
	random := rand.New(rand.NewPCG(uint64(origin), 1))
	for j := range values {
		values[j] = random.Float64()
	}
}

// hierarchy orders by how many digits of the code two occupations share; ties by chance.
func (m *Model) hierarchy(origin int, values []float64) {
	chance(origin, values)
	a := string(m.roles[m.reference[origin]].Code)
	for j := range values {
		b := string(m.roles[m.reference[j]].Code)
		shared := 0
		for shared < len(a) && a[shared] == b[shared] {
			shared++
		}
		values[j] += float64(shared)
	}
}

// skills orders by the cosine of the importance of skills, uncentered, as it is often
// done. Roles that are not rated come last, by chance.
func (m *Model) skills() order {
	vectors := make([]map[string]float64, len(m.reference))
	for i, at := range m.reference {
		vectors[i] = importance(m.roles[at].Profile.Skills)
	}
	return func(origin int, values []float64) {
		chance(origin, values)
		for j := range values {
			values[j] = cosine(vectors[origin], vectors[j]) + values[j]*1e-9
		}
	}
}

func cosine(a, b map[string]float64) float64 {
	ab, aa, bb := 0.0, 0.0, 0.0
	for id, x := range a {
		ab += x * b[id]
		aa += x * x
	}
	for _, y := range b {
		bb += y * y
	}
	if aa == 0 || bb == 0 {
		return 0
	}
	return ab / math.Sqrt(aa*bb)
}

// quality judges an order from each origin that among accepts; nil accepts all.
func (m *Model) quality(name string, by order, among func(nextrole.Code) bool) Quality {
	place := map[nextrole.Code]int{}
	for i, at := range m.reference {
		place[m.roles[at].Code] = i
	}
	n := len(m.reference)
	values, list := make([]float64, n), make([]int, n)
	var all []judged
	for i, at := range m.reference {
		r := m.roles[at]
		related := map[int]bool{}
		for _, rel := range r.Profile.Related {
			if j, known := place[rel.Code]; known && j != i {
				related[j] = true
			}
		}
		if len(related) == 0 || among != nil && !among(r.Code) {
			continue
		}
		by(i, values)
		list = list[:0]
		for j := range n {
			if j != i && !math.IsNaN(values[j]) {
				list = append(list, j)
			}
		}
		slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(values[b], values[a]) })
		all = append(all, judge(list, related))
	}
	return summed(name, all)
}

// judge measures an order by which of it is related.
func judge(list []int, related map[int]bool) judged {
	hits, gain, first := [21]int{}, 0.0, 0.0
	found := 0
	for at, j := range list {
		if related[j] {
			found++
			if first == 0 {
				first = 1 / float64(at+1)
			}
			if at < 20 {
				gain += 1 / math.Log2(float64(at+2))
			}
		}
		if at < 20 {
			hits[at+1] = found
		} else if first > 0 {
			break
		}
	}
	for at := len(list) + 1; at <= 20; at++ {
		hits[at] = found
	}
	ideal := 0.0
	for at := range min(len(related), 20) {
		ideal += 1 / math.Log2(float64(at+2))
	}
	return judged{float64(hits[5]) / 5, float64(hits[10]) / 10, float64(hits[20]) / float64(len(related)), gain / ideal, first}
}

// resamples is how often origins are drawn again for the ranges.
const resamples = 1000

// summed takes the means over the origins, and their ranges.
func summed(name string, all []judged) Quality {
	q := Quality{Name: name, Origins: len(all)}
	if len(all) == 0 {
		return q
	}
	random := rand.New(rand.NewPCG(20, 26))
	drawn := [5][]float64{}
	for range resamples {
		var sum judged
		for range all {
			one := all[random.IntN(len(all))]
			for k := range sum {
				sum[k] += one[k]
			}
		}
		for k := range sum {
			drawn[k] = append(drawn[k], sum[k]/float64(len(all)))
		}
	}
	for k, to := range []*Metric{&q.P5, &q.P10, &q.R20, &q.NDCG, &q.MRR} {
		for _, one := range all {
			to.Value += one[k] / float64(len(all))
		}
		slices.Sort(drawn[k])
		to.Range = [2]float64{drawn[k][resamples*25/1000], drawn[k][resamples*975/1000]}
	}
	return q
}
