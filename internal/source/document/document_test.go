package document_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/aijri"
	"nextrole/internal/source"
	"nextrole/internal/source/document"
	"nextrole/internal/source/starter"
	"nextrole/internal/source/table"
)

var day = time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC)

// sample is a made-up assessment whose numbers agree.
const sample = `# Role Definition
| Field | Value |
|---|---|
| Job Title | Lighthouse Keeper (SOC 53-9999) |
| Seniority Level | Mid-level |
| Primary Function | Keeps a light. |
Seniority note: Beginners score lower.
## Protective Principles
| Principle | Score (0-3) | Rationale |
|---|---|---|
| Embodied Physicality | 2 | Stairs. |
| Deep Interpersonal Connection | 0 | Gulls. |
| Goal-Setting & Moral Judgment | 1 | Storms. |
| Protective Total | 3/9 | |
| AI Growth Correlation | −1 | Automation. |
## Task Decomposition
| Task | Time % | Score (1-5) | Weighted | Aug/Disp | Rationale |
|---|---|---|---|---|---|
| Log the weather | 60% | 4 | 2.40 | DISP | Sensors do it. |
| Climb and mend | 40% | 1 | 0.40 | NOT | Hands do it. |
| Total | 100% | 2.80 |
Task Resistance Score: 6.00 - 2.80 = 3.20/5.0
Displacement/Augmentation split: 60% displacement, 0% augmentation, 40% not involved.
## Evidence Score
| Dimension | Score (-2 to 2) | Evidence |
|---|---|---|
| Job Posting Trends | -1 | Few. |
| Company Actions | -1 | Lights automated. |
| Wage Trends | 0 | Flat. |
| AI Tool Maturity | -1 | Works. |
| Expert Consensus | -1 | Agreed. |
| Total | -4 |
## Barrier Assessment
| Barrier | Score (0-2) | Rationale |
|---|---|---|
| Regulatory/Licensing | 1 | Rules. |
| Physical Presence | 2 | Island. |
| Union/Collective Bargaining | 0 | None. |
| Liability/Accountability | 1 | Ships. |
| Cultural/Ethical | 0 | None. |
| Total | 4/10 |
## JobZone Composite Score (AIJRI)
| Input | Value |
|---|---|
| Task Resistance Score | 3.20/5.0 |
| Evidence Modifier | 1.0 + (-4 × 0.04) = 0.84 |
| Barrier Modifier | 1.0 + (4 × 0.02) = 1.08 |
| Growth Modifier | 1.0 + (-1 × 0.05) = 0.95 |
Raw: 3.20 × 0.84 × 1.08 × 0.95 = 2.7579
JobZone Score: (2.7579 - 0.54) / 7.93 × 100 = 28.0/100
Zone: YELLOW (Green ≥48, Yellow 25-47, Red <25)
Assessor override: None — formula score accepted.
What the Numbers Don't Capture
- Fog. It comes in.
Who Should Worry (and Who Shouldn't)
If you mostly log the weather, sensors do that now.
If you mend the lamp, you are needed.
The single biggest separator: logging or mending.
What This Means
The role in 2030: Fewer keepers, who mend.
Survival strategy:
- Learn to mend lamps. Hands stay needed.
An odd sentence that belongs nowhere.
`

func read(t *testing.T, text string) source.Reading {
	t.Helper()
	if !document.Recognize([]byte(text)) {
		t.Fatal("not recognized")
	}
	r, err := document.Read("keeper.md", []byte(text), day)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Source.Validate(); err != nil {
		t.Error(err)
	}
	return r
}

func assessment(r source.Reading) nextrole.Assessment { return r.Parts[0].Roles[0].Assessments[0] }

