package transition

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// term is a term of a vector with its weight.
type term struct {
	id     int32
	weight float32
}

// vector is what one role says in one component: its terms by id, of length 1 in all.
// Nil is a role that lacks the component.
type vector []term

// space is the terms that the reference roles know, with how much each tells roles
// apart, and where each of them stands in the vectors of all roles.
type space struct {
	ids      map[string]int32
	idf      []float64
	postings [][]posting
}

// posting is the weight of a term in the vector of a role.
type posting struct {
	role   int32
	weight float32
}

// newSpace learns the terms of reference documents, each of which counts a term once:
// idf = ln((1 + n) / (1 + df)) + 1. Ids are in the order of the terms, so that sums
// come out the same on each run.
func newSpace(documents []map[string]int) *space {
	df, n := map[string]int{}, 0
	for _, d := range documents {
		if len(d) > 0 {
			n++
		}
		for t := range d {
			df[t]++
		}
	}
	s := &space{ids: map[string]int32{}, postings: make([][]posting, len(df))}
	for id, t := range slices.Sorted(maps.Keys(df)) {
		s.ids[t] = int32(id)
		s.idf = append(s.idf, math.Log(float64(1+n)/float64(1+df[t]))+1)
	}
	return s
}

// vector weighs the terms of a document: 1 + ln(count), times idf, to the length 1.
// Terms that no reference role has are left out.
func (s *space) vector(document map[string]int) vector {
	var v vector
	for t, count := range document {
		if id, known := s.ids[t]; known {
			v = append(v, term{id, float32((1 + math.Log(float64(count))) * s.idf[id])})
		}
	}
	slices.SortFunc(v, func(a, b term) int { return cmp.Compare(a.id, b.id) })
	length := 0.0
	for _, t := range v {
		length += float64(t.weight) * float64(t.weight)
	}
	for i := range v {
		v[i].weight = float32(float64(v[i].weight) / math.Sqrt(length))
	}
	return v
}

// add lists a vector under its terms.
func (s *space) add(role int, v vector) {
	for _, t := range v {
		s.postings[t.id] = append(s.postings[t.id], posting{int32(role), t.weight})
	}
}

// cosines adds to each role's place in sums the cosine of its vector and v.
func (s *space) cosines(v vector, sums []float32) {
	for _, t := range v {
		for _, p := range s.postings[t.id] {
			sums[p.role] += t.weight * p.weight
		}
	}
}

// profile is ratings of one role on the same items, centered on their mean and of
// length 1, so that the product of two is Pearson's correlation. Nil is a role without.
type profile []float32

func newProfile(ratings []float64) profile {
	if len(ratings) == 0 {
		return nil
	}
	mean := 0.0
	for _, r := range ratings {
		mean += r
	}
	mean /= float64(len(ratings))
	length := 0.0
	p := make(profile, len(ratings))
	for i, r := range ratings {
		p[i] = float32(r - mean)
		length += (r - mean) * (r - mean)
	}
	if length == 0 {
		return nil // all are rated the same, which says nothing
	}
	length = math.Sqrt(length)
	for i := range p {
		p[i] = float32(float64(p[i]) / length)
	}
	return p
}

func (p profile) dot(q profile) float32 {
	sum := float32(0)
	for i, x := range p {
		sum += x * q[i]
	}
	return sum
}
