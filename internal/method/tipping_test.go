package method_test

import (
	"strings"
	"testing"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/method"
)

// told is what is said about reaching a zone, in one text.
func told(t *testing.T, in nextrole.Inputs, zone nextrole.Zone) string {
	t.Helper()
	r, err := aijri.Score(in)
	if err != nil {
		t.Fatal(err)
	}
	targets, err := aijri.Tip(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, target := range targets {
		if target.Zone != zone {
			continue
		}
		reach := method.ReachOf(in, target, r.Zone, 40)
		text := reach.Title
		for _, l := range reach.Lines {
			text += "\n" + l.Text
		}
		return text
	}
	t.Fatalf("nothing about %s", zone)
	return ""
}

func week(tasks ...nextrole.AssessedTask) nextrole.Inputs { return nextrole.Inputs{Tasks: tasks} }

func task(name string, share nextrole.Share, score int) nextrole.AssessedTask {
	return nextrole.AssessedTask{Name: name, Share: share, Score: score, Label: nextrole.Augmented}
}

func TestReach(t *testing.T) {
	roles, _ := library(t)
	for _, r := range roles {
		if r.Code != method.ExampleRole {
			continue
		}
		reading, _ := aijri.Headline(r.Assessments, "")
		yellow, green := told(t, *reading.Assessment.Inputs, nextrole.Yellow), told(t, *reading.Assessment.Inputs, nextrole.Green)
		for text, wants := range map[string][]string{
			yellow: {"No single step", "farthest comes to 23.0", "Task “Registry abstraction” rated 2 instead of 4.", "7.7 of 40 h a week moved from “Registry abstraction”", "19.3% of the time"},
			green:  {"No change of tasks reaches Green: it would take a task resistance of 5.24", "In all it would take at least 13 single steps"},
		} {
			for _, want := range wants {
				if !strings.Contains(text, want) {
					t.Errorf("no %q in\n%s", want, text)
				}
			}
		}
	}
	for name, test := range map[string]struct {
		in   nextrole.Inputs
		zone nextrole.Zone
		want string
	}{
		"a name with a period":             {week(task("File papers.", 10000, 4)), nextrole.Yellow, "Task “File papers” rated 3 instead of 4."},
		"a single step":                    {week(task("A", 10000, 4)), nextrole.Yellow, "Task “A” rated 3 instead of 4."},
		"down":                             {week(task("A", 10000, 3)), nextrole.Red, "Task “A” rated 4 instead of 3."},
		"no mix of these tasks":            {week(task("A", 5000, 4), task("B", 5000, 4)), nextrole.Yellow, "No mix of these tasks reaches Yellow: a week of only the farthest comes to 18.4."},
		"several tasks would have to give": {week(task("A", 2500, 5), task("B", 2500, 5), task("C", 2500, 5), task("D", 2500, 2)), nextrole.Yellow, "moved between two tasks alone does not reach Yellow"},
	} {
		if text := told(t, test.in, test.zone); !strings.Contains(text, test.want) {
			t.Errorf("%s: no %q in\n%s", name, test.want, text)
		}
	}
}