func TestRead(t *testing.T) {
	r := read(t, sample)
	if len(r.Remarks) > 0 {
		t.Errorf("remarks on a document that agrees with itself: %v", r.Remarks)
	}
	role, a := r.Parts[0].Roles[0], assessment(r)
	if role.Code != "53-9999.00" || role.Title != "Lighthouse Keeper" || a.Seniority != "Mid-level" || a.Status != nextrole.Own || *a.Printed != 28.0 {
		t.Errorf("%+v", a)
	}
	if len(a.Inputs.Tasks) != 2 || a.Inputs.Growth.Value != -1 || a.Inputs.Growth.Reason != "Automation." || a.Principles[0].Value != 2 || a.Inputs.Barriers[1].Reason != "Island." {
		t.Errorf("%+v", a.Inputs)
	}
	if c := a.Account; c.MostExposed == "" || c.LeastExposed == "" || c.Separator != "logging or mending." || c.Outlook == "" || len(c.NotCaptured) != 1 || c.Actions[0].Title != "Learn to mend lamps" {
		t.Errorf("%+v", a.Account)
	}
	if err := a.Validate(); err != nil {
		t.Error(err)
	}
	var left []string
	for _, l := range r.Left {
		left = append(left, fmt.Sprintf("%d %s", l.Line, l.Text))
	}
	want := []string{"6 Primary Function | Keeps a light.", "7 Seniority note: Beginners score lower.", "52 Assessor override: None — formula score accepted.", "63 An odd sentence that belongs nowhere."}
	if diff := cmp.Diff(want, left); diff != "" {
		t.Errorf("left (-want +got):\n%s", diff)
	}
}

// TestForms reads the same document as others would write it.
func TestForms(t *testing.T) {
	want := assessment(read(t, sample))
	var tabbed strings.Builder
	for line := range strings.Lines(sample) {
		if strings.HasPrefix(line, "|---") {
			continue
		}
		if strings.HasPrefix(line, "|") {
			line = strings.ReplaceAll(strings.Trim(line, "|\n "), " | ", "\t") + "\n"
		}
		tabbed.WriteString(line)
	}
	for name, text := range map[string]string{
		"carriage returns": strings.ReplaceAll(sample, "\n", "\r\n"),
		"tabs":             tabbed.String(),
		"without marks":    strings.NewReplacer("# ", "", "## ", "").Replace(sample),
		"bold":             strings.NewReplacer("| Total", "| **Total**", "Raw:", "**Raw:**").Replace(sample),
		"a mark":           "\xEF\xBB\xBF" + sample,
		"empty lines":      strings.ReplaceAll(sample, "\n#", "\n\n\n#"),
	} {
		r := read(t, text)
		got := assessment(r)
		got.Source = want.Source
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if len(r.Remarks) > 0 {
			t.Errorf("%s: remarks %v", name, r.Remarks)
		}
	}
}

func TestDisagreements(t *testing.T) {
	for _, tt := range []struct {
		was, is, want string
		line          int
	}{
		{"| 2.40 | DISP", "| 2.60 | DISP", "weighted score of 2.60, and 60% of 4 is 2.40", 18},
		{"| Total | 100% | 2.80 |", "| Total | 100% | 2.90 |", "the weighted scores of the tasks as 2.9; its own numbers make 2.80", 20},
		{"= 3.20/5.0", "= 3.30/5.0", "6 − the weighted scores as 3.3; its own numbers make 3.20", 21},
		{"split: 60%", "split: 50%", "the displaced share of time as 50; its own numbers make 60.00", 22},
		{"| Total | -4 |", "| Total | -5 |", "the evidence as -5; its own numbers make -4", 31},
		{"| Total | 4/10 |", "| Total | 3/10 |", "the barriers as 3; its own numbers make 4", 40},
		{"| Protective Total | 3/9 | |", "| Protective Total | 4/9 | |", "the protective principles as 4; its own numbers make 3", 14},
		{"= 0.84 |", "= 0.80 |", "the evidence modifier as 0.8; its own numbers make 0.84", 45},
		{"= 2.7579\nJob", "= 2.9\nJob", "the raw score as 2.9; its own numbers make 2.758", 48},
		{"= 28.0/100", "= 29.1/100", "the score as 29.1; its own numbers make 28.0", 49},
		{"Zone: YELLOW", "Zone: RED", "the zone is red; its own numbers make it yellow", 50},
		{"| 60% | 4", "| 50% | 4", "the shares of time add up to 90%, and not to 100%", 16},
	} {
		if !strings.Contains(sample, tt.was) {
			t.Fatalf("the sample has no %q", tt.was)
		}
		r := read(t, strings.Replace(sample, tt.was, tt.is, 1))
		i := slices.IndexFunc(r.Remarks, func(m nextrole.Remark) bool { return strings.Contains(m.Text, tt.want) })
		if i < 0 {
			t.Errorf("%s: no remark %q: %v", tt.is, tt.want, r.Remarks)
		} else if got := r.Remarks[i]; got.File != "keeper.md" || got.Line == 0 {
			t.Errorf("%s: the remark is about %s, line %d", tt.is, got.File, got.Line)
		}
	}
}

