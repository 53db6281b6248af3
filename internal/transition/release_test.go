package transition_test

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"nextrole"
	"nextrole/internal/source/intake"
	"nextrole/internal/transition"
)

// release is the occupations of O*NET 30.1, which are not part of this repository.
var release = sync.OnceValues(func() ([]nextrole.Role, error) {
	dir := os.Getenv("NEXTROLE_TESTDATA")
	in, err := intake.Read(context.Background(), filepath.Join(dir, "onet/30.1-text"), time.Time{}, func(intake.Progress) {})
	if err != nil {
		return nil, err
	}
	said := map[nextrole.Code]*nextrole.Role{}
	var codes []nextrole.Code
	for _, reading := range in.Readings {
		for _, part := range reading.Parts {
			for _, r := range part.Said() {
				if said[r.Code] == nil {
					said[r.Code] = &nextrole.Role{Occupation: nextrole.Occupation{Code: r.Code, Family: nextrole.Beyond}}
					codes = append(codes, r.Code)
				}
				said[r.Code].Add(r)
			}
		}
	}
	var roles []nextrole.Role
	for _, c := range codes {
		if r := *said[c]; r.Title != "" {
			r.Code, r.Family = c, nextrole.Beyond
			roles = append(roles, r)
		}
	}
	return roles, nil
})

func onet(t testing.TB) []nextrole.Role {
	t.Helper()
	if os.Getenv("NEXTROLE_TESTDATA") == "" {
		t.Skip("NEXTROLE_TESTDATA names no folder with the publishers' files")
	}
	roles, err := release()
	if err != nil {
		t.Fatal(err)
	}
	return roles
}

var best = transition.Weights{Work: 0.5, Knowledge: 1.5, Titles: 0.5}

// TestQuality holds what Fit reached on O*NET 30.1 against the related occupations.
func TestQuality(t *testing.T) {
	roles := onet(t)
	m := transition.New(roles)
	rated := map[nextrole.Code]bool{}
	for _, r := range roles {
		rated[r.Code] = r.Profile != nil && len(r.Profile.Knowledge) > 0
	}
	field := func(c nextrole.Code) bool {
		return strings.HasPrefix(string(c), "29-") || strings.HasPrefix(string(c), "31-") || c == "15-1211.01"
	}
	for _, want := range []struct {
		name    string
		weights transition.Weights
		among   func(nextrole.Code) bool
		origins int
		p10     float64
		r20     float64
	}{
		{"all, equal weights", transition.Equal, nil, 923, 0.78, 0.61},
		{"all, the best weights", best, nil, 923, 0.81, 0.63},
		{"health care", transition.Equal, field, 109, 0.77, 0},
		{"not rated by O*NET", transition.Equal, func(c nextrole.Code) bool { return !rated[c] }, 29, 0.77, 0},
	} {
		list := m.Evaluate(want.weights, want.among)
		q := list[0]
		if q.Origins != want.origins || q.P10.Value < want.p10 || q.R20.Value < want.r20 {
			t.Errorf("%s: n = %d, P@10 %.3f, R@20 %.3f; want at least %.2f and %.2f", want.name, q.Origins, q.P10.Value, q.R20.Value, want.p10, want.r20)
		}
		for _, other := range list[1:] {
			if other.P10.Value >= q.P10.Value {
				t.Errorf("%s: %s finds as many: %.3f", want.name, other.Name, other.P10.Value)
			}
		}
		if q.P10.Range[0] > q.P10.Value || q.P10.Range[1] < q.P10.Value {
			t.Errorf("%s: %.3f is outside of its range %v", want.name, q.P10.Value, q.P10.Range)
		}
	}
	if s := m.Scale(transition.Equal); math.Abs(s.Viable-1.43) > 0.01 || math.Abs(s.Strong-2.07) > 0.01 || s.Pairs != 923*922/2 {
		t.Errorf("viable from %.3f, strong from %.3f, of %d pairs", s.Viable, s.Strong, s.Pairs)
	}
}

// plain computes all pairs as one would at first: dense vectors, and each pair by all
// of their terms.
func plain(roles []nextrole.Role) (checksum float64) {
	terms := map[string]int{}
	counts := make([]map[string]int, len(roles))
	df := map[string]int{}
	for i, r := range roles {
		counts[i] = map[string]int{}
		if r.Profile == nil {
			continue
		}
		for _, t := range r.Profile.Tasks {
			for _, w := range strings.Fields(strings.ToLower(t.Text)) {
				counts[i][w]++
			}
		}
		for w := range counts[i] {
			if df[w]++; df[w] == 1 {
				terms[w] = len(terms)
			}
		}
	}
	dense := make([][]float32, len(roles))
	for i, c := range counts {
		dense[i] = make([]float32, len(terms))
		length := 0.0
		for w, n := range c {
			v := (1 + math.Log(float64(n))) * (math.Log(float64(1+len(roles))/float64(1+df[w])) + 1)
			dense[i][terms[w]] = float32(v)
			length += v * v
		}
		for k := range dense[i] {
			dense[i][k] /= float32(math.Sqrt(max(length, 1)))
		}
	}
	for i := range dense {
		for j := range dense {
			sum := float32(0)
			for k, x := range dense[i] {
				sum += x * dense[j][k]
			}
			checksum += float64(sum)
		}
	}
	return checksum
}

// BenchmarkAllPairs compares all pairs of O*NET 30.1 by all components, from roles in
// memory to Fit; beside it one component alone with dense vectors.
func BenchmarkAllPairs(b *testing.B) {
	roles := onet(b)
	b.Run("model", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			transition.New(roles).Scale(transition.Equal)
		}
	})
	b.Run("dense, task words alone", func(b *testing.B) {
		if testing.Short() {
			b.Skip("it takes seconds")
		}
		for b.Loop() {
			plain(roles)
		}
	})
}

// BenchmarkNear compares one role with all others.
func BenchmarkNear(b *testing.B) {
	m := transition.New(onet(b))
	m.Scale(transition.Equal)
	for b.Loop() {
		m.Near("29-9021.00", transition.Equal)
	}
}

// BenchmarkAdd takes one more role.
func BenchmarkAdd(b *testing.B) {
	roles := onet(b)
	m := transition.New(roles)
	r := roles[100]
	r.Code = "NR-9999"
	for b.Loop() {
		m.Add(r)
	}
}
