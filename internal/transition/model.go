// Package transition says how close two roles are, for moves between them: by their
// tasks, work activities, knowledge and titles. The measure is called Fit.
//
// Tasks, activities and titles are compared by the cosine of TF-IDF vectors, knowledge by
// Pearson's correlation of importance. Each is put in standard deviations above the
// average pair of occupations, and Fit is the mean of what is there: work, which is
// tasks and activities, knowledge, and titles.
//
// A Model is made of a library as it is. What roles lack is left out of a comparison,
// and told as missing; nothing is filled in.
package transition

import (
	"math"
	"runtime"
	"slices"
	"sync"

	"nextrole"
)

// Model is the roles of a library, ready to be compared.
//
// Its scale is that of the reference roles: the official occupations for which O*NET
// lists related ones. Roles that a person adds are compared by it, and do not move it.
type Model struct {
	roles     []nextrole.Role
	at        map[nextrole.Code]int
	reference []int // of roles

	spaces   [components]*space // nil for knowledge
	vectors  [components][]vector
	profiles []profile // knowledge
	areas    []string  // ids of the areas of knowledge, in the order of the profiles

	mean, deviation [components]float64   // over all pairs of reference roles
	similar         [components][]float32 // of each pair of reference roles, row by row

	mu     sync.Mutex
	scales map[Weights]*Scale
}

// New prepares the roles of a library. It compares all pairs of reference roles once.
func New(roles []nextrole.Role) *Model {
	m := &Model{at: map[nextrole.Code]int{}, scales: map[Weights]*Scale{}}
	for _, r := range roles {
		if _, twice := m.at[r.Code]; twice {
			continue
		}
		m.at[r.Code] = len(m.roles)
		if isReference(r) {
			m.reference = append(m.reference, len(m.roles))
		}
		m.roles = append(m.roles, r)
	}
	m.learn()
	for i, r := range m.roles {
		m.place(i, r)
	}
	m.measure()
	return m
}

// isReference reports whether a role is an official one with a list of related ones.
func isReference(r nextrole.Role) bool {
	return r.Code.Official() && r.Profile != nil && slices.ContainsFunc(r.Profile.Related, func(r nextrole.Relation) bool { return r.Code != "" })
}

// terms are what a role says in each component that is made of terms.
var terms = map[Component]func(nextrole.Role) map[string]int{Tasks: taskTerms, Activities: activityTerms, Titles: titleTerms}

// learn takes the terms and the areas of knowledge of the reference roles.
func (m *Model) learn() {
	for c, of := range terms {
		documents := make([]map[string]int, len(m.reference))
		for i, at := range m.reference {
			documents[i] = of(m.roles[at])
		}
		m.spaces[c] = newSpace(documents)
	}
	seen := map[string]bool{}
	for _, at := range m.reference {
		for id := range knowledge(m.roles[at]) {
			if !seen[id] {
				seen[id] = true
				m.areas = append(m.areas, id)
			}
		}
	}
	slices.Sort(m.areas)
}

// place puts a role where it can be compared with the others.
func (m *Model) place(i int, r nextrole.Role) {
	for c, of := range terms {
		v := m.spaces[c].vector(of(r))
		m.vectors[c] = append(m.vectors[c], v)
		m.spaces[c].add(i, v)
	}
	m.profiles = append(m.profiles, m.profile(r))
}

// profile is a role's knowledge; a role that is not rated in all areas has none.
func (m *Model) profile(r nextrole.Role) profile {
	rated := knowledge(r)
	ratings := make([]float64, 0, len(m.areas))
	for _, id := range m.areas {
		v, ok := rated[id]
		if !ok {
			return nil
		}
		ratings = append(ratings, v)
	}
	return newProfile(ratings)
}

// Add takes one more role, or another state of one that is there. Only its own place
// is computed: the scale stays that of the reference roles.
func (m *Model) Add(r nextrole.Role) {
	if i, there := m.at[r.Code]; there {
		m.roles[i] = r
		for c := range terms {
			for id, list := range m.spaces[c].postings {
				m.spaces[c].postings[id] = slices.DeleteFunc(list, func(p posting) bool { return int(p.role) == i })
			}
			m.vectors[c][i] = m.spaces[c].vector(terms[c](r))
			m.spaces[c].add(i, m.vectors[c][i])
		}
		m.profiles[i] = m.profile(r)
		m.forget()
		return
	}
	i := len(m.roles)
	m.at[r.Code] = i
	m.roles = append(m.roles, r)
	m.place(i, r)
	m.forget()
}

// forget drops what was computed of moves between all roles.
func (m *Model) forget() {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, s := range m.scales {
		s.graph = nil
	}
}

// Role returns a role of the model.
func (m *Model) Role(c nextrole.Code) (nextrole.Role, bool) {
	i, ok := m.at[c]
	if !ok {
		return nextrole.Role{}, false
	}
	return m.roles[i], true
}

// has reports whether a role has a component.
func (m *Model) has(c Component, i int) bool {
	if c == Knowledge {
		return m.profiles[i] != nil
	}
	return m.vectors[c][i] != nil
}

// row is how similar one role is to each role of the model by one component: a cosine
// or a correlation. Where one of the two lacks it, it is not a number.
func (m *Model) row(c Component, i int, row []float32) {
	clear(row)
	nan := float32(math.NaN())
	if !m.has(c, i) {
		for j := range row {
			row[j] = nan
		}
		return
	}
	if c != Knowledge {
		m.spaces[c].cosines(m.vectors[c][i], row)
	}
	for j := range row {
		switch {
		case !m.has(c, j):
			row[j] = nan
		case c == Knowledge:
			row[j] = m.profiles[i].dot(m.profiles[j])
		}
	}
}

// measure compares all pairs of reference roles, for the mean and the deviation of
// each component.
func (m *Model) measure() {
	n := len(m.reference)
	for _, c := range Components() {
		m.similar[c] = make([]float32, n*n)
	}
	each(n, func(i int, row []float32) {
		for _, c := range Components() {
			m.row(c, m.reference[i], row)
			for j, at := range m.reference {
				m.similar[c][i*n+j] = row[at]
			}
		}
	}, len(m.roles))
	for _, c := range Components() {
		m.mean[c], m.deviation[c] = moments(m.similar[c], n)
	}
}

// each calls f with each of n numbers, on as many processors as there are. Row is
// room for size values, of each processor's own.
func each(n int, f func(i int, row []float32), size int) {
	workers := min(max(runtime.GOMAXPROCS(0), 1), max(n, 1))
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			row := make([]float32, size)
			for i := w; i < n; i += workers {
				f(i, row)
			}
		})
	}
	wait.Wait()
}

// moments are the mean and the standard deviation of the pairs of a square, without
// its diagonal and without pairs that lack the component.
func moments(square []float32, n int) (mean, deviation float64) {
	sum, squares, count := 0.0, 0.0, 0
	for i := range n {
		for j, v := range square[i*n : i*n+n] {
			if x := float64(v); i != j && !math.IsNaN(x) {
				sum, squares, count = sum+x, squares+x*x, count+1
			}
		}
	}
	if count == 0 {
		return 0, 0
	}
	mean = sum / float64(count)
	return mean, math.Sqrt(max(squares/float64(count)-mean*mean, 0))
}