func TestDefects(t *testing.T) {
	for name, tt := range map[string]struct{ was, is, want string }{
		"a score out of range":   {"| 60% | 4", "| 60% | 7", "not a whole number from 1 to 5"},
		"a label that is none":   {"DISP | Sensors", "MAYBE | Sensors", "not DISP, AUG or NOT"},
		"no share":               {"| 60% | 4", "| most | 4", "not a percentage"},
		"evidence out of range":  {"| Wage Trends | 0", "| Wage Trends | 5", "from -2 to 2"},
		"a barrier missing":      {"| Physical Presence | 2 | Island. |\n", "", `"Physical presence" is missing`},
		"no growth":              {"| AI Growth Correlation | −1 | Automation. |\n", "", "growth correlation is missing"},
		"tasks without any rows": {"| Log the weather | 60% | 4 | 2.40 | DISP | Sensors do it. |\n| Climb and mend | 40% | 1 | 0.40 | NOT | Hands do it. |\n", "", "no task"},
	} {
		_, err := document.Read("keeper.md", []byte(strings.Replace(sample, tt.was, tt.is, 1)), day)
		var e *table.Error
		if !errors.As(err, &e) || e.File != "keeper.md" || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestJSON(t *testing.T) {
	short := `{"tasks": [{"name": "Log", "share": 60, "score": 4, "label": "DISP"}, {"name": "Mend", "share": 40, "score": 1, "label": "NOT"}],
 "evidence": [-1, -1, 0, -1, -1], "barriers": [1, 2, 0, 1, 0], "growth": -1}`
	a := assessment(read(t, short))
	if r, err := aijri.Score(*a.Inputs); err != nil || aijri.Shown(r.Score) != 28.0 || a.Status != nextrole.Own {
		t.Errorf("%v, %v, %+v", r.Score, err, a)
	}
	whole := `{"code": "53-9999.00", "author": "Ana", "status": "draft", "inputs": {"tasks": [{"name": "Log", "share": 100, "score": 4, "label": "DISP"}],
 "evidence": [{"value": -1}, {"value": 0}, {"value": 0}, {"value": 0}, {"value": 0}], "barriers": [{"value": 0}, {"value": 0}, {"value": 0}, {"value": 0}, {"value": 0}], "growth": {"value": 0}}}`
	r := read(t, whole)
	if a := assessment(r); a.Author != "Ana" || a.Status != nextrole.Own || r.Parts[0].Roles[0].Code != "53-9999.00" {
		t.Errorf("%+v", a)
	}
	for _, bad := range []string{strings.Replace(short, `"share": 60`, `"share": "x"`, 1), strings.Replace(short, `"score": 4`, `"score": 9`, 1), short[:80] + `"evidence" "barriers"`} {
		_, err := document.Read("a.json", []byte(bad), day)
		var e *table.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// seed is the publisher's own document, which is not part of this repository.
func seed(t *testing.T) []byte {
	t.Helper()
	dir := os.Getenv("NEXTROLE_TESTDATA")
	if dir == "" {
		t.Skip("NEXTROLE_TESTDATA names no folder with the publishers' files")
	}
	names, err := filepath.Glob(filepath.Join(dir, "..", "seeds", "000_*"))
	if err != nil || len(names) != 1 {
		t.Fatalf("the seed is not beside the data: %v, %v", names, err)
	}
	text, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestSeed(t *testing.T) {
	text := seed(t)
	r := read(t, string(text))
	a := assessment(r)
	result, err := aijri.Score(*a.Inputs)
	if err != nil || aijri.Shown(result.Score) != 20.9 || *a.Printed != 20.9 || a.Status != nextrole.Published || r.Parts[0].Roles[0].Code != "29-9021.00" {
		t.Errorf("%v, %v, %+v", result, err, a)
	}
	for _, m := range r.Remarks {
		t.Errorf("the document agrees with its own numbers, and a remark says: %v", m)
	}
	set, err := starter.Read(assets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(set.Roles, func(r nextrole.Role) bool { return r.Code == "29-9021.00" })
	ours := set.Roles[i].Assessments[0]
	ratings := func(in nextrole.Inputs) string {
		s := fmt.Sprint(in.Growth.Value)
		for _, t := range in.Tasks {
			s += fmt.Sprintf(" %v:%d:%s", t.Share, t.Score, t.Label)
		}
		for i := range 5 {
			s += fmt.Sprintf(" %d,%d", in.Evidence[i].Value, in.Barriers[i].Value)
		}
		return s
	}
	if got, want := ratings(*a.Inputs), ratings(*ours.Inputs); got != want {
		t.Errorf("the ratings are %s, and were carried over as %s", got, want)
	}
	nothingLost(t, text, r)
}

// nothingLost requires that the words of each line are somewhere: in what was
// understood, in what was left, or in what only names a part or repeats a sum.
func nothingLost(t *testing.T, text []byte, r source.Reading) {
	t.Helper()
	kept := fmt.Sprintf("%+v %v", r.Parts[0].Roles[0], r.Left)
	a := assessment(r)
	kept += fmt.Sprintf("%+v %+v %+v", *a.Inputs, *a.Principles, *a.Account)
	plain := func(s string) string {
		return strings.Join(strings.Fields(strings.NewReplacer("|", " ", "**", "").Replace(s)), " ")
	}
	kept = plain(kept)
	for i, line := range strings.Split(string(text), "\n") {
		for cell := range strings.SplitSeq(line, "|") {
			cell = plain(strings.TrimPrefix(strings.TrimSpace(cell), "- "))
			if len(cell) < 60 { // headings, names of ratings, sums
				continue
			}
			_, after, _ := strings.Cut(cell, ": ")
			_, sentence, _ := strings.Cut(cell, ". ")
			if !strings.Contains(kept, cell) && (after == "" || !strings.Contains(kept, after)) && (sentence == "" || !strings.Contains(kept, sentence)) && !strings.HasPrefix(cell, "Reframed question") && !strings.HasPrefix(cell, "Displacement/Augmentation split") && !strings.Contains(cell, "SOC 29-9021.00") {
				t.Errorf("line %d is lost: %s", i+1, cell)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("Task\tTime %\tScore\tWeighted\tLabel\nx\t100%\t3\t3\tAUG\n"))
	f.Add([]byte(`{"tasks": [], "evidence": [0,0,0,0,0], "barriers": [0,0,0,0,0], "growth": 0}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		if !document.Recognize(text) {
			return
		}
		r, err := document.Read("f", text, day)
		if err != nil {
			return
		}
		if err := assessment(r).Inputs.Validate(); err != nil {
			t.Fatal(err)
		}
	})
}
