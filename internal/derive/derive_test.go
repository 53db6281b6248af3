package derive_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/derive"
)

func of[T any](v T) *T { return &v }

// profile has a task for each pair of labels, "E1 E2": GPT-4's and people's. A
// dash is no label.
func profile(labels ...string) nextrole.Profile {
	p := nextrole.Profile{Code: "29-9021.00", Source: "onet-30.1-database", Period: "December 2025"}
	for i, pair := range labels {
		id := strconv.Itoa(101 + i)
		gpt4, human, _ := strings.Cut(strings.ReplaceAll(pair, "-", ""), " ")
		p.Tasks = append(p.Tasks, nextrole.RatedTask{ID: id, Text: "Do " + id + "."})
		p.Exposed = append(p.Exposed, nextrole.TaskExposure{ID: id, Text: "Do " + id + ".", GPT4: gpt4, Human: human})
	}
	return p
}

func draft(t testing.TB, p nextrole.Profile) nextrole.Assessment {
	t.Helper()
	a, err := derive.Draft(p)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Validate(); err != nil {
		t.Fatal(err)
	}
	return a
}

func TestEveryPairOfLabels(t *testing.T) {
	const not, aug, disp = nextrole.NotInvolved, nextrole.Augmented, nextrole.Displaced
	for _, test := range []struct {
		labels string
		score  int
		label  nextrole.Label
	}{
		{"E0 E0", 1, not},
		{"E0 E1", 3, aug},
		{"E0 E2", 2, aug},
		{"E0 E3", 2, aug},
		{"E0 -", 1, not},
		{"E1 E0", 3, aug},
		{"E1 E1", 5, disp},
		{"E1 E2", 4, aug},
		{"E1 E3", 4, aug},
		{"E1 -", 5, disp},
		{"E2 E0", 2, aug},
		{"E2 E1", 4, aug},
		{"E2 E2", 3, aug},
		{"E2 E3", 3, aug},
		{"E2 -", 3, aug},
		{"E3 E0", 2, aug},
		{"E3 E1", 4, aug},
		{"E3 E2", 3, aug},
		{"E3 E3", 3, aug},
		{"E3 -", 3, aug},
		{"- E0", 1, not},
		{"- E1", 5, disp},
		{"- E2", 3, aug},
		{"- E3", 3, aug},
		{"E7 E1", 5, disp},
	} {
		task := draft(t, profile(test.labels)).Inputs.Tasks[0]
		if task.Score != test.score || task.Label != test.label || task.Share != nextrole.Whole {
			t.Errorf("%s: %d %s %v, want %d %s", test.labels, task.Score, task.Label, task.Share, test.score, test.label)
		}
	}
}

func TestDraft(t *testing.T) {
	p := profile("E2 E0", "E1 E1", "E0 E0")
	p.Tasks[0].Importance, p.Tasks[0].Frequency = of(4.0), []float64{0, 0, 50, 50, 0, 0, 0} // 4 × 3.5
	p.Tasks[1].Importance, p.Tasks[1].Frequency = of(3.0), []float64{100}                   // 3 × 1
	p.Tasks[2].Importance = of(2.0)                                                         // 2 × 2.25, the average
	a := draft(t, p)
	want := []nextrole.AssessedTask{
		{Name: "Do 101.", Share: 65_12, Score: 2, Label: nextrole.Augmented, Rationale: "GPT-4 says E2: software around a language model could halve the time it takes. This counts ½.\n" +
			"People say E0: a language model does not halve the time it takes. This counts 0.\n" +
			"Score: the mean of the two is ¼, and 1 + 4 × ¼ = 2 on the scale from 1 to 5.\n" +
			"AI’s part: augmented, because the two differ.\n" +
			"Share of time: importance 4.00 of 5 × frequency 3.50 of 7 = 14.00, of 21.50 for all tasks: 65.12%."},
		{Name: "Do 103.", Share: 20_93, Score: 1, Label: nextrole.NotInvolved, Rationale: "GPT-4 says E0: a language model does not halve the time it takes. This counts 0.\n" +
			"People say E0: a language model does not halve the time it takes. This counts 0.\n" +
			"Score: the mean of the two is 0, and 1 + 4 × 0 = 1 on the scale from 1 to 5.\n" +
			"AI’s part: not involved, because both say that a model does not halve the time.\n" +
			"Share of time: importance 2.00 of 5 × frequency 2.25 of 7 (not rated, so the average of the rated tasks) = 4.50, of 21.50 for all tasks: 20.93%."},
		{Name: "Do 102.", Share: 13_95, Score: 5, Label: nextrole.Displaced, Rationale: "GPT-4 says E1: a language model by itself could halve the time it takes. This counts 1.\n" +
			"People say E1: a language model by itself could halve the time it takes. This counts 1.\n" +
			"Score: the mean of the two is 1, and 1 + 4 × 1 = 5 on the scale from 1 to 5.\n" +
			"AI’s part: displaced, because both say that a model by itself could halve the time.\n" +
			"Share of time: importance 3.00 of 5 × frequency 1.00 of 7 = 3.00, of 21.50 for all tasks: 13.95%."},
	}
	if diff := cmp.Diff(want, a.Inputs.Tasks); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if a.Status != nextrole.Derived || a.Source != derive.Source || a.Author != derive.Author || a.Date != "" || a.Code != p.Code {
		t.Errorf("%+v", a)
	}
	for i, r := range append(slices.Concat(a.Inputs.Evidence[:], a.Inputs.Barriers[:]), a.Inputs.Growth) {
		if r.Value != 0 || !strings.HasPrefix(r.Reason, "Neutral") {
			t.Errorf("rating %d: %+v", i, r)
		}
	}
}

