package source_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole/internal/source"
)

func TestRemarks(t *testing.T) {
	for n, last := range map[int]source.Remark{
		1:    {File: "Skills.txt", Line: 1, Text: `"x" is no code`},
		200:  {File: "Skills.txt", Line: 200, Text: `"x" is no code`},
		201:  {File: "Skills.txt", Text: "There are 1 more of these."},
		5000: {File: "Skills.txt", Text: "There are 4800 more of these."},
	} {
		r := source.RemarksOn("Skills.txt")
		for line := range n {
			r.Remark(line+1, "%q is no code", "x")
		}
		all := r.All()
		if diff := cmp.Diff(last, all[len(all)-1]); diff != "" || len(all) != min(n, 201) {
			t.Errorf("of %d there are %d, the last (-want +got):\n%s", n, len(all), diff)
		}
	}
}