// What is not rated says so.
func TestSharesInWords(t *testing.T) {
	p := profile("E2 -", "- E1")
	for _, test := range []struct {
		rate func(*nextrole.RatedTask)
		want string
	}{
		{func(*nextrole.RatedTask) {}, "O*NET’s ratings of these tasks are not there, so all 2 count the same: 50%."},
		{func(t *nextrole.RatedTask) { t.Importance = of(3.0) }, "importance 3.00 of 5, of 6.00 for all tasks: 50%. O*NET’s answers on frequency are not there."},
		{func(t *nextrole.RatedTask) { t.Frequency = []float64{0, 80} }, "frequency 2.00 of 7, of 4.00 for all tasks: 50%. O*NET’s ratings of importance are not there."},
	} {
		rated := p
		rated.Tasks = slices.Clone(p.Tasks)
		for i := range rated.Tasks {
			test.rate(&rated.Tasks[i])
		}
		a := draft(t, rated)
		got := a.Inputs.Tasks[0].Rationale
		if !strings.HasSuffix(got, test.want) || !strings.Contains(got, "People say nothing about this task.\nScore: that alone is ½") {
			t.Errorf("%q, want %q", got, test.want)
		}
		told := strings.Contains(strings.Join(a.Account.NotCaptured, " "), "no rating of these tasks")
		if told != strings.Contains(test.want, "count the same") {
			t.Errorf("that nothing is rated is told: %v", a.Account.NotCaptured)
		}
	}
}

func TestMissing(t *testing.T) {
	for _, test := range []struct {
		p    nextrole.Profile
		want derive.Missing
		says string
	}{
		{nextrole.Profile{}, derive.Missing{}, "import a release of the O*NET database"},
		{nextrole.Profile{Exposed: profile("E1 E1").Exposed}, derive.Missing{}, "none of this occupation"},
		{profile("- -"), derive.Missing{Tasks: 1}, "none of the 1 task "},
		{profile("- -", "E9 ?", "- -"), derive.Missing{Tasks: 3}, "none of the 3 tasks of this occupation has one: import the labels"},
		{profile("E1 E1", "- -", "- -"), derive.Missing{Tasks: 3, Labeled: 1}, "only 1 of the 3 tasks of this occupation has one"},
		{profile("E1 E1", "- E0", "- -", "- -", "- -"), derive.Missing{Tasks: 5, Labeled: 2}, "only 2 of the 5 tasks of this occupation have one"},
	} {
		_, err := derive.Draft(test.p)
		var got derive.Missing
		if !errors.As(err, &got) || got != test.want || !strings.Contains(err.Error(), test.says) {
			t.Errorf("%v, want %+v, %q", err, test.want, test.says)
		}
	}
}

// Half of the tasks are enough; those left out are named, and the others have
// all the time.
func TestPartlyLabeled(t *testing.T) {
	p := profile("E1 E1", "- -", "E0 -", "- -")
	p.Exposed = slices.Delete(p.Exposed, 1, 2)
	p.Tasks[1].Importance = of(5.0) // and so rates a task that does not count
	a := draft(t, p)
	if len(a.Inputs.Tasks) != 2 || a.Inputs.Tasks[0].Share != 50_00 || a.Inputs.Tasks[1].Share != 50_00 {
		t.Errorf("%+v", a.Inputs.Tasks)
	}
	if got := a.Account.NotCaptured; !slices.Contains(got, "2 of the 4 tasks, which have no label and are left out: “Do 102”; “Do 104”.") {
		t.Errorf("%q", got)
	}
	p = profile("E1 E1", "- -")
	if got := draft(t, p).Account.NotCaptured; !slices.Contains(got, "1 of the 2 tasks, which has no label and is left out: “Do 102”.") {
		t.Errorf("%q", got)
	}
}

func TestWordsOfTasks(t *testing.T) {
	p := profile("E1 E1", "E0 E0")
	p.Tasks[0].Text, p.Tasks[1].Text, p.Exposed[1].Text = " ", "", ""
	tasks := draft(t, p).Inputs.Tasks
	if tasks[0].Name != "Do 101." || tasks[1].Name != "Task 102" {
		t.Errorf("%q, %q", tasks[0].Name, tasks[1].Name)
	}
}

func anyProfile(rt *rapid.T) nextrole.Profile {
	labels := rapid.SampledFrom([]string{"E0", "E1", "E2", "E3", "", "E0", "E1", "E2"})
	p := nextrole.Profile{Code: "29-9021.00", Tasks: anyTasks(rt)}
	for _, task := range p.Tasks {
		if rapid.IntRange(0, 9).Draw(rt, "without") > 0 {
			p.Exposed = append(p.Exposed, nextrole.TaskExposure{ID: task.ID, GPT4: labels.Draw(rt, "gpt4"), Human: labels.Draw(rt, "human")})
		}
	}
	return p
}

func TestDraftProperties(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := anyProfile(rt)
		a, err := derive.Draft(p)
		if err != nil {
			var missing derive.Missing
			if !errors.As(err, &missing) || missing.Tasks > 0 && 2*missing.Labeled >= missing.Tasks {
				rt.Fatal(err)
			}
			return
		}
		if err := a.Validate(); err != nil {
			rt.Fatal(err)
		}
		total := nextrole.Share(0)
		for _, task := range a.Inputs.Tasks {
			total += task.Share
			if task.Rationale == "" {
				rt.Error("a task without a rationale")
			}
		}
		result, err := aijri.Score(*a.Inputs)
		if err != nil || total != nextrole.Whole || !(result.Score >= 0 && result.Score <= 100) {
			rt.Errorf("score %v, shares total %v, %v", result.Score, total, err)
		}
		shuffled := p
		shuffled.Tasks, shuffled.Exposed = rapid.Permutation(p.Tasks).Draw(rt, "tasks"), rapid.Permutation(p.Exposed).Draw(rt, "exposed")
		b, err := derive.Draft(shuffled)
		if err != nil || string(bytes(rt, a)) != string(bytes(rt, b)) {
			rt.Errorf("another order gives another draft: %v\n%s", err, cmp.Diff(a, b))
		}
	})
}

func bytes(rt *rapid.T, a nextrole.Assessment) []byte {
	b, err := json.Marshal(a)
	if err != nil {
		rt.Fatal(err)
	}
	return b
}

// More exposure in a label never raises a score.
func TestMoreExposedIsNoMoreResistant(t *testing.T) {
	more := map[string]string{"E0": "E2", "E3": "E1", "E2": "E1"}
	rapid.Check(t, func(rt *rapid.T) {
		p := anyProfile(rt)
		before, err := derive.Draft(p)
		if err != nil {
			return
		}
		i := rapid.IntRange(0, len(p.Exposed)-1).Draw(rt, "task")
		worse, ok := more[p.Exposed[i].GPT4]
		if !ok {
			return
		}
		p.Exposed[i].GPT4 = worse
		if after := draft(t, p); *aijri.Read(after).Score > *aijri.Read(before).Score {
			rt.Errorf("%v to %v", *aijri.Read(before).Score, *aijri.Read(after).Score)
		}
	})
}

func TestRule(t *testing.T) {
	steps := derive.Rule()
	text := derive.RuleText()
	if len(steps) == 0 || strings.Count(text, "\n") != len(steps) || !strings.HasPrefix(text, "1. "+steps[0]+"\n2. ") {
		t.Errorf("%q", text)
	}
}
